"""Necessary conditions: what a record must hold for it to answer a question; `query` decides."""

from collections.abc import Iterable, Iterator

from msgspec import Raw, Struct
from msgspec.json import Decoder

from tracker.query import Filter, Reference, fits_source
from tracker.text import fold
from tracker.vocab import NO_POSITION, Status

_LOWER = bytes(range(65)) + bytes(range(97, 123)) + bytes(range(91, 256))
_DROPPED = b"'`"  # apostrophes are left aside when words are compared


class _Voices(Struct):
    """Of an event, who speaks in it and for whom."""

    actors: list[str] = []
    on_behalf_of: list[str] = []


class _Cast(Struct):
    """Of a record, who speaks in it; a quarter of the cost of the whole, and half of that of a search in its bytes."""

    events: list[_Voices] = []
    open_to: list[str] = []


_CAST = Decoder(_Cast)


class Needles:
    """For each condition the actors, or the byte strings, of which one at least must occur."""

    def __init__(self, wanted: Filter, reference: Reference) -> None:
        self._any_of = [tuple(some) for some in _conditions(wanted, reference)]
        self._words = [word for word in map(_searchable, wanted.words) if word]
        self._casts = [frozenset(some) for some in _casts(wanted, reference)]

    def may_lie_in(self, raw: Raw) -> bool:
        """Whether the record may answer."""
        if self._casts and not self._may_cast(raw):
            return False
        if not self._any_of and not self._words:
            return True
        content = bytes(raw)
        return all(any(needle in content for needle in some) for some in self._any_of) and self._may_say(content)

    def _may_cast(self, raw: Raw) -> bool:
        cast = _CAST.decode(raw)
        return all(_speaks(cast, some) for some in self._casts)

    def _may_say(self, content: bytes) -> bool:
        if not self._words or not content.isascii():
            return True
        lowered = content.translate(_LOWER, _DROPPED)
        return all(word in lowered for word in self._words)


def _speaks(cast: _Cast, actors: frozenset[str]) -> bool:
    """Whether any of the actors has a part; a plain loop, since it runs for every record of the file."""
    for event in cast.events:
        if not actors.isdisjoint(event.actors):
            return True
        if event.on_behalf_of and not actors.isdisjoint(event.on_behalf_of):
            return True
    return not actors.isdisjoint(cast.open_to)


def _casts(wanted: Filter, reference: Reference) -> Iterator[Iterable[str]]:
    if wanted.known_by:
        return  # whoever spoke in an event that was corrected since is not among the living ones
    if wanted.country:
        yield _voices(wanted.country, reference)
    for actors in (wanted.by, wanted.supporter):
        if actors:
            yield actors


def _conditions(wanted: Filter, reference: Reference) -> Iterator[Iterable[bytes]]:
    stances = [stance for stance, _ in wanted.stance]
    if stances and NO_POSITION not in stances:
        yield map(_quoted, stances)
    for names in (wanted.meeting, wanted.forum, wanted.ids):
        if names:
            yield map(_quoted, names)
    if wanted.status and Status.PROPOSED not in wanted.status:
        yield map(_quoted, wanted.status)
    if wanted.source:
        yield [
            _quoted(source.id)
            for source in reference.sources.values()
            if any(fits_source(source, word) for word in wanted.source)
        ]
    if wanted.overdue or wanted.due_by:
        yield [b'"deadline"']
    if wanted.unverified:
        yield [b'"unverified"']


def _voices(actors: Iterable[str], reference: Reference) -> set[str]:
    """The actors and every group or forum that may have spoken for them."""
    wanted = set(actors)
    groups = {
        forum.code
        for forum in reference.directory.forums.values()
        if any(member.country in wanted for member in forum.members)
    }
    return wanted | groups


def _quoted(word: str) -> bytes:
    return b'"' + word.encode() + b'"'


def _searchable(word: str) -> bytes:
    """The word as it must occur in plain ASCII records; nothing if JSON may write it in another way."""
    folded = fold(word)
    if not folded.isascii() or '"' in folded or "\\" in folded or " " in folded:
        return b""
    return folded.encode()
