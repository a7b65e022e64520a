"""What `check` finds, and what it leaves alone."""

from datetime import date

import pytest

from tests.factories import DAY, becomes, make_event, make_initiative, proposed, says
from tracker.faults import find
from tracker.forums import SHIPPED_FORUMS, Directory
from tracker.initiative import Link, Person, Source
from tracker.query import Reference
from tracker.vocab import EventKind, Level, Relation

SOURCES = {"S1": Source(id="S1", title="One"), "S2": Source(id="S2", title="Two")}
S1 = {"sources": ("S1",)}
S2 = {"sources": ("S2",)}
SOUND = proposed(1, "KZ", **S1)


def faults_of(*records, people=(), today=DAY):
    return find(records, today, Reference(directory=Directory(), sources=SOURCES, people=people))


def kinds_of(*events, people=(), today=DAY, **fields):
    return [
        (fault.where, fault.kind) for fault in faults_of(make_initiative(*events, **fields), people=people, today=today)
    ]


def test_a_sound_record_has_no_fault():
    assert kinds_of(SOUND, says(2, "supports", "UZ", **S1), becomes(3, "agreed", **S1)) == []


def test_nothing_recorded_is_nothing_doubtful():
    assert faults_of() == []


def test_an_event_without_a_source_is_named():
    assert kinds_of(proposed(1, "KZ")) == [("KZ-2025-001.1", "no-source")]


def test_an_internal_note_needs_no_source():
    assert kinds_of(SOUND, make_event(2, text="ask the desk", internal=True)) == []


def test_an_unverified_event_is_listed_with_its_reason_and_source():
    (fault,) = faults_of(make_initiative(SOUND, says(2, "supports", "UZ", unverified="one blog", **S2)))
    assert (fault.kind, fault.says, fault.source) == ("unverified", "unverified: one blog", "S2")
    assert fault.type_next == "tracker edit KZ-2025-001.2"


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([SOUND, says(2, "supports", "UZ", when="2025-11-15", **S1)], [("KZ-2025-001.2", "before-the-proposal")]),
        ([SOUND, becomes(2, "agreed", when="2024", **S1)], [("KZ-2025-001.2", "before-the-proposal")]),
        ([SOUND, says(2, "supports", "UZ", when="2025-11", **S1)], []),  # it may have been later that month
        ([SOUND, becomes(2, "announced", when="2025-10", **S1)], []),  # one announces before one proposes
        ([becomes(1, "adopted", when="2024", **S1)], []),  # there is no proposal to be older than
        ([SOUND, make_event(2, when="2025-12-02", **S1)], [("KZ-2025-001.2", "in-the-future")]),
        ([SOUND, make_event(2, when="2025-12", **S1)], []),
        ([proposed(1, "KZ", meeting="cacm-7", when="2025-11-17", **S1)], [("KZ-2025-001.1", "outside-the-meeting")]),
        ([proposed(1, "KZ", meeting="cacm-7", when="2025-11", **S1)], []),
        ([proposed(1, "KZ", meeting="nope-1", **S1)], [("KZ-2025-001.1", "unknown-meeting")]),
        ([proposed(1, "QQX", **S1)], [("KZ-2025-001.1", "unknown-actor")]),
        ([proposed(1, "KZ", sources=("S9",))], [("KZ-2025-001.1", "unknown-source")]),
        ([SOUND, make_event(2, confirms=7, **S1)], [("KZ-2025-001.2", "unknown-event")]),
    ],
)
def test_dates_and_names_that_do_not_fit(events, expected):
    assert kinds_of(*events) == expected


def test_a_position_after_the_closing_is_doubtful_until_it_is_open_again():
    closed = becomes(2, "rejected", when="2025-11-17", **S1)
    late = says(3, "supports", "UZ", when="2025-11-18", **S1)
    assert kinds_of(SOUND, closed, late) == [("KZ-2025-001.3", "after-closing")]
    same_day = says(3, "supports", "UZ", when="2025-11-17", **S1)
    assert kinds_of(SOUND, closed, same_day) == []


def test_an_unusual_step_is_named_at_the_later_status():
    assert kinds_of(SOUND, becomes(2, "signed", **S1), becomes(3, "agreed", when="2025-11-17", **S1)) == [
        ("KZ-2025-001.3", "unusual-step")
    ]


def test_commitments_ahead_of_the_status_give_the_status_line():
    signed = make_event(2, EventKind.COMMITMENT, actors=("KZ",), level=Level.SIGNED, **S1)
    (fault,) = faults_of(make_initiative(SOUND, signed))
    assert (fault.kind, fault.type_next) == ("status-lags", "tracker status KZ-2025-001 signed --date 2025-11-16")


def test_an_end_that_has_passed_asks_how_it_ended():
    (fault,) = faults_of(make_initiative(SOUND, ends="2025-11"))
    assert fault.kind == "ended"
    assert "how did it end" in fault.says
    assert kinds_of(SOUND, ends="2025-12") == []
    assert kinds_of(SOUND, becomes(2, "completed", **S1), ends="2025-11") == []


def test_sources_that_disagree_are_named_once():
    assert kinds_of(SOUND, says(2, "supports", "UZ", **S1), says(3, "opposes", "UZ", **S2)) == [
        ("KZ-2025-001.2", "sources-disagree")
    ]


def test_a_dispute_is_named_at_the_event_it_disputes():
    (fault,) = faults_of(make_initiative(SOUND, make_event(2, disputes=1, text="It was Uzbekistan", **S2)))
    assert (fault.where, fault.kind) == ("KZ-2025-001.1", "disputed")
    assert "It was Uzbekistan" in fault.says


def test_an_own_stance_against_that_of_the_group_is_a_clash():
    assert "C5" in SHIPPED_FORUMS
    group = proposed(1, "C5", **S1)
    assert kinds_of(group, says(2, "opposes", "TM", **S1)) == [("KZ-2025-001.2", "stances-clash")]
    assert kinds_of(group, says(2, "notes", "TM", **S1)) == []


def test_an_own_stance_against_the_speaker_is_a_clash():
    speaker = proposed(1, "KZ", on_behalf_of=("UZ",), **S1)
    assert kinds_of(speaker, says(2, "reserves", "UZ", **S1)) == [("KZ-2025-001.2", "stances-clash")]


def test_a_link_to_nothing_is_named_and_one_to_an_alias_is_not():
    tied = make_initiative(SOUND, links=(Link(relation=Relation.AMENDS, id="UZ-2025-009"),))
    assert [(fault.where, fault.kind) for fault in faults_of(tied)] == [("KZ-2025-001", "broken-link")]
    other = make_initiative(SOUND, id="UZ-2025-010", uid="i2", title="Water charter", aliases=("UZ-2025-009",))
    assert faults_of(tied, other) == []


def test_the_same_title_twice_is_a_likely_duplicate_unless_they_are_tied():
    one = make_initiative(SOUND, title="Regional seed bank of Central Asia")
    two = make_initiative(SOUND, id="UZ-2025-001", uid="i2", title="Seed bank of the Central Asia region")
    (fault,) = faults_of(one, two)
    assert (fault.where, fault.type_next) == ("UZ-2025-001", "tracker merge UZ-2025-001 KZ-2025-001")
    tie = (Link(relation=Relation.RELATES_TO, id="KZ-2025-001"),)
    assert faults_of(one, make_initiative(SOUND, id="UZ-2025-001", uid="i2", title=two.title, links=tie)) == []


def test_duplicates_are_found_among_thousands_in_reasonable_work():
    many = [
        make_initiative(SOUND, id=f"KZ-2025-{n:04d}", uid=f"i{n}", title=f"Programme number{n} of topic{n % 50}")
        for n in range(3000)
    ]
    twin = make_initiative(SOUND, id="UZ-2025-001", uid="twin", title="Programme number7 of topic7")
    assert [fault.kind for fault in faults_of(*many, twin)] == ["likely-duplicate"]


def test_a_name_spelled_almost_like_another_gives_the_line_that_joins_them():
    one = make_initiative(proposed(1, "KZ", person="Kassym-Jomart Tokayev", **S1))
    two = make_initiative(
        proposed(1, "KZ", person="Kasym-Jomart Tokayev", **S1), id="KZ-2025-002", uid="i2", title="Water charter"
    )
    person = Person(name="Kassym-Jomart Tokayev", country="KZ")
    kinds = {fault.kind: fault for fault in faults_of(one, two, people=(person,))}
    assert kinds.keys() == {"near-person", "unknown-person"}
    line = "tracker people edit 'Kassym-Jomart Tokayev' --also 'Kasym-Jomart Tokayev'"
    assert kinds["near-person"].type_next == line
    known = Person(name="Kassym-Jomart Tokayev", country="KZ", also=("Kasym-Jomart Tokayev",))
    assert faults_of(one, two, people=(known,)) == []


def test_relatives_are_not_one_person():
    one = proposed(1, "TM", person="Serdar Berdimuhamedov", **S1)
    assert kinds_of(one, says(2, "supports", "TM", person="Gurbanguly Berdimuhamedov", **S1)) == []


def test_nobody_is_unknown_while_nobody_is_described():
    event = proposed(1, "KZ", person="Kassym-Jomart Tokayev", **S1)
    assert kinds_of(event) == []
    assert kinds_of(event, people=(Person(name="Ilham Aliyev"),)) == [("KZ-2025-001.1", "unknown-person")]


def test_a_person_who_speaks_for_two_countries_is_named_at_the_second():
    one = proposed(1, "KZ", person="A. Diplomat", **S1)
    assert kinds_of(one, says(2, "supports", "UZ", person="A. Diplomat", **S1)) == [("KZ-2025-001.2", "two-countries")]


def test_faults_come_in_the_order_of_records_and_events():
    first = make_initiative(proposed(1, "KZ"), make_event(2, text="later"))
    second = make_initiative(proposed(1, "UZ"), id="AZ-2025-001", uid="i2", title="Water charter")
    places = [fault.where for fault in faults_of(first, second)]
    assert places == ["KZ-2025-001.1", "KZ-2025-001.2", "AZ-2025-001.1"]


def test_the_day_is_the_callers():
    event = proposed(1, "KZ", when="2025-11-16", **S1)
    assert kinds_of(event, today=date(2025, 11, 1)) == [("KZ-2025-001.1", "in-the-future")]
