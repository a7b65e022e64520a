"""Lanes: one initiative a line across the screen, its events where they fall in time."""

from collections.abc import Sequence
from datetime import date

from tracker.dates import bounds, is_open_end
from tracker.query import Entry, Reference
from tracker.render.axis import Axis
from tracker.render.layout import cells, hung, length, packed
from tracker.render.phrases import kind_style
from tracker.render.screen import Screen, Span
from tracker.render.tables import status_line
from tracker.standing import Standing
from tracker.vocab import EventKind

# What is drawn where several events share a column: the weightiest.
_WEIGHT = [
    EventKind.NOTE,
    EventKind.DEADLINE,
    EventKind.POSITION,
    EventKind.COMMITMENT,
    EventKind.PROPOSED,
    EventKind.STATUS,
]
_UNVERIFIED = "?"
_NARROW = 34  # columns below which titles do not stand beside their ids
_LABEL_MOST = 16  # columns for ids


def lanes(screen: Screen, entries: Sequence[Entry], reference: Reference) -> None:
    """One lane an initiative under a common axis, then what the signs mean, and the titles in full."""
    if not entries:
        screen.print("no events")
        return
    by_record: dict[str, list[Entry]] = {}
    for entry in entries:
        by_record.setdefault(entry.standing.record.id, []).append(entry)
    label = min(max(map(cells, by_record)), _LABEL_MOST)
    axis = Axis(*_span(entries), screen.width - label - 2)
    _head(screen, axis, label, entries[0].standing.moment.day)
    signs: set[str] = set()
    for record_id, of_one in by_record.items():
        drawn = _lane(screen, axis, of_one)
        signs |= {span.text for span in drawn}
        id_span = screen.ink(record_id[:label].ljust(label), "strong")
        screen.write([screen.paint([id_span, Span("  "), *drawn])])
    _legend(screen, signs)
    _titles(screen, [of_one[0].standing for of_one in by_record.values()], label)


def _ends(edtf: str) -> tuple[date, date]:
    """The days between which a date is drawn; an end that is open or not known is where the other one is."""
    first, last = bounds(edtf)
    if is_open_end(edtf):
        return first, first
    return (last, last) if first == date.min else (first, last)


def _span(entries: Sequence[Entry]) -> tuple[date, date]:
    days = [day for entry in entries for day in _ends(entry.event.date)]
    standings = {entry.standing.record.id: entry.standing for entry in entries}.values()
    days += [bounds(standing.deadline)[1] for standing in standings if standing.deadline]
    days.append(entries[0].standing.moment.day)
    return min(days), max(days)


def _head(screen: Screen, axis: Axis, label: int, today: date) -> None:
    pad = " " * (label + 2)
    names, ticks = axis.scale()
    rule = [screen.glyph("tick") if at in ticks else screen.glyph("rule") for at in range(axis.width)]
    rule[axis.column(today)] = screen.glyph("today")
    screen.write([screen.paint([Span(pad), Span(names)]), screen.paint([Span(pad), Span("".join(rule), "quiet")])])


def _lane(screen: Screen, axis: Axis, entries: Sequence[Entry]) -> list[Span]:
    """The lane, a span a column."""
    standing = entries[0].standing
    lane = [Span(" ")] * axis.width
    today = standing.moment.day
    lane[axis.column(today)] = Span(screen.glyph("today"), "quiet")
    _draw_life(screen, axis, lane, entries)
    for entry in entries:
        begin, end = (axis.column(day) for day in _ends(entry.event.date))
        for at in range(begin, end + 1):
            lane[at] = Span(screen.glyph("span"), kind_style(entry.event))
    for entry in sorted(entries, key=lambda entry: _WEIGHT.index(entry.event.kind)):
        first, last = _ends(entry.event.date)
        at = axis.column(first + (last - first) / 2)
        sign = screen.kind(entry.event.kind) if entry.event.unverified is None else _UNVERIFIED
        lane[at] = Span(sign, kind_style(entry.event))
    if standing.deadline:
        due = Span(screen.glyph("due"), "alarm" if standing.overdue else "doubt")
        lane[axis.column(bounds(standing.deadline)[1])] = due
    return lane


def _draw_life(screen: Screen, axis: Axis, lane: list[Span], entries: Sequence[Entry]) -> None:
    """The line between the events, and the silence since the last one where it has stalled."""
    standing = entries[0].standing
    days = [day for entry in entries for day in _ends(entry.event.date)]
    stretches = [(min(days), max(days), Span(screen.glyph("rule"), "quiet"))]
    if standing.stalled and max(days) < standing.moment.day:
        stretches.append((max(days), standing.moment.day, Span(screen.glyph("silent"), "doubt")))
    for first, last, span in stretches:
        for at in range(axis.column(first), axis.column(last) + 1):
            lane[at] = span


def _legend(screen: Screen, drawn: set[str]) -> None:
    """What the signs that occur mean."""
    words = [(screen.kind(kind), str(kind)) for kind in EventKind]
    words += [
        (_UNVERIFIED, "unverified"),
        (screen.glyph("due"), "deadline in force"),
        (screen.glyph("span"), "some time within"),
        (screen.glyph("silent"), "silence"),
        (screen.glyph("today"), "day asked about"),
    ]
    legend = [[Span(f"{sign} "), Span(meaning, "quiet")] for sign, meaning in words if sign in drawn]
    screen.write(["", *packed(screen, legend, Span("  ")), ""])


def _titles(screen: Screen, standings: Sequence[Standing], label: int) -> None:
    for standing in standings:
        dot = Span(f" {screen.glyph('dot')} ", "quiet")
        named = [screen.ink(standing.record.id.ljust(label), "strong"), Span("  ")]
        told = [screen.ink(standing.record.title), dot, *status_line(standing)]
        if screen.width < _NARROW:
            screen.write(hung(screen, [], [Span("  ")], [*named, *told]))
        else:
            screen.write(hung(screen, named, [Span(" " * length(named))], told))
    count = f"{len(standings):,} initiative{'' if len(standings) == 1 else 's'}"
    screen.write(["", screen.paint([Span(count, "quiet")])])
