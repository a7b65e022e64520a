"""The last known state, put together from the verified backups and the journal; nothing is written here."""

from collections.abc import Iterator

from msgspec import Struct

from tracker.store import layout
from tracker.store.journal import Entry, Span, asides, edits_of, size, spans
from tracker.store.keeping import Backup, listed, loaded
from tracker.store.layout import Snapshot, empty, first_line, new_meta, readable_meta
from tracker.store.opening import stat_of
from tracker.store.place import Place
from tracker.store.tables import Tables
from tracker.store.undo import entry_of, make_again
from tracker.store.writing import sum_of


class Rebuilt(Struct, frozen=True, kw_only=True):
    """A state that is known to be right: from which backup, or (None) the journal alone."""

    snapshot: Snapshot
    origin: Backup | None
    replayed: int
    lost: tuple[str, ...]


class _Road(Struct, frozen=True):
    """A start and the lines of the journal that lead on from it: those from `first` up to `last`."""

    sequence: int
    origin: Backup | None
    when: str
    first: int | None  # None if the journal does not go on from here
    last: int
    counted: int  # length of the journal that the start knew of

    def end(self, lines: list[Span]) -> tuple[str, int]:
        """Instant and sequence at its end."""
        if self.first is None or self.last == self.first:
            return self.when, self.sequence
        entry = entry_of(lines[self.last - 1])
        return entry.when, entry.sequence


def last_known(place: Place, content: bytes | None) -> Rebuilt | None:
    """The newest state that can be put together; None if nothing is left. `content` are the damaged bytes."""
    lines = _lines(place, content)
    for road in _best_first(place, list(_roads(place, lines)), lines):
        snapshot = _followed(place, road, lines)
        if snapshot is not None:
            return Rebuilt(
                snapshot=snapshot,
                origin=road.origin,
                replayed=0 if road.first is None else road.last - road.first,
                lost=tuple(_lost(road, lines, snapshot)),
            )
    return None


def _lines(place: Place, content: bytes | None) -> list[Span]:
    """The journal's lines; a last one that was never confirmed is left out where the damaged file still says so."""
    try:
        lines = list(spans(place))
    except OSError:  # a link or folder in its place
        return []
    claim = readable_meta(content or b"")
    if claim is not None:
        for at in range(len(lines) - 1, max(len(lines) - 3, -1), -1):
            entry = lines[at].entry
            if entry is not None and (lines[at].end, entry.sequence) == (claim.journal, claim.sequence):
                return lines[: at + 1]
    return lines


def _best_first(place: Place, roads: list[_Road], lines: list[Span]) -> list[_Road]:
    """The roads, that to the newest state first, and of those the shortest.

    The journal is that of the last line of files, so a road to its end comes before all others, whatever the clock said
    and whatever sequences an older file that was put back has used again; unless the journal itself lost its end.
    Then sequences tell, or the clock where they were used again.
    """
    length, used_again = size(place), bool(asides(place))
    is_whole = bool(lines) and lines[-1].entry is not None and all(road.counted <= length for road in roads)

    def rank(road: _Road) -> tuple[bool, str, int, int]:
        when, sequence = road.end(lines)
        to_the_end = is_whole and road.first is not None and road.last == len(lines)
        return to_the_end, when if used_again else "", sequence, road.sequence

    return sorted(roads, key=rank, reverse=True)


def _roads(place: Place, lines: list[Span]) -> Iterator[_Road]:
    for backup in listed(place):
        snapshot = loaded(backup.path) if backup.sound else None
        if snapshot is not None and snapshot.meta.schema <= layout.SCHEMA:
            yield _road(snapshot, backup, lines)
    start = _road(empty(), None, lines)
    if start.first is not None and start.last:
        yield start


def _road(snapshot: Snapshot, origin: Backup | None, lines: list[Span]) -> _Road:
    sequence, data_sum = snapshot.meta.sequence, snapshot.data_sum
    first = _first_after(sequence, data_sum, [span.entry for span in lines])
    last = first or 0
    while first is not None and last < len(lines):
        entry = lines[last].entry
        if entry is None or (entry.sequence, entry.sum_before) != (sequence + 1, data_sum):
            break
        sequence, data_sum, last = entry.sequence, entry.sum_after, last + 1
    return _Road(snapshot.meta.sequence, origin, snapshot.meta.changed or "", first, last, snapshot.meta.journal)


def _first_after(sequence: int, data_sum: int, entries: list[Entry | None]) -> int | None:
    """The line that follows the state, or comes after the line that made it."""
    for at, entry in enumerate(entries):
        if entry is None:
            continue
        if (entry.sequence, entry.sum_before) == (sequence + 1, data_sum):
            return at
        if (entry.sequence, entry.sum_after) == (sequence, data_sum):
            return at + 1
    return None


def _followed(place: Place, road: _Road, lines: list[Span]) -> Snapshot | None:
    """The state at the road's end; None if what comes out is not what the journal says."""
    start = empty() if road.origin is None else loaded(road.origin.path)
    if start is None:
        return None
    tables, meta = Tables(place, start), start.meta
    wanted = [] if road.first is None else lines[road.first : road.last]
    for _, edits in edits_of(place, wanted):
        make_again(tables, edits)
    sequence, when, schema = meta.sequence, meta.changed, meta.schema
    for entry in map(entry_of, wanted):
        sequence, when, schema = entry.sequence, entry.when, entry.schema or schema
    pieces = tables.buffer.written()
    total = sum_of(start, pieces)
    if wanted and total != entry_of(wanted[-1]).sum_after:
        return None
    end = lines[road.last - 1].end if road.first is not None and road.last else 0
    first = first_line(new_meta(sequence, when, end, schema), total)
    return Snapshot(b"".join([first, *pieces]), stat_of(place), is_the_file=False)


def _lost(road: _Road, lines: list[Span], snapshot: Snapshot) -> Iterator[str]:
    known = f"change {snapshot.meta.sequence} ({snapshot.meta.changed})"
    if not lines:
        yield f"The journal is missing or empty: whatever came after {known} is not known."
        return
    if road.first is None:
        yield f"The journal does not reach {known}: whatever came after it is not known."
        return
    left = lines[road.last :]
    later = [span for span in left if span.entry is None or span.entry.sequence > snapshot.meta.sequence]
    if len(later) == 1 and later[0].entry is None:
        yield f"The last line of the journal is incomplete or damaged: one change after {known} may be missing."
    elif later:
        yield f"The journal is damaged: {len(later)} lines after {known} could not be replayed; it is kept."
