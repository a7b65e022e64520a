"""The file on disk: read at once, written safely, undone, repaired.  The only package that knows TinyDB."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.store import layout
from tracker.store.opening import opened, without_collector
from tracker.store.place import Place
from tracker.store.tables import Tables

if TYPE_CHECKING:
    from tracker.store.backups import backup, backups, restore
    from tracker.store.documents import Documents
    from tracker.store.repair import accept, diagnose, differences, repair
    from tracker.store.undo import history, history_set_aside, redo, undo
    from tracker.store.writing import editing

# Each verb is imported when it is first asked for: a reader pays 3 ms less for not knowing how to write.
_VERBS = {
    "Documents": "documents",
    "accept": "repair",
    "backup": "backups",
    "backups": "backups",
    "diagnose": "repair",
    "differences": "repair",
    "editing": "writing",
    "history": "undo",
    "history_set_aside": "undo",
    "redo": "undo",
    "repair": "repair",
    "restore": "backups",
    "undo": "undo",
}

__all__ = [
    "Documents",
    "Tables",
    "accept",
    "backup",
    "backups",
    "diagnose",
    "differences",
    "editing",
    "history",
    "history_set_aside",
    "reading",
    "redo",
    "repair",
    "restore",
    "undo",
]


def __getattr__(name: str) -> Any:
    if name not in _VERBS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_VERBS[name]}"), name)


@contextmanager
def reading(path: Path) -> Iterator[Tables]:
    """The tables as they stand: no lock, nothing written; Damaged, NewerFile or DiskTrouble if they cannot be read."""
    place = Place(path)
    with without_collector():
        tables = Tables(place, opened(place))
        if tables.schema < layout.SCHEMA:
            from tracker.store.migrations import migrate  # only an older file needs it

            migrate(tables, tables.schema)
        yield tables
