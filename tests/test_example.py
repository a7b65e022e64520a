"""The shipped example: it is what the build script writes, it leaves no fact out, and `demo` plays with a copy."""

import csv
import importlib.util
import json
import tempfile
from collections import Counter
from pathlib import Path

import pytest

import tracker

ROOT = Path(__file__).parent.parent
SHIPPED = Path(tracker.__file__).parent / "example.json"


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("build_example", ROOT / "data" / "build_example.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def example():
    return json.loads(SHIPPED.read_bytes())


@pytest.fixture(scope="module")
def by_title(example):
    return {record["title"]: record for record in example["initiatives"].values()}


def rows(name):
    with (ROOT / "data" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_script_writes_the_shipped_file_byte_for_byte(build):
    assert build.content(build.Facts()) == SHIPPED.read_bytes(), "run `python data/build_example.py`"


def test_every_initiative_source_and_person_is_there(example):
    assert len(example["initiatives"]) == len(rows("initiatives.csv")) == 141
    assert len(example["sources"]) == len(rows("sources.csv")) == 224
    assert len(example["people"]) == len(rows("people.csv")) == 26


def test_every_event_row_is_accounted_for(by_title):
    titles = {row["key"]: row["title"] for row in rows("initiatives.csv")}
    kinds = {row["key"]: row["classification"] for row in rows("initiatives.csv")}
    facts = rows("events.csv")
    assert len(facts) == 395
    for row in facts:
        events = by_title[titles[row["key"]]]["events"]
        same = [event for event in events if event.get("text") == row["description"] and event["date"] == row["date"]]
        signing = kinds[row["key"]] == "agreement" and row["status"] == "signed"
        assert {event["kind"] for event in same} <= {row["kind"], "commitment" if signing else row["kind"]}, row
        assert same, row
        assert [event.get("unverified") is not None for event in same] == [row["verified"] == "no"] * len(same), row


def test_what_stands_beside_the_rows_is_commitments_and_deadlines(example):
    counted = Counter(event["kind"] for record in example["initiatives"].values() for event in record["events"])
    facts = Counter(row["kind"] for row in rows("events.csv"))
    assert counted["note"] == facts["note"]
    assert counted["proposed"] == facts["proposed"]
    assert counted["position"] == facts["position"]
    assert counted["status"] == facts["status"] - 1  # Tajikistan's later signature of the friendship treaty
    deadlines = sum(1 for row in rows("initiatives.csv") if row["deadline"])
    ends = sum("ends" in record for record in example["initiatives"].values())
    assert counted["deadline"] + ends == deadlines


def test_a_signing_is_one_commitment_a_signatory_and_one_status(by_title):
    treaty = by_title["Treaty on Friendship, Good-Neighbourliness and Cooperation for the 21st century"]
    signed = [event["actors"] for event in treaty["events"] if event["kind"] == "commitment"]
    assert signed == [["KZ"], ["KG"], ["UZ"], ["TJ"]]
    assert sum(event.get("status") == "signed" for event in treaty["events"]) == 1


def test_a_declared_decade_ends_and_a_programme_is_due(by_title):
    decade = by_title["Decade of Action for Cryospheric Sciences 2025-2034"]
    assert decade["ends"] == "2034"
    assert all(event["kind"] != "deadline" for event in decade["events"])
    visa = by_title["Silk Visa for travel across Kazakhstan and Uzbekistan"]
    assert "ends" not in visa
    assert [event["text"] for event in visa["events"] if event["kind"] == "deadline"] == ["2019-02"]


def test_ids_are_given_in_the_order_of_first_events_and_links_find_them(example):
    records = list(example["initiatives"].values())
    ids = [record["id"] for record in records]
    assert len(set(ids)) == len(ids)
    serials = Counter()
    for identity in ids:
        stem, _, serial = identity.rpartition("-")
        serials[stem] += 1
        assert int(serial) == serials[stem]
    assert {link["id"] for record in records for link in record.get("links", [])} <= set(ids)


def test_an_idea_put_forward_three_times_carries_three_meetings(by_title):
    centre = by_title["Regional research centre for rare-earth metals in Astana"]
    meetings = [event["meeting"] for event in centre["events"] if event["kind"] == "proposed"]
    assert meetings == ["deca-2024", "euca-1", "cacm-7"]


def test_every_event_at_a_meeting_lies_within_it(example):
    from tracker.dates import covers
    from tracker.forums import Directory

    meetings = Directory().meetings
    for record in example["initiatives"].values():
        for event in record["events"]:
            if "meeting" in event:
                assert covers(meetings[event["meeting"]].date, event["date"]), (record["id"], event["number"])
                assert event["forum"] == meetings[event["meeting"]].forum


# ---- demo


@pytest.fixture(autouse=True)
def _throw_away_here(tmp_path_factory, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("temporary")))


def test_demo_shows_kazakhstan_and_the_tashkent_meeting_and_how_to_go_on(run, ledger):
    result = run("demo")
    assert result.code == 0
    assert "tracker list --country KZ" in result.out
    assert "KZ-2024-003.4\t2025-11-16\tproposed" in result.out
    path = Path(result.out.split("export TRACKER_DB=")[1].splitlines()[0])
    assert path.is_file()
    assert f"tracker --db {path} list" in result.out
    assert not ledger.exists()


def test_demo_puts_the_copy_where_it_is_told_and_it_can_be_played_with(run, tmp_path):
    target = tmp_path / "my play" / "copy.json"
    target.parent.mkdir()
    assert run(f"demo --to '{target}'").code == 0
    assert target.read_bytes() == SHIPPED.read_bytes()
    assert run(f"--db '{target}' note KZ-2024-003 'Ask again' --date 2025-11-20").code == 0
    assert run(f"--db '{target}' undo").code == 0
    assert run(f"--db '{target}' list --country KZ --format jsonl").code == 0


@pytest.mark.parametrize("target", ["there.json", "nowhere/copy.json"])
def test_demo_never_writes_over_a_file_nor_into_nothing(run, tmp_path, target):
    there = tmp_path / "there.json"
    there.write_text("mine")
    result = run(f"demo --to {tmp_path / target}")
    assert result.code in (2, 6)
    assert result.out == ""
    assert "--to" in result.err
    assert there.read_text() == "mine"


def test_demo_works_in_a_folder_that_cannot_be_written(run, tmp_path, monkeypatch):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    monkeypatch.chdir(closed)
    assert run("demo").code == 0
    assert list(closed.iterdir()) == []
