"""Reading an article: text in, candidate initiatives out. Pure: no disk, clock or network.

    sentences     the text cut into sentences with their roles (headline, item of a list, page furniture)
    actors        who is named where; mentions is what it notes, people holds the persons, words the stems
    speakers      who speaks in each sentence
    acts          the words that propose, support, agree, sign ... and, through undertakings, their objects;
                  worth says how concrete an object is
    attribution   whose act it is, who backs it
    merging       what headline, lead and quotation repeat becomes one
    ranking       how sure it is, and what is weak
    when          dates and forum

A language is one file of tables (`english`, `russian`, with their names); `language` says what it must fill.
"""

from collections.abc import Mapping

from tracker.reading import languages
from tracker.reading.candidate import Candidate, Stance
from tracker.reading.language import language_of
from tracker.reading.pipeline import read

__all__ = ["Candidate", "Stance", "candidates", "language_of"]


def candidates(
    text: str, *, article_date: str | None = None, known: Mapping[str, str] | None = None
) -> list[Candidate]:
    """The candidate initiatives of the text in the order of their place.

    `article_date` (EDTF) resolves "next year". `known` adds names of countries and their adjectives with codes.
    """
    return read(text, languages.get(language_of(text)), article_date, known or {})
