"""What is sent to which terminal, and which modules a pipe loads."""

import io
import subprocess
import sys

import ledger
import pytest
from test_golden import DRAWN

from tracker.render.screen import Screen


class Terminal(io.StringIO):
    """A stream with a person at the other end."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("PAGER", "cat")
    return monkeypatch


def colored(wanted: str = "auto", stream: io.StringIO | None = None) -> bool:
    return Screen(wanted, stream=stream or Terminal()).color


def test_a_terminal_has_colour(bare: pytest.MonkeyPatch) -> None:
    assert colored()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_declined(bare: pytest.MonkeyPatch, name: str, value: str) -> None:
    bare.setenv(name, value)
    assert not colored()


def test_colour_can_be_forced_into_a_pipe(bare: pytest.MonkeyPatch) -> None:
    assert not colored(stream=io.StringIO())
    bare.setenv("FORCE_COLOR", "1")
    assert colored(stream=io.StringIO())


def test_the_option_wins_over_the_surroundings(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("NO_COLOR", "1")
    assert colored("always")
    bare.delenv("NO_COLOR")
    assert not colored("never")


@pytest.mark.parametrize("name", list(DRAWN))
def test_no_escape_is_sent_with_no_color(bare: pytest.MonkeyPatch, name: str) -> None:
    bare.setenv("NO_COLOR", "1")
    on = Screen("auto", stream=Terminal(), width=80)
    DRAWN[name](on)
    assert "\x1b" not in ledger.shown(on)


@pytest.mark.parametrize("name", list(DRAWN))
def test_colour_changes_no_word(bare: pytest.MonkeyPatch, name: str) -> None:
    from rich.text import Text

    bright, dull = ledger.screen(80, "always"), ledger.screen(80)
    DRAWN[name](bright)
    DRAWN[name](dull)
    said = Text.from_ansi(ledger.shown(bright)).plain.splitlines()
    assert [line.rstrip() for line in said] == [line.rstrip() for line in ledger.shown(dull).splitlines()]


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/a?b=c", True),
        ("HTTPS://example.org", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://example.org/\x1b\\evil", False),
        ("https://example.org/ space", False),
    ],
)
def test_only_safe_addresses_are_linked(bare: pytest.MonkeyPatch, address: str, linked: bool) -> None:
    on = Screen("auto", stream=Terminal(), width=80)
    assert ("\x1b]8;;" in on.paint([on.ink("source", link=address)])) is linked


def test_no_link_is_sent_into_a_file(bare: pytest.MonkeyPatch) -> None:
    on = ledger.screen(80, "always")
    assert on.ink("source", link="https://example.org").link == ""


def test_ascii_terminals_get_ascii() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    on = Screen("never", stream=stream, width=80)
    for draw in DRAWN.values():
        draw(on)
    stream.flush()
    stream.buffer.seek(0)
    assert stream.buffer.read().isascii()


def test_long_output_goes_to_the_pager_which_may_be_left(
    bare: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    bare.setenv("PAGER", "head -n 2")
    stream = Terminal()
    on = Screen("never", stream=stream, width=80)
    with on.paged():
        for number in range(20_000):
            on.print(f"line {number}")
    assert capfd.readouterr().out == "line 0\nline 1\n"
    assert stream.getvalue() == ""


def test_short_output_needs_no_pager(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("PAGER", "head -n 1")
    stream = Terminal()
    on = Screen("never", stream=stream, width=80)
    with on.paged():
        on.print("one\ntwo")
    assert stream.getvalue() == "one\ntwo\n"


def loaded(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    return set(subprocess.check_output([sys.executable, "-c", code], text=True).split())


@pytest.mark.parametrize("module", ["words", "story", "phrases", "screen", "tables"])
def test_rich_is_loaded_only_where_it_draws(module: str) -> None:
    assert "rich" not in loaded(f"import tracker.render.{module}")


@pytest.mark.parametrize("module", ["words", "record", "tables", "timeline", "lanes"])
def test_the_doors_do_not_know_each_other(module: str) -> None:
    names = loaded(f"import tracker.render.{module}")
    assert not {name for name in names if name.startswith(("tracker.formats", "tracker.store"))}
