"""Values for shell completion: actors, forums, meetings, and what only the file knows.

Nothing may fail here: a person who presses Tab wants suggestions or silence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import click
from click.shell_completion import CompletionItem
from msgspec import Struct, json

from tracker.commands.session import Session
from tracker.errors import TrackerError
from tracker.text import fold, visible

_MOST = 200  # suggestions; nobody reads more
_HELP = 60  # characters of a title or a name beside its id
_EVENT = re.compile(r"(.+)\.[0-9]*")


class _Titled(Struct, frozen=True):
    """The part of a record that its suggestion needs; the rest is not decoded."""

    id: str
    title: str
    topics: tuple[str, ...] = ()


def session(ctx: click.Context) -> Session:
    """The session of the line that is being completed; no callback of the front door has run for it."""
    root = ctx.find_root()
    if not isinstance(root.obj, Session):
        root.obj = Session(no_input=True)
    if root.obj.db is None:
        root.obj.db = root.params.get("db")
    return root.obj


def actors(incomplete: str, of: Session | None = None) -> list[CompletionItem]:
    """Codes and names of states, groups, forums and bodies that begin so."""
    from tracker import countries

    named = {code: countries.name(code) for code in countries.all_states()} | _forum_names(of)
    by_code = {code: name for code, name in named.items() if code.startswith(incomplete)}
    if not incomplete:
        return _items(by_code)
    by_name = {name: code for code, name in named.items() if fold(name).startswith(fold(incomplete))}
    return _items(by_code) + _items({_as_typed(name, incomplete): code for name, code in by_name.items()})


def forums(incomplete: str, of: Session | None = None) -> list[CompletionItem]:
    """Codes of forums and groups that begin so, with their names."""
    return _begun(_forum_names(of), incomplete)


def meetings(incomplete: str, of: Session | None = None) -> list[CompletionItem]:
    """Ids of meetings that begin so, with date and place."""
    from tracker.forums import SHIPPED_MEETINGS

    known = SHIPPED_MEETINGS
    if of is not None:
        try:
            with of.reading() as book:
                known = dict(book.directory.meetings)
        except TrackerError:
            pass  # the shipped ones are better than nothing
    told = {one.id: " ".join(part for part in (one.date, one.place, one.name) if part) for one in known.values()}
    return _begun(told, incomplete)


def ids(of: Session, incomplete: str) -> list[CompletionItem]:
    """Ids of initiatives that begin so, with their titles; behind a dot, those of the events, with kind and date."""
    try:
        if found := _EVENT.fullmatch(incomplete):
            return _begun(_events(of, found[1]), incomplete)
        return _begun({one.id: one.title for one in _titled(of)}, incomplete)
    except TrackerError:
        return []


def known(of: Session, what: str, incomplete: str) -> list[CompletionItem]:
    """People or topics of the file that begin so."""
    from tracker.commands.occasions import known_values

    try:
        if what == "topic":
            words = {topic for one in _titled(of) for topic in one.topics}
        else:
            with of.reading() as book:
                words = known_values(book, what) | {person.name for person in book.people}
    except TrackerError:
        return []
    start = fold(incomplete)  # the stored spelling is offered, whatever was typed: it is stored as it stands
    return _items({word: "" for word in sorted(words) if fold(word).startswith(start)})


def _titled(of: Session) -> Iterator[_Titled]:
    with of.reading() as book:
        for _, raw in book.tables.table("initiatives").raw_items():
            yield json.decode(raw, type=_Titled)


def _events(of: Session, identity: str) -> dict[str, str]:
    with of.reading() as book:
        record = book.find(identity).record
    return {f"{record.id}.{event.number}": f"{event.date} {event.kind}" for event in record.events}


def _forum_names(of: Session | None) -> dict[str, str]:
    from tracker.forums import SHIPPED_FORUMS

    known = SHIPPED_FORUMS
    if of is not None:
        try:
            with of.reading() as book:
                known = dict(book.directory.forums)
        except TrackerError:
            pass  # the shipped ones are better than nothing
    return {code: forum.name for code, forum in known.items()}


def _begun(named: Mapping[str, str], incomplete: str) -> list[CompletionItem]:
    """Codes that begin so, in the case that is typed: shells drop what does not begin as typed."""
    start = incomplete.lower()
    return _items(
        {
            key.lower() if incomplete.islower() else _as_typed(key, incomplete): told
            for key, told in named.items()
            if key.lower().startswith(start)
        }
    )


def _as_typed(word: str, incomplete: str) -> str:
    if word.casefold().startswith(incomplete.casefold()) and len(word) >= len(incomplete):
        return incomplete + word[len(incomplete) :]
    return word


def _items(named: Mapping[str, str]) -> list[CompletionItem]:
    return [CompletionItem(key, help=_short(told)) for key, told in _first(named.items()) if visible(key) == key]


def _first(entries: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return list(entries)[:_MOST]


def _short(told: str) -> str | None:
    shown = visible(told)
    return (shown if len(shown) <= _HELP else shown[: _HELP - 3] + "...") or None
