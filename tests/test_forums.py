"""Forums, groups and bodies: who was a member when, what a word names, and the user's own beside what is shipped."""

from datetime import date

import pytest

from tracker import countries
from tracker.dates import bounds
from tracker.errors import AmbiguousName, UnknownName
from tracker.forums import SHIPPED_FORUMS, SHIPPED_MEETINGS, Directory, Forum, Meeting, Membership, members_on

SHIPPED = Directory()
FIVE = frozenset({"KZ", "KG", "TJ", "TM", "UZ"})


def members(code: str, day: str) -> frozenset[str]:
    return members_on(SHIPPED.forum(code), date.fromisoformat(day))


def test_azerbaijan_is_a_member_of_cacm_from_16_november_2025() -> None:
    assert members("CACM", "2025-11-15") == FIVE
    assert members("CACM", "2025-11-16") == FIVE | {"AZ"}


def test_azerbaijan_is_never_of_the_five() -> None:
    assert {members("C5", day) for day in ("1992-01-01", "2025-11-16", "2030-01-01")} == {FIVE}


def test_the_united_kingdom_left_the_eu_at_the_end_of_january_2020() -> None:
    assert len(members("EU", "2020-01-31")) == 28
    assert members("EU", "2020-01-31") - members("EU", "2020-02-01") == {"GB"}


@pytest.mark.parametrize(
    ("code", "day", "country"),
    [
        ("SCO", "2017-06-09", "IN"),
        ("SCO", "2023-07-04", "IR"),
        ("SCO", "2024-07-04", "BY"),
        ("OTS", "2019-10-15", "UZ"),
        ("EAEU", "2015-08-12", "KG"),
        ("EU", "1973-01-01", "IE"),
        ("EU", "2013-07-01", "HR"),
        ("BRICS", "2024-01-01", "EG"),
        ("ASEAN", "2025-10-26", "TL"),
        ("G20", "2023-09-09", "AFU"),
        ("UN", "1992-03-02", "KZ"),
        ("UN", "2002-09-10", "CH"),
        ("UN", "2011-07-14", "SS"),
    ],
)
def test_a_member_counts_from_the_day_it_joined(code: str, day: str, country: str) -> None:
    joined = date.fromisoformat(day)
    assert country in members(code, day)
    assert country not in members_on(SHIPPED.forum(code), joined.fromordinal(joined.toordinal() - 1))


def test_georgia_left_the_cis() -> None:
    assert "GE" in members("CIS", "2009-08-18")
    assert "GE" not in members("CIS", "2009-08-19")


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("CACM", 6),
        ("C5", 5),
        ("SCO", 10),
        ("OTS", 5),
        ("CIS", 10),
        ("EAEU", 5),
        ("EU", 27),
        ("ECO", 10),
        ("CICA", 28),
        ("BRICS", 10),
        ("ASEAN", 11),
        ("AU", 55),
        ("G20", 21),
        ("UN", 193),
    ],
)
def test_the_number_of_members_at_the_end_of_2025(code: str, count: int) -> None:
    assert len(members(code, "2025-12-31")) == count


@pytest.mark.parametrize(
    ("day", "count"), [("1945-12-31", 51), ("1960-12-31", 99), ("1975-12-31", 144), ("1991-12-31", 166)]
)
def test_the_number_of_members_of_the_united_nations_through_the_years(day: str, count: int) -> None:
    assert len(members("UN", day)) == count


def test_no_gone_state_outlives_itself_in_the_united_nations() -> None:
    assert not {code for code in members("UN", "2007-01-01") if countries.is_gone(code)}
    assert {"SU", "CS", "YU", "DD", "YD", "YAR"} <= members("UN", "1980-01-01")
    assert not {"RU", "YE", "CZ", "RS"} & members("UN", "1980-01-01")


def test_a_beginning_or_end_that_is_not_known_counts_as_always() -> None:
    forum = Forum(code="X1", name="Any", members=(Membership(country="KZ"), Membership(country="KG", last="2020")))
    assert members_on(forum, date(1900, 1, 1)) == {"KZ", "KG"}
    assert members_on(forum, date(2021, 1, 1)) == {"KZ"}


def test_a_partial_date_runs_from_its_first_to_its_last_possible_day() -> None:
    forum = Forum(code="X1", name="Any", members=(Membership(country="KZ", first="2020-06", last="2021"),))
    days = [date(2020, 5, 31), date(2020, 6, 1), date(2021, 12, 31), date(2022, 1, 1)]
    assert [bool(members_on(forum, day)) for day in days] == [False, True, True, False]


def test_a_country_may_be_a_member_twice() -> None:
    assert "ID" in members("UN", "1960-01-01")
    assert "ID" not in members("UN", "1966-01-01")
    assert "ID" in members("UN", "1967-01-01")


def test_every_shipped_member_is_known_and_dated_in_order() -> None:
    for forum in SHIPPED_FORUMS.values():
        for member in forum.members:
            assert countries.is_state(member.country) or member.country in SHIPPED_FORUMS
            assert not (member.first and member.last) or bounds(member.first)[0] <= bounds(member.last)[1]


def test_no_shipped_code_is_a_country_code() -> None:
    assert not [code for code in SHIPPED_FORUMS if countries.spelled(code)]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("CACM", "CACM"),
        ("cacm", "CACM"),
        ("Consultative Meeting", "CACM"),
        ("консультативная встреча", "CACM"),
        ("ШОС", "SCO"),
        ("Shanghai Cooperation Organization", "SCO"),
        ("Евросоюз", "EU"),
        ("СНГ", "CIS"),
        ("Организация Объединенных Наций", "UN"),
        ("С5+1", "C5US"),
        ("world bank", "WB"),
        ("IsDB", "ISDB"),
        ("AU", "AFU"),
    ],
)
def test_a_forum_answers_to_its_code_and_names(word: str, code: str) -> None:
    assert SHIPPED.forum(word).code == code


def test_an_unknown_forum_is_refused_with_near_ones_and_the_line_to_add_it() -> None:
    with pytest.raises(UnknownName) as refusal:
        SHIPPED.forum("camc")
    assert str(refusal.value) == (
        "no forum 'camc'. Did you mean Consultative Meeting of the Heads of State of Central Asia (CACM)? "
        "If it is new: tracker forums add CAMC NAME"
    )


@pytest.mark.parametrize("word", ["x y", "$(reboot)", "СCO", "EU\x1b"])
def test_what_cannot_be_a_code_is_not_repeated_in_the_line_to_type(word: str) -> None:
    with pytest.raises(UnknownName, match="tracker forums add CODE NAME"):
        SHIPPED.forum(word)


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("cacm-7", "cacm-7"),
        ("CACM-7", "cacm-7"),
        ("cacm 7", "cacm-7"),
        ("cacm-07", "cacm-7"),
        ("CACM7", "cacm-7"),
        ("Consultative Meeting 7", "cacm-7"),
        ("ШОС 25", "sco-25"),
        ("UN 80", "unga-80"),
        ("unga 80", "unga-80"),
        ("c5us 2025", "c5us-2025"),
    ],
)
def test_a_meeting_answers_to_its_id_and_to_forum_and_number(word: str, id: str) -> None:
    assert SHIPPED.meeting(word).id == id


def test_the_seventh_consultative_meeting_lasted_two_days() -> None:
    meeting = SHIPPED.meeting("cacm-7")
    assert meeting == Meeting(
        id="cacm-7", forum="CACM", ordinal=7, place="Tashkent", country="UZ", date="2025-11-15/2025-11-16"
    )
    assert SHIPPED.meeting("cacm-6").date == "2024-08-09"


def test_an_unknown_meeting_is_refused_with_the_newest_ones_and_the_line_to_add_it() -> None:
    with pytest.raises(UnknownName) as refusal:
        SHIPPED.meeting("CACM 8")
    assert str(refusal.value) == (
        "no meeting 'CACM 8'. Did you mean cacm-7, cacm-6 or cacm-5? "
        "If it is new: tracker meetings add cacm-8 --forum CACM --date D --place P"
    )


@pytest.mark.parametrize("word", ["8", "no such sitting", "x;ls-7", "\x1bcacm-7"])
def test_a_meeting_of_no_known_forum_leaves_its_words_open(word: str) -> None:
    with pytest.raises(UnknownName, match="tracker meetings add ID --forum F --date D --place P"):
        SHIPPED.meeting(word)


@pytest.mark.parametrize("word", ["", " "])
def test_a_missing_word_is_said_to_be_missing(word: str) -> None:
    for look_up in (SHIPPED.forum, SHIPPED.meeting, SHIPPED.actor):
        with pytest.raises(UnknownName, match="is missing"):
            look_up(word)


@pytest.mark.parametrize("meeting", SHIPPED_MEETINGS.values(), ids=list(SHIPPED_MEETINGS))
def test_every_shipped_meeting_is_of_a_known_forum_on_a_readable_date(meeting: Meeting) -> None:
    assert meeting.forum in SHIPPED_FORUMS
    assert bounds(meeting.date)
    assert meeting.id == meeting.id.lower()


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("KZ", "KZ"),
        ("Казахстан", "KZ"),
        ("USSR", "SU"),
        ("C5", "C5"),
        ("Central Asia", "C5"),
        ("eu", "EU"),
        ("sco", "SCO"),
        ("ADB", "ADB"),
        ("Всемирный банк", "WB"),
        ("African Union", "AFU"),
    ],
)
def test_an_actor_is_a_country_a_group_a_forum_or_a_body(word: str, code: str) -> None:
    assert SHIPPED.actor(word) == code


def test_au_is_australia_where_an_actor_is_meant() -> None:
    assert SHIPPED.actor("AU") == "AU"
    assert SHIPPED.actor_name("AU") == "Australia"


def test_an_ambiguous_actor_asks_which() -> None:
    with pytest.raises(AmbiguousName, match=r"North Korea \(KP\) or South Korea \(KR\)"):
        SHIPPED.actor("Korea")


@pytest.mark.parametrize(
    ("word", "near"),
    [("Kazahstan", "Kazakhstan (KZ)"), ("Shanghai Cooperation", "Shanghai Cooperation Organisation (SCO)")],
)
def test_an_unknown_actor_is_refused_with_near_names_of_both_kinds(word: str, near: str) -> None:
    with pytest.raises(UnknownName) as refusal:
        SHIPPED.actor(word)
    assert refusal.value.near == (near,)


def test_an_actor_is_shown_by_name() -> None:
    assert [SHIPPED.actor_name(code) for code in ("KZ", "SU", "ADB")] == [
        "Kazakhstan",
        "Soviet Union",
        "Asian Development Bank",
    ]
    assert SHIPPED.actor_name("GONE1") == "GONE1"


def test_only_groups_act_through_their_members() -> None:
    assert [code for code in ("C5", "EU", "CACM", "UN", "ADB", "KZ") if SHIPPED.is_group(code)] == ["C5", "EU"]
    assert SHIPPED.members("C5", date(2025, 1, 1)) == FIVE
    assert SHIPPED.members("KZ", date(2025, 1, 1)) == frozenset()


def test_the_users_own_is_laid_over_what_is_shipped() -> None:
    own = Directory.of(
        forums=[Forum(code="MYF", name="My Forum"), Forum(code="C5", name="The five", kind="group")],
        meetings=[Meeting(id="cacm-8", forum="CACM", date="2026", ordinal=8)],
    )
    assert own.forum("my forum").code == "MYF"
    assert own.actor("myf") == "MYF"
    assert own.forum("C5").members == ()
    assert own.meeting("cacm 8").date == "2026"
    assert own.meeting("cacm 7").id == "cacm-7"
    assert "MYF" not in SHIPPED.forums


def test_a_name_that_two_forums_share_asks_which() -> None:
    own = Directory.of(forums=[Forum(code="MYF", name="World Bank")])
    with pytest.raises(AmbiguousName, match=r"World Bank \(WB\) or World Bank \(MYF\)"):
        own.forum("World Bank")
