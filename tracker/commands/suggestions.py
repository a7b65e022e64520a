"""What guided entry suggests for each field, read once from the file, and what it must know of an answer."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click

from tracker.commands.occasions import found_all, without_event
from tracker.commands.params import shorten
from tracker.commands.session import Session
from tracker.errors import BadWords
from tracker.initiative import Event, Initiative

SOURCE_ID = re.compile(r"[Ss][0-9]{1,9}")
_RECENT = 5
_EVENTS = 200  # of the newest events, from which recent values are taken


class Recent:
    """What the file, read once, suggests for each field, and what it must know of an answer."""

    def __init__(self, session: Session, verb: str = "add") -> None:
        with session.reading() as book:
            self._book = book
            self._records = [record for _, record in book.records()]
            self._sources = list(book.sources.values())
        self._verb = verb
        self._events = _newest_events(self._records)
        options = click.get_current_context().params
        self.confirms = bool(options.get("confirms")) and not options.get("again")
        self._about_event = bool(options.get("confirms") or options.get("disputes"))
        self.checks: dict[str, Callable[[Any], None]] = {
            "identity": self._check_identity,
            "source": self._check_source,
            "by": _check_proposers,
        }

    def hints(self, name: str) -> tuple[str, ...]:
        """Lines of recent values; none if there are none."""
        if name == "identity":
            newest = sorted(self._records, key=_last_touched, reverse=True)[:_RECENT]
            return tuple(f"{record.id} {shorten(record.title)}" for record in newest)
        if name == "source":
            sources = self._sources[: -_RECENT - 1 : -1]
            return tuple(f"{one.id} {shorten(one.title or one.address or one.publisher or '')}" for one in sources)
        values = list(dict.fromkeys(filter(None, self._values(name))))[:_RECENT]
        return (f"recent: {'; '.join(map(shorten, values))}",) if values else ()

    def _values(self, name: str) -> Iterable[str | None]:
        if name in ("by", "supporter", "actors", "actor", "on_behalf_of"):
            return (actor for event in self._events for actor in event.actors)
        if name in ("date", "person", "meeting", "forum"):
            return (getattr(event, name) for event in self._events)
        if name == "topic":
            return (topic for record in reversed(self._records) for topic in record.topics)
        if name == "publisher":
            return (source.publisher for source in reversed(self._sources))
        return ()

    def _check_identity(self, words: str) -> None:
        for found in found_all(words, self._book):
            if self._about_event and found.event is None:
                numbers = ", ".join(f".{event.number}" for event in found.record.events)
                raise BadWords(f"that is of one event: type {found.record.id} with one of {numbers}")
            if not self._about_event:
                without_event(found, f"a {self._verb}")

    def _check_source(self, word: str) -> None:
        if SOURCE_ID.fullmatch(word) and word.upper() not in {source.id for source in self._sources}:
            raise BadWords(f"no source '{word}': type one of those listed, an address or a title")


def _newest_events(records: Iterable[Initiative]) -> list[Event]:
    """The events written down last, the newest first."""
    events = [event for record in records for event in record.events]
    return sorted(events, key=lambda event: event.recorded, reverse=True)[:_EVENTS]


def _last_touched(record: Initiative) -> str:
    return max((event.recorded for event in record.events), default="")


def _check_proposers(by: Sequence[Any]) -> None:
    if None in by and len(by) > 1:
        raise BadWords("unknown excludes other proposers: leave one of them out")
