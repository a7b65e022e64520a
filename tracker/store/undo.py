"""Undo, redo and the history: what the journal says, and taking its lines back.

An undo is itself a line of the journal. A new change ends what can be redone; a migration ends what can be undone.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from tracker.errors import Damaged, NotFound
from tracker.store.journal import Edit, Entry, Span, asides, edits_of, is_foreign, spans
from tracker.store.layout import Snapshot
from tracker.store.opening import opened
from tracker.store.place import Place
from tracker.store.tables import Tables
from tracker.store.writing import editing, sum_of


class DocumentChange(Struct, frozen=True):
    """One document, before and after; None where there was or is none."""

    table: str
    number: int
    before: bytes | None
    after: bytes | None


class Change(Struct, frozen=True, kw_only=True):
    """A line of the history."""

    sequence: int
    when: str
    command: str
    summary: str
    why: str | None
    undoes: tuple[int, ...]
    redoes: tuple[int, ...]
    undone: bool
    changes: tuple[DocumentChange, ...]


def history(path: Path) -> list[Change]:
    """Every recorded change that the journal still knows, oldest first."""
    place = Place(path)
    lines = chain(place, opened(place))
    undone = _Standing(lines).undone
    return [_change(span, edits, undone) for span, edits in edits_of(place, lines)]


def history_set_aside(path: Path) -> bool:
    """Whether an earlier journal was set aside, or is about to be, because an older file was put back by hand."""
    place = Place(path)
    return bool(asides(place)) or is_foreign(place, opened(place).meta.journal)


def undo(path: Path, count: int, now: str) -> list[Change]:
    """Take back the last changes that stand; those changes, newest first. NotFound if there are not so many."""
    with editing(path, command="undo", now=now) as tables:
        lines = chain(tables.place, tables.snapshot)
        standing = _Standing(lines)
        if len(standing.done) < count:
            raise NotFound(_no_more(len(standing.done), "undo", _why_nothing(tables)))
        wanted = standing.done[-count:][::-1]
        tables.undoes = tuple(entry_of(span).sequence for span in wanted)
        taken = _apply(tables, wanted, back=True)
        _check(tables, entry_of(wanted[-1]).sum_before)
    return taken


def redo(path: Path, count: int, now: str) -> list[Change]:
    """Make the last undone changes again; those changes, oldest first. NotFound if there are not so many."""
    with editing(path, command="redo", now=now) as tables:
        lines = chain(tables.place, tables.snapshot)
        standing = _Standing(lines)
        if len(standing.taken) < count:
            ended = "; a change was recorded since the last undo, and that ends what can be redone"
            raise NotFound(_no_more(len(standing.taken), "redo", ended if standing.undone else ""))
        wanted = standing.taken[-count:][::-1]
        tables.redoes = tuple(entry_of(span).sequence for span in wanted)
        made = _apply(tables, wanted, back=False)
        _check(tables, entry_of(wanted[-1]).sum_after)
    return made


def chain(place: Place, snapshot: Snapshot) -> list[Span]:
    """The lines that lead without a gap to the file as it stands, oldest first."""
    if is_foreign(place, snapshot.meta.journal):
        return []
    sequence, data_sum = snapshot.meta.sequence, snapshot.data_sum
    found: list[Span] = []
    for span in reversed(list(spans(place, snapshot.meta.journal))):
        if span.entry is None or (span.entry.sequence, span.entry.sum_after) != (sequence, data_sum):
            break
        found.append(span)
        sequence, data_sum = sequence - 1, span.entry.sum_before
    return found[::-1]


class _Standing:
    """Which changes stand (`done`) and which can be redone (`taken`), both with the next one last."""

    def __init__(self, lines: Iterable[Span]) -> None:
        self.done: list[Span] = []
        self.taken: list[Span] = []
        self.undone: set[int] = set()
        for span in lines:
            self._follow(span)

    def _follow(self, span: Span) -> None:
        entry = entry_of(span)
        if entry.undoes:
            self._move(self.done, self.taken, len(entry.undoes))
            self.undone.update(entry.undoes)
        elif entry.redoes:
            self._move(self.taken, self.done, len(entry.redoes))
            self.undone.difference_update(entry.redoes)
        elif entry.schema is not None:
            self.done, self.taken = [], []
        else:
            self.done.append(span)
            self.taken = []

    @staticmethod
    def _move(source: list[Span], target: list[Span], count: int) -> None:
        for _ in range(min(count, len(source))):
            target.append(source.pop())


def entry_of(span: Span) -> Entry:
    """The entry of a line that is sound."""
    assert span.entry is not None
    return span.entry


def take_back(tables: Tables, edits: Iterable[Edit]) -> None:
    """Make every document what it was before the line."""
    for edit in edits:
        tables.buffer.lines(edit.table).put(edit.number, None if edit.before is None else bytes(edit.before))


def _apply(tables: Tables, wanted: list[Span], *, back: bool) -> list[Change]:
    moved = []
    for span, edits in edits_of(tables.place, wanted):
        if back:
            take_back(tables, edits)
        else:
            make_again(tables, edits)
        moved.append(_change(span, edits, {entry_of(span).sequence} if back else ()))
    tables.summary = "; ".join(change.summary or change.command for change in moved)
    return moved


def make_again(tables: Tables, edits: Iterable[Edit]) -> None:
    """Make every document what it was after the line."""
    for edit in edits:
        tables.buffer.lines(edit.table).put(edit.number, None if edit.after is None else bytes(edit.after))


def _check(tables: Tables, expected: int) -> None:
    if sum_of(tables.snapshot, tables.buffer.written()) != expected:
        raise Damaged(
            f"the history of '{tables.path}' does not fit its data, so nothing was changed: type `tracker doctor`"
        )


def _change(span: Span, edits: tuple[Edit, ...], undone: Iterable[int]) -> Change:
    entry = entry_of(span)
    return Change(
        sequence=entry.sequence,
        when=entry.when,
        command=entry.command,
        summary=entry.summary,
        why=entry.why,
        undoes=entry.undoes,
        redoes=entry.redoes,
        undone=entry.sequence in undone,
        changes=tuple(_documents(edits)),
    )


def _documents(edits: tuple[Edit, ...]) -> Iterator[DocumentChange]:
    for edit in edits:
        before = None if edit.before is None else bytes(edit.before)
        after = None if edit.after is None else bytes(edit.after)
        yield DocumentChange(edit.table, edit.number, before, after)


def _no_more(there: int, verb: str, why: str) -> str:
    if there:
        return f"only {there} change{'s' if there > 1 else ''} can be {_PAST[verb]}{why}; type `tracker {verb} {there}`"
    return f"there is nothing to {verb}{why}; `tracker history` shows what was recorded"


_PAST = {"undo": "undone", "redo": "redone"}


def _why_nothing(tables: Tables) -> str:
    if asides(tables.place) or is_foreign(tables.place, tables.snapshot.meta.journal):
        return (
            " further back: an older file was put back by hand or the history was damaged, so the earlier history "
            f"was set aside beside '{tables.path}'"
        )
    return ""
