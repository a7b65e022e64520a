"""`tracker edit`: the text is read back exactly, faults come back marked, and nothing that was typed is lost."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.commands.buffer import (
    Line,
    editor_words,
    marked,
    parse,
    text_of,
    text_of_list,
    unmarked,
    value_of,
    values_of,
    write,
)

TEXTS = st.text(st.characters() | st.sampled_from("\n\\;:# \t\r\u2028\u202e"))
RUN = [sys.executable, "-m", "tracker"]


settings.register_profile("unhurried", deadline=None)  # other tests share the machine
settings.load_profile("unhurried")


class Answer(NamedTuple):
    code: int
    out: str
    err: str


class Desk:
    """A ledger with two initiatives, and an editor that is a Python program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "ledger.json"
        self.run("add", "Regional seed bank", "--by", "KZ", "--supporter", "UZ", "--date", "2025-11-16")

    def surroundings(self, editor: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in ("VISUAL", "EDITOR")}
        return {**kept, "TRACKER_DB": str(self.file), "TRACKER_NOW": "2025-11-25T12:00:00Z", "EDITOR": editor}

    def run(self, *words: str, editor: str = "false") -> Answer:
        done = subprocess.run(
            [*RUN, *words],
            env=self.surroundings(editor),
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def editor(self, *steps: str) -> str:
        """An editor: its first call runs the first step on `text`, its second call the second, and so on."""
        script = self.folder / "editor.py"
        script.write_text(
            "import pathlib, subprocess, sys\n"
            f"steps = {list(steps)!r}\n"
            "count = pathlib.Path(__file__).with_suffix('.count')\n"
            "number = int(count.read_text()) if count.exists() else 0\n"
            "count.write_text(str(number + 1))\n"
            "path = pathlib.Path(sys.argv[1])\n"
            "text = path.read_text(encoding='utf-8')\n"
            "pathlib.Path(__file__).with_suffix(f'.seen{number}').write_text(text, encoding='utf-8')\n"
            "space = {'text': text, 'subprocess': subprocess, 'sys': sys}\n"
            "exec(steps[min(number, len(steps) - 1)], space)\n"
            "path.write_text(space['text'], encoding='utf-8')\n",
            encoding="utf-8",
        )
        script.with_suffix(".count").unlink(missing_ok=True)
        return f"{sys.executable} {script}"

    def edit(self, identity: str, *steps: str) -> Answer:
        return self.run("edit", identity, editor=self.editor(*steps))

    def seen(self, number: int = 0) -> str:
        return (self.folder / f"editor.seen{number}").read_text(encoding="utf-8")

    def record(self) -> dict[str, object]:
        shown = json.loads(self.run("show", "KZ-2025-001", "--format", "json").out)
        record = shown["initiatives"][0]
        assert isinstance(record, dict)
        return record

    def event(self, number: int) -> dict[str, object]:
        events = self.record()["events"]
        assert isinstance(events, list)
        return next(event for event in events if event["id"].endswith(f".{number}"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


# ---- the text


@given(TEXTS)
def test_any_text_is_read_back_exactly(text: str) -> None:
    written = write(
        [Line("before", "x"), Line("quote", text_of(text), ("what was said",)), Line("after", "")], ["title"]
    )
    entries, faults = parse(written, ["before", "quote", "after"])
    assert not faults
    assert value_of(entries["quote"].text) == text
    assert value_of(entries["before"].text) == "x"


@given(TEXTS)
def test_an_editor_that_takes_spaces_off_line_ends_changes_no_text(text: str) -> None:
    written = write([Line("quote", text_of(text))])
    trimmed = "\r\n".join(line.rstrip() for line in written.split("\n")) + "\r\n\r\n"
    entries, _ = parse(trimmed, ["quote"])
    assert value_of(entries["quote"].text) == text


@given(st.lists(TEXTS.filter(bool)))
def test_any_list_is_read_back_exactly(texts: list[str]) -> None:
    entries, faults = parse(write([Line("names", text_of_list(texts))]), ["names"])
    assert not faults
    assert values_of(entries["names"].text) == tuple(texts)


@given(TEXTS)
def test_nothing_that_can_be_typed_breaks_the_reading(text: str) -> None:
    entries, faults = parse(text, ["title", "summary"])
    assert unmarked(marked(text, faults)) == unmarked(text)
    for entry in entries.values():
        values_of(entry.text), value_of(entry.text)


def test_what_needs_no_backslash_has_none() -> None:
    assert text_of("He said: # this;\n\n  and that\u00a0— «да»") == "He said: # this;\n\n  and that\u00a0— «да»"


def test_a_word_after_a_backslash_that_means_nothing_stays() -> None:
    assert value_of(r"C:\documents\q") == r"C:\documents\q"


def test_a_line_that_is_gone_is_not_taken_for_empty() -> None:
    _, faults = parse("title: x\n", ["title", "ends"])
    assert [fault.message for fault in faults] == [
        "'ends:' is missing: put the line back, with nothing behind it to empty it"
    ]


@pytest.mark.parametrize(
    ("surroundings", "system", "words"),
    [
        ({"VISUAL": "code -w", "EDITOR": "ed"}, "posix", ["code", "-w"]),
        ({"VISUAL": " ", "EDITOR": "'/my tools/ed' -x"}, "posix", ["/my tools/ed", "-x"]),
        ({}, "posix", ["vi"]),
        ({}, "nt", ["notepad"]),
        ({"EDITOR": r'"C:\Program Files\ed.exe" /w'}, "nt", [r"C:\Program Files\ed.exe", "/w"]),
    ],
)
def test_the_editor_is_visual_then_editor_then_the_systems(
    surroundings: dict[str, str], system: str, words: list[str]
) -> None:
    assert editor_words(surroundings, system) == words


# ---- the command


def test_an_unchanged_text_changes_nothing_and_says_so(desk: Desk) -> None:
    before = desk.file.read_bytes()
    answer = desk.edit("KZ-2025-001", "")
    assert answer == (0, "", "KZ-2025-001 is unchanged\n")
    assert desk.file.read_bytes() == before


def test_an_emptied_text_changes_nothing(desk: Desk) -> None:
    assert desk.edit("KZ-2025-001", "text = ''").err == "KZ-2025-001 is unchanged\n"


def test_the_fields_of_an_initiative_are_changed(desk: Desk) -> None:
    answer = desk.edit(
        "KZ-2025-001",
        "text = text.replace('summary:', 'summary: Seeds: kept\\n\\n    # in one place')"
        ".replace('other names:', 'other names: Seed vault; Bank\\\\; of seeds')"
        ".replace('open to:', 'open to: Uzbekistan; kg').replace('ends:', 'ends: Nov 2030')"
        ".replace('topics:', 'topics: seeds').replace('classification: other', 'classification: Body')",
    )
    assert (answer.code, answer.out) == (0, "KZ-2025-001\n")
    record = desk.record()
    assert record["summary"] == "Seeds: kept\n\n# in one place"
    assert record["other_names"] == ["Seed vault", "Bank; of seeds"]
    assert record["open_to"] == ["UZ", "KG"]
    assert (record["ends"], record["topics"], record["classification"]) == ("2030-11", ["seeds"], "body")


def test_an_event_is_changed_and_its_earlier_version_kept(desk: Desk) -> None:
    answer = desk.edit(
        "KZ-2025-001.2",
        "text = text.replace('stance: supports', 'stance: supports-with-conditions')"
        ".replace('condition:', 'condition: if voluntary')"
        ".replace('sources:', 'sources: https://example.org/a; A note')",
    )
    assert (answer.code, answer.out) == (0, "KZ-2025-001.2\n")
    event = desk.event(2)
    assert (event["stance"], event["condition"]) == ("supports-with-conditions", "if voluntary")
    assert isinstance(event["sources"], list)
    assert [source["address"] or source["title"] for source in event["sources"]] == ["https://example.org/a", "A note"]
    assert '"replaced":"2025-11-25T12:00:00Z"' in desk.file.read_text(encoding="utf-8")


def test_a_meeting_brings_its_forum(desk: Desk) -> None:
    desk.edit("KZ-2025-001.1", "text = text.replace('meeting:', 'meeting: cacm 7')")
    assert (desk.event(1)["meeting"], desk.event(1)["forum"]) == ("cacm-7", "CACM")


def test_a_stance_of_proposes_makes_it_a_proposal(desk: Desk) -> None:
    desk.edit("KZ-2025-001.2", "text = text.replace('stance: supports', 'stance: proposes')")
    assert desk.event(2)["kind"] == "proposed"


def test_the_order_moves_an_event_before_another(desk: Desk) -> None:
    desk.edit("KZ-2025-001.2", "text = text.replace('order: 2', 'order: 1')")
    assert (desk.event(2)["order"], desk.event(1)["order"]) == (1, 2)


def test_the_reason_is_in_the_history(desk: Desk) -> None:
    editor = desk.editor("text = text.replace('seed bank', 'seed vault')")
    desk.run("edit", "KZ-2025-001", "--why", "its proper name", editor=editor)
    assert "its proper name" in (desk.file.parent / "ledger.json.journal").read_text(encoding="utf-8")


def test_a_bad_text_without_a_terminal_is_kept_and_nothing_stored(desk: Desk) -> None:
    before = desk.file.read_bytes()
    answer = desk.edit("KZ-2025-001.1", "text = text.replace('date: 2025-11-16', 'date: 2025-13-01')")
    assert (answer.code, answer.out) == (2, "")
    assert desk.file.read_bytes() == before
    kept = re.search(r"kept in (\S+)", answer.err)
    assert kept, answer.err
    lines = Path(kept[1]).read_text(encoding="utf-8").split("\n")
    assert lines[lines.index("date: 2025-13-01") - 1].startswith("# ERROR: ")
    assert Path(kept[1]).parent == desk.folder
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("text = text.replace('title: Regional seed bank', 'title:')", "'title' cannot be empty"),
        ("text = text.replace('topics:', 'topic:')", "no field 'topic'"),
        ("text = text.replace('ends:\\n', '')", "'ends:' is missing"),
        ("text += 'ends: 2030\\n'", "'ends' stands here a second time"),
        ("text += 'said without a field\\n'", "no field begins here"),
        ("text = text.replace('open to:', 'open to: Kazahstan')", "Kazakhstan"),
        ("text = text.replace('classification: other', 'classification: bodi')", "Did you mean body?"),
        ("text = text.replace('links:', 'links: part-of KZ-2025-009')", "no initiative 'KZ-2025-009'"),
        ("text = text.replace('links:', 'links: part-of KZ-2025-001')", "cannot be linked to itself"),
    ],
)
def test_every_fault_is_told_in_a_sentence(desk: Desk, step: str, told: str) -> None:
    answer = desk.edit("KZ-2025-001", step)
    assert answer.code == 2
    assert told in answer.err
    assert "kept in" in answer.err


def test_a_record_changed_meanwhile_is_noticed_and_the_draft_kept(desk: Desk) -> None:
    answer = desk.edit(
        "KZ-2025-001",
        "text = text.replace('seed bank', 'seed vault')\n"
        "subprocess.run([sys.executable, '-m', 'tracker', 'position', 'KZ-2025-001', 'supports', 'TM'], check=True)",
    )
    assert answer.code == 5
    assert "was changed by somebody else meanwhile" in answer.err
    kept = re.search(r"kept in (\S+)", answer.err)
    assert kept
    assert "title: Regional seed vault" in Path(kept[1]).read_text(encoding="utf-8")
    assert desk.record()["title"] == "Regional seed bank"


@pytest.mark.parametrize(
    ("editor", "told"),
    [
        ("no-such-editor-here", "the editor 'no-such-editor-here' cannot be started"),
        ("false", "the editor 'false' ended with exit code 1"),
        ("'open", "has an open quote"),
    ],
)
def test_an_editor_that_fails_is_named(desk: Desk, editor: str, told: str) -> None:
    answer = desk.run("edit", "KZ-2025-001", editor=editor)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err


def test_an_unknown_initiative_opens_no_editor(desk: Desk) -> None:
    assert "no initiative 'KZ-2025-077'" in desk.edit("KZ-2025-077", "").err
    assert not (desk.folder / "editor.count").exists()


def on_terminal(desk: Desk, editor: str) -> tuple[int, str]:
    """The exit code and the screen of `edit` on a pseudo-terminal."""
    main, side = pty.openpty()
    process = subprocess.Popen(
        [*RUN, "edit", "KZ-2025-001"], env=desk.surroundings(editor), stdin=side, stdout=side, stderr=side
    )
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
    return process.wait(60), screen.decode()


def test_a_bad_text_comes_back_marked_on_a_terminal(desk: Desk) -> None:
    editor = desk.editor(
        "text = text.replace('ends:', 'ends: 31 February')", "text = text.replace('31 February', '28 Feb 2030')"
    )
    code, _ = on_terminal(desk, editor)
    assert code == 0
    lines = desk.seen(1).split("\n")
    assert lines[lines.index("ends: 31 February") - 1].startswith("# ERROR: ")
    assert desk.record()["ends"] == "2030-02-28"


def test_a_bad_text_left_as_it_is_ends_the_editing(desk: Desk) -> None:
    code, screen = on_terminal(desk, desk.editor("text = text.replace('ends:', 'ends: 31 February')", ""))
    assert code == 2
    assert "kept in" in screen.replace("\r\n", "")
    assert not (desk.folder / "editor.seen2").exists()
