"""What the tests of the store share: ledgers with a few people in them, and their data."""

import json
import zlib
from pathlib import Path

from tracker.store import editing, reading
from tracker.store.layout import empty, first_line, new_meta

NOW = "2025-12-01T09:00:00Z"


def at(minute: int) -> str:
    """An instant on 1 December 2025."""
    return f"2025-12-01T{9 + minute // 60:02d}:{minute % 60:02d}:00Z"


def person(name: str) -> bytes:
    """A document of table people."""
    return json.dumps({"name": name}, ensure_ascii=False, separators=(",", ":")).encode()


def enter(path: Path, *names: str, minute: int = 0, command: str = "people add") -> None:
    """One change that adds these people."""
    with editing(path, command=command, now=at(minute)) as tables:
        for name in names:
            tables.table("people").append(person(name))


def fill(path: Path, count: int) -> None:
    """So many changes, a minute apart, each with a person: n1, n2, ..."""
    for number in range(1, count + 1):
        enter(path, f"n{number}", minute=number)


def names(path: Path) -> list[str]:
    """The people in the ledger."""
    with reading(path) as tables:
        return [record["name"] for record in tables.table("people").all()]


def data(path: Path) -> bytes:
    """The file's bytes after its first line."""
    content = path.read_bytes()
    return content[content.index(b"\n") + 1 :]


def beside(path: Path) -> list[str]:
    """The names in the ledger's folder."""
    return sorted(one.name for one in path.parent.iterdir())


def write_as(path: Path, schema: int, sequence: int = 3) -> None:
    """A sound file of that form with one person, `old`."""
    start = empty()
    content = start.content[start.start :].replace(b'"people":{\n', b'"people":{\n"1":{"name":"old"}\n')
    line = first_line(new_meta(sequence, NOW, 0, schema), zlib.crc32(content))
    path.write_bytes(line + content)
