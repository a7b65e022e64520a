"""Dates: never another date than the one meant."""

import re
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker import _months, dates
from tracker.errors import BadDate

TODAY = date(2025, 12, 1)
DAY = "2025-11-16"


def read(text: str) -> str:
    return dates.parse(text, today=TODAY)


# -- what people type ----------------------------------------------------------

READ = {
    # standard forms
    DAY: DAY,
    "2025-11": "2025-11",
    "2025": "2025",
    "0001-01-01": "0001-01-01",
    "9999-12-31": "9999-12-31",
    "2024-02-29": "2024-02-29",
    "2025-21": "2025-21",
    "2025-36": "2025-36",
    "2025-11~": "2025-11~",
    "2025%": "2025%",
    "2025-11/2026-02": "2025-11/2026-02",
    "2025~/2026?": "2025~/2026?",
    "2025-11/..": "2025-11/..",
    "../2024-08": "../2024-08",
    # numbers
    " 2025-11-16\n": DAY,
    "2025-1-6": "2025-01-06",
    "2025/11/16": DAY,
    "2025.11.16": DAY,
    "20251116": DAY,
    "2025‐11‐16": DAY,
    "2025–11–16": DAY,
    "2025−11−16": DAY,
    "16.11.2025": DAY,
    "05.11.2025": "2025-11-05",
    "16.11.2025 г.": DAY,
    "16/11/2025": DAY,
    "11/16/2025": DAY,
    "16-11-2025": DAY,
    "05/05/2025": "2025-05-05",
    "11/2025": "2025-11",
    "11.2025": "2025-11",
    "2025/11": "2025-11",
    # a time of day; no time zone moves the date
    "2025-11-16T23:30:00+05:00": DAY,
    "2025-11-16T23:59:59-11:00": DAY,
    "2025-11-16T00:30:00.123456Z": DAY,
    "2025-11-16 00:30": DAY,
    "16.11.2025 10:30": DAY,
    "16 ноября 2025, 10:30": DAY,
    "Sun, 16 Nov 2025 23:30:00 +0500": DAY,
    "Sun Nov 16 23:30:00 UTC 2025": DAY,
    "Nov 16, 2025, 10:30 PM": DAY,
    "10:30, Sunday 16 November 2025": DAY,
    # English
    "16 Nov 2025": DAY,
    "16 NOV. 2025": DAY,
    "16-Nov-2025": DAY,
    "16Nov2025": DAY,
    "the 16th of November 2025": DAY,
    "Nov 16th, 2025": DAY,
    "November 16, 2025": DAY,
    "2025 November 16": DAY,
    "Sunday, 16 November 2025": DAY,
    "16 November 2025 Sun": DAY,
    "16\u00a0Nov\u202f2025": DAY,
    "Nov 2025": "2025-11",
    "November of 2025": "2025-11",
    "in Sept. 2025": "2025-09",
    "year 2025": "2025",
    "16 Nov 0025": "0025-11-16",
    "today": "2025-12-01",
    "Yesterday": "2025-11-30",
    # quarters and seasons
    "Q3 2025": "2025-35",
    "q3, 2025": "2025-35",
    "2025 Q3": "2025-35",
    "2025-Q3": "2025-35",
    "3rd quarter of 2025": "2025-35",
    "third quarter 2025": "2025-35",
    "III квартал 2025 года": "2025-35",
    "2025 год, 3-й квартал": "2025-35",
    "3 кв. 2025": "2025-35",
    "spring 2025": "2025-21",
    "fall 2025": "2025-23",
    "autumn of 2025": "2025-23",
    "winter 2025": "2025-24",
    "winter 2025/26": "2025-24",
    "весна 2025": "2025-21",
    "осенью 2025 г.": "2025-23",
    # Russian, Kazakh, Uzbek, Kyrgyz, Tajik, Turkmen, Azerbaijani, Turkish, Chinese
    "16 ноября 2025": DAY,
    "16 НОЯБРЯ 2025 ГОДА": DAY,
    "16-го ноября 2025г.": DAY,
    "воскресенье, 16 ноября 2025 г.": DAY,
    "ноябрь 2025": "2025-11",
    "в ноябре 2025 года": "2025-11",
    "1 мая 2025": "2025-05-01",
    "май 2025": "2025-05",
    "2025 год": "2025",
    "2025 жылғы 16 қараша": DAY,
    "2025 жылғы 16 қарашада": DAY,
    "16 қараша 2025 ж.": DAY,
    "2025 жылғы қыркүйек": "2025-09",
    "16 noyabr 2025": DAY,
    "2025-yil 16-noyabr": DAY,
    "2025-yil 16-noyabr kuni": DAY,
    "2025 йил 16 ноябрь": DAY,
    "2025-жылдын 16-ноябры": DAY,
    "16 ноябри соли 2025": DAY,
    "2025-nji ýylyň 16-njy noýabry": DAY,
    "16 noyabr 2025-ci il": DAY,
    "5 avqust 2025": "2025-08-05",
    "16 Kasım 2025": DAY,
    "2025年11月16日": DAY,
    "2025年11月": "2025-11",
    # doubt
    "circa 2025": "2025~",
    "c. 2025": "2025~",
    "about Nov 2025": "2025-11~",
    "~2025": "2025~",
    "около 2025 года": "2025~",
    "Nov 2025?": "2025-11?",
    "perhaps 2025": "2025?",
    "about 2025?": "2025%",
    # intervals
    "15-16 November 2025": "2025-11-15/2025-11-16",
    "15–16 ноября 2025": "2025-11-15/2025-11-16",
    "November 15 – 16, 2025": "2025-11-15/2025-11-16",
    "Sat 15 – Sun 16 Nov 2025": "2025-11-15/2025-11-16",
    "15-16.11.2025": "2025-11-15/2025-11-16",
    "15.11–16.11.2025": "2025-11-15/2025-11-16",
    "15.11.2025 - 16.11.2025": "2025-11-15/2025-11-16",
    "2025-11-15 - 2025-11-16": "2025-11-15/2025-11-16",
    "2025 жылғы 15–16 қараша": "2025-11-15/2025-11-16",
    "с 15 по 16 ноября 2025 г.": "2025-11-15/2025-11-16",
    "from 30 November to 2 December 2025": "2025-11-30/2025-12-02",
    "November 30 – December 2, 2025": "2025-11-30/2025-12-02",
    "Nov 2025 - Feb 2026": "2025-11/2026-02",
    "Jan–Mar 2025": "2025-01/2025-03",
    "2025 Q3–Q4": "2025-35/2025-36",
    "Nov 2025- Feb 2026": "2025-11/2026-02",
    "2023-2025": "2023/2025",
    "about 2023 – 2025?": "2023~/2025?",
    "by Aug 2024": "../2024-08",
    "until 16 Nov 2025": f"../{DAY}",
    "by the end of 2025": "../2025",
    "до конца 2026 года": "../2026",
    "since Nov 2025": "2025-11/..",
    "from 2025 on": "2025/..",
    "с ноября 2025": "2025-11/..",
}


@pytest.mark.parametrize(("typed", "meant"), READ.items())
def test_what_people_write_is_read(typed: str, meant: str) -> None:
    assert read(typed) == meant


REFUSED = [
    *("", " ", "\n", "soon", "abc", "noon", "NaN", "null", "None", "-", "/", "..", "../..", ".", "?", "~", ","),
    # no such day, month or year
    *("31 Feb 2025", "2025-02-29", "2100-02-29", "2025-13-01", "2025-00-10", "2025-11-00", "2025-11-32", "29.02.2025"),
    *("0000-01-01", "0000", "10000-01-01", "-2025-11-16", "11.16.2025", "16/13/2025", "2025/16/11", "2025-25"),
    *("13/2025", "21.2025", "2025/33", "Q5 2025", "Q0 2025", "0 Nov 2025", "05/00/2025"),
    # something is missing
    *("10", "16", "5", "May", "Sat", "Friday", "next Friday", "12:30", "11.16", "1.5", "16 Nov", "Q3", "spring"),
    *("15–16 November", "Nov–Dec", "year", "of", "about", "since", "by"),
    # the year is not in full
    *("25-11-16", "16-11-25", "1/2/25", "16 Nov 25", "Nov '25", "16.11.25", "25", "16 Nov 25 10:30", "16 Nov 025"),
    # too much
    *("2025-11-16 foo", "2025-11-16 2025-11-17", "2025-11-16-", "2025-11-16; DROP TABLE", "[red]2025-11-16"),
    *("15, 16 November 2025", "16 May -0500", "16 Nov Dec 2025", "2024, 2025", "2025-10-2026", "2025-11-16/"),
    # two readings
    *("03/04/2025", "11/12/2025", "3-4-2025", "2010/11", "2005–11", "2021–24", "2025/26", "Sunday 03/04/2025"),
    # the time of day is wrong, or all there is
    *("2025-11-16 25:00", "2025-11-16T24:00:00", "2025-11-16T10:60", "16 Nov 2025 25:00", "16 Nov 2025 15:30 am"),
    *("Nov 2025 12:30", "2025 12:30", "12:30 Nov 2025", "16 Nov 20:25", "10:30 16 Nov 25", "10:30 NOT 16 Nov 2025"),
    # the weekday is another
    *("Monday, 16 November 2025", "понедельник, 16 ноября 2025", "Mon, 16 Nov 2025 10:30 +0500"),
    *("Mon Nov 16 23:30:00 UTC 2025", "Fri 15 – Sun 16 Nov 2025"),
    # an interval that ends before it begins, or leaves something open
    *("2026/2025", "2025-11-16/2025-11-15", "16–15 Nov 2025", "30 Dec – 2 Jan 2026", "Dec–Feb 2026"),
    *("15 – Nov 2025", "Nov 2025 – 16", "Nov – 2025", "Feb 2025 – Nov", "from 2025 to", "by 2024–2025"),
    *("about 15–16 Nov 2025",),
    # no exact day is meant: before and after leave their day out, the rest has no edges
    *("before Nov 2025", "after 2025", "early 2025", "mid-2025", "2020s", "202X", "end of 2025"),
    # numbers of another kind
    *("1763251200", "99999999999999999999", "9" * 5000, "1e9", "99999999", "16112025", "2025-W46-7", "2025-320"),
    # other digits and what cannot be seen
    *("２０２５-１１-１６", "٢٠٢٥-١١-١٦", "2025-02-2٩x", "2025-11-1⁶", "1'6 Nov 2025", "1\u03366 Nov 2025"),
    *("2025-11-16\u200b", "\x1b[31m2025", "2025\x00", "2025\x07", "\u202e2025", "\ud8002025", "16 Nov\x7f2025"),
]  # fmt: skip


def is_clear(message: str) -> bool:
    return bool(message.isprintable() and len(message) < 250 and re.search("date|year|month|day", message))


@pytest.mark.parametrize("typed", REFUSED, ids=lambda typed: ascii(typed[:20]))
def test_what_could_be_another_date_is_refused_in_one_clear_sentence(typed: str) -> None:
    with pytest.raises(BadDate) as refusal:
        read(typed)
    message = str(refusal.value).replace("\u200b", "")
    assert is_clear(message), message


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("11/05/2025", "the date '11/05/2025' is 11 May or 5 November: type 2025-05-11 or 2025-11-05"),
        (
            "2010/11",
            "the date '2010/11' is November 2010 or the years 2010 to 2011: type 2010-11 or 2010/2011",
        ),
        ("05/00/2025", "the date '05/00/2025' has the month 00, and there is none: type a month from 01 to 12"),
        ("31 Feb 2025", "the date '31 Feb 2025' has a day that February 2025 has not: type a day from 1 to 28"),
        (
            "Monday, 16 Nov 2025",
            "the date 'Monday, 16 Nov 2025' is a Sunday, not a Monday: type 2025-11-16 if that is the day",
        ),
    ],
)
def test_a_refusal_says_what_to_type(typed: str, told: str) -> None:
    with pytest.raises(BadDate) as refusal:
        read(typed)
    assert str(refusal.value) == told


def test_a_refusal_shows_the_beginning_of_a_long_text() -> None:
    with pytest.raises(BadDate, match=f"'{'9' * 39}…'"):
        read("9" * 5000)


def test_every_word_has_one_meaning() -> None:
    meanings: dict[str, set[tuple[str, int]]] = {}
    for names, endings in _months._NAMES:
        for month, name in enumerate(names.split(), start=1):
            for ending in endings.split() if name != "-" else ():
                meanings.setdefault(_months.fold(name + ending.strip("_")), set()).add(("m", month))
    for kind, listed in (_months._VALUED | _months._PLAIN).items():
        for value, group in enumerate(listed.split("|")):
            for word in group.split():
                meanings.setdefault(_months.fold(word), set()).add((kind, value))
    assert [word for word, meant in meanings.items() if len(meant) > 1] == []


# -- canonical dates -----------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        (DAY, DAY, DAY),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("9999-24", "9999-12-01", "9999-12-31"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("9999-36", "9999-10-01", "9999-12-31"),
        ("2025-11/2026-02", "2025-11-01", "2026-02-28"),
        ("2025-11/..", "2025-11-01", "9999-12-31"),
        ("../2024-08", "0001-01-01", "2024-08-31"),
    ],
)
def test_bounds_are_the_first_and_last_possible_day(edtf: str, first: str, last: str) -> None:
    assert dates.bounds(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    ["", "2025-1-6", "20251116", "2025-W46-7", "16 Nov 2025", " 2025", "2025\n", "../..", "2026/2025", "2025-17"],
)
def test_only_canonical_dates_pass_the_check(text: str) -> None:
    assert not dates.is_edtf(text)
    with pytest.raises(BadDate) as refusal:
        dates.check(text)
    assert is_clear(str(refusal.value))


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        (DAY, "16 Nov 2025"),
        ("2025-05-01", "1 May 2025"),
        ("2025-11", "Nov 2025"),
        ("2025", "2025"),
        ("2025-35", "Q3 2025"),
        ("2025-21", "spring 2025"),
        ("2025-24", "winter 2025/26"),
        ("2025~", "about 2025"),
        ("2025-11?", "Nov 2025?"),
        ("2025%", "about 2025?"),
        ("2025-11-15/2025-11-16", "15–16 Nov 2025"),
        ("2025-11-30/2025-12-02", "30 Nov – 2 Dec 2025"),
        ("2025-11/2026-02", "Nov 2025 – Feb 2026"),
        ("2025-11/..", "from Nov 2025"),
        ("../2024-08", "by Aug 2024"),
    ],
)
def test_dates_are_shown_in_english(edtf: str, shown: str) -> None:
    assert dates.display(edtf) == shown


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        (DAY, "day"),
        ("2025-11-16?", "day"),
        ("2025-12", "month"),
        ("2025-21~", "season"),
        ("2025-33", "quarter"),
        ("2025%", "year"),
        ("2025/..", "interval"),
    ],
)
def test_precision_is_what_was_given(edtf: str, precision: str) -> None:
    assert dates.precision(edtf) == precision


def test_order_is_by_first_possible_day_then_last() -> None:
    given_order = ["2025-11-16", "2025-11", "2025", "2025-11-01", "../2024-08"]
    assert sorted(given_order, key=dates.sort_key) == ["../2024-08", "2025", "2025-11-01", "2025-11", "2025-11-16"]


def test_a_year_covers_every_date_that_may_fall_in_it() -> None:
    covered = [
        edtf for edtf in (DAY, "2025-24", "2024/2026", "../2025-01", "2026", "2024") if dates.covers("2025", edtf)
    ]
    assert covered == [DAY, "2025-24", "2024/2026", "../2025-01"]


def test_only_an_open_end_is_open() -> None:
    assert dates.is_open_end("2025-11/..")
    assert not dates.is_open_end("../2025-11")


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2025-11-16", 9, "2026-08-16"),
        ("2024-11-30", 3, "2025-02-28"),
        ("2024-03-31", -1, "2024-02-29"),
        ("9999-06-01", 9, "9999-12-31"),
        ("0001-01-31", -1, "0001-01-01"),
    ],
)
def test_months_on_stay_within_the_month_and_the_calendar(day: str, months: int, then: str) -> None:
    assert dates.add_months(date.fromisoformat(day), months) == date.fromisoformat(then)


def test_standard_dates_load_no_dateutil() -> None:
    code = (
        "import sys, datetime; from tracker import dates;"
        "dates.parse('16 Nov 2025', today=datetime.date.today());"
        "print([name for name in ('dateutil', 'calendar', 'locale', 'dataclasses', 'inspect') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


# -- whatever comes ------------------------------------------------------------


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(st.dates()).isoformat()
    code = draw(st.sampled_from([*range(21, 25), *range(33, 37)]))
    return draw(st.sampled_from([day, day[:7], day[:4], f"{day[:4]}-{code}"])) + draw(
        st.sampled_from(["", "~", "?", "%"])
    )


@st.composite
def canonical(draw: st.DrawFn) -> str:
    point, other = draw(points()), draw(points())
    begin, end = sorted((point, other), key=dates.sort_key)
    near = f"{point[:4]}{other[4:]}"  # intervals within one year are written shorter
    begin_near, end_near = sorted((point, near if dates.is_edtf(near) else point), key=dates.sort_key)
    return draw(
        st.sampled_from([point, f"{begin}/{end}", f"{begin_near}/{end_near}", f"{point}/..", f"../{point}"]),
    )


@given(canonical())
def test_a_canonical_date_is_read_as_itself(edtf: str) -> None:
    assert read(edtf) == dates.check(edtf) == edtf


@given(canonical())
@example("2025-11-01/2025-11-30")
@example("2025-24/2025-24")
def test_every_date_printed_can_be_read_back(edtf: str) -> None:
    assert read(dates.display(edtf)) == edtf


@given(canonical())
def test_no_date_ends_before_it_begins(edtf: str) -> None:
    first, last = dates.bounds(edtf)
    assert first <= last


PIECES = """- – — / . , : ? ~ % + ' ( ) .. 16 5 11 32 25 2025 2026 025 20251116 10:30 25:00 Nov November may Sat Sunday
    Q3 quarter third spring winter about by from to until end of the year th PM UTC ноября май қараша г. жылғы квартал с
    по до к T Z 年 月 日 ² ٩ \u200b \x1b \u0336 today"""
pieces = st.lists(st.sampled_from([" ", " - ", *PIECES.split()]), max_size=12)


@given(st.text() | pieces.map(" ".join) | pieces.map("".join))
def test_nothing_but_a_date_or_a_clear_refusal_comes_out(text: str) -> None:
    try:
        edtf = read(text)
    except BadDate as refusal:
        assert len(str(refusal)) < 400
        assert "\x1b" not in str(refusal)
    else:
        assert dates.is_edtf(edtf)
        assert set(re.findall(r"\d{4}", edtf)) <= {"2025", "2026"} | set(re.findall(r"\d{4}", text)) or "year" in text


@given(st.dates(), st.sampled_from(["%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%a %b %d 23:30:00 UTC %Y"]))
def test_a_day_written_in_full_is_that_day(day: date, form: str) -> None:
    typed = day.strftime(form.replace("%Y", f"{day.year:04}"))
    try:
        assert read(typed) == day.isoformat()
    except BadDate:
        assert day.year < 100  # dateutil moves these into our century, so they are refused
        assert "UTC" in typed
