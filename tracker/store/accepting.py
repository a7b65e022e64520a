"""A file that another program changed: what differs from the last known state, and taking it as it is."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Raw

from tracker.errors import Damaged, NotFound
from tracker.forums import Forum, Meeting
from tracker.initiative import Initiative, Person, Retired, Source
from tracker.store import layout
from tracker.store.disk import remove_leftovers, told
from tracker.store.layout import TABLES, Snapshot, Unsound, claimed, empty
from tracker.store.lock import locked
from tracker.store.opening import content_of, newer, stat_of
from tracker.store.place import Place
from tracker.store.rebuilding import last_known
from tracker.store.tables import Tables
from tracker.text import visible

_TYPES: dict[str, type] = {
    "initiatives": Initiative,
    "sources": Source,
    "forums": Forum,
    "meetings": Meeting,
    "people": Person,
    "retired": Retired,
}
_NAMED_BY = ("id", "code", "name")

Documents = dict[str, dict[int, bytes]]


def accept(path: Path, now: str) -> tuple[str, ...]:
    """Take a file that another program changed as it is, recorded as a change; what differed.

    Damaged, naming the document, if it is not a file of the right form; nothing is changed then. A sound file is left
    alone.
    """
    from tracker.store.repair import install

    place = Place(path)
    if content_of(place) is None:
        raise NotFound(f"'{place}' does not exist, so there is nothing to accept; type `tracker doctor`")
    with locked(place, "doctor --accept"):
        with told(f"write '{place}'"):
            remove_leftovers(place.file)
        content = _changed_content(place)
        if content is None:
            return ()
        tables = _base(place, content)
        differing = tuple(_differing(tables, documents_of(place, content)))
        _take(tables, documents_of(place, content))
        tables.summary = "took the file as another program left it"
        tables.begins_anew = not tables.sequence
        if not _stored(tables, now):
            with told(f"write '{place}'"):
                install(place, tables.snapshot)
    return differing


def _stored(tables: Tables, now: str) -> bool:
    from tracker.store.writing import commit

    return commit(tables, command="doctor --accept", now=now)


def differences(path: Path) -> tuple[str, ...]:
    """What in the file is not as tracker left it, as sentences; nothing if it is sound."""
    place = Place(path)
    content = _changed_content(place)
    if content is None:
        return ()
    try:
        documents = documents_of(place, content)
    except Damaged as error:
        return (f"{error}.",)
    return tuple(_differing(_base(place, content), documents))


def readable(content: bytes) -> bool:
    """Whether `accept` would take the bytes."""
    try:
        documents_of(Place(Path("the file")), content)
    except Damaged:
        return False
    return True


def faulty(snapshot: Snapshot) -> Iterator[str]:
    """A sentence for every document of a sound file that is not of its type's form."""
    tables = Tables(Place(Path("the file")), snapshot)
    for name in TABLES:
        for number, raw in tables.table(name).raw_items():
            try:
                msgspec.json.decode(raw, type=_TYPES[name])
            except (msgspec.MsgspecError, RecursionError) as error:
                yield f"Document {number} of table {name} is not of the right form: {error}."


def _changed_content(place: Place) -> bytes | None:
    """The bytes of a file that is not as tracker left it; None if it is sound."""
    found = content_of(place)
    if not isinstance(found, Snapshot):
        if claimed(found or b"")[0] > layout.SCHEMA:
            raise newer(place, claimed(found or b"")[0])
        return found or b""
    if found.meta.schema > layout.SCHEMA:
        raise newer(place, found.meta.schema)
    try:
        _ = found.spans
    except Unsound:
        return found.content
    return None


def _base(place: Place, content: bytes) -> Tables:
    """The last known state, or nothing at all."""
    known = last_known(place, content)
    return Tables(place, known.snapshot if known else Snapshot(empty().content, stat_of(place), is_the_file=False))


def documents_of(place: Place, content: bytes) -> Documents:
    """The documents of the file by table and number, each of its type's form; Damaged names the first that is not."""
    try:
        tables = msgspec.json.decode(content, type=dict[str, dict[str, Raw]])
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Damaged(f"'{place}' is not a TinyDB file ({error}); type `tracker doctor --repair`") from error
    tables.pop("_meta", None)
    for name, documents in tables.items():
        if name not in _TYPES and documents:
            raise Damaged(
                f"'{place}' holds a table '{_shown(name)}' that tracker does not know; take it out, or repair"
            )
    found = {
        name: dict(sorted(decoded(place, name, key, raw) for key, raw in tables.get(name, {}).items()))
        for name in TABLES
    }
    _alone(place, found["initiatives"])
    return found


def decoded(place: Place, name: str, key: str, raw: Raw | bytes) -> tuple[int, bytes]:
    """Number and bytes of a document of the table; Damaged, naming it, if it is not of the right form."""
    where = f"document '{_shown(key)}' of table {name} in '{place}'"
    if not (key.isascii() and key.isdigit() and key[0] != "0" and len(key) < 10):
        raise Damaged(f"{where} has no proper number; correct it, or type `tracker doctor --repair`")
    try:
        return int(key), msgspec.json.encode(msgspec.json.decode(raw, type=_TYPES[name]))
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Damaged(
            f"{where} is not of the right form ({error}); correct it, or type `tracker doctor --repair`"
        ) from error


def _alone(place: Place, initiatives: dict[int, bytes]) -> None:
    seen: dict[str, int] = {}
    for number, raw in initiatives.items():
        identity = msgspec.json.decode(raw, type=Initiative).id
        if identity in seen:
            raise Damaged(
                f"documents {seen[identity]} and {number} of table initiatives in '{place}' have the same id "
                f"'{_shown(identity)}'; correct one, or type `tracker doctor --repair`"
            )
        seen[identity] = number


def _compared(tables: Tables, documents: Documents) -> Iterator[tuple[str, int, bytes | None, bytes | None]]:
    """Table, number, before and after of every document that does not say the same."""
    for name in TABLES:
        before = {number: bytes(raw) for number, raw in tables.table(name).raw_items()}
        after = documents[name]
        for number in sorted(before.keys() | after.keys()):
            was, now = before.get(number), after.get(number)
            if was != now and (was is None or now is None or _plain(was) != _plain(now)):
                yield name, number, was, now


def _take(tables: Tables, documents: Documents) -> None:
    for name, number, _, after in list(_compared(tables, documents)):
        tables.buffer.lines(name).put(number, after)


def _differing(tables: Tables, documents: Documents) -> Iterator[str]:
    for name, number, before, after in _compared(tables, documents):
        was, now = _plain(before), _plain(after)
        called = next((str(one[key]) for one in (now, was) for key in _NAMED_BY if key in one), "?")
        label = f"{name} {number} ({_shown(called)})"
        if before is None:
            yield f"{label} was added."
        elif after is None:
            yield f"{label} was taken out."
        else:
            fields = [key for key in {**was, **now} if was.get(key) != now.get(key)]
            yield f"{label} was changed: {', '.join(map(_shown, fields))}."


def _plain(document: bytes | None) -> dict[str, object]:
    return msgspec.json.decode(document, type=dict[str, object]) if document else {}


def _shown(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= 60 else shown[:59] + "…"
