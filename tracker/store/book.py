"""The book: the file's tables as typed records, for one reading or one editing."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from tracker.errors import AmbiguousName, BadWords, Damaged, NotFound
from tracker.forums import SHIPPED_FORUMS, SHIPPED_MEETINGS, Directory, Forum, Meeting
from tracker.initiative import Initiative, Link, Past, Person, Retired, Source
from tracker.likeness import alike, words_in, words_of
from tracker.query import Filter, Reference
from tracker.store.documents import Documents
from tracker.store.needles import Needles
from tracker.store.tables import Tables
from tracker.text import fold, nearest, visible

_ID = re.compile(r"([A-Za-z][A-Za-z0-9+]*)-([0-9]{4})-([0-9]{1,9})(?:\.([0-9]{1,9}))?")
_SOURCE_ID = re.compile(r"S[1-9][0-9]{0,8}")
_SHOWN = 60  # characters of a wrong word that are shown back


class Found(msgspec.Struct, frozen=True):
    """A record with its document number, and the number of the event that was named with it, if one was."""

    number: int
    record: Initiative
    event: int | None = None


class Book:
    """Typed access to the tables; changes go into the tables and are stored when the editing ends."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    # ---- records

    @property
    def _records(self) -> Documents:
        return self.tables.table("initiatives")

    def __len__(self) -> int:
        return len(self._records)

    def records(self) -> Iterator[tuple[int, Initiative]]:
        """All living records with their document numbers, in order of number."""
        for number, raw in self._records.raw_items():
            yield number, _decoded(_INITIATIVE, raw)

    def matching(self, wanted: Filter) -> Iterator[Initiative]:
        """The records that may answer: those whose bytes hold what an answer must hold; `query` decides.

        With `known_by`, records deleted since then are among them, as they stood.
        """
        needles = Needles(wanted, self.reference)
        for _, raw in self._records.raw_items():
            if needles.may_lie_in(raw):
                yield _decoded(_INITIATIVE, raw)
        if wanted.known_by:
            yield from self._kept_aside(wanted.known_by)

    def _kept_aside(self, known_by: str) -> Iterator[Initiative]:
        from tracker.dates import bounds
        from tracker.standing import local_day

        last = bounds(known_by)[1]
        for retired in self.retired():
            if retired.record is not None and local_day(retired.when) > last:
                yield _all_past(retired.record, retired.when)

    def find(self, word: str) -> Found:
        """The record meant by an id, an alias, an event's id, a document number or words of one title.

        NotFound names the nearest ids or titles, AmbiguousName lists those that fit.
        """
        if (identity := canonical_id(word)) and (found := _ID.fullmatch(word.strip())):
            return self._by_id(word, identity, found[4])
        if word.strip().isascii() and word.strip().isdigit():
            return self._by_number(word.strip())
        return self._by_words(word)

    def find_as_known(self, word: str, known_by: str | None) -> Initiative:
        """The record meant, living or, with `known_by`, deleted since that day."""
        name = canonical_id(word) if known_by else None
        for record in self._kept_aside(known_by) if known_by and name else ():
            if record.id == name:
                return record
        return self.find(word).record

    def _by_id(self, word: str, identity: str, event: str | None) -> Found:
        number = self._number_of(identity)
        if number is None:
            number = self._successor(identity)
        if number is None:
            raise NotFound(f"no initiative '{_cut(word)}'.{self._near_ids(identity)} `tracker list` shows the ids")
        record = self.record(number)
        if event is None:
            return Found(number, record)
        if record.id != identity:
            raise NotFound(
                f"{identity} was merged into {record.id}, where its events have new numbers: "
                f"`tracker show {record.id}` prints them"
            )
        if record.event(int(event)) is None:
            raise NotFound(f"{record.id} has no event {int(event)}; `tracker show {record.id}` prints its events")
        return Found(number, record, int(event))

    def _near_ids(self, identity: str) -> str:
        stem = identity.rpartition("-")[0]
        same = [record.id for _, record in self.records() if record.id.startswith(stem)]
        near = same[:3] or nearest(identity, (record.id for _, record in self.records()))
        return f" Did you mean {' or '.join(near)}?" if near else ""

    def _number_of(self, identity: str) -> int | None:
        """The document whose id, else whose alias, it is."""
        needle = b'"' + identity.encode() + b'"'
        alias = None
        for number, raw in self._records.holding(needle):
            record = _decoded(_INITIATIVE, raw)
            if record.id == identity:
                return number
            if identity in record.aliases:
                alias = number
        return alias

    def _successor(self, identity: str) -> int | None:
        """The document into which a retired id went."""
        for retired in self.retired():
            if retired.id == identity and retired.into:
                return self._number_of(retired.into) or self._successor(retired.into)
        return None

    def _by_number(self, word: str) -> Found:
        raw = self._records.raw(int(word)) if len(word) < 10 else None
        if raw is None:
            raise NotFound(f"no initiative number '{_cut(word)}' in the file; `tracker list` shows the ids")
        return Found(int(word), _decoded(_INITIATIVE, raw))

    def _by_words(self, word: str) -> Found:
        words = fold(word).split()
        if not words:
            raise BadWords("an id is wanted, such as KZ-2025-003, or words of a title; `tracker list` shows the ids")
        named = [
            (number, record, [fold(name) for name in (record.title, *record.other_names)])
            for number, record in self.records()
        ]
        exact = [(number, record) for number, record, names in named if " ".join(words) in names]
        fits = exact or [
            (number, record)
            for number, record, names in named
            if any(all(part in name for part in words) for name in names)
        ]
        if len(fits) == 1:
            return Found(*fits[0])
        if fits:
            listed = "; ".join(f"{record.id} {visible(record.title)}" for _, record in fits[:6])
            more = f"; and {len(fits) - 6} more" if len(fits) > 6 else ""
            raise AmbiguousName(
                f"'{_cut(word)}' fits {len(fits)} initiatives: {listed}{more}; type the id", [r.id for _, r in fits]
            )
        near = nearest(word, (record.title for _, record in self.records()), most=2)
        hint = f" Did you mean '{visible(near[0])}'?" if near else ""
        raise NotFound(f"no initiative fits '{_cut(word)}'.{hint} `tracker list` shows the ids")

    def alike(self, record: Initiative) -> list[Initiative]:
        """The records of the same first proposer and year that look like this one, the most alike first."""
        words = words_of(record)
        enough = (len(words) * 3 + 4) // 5
        near = (
            _decoded(_INITIATIVE, raw)
            for _, raw in self._records.beginning(_head(record.id.rpartition("-")[0]))
            if len(words & words_in(_NAMES.decode(raw).title)) >= enough
        )
        return alike(record, near)

    def links_to(self, identity: str) -> tuple[Link, ...]:
        """The ties that other records hold to that one, each with the id of the record that holds it."""
        holders = (
            _decoded(_INITIATIVE, raw) for _, raw in self._records.holding(b',"id":"' + identity.encode() + b'"')
        )
        return tuple(
            Link(relation=link.relation, id=holder.id)
            for holder in holders
            for link in holder.links
            if link.id == identity
        )

    def record(self, number: int) -> Initiative:
        """The record in that document."""
        raw = self._records.raw(number)
        if raw is None:
            raise NotFound(f"no initiative number '{number}' in the file; `tracker list` shows the ids")
        return _decoded(_INITIATIVE, raw)

    def add(self, record: Initiative) -> int:
        """Write a new record; its document number."""
        return self._records.append(msgspec.json.encode(record))

    def put(self, number: int, record: Initiative) -> None:
        """Write a changed record in place."""
        self._records.put(number, msgspec.json.encode(record))

    def retire(self, number: int, retired: Retired) -> None:
        """Take a record out and keep its id, and the record itself if it was deleted, aside."""
        self._records.drop(number)
        self.keep_retired(retired)

    def keep_retired(self, retired: Retired) -> None:
        """Keep an id that was given up aside."""
        self.tables.table("retired").append(msgspec.json.encode(retired))

    def retired(self) -> list[Retired]:
        """The ids that were given up."""
        return [_decoded(_RETIRED, raw) for _, raw in self.tables.table("retired").raw_items()]

    def fresh_id(self, stem: str) -> str:
        """The next id after the highest living, retired or alias one of that stem (`KZ-2025`)."""
        return f"{stem}-{self.highest_serial(stem) + 1:03d}"

    def highest_serial(self, stem: str) -> int:
        """The highest serial number given so far under the stem; 0 if none. An alias is among the retired ids."""
        head = _head(stem)
        tables = (self._records, self.tables.table("retired"))
        found = (raw for documents in tables for _, raw in documents.beginning(head))
        return max((_serial(bytes(raw), len(head)) for raw in found), default=0)

    # ---- what stands beside the records

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by id, in order of number."""
        decoded = (_decoded(_SOURCE, raw) for _, raw in self.tables.table("sources").raw_items())
        return {source.id: source for source in decoded}

    def keep_source(self, source: Source) -> str:
        """The id of the source: of the one already kept that has the same address (or text), else of a new one.

        A new one keeps the id it came with where that is free.
        """
        same = same_source(source, self.sources.values())
        if same is not None:
            return same.id
        documents = self.tables.table("sources")
        told = int(source.id[1:]) if _SOURCE_ID.fullmatch(source.id) else 0
        number = told if told and documents.raw(told) is None else documents.next_number
        numbered = replace(source, id=f"S{number}")
        documents.put(number, msgspec.json.encode(numbered))
        self.sources[numbered.id] = numbered
        return numbered.id

    def put_source(self, source: Source) -> None:
        """Write a changed source in place."""
        self.tables.table("sources").put(int(source.id[1:]), msgspec.json.encode(source))
        self.sources[source.id] = source

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The people the user described."""
        return tuple(_decoded(_PERSON, raw) for _, raw in self.tables.table("people").raw_items())

    @cached_property
    def directory(self) -> Directory:
        """The shipped forums and meetings, with the user's own over them."""
        forums = (_decoded(_FORUM, raw) for _, raw in self.tables.table("forums").raw_items())
        meetings = (_decoded(_MEETING, raw) for _, raw in self.tables.table("meetings").raw_items())
        return Directory(
            forums=SHIPPED_FORUMS | {forum.code: forum for forum in forums},
            meetings=SHIPPED_MEETINGS | {meeting.id: meeting for meeting in meetings},
        )

    def put_described(self, thing: Forum | Meeting | Person) -> None:
        """Write a forum, meeting or person of the user's: in place if it is there already, else as a new one."""
        name, key = _TABLES[type(thing)]
        documents = self.tables.table(name)
        wanted = getattr(thing, key)
        for number, raw in documents.raw_items():
            if getattr(msgspec.json.decode(raw, type=type(thing)), key) == wanted:
                documents.put(number, msgspec.json.encode(thing))
                break
        else:
            documents.append(msgspec.json.encode(thing))
        self.__dict__.pop("directory", None)
        self.__dict__.pop("people", None)

    @property
    def reference(self) -> Reference:
        """What a question needs beside the records."""
        return Reference(directory=self.directory, sources=self.sources, people=self.people)

    @property
    def current_to(self) -> str | None:
        """The day of the last recorded change."""
        from tracker.standing import local_day

        return local_day(self.tables.changed_at).isoformat() if self.tables.changed_at else None


def _all_past(record: Initiative, when: str) -> Initiative:
    """A deleted record: all it said is past since then."""
    gone = tuple(Past(event=event, replaced=when) for event in record.events)
    return replace(record, events=(), past=(*record.past, *gone))


class _Names(msgspec.Struct):
    """Of a record, its title alone."""

    title: str


_NAMES = msgspec.json.Decoder(_Names)
_INITIATIVE = msgspec.json.Decoder(Initiative)
_SOURCE = msgspec.json.Decoder(Source)
_PERSON = msgspec.json.Decoder(Person)
_FORUM = msgspec.json.Decoder(Forum)
_MEETING = msgspec.json.Decoder(Meeting)
_RETIRED = msgspec.json.Decoder(Retired)
_TABLES: dict[type, tuple[str, str]] = {
    Forum: ("forums", "code"),
    Meeting: ("meetings", "id"),
    Person: ("people", "name"),
}


_T = TypeVar("_T")


def _decoded(decoder: msgspec.json.Decoder[_T], raw: msgspec.Raw | bytes) -> _T:
    try:
        return decoder.decode(raw)
    except msgspec.MsgspecError as error:
        raise Damaged(f"a record in the file is not what tracker wrote ({error}): type `tracker doctor`") from error


def same_source(source: Source, kept: Iterable[Source]) -> Source | None:
    """The kept source that it is: the same address or, without one, the same text."""
    if source.address:
        address = _address_key(source.address)
        return next((one for one in kept if one.address and _address_key(one.address) == address), None)
    title = fold(source.title or "")
    return next((one for one in kept if not one.address and fold(one.title or "") == title), None)


def _address_key(address: str) -> str:
    """The address with scheme and host in small letters, which mean the same in any case (RFC 3986, 6.2.2.1)."""
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}://{host.lower()}{slash}{path}"


def _head(stem: str) -> bytes:
    """How a record or retired id of that stem begins in the file."""
    return b'{"id":"' + stem.encode() + b"-"


def _serial(content: bytes, digits: int) -> int:
    """The number that stands there before the next quotation mark."""
    serial = content[digits : content.find(b'"', digits, digits + 12)]
    return int(serial) if serial.isdigit() else 0


def _cut(word: str) -> str:
    shown = visible(word)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


def canonical_id(word: str) -> str | None:
    """The id meant by a word of its shape (`kz-2025-3` is KZ-2025-003), an event's number aside; None for others."""
    found = _ID.fullmatch(word.strip())
    return f"{found[1].upper()}-{found[2]}-{int(found[3]):03d}" if found else None


def is_id(word: str) -> bool:
    """Whether the word has the shape of an id, of an event's id or of a document number."""
    return bool(_ID.fullmatch(word)) or (word.isascii() and word.isdigit())
