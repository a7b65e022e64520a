"""The review of `tracker capture` on a terminal: one candidate at a time; nothing is stored before the end is agreed.

What is asked goes to stderr, so that the ids stay alone on stdout.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import click
from msgspec.structs import replace

from tracker.commands.capture_storing import Accepted, Reading, Told, recorded_before
from tracker.commands.guide import typed_line
from tracker.commands.params import LONGEST_NAME, checked_text, shorten, term
from tracker.commands.session import Session
from tracker.errors import TrackerError, UnknownName
from tracker.initiative import Initiative
from tracker.reading import Candidate
from tracker.reading.candidate import Stance as Held
from tracker.store.book import Book
from tracker.taking import KINDS, much_like, names_of, same_name
from tracker.text import fold, visible
from tracker.vocab import Stance

KEYS = "a accept · e FIELD VALUE edit · s skip · j ID join · b back · q stop and store"
_CONTEXT = 200  # characters shown before and behind the sentence


class Item(NamedTuple):
    """A candidate under review, and what the file holds that is much like it."""

    reading: Reading
    candidate: Candidate
    near: tuple[Initiative, ...] = ()


def review(session: Session, readings: Sequence[Reading], told: Told) -> list[Accepted]:
    """What the user accepted, to be stored; Abort, EOFError or KeyboardInterrupt if nothing shall be."""
    with session.reading() as book:
        items = _items(session, book, readings, told)
        decided = _Review(session, book, items).run() if items else {}
    accepted = [decided[place] for place in sorted(decided)]
    if accepted and not _agreed(f"Store {len(accepted)} of {len(items)} [yes]: "):
        raise click.Abort
    return accepted


def _items(session: Session, book: Book, readings: Sequence[Reading], told: Told) -> list[Item]:
    """The candidates that were not taken down before."""
    records = [record for _, record in book.records()]
    items: list[Item] = []
    for reading in readings:
        before = recorded_before(book, reading, told, records)
        if before:
            session.tell(f"{shorten(reading.name)}: {len(before)} recorded from this article before; skipped")
        for one in reading.candidates:
            if one not in before:
                items.append(Item(reading, one, _near(one, records)))
    if not items:
        session.tell("no initiatives found")
    return items


def _near(candidate: Candidate, records: Sequence[Initiative]) -> tuple[Initiative, ...]:
    same = same_name(candidate, records)
    return (same,) if same else tuple(much_like(candidate, records))


class _Review:
    """Where the review stands: the place, and what was accepted by place."""

    def __init__(self, session: Session, book: Book, items: list[Item]) -> None:
        self.session, self.book, self.items = session, book, items
        self.place = 0
        self.accepted: dict[int, Accepted] = {}
        self.stopped = False

    def run(self) -> dict[int, Accepted]:
        """Ask about each in turn; what was accepted, by place."""
        self.session.tell(f"{KEYS}; Ctrl-C stops with nothing stored")
        shown = -1
        while self.place < len(self.items) and not self.stopped:
            if shown != self.place:
                self._show()
            shown = self.place
            key, _, rest = typed_line("> ").partition(" ")
            try:
                if self._answer(key.lower(), rest.strip()):
                    shown = -1
            except (TrackerError, click.ClickException) as error:
                self.session.tell(error.format_message() if isinstance(error, click.ClickException) else str(error))
        if self.stopped and self.place < len(self.items):
            self.session.tell(f"{len(self.items) - self.place} left for later: type the same line again")
        return self.accepted

    def _answer(self, key: str, rest: str) -> bool:
        """Do what the key says; whether to show the candidate again."""
        doings: dict[str, Callable[[str], bool]] = {
            "a": self._accept,
            "e": self._edit,
            "s": self._skip,
            "j": self._join,
            "b": self._back,
            "q": self._stop,
        }
        if key not in doings:
            self.session.tell(KEYS)
            return False
        return doings[key](rest)

    def _accept(self, _rest: str, into: str | None = None) -> bool:
        item = self.items[self.place]
        self.accepted[self.place] = Accepted(item.reading, item.candidate, into)
        self.place += 1
        return False

    def _skip(self, _rest: str) -> bool:
        self.accepted.pop(self.place, None)
        self.place += 1
        return False

    def _join(self, rest: str) -> bool:
        near = self.items[self.place].near
        if not rest and not near:
            self.session.tell("join which? j ID, such as j KZ-2025-003")
            return False
        return self._accept("", self.book.find(rest).record.id if rest else near[0].id)

    def _back(self, _rest: str) -> bool:
        if self.place == 0:
            self.session.tell("this is the first candidate")
        self.place = max(self.place - 1, 0)
        return False

    def _stop(self, _rest: str) -> bool:
        self.stopped = True
        return False

    def _edit(self, rest: str) -> bool:
        field, _, value = rest.partition(" ")
        field = fold(field or typed_line(f"Field ({', '.join(FIELDS)}): ")).replace(" ", "-")
        if field not in FIELDS:
            raise UnknownName(f"no field '{shorten(field)}': choose from {', '.join(FIELDS)}")
        value = value.strip() or typed_line(f"{field} ({FIELDS[field].form}): ")
        item = self.items[self.place]
        changed = FIELDS[field].change(item.candidate, value, self.session)
        self.items[self.place] = item._replace(candidate=changed)
        return True

    # ---- showing

    def _show(self) -> None:
        item = self.items[self.place]
        done = " (accepted)" if self.place in self.accepted else ""
        self.session.tell("")
        where = f"{shorten(item.reading.name)}, place {item.candidate.start}"
        self.session.tell(f"{self.place + 1} of {len(self.items)}{done} · {where}")
        screen = self.session.screen
        context = click.wrap_text(_in_context(item, color=screen.color), width=screen.width)
        click.echo(context, err=True, color=screen.color)
        for name, field in FIELDS.items():
            if told := field.told(item.candidate):
                self.session.tell(f"  {name + ':':11}{told}")
        self.session.tell(f"  certain:   {item.candidate.confidence:.2f}{' (weak)' if item.candidate.weak else ''}")
        for record in item.near:
            why = "the same name" if fold(item.candidate.title) in names_of(record) else "its name has the same words"
            self.session.tell(f"  much like  {record.id} {record.title} ({why}): j {record.id} joins it")


def _in_context(item: Item, *, color: bool) -> str:
    """The sentence between what stands around it, the words of the title marked, else all of it."""
    text, one = item.reading.article.text, item.candidate
    at = one.quote.casefold().find(one.title.casefold())
    begin, end = (at, at + len(one.title)) if at >= 0 else (0, len(one.quote))
    front, back = text[max(one.start - _CONTEXT, 0) : one.start], text[one.end : one.end + _CONTEXT]
    marked = "[" + visible(one.quote[begin:end]) + "]"
    if color:
        marked = click.style(marked, bold=True, fg="yellow")
    return visible(front + one.quote[:begin]) + marked + visible(one.quote[end:] + back)


def _agreed(question: str) -> bool:
    while (word := typed_line(question).lower()) not in ("", "y", "yes", "n", "no"):
        click.echo("type yes or no", err=True)
    return word in ("", "y", "yes")


# ---- the fields that can be edited; - clears one


class Field(NamedTuple):
    """How a field of a candidate is shown, and how it takes what was typed."""

    form: str
    told: Callable[[Candidate], str | None]
    change: Callable[[Candidate, str, Session], Candidate]


def _title(one: Candidate, value: str, _session: Session) -> Candidate:
    return replace(one, title=checked_text(value, "title", LONGEST_NAME))


def _kind(one: Candidate, value: str, _session: Session) -> Candidate:
    word = fold(value).replace(" ", "_").replace("-", "_")
    if word not in KINDS:
        raise UnknownName(f"no kind '{shorten(value)}': choose from {', '.join(KINDS)}")
    return replace(one, kind=word)


def _by(one: Candidate, value: str, session: Session) -> Candidate:
    return replace(one, proposer_country=_unless_cleared(value, session.actor))


def _person(one: Candidate, value: str, _session: Session) -> Candidate:
    return replace(one, proposer_person=_unless_cleared(value, str))


def _backed(one: Candidate, value: str, session: Session) -> Candidate:
    """Who backs it; stances of support that are no longer named go."""
    words = [] if value == "-" else value.replace(";", ",").split(",")
    backers = tuple(dict.fromkeys(session.actor(word.strip()) for word in words if word.strip()))
    stances = tuple(held for held in one.stances if held.stance != Stance.SUPPORTS or held.country in backers)
    return replace(one, supporters=backers, stances=stances)


def _stances(one: Candidate, value: str, session: Session) -> Candidate:
    parts = [] if value == "-" else [part.strip() for part in value.split(";") if part.strip()]
    people = {held.country: held.person for held in one.stances}
    return replace(one, stances=tuple(_held(part, people, session) for part in parts))


def _held(part: str, people: dict[str, str | None], session: Session) -> Held:
    who, _, rest = part.partition(":")
    stance, _, condition = rest.partition(":")
    actor, held = session.actor(who), term(Stance, stance, "stances")
    return Held(country=actor, person=people.get(actor), stance=held, condition=condition.strip() or None)


def _forum(one: Candidate, value: str, session: Session) -> Candidate:
    return replace(one, forum=_unless_cleared(value, lambda word: session.forum(word).code))


def _date(one: Candidate, value: str, session: Session) -> Candidate:
    from tracker.dates import parse

    return replace(one, act_date=_unless_cleared(value, lambda word: parse(word, today=session.today)))


def _historic(one: Candidate, value: str, _session: Session) -> Candidate:
    if fold(value) not in ("yes", "no", "y", "n"):
        raise UnknownName(f"historic is yes or no, not '{shorten(value)}'")
    return replace(one, historic=fold(value).startswith("y"))


def _unless_cleared(value: str, read: Callable[[str], Any]) -> Any:
    return None if value == "-" else read(checked_text(value, "value", LONGEST_NAME))


def _stances_told(one: Candidate) -> str:
    parts = ((held.country, held.stance, held.condition) for held in one.stances)
    return "; ".join(":".join(word for word in part if word) for part in parts)


FIELDS: dict[str, Field] = {
    "title": Field("its name", lambda one: one.title, _title),
    "kind": Field(", ".join(KINDS), lambda one: one.kind, _kind),
    "by": Field("country, or -", lambda one: one.proposer_country, _by),
    "person": Field("name, or -", lambda one: one.proposer_person, _person),
    "backed-by": Field("countries with commas, or -", lambda one: ", ".join(one.supporters), _backed),
    "stances": Field("ACTOR:STANCE[:CONDITION]; ..., or -", _stances_told, _stances),
    "forum": Field("code, or -", lambda one: one.forum, _forum),
    "date": Field("when it was done, or -", lambda one: one.act_date, _date),
    "historic": Field("yes or no", lambda one: "yes" if one.historic else None, _historic),
}
