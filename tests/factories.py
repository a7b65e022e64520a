"""Records for tests: sensible defaults, so that a test states only what it is about."""

from datetime import date
from typing import Any

from tracker.forums import Directory
from tracker.initiative import Event, Initiative
from tracker.query import Reference
from tracker.standing import Moment, Standing
from tracker.vocab import Classification, EventKind, Stance, Status

RECORDED = "2025-12-01T09:00:00Z"
DAY = date(2025, 12, 1)


def make_event(number: int, kind: EventKind = EventKind.NOTE, when: str = "2025-11-16", **facts: Any) -> Event:
    """An event; recorded on 1 December 2025 unless said otherwise."""
    facts.setdefault("recorded", RECORDED)
    return Event(uid=f"e{number:04d}", number=number, kind=kind, date=when, **facts)


def proposed(number: int, *actors: str, when: str = "2025-11-16", **facts: Any) -> Event:
    """They put it forward."""
    return make_event(number, EventKind.PROPOSED, when, actors=actors, stance=Stance.PROPOSES, **facts)


def says(number: int, stance: str, *actors: str, when: str = "2025-11-16", **facts: Any) -> Event:
    """They take a stance."""
    return make_event(number, EventKind.POSITION, when, actors=actors, stance=Stance(stance), **facts)


def becomes(number: int, status: str, when: str = "2025-11-16", **facts: Any) -> Event:
    """Its status."""
    return make_event(number, EventKind.STATUS, when, status=Status(status), **facts)


def due(number: int, day: str, when: str = "2025-11-16", **facts: Any) -> Event:
    """A deadline set on the date `when`."""
    return make_event(number, EventKind.DEADLINE, when, text=day, **facts)


def make_initiative(*events: Event, **fields: Any) -> Initiative:
    """An initiative; proposed by Kazakhstan on 16 November 2025 unless events say otherwise."""
    if "classification" in fields:
        fields["classification"] = Classification(fields["classification"])
    defaults = {"id": "KZ-2025-001", "uid": "i0001", "title": "Regional seed bank"}
    return Initiative(**(defaults | fields), events=events or (proposed(1, "KZ"),))


def stand(*events: Event, on: date = DAY, directory: Directory | None = None, **fields: Any) -> Standing:
    """Where an initiative with these events stands on a day."""
    moment_fields = {name: fields.pop(name) for name in ("asked", "known_by", "stalled_after") if name in fields}
    record = make_initiative(*events, **fields)
    return Standing(record, Moment(day=on, **moment_fields), directory or Directory())


def make_reference(**fields: Any) -> Reference:
    """What stands beside the records."""
    return Reference(**({"directory": Directory(), "sources": {}, "people": ()} | fields))
