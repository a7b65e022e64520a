"""One table: the lines of the file as they were read, and what has been changed since."""

from collections.abc import Iterator

from msgspec import Raw

from tracker.store.layout import Snapshot

Kept = tuple[int, int]  # bytes of the file from, to


class Lines:
    """The documents of one table by number; nothing is split or decoded that nobody asks for."""

    __slots__ = ("_data", "_start", "_stop", "_top", "_view", "changed")

    def __init__(self, snapshot: Snapshot, name: str) -> None:
        """Unsound if the table is not where it belongs."""
        self._data = snapshot.content
        self._view = snapshot.view
        self._start, self._stop = snapshot.spans[name]
        self.changed: dict[int, bytes | None] = {}
        self._top: int | None = None  # the highest number, while it is known

    # ---- as they were read

    def _number_at(self, place: int) -> int:
        return int(self._data[place + 1 : self._data.index(b'":', place)])

    def _place(self, number: int) -> tuple[int, int]:
        """Where the line stands; if there is none, twice the place where it would begin."""
        data, low, high = self._data, self._start, self._stop + 2
        if self._stop <= self._start:
            return self._start, self._start
        while low < high:
            here = data.rfind(b"\n", low, min((low + high) // 2, self._stop)) + 1 or low
            end = data.find(b"\n", here, self._stop)
            here_number = self._number_at(here)
            if here_number == number:
                return here, self._stop if end < 0 else end - 1
            if here_number > number:
                high = here
            else:
                low = self._stop + 2 if end < 0 else end + 1
        return low, low

    def before(self, number: int) -> bytes | None:
        """The document as it was read."""
        start, end = self._place(number)
        return self._data[self._data.index(b":", start) + 1 : end] if end > start else None

    def _read(self) -> Iterator[tuple[int, Raw]]:
        data, view, at, stop = self._data, self._view, self._start, self._stop
        find, index = data.find, data.index
        while at < stop:
            colon = index(b":", at)
            end = find(b"\n", colon, stop)
            yield int(data[at + 1 : colon - 1]), Raw(view[colon + 1 : stop if end < 0 else end - 1])
            at = stop if end < 0 else end + 1

    def _read_holding(self, needle: bytes) -> Iterator[tuple[int, Raw]]:
        data, place = self._data, self._data.find(needle, self._start, self._stop)
        while place >= 0:
            begin = data.rfind(b"\n", self._start, place) + 1 or self._start
            end = data.find(b"\n", place, self._stop)
            colon = data.index(b":", begin)
            yield self._number_at(begin), Raw(self._view[colon + 1 : self._stop if end < 0 else end - 1])
            place = data.find(needle, end, self._stop) if end >= 0 else -1

    def _read_beginning(self, head: bytes) -> Iterator[tuple[int, Raw]]:
        data, view, at, stop = self._data, self._view, self._start, self._stop
        find, index, startswith = data.find, data.index, data.startswith
        while at < stop:
            colon = index(b":", at)
            end = find(b"\n", colon, stop)
            if startswith(head, colon + 1):
                yield int(data[at + 1 : colon - 1]), Raw(view[colon + 1 : stop if end < 0 else end - 1])
            at = stop if end < 0 else end + 1

    # ---- as they are now

    def beginning(self, head: bytes) -> Iterator[tuple[int, Raw]]:
        """The documents whose bytes begin so, those that were changed last."""
        for number, raw in self._read_beginning(head):
            if number not in self.changed:
                yield number, raw
        for number, document in self.changed.items():
            if document is not None and document.startswith(head):
                yield number, Raw(document)

    def holding(self, needle: bytes) -> Iterator[tuple[int, Raw]]:
        """The documents whose bytes hold the needle, those that were changed last."""
        for number, raw in self._read_holding(needle):
            if number not in self.changed:
                yield number, raw
        for number, document in self.changed.items():
            if document is not None and needle in document:
                yield number, Raw(document)

    def __iter__(self) -> Iterator[tuple[int, Raw]]:
        """The documents in order of number."""
        if not self.changed:
            yield from self._read()
            return
        changes = iter(sorted(self.changed.items()))
        number, document = next(changes)
        more = True
        for read_number, raw in self._read():
            while more and number < read_number:
                if document is not None:
                    yield number, Raw(document)
                number, document = next(changes, (0, None))
                more = number > 0
            if not more or number != read_number:
                yield read_number, raw
        while more:
            if document is not None:
                yield number, Raw(document)
            number, document = next(changes, (0, None))
            more = number > 0

    def get(self, number: int) -> bytes | None:
        """The document of that number."""
        return self.changed[number] if number in self.changed else self.before(number)

    def put(self, number: int, document: bytes | None) -> None:
        """Write the document under that number; None takes it away."""
        if number < 1:
            raise ValueError(f"a document's number is 1 or more, not {number}")
        if document is not None and (document[:1] != b"{" or document[-1:] != b"}" or b"\n" in document):
            raise ValueError("a document is a JSON object on one line")
        self.changed[number] = document
        if document is None:
            self._top = None
        elif self._top is not None:
            self._top = max(self._top, number)

    @property
    def highest(self) -> int:
        """The highest number in use; 0 if there is none."""
        if self._top is None:
            standing = [number for number, document in self.changed.items() if document is not None]
            self._top = max(self._highest_read(), *standing, 0)
        return self._top

    def _highest_read(self) -> int:
        """The highest number that was read and has not been taken away."""
        at = self._stop + 1
        while at > self._start + 1:
            at = self._data.rfind(b"\n", self._start, at - 1) + 1 or self._start
            number = self._number_at(at)
            if self.changed.get(number, b"") is not None:
                return number
        return 0

    def __len__(self) -> int:
        read = self._data.count(b"\n", self._start, self._stop) + 1 if self._stop > self._start else 0
        for number, document in self.changed.items():
            start, end = self._place(number)
            read += (document is not None) - (end > start)
        return read

    # ---- for the writer

    def changes(self) -> list[tuple[int, bytes | None, bytes | None]]:
        """Number, before and after of every document that is not what was read, in order of number."""
        compared = ((number, self.before(number), self.changed[number]) for number in sorted(self.changed))
        return [(number, before, after) for number, before, after in compared if before != after]

    def written(self) -> Iterator[Kept | bytes]:
        """The table from its opening brace to before its closing one, as bytes that are kept and bytes that are new."""
        at, follows = self._start, b"\n"
        for number, _, after in self.changes():
            start, end = self._place(number)
            if start > at:
                yield from self._run(at, min(start - 2, self._stop), follows)
                follows = b",\n"
            if after is not None:
                yield follows + b'"%d":' % number + after
                follows = b",\n"
            at = end + 2 if end > start else start
        if at < self._stop:
            yield from self._run(at, self._stop, follows)

    def _run(self, start: int, end: int, follows: bytes) -> Iterator[Kept | bytes]:
        """Lines that stay, after what must stand before them; the file's own bytes where they are the same."""
        before = start - len(follows)
        if self._data.startswith(follows, before):
            yield before, end
        else:
            yield follows
            yield start, end

    @property
    def closing(self) -> int:
        """Where the line break before the closing brace stands."""
        return self._stop
