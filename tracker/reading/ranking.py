"""How sure a candidate is, and whether it belongs on the default list or in the weak tier."""

from tracker.reading.draft import Draft
from tracker.reading.language import Language

LISTED = 0.695  # strength of the act plus worth of the undertaking, from which on a candidate is listed
WEAK = 0.5  # below this it is not even weak
SUREST = 1.1


def confidence(draft: Draft) -> float:
    """Between 0 and 1: how likely this is an initiative."""
    return round(max(0.05, min(0.99, draft.score / SUREST)), 2)


def is_kept(draft: Draft) -> bool:
    """Whether it is worth showing at all."""
    return draft.score >= WEAK and draft.sentence.role != "furniture"


def is_weak(draft: Draft, language: Language) -> bool:
    """Doubtful: little evidence, a teaser of another article, an invitation, money, what a company does."""
    patterns = language.patterns
    text = draft.sentence.text
    before = text[max(0, draft.act.start - 60) : draft.act.end]
    return (
        draft.score < LISTED
        or draft.sentence.role == "teaser"
        or (draft.kind == "launched" and patterns.gathering.search(draft.thing.title) is not None)
        or patterns.weak.search(before) is not None
        or patterns.not_actors.search(text[: draft.act.start]) is not None
        or patterns.money.search(draft.thing.title) is not None
        or text.rstrip().endswith("?")
    )
