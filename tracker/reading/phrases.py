"""Words of an article with their places, and tables of phrases to be found among them."""

from collections.abc import Mapping, Sequence

import msgspec

from tracker.reading.words import WORD, stem


class Token(msgspec.Struct, frozen=True):
    start: int
    end: int
    word: str
    stem: str

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()


class PhraseTable:
    """Phrases by their stems, to be found at a place in the tokens, the longest first."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._values: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}
        self.nominatives: set[str] = set()
        for phrase, value in phrases.items():
            words = WORD.findall(phrase)
            key = tuple(stem(word) for word in words)
            if key:
                self._values.setdefault(key, value)
                self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))
                self.nominatives.add(words[0].lower().replace("ё", "е"))

    def at(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """The value and the number of tokens of the longest phrase that begins there."""
        first = tokens[index].stem
        for length in range(self._longest.get(first, 0), 0, -1):
            value = self._values.get(tuple(token.stem for token in tokens[index : index + length]))
            if value is not None and length <= len(tokens) - index:
                return value, length
        return None


FILLERS = frozenset(
    stem(word) for word in ["of", "the", "for", "republic", "республика", "государство", "and", "its", "и", "our"]
)
PARTICLES = frozenset(["bin", "al", "von", "der", "de", "van", "ibn", "la", "el", "ben", "фон", "дер", "бин", "аль"])
NOT_NAMES = frozenset(
    stem(word)
    for word in [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "this",
        "that",
        "these",
        "in",
        "on",
        "at",
        "of",
        "for",
        "and",
        "our",
        "we",
        "his",
        "her",
        "their",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "state",
        "republic",
        "council",
        "summit",
        "union",
        "organization",
        "organisation",
        "government",
        "ministry",
        "forum",
        "conference",
        "administration",
        "palace",
        "office",
        "он",
        "она",
        "в",
        "на",
        "по",
        "и",
        "мы",
        "это",
        "при",
        "также",
        "республика",
        "совет",
        "союз",
        "организация",
        "администрация",
        "форум",
        "саммит",
    ]
)
# Parts of the names of bodies and papers, which also say things.
NOT_PERSONS = frozenset(
    stem(word)
    for word in [
        *["News", "Agency", "Press", "Service", "Bank", "University", "Commission", "Committee", "Times", "Post"],
        *["Department", "Institute", "Center", "Centre", "Association", "Ministry", "House", "Group", "Initiative"],
        *["Declaration", "Statement", "Report", "Fund", "Agreement", "Treaty", "Secretariat", "Assembly", "Nations"],
        *["Агентство", "Служба", "Банк", "Университет", "Комиссия", "Комитет", "Институт", "Центр", "Министерство"],
    ]
)
