"""What the asking commands share: the records that answer, and people and topics that nobody has heard of."""

from collections.abc import Iterable

from tracker.commands.params import shorten
from tracker.commands.session import Session
from tracker.dates import bounds
from tracker.errors import UnknownName
from tracker.initiative import Initiative
from tracker.query import Filter, answering, arrange, names_person, person_spellings
from tracker.standing import Standing
from tracker.store.book import Book
from tracker.text import fold, nearest


def answers(session: Session, book: Book, wanted: Filter) -> list[Standing]:
    """The records that answer, sorted; UnknownName for a person or topic that the file does not know."""
    moment = wanted.moment(session.today)
    found = arrange(answering(book.matching(wanted), wanted, moment, book.reference), wanted)
    if not found:
        check_known(book, wanted)
    return found


def check_known(book: Book, wanted: Filter) -> None:
    """UnknownName with near ones if nobody in the file has such a person or topic."""
    if wanted.person:
        people = {event.person for _, record in book.records() for event in record.events if event.person}
        for word in wanted.person:
            spellings = person_spellings(word, book.people)
            if not spellings[1] and not any(names_person(name, spellings) for name in people):
                raise _unknown("person", word, [*people, *(person.name for person in book.people)])
    if wanted.topic:
        topics = {topic for _, record in book.records() for topic in record.topics}
        for word in wanted.topic:
            if fold(word) not in map(fold, topics):
                raise _unknown("topic", word, topics)


def _unknown(what: str, word: str, known: Iterable[str]) -> UnknownName:
    near = nearest(word, sorted(set(known)))
    hint = f" Did you mean {' or '.join(map(shorten, near))}?" if near else ""
    plural = "people" if what == "person" else f"{what}s"
    return UnknownName(f"no {what} '{shorten(word)}' in the file.{hint} `tracker {plural}` lists them", near)


def current_to(book: Book, wanted: Filter) -> str | None:
    """The day to which an answer is current: of the last recorded change, or the day it was known by."""
    return bounds(wanted.known_by)[1].isoformat() if wanted.known_by else book.current_to


def one(session: Session, book: Book, record: Initiative, wanted: Filter) -> Standing:
    """The standing of one record at the moment asked about."""
    return Standing(record, wanted.moment(session.today), book.directory)
