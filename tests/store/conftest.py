"""A place for a ledger that is not there yet."""

import pytest


@pytest.fixture
def path(tmp_path):
    """The path of a new ledger in a folder of its own."""
    folder = tmp_path / "ledger"
    folder.mkdir()
    return folder / "t.json"
