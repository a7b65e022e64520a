"""The write: lock, read, change, journal, temp, backup, replace, sync; a failure before the replace changes nothing.

What a kill leaves behind at any point is made good by the next writer.
"""

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import DiskTrouble, InUse
from tracker.store import keeping, layout, migrations
from tracker.store.disk import Pieces, fresh_name, remove, remove_leftovers, sync_folder, told, trouble, write_new
from tracker.store.journal import Appended, Entry, encoded
from tracker.store.layout import Snapshot, empty, first_line, new_meta
from tracker.store.lock import locked
from tracker.store.opening import opened, without_collector
from tracker.store.place import Place
from tracker.store.tables import Tables


@contextmanager
def editing(path: Path, *, command: str, now: str, why: str | None = None) -> Iterator[Tables]:
    """The tables to change; stored when the block ends well, if anything changed. InUse after 30 seconds' wait."""
    place = Place(path)
    with locked(place, command), without_collector():
        with told(f"write '{place}'"):
            remove_leftovers(place.file)
        tables = current(place, now)
        yield tables
        commit(tables, command=command, now=now, why=why)


def current(place: Place, now: str) -> Tables:
    """The tables as they stand, brought to the present schema first, with a backup that is kept."""
    snapshot = opened(place)
    if snapshot.meta.schema == layout.SCHEMA:
        return Tables(place, snapshot)
    with told(f"back up '{place}' before it is brought to the present form"):
        keeping.keep_on_purpose(place, snapshot)
    tables = Tables(place, snapshot)
    migrations.migrate(tables, snapshot.meta.schema)
    tables.summary = f"brought the file from form {snapshot.meta.schema} to {layout.SCHEMA}"
    commit(tables, command="migrate", now=now)
    return Tables(place, opened(place))


def commit(tables: Tables, *, command: str, now: str, why: str | None = None) -> bool:
    """Store what was changed; whether anything was."""
    meta, changes = tables.snapshot.meta, tables.buffer.changes()
    anew = tables.begins_anew or meta.schema != layout.SCHEMA
    if not (changes or anew or tables.undoes or tables.redoes):
        return False
    pieces = tables.buffer.written()
    entry = Entry(
        sequence=meta.sequence + 1,
        when=now,
        command=command,
        sum_before=tables.snapshot.data_sum,
        sum_after=sum_of(tables.snapshot, pieces),
        summary=tables.summary,
        why=why,
        undoes=tables.undoes,
        redoes=tables.redoes,
        schema=layout.SCHEMA if anew else None,
    )
    _store(tables.place, tables.snapshot, entry, encoded(entry, changes), pieces)
    tables.created = not meta.sequence
    return True


def sum_of(snapshot: Snapshot, pieces: Pieces) -> int:
    """The checksum of the pieces; the start that stayed the same is not summed up again."""
    first, *rest = pieces
    done, length = snapshot.sum_of_start(len(first))
    total = zlib.crc32(memoryview(first)[length:], done)
    for piece in rest:
        total = zlib.crc32(piece, total)
    return total


def _store(place: Place, snapshot: Snapshot, entry: Entry, line: bytes, pieces: Pieces) -> None:
    with told(f"store in '{place}' (nothing was changed)"):
        known = snapshot.known if snapshot.meta.sequence else _begun(place, snapshot)
        _may_write(place, known)
        appended = Appended(place, snapshot.meta.journal, line)
        temp, written = fresh_name(place.file), False
        try:
            meta = new_meta(entry.sequence, entry.when, appended.length)
            write_new(temp, [first_line(meta, entry.sum_after), *pieces], known)
            written = True
            _is_still(place, known)
            keeping.keep(place, snapshot)
            temp.replace(place.file)
        except BaseException:
            if not written or temp.exists():  # else an interruption came just after the replace
                appended.cut()
                remove(temp)
            raise
        finally:
            appended.close()
    try:
        sync_folder(place.folder)
    except OSError as error:
        raise trouble(error, f"make '{place}' safe on disk (all is stored, but perhaps not yet safe)") from error
    keeping.rotate(place, entry.when, snapshot)


def _begun(place: Place, snapshot: Snapshot) -> os.stat_result:
    """Put an empty database in place first, so that a journal without a file is always a file that was lost."""
    if snapshot.known is None or snapshot.known.st_size == 0:
        temp = fresh_name(place.file)
        write_new(temp, [empty().content], snapshot.known)
        temp.replace(place.file)
        sync_folder(place.folder)
    return place.file.stat()


def _may_write(place: Place, known: os.stat_result | None) -> None:
    if known is not None and not os.access(place.file, os.W_OK):
        raise DiskTrouble(f"'{place}' is read-only, so nothing was stored; make it writable or name another with --db")


def _is_still(place: Place, known: os.stat_result | None) -> None:
    """Refuse if another program, one that knows no lock, changed the file since it was read."""
    now = place.file.stat()
    if known is None or (now.st_ino, now.st_size, now.st_mtime_ns) != (known.st_ino, known.st_size, known.st_mtime_ns):
        raise InUse(f"another program changed '{place}' at this moment, so nothing was stored; try again")
