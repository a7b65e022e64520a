"""Backups are made before every change, kept for a while, listed, and brought back."""

import shutil
from datetime import date, timedelta

import pytest

from tests.store.ledgers import NOW, at, data, enter, fill, names, write_as
from tracker.errors import BadWords, Damaged, DiskTrouble, NewerFile, NotFound
from tracker.store import editing, keeping
from tracker.store.backups import backup, backups, restore
from tracker.store.repair import diagnose
from tracker.store.undo import history, undo


def days(path, count, start=date(2025, 11, 1)):
    """Two changes a day for so many days."""
    for day in range(count):
        for hour in ("09", "15"):
            now = f"{start + timedelta(days=day)}T{hour}:00:00Z"
            with editing(path, command="x", now=now) as tables:
                tables.table("people").append(b'{"name":"%s"}' % now.encode())


def test_the_last_three_and_one_a_day_for_a_week_stay(path):
    days(path, 12)
    kept = [one.when for one in backups(path)]
    assert kept[-3:] == ["2025-11-11T09:00:00Z", "2025-11-11T15:00:00Z", "2025-11-12T09:00:00Z"]
    assert kept[:-3] == [f"2025-11-{day:02d}T15:00:00Z" for day in (6, 7, 8, 9, 10)]
    assert all(one.sound for one in backups(path))


def test_together_they_stay_under_the_limit_but_the_newest_always_stays(path, monkeypatch):
    monkeypatch.setattr(keeping, "TOGETHER", 10)
    fill(path, 8)
    assert [one.sequence for one in backups(path)] == [7]


def test_the_limit_holds_for_three_backups_too(path, monkeypatch):
    monkeypatch.setattr(keeping, "TOGETHER", 600)
    fill(path, 4)
    assert [one.sequence for one in backups(path)] == [2, 3]


def test_a_clock_put_back_removes_no_newest_backup(path):
    fill(path, 6)
    with editing(path, command="x", now="2020-01-01T00:00:00Z") as tables:
        tables.table("people").append(b"{}")
    enter(path, "n8", minute=9)
    assert 7 in [one.sequence for one in backups(path)]


def test_a_backup_on_purpose_is_never_rotated(path):
    fill(path, 2)
    kept = backup(path, None, NOW)
    days(path, 12)
    assert kept.exists() and [one.path for one in backups(path) if one.kept] == [kept]


def test_a_damaged_file_never_gets_among_the_backups(path):
    fill(path, 4)
    path.write_bytes(path.read_bytes().replace(b"n4", b"xx"))
    before = [one.sequence for one in backups(path)]
    with pytest.raises(Damaged):
        enter(path, "n5")
    with pytest.raises(Damaged):
        backup(path, None, NOW)
    assert [one.sequence for one in backups(path)] == before


def test_a_backup_to_a_folder_or_a_file(path, tmp_path):
    fill(path, 1)
    (tmp_path / "safe").mkdir()
    assert backup(path, tmp_path / "safe", NOW).name == "t-20251201T090000.json"
    target = backup(path, tmp_path / "copy.json", NOW)
    assert target.read_bytes() == path.read_bytes()
    with pytest.raises(DiskTrouble, match="exists already"):
        backup(path, target, NOW)
    with pytest.raises(DiskTrouble, match="no folder"):
        backup(path, tmp_path / "missing" / "copy.json", NOW)


def test_there_is_nothing_to_back_up_before_the_first_change(path):
    with pytest.raises(NotFound):
        backup(path, None, NOW)
    assert backups(path) == []


def test_restore_by_name_and_undo_of_it(path):
    fill(path, 5)
    present, chosen = data(path), backups(path)[-2]
    assert restore(path, chosen.path.name, at(9)).sequence == chosen.sequence == 3
    assert names(path) == ["n1", "n2", "n3"]
    assert history(path)[-1].command == "restore" and len(history(path)) == 6
    undo(path, 1, at(10))
    assert data(path) == present


def test_restore_of_any_file_of_ours(path, tmp_path):
    fill(path, 2)
    target = backup(path, tmp_path / "copy.json", NOW)
    enter(path, "n3")
    assert restore(path, str(target), at(9)).path == target
    assert names(path) == ["n1", "n2"]


def test_restore_without_a_name_takes_the_newest_backup(path):
    fill(path, 3)
    assert restore(path, None, at(9)).sequence == 2
    assert names(path) == ["n1", "n2"]


@pytest.mark.parametrize(
    ("to", "left"), [(at(3), 3), ("2025-12-01T09:03:59Z", 3), ("2025-12-01T14:03:00+05:00", 3), ("2025-12-01", 5)]
)
def test_restore_to_an_instant_or_day(path, to, left):
    fill(path, 5)
    assert restore(path, None, at(9), to=to).sequence == left
    assert names(path) == [f"n{n}" for n in range(1, left + 1)]


def test_restore_to_a_day_beyond_the_journal_takes_a_backup(path):
    days(path, 3)
    path.with_name("t.json.journal").unlink()
    assert restore(path, None, at(9), to="2025-11-02").when == "2025-11-02T15:00:00Z"
    assert len(names(path)) == 4


def test_restore_to_before_the_beginning_is_refused(path):
    fill(path, 2)
    with pytest.raises(NotFound, match="nothing had been recorded by '2024'"):
        restore(path, None, at(9), to="2024")
    with pytest.raises(BadWords):
        restore(path, None, at(9), to="Today")
    assert len(names(path)) == 2


def test_restore_of_what_is_not_there_or_damaged_or_newer_is_refused(path, tmp_path):
    fill(path, 2)
    before = path.read_bytes()
    with pytest.raises(NotFound, match="no backup and no file is called 'nothing'"):
        restore(path, "nothing", at(9))
    (tmp_path / "bad.json").write_bytes(b"{}")
    with pytest.raises(Damaged, match=r"bad\.json"):
        restore(path, str(tmp_path / "bad.json"), at(9))
    assert path.read_bytes() == before


def test_restore_over_a_damaged_file_keeps_its_bytes_and_goes_by_the_journal(path):
    fill(path, 5)
    path.write_bytes(b"garbage")
    restore(path, None, at(9), to=at(2))
    assert names(path) == ["n1", "n2"] and diagnose(path).sound
    (kept,) = path.parent.glob("t.json.damaged-*")
    assert kept.read_bytes() == b"garbage"
    undo(path, 1, at(10))
    assert names(path) == ["n1", "n2", "n3", "n4", "n5"]


def test_restore_of_the_last_known_state_repairs(path):
    fill(path, 5)
    before = data(path)
    path.unlink()
    restore(path, None, at(9), to="2025-12-01")
    assert data(path) == before and diagnose(path).sound


def test_restore_where_nothing_is_left_but_a_copy_elsewhere(path, tmp_path):
    fill(path, 3)
    target = backup(path, tmp_path / "copy.json", NOW)
    shutil.rmtree(path.parent)
    path.parent.mkdir()
    path.write_bytes(b"garbage")
    restore(path, str(target), at(9))
    assert names(path) == ["n1", "n2", "n3"]
    with pytest.raises(NotFound):
        undo(path, 1, at(10))


def test_a_newer_copy_is_refused(path, tmp_path):
    fill(path, 1)
    write_as(tmp_path / "newer.json", 9)
    with pytest.raises(NewerFile):
        restore(path, str(tmp_path / "newer.json"), at(9))
