"""What is doubtful in the data: every finding with where it is, what it is, and what to type next.

Nothing here is an error: bad data is a list, and the analyst decides.
"""

import shlex
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, pairwise
from typing import Protocol

from msgspec import Struct

from tracker.countries import is_state
from tracker.dates import bounds, covers
from tracker.forums import Directory
from tracker.initiative import Event, Initiative, Person, Source
from tracker.likeness import ALIKE, likeness, words_of
from tracker.standing import Moment, Standing, contradict, status_that_fits
from tracker.text import fold
from tracker.vocab import ALIVE, PHASE, SUPPORT, EventKind, Phase, Stance, Status, follows

_RARE = 3  # words of a record by which others like it are sought, the rarest first
_CROWD = 20  # records that share a word; with more, the word tells nothing
_SPELLED_ALIKE = 88  # of 100; brothers and daughters of one family name stay below it
_FOR = SUPPORT | {Stance.PROPOSES}
_AGAINST = frozenset({Stance.OPPOSES, Stance.RESERVES})
_ACTS = frozenset({EventKind.PROPOSED, EventKind.POSITION})


class Fault(Struct, frozen=True, kw_only=True):
    """One thing that is doubtful: the id of the event or record, what it is, and what may be typed next."""

    where: str
    kind: str
    says: str
    source: str | None = None
    type_next: str | None = None


class Reference(Protocol):
    """What stands beside the records: forums and meetings, sources by id, people."""

    @property
    def directory(self) -> Directory: ...
    @property
    def sources(self) -> Mapping[str, Source]: ...
    @property
    def people(self) -> tuple[Person, ...]: ...


def find(records: Iterable[Initiative], today: date, reference: Reference) -> list[Fault]:
    """All that is doubtful, in the order of the records and of their events."""
    everything = list(records)
    found: list[Fault] = []
    for record in everything:
        standing = Standing(record, Moment(day=today), reference.directory)
        for look in _LOOKS:
            found += look(standing, reference)
    found += _broken_links(everything)
    found += _duplicates(everything)
    found += _people(everything, reference.people)
    place = {record.id: at for at, record in enumerate(everything)}
    return sorted(found, key=lambda fault: _place(fault, place))


def _place(fault: Fault, place: Mapping[str, int]) -> tuple[int, int]:
    record, _, event = fault.where.partition(".")
    return place[record], int(event or 0)


def _at(record: Initiative, event: Event, kind: str, says: str, *, type_next: str | None = None) -> Fault:
    """A fault of one event; it is mended by editing it, unless something else is named."""
    where = f"{record.id}.{event.number}"
    source = event.sources[0] if event.sources else None
    return Fault(where=where, kind=kind, says=says, source=source, type_next=type_next or f"tracker edit {where}")


# ---- one event


def _unsupported(standing: Standing, reference: Reference) -> Iterator[Fault]:
    """Events without a source, or marked unverified."""
    for event in standing.events:
        if not standing.record.sources_of(event) and not event.internal:
            yield _at(standing.record, event, "no-source", "no source says so")
        if event.unverified is not None:
            yield _at(standing.record, event, "unverified", f"unverified: {event.unverified}")


def _unknown_names(standing: Standing, reference: Reference) -> Iterator[Fault]:
    """Events that name a meeting, a forum, an actor, a source or an event that nothing has."""
    directory, record = reference.directory, standing.record
    for event in standing.events:
        if event.meeting and event.meeting not in directory.meetings:
            add = f"tracker meetings add {event.meeting} --forum F --date D --place P"
            yield _at(record, event, "unknown-meeting", f"no meeting '{event.meeting}' is known", type_next=add)
        codes = [*event.actors, *event.on_behalf_of, *([event.forum] if event.forum else [])]
        for code in dict.fromkeys(codes):
            if not is_state(code) and code not in directory.forums:
                add = f"tracker forums add {code} NAME"
                yield _at(record, event, "unknown-actor", f"no country or forum '{code}' is known", type_next=add)
        for key in event.sources:
            if key not in reference.sources:
                yield _at(record, event, "unknown-source", f"no source '{key}' is kept")
        for number in (event.confirms, event.disputes):
            if number is not None and record.event(number) is None:
                yield _at(record, event, "unknown-event", f"it answers {record.id}.{number}, which is not there")


def _misplaced(standing: Standing, reference: Reference) -> Iterator[Fault]:
    """Events in the future, outside their meeting, or before the first proposal."""
    record, meetings = standing.record, reference.directory.meetings
    proposals = [event for event in standing.events if event.kind is EventKind.PROPOSED]
    began = min((bounds(event.date)[0] for event in proposals), default=None)
    for event in standing.events:
        meeting = meetings.get(event.meeting) if event.meeting else None
        if bounds(event.date)[0] > standing.moment.day:
            yield _at(record, event, "in-the-future", f"its date, {event.date}, is still to come")
        if meeting and not covers(meeting.date, event.date):
            says = f"it is dated {event.date}, but {meeting.id} met {meeting.date}"
            yield _at(record, event, "outside-the-meeting", says)
        if began and _needs_proposal(event) and bounds(event.date)[1] < began:
            says = f"this {event.kind} of {event.date} is older than the first proposal, of {proposals[0].date}"
            yield _at(record, event, "before-the-proposal", says)


def _needs_proposal(event: Event) -> bool:
    """Whether a proposal should have come first; what is only announced comes before it."""
    later = (EventKind.POSITION, EventKind.STATUS, EventKind.COMMITMENT)
    return event.kind in later and event.status is not Status.ANNOUNCED


# ---- the life of one record


def _steps(standing: Standing, reference: Reference) -> Iterator[Fault]:
    """Unusual steps from status to status, and positions on what is closed."""
    record = standing.record
    statuses = [event for event in standing.events if event.status and event.unverified is None]
    for before, after in pairwise(statuses):
        assert before.status and after.status
        if not follows(before.status, after.status):
            says = f"{after.status} does not usually follow {before.status} (of {before.date})"
            yield _at(record, after, "unusual-step", says)
    closed: Event | None = None
    for event in standing.events:
        if event.status and event.unverified is None:
            closed = event if PHASE[event.status] is Phase.CLOSED else None
        elif closed and event.kind in _ACTS and bounds(closed.date)[1] < bounds(event.date)[0]:
            says = f"this {event.kind} comes after it was {closed.status} on {closed.date}"
            yield _at(record, event, "after-closing", says)


def _lagging(standing: Standing, reference: Reference) -> Iterator[Fault]:
    """Commitments that point to another status, and an end that has passed."""
    record = standing.record
    if fits := status_that_fits(standing):
        newest = max((reached.event for reached in standing.commitments.values()), key=lambda event: bounds(event.date))
        says = f"its commitments point to {fits}, but its status is {standing.status}"
        line = f"tracker status {record.id} {fits} --date {newest.date}"
        yield Fault(where=record.id, kind="status-lags", says=says, type_next=line)
    if record.ends and bounds(record.ends)[1] < standing.moment.day and standing.phase in ALIVE:
        says = f"it ended in {record.ends}, but its status is {standing.status}: how did it end?"
        line = f"tracker status {record.id} completed --date {record.ends}"
        yield Fault(where=record.id, kind="ended", says=says, type_next=line)


# ---- who says what


def _disagreements(standing: Standing, reference: Reference) -> Iterator[Fault]:
    """Facts that a note disputes, and stances of one actor on one day that exclude each other."""
    record = standing.record
    for note in standing.counted:
        event = record.event(note.disputes) if note.disputes is not None else None
        if event:
            says = f"{record.id}.{note.number} disputes it{': ' + note.text if note.text else ''}"
            yield _at(record, event, "disputed", says)
    by_day: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in standing.counted:
        for actor in event.actors if event.stance else ():
            by_day[actor, event.date].append(event)
    for (actor, day), events in by_day.items():
        for one, other in combinations(events, 2):
            if contradict(one, other):
                says = f"{actor} {one.stance} it on {day}, but by {record.id}.{other.number} it {other.stance} it"
                yield _at(record, one, "sources-disagree", says)


def _clashes(standing: Standing, reference: Reference) -> Iterator[Fault]:
    """An actor's own stance against the one that its group, or who spoke for it, took."""
    for speaker in standing.positions.values():
        members = reference.directory.members(speaker.actor, standing.day_of(speaker.event))
        for actor in dict.fromkeys((*speaker.event.on_behalf_of, *sorted(members))):
            own = standing.positions.get(actor)
            if own and actor != speaker.actor and _clash(own.stance, speaker.stance):
                says = f"{actor} {own.stance} it, but {speaker.actor} {speaker.stance} it also for {actor}"
                yield _at(standing.record, own.event, "stances-clash", says)


def _clash(one: Stance, other: Stance) -> bool:
    return (one in _FOR and other in _AGAINST) or (one in _AGAINST and other in _FOR)


Look = Callable[[Standing, Reference], Iterable[Fault]]
_LOOKS: tuple[Look, ...] = (_unsupported, _unknown_names, _misplaced, _steps, _lagging, _disagreements, _clashes)


# ---- records beside each other


def _broken_links(records: list[Initiative]) -> Iterator[Fault]:
    known = {id for record in records for id in (record.id, *record.aliases)}
    for record in records:
        for link in record.links:
            if link.id not in known:
                says = f"it is tied ({link.relation}) to {link.id}, which is not there"
                yield Fault(where=record.id, kind="broken-link", says=says, type_next=f"tracker edit {record.id}")


def _duplicates(records: list[Initiative]) -> Iterator[Fault]:
    """Records with names alike that are not tied to each other; the later one is named."""
    for first, second in _sharing_rare_words(records):
        one, other = records[first], records[second]
        linked = other.id in {link.id for link in one.links} or one.id in {link.id for link in other.links}
        if not linked and likeness(one, other) >= ALIKE:
            says = f"it may be {one.id} '{one.title}' recorded twice"
            line = f"tracker merge {other.id} {one.id}"
            yield Fault(where=other.id, kind="likely-duplicate", says=says, type_next=line)


def _sharing_rare_words(records: list[Initiative]) -> list[tuple[int, int]]:
    """The pairs of places whose records share one of their rarest words, so that not all pairs are compared."""
    words = [words_of(record) for record in records]
    often = Counter(word for some in words for word in some)
    holders: dict[str, list[int]] = defaultdict(list)
    for at, some in enumerate(words):
        for word in sorted(some, key=lambda word: (often[word], word))[:_RARE]:
            holders[word].append(at)
    pairs = {pair for places in holders.values() if len(places) <= _CROWD for pair in combinations(places, 2)}
    return sorted(pair for pair in pairs if _half_shared(words[pair[0]], words[pair[1]]))


def _half_shared(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= min(len(one), len(other))


# ---- people


def _people(records: list[Initiative], people: tuple[Person, ...]) -> Iterator[Fault]:
    """Persons nobody described, spelled almost like others, or speaking for two countries."""
    described = {fold(name): person for person in people for name in (*person.also, person.name)}
    spoken: dict[str, list[tuple[Initiative, Event]]] = defaultdict(list)
    for record in records:
        for event in record.events:
            if event.person:
                person = described.get(fold(event.person))
                spoken[person.name if person else event.person].append((record, event))
    yield from _near_names(spoken, people)
    for name, events in spoken.items():
        if people and fold(name) not in described:
            line = f"tracker people add {shlex.quote(name)}"
            yield _at(*events[0], "unknown-person", f"'{name}' is not among the people described", type_next=line)
        yield from _two_countries(name, events, described.get(fold(name)))


def _two_countries(name: str, events: list[tuple[Initiative, Event]], person: Person | None) -> Iterator[Fault]:
    """The first event in which the person speaks for another country than before, or than the one described."""
    country = person.country if person else None
    for record, event in events:
        spoke_for = event.actors[0] if len(event.actors) == 1 and is_state(event.actors[0]) else None
        country = country or spoke_for
        if spoke_for and spoke_for != country:
            yield _at(record, event, "two-countries", f"'{name}' speaks for {spoke_for} here, but is of {country}")
            return


def _near_names(spoken: Mapping[str, list[tuple[Initiative, Event]]], people: tuple[Person, ...]) -> Iterator[Fault]:
    """Names spelled almost alike; the one that is not described, else the rarer one, is named."""
    from rapidfuzz import fuzz  # 8 ms; only where names stand beside each other

    known = {person.name for person in people}
    alike: dict[str, set[str]] = defaultdict(set)
    for name in (*spoken, *known):
        for word in fold(name).split():
            alike[word[:3]].add(name)
    pairs = {pair for names in alike.values() for pair in combinations(sorted(names), 2)}
    for pair in sorted(pairs):
        if not known.issuperset(pair) and fuzz.token_sort_ratio(*map(fold, pair)) >= _SPELLED_ALIKE:
            rarer, other = sorted(pair, key=lambda name: (name in known, len(spoken.get(name, ()))))
            line = f"tracker people edit {shlex.quote(other)} --also {shlex.quote(rarer)}"
            says = f"'{rarer}' is spelled almost like '{other}'"
            yield _at(*spoken[rarer][0], "near-person", says, type_next=line)
