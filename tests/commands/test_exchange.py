"""Export and import of the machine form: exact, once only, all or nothing."""

import json

import pytest


@pytest.fixture
def exported(ok, two, tmp_path):
    """A ledger written out."""
    ok("position 1 supports UZ --date 2025-11-17 --source 'Minutes of the talks' --unverified 'no record'")
    ok("note KZ-2025-001.2 'Denied' --disputes --source https://example.org/d")
    ok("deadline 2 2026-06 --date 2025-11-18")
    ok("link 1 relates-to 2")
    ok("export --with internal -o out.json")
    return tmp_path / "out.json"


def test_a_round_trip_into_an_empty_ledger_is_exact(ok, exported, tmp_path):
    ok(f"--db {tmp_path}/fresh.json import {exported}")
    again = ok(f"--db {tmp_path}/fresh.json export --with internal")
    assert json.loads(again)["initiatives"] == json.loads(exported.read_text())["initiatives"]


def test_the_same_file_twice_adds_nothing(run, exported, ledger):
    before = ledger.read_bytes()
    result = run(f"import {exported}")
    assert (result.code, result.out) == (0, "")
    assert "0 added, 0 changed, 2 already known, 0 refused" in result.err
    assert ledger.read_bytes() == before


def test_a_foreign_record_whose_id_is_taken_gets_a_new_id_and_keeps_the_old_as_alias(ok, exported):
    content = json.loads(exported.read_text())
    content["initiatives"] = content["initiatives"][:1]
    content["initiatives"][0]["uid"] = "other"
    for event in content["initiatives"][0]["events"]:
        event["uid"] = "other" + event["uid"]
    exported.write_text(json.dumps(content))
    ok(f"import {exported}")
    record = json.loads(ok("show 3 --format json"))["initiatives"][0]
    assert (record["id"], record["aliases"]) == ("KZ-2025-002", ["KZ-2025-001"])


def test_a_dry_run_tells_and_stores_nothing(ok, exported, tmp_path):
    out = ok(f"--db {tmp_path}/fresh.json import {exported} --dry-run")
    assert [line.split("\t")[1] for line in out.splitlines()] == ["added", "added"]
    assert not (tmp_path / "fresh.json").exists()


def test_one_bad_record_refuses_the_whole_file(run, exported, tmp_path):
    content = json.loads(exported.read_text())
    content["initiatives"][1]["events"][0]["date"] = "2025-02-31"
    exported.write_text(json.dumps(content))
    result = run(f"--db {tmp_path}/fresh.json import {exported}")
    assert result.code == 1
    assert "2025-02-31" in result.err
    assert not (tmp_path / "fresh.json").exists()


@pytest.mark.parametrize(
    "content", ["", "[]", "{", "null", '{"schema": 1}', '{"schema": 1, "initiatives": [{}]}', "[" * 100000]
)
def test_what_is_not_ours_is_refused_in_one_sentence(run, tmp_path, content):
    (tmp_path / "bad.json").write_text(content)
    result = run("import bad.json")
    assert result.code == 2
    assert "tracker export" in result.err


def test_a_newer_form_is_refused_as_newer(run, tmp_path):
    (tmp_path / "new.json").write_text('{"schema": 9, "initiatives": []}')
    result = run("import new.json")
    assert result.code == 4
    assert "newer version" in result.err


def test_an_event_that_says_otherwise_is_a_correction(ok, exported):
    content = json.loads(exported.read_text())
    content["initiatives"][0]["events"][0]["person"] = "Somebody Else"
    exported.write_text(json.dumps(content))
    assert "changed" in ok(f"import {exported} --format plain")
    record = json.loads(ok("show 1 --format json"))["initiatives"][0]
    assert record["events"][0]["person"] == "Somebody Else"


def test_export_never_writes_over_a_file_without_force(run, exported):
    assert run("export -o out.json").code == 2
    assert run("export -o out.json --force").code == 0
