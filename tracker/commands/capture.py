"""`tracker capture`: an article becomes candidate initiatives, shown, reviewed or kept."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tracker.articles import LARGEST, Article, article
from tracker.commands.capture_storing import Accepted, Reading, Told, store
from tracker.commands.output import show_sheet, write_lines
from tracker.commands.params import (
    LONGEST_NAME,
    ForumName,
    MeetingName,
    When,
    Words,
    format_option,
    one_of_two,
    options,
    shorten,
)
from tracker.commands.params import command as tracker_command
from tracker.commands.session import Session, session_of
from tracker.errors import BadWords
from tracker.formats.sheet import Sheet
from tracker.reading import Candidate, candidates, language_of
from tracker.reading.pipeline import READ

CERTAIN = 0.7  # from here on --save keeps a candidate unseen
FIELDS = ("article", "confidence", "kind", "by", "person", "backed_by", "title", "forum", "date", "start", "quote")
_ADDRESS = re.compile(r"[a-z]+://", re.IGNORECASE)


@tracker_command(
    "capture",
    examples=[
        "tracker capture - --format json < /dev/null",
        "tracker capture - --save --date 2025-11-16 --meeting cacm-7 < /dev/null",
    ],
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@options(
    click.option("--save", is_flag=True, help="Keep all that are certain enough, in one write."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="X",
        help=f"How certain a candidate must be; {CERTAIN} where --save keeps it.",
    ),
    click.option("--weak", is_flag=True, help="Also what is doubtful."),
    click.option("--date", type=When(), help="The day of the article."),
    click.option("--source", type=Words(), help="The article: its address, its title or a source's id."),
    click.option("--publisher", type=Words(LONGEST_NAME), help="Who published it."),
    click.option("--meeting", type=MeetingName(), help="At which sitting it was said."),
    click.option("--forum", type=ForumName(), help="In which forum."),
)
@format_option
@click.pass_context
def command(
    ctx: click.Context, /, files: tuple[str, ...], save: bool, weak: bool, form: str | None, **typed: Any
) -> None:
    """Read an article into candidate initiatives.

    FILE is text, HTML, PDF or DOCX; - reads standard input. On a terminal the candidates are reviewed one by one;
    nothing is stored before you accept it. With --save the ids are printed; --format only shows.
    """
    session = session_of(ctx)
    one_of_two(("--save", save), ("--format", form))
    least = typed.pop("min_confidence")
    told = Told(**typed)
    if told.source and len(files) > 1:
        raise BadWords(f"--source '{shorten(told.source)}' names one article: give one FILE with it")
    lowest = CERTAIN if save and least is None else least or 0.0
    readings = [_read(session, name, told, weak, lowest, len(files) > 1) for name in files]
    if save:
        _save(session, [Accepted(reading, one) for reading in readings for one in reading.candidates], told)
    elif form is None and session.asks and session.on_terminal:
        from tracker.commands.capture_review import review

        _save(session, review(session, readings, told), told)
    else:
        _show(session, readings, form)


def _save(session: Session, accepted: Sequence[Accepted], told: Told) -> None:
    if not accepted:
        session.tell("nothing to store")
        return
    ids = store(session, accepted, told)
    for identity in ids:
        session.say(identity)
    if ids:
        session.tell(f"{len(ids)} stored; `tracker undo` takes all of it back")


# ---- reading


def _read(session: Session, name: str, told: Told, weak: bool, lowest: float, several: bool) -> Reading:
    read = told.described(article(_content(name), name), name)
    found = candidates(read.text, article_date=read.date)
    kept = [one for one in found if one.confidence >= lowest and (weak or not one.weak)]
    if not read.text.strip():
        session.tell(f"'{shorten(name)}' holds no text")
    elif len(read.text) > READ:
        session.tell(f"'{shorten(name)}' is read up to character {READ:,} of {len(read.text):,}: give the rest apart")
    elif several:
        session.tell(f"{shorten(name)}: {len(kept)} found")
    return Reading(name, read, kept)


def _content(name: str) -> bytes:
    """The bytes of the file, one more than may be read at most; BadWords if there is none."""
    if _ADDRESS.match(name):
        raise BadWords(f"'{shorten(name)}' is an address: save the page and give the file, --source ADDRESS with it")
    if name == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise BadWords(f"no file '{shorten(name)}': give the path of an article, or - for standard input") from error
    except IsADirectoryError as error:
        raise BadWords(f"'{shorten(name)}' is a folder: give its files, such as {shorten(name)}/*.txt") from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no path"
        raise BadWords(f"cannot read '{shorten(name)}' ({why}): give another file") from error


# ---- showing


def _show(session: Session, readings: Sequence[Reading], form: str | None) -> None:
    if form in ("json", "jsonl"):
        write_lines(_machine(readings, form), exact=True)
        return
    rows = tuple(_row(reading, one) for reading in readings for one in reading.candidates)
    fields = FIELDS if len(readings) > 1 else FIELDS[1:]
    rows = tuple(row[-len(fields) :] for row in rows)
    show_sheet(session, Sheet(name="candidates", fields=fields, rows=rows, nothing="no initiatives found"), form)
    if rows and form is None:
        session.tell("nothing is stored: --save keeps them, on a terminal they are reviewed one by one")


def _row(reading: Reading, one: Candidate) -> tuple[Any, ...]:
    return (
        *(reading.name, one.confidence, one.kind, one.proposer_country, one.proposer_person, one.supporters),
        *(one.title, one.forum, one.act_date, one.start, one.quote),
    )


def _machine(readings: Sequence[Reading], form: str) -> list[str]:
    """One object a file: indented for one file, in a list for several, a line each in JSON Lines."""
    from msgspec import json

    from tracker.formats.writers import safe_json

    parts = [{"article": _article(one.article), "candidates": one.candidates} for one in readings]
    if form == "jsonl":
        return [safe_json(json.encode({"schema": 1, **part})) for part in parts]
    whole = {"schema": 1, **parts[0]} if len(parts) == 1 else {"schema": 1, "articles": parts}
    return [safe_json(json.format(json.encode(whole), indent=2))]


def _article(read: Article) -> dict[str, Any]:
    return {
        "publisher": read.publisher,
        "title": read.title,
        "address": read.address,
        "date": read.date,
        "language": read.language or language_of(read.text),
        "digest": read.digest,
        "length": len(read.text),
    }
