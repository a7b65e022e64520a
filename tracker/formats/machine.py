"""The machine form: the records and events as other programs get and give them; field names here are a promise.

Everything from `forum` on in a record is worked out, and ignored when it comes back in.
"""

from collections.abc import Sequence

from msgspec import UNSET, Struct, UnsetType
from msgspec import json as msgjson

from tracker.errors import NewerFile
from tracker.initiative import Event, Initiative, Link, Source, Sources, event_id, source_name
from tracker.query import Entry, updated
from tracker.standing import Standing
from tracker.vocab import Classification, EventKind, Level, SourceKind, Stance, Status

SCHEMA = 1


class SourceForm(Struct, frozen=True, kw_only=True):
    """A source as it stands under an event."""

    id: str | None = None
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    date: str | None = None
    language: str | None = None
    kind: SourceKind = SourceKind.OTHER


class EventForm(Struct, frozen=True, kw_only=True):
    """An event, its sources written out, other events named by their ids."""

    id: str | None = None
    uid: str | None = None
    kind: EventKind
    date: str
    order: int = 1
    recorded: str | None = None
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
    sources: tuple[SourceForm, ...] = ()
    unverified: str | None = None
    internal: bool = False
    confirms: str | None = None
    disputes: str | None = None


class ProposerForm(Struct, frozen=True, kw_only=True):
    """Who put it forward."""

    country: str
    person: str | None = None


class PositionForm(Struct, frozen=True, kw_only=True):
    """Where an actor stands."""

    actor: str
    stance: Stance
    date: str
    source: str | None = None


class CommitmentForm(Struct, frozen=True, kw_only=True):
    """How far a party has bound itself."""

    actor: str
    level: Level
    date: str


class GivenForm(Struct, frozen=True, kw_only=True):
    """The part of a record that is kept, and taken on import."""

    id: str | None = None
    uid: str | None = None
    title: str
    other_names: tuple[str, ...] = ()
    summary: str | None = None
    classification: Classification = Classification.OTHER
    topics: tuple[str, ...] = ()
    open_to: tuple[str, ...] = ()
    ends: str | None = None
    aliases: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    events: tuple[EventForm, ...] = ()


class RecordForm(GivenForm, frozen=True, kw_only=True):
    """A whole record: what is kept, then what is worked out from it."""

    forum: str | None
    meeting: str | None
    meetings: tuple[str, ...]
    date: str | None
    status: Status
    status_date: str | None
    proposers: tuple[ProposerForm, ...]
    supporters: tuple[str, ...]
    positions: tuple[PositionForm, ...]
    commitments: tuple[CommitmentForm, ...]
    stalled: bool
    overdue: bool
    alive: bool
    deadline: str | None
    person: str | None
    source: str | None
    quote: str | None
    updated: str | None


class Listing(Struct, frozen=True, kw_only=True):
    """What `list`, `show` and `export` print."""

    schema: int
    current_to: str | None
    initiatives: tuple[RecordForm, ...]


class TimelineForm(Struct, frozen=True, kw_only=True):
    """What `timeline` prints."""

    schema: int
    current_to: str | None
    events: tuple[EventForm, ...]


class Incoming(Struct, frozen=True, kw_only=True):
    """A file that comes in: only what is given is read."""

    schema: int
    initiatives: tuple[GivenForm, ...]
    current_to: str | UnsetType | None = UNSET


def source_form(source: Source) -> SourceForm:
    """The source without what only the file needs."""
    return SourceForm(
        id=source.id,
        publisher=source.publisher,
        title=source.title,
        address=source.address,
        date=source.date,
        language=source.language,
        kind=source.kind,
    )


def event_form(record: Initiative, event: Event, sources: Sources) -> EventForm:
    """The event as other programs see it."""
    return EventForm(
        id=event_id(record, event.number),
        uid=event.uid,
        kind=event.kind,
        date=event.date,
        order=event.order,
        recorded=event.recorded,
        actors=event.actors,
        on_behalf_of=event.on_behalf_of,
        person=event.person,
        stance=event.stance,
        level=event.level,
        status=event.status,
        reason=event.reason,
        condition=event.condition,
        forum=event.forum,
        meeting=event.meeting,
        text=event.text,
        quote=event.quote,
        sources=tuple(source_form(sources[key]) for key in record.sources_of(event) if key in sources),
        unverified=event.unverified,
        internal=event.internal,
        confirms=event_id(record, event.confirms) if event.confirms else None,
        disputes=event_id(record, event.disputes) if event.disputes else None,
    )


def record_form(standing: Standing, sources: Sources, *, internal: bool = True) -> RecordForm:
    """The whole record; without `internal`, internal notes stay at home."""
    record = standing.record
    events = [event for event in standing.shown if internal or not event.internal]

    def first_source(keys: Sequence[str]) -> str | None:
        return source_name(sources.get(keys[0])) if keys else None

    return RecordForm(
        id=record.id,
        uid=record.uid,
        title=record.title,
        other_names=record.other_names,
        summary=record.summary,
        classification=record.classification,
        topics=record.topics,
        open_to=record.open_to,
        ends=record.ends,
        aliases=record.aliases,
        links=record.links,
        events=tuple(event_form(record, event, sources) for event in events),
        forum=standing.forum,
        meeting=standing.meetings[0] if standing.meetings else None,
        meetings=tuple(standing.meetings),
        date=standing.first_date,
        status=standing.status,
        status_date=standing.status_date,
        proposers=tuple(
            ProposerForm(country=actor, person=standing.positions[actor].event.person) for actor in standing.proposers
        ),
        supporters=tuple(standing.supporters),
        positions=tuple(
            PositionForm(
                actor=actor,
                stance=position.stance,
                date=position.event.date,
                source=first_source(position.event.sources),
            )
            for actor, position in standing.positions.items()
        ),
        commitments=tuple(
            CommitmentForm(actor=actor, level=reached.level, date=reached.event.date)
            for actor, reached in standing.commitments.items()
        ),
        stalled=standing.stalled,
        overdue=standing.overdue,
        alive=standing.alive,
        deadline=standing.deadline,
        person=next((event.person for event in events if event.person), None),
        source=first_source([key for event in events for key in event.sources]),
        quote=next((event.quote for event in events if event.quote), None),
        updated=updated(standing, internal=internal),
    )


def listing(found: Sequence[Standing], sources: Sources, current_to: str | None, *, internal: bool = True) -> Listing:
    """The found records as one object."""
    records = tuple(record_form(standing, sources, internal=internal) for standing in found)
    return Listing(schema=SCHEMA, current_to=current_to, initiatives=records)


def timeline_form(entries: Sequence[Entry], sources: Sources, current_to: str | None) -> TimelineForm:
    """The events as one object."""
    events = tuple(event_form(entry.standing.record, entry.event, sources) for entry in entries)
    return TimelineForm(schema=SCHEMA, current_to=current_to, events=events)


def encode(form: Struct) -> bytes:
    """The form as indented JSON, one line end at the end."""
    return msgjson.format(msgjson.encode(form), indent=2) + b"\n"


def decode(content: bytes) -> Incoming:
    """A file in our own form, read back; msgspec.DecodeError where it is not, NewerFile if it is of a later schema."""
    incoming = msgjson.decode(content, type=Incoming)
    if incoming.schema > SCHEMA:
        raise NewerFile(
            f"the import is in schema {incoming.schema} of a newer version, this is {SCHEMA}: upgrade tracker first"
        )
    return incoming
