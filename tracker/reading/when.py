"""When: the date an undertaking is due, the date of an act, what is told as past, and the forum."""

import re
from datetime import date

from tracker.dates import parse
from tracker.errors import BadDate
from tracker.reading.acts import Act
from tracker.reading.language import Language
from tracker.reading.sentences import Sentence

_YEAR = re.compile(r"\b(19[5-9]\d|20\d\d)\b")


def dates(text: str, act: Act, language: Language, article_date: str | None) -> tuple[str | None, str | None]:
    """When the undertaking is due, and when the act was done: the dates of the sentence, after and before today."""
    today = _day(article_date)
    spelled = [
        edtf
        for found in language.patterns.dated.finditer(text[:1000])
        if (edtf := _edtf(found.group(), today, language)) is not None
    ]
    if today is None or not spelled:
        return None, None
    due = next((edtf for edtf in spelled if edtf[:10] > today.isoformat()[: len(edtf[:10])]), None)
    done = next((edtf for edtf in spelled if edtf[:10] <= today.isoformat()[: len(edtf[:10])]), None)
    return due, done


def _day(article_date: str | None) -> date | None:
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", article_date or "")
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2] or 12), int(match[3] or 28))
    except ValueError:
        return None


def _edtf(words: str, today: date | None, language: Language) -> str | None:
    """The date in the words, completed by the article's year; None for what cannot be read."""
    if today is None:
        return None
    flat = " ".join(words.replace(",", " ").split()).lower()
    for phrase, years in language.relative_years.items():
        if phrase in flat:
            return str(today.year + years)
    if not _YEAR.search(flat):
        flat = f"{flat} {today.year}"
    flat = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\b(?:году|года|год|г)\b\.?", "", flat).strip()
    if re.fullmatch(r"(?:in|by|в|к|до)?\s*\d{4}", flat):
        return flat[-4:]
    try:
        return parse(re.sub(r"^(?:on|in|by|в|к|до)\s+", "", flat), today=today)
    except BadDate:
        return None


def is_historic(text: str, act: Act, language: Language, article_date: str | None) -> bool:
    """Whether the act is told as an earlier one: by words of recalling, or by a year before the article's."""
    near = text[max(0, act.start - 120) : act.end + 60]
    if language.patterns.historic.search(near):
        return True
    today = _day(article_date)
    if today is None:
        return False
    years = [int(year) for year in _YEAR.findall(text[max(0, act.start - 80) : act.end + 120])]
    return bool(years) and max(years) < today.year


def forum(sentence: Sentence, text: str, language: Language) -> str | None:
    """The forum named in the sentence, else the first one the article names."""
    for place in (sentence.text, text[:6000]):
        found = [(place.find(name), code) for name, code in language.forums.items() if _names(place, name)]
        if found:
            return min(found)[1]
    return None


def _names(place: str, name: str) -> bool:
    at = place.find(name)
    return at >= 0 and not place[at - 1 : at].isalnum() and not place[at + len(name) : at + len(name) + 1].isupper()
