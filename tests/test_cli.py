"""The front door: the registry, the help pages and their examples, and what each start imports."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tracker import cli

NOW = "2025-12-01T09:00:00Z"
RUNS_AN_EDITOR = {"EDITOR": "true", "VISUAL": "true"}


def command_of(name):
    return cli.front.get_command(click.Context(cli.front), name)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_the_summary_in_the_registry_is_the_commands_own(name):
    first = command_of(name).help.strip().splitlines()[0]
    assert first == cli.COMMANDS[name][1]


def pages(command, path=()):
    """Every help page with its path of names."""
    yield path, command
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            yield from pages(command.get_command(click.Context(command), name), (*path, name))


PAGES = dict(pages(cli.front))


@pytest.mark.parametrize("path", PAGES, ids=" ".join)
def test_every_help_page_ends_with_examples(run, path):
    out = run(shlex.join([*path, "--help"])).out
    assert "Examples:\n" in out
    assert "tracker " in out.rpartition("Examples:\n")[2]


def examples(command):
    lines = (command.epilog or "").partition("Examples:\n")[2].splitlines()
    return [line.strip() for line in lines if line.strip().startswith("tracker ")]


CASES = [pytest.param(line, id=line) for command in PAGES.values() for line in examples(command)]


@pytest.mark.parametrize("line", CASES)
def test_help_examples_work_as_they_stand(two, ok, tmp_path, line):
    environment = {key: value for key, value in os.environ.items() if key != "TMPDIR"}
    environment |= RUNS_AN_EDITOR | {"TMPDIR": str(tmp_path), "PAGER": "cat", "TZ": "UTC"}
    environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
    done = subprocess.run(
        line,
        check=False,
        shell=True,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    allowed = {0, 1} if line.startswith("tracker check") else {0}  # check finds what is doubtful in any young ledger
    assert done.returncode in allowed, done.stderr
    assert "Traceback" not in done.stderr


HEAVY = {"rich", "dateutil", "rapidfuzz", "platformdirs", "tinydb", "msgspec", "tracker.reading", "asyncio", "logging"}
QUESTION = {"tinydb", "msgspec"}


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        ("--version", set()),
        ("--help", set()),
        ("list --country KZ", QUESTION),
        ("timeline --country KZ --since 2025", QUESTION),
        ("show KZ-2025-001", QUESTION),
        ("export --format csv", QUESTION),
        ("status KZ-2025-001 agreed --date 2025-11-20", QUESTION),
        ("add Other --by KZ --date 2025-11-20", QUESTION),
        ("undo", QUESTION),
    ],
)
def test_what_a_command_imports(two, line, allowed):
    code = (
        "import sys; from tracker.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('LOADED', *sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *shlex.split(line)], check=False, capture_output=True, text=True)
    loaded = set(done.stderr.rpartition("LOADED")[2].split())
    assert (HEAVY & loaded) - allowed == set()


@pytest.mark.parametrize("words", [["add", "bad\udcff", "--by", "KZ"], ["show", "bad\udcff"], ["list", "bad\udcff"]])
def test_bytes_that_are_not_text_are_refused_in_one_sentence(ledger, capfd, words):
    with pytest.raises(SystemExit) as left:
        cli.main(words)
    assert left.value.code in (1, 2)
    assert len(capfd.readouterr().err.strip().splitlines()) == 1


def test_a_full_output_is_told_and_not_traced(two):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tracker", "list"], check=False, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 6
    assert done.stderr.startswith("tracker: cannot write the output")


def test_a_reader_that_leaves_ends_quietly(two):
    done = subprocess.run(
        f"{shlex.quote(sys.executable)} -m tracker timeline --format json | head -1",
        check=False, shell=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stderr == ""
