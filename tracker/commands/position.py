"""`tracker position`: where actors stand on an initiative."""

from typing import Any

import click

from tracker.commands.occasions import given
from tracker.commands.params import DOUBT, OCCASION, Actor, Identity, Term, Words
from tracker.commands.params import command as tracker_command
from tracker.commands.record_facts import missing, record_on_all
from tracker.commands.session import Session, session_of
from tracker.errors import BadWords
from tracker.standing import Standing
from tracker.vocab import EventKind, Phase, Stance, Status


@tracker_command(
    "position",
    examples=[
        "tracker position KZ-2025-001 supports UZ KG --date 2025-11-16",
        "tracker position KZ-2025-001 supports-with-conditions TM --condition 'if it stays voluntary'",
        "tracker position KZ-2025-001 proposes KZ --meeting euca-1",
    ],
)
@click.argument("identity", metavar="ID", required=False, type=Identity())
@click.argument("stance", required=False, type=Term(Stance, "stances"))
@click.argument("actors", metavar="ACTOR...", nargs=-1, type=Actor())
@click.option("--on-behalf-of", multiple=True, type=Actor(), help="For whom they spoke.")
@click.option("--condition", type=Words(), help="What the support hangs on.")
@OCCASION
@DOUBT
@click.pass_context
def command(
    ctx: click.Context, /, identity: str | None, stance: Stance | None, actors: tuple[str, ...], **typed: Any
) -> None:
    """Record where actors stand on an initiative.

    STANCE is one of those that `tracker help stances` explains. The ids of the new events are printed.
    """
    session = session_of(ctx)
    if identity is None or stance is None or not actors:
        identity, stance, actors, typed = missing(
            session, "position", {"ID": identity, "STANCE": stance, "ACTOR": actors}, typed
        )
    condition = typed.pop("condition")
    if condition and stance is Stance.SUPPORTS:
        raise BadWords(
            f"a condition goes with supports-with-conditions: tracker position {identity} {stance}-with-conditions"
        )
    kind = EventKind.PROPOSED if stance is Stance.PROPOSES else EventKind.POSITION
    facts = {
        "actors": tuple(dict.fromkeys(actors)),
        "on_behalf_of": typed.pop("on_behalf_of"),
        "stance": stance,
        "condition": condition,
    }
    record_on_all(session, identity, kind, given(typed), facts, mention=_mention)


def _mention(session: Session, before: Standing, after: Standing) -> None:
    identity = after.record.id
    if before.phase is Phase.CLOSED:
        session.tell(f"{identity} is {before.status} already; recorded all the same")
    withdrew = after.record.events[-1].stance is Stance.WITHDRAWS
    if withdrew and before.proposers and not after.proposers and after.status is not Status.WITHDRAWN:
        session.tell(f"its last proposer withdrew: `tracker status {identity} withdrawn` if the proposal is off")
