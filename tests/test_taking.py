"""Taking: how an accepted candidate becomes a record, or joins one."""

import pytest

from tests.factories import make_initiative
from tracker.forums import Directory
from tracker.reading.candidate import Candidate, Stance
from tracker.taking import Setting, before, fitting, joined, much_like, same_name, taken

SETTING = Setting(article_date="2025-11-16", recorded="2025-12-01T09:00:00Z", source="S1")


def candidate(**fields):
    usual = {"title": "Lake Charter", "quote": "They proposed a Lake Charter.", "start": 0, "end": 29}
    return Candidate(**usual | {"kind": "proposed", "proposer_country": "KZ", "proposer_person": "A. Petrel"} | fields)


def facts(record):
    return [
        (str(event.kind), event.actors, event.stance or event.status or event.level, event.date)
        for event in record.events
    ]


@pytest.mark.parametrize("kind", ["proposed", "called_for"])
def test_what_is_put_forward_is_a_proposed_event(kind):
    record, stem = taken(candidate(kind=kind), SETTING)
    assert facts(record) == [("proposed", ("KZ",), "proposes", "2025-11-16")]
    assert stem == "KZ-2025"
    event = record.events[0]
    assert (event.person, event.quote, event.sources) == ("A. Petrel", "They proposed a Lake Charter.", ("S1",))


def test_support_is_the_backers_position_and_the_proposal_known_only_through_it():
    backed = Stance(country="UZ", person="B. Moro", stance="supports")
    record, _ = taken(candidate(kind="supported", supporters=("UZ", "KG"), stances=(backed,)), SETTING)
    assert facts(record) == [
        ("proposed", ("KZ",), "proposes", "../2025-11-16"),
        ("position", ("UZ",), "supports", "2025-11-16"),
        ("position", ("KG",), "supports", "2025-11-16"),
    ]
    assert record.events[0].unverified == "known only through the support given to it"
    assert (record.events[1].person, record.events[1].quote) == ("B. Moro", "They proposed a Lake Charter.")
    assert record.events[1].unverified is None


@pytest.mark.parametrize(
    ("kind", "status"),
    [("agreed", "agreed"), ("adopted", "adopted"), ("launched", "operating"), ("in_force", "in-force")],
)
def test_an_act_is_a_status_after_its_proposal(kind, status):
    record, _ = taken(candidate(kind=kind, proposer_country=None), SETTING)
    assert facts(record) == [
        ("proposed", (), "proposes", "2025-11-16"),
        ("status", (), status, "2025-11-16"),
    ]


def test_a_signature_is_a_commitment_of_each_party_and_no_position():
    record, _ = taken(candidate(kind="signed", supporters=("KZ", "UZ")), SETTING)
    assert facts(record)[1:] == [
        ("status", (), "signed", "2025-11-16"),
        ("commitment", ("KZ",), "signed", "2025-11-16"),
        ("commitment", ("UZ",), "signed", "2025-11-16"),
    ]


def test_other_stances_and_conditions_are_kept():
    stances = (
        Stance(country="TM", stance="welcomes"),
        Stance(country="TJ", stance="supports-with-conditions", condition="if it stays voluntary"),
    )
    record, _ = taken(candidate(stances=stances, supporters=("TJ",)), SETTING)
    assert [(event.stance, event.condition) for event in record.events[1:]] == [
        ("welcomes", None),
        ("supports-with-conditions", "if it stays voluntary"),
    ]


def test_an_old_act_never_gets_the_articles_day_or_meeting():
    at_meeting = Setting(
        article_date="2025-11-16", recorded="2025-12-01T09:00:00Z", source="S1", meeting="cacm-7", forum="CACM"
    )
    old, _ = taken(candidate(kind="signed", historic=True), at_meeting)
    dated, _ = taken(candidate(historic=True, act_date="2019"), at_meeting)
    assert {event.date for event in old.events} == {"../2025-11-16"}
    assert {event.meeting for event in old.events} == {None}
    assert dated.events[0].date == "2019"


@pytest.mark.parametrize(
    ("day", "edtf"),
    [("2025-11-16", "../2025-11-16"), ("2025-11", "../2025-11"), ("2025-11-15/2025-11-16", "../2025-11-16")],
)
def test_before_the_article(day, edtf):
    assert before(day) == edtf


def test_joining_adds_the_proposal_of_another_and_its_source():
    record, _ = taken(candidate(), SETTING)
    fuller = joined(candidate(proposer_country="UZ", title="Charter of the Lake"), SETTING, record)
    assert facts(fuller)[1:] == [("proposed", ("UZ",), "proposes", "2025-11-16")]
    assert fuller.other_names == ("Charter of the Lake",)


def test_a_second_outlet_confirms_what_is_known():
    record, _ = taken(candidate(), SETTING)
    other = Setting(article_date="2025-11-16", recorded="2025-12-01T09:00:00Z", source="S2")
    note = joined(candidate(quote="KZ put forward a Lake Charter."), other, record).events[-1]
    assert (note.kind, note.confirms, note.sources) == ("note", 1, ("S2",))


def test_support_for_a_known_initiative_adds_no_proposal():
    record, _ = taken(candidate(), SETTING)
    fuller = joined(candidate(kind="supported", supporters=("UZ",)), SETTING, record)
    assert facts(fuller)[1:] == [("position", ("UZ",), "supports", "2025-11-16")]


def test_only_known_actors_and_forums_are_taken():
    found = fitting(candidate(proposer_country="??", supporters=("UZ", "??"), forum="NONE"), Directory())
    assert (found.proposer_country, found.supporters, found.forum) == (None, ("UZ",), None)


def test_the_same_name_joins_and_a_like_one_is_only_suggested():
    same, like = make_initiative(title="lake charter"), make_initiative(title="Regional Lake Charter")
    assert same_name(candidate(), [same, like]) is same
    assert same_name(candidate(title="The other thing"), [same, like]) is None
    assert much_like(candidate(), [like]) == [like]
    assert much_like(candidate(), [make_initiative(title="Seed bank")]) == []
