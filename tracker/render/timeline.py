"""The timeline: a dated rail, grouped by year and month, with a sign for each event."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tracker.dates import display, is_edtf
from tracker.initiative import Event
from tracker.query import Entry, Reference
from tracker.render.layout import Paragraph, cells, hung, wrap
from tracker.render.phrases import event_marks, kind_style, meeting_words, source_words, what
from tracker.render.screen import Screen, Span

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_OPEN_START = "Beginning not known"
_WIDE = 76
_NARROW = 34


def timeline(screen: Screen, entries: Sequence[Entry], reference: Reference) -> None:
    """The events in the order in which they come, those of one initiative on one date together under its title."""
    if not entries:
        screen.print("no events")
        return
    rail = _Rail(screen, entries, reference)
    rail.head(entries[0])
    for year, in_year in groupby(entries, key=lambda entry: _place(entry.event.date)[0]):
        rail.year(year)
        for part, in_part in _parts(list(in_year)):
            rail.part(part)
            for date, on_date in groupby(in_part, key=lambda entry: entry.event.date):
                rail.date(date, list(on_date))
    rail.count(len(entries))


def _place(edtf: str) -> tuple[str, str]:
    """The headings under which a date stands: its year, and its month, quarter or season if it has one."""
    if edtf.startswith("..") or not is_edtf(edtf):
        return _OPEN_START, ""
    point = edtf.partition("/")[0].rstrip("~?%")
    code = point[5:7]
    if not code:
        return point[:4], ""
    if code <= "12":
        return point[:4], _MONTHS[int(code) - 1]
    return point[:4], display(point).removesuffix(f" {point[:4]}").capitalize()


def _parts(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """The months of a year as they come, after what has only the year."""
    parts: dict[str, list[Entry]] = {"": []}
    for entry in entries:
        parts.setdefault(_place(entry.event.date)[1], []).append(entry)
    return ((part, inside) for part, inside in parts.items() if inside)


def _label(edtf: str) -> str:
    """The date at the left: the day alone under its month, else the date as people write it."""
    if not is_edtf(edtf):
        return edtf
    if len(edtf) == 10 and "/" not in edtf:
        return str(int(edtf[8:]))
    begin, _, end = edtf.partition("/")
    if len(begin) == len(end) == 10 and begin[:7] == end[:7]:
        return f"{int(begin[8:])}–{int(end[8:])}"
    return display(edtf)


class _Rail:
    """Draws the parts of a timeline, each event behind the rail."""

    def __init__(self, screen: Screen, entries: Sequence[Entry], reference: Reference) -> None:
        self.screen = screen
        self.reference = reference
        self.is_of_one = len({entry.standing.record.id for entry in entries}) == 1
        longest = max(cells(_label(entry.event.date)) for entry in entries)
        self.margin = min(max(longest, 5), 10 if screen.width >= _WIDE else 8 if screen.width >= _NARROW else 5)
        self.bar = Span(screen.glyph("rail"), "quiet")
        self.joins = False  # whether the rail goes on from what was drawn last
        self.between = Span(f" {screen.glyph('dot')} ", "quiet")

    def head(self, entry: Entry) -> None:
        """The title on top, where all is of one initiative."""
        if self.is_of_one:
            record = entry.standing.record
            title = [self.screen.ink(record.title, "strong"), self.between, self.screen.ink(record.id, "quiet")]
            self.screen.write(hung(self.screen, [], [], title))

    def year(self, year: str) -> None:
        """The heading of a year."""
        self._gap()
        self._write([Span(year, "strong")])

    def part(self, part: str) -> None:
        """The heading of a month, quarter or season; a year's own events have none."""
        if part:
            if self.joins:
                self._gap()
            self._write([Span(f"  {part}")])

    def date(self, date: str, entries: Sequence[Entry]) -> None:
        """All events of one date, an initiative at a time."""
        label = wrap([self.screen.ink(_label(date))], self.margin)
        for _, of_one in groupby(entries, key=lambda entry: entry.standing.record.id):
            if self.joins:
                self._write([Span(" " * (self.margin + 4)), self.bar])
            self.joins = True
            lines = self._initiative(list(of_one))
            while len(lines) < len(label):
                lines.append((self.bar, []))
            for index, (sign, content) in enumerate(lines):
                said = label[index] if index < len(label) else []
                pad = Span(" " * (2 + self.margin - sum(cells(span.text) for span in said)))
                self._write([pad, *said, Span("  "), sign, Span("  "), *content])
            label = []

    def count(self, number: int) -> None:
        """The last line."""
        said = f"{number:,} event{'' if number == 1 else 's'}"
        self._gap()
        self._write([Span(said, "quiet")])

    def _gap(self) -> None:
        self.screen.write([""])
        self.joins = False

    def _write(self, line: Paragraph) -> None:
        self.screen.write([self.screen.paint(line)])

    @property
    def _room(self) -> int:
        return max(self.screen.width - self.margin - 7, 8)

    def _initiative(self, entries: Sequence[Entry]) -> list[tuple[Span, list[Span]]]:
        """The title and the events of one initiative on one date, each line with its sign on the rail."""
        lines: list[tuple[Span, list[Span]]] = []
        if not self.is_of_one:
            title = [self.screen.ink(entries[0].standing.record.title, "strong")]
            lines += [(self.bar, line) for line in wrap(title, self._room)]
        for entry in entries:
            sign = Span(self.screen.kind(entry.event.kind), kind_style(entry.event))
            for paragraph in self._event(entry):
                for line in wrap(paragraph, self._room):
                    lines.append((sign, line))
                    sign = self.bar
        return lines

    def _event(self, entry: Entry) -> Iterator[Paragraph]:
        """What one event says, why, what to know before relying on it, and where it is from."""
        event, standing = entry
        ink = self.screen.ink
        yield [ink(what(event))]
        if self.is_of_one and event.text and event.kind.value not in ("note", "deadline"):
            yield [ink(event.text)]
        if event.reason:
            yield [ink("because: ", "quiet"), ink(event.reason)]
        if told := event_marks(event, standing):
            yield [ink(", ".join(told), "doubt")]
        details = [ink(f"{standing.record.id}.{event.number}", "quiet")]
        if where := meeting_words(event.meeting, event.forum, self.reference.directory):
            details += [self.between, ink(where, "quiet")]
        yield [*details, *self._sources(event)]

    def _sources(self, event: Event) -> Iterator[Span]:
        for key in event.sources:
            yield self.between
            source = self.reference.sources.get(key)
            yield self.screen.ink(source_words(source) if source else key, "quiet", source.address if source else None)
