"""What is said in a pipe and on a screen alike; free of rich."""

from tracker.initiative import event_id
from tracker.query import Reference
from tracker.render.phrases import event_marks, kind_glyph, marks, what
from tracker.render.story import Line, story
from tracker.standing import Standing
from tracker.text import visible

__all__ = ["event_marks", "kind_glyph", "marks", "plain_record", "what"]


def plain_record(standing: Standing, reference: Reference, country: str | None = None) -> list[str]:
    """All that is known of one initiative, as lines of a label, a tab and what is to be said; nothing cut."""
    told = story(standing, reference, country, day=lambda edtf: edtf or "")
    lines = [_plain("id", standing.record.id), _plain("title", standing.record.title)]
    lines += [_line(line) for line in (*told.facts, *told.stances, *told.commitments)]
    for happening in told.happenings:
        lines.append(
            _plain("event", f"{event_id(standing.record, happening.event.number)}, {happening.day}: {happening.what}")
        )
        lines += [_line(line) for line in happening.lines]
    return lines


def _line(line: Line) -> str:
    return _plain(line.label, "".join(piece.text for piece in line.value))


def _plain(label: str, value: str) -> str:
    return f"{visible(label)}\t{visible(value)}"
