"""Where an answer goes: a picture on a terminal, lines in a pipe, or the format that was asked for."""

import sys
from collections.abc import Iterable

from tracker.commands.params import chosen_format
from tracker.commands.session import Session
from tracker.formats.sheet import Sheet
from tracker.formats.writers import WRITERS
from tracker.text import visible


def write_lines(lines: Iterable[str], *, exact: bool = False) -> None:
    """Lines on stdout, in UTF-8 where they are for programs (`exact`); on a terminal nothing steers it."""
    if sys.stdout.isatty():
        lines = (visible(line, keep="\n\t") for line in lines)
    if exact:
        sys.stdout.flush()
        for line in lines:
            sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
        sys.stdout.buffer.flush()
        return
    sys.stdout.writelines(line + "\n" for line in lines)


def show_sheet(session: Session, sheet: Sheet, form: str | None) -> None:
    """The rows of a look-up in the format that suits."""
    form = chosen_format(session, form)
    if form == "table":
        from tracker.render.tables import sheet as draw

        with session.screen.paged():
            draw(session.screen, sheet)
        return
    if form == "plain" and not sheet.rows:
        session.tell(sheet.nothing)
    write_lines(WRITERS[form](sheet), exact=form != "plain")
