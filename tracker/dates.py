"""Dates kept as precisely as they were given: people's words in, canonical EDTF strings out, never a guess.

The canonical forms: `2025-11-16`, `2025-11`, `2025`, `2025-21` to `-24` (spring, summer, autumn, winter of the northern
half; winter 2025 runs from December 2025 to February 2026), `2025-33` to `-36` (quarters), each also with `~` (about),
`?` (uncertain) or `%` (both); and the intervals `A/B`, `A/..`, `../B`.
"""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from tracker._months import MONTHS, UNREAD, Parts, Token, kinds_of, month_number, parts_of, tokens_of, words
from tracker.errors import BadDate
from tracker.text import fold, visible

Precision = Literal["day", "month", "quarter", "season", "year", "interval"]
Span = tuple[date, date]

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_POINT = r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?"
_EDTF = rf"{_POINT}(?:/(?:{_POINT}|\.\.))?|\.\./{_POINT}"
_CLOCK = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-](?:0\d|1[0-4]):?[0-5]\d))?"

_CLOCK_WORDS = ("at", "am", "pm", "utc", "gmt", "z", "st", "nd", "rd", "th")

_LONGEST = 80  # no date is longer, and nobody shall wait for the reading of a pasted page
_NO_YEAR = "has no year of four digits: type it in full, as in 2025-11-16, Nov 2025 or 2025"


# -- canonical dates -----------------------------------------------------------


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> Span:
    """The first and the last possible day; an open side reaches to the end of the calendar.

    >>> bounds("2025-11")
    (datetime.date(2025, 11, 1), datetime.date(2025, 11, 30))
    """
    if len(edtf) == 10 and edtf[4] == edtf[7] == "-":
        try:
            return (day := date.fromisoformat(edtf)), day
        except ValueError:
            pass  # told below, with the reason
    try:
        return _span(edtf)
    except BadDate as why:
        raise _refusal(edtf, why) from None


def check(edtf: str) -> str:
    """The same text, if it is a canonical date; else BadDate."""
    bounds(edtf)
    return edtf


def is_edtf(text: str) -> bool:
    """Whether the text is a canonical date."""
    try:
        bounds(text)
    except BadDate:
        return False
    return True


def is_open_end(edtf: str) -> bool:
    """Whether the date goes on without an end, as `2025-11/..` does."""
    return edtf.endswith("/..")


def sort_key(edtf: str) -> Span:
    """The order of dates: by first possible day, then by last."""
    return bounds(edtf)


def covers(span: str, edtf: str) -> bool:
    """Whether at least one possible day of the date lies within the span: `2025` covers `2025-11/2026-02`."""
    (begin, end), (first, last) = bounds(span), bounds(edtf)
    return first <= end and begin <= last


def precision(edtf: str) -> Precision:
    """How precisely the date is known."""
    if "/" in check(edtf):
        return "interval"
    point = edtf.rstrip("~?%")
    if len(point) != 7:
        return "year" if len(point) == 4 else "day"
    return "month" if point[5:] <= "12" else "season" if point[5:] in _SEASONS else "quarter"


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month; it stays within the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return date.min if year < 1 else date.max
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def display(edtf: str) -> str:
    """The date as people read it, in English; `parse` reads it back.

    >>> display("2025-11-15/2025-11-16"), display("2025-24~"), display("../2024-08")
    ('15–16 Nov 2025', 'about winter 2025/26', 'by Aug 2024')
    """
    begin, _, end = check(edtf).partition("/")
    if not end:
        return _display_point(begin)
    if end == "..":
        return f"from {_display_point(begin)}"
    if begin == "..":
        return f"by {_display_point(end)}"
    alike = len(begin) == len(end) in (7, 10) and (begin + end).replace("-", "").isdecimal()
    if alike and len(begin) == 10 and begin[:7] == end[:7]:
        return f"{int(begin[8:])}–{_display_point(end)}"
    if alike and begin[:4] == end[:4] and begin[5:7] <= "12" >= end[5:7]:
        return f"{_display_point(begin)[:-5]} – {_display_point(end)}"
    return f"{_display_point(begin)} – {_display_point(end)}"


def _display_point(edtf: str) -> str:
    point = edtf.rstrip("~?%")
    doubt = edtf[len(point) :]
    year, code = point[:4], point[5:7]
    if code == "24":
        shown = f"winter {year}/{(int(year) + 1) % 100:02}"
    elif code in _SEASONS:
        shown = f"{_SEASONS[code]} {year}"
    elif code > "12":
        shown = f"Q{int(code) - 32} {year}"
    else:
        shown = " ".join([*filter(None, [point[8:].lstrip("0"), code and MONTHS[int(code) - 1][:3]]), year])
    return ("about " if doubt in ("~", "%") else "") + shown + ("?" if doubt in ("?", "%") else "")


def _span(edtf: str) -> Span:
    """As `bounds`, but what BadDate says still lacks its subject, the date."""
    if not re.fullmatch(_EDTF, edtf, re.ASCII):
        raise BadDate("is not in standard form: write a day, month or year as 2025-11-16, 2025-11, 2025 or 2025-11/..")
    begin, _, end = edtf.partition("/")
    first = date.min if begin == ".." else _point_span(begin)[0]
    last = date.max if end == ".." else _point_span(end or begin)[1]
    if last < first:
        raise BadDate("ends before it begins: type the earlier date first, and each year in full")
    return first, last


def _point_span(edtf: str) -> Span:
    year, *finer = (int(number) for number in edtf.rstrip("~?%").split("-"))
    if not year:
        raise BadDate("has the year 0000, which never was: type a year from 0001 to 9999")
    if not finer:
        return date(year, 1, 1), date(year, 12, 31)
    month, *day = finer
    if not day and (21 <= month <= 24 or 33 <= month <= 36):
        begin = date(year, (month - 20) * 3 if month <= 24 else (month - 33) * 3 + 1, 1)
        final = add_months(begin, 2)
        return begin, date.max if final == date.max else final.replace(day=_days_in(final.year, final.month))
    length = _days_in(year, month_number(month))
    if not day:
        return date(year, month, 1), date(year, month, length)
    if not 1 <= day[0] <= length:
        raise BadDate(f"has a day that {MONTHS[month - 1]} {year} has not: type a day from 1 to {length}")
    return date(year, month, day[0]), date(year, month, day[0])


def _days_in(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def _refusal(text: str, why: BadDate) -> BadDate:
    shown = visible(text[:41])
    return BadDate(f"the date '{shown if len(shown) <= 40 else shown[:39] + '…'}' {why}")


# -- what people type ----------------------------------------------------------


def parse(text: str, *, today: date) -> str:
    """The canonical form of a date as a person typed it; BadDate if it could be anything else.

    >>> parse("16 ноября 2025 г.", today=date(2025, 12, 1))
    '2025-11-16'
    """
    try:
        return _read(text.strip(), today)
    except BadDate as why:
        raise _refusal(text, why) from None


def _read(typed: str, today: date) -> str:
    if len(typed) > _LONGEST:
        raise BadDate(UNREAD)
    if re.fullmatch(_EDTF, typed, re.ASCII):
        _span(typed)
        return typed
    typed = " ".join(typed.split())
    if not typed.isprintable() or re.findall("[0-9]+", typed) != re.findall("[0-9]+", fold(typed)):
        raise BadDate("holds a hidden character or a number in other digits: type it afresh, as in 2025-11-16")
    if re.fullmatch("[0-9]{8}", typed):
        return _read(f"{typed[:4]}-{typed[4:6]}-{typed[6:]}", today)
    if ":" in typed:
        return _read_day(typed, today)
    edtf = _read_sentence(tokens_of(typed, today))
    _span(edtf)
    return edtf


def _read_day(typed: str, today: date) -> str:
    """The day of a date with a time of day, as it is written there: no time zone moves it."""
    if not (split := re.fullmatch(rf"(?:(\d{{4}}-\d\d-\d\d)T|(.+?),? ){_CLOCK}", typed, re.ASCII)):
        return _read_dateline(typed)
    day = _read(split[1] or split[2], today)
    if precision(day) != "day":
        raise BadDate("has a time but no day: type the day alone, as in 2025-11-16")
    return day


def _read_dateline(typed: str) -> str:
    """The day in an English date with its time elsewhere: `Sun Nov 16 23:30:00 UTC 2025`, `Nov 16, 2025, 10:30 PM`.

    dateutil fills what is missing from a default; two defaults that agree prove that nothing was. It lets a weekday
    contradict the date and takes unknown capitals for a time zone, so words and numbers are compared with its answer.
    """
    found = [words().get(word, ("#", 0)) for word in re.findall("[a-z]+", fold(typed)) if word not in _CLOCK_WORDS]
    numbers = re.findall(r"(?<![\d:.+-])\d+(?![\d:.])", typed)
    if not re.fullmatch("[A-Za-z0-9 ,.:+-]+", typed) or not re.fullmatch("k?m|mk", kinds_of(found)):
        raise BadDate(UNREAD)
    from dateutil import parser  # 13 ms; only a date with its time in an unusual place gets here

    try:
        defaults = datetime(2000, 1, 1), datetime(2001, 2, 2)
        day, same = (parser.parse(typed, default=default, ignoretz=True).date() for default in defaults)
    except (ValueError, OverflowError):
        raise BadDate(UNREAD) from None
    if day != same or sorted(map(int, numbers)) != sorted([day.year, day.day]):
        raise BadDate(UNREAD)
    return _edtf({"y": day.year, "n": day.day} | dict(found))


def _read_sentence(tokens: list[Token]) -> str:
    if point := _read_point(tokens):
        return point
    kinds = kinds_of(tokens)
    if kinds[:1] in ("t", "b") and (point := _read_point(tokens[2 if kinds[1:2] == "e" else 1 :])):
        return f"../{point}"
    if kinds[:1] == "f":
        tokens = tokens[1:]
        if point := _read_point(tokens):
            return f"{point}/.."
    cuts = [at for at, (kind, _) in enumerate(tokens) if kind in "-–t"]
    intervals = {both for at in cuts if (both := _read_interval(tokens[:at], tokens[at + 1 :]))}
    if len(intervals) != 1:
        raise BadDate(UNREAD if re.search("[yT]", kinds) or not kinds else _NO_YEAR)
    return intervals.pop()


def _read_point(tokens: list[Token]) -> str | None:
    parts, doubt = parts_of(tokens)
    return _edtf(parts) + doubt if parts and _is_whole(parts) else None


def _read_interval(left: list[Token], right: list[Token]) -> str | None:
    """Both ends of an interval; what is written once counts for both, as in "15–16 November 2025"."""
    (first, doubt), (last, doubt_of_last) = parts_of(left), parts_of(right)
    if not first or not last:
        return None
    if _is_whole(first) and _is_whole(last):
        return f"{_edtf(first)}{doubt}/{_edtf(last)}{doubt_of_last}"
    year_first = left[0][0] in "yw"
    if doubt or doubt_of_last or not ("y" in last or year_first):
        return None
    begin, end = _filled(first, last), _filled(last, first)
    alike = begin.keys() - {"k"} == end.keys() - {"k"}
    return f"{_edtf(begin)}/{_edtf(end)}" if alike and _is_whole(begin) and _is_whole(end) else None


def _is_whole(parts: Parts) -> bool:
    return "y" in parts and ("n" not in parts or "m" in parts)


def _filled(own: Parts, other: Parts) -> Parts:
    lent = ("y", "m") if "n" in own else ("y",)
    return {part: other[part] for part in lent if part in other} | own


def _edtf(parts: Parts) -> str:
    edtf = "-".join([f"{parts['y']:04}", *(f"{parts[part]:02}" for part in "mn" if part in parts)])
    first, _ = _span(edtf)
    if "k" in parts and first.isoweekday() != parts["k"]:
        right, wrong = _WEEKDAYS[first.isoweekday() - 1], _WEEKDAYS[parts["k"] - 1]
        raise BadDate(f"is a {right}, not a {wrong}: type {edtf} if that is the day")
    return edtf
