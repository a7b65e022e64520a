"""Asking: each filter, each format, and the two clocks from the command line."""

import json

import pytest


@pytest.fixture
def told(ok, two, monkeypatch):
    """A small story over some months."""
    for line in (
        "position KZ-2025-001 supports UZ EU --date 2025-11-16 --source https://example.org/a",
        "position UZ-2025-001 opposes TM --date 2025-11-17",
        "status UZ-2025-001 adopted --date 2025-11-20",
        "deadline KZ-2025-001 2025-11-25 --date 2025-11-18",
        "note KZ-2025-001 'Crème brûlée was served' --date 2025-11-19",
        "add 'Rail link' --by TM --date 2024 --classification project --also-called 'Қазақ жолы' --unverified 'a blog'",
    ):
        ok(line)
    return ok


def ids(out):
    return [line.split("\t")[0] for line in out.splitlines()]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("", ["TM-2024-001", "KZ-2025-001", "UZ-2025-001"]),
        ("--country UZ", ["KZ-2025-001", "UZ-2025-001"]),
        ("--country DE", ["KZ-2025-001"]),
        ("--country Germany --country TM", ["TM-2024-001", "KZ-2025-001", "UZ-2025-001"]),
        ("--by KZ", ["KZ-2025-001"]),
        ("--by TM", []),
        ("--supporter UZ", ["KZ-2025-001"]),
        ("--supporter DE", []),
        ("--stance opposes", ["UZ-2025-001"]),
        ("--stance opposes:TM", ["UZ-2025-001"]),
        ("--stance supports:DE", ["KZ-2025-001"]),
        ("--stance no-position:TJ", ["KZ-2025-001"]),
        ("--person Mirziyoyev", ["UZ-2025-001"]),
        ("--forum CACM", ["KZ-2025-001"]),
        ("--meeting cacm-7", ["KZ-2025-001"]),
        ("--topic Water", ["UZ-2025-001"]),
        ("--status adopted", ["UZ-2025-001"]),
        ("--status open", ["TM-2024-001", "KZ-2025-001"]),
        ("--classification project", ["TM-2024-001"]),
        ("--source Gazette", ["UZ-2025-001"]),
        ("--source S2", ["KZ-2025-001"]),
        ("--since 2025", ["KZ-2025-001", "UZ-2025-001"]),
        ("--until 2024", ["TM-2024-001"]),
        ("--since 2024-06 --until 2024-07", ["TM-2024-001"]),
        ("--changed-since 2025-11-19", ["UZ-2025-001"]),
        ("--as-of 2025-11-10", ["TM-2024-001"]),
        ("--overdue", ["KZ-2025-001"]),
        ("--due-by 2025-11", ["KZ-2025-001"]),
        ("--alive", ["TM-2024-001", "KZ-2025-001", "UZ-2025-001"]),
        ("--unverified", ["TM-2024-001"]),
        ("creme BRULEE", ["KZ-2025-001"]),
        ("'қазақ ЖОЛЫ'", ["TM-2024-001"]),
        ("water --country KZ", []),
        ("--sort title", ["TM-2024-001", "KZ-2025-001", "UZ-2025-001"]),
        ("--sort title --reverse --limit 1", ["UZ-2025-001"]),
    ],
)
def test_filters(told, filters, found):
    assert ids(told(f"list {filters}")) == found


def test_an_empty_ledger_lists_nothing_and_says_what_to_type(run):
    result = run("list")
    assert (result.code, result.out) == (0, "")
    assert "tracker add" in result.err


def test_in_a_pipe_a_record_is_one_line_of_tabs(told):
    line = told("list --by KZ").rstrip("\n")
    assert line.split("\t") == [
        "KZ-2025-001", "2025-11-16", "proposed", "overdue", "KZ", "UZ, EU", "cacm-7", "Regional seed bank",
    ]  # fmt: skip


def test_the_machine_form_has_exactly_the_promised_fields(told):
    listing = json.loads(told("list --by KZ --format json"))
    assert list(listing) == ["schema", "current_to", "initiatives"]
    assert listing["current_to"] == "2025-12-01"
    record = listing["initiatives"][0]
    assert list(record) == [
        "id",
        "uid",
        "title",
        "other_names",
        "summary",
        "classification",
        "topics",
        "open_to",
        "ends",
        "aliases",
        "links",
        "events",
        "forum",
        "meeting",
        "meetings",
        "date",
        "status",
        "status_date",
        "proposers",
        "supporters",
        "positions",
        "commitments",
        "stalled",
        "overdue",
        "alive",
        "deadline",
        "person",
        "source",
        "quote",
        "updated",
    ]
    assert list(record["events"][0]) == [
        "id",
        "uid",
        "kind",
        "date",
        "order",
        "recorded",
        "actors",
        "on_behalf_of",
        "person",
        "stance",
        "level",
        "status",
        "reason",
        "condition",
        "forum",
        "meeting",
        "text",
        "quote",
        "sources",
        "unverified",
        "internal",
        "confirms",
        "disputes",
    ]
    assert list(record["events"][1]["sources"][0]) == [
        "id",
        "publisher",
        "title",
        "address",
        "date",
        "language",
        "kind",
    ]
    assert list(record["positions"][0]) == ["actor", "stance", "date", "source"]


def test_jsonl_is_one_record_a_line(told):
    lines = told("list --format jsonl").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["TM-2024-001", "KZ-2025-001", "UZ-2025-001"]


def test_timeline_tells_events_in_order_and_filters_by_their_own_date(told):
    assert ids(told("timeline --since 2025-11-17 --until 2025-11-19")) == [
        "UZ-2025-001.2", "KZ-2025-001.3", "KZ-2025-001.4",
    ]  # fmt: skip
    assert [event["id"] for event in json.loads(told("timeline UZ-2025-001 --format json"))["events"]] == [
        "UZ-2025-001.1", "UZ-2025-001.2", "UZ-2025-001.3",
    ]  # fmt: skip


def test_formulas_are_neutral_in_csv_and_markup_in_markdown(ok):
    ok("add '=1+1 | <b>x</b>' --by KZ")
    assert ",'=1+1 | <b>x</b>," in ok("list --format csv")
    assert r"=1+1 \| \<b\>x" in ok("list --format md")


def test_known_by_shows_what_was_deleted_later(told, run, monkeypatch):
    monkeypatch.setenv("TRACKER_NOW", "2026-02-01T09:00:00Z")
    told("delete UZ-2025-001 KZ-2025-001.2")
    assert ids(told("list --known-by 2026-01-15")) == ["TM-2024-001", "KZ-2025-001", "UZ-2025-001"]
    assert ids(told("list")) == ["TM-2024-001", "KZ-2025-001"]
    assert "supports" in told("timeline KZ-2025-001 --known-by 2026-01-15")
    assert "since corrected" in told("timeline KZ-2025-001 --known-by 2026-01-15")
    assert "supports" not in told("timeline KZ-2025-001")


def test_ids_that_were_given_up_are_not_given_again(told):
    told("delete UZ-2025-001")
    assert told("add Other --by UZ --date 2025") == "UZ-2025-002\n"


def test_an_undone_add_frees_its_id(ok):
    ok("add One --by KZ --date 2025")
    ok("undo")
    assert ok("add Two --by KZ --date 2025") == "KZ-2025-001\n"


def test_a_merged_id_still_finds_its_record(told):
    told("merge UZ-2025-001 KZ-2025-001")
    record = json.loads(told("show UZ-2025-001 --format json"))["initiatives"][0]
    assert (record["id"], record["aliases"]) == ("KZ-2025-001", ["UZ-2025-001"])
    assert "Water charter" in record["other_names"]
    assert len({event["id"] for event in record["events"]}) == 7


def test_undo_and_redo_bring_the_data_back_byte_for_byte(told, ledger):
    states = [ledger.read_bytes().split(b"\n", 1)[1]]
    for line in ("delete UZ-2025-001", "merge 3 1", "status 1 agreed", "note 1 x"):
        told(line)
        states.append(ledger.read_bytes().split(b"\n", 1)[1])
    for state in reversed(states[:-1]):
        told("undo")
        assert ledger.read_bytes().split(b"\n", 1)[1] == state
    for state in states[1:]:
        told("redo")
        assert ledger.read_bytes().split(b"\n", 1)[1] == state
