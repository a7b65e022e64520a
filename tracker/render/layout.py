"""Layout: text measured in terminal columns, wrapped, hung behind a margin, and set in aligned columns."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from tracker.render.screen import Screen, Span

GAP = 2  # columns between columns

# Latin, Greek and Cyrillic letters (Kazakh ones too), dashes, quotation marks and the drawing of our own screens.
_ONE_COLUMN = frozenset(
    chr(code)
    for first, last in [
        (0x20, 0x7E),
        (0xA0, 0xAC),
        (0xAE, 0x2FF),
        (0x370, 0x482),
        (0x48A, 0x52F),
        (0x2010, 0x2027),
        (0x2500, 0x25FC),
    ]
    for code in range(first, last + 1)
)

Paragraph = Sequence[Span]
Cell = Sequence[Paragraph]


def cells(text: str) -> int:
    """How many columns the text takes."""
    if text.isascii() or _ONE_COLUMN.issuperset(text):
        return len(text)
    from rich.cells import cell_len  # 3 ms; only other letters need its tables

    return cell_len(text)


def length(paragraph: Iterable[Span]) -> int:
    """How many columns the paragraph takes on one line."""
    return sum([len(text) if text.isascii() else cells(text) for text, _, _ in paragraph])


def natural(cell: Cell) -> int:
    """How many columns the cell takes with each paragraph on one line."""
    return max([length(paragraph) for paragraph in cell], default=0)


def chopped(text: str, width: int) -> list[str]:
    """A word too long for the width, in pieces that fit."""
    if text.isascii() or _ONE_COLUMN.issuperset(text):
        return [text[at : at + width] for at in range(0, len(text), width)]
    from rich.cells import chop_cells  # as above

    return [piece for piece in chop_cells(text, max(width, 2)) if piece]


def wrap(paragraph: Paragraph, width: int) -> list[list[Span]]:
    """The paragraph in lines of at most that width; broken between words, within one only if it is longer."""
    if not any("  " in span.text for span in paragraph) and length(paragraph) <= width:
        return [list(paragraph)]
    lines: list[list[Span]] = [[]]
    room = width
    for word, space_before in _words(paragraph):
        size = length(word)
        if lines[-1] and size + space_before > room:
            lines.append([])
            room = width
        elif lines[-1] and space_before:
            lines[-1].append(_space(lines[-1][-1], word[0]))
            room -= 1
        for piece in _pieces(word, width) if size > room else word:
            size = cells(piece.text)
            if size > room:
                lines.append([])
                room = width
            lines[-1].append(piece)
            room -= size
    return lines


def _space(before: Span, after: Span) -> Span:
    return Span(
        " ", before.style if before.style == after.style else "", before.link if before.link == after.link else ""
    )


def _pieces(word: Iterable[Span], width: int) -> Iterable[Span]:
    for span in word:
        for piece in chopped(span.text, width):
            yield Span(piece, span.style, span.link)


def _words(paragraph: Paragraph) -> Iterable[tuple[list[Span], int]]:
    """Each word with whether a space stands before it; a word may change its style half way."""
    word: list[Span] = []
    space = 0
    for text, style, link in paragraph:
        for index, part in enumerate(text.split(" ")):
            if index and word:
                yield word, space
                word = []
            space = 1 if index and not word else space
            if part:
                word.append(Span(part, style, link))
    if word:
        yield word, space


def hung(
    screen: Screen, first: Paragraph, rest: Paragraph, paragraph: Paragraph, width: int | None = None
) -> list[str]:
    """The paragraph behind a margin: `first` before its first line, `rest` before the others."""
    room = max((width or screen.width) - max(length(first), length(rest)), 8)
    lines = wrap(paragraph, room)
    return [screen.paint([*(rest if index else first), *line]) for index, line in enumerate(lines)]


def packed(screen: Screen, items: Iterable[Paragraph], between: Span) -> list[str]:
    """Short items one after the other, no item broken in two unless it is longer than a line."""
    lines: list[list[Span]] = []
    for item in items:
        if lines and length(lines[-1]) + length([between, *item]) <= screen.width:
            lines[-1] += [between, *item]
        else:
            lines += wrap(item, screen.width)
    return [screen.paint(line) for line in lines]


def row(
    screen: Screen, row_cells: Sequence[Cell], widths: Sequence[int], right: frozenset[int] = frozenset()
) -> list[str]:
    """A row of cells as lines, each cell wrapped to its column."""
    columns = [
        [line for paragraph in cell for line in wrap(paragraph, width)]
        for cell, width in zip(row_cells, widths, strict=True)
    ]
    lines = []
    for parts in zip_longest(*columns, fillvalue=()):
        pieces: list[str] = []
        blank = 0  # columns not yet written, so that no line ends in them
        for index, (part, width) in enumerate(zip(parts, widths, strict=True)):
            spare = width - length(part)
            if part:
                before = blank + (spare if index in right else 0)
                pieces.append(" " * before + screen.paint(part))
                blank = 0 if index in right else spare
            else:
                blank += width
            blank += GAP
        lines.append("".join(pieces))
    return lines


def fit(naturals: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """Widths that fit the room, taken from the widest columns first; None if the least are too much."""
    room -= GAP * (len(naturals) - 1)
    widths = list(naturals)
    if sum(min(pair) for pair in zip(widths, least, strict=True)) > room:
        return None
    while sum(widths) > room:
        spare = [width if width > low else -1 for width, low in zip(widths, least, strict=True)]
        widths[spare.index(max(spare))] -= 1
    return widths
