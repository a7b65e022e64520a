"""The things that could come to be: noun phrases judged by their form, in the words that an act governs."""

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from tracker.reading.language import Language
from tracker.reading.words import WORD
from tracker.reading.worth import QUOTED, SOME, worth_of

CREATING, VAGUE = 0.1, -0.15  # what a verb of bringing about adds to, or takes from, the worth of its object
LONGEST_TITLE = 160

_DANGLING = re.compile(r"(?:[\s,]+(?:and|or|to|the|an?|of|for|vowing|и|а|также|в|на|с|по|к|о|для))+$")
_JOINED = re.compile(r"(?:[,;:]|\b(?:and|as well as|и|а также|или|or))\s*(?:the\s|an?\s)?(?:\w+\s){0,2}$")
# A name that explains a common noun: a special body – the Seed Agency –
_NAME_WORD = r"(?:[A-ZА-ЯЁ][\w’'-]+|of|for|on|and|the|in|и|по)"
_APPOSED = re.compile(rf"\s[–—-]\s(?:the |an? )?({_NAME_WORD}(?:\s{_NAME_WORD}){{1,9}})(?=\s[–—-]|[,.;]|$)")
_PURPOSE = re.compile(r"\w\sfor (?:the |its |their |further )*$")
_AGAIN = re.compile(r"\s(?:it|them|the same|его|её|ее|их)\b", re.IGNORECASE)
_PERCENT = re.compile(r"\d[\d.,]*\s?(?:%|per ?cent|процент)")


class Undertaking(msgspec.Struct, frozen=True, kw_only=True):
    """A noun phrase at `start` of the sentence; `worth` (about -0.5 to 0.7) says how concrete it is."""

    title: str
    start: int
    worth: float


def find(words: str, offset: int, language: Language, *, shouting: bool = False) -> list[Undertaking]:
    """The undertakings in the words that an act governs; `offset` is their place in the sentence.

    `shouting` tells that capitals mean nothing there (a headline in Title Case).
    """
    found = _found(words, offset, language, shouting)
    if max((thing.worth for thing in found), default=0.0) > 0.2:
        return found
    namely = language.patterns.namely.search(words)  # 20 documents, including the Ana Declaration
    named = list(_pieces(words[namely.end() :], offset + namely.end(), 0.0, language, shouting)) if namely else []
    return named if named and named[0].worth >= 0.3 else found


def _found(words: str, offset: int, language: Language, shouting: bool) -> list[Undertaking]:
    """What the verbs of bringing about govern, or what stands there without one."""
    makers = _makers(words, language)
    if not makers:
        return _governed_barely(words, offset, language, shouting)
    found: list[Undertaking] = []
    before = words[: makers[0][0]]
    bare = list(_pieces(before, offset, 0.0, language, shouting)) if WORD.search(before) else []
    if bare and bare[0].worth >= 0.4:
        found = bare
    governed = bool(found) or bool(bare and SOME.match(bare[0].title))
    passed = False
    for number, (begin, end, worth) in enumerate(makers):
        passed = governed and _is_aside(words, begin, end, passed)
        if passed:
            continue
        stop = makers[number + 1][0] if number + 1 < len(makers) else len(words)
        objects = words[end:stop]
        pieces = list(_pieces(objects, offset + end, worth, language, shouting))
        found.extend(pieces)
        governed = governed or any(piece.worth > 0 for piece in pieces)
    return found or bare


def _governed_barely(words: str, offset: int, language: Language, shouting: bool) -> list[Undertaking]:
    """The undertakings where nothing is brought about; another verb (allocate, harmonise) stays in the title."""
    verb = language.patterns.bare_verb.match(words)
    skipped = verb.end() if verb else 0
    pieces = list(_pieces(words[skipped:], offset + skipped, 0.0, language, shouting))
    if verb and pieces and pieces[0].start <= offset + skipped + 12:
        title = _tidy(f"{verb.group().strip()} {words[skipped : pieces[0].start - offset]}{pieces[0].title}")
        pieces[0] = msgspec.structs.replace(pieces[0], title=title)
    return pieces


def _makers(words: str, language: Language) -> list[tuple[int, int, float]]:
    """Verbs and nouns of bringing about, each with what it adds to its object's worth."""
    spans = [(m.start(), m.end(), CREATING) for m in language.patterns.makers.finditer(words) if _is_verb(m, words)]
    taken = [(start, end) for start, end, _ in spans]
    for found in language.patterns.vague_makers.finditer(words):
        if _is_verb(found, words) and not any(start < found.end() and found.start() < end for start, end in taken):
            spans.append((found.start(), found.end(), VAGUE))
    return sorted(spans)


def _is_verb(found: re.Match[str], words: str) -> bool:
    """Not a part of a name (a Center for Combating Crime) nor a purpose (a vision for the development of ports)."""
    before, parts = words[: found.start()], WORD.findall(found.group())
    if any(part[0].isupper() for part in parts) and re.search(r"\w", before):
        return False
    return not (parts and parts[-1] == "of" and _PURPOSE.search(before))


def _is_aside(words: str, begin: int, end: int, after_aside: bool) -> bool:
    """Whether the verb there serves the last object instead of standing beside its verb: a bank for giving loans.

    It stands beside it after "and", a comma, a semicolon; not after "and" if the verb before was itself an aside,
    nor if it speaks of the object again ("turning it into").
    """
    before = words[: words.find(" ", begin) + 1 or begin][-40:]
    joined = _JOINED.search(before)
    if joined is None or _AGAIN.match(words[end : end + 8]):
        return True
    return after_aside and joined.group()[:1] not in ",;:" and not joined.group().startswith(("as well", "а также"))


def _pieces(words: str, offset: int, bonus: float, language: Language, shouting: bool) -> Iterator[Undertaking]:
    """The coordinated phrases of an object; a part that is no undertaking of its own stays with the one before."""
    cuts = [(found.start(), found.end()) for found in language.patterns.splitters.finditer(words)]
    begin = 0
    whole = (len(words), len(words))
    for (stop, resume), (end, _) in pairwise([*cuts, whole, whole]):
        if stop < len(words) and not _stands_alone(words[resume:end], bonus, language, shouting):
            continue
        piece = _piece(words[begin:stop], offset + begin, bonus, language, shouting)
        if piece and (begin == 0 or _is_sure(piece, bonus)):
            yield piece
        begin = resume


def _stands_alone(words: str, bonus: float, language: Language, shouting: bool) -> bool:
    piece = _piece(words, 0, bonus, language, shouting)
    return piece is not None and _is_sure(piece, bonus)


def _is_sure(piece: Undertaking, bonus: float) -> bool:
    """Whether a further phrase is an undertaking of its own; after a vague verb only one that is beyond doubt."""
    return piece.worth - bonus >= (0.3 if bonus >= 0 else 0.55)


def _piece(phrase: str, offset: int, bonus: float, language: Language, shouting: bool) -> Undertaking | None:
    """One phrase without the words that lead to it, cut where a clause or a purpose begins."""
    lead = language.patterns.lead_words.match(phrase)
    skipped = lead.end() if lead else 0
    quoted = QUOTED.match(phrase[skipped:])
    stop = language.patterns.phrase_end.search(phrase, skipped + (quoted.end() if quoted else 1))
    apposed = _APPOSED.match(phrase, stop.start()) if stop else None
    if apposed:
        skipped = apposed.start(1)
    end = apposed.end(1) if apposed else stop.start() if stop else len(phrase)
    title = phrase[skipped:end][:LONGEST_TITLE].strip(" \t,.;:–—-")
    if not WORD.search(title):
        return None
    worth = worth_of(title, language, shouting=shouting, definite=_is_singular(phrase[:skipped].lower()))
    first = title.split(", ", 1)[0]
    if first != title:  # an enumeration that was not taken apart is worth what its first part is
        worth = max(worth, worth_of(first, language, shouting=shouting))
    if _PERCENT.match(title):
        worth = max(worth, 0.3)
    worth += bonus if bonus < 0 or worth > -0.2 else 0
    tidy = _tidy(title)
    return Undertaking(title=tidy, start=offset + skipped, worth=round(worth, 3)) if WORD.search(tidy) else None


def _is_singular(article: str) -> bool:
    return re.search(r"\b(?:an?|the|this|its|his)\b", article) is not None


def _tidy(title: str) -> str:
    """The phrase on one line, without a quotation mark that lost its other half."""
    flat = " ".join(title.split())
    for opening, closing in ("“”", "«»", '""', "()"):
        if flat.count(opening) + (flat.count(closing) if opening != closing else 0) == 1:
            flat = flat.replace(opening, "").replace(closing, "")
    return _DANGLING.sub("", flat).strip(" ,.;:–—-")
