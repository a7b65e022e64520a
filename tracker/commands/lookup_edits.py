"""What may be changed in the look-ups of people, sources and topics, and what their commands share."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import click
from msgspec.structs import replace

from tracker.commands.occasions import is_address, is_source_id, known_values, mention_near
from tracker.commands.params import LONGEST_NAME, Actor, Kind, Known, Term, When, Words, command, options, shorten
from tracker.commands.session import session_of
from tracker.errors import BadWords, NotFound, UnknownName
from tracker.initiative import Initiative, Person, Source
from tracker.store.book import Book, same_source
from tracker.text import fold, nearest
from tracker.vocab import SourceKind

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

NAME = click.option("--name", type=Words(LONGEST_NAME), help="Its name.")
ALSO = click.option("--also", multiple=True, type=Words(LONGEST_NAME), help="Another name or spelling it is found by.")


def given_of(typed: Mapping[str, Any], verb: str) -> dict[str, Any]:
    """What was typed of the options; BadWords if nothing was."""
    given = {name: value for name, value in typed.items() if value not in (None, ())}
    if not given:
        raise BadWords(f"nothing to change was given: `tracker {verb} --help` lists what can be")
    return given


def united(before: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """The names of both, each once."""
    return tuple(dict.fromkeys((*before, *more)))


def _in_quotes(word: str) -> str:
    """The word as a shell takes it, for a line to type."""
    import shlex  # 1 ms; only a message needs it

    return shlex.quote(shorten(word))


# ---- people


_PERSON_FACTS = options(
    click.option("--country", type=Actor(), help="For which country."),
    click.option("--post", type=Words(LONGEST_NAME), help="In which post."),
    ALSO,
)


def known_as(name: str, described: Mapping[str, Person]) -> str:
    """The name under which the person is described, else the name itself; `described` is by folded spelling."""
    person = described.get(fold(name))
    return person.name if person else name


def spelled(people: Iterable[Person]) -> dict[str, Person]:
    """The described people by every folded spelling; a name goes before another's other spelling."""
    everyone = list(people)
    others = {fold(name): person for person in everyone for name in person.also}
    return others | {fold(person.name): person for person in everyone}


@command(
    "add",
    examples=[
        "tracker people add 'Kassym-Jomart Tokayev' --country KZ --post President --also 'Касым-Жомарт Токаев'",
    ],
)
@click.argument("name", type=Known("person"))
@_PERSON_FACTS
@click.pass_context
def add_person(ctx: click.Context, /, name: str, **facts: Any) -> None:
    """Describe a person.

    By the other spellings, events and filters find the same person.
    """
    session = session_of(ctx)
    with session.editing("people add") as book:
        known = spelled(book.people)
        for word in (name, *facts["also"]):
            _refuse_known(word, known)
        mention_near(
            name, known_values(book, "person").union(person.name for person in known.values()), "person", session
        )
        book.put_described(Person(name=name, **{**facts, "also": united((), facts["also"])}))
        book.tables.summary = name
    session.say(shorten(name))


def _refuse_known(word: str, known: Mapping[str, Person], but: str | None = None) -> None:
    """BadWords if the spelling is another described person's."""
    person = known.get(fold(word))
    if person is not None and person.name != but:
        line = f"tracker people edit {_in_quotes(person.name)} --also SPELLING"
        raise BadWords(f"'{shorten(word)}' is {shorten(person.name)} already: `{line}` changes what is kept")


@command("edit", examples=["tracker people edit 'Shavkat Mirziyoyev' --country UZ --also 'Шавкат Мирзиёев'"])
@click.argument("name", type=Known("person"))
@_PERSON_FACTS
@click.pass_context
def edit_person(ctx: click.Context, /, name: str, **typed: Any) -> None:
    """Edit a person.

    One who only speaks in events so far is described by it; --also adds a spelling to those there are.
    """
    session = session_of(ctx)
    given = given_of(typed, "people edit")
    with session.editing("people edit") as book:
        known = spelled(book.people)
        person = known.get(fold(name)) or _speaking(book, name)
        for word in typed["also"]:
            _refuse_known(word, known, but=person.name)
        given["also"] = united(person.also, typed["also"])
        book.put_described(replace(person, **given))
        book.tables.summary = person.name
    session.say(shorten(person.name))


def _speaking(book: Book, name: str) -> Person:
    """Who speaks in an event under that name; UnknownName with near ones if nobody does."""
    names = {event.person for _, record in book.records() for event in record.events if event.person}
    for spelling in sorted(names):
        if fold(spelling) == fold(name):
            return Person(name=spelling)
    near = nearest(name, [*(person.name for person in book.people), *sorted(names)])
    hint = f" Did you mean {' or '.join(map(shorten, near))}?" if near else ""
    line = f"tracker people add {_in_quotes(name)}"
    raise UnknownName(f"no person '{shorten(name)}' in the file.{hint} If it is new: {line}", near)


# ---- sources


class _Language(Kind):
    """The code of a language, such as `ru`."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code in small letters; BadWords if it is not one."""
        if not _LANGUAGE.fullmatch(str(value)):
            raise BadWords(f"'{shorten(str(value))}' is no code of a language: type en, ru, kk or another")
        return str(value).lower()


_SOURCE_FACTS = options(
    click.option("--publisher", type=Words(LONGEST_NAME), help="Who published it."),
    click.option("--title", type=Words(LONGEST_NAME), help="Its title."),
    click.option("--date", type=When(), help="When it was published."),
    click.option("--language", type=_Language(), help="Its language, as a code: en, ru, kk."),
    click.option("--kind", type=Term(SourceKind), help=f"{', '.join(SourceKind)}."),
)


@command(
    "add",
    examples=[
        "tracker sources add https://example.org/communique --publisher 'The Ministry' --kind outcome-document",
        "tracker sources add 'Minutes of the Bishkek meeting' --date 2026-02-10 --language ru",
    ],
)
@click.argument("document", metavar="ADDRESS|TEXT", type=Words(LONGEST_NAME))
@_SOURCE_FACTS
@click.pass_context
def add_source(ctx: click.Context, /, document: str, **facts: Any) -> None:
    """Keep a source and print its id.

    It is named by its address or, without one, by its title.
    """
    session = session_of(ctx)
    by_address = is_address(document)
    if not by_address and facts["title"] is not None:
        raise BadWords("--title goes with an address; words alone are the title: leave one of them out")
    named = {"address": document} if by_address else {"title": document}
    given = {name: value for name, value in facts.items() if value is not None}
    source = Source(id="", **{**given, **named})
    with session.editing("sources add") as book:
        if same := same_source(source, book.sources.values()):
            raise BadWords(f"that source is kept as {same.id} already: `tracker sources edit {same.id}` changes it")
        key = book.keep_source(source)
        book.tables.summary = key
    session.say(key)
    if facts["date"]:
        session.tell(f"date: {facts['date']}")


@command(
    "edit", examples=["tracker sources edit S1 --publisher 'The Ministry' --date 2025-11-16 --kind official-release"]
)
@click.argument("identity", metavar="ID", type=Words(LONGEST_NAME))
@_SOURCE_FACTS
@click.option("--address", type=Words(LONGEST_NAME), help="Where it is found.")
@click.pass_context
def edit_source(ctx: click.Context, /, identity: str, **typed: Any) -> None:
    """Edit a source.

    All the facts that rest on it show it as it is then.
    """
    session = session_of(ctx)
    given = given_of(typed, "sources edit")
    if "address" in given and not is_address(given["address"]):
        raise BadWords(f"'{shorten(given['address'])}' is no address: it begins with https:// and has no spaces")
    with session.editing("sources edit") as book:
        source = replace(_source_called(book, identity), **given)
        others = (one for one in book.sources.values() if one.id != source.id)
        if same := same_source(source, others):
            raise BadWords(f"{same.id} has that address or title already: `tracker sources` lists them")
        book.put_source(source)
        book.tables.summary = source.id
    session.say(source.id)
    if typed["date"]:
        session.tell(f"date: {typed['date']}")


def _source_called(book: Book, word: str) -> Source:
    """The source of that id or address; NotFound if there is none."""
    name = word.strip()
    found = book.sources.get(f"S{int(name[1:])}") if is_source_id(name) else None
    found = found or next((one for one in book.sources.values() if one.address == word), None)
    if found is None:
        raise NotFound(f"no source '{shorten(word)}': `tracker sources` lists their ids")
    return found


# ---- topics


@command("edit", examples=["tracker topics edit water water-governance"])
@click.argument("old", type=Known("topic"))
@click.argument("new", type=Known("topic"))
@click.pass_context
def edit_topic(ctx: click.Context, old: str, new: str) -> None:
    """Rename a topic in every initiative.

    It is one change; a topic that is there already takes the old one in.
    """
    session = session_of(ctx)
    with session.editing("topics edit") as book:
        records = list(book.records())
        topics = {topic for _, record in records for topic in record.topics}
        changed = [(number, _retopiced(record, old, new)) for number, record in records if _is_about(record, old)]
        if not changed:
            raise _unknown_topic(old, topics)
        for number, record in changed:
            book.put(number, record)
        book.tables.summary = f"{old} to {new}"
    session.say(f"{shorten(new)}: {len(changed)} initiative{'' if len(changed) == 1 else 's'}")
    if new in topics and fold(new) != fold(old):
        session.tell(f"'{shorten(new)}' was there already: the two are one now; `tracker undo` parts them again")


def _is_about(record: Initiative, topic: str) -> bool:
    return any(fold(one) == fold(topic) for one in record.topics)


def _retopiced(record: Initiative, old: str, new: str) -> Initiative:
    renamed = (new if fold(topic) == fold(old) else topic for topic in record.topics)
    return replace(record, topics=tuple(dict.fromkeys(renamed)))


def _unknown_topic(word: str, topics: Iterable[str]) -> UnknownName:
    near = nearest(word, sorted(topics))
    hint = f" Did you mean {' or '.join(map(shorten, near))}?" if near else ""
    return UnknownName(f"no topic '{shorten(word)}' in the file.{hint} `tracker topics` lists them", near)
