"""`tracker show`: all that is known of one initiative."""

import click

from tracker.commands.asking import one
from tracker.commands.list_ import show_records
from tracker.commands.output import write_lines
from tracker.commands.params import Actor, Identity, When, chosen_format, format_option
from tracker.commands.params import command as tracker_command
from tracker.commands.session import session_of
from tracker.errors import NotFound
from tracker.query import Filter


@tracker_command(
    "show",
    examples=[
        "tracker show KZ-2025-001",
        "tracker show 'seed bank' --country UZ",
        "tracker show KZ-2025-001 --as-of 2025-12-31 --known-by 2026-03-01",
    ],
)
@click.argument("identity", metavar="ID", type=Identity())
@click.option("--country", type=Actor(), help="What concerns this one.")
@click.option("--as-of", type=When(), help="As things stood then.")
@click.option("--known-by", type=When(), help="As it was recorded by then.")
@format_option
@click.pass_context
def command(
    ctx: click.Context,
    identity: str,
    country: str | None,
    as_of: str | None,
    known_by: str | None,
    form: str | None,
) -> None:
    """Show all that is known of one initiative.

    ID may be an id, a number, or words that fit one title.
    """
    session = session_of(ctx)
    wanted = Filter(as_of=as_of, known_by=known_by)
    form = chosen_format(session, form)
    with session.reading() as book:
        standing = one(session, book, book.find_as_known(identity, known_by), wanted)
        standing.linked_from = book.links_to(standing.record.id)
        if not standing.shown:
            raise NotFound(f"nothing of {standing.record.id} had happened and been recorded by then: give a later day")
        if form == "table":
            from tracker.render.record import record as draw

            with session.screen.paged():
                draw(session.screen, standing, book.reference, country=country)
        elif form == "plain":
            from tracker.render.words import plain_record

            write_lines(plain_record(standing, book.reference, country=country))
        else:
            show_records(session, book, wanted, [standing], form)
