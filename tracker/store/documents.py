"""TinyDB's own seams: a Storage that reads once and buffers, and a Table whose documents are decoded when looked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any

import msgspec
from msgspec import Raw
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Table

from tracker.store.layout import TABLES, Snapshot
from tracker.store.lines import Kept, Lines

Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class Record(Mapping[str, Any]):
    """A document that is decoded when somebody looks into it; it cannot be changed in place."""

    __slots__ = ("_content", "_raw", "doc_id")

    def __init__(self, value: "Raw | Mapping[str, Any]", doc_id: int) -> None:
        self.doc_id = doc_id
        self._raw: Raw | None = None
        self._content: dict[str, Any] | None = None
        if isinstance(value, Raw):
            self._raw = value
        elif isinstance(value, Record):
            self._raw, self._content = value._raw, value._content
        else:
            self._content = dict(value)

    @property
    def _decoded(self) -> dict[str, Any]:
        if self._content is None:
            assert self._raw is not None
            self._content = msgspec.json.decode(self._raw, type=dict[str, Any])
        return self._content

    def __getitem__(self, key: str) -> Any:
        return self._decoded[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._decoded)

    def __len__(self) -> int:
        return len(self._decoded)

    def __repr__(self) -> str:
        return f"Record({self._decoded!r}, doc_id={self.doc_id})"


class Buffer(Storage):
    """The tables of one snapshot; everything written stays in memory until the editing ends."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._lines: dict[str, Lines] = {}

    def lines(self, name: str) -> Lines:
        """The table of that name; there are no others than those of the file."""
        if name not in self._lines:
            if name not in TABLES:
                raise ValueError(f"the file has no table {name!r}")
            self._lines[name] = Lines(self.snapshot, name)
        return self._lines[name]

    def read(self) -> dict[str, dict[str, Any]]:
        return {name: {str(number): Record(raw, number) for number, raw in self.lines(name)} for name in TABLES}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        for name in [*TABLES, *data]:
            replace_all(self.lines(name), {int(number): document for number, document in data.get(name, {}).items()})

    def changes(self) -> list[tuple[str, int, bytes | None, bytes | None]]:
        """Table, number, before and after of every document that is not what was read."""
        return [(name, *change) for name in TABLES if name in self._lines for change in self._lines[name].changes()]

    def written(self) -> list[bytes | memoryview]:
        """The data as it is now, as few pieces as possible of the bytes that were read among them."""
        snapshot, pieces = self.snapshot, _Pieces(self.snapshot.view)
        at = snapshot.start
        for name in TABLES:
            lines = self._lines.get(name)
            if lines is None or not lines.changed:
                continue
            pieces.add((at, snapshot.spans[name][0] - 1))
            for piece in lines.written():
                pieces.add(piece)
            at = lines.closing
        pieces.add((at, len(snapshot.content)))
        return pieces.joined()


class _Pieces:
    """Bytes to write: those that follow each other in the file become one."""

    def __init__(self, view: memoryview) -> None:
        self._view = view
        self._all: list[Kept | bytes] = []

    def add(self, piece: Kept | bytes) -> None:
        last = self._all[-1] if self._all else b""
        if isinstance(piece, tuple) and isinstance(last, tuple) and last[1] == piece[0]:
            self._all[-1] = (last[0], piece[1])
        else:
            self._all.append(piece)

    def joined(self) -> list[bytes | memoryview]:
        return [self._view[piece[0] : piece[1]] if isinstance(piece, tuple) else piece for piece in self._all]


def replace_all(lines: Lines, documents: Mapping[int, Any]) -> None:
    """Make the table hold these documents and no others; records that were read and not touched stay as they are."""
    gone = [number for number, _ in lines if number not in documents]
    for number in gone:
        lines.put(number, None)
    for number, document in documents.items():
        if not isinstance(document, Record):
            lines.put(number, msgspec.json.encode(dict(document)))


class Documents(Table):
    """One table: bytes for who knows what they are, and all of TinyDB's own interface."""

    document_class = Record  # type: ignore[assignment]  # TinyDB asks for its own dict; a Mapping does

    _storage: Buffer

    @property
    def _lines(self) -> Lines:
        return self._storage.lines(self.name)

    # ---- bytes

    def raw_items(self) -> Iterable[tuple[int, Raw]]:
        """Number and bytes of every document, in order of number."""
        return iter(self._lines)

    def raw(self, number: int) -> bytes | None:
        """The bytes of one document."""
        return self._lines.get(number)

    def holding(self, needle: bytes) -> Iterator[tuple[int, Raw]]:
        """The documents whose bytes hold the needle; the others cost next to nothing."""
        return self._lines.holding(needle)

    def beginning(self, head: bytes) -> Iterator[tuple[int, Raw]]:
        """The documents whose bytes begin so."""
        return self._lines.beginning(head)

    @property
    def next_number(self) -> int:
        """The number that the next new document gets."""
        return self._lines.highest + 1

    def append(self, document: bytes) -> int:
        """Write a new document; its number."""
        number = self.next_number
        self.put(number, document)
        return number

    def put(self, number: int, document: bytes) -> None:
        """Write a document under its number."""
        self._lines.put(number, document)
        self._forget()

    def drop(self, number: int) -> None:
        """Take a document away."""
        self._lines.put(number, None)
        self._forget()

    def _forget(self) -> None:
        self._next_id = None
        self.clear_cache()

    # ---- TinyDB

    def __len__(self) -> int:
        return len(self._lines)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return {str(number): Record(raw, number) for number, raw in self._lines}

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        table: dict[int, Mapping[str, Any]] = {number: Record(raw, number) for number, raw in self._lines}
        updater(table)
        replace_all(self._lines, table)
        self._forget()

    def update(self, fields: Fields, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Set the fields of (or call the function on) every document that is meant; their numbers."""
        table = {number: Record(raw, number) for number, raw in self._lines}
        if doc_ids is not None:
            wanted = [number for number in doc_ids if number in table]
        else:
            wanted = [number for number, record in table.items() if cond is None or cond(record)]
        self._store({number: _changed(table[number], fields) for number in wanted})
        return wanted

    def update_multiple(self, updates: Iterable[tuple[Fields, QueryLike]]) -> list[int]:
        """Several updates in turn, each where its condition holds; the numbers of the documents."""
        changed: dict[int, dict[str, Any]] = {}
        numbers, wanted = [], list(updates)
        for number, raw in self._lines:
            record: Mapping[str, Any] = Record(raw, number)
            for fields, cond in wanted:
                if cond(record):
                    record = changed[number] = _changed(record, fields)
                    numbers.append(number)
        self._store(changed)
        return numbers

    def _store(self, changed: Mapping[int, dict[str, Any]]) -> None:
        encoded = {number: msgspec.json.encode(document) for number, document in changed.items()}
        for number, document in encoded.items():
            self._lines.put(number, document)
        self._forget()


def _changed(record: Mapping[str, Any], fields: Fields) -> dict[str, Any]:
    # Decoded anew, so that what the function changes deep inside is changed in nobody else's hands.
    draft: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(dict(record)))
    if callable(fields):
        fields(draft)
    else:
        draft.update(fields)
    return draft
