"""Undo, redo and the history."""

import shutil

import pytest

from tests.store.ledgers import at, data, enter, fill, names
from tracker.errors import NotFound
from tracker.store import editing
from tracker.store.undo import history, history_set_aside, redo, undo


def test_undo_brings_the_data_back_to_the_byte_and_redo_too(path):
    states = []
    for number in range(1, 5):
        enter(path, f"n{number}", minute=number)
        states.append(data(path))
    for state in states[-2::-1]:
        undo(path, 1, at(9))
        assert data(path) == state
    for state in states[1:]:
        redo(path, 1, at(10))
        assert data(path) == state


def test_undoing_all_leaves_the_data_of_an_empty_file(path, tmp_path):
    with editing(tmp_path / "other.json", command="x", now=at(0)) as tables:
        number = tables.table("people").append(b"{}")
    with editing(tmp_path / "other.json", command="x", now=at(0)) as tables:
        tables.table("people").drop(number)
    fill(path, 3)
    undo(path, 3, at(9))
    assert data(path) == data(tmp_path / "other.json")


def test_several_changes_are_undone_newest_first_and_redone_oldest_first(path):
    fill(path, 4)
    assert [change.sequence for change in undo(path, 3, at(9))] == [4, 3, 2]
    assert [change.sequence for change in redo(path, 2, at(9))] == [2, 3]
    assert names(path) == ["n1", "n2", "n3"]


def test_an_undo_is_a_line_of_the_history_and_marks_what_it_undid(path):
    fill(path, 3)
    undo(path, 2, at(9))
    told = [(change.sequence, change.command, change.undone, change.undoes) for change in history(path)]
    assert told == [
        (1, "people add", False, ()),
        (2, "people add", True, ()),
        (3, "people add", True, ()),
        (4, "undo", False, (3, 2)),
    ]


def test_the_history_holds_documents_before_and_after(path):
    fill(path, 1)
    with editing(path, command="edit", now=at(2), why="a slip") as tables:
        tables.table("people").put(1, b'{"name":"N1"}')
        tables.summary = "N1"
    change = history(path)[-1]
    assert (change.when, change.command, change.summary, change.why) == (at(2), "edit", "N1", "a slip")
    (document,) = change.changes
    assert (document.table, document.number) == ("people", 1)
    assert (document.before, document.after) == (b'{"name":"n1"}', b'{"name":"N1"}')


def test_a_new_change_ends_what_can_be_redone(path):
    fill(path, 2)
    undo(path, 1, at(8))
    enter(path, "other", minute=9)
    with pytest.raises(NotFound, match="nothing to redo; a change was recorded"):
        redo(path, 1, at(10))
    undo(path, 2, at(11))
    assert names(path) == []


def test_more_than_there_is_is_refused_and_nothing_changes(path):
    fill(path, 2)
    before = path.read_bytes()
    with pytest.raises(NotFound, match="only 2 changes can be undone; type `tracker undo 2`"):
        undo(path, 3, at(9))
    with pytest.raises(NotFound, match="nothing to redo"):
        redo(path, 1, at(9))
    assert path.read_bytes() == before


def test_an_empty_ledger_has_nothing_to_undo(path):
    with pytest.raises(NotFound, match="nothing to undo"):
        undo(path, 1, at(0))
    assert history(path) == []


def test_two_changes_that_cancel_each_other_can_be_undone_and_redone(path):
    fill(path, 1)
    for minute, name in ((2, b"other"), (3, b"n1")):
        with editing(path, command="edit", now=at(minute)) as tables:
            tables.table("people").put(1, b'{"name":"%s"}' % name)
    undo(path, 2, at(4))
    undo(path, 1, at(5))
    assert names(path) == []
    redo(path, 3, at(6))
    assert names(path) == ["n1"]


def test_an_older_file_put_back_by_hand_sets_the_journal_aside_and_undo_says_so(path):
    fill(path, 2)
    shutil.copy(path, path.parent / "old")
    former = path.with_name("t.json.journal").read_bytes()
    enter(path, "n3", "n4")
    enter(path, "n5")
    journal = path.with_name("t.json.journal").read_bytes()
    assert journal.startswith(former)
    shutil.copy(path.parent / "old", path)
    assert history_set_aside(path)
    with pytest.raises(NotFound, match="an older file was put back by hand"):
        undo(path, 1, at(9))
    enter(path, "new")
    (aside,) = path.parent.glob("t.json.journal.aside-*")
    assert aside.read_bytes() == journal
    assert [change.sequence for change in history(path)] == [3]
    undo(path, 1, at(9))
    assert names(path) == ["n1", "n2"]
    with pytest.raises(NotFound, match="set aside"):
        undo(path, 1, at(9))


def test_a_damaged_line_of_the_journal_ends_undo_but_not_the_ledger(path):
    fill(path, 4)
    journal = path.with_name("t.json.journal")
    lines = journal.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b"n2", b"xx")
    journal.write_bytes(b"\n".join(lines))
    assert [change.sequence for change in history(path)] == [3, 4]
    undo(path, 2, at(9))
    assert names(path) == ["n1", "n2"]
    with pytest.raises(NotFound):
        undo(path, 1, at(9))
