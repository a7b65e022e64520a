"""`tracker merge`: two records of one initiative become one."""

import click
from msgspec.structs import replace

from tracker.commands.occasions import without_event
from tracker.commands.params import Identity, Words
from tracker.commands.params import command as tracker_command
from tracker.commands.session import session_of
from tracker.errors import BadWords
from tracker.initiative import Initiative, Retired
from tracker.recording import merge
from tracker.store.book import Book
from tracker.text import visible


@tracker_command(
    "merge", examples=["tracker merge UZ-2025-001 KZ-2025-001", "tracker merge 'water charter' 'seed bank'"]
)
@click.argument("identity", metavar="ID", type=Identity())
@click.argument("into", metavar="INTO-ID", type=Identity())
@click.option("--why", type=Words(), help="Kept in the history.")
@click.pass_context
def command(ctx: click.Context, identity: str, into: str, why: str | None) -> None:
    """Make two records of one initiative into one.

    The second keeps its id and gets the events, names and topics of the first, whose id goes on finding it.
    """
    session = session_of(ctx)
    with session.editing("merge", why) as book:
        first, second = (without_event(book.find(words), "a merge") for words in (identity, into))
        if first.number == second.number:
            raise BadWords(f"{first.record.id} cannot be merged into itself: give the id of another initiative")
        merged = merge(first.record, second.record)
        book.put(second.number, merged)
        book.retire(first.number, Retired(id=first.record.id, when=session.now, why=why, into=merged.id))
        _point_links(book, first.record.id, merged.id)
        book.tables.summary = f"{first.record.id} into {merged.id}"
    session.say(merged.id)
    session.tell(f"{first.record.id} is now {merged.id} {visible(merged.title)}; `tracker undo` parts them again")


def _point_links(book: Book, old: str, new: str) -> None:
    """Links of other records to the merged one go to the record that holds it now."""
    for number, record in list(book.records()):
        if any(link.id == old for link in record.links):
            book.put(number, _relinked(record, old, new))


def _relinked(record: Initiative, old: str, new: str) -> Initiative:
    moved = (replace(link, id=new) if link.id == old else link for link in record.links)
    return replace(record, links=tuple(dict.fromkeys(link for link in moved if link.id != record.id)))
