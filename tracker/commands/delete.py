"""`tracker delete`: a record or an event is taken out; what it said is kept aside."""

import click

from tracker.commands.params import Identity, Words
from tracker.commands.params import command as tracker_command
from tracker.commands.session import session_of
from tracker.errors import BadWords
from tracker.initiative import Retired
from tracker.recording import strike
from tracker.store.book import Book, Found
from tracker.text import visible


@tracker_command(
    "delete", examples=["tracker delete UZ-2025-001 --why 'entered twice'", "tracker delete KZ-2025-001 UZ-2025-001"]
)
@click.argument("ids", metavar="ID[.N]...", nargs=-1, required=True, type=Identity())
@click.option("--why", type=Words(), help="Kept in the history.")
@click.pass_context
def command(ctx: click.Context, ids: tuple[str, ...], why: str | None) -> None:
    """Delete initiatives or events.

    The id is never given again, `--known-by` still finds what stood, and `tracker undo` brings it back.
    """
    session = session_of(ctx)
    with session.editing("delete", why) as book:
        gone = [_take_out(book, book.find(words), session.now, why) for words in dict.fromkeys(ids)]
        book.tables.summary = ", ".join(gone)
    for line in gone:
        session.say(f"deleted {visible(line)}")
    session.tell("`tracker undo` brings it back")


def _take_out(book: Book, found: Found, now: str, why: str | None) -> str:
    record = found.record
    if found.event is None:
        book.retire(found.number, Retired(id=record.id, when=now, why=why, record=record))
        return f"{record.id} {record.title}"
    if len(record.events) == 1:
        raise BadWords(f"{record.id}.{found.event} is the only event of {record.id}: `tracker delete {record.id}`")
    book.put(found.number, strike(record, found.event, now))
    return f"{record.id}.{found.event} of {record.title}"
