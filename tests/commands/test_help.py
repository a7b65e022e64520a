"""`tracker help`: every topic is explained, in plain letters, at any width; any command's page is at hand."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterable

import pytest

from tracker.cli import COMMANDS
from tracker.commands.help_ import _laid_out
from tracker.commands.help_topics import TOPICS
from tracker.dates import check
from tracker.vocab import PHASE, Level, Phase, Stance, Status

RUN = [sys.executable, "-m", "tracker"]
PROMISED = ("dates", "countries", "statuses", "stances", "filters", "files", "exit-codes")


def run(*words: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "TRACKER_DB": "/nowhere/at/all.json", **surroundings}
    return subprocess.run([*RUN, *words], env=env, capture_output=True, text=True, timeout=60, check=False)


def first_words(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines() if line.strip()]


def test_the_topics_are_listed() -> None:
    done = run("help")
    assert (done.returncode, done.stderr) == (0, "")
    assert set(PROMISED) <= set(TOPICS)
    assert all(f"tracker help {topic} " in done.stdout for topic in TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_explained_without_a_file(topic: str) -> None:
    done = run("help", topic, PYTHONIOENCODING="ascii:strict")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_statuses_stand_under_their_phases() -> None:
    lines = run("help", "statuses").stdout.splitlines()
    heading = ""
    found = {}
    for line in lines:
        if line.rstrip(":") in set(Phase):
            heading = line.rstrip(":")
        elif line.startswith("  ") and line.split()[0] in set(Status):
            found[line.split()[0]] = heading
    assert found == {str(status): str(phase) for status, phase in PHASE.items()}


def test_stances_and_levels_are_all_there() -> None:
    assert set(Stance) <= set(first_words(run("help", "stances").stdout))
    assert set(Level) <= set(first_words(run("help", "commitments").stdout))


def test_the_dates_shown_are_dates() -> None:
    terms = [part for part in TOPICS["dates"].text() if not isinstance(part, str)]
    assert terms
    assert all(check(date) == date for date, _ in terms[0])


@pytest.mark.parametrize("name", ["add", "status", "list"])
def test_a_command_has_its_page(name: str) -> None:
    assert run("help", name).stdout == run(name, "--help").stdout


def test_a_topic_that_is_a_command_too_says_so() -> None:
    assert "countries" in COMMANDS
    assert run("help", "countries").stdout.endswith("`tracker countries --help` explains the command of that name.\n")


@pytest.mark.parametrize("words", [("Exit", "codes"), ("exit_codes",), ("exit-code",)])
def test_a_topic_is_found_however_it_is_written(words: tuple[str, ...]) -> None:
    assert run("help", *words).stdout == run("help", "exit-codes").stdout


@pytest.mark.parametrize(("word", "near"), [("stanses", "stances"), ("filtres", "filters"), ("positon", "position")])
def test_an_unknown_topic_is_answered_with_the_nearest(word: str, near: str) -> None:
    done = run("help", word)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"no help on '{word}'. Did you mean {near}" in done.stderr


def test_a_word_behind_a_command_is_no_topic() -> None:
    done = run("help", "add", "more")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no help on 'more'" in done.stderr


def words_of(lines: Iterable[str]) -> list[str]:
    return " ".join(lines).split()


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("width", [100, 60, 40])
def test_no_word_is_lost_at_any_width(topic: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TOPICS[topic].text()
    whole = words_of(_laid_out(text))
    monkeypatch.setattr("tracker.commands.help_._width", lambda: width)
    lines = _laid_out(text)
    assert words_of(lines) == whole
    assert max(map(len, lines)) <= width


def test_a_terminal_sets_the_width() -> None:
    main, side = pty.openpty()
    env = {**os.environ, "COLUMNS": "46"}
    process = subprocess.Popen([*RUN, "help", "files"], env=env, stdin=side, stdout=side, stderr=side)
    os.close(side)
    screen = b""
    while True:
        try:
            part = os.read(main, 4096)
        except OSError:
            break
        if not part:
            break
        screen += part
    os.close(main)
    assert process.wait(60) == 0
    lines = screen.decode().replace("\r\n", "\n").splitlines()
    assert 40 < max(map(len, lines)) <= 46
