"""What reading an article gives: one candidate an undertaking, each with the sentence it stands in."""

import msgspec


class Stance(msgspec.Struct, frozen=True, kw_only=True):
    """Where one actor of the text stands on the candidate; `condition` in the words of the text."""

    country: str
    person: str | None = None
    stance: str
    condition: str | None = None


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A possible initiative, in the form that `capture --format json` prints.

    `quote` is `text[start:end]` of the text read. `date` says when the undertaking itself is due, `act_date` when
    it was proposed, agreed, signed ...; both only if the text says so. A `weak` candidate is shown only when asked for.
    """

    title: str
    quote: str
    start: int
    end: int
    proposer_country: str | None = None
    proposer_person: str | None = None
    supporters: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    kind: str
    forum: str | None = None
    date: str | None = None
    act_date: str | None = None
    historic: bool = False
    confidence: float = 0.0
    weak: bool = False
