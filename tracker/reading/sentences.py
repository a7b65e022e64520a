"""Text to sentences, each with its place, paragraph and role; glued sentences are cut, page furniture is marked."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from tracker.reading.language import Language

Role = Literal["body", "headline", "item", "furniture", "teaser"]

LONGEST = 1500  # characters; a longer "sentence" is a broken page and is cut at a space
MOST = 4000  # sentences; what lies beyond is not read

_END = re.compile(r"([.!?…]+)([\"”»’')\]]*)(\s+|(?=[A-ZА-ЯЁҚӘӨҮІҒҢ“\"«—]))")
_BULLET = re.compile(r"\s*(?:[•●▪◦*·–—-]|\(?\d{1,2}[.)]|\(?[a-zа-я]\))\s+", re.IGNORECASE)
_OPEN, _CLOSE = "“«„", "”»"
_DATELINE = re.compile(r" ?date \d{4}(?:-\d\d){0,2} ")


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence: `text` is the article from `start` to `end`; `lead` the sentence that opens its list, by index."""

    start: int
    end: int
    text: str
    paragraph: int
    role: Role
    opens_quoted: bool
    lead: int | None = None


def split(text: str, language: Language) -> list[Sentence]:
    """The sentences of the text in order, at most `MOST`."""
    found: list[Sentence] = []
    in_body = in_teasers = False
    lead: int | None = None
    for number, (start, end) in enumerate(_paragraphs(text)):
        block = text[start:end]
        bullet = _BULLET.match(block)
        role = _role_of(block, in_body, bullet is not None and lead is not None, language)
        in_teasers = in_teasers or role == "teaser"
        if role == "body":
            in_body = True
        if role == "body" and lead is not None and found and _continues_list(block, text[found[-1].end - 1]):
            role = "item"
        if role != "item":
            lead = None
        quoted = False
        for place in _cut(block, language):
            left, right = place[0] + start, place[1] + start
            piece = text[left:right]
            opens = quoted or piece[:1] in _OPEN + '"' or piece.startswith("— ")
            found.append(
                Sentence(
                    start=left,
                    end=right,
                    text=piece,
                    paragraph=number,
                    role="teaser" if in_teasers else role,
                    opens_quoted=opens,
                    lead=lead if role == "item" else None,
                )
            )
            quoted = _still_quoted(piece, quoted)
        if found and role in ("body", "headline") and block.rstrip().endswith((":", ":»", ':"')):
            lead = len(found) - 1
        if len(found) >= MOST:
            return found[:MOST]
    return found


def _continues_list(block: str, last: str) -> bool:
    """A line after a lead-in: the first one, or a further one that begins small or after a semicolon."""
    start = block.lstrip("–—- •")[:1]
    return (last in ":;," or start.islower()) and start not in tuple('"“«')


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, joined again where a hard wrap cut a sentence."""
    start = end = -1
    dateline = _DATELINE.match(text)
    offset = dateline.end() if dateline else 0
    for line in re.finditer(r"[^\n\r\u2028\u2029\x0b\x0c]+", text[offset:]):
        left, right = line.start() + offset, line.end() + offset
        if not line.group().strip():
            continue
        wrapped = start >= 0 and _is_wrapped(text, start, end, left, right)
        if start >= 0 and not wrapped:
            yield start, end
        start, end = (start if wrapped else left), right
    if start >= 0:
        yield start, end


def _is_wrapped(text: str, start: int, end: int, left: int, right: int) -> bool:
    """A line break inside a sentence: one break only, a long line before, a small letter after."""
    before, after = text[start:end].rstrip(), text[left:right].lstrip()
    return (
        text.count("\n", end, left) <= 1
        and len(before) - max(before.rfind("\n"), 0) > 20
        and before[-1:] not in ".!?:;…»”"
        and after[:1].islower()
        and right - start <= LONGEST
    )


def _role_of(block: str, in_body: bool, bulleted: bool, language: Language) -> Role:
    patterns = language.patterns
    stripped = block.strip()
    if patterns.teaser.match(stripped):
        return "teaser"
    if patterns.furniture.match(stripped) or not re.search(r"[^\W\d_]{2}", stripped):
        return "furniture"
    if bulleted:
        return "item"
    if not in_body and len(stripped) < 200 and stripped[-1] not in '.!?:;,"”»…':
        return "headline"
    return "body"


def _cut(block: str, language: Language) -> Iterator[tuple[int, int]]:
    """Places of the sentences in a paragraph."""
    start = 0
    for end in _END.finditer(block):
        if _is_end(block, start, end, language):
            yield from _trimmed(block, start, end.end(2))
            start = end.end()
    yield from _trimmed(block, start, len(block))


def _is_end(block: str, start: int, end: re.Match[str], language: Language) -> bool:
    after = block[end.end() : end.end() + 30]
    if after[:1].islower() or re.match(r"[,;]", after):
        return False
    if end.group(1) != "." or end.group(2):
        return True
    before = re.search(r"[\w.]*$", block[max(start, end.start() - 20) : end.start()])
    word = before.group().lower() if before else ""
    if word in language.abbreviations or (len(word) == 1 and word.isalpha()):
        return False
    if re.fullmatch(r"\d{1,2}", word) and not block[start : end.start() - len(word)].strip():
        return False  # "1. We agreed": the number of an item
    if not end.group(3):
        return len(word) > 2 and word[-1].isalpha() and bool(re.match(r"\w{3,}|[А-ЯЁ]\w?\s|[A-Z]\w?\s|[“«\"]", after))
    return True


def _trimmed(block: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The place without white space at its ends, in pieces no longer than `LONGEST`."""
    while start < end:
        stop = end
        if end - start > LONGEST:
            space = block.rfind(" ", start + LONGEST // 2, start + LONGEST)
            stop = space if space > 0 else start + LONGEST
        left, right = start, stop
        while left < right and block[left].isspace():
            left += 1
        while right > left and block[right - 1].isspace():
            right -= 1
        if right > left:
            yield left, right
        start = stop


def _still_quoted(piece: str, quoted: bool) -> bool:
    """Whether a quotation is still open after the piece."""
    opened, closed = piece.count("“") + piece.count("«"), piece.count("”") + piece.count("»")
    if opened or closed:
        return opened > closed or (quoted and opened == closed)
    return quoted ^ bool(piece.count('"') % 2)
