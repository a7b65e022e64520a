"""Whatever is done in whatever order, the ledger holds what a plain dict holds."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.store.ledgers import NOW, data, person
from tracker.store import editing, reading
from tracker.store.undo import redo, undo

TABLE = st.sampled_from(["initiatives", "people", "retired"])
NAME = st.text(st.characters(codec="utf-8"), max_size=8)
State = dict[tuple[str, int], bytes]


class Ledger(RuleBasedStateMachine):
    """append, put, drop, undo and redo against a dict with its earlier and later states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "t.json"
        self.now: State = {}
        self.bytes = b""
        self.earlier: list[tuple[State, bytes]] = []
        self.later: list[tuple[State, bytes]] = []

    def teardown(self) -> None:
        self.folder.cleanup()

    def _changed(self, state: State) -> None:
        if state != self.now:
            self.earlier.append((self.now, self.bytes))
            self.later = []
            self.now = state
            self.bytes = data(self.path)

    @rule(table=TABLE, name=NAME)
    def append(self, table: str, name: str) -> None:
        with editing(self.path, command="append", now=NOW) as tables:
            number = tables.table(table).append(person(name))
        assert number == max((n for t, n in self.now if t == table), default=0) + 1
        self._changed({**self.now, (table, number): person(name)})

    @rule(table=TABLE, number=st.integers(1, 12), name=NAME)
    def put(self, table: str, number: int, name: str) -> None:
        with editing(self.path, command="put", now=NOW) as tables:
            tables.table(table).put(number, person(name))
        self._changed({**self.now, (table, number): person(name)})

    @rule(table=TABLE, number=st.integers(1, 12))
    def drop(self, table: str, number: int) -> None:
        with editing(self.path, command="drop", now=NOW) as tables:
            tables.table(table).drop(number)
        self._changed({key: value for key, value in self.now.items() if key != (table, number)})

    @precondition(lambda self: self.earlier)
    @rule(choice=st.integers(1, 3))
    def undo(self, choice: int) -> None:
        count = min(choice, len(self.earlier))
        undo(self.path, count, NOW)
        for _ in range(count):
            self.later.append((self.now, self.bytes))
            self.now, self.bytes = self.earlier.pop()
        assert not self.bytes or data(self.path) == self.bytes

    @precondition(lambda self: self.later)
    @rule(choice=st.integers(1, 3))
    def redo(self, choice: int) -> None:
        count = min(choice, len(self.later))
        redo(self.path, count, NOW)
        for _ in range(count):
            self.earlier.append((self.now, self.bytes))
            self.now, self.bytes = self.later.pop()
        assert data(self.path) == self.bytes

    @invariant()
    def the_ledger_holds_what_the_dict_holds(self) -> None:
        with reading(self.path) as tables:
            found = {
                (name, number): bytes(raw)
                for name in ("initiatives", "people", "retired")
                for number, raw in tables.table(name).raw_items()
            }
            assert len(tables.table("people")) == sum(table == "people" for table, _ in self.now)
        assert found == self.now


Ledger.TestCase.settings = settings(
    max_examples=10, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLedger = Ledger.TestCase
