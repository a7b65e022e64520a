"""`tracker commitment`: who has signed a text, and who is bound by it."""

from typing import Any

import click

from tracker.commands.occasions import given
from tracker.commands.params import DOUBT, OCCASION, Actor, Identity, Term
from tracker.commands.params import command as tracker_command
from tracker.commands.record_facts import missing, record_on_all
from tracker.commands.session import Session, session_of
from tracker.standing import Standing, status_that_fits
from tracker.vocab import EventKind, Level


@tracker_command(
    "commitment",
    examples=[
        "tracker commitment KZ-2025-001 signed KZ UZ --date 2026-03-21",
        "tracker commitment KZ-2025-001 bound KZ --source https://example.org/ratified",
    ],
)
@click.argument("identity", metavar="ID", required=False, type=Identity())
@click.argument("level", required=False, type=Term(Level))
@click.argument("actors", metavar="ACTOR...", nargs=-1, type=Actor())
@OCCASION
@DOUBT
@click.pass_context
def command(
    ctx: click.Context, /, identity: str | None, level: Level | None, actors: tuple[str, ...], **typed: Any
) -> None:
    """Record who has signed or is bound.

    LEVEL is signed, provisional, bound (ratified, accepted, approved, acceded) or withdrawn. It never changes the
    status; where the two do not fit, the line that records the status is printed.
    """
    session = session_of(ctx)
    if identity is None or level is None or not actors:
        identity, level, actors, typed = missing(
            session, "commitment", {"ID": identity, "LEVEL": level, "ACTOR": actors}, typed
        )
    facts = {"actors": tuple(dict.fromkeys(actors)), "level": level}
    record_on_all(session, identity, EventKind.COMMITMENT, given(typed), facts, mention=_mention)


def _mention(session: Session, before: Standing, after: Standing) -> None:
    if after.outside:
        session.tell(f"still outside: {', '.join(after.outside)}")
    if fitting := status_that_fits(after):
        line = f"tracker status {after.record.id} {fitting}"
        session.tell(f"the status is still {after.status}: `{line}` if that is where it stands")
