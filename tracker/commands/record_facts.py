"""What the recording commands share: one fact on one or several initiatives, in one write."""

from collections.abc import Callable
from typing import Any

from tracker.commands.occasions import Given, found_all, occasion_of, without_event
from tracker.commands.session import Session
from tracker.errors import BadWords
from tracker.initiative import Event, Initiative
from tracker.recording import record_event
from tracker.standing import Moment, Standing
from tracker.store.book import Book
from tracker.vocab import EventKind

_SAID = 60  # characters of a note that the history repeats

Mention = Callable[[Session, Standing, Standing], None]  # what to say of where it stood before and stands now


def record_on_all(
    session: Session, words: str, kind: EventKind, said: Given, facts: dict[str, Any], mention: Mention
) -> None:
    """Record the same fact on every initiative meant by the words; the ids of the new events are said."""
    changed = []
    with session.editing(kind.value) as book:
        meant = {found.number: without_event(found, f"a {kind.value}") for found in found_all(words, book)}
        occasion = occasion_of(said, session, book)
        for found in meant.values():
            record = record_event(found.record, kind, occasion, **facts)
            book.put(found.number, record)
            mention_planned(session, standing_now(session, book, record))
            mention(session, standing_now(session, book, found.record), standing_now(session, book, record))
            changed.append(record)
        book.tables.summary = f"{', '.join(map(event_name, changed))} {_in_words(changed[0].events[-1])}".rstrip()
    for record in changed:
        session.say(event_name(record))


def mention_planned(session: Session, standing: Standing) -> None:
    """Say that what was just recorded lies ahead and does not count yet."""
    event = standing.record.events[-1]
    if event.number in standing.planned:
        session.tell(f"{event.date} lies ahead: shown as planned, it does not count yet")


def _in_words(event: Event) -> str:
    """What was recorded, for the history."""
    says = event.stance or event.level or event.status or (event.text or "")[:_SAID]
    return " ".join([says, *event.actors])


def event_name(record: Initiative) -> str:
    """The id of the event recorded last."""
    return f"{record.id}.{record.events[-1].number}"


def standing_now(session: Session, book: Book, record: Initiative) -> Standing:
    """Where the record stands today."""
    return Standing(record, Moment(day=session.today), book.directory)


def missing(session: Session, verb: str, named: dict[str, Any], typed: dict[str, Any]) -> Any:
    """What is missing, asked field by field where somebody is there to answer, else named."""
    if not session.asks:
        name = next(name for name, value in named.items() if not value)
        raise BadWords(f"{verb} needs {name}: `tracker {verb} --help` shows how it is written")
    from tracker.commands.guide import ask_fact

    return ask_fact(session, verb, named, typed)
