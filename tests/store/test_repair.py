"""Damage is noticed, told, and repaired; damaged bytes are kept."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.ledgers import NOW, at, beside, data, enter, fill, names
from tracker.errors import Damaged, NewerFile, NotFound, TrackerError
from tracker.store import editing
from tracker.store.repair import diagnose, repair
from tracker.store.undo import history, undo


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A ledger of six changes, to be copied."""
    path = tmp_path_factory.mktemp("sound") / "t.json"
    fill(path, 6)
    return path


@pytest.fixture
def ledger(sound, tmp_path):
    """A copy of it."""
    shutil.copytree(sound.parent, tmp_path / "copy")
    return tmp_path / "copy" / "t.json"


def damage(path, content):
    path.write_bytes(content)
    with pytest.raises(TrackerError) as refused:
        names(path)
    assert "tracker doctor" in str(refused.value) and "t.json" in str(refused.value)
    assert isinstance(refused.value, Damaged | NewerFile)


def repaired(path, content):
    """Damage and repair it; nothing may be lost, and the damaged bytes are kept."""
    before = data(path)
    damage(path, content)
    diagnosis = diagnose(path)
    assert not diagnosis.sound and diagnosis.next == "tracker doctor --repair", diagnosis
    done = repair(path, NOW)
    assert data(path) == before and not done.lost
    if content:
        assert done.quarantined.read_bytes() == content
    assert diagnose(path).sound
    return done


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_is_noticed_and_repaired(ledger, place, bit):
    content = bytearray(ledger.read_bytes())
    content[int(place * len(content))] ^= 1 << bit
    repaired(ledger, bytes(content))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.floats(0, 1, exclude_max=True))
def test_any_truncation_is_noticed_and_repaired(ledger, place):
    content = ledger.read_bytes()
    repaired(ledger, content[: int(place * len(content))])


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 900, b"[]", b"null", b"{}", b"[" * 100_000, b"\xff\xfe", b"<html>", b'{"_meta":{"1":{}}}\n'],
)
def test_garbage_is_noticed_and_repaired(ledger, content):
    repaired(ledger, content)


def test_a_missing_file_is_repaired(ledger):
    before = data(ledger)
    ledger.unlink()
    with pytest.raises(Damaged, match="is missing, but its history"):
        names(ledger)
    assert repair(ledger, NOW).quarantined is None
    assert data(ledger) == before


def test_from_the_journal_alone(ledger):
    shutil.rmtree(ledger.with_name("t.json.bak"))
    done = repaired(ledger, b"gone")
    assert done.replayed == 6 and "journal alone" in done.restored_from


def test_from_a_backup_alone_the_last_change_may_be_missing_and_that_is_told(ledger):
    ledger.with_name("t.json.journal").unlink()
    damage(ledger, b"gone")
    done = repair(ledger, NOW)
    assert names(ledger) == ["n1", "n2", "n3", "n4", "n5"]
    assert done.replayed == 0 and "whatever came after change 5" in done.lost[0]
    enter(ledger, "n6")
    undo(ledger, 1, NOW)


def test_from_an_older_backup_when_the_newer_ones_are_damaged_too(ledger):
    for kept in sorted(ledger.with_name("t.json.bak").iterdir())[1:]:
        kept.write_bytes(b"damaged")
    assert repaired(ledger, b"gone").replayed > 1


def test_a_journal_damaged_in_its_middle_is_bridged_by_a_backup(ledger):
    journal = ledger.with_name("t.json.journal")
    journal.write_bytes(journal.read_bytes().replace(b'"n2"', b'"xx"'))
    repaired(ledger, b"gone")
    assert [change.sequence for change in history(ledger)] == [3, 4, 5, 6]


def test_what_cannot_be_replayed_is_told_and_the_journal_kept(ledger):
    shutil.rmtree(ledger.with_name("t.json.bak"))
    journal = ledger.with_name("t.json.journal")
    broken = journal.read_bytes().replace(b'"n4"', b'"xx"')
    journal.write_bytes(broken)
    damage(ledger, b"gone")
    done = repair(ledger, NOW)
    assert names(ledger) == ["n1", "n2", "n3"]
    assert "3 lines after change 3" in done.lost[0]
    (aside,) = ledger.parent.glob("t.json.journal.aside-*")
    assert aside.read_bytes() == broken
    undo(ledger, 1, NOW)
    assert names(ledger) == ["n1", "n2"]


def test_a_change_that_was_refused_does_not_come_back(ledger):
    journal, content = ledger.with_name("t.json.journal"), ledger.read_bytes()
    length = len(journal.read_bytes())
    enter(ledger, "never confirmed")
    ledger.write_bytes(content.replace(b'"n6"', b'"n9"'))
    assert len(journal.read_bytes()) > length
    repair(ledger, NOW)
    assert names(ledger) == ["n1", "n2", "n3", "n4", "n5", "n6"]


def test_a_torn_last_line_of_the_journal_loses_only_that_change(ledger):
    journal = ledger.with_name("t.json.journal")
    journal.write_bytes(journal.read_bytes()[:-20])
    damage(ledger, b"gone")
    done = repair(ledger, NOW)
    assert names(ledger) == ["n1", "n2", "n3", "n4", "n5"] and "one change" in done.lost[0]


def test_undo_goes_on_after_a_repair(ledger):
    repaired(ledger, b"gone")
    undo(ledger, 6, at(9))
    assert names(ledger) == []


def test_a_sound_file_is_left_alone(ledger):
    before = {one: one.read_bytes() for one in ledger.parent.iterdir() if one.is_file()}
    done = repair(ledger, NOW)
    assert (done.quarantined, done.restored_from, done.replayed, done.lost) == (None, "", 0, ())
    assert {one: one.read_bytes() for one in ledger.parent.iterdir() if one.is_file()} == before


def test_two_repairs_keep_both_damaged_files(ledger):
    assert repaired(ledger, b"one").quarantined != repaired(ledger, b"two").quarantined


def test_without_backup_and_journal_there_is_nothing_to_repair_from(path):
    path.write_bytes(b"garbage")
    diagnosis = diagnose(path)
    assert not diagnosis.sound and "neither a sound backup nor a journal" in diagnosis.findings[-1]
    with pytest.raises(Damaged, match="cannot be repaired"):
        repair(path, NOW)
    assert path.read_bytes() == b"garbage"
    assert not [name for name in beside(path) if "damaged" in name]


def test_nothing_at_all_is_sound_and_not_to_be_repaired(path):
    assert diagnose(path).sound
    with pytest.raises(NotFound):
        repair(path, NOW)
    path.touch()
    assert names(path) == [] and diagnose(path).sound and repair(path, NOW).restored_from == ""
    assert path.read_bytes() == b""


def test_damaged_backups_and_journals_are_told_of_a_sound_file(ledger):
    kept = sorted(ledger.with_name("t.json.bak").iterdir())[0]
    kept.write_bytes(b"damaged")
    journal = ledger.with_name("t.json.journal")
    journal.write_bytes(journal.read_bytes().replace(b'"n2"', b'"xx"'))
    diagnosis = diagnose(ledger)
    assert diagnosis.sound and len(diagnosis.findings) == 2


def test_a_failed_repair_leaves_everything_to_be_repaired_again(ledger, monkeypatch):
    before = data(ledger)
    ledger.write_bytes(b"gone")
    with monkeypatch.context() as patch:
        patch.setattr("tracker.store.repair.write_new", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(TrackerError):
            repair(ledger, NOW)
    assert ledger.read_bytes() == b"gone"
    repair(ledger, NOW)
    assert data(ledger) == before


def test_after_an_older_file_was_put_back_the_newer_line_of_files_counts(path):
    fill(path, 2)
    shutil.copy(path, path.with_name("old"))
    for number in range(3, 9):
        enter(path, f"n{number}", minute=number)
    shutil.copy(path.with_name("old"), path)
    enter(path, "other", minute=20)
    enter(path, "another", minute=21)
    repaired(path, b"gone")
    assert names(path) == ["n1", "n2", "other", "another"]


def test_a_journal_cut_off_early_does_not_win_over_a_newer_backup(ledger):
    journal = ledger.with_name("t.json.journal")
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:2]))
    damage(ledger, b"gone")
    assert repair(ledger, NOW).lost
    assert names(ledger) == ["n1", "n2", "n3", "n4", "n5"]


def test_a_clock_put_back_does_not_hide_the_newest_state(path):
    fill(path, 4)
    with editing(path, command="x", now="2020-01-01T00:00:00Z") as tables:
        tables.table("people").append(b'{"name":"late"}')
    repaired(path, b"gone")
    enter(path, "last", minute=9)
    path.with_name("t.json.journal").unlink()
    damage(path, b"gone")
    repair(path, NOW)
    assert names(path) == ["n1", "n2", "n3", "n4", "late"]


def test_without_backup_and_journal_what_still_reads_is_kept(ledger):
    shutil.rmtree(ledger.with_name("t.json.bak"))
    ledger.with_name("t.json.journal").unlink()
    content = ledger.read_bytes().replace(b'"n2"}', b'"n2"')
    damage(ledger, content)
    assert diagnose(ledger).next == "tracker doctor --repair"
    done = repair(ledger, NOW)
    assert names(ledger) == ["n1", "n3", "n4", "n5", "n6"]
    assert done.lost[0].endswith("read: 1.") and done.quarantined.read_bytes() == content
    enter(ledger, "n7")
    undo(ledger, 1, at(9))
    with pytest.raises(NotFound):
        undo(ledger, 1, at(9))
