"""`tracker check`: the faults as rows, and an exit code that says whether there are any."""

import json

import pytest

SOUND = "add 'Regional seed bank' --by KZ --date 2025-11-16 --source https://example.org/a"


def test_nothing_doubtful_ends_well_and_says_so(run, ok):
    ok(SOUND)
    result = run("check")
    assert (result.code, result.out) == (0, "")
    assert "nothing is doubtful" in result.err


def test_an_empty_ledger_has_nothing_doubtful(run):
    assert run("check").code == 0


def test_what_is_doubtful_ends_with_one_and_a_line_to_type(run, ok):
    ok("add 'Regional seed bank' --by KZ --date 2025-11-16")
    result = run("check")
    assert result.code == 1
    assert result.out == "KZ-2025-001.1\tno-source\tno source says so\t\ttracker edit KZ-2025-001.1\n"
    assert "1 doubtful" in result.err


def test_the_fields_are_stable(run, ok):
    ok("add 'Regional seed bank' --by KZ --date 2025-11-16")
    (row,) = json.loads(run("check --format json").out)["faults"]
    assert list(row) == ["where", "kind", "says", "source", "type_next"]


@pytest.mark.parametrize("form", ["table", "plain", "json", "jsonl", "csv", "md"])
def test_every_format_ends_alike(run, ok, form):
    ok("add 'Regional seed bank' --by KZ --date 2025-11-16")
    result = run(f"check --format {form}")
    assert result.code == 1
    assert "no-source" in result.out


def test_check_changes_nothing(run, ok, ledger):
    ok("add 'Regional seed bank' --by KZ --date 2025-11-16")
    before = ledger.read_bytes()
    run("check")
    assert ledger.read_bytes() == before
