"""`tracker import`: records that `export` wrote, all of them or none."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct

from tracker.commands.output import show_sheet
from tracker.commands.params import LONGEST_NAME, checked_text, format_option, shorten
from tracker.commands.params import command as tracker_command
from tracker.commands.session import Session, session_of
from tracker.dates import bounds
from tracker.errors import BadWords, NotFound, TrackerError
from tracker.formats import incoming, machine
from tracker.formats.sheet import Sheet
from tracker.initiative import Initiative, Retired
from tracker.store.book import Book, is_id
from tracker.text import visible

FIELDS = ("record", "what", "id", "title", "why")
LARGEST = 512 * 1024 * 1024


class Outcome(Struct, frozen=True, kw_only=True):
    """What became (or would become) of one record of the file."""

    record: int
    what: str  # added, changed, known, refused
    id: str | None
    title: str
    why: str | None = None


@tracker_command("import", examples=["tracker export -o ledger.json && tracker import ledger.json --dry-run"])
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Only show what would be added, changed and refused.")
@format_option
@click.pass_context
def command(ctx: click.Context, file: Path, dry_run: bool, form: str | None) -> None:
    """Read records that export wrote.

    Ids are kept, the same record is not added twice, a missing one deletes nothing. It is one write and one undo, and
    nothing is stored if any record is refused.
    """
    session = session_of(ctx)
    forms = _read(file)
    outcomes = _look(session, forms) if dry_run else _store(session, forms, file)
    rows = tuple((one.record, one.what, one.id, one.title, one.why) for one in outcomes)
    if dry_run or form:
        show_sheet(session, Sheet(name="records", fields=FIELDS, rows=rows, nothing="no records in it"), form)
    session.tell(f"{'would be ' if dry_run else ''}{_counted(outcomes)}")


def _read(file: Path) -> tuple[machine.GivenForm, ...]:
    from msgspec import MsgspecError

    from tracker.store.disk import read_whole, told

    with told(f"read '{file}'"):
        content = sys.stdin.buffer.read(LARGEST + 1) if str(file) == "-" else read_whole(file, follow=True)[0]
    if len(content) > LARGEST:
        raise BadWords(f"'{file}' is larger than {LARGEST >> 20} MiB: split it")
    try:
        return machine.decode(content.removeprefix(b"\xef\xbb\xbf")).initiatives
    except (MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadWords(
            f"'{shorten(str(file))}' is not what `tracker export --format json` writes ({visible(str(error))}); "
            "export it again, or mend that place"
        ) from error


def _look(session: Session, forms: tuple[machine.GivenForm, ...]) -> list[Outcome]:
    with session.reading() as book:
        return list(_outcomes(session, book, forms))


def _store(session: Session, forms: tuple[machine.GivenForm, ...], file: Path) -> list[Outcome]:
    with session.editing("import") as book:
        outcomes = list(_outcomes(session, book, forms))
        refused = [one for one in outcomes if one.what == "refused"]
        if refused:
            listed = "; ".join(f"record {one.record} '{shorten(one.title)}': {one.why}" for one in refused[:3])
            more = f"; and {len(refused) - 3} more" if len(refused) > 3 else ""
            raise NotFound(
                f"nothing was imported, {len(refused)} of {len(outcomes)} records are refused: {listed}{more}"
            )
        book.tables.summary = f"{file.name}: {_counted(outcomes)}"
    return outcomes


def _counted(outcomes: list[Outcome]) -> str:
    counts = {what: sum(one.what == what for one in outcomes) for what in ("added", "changed", "known", "refused")}
    return ", ".join(f"{count} {'already known' if what == 'known' else what}" for what, count in counts.items())


def _outcomes(session: Session, book: Book, forms: tuple[machine.GivenForm, ...]) -> Iterator[Outcome]:
    """Take the records into the book one after the other, telling what became of each."""
    arrival = incoming.Arrival(keep_source=book.keep_source, now=session.now)
    here = {record.uid: (number, record) for number, record in book.records()}
    taken = {name for _, record in here.values() for name in (record.id, *record.aliases)}
    taken |= {retired.id for retired in book.retired()}
    for place, form in enumerate(forms, 1):
        try:
            _check(form, book)
            yield _take(form, place, book, here, taken, arrival)
        except TrackerError as error:
            yield Outcome(record=place, what="refused", id=form.id, title=form.title, why=str(error))


def _take(
    form: machine.GivenForm,
    place: int,
    book: Book,
    here: dict[str, tuple[int, Initiative]],
    taken: set[str],
    arrival: incoming.Arrival,
) -> Outcome:
    known = here.get(form.uid) if form.uid else _same_by_id(form, here)
    if known is None:
        identity = form.id if form.id and form.id not in taken else _fresh_id(form, book, taken)
        record = incoming.arrived(form, identity, arrival)
        here[record.uid] = (book.add(record), record)
        for alias in set(record.aliases) - taken:
            book.keep_retired(Retired(id=alias, when=arrival.now, into=record.id))
        taken |= {record.id, *record.aliases}
        return Outcome(record=place, what="added", id=record.id, title=record.title)
    number, before = known
    record = incoming.brought_up(before, form, arrival)
    if record == before:
        return Outcome(record=place, what="known", id=record.id, title=record.title)
    book.put(number, record)
    here[record.uid] = (number, record)
    return Outcome(record=place, what="changed", id=record.id, title=record.title)


def _same_by_id(form: machine.GivenForm, here: dict[str, tuple[int, Initiative]]) -> tuple[int, Initiative] | None:
    """Where no uid came: the record with the same id and title."""
    return next((one for one in here.values() if one[1].id == form.id and one[1].title == form.title), None)


def _fresh_id(form: machine.GivenForm, book: Book, taken: set[str]) -> str:
    stem = form.id.rpartition("-")[0] if form.id else _stem(form)
    serial = book.highest_serial(stem)
    while (identity := f"{stem}-{serial + 1:03d}") in taken:
        serial += 1
    return identity


def _stem(form: machine.GivenForm) -> str:
    first = form.events[0] if form.events else None
    if first is None:
        raise BadWords("it has no event: an initiative begins with one")
    who = next(iter(first.actors), None) or first.forum or "XX"
    start, end = bounds(first.date)
    return f"{who}-{start.year if start.year > 1 else end.year:04d}"


def _check(form: machine.GivenForm, book: Book) -> None:
    """BadWords for what could be decoded and still cannot be kept: ids, actors, forums and meetings nobody knows."""
    checked_text(form.title, "title", LONGEST_NAME)
    for name in (form.id, *form.aliases):
        if name is not None and (not is_id(name) or "." in name or name.isdigit()):
            raise BadWords(f"'{shorten(name)}' is no id such as KZ-2025-003")
    uids = [event.uid for event in form.events if event.uid is not None]
    if len(set(uids)) < len(uids) or "" in (form.uid, *uids):
        raise BadWords("two of its events have the same uid, or a uid is empty: leave uids out where there are none")
    if not form.events:
        raise BadWords("it has no event: an initiative begins with one")
    for event in form.events:
        for actor in (*event.actors, *event.on_behalf_of):
            if book.directory.actor(actor) != actor:
                raise BadWords(f"the actor '{shorten(actor)}' is not a code: write {book.directory.actor(actor)}")
        if event.forum and event.forum not in book.directory.forums:
            raise BadWords(f"no forum '{shorten(event.forum)}' here: `tracker forums add CODE NAME` adds it")
        if event.meeting and event.meeting not in book.directory.meetings:
            raise BadWords(f"no meeting '{shorten(event.meeting)}' here: `tracker meetings add` adds it")
