"""The words that dates are written with, in the languages of Central Asia and its neighbours, and how one date is made
of them; asked only by `dates`, which knows the calendar.

Every word, number and mark is a token of some kind, and the order of the kinds decides: `nmy` is 16 November 2025.

    n one or two digits   y four digits   m month    s season   k weekday   q quarter   r first to fourth
    T a day counted from today   w "year"   M D month and day signs   a about   p perhaps
    f from   t until   b by   e end   o says nothing   – dash of a range   - . / ? ~ % themselves   # unknown
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from tracker.errors import BadDate
from tracker.text import fold

Token = tuple[str, int]  # kind and value
Parts = dict[str, int]  # y year, m month (or code of a season or quarter), n day, k weekday (Monday is 1)

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNREAD = "cannot be read: type it as 2025-11-16, 2025-11 or 2025, or in words such as 16 Nov 2025"

# Twelve names, then the endings they take; "-" leaves a month out, "_" is no ending.
_NAMES = (
    # English
    ("january february march april may june july august september october november december", "_"),
    ("jan feb mar apr - jun jul aug sept oct nov dec", "_"),
    ("- - - - - - - - sep - - -", "_"),
    # Russian, and as Kyrgyz, Tajik and Cyrillic Uzbek write the same names
    ("январ феврал март апрел май июн июл август сентябр октябр ноябр декабр", "_ ь я а е ю у и ы да нда ында"),
    ("- - - - ма - - - - - - -", "я е ю"),
    ("янв февр мар апр - - - авг сент окт нояб дек", "_"),
    ("- фев - - - - - - сен - ноя -", "_"),
    # Kazakh
    (
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
        "_ да де та те дағы дегі тегі ы і сы сі ның нің",
    ),
    # Uzbek and Azerbaijani
    ("yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr", "_ i da dagi ning nda inda in ın"),
    ("- - - - - - - avqust sentyabr oktyabr - -", "_ i da dagi ning ında in ın"),
    ("yan fev - - - iyn iyl avg sen okt noy dek", "_"),
    # Turkmen
    ("ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr", "_ y i da ynda"),
    # Turkish
    ("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık", "_ da de ta te"),
)

# Words of one kind; a stroke begins the next value, counted from 1.
_VALUED = {
    "s": "spring весна весны весной весну көктем bahor"
    " | summer лето лета летом жаз yoz"
    " | autumn fall осень осени осенью күз kuz"
    " | winter зима зимы зимой зиму қыс qish",
    "k": "monday mon понедельник пн | tuesday tue tues вторник вт | wednesday wed среда среду ср"
    " | thursday thu thur thurs четверг чт | friday fri пятница пятницу пт | saturday sat суббота субботу сб"
    " | sunday sun воскресенье вс",
    "r": "i first первый первого первом | ii second второй второго втором | iii third третий третьего третьем"
    " | iv fourth четвертый четвертого четвертом",
    "T": "yesterday вчера кеше kecha | today сегодня бүгін bugun | tomorrow завтра ертең ertaga",
}

_PLAIN = {
    "q": "q quarter кв квартал квартала квартале кварталу тоқсан тоқсаны chorak choragi",
    "w": "year г год года году ж жыл жылы жылғы жылдың жылдын yil yili yilning йил йили йилнинг"
    " сол соли ýyl ýyly ýylyň il ili ilin yıl yılı 年 년",
    "M": "月 월",
    "D": "日 号 일",
    # "c" only with its dot: without it, it looks like the Russian word for "from".
    "a": "about around circa ca c. approx approximately около примерно ок шамамен taxminan",
    "p": "possibly perhaps maybe возможно",
    "f": "from since с со",
    "t": "until till to до по",
    "b": "by к ко",
    "e": "end конца концу конец",
    "o": "of the in on onwards month в во айы моҳи ayı kuni күні",
}

# Endings of a number: 16th, 16-го, 2025-ci, 16-njy, 3-чи.
_ORDINALS = fold("st|nd|rd|th|го|ого|й|ый|я|е|м|ом|ci|cu|nji|njy|чы|чи|чу|чү|ч")


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[str, int]]:
    """Every word, folded as `text.fold` does, with its kind and value."""
    known: dict[str, tuple[str, int]] = {}
    for names, endings in _NAMES:
        for month, name in enumerate(names.split(), start=1):
            if name != "-":
                known |= {fold(name + ending.strip("_")): ("m", month) for ending in endings.split()}
    for kind, listed in _VALUED.items():
        for value, group in enumerate(listed.split("|"), start=1):
            known |= {fold(word): (kind, value) for word in group.split()}
    for kind, listed in _PLAIN.items():
        known |= {fold(word): (kind, 0) for word in listed.split()}
    return known


_TOKEN = (
    rf"(?P<number>[0-9]+)(?:-?(?:{_ORDINALS})(?![^\W\d_]))?|(?P<word>[^\W\d_]+\.?)"
    # a hyphen glued only to the number after it is a minus: "16 May -0500" is no date of ours
    r"|(?P<range> ?[–—] ?| ?[-‐‑−] | [-‐‑−](?![0-9]))|(?P<hyphen>(?<! )[-‐‑−])|(?P<mark>[./?~%])|[ ,]|(?P<unknown>.)"
)
_YEAR = "(?:wy|y(?:-?w)?)"
_IN_WORDS = (
    rf"k?n[-.]?m[-.]?{_YEAR}k?|k?m-?n[-.]?{_YEAR}k?|k?{_YEAR}-?n-?mk?|k?{_YEAR}-?m-?nk?|[ms]-?{_YEAR}|{_YEAR}-?[ms]|{_YEAR}"
    rf"|k?n|k?n-?m|k?m-?n|n{_YEAR}|{_YEAR}n|[ms]"  # half dates, good only as a side of an interval
)
_IN_QUARTERS = rf"qn-?{_YEAR}|{_YEAR}-?qn|[nr]-?q{_YEAR}|{_YEAR}-?[nr]-?q|qn"


def tokens_of(typed: str, today: date) -> list[Token]:
    """What the text is made of, without commas and words that say nothing; BadDate at the first unknown word."""
    found = [_token(match) for match in re.finditer(_TOKEN, fold(typed)) if match.lastgroup]
    if any(kind == "#" for kind, _ in found):
        raise BadDate(UNREAD)
    return [
        (kind, (today + timedelta(value - 2)).toordinal() if kind == "T" else value)
        for kind, value in found
        if kind != "o"
    ]


def _token(match: re.Match[str]) -> Token:
    group, text = match.lastgroup, match[0]
    if group == "number":
        return {1: "n", 2: "n", 4: "y"}.get(len(match[1]), "#"), int(match[1])
    if group == "word":
        return words().get(text) or words().get(text.rstrip(".")) or ("#", 0)
    return {"range": "–", "hyphen": "-", "mark": text}.get(group or "", "#"), 0


def kinds_of(tokens: list[Token]) -> str:
    """The kinds of the tokens, as one word."""
    return "".join(kind for kind, _ in tokens)


def parts_of(tokens: list[Token]) -> tuple[Parts | None, str]:
    """The parts of one date, whole or half, and the mark of its doubt; None if it has another shape."""
    kinds = kinds_of(tokens)
    begin, end = len(kinds) - len(kinds.lstrip("ap~")), len(kinds.rstrip("~?%"))
    core, marks = tokens[begin:end], kinds[:begin] + kinds[end:]
    about, unsure = not {*marks}.isdisjoint("a~%"), not {*marks}.isdisjoint("p?%")
    parts = _in_words(core) or _in_quarters(core) or _in_numbers(core)
    return parts, "%" if about and unsure else "~" if about else "?" if unsure else ""


def _in_words(tokens: list[Token]) -> Parts | None:
    kinds, parts = kinds_of(tokens), dict(tokens)
    if kinds == "T":
        day = date.fromordinal(parts["T"])
        return {"y": day.year, "m": day.month, "n": day.day}
    winter = kinds == "sy/n" and parts["s"] == 4 and parts["n"] == (parts["y"] + 1) % 100
    if not winter and not re.fullmatch(_IN_WORDS, kinds):
        return None
    if "s" in parts:
        return {"y": parts["y"], "m": 20 + parts["s"]} if "y" in parts else {"m": 20 + parts["s"]}
    return {kind: value for kind, value in tokens if kind in "ymnk"}


def _in_quarters(tokens: list[Token]) -> Parts | None:
    if not re.fullmatch(_IN_QUARTERS, kinds_of(tokens)):
        return None
    quarter = next(value for kind, value in tokens if kind in "nr")
    if not 1 <= quarter <= 4:
        raise BadDate(f"has the quarter {quarter}, and a year has four: type Q1, Q2, Q3 or Q4 and the year")
    return {"m": 32 + quarter} | {kind: value for kind, value in tokens if kind == "y"}


def _in_numbers(tokens: list[Token]) -> Parts | None:
    kinds = kinds_of(tokens)
    parts = {kind: value for kind, value in tokens if kind in "yk"}
    numbers = [value for kind, value in tokens if kind == "n"]
    if full := re.fullmatch(rf"k?n([-–/.])n\1{_YEAR}k?", kinds):
        day, month = numbers if full[1] == "." else _day_month(numbers[0], numbers[1], parts["y"])
    elif re.fullmatch(rf"k?y([-–/.])n\1nk?|{_YEAR}nMnD", kinds):
        month, day = numbers
    elif kinds == "n.n":  # half a date, good only as a side of an interval
        day, month = numbers
    elif re.fullmatch(rf"n[-/.]{_YEAR}|{_YEAR}nM|y[-–/]n", kinds):
        _refuse_years(kinds, parts["y"], numbers[0])
        return parts | {"m": month_number(numbers[0])}
    else:
        return None
    return parts | {"m": month, "n": day}


def _day_month(first: int, second: int, year: int) -> tuple[int, int]:
    """Which is the day and which the month; BadDate if either could be."""
    if first > 12 or first == second:
        return first, second
    if second > 12:
        return second, first
    for number in (first, second):
        month_number(number)
    readings = f"{first} {MONTHS[second - 1]} or {second} {MONTHS[first - 1]}"
    raise BadDate(f"is {readings}: type {year:04}-{second:02}-{first:02} or {year:04}-{first:02}-{second:02}")


def _refuse_years(kinds: str, year: int, number: int) -> None:
    """BadDate for `2010/11` and `2010–11`, which may well be two years."""
    if kinds in ("y/n", "y–n") and number > year % 100:
        later = year - year % 100 + number
        month = f"{MONTHS[number - 1]} {year} or " if 1 <= number <= 12 else ""
        typed = f"{year:04}-{number:02} or " if month else ""
        raise BadDate(f"is {month}the years {year} to {later}: type {typed}{year:04}/{later:04}")


def month_number(number: int) -> int:
    """The same number, if a month has it; else BadDate."""
    if not 1 <= number <= 12:
        raise BadDate(f"has the month {number:02}, and there is none: type a month from 01 to 12")
    return number
