"""The look-ups: lists with counts in every format, and what may be added, edited and refused."""

import json

import pytest

FIELDS = {
    "forums": ["code", "kind", "name", "members", "meetings", "initiatives", "as_actor", "stalled_after"],
    "meetings": ["id", "forum", "ordinal", "date", "place", "country", "name", "initiatives", "events"],
    "people": ["name", "country", "post", "also", "initiatives", "events"],
    "countries": ["code", "name", "first_year", "last_year", "proposer", "supporter"],
    "sources": ["id", "publisher", "title", "date", "language", "kind", "address", "initiatives", "events"],
    "topics": ["topic", "initiatives"],
}


@pytest.fixture
def rows(ok, two):
    """`rows("forums")` gives the rows of a look-up as objects, in a ledger with two initiatives."""

    def rows(line):
        return json.loads(ok(f"{line} --format json"))[line.split()[0]]

    return rows


def row(rows, name, key, value):
    """The one row whose field has the value."""
    (found,) = [one for one in rows(name) if one[key] == value]
    return found


@pytest.mark.parametrize("name", FIELDS)
def test_the_fields_of_a_look_up_are_stable(rows, name):
    assert list(rows(name)[0]) == FIELDS[name]


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("form", ["table", "plain", "jsonl", "csv", "md"])
def test_every_look_up_has_every_format(ok, two, name, form):
    assert ok(f"{name} --format {form}")


@pytest.mark.parametrize("name", FIELDS)
def test_a_look_up_of_an_empty_ledger_ends_well(run, name):
    assert run(name).code == 0


def test_an_empty_look_up_says_what_to_type(run):
    assert "tracker people add" in run("people").err


@pytest.mark.parametrize(
    ("line", "near"),
    [("forums ad X", "'add'"), ("meetings edti cacm-7", "'edit'"), ("forums jion CACM", "'join'")],
)
def test_a_mistyped_verb_names_the_nearest(run, line, near):
    result = run(line)
    assert result.code == 2
    assert f"Did you mean {near}?" in result.err


def test_global_options_are_taken_behind_the_name_and_behind_the_verb(run, tmp_path):
    other = tmp_path / "other.json"
    assert run(f"forums add SPCA 'Silk Path Council' --db {other}").code == 0
    assert "SPCA" in run(f"forums --db {other}").out
    assert "SPCA" not in run("forums").out


# ---- forums


def test_forums_count_their_meetings_and_initiatives(rows):
    forum = row(rows, "forums", "code", "CACM")
    assert forum["initiatives"] == 1
    assert forum["meetings"] >= 7
    assert "AZ" in forum["members"]


def test_an_added_forum_may_act_and_be_found_by_its_other_name(ok, rows):
    ok("forums add NG5 'Northern Five' --kind group --member KZ --member UZ:2024/2025-06 --also 'The Northern Five'")
    assert row(rows, "forums", "code", "NG5")["members"] == ["KZ"]
    ok("position KZ-2025-001 supports 'the northern five' --date 2025-11-16")
    assert row(rows, "forums", "code", "NG5")["as_actor"] == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("forums add AU Something", "Australia (AU)"),
        ("forums add kz Something", "Kazakhstan (KZ)"),
        ("forums add NEW Қазақстан", "Kazakhstan (KZ)"),
        ("forums add NEW Something --also Uzbekistan", "Uzbekistan (UZ)"),
        ("forums add cacm Something", "tracker forums edit CACM"),
        ("forums add NEW 'consultative meeting'", "tracker forums edit CACM"),
        ("forums add XX Nobody", "cannot be a code"),
        ("forums add A-B Something", "cannot be a code"),
        ("forums add NEW Something --member Kazahstan", "Kazakhstan (KZ)"),
        ("forums add NEW Something --member KZ:2025/2024", "ends before it begins"),
        ("forums add NEW Something --member KZ:11/05/2025", "'11/05/2025'"),
        ("forums edit CACM", "nothing to change"),
        ("forums edit CACM --name Kazakhstan", "Kazakhstan (KZ)"),
        ("forums edit CAMC --stalled-after 12", "CACM"),
        ("forums join CACM UZ --date 2026", "already (from 2018-03-15)"),
        ("forums leave CACM MN --date 2026", "tracker forums join CACM MN"),
    ],
)
def test_what_cannot_be_a_forum_is_refused_and_nothing_stored(run, ledger, line, says):
    result = run(line)
    assert result.code == 2
    assert result.out == ""
    assert says in result.err
    assert not ledger.exists()


def test_an_edited_shipped_forum_is_laid_over_it(ok, rows):
    ok("forums edit CACM --stalled-after 12 --also 'The Five and One'")
    assert row(rows, "forums", "code", "CACM")["stalled_after"] == 12
    assert row(rows, "forums", "code", "CACM")["meetings"] >= 7
    ok("list --forum 'the five and one'")
    ok("undo")
    assert row(rows, "forums", "code", "CACM")["stalled_after"] is None


def test_who_joins_and_leaves_is_a_member_between(ok, rows):
    ok("forums join CACM MN --date 2025-11-20")
    assert "MN" in row(rows, "forums", "code", "CACM")["members"]
    ok("forums leave CACM MN --date 2025-11-30")
    assert "MN" not in row(rows, "forums", "code", "CACM")["members"]
    ok("forums join CACM MN --date 2025-12-01")
    assert "MN" in row(rows, "forums", "code", "CACM")["members"]


# ---- meetings


def test_meetings_count_initiatives_and_events(rows):
    meeting = row(rows, "meetings", "id", "cacm-7")
    assert (meeting["initiatives"], meeting["events"], meeting["ordinal"]) == (1, 1, 7)


def test_an_added_meeting_takes_proposals_and_its_number(ok, rows):
    assert ok("meetings add CACM-8 --forum CACM --date 'November 2026' --place Ashgabat --country TM") == "cacm-8\n"
    meeting = row(rows, "meetings", "id", "cacm-8")
    assert (meeting["ordinal"], meeting["date"], meeting["country"]) == (8, "2026-11", "TM")
    ok("add 'Common visa' --by KZ --meeting 'cacm 8' --date 2026-11")


def test_an_edited_meeting_keeps_what_was_not_said(ok, rows):
    ok("meetings edit cacm-7 --name 'Tashkent summit'")
    meeting = row(rows, "meetings", "id", "cacm-7")
    assert (meeting["name"], meeting["place"], meeting["date"]) == (
        "Tashkent summit",
        "Tashkent",
        "2025-11-15/2025-11-16",
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("meetings add cacm-7 --forum CACM --date 2026", "tracker meetings edit cacm-7"),
        ("meetings add 'some day' --forum CACM --date 2026", "cannot be a meeting's id"),
        ("meetings add cacm-8 --forum NOPE --date 2026", "tracker forums add NOPE"),
        ("meetings add cacm-8 --forum CACM --date 2026-02-31", "2026-02-31"),
        ("meetings add cacm-8 --forum CACM", "--date"),
        ("meetings edit cacm-7", "nothing to change"),
        ("meetings edit cacm-99 --place Ashgabat", "cacm-7"),
    ],
)
def test_what_cannot_be_a_meeting_is_refused(run, ledger, line, says):
    result = run(line)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert not ledger.exists()


# ---- people


def test_a_person_is_counted_under_every_spelling(ok, rows):
    ok("people add 'Shavkat Mirziyoyev' --country UZ --post President --also 'Шавкат Мирзиёев'")
    ok("position KZ-2025-001 supports UZ --person 'Шавкат Мирзиёев' --date 2025-11-16")
    person = row(rows, "people", "name", "Shavkat Mirziyoyev")
    assert (person["country"], person["initiatives"], person["events"]) == ("UZ", 2, 2)
    assert len(rows("people")) == 1


def test_who_only_speaks_is_listed_and_described_by_edit(ok, rows):
    assert row(rows, "people", "name", "Shavkat Mirziyoyev")["country"] is None
    ok("people edit 'shavkat mirziyoyev' --post President")
    ok("people edit 'Shavkat Mirziyoyev' --country Uzbekistan --also Mirziyoev")
    person = row(rows, "people", "name", "Shavkat Mirziyoyev")
    assert (person["country"], person["post"], person["also"]) == ("UZ", "President", ["Mirziyoev"])


def test_a_new_name_much_like_a_known_one_is_mentioned(run, two):
    result = run("people add 'Shavkat Mirziyoev'")
    assert result.code == 0
    assert "already known: Shavkat Mirziyoyev" in result.err


def test_a_person_described_twice_is_refused_with_the_line_to_type(run, ok):
    ok("people add 'Ilham Aliyev' --also 'Ilham Əliyev'")
    for line in ("people add 'ILHAM ALIYEV'", "people add 'İlham Əliyev'", "people add Other --also 'Ilham Aliyev'"):
        result = run(line)
        assert result.code == 2, line
        assert "tracker people edit 'Ilham Aliyev'" in result.err


def test_an_unknown_person_is_not_edited(run, two):
    result = run("people edit 'Shavkat Mirziyoev' --post President")
    assert result.code == 2
    assert "Did you mean Shavkat Mirziyoyev?" in result.err


# ---- sources


def test_sources_count_what_rests_on_them(rows):
    (source,) = rows("sources")
    assert (source["id"], source["publisher"], source["initiatives"], source["events"]) == ("S1", "Gazette", 1, 1)


def test_a_source_is_edited_for_all_that_rests_on_it(ok, rows):
    ok("sources edit s1 --title 'The charter' --date '16 November 2025' --language EN --kind official-release")
    (source,) = rows("sources")
    assert (source["title"], source["date"], source["language"]) == ("The charter", "2025-11-16", "en")
    assert (source["kind"], source["publisher"]) == ("official-release", "Gazette")
    ok("list --source 'the charter'")


def test_a_source_is_added_by_address_or_by_words(ok, two):
    assert ok("sources add https://example.org/b --title 'B' --kind media") == "S2\n"
    assert ok("sources add 'Minutes of Bishkek' --language ru") == "S3\n"


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("sources add https://example.org/charter", 2, "tracker sources edit S1"),
        ("sources add words --title other", 2, "--title"),
        ("sources add https://example.org/c --kind mdia", 2, "media"),
        ("sources add https://example.org/c --language English!", 2, "no code of a language"),
        ("sources edit S9 --title x", 1, "tracker sources"),
        ("sources edit S1", 2, "nothing to change"),
        ("sources edit S1 --address nowhere", 2, "no address"),
    ],
)
def test_a_source_that_cannot_be_is_refused(run, two, ledger, line, code, says):
    before = ledger.read_bytes()
    result = run(line)
    assert (result.code, result.out) == (code, "")
    assert says in result.err
    assert ledger.read_bytes() == before


def test_two_sources_never_get_one_address(run, ok, two):
    ok("sources add https://example.org/b")
    result = run("sources edit S2 --address https://example.org/charter")
    assert result.code == 2
    assert "S1 has that address" in result.err


# ---- topics


def test_a_topic_is_renamed_everywhere_in_one_change(ok, two, rows):
    ok("add 'Water school' --by KG --topic WATER --topic education --date 2025-11-16")
    assert ok("topics edit water water-governance") == "water-governance: 2 initiatives\n"
    assert row(rows, "topics", "topic", "water-governance")["initiatives"] == 2
    ok("undo")
    assert {one["topic"] for one in rows("topics")} == {"seeds", "water", "WATER", "education"}


def test_a_topic_taken_in_by_another_is_said_and_kept_once(run, ok, two):
    ok("add 'Water school' --by KG --topic water --topic seeds --date 2025-11-16")
    result = run("topics edit water seeds")
    assert result.code == 0
    assert "the two are one now" in result.err
    assert ok("topics") == "seeds\t3\n"


def test_an_unknown_topic_names_the_nearest(run, two):
    result = run("topics edit watr rivers")
    assert result.code == 2
    assert "Did you mean water?" in result.err
