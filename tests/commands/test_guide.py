"""Guided entry on a pseudo-terminal: real processes, questions on stderr, the answer alone on stdout."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import pytest

RUN = [sys.executable, "-m", "tracker"]
TODAY = "2025-11-25"
PATIENCE = 60  # seconds until a question must have come
NONE = ""  # Enter


class Answer(NamedTuple):
    code: int
    out: str
    screen: str


class Terminal:
    """A ledger, and a terminal on which its commands ask; stdout is a pipe, so that it is seen alone."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "ledger.json"
        self.env = {**os.environ, "TRACKER_DB": str(self.file), "TRACKER_NOW": f"{TODAY}T12:00:00Z"}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*RUN, *words], env=self.env, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
        )

    def answer(self, words: tuple[str, ...], *lines: str | bytes) -> Answer:
        """Run a command and type a line at each of its questions; a line of `^C` or `^D` stops it."""
        main, side = pty.openpty()
        process = subprocess.Popen(
            [*RUN, *words], env=self.env, stdin=side, stdout=subprocess.PIPE, stderr=side, start_new_session=True
        )
        os.close(side)
        screen = ""
        for line in lines:
            screen += self._until_asked(main)
            if line == "^C":
                os.kill(process.pid, signal.SIGINT)
            else:
                typed = line if isinstance(line, bytes) else line.encode()
                os.write(main, b"\x04" if line == "^D" else typed + b"\n")
        screen += self._rest(main)
        assert process.stdout is not None
        with process.stdout:
            out = process.stdout.read().decode()
        code = process.wait(PATIENCE)
        os.close(main)
        return Answer(code, out, screen.replace("\r\n", "\n"))

    def _until_asked(self, main: int) -> str:
        screen, end = b"", time.monotonic() + PATIENCE
        while not screen.endswith(b": "):
            ready, _, _ = select.select([main], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"no question came: {screen.decode(errors='replace')}"
            try:
                screen += os.read(main, 4096)
            except OSError:
                raise AssertionError(f"it ended: {screen.decode(errors='replace')}") from None
        return screen.decode(errors="replace")

    def _rest(self, main: int) -> str:
        screen = b""
        while True:
            try:
                part = os.read(main, 4096)
            except OSError:
                return screen.decode(errors="replace")
            if not part:
                return screen.decode(errors="replace")
            screen += part

    def record(self, identity: str = "KZ-2025-001") -> dict[str, Any]:
        shown = json.loads(self.run("show", identity, "--format", "json").stdout)
        record = shown["initiatives"][0]
        assert isinstance(record, dict)
        return record


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.fixture
def kept(terminal: Terminal) -> Terminal:
    """The same with one initiative."""
    done = terminal.run(
        *("add", "Regional seed bank", "--by", "KZ:Anna Li", "--meeting", "cacm-7", "--topic", "seeds"),
        *("--source", "https://example.org/a", "--publisher", "Agency"),
    )
    assert done.returncode == 0, done.stderr
    return terminal


# title, by, supporter, date, meeting, forum, source, publisher, quote, classification, topic, summary, deadline, yes
def test_an_initiative_is_added_field_by_field(terminal: Terminal) -> None:
    answer = terminal.answer(
        ("add",),
        *("Regional seed bank", "kz:Anna Li; UZ", "Tajikistan, KG", "16 Nov 2025", "cacm 7"),
        *("https://example.org/a", "Agency", "We propose: a bank.", "body", "seeds; food", "Seeds, kept.", "2027", "y"),
    )
    assert (answer.code, answer.out) == (0, "KZ-2025-001\n"), answer.screen
    record = terminal.record()
    assert record["proposers"] == [{"country": "KZ", "person": "Anna Li"}, {"country": "UZ", "person": None}]
    assert record["supporters"] == ["TJ", "KG"]
    assert (record["date"], record["meeting"], record["forum"]) == ("2025-11-16", "cacm-7", "CACM")
    assert (record["classification"], record["topics"], record["summary"]) == (
        "body",
        ["seeds", "food"],
        "Seeds, kept.",
    )
    assert (record["deadline"], record["quote"]) == ("2027", "We propose: a bank.")
    assert record["events"][0]["sources"][0]["publisher"] == "Agency"
    assert "= 2025-11-16" in answer.screen


def test_what_is_optional_may_be_left_out(terminal: Terminal) -> None:
    answer = terminal.answer(("add",), "Water charter", "unknown", *[NONE] * 10, NONE)
    assert (answer.code, answer.out) == (0, "XX-2025-001\n"), answer.screen
    record = terminal.record("XX-2025-001")
    assert (record["proposers"], record["date"], record["classification"]) == ([], TODAY, "other")
    assert f"date: {TODAY} (today" in answer.screen


def test_what_was_typed_on_the_line_is_not_asked(terminal: Terminal) -> None:
    answer = terminal.answer(("add", "Water charter", "--date", "2025-03", "--topic", "water"), "UZ", *[NONE] * 8, NONE)
    assert answer.code == 0, answer.screen
    assert "When it happened" not in answer.screen
    assert "Title" not in answer.screen
    assert terminal.record("UZ-2025-001")["date"] == "2025-03"


def test_a_bad_value_is_told_and_asked_again(terminal: Terminal) -> None:
    answer = terminal.answer(("add",), NONE, "Charter", "Kazahstan", "unknown; KZ", "KZ", NONE, "11/05/2025", "^C")
    assert "the title is empty" in answer.screen
    assert "Did you mean Kazakhstan (KZ)?" in answer.screen
    assert "unknown excludes other proposers" in answer.screen
    assert "2025-05-11" in answer.screen
    assert not terminal.file.exists()


def test_one_step_back_asks_the_field_before_with_its_answer(terminal: Terminal) -> None:
    answer = terminal.answer(
        ("add",), "<", "Sead bank", "KZ", "<", "<", "Seed bank", NONE, "UZ", "<", ".", *[NONE] * 9, "<", NONE, NONE
    )
    assert (answer.code, answer.out) == (0, "KZ-2025-001\n"), answer.screen
    assert "this is the first question" in answer.screen
    assert "[Sead bank]" in answer.screen
    record = terminal.record()
    assert (record["title"], record["supporters"]) == ("Seed bank", [])


@pytest.mark.parametrize("stop", ["^C", "^D"])
def test_stopping_stores_nothing(terminal: Terminal, stop: str) -> None:
    answer = terminal.answer(("add",), "Seed bank", "KZ", stop)
    assert (answer.code, answer.out) == (130, "")
    assert answer.screen.endswith("\ntracker: stopped; what had not been stored is not stored\n")
    assert not terminal.file.exists()


def test_no_at_the_end_stores_nothing(terminal: Terminal) -> None:
    answer = terminal.answer(("add", "Seed bank"), "KZ", *[NONE] * 10, "no")
    assert (answer.code, answer.out) == (130, "")
    assert not terminal.file.exists()


# ID, stance, actors, on behalf of, (condition), date, person, meeting, forum, source, publisher, quote, yes
def test_a_position_is_asked_with_recent_values(kept: Terminal) -> None:
    answer = kept.answer(
        ("position",),
        "seed bank",
        "supports with conditions",
        "UZ KG",
        NONE,
        "if voluntary",
        *[NONE] * 3,
        "CICA",
        "s1",
        NONE,
        NONE,
    )
    assert (answer.code, answer.out) == (0, "KZ-2025-001.2\n"), answer.screen
    for hint in ("KZ-2025-001 Regional seed bank", "recent: Anna Li", "recent: cacm-7", "S1 https://example.org/a"):
        assert hint in answer.screen
    event = kept.record()["events"][1]
    assert (event["actors"], event["stance"], event["condition"]) == (
        ["UZ", "KG"],
        "supports-with-conditions",
        "if voluntary",
    )
    assert (event["forum"], [source["id"] for source in event["sources"]]) == ("CICA", ["S1"])


def test_a_condition_is_asked_only_where_it_fits(kept: Terminal) -> None:
    answer = kept.answer(("position", "1"), "opposes", "UZ", *[NONE] * 7, NONE)
    assert answer.code == 0, answer.screen
    assert "hangs on" not in answer.screen


def test_again_leaves_out_what_it_repeats(kept: Terminal) -> None:
    answer = kept.answer(("position", "1", "--again"), "supports", "UZ", NONE, NONE, NONE)
    assert answer.code == 0, answer.screen
    event = kept.record()["events"][1]
    assert (event["person"], event["meeting"], event["sources"][0]["id"]) == ("Anna Li", "cacm-7", "S1")


@pytest.mark.parametrize(
    ("words", "lines", "expected"),
    [
        (
            ("status",),
            ("1", "adopted", "CACM", "at last", *[NONE] * 6, NONE),
            {"status": "adopted", "reason": "at last"},
        ),
        (("deadline",), ("1", "Q3 2026", "late draft", *[NONE] * 6, NONE), {"text": "2026-35", "reason": "late draft"}),
        (("commitment",), ("1", "signed", "KZ, UZ", *[NONE] * 6, NONE), {"level": "signed", "actors": ["KZ", "UZ"]}),
        (("note",), ("1", "Experts met", *[NONE] * 6, NONE), {"text": "Experts met", "internal": False}),
        (("note", "1", "--internal"), ("Ask first", *[NONE] * 6, NONE), {"text": "Ask first", "internal": True}),
    ],
)
def test_every_recording_command_asks(
    kept: Terminal, words: tuple[str, ...], lines: tuple[str, ...], expected: dict[str, Any]
) -> None:
    answer = kept.answer(words, *lines)
    assert (answer.code, answer.out) == (0, "KZ-2025-001.2\n"), answer.screen
    event = kept.record()["events"][1]
    assert {name: event[name] for name in expected} == expected


def test_a_confirmation_asks_for_the_event_and_the_source(kept: Terminal) -> None:
    answer = kept.answer(
        ("note", "--confirms"), "1", "KZ-2025-001.1", "The same", *[NONE] * 4, NONE, "S9", "S1", NONE, NONE
    )
    assert answer.code == 0, answer.screen
    assert "type KZ-2025-001 with one of .1" in answer.screen
    assert "no source 'S9'" in answer.screen
    assert kept.record()["events"][1]["confirms"] == "KZ-2025-001.1"


def test_an_unknown_initiative_is_asked_again(kept: Terminal) -> None:
    answer = kept.answer(("status",), "no such thing", "KZ-2025-001.1", "^D")
    assert "no initiative fits 'no such thing'" in answer.screen
    assert "a status is of a whole initiative" in answer.screen


def test_bytes_that_are_no_text_are_refused_in_a_sentence(terminal: Terminal) -> None:
    answer = terminal.answer(("add",), b"\xff\xfe", "^D")
    assert "is not valid UTF-8" in answer.screen
    assert "Traceback" not in answer.screen


def test_without_a_terminal_what_is_missing_is_named(terminal: Terminal) -> None:
    assert "add needs a TITLE" in terminal.run("add").stderr


def test_no_input_names_what_is_missing(terminal: Terminal) -> None:
    answer = terminal.answer(("--no-input", "position"))
    assert (answer.code, answer.out) == (2, "")
    assert "position needs ID" in answer.screen
