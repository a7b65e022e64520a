"""The front door: which commands there are, the global options, and every error as one line and an exit code."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

from tracker import __version__
from tracker.errors import DiskTrouble, TrackerError
from tracker.text import visible

# name: (module under tracker.commands, what the command does); the summary is the command's own first line.
SECTIONS: dict[str, dict[str, tuple[str, str]]] = {
    "Record": {
        "add": ("add", "Record a new initiative."),
        "capture": ("capture", "Read an article into candidate initiatives."),
        "position": ("position", "Record where actors stand on an initiative."),
        "commitment": ("commitment", "Record who has signed or is bound."),
        "status": ("status", "Record what became of an initiative."),
        "deadline": ("deadline", "Record by when it should be done."),
        "note": ("note", "Record a remark, a confirmation or a dispute."),
        "link": ("link", "Tie two initiatives to each other."),
    },
    "Ask": {
        "list": ("list_", "List the initiatives that answer a question."),
        "timeline": ("timeline", "Show events in the order in which they happened."),
        "show": ("show", "Show all that is known of one initiative."),
        "check": ("check", "List what is doubtful in the data."),
        "history": ("history", "Show what was recorded, changed and undone."),
    },
    "Correct": {
        "edit": ("edit", "Edit an initiative or an event as text."),
        "delete": ("delete", "Delete initiatives or events."),
        "merge": ("merge", "Make two records of one initiative into one."),
        "undo": ("undo", "Take back the last change."),
        "redo": ("redo", "Make an undone change again."),
    },
    "Look up": {
        "forums": ("lookups:forums", "List, add and edit forums and groups."),
        "meetings": ("lookups:meetings", "List, add and edit meetings."),
        "people": ("lookups:people", "List, add and edit people."),
        "countries": ("lookups:countries", "List countries, their codes and names."),
        "sources": ("lookups:sources", "List and edit sources."),
        "topics": ("lookups:topics", "List and rename topics."),
    },
    "Exchange": {
        "export": ("export", "Write records for other programs."),
        "import": ("import_", "Read records that export wrote."),
    },
    "Keep": {
        "doctor": ("doctor", "Find what is wrong with the file, and repair it."),
        "backup": ("backup", "Copy the file to a safe place."),
        "restore": ("restore", "Put an earlier state of the file back."),
        "demo": ("demo", "Play with a throw-away copy of the example data."),
        "completion": ("completion", "Print the completion script of a shell."),
        "help": ("help_", "Explain dates, countries, statuses, filters and more."),
    },
}
COMMANDS = {name: entry for section in SECTIONS.values() for name, entry in section.items()}
INTERRUPTED = 130


class Front(click.Group):
    """The group of commands; a command is imported when it is typed, its summary is known without."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(f"tracker.commands.{module}"), attribute or "command")
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command typed; a mistyped one is answered with the nearest, never with a record or a filter."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from tracker.text import nearest

            near = nearest(args[0], COMMANDS, most=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"no command '{visible(args[0])}'.{hint} `tracker --help` lists them", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help page's list of commands, by what one wants to do; nothing is imported for it."""
        for title, entries in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, summary) for name, (_, summary) in entries.items()], col_max=14)


@click.group(
    cls=Front,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  tracker demo
  tracker add 'Regional seed bank' --by KZ --supporter UZ --date 2025-11-16
  tracker list --country KZ
  tracker timeline --since 2025
""",
)
@click.version_option(__version__, prog_name="tracker", message="%(prog)s %(version)s")
@click.option("--db", metavar="PATH", help="The file; else $TRACKER_DB, else the one in your application folder.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), help="When to use colour.")
@click.option("--no-input", is_flag=True, help="Never ask; name what is missing instead.")
@click.pass_context
def front(ctx: click.Context, db: str | None, color: str | None, no_input: bool) -> None:
    """A ledger of policy initiatives: who proposed what, who stands where on it, and what became of it."""
    from tracker.commands.session import Session

    ctx.obj = Session(db=db, color=color or "auto", no_input=no_input)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run one command line and leave with its exit code."""
    _make_streams_safe()
    sys.exit(_run(_as_text(sys.argv[1:]) if arguments is None else arguments))


def _run(arguments: list[str]) -> int:
    try:
        code = _answer(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
        return 0
    except OSError as error:
        _drop_stdout()
        return _tell(f"cannot write the output ({os.strerror(error.errno or 0)})", DiskTrouble.exit_code)
    return code


def _answer(arguments: list[str]) -> int:
    try:
        extra = _for_a_shell() if "_TRACKER_COMPLETE" in os.environ else {}
        result: Any = front.main(arguments or ["--help"], prog_name="tracker", standalone_mode=False, **extra)
    except TrackerError as error:
        return _tell(str(error), error.exit_code)
    except click.ClickException as error:
        return _tell(_sentence(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt, EOFError):
        return _tell("stopped; what had not been stored is not stored", INTERRUPTED)
    return result if isinstance(result, int) else 0


def _for_a_shell() -> dict[str, Any]:
    """What completing needs: our shells made known to click, and a session, since no callback runs."""
    from tracker.commands import completion  # noqa: F401  imported for what it registers
    from tracker.commands.session import Session

    return {"obj": Session(no_input=True)}


def _sentence(error: click.ClickException) -> str:
    """click's own words, ended with the command that helps."""
    message = error.format_message().strip()
    context = getattr(error, "ctx", None)
    if not isinstance(error, click.UsageError) or context is None or "`" in message:
        return message
    return f"{message.rstrip('.')}{'' if message.endswith('?') else '.'} `{context.command_path} --help` tells more"


def _tell(message: str, code: int) -> int:
    with suppress(OSError):  # there may be nobody left to tell
        print("tracker:", visible(message, keep="\n"), file=sys.stderr, flush=True)  # noqa: T201  the one line of an error
    return code


def _make_streams_safe() -> None:
    """A screen that cannot show a letter shows its number; it never breaks the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _as_text(arguments: list[str]) -> list[str]:
    """The words as UTF-8, whatever the locale took them for; bytes that are not stay marked and are refused later."""
    return [os.fsencode(word).decode("utf-8", "surrogateescape") for word in arguments]


def _drop_stdout() -> None:
    """Nobody reads on; what is still buffered is let go, so that leaving is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
