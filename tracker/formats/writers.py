"""A sheet as plain lines, CSV, Markdown, JSON or JSON Lines."""

import re
from collections.abc import Callable, Iterator

from tracker.formats.sheet import Cell, Sheet, words
from tracker.text import visible

# What a spreadsheet takes for a formula, after white space and invisible characters (OWASP, CSV injection).
# Patterns are compiled, and kept by re, when they are first needed: plain lines need none of them.
_FORMULA = r"['\s\u00a0\u200b\ufeff\x00-\x08\x0e-\x1f]*[=+\-@＝＋－＠\t\r\n]"
_NUMBER = r"[-+]?[0-9]+(?:\.[0-9]+)?"
# JSON allows these, a terminal obeys them.
_STEERING = "[\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
_MARKDOWN = r"([\\`*_\[\]<>|#~])"


def plain(sheet: Sheet) -> Iterator[str]:
    """One row a line, cells apart by tabs, nothing wrapped or cut."""
    for row in sheet.rows:
        yield "\t".join(visible(words(cell)) for cell in row)


def csv(sheet: Sheet) -> Iterator[str]:
    """RFC 4180 with a header row; no cell can run as a formula."""
    yield ",".join(sheet.fields)
    for row in sheet.rows:
        yield ",".join(_csv_cell(cell) for cell in row)


def _csv_cell(cell: Cell) -> str:
    text = neutral("; ".join(cell) if isinstance(cell, tuple) else words(cell))
    return '"' + text.replace('"', '""') + '"' if re.search('[",\r\n]', text) else text


def neutral(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would run it; `as_typed` takes it away again."""
    return "'" + text if re.match(_FORMULA, text) and not re.fullmatch(_NUMBER, text) else text


def as_typed(text: str) -> str:
    """The text without the apostrophe that `neutral` put before it."""
    return text[1:] if text.startswith("'") and re.match(_FORMULA, text[1:]) else text


def markdown(sheet: Sheet) -> Iterator[str]:
    """A table; what Markdown or HTML would take as markup is escaped."""
    yield "| " + " | ".join(sheet.headings) + " |"
    yield "|" + " --- |" * len(sheet.fields)
    for row in sheet.rows:
        yield "| " + " | ".join(escaped(words(cell)) for cell in row) + " |"


def escaped(text: str) -> str:
    """The text as Markdown shows it literally, on one line."""
    return re.sub(_MARKDOWN, r"\\\1", visible(text)).replace("&", "&amp;")


def json(sheet: Sheet) -> Iterator[str]:
    """One object with the rows under the sheet's name."""
    from msgspec import json as msgjson

    content = msgjson.encode({"schema": 1, sheet.name: list(sheet.objects())})
    yield safe_json(msgjson.format(content, indent=2))


def jsonl(sheet: Sheet) -> Iterator[str]:
    """One object a line."""
    from msgspec import json as msgjson

    for row in sheet.objects():
        yield safe_json(msgjson.encode(row))


def safe_json(content: bytes) -> str:
    """The JSON with every character that steers a terminal as an escape; it says the same."""
    text = content.decode()
    return text if text.isascii() else re.sub(_STEERING, lambda found: f"\\u{ord(found[0]):04x}", text)


WRITERS: dict[str, Callable[[Sheet], Iterator[str]]] = {
    "plain": plain,
    "csv": csv,
    "md": markdown,
    "json": json,
    "jsonl": jsonl,
}
