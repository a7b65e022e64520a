"""One writer at a time: an operating-system lock beside the file, waited for in the kernel's queue.

It is never broken by age and never removed; the system gives it back when its holder ends, however that ends.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tracker.errors import InUse
from tracker.store.disk import open_own, told, write_all
from tracker.store.place import Place

WAIT = 30.0  # seconds


@contextmanager
def locked(place: Place, command: str, wait: float | None = None) -> Iterator[None]:
    """Hold the database's lock; InUse, naming the holder, after the wait."""
    with told(f"write '{place}'"):
        handle = _open(place)
    try:
        with told(f"lock '{place}'"):
            while not _taken(handle, WAIT if wait is None else wait):
                raise InUse(_holder(place, handle))
        _sign(handle, f"{os.getpid()} tracker {command}\n".encode())
        try:
            yield
        finally:
            _sign(handle, b"")
    finally:
        os.close(handle)  # gives the lock back


def _open(place: Place) -> int:
    try:
        return open_own(place.lock)
    except FileNotFoundError:
        place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return open_own(place.lock)


def _holder(place: Place, handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    pid, _, command = os.read(handle, 200).decode("utf-8", "replace").strip().partition(" ")
    who = f"process {pid} (`{command}`)" if pid.isdigit() else "another program"
    return f"'{place}' is in use by {who}; try again when it is done"


def _sign(handle: int, text: bytes) -> None:
    """Say who holds the lock; only a courtesy, so a full disk is no reason to fail."""
    try:
        os.ftruncate(handle, 0)
        if text:
            os.lseek(handle, 0, os.SEEK_SET)
            write_all(handle, [text])
    except OSError:
        pass


if sys.platform == "win32":
    import msvcrt
    import time

    def _taken(handle: int, wait: float) -> bool:
        """Whether the lock was got within the wait; Windows has no queue, so it is asked again and again."""
        end = time.monotonic() + wait
        while True:
            try:
                os.lseek(handle, 1 << 30, os.SEEK_SET)  # far behind the holder's name, which others may read
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            except OSError:
                if time.monotonic() >= end:
                    return False
                time.sleep(0.05)
            else:
                return True
else:
    import fcntl

    def _taken(handle: int, wait: float) -> bool:
        """Whether the lock was got within the wait."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if threading.current_thread() is threading.main_thread():
                return _waited(handle, wait)
            return _asked(handle, wait)
        return True

    class _TimeUp(Exception):
        pass

    def _waited(handle: int, wait: float) -> bool:
        import signal  # 0.4 ms; only who has to wait needs it

        def ring(*_: object) -> None:
            raise _TimeUp

        before = signal.signal(signal.SIGALRM, ring)
        try:
            signal.setitimer(signal.ITIMER_REAL, wait)
            fcntl.flock(handle, fcntl.LOCK_EX)
            return True
        except _TimeUp:
            return False
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def _asked(handle: int, wait: float) -> bool:
        """The same in a thread, where no timer rings: a second thread would have to hold the lock, so ask again."""
        import time

        end = time.monotonic() + wait
        while time.monotonic() < end:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(0.02)
            else:
                return True
        return False
