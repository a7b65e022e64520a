"""The axis of time: days as columns, and a scale of years, quarters or months that has room for its names."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_STEPS = (1, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 6000)  # months between ticks


class Axis:
    """So many columns for the time from one day to another."""

    def __init__(self, first: date, last: date, width: int) -> None:
        self.first = first
        self.last = last
        self.width = max(width, 2)

    def column(self, day: date) -> int:
        """The column in which the day falls."""
        days = max((self.last - self.first).days, 1)
        return min(max((day - self.first).days * (self.width - 1) // days, 0), self.width - 1)

    def scale(self) -> tuple[str, set[int]]:
        """A line of names, and the columns of their ticks."""
        for step in _STEPS:
            named = [(self.column(day), self._name(day, step)) for day in self._ticks(step)]
            if all(at + len(name) < following for (at, name), (following, _) in pairwise(named)):
                break
        line = ""
        for at, name in named:
            if at + len(name) <= self.width:
                line = line.ljust(at) + name
        return line or self._name(self.first, 1), {at for at, _ in named}

    def _ticks(self, step: int) -> Iterator[date]:
        begin = self.first.year * 12 + self.first.month - 1
        if self.first.day > 1:
            begin += 1
        month = -(-begin // step) * step
        while month < 9999 * 12 and (day := date(max(month // 12, 1), month % 12 + 1, 1)) <= self.last:
            yield day
            month += step

    @staticmethod
    def _name(day: date, step: int) -> str:
        return str(day.year) if step >= 12 or day.month == 1 else _MONTHS[day.month - 1]
