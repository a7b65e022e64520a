"""Writes `tracker/example.json` from `initiatives.csv`, `events.csv`, `sources.csv` and `people.csv`.

Run it after a change of one of these, of the record or of the version: `python data/build_example.py`. The same rows
always give the same bytes: uids are digests of the rows' keys, and all was recorded at one instant. The rules:

- A `signed` row of an agreement is one commitment a signatory, and a status only the first time.
- The deadline of a declared year or decade is its end; any other is a deadline event dated as the first event.
- An event is at its initiative's meeting if it happened during it, else at the one sitting that day that it fits.
"""

import csv
import hashlib
import re
import sys
import tempfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
WRITTEN = HERE.parent / "tracker" / "example.json"
sys.path.insert(0, str(HERE.parent))

from msgspec.structs import replace  # noqa: E402  the path is set above, so that the script runs from anywhere

from tracker.dates import bounds, precision, sort_key  # noqa: E402
from tracker.forums import Directory, Meeting  # noqa: E402
from tracker.initiative import Event, Initiative, Link, Person, Source  # noqa: E402
from tracker.recording import Occasion, Proposal, label  # noqa: E402
from tracker.store import editing, layout  # noqa: E402
from tracker.store.book import Book  # noqa: E402
from tracker.vocab import Classification, EventKind, Level, Relation, SourceKind, Stance, Status  # noqa: E402

RECORDED = "2026-07-01T12:00:00Z"  # when the data set was closed; at noon it is that day nearly everywhere
NAMED_SPAN = re.compile(r"\b(?:Year|Years|Decade)\b")  # a declared year or decade, which runs out by itself
LONGEST_SITTING = 7  # days; what is listed as longer is a session, during which much happens elsewhere
A_MONTH = 31  # days
SITS_ALL_YEAR = "UN"  # the General Assembly, of which the meetings have only the days that the sources attest

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """The rows of a file of facts."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold more than one."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def uid(*key: str) -> str:
    """A name for ever: 20 hexadecimal digits that follow from the key."""
    return hashlib.sha256("|".join(key).encode()).hexdigest()[:20]


# ---- what stands beside the records


def sources() -> dict[str, Source]:
    """The sources by the key that rows use, numbered in the order of the file."""
    return {
        row["source_id"]: Source(
            id=f"S{number}",
            publisher=row["publisher"] or None,
            title=row["title"] or None,
            address=row["url"] or None,
            date=row["published"] or None,
            language=row["language"] or None,
            kind=SourceKind(row["kind"] or "other"),
        )
        for number, row in enumerate(rows("sources.csv"), 1)
    }


def people() -> dict[str, Person]:
    """The people by the key that rows use."""
    return {
        row["person_id"]: Person(
            name=row["name"],
            country=row["country"] or None,
            post=row["post"] or None,
            also=several(row["other_spellings"]),
        )
        for row in rows("people.csv")
    }


# ---- where an event happened


def meeting_of(row: Row, own: Meeting | None, directory: Directory) -> Meeting | None:
    """The meeting at which the event happened, if the rows show one."""
    if own is not None and _happened_at(row, own):
        return own
    if row["kind"] == "note" or precision(row["date"]) != "day" or row["date"].endswith(("~", "?", "%")):
        return None
    sitting = [
        meeting
        for meeting in directory.meetings.values()
        if _sat_on(meeting, row["date"]) and _fits(meeting, row, directory)
    ]
    return sitting[0] if len(sitting) == 1 else None


def _happened_at(row: Row, meeting: Meeting) -> bool:
    """Whether the event happened during the meeting.

    During a session of weeks much is reported from elsewhere, so that a remark must be dated just as the session; of a
    sitting known by its year only, that must everything. A proposal may be dated less precisely than a sitting.
    """
    (first, last), (begin, end) = bounds(row["date"]), bounds(meeting.date)
    inside = begin <= first and last <= end
    around = first <= begin and end <= last
    if (end - begin).days < LONGEST_SITTING:
        return inside or (around and row["kind"] == "proposed")
    return inside and (around or ((end - begin).days < A_MONTH and row["kind"] in ("proposed", "status")))


def forum_of(row: Row, own: Meeting | None) -> str | None:
    """The forum of an event that was at no meeting: it acts itself, or its session, which lasts a year, had begun."""
    if own is None:
        return None
    since = (bounds(row["date"])[0] - bounds(own.date)[0]).days
    put_there = own.forum == SITS_ALL_YEAR and row["kind"] == "proposed" and 0 <= since < 365
    return own.forum if put_there or own.forum in several(row["actors"]) else None


def _sat_on(meeting: Meeting, day: str) -> bool:
    begin, end = bounds(meeting.date)
    return (end - begin).days < LONGEST_SITTING and begin <= bounds(day)[0] <= end


def _fits(meeting: Meeting, row: Row, directory: Directory) -> bool:
    inside = directory.members(meeting.forum, bounds(meeting.date)[1]) | {meeting.forum}
    return all(actor in inside for actor in several(row["actors"]))


# ---- events


class Facts:
    """The rows with what they refer to, and the records that follow from them."""

    def __init__(self) -> None:
        self.directory = Directory()
        self.sources = sources()
        self.people = people()
        self.initiatives = {row["key"]: row for row in rows("initiatives.csv")}
        self.events: dict[str, list[Row]] = defaultdict(list)
        for row in rows("events.csv"):
            self.events[row["key"]].append(row)

    def records(self) -> list[Initiative]:
        """The records in the order of their first events, tied to each other by the ids they got."""
        made = [(key, self._record(key)) for key in self.initiatives]
        made.sort(key=lambda entry: (sort_key(first_date(entry[1])), entry[0]))
        given: Counter[str] = Counter()
        ids: dict[str, str] = {}
        for key, record in made:
            stem = self._stem(record)
            given[stem] += 1
            ids[key] = f"{stem}-{given[stem]:03d}"
        return [replace(record, id=ids[key], links=self._links(key, ids)) for key, record in made]

    def _links(self, key: str, ids: dict[str, str]) -> tuple[Link, ...]:
        named = several(self.initiatives[key]["relates_to"])
        return tuple(Link(relation=Relation.RELATES_TO, id=ids[other]) for other in named)

    def _stem(self, record: Initiative) -> str:
        """The first two parts of the id."""
        proposer = next((event.actors[0] for event in record.events if event.stance is Stance.PROPOSES), None)
        forum = next((event.forum for event in record.events if event.forum), None)
        spoken = ((proposer, None),) if proposer else ()
        occasion = Occasion(date=first_date(record), recorded=RECORDED, forum=forum)
        return label(Proposal(title=record.title, proposers=spoken), occasion)

    def _record(self, key: str) -> Initiative:
        row = self.initiatives[key]
        runs_out = row["classification"] == "declaration" and NAMED_SPAN.search(row["title"])
        return Initiative(
            id="",
            uid=uid(key),
            title=row["title"],
            other_names=several(row["other_names"]),
            summary=row["summary"] or None,
            classification=Classification(row["classification"]),
            topics=several(row["topics"]),
            ends=row["deadline"] or None if runs_out else None,
            events=tuple(numbered(key, self._events_of(key, row, None if runs_out else row["deadline"]))),
        )

    def _events_of(self, key: str, initiative: Row, deadline: str | None) -> Iterator[Event]:
        signed_before = False
        for at, row in enumerate(self.events[key]):
            event = self._event(row, self.directory.meetings.get(initiative["meeting_id"]))
            if initiative["classification"] == "agreement" and row["status"] == "signed":
                yield from self._signatures(event, signed_before=signed_before)
                signed_before = True
            else:
                yield event
            if at == 0 and deadline:
                yield deadline_event(event, deadline)

    def _signatures(self, event: Event, *, signed_before: bool) -> Iterator[Event]:
        """The signing as the first status `signed`, with the words, and one commitment a signatory."""
        if not signed_before:
            yield event
        countries = {person.name: person.country for person in self.people.values()}
        for at, signatory in enumerate(event.actors):
            yield replace(
                event,
                kind=EventKind.COMMITMENT,
                actors=(signatory,),
                person=event.person if event.person and countries[event.person] == signatory else None,
                status=None,
                level=Level.SIGNED,
                text=event.text if signed_before and at == 0 else None,
            )

    def _event(self, row: Row, own: Meeting | None) -> Event:
        meeting = meeting_of(row, own, self.directory)
        return Event(
            uid="",
            number=0,
            kind=EventKind(row["kind"]),
            date=row["date"],
            recorded=RECORDED,
            actors=several(row["actors"]),
            on_behalf_of=several(row["on_behalf_of"]),
            person=self.people[row["person_id"]].name if row["person_id"] else None,
            stance=Stance(row["stance"]) if row["stance"] else None,
            status=Status(row["status"]) if row["status"] else None,
            forum=meeting.forum if meeting else forum_of(row, own),
            meeting=meeting.id if meeting else None,
            text=row["description"] or None,
            sources=(self.sources[row["source_id"]].id,),
            unverified=(row["reason"] or "not verified") if row["verified"] == "no" else None,
        )


def deadline_event(first: Event, deadline: str) -> Event:
    """The deadline, set when the initiative was first told of."""
    facts: dict[str, Any] = {"actors": (), "on_behalf_of": (), "person": None, "stance": None, "status": None}
    return replace(first, kind=EventKind.DEADLINE, text=deadline, **facts)


def numbered(key: str, events: Iterable[Event]) -> Iterator[Event]:
    """The events with uid, number and place among those of their date."""
    on_date: Counter[str] = Counter()
    for number, event in enumerate(events, 1):
        on_date[event.date] += 1
        yield replace(event, uid=uid(key, str(number)), number=number, order=on_date[event.date])


def first_date(record: Initiative) -> str:
    """The date of the first event other than a note, else of the first note."""
    told = [event for event in record.events if event.kind is not EventKind.NOTE] or record.events
    return min((event.date for event in told), key=sort_key)


# ---- the file


def content(facts: Facts) -> bytes:
    """The file as the store writes it, with no journal behind it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.json"
        with editing(path, command="example", now=RECORDED) as tables:
            fill(Book(tables), facts.sources.values(), list(facts.people.values()), facts.records())
        written = path.read_bytes()
    _, _, data = written.partition(b"\n")
    return b"".join([layout.first_line(layout.new_meta(1, RECORDED, 0), zlib.crc32(data)), data])


def fill(book: Book, kept: Iterable[Source], known: Sequence[Person], records: Iterable[Initiative]) -> None:
    """Put everything into the book; it stops where two rows name one source."""
    for source in kept:
        if book.keep_source(source) != source.id:
            raise SystemExit(f"sources.csv: {source.id} has the address of an earlier source")
    for person in known:
        book.put_described(person)
    for record in records:
        book.add(record)


def main() -> None:
    """Write the file and say what it holds."""
    facts = Facts()
    WRITTEN.write_bytes(content(facts))
    print(f"{WRITTEN}: {len(facts.initiatives)} initiatives, {sum(map(len, facts.events.values()))} event rows")


if __name__ == "__main__":
    main()
