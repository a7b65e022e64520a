"""Score reading against annotated articles: how many initiatives are found, how many false, who and what is right.

    python benchmarks/score_capture.py ANNOTATIONS TEXTS [ANNOTATIONS TEXTS ...] [--misses]

ANNOTATIONS is a folder of JSON files (`id`, `lang`, `article_date`, `initiatives` with `spans`, `anchor`, `kind`,
`proposer_country`, `proposer_person`, `supporters`, `required`), TEXTS a folder with `<id>.txt` for each. Articles by
others are not kept in this repository; bring your own. Weak candidates are left out.

A candidate and a record may be paired if their places overlap by half of the shorter, or if most anchor words stand
in the quote; pairs are given out from the likeliest down, one to one. Records that are not required count neither
way. A second candidate for one record is a false one.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tracker.reading import Candidate, candidates
from tracker.reading.words import skeleton

Record = dict[str, Any]
OVERLAP, ANCHORS = 0.5, 0.6


def main(arguments: list[str]) -> int:
    """Print a table of the scores by language, and what was missed if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path, metavar="ANNOTATIONS TEXTS")
    parser.add_argument("--misses", action="store_true", help="print every miss and false alarm")
    asked = parser.parse_args(arguments)
    if len(asked.folders) % 2:
        parser.error("folders come in pairs: ANNOTATIONS TEXTS")
    totals: dict[str, Counter[str]] = {}
    for annotated, texts in zip(asked.folders[::2], asked.folders[1::2], strict=True):
        for article, text in articles(annotated, texts):
            counts, faults = score(article, text)
            for name in (article["lang"], "all"):
                totals.setdefault(name, Counter()).update(counts)
            if asked.misses:
                print(*(f"{article['id']}\t{fault}" for fault in faults), sep="\n")
    print(f"{'':4}" + "".join(f"{heading:>9}" for heading in figures(Counter())))
    for name in sorted(totals, key=lambda name: (name == "all", name)):
        print(f"{name:4}" + "".join(f"{value:9.2f}" for value in figures(totals[name]).values()))
    return 0 if totals else 1


def articles(annotated: Path, texts: Path) -> Iterator[tuple[Record, str]]:
    """Every annotation that has its text."""
    for path in sorted(annotated.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        text = texts / f"{article.get('id')}.txt"
        if "initiatives" in article and text.exists():
            yield article, text.read_bytes().decode("utf-8")


def score(article: Record, text: str) -> tuple[Counter[str], list[str]]:
    """Counts of one article, and its misses and false alarms in words."""
    found = [
        candidate for candidate in candidates(text, article_date=article.get("article_date")) if not candidate.weak
    ]
    records: list[Record] = article["initiatives"]
    pairs, leftover = matched(records, found)
    counts, faults = Counter({"articles": 1}), []
    for number, record in enumerate(records):
        if not record.get("required", True):
            continue
        if number not in pairs:
            counts["missed"] += 1
            faults.append(f"missed\t{record['kind']}\t{record['what']}")
            continue
        counts += judged(record, found[pairs[number]])
    for candidate in leftover:
        if any(affinity(record, candidate) and not record.get("required", True) for record in records):
            continue
        counts["false"] += 1
        faults.append(f"false\t{candidate.kind}\t{candidate.title}")
    if not any(record.get("required", True) for record in records):
        counts.update({"empty": 1, "alarms": counts["false"]})
    return counts, faults


def matched(records: list[Record], found: list[Candidate]) -> tuple[dict[int, int], list[Candidate]]:
    """Records to candidates, the likeliest pairs first, and the candidates that are left over."""
    pairs = sorted(
        (-value, number, place)
        for number, record in enumerate(records)
        for place, candidate in enumerate(found)
        if (value := affinity(record, candidate)) > 0
    )
    given: dict[int, int] = {}
    for _, number, place in pairs:
        if number not in given and place not in given.values():
            given[number] = place
    return given, [candidate for place, candidate in enumerate(found) if place not in given.values()]


def affinity(record: Record, candidate: Candidate) -> float:
    """How well a candidate fits a record; 0 if it cannot be the same."""
    overlap = max((_share(span, candidate) for span in record["spans"]), default=0.0)
    anchors = record.get("anchor") or []
    in_quote, in_title = _hits(anchors, candidate.quote), _hits(anchors, candidate.title)
    if overlap < OVERLAP and not (in_quote >= 2 and in_quote >= ANCHORS * len(anchors)):
        return 0.0
    return overlap + (in_quote + 2 * in_title) / max(1, len(anchors))


def _share(span: list[int], candidate: Candidate) -> float:
    common = min(span[1], candidate.end) - max(span[0], candidate.start)
    return max(0.0, common / max(1, min(span[1] - span[0], candidate.end - candidate.start)))


def _hits(anchors: Iterable[str], words: str) -> int:
    small = words.lower()
    return sum(
        1 for anchor in anchors if (anchor[: max(4, len(anchor) - 2)] if len(anchor) > 5 else anchor).lower() in small
    )


def judged(record: Record, candidate: Candidate) -> Counter[str]:
    """What of a found record is right."""
    countries = {record.get("proposer_country"), *record.get("proposer_alt", [])} - {None}
    persons = [record["proposer_person"], *record.get("person_alt", [])] if record.get("proposer_person") else []
    wanted, backers = set(record.get("supporters") or []), set(candidate.supporters)
    free = {*record.get("supporters_free", []), *countries}
    return Counter(
        {
            "found": 1,
            "countries": bool(countries),
            "country": bool(countries) and candidate.proposer_country in countries,
            "persons": bool(persons),
            "person": any(is_same_person(person, candidate.proposer_person) for person in persons),
            "kind": candidate.kind in {record["kind"], *record.get("kind_alt", [])},
            "backers": len(wanted & backers),
            "backers_missed": len(wanted - backers),
            "backers_false": len(backers - wanted - free),
        }
    )


def is_same_person(wanted: str, got: str | None) -> bool:
    """Whether the family name, written last in `wanted`, is among the names in `got`, in whatever spelling."""
    family = skeleton(wanted.rsplit(maxsplit=1)[-1])
    names = [skeleton(name) for name in (got or "").split()]
    return family in names or any(len(family) > 3 and name.startswith(family[:-1]) for name in names)


def figures(counts: Counter[str]) -> dict[str, float]:
    """The figures of the table by their headings."""
    precision = _ratio(counts["found"], counts["found"] + counts["false"])
    recall = _ratio(counts["found"], counts["found"] + counts["missed"])
    return {
        "articles": counts["articles"],
        "records": counts["found"] + counts["missed"],
        "P": precision,
        "R": recall,
        "F1": _harmonic(precision, recall),
        "country": _ratio(counts["country"], counts["countries"]),
        "person": _ratio(counts["person"], counts["persons"]),
        "backers": _harmonic(
            _ratio(counts["backers"], counts["backers"] + counts["backers_false"]),
            _ratio(counts["backers"], counts["backers"] + counts["backers_missed"]),
        ),
        "kind": _ratio(counts["kind"], counts["found"]),
        "alarms": _ratio(counts["alarms"], counts["empty"]),
    }


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _harmonic(one: float, other: float) -> float:
    return _ratio(2 * one * other, one + other)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
