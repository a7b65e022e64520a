"""`tracker note`: a remark on an initiative, or a confirmation or dispute of one of its events."""

from typing import Any

import click

from tracker.commands.occasions import given, occasion_of
from tracker.commands.params import DOUBT, OCCASION, Identity, Words, one_of_two
from tracker.commands.params import command as tracker_command
from tracker.commands.record_facts import event_name, missing, record_on_all
from tracker.commands.session import Session, session_of
from tracker.errors import BadWords
from tracker.recording import record_event
from tracker.standing import Standing
from tracker.vocab import EventKind


@tracker_command(
    "note",
    examples=[
        "tracker note KZ-2025-001 'Experts met in Bishkek' --date 2026-02-10",
        "tracker note KZ-2025-001.1 'A second agency reports the same' --confirms --source https://example.org/b",
        "tracker note KZ-2025-001 'Ask the desk before quoting' --internal",
    ],
)
@click.argument("identity", metavar="ID[.N]", required=False, type=Identity())
@click.argument("text", required=False, type=Words())
@click.option("--confirms", is_flag=True, help="A further source says the same as event ID.N.")
@click.option("--disputes", is_flag=True, help="A source says otherwise than event ID.N.")
@click.option("--internal", is_flag=True, help="Never leaves through export, report, brief or followup.")
@OCCASION
@DOUBT
@click.pass_context
def command(ctx: click.Context, /, identity: str | None, text: str | None, **typed: Any) -> None:
    """Record a remark, a confirmation or a dispute.

    A confirmation adds its source to the event; a dispute marks the event wherever it is printed.
    """
    session = session_of(ctx)
    if identity is None or text is None:
        identity, text, typed = missing(session, "note", {"ID": identity, "TEXT": text}, typed)
    confirms, disputes, internal = (typed.pop(name) for name in ("confirms", "disputes", "internal"))
    one_of_two(("--confirms", confirms), ("--disputes", disputes))
    if not confirms and not disputes:
        facts = {"text": text, "internal": internal}
        record_on_all(session, identity, EventKind.NOTE, given(typed), facts, mention=_say_nothing)
        return
    _answer_event(session, identity, text, typed, internal=internal, role="confirms" if confirms else "disputes")


def _say_nothing(session: Session, before: Standing, after: Standing) -> None:
    """A note changes nothing that would have to be mentioned."""


def _answer_event(
    session: Session, identity: str, text: str, typed: dict[str, Any], *, internal: bool, role: str
) -> None:
    """Record a note that confirms or disputes one event of the same record."""
    said = given(typed)
    if role == "confirms" and said.source is None and not said.again:
        raise BadWords(f"a confirmation needs --source: tracker note {identity} TEXT --confirms --source ADDRESS")
    with session.editing("note") as book:
        found = book.find(identity)
        if found.event is None:
            known = ", ".join(f".{event.number}" for event in found.record.events)
            raise BadWords(f"--{role} is of one event: type {found.record.id} with one of {known}")
        occasion = occasion_of(said, session, book)
        record = record_event(
            found.record, EventKind.NOTE, occasion, text=text, internal=internal, **{role: found.event}
        )
        book.put(found.number, record)
        book.tables.summary = record.id
        event = record.event(found.event)
        if role == "confirms" and event and event.unverified:
            session.tell(f"{identity} stays marked unverified; `tracker edit {identity}` takes the mark away")
    session.say(event_name(record))
