"""`tracker timeline`: events in the order in which they happened."""

import click
from msgspec.structs import replace

from tracker.commands.asking import check_known, current_to
from tracker.commands.output import write_lines
from tracker.commands.params import (
    Identity,
    chosen_format,
    filter_options,
    format_option,
)
from tracker.commands.params import (
    command as tracker_command,
)
from tracker.commands.session import session_of
from tracker.query import Filter, timeline


@tracker_command(
    "timeline",
    examples=[
        "tracker timeline",
        "tracker timeline KZ-2025-001",
        "tracker timeline --country KZ --since 2025 --lanes",
        "tracker timeline --meeting cacm-7 --since 2025-11-15 --until 2025-11-16",
    ],
)
@click.argument("named", metavar="[ID]...", nargs=-1, type=Identity())
@filter_options
@click.option("--lanes", is_flag=True, help="One lane an initiative across the terminal.")
@format_option
@click.pass_context
def command(ctx: click.Context, named: tuple[str, ...], wanted: Filter, lanes: bool, form: str | None) -> None:
    """Show events in the order in which they happened.

    The filters choose the initiatives; --since and --until are of the events here.
    """
    session = session_of(ctx)
    with session.reading() as book:
        if named:
            wanted = replace(wanted, ids=tuple(book.find_as_known(words, wanted.known_by).id for words in named))
        entries = timeline(book.matching(wanted), wanted, wanted.moment(session.today), book.reference)
        if not entries:
            check_known(book, wanted)
            session.tell("no event answers; `tracker help filters` explains the filters")
        form = "table" if lanes and form is None else chosen_format(session, form)
        if form != "table":
            from tracker.formats import records as formats

            lines = formats.event_lines(form, entries, book.sources, current_to(book, wanted))
            write_lines(lines, exact=form != "plain")
        elif entries:
            from tracker.render.lanes import lanes as draw_lanes
            from tracker.render.timeline import timeline as draw_rail

            with session.screen.paged():
                (draw_lanes if lanes else draw_rail)(session.screen, entries, book.reference)
