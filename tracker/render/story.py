"""The story of one initiative as labelled lines, the same for a screen and a pipe; text as it was recorded."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from tracker.initiative import Event, Source, event_id
from tracker.query import Reference
from tracker.render.phrases import day_words, event_marks, marks, meeting_words, said_of, what
from tracker.standing import Position, Standing
from tracker.vocab import INVERSE, EventKind, Level, Stance

_LEVEL_LABELS = {
    Level.BOUND: "bound",
    Level.PROVISIONAL: "provisional",
    Level.SIGNED: "signed",
    Level.WITHDRAWN: "has left",
}
_STANCE_LABELS = {Stance.SUPPORTS_WITH_CONDITIONS: "supports", Stance.WITHDRAWS: "has withdrawn"}
_STANCE_STYLES = {Stance.OPPOSES: "bad", Stance.RESERVES: "doubt", Stance.WITHDRAWS: "quiet"}

Day = Callable[[str | None], str]


class Piece(NamedTuple):
    """A piece of text as it was recorded, with its style and the address it may lead to."""

    text: str
    style: str = ""
    link: str = ""


class Line(NamedTuple):
    """Something said under a label."""

    label: str
    value: tuple[Piece, ...]


class Happening(NamedTuple):
    """One event: its date, what it says, and what belongs to it."""

    event: Event
    day: str
    what: str
    lines: list[Line]


class Story(NamedTuple):
    """All that is told of one initiative."""

    facts: list[Line]
    stances: list[Line]
    commitments: list[Line]
    happenings: list[Happening]


def story(standing: Standing, reference: Reference, country: str | None, day: Day = day_words) -> Story:
    """The whole story, or what of it concerns one country."""
    teller = _Teller(standing, reference, country, day)
    return Story(
        facts=[*teller.life(), *teller.nature()],
        stances=[*teller.stances(), *teller.through(), *teller.silence()],
        commitments=list(teller.commitments()),
        happenings=list(teller.happenings()),
    )


def line(label: str, text: str, style: str = "") -> Line:
    """A line of one piece."""
    return Line(label, (Piece(text, style),))


class _Teller:
    def __init__(self, standing: Standing, reference: Reference, country: str | None, day: Day) -> None:
        self.standing = standing
        self.record = standing.record
        self.reference = reference
        self.country = country
        self.day = day

    # ---- facts

    def life(self) -> Iterator[Line]:
        """Where it stands, by when it should be done, when it ends."""
        standing = self.standing
        pieces = [Piece(standing.status, standing.phase)]
        if standing.status_date:
            pieces.append(Piece(f" ({self.day(standing.status_date)})", "quiet"))
        for mark in marks(standing):
            pieces += [Piece(", "), Piece(mark, "alarm" if mark == "overdue" else "doubt")]
        yield Line("status", tuple(pieces))
        if standing.deadline:
            slipped = ", ".join(self.day(former) for former in standing.slipped_from)
            told = (Piece(self.day(standing.deadline)), Piece(f", slipped from {slipped}" if slipped else "", "doubt"))
            yield Line("deadline", told)
        if self.record.ends:
            yield line("ends", self.day(self.record.ends))

    def nature(self) -> Iterator[Line]:
        """What it is, and what it is tied to."""
        record = self.record
        yield line("classification", record.classification)
        texts = (
            ("topics", ", ".join(record.topics)),
            ("also called", "; ".join(record.other_names)),
            ("summary", record.summary),
            ("forum", self.standing.forum),
            ("meetings", "; ".join(self._meeting(meeting) for meeting in self.standing.meetings)),
            ("open to", ", ".join(map(self._actor, record.open_to))),
            ("earlier ids", ", ".join(record.aliases)),
        )
        yield from (line(label, text) for label, text in texts if text)
        yield from (line(link.relation.replace("-", " "), link.id) for link in record.links)
        yield from (line(INVERSE[link.relation], link.id) for link in self.standing.linked_from)
        if self.country:
            yield line("shown for", f"{self._actor(self.country)} only", "quiet")

    def _meeting(self, meeting: str) -> str:
        words = meeting_words(meeting, None, self.reference.directory)
        known = self.reference.directory.meetings.get(meeting)
        return f"{words}, {self.day(known.date)}" if known else words

    def _actor(self, code: str) -> str:
        name = self.reference.directory.actor_name(code)
        return f"{name} ({code})" if name != code else code

    # ---- who stands where

    def stances(self) -> Iterator[Line]:
        """What each actor said for itself; the proposers first, whichever country is asked about."""
        order = list(Stance)
        for position in sorted(self.standing.positions.values(), key=lambda position: order.index(position.stance)):
            if self.country in (None, position.actor) or position.stance is Stance.PROPOSES:
                yield Line(_STANCE_LABELS.get(position.stance, position.stance), tuple(self._position(position)))

    def _position(self, position: Position) -> Iterator[Piece]:
        event = position.event
        yield Piece(self._actor(position.actor), _STANCE_STYLES.get(position.stance, ""))
        if event.person:
            yield Piece(f", {event.person}")
        if position.stance is Stance.SUPPORTS_WITH_CONDITIONS:
            yield Piece(", with conditions")
        if event.condition:
            yield Piece(f": {event.condition}")
        if position.disputed or event.number in self.standing.disputed:
            yield Piece(", disputed", "doubt")
        if event.on_behalf_of:
            yield Piece(f", also for {', '.join(map(self._actor, event.on_behalf_of))}")
        yield Piece(f" ({self.day(event.date)}, {event_id(self.record, event.number)})", "quiet")

    def through(self) -> Iterator[Line]:
        """Who holds a stance through a speaker or a group; counted apart."""
        held = [position for position in self.standing.through.values() if self.country in (None, position.actor)]
        held.sort(key=lambda position: (position.through or "", position.stance, position.actor))
        for (speaker, stance), positions in groupby(held, key=lambda position: (position.through, position.stance)):
            actors = ", ".join(self._actor(position.actor) for position in positions)
            yield Line(f"through {speaker}", (Piece(f"{stance.replace('-', ' ')}: ", "quiet"), Piece(actors)))

    def silence(self) -> Iterator[Line]:
        """The members of the forum that have said nothing."""
        silent = [actor for actor in self.standing.silent if self.country in (None, actor)]
        if silent:
            yield line("no position", ", ".join(map(self._actor, silent)), "quiet")

    def commitments(self) -> Iterator[Line]:
        """How far each party has bound itself, and who is still outside."""
        for actor, reached in self.standing.commitments.items():
            if self.country in (None, actor):
                when = f" ({self.day(reached.event.date)}, {event_id(self.record, reached.event.number)})"
                yield Line(_LEVEL_LABELS[reached.level], (Piece(self._actor(actor)), Piece(when, "quiet")))
        outside = [actor for actor in self.standing.outside if self.country in (None, actor)]
        if outside:
            yield line("still outside", ", ".join(map(self._actor, outside)), "doubt")

    # ---- events

    def happenings(self) -> Iterator[Happening]:
        """The events in order, with all that belongs to each."""
        for event in self.standing.shown:
            if self.country is None or self._concerns(event, self.country):
                said = what(event, self.reference.directory)
                yield Happening(event, self.day(event.date), said, list(self._belonging(event)))

    def _concerns(self, event: Event, country: str) -> bool:
        if not event.actors or country in event.actors or country in event.on_behalf_of:
            return True
        on_day = self.standing.day_of(event)
        return any(country in self.reference.directory.members(actor, on_day) for actor in event.actors)

    def _belonging(self, event: Event) -> Iterator[Line]:
        if told := event_marks(event, self.standing):
            yield line("marked", ", ".join(told), "doubt")
        if where := meeting_words(event.meeting, event.forum, self.reference.directory):
            yield line("at", where)
        if event.text and event.kind not in (EventKind.NOTE, EventKind.DEADLINE):
            yield line("text", event.text)
        if event.reason:
            yield line("because", event.reason)
        if event.quote:
            yield line("quote", said_of(event.quote))
        yield from self._sources(self.record.sources_of(event))

    def _sources(self, keys: Iterable[str]) -> Iterator[Line]:
        for key in keys:
            source = self.reference.sources.get(key)
            yield Line("source", tuple(self._source(source)) if source else (Piece(key),))

    def _source(self, source: Source) -> Iterator[Piece]:
        named = [source.publisher, source.title, self.day(source.date) if source.date else None]
        words = ", ".join(part for part in named if part)
        if words:
            yield Piece(words, "", source.address or "")
        if source.address:
            yield Piece(f"{', ' if words else ''}")
            yield Piece(source.address, "quiet", source.address)
        yield Piece(f" [{source.id}]", "quiet")
