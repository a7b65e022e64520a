"""The fields of an initiative and of an event as `edit` shows them: how each is written, read and explained."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from msgspec.structs import replace

from tracker.commands.buffer import Entry, Fault, Line, parse, text_of, text_of_list, value_of, values_of
from tracker.commands.params import LONGEST_NAME, LONGEST_TEXT, checked_text, shorten, term
from tracker.commands.session import Session
from tracker.commands.suggestions import SOURCE_ID
from tracker.dates import parse as parse_date
from tracker.errors import BadWords, TrackerError
from tracker.initiative import Event, Initiative, Link
from tracker.store.book import Book
from tracker.text import fold, visible
from tracker.vocab import Classification, EventKind, Level, Relation, Stance, Status

_DATE = "as 2025-11-16, 2025-11, Q3 2025, 2025~ (about) or 2025-11/2026-02"
_DOUBT = "why it is doubtful; shown and marked, but it does not count. Empty: it counts"


class Setting(NamedTuple):
    """Where a text is read: whose words they are, what the file holds, and the record they are part of."""

    session: Session
    book: Book
    record: Initiative


class Field(NamedTuple):
    """One line of the text: the attribute, how its value is written and read, and whether it may be empty."""

    attribute: str
    write: Callable[[Any], str]
    read: Callable[[str, Setting], Any]
    remark: str = ""
    required: bool = False


# ---- reading and writing values


def _text(what: str, longest: int = LONGEST_TEXT) -> Callable[[str, Setting], Any]:
    return lambda text, _: checked_text(value_of(text), what, longest) if text else None


def _texts(what: str) -> Callable[[str, Setting], Any]:
    return lambda text, _: _once(checked_text(value, what, LONGEST_NAME) for value in values_of(text))


def _write_text(value: str | None) -> str:
    return text_of(value) if value is not None else ""


def _once(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values))


def _date(text: str, at: Setting) -> str | None:
    return parse_date(value_of(text), today=at.session.today) if text else None


def _actors(text: str, at: Setting) -> tuple[str, ...]:
    return _once(at.session.actor(word) for word in values_of(text))


def _term(vocabulary: Any, topic: str = "") -> Callable[[str, Setting], Any]:
    return lambda text, _: term(vocabulary, value_of(text), topic) if text else None


def _classification(text: str, _at: Setting) -> Classification:
    return term(Classification, value_of(text)) if text else Classification.OTHER


def _forum(text: str, at: Setting) -> str | None:
    return at.session.forum(value_of(text)).code if text else None


def _meeting(text: str, at: Setting) -> str | None:
    return at.session.meeting(value_of(text)).id if text else None


def _order(text: str, _at: Setting) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 99_999 and len(text) < 9):
        raise BadWords(f"the order '{shorten(text)}' is not a number from 1 on: write 1 for the first of that date")
    return int(text)


def _yes_or_no(text: str, _at: Setting) -> bool:
    word = fold(text)
    if word not in ("yes", "no", "y", "n", ""):
        raise BadWords(f"'{shorten(text)}' is neither yes nor no: write one of them")
    return word.startswith("y")


def _event_number(text: str, at: Setting) -> int | None:
    if not text:
        return None
    number = text.strip().rpartition(".")[2]
    if not (number.isascii() and number.isdigit() and len(number) < 10 and at.record.event(int(number))):
        known = ", ".join(f".{event.number}" for event in at.record.events)
        raise BadWords(f"no event '{shorten(text)}' in {at.record.id}: write one of {known}, or nothing")
    return int(number)


def _sources(text: str, at: Setting) -> tuple[str, ...]:
    words = _once(checked_text(word, "source") for word in values_of(text))
    for word in words:
        if SOURCE_ID.fullmatch(word) and word.upper() not in at.book.sources:
            raise BadWords(f"no source '{word}': `tracker sources` lists them; or write its address or title")
    return words


def _links(text: str, at: Setting) -> tuple[Link, ...]:
    return _once(_link(value, at) for value in values_of(text))


def _link(value: str, at: Setting) -> Link:
    for link in at.record.links:
        if value == f"{link.relation} {link.id}":
            return link
    relation, _, words = value.partition(" ")
    kind = term(Relation, relation)
    found = at.book.find(words)
    if found.record.id == at.record.id:
        raise BadWords(f"{at.record.id} cannot be linked to itself: give the id of another initiative")
    return Link(relation=kind, id=found.record.id)


def _write_links(links: tuple[Link, ...]) -> str:
    return text_of_list(f"{link.relation} {link.id}" for link in links)


def _write_number(number: int | None) -> str:
    return f".{number}" if number else ""


def _write_yes(value: bool) -> str:
    return "yes" if value else "no"


def _listed(terms: Iterable[str]) -> str:
    return ", ".join(terms)


# ---- the fields

RECORD_FIELDS = {
    "title": Field("title", _write_text, _text("title", LONGEST_NAME), required=True),
    "other names": Field("other_names", text_of_list, _texts("name"), "with ; between them"),
    "summary": Field("summary", _write_text, _text("summary"), "further lines are indented"),
    "classification": Field("classification", str, _classification, _listed(Classification)),
    "topics": Field("topics", text_of_list, _texts("topic"), "with ; between them"),
    "open to": Field("open_to", text_of_list, _actors, "who may sign or join, with ; between them"),
    "ends": Field("ends", _write_text, _date, "when it runs out by itself, " + _DATE),
    "links": Field("links", _write_links, _links, _listed(Relation) + ", each with an id: part-of KZ-2025-001"),
}

_STANCE = Field("stance", _write_text, _term(Stance, "stances"), _listed(Stance), required=True)
_TEXT = Field("text", _write_text, _text("text"), "further lines are indented")
EVENT_FIELDS = {
    "date": Field("date", _write_text, _date, "when it happened, " + _DATE, required=True),
    "order": Field("order", str, _order, "its place among the events of that date"),
    "actors": Field("actors", text_of_list, _actors, "by code or name, with ; between them"),
    "on behalf of": Field("on_behalf_of", text_of_list, _actors, "for whom they spoke"),
    "person": Field("person", _write_text, _text("person", LONGEST_NAME), "who spoke"),
    "stance": _STANCE,
    "level": Field("level", _write_text, _term(Level), _listed(Level), required=True),
    "status": Field("status", _write_text, _term(Status, "statuses"), _listed(Status), required=True),
    "deadline": Field("text", _write_text, _date, "the day it sets, its last day included", required=True),
    "reason": Field("reason", _write_text, _text("reason"), "why"),
    "condition": Field("condition", _write_text, _text("condition"), "what the support hangs on"),
    "text": _TEXT,
    "confirms": Field("confirms", _write_number, _event_number, "the event that a further source bears out, as .2"),
    "disputes": Field("disputes", _write_number, _event_number, "the event that a source contradicts, as .2"),
    "forum": Field("forum", _write_text, _forum, "where it happened"),
    "meeting": Field("meeting", _write_text, _meeting, "at which sitting, as cacm-7"),
    "quote": Field("quote", _write_text, _text("quote"), "the words themselves; further lines are indented"),
    "sources": Field("sources", text_of_list, _sources, "ids, addresses or titles, with ; between them"),
    "unverified": Field("unverified", _write_text, _text("reason"), _DOUBT),
    "internal": Field(
        "internal", _write_yes, _yes_or_no, "yes: it never leaves through export, report, brief or followup"
    ),
}

_EVERY = {"date", "order", "actors", "on behalf of", "person", "forum", "meeting", "quote", "sources", "unverified"}
_OF_KIND = {
    EventKind.PROPOSED: {"stance", "condition"},
    EventKind.POSITION: {"stance", "condition"},
    EventKind.COMMITMENT: {"level"},
    EventKind.STATUS: {"status", "reason"},
    EventKind.DEADLINE: {"deadline", "reason"},
    EventKind.NOTE: {"text", "confirms", "disputes", "internal"},
}


def event_fields(event: Event) -> dict[str, Field]:
    """The fields that an event of that kind has, and any other that holds something."""
    wanted = _EVERY | _OF_KIND[event.kind]
    fields = {name: field for name, field in EVENT_FIELDS.items() if name in wanted or _holds(event, name)}
    if event.kind in (EventKind.POSITION, EventKind.COMMITMENT):
        fields["actors"] = fields["actors"]._replace(required=True)
    if event.kind is EventKind.NOTE:
        fields["text"] = _TEXT._replace(required=True)
    return fields


def _holds(event: Event, name: str) -> bool:
    if name == "deadline" or (name == "text" and event.kind is EventKind.DEADLINE):
        return False  # both are the event's text, which has one line
    return bool(getattr(event, EVENT_FIELDS[name].attribute))


def lines_of(thing: Initiative | Event, fields: dict[str, Field], book: Book) -> list[Line]:
    """The fields with their values, to be written."""
    lines = []
    for name, field in fields.items():
        remarks: tuple[str, ...] = (field.remark,) if field.remark else ()
        if name == "sources" and isinstance(thing, Event):
            remarks += tuple(_named(key, book) for key in thing.sources)
        lines.append(Line(name, field.write(getattr(thing, field.attribute)), remarks))
    return lines


def _named(key: str, book: Book) -> str:
    source = book.sources.get(key)
    parts = (source.publisher, source.title, source.address) if source else ()
    return f"{key} is {visible(', '.join(part for part in parts if part) or 'a source without a name')}"


# ---- understanding what was typed


def understood(
    text: str, written: str, thing: Initiative | Event, fields: dict[str, Field], at: Setting
) -> tuple[dict[str, Any], list[Fault]]:
    """The attributes that the text changes, and what is wrong in it; a line left as it was is not read anew."""
    entries, faults = parse(text, list(fields))
    before, _ = parse(written, list(fields))
    changes: dict[str, Any] = {}
    for name, entry in entries.items():
        if entry.text == before[name].text:
            continue
        try:
            value = _value(name, fields[name], entry, at)
        except TrackerError as error:
            faults.append(Fault(entry.line, str(error)))
            continue
        if value != getattr(thing, fields[name].attribute):
            changes[fields[name].attribute] = value
    if not faults and isinstance(thing, Event):
        faults += _contradictions(replace(thing, **changes), entries, at.record)
    return changes, faults


def _value(name: str, field: Field, entry: Entry, at: Setting) -> Any:
    value = field.read(entry.text, at)
    if field.required and not value:
        raise BadWords(f"'{name}' cannot be empty: write its value")
    return value


def _contradictions(event: Event, entries: dict[str, Entry], record: Initiative) -> list[Fault]:
    """What no single line shows."""
    faults = []
    if event.condition and event.stance is Stance.SUPPORTS and "condition" in entries:
        faults.append(Fault(entries["condition"].line, "a condition goes with the stance supports-with-conditions"))
    if event.confirms and event.disputes:
        faults.append(Fault(entries["disputes"].line, "confirms and disputes exclude each other: empty one of them"))
    for name, number in (("confirms", event.confirms), ("disputes", event.disputes)):
        if number == event.number:
            faults.append(Fault(entries[name].line, f"{record.id}.{number} is this note itself: write another event"))
    return faults
