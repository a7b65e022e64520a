"""`tracker backup`: a copy of the file in a safe place."""

from pathlib import Path

import click

from tracker.commands.params import command as tracker_command
from tracker.commands.session import session_of


@tracker_command("backup", examples=["tracker backup", "tracker backup --to ledger-copy.json"])
@click.option("--to", type=click.Path(path_type=Path), help="Where; else beside the file, where `restore` finds it.")
@click.pass_context
def command(ctx: click.Context, to: Path | None) -> None:
    """Copy the file to a safe place.

    A backup is also kept before every change; `tracker restore --list` shows them.
    """
    from tracker.store.backups import backup

    session = session_of(ctx)
    session.say(str(backup(session.path, to, session.now)))
