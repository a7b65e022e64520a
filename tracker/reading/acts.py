"""Acts: the words that propose, support, agree or sign, with the undertakings they govern."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec

from tracker.reading import undertakings
from tracker.reading.language import AFTER, BEFORE, Cue, Language
from tracker.reading.sentences import Sentence
from tracker.reading.undertakings import Undertaking

_OUTER = frozenset({"supported", "called_for", "agreed"})
REACH = 500  # characters that a cue governs at most
_CHUNK = re.compile(r",\s|\bthat\s|\bчто\s|[:;]\s|[“«](?=\w+\s+\w+\s+\w+\s+\w+\s)|\s[–—-]\s")
_OPENING, _CLOSING = tuple('"“«'), re.compile(r"[\"”»]")
_NAME_BEFORE = re.compile(r"(?:\b[A-ZА-ЯЁ][\w-]+|\b(?:the|an?|its|his|her|their)) $")
_BY_WHOM = re.compile(r"\s*(?:at|on|upon)\s[^,]{2,60}(?:initiative|suggestion|proposal)", re.IGNORECASE)
NEAR = 45  # characters within which one cue leads to another: "supported the early proposal to"


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act in a sentence: where its words stand (in the sentence), what it does, to what."""

    sentence: int
    start: int
    end: int
    kind: str
    strength: float
    undertaking: Undertaking | None
    passive: bool = False
    refused: bool = False
    inner: tuple[int, int] | None = None


_WHOM = re.compile(r"[^.;:]{2,120}?\sto\s(?=[a-z])")


class _Hit(msgspec.Struct, frozen=True):
    cue: Cue
    start: int
    end: int


class _View(msgspec.Struct, frozen=True):
    """A sentence as its acts are looked for: `shouting` tells that its capitals mean nothing (Title Case)."""

    text: str
    language: Language
    shouting: bool


def find(number: int, sentence: Sentence, language: Language) -> list[Act]:
    """The acts of a sentence, one for each undertaking; one without undertaking for support of what was said before."""
    view = _View(sentence.text, language, _is_title_case(sentence.text))
    hits = _told(_hits(sentence.text, language))
    acts: list[Act] = []
    place = 0
    while place < len(hits):
        follower = hits[place + 1] if place + 1 < len(hits) else None
        led = follower if follower and _leads_to(sentence.text, hits[place], follower) else None
        acts.extend(_acts_of(number, view, hits, place, led))
        place += 2 if led else 1
    return acts


def _acts_of(number: int, view: _View, hits: Sequence[_Hit], place: int, led: _Hit | None) -> Iterator[Act]:
    """The acts of one cue, or of one that only leads to the next: supported the proposal to ..."""
    hit = hits[place]
    kind, strength = _outer_kind(hit.cue, led.cue) if led else (hit.cue.kind, hit.cue.strength)
    judged = _judgement(hits, place, view)
    if judged:
        kind, strength = judged.cue.kind, hit.cue.strength
    after = place + (2 if led else 1)
    scope = (led or hit).end, hits[after].start if after < len(hits) else len(view.text)
    floor = hits[place - 1].end if place else 0
    refused = view.language.patterns.refusal.search(view.text[max(0, hit.start - 40) : hit.start]) is not None
    for thing in _things(view, hit, floor, scope):
        yield Act(
            sentence=number,
            start=hit.start,
            end=hit.end,
            kind=kind,
            strength=strength,
            undertaking=thing,
            passive=hit.cue.side != AFTER or judged is not None,
            refused=refused,
            inner=(led.start, led.end) if led else None,
        )


def _judgement(hits: Sequence[_Hit], place: int, view: _View) -> _Hit | None:
    """What a later passive says of the object of a noun: the idea of a fund deserves attention."""
    after = hits[place + 1] if place + 1 < len(hits) else None
    if after is None or after.cue.side != BEFORE or after.cue.kind != "supported" or hits[place].cue.side != AFTER:
        return None
    return None if re.search(r"[,;:]", view.text[hits[place].end : after.start]) else after


def _hits(text: str, language: Language) -> list[_Hit]:
    """Cues in the sentence, in order; of two on the same words the earlier in the table wins."""
    found: list[_Hit] = []
    for cue, pattern in language.compiled_cues:
        for match in pattern.finditer(text):
            taken = any(h.start < match.end() and match.start() < h.end for h in found)
            if match.end() > match.start() and not taken and not _in_a_name(text, match):
                found.append(_Hit(cue, match.start(), match.end()))
    return sorted(found, key=lambda hit: hit.start)


def _told(hits: list[_Hit]) -> list[_Hit]:
    """The cues but for "at her initiative" where a verb tells right after it what was done."""
    return [
        hit
        for hit, after in zip_longest(hits, hits[1:])
        if hit.cue.side in (AFTER, BEFORE) or not after or after.cue.side != BEFORE or after.start - hit.end >= NEAR
    ]


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether the cue is a word of a name: the Joint Action Plan for 2030."""
    before = text[: match.start()]
    return match.group()[0].isupper() and not text.isupper() and _NAME_BEFORE.search(before) is not None


def _leads_to(text: str, hit: _Hit, follower: _Hit) -> bool:
    """Whether the second cue is only the object of the first: supported the proposal to ..."""
    between = text[hit.end : follower.start]
    return (
        hit.cue.side == AFTER
        and len(between) <= NEAR
        and follower.cue.side == AFTER
        and not re.search(r"[,;:.]|\b(?:and|и|а также|but|но)\b", between)
    )


def _outer_kind(outer: Cue, inner: Cue) -> tuple[str, float]:
    soft = outer.kind in _OUTER and inner.kind in ("proposed", "supported", "called_for")
    if soft or outer.kind in ("supported", inner.kind):
        return outer.kind, min(0.55, max(outer.strength, inner.strength) + 0.05)
    return inner.kind, max(outer.strength, inner.strength)


def _things(view: _View, hit: _Hit, floor: int, scope: tuple[int, int]) -> Iterator[Undertaking | None]:
    """What the cue governs: in the words after it, before it down to `floor`, or the better of both."""
    after = list(_after(view, *scope))
    if hit.cue.side == AFTER:
        yield from after
        return
    groups = _before(view, floor, hit.start)
    before = _best([group[0] for group in groups])
    later = _best([thing for thing in after if thing])
    if (
        hit.cue.side == BEFORE
        and later
        and not (_names_a_role(view, hit) and (before is None or later.worth > before.worth))
    ):
        later = None
    best = _best([thing for thing in (before, later) if thing])
    if best:
        yield best
    for group in groups:  # a charter and a pact were adopted
        yield from (thing for thing in group[1:] if group[0] is best and thing.worth >= 0.3)


def _names_a_role(view: _View, hit: _Hit) -> bool:
    return view.language.patterns.names_a_role.search(view.text[hit.start : hit.end]) is not None


def _best(things: list[Undertaking]) -> Undertaking | None:
    return max(things, key=lambda thing: (thing.worth, thing.start), default=None)


def _after(view: _View, begin: int, limit: int) -> Iterator[Undertaking | None]:
    patterns = view.language.patterns
    limit = min(limit, begin + REACH)
    if patterns.addressed.search(view.text[:begin]):  # urged the members to ...: what they are to do
        whom = _WHOM.match(view.text, begin, limit)
        begin = whom.end() if whom else begin
    stop = patterns.scope_end.search(view.text, begin, limit)
    scope = view.text[begin : stop.start() if stop else limit]
    if patterns.anaphor.fullmatch(scope.strip(" .,;")):
        yield None
        return
    yield from undertakings.find(scope, begin, view.language, shouting=view.shouting)


def _before(view: _View, floor: int, end: int) -> list[list[Undertaking]]:
    """The undertakings in the subject of a passive, chunk by chunk of the words before the verb."""
    floor = max(floor, end - REACH)
    if floor == 0 and view.text[:1] in _OPENING and not _CLOSING.search(view.text[1:end]):
        floor = 1  # the mark opens a speech, not a name
    found: list[list[Undertaking]] = []
    start = floor
    for cut in [*_CHUNK.finditer(view.text[floor:end]), None]:
        stop = floor + cut.start() if cut else end
        if stop > start and not _BY_WHOM.match(view.text, start, stop):
            found.append(undertakings.find(view.text[start:stop], start, view.language, shouting=view.shouting))
        start = floor + cut.end() if cut else end
    return [group for group in found if group]


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 4 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def of_item(number: int, sentence: Sentence, lead: tuple[str, float] | None, language: Language) -> list[Act]:
    """The act of a list item whose verb stands in the lead-in."""
    if lead is None:
        return []
    kind, strength = lead
    found = undertakings.find(sentence.text, 0, language)
    best = found[0] if found else None
    if best is None:
        return []
    return [Act(sentence=number, start=0, end=0, kind=kind, strength=strength, undertaking=best)]


def of_enumeration(
    number: int, sentence: Sentence, begin: int, lead: tuple[str, float] | None, language: Language
) -> list[Act]:
    """The acts of "They included A; B; and C", whose verb stands in the sentence before."""
    if lead is None:
        return []
    parts = [m for m in re.finditer(r"[^;]+", sentence.text) if m.end() > begin]
    found = [
        thing
        for part in parts
        for thing in undertakings.find(part.group()[max(0, begin - part.start()) :], max(begin, part.start()), language)
    ]
    return [
        Act(sentence=number, start=0, end=begin, kind=lead[0], strength=lead[1], undertaking=thing, passive=True)
        for thing in found
    ]


def leading(text: str, language: Language) -> tuple[str, float] | None:
    """The kind and strength of the act that opens a list: the last cue of its lead-in."""
    hits = [hit for hit in _hits(text, language) if hit.cue.kind != "in_force"]
    if not hits:
        return None
    best = max(hits, key=lambda hit: (hit.cue.strength, hit.start))
    return best.cue.kind, best.cue.strength
