"""`tracker completion`: scripts for four shells, and values that begin as typed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUN = [sys.executable, "-m", "tracker"]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    file = tmp_path / "ledger.json"
    run(file, "add", "Regional seed bank", "--by", "KZ:Anna Li", "--topic", "seed banks", "--date", "2025-11-16")
    run(file, "add", "Water charter", "--by", "UZ", "--date", "2025-11-16")
    return file


def run(file: Path, *words: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "TRACKER_DB": str(file), "TRACKER_NOW": "2025-11-25T12:00:00Z", **surroundings}
    return subprocess.run(
        [*RUN, *words],
        env=env,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


def completions(file: Path, *words: str) -> dict[str, str]:
    """What is offered for the last word, with what is said beside it; through PowerShell's own lines."""
    done = run(
        file,
        _TRACKER_COMPLETE="powershell_complete",
        COMP_WORDS="\n".join(("tracker", *words[:-1])),
        COMP_CWORD=words[-1],
        PYTHONIOENCODING="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = (line.split("\t") for line in done.stdout.splitlines() if line)
    return {value: told for _, value, told in lines}


@pytest.mark.parametrize(
    ("shell", "part"),
    [
        ("bash", "complete -o nosort -F _tracker_completion tracker"),
        ("zsh", "#compdef tracker"),
        ("fish", "complete --no-files --command tracker"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName tracker"),
        ("pwsh", "Register-ArgumentCompleter -Native -CommandName tracker"),
    ],
)
def test_every_shell_has_a_script(tmp_path: Path, shell: str, part: str) -> None:
    done = run(tmp_path / "none.json", "completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert part in done.stdout
    assert "%(" not in done.stdout
    assert "_TRACKER_COMPLETE" in done.stdout
    assert not list(tmp_path.iterdir())


def test_an_unknown_shell_is_answered_with_the_nearest(tmp_path: Path) -> None:
    done = run(tmp_path / "none.json", "completion", "fisch")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean fish?" in done.stderr


def test_ids_come_with_their_titles(ledger: Path) -> None:
    assert completions(ledger, "show", "") == {"KZ-2025-001": "Regional seed bank", "UZ-2025-001": "Water charter"}
    assert completions(ledger, "show", "kz-") == {"kz-2025-001": "Regional seed bank"}


def test_events_come_with_date_and_kind(ledger: Path) -> None:
    assert completions(ledger, "note", "KZ-2025-001.") == {"KZ-2025-001.1": "2025-11-16 proposed"}


@pytest.mark.parametrize(
    ("words", "value", "told"),
    [
        (("position", "KZ-2025-001", "opp"), "opposes", "opposes"),
        (("status", "KZ-2025-001", "sus"), "suspended", "suspended"),
        (("list", "--status", "clo"), "closed", "closed"),
        (("position", "KZ-2025-001", "supports", "Kaz"), "Kazakhstan", "KZ"),
        (("position", "KZ-2025-001", "supports", "KG", "TJ", "K"), "KZ", "Kazakhstan"),
        (("add", "A", "--by", "CAC"), "CACM", "Consultative Meeting of the Heads of State of Central Asia"),
        (("list", "--forum", "cac"), "cacm", "Consultative Meeting of the Heads of State of Central Asia"),
        (("list", "--meeting", "cacm-7"), "cacm-7", "2025-11-15/2025-11-16 Tashkent"),
        (("list", "--person", "ann"), "Anna Li", "Anna Li"),
        (("list", "--topic", "se"), "seed banks", "seed banks"),
        (("sho",), "show", "Show all that is known of one initiative."),
        (("list", "--chan"), "--changed-since", "An event other than a note on or after."),
    ],
)
def test_values_are_completed(ledger: Path, words: tuple[str, ...], value: str, told: str) -> None:
    assert completions(ledger, *words)[value] == told


def test_the_file_named_on_the_line_is_asked(ledger: Path) -> None:
    elsewhere = ledger.with_name("elsewhere.json")
    assert completions(elsewhere, "show", "") == {}
    assert len(completions(elsewhere, "--db", str(ledger), "show", "")) == 2
    assert len(completions(elsewhere, "show", "--db", str(ledger), "")) == 2


@pytest.mark.parametrize("words", [("nonsense", "K"), ("show", "KZ-1999-001."), ("list", "--since", "20")])
def test_there_is_silence_where_nothing_fits(ledger: Path, words: tuple[str, ...]) -> None:
    assert completions(ledger, *words) == {}


def test_a_damaged_file_is_silence(ledger: Path) -> None:
    ledger.write_bytes(b"{")
    assert completions(ledger, "show", "") == {}
    assert completions(ledger, "list", "--person", "") == {}
    assert "CACM" in completions(ledger, "list", "--forum", "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_a_name_with_a_space(ledger: Path, tmp_path: Path) -> None:
    tracker = tmp_path / "tracker"
    tracker.write_text(f'#!/bin/sh\nexec {sys.executable} -m tracker "$@"\n')
    tracker.chmod(0o755)
    script = (
        'eval "$(tracker completion bash)"; COMP_WORDS=(tracker list --person "An"); COMP_CWORD=3;'
        ' _tracker_completion tracker; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "TRACKER_DB": str(ledger)}
    done = subprocess.run(["bash", "--norc", "-c", script], env=env, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("Anna\\ Li\n", "")


def test_completing_draws_nothing(ledger: Path) -> None:
    code = (
        "import sys, tracker.cli\ntry:\n    tracker.cli.main()\nexcept SystemExit:\n    pass\n"
        "assert not {'rich', 'dateutil', 'rapidfuzz'} & set(sys.modules), sys.modules"
    )
    env = {
        **os.environ,
        "TRACKER_DB": str(ledger),
        "_TRACKER_COMPLETE": "powershell_complete",
        "COMP_WORDS": "tracker\nshow",
        "COMP_CWORD": "K",
    }
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
