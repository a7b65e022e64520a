"""The screen: what the terminal can show, foreign text made fit for it, styles, and the pager."""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from tracker.render.phrases import LONGEST, capped, kind_glyph
from tracker.text import visible
from tracker.vocab import EventKind, Phase

if TYPE_CHECKING:
    from rich.console import Console

    from tracker.render.pager import Pager

NARROWEST = 20

# The terminal's own sixteen colours: its theme keeps them readable on dark and on light.
STYLES = {
    "strong": "1",
    "quiet": "2",
    "good": "32",
    "doubt": "33",
    "bad": "31",
    "alarm": "1;31",
    Phase.OPEN: "36",
    Phase.DECIDED: "94",
    Phase.DOING: "35",
    Phase.STANDING: "32",
    Phase.DONE: "2;32",
    Phase.PAUSED: "33",
    Phase.CLOSED: "2;31",
}
_GLYPHS = {
    "rail": "│|",
    "rule": "─-",
    "tick": "┬+",
    "dot": "·-",
    "span": "░~",
    "silent": "┄.",
    "due": "▼X",
    "today": "┊:",
    "none": "–-",
    "part": "†^",
}
_SHAPES = "│─┬·░┄▼┊–●○■◆▲…“”†"
_PLAIN_TYPE = str.maketrans({"–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'", "·": "-"})
_LINKED = re.compile(r"https?://[!-~]+")


class Span(NamedTuple):
    """A piece of text that is fit for the screen, with its style and the address it leads to."""

    text: str
    style: str = ""
    link: str = ""


class Screen:
    """Where a person reads: the stream, its width, and what may be sent to it."""

    def __init__(self, color: str = "auto", stream: TextIO | None = None, width: int | None = None) -> None:
        self.color_wanted = color
        self.stream = stream or sys.stdout
        self._width = width
        self._pager: Pager | None = None

    # ---- what the terminal can do

    @cached_property
    def is_terminal(self) -> bool:
        """Whether a person's terminal is at the other end."""
        return self.stream.isatty()

    @cached_property
    def _size(self) -> os.terminal_size:
        return shutil.get_terminal_size((80, 24))

    @cached_property
    def width(self) -> int:
        """The columns there are: $COLUMNS, else the terminal's, else 80."""
        return max(self._width or self._size.columns, NARROWEST)

    @property
    def height(self) -> int:
        """The lines there are."""
        return self._size.lines

    @cached_property
    def color(self) -> bool:
        """Whether colour is wanted: said so, else by NO_COLOR, FORCE_COLOR and the kind of terminal."""
        if self.color_wanted != "auto":
            return self.color_wanted == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
            return True
        return self.is_terminal and os.environ.get("TERM") != "dumb" and _understands_escapes()

    @cached_property
    def hyperlinks(self) -> bool:
        """Whether text may lead to an address; the bare Linux console prints garbage instead."""
        return self.color and self.is_terminal and os.environ.get("TERM") not in ("dumb", "linux")

    @cached_property
    def encoding(self) -> str:
        """How letters reach the terminal."""
        return self.stream.encoding or "utf-8"

    @cached_property
    def unicode(self) -> bool:
        """Whether rules, dots and dashes beyond ASCII can be shown."""
        return not _is_ascii_locale() and _encodes(_SHAPES, self.encoding)

    @cached_property
    def _takes_all_letters(self) -> bool:
        return self.encoding.lower().replace("-", "").replace("_", "") in ("utf8", "utf16", "utf32", "utf8sig")

    # ---- words for this screen

    def legible(self, text: str) -> str:
        """The text with nothing in it that steers the terminal, or that the terminal cannot show."""
        if not text.isprintable():  # much quicker than `visible`, and true of all that it would change
            text = visible(text)
        if text.isascii():
            return text
        if not self.unicode:
            text = text.translate(_PLAIN_TYPE)
        if self._takes_all_letters:
            return text
        return text.encode(self.encoding, "backslashreplace").decode(self.encoding)

    def ink(self, text: str, style: str = "", link: str | None = None, most: int | None = LONGEST) -> Span:
        """Any text as a span: visible, capped (`most` None: whole), linked if the address is a safe one."""
        if most is not None and len(text) > most:
            text = capped(text, most)
        linked = link if link and self.hyperlinks and _LINKED.fullmatch(link) else ""
        return Span(self.legible(text), style, linked)

    def glyph(self, name: str) -> str:
        """A sign of the drawing, one column wide."""
        return _GLYPHS[name][0 if self.unicode else 1]

    def kind(self, kind: EventKind) -> str:
        """The sign of an event kind."""
        return kind_glyph(kind, self.unicode)

    def paint(self, line: Iterable[Span]) -> str:
        """The line as it is sent to the terminal."""
        if not self.color:
            return "".join([span.text for span in line]).rstrip(" ")
        return "".join([_painted(span) for span in line]).rstrip(" ")

    # ---- output

    @cached_property
    def console(self) -> "Console":
        """rich's console on this screen, deaf to markup."""
        from rich.console import Console  # 25 ms; only where a rich renderable is printed

        return Console(
            file=self.stream,
            width=self.width,
            force_terminal=self.color,
            no_color=not self.color,
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
        )

    def print(self, renderable: Any = "") -> None:
        """A text, made visible, or anything that rich can draw."""
        if isinstance(renderable, str):
            self.write([self.legible(line) for line in renderable.split("\n")])
            return
        with self.console.capture() as captured:
            self.console.print(renderable)
        self.write(captured.get().removesuffix("\n").split("\n"))

    def write(self, lines: list[str]) -> None:
        """Lines that `paint` has made."""
        if not lines:
            return
        if self._pager:
            self._pager.write(lines)
        else:
            self.stream.write("\n".join(lines) + "\n")

    @contextmanager
    def paged(self) -> Iterator[None]:
        """What is written within goes through $PAGER, if it is more than the terminal's height."""
        from tracker.render.pager import Pager, pager_command

        command = pager_command() if self.is_terminal and not self._pager else None
        if not command:
            yield
            return
        self._pager = Pager(command, self.stream, self.height)
        try:
            yield
        finally:
            pager, self._pager = self._pager, None
            pager.close()


@lru_cache(maxsize=64)
def _marks_of(style: str) -> tuple[str, str]:
    code = STYLES.get(style)
    return (f"\x1b[{code}m", "\x1b[0m") if code else ("", "")


def _painted(span: Span) -> str:
    text, style, link = span
    if style:
        begin, end = _marks_of(style)
        text = f"{begin}{text}{end}"
    return f"\x1b]8;;{link}\x1b\\{text}\x1b]8;;\x1b\\" if link else text


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _is_ascii_locale() -> bool:
    """Whether the user's locale is `C`, said in so many words; Python writes UTF-8 there all the same."""
    if os.environ.get("PYTHONIOENCODING") or os.environ.get("PYTHONUTF8") == "1":
        return False
    said = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG")
    return said in ("C", "POSIX")


def _understands_escapes() -> bool:
    """Whether the terminal obeys escape sequences; old Windows consoles do not."""
    if sys.platform != "win32":
        return True
    return any(os.environ.get(name) for name in ("WT_SESSION", "TERM", "ANSICON", "ConEmuANSI"))
