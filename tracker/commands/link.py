"""`tracker link`: ties between initiatives."""

from typing import Any

import click
from msgspec.structs import replace

from tracker.commands.occasions import given, occasion_of, without_event
from tracker.commands.params import DOUBT, OCCASION, Identity, Term
from tracker.commands.params import command as tracker_command
from tracker.commands.session import session_of
from tracker.errors import BadWords
from tracker.initiative import Link
from tracker.recording import record_event
from tracker.vocab import EventKind, Relation


@tracker_command(
    "link",
    examples=[
        "tracker link KZ-2025-001 follows-up UZ-2025-001",
        "tracker link UZ-2025-001 part-of KZ-2025-001 --source https://example.org/plan",
    ],
)
@click.argument("identity", metavar="ID", type=Identity())
@click.argument("relation", type=Term(Relation))
@click.argument("other", metavar="ID", type=Identity())
@OCCASION
@DOUBT
@click.pass_context
def command(ctx: click.Context, /, identity: str, relation: Relation, other: str, **typed: Any) -> None:
    """Tie two initiatives to each other.

    RELATION is relates-to, part-of, follows-up, amends or supersedes. With a source, date, person or quote, a note
    on the first initiative keeps them.
    """
    session = session_of(ctx)
    said = given(typed)
    with session.editing("link") as book:
        first, second = (without_event(book.find(words), "a link") for words in (identity, other))
        if first.number == second.number:
            raise BadWords(f"{first.record.id} cannot be linked to itself: give the id of another initiative")
        tie = Link(relation=relation, id=second.record.id)
        if tie in first.record.links:
            session.tell(f"{first.record.id} {relation} {second.record.id} already")
            return
        record = replace(first.record, links=(*first.record.links, tie))
        if any((said.date, said.person, said.meeting, said.source, said.quote, said.unverified, said.again)):
            text = f"{relation} {second.record.id}"
            record = record_event(record, EventKind.NOTE, occasion_of(said, session, book), text=text)
        book.put(first.number, record)
        book.tables.summary = f"{record.id} {relation} {second.record.id}"
    session.say(f"{record.id} {relation} {second.record.id}")
    if relation is Relation.SUPERSEDES:
        session.tell(f"`tracker status {second.record.id} superseded` if it is over with that")
