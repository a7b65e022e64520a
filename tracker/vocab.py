"""The closed lists: what each term means, what it is not, and what usually follows what.

Adding a term is a decision: say here what it means and what it is not.
"""

from enum import StrEnum


class Classification(StrEnum):
    """What kind of thing an initiative is."""

    AGREEMENT = "agreement"
    BODY = "body"
    DECLARATION = "declaration"
    EVENT = "event"
    FUND = "fund"
    OTHER = "other"
    PROGRAMME = "programme"
    PROJECT = "project"
    RESEARCH = "research"
    RULE_CHANGE = "rule-change"


class EventKind(StrEnum):
    """What kind of fact an event states."""

    PROPOSED = "proposed"
    POSITION = "position"
    COMMITMENT = "commitment"
    STATUS = "status"
    DEADLINE = "deadline"
    NOTE = "note"


class Phase(StrEnum):
    """The stretch of an initiative's life to which a status belongs."""

    OPEN = "open"
    DECIDED = "decided"
    DOING = "doing"
    STANDING = "standing"
    DONE = "done"
    PAUSED = "paused"
    CLOSED = "closed"


class Status(StrEnum):
    """Where an initiative stands."""

    ANNOUNCED = "announced"
    PROPOSED = "proposed"
    UNDER_DISCUSSION = "under-discussion"
    AGREED = "agreed"
    ADOPTED = "adopted"
    SIGNED = "signed"
    IN_IMPLEMENTATION = "in-implementation"
    IN_FORCE = "in-force"
    OPERATING = "operating"
    COMPLETED = "completed"
    PARTLY_COMPLETED = "partly-completed"
    SUSPENDED = "suspended"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    LAPSED = "lapsed"
    TERMINATED = "terminated"


class Stance(StrEnum):
    """Where one actor stands on one initiative."""

    PROPOSES = "proposes"
    CO_SPONSORS = "co-sponsors"
    SUPPORTS = "supports"
    SUPPORTS_WITH_CONDITIONS = "supports-with-conditions"
    WELCOMES = "welcomes"
    NOTES = "notes"
    ABSTAINS = "abstains"
    RESERVES = "reserves"
    OPPOSES = "opposes"
    WITHDRAWS = "withdraws"


class Level(StrEnum):
    """How far one party has bound itself to a text."""

    SIGNED = "signed"
    PROVISIONAL = "provisional"
    BOUND = "bound"
    WITHDRAWN = "withdrawn"


class Relation(StrEnum):
    """How one initiative is tied to another."""

    RELATES_TO = "relates-to"
    PART_OF = "part-of"
    FOLLOWS_UP = "follows-up"
    AMENDS = "amends"
    SUPERSEDES = "supersedes"


class SourceKind(StrEnum):
    """What kind of document a source is, the most authoritative first."""

    OUTCOME_DOCUMENT = "outcome-document"
    OFFICIAL_TRANSCRIPT = "official-transcript"
    OFFICIAL_RELEASE = "official-release"
    AGENCY = "agency"
    MEDIA = "media"
    OTHER = "other"


PHASE = {
    Status.ANNOUNCED: Phase.OPEN,
    Status.PROPOSED: Phase.OPEN,
    Status.UNDER_DISCUSSION: Phase.OPEN,
    Status.AGREED: Phase.OPEN,
    Status.ADOPTED: Phase.DECIDED,
    Status.SIGNED: Phase.DECIDED,
    Status.IN_IMPLEMENTATION: Phase.DOING,
    Status.IN_FORCE: Phase.STANDING,
    Status.OPERATING: Phase.STANDING,
    Status.COMPLETED: Phase.DONE,
    Status.PARTLY_COMPLETED: Phase.DONE,
    Status.SUSPENDED: Phase.PAUSED,
    Status.REJECTED: Phase.CLOSED,
    Status.WITHDRAWN: Phase.CLOSED,
    Status.SUPERSEDED: Phase.CLOSED,
    Status.LAPSED: Phase.CLOSED,
    Status.TERMINATED: Phase.CLOSED,
}

# A deadline can pass, and silence mean something, only in these.
PENDING = frozenset({Phase.OPEN, Phase.DECIDED, Phase.DOING})
ALIVE = PENDING | {Phase.STANDING}

SUPPORT = frozenset({Stance.CO_SPONSORS, Stance.SUPPORTS, Stance.SUPPORTS_WITH_CONDITIONS})
POLITE = frozenset({Stance.WELCOMES, Stance.NOTES})
MILDER_YES = SUPPORT | POLITE

# Derived for members of the forum who have said nothing; it can be asked for, never entered.
NO_POSITION = "no-position"

STATUS_MEANING = {
    Status.ANNOUNCED: "said to be coming; nothing put to others yet",
    Status.PROPOSED: "put to others",
    Status.UNDER_DISCUSSION: "talks, drafting, a working group",
    Status.AGREED: "accepted in principle; no text yet",
    Status.ADOPTED: "the text or decision is approved",
    Status.SIGNED: "signed, not yet binding",
    Status.IN_IMPLEMENTATION: "being carried out",
    Status.IN_FORCE: "a text that applies",
    Status.OPERATING: "a body, route, fund or day that runs",
    Status.COMPLETED: "done",
    Status.PARTLY_COMPLETED: "done in part, and closed",
    Status.SUSPENDED: "somebody declared it paused; silence is not suspension",
    Status.REJECTED: "turned down by those it was put to",
    Status.WITHDRAWN: "taken back by its proponent",
    Status.SUPERSEDED: "replaced by a linked initiative",
    Status.LAPSED: "ran out undone",
    Status.TERMINATED: "ended after it existed",
}

STANCE_MEANING = {
    Stance.PROPOSES: "puts it forward; to put it forward again elsewhere is the same stance at another meeting",
    Stance.CO_SPONSORS: "puts its name to another's proposal; counts as support",
    Stance.SUPPORTS: "backs it; counts as support",
    Stance.SUPPORTS_WITH_CONDITIONS: "backs it if something holds; counts as support, marked",
    Stance.WELCOMES: "polite words; not support",
    Stance.NOTES: "takes note; not support",
    Stance.ABSTAINS: "takes no side in a decision; not opposition",
    Stance.RESERVES: "keeps a reservation",
    Stance.OPPOSES: "is against it",
    Stance.WITHDRAWS: "ends its own earlier position, because it said so",
}

LEVEL_MEANING = {
    Level.SIGNED: "has signed the text",
    Level.PROVISIONAL: "applies it provisionally",
    Level.BOUND: "has ratified, accepted, approved or acceded",
    Level.WITHDRAWN: "has left it",
}

# How a tie reads from its other end.
INVERSE = {
    Relation.RELATES_TO: "relates to",
    Relation.PART_OF: "has as part",
    Relation.FOLLOWS_UP: "followed up by",
    Relation.AMENDS: "amended by",
    Relation.SUPERSEDES: "superseded by",
}

_STAGE = {status: stage for stage, status in enumerate(Status)}
_OVER = frozenset(status for status, phase in PHASE.items() if phase is Phase.CLOSED)


def follows(earlier: Status, later: Status) -> bool:
    """Whether the later status is a usual step; any other warns and is recorded all the same.

    A usual step leads onward. What is suspended may go on wherever it was, what is closed stays closed, and only
    what once existed is terminated.
    """
    if earlier == later:
        return True
    if earlier in _OVER or (later is Status.TERMINATED and PHASE[earlier] is Phase.OPEN):
        return False
    if earlier is Status.SUSPENDED:
        return later is not Status.ANNOUNCED
    return _STAGE[later] > _STAGE[earlier] or PHASE[earlier] is PHASE[later] is Phase.STANDING
