"""The record: initiatives, their events and sources, and how a new fact joins them.

One description of a record. The same types decode and check the file and the import and encode both; nobody else
lists the fields. Events are the only truth: what follows from them (status, positions, ...) is in `standing`.
"""

from collections.abc import Mapping

from msgspec import Struct

from tracker.vocab import Classification, EventKind, Level, Relation, SourceKind, Stance, Status


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A document that says something; kept once, referred to by events through its id (`S12`)."""

    id: str
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    date: str | None = None
    language: str | None = None
    kind: SourceKind = SourceKind.OTHER
    digest: str | None = None  # of the text that was read, so that a quote's place stays checkable
    length: int | None = None  # of that text, in characters


Sources = Mapping[str, Source]  # by id


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A dated, sourced fact in an initiative's life.

    `date` is when it happened (EDTF), `recorded` when this was written down (UTC instant), `order` its place among
    the record's events of the same date. The `text` of a deadline is the day it sets (EDTF). `confirms` and
    `disputes` are numbers of events of the same record.
    """

    uid: str
    number: int
    kind: EventKind
    date: str
    recorded: str
    order: int = 1
    actors: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    person: str | None = None
    stance: Stance | None = None
    level: Level | None = None
    status: Status | None = None
    reason: str | None = None
    condition: str | None = None
    forum: str | None = None
    meeting: str | None = None
    text: str | None = None
    quote: str | None = None
    sources: tuple[str, ...] = ()
    unverified: str | None = None
    internal: bool = False
    confirms: int | None = None
    disputes: int | None = None


class Past(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event as it stood before it was edited or deleted, and the instant it was replaced."""

    event: Event
    replaced: str


class Link(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A tie to another initiative, by its id."""

    relation: Relation
    id: str


class Initiative(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A nameable undertaking that someone puts forward, backs or brings into being."""

    id: str
    uid: str
    title: str
    other_names: tuple[str, ...] = ()
    summary: str | None = None
    classification: Classification = Classification.OTHER
    topics: tuple[str, ...] = ()
    open_to: tuple[str, ...] = ()
    ends: str | None = None
    aliases: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    events: tuple[Event, ...] = ()
    past: tuple[Past, ...] = ()

    @property
    def next_number(self) -> int:
        """The number of the next event; numbers of deleted events are not given again."""
        numbers = [event.number for event in self.events] + [was.event.number for was in self.past]
        return max(numbers, default=0) + 1

    def sources_of(self, event: Event) -> tuple[str, ...]:
        """The sources of an event: its own, then those of the notes that confirm it."""
        confirming = (note for note in self.events if note.confirms == event.number and note.unverified is None)
        return tuple(dict.fromkeys([*event.sources, *(key for note in confirming for key in note.sources)]))

    def event(self, number: int) -> Event | None:
        """The living event of that number."""
        return next((event for event in self.events if event.number == number), None)


def event_id(record: Initiative, number: int) -> str:
    """The permanent name of an event: `KZ-2025-003.4`."""
    return f"{record.id}.{number}"


def source_name(source: Source | None) -> str | None:
    """How a source is named in one word or line: its address, else its title."""
    return (source.address or source.title or source.publisher) if source else None


class Person(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody who speaks, with the other spellings of the name."""

    name: str
    country: str | None = None
    post: str | None = None
    also: tuple[str, ...] = ()


class Retired(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An id that was given up: into which record it went, or the deleted record, kept aside."""

    id: str
    when: str
    why: str | None = None
    into: str | None = None
    record: Initiative | None = None
