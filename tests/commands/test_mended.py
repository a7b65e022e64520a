"""Facts that once were otherwise: each of these was a fault, and stays mended."""

import json

import pytest


def ids(out):
    return [line.split("\t")[0] for line in out.splitlines()]


@pytest.mark.parametrize("change", ["delete KZ-2025-001.2", "import out.json"])
@pytest.mark.parametrize("question", ["--supporter UZ", "--country UZ", "--stance supports:UZ", ""])
def test_known_by_finds_by_what_an_event_said_before_it_was_corrected(ok, monkeypatch, tmp_path, change, question):
    ok("add Beta --by KZ --supporter UZ --date 2025-11-16")
    content = json.loads(ok("export"))
    content["initiatives"][0]["events"][1]["actors"] = ["TM"]
    (tmp_path / "out.json").write_text(json.dumps(content))
    monkeypatch.setenv("TRACKER_NOW", "2025-12-04T09:00:00Z")
    ok(change)
    monkeypatch.setenv("TRACKER_NOW", "2025-12-10T09:00:00Z")
    assert ids(ok(f"list --known-by 2025-12-02 {question}")) == ["KZ-2025-001"]


def test_an_event_id_of_a_merged_record_is_refused_since_its_events_have_new_numbers(ok, run, two):
    ok("merge UZ-2025-001 KZ-2025-001")
    for line in ("delete UZ-2025-001.1", "note UZ-2025-001.1 x --disputes", "edit UZ-2025-001.1"):
        result = run(line)
        assert result.code == 1
        assert "merged into KZ-2025-001" in result.err


def test_a_deleted_record_is_shown_by_id_as_it_was_known(ok, run, two, monkeypatch):
    monkeypatch.setenv("TRACKER_NOW", "2025-12-10T09:00:00Z")
    ok("delete UZ-2025-001")
    assert run("show UZ-2025-001").code == 1
    assert "Water charter" in ok("show UZ-2025-001 --known-by 2025-12-05")
    assert "since corrected" in ok("timeline UZ-2025-001 --known-by 2025-12-05")
    assert [line.split("\t")[2] for line in ok("history UZ-2025-001").splitlines()] == ["add", "delete"]


@pytest.mark.parametrize("recorded", ["xx", "2025-13-45T99:00:00Z", "2025-12-01"])
def test_an_import_refuses_an_instant_that_is_none(ok, run, two, tmp_path, recorded):
    content = json.loads(ok("export"))
    content["initiatives"][0]["uid"] = "other"
    content["initiatives"][0]["events"][0].update(recorded=recorded, uid="another")
    (tmp_path / "bad.json").write_text(json.dumps(content))
    result = run("import bad.json")
    assert result.code == 1
    assert "UTC instant" in result.err


def test_an_import_of_a_missing_file_names_the_file(run):
    result = run("import nowhere.json")
    assert result.code == 6
    assert "read 'nowhere.json'" in result.err


def test_a_confirmation_gives_its_source_to_the_event(ok, two):
    ok("note KZ-2025-001.1 same --confirms --source https://example.org/b")
    record = json.loads(ok("show 1 --format json"))["initiatives"][0]
    assert [source["address"] for source in record["events"][0]["sources"]] == ["https://example.org/b"]


def test_a_restore_of_the_present_state_records_nothing_to_undo(ok, two, ledger):
    before = ledger.read_bytes()
    assert "nothing to restore" in ok("restore --to 2025-12-01")
    assert ledger.read_bytes() == before


def test_members_of_a_group_that_was_spoken_for_are_not_silent(ok, two):
    ok("position 1 supports KZ --on-behalf-of C5 --date 2025-11-16")
    assert ids(ok("list --stance supports:TM")) == ["KZ-2025-001"]
    assert ids(ok("list --stance no-position:TM")) == []


def test_without_words_the_help_page_is_an_answer(run):
    result = run("")
    assert result.code == 0
    assert result.out.startswith("Usage: tracker")


def test_a_link_is_seen_from_both_ends(ok, two):
    ok("link 1 supersedes 2")
    assert "superseded by\tKZ-2025-001" in ok("show 2")


def test_the_host_of_an_address_is_the_same_in_any_case(ok, two):
    ok("note 1 x --source https://Example.ORG/charter")
    assert "S2" not in ok("show 1 --format json")


def test_only_withdrawing_is_called_withdrawing(run, two):
    assert "withdrew" not in run("position 1 opposes KZ --date 2025-11-20").err


def test_the_date_of_the_first_status_is_that_of_the_proposal(ok, two):
    ok("position 1 supports UZ --date 2025-01-05")
    record = json.loads(ok("show 1 --format json"))["initiatives"][0]
    assert (record["status_date"], record["date"]) == ("2025-11-16", "2025-01-05")


def test_what_lies_ahead_is_said_to_be_planned(run, two):
    assert "planned" in run("status 1 signed --date 2026-05-01").err


def test_a_short_name_mentions_the_fuller_one_that_is_known(run, two):
    assert "Shavkat Mirziyoyev" in run("add X --by UZ:Mirziyoyev --date 2025-11-16").err


def test_an_internal_note_does_not_show_in_the_date_of_an_export(ok, two):
    ok("note 1 secret --internal --date 2025-11-25")
    assert json.loads(ok("export --by KZ"))["initiatives"][0]["updated"] == "2025-11-16"


def test_the_history_of_a_merged_id_is_its_own(ok, two, monkeypatch):
    ok("merge UZ-2025-001 KZ-2025-001")
    assert [line.split("\t")[2] for line in ok("history uz-2025-1").splitlines()] == ["add", "merge"]


def test_an_address_with_what_steers_a_terminal_is_kept_as_a_text(ok, two):
    ok("note 1 x", "--source", "https://example.org/\x1b]8;;evil")
    assert '"address": null' in ok("show 1 --format json")
