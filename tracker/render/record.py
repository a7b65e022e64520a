"""The whole story of one initiative: what it is, who stands where, and all that happened, each line with its source."""

from collections.abc import Iterable, Sequence

from tracker.initiative import event_id
from tracker.query import Reference
from tracker.render.layout import Paragraph, cells, hung
from tracker.render.phrases import kind_style
from tracker.render.screen import Screen, Span
from tracker.render.story import Happening, Line, story
from tracker.standing import Standing

_ROOMY = 60  # columns from which labels stand beside what they label
_WIDEST = 110  # columns beyond which lines are no longer easy to read


def record(screen: Screen, standing: Standing, reference: Reference, country: str | None = None) -> None:
    """All that is known of one initiative, or what of it concerns one country."""
    told = story(standing, reference, country)
    _write(screen, [], [screen.ink(standing.record.title, "strong", most=None)])
    _write(screen, [], [screen.ink(standing.record.id, "quiet")])
    screen.write([""])
    _lines(screen, told.facts)
    _section(screen, "Who stands where", told.stances)
    _section(screen, "Commitments", told.commitments)
    if told.happenings:
        _heading(screen, "Events")
    for number, happening in enumerate(told.happenings):
        if number:
            screen.write([""])
        _happening(screen, standing, happening)


def _section(screen: Screen, heading: str, lines: Sequence[Line]) -> None:
    if lines:
        _heading(screen, heading)
        _lines(screen, lines)


def _heading(screen: Screen, heading: str) -> None:
    rule = screen.glyph("rule") * max(_room(screen) - len(heading) - 1, 0)
    screen.write(["", screen.paint([Span(heading, "strong"), Span(" "), Span(rule, "quiet")])])


def _lines(screen: Screen, lines: Sequence[Line], margin: int = 0) -> None:
    """Labels at the left, once where they repeat; above what they label where the screen is narrow."""
    label_width = max([cells(line.label) for line in lines], default=0) + 2
    last = None
    for line in lines:
        value = [screen.ink(piece.text, piece.style, piece.link, most=None) for piece in line.value]
        label = "" if line.label == last else line.label
        last = line.label
        if screen.width < _ROOMY and not margin:
            if label:
                _write(screen, [Span(" " * margin)], [screen.ink(label, "quiet")])
            _write(screen, [Span(" " * (margin + 2))], value)
        else:
            width = margin + max(label_width, 15 if not margin else 0)
            pad = " " * (width - margin - cells(label))
            _write(screen, [Span(" " * margin), screen.ink(label, "quiet"), Span(pad)], value, width)


def _happening(screen: Screen, standing: Standing, happening: Happening) -> None:
    event = happening.event
    first = [Span(screen.kind(event.kind), kind_style(event)), Span(" ")]
    number = screen.ink(f" {screen.glyph('dot')} {event_id(standing.record, event.number)}", "quiet")
    _write(screen, first, [screen.ink(happening.day, "strong"), number], 2)
    _write(screen, [Span("  ")], [screen.ink(happening.what, most=None)])
    _lines(screen, happening.lines, 2)


def _room(screen: Screen) -> int:
    return min(screen.width, _WIDEST)


def _write(screen: Screen, first: Paragraph, value: Iterable[Span], rest: int | None = None) -> None:
    following = [Span(" " * rest)] if rest is not None else first
    screen.write(hung(screen, first, following, list(value), _room(screen)))
