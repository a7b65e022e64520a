"""Backups as the user sees them: making one, listing them, going back to one."""

from pathlib import Path

from tracker.errors import DiskTrouble, NotFound
from tracker.store.disk import told, write_new
from tracker.store.keeping import Backup, keep_on_purpose, listed
from tracker.store.opening import opened
from tracker.store.place import Place

__all__ = ["Backup", "backup", "backups", "restore"]


def backup(path: Path, to: Path | None, now: str) -> Path:
    """Copy the verified file: to the path (a folder gets a file with a telling name), else among its backups."""
    place = Place(path)
    snapshot = opened(place)
    if snapshot.known is None:
        raise NotFound(f"'{place}' does not exist yet, so there is nothing to back up; `tracker add` begins it")
    with told(f"write a backup of '{place}'"):
        if to is None:
            return keep_on_purpose(place, snapshot)
        stamp = now[:19].replace(":", "").replace("-", "")
        target = to / f"{place.file.stem}-{stamp}.json" if to.is_dir() else to
        if target.exists() or target.is_symlink():
            raise DiskTrouble(f"'{target}' exists already and is left alone; name another file")
        if not target.parent.is_dir():
            raise DiskTrouble(f"there is no folder '{target.parent}'; make it, or name another")
        write_new(target, [snapshot.content])
    return target


def backups(path: Path) -> list[Backup]:
    """The earlier files, oldest first, each read and checked."""
    return listed(Place(path))


def restore(path: Path, which: str | None, now: str, to: str | None = None) -> Backup:
    """Bring an earlier state back: a backup by name, a file of ours, or the newest state of a day or instant.

    The present file is kept first, even if it is damaged; the change is recorded, so that `undo` takes it back.
    """
    from tracker.store.restoring import brought_back  # only a restore needs it

    return brought_back(Place(path), which, now, to)
