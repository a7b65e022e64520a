"""Records in our machine form become records of this file: ids and uids are kept, nothing known is doubled."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from tracker.dates import check
from tracker.errors import BadWords
from tracker.formats.machine import EventForm, GivenForm, SourceForm
from tracker.initiative import Event, Initiative, Past, Source
from tracker.recording import fresh_uid, next_order
from tracker.text import visible
from tracker.vocab import EventKind

KeepSource = Callable[[Source], str]


class Arrival(Struct, frozen=True, kw_only=True):
    """What arrives with a record: how its sources are kept, and the instant at which it is recorded."""

    keep_source: KeepSource
    now: str


def arrived(form: GivenForm, identity: str, arrival: Arrival) -> Initiative:
    """The record that was not here yet, under that id; its own other id stays as an alias. BadWords if it cannot be."""
    others = tuple(name for name in dict.fromkeys((*form.aliases, form.id or identity)) if name != identity)
    bare = Initiative(id=identity, uid=form.uid or fresh_uid(), title=form.title, aliases=others)
    return replace(_with_events(_described(bare, form), form, arrival), past=())


def brought_up(record: Initiative, form: GivenForm, arrival: Arrival) -> Initiative:
    """The record that was here already, with what the form says differently or beyond; nothing is taken away."""
    return _with_events(_described(record, form), form, arrival)


def _described(record: Initiative, form: GivenForm) -> Initiative:
    if form.ends:
        check(form.ends)
    return replace(
        record,
        title=form.title,
        other_names=form.other_names,
        summary=form.summary,
        classification=form.classification,
        topics=form.topics,
        open_to=form.open_to,
        ends=form.ends,
        links=form.links,
    )


def _with_events(record: Initiative, form: GivenForm, arrival: Arrival) -> Initiative:
    """The record with the form's events: new ones added under their own numbers where these are free."""
    numbers = {event.uid: event.number for event in record.events}
    taken = set(numbers.values()) | {was.event.number for was in record.past}
    renumbered: dict[int, int] = {}
    placed: list[tuple[EventForm, int]] = []
    for event in form.events:
        told = _told_number(event)
        number = _same(event, record, numbers)
        if number is None:
            number = told if told and told not in taken else max(taken, default=0) + 1
        taken.add(number)
        renumbered[told or number] = number
        placed.append((event, number))
    for event, number in placed:
        record = _placed(record, _event(event, number, renumbered, record, arrival), arrival.now)
    return record


def _told_number(event: EventForm) -> int | None:
    number = (event.id or "").rpartition(".")[2]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 and int(number) else None


def _same(event: EventForm, record: Initiative, numbers: dict[str, int]) -> int | None:
    """The number of the event that is here already: the same uid or, where none came, the same fact."""
    if event.uid is not None:
        return numbers.get(event.uid)
    for known in record.events:
        fact = (known.kind, known.date, known.actors, known.stance, known.level, known.status, known.text)
        if fact == (event.kind, event.date, event.actors, event.stance, event.level, event.status, event.text):
            return known.number
    return None


def _event(form: EventForm, number: int, renumbered: dict[int, int], record: Initiative, arrival: Arrival) -> Event:
    known = record.event(number)
    sources = tuple(arrival.keep_source(_source(source)) for source in form.sources)
    if known and sources == record.sources_of(known):
        sources = known.sources  # the others come from the notes that confirm it
    check(form.date)
    if form.kind is EventKind.DEADLINE:
        check(form.text or "")
    _need(form)
    return Event(
        uid=form.uid or (known.uid if known else fresh_uid()),
        number=number,
        kind=form.kind,
        date=form.date,
        order=form.order if form.uid else known.order if known else next_order(record, form.date),
        recorded=_instant(form.recorded) or (known.recorded if known else arrival.now),
        actors=form.actors,
        on_behalf_of=form.on_behalf_of,
        person=form.person,
        stance=form.stance,
        level=form.level,
        status=form.status,
        reason=form.reason,
        condition=form.condition,
        forum=form.forum,
        meeting=form.meeting,
        text=form.text,
        quote=form.quote,
        sources=sources,
        unverified=form.unverified,
        internal=form.internal,
        confirms=_answered(form.confirms, renumbered),
        disputes=_answered(form.disputes, renumbered),
    )


_NEEDED = {
    EventKind.PROPOSED: "stance",
    EventKind.POSITION: "stance",
    EventKind.COMMITMENT: "level",
    EventKind.STATUS: "status",
    EventKind.DEADLINE: "text",
}


def _need(form: EventForm) -> None:
    needed = _NEEDED.get(form.kind)
    if needed and getattr(form, needed) is None:
        raise BadWords(f"a {form.kind} event of {form.date} has no {needed}: give it one")


def _instant(text: str | None) -> str | None:
    """The same UTC instant, if it is one; BadWords if not."""
    if text is None:
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or read.tzinfo is None:
        raise BadWords(f"recorded '{visible(text)[:40]}' is no UTC instant such as 2025-11-16T09:30:00Z")
    return text


def _answered(event_id: str | None, renumbered: dict[int, int]) -> int | None:
    number = (event_id or "").rpartition(".")[2]
    return renumbered.get(int(number)) if number.isascii() and number.isdigit() else None


def _source(form: SourceForm) -> Source:
    if form.date:
        check(form.date)
    return Source(
        id=form.id or "",
        publisher=form.publisher,
        title=form.title,
        address=form.address,
        date=form.date,
        language=form.language,
        kind=form.kind,
    )


def _placed(record: Initiative, event: Event, now: str) -> Initiative:
    """The record with the event in its place; where it says otherwise than before, that is kept as past."""
    before = record.event(event.number)
    if before is None:
        return replace(record, events=(*record.events, event))
    if before == event:
        return record
    fresh = event if event.recorded != before.recorded else replace(event, recorded=now)
    return replace(
        record,
        events=tuple(fresh if one.number == event.number else one for one in record.events),
        past=(*record.past, Past(event=before, replaced=fresh.recorded)),
    )
