"""`tracker list`: the initiatives that answer a question."""

import click

from tracker.commands.asking import answers, current_to
from tracker.commands.output import write_lines
from tracker.commands.params import Words, chosen_format, filter_options, format_option
from tracker.commands.params import command as tracker_command
from tracker.commands.session import Session, session_of
from tracker.query import Filter
from tracker.standing import Standing
from tracker.store.book import Book

_EMPTY = "nothing recorded yet: type `tracker add 'TITLE' --by KZ`, or `tracker demo` to look around"


@tracker_command(
    "list",
    examples=[
        "tracker list --country KZ",
        "tracker list --by UZ --status open --since 2025",
        "tracker list tourism --supporter KZ --as-of 2025-12-31",
        "tracker list --overdue --format csv",
    ],
)
@click.argument("words", nargs=-1, type=Words())
@filter_options
@format_option
@click.pass_context
def command(ctx: click.Context, wanted: Filter, form: str | None) -> None:
    """List the initiatives that answer a question.

    WORDS are looked for in titles, other names, summaries, texts and quotes; case and accents do not matter. Values
    of one option mean or, different options mean and.
    """
    session = session_of(ctx)
    with session.reading() as book:
        found = answers(session, book, wanted)
        if not found:
            session.tell(_EMPTY if not len(book) else "no initiative answers; `tracker help filters` explains them")
        show_records(session, book, wanted, found, form)


def show_records(session: Session, book: Book, wanted: Filter, found: list[Standing], form: str | None) -> None:
    """The records in the format that suits where they go."""
    form = chosen_format(session, form)
    if form == "table":
        if found:
            from tracker.render.tables import records

            with session.screen.paged():
                records(session.screen, found, book.reference)
        return
    from tracker.formats import records as formats

    write_lines(formats.lines(form, found, book.sources, current_to(book, wanted)), exact=form != "plain")
