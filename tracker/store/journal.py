"""The journal on disk: one checksummed line a change, with what stood before and after.

It is appended to before the file is replaced, and the file's first line says how much of it counts. At most one line
can stand beyond that; if there are more, an older file was put back by hand and the journal is set aside, never cut.
"""

import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Raw, Struct

from tracker.store.disk import open_own, read_own, read_whole, write_all, write_new
from tracker.store.place import Place

_HEAD, _MIDDLE, _TAIL = b'{"crc32":"', b'","change":', b"}\n"
_DIGITS = slice(len(_HEAD), len(_HEAD) + 8)
_BODY = slice(len(_HEAD) + 8 + len(_MIDDLE), -len(_TAIL))
_NOTHING = Raw(b"null")
_CHUNK = 1 << 20


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line of the journal without its documents.

    `sum_before` and `sum_after` are the checksums of the data, so that lines chain; `schema` stands only where
    the file was brought to that form.
    """

    sequence: int
    when: str
    command: str
    sum_before: int
    sum_after: int
    summary: str = ""
    why: str | None = None
    undoes: tuple[int, ...] = ()
    redoes: tuple[int, ...] = ()
    schema: int | None = None

    def follows(self, other: "Entry") -> bool:
        """Whether it is the change right after the other one."""
        return self.sequence == other.sequence + 1 and self.sum_before == other.sum_after


class Edit(Struct, frozen=True):
    """One document of one table, before and after; None where there was or is none."""

    table: str
    number: int
    before: Raw | None
    after: Raw | None


class _Edit(Struct, frozen=True, array_like=True):
    table: str
    number: int
    before: Raw
    after: Raw


class _Edits(Struct, frozen=True):
    changes: tuple[_Edit, ...]


class _Line(Entry, frozen=True, kw_only=True, omit_defaults=True):
    changes: tuple[_Edit, ...]


class Span(Struct, frozen=True):
    """Where a line stands in the journal, and its entry; None if the line is damaged."""

    start: int
    end: int
    entry: Entry | None


_entry = msgspec.json.Decoder(Entry)
_edits = msgspec.json.Decoder(_Edits)


def encoded(entry: Entry, changes: list[tuple[str, int, bytes | None, bytes | None]]) -> bytes:
    """The journal's line for the change."""
    edits = tuple(
        _Edit(name, number, Raw(before) if before else _NOTHING, Raw(after) if after else _NOTHING)
        for name, number, before, after in changes
    )
    body = msgspec.json.encode(_Line(**msgspec.structs.asdict(entry), changes=edits))
    return b"%s%08x%s%s%s" % (_HEAD, zlib.crc32(body), _MIDDLE, body, _TAIL)


def _body(line: bytes) -> bytes | None:
    body = line[_BODY]
    sound = line == b"%s%08x%s%s%s" % (_HEAD, zlib.crc32(body), _MIDDLE, body, _TAIL)
    return body if sound else None


def spans(place: Place, length: int | None = None) -> Iterator[Span]:
    """The lines of the journal, oldest first, up to the length; nothing if there is no journal."""
    at = 0
    try:
        handle = read_own(place.journal)
    except FileNotFoundError:
        return
    with os.fdopen(handle, "rb", _CHUNK) as lines:
        for line in lines:
            end = at + len(line)
            if length is not None and end > length:
                return
            body = _body(line)
            try:
                yield Span(at, end, None if body is None else _entry.decode(body))
            except msgspec.MsgspecError:
                yield Span(at, end, None)
            at = end


def edits_of(place: Place, wanted: Iterable[Span]) -> Iterator[tuple[Span, tuple[Edit, ...]]]:
    """The lines, in the order that is asked for, each with what it changed; they must be sound."""
    wanted = list(wanted)
    if not wanted:
        return
    with os.fdopen(read_own(place.journal), "rb", _CHUNK) as lines:
        for span in wanted:
            lines.seek(span.start)
            body = _body(lines.read(span.end - span.start)) or b""
            yield span, tuple(_edit(edit) for edit in _edits.decode(body).changes)


def _edit(edit: _Edit) -> Edit:
    return Edit(edit.table, edit.number, _document(edit.before), _document(edit.after))


def _document(raw: Raw) -> Raw | None:
    return None if bytes(raw) == b"null" else raw


def size(place: Place) -> int:
    """The journal's length on disk; 0 if there is none."""
    try:
        return place.journal.lstat().st_size
    except OSError:
        return 0


def asides(place: Place) -> list[Path]:
    """The journals that were set aside."""
    with suppress(OSError):
        start = place.journal.name + ".aside-"
        return sorted(path for path in place.folder.iterdir() if path.name.startswith(start))
    return []


def is_foreign(place: Place, length: int) -> bool:
    """Whether the journal cannot be that of a file whose first line names this length."""
    return size(place) < length or is_longer(place, length)


def is_longer(place: Place, length: int) -> bool:
    """Whether more than one line stands beyond the length, so that an older file must have been put back by hand."""
    if size(place) <= length:
        return False
    with os.fdopen(read_own(place.journal), "rb") as lines:
        lines.seek(length)
        while chunk := lines.read(_CHUNK):
            line_end = chunk.find(b"\n")
            if line_end >= 0:
                return bool(chunk[line_end + 1 :] or lines.read(1))
    return False


class Appended:
    """The journal with one line more, safe on disk; `cut` takes the line back."""

    def __init__(self, place: Place, counted: int, line: bytes) -> None:
        self._start = counted
        if is_foreign(place, counted):
            self._start = 0
            if size(place):
                set_aside(place)
        self._handle = open_own(place.journal)
        self.length = self._start + len(line)
        try:
            os.ftruncate(self._handle, self._start)
            os.lseek(self._handle, self._start, os.SEEK_SET)
            write_all(self._handle, [line])
            os.fsync(self._handle)
        except BaseException:
            self.cut()
            self.close()
            raise

    def cut(self) -> None:
        """Take the line back, if the disk lets us; else the next writer does."""
        with suppress(OSError):
            os.ftruncate(self._handle, self._start)

    def close(self) -> None:
        """Done with it."""
        os.close(self._handle)


def set_aside(place: Place) -> None:
    """Give the journal a name under which nobody appends to it."""
    place.journal.replace(place.beside(f".journal.aside-{os.urandom(6).hex()}"))


def copy_aside(place: Place) -> None:
    """Keep a copy of the journal where nobody appends to it."""
    write_new(place.beside(f".journal.aside-{os.urandom(6).hex()}"), [read_whole(place.journal)[0]])


def cut_to(place: Place, length: int) -> None:
    """Take away what stands beyond the length."""
    handle = open_own(place.journal)
    try:
        os.ftruncate(handle, length)
        os.fsync(handle)
    finally:
        os.close(handle)
