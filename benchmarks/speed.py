"""Speed as a ratio: CPU time of whole processes against a hello-world click program, in pairs, medians of the ratios.

`python benchmarks/speed.py` prints a table; with `--check` it exits 1 where a goal is missed. It runs what is installed
in the environment of the Python that runs it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from generate import write

HELLO = """\
import click
@click.command()
@click.version_option("1")
def main(): pass
main()
"""


class Goal(NamedTuple):
    """What is timed on a ledger of so many initiatives, and the ratio it must keep."""

    name: str
    size: int
    line: list[str]
    most: float
    lines_out: int | None = None  # the answer is checked before it is timed


GOALS = [
    Goal("--version", 1_000, ["--version"], 1.3),
    Goal("--help", 1_000, ["--help"], 1.3),
    Goal("list of 50, piped", 1_000, ["list", "--country", "PW"], 1.7, 50),
    Goal("list of 50, piped", 10_000, ["list", "--country", "PW"], 3.0, 50),
    Goal("list of 50, piped", 100_000, ["list", "--country", "PW"], 16.0, 50),
    Goal("timeline of one country, piped", 10_000, ["timeline", "--country", "PW"], 3.0, 250),
    Goal("add", 1_000, ["add", "Zoo for penguins", "--by", "KZ", "--date", "2025-11-16"], 2.0, 1),
    Goal("add", 10_000, ["add", "Zoo for penguins", "--by", "KZ", "--date", "2025-11-16"], 3.0, 1),
]


def cpu(command: list[str]) -> float:
    """The CPU seconds, user and system, of one run."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, command
    return used.ru_utime + used.ru_stime


def ratio(command: list[str], hello: list[str], pairs: int) -> float:
    """The median over so many pairs of the command's time by that of the hello-world program, after a warm-up."""
    cpu(command)
    cpu(hello)
    return statistics.median(cpu(command) / cpu(hello) for _ in range(pairs))


def main() -> int:
    """Measure every goal; the number of those missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 where a goal is missed")
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--largest", type=int, default=100_000, help="leave larger ledgers out")
    asked = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO)
        for goal in GOALS:
            if goal.size > asked.largest:
                continue
            ledger = Path(folder) / f"{goal.size}.json"
            write(goal.size, ledger)
            command = [sys.executable, "-m", "tracker", "--db", str(ledger), *goal.line]
            if goal.lines_out is not None:
                printed = subprocess.run(command, capture_output=True, check=True).stdout
                assert printed.count(b"\n") == goal.lines_out, goal
            found = ratio(command, [sys.executable, str(hello), "--version"], asked.pairs)
            missed += found > goal.most
            word = "ok" if found <= goal.most else "missed"
            print(f"{goal.name:32} {goal.size:>8,}  {found:6.2f}  goal {goal.most:5.1f}  {word}")
    return int(asked.check and missed > 0)


if __name__ == "__main__":
    sys.exit(main())
