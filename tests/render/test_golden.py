"""What a person sees at four widths, without colour; UPDATE_GOLDEN=1 writes the files anew, then read the diff."""

import os
from pathlib import Path

import ledger
import pytest

from tracker.query import Reference
from tracker.render.lanes import lanes
from tracker.render.record import record
from tracker.render.screen import Screen
from tracker.render.tables import records
from tracker.render.timeline import timeline
from tracker.render.words import plain_record

GOLDEN = Path(__file__).parent / "golden"
REFERENCE: Reference = ledger.REFERENCE


def draw_list(on: Screen) -> None:
    records(on, [ledger.standing(each) for each in ledger.ledger()], REFERENCE)


def draw_timeline(on: Screen) -> None:
    timeline(on, ledger.entries(ledger.ledger()), REFERENCE)


def draw_lanes(on: Screen) -> None:
    lanes(on, ledger.entries(ledger.ledger()), REFERENCE)


def draw_life(on: Screen) -> None:
    timeline(on, ledger.entries([ledger.seed_bank()]), REFERENCE)


def draw_record(on: Screen) -> None:
    record(on, ledger.standing(ledger.seed_bank()), REFERENCE)


DRAWN = {
    "list": draw_list,
    "timeline": draw_timeline,
    "timeline-of-one": draw_life,
    "lanes": draw_lanes,
    "show": draw_record,
}


def compare(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [120, 80, 60, 40])
@pytest.mark.parametrize("name", list(DRAWN))
def test_pictures_stay_as_they_were_read(name: str, width: int) -> None:
    on = ledger.screen(width)
    DRAWN[name](on)
    compare(f"{name}-{width}", ledger.shown(on))


def test_the_pipe_form_of_show_stays_as_it_was_read() -> None:
    lines = plain_record(ledger.standing(ledger.seed_bank()), REFERENCE)
    compare("show-plain", "".join(f"{line}\n" for line in lines))
