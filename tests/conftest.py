"""What the tests of commands share: a ledger of their own, a fixed clock, and a way to run a command line."""

import shlex
from typing import NamedTuple

import pytest

from tracker.cli import main


class Result(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    """The path of a new ledger, on 1 December 2025 in Greenwich."""
    path = tmp_path / "own.json"
    monkeypatch.setenv("TRACKER_DB", str(path))
    monkeypatch.setenv("TRACKER_NOW", "2025-12-01T09:00:00Z")
    for name in ("NO_COLOR", "FORCE_COLOR", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def run(ledger, capfd):
    """`run("list --country KZ")` gives exit code, stdout and stderr; nothing is a terminal."""

    def run(line, *more):
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main([*shlex.split(line), *more])
        out, err = capfd.readouterr()
        return Result(left.value.code, out, err)

    return run


@pytest.fixture
def ok(run):
    """The same for a command that must end well; its stdout."""

    def ok(line, *more):
        result = run(line, *more)
        assert result.code == 0, result
        return result.out

    return ok


@pytest.fixture
def two(ok):
    """A ledger with two initiatives, KZ-2025-001 and UZ-2025-001."""
    ok("add 'Regional seed bank' --by KZ --topic seeds --date 2025-11-16 --meeting cacm-7")
    ok(
        "add 'Water charter' --by 'UZ:Shavkat Mirziyoyev' --topic water --date 2025-11-16 "
        "--source https://example.org/charter --publisher Gazette"
    )
