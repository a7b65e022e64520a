"""Every way to fail, with its exit code.

    TrackerError
      NotFound      1   found problems, or nothing matched where something had to
      BadWords      2   a word on the command line that cannot be taken as meant
        BadDate
        UnknownName
        AmbiguousName
      Damaged       3   the file is not what tracker wrote
      NewerFile     4   the file is from a newer tracker
      InUse         5   somebody else is writing
      DiskTrouble   6   disk or permission

A message is one sentence for an analyst: what is wrong, with the value, then what to type next.
"""

from collections.abc import Sequence


class TrackerError(Exception):
    """Any failure that is told to the user in one sentence."""

    exit_code = 1


class NotFound(TrackerError):
    """Problems were found, or nothing matched where something had to."""


class BadWords(TrackerError):
    """A value that cannot be taken as meant; nothing was done."""

    exit_code = 2


class BadDate(BadWords):
    """A date that cannot be read, or can be read in two ways."""


class UnknownName(BadWords):
    """A name (country, forum, status, ...) that nothing answers to.

    `near` holds what may have been meant, best first.
    """

    def __init__(self, message: str, near: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.near = tuple(near)


class AmbiguousName(BadWords):
    """A name that several things answer to; `near` holds all of them."""

    def __init__(self, message: str, near: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.near = tuple(near)


class Damaged(TrackerError):
    """The file is not what tracker wrote."""

    exit_code = 3


class NewerFile(TrackerError):
    """The file was written by a newer tracker."""

    exit_code = 4


class InUse(TrackerError):
    """Somebody else holds the file."""

    exit_code = 5


class DiskTrouble(TrackerError):
    """The disk is full, or a file may not be read or written."""

    exit_code = 6
