"""Reading and writing whole files so that they are safe on disk, and the one sentence when the disk says no.

Nothing here follows a link that somebody else may have planted.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.errors import DiskTrouble

Pieces = Sequence[bytes | memoryview]

_OWN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_FEW = 64  # pieces that are written one by one; more are joined first

_REASONS = {
    errno.ENOSPC: "the disk is full; make room",
    errno.EDQUOT: "your disk quota is used up; make room",
    errno.EFBIG: "the file would be larger than is allowed here; raise the limit or make room",
    errno.EROFS: "the place is read-only; choose another with --db",
    errno.EACCES: "you have no permission; ask for it or choose another place with --db",
    errno.EPERM: "you have no permission; ask for it or choose another place with --db",
    errno.EISDIR: "it is a folder; name a file in it with --db",
    errno.ENOTDIR: "a part of the path is a file, not a folder; correct --db",
    errno.EEXIST: "something else has that name; move it away",
    errno.ELOOP: "it is a symbolic link where none may be; move the link away",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one with --db",
    errno.EIO: "the disk reports an error; check it, or choose another place with --db",
    errno.EMLINK: "it is a symbolic link where none may be; move the link away",
}


def trouble(error: OSError, doing: str) -> DiskTrouble:
    """The failure as a sentence: what could not be done, why, what to do."""
    why = _REASONS.get(error.errno or 0) or f"{error.strerror or error}; put that right"
    return DiskTrouble(f"cannot {doing}: {why}, then try again")


@contextmanager
def told(doing: str) -> Iterator[None]:
    """Turn an OSError inside the block into a DiskTrouble that says what could not be done."""
    try:
        yield
    except OSError as error:
        raise trouble(error, doing) from error


def read_whole(path: Path, *, follow: bool = False) -> tuple[bytes, os.stat_result]:
    """All bytes of a regular file, and what the system knows of it."""
    handle = os.open(path, _READ if follow else _READ | _OWN)
    try:
        known = os.fstat(handle)
        if stat.S_ISDIR(known.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(known.st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
        content = os.read(handle, known.st_size + 1)
        if len(content) != known.st_size:  # a network disk may hand over less at a time
            parts = [content]
            while more := os.read(handle, 1 << 24):
                parts.append(more)
            content = b"".join(parts)
        return content, known
    finally:
        os.close(handle)


def write_all(handle: int, pieces: Pieces) -> None:
    """Write every byte, however little the system takes at a time."""
    if len(pieces) > _FEW:
        pieces = [b"".join(pieces)]
    for piece in pieces:
        view = memoryview(piece)
        while view:
            view = view[os.write(handle, view) :]


def read_own(path: Path) -> int:
    """A file of ours beside the database, for reading."""
    return os.open(path, _READ | _OWN)


def open_own(path: Path) -> int:
    """A file of ours beside the database, for reading and writing; made with mode 0600 if it is missing."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | _OWN, 0o600)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    return handle


def write_new(path: Path, pieces: Pieces, like: os.stat_result | None = None) -> None:
    """Write a new file, safe on disk; it gets the mode and owner of `like`, else 0600. Nothing is left if it fails."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OWN, 0o600)
    try:
        try:
            if like is not None:
                _dress(handle, like)
            write_all(handle, pieces)
            os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        remove(path)
        raise


def _dress(handle: int, like: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    known = os.fstat(handle)
    if (known.st_uid, known.st_gid) != (like.st_uid, like.st_gid):
        with suppress(OSError):  # only root may give files away; the content matters more
            os.fchown(handle, like.st_uid, like.st_gid)
    if stat.S_IMODE(known.st_mode) != stat.S_IMODE(like.st_mode):
        os.fchmod(handle, stat.S_IMODE(like.st_mode))


def remove(path: Path) -> None:
    """Remove a file if that is possible."""
    with suppress(OSError):  # a leftover is removed by the next writer
        path.unlink()


def sync_folder(folder: Path) -> None:
    """Make names in the folder safe on disk."""
    if sys.platform == "win32":
        return  # Windows cannot open a folder
    handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def fresh_name(path: Path) -> Path:
    """A name in the same folder that nobody can guess, for a file that is about to be put in place."""
    return path.with_name(f"{path.name}.{os.urandom(8).hex()}.tmp")


def remove_leftovers(path: Path) -> None:
    """Remove what a killed writer left; links are removed, never followed."""
    start, length = path.name + ".", len(path.name) + 21
    with os.scandir(path.parent) as entries:
        names = [entry.name for entry in entries if len(entry.name) == length and entry.name.startswith(start)]
    for name in names:
        if name.endswith(".tmp"):
            remove(path.parent / name)


def share(old: Path, new: Path, content: Pieces) -> None:
    """Give the file a second name; where that is not possible, write its content anew. An existing name is replaced."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        if new.lstat().st_ino == old.lstat().st_ino:
            return
        spare = fresh_name(new)
        share(old, spare, content)
        spare.replace(new)
    except (OSError, NotImplementedError) as error:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT):
            raise
        write_new(new, content)
