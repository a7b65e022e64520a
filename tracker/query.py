"""Questions to the ledger: what is wanted (`Filter`, plain data), which records answer, and their events in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct

from tracker.dates import bounds, sort_key
from tracker.errors import BadWords
from tracker.forums import Directory
from tracker.initiative import Event, Initiative, Person, Source
from tracker.standing import Moment, Standing
from tracker.text import fold
from tracker.vocab import NO_POSITION, PENDING, Classification, EventKind, Status

SORTS = ("date", "id", "title", "status", "updated", "deadline")


class Filter(Struct, frozen=True, kw_only=True):
    """What is wanted. Values of one field mean *or*, different fields mean *and*; dates are EDTF, actors are codes."""

    words: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    supporter: tuple[str, ...] = ()
    stance: tuple[tuple[str, str | None], ...] = ()
    person: tuple[str, ...] = ()
    forum: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    status: tuple[Status, ...] = ()
    classification: tuple[Classification, ...] = ()
    source: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    changed_since: str | None = None
    as_of: str | None = None
    known_by: str | None = None
    alive: bool = False
    stalled: bool = False
    overdue: bool = False
    unverified: bool = False
    due_by: str | None = None
    stalled_after: int | None = None
    sort: str = "date"
    reverse: bool = False
    limit: int | None = None

    def moment(self, today: date) -> Moment:
        """The moment asked about; a partial date is asked about as of its last day."""
        return Moment(
            day=bounds(self.as_of)[1] if self.as_of else today,
            asked=self.as_of is not None,
            known_by=bounds(self.known_by)[1] if self.known_by else None,
            stalled_after=self.stalled_after,
        )


class Reference(NamedTuple):
    """What stands beside the records and is looked up: forums and meetings, sources by id, people."""

    directory: Directory
    sources: Mapping[str, Source]
    people: tuple[Person, ...]


class Entry(NamedTuple):
    """One event on a timeline, with the record it belongs to."""

    event: Event
    standing: Standing


Test = Callable[[Standing], bool]


def select(records: Iterable[Initiative], wanted: Filter, moment: Moment, reference: Reference) -> list[Standing]:
    """The records that answer, each with its standing at that moment, sorted as wanted."""
    return arrange(answering(records, wanted, moment, reference), wanted)


def answering(
    records: Iterable[Initiative], wanted: Filter, moment: Moment, reference: Reference
) -> Iterator[Standing]:
    """The records that answer, in the order in which they come."""
    tests = list(_tests(wanted, reference))
    for record in records:
        standing = Standing(record, moment, reference.directory)
        if standing.shown and all(test(standing) for test in tests):
            yield standing


def arrange(found: Iterable[Standing], wanted: Filter) -> list[Standing]:
    """The found records sorted, turned round and cut as wanted."""
    ordered = sorted(found, key=_SORT_KEYS[wanted.sort], reverse=wanted.reverse)
    return ordered[: wanted.limit]


def timeline(records: Iterable[Initiative], wanted: Filter, moment: Moment, reference: Reference) -> list[Entry]:
    """The events of the records that answer, in the order in which they happened.

    `since` and `until` are of the event here, not of the initiative.
    """
    whole = _replace_span(wanted)
    entries = [
        Entry(event, standing)
        for standing in answering(records, whole, moment, reference)
        for event in standing.shown
        if _within(event.date, wanted.since, wanted.until)
    ]
    entries.sort(key=_entry_key, reverse=wanted.reverse)
    return entries[: wanted.limit]


def _replace_span(wanted: Filter) -> Filter:
    from msgspec.structs import replace

    return replace(wanted, since=None, until=None)


def _entry_key(entry: Entry) -> tuple[date, date, str, str, int, int]:
    event = entry.event
    return (*sort_key(event.date), event.date, entry.standing.record.id, event.order, event.number)


def _date_key(standing: Standing) -> tuple[date, date, str]:
    return (*sort_key(standing.first_date or "../9999"), standing.record.id)


def _day_key(day: str | None) -> tuple[date, date]:
    return sort_key(day) if day else (date.max, date.max)


_SORT_KEYS: dict[str, Callable[[Standing], Any]] = {
    "date": _date_key,
    "id": lambda standing: standing.record.id,
    "title": lambda standing: (fold(standing.record.title), standing.record.id),
    "status": lambda standing: (list(Status).index(standing.status), *_date_key(standing)),
    "updated": lambda standing: (*_day_key(updated(standing)), standing.record.id),
    "deadline": lambda standing: (*_day_key(standing.deadline), *_date_key(standing)),
}


def updated(standing: Standing, *, internal: bool = True) -> str | None:
    """The date (EDTF) of the newest event that had happened; without `internal`, of those that may leave the house."""
    told = (event for event in reversed(standing.happened) if internal or not event.internal)
    return next((event.date for event in told), None)


# ---- the tests


def _tests(wanted: Filter, reference: Reference) -> Iterator[Test]:
    """The tests that a wanted filter comes to, the cheap ones first."""
    if wanted.ids:
        yield lambda standing: standing.record.id in wanted.ids
    if wanted.classification:
        yield lambda standing: standing.record.classification in wanted.classification
    if wanted.topic:
        topics = {fold(topic) for topic in wanted.topic}
        yield lambda standing: any(fold(topic) in topics for topic in standing.record.topics)
    if wanted.meeting:
        yield lambda standing: any(event.meeting in wanted.meeting for event in standing.shown)
    if wanted.forum:
        yield lambda standing: any(event.forum in wanted.forum for event in standing.shown)
    if wanted.since or wanted.until:
        yield (
            lambda standing: (
                standing.first_date is not None and _within(standing.first_date, wanted.since, wanted.until)
            )
        )
    if wanted.unverified:
        yield lambda standing: standing.unverified
    yield from _tests_of_actors(wanted)
    yield from _tests_of_life(wanted)
    if wanted.person:
        spellings = [person_spellings(word, reference.people) for word in wanted.person]
        yield lambda standing: any(names_person(event.person, some) for event in standing.shown for some in spellings)
    if wanted.source:
        ids = {
            source.id for source in reference.sources.values() for word in wanted.source if fits_source(source, word)
        }
        yield lambda standing: any(not ids.isdisjoint(event.sources) for event in standing.shown)
    if wanted.words:
        words = [fold(word) for word in wanted.words]
        yield lambda standing: all(word in text_of(standing) for word in words)


def _tests_of_actors(wanted: Filter) -> Iterator[Test]:
    if wanted.by:
        yield lambda standing: not set(wanted.by).isdisjoint(standing.proposers)
    if wanted.supporter:
        yield lambda standing: not set(wanted.supporter).isdisjoint(standing.supporters)
    if wanted.stance:
        yield lambda standing: any(holds_stance(standing, stance, actor) for stance, actor in wanted.stance)
    if wanted.country:
        yield lambda standing: any(takes_part(standing, actor) for actor in wanted.country)


def _tests_of_life(wanted: Filter) -> Iterator[Test]:
    if wanted.status:
        yield lambda standing: standing.status in wanted.status
    if wanted.changed_since:
        first = bounds(wanted.changed_since)[0]
        yield lambda standing: any(
            event.kind is not EventKind.NOTE and standing.day_of(event) >= first for event in standing.happened
        )
    if wanted.alive:
        yield lambda standing: standing.alive
    if wanted.stalled:
        yield lambda standing: standing.stalled
    if wanted.overdue:
        yield lambda standing: standing.overdue
    if wanted.due_by:
        last = bounds(wanted.due_by)[1]
        yield lambda standing: is_due(standing, last)


def _within(when: str, since: str | None, until: str | None) -> bool:
    first, last = bounds(when)
    return (since is None or last >= bounds(since)[0]) and (until is None or first <= bounds(until)[1])


def is_due(standing: Standing, by: date) -> bool:
    """Whether the deadline in force ends by that day with the work still to do."""
    deadline = standing.deadline
    return deadline is not None and standing.phase in PENDING and bounds(deadline)[1] <= by


def takes_part(standing: Standing, actor: str) -> bool:
    """Whether the actor has any role: in an event, spoken for, open to it, or through a group that acted."""
    if actor in standing.record.open_to:
        return True
    for event in standing.shown:
        if actor in event.actors or actor in event.on_behalf_of:
            return True
        if any(actor in standing.directory.members(group, standing.day_of(event)) for group in event.actors):
            return True
    return False


def holds_stance(standing: Standing, stance: str, actor: str | None) -> bool:
    """Whether the actor (or, None, anybody) holds the stance for itself or through a speaker."""
    if stance == NO_POSITION:
        return bool(standing.silent) if actor is None else actor in standing.silent
    positions = [*standing.positions.values(), *(standing.through.values() if actor else ())]
    return any(position.stance == stance and actor in (None, position.actor) for position in positions)


def fits_source(source: Source, word: str) -> bool:
    """Whether the word names the source: its id, its address, its publisher or part of its title."""
    if word.upper() == source.id or word == source.address:
        return True
    folded = fold(word)
    return folded == fold(source.publisher or "") or (len(folded) > 3 and folded in fold(source.title or ""))


def person_spellings(word: str, people: Iterable[Person]) -> tuple[frozenset[str], frozenset[str]]:
    """What names the person meant by the word: the words that must occur, and the full spellings that do as well."""
    words = frozenset(fold(word).split())
    full = {
        fold(name)
        for person in people
        if any(words <= set(fold(name).split()) for name in (person.name, *person.also))
        for name in (person.name, *person.also)
    }
    return words, frozenset(full)


def names_person(name: str | None, spellings: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether the recorded name is one of the spellings, or holds all the words."""
    if name is None:
        return False
    folded = fold(name)
    return folded in spellings[1] or spellings[0] <= set(folded.split())


def text_of(standing: Standing) -> str:
    """All the words of a record that a search looks through, folded."""
    record = standing.record
    parts = [record.id, record.title, *record.other_names, record.summary or "", *record.topics, *record.aliases]
    for event in standing.shown:
        parts += [event.text or "", event.quote or "", event.reason or "", event.condition or "", event.person or ""]
    return fold("\n".join(parts))


def pick_limit(limit: int | None) -> int | None:
    """A limit that can be obeyed: none, or a number above zero."""
    if limit is not None and limit < 1:
        raise BadWords(f"'{limit}' is no limit: give a number of 1 or more")
    return limit
