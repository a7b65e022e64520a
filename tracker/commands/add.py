"""`tracker add`: a new initiative from one line."""

from typing import Any

import click

from tracker.commands.occasions import Given, given, mention_near, mention_near_people, occasion_of
from tracker.commands.params import (
    DOUBT,
    LONGEST_NAME,
    OCCASION,
    Actor,
    Known,
    Speaker,
    Term,
    When,
    Words,
    options,
)
from tracker.commands.params import (
    command as tracker_command,
)
from tracker.commands.record_facts import mention_planned, standing_now
from tracker.commands.session import Session, session_of
from tracker.errors import BadWords
from tracker.recording import Proposal, label, propose
from tracker.store.book import Book
from tracker.text import visible
from tracker.vocab import Classification, Status


@tracker_command(
    "add",
    examples=[
        "tracker add 'Regional seed bank' --by KZ --date 2025-11-16",
        "tracker add 'Common tourism brand' --by 'KZ:Kassym-Jomart Tokayev' --supporter UZ --meeting cacm-7",
        "tracker add 'Water charter' --by KZ --by UZ --deadline 2027 --topic water --source https://example.org/charter",
    ],
)
@click.argument("title", required=False, type=Words(LONGEST_NAME))
@options(
    click.option("--by", multiple=True, type=Speaker(), help="Who put it forward, or unknown."),
    click.option("--on-behalf-of", multiple=True, type=Actor(), help="For whom they spoke."),
    click.option("--supporter", multiple=True, type=Speaker(), help="Who backs it at once."),
)
@OCCASION
@options(
    click.option("--status", type=Term(Status, "statuses"), help="Where it stands, if beyond proposed."),
    click.option("--topic", multiple=True, type=Known("topic"), help="What it is about."),
    click.option("--classification", type=Term(Classification), help="What kind of thing it is."),
    click.option("--also-called", multiple=True, type=Words(LONGEST_NAME), help="Another name it goes by."),
    click.option("--summary", type=Words(), help="What it is, in a sentence."),
    click.option("--deadline", type=When(), help="By when it should be done."),
    click.option("--ends", type=When(), help="When it runs out by itself."),
    click.option("--open-to", multiple=True, type=Actor(), help="Who may sign or join."),
)
@DOUBT
@click.pass_context
def command(ctx: click.Context, /, title: str | None, by: tuple[Any, ...], **typed: Any) -> None:
    """Record a new initiative.

    TITLE is its name in your words. The new id is printed.
    """
    session = session_of(ctx)
    if title is None or not by:
        title, by, typed = _asked(session, title, by, typed)
    said = given(typed)
    proposal = _proposal(title, by, typed, said)
    with session.editing("add") as book:
        identity = _store(proposal, said, session, book)
    session.say(identity)


def _asked(session: Session, title: str | None, by: tuple[Any, ...], typed: dict[str, Any]) -> Any:
    """What is missing, asked field by field where somebody is there to answer."""
    if not session.asks:
        missing = "a TITLE" if title is None else "--by ACTOR (or --by unknown)"
        raise BadWords(f"add needs {missing}: tracker add 'Regional seed bank' --by KZ")
    from tracker.commands.guide import ask_add

    return ask_add(session, title, by, typed)


def _proposal(title: str, by: tuple[Any, ...], typed: dict[str, Any], said: Given) -> Proposal:
    spoken = tuple(speaker for speaker in by if speaker is not None)
    if spoken and len(spoken) < len(by):
        raise BadWords("--by unknown excludes other proposers: leave one of them out")
    if said.person and len(spoken) > 1:
        raise BadWords("--person goes with one --by only: write --by KZ:NAME --by UZ:NAME for each")
    return Proposal(
        title=title,
        proposers=spoken,
        supporters=typed["supporter"],
        on_behalf_of=typed["on_behalf_of"],
        status=typed["status"],
        deadline=typed["deadline"],
        ends=typed["ends"],
        topics=tuple(dict.fromkeys(typed["topic"])),
        classification=typed["classification"] or Classification.OTHER,
        other_names=tuple(dict.fromkeys(typed["also_called"])),
        summary=typed["summary"],
        open_to=tuple(dict.fromkeys(typed["open_to"])),
    )


def _store(proposal: Proposal, said: Given, session: Session, book: Book) -> str:
    occasion = occasion_of(said, session, book)
    record = propose(proposal, occasion, book.fresh_id(label(proposal, occasion)))
    for person in {person for _, person in (*proposal.proposers, *proposal.supporters) if person}:
        mention_near_people(person, session, book)
    mention_planned(session, standing_now(session, book, record))
    if proposal.topics:
        known = known_topics(book)
        for topic in proposal.topics:
            mention_near(topic, known, "topic", session)
    for alike in book.alike(record):
        session.tell(
            f"much like {alike.id} {visible(alike.title)}: `tracker merge {record.id} {alike.id}` if it is the same"
        )
    book.add(record)
    book.tables.summary = f"{record.id} {record.title}"
    return record.id


def known_topics(book: Book) -> set[str]:
    """The topics in use."""
    return {topic for _, record in book.records() for topic in record.topics}
