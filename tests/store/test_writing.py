"""A write happens whole or not at all, whatever the disk, other writers or planted links do."""

import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.ledgers import NOW, beside, data, enter, fill, names
from tracker.errors import DiskTrouble, InUse
from tracker.store import editing, lock
from tracker.store.place import Place


def failing(monkeypatch, call, nth, number=errno.ENOSPC):
    """Make the nth call of that name in os fail; whether it was reached."""
    real, count = getattr(os, call), [0]

    def maybe(*words, **options):
        count[0] += 1
        if count[0] == nth:
            raise OSError(number, os.strerror(number))
        return real(*words, **options)

    monkeypatch.setattr(os, call, maybe)
    return lambda: count[0] >= nth


@pytest.mark.parametrize("nth", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("call", ["write", "fsync", "replace", "link", "ftruncate"])
def test_a_failing_call_leaves_the_old_state_or_says_that_all_is_stored(path, monkeypatch, call, nth):
    fill(path, 3)
    before = data(path)
    with monkeypatch.context() as patch:
        reached = failing(patch, call, nth)
        try:
            enter(path, "n4")
        except DiskTrouble as trouble:
            stored = "all is stored" in str(trouble)
            assert stored or data(path) == before
            assert reached()
        else:
            stored = True
    assert names(path) == ["n1", "n2", "n3", "n4"][: 3 + stored]
    enter(path, "later")
    assert names(path)[-1] == "later"
    assert not [name for name in beside(path) if name.endswith(".tmp")]


@pytest.mark.parametrize("nth", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_first_write_that_fails_leaves_an_empty_ledger(path, monkeypatch, call, nth):
    with monkeypatch.context() as patch:
        failing(patch, call, nth)
        try:
            enter(path, "n1")
        except DiskTrouble as trouble:
            assert "all is stored" in str(trouble) or names(path) == []
    enter(path, "later")
    assert names(path)[-1] == "later"


def test_where_links_are_not_possible_the_backup_is_a_copy(path, monkeypatch):
    fill(path, 1)
    before = path.read_bytes()

    def refuse(*_, **__):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    enter(path, "n2")
    (kept,) = path.with_name("t.json.bak").iterdir()
    assert kept.read_bytes() == before


def test_an_interruption_changes_nothing(path, monkeypatch):
    fill(path, 1)
    before = path.read_bytes()

    def interrupt(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("tracker.store.writing._is_still", interrupt)
        with pytest.raises(KeyboardInterrupt):
            enter(path, "n2")
    assert path.read_bytes() == before
    assert not [name for name in beside(path) if name.endswith(".tmp")]


def test_everything_beside_the_file_is_for_its_owner_alone(path):
    old = os.umask(0o022)
    try:
        fill(path, 2)
    finally:
        os.umask(old)
    for one in [path, *path.parent.rglob("*.json*")]:
        assert stat.S_IMODE(one.stat().st_mode) == (0o700 if one.is_dir() else 0o600), one


def test_a_mode_that_the_user_chose_stays(path):
    fill(path, 1)
    path.chmod(0o640)
    enter(path, "n2")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_to_the_file_stays_a_link(path):
    fill(path, 1)
    link = path.with_name("link.json")
    link.symlink_to("t.json")
    enter(link, "n2")
    assert link.is_symlink() and names(path) == ["n1", "n2"]


def test_a_dangling_link_stays_a_link(path, tmp_path):
    path.symlink_to(tmp_path / "far.json")
    enter(path, "n1")
    assert path.is_symlink() and names(tmp_path / "far.json") == ["n1"]


@pytest.mark.parametrize("ending", [".lock", ".journal", ".bak"])
def test_a_planted_link_is_refused_and_never_followed(path, tmp_path, ending):
    victim = tmp_path / "victim"
    victim.write_text("precious")
    path.with_name("t.json" + ending).symlink_to(victim)
    with pytest.raises(DiskTrouble):
        fill(path, 2)
    assert victim.read_text() == "precious"


def test_leftovers_of_a_killed_writer_are_removed_and_planted_links_not_followed(path, tmp_path):
    fill(path, 1)
    victim = tmp_path / "victim"
    victim.write_text("precious")
    path.with_name("t.json.0123456789abcdef.tmp").write_text("half")
    path.with_name("t.json.fedcba9876543210.tmp").symlink_to(victim)
    with path.with_name("t.json.journal").open("ab") as journal:
        journal.write(b'{"crc32":"00000000","change":{"half')
    enter(path, "n2")
    assert beside(path) == ["t.json", "t.json.bak", "t.json.journal", "t.json.lock"]
    assert victim.read_text() == "precious" and names(path) == ["n1", "n2"]


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.store.ledgers import enter
call, nth = sys.argv[2], int(sys.argv[3])
real, count = getattr(os, call), [0]
def maybe(*words, **options):
    count[0] += 1
    if count[0] == nth:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*words, **options)
setattr(os, call, maybe)
enter(Path(sys.argv[1]), "killed")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize(("call", "nth"), [("write", 2), ("write", 3), ("fsync", 1), ("replace", 1), ("fsync", 3)])
def test_after_a_kill_the_next_writer_goes_on(path, call, nth):
    fill(path, 2)
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path), call, str(nth)], check=False)
    assert ended.returncode == -9
    assert [name for name in names(path) if name != "killed"] == ["n1", "n2"]
    enter(path, "next")
    assert names(path)[-1] == "next"
    assert beside(path) == ["t.json", "t.json.bak", "t.json.journal", "t.json.lock"]


WRITER = """
import sys
from pathlib import Path
from tests.store.ledgers import enter
for number in range(5):
    enter(Path(sys.argv[1]), f"{sys.argv[2]}-{number}")
"""


def test_writers_at_the_same_time_lose_nothing(path):
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), f"w{w}"]) for w in range(4)]
    assert [writer.wait(60) for writer in writers] == [0] * 4
    assert sorted(names(path)) == sorted(f"w{w}-{n}" for w in range(4) for n in range(5))


HOLDER = """
import sys, time
from pathlib import Path
from tracker.store import editing
with editing(Path(sys.argv[1]), command="capture", now="2025-12-01T09:00:00Z"):
    print("held", flush=True)
    time.sleep(30)
"""


def test_a_lock_that_is_held_too_long_names_its_holder(path, monkeypatch):
    monkeypatch.setattr(lock, "WAIT", 0.2)
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE)
    try:
        assert holder.stdout.readline() == b"held\n"
        start = time.monotonic()
        with pytest.raises(InUse, match=f"process {holder.pid} .`tracker capture`"):
            enter(path, "n1")
        assert time.monotonic() - start < 5
    finally:
        holder.kill()
        holder.communicate()
    enter(path, "n1")
    assert Place(path).lock.read_bytes() == b""


def test_another_program_that_writes_meanwhile_is_noticed(path):
    fill(path, 1)
    with pytest.raises(InUse, match="another program changed"), editing(path, command="x", now=NOW) as tables:
        tables.table("people").append(b"{}")
        path.write_bytes(path.read_bytes() + b" ")
    assert path.read_bytes().endswith(b" ")


def test_what_is_no_file_is_refused(path):
    path.mkdir()
    with pytest.raises(DiskTrouble, match="it is a folder"):
        names(path)
    fifo = path.with_name("fifo")
    os.mkfifo(fifo)
    with pytest.raises(DiskTrouble):
        names(Path(fifo))
