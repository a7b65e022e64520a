"""`tracker deadline`: by when an initiative should be done."""

from typing import Any

import click

from tracker.commands.occasions import given
from tracker.commands.params import DOUBT, OCCASION, Identity, When, Words
from tracker.commands.params import command as tracker_command
from tracker.commands.record_facts import missing, record_on_all
from tracker.commands.session import Session, session_of
from tracker.standing import Standing
from tracker.vocab import PENDING, EventKind


@tracker_command(
    "deadline",
    examples=[
        "tracker deadline KZ-2025-001 2026-06-30 --meeting cacm-7",
        "tracker deadline KZ-2025-001 2027 --date 2026-03-01 --reason 'the draft came late'",
    ],
)
@click.argument("identity", metavar="ID", required=False, type=Identity())
@click.argument("deadline", metavar="D", required=False, type=When())
@click.option("--reason", type=Words(), help="Why, or why it was moved.")
@OCCASION
@DOUBT
@click.pass_context
def command(ctx: click.Context, /, identity: str | None, deadline: str | None, **typed: Any) -> None:
    """Record by when it should be done.

    D is a date, its last day included. --date is when the deadline was set; earlier ones stay visible as slipped.
    """
    session = session_of(ctx)
    if identity is None or deadline is None:
        identity, deadline, typed = missing(session, "deadline", {"ID": identity, "D": deadline}, typed)
    facts = {"text": deadline, "reason": typed.pop("reason")}
    record_on_all(session, identity, EventKind.DEADLINE, given(typed), facts, mention=_mention)


def _mention(session: Session, before: Standing, after: Standing) -> None:
    event = after.record.events[-1]
    if after.slipped_from and after.deadline_event is event:
        session.tell(f"slipped from {', '.join(after.slipped_from)}")
    if after.phase not in PENDING:
        session.tell(f"{after.record.id} is {after.status} already; recorded all the same")
