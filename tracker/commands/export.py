"""`tracker export`: records for other programs."""

from pathlib import Path

import click

from tracker.commands.asking import answers, current_to
from tracker.commands.output import write_lines
from tracker.commands.params import FormatName, Words, filter_options
from tracker.commands.params import command as tracker_command
from tracker.commands.session import session_of
from tracker.errors import BadWords
from tracker.query import Filter

EXPORTS = ("json", "jsonl", "csv", "md")


@tracker_command(
    "export",
    examples=[
        "tracker export -o ledger.json",
        "tracker export --country KZ --format csv",
        "tracker export --since 2025 --format md",
    ],
)
@click.argument("words", nargs=-1, type=Words())
@filter_options
@click.option("--format", "form", type=FormatName(EXPORTS), help=f"{', '.join(EXPORTS)}; json is what import reads.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file, written whole or not at all.")
@click.option("--force", is_flag=True, help="Put it over a file that is there.")
@click.option("--with", "along", type=click.Choice(["internal"]), help="Internal notes as well.")
@click.pass_context
def command(
    ctx: click.Context, wanted: Filter, form: str | None, output: Path | None, force: bool, along: str | None
) -> None:
    """Write records for other programs.

    Internal notes stay at home unless --with internal.
    """
    from tracker.formats.records import lines

    session = session_of(ctx)
    form = form or (output and _by_ending(output)) or "json"
    with session.reading() as book:
        found = answers(session, book, wanted)
        written = lines(form, found, book.sources, current_to(book, wanted), internal=along == "internal")
        if output is None:
            write_lines(written, exact=True)
            return
        if output.exists() and not force:
            raise BadWords(
                f"'{output}' is there already: give another name, or --force to put the new one in its place"
            )
        from tracker.store.papers import write_file

        write_file(output, "".join(line + "\n" for line in written).encode())
    session.tell(f"wrote {len(found)} initiatives to {output}")


def _by_ending(output: Path) -> str | None:
    ending = output.suffix.lstrip(".").lower()
    return ending if ending in EXPORTS else None
