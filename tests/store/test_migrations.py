"""Older files are brought to the present form, after a backup; newer ones are refused."""

import pytest

from tests.store.ledgers import NOW, beside, enter, names, write_as
from tracker.errors import Damaged, NewerFile, NotFound
from tracker.store import layout, migrations
from tracker.store.backups import backups, restore
from tracker.store.repair import accept, diagnose, repair
from tracker.store.undo import history, undo


@pytest.fixture
def second_form(monkeypatch):
    """A tracker whose form is 2: people's names are in capitals there."""

    def step(tables):
        for found in tables.table("people").all():
            tables.table("people").update({"name": found["name"].upper()}, doc_ids=[found.doc_id])

    monkeypatch.setattr(layout, "SCHEMA", 2)
    monkeypatch.setitem(migrations.STEPS, 1, step)


def test_a_reader_migrates_in_memory_only(path, second_form):
    write_as(path, 1)
    before = path.read_bytes()
    assert names(path) == ["OLD"]
    assert path.read_bytes() == before and beside(path) == ["t.json"]


def test_a_writer_migrates_after_a_backup_that_is_kept(path, second_form):
    write_as(path, 1)
    before = path.read_bytes()
    enter(path, "new")
    assert names(path) == ["OLD", "new"]
    assert layout.Snapshot(path.read_bytes()).meta.schema == 2
    (kept,) = [one for one in backups(path) if one.kept]
    assert kept.path.read_bytes() == before
    assert [change.command for change in history(path)] == ["migrate", "people add"]


def test_undo_does_not_go_back_behind_a_migration(path, second_form):
    write_as(path, 1)
    enter(path, "new")
    undo(path, 1, NOW)
    assert names(path) == ["OLD"]
    with pytest.raises(NotFound):
        undo(path, 1, NOW)


def test_an_older_backup_is_migrated_when_it_is_restored(path, second_form):
    write_as(path, 1)
    enter(path, "new")
    (kept,) = [one for one in backups(path) if one.kept]
    restore(path, kept.path.name, NOW)
    assert names(path) == ["OLD"]


def test_a_repair_replays_over_a_migration(path, second_form):
    write_as(path, 1)
    enter(path, "new")
    for one in backups(path):
        if one.sequence > 3:
            one.path.unlink()
    path.write_bytes(b"garbage")
    assert repair(path, NOW).replayed == 2
    assert names(path) == ["OLD", "new"] and layout.Snapshot(path.read_bytes()).meta.schema == 2


def test_a_damaged_older_file_is_not_migrated(path, second_form):
    write_as(path, 1)
    path.write_bytes(path.read_bytes().replace(b"old", b"odd"))
    with pytest.raises(Damaged):
        enter(path, "new")
    assert beside(path) == ["t.json", "t.json.lock"]


def test_a_form_that_never_was_is_damage(path):
    write_as(path, 0)
    with pytest.raises(Damaged, match="unknown form"):
        names(path)


def refuse_everything(path):
    before = path.read_bytes()
    for attempt in (
        lambda: names(path),
        lambda: enter(path, "x"),
        lambda: undo(path, 1, NOW),
        lambda: repair(path, NOW),
        lambda: accept(path, NOW),
    ):
        with pytest.raises(NewerFile) as refused:
            attempt()
        sentence = str(refused.value)
        assert "t.json" in sentence and "newer version" in sentence and "tracker doctor" in sentence
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_and_left_alone(path):
    write_as(path, 2)
    refuse_everything(path)
    diagnosis = diagnose(path)
    assert not diagnosis.sound and "newer version" in diagnosis.findings[0]


def test_a_newer_file_whose_first_line_is_of_another_shape_is_refused_too(path):
    path.write_bytes(b'{"_meta":{"1":{"schema":3,"kept":"elsewhere","checksum":"sha256:00"}},\n"people":{}}\n')
    refuse_everything(path)


def test_a_schema_digit_that_was_flipped_is_damage_and_repaired(path):
    enter(path, "n1")
    enter(path, "n2")
    path.write_bytes(path.read_bytes().replace(b'"schema":1,', b'"schema":3,'))
    assert diagnose(path).next == "tracker doctor --repair"
    repair(path, NOW)
    assert names(path) == ["n1", "n2"]
