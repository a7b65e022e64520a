"""A place in an article where an actor is named."""

import msgspec

from tracker.reading.people import Person

# Sorts of mention, the likeliest subject first.
PERSON, POST, COUNTRY, BLOC, COLLECTIVE, CAPITAL = "person", "post", "country", "bloc", "collective", "capital"


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the article where an actor is named; `oblique` if it cannot be the subject there."""

    start: int
    end: int
    sort: str
    country: str | None = None
    person: Person | None = None
    rank: str = ""
    oblique: bool = False
    owner: bool = False
