"""How events and standings are put into words, the same on a screen and in a pipe; free of rich."""

from collections.abc import Iterable

from tracker import standing as standing_module
from tracker.dates import display, is_edtf
from tracker.forums import Directory
from tracker.initiative import Event, Source
from tracker.standing import Standing
from tracker.text import visible
from tracker.vocab import PHASE, SUPPORT, EventKind, Level, Phase, Stance, Status

PART_UNVERIFIED = "part unverified"
LONGEST = 2000  # characters of one piece of foreign text that a list or timeline shows

# Verbs for one actor and for several; the other stances only lose their last letter.
_SEVERAL = {
    Stance.PROPOSES: "propose",
    Stance.CO_SPONSORS: "co-sponsor",
    Stance.SUPPORTS: "support",
    Stance.SUPPORTS_WITH_CONDITIONS: "support with conditions",
    Stance.WELCOMES: "welcome",
    Stance.NOTES: "take note",
    Stance.ABSTAINS: "abstain",
    Stance.RESERVES: "keep a reservation",
    Stance.OPPOSES: "oppose",
    Stance.WITHDRAWS: "withdraw",
}
_ONE = {stance: f"{words}s" for stance, words in _SEVERAL.items()} | {
    Stance.SUPPORTS_WITH_CONDITIONS: "supports with conditions",
    Stance.NOTES: "takes note",
    Stance.RESERVES: "keeps a reservation",
}
_BY_LEVEL = {
    Level.SIGNED: "signed by",
    Level.PROVISIONAL: "applied provisionally by",
    Level.BOUND: "binding on",
    Level.WITHDRAWN: "left by",
}
_GLYPHS = {
    EventKind.PROPOSED: "●*",
    EventKind.POSITION: "○o",
    EventKind.COMMITMENT: "■#",
    EventKind.STATUS: "◆+",
    EventKind.DEADLINE: "▲^",
    EventKind.NOTE: "·-",
}


def kind_glyph(kind: EventKind, unicode: bool = True) -> str:
    """The sign of an event kind, one column wide."""
    return _GLYPHS[kind][0 if unicode else 1]


def capped(text: str, most: int = LONGEST) -> str:
    """The text, visible, and cut with the number of characters left out if there are too many."""
    if len(text) <= most:
        return visible(text)
    return f"{visible(text[:most])}… ({len(text) - most:,} more characters)"


def day_words(edtf: str | None) -> str:
    """A date as people read it; what is no date stands as it is."""
    if not edtf:
        return ""
    return display(edtf) if is_edtf(edtf) else visible(edtf)


def names(actors: Iterable[str], directory: Directory | None = None) -> str:
    """Actors by their codes or, given a directory, by their names."""
    return ", ".join(visible(directory.actor_name(actor) if directory else actor) for actor in actors)


def what(event: Event, directory: Directory | None = None) -> str:
    """What the event says, in one line: `KZ (Kassym-Jomart Tokayev) proposes`; full names given a directory."""
    match event.kind:
        case EventKind.PROPOSED | EventKind.POSITION:
            return _stance_words(event, directory)
        case EventKind.COMMITMENT:
            said = f"{_BY_LEVEL[event.level or Level.SIGNED]} {names(event.actors, directory)}"
        case EventKind.STATUS:
            said = f"status: {event.status or Status.PROPOSED}"
            said += f", by {names(event.actors, directory)}" if event.actors else ""
        case EventKind.DEADLINE:
            said = f"deadline set: {day_words(event.text)}"
        case EventKind.NOTE:
            return _note_words(event, directory)
    return said + _person(event)


def _person(event: Event) -> str:
    return f" ({visible(event.person)})" if event.person else ""


def _stance_words(event: Event, directory: Directory | None) -> str:
    stance = event.stance or Stance.PROPOSES
    who = names(event.actors, directory)
    if not event.actors:
        said = f"put forward{_person(event)}; by which actor is not known"
    elif len(event.actors) == 1:
        said = f"{who}{_person(event)} {_ONE[stance]}"
    else:
        said = f"{who} {_SEVERAL[stance]}{_person(event)}"
    if event.on_behalf_of:
        said += f", on behalf of {names(event.on_behalf_of, directory)}"
    return said + (f": {visible(event.condition)}" if event.condition else "")


def _note_words(event: Event, directory: Directory | None) -> str:
    label = "internal note" if event.internal else "note"
    if event.confirms is not None:
        label += f" confirming .{event.confirms}"
    if event.disputes is not None:
        label += f" disputing .{event.disputes}"
    who = names(event.actors, directory) + _person(event)
    text = visible(event.text or "")
    return ": ".join(part.strip() for part in (label, who, text) if part)


def event_marks(event: Event, standing: Standing) -> list[str]:
    """What to know before relying on the event; `unverified` comes with its reason."""
    reason = visible(event.unverified or "")
    named = standing_module.event_marks(event, standing)
    told = [f"unverified: {reason}" if mark == "unverified" and reason else mark for mark in named]
    return [mark for mark in told if mark != "internal" or event.kind is not EventKind.NOTE]  # its words say so


def marks(standing: Standing) -> list[str]:
    """What a reader must see beside the status; `part unverified` where something else counts."""
    named = standing.marks
    return [PART_UNVERIFIED if mark == "unverified" and standing.counted else mark for mark in named]


def status_words(standing: Standing) -> str:
    """The status with its marks: `proposed, stalled`."""
    return ", ".join([standing.status, *marks(standing)])


def source_words(source: Source) -> str:
    """A source in a word or two: its publisher, else its title, else its address."""
    return visible(source.publisher or source.title or source.address or source.id)


def meeting_words(meeting: str | None, forum: str | None, directory: Directory) -> str:
    """Where something happened: `cacm-7, Tashkent`, else the forum's code."""
    known = directory.meetings.get(meeting) if meeting else None
    if known and known.place:
        return visible(f"{known.id}, {known.place}")
    return visible(meeting or forum or "")


def kind_style(event: Event) -> str:
    """The style of an event's sign: a status in the colour of its phase, a stance as it is for or against."""
    if event.status is not None:
        return PHASE[event.status]
    if event.kind is EventKind.COMMITMENT:
        return "bad" if event.level is Level.WITHDRAWN else Phase.DECIDED
    if event.stance in SUPPORT:
        return "good"
    if event.stance in (Stance.OPPOSES, Stance.WITHDRAWS):
        return "bad"
    return {EventKind.PROPOSED: str(Phase.OPEN), EventKind.DEADLINE: "doubt", EventKind.NOTE: "quiet"}.get(
        event.kind, ""
    )


def said_of(quote: str) -> str:
    """The quote between quotation marks, unless it brings its own."""
    return quote if quote[:1] in "\"“«„'‘" else f"“{quote}”"
