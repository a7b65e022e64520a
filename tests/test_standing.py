"""The ledger's rules, each by its name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import becomes, due, make_event, make_initiative, proposed, says, stand
from tracker.forums import Directory, Forum
from tracker.initiative import Past
from tracker.standing import Moment, Standing, status_that_fits
from tracker.vocab import EventKind, Level, Stance, Status


def commits(number, level, *actors, when="2025-11-16", **facts):
    return make_event(number, EventKind.COMMITMENT, when, actors=actors, level=Level(level), **facts)


# ---- status


def test_without_a_status_event_it_is_proposed():
    assert stand(proposed(1, "KZ")).status is Status.PROPOSED


def test_the_newest_status_holds_whatever_the_order_of_recording():
    late = becomes(2, "adopted", when="2025-11-20")
    early = becomes(3, "under-discussion", when="2025-11-18")
    assert stand(proposed(1, "KZ"), late, early).status is Status.ADOPTED


def test_a_status_that_lies_ahead_is_planned_and_does_not_count():
    standing = stand(proposed(1, "KZ"), becomes(2, "signed", when="2026-03-01"))
    assert standing.status is Status.PROPOSED
    assert standing.planned == {2}


def test_as_of_an_earlier_day_the_later_status_had_not_happened():
    events = proposed(1, "KZ"), becomes(2, "adopted", when="2025-11-20")
    standing = stand(*events, on=date(2025, 11, 19), asked=True)
    assert standing.status is Status.PROPOSED
    assert [event.number for event in standing.shown] == [1]


def test_an_unverified_status_is_shown_and_does_not_count():
    standing = stand(proposed(1, "KZ"), becomes(2, "adopted", unverified="one blog"))
    assert standing.status is Status.PROPOSED
    assert standing.unverified
    assert len(standing.shown) == 2


# ---- stances


def test_support_is_not_a_proposal():
    standing = stand(proposed(1, "KZ"), says(2, "supports", "UZ"))
    assert standing.proposers == ["KZ"]
    assert standing.supporters == ["UZ"]


@pytest.mark.parametrize("stance", ["co-sponsors", "supports", "supports-with-conditions"])
def test_these_stances_are_support(stance):
    assert stand(proposed(1, "KZ"), says(2, stance, "UZ")).supporters == ["UZ"]


@pytest.mark.parametrize("stance", ["welcomes", "notes", "abstains", "reserves", "opposes"])
def test_these_stances_are_not_support(stance):
    assert stand(proposed(1, "KZ"), says(2, stance, "UZ")).supporters == []


def test_the_newest_stance_replaces_the_earlier_one():
    standing = stand(proposed(1, "KZ"), says(2, "supports", "UZ"), says(3, "opposes", "UZ", when="2025-11-20"))
    assert standing.positions["UZ"].stance is Stance.OPPOSES


@pytest.mark.parametrize("polite", ["welcomes", "notes"])
@pytest.mark.parametrize("firm", ["supports", "opposes", "reserves", "abstains"])
def test_polite_words_never_replace_a_firmer_stance(polite, firm):
    standing = stand(proposed(1, "KZ"), says(2, firm, "UZ"), says(3, polite, "UZ", when="2025-11-20"))
    assert standing.positions["UZ"].stance == firm


@pytest.mark.parametrize("milder", ["co-sponsors", "supports", "supports-with-conditions", "welcomes", "notes"])
def test_a_proposal_is_never_replaced_by_a_milder_yes(milder):
    assert stand(proposed(1, "KZ"), says(2, milder, "KZ", when="2025-11-20")).proposers == ["KZ"]


@pytest.mark.parametrize("other", ["abstains", "reserves", "opposes", "withdraws"])
def test_a_proposal_is_replaced_by_anything_that_is_no_yes(other):
    assert stand(proposed(1, "KZ"), says(2, other, "KZ", when="2025-11-20")).proposers == []


def test_withdrawing_ends_the_position_and_leaves_the_counts():
    standing = stand(proposed(1, "KZ"), says(2, "supports", "UZ"), says(3, "withdraws", "UZ", when="2025-11-20"))
    assert standing.supporters == []
    assert standing.positions["UZ"].stance is Stance.WITHDRAWS


def test_after_withdrawing_even_polite_words_are_a_new_stance():
    standing = stand(proposed(1, "KZ"), says(2, "withdraws", "UZ"), says(3, "welcomes", "UZ", when="2025-11-20"))
    assert standing.positions["UZ"].stance is Stance.WELCOMES


def test_an_unverified_stance_does_not_count():
    assert stand(proposed(1, "KZ"), says(2, "supports", "UZ", unverified="a rumour")).supporters == []


def test_to_put_it_forward_again_elsewhere_keeps_one_proposer_and_adds_the_meeting():
    standing = stand(proposed(1, "KZ", meeting="cacm-7"), proposed(2, "KZ", when="2025-11-20", meeting="euca-1"))
    assert standing.proposers == ["KZ"]
    assert standing.meetings == ["cacm-7", "euca-1"]


# ---- doubt


def test_different_stances_on_one_day_from_different_sources_are_disputed_and_the_first_recorded_stands():
    first = says(2, "supports", "UZ", sources=("S1",), recorded="2025-11-17T08:00:00Z")
    second = says(3, "opposes", "UZ", sources=("S2",), recorded="2025-11-18T08:00:00Z", order=2)
    standing = stand(proposed(1, "KZ"), first, second)
    assert standing.positions["UZ"].stance is Stance.SUPPORTS
    assert standing.positions["UZ"].disputed
    assert standing.disputed == {2, 3}


def test_of_two_disputed_claims_the_one_left_verified_stands():
    first = says(2, "supports", "UZ", sources=("S1",), unverified="misheard")
    second = says(3, "opposes", "UZ", sources=("S2",), order=2)
    standing = stand(proposed(1, "KZ"), first, second)
    assert standing.positions["UZ"].stance is Stance.OPPOSES
    assert not standing.disputed


def test_two_stances_in_one_source_on_one_day_follow_their_stored_order():
    first = says(2, "supports", "UZ", sources=("S1",))
    second = says(3, "opposes", "UZ", sources=("S1",), order=2)
    standing = stand(proposed(1, "KZ"), first, second)
    assert standing.positions["UZ"].stance is Stance.OPPOSES
    assert not standing.disputed


def test_a_note_that_disputes_marks_the_event_and_leaves_it_counting():
    standing = stand(proposed(1, "KZ"), becomes(2, "adopted"), make_event(3, text="not so", disputes=2))
    assert standing.disputed == {2}
    assert standing.status is Status.ADOPTED


# ---- groups, speakers, silence


def test_members_of_a_group_hold_its_stance_through_it():
    standing = stand(proposed(1, "KZ"), says(2, "supports", "EU"))
    assert standing.supporters == ["EU"]
    assert standing.through["DE"].stance is Stance.SUPPORTS
    assert standing.through["DE"].through == "EU"


def test_membership_is_of_the_day_of_the_event():
    standing = stand(proposed(1, "KZ", when="2019-01-15"), says(2, "supports", "EU", when="2019-01-16"))
    assert "GB" in standing.through
    later = stand(proposed(1, "KZ"), says(2, "supports", "EU"))
    assert "GB" not in later.through


def test_a_stance_of_their_own_is_never_replaced_by_one_through_a_group():
    standing = stand(proposed(1, "KZ"), says(2, "supports", "EU"), says(3, "opposes", "HU"))
    assert "HU" not in standing.through
    assert standing.positions["HU"].stance is Stance.OPPOSES


def test_those_spoken_for_hold_the_stance_through_the_speaker():
    standing = stand(proposed(1, "KZ", on_behalf_of=("UZ",)))
    assert standing.through["UZ"].through == "KZ"
    assert standing.proposers == ["KZ"]


def test_silence_is_derived_for_those_who_were_members_on_the_last_day_of_the_meeting():
    standing = stand(proposed(1, "KZ", meeting="cacm-7", when="2025-11-16"), says(2, "supports", "UZ"))
    assert standing.silent == ["AZ", "KG", "TJ", "TM"]


def test_before_it_joined_a_state_is_not_silent():
    standing = stand(proposed(1, "KZ", meeting="cacm-6", when="2024-08-09"))
    assert "AZ" not in standing.silent


# ---- commitments


def test_the_newest_commitment_of_each_party_holds():
    standing = stand(proposed(1, "KZ"), commits(2, "signed", "TJ", "UZ"), commits(3, "bound", "TJ", when="2025-11-20"))
    assert {actor: reached.level.value for actor, reached in standing.commitments.items()} == {
        "TJ": "bound",
        "UZ": "signed",
    }


def test_a_commitment_never_changes_the_status_but_points_to_the_one_that_fits():
    standing = stand(proposed(1, "KZ"), commits(2, "signed", "TJ"))
    assert standing.status is Status.PROPOSED
    assert status_that_fits(standing) is Status.SIGNED


def test_of_those_it_is_open_to_the_rest_is_outside():
    assert stand(proposed(1, "KZ"), commits(2, "signed", "TJ"), open_to=("TJ", "TM")).outside == ["TM"]


def test_all_bound_points_to_in_force():
    assert status_that_fits(stand(proposed(1, "KZ"), commits(2, "bound", "TJ"), open_to=("TJ",))) is Status.IN_FORCE


# ---- stalled, overdue, alive


def test_nine_months_without_an_event_but_notes_is_stalled():
    note = make_event(2, when="2026-06-01", recorded="2026-06-01T00:00:00Z", text="asked again")
    assert not stand(proposed(1, "KZ"), note, on=date(2026, 8, 15)).stalled
    assert stand(proposed(1, "KZ"), note, on=date(2026, 8, 16)).stalled


def test_months_of_silence_may_be_given_for_one_question():
    assert stand(proposed(1, "KZ"), on=date(2025, 12, 20), stalled_after=1).stalled


def test_a_forum_may_have_its_own_measure_of_silence():
    slow = Directory.of(forums=[Forum(code="SLOW", name="Slow Forum", stalled_after=24)])
    assert not stand(proposed(1, "KZ", forum="SLOW"), on=date(2027, 1, 1), directory=slow).stalled


def test_an_adopted_declaration_is_never_stalled():
    events = proposed(1, "KZ"), becomes(2, "adopted")
    assert stand(*events, on=date(2027, 1, 1), classification="agreement").stalled
    assert not stand(*events, on=date(2027, 1, 1), classification="declaration").stalled


@pytest.mark.parametrize("status", ["operating", "in-force", "completed", "suspended", "rejected"])
def test_what_stands_is_done_paused_or_closed_is_not_stalled(status):
    assert not stand(proposed(1, "KZ"), becomes(2, status), on=date(2028, 1, 1)).stalled


def test_overdue_begins_the_day_after_the_last_day_of_the_deadline():
    events = proposed(1, "KZ"), due(2, "2025-12")
    assert not stand(*events, on=date(2025, 12, 31)).overdue
    assert stand(*events, on=date(2026, 1, 1)).overdue


def test_a_later_deadline_replaces_the_earlier_which_stays_visible():
    standing = stand(proposed(1, "KZ"), due(2, "2025-11-30"), due(3, "2026-06", when="2025-11-20"))
    assert not standing.overdue
    assert standing.slipped_from == ["2025-11-30"]


def test_what_is_done_is_not_overdue():
    assert not stand(proposed(1, "KZ"), due(2, "2025-11-20"), becomes(3, "completed")).overdue


def test_an_end_that_passes_is_never_overdue():
    assert not stand(proposed(1, "KZ"), ends="2025-11-20").overdue


def test_alive_is_not_over_and_not_stalled():
    assert stand(proposed(1, "KZ")).alive
    assert stand(proposed(1, "KZ"), becomes(2, "operating"), on=date(2030, 1, 1)).alive
    assert not stand(proposed(1, "KZ"), becomes(2, "rejected")).alive
    assert not stand(proposed(1, "KZ"), on=date(2028, 1, 1)).alive


# ---- dates and the two clocks


def test_a_partial_date_stands_on_its_last_day_but_not_after_it_was_recorded():
    year = becomes(2, "adopted", when="2025", recorded="2025-06-01T12:00:00Z")
    events = proposed(1, "KZ", when="2024-05-01"), year
    assert stand(*events, on=date(2025, 5, 31)).status is Status.PROPOSED
    assert stand(*events, on=date(2025, 6, 2)).status is Status.ADOPTED


def test_a_partial_date_recorded_beforehand_stands_on_its_last_day():
    month = becomes(2, "adopted", when="2025-11", recorded="2025-03-01T12:00:00Z")
    assert stand(proposed(1, "KZ", when="2024-05-01"), month, on=date(2025, 11, 29)).status is Status.PROPOSED
    assert stand(proposed(1, "KZ", when="2024-05-01"), month, on=date(2025, 11, 30)).status is Status.ADOPTED


def test_an_open_end_stands_on_its_start():
    lasting = becomes(2, "operating", when="2025-11-20/..")
    assert stand(proposed(1, "KZ"), lasting, on=date(2025, 11, 20)).status is Status.OPERATING


def test_what_was_recorded_later_was_not_known():
    late = becomes(2, "adopted", when="2025-11-20", recorded="2026-02-01T12:00:00Z")
    standing = stand(proposed(1, "KZ", recorded="2025-11-16T12:00:00Z"), late, known_by=date(2026, 1, 1))
    assert standing.status is Status.PROPOSED


def test_an_edited_event_is_known_as_it_stood_and_marked():
    before = becomes(2, "rejected", recorded="2025-11-17T12:00:00Z")
    after = becomes(2, "adopted", recorded="2026-02-01T12:00:00Z")
    record = make_initiative(
        proposed(1, "KZ", recorded="2025-11-16T12:00:00Z"),
        after,
        past=(Past(event=before, replaced="2026-02-01T12:00:00Z"),),
    )
    then = Standing(record, Moment(day=date(2026, 3, 1), known_by=date(2026, 1, 1)), Directory())
    now = Standing(record, Moment(day=date(2026, 3, 1)), Directory())
    assert (then.status, now.status) == (Status.REJECTED, Status.ADOPTED)
    assert then.corrected == {2}
    assert not now.corrected


def test_a_deleted_event_is_known_until_it_was_deleted():
    gone = becomes(2, "rejected", recorded="2025-11-17T12:00:00Z")
    record = make_initiative(
        proposed(1, "KZ", recorded="2025-11-16T12:00:00Z"),
        past=(Past(event=gone, replaced="2026-02-01T12:00:00Z"),),
    )
    known = [
        Standing(record, Moment(day=date(2026, 3, 1), known_by=day), Directory()).status
        for day in (date(2026, 1, 31), date(2026, 2, 1))
    ]
    assert known == [Status.REJECTED, Status.PROPOSED]


def test_a_correction_does_not_move_the_day_on_which_a_partial_date_stands():
    before = becomes(2, "adopted", when="2025", recorded="2025-06-01T12:00:00Z", reason="tpyo")
    after = becomes(2, "adopted", when="2025", recorded="2025-10-01T12:00:00Z", reason="typo")
    record = make_initiative(
        proposed(1, "KZ", when="2024-05-01"), after, past=(Past(event=before, replaced="2025-10-01T12:00:00Z"),)
    )
    assert Standing(record, Moment(day=date(2025, 7, 1)), Directory()).status is Status.ADOPTED


DATES = st.dates(date(2020, 1, 1), date(2029, 12, 31)).map(date.isoformat)


@given(
    st.lists(st.tuples(DATES, st.sampled_from(sorted(Stance))), min_size=1, max_size=8, unique_by=lambda x: x[0]),
    st.randoms(),
)
def test_the_order_in_which_events_of_different_dates_are_recorded_changes_nothing(told, random):
    def positions(order):
        events = [says(place, stance, "UZ", when=when) for place, (when, stance) in enumerate(order, 1)]
        standing = stand(*events, on=date(2030, 1, 1))
        return (
            [(event.date, event.stance) for event in standing.shown],
            {actor: (position.stance, position.event.date) for actor, position in standing.positions.items()},
        )

    shuffled = list(told)
    random.shuffle(shuffled)
    assert positions(told) == positions(shuffled)
