"""An invented corner of the world, so that no sentence of anybody else stands in a test."""

from typing import NamedTuple

from tracker.reading import Candidate, candidates

KNOWN = {
    "Freedonia": "FD",
    "Freedonian": "FD",
    "Sylvania": "SV",
    "Sylvanian": "SV",
    "Ruritania": "RT",
    "Ruritanian": "RT",
    "Фридония": "FD",
    "фридонский": "FD",
    "Сильвания": "SV",
    "сильванский": "SV",
    "Руритания": "RT",
    "руританский": "RT",
}
# Who is who, for texts in which they are later called by their family names only.
ENGLISH_CAST = (
    "President Anna Petrel of Freedonia, President Omar Moro of Sylvania and Prime Minister Karl Vale of Ruritania "
    "came to Port Ana on Friday.\n\n"
)
RUSSIAN_CAST = (
    "В Порт-Ану прибыли президент Фридонии Андрей Петрел, президент Сильвании Омар Моро и премьер-министр "
    "Руритании Карл Вейл.\n\n"
)


class Expected(NamedTuple):
    """What a candidate must say: words of its title, and its actors by code and family name."""

    title: str
    kind: str
    country: str | None = None
    person: str | None = None
    supporters: tuple[str, ...] = ()


def read(text: str, article_date: str | None = "2030-05-10") -> list[Candidate]:
    """All candidates, weak ones too."""
    return candidates(text, article_date=article_date, known=KNOWN)


def listed(text: str, article_date: str | None = "2030-05-10") -> list[Candidate]:
    """The candidates that are shown unasked."""
    return [candidate for candidate in read(text, article_date) if not candidate.weak]


def as_expected(candidate: Candidate, wanted: Expected) -> Expected:
    """The candidate in the form of what is wanted of it: its title only if the wanted words are missing from it."""
    return Expected(
        title=wanted.title if wanted.title.lower() in candidate.title.lower() else candidate.title,
        kind=candidate.kind,
        country=candidate.proposer_country,
        person=(candidate.proposer_person or "").rsplit(" ", 1)[-1] or None,
        supporters=tuple(sorted(candidate.supporters)),
    )


def compared(text: str, wanted: list[Expected]) -> tuple[list[Expected], list[Expected]]:
    """What was found and what was wanted, to be compared whole; both in the order of the titles wanted."""
    found = listed(text)
    got: list[Expected] = []
    for want in wanted:
        fits = [candidate for candidate in found if want.title.lower() in candidate.title.lower()]
        if fits:
            got.append(as_expected(fits[0], want))
            found.remove(fits[0])
    got += [as_expected(candidate, Expected("", "")) for candidate in found]
    return got, wanted
