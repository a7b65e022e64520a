"""How an accepted candidate of an article becomes a record, or joins one: support is a position, an act a status.

Nothing is stored here. "Backs X's idea of a fund" is the backer's position; X's proposal is then known only through it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tracker.dates import bounds
from tracker.errors import UnknownName
from tracker.forums import Directory
from tracker.initiative import Event, Initiative
from tracker.likeness import ALIKE, words_in, words_of
from tracker.reading.candidate import Candidate
from tracker.recording import Occasion, Proposal, fresh_uid, label, record_event
from tracker.text import fold
from tracker.vocab import EventKind, Level, Stance, Status

ONLY_THROUGH_SUPPORT = "known only through the support given to it"
TITLES_ALIKE = 88  # of 100, whichever words one title has beyond the other
KINDS = ("proposed", "called_for", "supported", "agreed", "signed", "adopted", "launched", "in_force")
_STATUS = {
    "agreed": Status.AGREED,
    "adopted": Status.ADOPTED,
    "signed": Status.SIGNED,
    "launched": Status.OPERATING,
    "in_force": Status.IN_FORCE,
}


class Setting(Struct, frozen=True, kw_only=True):
    """What the article gives to all that is taken from it: its day, where it was said, the id of the source."""

    article_date: str
    recorded: str
    source: str
    forum: str | None = None
    meeting: str | None = None
    meeting_date: str | None = None


def before(article_date: str) -> str:
    """Some day up to the article's: `../2025-11-16`."""
    return f"../{bounds(article_date)[1].isoformat() if '/' in article_date else article_date}"


def occasion_of(candidate: Candidate, setting: Setting) -> Occasion:
    """When and where the act was: as the text says; an old act never on the article's day nor at its meeting."""
    if candidate.historic:
        when, forum, meeting = candidate.act_date or before(setting.article_date), candidate.forum, None
    else:
        when = candidate.act_date or setting.meeting_date or setting.article_date
        forum, meeting = setting.forum or candidate.forum, setting.meeting
    return Occasion(date=when, recorded=setting.recorded, forum=forum, meeting=meeting, sources=(setting.source,))


def fitting(candidate: Candidate, directory: Directory) -> Candidate:
    """The candidate with only the actors and the forum that the file knows."""

    def known(code: str | None) -> bool:
        try:
            return code is not None and directory.actor(code) == code
        except UnknownName:
            return False

    return replace(
        candidate,
        proposer_country=candidate.proposer_country if known(candidate.proposer_country) else None,
        supporters=tuple(code for code in candidate.supporters if known(code)),
        stances=tuple(one for one in candidate.stances if known(one.country)),
        forum=candidate.forum if candidate.forum in directory.forums else None,
    )


def taken(candidate: Candidate, setting: Setting) -> tuple[Initiative, str]:
    """A new record without its id, and the stem that the id gets."""
    occasion = occasion_of(candidate, setting)
    bare = Initiative(id="", uid=fresh_uid(), title=candidate.title)
    proposed = _proposed(candidate, occasion)
    if candidate.kind == "supported":
        early = candidate.act_date if candidate.historic else None
        proposed["occasion"] = replace(
            proposed["occasion"],
            date=early or before(setting.article_date),
            forum=None,
            meeting=None,
            unverified=ONLY_THROUGH_SUPPORT,
        )
    record = record_event(bare, **proposed)
    for facts in _facts(candidate, occasion):
        record = record_event(record, **facts)
    speakers = ((candidate.proposer_country, None),) if candidate.proposer_country else ()
    first = replace(proposed["occasion"], forum=occasion.forum)
    return record, label(Proposal(title=candidate.title, proposers=speakers), first)


def joined(candidate: Candidate, setting: Setting, record: Initiative) -> Initiative:
    """The record with what the candidate says beyond it; what it held already is confirmed by the new source."""
    occasion = occasion_of(candidate, setting)
    facts = list(_facts(candidate, occasion))
    if candidate.kind in ("proposed", "called_for") or not facts:
        facts.insert(0, _proposed(candidate, occasion))
    if fold(candidate.title) not in names_of(record):
        record = replace(record, other_names=(*record.other_names, candidate.title))
    facts[0]["occasion"] = replace(facts[0]["occasion"], quote=candidate.quote)
    for fact in facts:
        same = next((event for event in record.events if _says(event, fact)), None)
        record = _confirmed(record, same, fact["occasion"]) if same else record_event(record, **fact)
    return record


def _proposed(candidate: Candidate, occasion: Occasion) -> dict[str, Any]:
    actors = (candidate.proposer_country,) if candidate.proposer_country else ()
    spoken = replace(occasion, person=candidate.proposer_person, quote=candidate.quote)
    return {"kind": EventKind.PROPOSED, "occasion": spoken, "actors": actors, "stance": Stance.PROPOSES}


def _facts(candidate: Candidate, occasion: Occasion) -> Iterator[dict[str, Any]]:
    """What the candidate says beside the proposal: the status, who signed, who stands where."""
    if status := _STATUS.get(candidate.kind):
        yield {"kind": EventKind.STATUS, "occasion": occasion, "status": status}
    stances = [
        (one.country, one.person, Stance.SUPPORTS_WITH_CONDITIONS if _hangs(one) else Stance(one.stance), one.condition)
        for one in candidate.stances
        if one.stance != Stance.PROPOSES
    ]
    named = {country for country, *_ in stances}
    backers = [country for country in dict.fromkeys(candidate.supporters) if country not in named]
    if candidate.kind == "signed":
        yield from _signatures(candidate, occasion)
        stances = [one for one in stances if one[2] is not Stance.SUPPORTS]
    else:
        stances += [(country, None, Stance.SUPPORTS, None) for country in backers]
    for country, person, stance, condition in stances:
        if country == candidate.proposer_country and stance is Stance.SUPPORTS:
            continue
        quote = candidate.quote if candidate.kind == "supported" else None
        spoken = replace(occasion, person=person, quote=quote)
        yield {
            "kind": EventKind.POSITION,
            "occasion": spoken,
            "actors": (country,),
            "stance": stance,
            "condition": condition,
        }


def _hangs(one: Any) -> bool:
    return bool(one.condition) and one.stance == Stance.SUPPORTS


def _signatures(candidate: Candidate, occasion: Occasion) -> Iterator[dict[str, Any]]:
    """One commitment a party; the quote stands on the first event alone."""
    parties = [candidate.proposer_country, *candidate.supporters]
    for party in dict.fromkeys(party for party in parties if party):
        yield {"kind": EventKind.COMMITMENT, "occasion": occasion, "actors": (party,), "level": Level.SIGNED}


def _says(event: Event, fact: dict[str, Any]) -> bool:
    """Whether the event states that fact already: same kind, actors and term at a time that can be the same."""
    terms = ("stance", "level", "status", "condition")
    actors = fact.get("actors", ())
    unsaid = event.kind is EventKind.PROPOSED and not actors  # put forward, not said by whom
    same = event.kind is fact["kind"] and event.unverified is None and (unsaid or event.actors == actors)
    if not same or any(getattr(event, term) != fact.get(term) for term in terms):
        return False
    first, last = bounds(event.date)
    begins, ends = bounds(fact["occasion"].date)
    return first <= ends and begins <= last


def _confirmed(record: Initiative, event: Event, occasion: Occasion) -> Initiative:
    """The record with the second source for that event; nothing more where the same source said it."""
    if set(occasion.sources) <= set(event.sources) and occasion.quote in (None, event.quote):
        return record
    return record_event(record, EventKind.NOTE, occasion, text="reported here too", confirms=event.number)


# ---- the same initiative again


def names_of(record: Initiative) -> set[str]:
    """Its title and other names as they are compared."""
    return {fold(name) for name in (record.title, *record.other_names)}


def is_recorded(candidate: Candidate, source: str, records: Iterable[Initiative], beside: int) -> bool:
    """Whether this source's sentence was taken down before; `beside` candidates of the article share the sentence."""
    holding = [
        record
        for record in records
        if any(source in event.sources and event.quote == candidate.quote for event in record.events)
    ]
    return len(holding) >= max(beside, 1) or any(fold(candidate.title) in names_of(record) for record in holding)


def same_name(candidate: Candidate, records: Iterable[Initiative]) -> Initiative | None:
    """The record that bears the candidate's title; none if two do."""
    found = [record for record in records if fold(candidate.title) in names_of(record)]
    return found[0] if len(found) == 1 else None


def much_like(candidate: Candidate, records: Sequence[Initiative], most: int = 3) -> list[Initiative]:
    """The records that may be the same initiative, the likeliest first; the same proposer makes it likelier."""
    from rapidfuzz import fuzz  # 8 ms; only where there is something to compare

    title = fold(candidate.title)
    words = words_in(candidate.title)
    scored: list[tuple[float, Initiative]] = []
    for record in records:
        if len(words & words_of(record)) * 2 < len(words):
            continue
        sets = max(fuzz.token_set_ratio(title, name) for name in names_of(record))
        whole = max(fuzz.token_sort_ratio(title, name) for name in names_of(record))
        if sets >= TITLES_ALIKE or whole >= ALIKE:
            scored.append((sets + whole + (10 if _proposes(record, candidate.proposer_country) else 0), record))
    return [record for _, record in sorted(scored, key=lambda entry: -entry[0])[:most]]


def _proposes(record: Initiative, actor: str | None) -> bool:
    return any(event.kind is EventKind.PROPOSED and actor in event.actors for event in record.events)
