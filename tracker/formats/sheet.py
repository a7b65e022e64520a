"""A sheet: rows of cells under headings, which every look-up hands to whatever format is asked for."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

Cell = str | int | float | bool | None | tuple[str, ...]


class Sheet(Struct, frozen=True, kw_only=True):
    """Rows for people and programs alike. `name` is the key of the rows in JSON, `fields` their stable names."""

    name: str
    fields: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    nothing: str = "nothing found"  # what is said to a person when there are no rows

    @property
    def headings(self) -> list[str]:
        """The field names as a person reads them."""
        return [field.replace("_", " ") for field in self.fields]

    def objects(self) -> Iterator[dict[str, Any]]:
        """Each row as an object with stable names."""
        for row in self.rows:
            yield dict(zip(self.fields, row, strict=True))


def words(cell: Cell) -> str:
    """A cell as one piece of text: several values with commas, nothing as nothing."""
    if cell is None or cell is False:
        return ""
    if cell is True:
        return "yes"
    return ", ".join(cell) if isinstance(cell, tuple) else str(cell)
