"""The steps in their order."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from tracker.reading import acts, merging, ranking, when
from tracker.reading.actors import Scan
from tracker.reading.acts import Act
from tracker.reading.attribution import Attribution, attribute
from tracker.reading.candidate import Candidate
from tracker.reading.draft import Draft
from tracker.reading.language import Language
from tracker.reading.mentions import PERSON, POST
from tracker.reading.sentences import Sentence, split
from tracker.reading.speakers import Cast
from tracker.reading.undertakings import Undertaking

READ = 200_000  # characters, some hundred pages; what lies beyond is not read, so that a broken file takes seconds


def read(text: str, language: Language, article_date: str | None, known: Mapping[str, str]) -> list[Candidate]:
    """The candidates of a text in that language, in the order of their place."""
    text = text[:READ]
    sentences = split(text, language)
    if not sentences:
        return []
    scan = Scan(text[: sentences[-1].end], language, known)
    cast = Cast(sentences, scan.run(), language)
    drafts: list[Draft] = []
    for number, sentence in enumerate(sentences):
        if sentence.role != "furniture":
            drafts = _with_sentence(drafts, number, cast, article_date)
    drafts = _without_lead_ins(drafts)
    kept = [draft for draft in merging.merge(drafts, language) if ranking.is_kept(draft)]
    found = [_candidate(draft, text, language, article_date) for draft in kept]
    return sorted(found, key=lambda candidate: (candidate.start, -candidate.confidence))


def _with_sentence(drafts: list[Draft], number: int, cast: Cast, article_date: str | None) -> list[Draft]:
    """The drafts with those of one more sentence; support for "such ideas" goes to what was said just before."""
    sentence, language = cast.sentences[number], cast.language
    fresh: list[Draft] = []
    for act in _acts(number, cast):
        if act.undertaking is not None and _is_a_person(act.undertaking, number, cast):
            continue
        by = attribute(act, cast)
        if act.undertaking is None:
            drafts = _backed(drafts, sentence, by, language) if act.kind == "supported" else drafts
        elif act.refused:
            drafts = _refused(drafts, act, by, language)
        else:
            historic = when.is_historic(sentence.text, act, language, article_date)
            fresh.append(
                Draft(thing=act.undertaking, act=act, sentence=sentence, by=by, kind=act.kind, historic=historic)
            )
    return drafts + list(_distinct(fresh))


def _without_lead_ins(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts but for those of a sentence that opens a list whose items are found: "new bodies: ..."."""
    opened = {draft.sentence.lead for draft in drafts if draft.sentence.lead is not None and not draft.act.end}
    return [draft for draft in drafts if draft.act.sentence not in opened or not draft.sentence.text.endswith(":")]


def _is_a_person(thing: Undertaking, number: int, cast: Cast) -> bool:
    """Whether the phrase begins with somebody's name or post and says no more."""
    start = cast.sentences[number].start + thing.start
    named = (m for m in cast.in_sentence[number] if m.sort in (PERSON, POST) and m.start <= start + 3 and m.end > start)
    return any(not m.owner and m.end - m.start + 12 > len(thing.title) for m in named)


def _acts(number: int, cast: Cast) -> list[Act]:
    """The acts of a sentence; an item of a list may have its own verb or that of its lead-in."""
    sentence, language = cast.sentences[number], cast.language
    found = acts.find(number, sentence, language)
    if sentence.role == "item" and sentence.lead is not None:
        best = max((act.strength + act.undertaking.worth for act in found if act.undertaking), default=0.0)
        item = acts.of_item(number, sentence, acts.leading(cast.sentences[sentence.lead].text, language), language)
        if item and best < ranking.LISTED:
            return item
    opening = language.patterns.enumerates.match(sentence.text)
    if opening and number:
        lead = acts.leading(cast.sentences[number - 1].text, language)
        return acts.of_enumeration(number, sentence, opening.end(), lead, language) or found
    return found


def _distinct(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Of one sentence: all that are sure, else only the surest."""
    sure = [draft for draft in drafts if draft.score >= ranking.LISTED]
    if sure:
        yield from sure
    elif drafts:
        yield max(drafts, key=lambda draft: draft.score)


def _backed(drafts: list[Draft], sentence: Sentence, by: Attribution, language: Language) -> list[Draft]:
    """Support for what the sentence before, or the same paragraph, put forward."""
    for place in range(len(drafts) - 1, -1, -1):
        draft = drafts[place]
        if sentence.start - draft.sentence.end > 3:
            break
        said = draft.sentence.text[draft.act.start : draft.act.end]
        own = draft.by.country in by.supporters and (draft.act.passive or language.patterns.unsaid.search(said))
        joined = Attribution(
            country=None if own else draft.by.country,
            person=None if own else draft.by.person,
            supporters=tuple(dict.fromkeys([*draft.by.supporters, *by.supporters])),
            stances=(*draft.by.stances, *by.stances),
        )
        return [*drafts[:place], msgspec.structs.replace(draft, by=joined, kind="supported"), *drafts[place + 1 :]]
    return drafts


def _refused(drafts: list[Draft], act: Act, by: Attribution, language: Language) -> list[Draft]:
    """A refusal makes no candidate; it is kept as a stance on one that is there."""
    if act.undertaking is None or act.kind != "supported":
        return drafts
    words = merging.content(act.undertaking.title, language)
    changed: list[Draft] = []
    for draft in drafts:
        if words and words <= merging.content(draft.thing.title, language):
            stances = (*draft.by.stances, *by.stances)
            draft = msgspec.structs.replace(draft, by=msgspec.structs.replace(draft.by, stances=stances))  # noqa: PLW2901
        changed.append(draft)
    return changed


def _candidate(draft: Draft, text: str, language: Language, article_date: str | None) -> Candidate:
    sentence, by = draft.sentence, draft.by
    due, done = when.dates(sentence.text, draft.act, language, article_date)
    return Candidate(
        title=draft.thing.title,
        quote=text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        proposer_country=by.country,
        proposer_person=by.person.name if by.person else None,
        supporters=by.supporters,
        stances=by.stances,
        kind=draft.kind,
        forum=when.forum(sentence, text, language),
        date=due,
        act_date=done,
        historic=draft.historic,
        confidence=ranking.confidence(draft),
        weak=ranking.is_weak(draft, language),
    )
