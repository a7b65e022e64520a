"""One command line's surroundings: which file, what time it is, and whether somebody is there to ask."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.errors import TrackerError, UnknownName
from tracker.text import visible

if TYPE_CHECKING:
    from tracker.forums import Directory, Forum, Meeting
    from tracker.render.screen import Screen
    from tracker.store.book import Book


class Session:
    """What every command needs of the world. `TRACKER_NOW` (a UTC instant) stands in for the clock in tests."""

    def __init__(self, db: str | None = None, color: str = "auto", no_input: bool = False) -> None:
        self.db = db
        self.color = color
        self.no_input = no_input

    @cached_property
    def path(self) -> Path:
        """The file: --db, else $TRACKER_DB, else the platform's application folder."""
        named = self.db if self.db is not None else os.environ.get("TRACKER_DB")
        if named:
            return Path(os.fsdecode(os.fsencode(named)))
        from platformdirs import user_data_path  # 2 ms; only where nobody named a file

        return user_data_path("tracker", appauthor=False) / "tracker.json"

    @cached_property
    def _instant(self) -> datetime:
        named = os.environ.get("TRACKER_NOW")
        return datetime.fromisoformat(named) if named else datetime.now(UTC)

    @property
    def now(self) -> str:
        """The present instant, to the second: `2025-11-16T09:30:00Z`."""
        return self._instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def today(self) -> date:
        """The calendar day where the user sits."""
        return self._instant.astimezone().date()

    @property
    def asks(self) -> bool:
        """Whether somebody is there to answer a question."""
        return not self.no_input and sys.stdin.isatty()

    @property
    def on_terminal(self) -> bool:
        """Whether the output goes to a person's screen."""
        return sys.stdout.isatty()

    @cached_property
    def screen(self) -> "Screen":
        """The terminal as the pictures need it."""
        from tracker.render.screen import Screen

        return Screen(self.color)

    # ---- the file

    @contextmanager
    def reading(self) -> Iterator["Book"]:
        """The book as it stands, for a question."""
        from tracker.store import reading
        from tracker.store.book import Book

        with reading(self.path) as tables:
            yield Book(tables)

    @contextmanager
    def editing(self, command: str, why: str | None = None) -> Iterator["Book"]:
        """The book for one change, stored whole when the block ends well; the first write tells where."""
        from tracker.store import editing
        from tracker.store.book import Book

        with editing(self.path, command=command, now=self.now, why=why) as tables:
            yield Book(tables)
        if tables.created:
            self.tell(f"made a new file: {self.path.absolute()}")

    # ---- names that the file may know

    @cached_property
    def _own_directory(self) -> "Directory | None":
        """The directory with the user's own forums and meetings; None where the file cannot be read."""
        try:
            with self.reading() as book:
                return book.directory
        except TrackerError:
            return None

    @cached_property
    def _shipped_directory(self) -> "Directory":
        from tracker.forums import Directory

        return Directory()

    def actor(self, word: str) -> str:
        """The code of the state, group, forum or body meant; the user's own are asked where the shipped end."""
        try:
            return self._shipped_directory.actor(word)
        except UnknownName:
            if self._own_directory is None:
                raise
            return self._own_directory.actor(word)

    def forum(self, word: str) -> "Forum":
        """The forum or group meant."""
        try:
            return self._shipped_directory.forum(word)
        except UnknownName:
            if self._own_directory is None:
                raise
            return self._own_directory.forum(word)

    def meeting(self, word: str) -> "Meeting":
        """The meeting meant."""
        try:
            return self._shipped_directory.meeting(word)
        except UnknownName:
            if self._own_directory is None:
                raise
            return self._own_directory.meeting(word)

    # ---- words

    def say(self, text: str = "") -> None:
        """A line of the answer."""
        click.echo(text)

    def tell(self, text: str) -> None:
        """A line beside the answer: what was understood, what may be meant, what to type next."""
        click.echo(visible(text), err=True)


def session_of(ctx: click.Context) -> Session:
    """The session of a running command."""
    session = ctx.find_root().obj
    assert isinstance(session, Session)
    return session
