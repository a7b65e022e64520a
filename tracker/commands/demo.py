"""`tracker demo`: a throw-away copy of the example data, and two questions put to it."""

import os
import tempfile
from pathlib import Path

import click

from tracker.commands import list_, timeline
from tracker.commands.params import command as tracker_command
from tracker.commands.session import Session, session_of
from tracker.errors import BadWords, DiskTrouble

_EXAMPLE = Path(__file__).parent.parent / "example.json"  # importlib.resources costs 13 ms
_QUESTIONS: tuple[tuple[click.Command, list[str]], ...] = (
    (list_.command, ["--country", "KZ"]),
    (timeline.command, ["--meeting", "cacm-7", "--since", "2025-11-15", "--until", "2025-11-16"]),
)


@tracker_command("demo", examples=["tracker demo"])
@click.option("--to", "target", metavar="PATH", help="Put the copy there; else in a new temporary folder.")
@click.pass_context
def command(ctx: click.Context, target: str | None) -> None:
    """Play with a throw-away copy of the example data.

    The initiatives of the Central Asian summits, 2017 to 2026: it lists those with Kazakhstan in any role, shows the
    timeline of the November 2025 meeting in Tashkent, and says how to go on. Your own file is left alone.
    """
    session = session_of(ctx)
    session.db = str(_copy(target))
    for question, words in _QUESTIONS:
        session.say(f"$ tracker {question.name} {' '.join(words)}")
        question.main(words, parent=ctx, standalone_mode=False)
        session.say()
    _say_how_to_go_on(session)


def _copy(target: str | None) -> Path:
    """Where the copy was put; BadWords if something is there already, DiskTrouble if it cannot be written."""
    if target is not None and os.path.lexists(target):
        raise BadWords(f"'{target}' is there already: give --to the name of a new file")
    path = Path(target) if target is not None else None
    try:
        path = path or Path(tempfile.mkdtemp(prefix="tracker-demo-")) / "tracker.json"
        with path.open("xb") as copy:
            copy.write(_EXAMPLE.read_bytes())
    except OSError as error:
        where = f"'{target}'" if target is not None else "the temporary folder"
        reason = os.strerror(error.errno or 0)
        raise DiskTrouble(f"cannot put the example data in {where} ({reason}): give --to a place for it") from error
    path.chmod(0o600)
    return path.absolute()


def _say_how_to_go_on(session: Session) -> None:
    import shlex  # 1 ms; only here

    path = shlex.quote(str(session.db))
    session.say("Go on playing with the copy:")
    session.say(f"  export TRACKER_DB={path}")
    session.say(f"  tracker --db {path} list")
