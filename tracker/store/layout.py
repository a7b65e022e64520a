"""The file as bytes: a first line about the file, then the tables, one document a line in order of number.

The checksum covers every byte but its own digits. Only when it holds are lines trusted to be lines of ours.
"""

import os
import zlib
from functools import cached_property

import msgspec
from msgspec import Struct

from tracker import __version__

SCHEMA = 1
TABLES = ("initiatives", "sources", "forums", "meetings", "people", "retired")

_OPEN, _CLOSE = b'{"_meta":{"1":', b"},\n"
_END = b"\n}\n}\n"
_STEP = 1 << 20  # bytes between two kept states of the checksum
_LONGEST = 4096  # bytes of a first line


class Unsound(Exception):
    """The bytes are not a file of ours; the message says in what."""


class Meta(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the first line says: `changed` is the instant of the last change, `journal` the length of the journal."""

    schema: int
    writer: str
    sequence: int
    changed: str | None
    journal: int
    checksum: str = ""


class _Claim(Struct):
    schema: int
    checksum: str = ""


_meta = msgspec.json.Decoder(Meta)
_claim = msgspec.json.Decoder(dict[str, dict[str, _Claim]])


def first_line(meta: Meta, data_sum: int) -> bytes:
    """The first line, with the checksum over itself and the data whose sum is given."""
    unsigned = _OPEN + msgspec.json.encode(msgspec.structs.replace(meta, checksum="")) + _CLOSE
    digits = f"crc32:{zlib.crc32(unsigned, data_sum):08x}"
    return _OPEN + msgspec.json.encode(msgspec.structs.replace(meta, checksum=digits)) + _CLOSE


def new_meta(sequence: int, changed: str | None, journal: int, schema: int | None = None) -> Meta:
    """A first line written by this program."""
    return Meta(
        schema=SCHEMA if schema is None else schema,
        writer=f"tracker {__version__}",
        sequence=sequence,
        changed=changed,
        journal=journal,
    )


def claimed(content: bytes) -> tuple[int, str]:
    """The schema and checksum that unsound or foreign bytes claim to have; schema 0 if they claim none."""
    line = content[: content.find(b"\n") + 1][:_LONGEST]
    for text in (line.rstrip(b",\n") + b"}", content):
        try:
            found = _claim.decode(text)["_meta"]["1"]
        except (msgspec.MsgspecError, KeyError, RecursionError, UnicodeDecodeError):
            continue
        return found.schema, found.checksum
    return 0, ""


def readable_meta(content: bytes) -> Meta | None:
    """What the first line of unsound bytes says, if it still reads as one of ours; it may be wrong."""
    try:
        return _meta.decode(content[: content.find(b"\n") + 1][len(_OPEN) : -len(_CLOSE)])
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None


class Snapshot:
    """A sound file's bytes as they were read, and where its tables lie in them."""

    def __init__(self, content: bytes, known: os.stat_result | None = None, *, is_the_file: bool = True) -> None:
        """Unsound if the checksum does not hold. `is_the_file` is false of what was put together from the history."""
        self.content = content
        self.known = known
        self.is_the_file = is_the_file
        self.view = memoryview(content)
        self.start = content.find(b"\n", 0, _LONGEST) + 1
        self.sums = _running(self.view[self.start :])
        self.meta = self._verified()

    @property
    def data_sum(self) -> int:
        """The checksum of the data, that is of all bytes after the first line."""
        return self.sums[-1]

    def _verified(self) -> Meta:
        line = self.content[: self.start]
        try:
            meta = _meta.decode(line[len(_OPEN) : -len(_CLOSE)])
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            raise Unsound("its first line is not one that tracker writes") from error
        if first_line(meta, self.data_sum) != line:
            raise Unsound("its checksum does not hold")
        return meta

    @cached_property
    def spans(self) -> dict[str, tuple[int, int]]:
        """Where the documents of each table start, and where the line break before its closing brace stands."""
        content, found = self.content, {}
        stop = len(content) - len(_END)
        for place in range(len(TABLES) - 1, -1, -1):
            header = b'\n"%s":{' % TABLES[place].encode()
            # the first table begins after the first line; to search for it would be to scan it backwards
            at = content.rfind(header, self.start - 1, stop) if place else self.start - 1
            if (
                at < 0
                or not content.startswith(header, at)
                or not content.startswith(_END if place == len(TABLES) - 1 else b"\n},\n", stop)
            ):
                raise Unsound(f"its table {TABLES[place]} is not where it belongs")
            found[TABLES[place]] = (at + len(header) + 1, stop)
            stop = at - len(b"\n},")
        return found

    def sum_of_start(self, length: int) -> tuple[int, int]:
        """A kept checksum of the first bytes of the data, at most so many, and of how many it is."""
        step = length // _STEP
        return self.sums[step], step * _STEP


def _running(data: memoryview) -> list[int]:
    sums = [0]
    for at in range(0, len(data), _STEP):
        sums.append(zlib.crc32(data[at : at + _STEP], sums[-1]))
    return sums


def _empty() -> bytes:
    data = b",\n".join(b'"%s":{\n}' % name.encode() for name in TABLES) + b"\n}\n"
    return first_line(new_meta(0, None, 0), zlib.crc32(data)) + data


def empty() -> Snapshot:
    """A database without a document that was never written."""
    return Snapshot(_empty())
