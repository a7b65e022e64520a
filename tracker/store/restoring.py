"""Bringing an earlier state back: a backup, any file of ours, or the state of a day worked out from the journal."""

from datetime import datetime
from pathlib import Path

from tracker.dates import bounds
from tracker.errors import BadWords, Damaged, NotFound
from tracker.standing import local_day
from tracker.store import layout, migrations
from tracker.store.disk import read_whole, remove_leftovers, told
from tracker.store.journal import edits_of
from tracker.store.keeping import Backup, listed
from tracker.store.layout import TABLES, Snapshot, Unsound, empty
from tracker.store.lock import locked
from tracker.store.opening import newer, stat_of
from tracker.store.place import Place
from tracker.store.rebuilding import last_known
from tracker.store.repair import install, quarantine, sound_content
from tracker.store.tables import Tables
from tracker.store.undo import chain, entry_of, take_back
from tracker.store.writing import commit, current


def brought_back(place: Place, which: str | None, now: str, to: str | None) -> Backup:
    """Make the present state what it was; the backup (or journal) it was taken from."""
    with locked(place, "restore"):
        with told(f"write '{place}'"):
            remove_leftovers(place.file)
        tables, damaged = _present(place, now)
        with told(f"read the backups of '{place}'"):
            backup, target = _target(tables, damaged is not None, which, to)
        if damaged is not None:
            with told(f"keep the damaged '{place}'"):
                quarantine(place, damaged, now)
        _become(tables, target)
        tables.begins_anew = damaged is not None and not tables.sequence  # there is nothing to go back to
        tables.summary = f"restored the state of {backup.when or 'the beginning'} (change {backup.sequence})"
        if not commit(tables, command="restore", now=now) and damaged is not None:
            with told(f"restore '{place}'"):
                install(place, tables.snapshot)
    return backup


def _present(place: Place, now: str) -> tuple[Tables, bytes | None]:
    """The present state, or the last known one with the damaged bytes."""
    with told(f"read '{place}'"):
        found = sound_content(place)
    if isinstance(found, Snapshot):
        return current(place, now), None
    known = last_known(place, found)
    if known is not None:
        return Tables(place, known.snapshot), found or b""
    return Tables(place, Snapshot(empty().content, stat_of(place), is_the_file=False)), found or b""


def _become(tables: Tables, target: Tables) -> None:
    """Make the documents those of the target."""
    for name in TABLES:
        lines = tables.buffer.lines(name)
        wanted = {number: bytes(raw) for number, raw in target.buffer.lines(name)}
        for number in [number for number, _ in lines if number not in wanted]:
            lines.put(number, None)
        for number, document in wanted.items():
            if lines.get(number) != document:
                lines.put(number, document)


def _target(tables: Tables, damaged: bool, which: str | None, to: str | None) -> tuple[Backup, Tables]:
    place = tables.place
    if which is not None:
        return _chosen(place, which)
    if to is not None:
        return _of_then(tables, to)
    sound = [backup for backup in listed(place) if backup.sound]
    if not damaged:  # what is there already is no earlier state
        sound = [backup for backup in sound if backup.sequence != tables.sequence]
    if not sound:
        raise NotFound(f"'{place}' has no earlier file beside it; name one: `tracker restore FILE`")
    return sound[-1], _opened(place, sound[-1].path)


def _chosen(place: Place, which: str) -> tuple[Backup, Tables]:
    for backup in listed(place):
        if which in (backup.path.name, backup.path.stem, str(backup.path)):
            return backup, _opened(place, backup.path)
    path = Path(which)
    if not path.exists():
        raise NotFound(f"no backup and no file is called '{which}'; `tracker restore --list` shows the backups")
    target = _opened(place, path)
    meta, size = target.snapshot.meta, len(target.snapshot.content)
    when = meta.changed or ""
    return Backup(path=path, when=when, sequence=meta.sequence, size=size, kept=False, sound=True), target


def _opened(place: Place, path: Path) -> Tables:
    """The documents of a file of ours, brought to the present schema in memory."""
    with told(f"read '{path}'"):
        content, known = read_whole(path, follow=True)
    try:
        snapshot = Snapshot(content, known)
        if snapshot.meta.schema > layout.SCHEMA:
            raise newer(Place(path), snapshot.meta.schema)
        _ = snapshot.spans
    except Unsound as error:
        raise Damaged(
            f"'{path}' is not a sound file of tracker's ({error}); choose another with `tracker restore`"
        ) from error
    tables = Tables(place, snapshot)
    migrations.migrate(tables, snapshot.meta.schema)
    return tables


def _of_then(tables: Tables, to: str) -> tuple[Backup, Tables]:
    """The newest state at or before the day or instant: from the journal, else from the backups."""
    place, lines = tables.place, chain(tables.place, tables.snapshot)
    count = max((row for row, span in enumerate(lines, 1) if _is_by(entry_of(span).when, to)), default=0)
    earlier, later = lines[:count], lines[count:]
    if earlier or (lines and entry_of(lines[0]).sequence == 1):
        if not earlier:
            raise NotFound(f"nothing had been recorded by '{to}'; the first change is of {entry_of(lines[0]).when}")
        target = Tables(place, tables.snapshot)
        for _, edits in edits_of(place, later[::-1]):
            take_back(target, edits)
        last = entry_of(earlier[-1])
        size = sum(len(piece) for piece in target.buffer.written())
        at = Backup(path=place.journal, when=last.when, sequence=last.sequence, size=size, kept=False, sound=True)
        return at, target
    sound = [backup for backup in listed(place) if backup.sound and _is_by(backup.when, to)]
    if not sound:
        raise NotFound(
            f"no state of '{place}' at or before '{to}' is known; `tracker restore --list` shows the backups"
        )
    return sound[-1], _opened(place, sound[-1].path)


def _is_by(when: str, to: str) -> bool:
    if "T" not in to:
        return local_day(when) <= bounds(to)[1]
    try:
        limit = datetime.fromisoformat(to)
    except ValueError as error:
        raise BadWords(f"'{to}' is no instant; write one like 2025-11-16T09:30:00Z") from error
    return datetime.fromisoformat(when) <= limit.astimezone()
