"""`tracker check`: what is doubtful in the data, as a list."""

import click

from tracker.commands.output import show_sheet
from tracker.commands.params import command as tracker_command
from tracker.commands.params import format_option
from tracker.commands.session import session_of
from tracker.errors import NotFound
from tracker.faults import Fault, find
from tracker.formats.sheet import Sheet


@tracker_command("check", examples=["tracker check", "tracker check --format csv"])
@format_option
@click.pass_context
def command(ctx: click.Context, form: str | None) -> None:
    """List what is doubtful in the data.

    What has no source, is unverified or disputed, misdated, spelled almost alike, perhaps recorded twice, or does not
    fit the rest: where it is, what it is, which source says it, and a line to type. Nothing is changed. It ends with
    1 if it found anything, with 0 if all is well.
    """
    session = session_of(ctx)
    with session.reading() as book:
        faults = find((record for _, record in book.records()), session.today, book.reference)
    show_sheet(session, sheet_of(faults), form)
    if faults:
        raise NotFound(f"{len(faults)} doubtful; each has a line to type, and what is meant so may stay")


def sheet_of(faults: list[Fault]) -> Sheet:
    """The faults as rows."""
    rows = tuple((fault.where, fault.kind, fault.says, fault.source, fault.type_next) for fault in faults)
    return Sheet(
        name="faults", fields=("where", "kind", "says", "source", "type_next"), rows=rows, nothing="nothing is doubtful"
    )
