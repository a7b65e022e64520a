"""The README's session prints, on a terminal of 80 columns, what stands there; UPDATE_GOLDEN=1 writes it."""

import os
import pty
import re
import shlex
import subprocess
import sys
import termios
from pathlib import Path

from tracker.cli import COMMANDS

README = Path(__file__).parent.parent / "README.md"
SESSION = re.compile(r"```console\n(.*?)```", re.DOTALL)


def on_terminal(line, environment):
    """What a command prints on a terminal of 80 columns, without colour."""
    outer, inner = pty.openpty()
    termios.tcsetwinsize(inner, (50, 80))
    words = [sys.executable, "-m", "tracker", *shlex.split(line)[1:]]
    with subprocess.Popen(words, stdin=inner, stdout=inner, stderr=inner, env=environment) as process:
        os.close(inner)
        printed = b""
        while True:
            try:
                chunk = os.read(outer, 65536)
            except OSError:  # Linux ends a terminal so
                break
            if not chunk:
                break
            printed += chunk
    os.close(outer)
    assert process.returncode == 0, printed.decode()
    return printed.decode().replace("\r\n", "\n")


def test_the_session_in_the_readme_prints_what_stands_there(tmp_path):
    environment = os.environ | {
        "TRACKER_DB": str(tmp_path / "ledger.json"),
        "TRACKER_NOW": "2025-12-01T09:00:00Z",
        "TZ": "UTC",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PAGER": "cat",
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
    }
    content = README.read_text(encoding="utf-8")
    session = SESSION.search(content)[1]
    lines = [line[2:] for line in session.splitlines() if line.startswith("$ ")]
    told = "".join(f"$ {line}\n{on_terminal(line, environment)}" for line in lines)
    told = told.replace(str(tmp_path), "/home/you").replace(" \n", "\n")
    told = "\n".join(line.rstrip() for line in told.splitlines()) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        README.write_text(content.replace(session, told), encoding="utf-8")
    else:
        assert session == told


def test_every_command_is_in_the_readme():
    content = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`{name}`" not in content] == []
