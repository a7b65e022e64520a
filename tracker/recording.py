"""How a fact joins the record: an initiative is proposed, events are added, revised, struck, records are merged.

Every function takes records and returns new ones; nothing is stored here.
"""

import os
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tracker.dates import bounds
from tracker.initiative import Event, Initiative, Past
from tracker.vocab import Classification, EventKind, Stance, Status

Spoken = tuple[str, str | None]  # an actor and the person who spoke for it


class Occasion(Struct, frozen=True, kw_only=True):
    """When, where and by whom something was said, and what says so; shared by the events recorded together."""

    date: str
    recorded: str
    person: str | None = None
    forum: str | None = None
    meeting: str | None = None
    sources: tuple[str, ...] = ()
    quote: str | None = None
    unverified: str | None = None


class Proposal(Struct, frozen=True, kw_only=True):
    """What is put forward and by whom, as `add` takes it down."""

    title: str
    proposers: tuple[Spoken, ...]
    supporters: tuple[Spoken, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    status: Status | None = None
    deadline: str | None = None
    ends: str | None = None
    topics: tuple[str, ...] = ()
    classification: Classification = Classification.OTHER
    other_names: tuple[str, ...] = ()
    summary: str | None = None
    open_to: tuple[str, ...] = ()


def fresh_uid() -> str:
    """A name for ever: 20 hexadecimal digits from the system's randomness."""
    return os.urandom(10).hex()


def label(proposal: Proposal, occasion: Occasion) -> str:
    """The first two parts of the id: first proposer (else the forum, else XX) and the year (0000 if none)."""
    who = next((actor for actor, _ in proposal.proposers), None) or occasion.forum or "XX"
    return f"{who}-{_year(occasion.date)}"


def _year(when: str) -> str:
    first, last = bounds(when)
    year = first.year if first.year > 1 else last.year if last.year < 9999 else 0
    return f"{year:04d}"


def propose(proposal: Proposal, occasion: Occasion, identity: str) -> Initiative:
    """The initiative as its first events make it: who proposed, who backed it at once, a status, a deadline."""
    record = Initiative(
        id=identity,
        uid=fresh_uid(),
        title=proposal.title,
        other_names=proposal.other_names,
        summary=proposal.summary,
        classification=proposal.classification,
        topics=proposal.topics,
        open_to=proposal.open_to,
        ends=proposal.ends,
    )
    for actors, person in _by_person(proposal.proposers, occasion.person) or [((), occasion.person)]:
        record = record_event(
            record,
            EventKind.PROPOSED,
            replace(occasion, person=person),
            actors=actors,
            on_behalf_of=proposal.on_behalf_of,
            stance=Stance.PROPOSES,
        )
    plain = replace(occasion, quote=None)
    for actors, person in _by_person(proposal.supporters, None):
        record = record_event(
            record, EventKind.POSITION, replace(plain, person=person), actors=actors, stance=Stance.SUPPORTS
        )
    bare = replace(plain, person=None)
    if proposal.status is not None:
        record = record_event(record, EventKind.STATUS, bare, status=proposal.status)
    if proposal.deadline is not None:
        record = record_event(record, EventKind.DEADLINE, bare, text=proposal.deadline)
    return record


def _by_person(spoken: Iterable[Spoken], otherwise: str | None) -> list[tuple[tuple[str, ...], str | None]]:
    """The actors gathered by who spoke for them: one event each."""
    groups: dict[str | None, list[str]] = {}
    for actor, person in spoken:
        groups.setdefault(person or otherwise, []).append(actor)
    return [(tuple(dict.fromkeys(actors)), person) for person, actors in groups.items()]


def record_event(record: Initiative, kind: EventKind, occasion: Occasion, **facts: Any) -> Initiative:
    """The record with one more event, last among those of its date; `facts` are further fields of the event."""
    event = Event(
        uid=fresh_uid(),
        number=record.next_number,
        kind=kind,
        date=occasion.date,
        recorded=occasion.recorded,
        order=next_order(record, occasion.date),
        person=occasion.person,
        forum=occasion.forum,
        meeting=occasion.meeting,
        sources=occasion.sources,
        quote=occasion.quote,
        unverified=occasion.unverified,
        **facts,
    )
    return replace(record, events=(*record.events, event))


def next_order(record: Initiative, when: str) -> int:
    """The place of one more event among the record's events of that date."""
    return 1 + max((event.order for event in record.events if event.date == when), default=0)


def revise(record: Initiative, event: Event, now: str) -> Initiative:
    """The record with the event of that number as given; how it stood before is kept as past."""
    before = record.event(event.number)
    if before is None or replace(event, recorded=before.recorded) == before:
        return record
    if event.date != before.date:
        event = replace(event, order=next_order(record, event.date))
    fresh = replace(event, recorded=now)
    return replace(
        record,
        events=tuple(fresh if one.number == event.number else one for one in record.events),
        past=(*record.past, Past(event=before, replaced=now)),
    )


def strike(record: Initiative, number: int, now: str) -> Initiative:
    """The record without that event, which is kept as past; what confirmed or disputed it goes on as a plain note."""
    struck = tuple(Past(event=event, replaced=now) for event in record.events if event.number == number)
    living = (event for event in record.events if event.number != number)
    return replace(record, events=tuple(_let_go(event, number) for event in living), past=(*record.past, *struck))


def _let_go(event: Event, number: int) -> Event:
    if number not in (event.confirms, event.disputes):
        return event
    return replace(
        event,
        confirms=None if event.confirms == number else event.confirms,
        disputes=None if event.disputes == number else event.disputes,
    )


def merge(record: Initiative, into: Initiative) -> Initiative:
    """The second record with all that the first holds: its events under new numbers, its names, its id as alias."""
    shift = into.next_number - 1
    return replace(
        into,
        other_names=_united(into.other_names, (record.title, *record.other_names), without=into.title),
        summary=into.summary or record.summary,
        topics=_united(into.topics, record.topics),
        open_to=_united(into.open_to, record.open_to),
        ends=into.ends or record.ends,
        aliases=_united(into.aliases, (record.id, *record.aliases)),
        links=tuple(
            link for link in dict.fromkeys((*into.links, *record.links)) if link.id not in (into.id, record.id)
        ),
        events=(*into.events, *(_renumbered(event, shift, into) for event in record.events)),
        past=(*into.past, *(replace(was, event=_renumbered(was.event, shift, into)) for was in record.past)),
    )


def _renumbered(event: Event, shift: int, into: Initiative) -> Event:
    return replace(
        event,
        number=event.number + shift,
        order=event.order + next_order(into, event.date) - 1,
        confirms=event.confirms and event.confirms + shift,
        disputes=event.disputes and event.disputes + shift,
    )


def _united(first: Sequence[str], second: Sequence[str], without: str | None = None) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys((*first, *second)) if name != without)
