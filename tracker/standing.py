"""Where an initiative stands: what follows from its events on a given day, given what had been recorded by then.

Nothing here is stored. The rules are those of the ledger: the newest stance holds, polite words never replace a
firmer one, an unverified event is shown and does not count, what lies ahead is planned and does not count yet.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cached_property, lru_cache

from msgspec import Struct

from tracker.dates import add_months, bounds, is_open_end, sort_key
from tracker.forums import Directory
from tracker.initiative import Event, Initiative, Link
from tracker.vocab import (
    ALIVE,
    MILDER_YES,
    PENDING,
    PHASE,
    POLITE,
    SUPPORT,
    Classification,
    EventKind,
    Level,
    Phase,
    Stance,
    Status,
)

STALLED_AFTER = 9  # months without an event other than notes


class Moment(Struct, frozen=True, kw_only=True):
    """The two clocks of a question: the day asked about, and the day by which it had been recorded (None: by now)."""

    day: date
    asked: bool = False  # the day was named, so that what had not happened by then is left out altogether
    known_by: date | None = None
    stalled_after: int | None = None  # months, for this question only


class Position(Struct, frozen=True, kw_only=True):
    """Where one actor stands, and the event that says so; `through` names the speaker who said it for them."""

    actor: str
    stance: Stance
    event: Event
    through: str | None = None
    disputed: bool = False


class Commitment(Struct, frozen=True, kw_only=True):
    """How far one party has bound itself, and the event that says so."""

    actor: str
    level: Level
    event: Event


@lru_cache(maxsize=65536)
def local_day(instant: str) -> date:
    """The calendar day, where the user sits, of a UTC instant such as `2025-11-16T09:30:00Z`."""
    return datetime.fromisoformat(instant).astimezone().date()


def stands_on(when: str, recorded: str) -> date:
    """The day from which an event counts: the last on which it can have happened, or its start if the end is open.

    It is not later than the day it was recorded, if it can have happened by then.
    """
    first, last = bounds(when)
    if is_open_end(when):
        return first
    if first < last:
        day = local_day(recorded)
        if first <= day < last:
            return day
    return last


def known_events(record: Initiative, known_by: date | None) -> tuple[Event, ...]:
    """The record's events as they stood in the file at the end of that day (None: as they stand)."""
    if known_by is None:
        return record.events
    living = [event for event in record.events if local_day(event.recorded) <= known_by]
    former = [was.event for was in record.past if local_day(was.event.recorded) <= known_by < local_day(was.replaced)]
    return tuple(sorted(living + former, key=_told))


def _told(event: Event) -> tuple[date, date, str, int, int]:
    return (*sort_key(event.date), event.date, event.order, event.number)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events as they are told: by first possible day, then last, then the stored order."""
    return sorted(events, key=_told)


class Standing:
    """All that follows from one record's events at one moment."""

    def __init__(self, record: Initiative, moment: Moment, directory: Directory) -> None:
        self.record = record
        self.moment = moment
        self.directory = directory
        self.events = in_order(known_events(record, moment.known_by))
        self.linked_from: tuple[Link, ...] = ()  # ties that other records hold to this one, by their ids

    def __repr__(self) -> str:
        return f"Standing({self.record.id} on {self.moment.day})"

    # ---- which events count

    @cached_property
    def _first_recorded(self) -> dict[int, str]:
        return {was.event.number: was.event.recorded for was in reversed(self.record.past)}

    def day_of(self, event: Event) -> date:
        """The day from which the event counts; a later correction of it does not move that day."""
        return stands_on(event.date, self._first_recorded.get(event.number, event.recorded))

    @cached_property
    def happened(self) -> list[Event]:
        """The events that had happened by the day asked about, the newest last."""
        placed = [(self.day_of(event), *_told(event), event) for event in self.events]
        return [entry[-1] for entry in sorted(placed, key=lambda entry: entry[:-1]) if entry[0] <= self.moment.day]

    @cached_property
    def planned(self) -> frozenset[int]:
        """The numbers of the events that lie ahead of the day asked about."""
        return frozenset(event.number for event in self.events) - {event.number for event in self.happened}

    @cached_property
    def counted(self) -> list[Event]:
        """The events everything is worked out from: happened, and not marked unverified; the newest last."""
        return [event for event in self.happened if event.unverified is None]

    @cached_property
    def corrected(self) -> frozenset[int]:
        """The numbers of the known events that were edited or deleted since."""
        return frozenset(event.number for event in self.events if event not in self.record.events)

    @property
    def shown(self) -> list[Event]:
        """The events to show, as they are told: all that is known, or by a day that was named what had happened."""
        return [event for event in self.events if not (self.moment.asked and event.number in self.planned)]

    # ---- the life

    @cached_property
    def first_date(self) -> str | None:
        """The initiative's first date (EDTF): of its first event other than a note, else of its first note."""
        told = [event for event in self.shown if event.kind is not EventKind.NOTE] or self.shown
        return told[0].date if told else None

    @cached_property
    def status_event(self) -> Event | None:
        """The newest status event that counts."""
        return self._newest(EventKind.STATUS)

    @property
    def status(self) -> Status:
        """Where the initiative stands; `proposed` until an event says otherwise."""
        event = self.status_event
        return event.status if event and event.status else Status.PROPOSED

    @property
    def status_date(self) -> str | None:
        """The date of the status (EDTF)."""
        if self.status_event:
            return self.status_event.date
        put = next((event for event in self.counted if event.kind is EventKind.PROPOSED), None)
        return put.date if put else self.first_date

    @property
    def phase(self) -> Phase:
        """The phase of the status."""
        return PHASE[self.status]

    @cached_property
    def deadline_event(self) -> Event | None:
        """The event that set the deadline in force."""
        return self._newest(EventKind.DEADLINE)

    @property
    def deadline(self) -> str | None:
        """The deadline in force on the day (EDTF)."""
        return self.deadline_event.text if self.deadline_event else None

    @property
    def slipped_from(self) -> list[str]:
        """The deadlines that were in force before, oldest first."""
        days = [event.text for event in self.counted if event.kind is EventKind.DEADLINE and event.text]
        return list(dict.fromkeys(day for day in days if day != self.deadline))

    def _newest(self, kind: EventKind) -> Event | None:
        return next((event for event in reversed(self.counted) if event.kind is kind), None)

    @cached_property
    def last_activity(self) -> date | None:
        """The day of the newest event other than a note."""
        return next((self.day_of(event) for event in reversed(self.counted) if event.kind is not EventKind.NOTE), None)

    @property
    def stalled(self) -> bool:
        """Whether nothing but notes has come for the months that mean silence, where something was still to come."""
        last = self.last_activity
        if last is None or self.phase not in PENDING or self._is_adopted_declaration:
            return False
        return add_months(last, self._patience) <= self.moment.day

    @property
    def _is_adopted_declaration(self) -> bool:
        return self.status is Status.ADOPTED and self.record.classification is Classification.DECLARATION

    @property
    def _patience(self) -> int:
        if self.moment.stalled_after is not None:
            return self.moment.stalled_after
        forum = self.directory.forums.get(self.forum) if self.forum else None
        return forum.stalled_after or STALLED_AFTER if forum else STALLED_AFTER

    @property
    def overdue(self) -> bool:
        """Whether the deadline in force has passed, its last day included, with the work undone."""
        deadline = self.deadline
        return deadline is not None and self.phase in PENDING and bounds(deadline)[1] < self.moment.day

    @property
    def alive(self) -> bool:
        """Open, decided, doing or standing, and not stalled."""
        return self.phase in ALIVE and not self.stalled

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """What should catch the eye: stalled, overdue, unverified, disputed, planned, since corrected."""
        named = (
            ("stalled", self.stalled),
            ("overdue", self.overdue),
            ("unverified", self.unverified),
            ("disputed", bool(self.disputed)),
            ("planned", bool(self.planned) and not self.happened),
            ("since corrected", bool(self.corrected)),
        )
        return tuple(name for name, holds in named if holds)

    # ---- where it was put

    @cached_property
    def meetings(self) -> list[str]:
        """The meetings of its events, the first first."""
        return list(dict.fromkeys(event.meeting for event in self.shown if event.meeting))

    @cached_property
    def forum(self) -> str | None:
        """The forum where it was first put."""
        return next((event.forum for event in self.shown if event.forum), None)

    # ---- who stands where

    @cached_property
    def positions(self) -> dict[str, Position]:
        """What each actor said for itself, the newest stance that holds; an ended one is there as `withdraws`."""
        held: dict[str, Position] = {}
        for event in self.counted:
            if event.stance is not None:
                for actor in event.actors:
                    new = Position(actor=actor, stance=event.stance, event=event)
                    held[actor] = _holds(held[actor], new) if actor in held else new
        return held

    @cached_property
    def through(self) -> dict[str, Position]:
        """Who holds a stance through a speaker or a group, having said nothing itself.

        It ends when the speaker withdraws.
        """
        held: dict[str, Position] = {}
        for event in self.counted:
            if event.stance is Stance.WITHDRAWS:
                held = {actor: position for actor, position in held.items() if position.through not in event.actors}
            elif event.stance is not None:
                for actor, speaker in self._spoken_for(event):
                    new = Position(actor=actor, stance=event.stance, event=event, through=speaker)
                    held[actor] = _holds(held[actor], new) if actor in held else new
        return {actor: position for actor, position in held.items() if actor not in self.positions}

    def _spoken_for(self, event: Event) -> Iterator[tuple[str, str]]:
        """Whom the event speaks for, each with the speaker: those named, and the members of groups on that date."""
        day = self.day_of(event)
        for speaker in event.actors:
            for group in (speaker, *event.on_behalf_of):
                yield from ((member, speaker) for member in sorted(self.directory.members(group, day)))
            yield from ((actor, speaker) for actor in event.on_behalf_of)

    def holding(self, stances: Iterable[Stance]) -> list[str]:
        """The actors that hold one of the stances for themselves, in the order in which they took it."""
        wanted = frozenset(stances)
        return [actor for actor, position in self.positions.items() if position.stance in wanted]

    @property
    def proposers(self) -> list[str]:
        """The actors that put it forward."""
        return self.holding([Stance.PROPOSES])

    @property
    def supporters(self) -> list[str]:
        """The actors that back it: co-sponsors and supporters, with conditions or without."""
        return self.holding(SUPPORT)

    @cached_property
    def silent(self) -> list[str]:
        """The members of the forum, on the last day of the meeting where it was put, that have said nothing."""
        expected: set[str] = set()
        for event in self.counted:
            meeting = self.directory.meetings.get(event.meeting) if event.meeting else None
            if event.kind is EventKind.PROPOSED and meeting:
                expected |= self.directory.members(meeting.forum, bounds(meeting.date)[1])
        return sorted(expected - self.positions.keys() - self.through.keys())

    @cached_property
    def commitments(self) -> dict[str, Commitment]:
        """How far each party has bound itself: the newest level."""
        reached: dict[str, Commitment] = {}
        for event in self.counted:
            if event.level is not None:
                for actor in event.actors:
                    reached[actor] = Commitment(actor=actor, level=event.level, event=event)
        return reached

    @property
    def outside(self) -> list[str]:
        """Of those it is open to, who has not committed itself."""
        inside = {actor for actor, reached in self.commitments.items() if reached.level is not Level.WITHDRAWN}
        return [actor for actor in self.record.open_to if actor not in inside]

    # ---- doubt

    @cached_property
    def disputed(self) -> frozenset[int]:
        """The numbers of the events that a note disputes or that contradict each other on one day."""
        by_note = {event.disputes for event in self.counted if event.disputes is not None}
        return frozenset(by_note | self._contradicting)

    @cached_property
    def _contradicting(self) -> set[int]:
        said: dict[tuple[str, str], list[Event]] = {}
        for event in self.counted:
            if event.stance is not None:
                for actor in event.actors:
                    said.setdefault((actor, event.date), []).append(event)
        return {
            number
            for events in said.values()
            for index, one in enumerate(events)
            for other in events[index + 1 :]
            if contradict(one, other)
            for number in (one.number, other.number)
        }

    @property
    def unverified(self) -> bool:
        """Whether any event shown is marked unverified."""
        return any(event.unverified is not None for event in self.shown)


def _yields(new: Stance, held: Stance) -> bool:
    """Whether the new stance never replaces the held one: polite words a firmer stance, a milder yes a proposal."""
    if held is Stance.WITHDRAWS:
        return False
    return (new in POLITE and held not in POLITE) or (held is Stance.PROPOSES and new in MILDER_YES)


def contradict(one: Event, other: Event) -> bool:
    """Whether two events of one actor give it different stances on one day from different sources."""
    if one.stance is None or other.stance is None or one.stance is other.stance or one.date != other.date:
        return False
    if set(one.sources) == set(other.sources) or len(set(bounds(one.date))) > 1:
        return False
    return not (_yields(one.stance, other.stance) or _yields(other.stance, one.stance))


def _holds(held: Position, new: Position) -> Position:
    """Which of two positions of one actor holds, the new one being the later told."""
    if contradict(held.event, new.event):
        first = min(held, new, key=lambda position: (position.event.recorded, position.event.number))
        return Position(actor=first.actor, stance=first.stance, event=first.event, disputed=True)
    return held if _yields(new.stance, held.stance) else new


def status_that_fits(standing: Standing) -> Status | None:
    """The status that the commitments point to, where the status lags behind them; None where the two fit.

    Signatures on what is still open or only adopted point to `signed`; all of those it is open to being bound, on what
    is not yet standing, to `in-force`.
    """
    levels = {actor: reached.level for actor, reached in standing.commitments.items()}
    if standing.record.open_to and all(levels.get(actor) is Level.BOUND for actor in standing.record.open_to):
        return Status.IN_FORCE if standing.phase in (Phase.OPEN, Phase.DECIDED) else None
    inside = any(level is not Level.WITHDRAWN for level in levels.values())
    return Status.SIGNED if inside and (standing.phase is Phase.OPEN or standing.status is Status.ADOPTED) else None


def event_marks(event: Event, standing: Standing) -> tuple[str, ...]:
    """What should catch the eye of one event: unverified, disputed, planned, since corrected, internal."""
    named = (
        ("unverified", event.unverified is not None),
        ("disputed", event.number in standing.disputed),
        ("planned", event.number in standing.planned),
        ("since corrected", event.number in standing.corrected),
        ("internal", event.internal),
    )
    return tuple(name for name, holds in named if holds)
