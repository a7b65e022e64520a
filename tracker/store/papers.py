"""Files that the user asks for: written whole beside their place, then put there, or not at all."""

from pathlib import Path

from tracker.store.disk import fresh_name, remove, told, write_new


def write_file(path: Path, content: bytes) -> None:
    """The file with that content, in place of one that was there; DiskTrouble leaves what was there as it was."""
    with told(f"write '{path}'"):
        fresh = fresh_name(path)
        try:
            write_new(fresh, [content])
            fresh.replace(path)
        except BaseException:
            remove(fresh)
            raise
