"""Sheets of what the questions find: the records and the events, one row each, with stable field names."""

from collections.abc import Sequence

from tracker.formats.sheet import Cell, Sheet
from tracker.initiative import Sources, event_id, source_name
from tracker.query import Entry, updated
from tracker.standing import Standing, event_marks

RECORD_FIELDS = ("id", "date", "status", "marks", "by", "supporters", "meeting", "title")
WIDE_FIELDS = (
    "id",
    "title",
    "date",
    "status",
    "status_date",
    "by",
    "persons",
    "supporters",
    "forum",
    "meeting",
    "classification",
    "topics",
    "deadline",
    "ends",
    "stalled",
    "overdue",
    "alive",
    "updated",
    "summary",
    "other_names",
    "source",
    "quote",
)
EVENT_FIELDS = ("id", "date", "kind", "what", "marks", "actors", "person", "meeting", "source", "title")


def record_rows(found: Sequence[Standing]) -> Sheet:
    """One short row a record, as `list` prints it into a pipe."""
    return Sheet(
        name="initiatives",
        fields=RECORD_FIELDS,
        rows=tuple(
            (
                standing.record.id,
                standing.first_date,
                standing.status.value,
                standing.marks,
                tuple(standing.proposers),
                tuple(standing.supporters),
                standing.meetings[0] if standing.meetings else None,
                standing.record.title,
            )
            for standing in found
        ),
    )


def wide_rows(found: Sequence[Standing], sources: Sources) -> Sheet:
    """One full row a record, for spreadsheets."""
    return Sheet(
        name="initiatives",
        fields=WIDE_FIELDS,
        rows=tuple(_wide_row(standing, sources) for standing in found),
    )


def _wide_row(standing: Standing, sources: Sources) -> tuple[Cell, ...]:
    record = standing.record
    events = standing.shown
    keys = [key for event in events for key in event.sources]
    return (
        record.id,
        record.title,
        standing.first_date,
        standing.status.value,
        standing.status_date,
        tuple(standing.proposers),
        tuple(dict.fromkeys(event.person for event in events if event.person)),
        tuple(standing.supporters),
        standing.forum,
        standing.meetings[0] if standing.meetings else None,
        record.classification.value,
        record.topics,
        standing.deadline,
        record.ends,
        standing.stalled,
        standing.overdue,
        standing.alive,
        updated(standing),
        record.summary,
        record.other_names,
        source_name(sources.get(keys[0])) if keys else None,
        next((event.quote for event in events if event.quote), None),
    )


def event_rows(entries: Sequence[Entry], sources: Sources) -> Sheet:
    """One row an event, as `timeline` prints it into a pipe."""
    return Sheet(name="events", fields=EVENT_FIELDS, rows=tuple(_event_row(entry, sources) for entry in entries))


def _event_row(entry: Entry, sources: Sources) -> tuple[Cell, ...]:
    event, standing = entry
    says = event.stance or event.level or event.status
    return (
        event_id(standing.record, event.number),
        event.date,
        event.kind.value,
        says.value if says else event.text,
        event_marks(event, standing),
        event.actors,
        event.person,
        event.meeting,
        source_name(sources.get(event.sources[0])) if event.sources else None,
        standing.record.title,
    )
