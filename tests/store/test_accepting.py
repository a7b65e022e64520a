"""A file that another program changed is refused, told apart, and taken over as a change."""

import json

import msgspec
import pytest
from tinydb import Query, TinyDB

from tests.factories import make_initiative
from tests.store.ledgers import NOW, at, data, fill, names
from tracker.errors import Damaged, NotFound
from tracker.store import editing, reading
from tracker.store.repair import accept, diagnose, differences
from tracker.store.undo import history, undo


@pytest.fixture
def ledger(path):
    """One initiative and two people."""
    fill(path, 2)
    with editing(path, command="add", now=at(3)) as tables:
        tables.table("initiatives").append(msgspec.json.encode(make_initiative()))
    return path


def rewrite(path, change):
    """Change the file as a stranger with a JSON library would."""
    content = json.loads(path.read_bytes())
    change(content)
    path.write_text(json.dumps(content, indent=2))


def test_a_change_by_stock_tinydb_is_refused_then_taken(ledger):
    before = data(ledger)
    with TinyDB(ledger) as stock:
        stock.table("people").update({"post": "minister"}, Query().name == "n2")
    with pytest.raises(Damaged, match="tracker doctor"):
        names(ledger)
    assert differences(ledger) == ("people 2 (n2) was changed: post.",)
    assert "--accept" in " ".join(diagnose(ledger).findings)
    assert accept(ledger, at(4)) == ("people 2 (n2) was changed: post.",)
    assert diagnose(ledger).sound
    change = history(ledger)[-1]
    assert (change.command, len(change.changes)) == ("doctor --accept", 1)
    undo(ledger, 1, at(5))
    assert data(ledger) == before


def test_what_is_only_written_otherwise_is_no_difference(ledger):
    before = data(ledger)
    rewrite(ledger, lambda content: None)
    assert differences(ledger) == () == accept(ledger, at(4))
    assert data(ledger) == before and len(history(ledger)) == 3


def test_added_and_removed_documents_are_told(ledger):
    def change(content):
        content["people"]["7"] = {"name": "Ә"}
        del content["people"]["1"]

    rewrite(ledger, change)
    assert accept(ledger, at(4)) == ("people 1 (n1) was taken out.", "people 7 (Ә) was added.")
    assert names(ledger) == ["n2", "Ә"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda c: c["people"].update({"5": {"nam": "x"}}), "document '5' of table people"),
        (lambda c: c["people"].update({"x": {"name": "x"}}), "document 'x' of table people"),
        (lambda c: c["people"].update({"5": "x"}), "document '5' of table people"),
        (lambda c: c["initiatives"]["1"].update(title=5), "document '1' of table initiatives"),
        (lambda c: c["initiatives"].update({"2": c["initiatives"]["1"]}), "documents 1 and 2 of table initiatives"),
        (lambda c: c.update({"_default": {"1": {}}}), "a table '_default'"),
    ],
)
def test_what_tracker_would_not_write_is_refused_by_name(ledger, change, named):
    rewrite(ledger, change)
    before = ledger.read_bytes()
    with pytest.raises(Damaged, match=named):
        accept(ledger, at(4))
    assert ledger.read_bytes() == before
    assert named in differences(ledger)[0]


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"[" * 100_000, b'{"people":{"1":{"name":NaN}}}'])
def test_what_is_no_file_of_tables_is_refused(ledger, content):
    ledger.write_bytes(content)
    with pytest.raises(Damaged):
        accept(ledger, at(4))
    assert ledger.read_bytes() == content


def test_a_sound_file_has_nothing_to_accept(ledger):
    before = ledger.read_bytes()
    assert accept(ledger, NOW) == () == differences(ledger)
    assert ledger.read_bytes() == before


def test_a_missing_file_cannot_be_accepted(path):
    with pytest.raises(NotFound):
        accept(path, NOW)


def test_a_file_with_no_history_at_all_is_taken_and_begins_one(path):
    path.write_text('{"people": {"1": {"name": "a"}}}')
    assert accept(path, NOW) == ("people 1 (a) was added.",)
    assert names(path) == ["a"] and len(history(path)) == 1
    with pytest.raises(NotFound):
        undo(path, 1, NOW)


def test_the_changed_bytes_never_get_among_the_backups(ledger):
    rewrite(ledger, lambda content: content["people"].update({"5": {"name": "x"}}))
    accept(ledger, at(4))
    for kept in ledger.with_name("t.json.bak").iterdir():
        assert kept.read_bytes().startswith(b'{"_meta":{"1":{"schema"') and b'"x"' not in kept.read_bytes()


def test_a_record_that_does_not_decode_in_a_sound_file_is_found_by_doctor(path):
    with editing(path, command="x", now=NOW) as tables:
        tables.table("people").append(b'{"nam":"x"}')
    with reading(path):
        diagnosis = diagnose(path)
    assert not diagnosis.sound and "Document 1 of table people" in diagnosis.findings[0]
