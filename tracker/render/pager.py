"""The pager: long output of a terminal goes through $PAGER, which may be left early."""

import contextlib
import os
import shlex
import shutil
import subprocess
from typing import TextIO


def pager_command() -> list[str] | None:
    """The words that start the pager: $PAGER, else less; None for an empty one, `cat`, or where there is none."""
    named = os.environ.get("PAGER")
    if named is None:
        return ["less", "-FRX"] if shutil.which("less") else None
    try:
        words = shlex.split(named)
    except ValueError:
        return None
    return words if words and words != ["cat"] and shutil.which(words[0]) else None


class Pager:
    """Lines held back until there are more than fit the height; from then on they go to the pager."""

    def __init__(self, command: list[str], stream: TextIO, height: int) -> None:
        self._command = command
        self._stream = stream
        self._height = height
        self._held: list[str] = []
        self._process: subprocess.Popen[str] | None = None
        self._left = False

    def write(self, lines: list[str]) -> None:
        """Take the lines; once the reader has left the pager they go nowhere."""
        self._held += lines
        if self._process is None and len(self._held) >= self._height:
            self._start()
        if self._process is not None:
            self._send()

    def close(self) -> None:
        """Show what is held, or wait until the reader has read."""
        if self._process is None:
            self._stream.write("".join(f"{line}\n" for line in self._held))
            return
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        while self._process.poll() is None:
            with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is for the pager while it runs
                self._process.wait()

    def _start(self) -> None:
        self._stream.flush()
        surroundings = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
        with contextlib.suppress(OSError):  # without a pager the text is shown as it is
            self._process = subprocess.Popen(  # noqa: S603  the user's own choice of program, no shell
                self._command,
                stdin=subprocess.PIPE,
                text=True,
                encoding=self._stream.encoding,
                errors="backslashreplace",
                env=surroundings,
            )

    def _send(self) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        if not self._left:
            try:
                self._process.stdin.write("".join(f"{line}\n" for line in self._held))
                self._process.stdin.flush()
            except OSError:
                self._left = True
        self._held.clear()
