"""A candidate in the making: one undertaking with its act and actors, before merging and ranking."""

import msgspec

from tracker.reading.acts import Act
from tracker.reading.attribution import Attribution
from tracker.reading.sentences import Sentence
from tracker.reading.undertakings import Undertaking


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What one act says of one undertaking; `by` grows when the same undertaking comes back."""

    thing: Undertaking
    act: Act
    sentence: Sentence
    by: Attribution
    kind: str
    historic: bool = False

    @property
    def score(self) -> float:
        """How surely this is an initiative, from the act's words and the undertaking's form."""
        backed = 0.1 if self.kind == "supported" and self.by.country else 0.0  # "X's idea" was put forward for certain
        return self.act.strength + self.thing.worth + backed
