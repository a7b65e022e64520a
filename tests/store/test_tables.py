"""The file is an ordinary TinyDB file, for TinyDB and for its own interface over our tables."""

import json

import pytest
from tinydb import Query, TinyDB
from tinydb.operations import delete

from tests.store.ledgers import NOW, data, enter, fill, names
from tracker.store import editing, reading


def test_stock_tinydb_opens_the_file(path):
    fill(path, 3)
    with TinyDB(path, access_mode="r") as stock:
        assert [dict(found) for found in stock.table("people")] == [{"name": f"n{n}"} for n in (1, 2, 3)]
        assert stock.table("_meta").get(doc_id=1)["sequence"] == 3


def test_the_file_is_one_document_a_line_in_order_of_number(path):
    enter(path, "Ә", "b")
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[0].startswith('{"_meta":{"1":{"schema":1,')
    at = lines.index('"people":{')
    assert lines[at + 1 : at + 3] == ['"1":{"name":"Ә"},', '"2":{"name":"b"}']


def test_stock_queries_search_our_tables(path):
    fill(path, 4)
    with reading(path) as tables:
        people = tables.table("people")
        assert [found.doc_id for found in people.search(Query().name == "n3")] == [3]
        assert people.count(Query().name.matches("n")) == 4
        assert people.get(doc_id=2)["name"] == "n2"
        assert people.contains(Query().name == "n4") and not people.contains(Query().name == "n5")


def test_stock_inserts_updates_and_removals_are_stored(path):
    fill(path, 4)
    with editing(path, command="test", now=NOW) as tables:
        people = tables.table("people")
        assert people.insert({"name": "new"}) == 5
        assert people.update({"country": "KZ"}, Query().name == "n1") == [1]
        assert people.update(delete("name"), doc_ids=[2]) == [2]
        assert people.update_multiple([({"post": "minister"}, Query().name == "n3")]) == [3]
        assert people.remove(Query().name == "n4") == [4]
        assert people.upsert({"name": "n1", "post": "envoy"}, Query().name == "n1") == [1]
    stored = json.loads(path.read_bytes())["people"]
    assert stored == {
        "1": {"name": "n1", "country": "KZ", "post": "envoy"},
        "2": {},
        "3": {"name": "n3", "post": "minister"},
        "5": {"name": "new"},
    }


def test_bytes_and_stock_interface_see_the_same(path):
    with editing(path, command="test", now=NOW) as tables:
        people = tables.table("people")
        number = people.append(b'{"name":"a"}')
        assert people.get(doc_id=number)["name"] == "a"
        people.put(number, b'{"name":"b"}')
        assert people.all()[0]["name"] == "b" and people.raw(number) == b'{"name":"b"}'
        people.drop(number)
        assert len(people) == 0 and people.raw(number) is None


def test_only_one_line_differs_after_one_change(path):
    fill(path, 9)
    before = data(path).splitlines()
    with editing(path, command="test", now=NOW) as tables:
        tables.table("people").put(5, b'{"name":"other"}')
    differing = [(old, new) for old, new in zip(before, data(path).splitlines(), strict=True) if old != new]
    assert differing == [(b'"5":{"name":"n5"},', b'"5":{"name":"other"},')]


def test_nothing_is_written_when_nothing_changed(path):
    fill(path, 1)
    before = path.read_bytes()
    with editing(path, command="test", now=NOW) as tables:
        tables.table("people").put(1, b'{"name":"n1"}')
    assert path.read_bytes() == before


def test_nothing_is_written_when_the_block_fails(path):
    fill(path, 1)
    before = path.read_bytes()
    with pytest.raises(RuntimeError), editing(path, command="test", now=NOW) as tables:
        tables.table("people").append(b"{}")
        raise RuntimeError
    assert path.read_bytes() == before


def test_created_is_true_only_of_the_write_that_made_the_file(path):
    with editing(path, command="test", now=NOW) as tables:
        tables.table("people").append(b'{"name":"a"}')
    assert tables.created
    with editing(path, command="test", now=NOW) as tables:
        tables.table("people").append(b'{"name":"b"}')
    assert not tables.created


def test_a_reader_writes_nothing_and_needs_no_file(path):
    assert names(path) == []
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("document", [b"[]", b'{"a":\n1}', b"", b'{"a":1'])
def test_what_is_no_object_on_one_line_is_refused(path, document):
    with pytest.raises(ValueError, match="JSON object"), editing(path, command="test", now=NOW) as tables:
        tables.table("people").append(document)
