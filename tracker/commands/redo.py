"""`tracker redo`: an undone change made again."""

import click

from tracker.commands.params import command as tracker_command
from tracker.commands.session import session_of
from tracker.text import visible


@tracker_command("redo", examples=["tracker undo && tracker redo"])
@click.argument("count", metavar="[N]", default=1, type=click.IntRange(1, 100_000))
@click.pass_context
def command(ctx: click.Context, count: int) -> None:
    """Make an undone change again.

    N makes the last N undone changes again; a new change ends what can be redone.
    """
    from tracker.store.undo import redo

    session = session_of(ctx)
    for change in redo(session.path, count, session.now):
        session.say(f"redone: {change.command} {visible(change.summary)}".rstrip())
