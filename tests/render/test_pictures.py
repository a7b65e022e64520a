"""What holds of every picture: it fits, loses nothing, aligns, and lets no foreign text steer the terminal."""

import re

import ledger
import pytest
from rich.cells import cell_len
from test_golden import DRAWN

from tracker.render.lanes import lanes
from tracker.render.record import record
from tracker.render.tables import records, sheet
from tracker.render.timeline import timeline
from tracker.render.words import plain_record

HOSTILE = [
    "\x1b[31mred",
    "a\x1b]8;;http://evil.example\x07b",
    "\x9b2J",
    "bell\x07 back\x08 del\x7f nul\x00",
    "right \u202e left \u2066 isolate",
    "two\nlines\rand\ttab",
    "\udc80 lone",
]
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


MARGIN = re.compile(r"^[^│●○■◆▲\n]{0,16}[│●○■◆▲]", re.MULTILINE)


def squeezed(text: str) -> str:
    """The text without spaces, line ends and what stands left of a rail."""
    return re.sub(r"\s", "", MARGIN.sub("", text))


@pytest.mark.parametrize("width", [120, 80, 76, 60, 40, 20])
@pytest.mark.parametrize("name", list(DRAWN))
def test_no_line_is_wider_than_the_screen(name: str, width: int) -> None:
    on = ledger.screen(width)
    DRAWN[name](on)
    assert max(map(cell_len, ledger.shown(on).splitlines())) <= width


@pytest.mark.parametrize("width", [60, 40])
@pytest.mark.parametrize("name", ["list", "timeline", "lanes"])
def test_no_title_is_lost_on_a_narrow_screen(name: str, width: int) -> None:
    on = ledger.screen(width)
    DRAWN[name](on)
    drawn = squeezed(ledger.shown(on))
    for each in ledger.ledger():
        assert squeezed(each.title) in drawn
        assert each.id in drawn


def test_nothing_of_the_list_is_lost_at_forty_columns() -> None:
    on = ledger.screen(40)
    DRAWN["list"](on)
    drawn = squeezed(ledger.shown(on))
    for part in ("under-discussion", "overdue", "disputed", "KZ?", "UZ,TM*", "2025-11-15/2025-11-16"):
        assert part in drawn


@pytest.mark.parametrize("width", [120, 80])
def test_columns_align_whatever_the_letters(width: int) -> None:
    on = ledger.screen(width)
    DRAWN["list"](on)
    lines = ledger.shown(on).splitlines()
    at = lines[0].index("title")
    for line in lines[2:-2]:
        assert line[at - 2 : at].strip() == ""


def test_columns_after_wide_letters_align() -> None:
    on = ledger.screen(80)
    sheet(on, Rows(("Aigerim", 3, ("Айгерим",)), ("王小明", 7, ("Wang",)), ("Өңір Ғали", 12, ("Gali",))))
    lines = ledger.shown(on).splitlines()
    starts = [cell_len(line[: line.index(word)]) for line, word in zip(lines[2:], ("Айг", "Wang", "Gali"), strict=True)]
    assert len({*starts, lines[0].index("also")}) == 1


@pytest.mark.parametrize("color", ["never", "always"])
@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_never_steers(text: str, color: str) -> None:
    event = ledger.proposed("2026-05-04", "KZ", person=text, quote=text, unverified=text)
    each = ledger.initiative(title=text, summary=text, topics=(text,), other_names=(text,), events=(event,))
    on = ledger.screen(70, color)
    records(on, [ledger.standing(each)], ledger.REFERENCE)
    timeline(on, ledger.entries([each]), ledger.REFERENCE)
    lanes(on, ledger.entries([each]), ledger.REFERENCE)
    record(on, ledger.standing(each), ledger.REFERENCE)
    on.print(text)
    plain = "".join(f"{line}\n" for line in plain_record(ledger.standing(each), ledger.REFERENCE))
    assert not STEERING.search(re.sub(r"\x1b\[[0-9;]*m", "", ledger.shown(on)))
    assert not STEERING.search(plain.replace("\t", ""))


def test_markup_is_shown_literally() -> None:
    each = ledger.initiative(title="[red]x[/] [link=http://e.example]y[/link] :smile:")
    on = ledger.screen(120)
    records(on, [ledger.standing(each)], ledger.REFERENCE)
    assert "[red]x[/] [link=http://e.example]y[/link] :smile:" in ledger.shown(on)


def test_a_huge_title_is_capped_and_says_so() -> None:
    each = ledger.initiative(title="x" * 1_000_000)
    on = ledger.screen(80)
    records(on, [ledger.standing(each)], ledger.REFERENCE)
    assert len(ledger.shown(on)) < 20_000
    assert "998,000 more characters" in " ".join(ledger.shown(on).split())


def test_show_keeps_a_long_text_whole() -> None:
    on = ledger.screen(80)
    record(on, ledger.standing(ledger.initiative(summary="word " * 3000)), ledger.REFERENCE)
    assert ledger.shown(on).count("word") == 3000


class Rows:
    """A sheet as a look-up gives it."""

    def __init__(self, *rows: tuple[str | int | bool | tuple[str, ...] | None, ...]) -> None:
        self.rows = rows
        self.headings = ["name", "records", "also"]
        self.nothing = "no person is known yet"


def test_numbers_of_a_sheet_stand_at_the_right() -> None:
    on = ledger.screen(80)
    sheet(on, Rows(("Aigerim", 3, ()), ("王小明", 1234, ("Wang",))))
    lines = [line.rstrip() for line in ledger.shown(on).splitlines()]
    assert cell_len(lines[2]) == cell_len(lines[3].partition("1234")[0] + "1234")


def test_a_sheet_without_rows_says_so() -> None:
    on = ledger.screen(80)
    sheet(on, Rows())
    assert ledger.shown(on) == "no person is known yet\n"


def test_a_list_of_nothing_counts_nothing() -> None:
    on = ledger.screen(80)
    records(on, [], ledger.REFERENCE)
    assert ledger.shown(on) == "0 initiatives\n"


def test_show_for_a_country_leaves_the_others_out() -> None:
    on = ledger.screen(80)
    record(on, ledger.standing(ledger.seed_bank()), ledger.REFERENCE, country="TM")
    assert "Turkmenistan supports with conditions" in ledger.shown(on)
    assert "Uzbekistan supports" not in ledger.shown(on)


def test_who_holds_a_stance_through_a_group_is_shown_apart() -> None:
    lines = plain_record(ledger.standing(ledger.ledger()[0]), ledger.REFERENCE)
    assert any(line.startswith("through C5\tproposes: ") and "Kyrgyzstan (KG)" in line for line in lines)


def test_an_earlier_deadline_stays_visible() -> None:
    lines = plain_record(ledger.standing(ledger.seed_bank()), ledger.REFERENCE)
    assert "deadline\t2026-09, slipped from 2026-06-30" in lines
