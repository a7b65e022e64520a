"""Tables: the list of initiatives, and the rows of any look-up; blocks instead where the screen is narrow."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tracker.query import Reference
from tracker.render.layout import GAP, Cell, Paragraph, cells, fit, hung, natural, packed, row
from tracker.render.phrases import PART_UNVERIFIED, marks
from tracker.render.screen import Screen, Span
from tracker.standing import Standing
from tracker.vocab import Stance

TABLE_FROM = 76  # columns of screen; below, a block a record
_LEAST_TITLE = 34  # columns for titles, else the date goes under the id
_LEAST_PAIRED = 20  # columns for titles then
_LONGEST_DATE = 11  # `2025-11-15/`, the first line of an interval of days
_BATCH = 200  # rows handed to the screen at a time

Value = str | int | float | bool | None | tuple[str, ...]

_MARK_STYLES = {"overdue": "alarm", "planned": "quiet"}


def records(screen: Screen, found: Sequence[Standing], reference: Reference) -> None:
    """The list of initiatives, with their number and what the signs in it mean."""
    if found:
        rows = [_entry(screen, standing) for standing in found]
        if screen.width < TABLE_FROM:
            _stack(screen, rows)
        else:
            _spread(screen, rows)
    _count(screen, found)


class _Row(NamedTuple):
    """What the list says of one initiative."""

    id: Span
    date: str
    status: Paragraph
    marks: Paragraph
    by: Paragraph
    backed_by: Paragraph
    where: Span
    title: Span


def _entry(screen: Screen, standing: Standing) -> _Row:
    return _Row(
        id=screen.ink(standing.record.id, "strong"),
        date=standing.first_date or "",
        status=[Span(standing.status, standing.phase), *_doubt(screen, standing)],
        marks=_marks(standing),
        by=_actors(screen, standing, standing.proposers),
        backed_by=_actors(screen, standing, standing.supporters),
        where=screen.ink(standing.meetings[0] if standing.meetings else standing.forum or "", "quiet"),
        title=screen.ink(standing.record.title),
    )


def _doubt(screen: Screen, standing: Standing) -> Paragraph:
    """A sign for a record of which some events are unverified; it is explained below the list."""
    return [Span(screen.glyph("part"), "doubt")] if PART_UNVERIFIED in marks(standing) else []


def _marks(standing: Standing) -> Paragraph:
    told = [mark for mark in marks(standing) if mark != PART_UNVERIFIED]
    spans = [[Span(mark, _MARK_STYLES.get(mark, "doubt")), Span(", ")] for mark in told]
    return [span for pair in spans for span in pair][:-1]


def status_line(standing: Standing) -> Paragraph:
    """The status in the colour of its phase, then its marks."""
    told = [span for mark in marks(standing) for span in (Span(", "), Span(mark, _MARK_STYLES.get(mark, "doubt")))]
    return [Span(standing.status, standing.phase), *told]


def _date_cell(date: str, style: str = "") -> Cell:
    """The date on one line, an interval of days on two."""
    begin, slash, end = date.partition("/")
    parts = [date] if len(date) <= _LONGEST_DATE else [begin + slash, end]
    return [[Span(part, style)] for part in parts]


def _status_cell(each: _Row) -> Cell:
    return [each.status, each.marks] if each.marks else [each.status]


def _actors(screen: Screen, standing: Standing, actors: Sequence[str]) -> Paragraph:
    if not actors:
        return [Span(screen.glyph("none"), "quiet")]
    line = [screen.ink(f"{actor}{_signs(standing, actor)}, ") for actor in actors]
    return [*line[:-1], Span(line[-1].text.removesuffix(", "))]


def _signs(standing: Standing, actor: str) -> str:
    position = standing.positions[actor]
    conditional = "*" if position.stance is Stance.SUPPORTS_WITH_CONDITIONS else ""
    return conditional + ("?" if _is_disputed(standing, actor) else "")


def _is_disputed(standing: Standing, actor: str) -> bool:
    position = standing.positions[actor]
    return position.disputed or position.event.number in standing.disputed


def _count(screen: Screen, found: Sequence[Standing]) -> None:
    parts = [f"{len(found):,} initiative{'' if len(found) == 1 else 's'}"]
    backed = [(standing, actor) for standing in found for actor in (*standing.proposers, *standing.supporters)]
    if any("*" in _signs(*pair) for pair in backed):
        parts.append("* with conditions")
    if any("?" in _signs(*pair) for pair in backed):
        parts.append("? disputed")
    if any(PART_UNVERIFIED in marks(standing) for standing in found):
        parts.append(f"{screen.glyph('part')} {PART_UNVERIFIED}")
    lines = packed(screen, [[Span(part, "quiet")] for part in parts], Span(f" {screen.glyph('dot')} ", "quiet"))
    screen.write(["", *lines] if found else lines)


# ---- the list in columns


def _spread(screen: Screen, rows: Sequence[_Row]) -> None:
    headings, made = _flat(screen, rows)
    widths = _widths(headings, made, screen.width)
    if widths is None:
        headings, made = _paired(rows)
        widths = _widths(headings, made, screen.width)
    if widths is None:
        _stack(screen, rows)
        return
    _head(screen, headings, widths)
    _body(screen, made, widths)


def _flat(screen: Screen, rows: Sequence[_Row]) -> tuple[list[str], list[list[Cell]]]:
    """One column a fact."""
    headings = ["id", "date", "status", "by", "backed by", "where", "title"]
    made: list[list[Cell]] = [
        [
            [[each.id]],
            _date_cell(each.date),
            _status_cell(each),
            [each.by],
            [each.backed_by],
            [[each.where]],
            [[each.title]],
        ]
        for each in rows
    ]
    if screen.width < 110 or not any(each.where.text for each in rows):
        headings.remove("where")
        for line in made:
            del line[5]
    return headings, made


def _paired(rows: Sequence[_Row]) -> tuple[list[str], list[list[Cell]]]:
    """The date under the id, which leaves room for the title."""
    made: list[list[Cell]] = [
        [[[each.id], *_date_cell(each.date, "quiet")], _status_cell(each), [each.by], [each.backed_by], [[each.title]]]
        for each in rows
    ]
    return ["id", "status", "by", "backed by", "title"], made


_MOST = {"id": 20, "date": _LONGEST_DATE, "status": 18, "by": 12, "backed by": 18, "where": 14}
_MOST_PAIRED = _MOST | {"by": 8, "backed by": 10}


def _widths(headings: Sequence[str], made: Sequence[Sequence[Cell]], room: int) -> list[int] | None:
    """Columns as wide as they need up to their share, the rest for titles; None if that is too little."""
    most, least_title = (_MOST, _LEAST_TITLE) if "date" in headings else (_MOST_PAIRED, _LEAST_PAIRED)
    needed = [max(len(head), *[natural(line[at]) for line in made]) for at, head in enumerate(headings)]
    widths = [min(need, most[head]) for need, head in zip(needed[:-1], headings, strict=False)]
    title = room - sum(widths) - GAP * len(widths)
    if title < min(least_title, needed[-1]):
        return None
    for at in range(len(widths)):
        more = min(needed[at] - widths[at], max(title - needed[-1], 0))
        widths[at] += more
        title -= more
    return [*widths, min(title, needed[-1])]


def _head(screen: Screen, headings: Sequence[str], widths: Sequence[int], right: frozenset[int] = frozenset()) -> None:
    names: list[Cell] = [[[screen.ink(heading, "quiet")]] for heading in headings]
    rule = screen.glyph("rule") * (sum(widths) + GAP * (len(widths) - 1))
    screen.write([*row(screen, names, widths, right), screen.paint([Span(rule, "quiet")])])


def _body(
    screen: Screen, made: Sequence[Sequence[Cell]], widths: Sequence[int], right: frozenset[int] = frozenset()
) -> None:
    for begin in range(0, len(made), _BATCH):
        batch = made[begin : begin + _BATCH]
        screen.write([line for line_cells in batch for line in row(screen, line_cells, widths, right)])


# ---- the list in blocks


def _stack(screen: Screen, rows: Sequence[_Row]) -> None:
    dot = Span(f" {screen.glyph('dot')} ", "quiet")
    for number, each in enumerate(rows):
        known = each.by[0].style != "quiet"
        support = [Span("by ", "quiet"), *each.by] if known else [Span("proposer not known", "quiet")]
        if each.backed_by[0].style != "quiet":
            support += [dot, Span("backed by ", "quiet"), *each.backed_by]
        told = [*each.status, Span(", "), *each.marks] if each.marks else each.status
        lines = [""] if number else []
        lines += hung(screen, [], [Span("  ")], [each.id, dot, Span(each.date), dot, *told])
        lines += hung(screen, [Span("  ")], [Span("  ")], [each.title])
        lines += hung(screen, [Span("  ")], [Span("  ")], support)
        screen.write(lines)


# ---- any look-up


class Sheet(Protocol):
    """Rows under headings, as `formats.sheet` has them; the doors do not know each other."""

    @property
    def headings(self) -> list[str]: ...
    @property
    def rows(self) -> tuple[tuple[Value, ...], ...]: ...
    @property
    def nothing(self) -> str: ...


def sheet(screen: Screen, rows: Sheet) -> None:
    """The rows of a look-up as a table; a block a row where the screen is narrow, its words if there are none."""
    if not rows.rows:
        screen.print(rows.nothing)
        return
    made = [[_value(screen, value) for value in line] for line in rows.rows]
    right = frozenset(at for at, column in enumerate(zip(*rows.rows, strict=True)) if _are_numbers(column))
    needed = [max(len(head), *[natural(line[at]) for line in made]) for at, head in enumerate(rows.headings)]
    least = [max(len(head), *[_longest_word(line[at]) for line in made]) for at, head in enumerate(rows.headings)]
    widths = fit(needed, [min(low, 24) for low in least], screen.width)
    if widths is None:
        _sheet_stack(screen, rows.headings, made)
    else:
        _head(screen, rows.headings, widths, right)
        _body(screen, made, widths, right)


def _value(screen: Screen, value: Value) -> Cell:
    if value is None or value in ((), ""):
        return [[]]
    if isinstance(value, bool):
        return [[Span("yes") if value else Span("-", "quiet")]]
    return [[screen.ink(", ".join(value) if isinstance(value, tuple) else str(value))]]


def _are_numbers(column: Sequence[Value]) -> bool:
    return any(type(value) in (int, float) for value in column) and all(
        value is None or type(value) in (int, float) for value in column
    )


def _longest_word(cell: Cell) -> int:
    return max([cells(word) for paragraph in cell for span in paragraph for word in span.text.split(" ")], default=0)


def _sheet_stack(screen: Screen, headings: Sequence[str], made: Sequence[Sequence[Cell]]) -> None:
    label = min(max(map(len, headings)), 16)
    for number, line in enumerate(made):
        lines = [""] if number else []
        for heading, cell in zip(headings, line, strict=True):
            if any(cell):
                first = [Span(heading.ljust(label), "quiet"), Span("  ")]
                lines += hung(screen, first, [Span(" " * (label + 2))], cell[0])
        screen.write(lines)
