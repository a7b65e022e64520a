"""`tracker help`: texts on dates, statuses, filters and more, and the help page of any command."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

import click
from click.shell_completion import CompletionItem

from tracker.commands.help_topics import TOPICS, Terms
from tracker.commands.params import command as tracker_command
from tracker.errors import UnknownName
from tracker.text import fold, nearest, visible

_WIDEST = 100  # columns of a line that is still easy to read
_PIPED = 80
_NARROW = 50  # columns under which a meaning stands under its term, not beside it


def _complete(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Topics and commands that begin so."""
    told = {name: topic.summary for name, topic in TOPICS.items()}
    names = dict.fromkeys((*TOPICS, *_commands(ctx)))
    return [CompletionItem(name, help=told.get(name)) for name in names if name.startswith(incomplete)]


@tracker_command(
    "help",
    examples=["tracker help dates", "tracker help statuses", "tracker help add"],
)
@click.argument("words", metavar="[TOPIC]", nargs=-1, shell_complete=_complete)
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Explain dates, countries, statuses, filters and more.

    TOPIC is one of those that `tracker help` alone lists, or a command.
    """
    commands = _commands(ctx)
    if not words:
        lines = _contents()
    elif (topic := _topic(" ".join(words), commands)) is not None:
        lines = _laid_out(TOPICS[topic].text())
        if topic in commands:
            lines += ["", f"`tracker {topic} --help` explains the command of that name."]
    else:
        lines = [_page(ctx, words)]
    click.echo("\n".join(lines))


def _topic(words: str, commands: Iterable[str]) -> str | None:
    """The topic of that name, in the singular too where no command is called so."""
    name = fold(words).replace(" ", "-").replace("_", "-")
    if name in TOPICS:
        return name
    return f"{name}s" if f"{name}s" in TOPICS and name not in commands else None


def _commands(ctx: click.Context) -> list[str]:
    root = ctx.find_root().command
    return root.list_commands(ctx) if isinstance(root, click.Group) else []


def _page(ctx: click.Context, words: tuple[str, ...]) -> str:
    """The help page of a command; UnknownName with near topics and commands."""
    root = ctx.find_root()
    here = click.Context(root.command, info_name=root.info_name, **root.command.context_settings)
    for word in words:
        group = here.command
        known = group.list_commands(here) if isinstance(group, click.Group) else []
        if not isinstance(group, click.Group) or word not in known:
            raise _unknown(word, known if here.parent else [*TOPICS, *known])
        named = group.get_command(here, word)
        assert named is not None
        here = click.Context(named, info_name=word, parent=here)
    return here.get_help()


def _unknown(word: str, known: Iterable[str]) -> UnknownName:
    near = nearest(word, known)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    return UnknownName(f"no help on '{visible(word[:40])}'.{hint} `tracker help` lists the topics", near)


# ---- layout


def _width() -> int:
    """The columns of a line: the terminal's, within reason; in a pipe always the same."""
    return min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() else _PIPED


def _contents() -> list[str]:
    told: Terms = tuple((f"tracker help {name}", topic.summary) for name, topic in TOPICS.items())
    more = "`tracker help COMMAND` shows the page of a command; `tracker --help` lists the commands."
    return _laid_out((told, more))


def _laid_out(text: Iterable[str | Terms]) -> list[str]:
    """The paragraphs and terms as lines that fit the width, with a blank line between them."""
    width = _width()
    lines: list[str] = []
    for number, part in enumerate(text):
        if number and not (lines[-1].endswith(":") and not isinstance(part, str)):
            lines.append("")
        lines += _wrapped(part, width) if isinstance(part, str) else _terms(part, width)
    return lines


def _wrapped(text: str, width: int, first: str = "", further: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=further, break_long_words=False, break_on_hyphens=False
    )


def _terms(terms: Terms, width: int) -> Iterator[str]:
    """Each term with its meaning beside it, or under it where the screen is narrow."""
    beside = max(len(term) for term, _ in terms) + 4
    if width < _NARROW:
        for term, meaning in terms:
            yield f"  {term}"
            yield from _wrapped(meaning, width, "    ", "    ")
        return
    for term, meaning in terms:
        first = f"  {term}".ljust(beside)
        yield from _wrapped(meaning, width, first, " " * beside)
