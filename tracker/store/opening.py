"""Opening the file: one read, the checksum, then the schema; what cannot be opened is refused with the way out."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

from tracker.errors import Damaged, NewerFile, TrackerError
from tracker.store import layout
from tracker.store.disk import read_whole, told
from tracker.store.layout import Snapshot, Unsound, claimed, empty
from tracker.store.place import Place


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep the garbage collector out of big reads; it doubles their time and finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def content_of(place: Place) -> Snapshot | bytes | None:
    """The sound file, else its bytes; None if there is no file."""
    with told(f"read '{place}'"):
        try:
            content, known = read_whole(place.file)
        except FileNotFoundError:
            return None
    try:
        return Snapshot(content, known)
    except Unsound:
        return content


def leaves_traces(place: Place) -> bool:
    """Whether something beside the file says that there must be one: changes are journalled only once it is there."""
    try:
        if place.journal.lstat().st_size and not place.journal.is_symlink():
            return True
    except OSError:
        pass
    try:
        return place.backups.is_dir() and any(place.backups.iterdir())
    except OSError:
        return False


def opened(place: Place) -> Snapshot:
    """The verified file, or an empty one if there is none and never was; Damaged, NewerFile or DiskTrouble else."""
    with told(f"read '{place}'"):
        try:
            content, known = read_whole(place.file)
        except FileNotFoundError:
            if not leaves_traces(place):
                return empty()
            try:  # a first writer may have put it there this moment
                content, known = read_whole(place.file)
            except FileNotFoundError:
                raise Damaged(_GONE.format(place=place, how="is missing")) from None
    if not content:
        if leaves_traces(place):
            raise Damaged(_GONE.format(place=place, how="is empty"))
        return Snapshot(empty().content, known)
    try:
        snapshot = Snapshot(content, known)
        if snapshot.meta.schema <= layout.SCHEMA:
            _ = snapshot.spans
            return snapshot
    except Unsound as error:
        raise refusal(place, content, str(error)) from error
    raise newer(place, snapshot.meta.schema)


_GONE = "'{place}' {how}, but its history is still beside it: type `tracker doctor` to see how to get it back"


def newer(place: Place, schema: int) -> NewerFile:
    """The refusal of a file whose form this program does not know."""
    return NewerFile(
        f"'{place}' was written by a newer version of tracker (form {schema}; this one knows {layout.SCHEMA}): "
        f"upgrade tracker, or type `tracker doctor` if you think the file is damaged"
    )


def refusal(place: Place, content: bytes, reason: str) -> TrackerError:
    """The refusal of bytes that are not as tracker wrote them."""
    schema, _ = claimed(content)
    if schema > layout.SCHEMA:
        return newer(place, schema)
    return Damaged(
        f"'{place}' is not as tracker left it ({reason}): it is damaged, or another program changed it; "
        f"type `tracker doctor` to see what is wrong and how to recover"
    )


def stat_of(place: Place) -> os.stat_result | None:
    """What the system knows of the file; None if there is none."""
    try:
        return place.file.stat()
    except OSError:
        return None
