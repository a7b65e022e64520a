"""Near-duplicates: records that may be one initiative recorded twice. They are suggested, never merged."""

from collections.abc import Iterable

from tracker.initiative import Initiative
from tracker.text import fold

ALIKE = 84  # of 100; below it, titles of one field ("... in Central Asia") begin to look alike
_SHORTEST = 4  # letters of a word that says something about a title


def words_in(name: str) -> frozenset[str]:
    """The words of a name that may tell it from others, folded."""
    return frozenset(word for word in fold(name).split() if len(word) >= _SHORTEST)


def words_of(record: Initiative) -> frozenset[str]:
    """The same of the title and the other names."""
    return frozenset().union(*(words_in(name) for name in (record.title, *record.other_names)))


def likeness(one: Initiative, other: Initiative) -> float:
    """How alike the names of two records are, 0 to 100: the best pair of a name each, the order of words aside."""
    from rapidfuzz import fuzz  # 8 ms; only where candidates were found

    return max(
        fuzz.token_sort_ratio(fold(first), fold(second))
        for first in (one.title, *one.other_names)
        for second in (other.title, *other.other_names)
    )


def alike(record: Initiative, others: Iterable[Initiative], most: int = 3) -> list[Initiative]:
    """The other records that look like this one, the most alike first."""
    scored = [(likeness(record, other), other) for other in others if other.uid != record.uid]
    near = sorted((entry for entry in scored if entry[0] >= ALIKE), key=lambda entry: -entry[0])
    return [other for _, other in near[:most]]
