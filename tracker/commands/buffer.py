"""Fields as text to edit and back, exactly: a `field: value` a line, further lines of a value indented, `#` a remark.

What a line cannot hold as it is, is written with a backslash: `\\\\` a backslash, `\\s` a space at an edge, `\\n` a
line end at an edge or in a list, `\\;` a semicolon in a list, `\\uXXXX` a character that cannot be seen.
"""

import os
import re
import shlex
import signal
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tracker.errors import BadWords
from tracker.text import nearest, visible

ERROR = "# ERROR"
_INDENT = "    "
_ESCAPED = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[\\sn;])")
_MEANS = {"\\": "\\", "s": " ", "n": "\n", ";": ";"}
_PART = re.compile(r"((?:[^\\;]|\\.|\\\Z)*)(?:;|\Z)")


class Line(NamedTuple):
    """One field to be written: its name, the text of its value, and remarks that stand above it."""

    name: str
    text: str
    remarks: tuple[str, ...] = ()


class Entry(NamedTuple):
    """One field as it was read: the text of its value, and the line (from 0) on which it begins."""

    text: str
    line: int


class Fault(NamedTuple):
    """What is wrong, and on which line (from 0) it shows."""

    line: int
    message: str


# ---- one value


def text_of(value: str) -> str:
    """A text as the value of a field."""
    shown = "".join(map(_shown, value))
    body = shown.strip("\n")
    lines = [_with_edges(line, first=number == 0) for number, line in enumerate(body.split("\n"))]
    before = len(shown) - len(shown.lstrip("\n"))
    after = len(shown) - len(body) - before
    return "\\n" * before + "\n".join(lines) + "\\n" * after


def value_of(text: str) -> str:
    """The text that a field's value stands for."""
    return _ESCAPED.sub(_meaning, text)


def text_of_list(values: Iterable[str]) -> str:
    """Several texts as the value of one field."""
    return "; ".join(text_of(value).replace("\n", "\\n").replace(";", "\\;") for value in values)


def values_of(text: str) -> tuple[str, ...]:
    """The texts that a field's value stands for, empty ones left out."""
    parts = (part.strip(" \t") for part in _PART.findall(text.replace("\n", " ")))
    return tuple(value_of(part) for part in parts if part)


def _shown(char: str) -> str:
    if char == "\\":
        return "\\\\"
    if char == "\n" or unicodedata.category(char) == "Zs" or (char.isprintable() and visible(char) == char):
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _with_edges(line: str, *, first: bool) -> str:
    """The line with the spaces marked that an editor, or the reading, would take away."""
    bare = line.rstrip()
    line = bare + "".join(map(_marked_space, line[len(bare) :]))
    inner = line.lstrip() if first else line
    return "".join(map(_marked_space, line[: len(line) - len(inner)])) + inner


def _marked_space(space: str) -> str:
    return "\\s" if space == " " else f"\\u{ord(space):04x}"


def _meaning(found: re.Match[str]) -> str:
    code = found[1]
    if code[0] not in "uU":
        return _MEANS[code]
    number = int(code[1:], 16)
    return chr(number) if number < 0x110000 else found[0]


# ---- the whole text


def write(lines: Iterable[Line], heading: Sequence[str] = ()) -> str:
    """The fields as text to edit."""
    out = [f"# {remark}".rstrip() for remark in heading]
    for line in lines:
        out += ["", *(f"# {remark}" for remark in line.remarks)] if line.remarks or len(out) == len(heading) else []
        first, *further = line.text.split("\n")
        out.append(f"{line.name}: {first}".rstrip(" "))
        out += [f"{_INDENT}{part}" if part else "" for part in further]
    return "\n".join(out) + "\n"


def parse(text: str, names: Sequence[str]) -> tuple[dict[str, Entry], list[Fault]]:
    """The fields that the text states, and what cannot be read in it."""
    entries: dict[str, Entry] = {}
    faults: list[Fault] = []
    for number, name, value in _pieces(text):
        if not name:
            faults.append(
                Fault(number, f"no field begins here: write 'field: {value[:30].strip()}', or indent the line")
            )
        elif name not in names:
            near = nearest(name, names, most=1)
            hint = f"Did you mean '{near[0]}'?" if near else f"The fields are {', '.join(names)}"
            advice = f"indent what belongs to the line above. {hint}"
            faults.append(Fault(number, f"no field '{visible(name[:40])}': {advice}"))
        elif name in entries:
            faults.append(Fault(number, f"'{name}' stands here a second time: keep one of them"))
        else:
            entries[name] = Entry(value, number)
    if not faults:
        end = len(text.split("\n")) - 1
        gone = (name for name in names if name not in entries)
        faults += (
            Fault(end, f"'{name}:' is missing: put the line back, with nothing behind it to empty it") for name in gone
        )
    return entries, faults


def is_empty(text: str) -> bool:
    """Whether nothing but remarks is left."""
    return all(not line.strip() or line.startswith("#") for line in text.split("\n"))


def _pieces(text: str) -> Iterator[tuple[int, str, str]]:
    """Line number, field and text of each field; a line that begins none has an empty field."""
    begun: tuple[int, str, list[str]] | None = None
    blank = 0
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")):
        if line.startswith("#"):
            continue
        if not line.strip(" \t"):
            blank += 1
        elif line[0] in " \t" and begun:
            begun[2].extend([""] * blank + [_unindented(line)])
            blank = 0
        else:
            if begun:
                yield begun[0], begun[1], "\n".join(begun[2])
            name, colon, value = line.partition(":")
            begun = (number, " ".join(name.lower().split()), [value.strip(" \t")]) if colon else (number, "", [line])
            blank = 0
    if begun:
        yield begun[0], begun[1], "\n".join(begun[2])


def _unindented(line: str) -> str:
    for indent in (_INDENT, "\t"):
        if line.startswith(indent):
            return line.removeprefix(indent).rstrip(" \t")
    return line.strip(" \t")


def marked(text: str, faults: Iterable[Fault]) -> str:
    """The same text with each fault told right above its line."""
    told: dict[int, list[str]] = {}
    for fault in faults:
        told.setdefault(fault.line, []).append(f"{ERROR}: {visible(fault.message)}")
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(part for number, line in enumerate(lines) for part in (*told.get(number, ()), line))


def unmarked(text: str) -> str:
    """The same text without the faults told in it."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(line for line in lines if not line.startswith(ERROR))


# ---- the editor


@contextmanager
def at_hand(name: str) -> Iterator[Path]:
    """A file for the editor that only the user can read; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="tracker-") as folder:
        yield Path(folder) / name


def put_text(path: Path, text: str) -> None:
    """Write the text as UTF-8, its line ends as they are."""
    path.write_bytes(text.encode("utf-8"))


def taken_text(path: Path) -> str:
    """The text that the editor left; BadWords if it is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadWords(
            "the editor did not leave UTF-8 text: set its encoding to UTF-8 and type the line again"
        ) from error
    except OSError as error:
        raise BadWords(f"the editor left no text to read ({error.strerror}): nothing is changed") from error


def run_editor(path: Path, surroundings: Mapping[str, str] = os.environ) -> None:
    """Let the user edit the file; BadWords if the editor cannot be started or ends with a failure."""
    words = editor_words(surroundings)
    shown = visible(words[0])
    try:
        with _leaving_interrupts_to_the_editor():
            code = subprocess.run([*words, str(path)], check=False).returncode  # noqa: S603  the user's own choice
    except (OSError, ValueError) as error:
        raise BadWords(f"the editor '{shown}' cannot be started: name one you have, as in EDITOR=nano") from error
    if code:
        raise BadWords(f"the editor '{shown}' ended with exit code {code}: nothing is changed")


def editor_words(surroundings: Mapping[str, str], system: str = os.name) -> list[str]:
    """The words that start the editor: $VISUAL, else $EDITOR, else vi (notepad on Windows)."""
    for variable in ("VISUAL", "EDITOR"):
        named = surroundings.get(variable, "").strip()
        if not named:
            continue
        try:
            words = shlex.split(named, posix=system != "nt")
        except ValueError as error:
            raise BadWords(f"{variable} '{visible(named)}' has an open quote: close it, as in EDITOR=nano") from error
        return [word.strip('"') for word in words] if system == "nt" else words
    return ["notepad" if system == "nt" else "vi"]


@contextmanager
def _leaving_interrupts_to_the_editor() -> Iterator[None]:
    """Ctrl-C is for the editor while it runs; a handler of ours, unlike SIG_IGN, is not handed down to it."""
    before = signal.signal(signal.SIGINT, lambda _signal, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def keep_draft(text: str, beside: Path, label: str) -> Path:
    """Where the text is kept: a new file beside the ledger or, where none can be made, in the temporary folder."""
    for folder in (beside.parent, Path(tempfile.gettempdir())):
        for number in range(1, 1000):
            path = folder / f"{beside.name}.draft-{label}{f'-{number}' if number > 1 else ''}.txt"
            if _made(path, text):
                return path.absolute()
            if not path.exists():
                break
    raise BadWords("the text could not be kept anywhere: make room on the disk and type the line again")


def _made(path: Path, text: str) -> bool:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "wb") as file:  # noqa: PTH123  a handle, not a path
            file.write(text.encode("utf-8"))
    except OSError:
        return False
    return True
