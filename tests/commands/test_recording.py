"""Recording: what a command line makes of words, defaults and doubts."""

import json

import pytest


def record(ok, identity="1"):
    return json.loads(ok(f"show {identity} --format json"))["initiatives"][0]


def test_add_prints_the_id_of_first_proposer_year_and_number(ok):
    assert ok("add 'Regional seed bank' --by KZ --date 2025-11-16") == "KZ-2025-001\n"
    assert ok("add 'Second bank of seeds' --by kz --date 2025") == "KZ-2025-002\n"
    assert ok("add 'Third one' --by unknown --date 2024") == "XX-2024-001\n"
    assert ok("add 'Fourth one' --by unknown --forum CACM --date 2024") == "CACM-2024-001\n"


def test_the_first_write_says_where_the_file_is(run, ledger):
    assert str(ledger) in run("add One --by KZ").err
    assert str(ledger) not in run("add Two --by KZ").err


def test_proposers_with_a_person_each_are_one_event_each(ok):
    ok("add 'Joint map' --by 'KZ:A. Petrel' --by UZ:B.Moro --date 2025-11-16")
    found = record(ok)
    assert [(event["actors"], event["person"]) for event in found["events"]] == [
        (["KZ"], "A. Petrel"),
        (["UZ"], "B.Moro"),
    ]
    assert found["proposers"] == [{"country": "KZ", "person": "A. Petrel"}, {"country": "UZ", "person": "B.Moro"}]


def test_person_with_two_proposers_is_refused(run):
    result = run("add Map --by KZ --by UZ --person Petrel")
    assert result.code == 2
    assert "--by KZ:NAME" in result.err


def test_a_left_out_date_is_the_meetings_then_the_sources_then_today(run):
    assert "of the meeting" in run("add A --by KZ --meeting cacm-7").err
    assert "2025-12-01 (today" in run("add B --by KZ").err
    assert run("add C --by KZ --date 2025-03-05").err == ""


def test_a_meeting_brings_its_forum(ok, two):
    assert record(ok)["forum"] == "CACM"


def test_the_same_address_is_the_same_source(ok, two):
    ok("note 1 'Reported' --source https://example.org/charter")
    assert [source["id"] for source in record(ok)["events"][-1]["sources"]] == ["S1"]


def test_status_position_deadline_commitment_and_note_print_the_event_id(ok, two):
    assert ok("position 1 supports UZ KG --date 2025-11-16") == "KZ-2025-001.2\n"
    assert ok("status 1 under-discussion --date 2025-11-20") == "KZ-2025-001.3\n"
    assert ok("deadline 1 2026-06 --date 2025-11-20") == "KZ-2025-001.4\n"
    assert ok("commitment 1 signed KZ --date 2025-11-21") == "KZ-2025-001.5\n"
    assert ok("note 1 'Seen in print' --date 2025-11-21") == "KZ-2025-001.6\n"
    found = record(ok)
    assert (found["status"], found["deadline"], found["supporters"]) == ("under-discussion", "2026-06", ["UZ", "KG"])
    assert found["commitments"] == [{"actor": "KZ", "level": "signed", "date": "2025-11-21"}]


def test_one_line_records_the_same_on_several(ok, two):
    assert ok("status KZ-2025-001,uz-2025-1 agreed --date 2025-11-20") == "KZ-2025-001.2\nUZ-2025-001.2\n"
    ok("undo")
    assert record(ok, "1")["status"] == record(ok, "2")["status"] == "proposed"


def test_words_that_fit_one_title_are_an_id(ok, two):
    assert ok("position 'water charter' supports KZ --date 2025-11-16") == "UZ-2025-001.2\n"


def test_words_that_fit_several_titles_are_listed(ok, run, two):
    ok("add 'Water bank' --by KZ --date 2025")
    result = run("show water")
    assert result.code == 2
    assert "UZ-2025-001" in result.err
    assert "KZ-2025-002" in result.err


def test_an_unusual_step_warns_and_is_recorded(ok, run, two):
    ok("status 1 rejected --date 2025-11-20")
    result = run("status 1 operating --date 2025-11-21")
    assert result.code == 0
    assert "unusual" in result.err
    assert record(ok)["status"] == "operating"


def test_when_the_last_proposer_withdraws_the_status_line_is_printed(run, two):
    assert "tracker status KZ-2025-001 withdrawn" in run("position 1 withdraws KZ --date 2025-11-20").err


def test_a_commitment_ahead_of_the_status_prints_the_status_line(run, two):
    assert "tracker status KZ-2025-001 signed" in run("commitment 1 signed KZ UZ --date 2025-11-20").err


def test_proposing_again_elsewhere_is_a_proposed_event(ok, two):
    ok("position 1 proposes KZ --meeting euca-1")
    assert record(ok)["events"][0]["meeting"] == "euca-1"
    assert {event["kind"] for event in record(ok)["events"]} == {"proposed"}


def test_a_confirmation_needs_a_source_and_an_event(run, ok, two):
    assert run("note 1.1 same --confirms").code == 2
    assert run("note 1 same --confirms --source https://b.example/x").code == 2
    ok("note KZ-2025-001.1 'Same in another paper' --confirms --source https://b.example/x")
    assert record(ok)["events"][-1]["confirms"] == "KZ-2025-001.1"


def test_again_repeats_person_date_meeting_and_source(ok, run, two):
    ok("add 'Rail map' --by UZ --again")
    event = record(ok, "3")["events"][0]
    assert (event["person"], event["date"], event["sources"][0]["id"]) == ("Shavkat Mirziyoyev", "2025-11-16", "S1")


def test_links_go_one_way_and_warn_of_a_superseded_one(ok, run, two):
    result = run("link 1 supersedes 2")
    assert "tracker status UZ-2025-001 superseded" in result.err
    assert record(ok)["links"] == [{"relation": "supersedes", "id": "UZ-2025-001"}]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("add X --by Kazahstan", "Kazakhstan (KZ)"),
        ("add X --by Korea", "KP"),
        ("add X --by KZ --date 11/05/2025", "2025-05-11"),
        ("add X --by KZ --date 31.02.2025", "31.02.2025"),
        ("add X --by KZ --meeting cacm-99", "tracker meetings add"),
        ("add X --by KZ --forum NOPE", "tracker forums add"),
        ("add ' ' --by KZ", "title is empty"),
        ("add X", "--by"),
        ("add", "TITLE"),
        ("status 1 adoptd", "adopted"),
        ("position 1 suports UZ", "supports"),
        ("position 1 no-position UZ", "no stance 'no-position'"),
        ("list --status opn", "open"),
        ("list --country Nowhereland", "Nowhereland"),
        ("list --person Nobody", "no person 'Nobody'"),
        ("list --topic nothing", "no topic 'nothing'"),
        ("lsit", "list"),
        ("list --contry KZ", "--country"),
        ("list --format yaml", "json"),
        ("list --sort titel", "title"),
        ("list --limit 0", "'0' is no limit"),
    ],
)
def test_a_refusal_is_one_sentence_with_the_way_out(run, two, ledger, line, says):
    before = ledger.read_bytes()
    result = run(line)
    assert result.code == 2
    assert result.out == ""
    assert says in result.err
    assert len(result.err.strip().splitlines()) == 1
    assert ledger.read_bytes() == before


def test_what_is_not_there_is_told_with_exit_1(run, two):
    result = run("show KZ-2024-009")
    assert (result.code, result.out) == (1, "")
    assert "KZ-2024-009" in result.err


def test_a_refused_add_makes_no_file(run, ledger):
    assert run("add X --by Nowhereland").code == 2
    assert list(ledger.parent.iterdir()) == []


def test_global_options_are_understood_behind_the_command(run, tmp_path):
    assert run(f"add X --by KZ --db {tmp_path}/other.json").code == 0
    assert run(f"list --db {tmp_path}/other.json").out.endswith("X\n")


def test_internal_notes_stay_at_home_unless_asked(ok, two):
    ok("note 1 'Ask the desk' --internal")
    assert "Ask the desk" in ok("show 1")
    assert "Ask the desk" not in ok("export")
    assert "Ask the desk" in ok("export --with internal")


def test_what_was_understood_of_a_date_is_said_back(run):
    assert run("add X --by KZ --date '16 Nov 2025' --deadline 'Q3 2026'").err.splitlines()[:2] == [
        "date: 2025-11-16",
        "deadline: 2026-35 (Q3 2026)",
    ]
