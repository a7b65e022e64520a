"""`tracker doctor`: what is wrong with the file, and the way back."""

import click

from tracker.commands.params import command as tracker_command
from tracker.commands.params import one_of_two
from tracker.commands.session import Session, session_of
from tracker.errors import Damaged


@tracker_command("doctor", examples=["tracker doctor", "tracker doctor --repair"])
@click.option("--repair", "repairing", is_flag=True, help="Set the damaged file aside and bring the newest state back.")
@click.option("--accept", "accepting", is_flag=True, help="Take what another program wrote into the file.")
@click.pass_context
def command(ctx: click.Context, repairing: bool, accepting: bool) -> None:
    """Find what is wrong with the file, and repair it.

    Without an option nothing is changed: it says what is wrong and which command to type next.
    """
    session = session_of(ctx)
    one_of_two(("--repair", repairing), ("--accept", accepting))
    if repairing:
        _repair(session)
    elif accepting:
        _accept(session)
    else:
        _diagnose(session)


def _diagnose(session: Session) -> None:
    from tracker.store.repair import diagnose

    diagnosis = diagnose(session.path)
    if diagnosis.sound:
        session.say(f"{session.path}: sound")
        for finding in diagnosis.findings:
            session.say(finding)
        return
    raise Damaged("\n".join([*diagnosis.findings, f"next: `{diagnosis.next}`"]))


def _repair(session: Session) -> None:
    from tracker.store.repair import repair

    repaired = repair(session.path, session.now)
    if repaired.quarantined is None and not repaired.restored_from:
        session.say(f"{session.path}: sound; nothing was done")
        return
    if repaired.quarantined:
        session.say(f"the damaged file is kept as {repaired.quarantined}")
    session.say(f"restored from {repaired.restored_from}; {repaired.replayed} later changes replayed from the journal")
    for sentence in repaired.lost or ("nothing was lost",):
        session.say(sentence)


def _accept(session: Session) -> None:
    from tracker.store.repair import accept

    accepted = accept(session.path, session.now)
    for sentence in accepted or ("nothing differs from what tracker wrote; nothing was done",):
        session.say(sentence)
