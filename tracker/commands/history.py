"""`tracker history`: what was recorded, changed and undone, from the journal."""

import click

from tracker.commands.output import show_sheet
from tracker.commands.params import Identity, format_option
from tracker.commands.params import command as tracker_command
from tracker.commands.session import Session, session_of
from tracker.formats.sheet import Sheet
from tracker.store.undo import Change, history

FIELDS = ("sequence", "when", "command", "what", "why", "undone")


@tracker_command("history", examples=["tracker history", "tracker history KZ-2025-001 --format csv"])
@click.argument("identity", metavar="[ID]", required=False, type=Identity())
@click.option("--limit", type=click.IntRange(1), metavar="N", help="The last N changes.")
@format_option
@click.pass_context
def command(ctx: click.Context, identity: str | None, limit: int | None, form: str | None) -> None:
    """Show what was recorded, changed and undone.

    The newest change comes last. With ID, only what touched that initiative.
    """
    session = session_of(ctx)
    changes = history(session.path)
    if identity is not None:
        changes = _of_one(session, changes, identity)
    rows = tuple(
        (change.sequence, change.when, change.command, change.summary or None, change.why, change.undone)
        for change in changes[-(limit or 0) :]
    )
    sheet = Sheet(name="changes", fields=FIELDS, rows=rows, nothing="nothing recorded yet")
    show_sheet(session, sheet, form)


def _of_one(session: Session, changes: list[Change], word: str) -> list[Change]:
    """What touched the record that has, or ever had, that id; else the record that other words mean."""
    from tracker.store.book import canonical_id

    identity = canonical_id(word)
    if identity and (touching := [change for change in changes if _touches(change, identity)]):
        return touching
    with session.reading() as book:
        record = book.find(word).record
    return [change for change in changes if _touches(change, record.id)]


def _touches(change: Change, identity: str) -> bool:
    """Whether the record stood under that id before the change or after."""
    head = b'{"id":"' + identity.encode() + b'"'
    return any((side or b"").startswith(head) for one in change.changes for side in (one.before, one.after))
