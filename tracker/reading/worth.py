"""How concrete a noun phrase is, by its head and its form: what could be checked as done, or only a good intention."""

import re
from functools import lru_cache

from tracker.reading import languages
from tracker.reading.language import Language
from tracker.reading.words import WORD, is_cyrillic, stem

QUOTED = re.compile(r"^[^\w]*[\"“«'‘][^\"”»]{3,}")
SOME = re.compile(
    r"(?:various|two|three|four|five|several|certain|numerous|many|some|all|more than|"
    r"(?:an? )?(?:number|wide range|range|series|set|variety|host) of|different|несколько|"
    r"различны[ехм]\w*|многие|ряд|вс[её]|так(?:ая|ой|ие|ое)|such)\b",
    re.IGNORECASE,
)
_ENGLISH_PREPOSITION = re.compile(
    r"\s(?:of|for|on|in|to|between|among|with|at|from|under|against|by|as|via|through|within|across|into|over|around|"
    r"near|toward|towards|that|based|called|titled|entitled|dedicated|devoted|named|known|(?:[a-z]+ed|made|held|"
    r"taken) (?:in|by|at|on|to|for|with|during))\s"
)
_ABOUT = re.compile(r"\s(?:on|between|about|against|for|о|об|между|для|по)\s")
_IDEAS = re.compile(
    r"initiative|proposal|project|idea|plan|suggestion|step|measure|инициатив|предложени|проект|мер|шаг", re.IGNORECASE
)
_YEAR = re.compile(r"\b20\d\d\b")


def worth_of(phrase: str, language: Language, *, shouting: bool = False, definite: bool = False) -> float:
    """How much the phrase looks like something that can be checked as done, by its head and form."""
    words = WORD.findall(phrase)
    if not words:
        return -0.5
    head = _head(phrase, words, language)
    nouns = language.nouns
    raised = language.patterns.raised.search(phrase) is not None
    concrete = raised or _among(head, nouns.concrete)
    vague = not raised and _among(head, nouns.vague)
    capitals = 0 if shouting else _capitals(words, language)
    quoted = QUOTED.match(phrase) is not None
    worth = 0.15 if definite else 0.05
    if concrete:
        worth = 0.5 if raised else 0.4
    elif vague:
        worth = -0.3
    if quoted or capitals >= 2:
        worth = max(worth, (0.3 if capitals >= 3 else 0.15) if vague else 0.35) + (0.1 if concrete else 0.0)
    if language.patterns.sharing.search(phrase) and not vague:
        worth += 0.1
    if _YEAR.search(phrase) and not vague:
        worth += 0.05
    if _among(head, nouns.generic) and not quoted and capitals < 2 and _is_general(phrase, words, head, language):
        worth = min(worth, 0.0)
    return min(worth, 0.0) if SOME.match(phrase) and capitals < 2 else worth


def _head(phrase: str, words: list[str], language: Language) -> str:
    """The noun that says what kind of thing it is."""
    if is_cyrillic(words[0]) or language.code == "ru":
        for word in words:
            if is_cyrillic(word) and not _is_adjective(word):
                return stem(word)
        return stem(words[-1])
    cut = _ENGLISH_PREPOSITION.search(f"{phrase} ", 1)
    front = WORD.findall(phrase[: cut.start()]) if cut else words
    front = front or words
    while (
        len(front) > 1 and re.search(r"(?:ing|ed)$", front[-1]) and _singular(front[-1]) not in language.nouns.concrete
    ):
        front = front[:-1]  # a secretariat operating on ..., a council composed of ...
    return _singular(front[-1].lower())


_ADJECTIVE = re.compile(
    r"(?:[ыо]й|[скцшщчжгхн]ий|[ая]я|[оеы]е|[скцшщчжгхн]ие|ого|его|ому|ему|[ую]ю|ым|[скцшщчжгхн]им|ых|"
    r"[скцшщчжгхн]их|ыми|ими)$"
)
_NOUN = re.compile(r"(?:[аеия]ни[ейюя]|[аея]ний|тие|тия|ций|ция|стви[еяю]|рие|дие|чие|лие|дний|строй|край|случай)$")


def _is_adjective(word: str) -> bool:
    """Whether a Russian word looks like an adjective, participle or small word before its noun."""
    small = word.lower()
    return small in _SMALL_WORDS or (_ADJECTIVE.search(small) is not None and not _NOUN.search(small))


_SMALL_WORDS = frozenset(
    [
        "в",
        "на",
        "по",
        "с",
        "к",
        "о",
        "об",
        "и",
        "за",
        "для",
        "при",
        "от",
        "из",
        "под",
        "до",
        "а",
        "также",
        "свой",
        "свою",
        "своего",
        "его",
        "ее",
        "их",
        "это",
        "эту",
        "этот",
        "один",
        "одну",
        "два",
        "три",
        "первый",
    ]
)


def _singular(word: str) -> str:
    for ending, single in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("s", "")):
        if word.endswith(ending) and not word.endswith(("ss", "us", "is")) and len(word) > 4:
            return word[: -len(ending)] + single
    return word


def _among(head: str, stems: frozenset[str]) -> bool:
    """Whether the head is in the table: exactly, or by its last part (dry-port), or, in Cyrillic, by its beginning."""
    if head in stems or head.rsplit("-", 1)[-1] in stems:
        return True
    return is_cyrillic(head) and any(head[:length] in stems for length in range(len(head) - 1, 3, -1))


def _capitals(words: list[str], language: Language) -> int:
    """Capitalised words, if there are two or more and not all are places: Lake Charter, not Bishkek or Kyrgyzstan."""
    capitals = [word for word in words if word[0].isupper()]
    if len(capitals) < 2 or all(stem(word) in _places(language.code) for word in capitals):
        return 0
    return len(capitals)


@lru_cache(maxsize=8)
def _places(code: str) -> frozenset[str]:
    """The stems of all names of states, capitals and blocs of the language."""
    language = languages.get(code)
    names = (*language.countries, *language.capitals, *language.blocs)
    return frozenset(stem(word) for name in names for word in WORD.findall(name) if word[0].isupper())


def _is_general(phrase: str, words: list[str], head: str, language: Language) -> bool:
    """A generic noun with nothing before it that tells which: joint projects in energy, key agreements."""
    place = next((number for number, word in enumerate(words) if _same_noun(word, head)), len(words) - 1)
    before = words[:place]
    plural = not is_cyrillic(head) and words[place].lower() != head
    bare = (
        is_cyrillic(head)
        and re.search(
            r"(?:[ыи]|ов|ий|ей|ам|ям|ах|ях)$|^(?:инициатив|программ|встреч|мер|структур|платформ)$",
            words[place].lower(),
        )
        is not None
    )
    if _ABOUT.match(phrase[phrase.find(words[place]) + len(words[place]) :]) and not _IDEAS.match(words[place]):
        return False  # agreements on the border say which; initiatives in energy do not
    return (plural or bare or len(words) == 1) and all(
        language.patterns.weak_adjectives.fullmatch(word.lower()) for word in before
    )


def _same_noun(word: str, head: str) -> bool:
    return stem(word) == head if is_cyrillic(head) else _singular(word.lower()) == head
