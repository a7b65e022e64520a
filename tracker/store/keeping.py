"""The verified earlier files in NAME.bak/, by hard link where the disk can.

The last three and one a day for a week stay, never over 1 GB together, the newest always; what was kept on purpose
(`.kept`) stays until the user removes it. Nothing damaged gets in, so nothing damaged pushes a good one out.
"""

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from tracker.store.disk import fresh_name, read_whole, share, write_new
from tracker.store.layout import Snapshot, Unsound
from tracker.store.place import Place

LAST, DAYS, TOGETHER = 3, 7, 10**9

_NAME = re.compile(r"(\d{8})T(\d{6})Z-(\d{8,})(\.kept)?\.json")


class Backup(Struct, frozen=True, kw_only=True):
    """An earlier file: the state after the change `sequence`, recorded at the instant `when`."""

    path: Path
    when: str
    sequence: int
    size: int
    kept: bool
    sound: bool


def _name(snapshot: Snapshot, ending: str = ".json") -> str:
    stamp = (snapshot.meta.changed or "00000000T000000Z").replace("-", "").replace(":", "")
    return f"{stamp}-{snapshot.meta.sequence:08d}{ending}"


def _folder(place: Place) -> Path:
    with suppress(FileExistsError):
        place.backups.mkdir(mode=0o700)
    if not stat.S_ISDIR(place.backups.lstat().st_mode):
        raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), str(place.backups))
    return place.backups


def keep(place: Place, snapshot: Snapshot) -> None:
    """Keep the verified state that is about to be replaced: the file itself, or what it ought to be."""
    if not snapshot.meta.sequence:
        return
    target = _folder(place) / _name(snapshot)
    if snapshot.is_the_file:
        share(place.file, target, [snapshot.content])
    else:
        spare = fresh_name(target)
        write_new(spare, [snapshot.content])
        spare.replace(target)


def rotate(place: Place, now: str, newest: Snapshot) -> None:
    """Remove what need not stay; what cannot be removed stays, and so does the newest, whatever the clock said."""
    with suppress(OSError, ValueError):
        names = sorted((path.name for path in place.backups.iterdir() if _is_rotated(path.name)), reverse=True)
        staying = _staying(names, now)
        together = len(newest.content)
        names.remove(_name(newest))
        for name in names:
            path = place.backups / name
            size = path.lstat().st_size
            if name in staying and together + size <= TOGETHER:
                together += size
            else:
                path.unlink()


def _is_rotated(name: str) -> bool:
    found = _NAME.fullmatch(name)
    return found is not None and not found[4]


def _staying(names: list[str], now: str) -> set[str]:
    """Of the names, newest first, the last ones and the last one of each day of the week."""
    first = (date.fromisoformat(now[:10]) - timedelta(days=DAYS)).strftime("%Y%m%d")
    newest_of_day: dict[str, str] = {}
    for name in names:
        if name[:8] > first:
            newest_of_day.setdefault(name[:8], name)
    return {*names[:LAST], *newest_of_day.values()}


def listed(place: Place) -> list[Backup]:
    """The earlier files, oldest first, each read and checked."""
    found = []
    for path, (day, clock, sequence, kept) in _named(place):
        with suppress(FileNotFoundError):  # a writer may rotate it away at this moment
            size = path.lstat().st_size
            found.append(
                Backup(
                    path=path,
                    when=f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z",
                    sequence=int(sequence),
                    size=size,
                    kept=bool(kept),
                    sound=loaded(path) is not None,
                )
            )
    return found


def _named(place: Place) -> list[tuple[Path, tuple[str, ...]]]:
    """The files among the backups with the parts of their names, oldest first."""
    try:
        paths = sorted(place.backups.iterdir())
    except OSError:
        return []
    return [(path, found.groups()) for path in paths if (found := _NAME.fullmatch(path.name))]


def loaded(path: Path, *, follow: bool = False) -> Snapshot | None:
    """The file if it is sound."""
    try:
        snapshot = Snapshot(*read_whole(path, follow=follow))
        _ = snapshot.spans
    except (OSError, Unsound):
        return None
    return snapshot


def sound_ones(place: Place) -> Iterator[tuple[Path, Snapshot]]:
    """The sound files among the backups, one after the other."""
    for path, _ in _named(place):
        if (snapshot := loaded(path)) is not None:
            yield path, snapshot


def keep_on_purpose(place: Place, snapshot: Snapshot) -> Path:
    """A copy of its own among the backups that is never rotated away."""
    target = _folder(place) / _name(snapshot, ".kept.json")
    if target.exists() and loaded(target) is not None:
        return target
    with suppress(FileNotFoundError):
        target.unlink()
    write_new(target, [snapshot.content])
    return target
