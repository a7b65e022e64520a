"""One draft an undertaking: what headline, lead and quotation repeat in other words becomes one."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from tracker.reading.attribution import Attribution
from tracker.reading.draft import Draft
from tracker.reading.language import Language
from tracker.reading.words import WORD, is_cyrillic, stem

# How far an undertaking has come; the newest act told wins over the ones before it.
_STAGE = {"agreed": 1, "signed": 2, "adopted": 2, "launched": 3, "in_force": 3}
_NAME = re.compile(
    r"(?:(?!(?:of|for|on|in|to|по|на|в|о)\s)[a-zа-я-]+\s){0,2}(?P<name>[A-ZА-ЯЁ][\w-]+(?:\s(?:(?:of|on|for|and|the|и|по)\s){0,2}[A-ZА-ЯЁ][\w-]+)+)"
)
_BACK = re.compile(
    r"\b(?:this|such(?: an?)?|these|эт(?:а|от|о|у|ого|ой)|так(?:ая|ой|ую|ого)|подобн\w+|данн\w+)\s+$", re.IGNORECASE
)
SAME, SAME_SENTENCE = 0.6, 0.8


def merge(drafts: Sequence[Draft], language: Language) -> list[Draft]:
    """The drafts with repetitions joined, in the order of the text."""
    merged: list[tuple[Draft, set[str]]] = []
    for draft in sorted(drafts, key=lambda d: (d.sentence.role == "headline", d.sentence.start, d.act.start, -d.score)):
        keys = content(draft.thing.title, language)
        for place, (other, other_keys) in enumerate(merged):
            if _is_same(draft, keys, other, other_keys):
                joined = _join(other, draft)
                merged[place] = (joined, content(joined.thing.title, language))
                break
        else:
            merged.append((draft, keys))
    return [draft for draft, _ in merged]


def content(title: str, language: Language) -> set[str]:
    """The title's telling words, cut so that cases and numbers agree."""
    words = (stem(word) for word in WORD.findall(title))
    return {_cut(word) for word in words if len(word) > 2 and word not in language.stop_words}


def _cut(word: str) -> str:
    if is_cyrillic(word):
        return word[: max(4, min(6, len(word) - 1))]
    return re.sub(r"(?:ies|es|s|ing|ion|al|re|er)$", "", word)[:7] if len(word) > 4 else word


def _is_same(one: Draft, words: set[str], other: Draft, other_words: set[str]) -> bool:
    if not words or not other_words:
        return False
    shared = len(words & other_words)
    share, both = shared / min(len(words), len(other_words)), shared / max(len(words), len(other_words))
    if one.sentence.start == other.sentence.start:
        return one.thing.start == other.thing.start or (share >= SAME_SENTENCE and shared >= 1)
    if _repeats(one, other, shared, share):
        return True
    if min(len(words), len(other_words)) == 1:
        return share == 1 and (both >= 0.5 or len(other_words | words) <= 3)
    near = abs(one.sentence.paragraph - other.sentence.paragraph) <= 1
    clear = both >= 0.34 or near or "headline" in (one.sentence.role, other.sentence.role)
    return share >= SAME and shared >= 2 and clear


def _repeats(one: Draft, other: Draft, shared: int, share: float) -> bool:
    """The same name; words that point back to what was named; a headline over it."""
    name = _name(one.thing.title)
    back = _points_back(one) and shared and one.sentence.paragraph - other.sentence.paragraph in (0, 1, 2)
    headline = one.sentence.role == "headline" and share >= 0.3 and one.by.country == other.by.country
    return bool((name and name == _name(other.thing.title)) or back or headline)


def _points_back(draft: Draft) -> bool:
    """This forum, such a platform: what was named before."""
    before = draft.sentence.text[: draft.thing.start]
    return _BACK.search(before) is not None or _BACK.match(draft.thing.title + " ") is not None


def _name(title: str) -> tuple[str, ...]:
    """The stems of a proper name of two words or more in the title: Forum on Rivers; () if there is none."""
    found = _NAME.match(title)
    return tuple(stem(word) for word in WORD.findall(found["name"])) if found else ()


def _join(first: Draft, second: Draft) -> Draft:
    """The clearer of the two, with the kind of the newest act and the actors of both."""
    best = first
    if (second.score > first.score + 0.1 and second.sentence.role != "headline") or first.sentence.role == "headline":
        best = second
    rest = second if best is first else first
    kind = best.kind
    if _STAGE.get(rest.kind, 0) > _STAGE.get(kind, 0) and rest.act.strength >= 0.4 and not rest.historic:
        kind = rest.kind
    by = best.by
    country, person = by.country, by.person
    if country is None:
        country, person = rest.by.country, rest.by.person
    elif person is None and rest.by.country == country:
        person = rest.by.person
    return msgspec.structs.replace(
        best,
        kind=kind,
        historic=best.historic and rest.historic,
        by=Attribution(
            country=country,
            person=person,
            supporters=_union(by.supporters, rest.by.supporters),
            stances=(*by.stances, *(stance for stance in rest.by.stances if stance not in by.stances)),
        ),
    )


def _union(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*one, *other]))
