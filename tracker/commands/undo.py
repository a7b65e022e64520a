"""`tracker undo`: the last change taken back."""

import click

from tracker.commands.params import command as tracker_command
from tracker.commands.session import session_of
from tracker.text import visible


@tracker_command("undo", examples=["tracker undo", "tracker undo 2"])
@click.argument("count", metavar="[N]", default=1, type=click.IntRange(1, 100_000))
@click.pass_context
def command(ctx: click.Context, count: int) -> None:
    """Take back the last change.

    N takes back the last N changes. `tracker redo` makes them again, `tracker history` shows them.
    """
    from tracker.store.undo import undo

    session = session_of(ctx)
    for change in undo(session.path, count, session.now):
        session.say(f"undone: {change.command} {visible(change.summary)}".rstrip())
