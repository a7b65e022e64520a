"""The last resort, without backup and journal: the records that can still be read in the damaged bytes."""

import re

from tracker.errors import Damaged
from tracker.store.accepting import Documents, decoded, documents_of
from tracker.store.layout import TABLES, Snapshot, empty, first_line, new_meta, readable_meta
from tracker.store.opening import stat_of
from tracker.store.place import Place
from tracker.store.tables import Tables
from tracker.store.writing import sum_of

_TABLE = re.compile(rb'"(\w+)":\{')
_DOCUMENT = re.compile(rb'"([0-9]{1,9})":(\{.*\}),?')
_CLOSING = (b"", b"}", b"},")


def salvaged(place: Place, content: bytes, now: str) -> tuple[Snapshot, int, int] | None:
    """A file of the records that still read, their number, and that of the lines that do not; None if none reads."""
    documents, unreadable = _read(place, content)
    count = sum(map(len, documents.values()))
    if not count:
        return None
    start = empty()
    tables = Tables(place, start)
    for name, table in documents.items():
        for number, document in table.items():
            tables.table(name).put(number, document)
    pieces = tables.buffer.written()
    claim = readable_meta(content)
    meta = new_meta(max(claim.sequence if claim else 1, 1), claim.changed if claim else now, 0)
    whole = b"".join([first_line(meta, sum_of(start, pieces)), *pieces])
    return Snapshot(whole, stat_of(place), is_the_file=False), count, unreadable


def _read(place: Place, content: bytes) -> tuple[Documents, int]:
    try:
        return documents_of(place, content), 0
    except Damaged:
        return _by_line(place, content)


def _by_line(place: Place, content: bytes) -> tuple[Documents, int]:
    documents: Documents = {name: {} for name in TABLES}
    name, unreadable = "", 0
    for line in content.split(b"\n")[1:]:
        if (header := _TABLE.fullmatch(line)) and header[1].decode() in documents:
            name = header[1].decode()
        elif line not in _CLOSING:
            found = _DOCUMENT.fullmatch(line)
            try:
                number, document = decoded(place, name, found[1].decode(), found[2]) if found and name else (0, b"")
            except Damaged:
                number = 0
            if number:
                documents[name][number] = document
            else:
                unreadable += 1
    return documents, unreadable
