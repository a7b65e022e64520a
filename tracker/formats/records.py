"""Records and events in every format that a pipe or a file may be given."""

from collections.abc import Iterator, Sequence

from tracker.formats import rows, writers
from tracker.initiative import Sources
from tracker.query import Entry
from tracker.standing import Standing


def lines(
    form: str, found: Sequence[Standing], sources: Sources, current_to: str | None, *, internal: bool = True
) -> Iterator[str]:
    """The records as lines of that format."""
    if form == "plain":
        return writers.plain(rows.record_rows(found))
    if form == "csv":
        return writers.csv(rows.wide_rows(found, sources))
    if form == "md":
        return writers.markdown(rows.record_rows(found))
    return _machine_records(form, found, sources, current_to, internal)


def _machine_records(
    form: str, found: Sequence[Standing], sources: Sources, current_to: str | None, internal: bool
) -> Iterator[str]:
    from msgspec import json

    from tracker.formats import machine  # its types cost 3 ms; lines for people do without

    if form == "jsonl":
        for standing in found:
            yield writers.safe_json(json.encode(machine.record_form(standing, sources, internal=internal)))
    else:
        listing = machine.listing(found, sources, current_to, internal=internal)
        yield writers.safe_json(json.format(json.encode(listing), indent=2))


def event_lines(form: str, entries: Sequence[Entry], sources: Sources, current_to: str | None) -> Iterator[str]:
    """The events as lines of that format."""
    if form == "plain":
        return writers.plain(rows.event_rows(entries, sources))
    if form == "csv":
        return writers.csv(rows.event_rows(entries, sources))
    if form == "md":
        return writers.markdown(rows.event_rows(entries, sources))
    return _machine_events(form, entries, sources, current_to)


def _machine_events(form: str, entries: Sequence[Entry], sources: Sources, current_to: str | None) -> Iterator[str]:
    from msgspec import json

    from tracker.formats import machine

    if form == "jsonl":
        for entry in entries:
            yield writers.safe_json(json.encode(machine.event_form(entry.standing.record, entry.event, sources)))
    else:
        form_of_all = machine.timeline_form(entries, sources, current_to)
        yield writers.safe_json(json.format(json.encode(form_of_all), indent=2))
