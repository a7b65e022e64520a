"""`tracker status`: what became of an initiative."""

from typing import Any

import click

from tracker.commands.occasions import given
from tracker.commands.params import DOUBT, OCCASION, Actor, Identity, Term, Words
from tracker.commands.params import command as tracker_command
from tracker.commands.record_facts import missing, record_on_all
from tracker.commands.session import Session, session_of
from tracker.standing import Standing
from tracker.vocab import EventKind, Status, follows


@tracker_command(
    "status",
    examples=[
        "tracker status KZ-2025-001 under-discussion --date 2026-02",
        "tracker status KZ-2025-001 adopted --actor CACM --meeting cacm-7",
        "tracker status KZ-2025-001 suspended --reason 'no money this year'",
    ],
)
@click.argument("identity", metavar="ID", required=False, type=Identity())
@click.argument("status", required=False, type=Term(Status, "statuses"))
@click.option("--actor", multiple=True, type=Actor(), help="Who decided or did it.")
@click.option("--reason", type=Words(), help="Why.")
@OCCASION
@DOUBT
@click.pass_context
def command(ctx: click.Context, /, identity: str | None, status: Status | None, **typed: Any) -> None:
    """Record what became of an initiative.

    STATUS is one of those that `tracker help statuses` explains. An unusual step is pointed out and recorded.
    """
    session = session_of(ctx)
    if identity is None or status is None:
        identity, status, typed = missing(session, "status", {"ID": identity, "STATUS": status}, typed)
    facts = {
        "status": status,
        "actors": tuple(dict.fromkeys(typed.pop("actor"))),
        "reason": typed.pop("reason"),
    }
    record_on_all(session, identity, EventKind.STATUS, given(typed), facts, mention=_mention)


def _mention(session: Session, before: Standing, after: Standing) -> None:
    event = after.record.events[-1]
    if event.unverified or event.number in after.planned:
        return
    if after.status_event is not event:
        session.tell(f"{after.record.id} stays {after.status}: that is dated later, {after.status_date}")
    elif not follows(before.status, after.status):
        session.tell(f"from {before.status} to {after.status} is an unusual step; recorded all the same")
