"""The languages that can be read, by code; a new one is a file and a line here."""

from tracker.reading.language import Language


def get(code: str) -> Language:
    """The language with that code; English for codes nobody has written."""
    if code == "ru":
        from tracker.reading.russian import RUSSIAN  # each language costs some 20 ms of patterns: only the one needed

        return RUSSIAN
    from tracker.reading.english import ENGLISH  # as above

    return ENGLISH
