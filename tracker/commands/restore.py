"""`tracker restore`: an earlier state of the file put back."""

import click

from tracker.commands.output import show_sheet
from tracker.commands.params import Words, format_option
from tracker.commands.params import command as tracker_command
from tracker.commands.session import Session, session_of
from tracker.errors import BadWords, TrackerError
from tracker.formats.sheet import Sheet

FIELDS = ("backup", "when", "changes", "bytes", "sound")


@tracker_command("restore", examples=["tracker restore --list", "tracker restore --to 2025-12-01"])
@click.argument("which", metavar="[BACKUP]", required=False, type=click.Path())
@click.option("--list", "listing", is_flag=True, help="Show the backups.")
@click.option("--to", type=Words(), metavar="DAY", help="The newest backup of that day or before.")
@format_option
@click.pass_context
def command(ctx: click.Context, which: str | None, listing: bool, to: str | None, form: str | None) -> None:
    """Put an earlier state of the file back.

    BACKUP is a name from the list or a file. The present file is kept as a backup first.
    """
    session = session_of(ctx)
    if listing:
        _list(session, form)
        return
    if (which is None) == (to is None):
        raise BadWords("restore needs one backup: `tracker restore --list` shows them, then type its name or --to DAY")
    from tracker.store.backups import restore

    before = _changes(session)
    restored = restore(session.path, which, session.now, to=to and _day(session, to))
    if _changes(session) == before:
        session.say(f"nothing to restore: the ledger is as it was on {restored.when}")
        return
    session.say(f"restored the state of {restored.when} from {restored.path}")
    session.tell("`tracker undo` takes it back")


def _changes(session: Session) -> int | None:
    """How many changes the ledger holds; None where it cannot be read."""
    try:
        with session.reading() as book:
            return book.tables.sequence
    except TrackerError:
        return None


def _day(session: Session, word: str) -> str:
    from tracker.dates import parse

    return parse(word, today=session.today)


def _list(session: Session, form: str | None) -> None:
    from tracker.store.backups import backups

    rows = tuple((one.path.name, one.when, one.sequence, one.size, one.sound) for one in backups(session.path))
    show_sheet(session, Sheet(name="backups", fields=FIELDS, rows=rows, nothing="no backups yet"), form)
