"""The tables of one reading or one editing: a TinyDB whose storage is the verified file."""

from pathlib import Path
from typing import cast

from tinydb import TinyDB

from tracker.store.documents import Buffer, Documents
from tracker.store.layout import Snapshot
from tracker.store.place import Place


class Tables(TinyDB):
    """The documents by table, and what the file says of itself."""

    table_class = Documents

    def __init__(self, place: Place, snapshot: Snapshot) -> None:
        super().__init__(snapshot, storage=Buffer)
        self.place = place
        self.snapshot = snapshot
        self.summary = ""  # for the history; whoever edits may say what was done
        self.undoes: tuple[int, ...] = ()
        self.redoes: tuple[int, ...] = ()
        self.begins_anew = False  # whether nothing from before can be undone
        self.created = False  # whether storing made the file

    @property
    def buffer(self) -> Buffer:
        """What has been changed."""
        return cast(Buffer, self._storage)  # made in __init__

    def table(self, name: str, **_: object) -> Documents:
        """The documents of one table."""
        return cast(Documents, super().table(name))  # table_class says so

    @property
    def path(self) -> Path:
        """The file as the user named it."""
        return self.place.shown

    @property
    def schema(self) -> int:
        """The version of the file's form."""
        return self.snapshot.meta.schema

    @property
    def sequence(self) -> int:
        """How many changes were recorded."""
        return self.snapshot.meta.sequence

    @property
    def changed_at(self) -> str | None:
        """The instant of the last recorded change."""
        return self.snapshot.meta.changed

    @property
    def data(self) -> bytes:
        """The whole file as it was read."""
        return self.snapshot.content
