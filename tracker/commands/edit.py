"""`tracker edit`: an initiative or one of its events as text in the user's editor."""

from typing import Any, NamedTuple

import click
from msgspec.structs import replace

from tracker.commands.buffer import (
    Fault,
    at_hand,
    is_empty,
    keep_draft,
    marked,
    put_text,
    run_editor,
    taken_text,
    unmarked,
    write,
)
from tracker.commands.edit_fields import RECORD_FIELDS, Field, Setting, event_fields, lines_of, understood
from tracker.commands.occasions import keep_source
from tracker.commands.params import Identity, Words
from tracker.commands.params import command as tracker_command
from tracker.commands.session import Session, session_of
from tracker.errors import BadWords, InUse, NotFound, TrackerError
from tracker.initiative import Event, Initiative
from tracker.recording import revise
from tracker.store.book import Book, Found
from tracker.text import visible
from tracker.vocab import EventKind, Stance

_HOW = (
    "One field a line; further lines of a value are indented. Lines that begin with # are remarks.",
    "Save and leave to store; leave the text as it is to change nothing.",
)
_BACKSLASH = "A backslash is written \\\\, a space at an edge \\s, a line end \\n, a ; inside one name \\;"


@tracker_command(
    "edit",
    examples=[
        "tracker edit KZ-2025-001",
        "tracker edit KZ-2025-001.1 --why 'the communique gives another date'",
    ],
)
@click.argument("identity", metavar="ID[.N]", type=Identity())
@click.option("--why", type=Words(), help="Why it is changed; `tracker history` shows it.")
@click.pass_context
def command(ctx: click.Context, identity: str, why: str | None) -> None:
    """Edit an initiative or an event as text.

    The text opens in $VISUAL, else $EDITOR, else vi (notepad on Windows). What is wrong in it comes back marked. An
    event that is edited keeps its earlier version for --known-by.
    """
    session = session_of(ctx)
    draft = _drafted(session, identity)
    edited = _edited(session, draft)
    if edited is None:
        session.tell(f"{draft.name} is unchanged")
        return
    _store(session, draft, *edited, why=why)
    session.say(draft.name)


class Draft(NamedTuple):
    """What is edited: the record as it was read, the part of it that is shown, its fields and its text."""

    found: Found
    name: str
    thing: Initiative | Event
    fields: dict[str, Field]
    written: str
    setting: Setting


def _drafted(session: Session, words: str) -> Draft:
    """The text of the initiative or event meant."""
    with session.reading() as book:
        found = book.find(words)
        record = found.record
        event = record.event(found.event) if found.event is not None else None
        thing: Initiative | Event = event or record
        name = f"{record.id}.{event.number}" if event else record.id
        fields = event_fields(event) if event else RECORD_FIELDS
        lines = lines_of(thing, fields, book)
        escapes = (_BACKSLASH,) if any("\\" in line.text for line in lines) else ()
        text = write(lines, (*_title(record, event), *_HOW, *escapes))
        return Draft(found, name, thing, fields, text, Setting(session, book, record))


def _title(record: Initiative, event: Event | None) -> tuple[str, ...]:
    title = visible(record.title)
    if event:
        return (f"{record.id}.{event.number} ({event.kind}) of {title}",)
    numbers = ", ".join(f"{record.id}.{event.number}" for event in record.events[:6])
    more = ", ..." if len(record.events) > 6 else ""
    return (f"{record.id} {title}", f"Its events are edited one by one: {numbers}{more}") if numbers else (title,)


# ---- editing


def _edited(session: Session, draft: Draft) -> tuple[dict[str, Any], str] | None:
    """What the user changed, with the text that says so; None for nothing.

    A text with faults goes back to the editor, the faults told in it, until they are mended or it is left as it is.
    """
    offered = draft.written
    faults: list[Fault] = []
    with at_hand(f"{draft.name}.txt") as path:
        while True:
            put_text(path, marked(offered, faults))
            text = unmarked(_left_by_editor(session, path, draft))
            if text == draft.written or is_empty(text):
                return None
            if faults and text == offered:
                raise _given_up(session, draft, text, faults)
            changes, faults = understood(text, draft.written, draft.thing, draft.fields, draft.setting)
            if not faults:
                return (changes, text) if changes else None
            if not session.asks:
                raise _given_up(session, draft, text, faults)
            session.tell(f"{faults[0].message} (marked in the text)")
            offered = text


def _left_by_editor(session: Session, path: Any, draft: Draft) -> str:
    """The text as the editor left it; where the editor failed, what had been typed is kept."""
    try:
        run_editor(path)
        return taken_text(path)
    except BadWords as error:
        typed = path.read_bytes().decode("utf-8", "replace") if path.exists() else draft.written
        if unmarked(typed) in (draft.written, ""):
            raise
        raise BadWords(f"{error}; {_keep(session, draft, typed)}") from error


def _given_up(session: Session, draft: Draft, text: str, faults: list[Fault]) -> BadWords:
    """The refusal of a text with faults, which is kept."""
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return BadWords(f"{faults[0].message}{more}; nothing is stored, {_keep(session, draft, marked(text, faults))}")


def _keep(session: Session, draft: Draft, text: str) -> str:
    return f"your text is kept in {keep_draft(text, session.path, draft.name)}"


# ---- storing


def _store(session: Session, draft: Draft, changes: dict[str, Any], text: str, *, why: str | None) -> None:
    """Write the changes, unless somebody else changed the record meanwhile; what is not stored is kept as a draft."""
    later = Session(session.db, session.color, session.no_input)  # its clock begins now: editing may have taken hours
    try:
        with later.editing("edit", why) as book:
            if _now(book, draft.found.number) != draft.found.record:
                raise InUse(
                    f"{draft.found.record.id} was changed by somebody else meanwhile: nothing is stored;"
                    f" type `tracker edit {draft.name}` again"
                )
            record = _changed(draft, _with_sources(changes, session, book), later.now)
            book.put(draft.found.number, record)
            book.tables.summary = f"{draft.name} {', '.join(_names(draft, changes))}"
    except TrackerError as error:
        raise type(error)(f"{error}; {_keep(session, draft, text)}") from error
    except KeyboardInterrupt:
        session.tell(_keep(session, draft, text))
        raise
    session.tell(f"changed: {', '.join(_names(draft, changes))}")


def _now(book: Book, number: int) -> Initiative | None:
    try:
        return book.record(number)
    except NotFound:
        return None  # deleted or merged meanwhile


def _names(draft: Draft, changes: dict[str, Any]) -> list[str]:
    return [name for name, field in draft.fields.items() if field.attribute in changes]


def _with_sources(changes: dict[str, Any], session: Session, book: Book) -> dict[str, Any]:
    """The changes, with the sources that were typed as addresses or titles kept in the book."""
    if "sources" not in changes:
        return changes
    keys = (keep_source(word, None, session, book) for word in changes["sources"])
    return {**changes, "sources": tuple(dict.fromkeys(keys))}


def _changed(draft: Draft, changes: dict[str, Any], now: str) -> Initiative:
    """The record with what was typed in it."""
    record = draft.found.record
    if not isinstance(draft.thing, Event):
        return replace(record, **changes)
    event = replace(draft.thing, **_consequences(draft, changes))
    revised = revise(record, event, now)
    return _in_place(revised, event) if "order" in changes and "date" not in changes else revised


def _consequences(draft: Draft, changes: dict[str, Any]) -> dict[str, Any]:
    """The changes with what follows from them: the forum of a new meeting, and the kind that goes with a stance."""
    assert isinstance(draft.thing, Event)
    meeting, stance = changes.get("meeting"), changes.get("stance")
    if meeting and "forum" not in changes:
        changes = {**changes, "forum": draft.setting.session.meeting(meeting).forum}
    if stance and draft.thing.kind in (EventKind.PROPOSED, EventKind.POSITION):
        kind = EventKind.PROPOSED if stance is Stance.PROPOSES else EventKind.POSITION
        changes = {**changes, "kind": kind}
    return changes


def _in_place(record: Initiative, moved: Event) -> Initiative:
    """The record with the other events of that date in their order before and after the one that was moved."""
    others = sorted(
        (event for event in record.events if event.date == moved.date and event.number != moved.number),
        key=lambda event: (event.order, event.number),
    )
    numbers = [event.number for event in others]
    numbers.insert(moved.order - 1, moved.number)
    places = {number: place for place, number in enumerate(numbers, 1)}
    return replace(
        record,
        events=tuple(replace(event, order=places.get(event.number, event.order)) for event in record.events),
    )
