"""Where a database lives: its file and the names beside it; links are followed for the file itself, never beside it."""

import os
from pathlib import Path


class Place:
    """The names of one database; `shown` is the path as the user gave it."""

    __slots__ = ("backups", "file", "folder", "journal", "lock", "name", "shown")

    def __init__(self, path: Path) -> None:
        self.shown = path
        self.file = Path(os.path.realpath(path))
        self.folder = self.file.parent
        self.name = self.file.name
        self.lock = self.beside(".lock")
        self.journal = self.beside(".journal")
        self.backups = self.beside(".bak")

    def beside(self, ending: str) -> Path:
        """The file's own name with something added to it."""
        return self.folder / (self.name + ending)

    def __str__(self) -> str:
        return str(self.shown)
