"""The occasion of what is recorded: date, person, meeting, source; each default is told with its reason."""

import re
from typing import Any, NamedTuple

from msgspec.structs import replace

from tracker.commands.params import shorten
from tracker.commands.session import Session
from tracker.errors import BadWords, NotFound
from tracker.initiative import Event, Source
from tracker.recording import Occasion
from tracker.store.book import Book, Found
from tracker.text import fold

_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f]+", re.IGNORECASE)
_SOURCE_ID = re.compile(r"[Ss][0-9]{1,9}")


class Given(NamedTuple):
    """The shared options of a recording command, as typed and understood."""

    date: str | None = None
    person: str | None = None
    forum: str | None = None
    meeting: str | None = None
    source: str | None = None
    publisher: str | None = None
    quote: str | None = None
    unverified: str | None = None
    again: bool = False


def given(options: dict[str, Any]) -> Given:
    """The shared options taken out of a command's options."""
    return Given(**{name: options.pop(name) for name in Given._fields if name in options})


def occasion_of(said: Given, session: Session, book: Book) -> Occasion:
    """The occasion, its source kept in the book; what was filled in is told."""
    sources: tuple[str, ...] = ()
    if said.again:
        said, sources = _as_last(said, session, book)
    if said.source is not None:
        sources = (keep_source(said.source, said.publisher, session, book),)
    elif said.publisher is not None and not sources:
        raise BadWords(
            f"--publisher '{shorten(said.publisher)}' needs --source: the address, title or id of the document"
        )
    if said.person:
        mention_near_people(said.person, session, book)
    return Occasion(
        date=said.date or _default_date(said, sources, session, book),
        recorded=session.now,
        person=said.person,
        forum=said.forum or (book.directory.meetings[said.meeting].forum if said.meeting else None),
        meeting=said.meeting,
        sources=sources,
        quote=said.quote,
        unverified=said.unverified,
    )


def _default_date(said: Given, sources: tuple[str, ...], session: Session, book: Book) -> str:
    """The meeting's date, else the source's, else today; told with the reason."""
    if said.meeting:
        day, reason = book.directory.meetings[said.meeting].date, f"of the meeting {said.meeting}"
    elif sources and (published := book.sources[sources[0]].date):
        day, reason = published, "of the source"
    else:
        day, reason = session.today.isoformat(), "today; give --date for another"
    session.tell(f"date: {day} ({reason})")
    return day


def _as_last(said: Given, session: Session, book: Book) -> tuple[Given, tuple[str, ...]]:
    """What was left out, as it was in the event recorded last."""
    last = last_recorded(book)
    if last is None:
        raise BadWords("--again has nothing to repeat yet: give --date, --source and the rest once")
    filled = said._replace(
        date=said.date or last.date,
        person=said.person or last.person,
        forum=said.forum or (None if said.meeting else last.forum),
        meeting=said.meeting or last.meeting,
    )
    sources = () if said.source else last.sources
    named = [book.sources[key].title or book.sources[key].address or key for key in sources]
    parts = [filled.date, filled.person, filled.meeting, *named]
    session.tell("again: " + ", ".join(part for part in parts if part))
    return filled, sources


def last_recorded(book: Book) -> Event | None:
    """The event written down last in the whole file."""
    newest = (
        (event.recorded, number, event.number, event) for number, record in book.records() for event in record.events
    )
    return max(newest, key=lambda entry: entry[:3], default=(None,))[-1]


def is_address(word: str) -> bool:
    """Whether a source is named by its address on the web, with nothing in it that steers a terminal."""
    return _ADDRESS.fullmatch(word) is not None


def is_source_id(word: str) -> bool:
    """Whether a source is named by its id, `S12` or `s12`."""
    return _SOURCE_ID.fullmatch(word) is not None


def keep_source(word: str, publisher: str | None, session: Session, book: Book) -> str:
    """The id of the source meant by an id, an address or a text; a new one is kept."""
    if is_source_id(word):
        if word.upper() not in book.sources:
            raise NotFound(f"no source '{word}': `tracker sources` lists them; or give its address or title")
        return word.upper()
    if is_address(word):
        source = Source(id="", address=word, publisher=publisher)
    else:
        source = Source(id="", title=word, publisher=publisher)
    key = book.keep_source(source)
    kept = book.sources[key]
    if publisher and kept.publisher is None:
        book.put_source(replace(kept, publisher=publisher))
    elif publisher and kept.publisher and fold(publisher) != fold(kept.publisher):
        session.tell(f"source {key} is kept with publisher '{kept.publisher}'; `tracker sources edit {key}` changes it")
    return key


def mention_near_people(person: str, session: Session, book: Book) -> None:
    """A new name that looks like a known one is stored as typed, and the known one mentioned."""
    described = {name for one in book.people for name in (one.name, *one.also)}
    mention_near(person, known_values(book, "person") | described, "person", session)


def known_values(book: Book, field: str) -> set[str]:
    """The values of a text field of events that the file holds, read off the bytes without decoding records."""
    from msgspec import json

    pattern = re.compile(b'"' + field.encode() + rb'":("(?:[^"\\]|\\.)*")')
    return {json.decode(found, type=str) for found in set(pattern.findall(book.tables.data))}


def mention_near(word: str, known: set[str], what: str, session: Session) -> None:
    """Say that a known name looks like the one typed, if the one typed is not known itself."""
    from tracker.text import nearest

    if word in known:
        return
    words = set(fold(word).split())
    fuller = sorted(name for name in known if words < set(fold(name).split()))[:2]
    if near := fuller or nearest(word, known, most=2):
        session.tell(f"new {what} '{shorten(word)}'; already known: {', '.join(map(shorten, near))}")


def found_all(words: str, book: Book) -> list[Found]:
    """The records meant by one id, or by several with commas between."""
    from tracker.store.book import is_id

    parts = [part.strip() for part in words.split(",")]
    several = len(parts) > 1 and all(is_id(part) for part in parts)
    return [book.find(part) for part in (parts if several else [words])]


def without_event(found: Found, verb: str) -> Found:
    """The same, if it names a whole initiative; BadWords if it names one event."""
    if found.event is not None:
        raise BadWords(f"{verb} is of a whole initiative: type {found.record.id} without .{found.event}")
    return found
