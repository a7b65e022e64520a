"""What a language must tell the pipeline, and how the language of a text is found.

A language is one file that fills a `Language`: tables of cues with their meaning, nouns, actors. The steps know no
word of any language.
"""

import re
from collections.abc import Mapping
from functools import cached_property

import msgspec

AFTER, BEFORE = "after", "before"


class Cue(msgspec.Struct, frozen=True):
    """Words that do an act: what kind it is, how sure (0-1), and on which side its object stands."""

    pattern: str
    kind: str
    strength: float
    side: str = AFTER


class Nouns(msgspec.Struct, frozen=True):
    """Heads of noun phrases by how concrete they are, as beginnings of words."""

    concrete: frozenset[str]
    vague: frozenset[str]
    generic: frozenset[str]


class Language(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All that the steps need to know of one language; every pattern is matched without regard to case unless said."""

    code: str
    abbreviations: frozenset[str]
    furniture: str
    teaser: str
    cues: tuple[Cue, ...]
    makers: str
    vague_makers: str
    scope_end: str
    phrase_end: str
    lead_words: str
    splitters: str
    nouns: Nouns
    sharing: str
    raised: str
    gathering: str
    unsaid: str
    namely: str
    addressed: str
    and_then: str
    bare_verb: str
    refusal: str
    anaphor: str
    not_actors: str
    weak: str
    money: str
    historic: str
    speech: str
    pronoun: str
    ours: str
    collective: str
    posts: Mapping[str, str]
    plural_posts: str
    body: str
    enumerates: str
    owner: str
    initiated: str
    oblique: str
    countries: Mapping[str, str]
    capitals: Mapping[str, str]
    blocs: Mapping[str, str]
    forums: Mapping[str, str]
    condition: str
    names_a_role: str
    polite: str
    welcomed: str
    signing: str
    nominal: str
    impersonal: str
    agent: str
    they: str
    document: str
    backed: str
    weak_adjectives: str
    dated: str
    relative_years: Mapping[str, int]
    stop_words: frozenset[str]

    @cached_property
    def compiled_cues(self) -> tuple[tuple[Cue, re.Pattern[str]], ...]:
        """Cues in order of the table; earlier ones win a place over later ones."""
        return tuple((cue, re.compile(cue.pattern, re.IGNORECASE)) for cue in self.cues)

    @cached_property
    def patterns(self) -> "Patterns":
        """The single patterns, compiled once."""
        return Patterns(self)


class Patterns:
    """Compiled patterns of a language, by name, on first use."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __getattr__(self, name: str) -> re.Pattern[str]:
        compiled = re.compile(getattr(self._language, name), re.IGNORECASE)
        self.__dict__[name] = compiled
        return compiled


_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")


def language_of(text: str) -> str:
    """'ru' for a text mostly in Cyrillic letters, else 'en'.

    >>> language_of("Он предложил создать фонд")
    'ru'
    """
    sample = text[:20_000]
    return "ru" if len(_CYRILLIC.findall(sample)) > len(_LATIN.findall(sample)) else "en"
