"""What is wrong with the file, and the way back; damaged bytes are kept beside, never thrown away."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tracker.errors import Damaged, NewerFile, NotFound
from tracker.store import layout
from tracker.store.accepting import accept, differences, faulty, readable
from tracker.store.disk import fresh_name, remove, remove_leftovers, share, sync_folder, told, write_new
from tracker.store.journal import copy_aside, cut_to, is_foreign, set_aside, size, spans
from tracker.store.keeping import listed
from tracker.store.layout import Snapshot, Unsound, claimed
from tracker.store.lock import locked
from tracker.store.opening import content_of, leaves_traces, newer
from tracker.store.place import Place
from tracker.store.rebuilding import Rebuilt, last_known
from tracker.store.salvage import salvaged

__all__ = ["Diagnosis", "Repaired", "accept", "diagnose", "differences", "install", "quarantine", "repair"]


class Diagnosis(Struct, frozen=True, kw_only=True):
    """Whether the file is sound, what was found (sentences), and the command to type next."""

    sound: bool
    findings: tuple[str, ...]
    next: str


class Repaired(Struct, frozen=True, kw_only=True):
    """Where the damaged bytes are, from what the file was restored, and what is lost (sentences)."""

    quarantined: Path | None
    restored_from: str
    replayed: int
    lost: tuple[str, ...]


def sound_content(place: Place) -> Snapshot | bytes | None:
    """The sound file (of whatever schema), else its bytes; None if there is no file."""
    found = content_of(place)
    if isinstance(found, Snapshot) and found.meta.schema <= layout.SCHEMA:
        try:
            _ = found.spans
        except Unsound:
            return found.content
    return found


def diagnose(path: Path) -> Diagnosis:
    """What is wrong with the file and beside it; nothing is written."""
    place = Place(path)
    found = sound_content(place)
    if isinstance(found, Snapshot):
        if found.meta.schema > layout.SCHEMA:
            return Diagnosis(
                sound=False, findings=(_sentence(newer(place, found.meta.schema)),), next="tracker --version"
            )
        faults = tuple(faulty(found))
        beside = tuple(_beside(place, found))
        return Diagnosis(
            sound=not faults, findings=faults + beside, next="tracker restore" if faults else "tracker list"
        )
    if not found and not leaves_traces(place):
        return Diagnosis(sound=True, findings=(f"'{place}' holds nothing yet.",), next="tracker add")
    return _diagnosed(place, found)


def _diagnosed(place: Place, content: bytes | None) -> Diagnosis:
    if _truly_newer(content):
        sentence = _sentence(newer(place, claimed(content or b"")[0]))
        return Diagnosis(sound=False, findings=(sentence,), next="tracker restore")
    how = "is missing" if content is None else "is empty" if not content else f"is damaged: {_reason(content)}"
    findings = [f"'{place}' {how}."]
    if content and readable(content):
        findings.append(
            "It can still be read: if it was changed on purpose, `tracker doctor --accept` takes it as it is."
        )
    known = last_known(place, content)
    if known is None:
        findings.append("There is neither a sound backup nor a journal from which to repair it.")
        found = salvaged(place, content or b"", "")
        if found is None:
            return Diagnosis(sound=False, findings=tuple(findings), next="tracker restore FILE")
        findings.append(f"{found[1]} records in it still read; a repair keeps them, and the damaged file beside.")
        return Diagnosis(sound=False, findings=tuple(findings), next="tracker doctor --repair")
    findings.append(f"It can be repaired from {_origin(known)}.")
    return Diagnosis(sound=False, findings=(*findings, *known.lost), next="tracker doctor --repair")


def _reason(content: bytes) -> str:
    try:
        _ = Snapshot(content).spans
    except Unsound as error:
        return str(error)
    return "it cannot be read"


def _sentence(error: NewerFile) -> str:
    return f"{error}."


def _truly_newer(content: bytes | None) -> bool:
    """Whether unsound bytes claim a newer form, and not merely by damaged digits."""
    schema, _ = claimed(content or b"")
    if schema <= layout.SCHEMA:
        return False
    for known in range(1, layout.SCHEMA + 1):
        try:
            Snapshot((content or b"").replace(b'"schema":%d,' % schema, b'"schema":%d,' % known, 1))
        except Unsound:
            continue
        return False
    return True


def _beside(place: Place, snapshot: Snapshot) -> Iterator[str]:
    if is_foreign(place, snapshot.meta.journal):
        yield "The journal is not that of this file (an older one was put back?): the next change sets it aside."
    elif any(span.entry is None for span in spans(place, snapshot.meta.journal)):
        yield "A line of the journal is damaged: `undo` does not go back beyond it."
    for backup in listed(place):
        if not backup.sound:
            yield f"The backup '{backup.path}' is damaged; remove it."


def repair(path: Path, now: str) -> Repaired:
    """Bring a damaged file back to its last known state; a sound one is left alone. Damaged if nothing is left."""
    place = Place(path)
    before = sound_content(place)
    if not before and not leaves_traces(place):
        if before is None:
            raise NotFound(f"'{place}' does not exist, and nothing beside it says that it did; `tracker add` begins it")
        return _UNTOUCHED
    if isinstance(before, Snapshot):
        return _untouched(place, before)
    with locked(place, "doctor"), told(f"repair '{place}'"):
        remove_leftovers(place.file)
        found = sound_content(place)
        if isinstance(found, Snapshot):
            return _untouched(place, found)
        if _truly_newer(found):
            raise newer(place, claimed(found or b"")[0])
        known = last_known(place, found)
        if known is None:
            known = _last_resort(place, found, now)
        kept = quarantine(place, found, now)
        install(place, known.snapshot)
    return Repaired(quarantined=kept, restored_from=_origin(known), replayed=known.replayed, lost=known.lost)


_UNTOUCHED = Repaired(quarantined=None, restored_from="", replayed=0, lost=())


def _untouched(place: Place, found: Snapshot) -> Repaired:
    if found.meta.schema > layout.SCHEMA:
        raise newer(place, found.meta.schema)
    return _UNTOUCHED


def _last_resort(place: Place, content: bytes | None, now: str) -> Rebuilt:
    """What still reads, if anything does."""
    found = salvaged(place, content or b"", now)
    if found is not None:
        return Rebuilt(snapshot=found[0], origin=None, replayed=0, lost=tuple(_salvage_told(*found[1:])))
    raise Damaged(
        f"'{place}' cannot be repaired: nothing in it reads, and there is neither a sound backup nor a journal; "
        f"type `tracker restore FILE` with a copy of your own"
    )


def _salvage_told(count: int, unreadable: int) -> Iterator[str]:
    if unreadable:
        yield f"Lines of the damaged file that could not be read: {unreadable}."
    yield f"There is no backup and no journal to compare the {count} records that still read with; look them over."


def _origin(known: Rebuilt) -> str:
    if known.origin is None and not known.replayed:
        return "what still reads of the damaged file"
    if known.origin is None:
        return f"the journal alone ({known.replayed} changes)"
    name = f"the backup {known.origin.path.name}"
    if not known.replayed:
        return name
    return f"{name} and {known.replayed} change{'s' if known.replayed > 1 else ''} of the journal"


def quarantine(place: Place, content: bytes | None, now: str) -> Path | None:
    """Give damaged bytes a name of their own beside the file, where nothing removes them."""
    if not content:
        return None
    stamp = now[:19].replace("-", "").replace(":", "")
    target = place.beside(f".damaged-{stamp}")
    number = 1
    while target.exists() or target.is_symlink():
        number += 1
        target = place.beside(f".damaged-{stamp}-{number}")
    share(place.file, target, [content])
    return target


def install(place: Place, snapshot: Snapshot) -> None:
    """Put a rebuilt state in the file's place; what the journal holds beyond it is kept aside."""
    end = snapshot.meta.journal
    foreign = size(place) and (not end or is_foreign(place, end))
    if foreign and end:
        copy_aside(place)
    elif foreign:
        set_aside(place)
    temp = fresh_name(place.file)
    try:
        write_new(temp, [snapshot.content], snapshot.known)
        temp.replace(place.file)
    except BaseException:
        remove(temp)
        raise
    sync_folder(place.folder)
    if foreign and end:
        cut_to(place, end)
