"""The look-ups with their counts: `tracker forums`, `meetings`, `people`, `countries`, `sources` and `topics`."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import click

from tracker import countries as states
from tracker.commands import lookup_edits as edits
from tracker.commands import lookup_forums as sittings
from tracker.commands.output import show_sheet
from tracker.commands.params import TrackerCommand, Words, command, format_option, shorten
from tracker.commands.session import Session, session_of
from tracker.dates import sort_key
from tracker.formats.sheet import Cell, Sheet
from tracker.forums import Forum, Meeting, members_on
from tracker.initiative import Event, Initiative, Person
from tracker.standing import Moment, Standing
from tracker.store.book import Book
from tracker.text import fold, nearest

Rows = list[tuple[Cell, ...]]


class LookUp(TrackerCommand, click.Group):
    """A look-up that lists when it is called bare; a mistyped word after it is answered with the nearest."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command typed after the look-up's name."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            near = nearest(args[0], self.commands, most=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            known = ", ".join(self.commands)
            raise click.UsageError(
                f"no command '{shorten(args[0])}' in `tracker {self.name}`.{hint} It has {known}; alone it lists", ctx
            )
        return super().resolve_command(ctx, args)


def _look_up(
    name: str, *, examples: Sequence[str], verbs: Sequence[click.Command]
) -> Callable[[Callable[[Session, Book], Sheet]], LookUp]:
    """A group that lists what the function returns, with its verbs and examples."""

    def make(rows: Callable[[Session, Book], Sheet]) -> LookUp:
        @click.group(
            name,
            cls=LookUp,
            invoke_without_command=True,
            help=rows.__doc__,
            epilog="\b\nExamples:\n" + "".join(f"  {line}\n" for line in examples),
        )
        @format_option
        @click.pass_context
        def group(ctx: click.Context, form: str | None) -> None:
            if ctx.invoked_subcommand is None:
                session = session_of(ctx)
                with session.reading() as book:
                    sheet = rows(session, book)
                show_sheet(session, sheet, form)

        for verb in verbs:
            group.add_command(verb)
        return group

    return make


def _sheet(name: str, fields: str, rows: Rows, nothing: str) -> Sheet:
    return Sheet(name=name, fields=tuple(fields.split()), rows=tuple(rows), nothing=nothing)


def _count(
    records: Iterator[tuple[int, Initiative]], of: Callable[[Event], Sequence[str]]
) -> tuple[Counter[str], Counter[str]]:
    """In how many initiatives, and in how many events, each value occurs."""
    initiatives: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for _, record in records:
        found = [value for event in record.events for value in dict.fromkeys(of(event))]
        events.update(found)
        initiatives.update(set(found))
    return initiatives, events


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


# ---- forums and meetings


@_look_up(
    "forums",
    verbs=[sittings.add_forum, sittings.edit_forum, sittings.join_forum, sittings.leave_forum],
    examples=[
        "tracker forums",
        "tracker forums --format csv",
        "tracker forums edit CACM --stalled-after 12",
    ],
)
def forums(session: Session, book: Book) -> Sheet:
    """List, add and edit forums and groups.

    Alone it lists each with its members of today, how many of its meetings are known, in how many initiatives it is
    the place, and in how many it acts itself.
    """
    placed, _ = _count(book.records(), lambda event: _one(event.forum))
    acting, _ = _count(book.records(), lambda event: event.actors)
    meetings = Counter(meeting.forum for meeting in book.directory.meetings.values())
    rows: Rows = [
        (
            *_facts_of_forum(forum, session.today),
            meetings[forum.code],
            placed[forum.code],
            acting[forum.code],
            forum.stalled_after,
        )
        for forum in sorted(book.directory.forums.values(), key=lambda forum: forum.code)
    ]
    fields = "code kind name members meetings initiatives as_actor stalled_after"
    return _sheet("forums", fields, rows, "no forums")


def _facts_of_forum(forum: Forum, today: date) -> tuple[Cell, ...]:
    return forum.code, forum.kind, forum.name, tuple(sorted(members_on(forum, today)))


@_look_up(
    "meetings",
    verbs=[sittings.add_meeting, sittings.edit_meeting],
    examples=[
        "tracker meetings",
        "tracker meetings --format json",
        "tracker meetings edit cacm-7 --place Tashkent",
    ],
)
def meetings(session: Session, book: Book) -> Sheet:
    """List, add and edit meetings.

    Alone it lists them by date, with how many initiatives have events there, and how many events.
    """
    initiatives, events = _count(book.records(), lambda event: _one(event.meeting))
    known = sorted(book.directory.meetings.values(), key=lambda meeting: (*sort_key(meeting.date), meeting.id))
    rows: Rows = [(*_facts_of_meeting(one), initiatives[one.id], events[one.id]) for one in known]
    fields = "id forum ordinal date place country name initiatives events"
    return _sheet("meetings", fields, rows, "no meetings")


def _facts_of_meeting(meeting: Meeting) -> tuple[Cell, ...]:
    return (
        meeting.id,
        meeting.forum,
        meeting.ordinal,
        meeting.date,
        meeting.place,
        meeting.country,
        meeting.name,
    )


# ---- people


@_look_up(
    "people",
    verbs=[edits.add_person, edits.edit_person],
    examples=[
        "tracker people",
        "tracker people --format jsonl",
        "tracker people edit 'Shavkat Mirziyoyev' --country UZ --post President",
    ],
)
def people(session: Session, book: Book) -> Sheet:
    """List, add and edit people.

    Alone it lists who was described and who only speaks in events, with the other spellings, in how many initiatives
    they speak, and in how many events.
    """
    described = edits.spelled(book.people)
    initiatives, events = _count(
        book.records(), lambda event: _one(event.person and edits.known_as(event.person, described))
    )
    undescribed = [Person(name=name) for name in events if fold(name) not in described]
    rows: Rows = [
        (one.name, one.country, one.post, one.also, initiatives[one.name], events[one.name])
        for one in sorted((*book.people, *undescribed), key=lambda person: fold(person.name))
    ]
    nothing = "nobody yet: type `tracker people add NAME --country C`"
    return _sheet("people", "name country post also initiatives events", rows, nothing)


# ---- sources and topics


@_look_up(
    "sources",
    verbs=[edits.add_source, edits.edit_source],
    examples=[
        "tracker sources",
        "tracker sources --format md",
        "tracker sources edit S1 --publisher 'The Ministry' --language en",
    ],
)
def sources(session: Session, book: Book) -> Sheet:
    """List and edit sources.

    Alone it lists them in the order in which they were first named, with how many initiatives and events rest on them.
    """
    initiatives, events = _count(book.records(), lambda event: event.sources)
    rows: Rows = [
        (
            one.id,
            one.publisher,
            one.title,
            one.date,
            one.language,
            one.kind.value,
            one.address,
            initiatives[one.id],
            events[one.id],
        )
        for one in book.sources.values()
    ]
    nothing = "no sources yet: --source with any fact keeps one"
    fields = "id publisher title date language kind address initiatives events"
    return _sheet("sources", fields, rows, nothing)


@_look_up(
    "topics",
    verbs=[edits.edit_topic],
    examples=["tracker topics", "tracker topics --format json", "tracker topics edit seeds seed-banks"],
)
def topics(session: Session, book: Book) -> Sheet:
    """List and rename topics.

    Alone it lists them with how many initiatives are about each.
    """
    counted = Counter(topic for _, record in book.records() for topic in set(record.topics))
    rows: Rows = [(topic, counted[topic]) for topic in sorted(counted, key=fold)]
    return _sheet("topics", "topic initiatives", rows, "no topics yet: --topic with `tracker add` gives one")


# ---- countries


@command(
    "countries",
    examples=["tracker countries", "tracker countries Казахстан", "tracker countries korea --format json"],
)
@click.argument("words", nargs=-1, type=Words())
@format_option
@click.pass_context
def countries(ctx: click.Context, words: tuple[str, ...], form: str | None) -> None:
    """List countries, their codes and names.

    WORDS are looked for in every known name, in all languages. Gone states have their first and last year. Each
    country comes with how many initiatives it proposes and how many it supports.
    """
    session = session_of(ctx)
    codes = _codes_called(" ".join(words))
    with session.reading() as book:
        proposer, supporter = _stances(session, book)
    rows: Rows = [(code, states.name(code), *states.years(code), proposer[code], supporter[code]) for code in codes]
    show_sheet(session, _sheet("countries", "code name first_year last_year proposer supporter", rows, ""), form)


def _codes_called(words: str) -> list[str]:
    """The countries with the words in a name, or of that code; UnknownName with near ones if there is none."""
    folded = fold(words)
    exact = set(states.codes_of(words)) if words else set()
    found = [
        code
        for code in states.all_states()
        if not words or code in exact or any(folded in fold(name) for name in states.names(code))
    ]
    return found or [states.resolve(words)]


def _stances(session: Session, book: Book) -> tuple[Counter[str], Counter[str]]:
    """In how many initiatives each actor is proposer, and in how many supporter, as of today."""
    moment = Moment(day=session.today)
    proposer: Counter[str] = Counter()
    supporter: Counter[str] = Counter()
    for _, record in book.records():
        standing = Standing(record, moment, book.directory)
        proposer.update(standing.proposers)
        supporter.update(standing.supporters)
    return proposer, supporter
