"""Older forms of the file, and the step that leads from each to the next.

A step gets the tables and changes their documents. It runs in memory for a reader; for a writer it is stored first,
after a backup that is kept, and only on a file whose checksum holds.
"""

from collections.abc import Callable

from tracker.errors import Damaged
from tracker.store import layout
from tracker.store.tables import Tables

STEPS: dict[int, Callable[[Tables], None]] = {}


def migrate(tables: Tables, schema: int) -> None:
    """Bring documents of that schema to the present one; Damaged if there never was such a schema."""
    for older in range(schema, layout.SCHEMA):
        step = STEPS.get(older)
        if step is None:
            raise Damaged(f"'{tables.path}' is in an unknown form ({older}): type `tracker doctor`")
        step(tables)
