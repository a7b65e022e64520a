"""A seeded ledger of so many made-up initiatives of about 2 KB: `python benchmarks/generate.py 10000 ledger.json`.

Palau (PW) has a part in exactly fifty of them, spread over the file, so that a filter has something to find.
"""

import random
import sys
from pathlib import Path

import msgspec

from tracker.initiative import Event, Initiative
from tracker.store import editing
from tracker.vocab import Classification, EventKind, Stance, Status

NOUNS = [
    "centre",
    "fund",
    "charter",
    "route",
    "forum",
    "council",
    "school",
    "map",
    "library",
    "bridge",
    "market",
    "grid",
    "port",
    "lake",
    "archive",
]
FIELDS = [
    "water",
    "rail",
    "grain",
    "solar",
    "border",
    "health",
    "tourism",
    "customs",
    "glacier",
    "language",
    "science",
    "trade",
    "forest",
    "youth",
    "music",
]
WORDS = [
    "regional",
    "joint",
    "common",
    "shared",
    "annual",
    "digital",
    "green",
    "open",
    "practical",
    "further",
    "early",
    "standing",
    "technical",
]
ACTORS = ["KZ", "UZ", "KG", "TJ", "TM", "AZ", "TR", "CN", "RU", "DE", "JP", "KR", "IN", "PK", "IR"]
FOUND = 50


def text(chance: random.Random, letters: int) -> str:
    """Made-up prose of about so many letters."""
    words: list[str] = []
    while sum(map(len, words)) + len(words) < letters:
        words.append(chance.choice(chance.choice((NOUNS, FIELDS, WORDS))))
    return " ".join(words)


def initiative(number: int, serial: int, chance: random.Random, *, sought: bool) -> Initiative:
    """One made-up initiative with five events."""
    by, backer, other = chance.sample(ACTORS, 3)
    year = chance.randint(2010, 2025)
    day = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    common = {"date": day, "recorded": "2025-12-01T09:00:00Z", "sources": ()}
    events = (
        Event(uid=f"{number:08d}a", number=1, kind=EventKind.PROPOSED, actors=(by,), stance=Stance.PROPOSES,
              text=text(chance, 250), quote=text(chance, 300), **common),
        Event(uid=f"{number:08d}b", number=2, kind=EventKind.POSITION, order=2, stance=Stance.SUPPORTS,
              actors=("PW" if sought else backer,), quote=text(chance, 250), **common),
        Event(uid=f"{number:08d}c", number=3, kind=EventKind.POSITION, order=3, stance=Stance.WELCOMES,
              actors=(other,), text=text(chance, 200), **common),
        Event(uid=f"{number:08d}d", number=4, kind=EventKind.STATUS, order=4, status=chance.choice(list(Status)),
              reason=text(chance, 80), **common),
        Event(uid=f"{number:08d}e", number=5, kind=EventKind.NOTE, order=5, text=text(chance, 200), **common),
    )  # fmt: skip
    title = f"{text(chance, 30)} {number}"
    return Initiative(id=f"{by}-{year}-{serial:03d}", uid=f"{number:08d}", title=title, summary=text(chance, 150),
                      classification=chance.choice(list(Classification)), topics=(chance.choice(FIELDS),),
                      events=events)  # fmt: skip


def write(count: int, path: Path, seed: int = 1611) -> None:
    """Write the ledger; a file that is there is left alone."""
    if path.exists():
        return
    chance = random.Random(seed)
    sought = set(range(count // (2 * FOUND), count, count // FOUND))
    with editing(path, command="generate", now="2025-12-01T09:00:00Z") as tables:
        records = tables.table("initiatives")
        for number in range(1, count + 1):
            record = initiative(number, number, chance, sought=number in sought)
            records.append(msgspec.json.encode(record))


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
