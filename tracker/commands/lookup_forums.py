"""What may be changed in the forums and meetings: names, dated members, sittings.

A shipped forum or meeting that is edited becomes one of the user's, laid over the shipped one.
"""

import re
from typing import Any

import click
from msgspec.structs import replace

from tracker import countries
from tracker.commands.lookup_edits import ALSO, NAME, given_of, united
from tracker.commands.params import (
    LONGEST_NAME,
    Actor,
    ForumName,
    Kind,
    MeetingName,
    When,
    Words,
    command,
    options,
    shorten,
)
from tracker.commands.session import Session, session_of
from tracker.dates import bounds, parse
from tracker.errors import BadWords
from tracker.forums import Directory, Forum, Meeting, Membership
from tracker.text import fold

_CODE = re.compile(r"[A-Z][A-Z0-9+]{1,15}")  # the first part of an id, so without a hyphen
_MEETING_ID = re.compile(r"[a-z][a-z0-9+]*(?:-[a-z0-9]+)+")
_NOBODY = "XX"  # the first part of the id where neither proposer nor forum is known


# ---- members


class MemberOf(Kind):
    """`C[:FROM/TO]`: a country or group and its first and last day, as far as they are known."""

    name = "c[:from/to]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Membership:
        """The membership; UnknownName for the country, BadDate for a day, BadWords if it ends before it begins."""
        assert ctx is not None
        session = session_of(ctx)
        who, _, span = str(value).partition(":")
        if span.count("/") > 1:
            raise BadWords(f"'{shorten(span)}' is no FROM/TO: type the days as 2024-05-11/2025-06-30")
        first, _, last = span.partition("/")
        member = Membership(country=session.actor(who), first=_day(first, session), last=_day(last, session))
        if member.first and member.last and bounds(member.last)[1] < bounds(member.first)[0]:
            raise BadWords(f"the membership '{shorten(str(value))}' ends before it begins: type C:FROM/TO")
        return member


def _day(text: str, session: Session) -> str | None:
    return parse(text, today=session.today) if text.strip(" .") else None


def joined(forum: Forum, country: str, when: str) -> Forum:
    """The forum with a member more from that day on; BadWords if it is one then, or becomes one later, already."""
    for member in forum.members:
        if member.country == country and (member.last is None or bounds(member.last)[1] >= bounds(when)[0]):
            since = f" (from {member.first})" if member.first else ""
            leave = f"`tracker forums leave {forum.code} {country} --date D` ends it"
            raise BadWords(f"{country} is a member of {forum.code} already{since}: {leave}")
    return replace(forum, members=(*forum.members, Membership(country=country, first=when)))


def left(forum: Forum, country: str, when: str) -> Forum:
    """The forum where that day is the member's last; BadWords if it is no member then."""
    for at, member in enumerate(forum.members):
        began = member.first is None or bounds(member.first)[0] <= bounds(when)[1]
        if member.country == country and member.last is None and began:
            ended = replace(member, last=when)
            return replace(forum, members=(*forum.members[:at], ended, *forum.members[at + 1 :]))
    join = f"`tracker forums join {forum.code} {country} --date D` makes it one"
    raise BadWords(f"{country} is no member of {forum.code} on {when}: {join}")


# ---- forums


@command(
    "add",
    examples=[
        "tracker forums add SPCA 'Silk Path Council'",
        "tracker forums add NG5 'Northern Five' --kind group --member KZ --member UZ:2024/ --also 'The Northern Five'",
    ],
)
@click.argument("code", type=Words(LONGEST_NAME))
@click.argument("name", type=Words(LONGEST_NAME))
@click.option("--member", "members", multiple=True, type=MemberOf(), help="C[:FROM/TO]; the days as known.")
@ALSO
@click.option("--kind", type=click.Choice(["forum", "group", "body"]), default="forum", help="A forum if not said.")
@click.pass_context
def add_forum(
    ctx: click.Context, code: str, name: str, members: tuple[Membership, ...], also: tuple[str, ...], kind: Any
) -> None:
    """Add a forum, a group or another body.

    A group is states that act together, so that what it says its members say through it.
    """
    session = session_of(ctx)
    forum = Forum(code=_checked_code(code), name=name, other_names=also, kind=kind, members=members)
    with session.editing("forums add") as book:
        _refuse_taken(book.directory, (forum.code, name, *also))
        book.put_described(forum)
        book.tables.summary = forum.code
    session.say(forum.code)


def _checked_code(word: str) -> str:
    code = word.upper()
    if not _CODE.fullmatch(code) or code == _NOBODY:
        raise BadWords(f"'{shorten(word)}' cannot be a code: type 2 to 16 letters and digits, such as CACM")
    return code


def _refuse_taken(directory: Directory, names: tuple[str, ...], but: str | None = None) -> None:
    """BadWords if a country or a forum other than `but` has one of the names already."""
    for name in names:
        if codes := countries.codes_of(name):
            country = countries.labelled(codes[0])
            raise BadWords(f"'{shorten(name)}' names {country} already: give the forum another code or name")
        for forum in directory.forums.values():
            if forum.code != but and fold(name) in map(fold, (forum.code, forum.name, *forum.other_names)):
                raise BadWords(
                    f"'{shorten(name)}' is {shorten(forum.name)} ({forum.code}) already: "
                    f"`tracker forums edit {forum.code} --name NAME` changes it"
                )


@command(
    "edit",
    examples=[
        "tracker forums edit CACM --stalled-after 12",
        "tracker forums edit C5US --also 'C5 plus US'",
    ],
)
@click.argument("code", type=ForumName())
@click.option("--stalled-after", type=click.IntRange(1, 1200), metavar="MONTHS", help="Silence that means stalled.")
@NAME
@ALSO
@click.pass_context
def edit_forum(ctx: click.Context, /, code: str, also: tuple[str, ...], **typed: Any) -> None:
    """Edit a forum.

    --stalled-after is for the initiatives first put there; --also adds a name to those it has.
    """
    session = session_of(ctx)
    given = given_of({**typed, "also": also}, "forums edit")
    given.pop("also", None)
    with session.editing("forums edit") as book:
        forum = book.directory.forums[code]
        _refuse_taken(book.directory, (*also, *filter(None, [given.get("name")])), but=code)
        book.put_described(replace(forum, other_names=united(forum.other_names, also), **given))
        book.tables.summary = code
    session.say(code)


@command("join", examples=["tracker forums join CACM MN --date 2026-09-01"])
@click.argument("code", type=ForumName())
@click.argument("country", type=Actor())
@click.option("--date", required=True, type=When(), help="The first day of membership.")
@click.pass_context
def join_forum(ctx: click.Context, code: str, country: str, date: str) -> None:
    """Record that a country has become a member."""
    _change_members(session_of(ctx), "forums join", code, country, date)


@command("leave", examples=["tracker forums leave CIS TM --date 2026-08"])
@click.argument("code", type=ForumName())
@click.argument("country", type=Actor())
@click.option("--date", required=True, type=When(), help="The last day of membership.")
@click.pass_context
def leave_forum(ctx: click.Context, code: str, country: str, date: str) -> None:
    """Record that a country has ceased to be a member."""
    _change_members(session_of(ctx), "forums leave", code, country, date)


def _change_members(session: Session, verb: str, code: str, country: str, when: str) -> None:
    change = joined if verb == "forums join" else left
    with session.editing(verb) as book:
        book.put_described(change(book.directory.forums[code], country, when))
        book.tables.summary = f"{country} {code}"
    session.say(f"{code} {country} {when}")


# ---- meetings


_MEETING_FACTS = options(
    click.option("--place", type=Words(LONGEST_NAME), help="The city."),
    click.option("--country", type=Actor(), help="The host."),
    NAME,
)


@command(
    "add",
    examples=["tracker meetings add cacm-8 --forum CACM --date 'November 2026' --place Ashgabat --country TM"],
)
@click.argument("identity", metavar="ID", type=Words(LONGEST_NAME))
@click.option("--forum", required=True, type=ForumName(), help="Whose sitting it is.")
@click.option("--date", required=True, type=When(), help="When; both days of two: 2026-11-15/2026-11-16.")
@_MEETING_FACTS
@click.pass_context
def add_meeting(ctx: click.Context, /, identity: str, **facts: Any) -> None:
    """Add a meeting.

    A small number at the end of ID, as in cacm-8, is its number in the series.
    """
    session = session_of(ctx)
    key = identity.lower()
    if not _MEETING_ID.fullmatch(key) or len(key) > 40:
        raise BadWords(f"'{shorten(identity)}' cannot be a meeting's id: type the forum and a number, such as cacm-8")
    number = key.rpartition("-")[2]
    ordinal = int(number) if number.isascii() and number.isdigit() and 0 < int(number) < 1000 else None
    with session.editing("meetings add") as book:
        if key in book.directory.meetings:
            raise BadWords(f"meeting '{key}' is there already: `tracker meetings edit {key} --date D` changes it")
        book.put_described(Meeting(id=key, ordinal=ordinal, **facts))
        book.tables.summary = key
    session.say(key)
    session.tell(", ".join(filter(None, [facts["forum"], facts["date"], facts["place"]])))


@command("edit", examples=["tracker meetings edit cacm-7 --name 'Tashkent summit'"])
@click.argument("identity", metavar="ID", type=MeetingName())
@click.option("--forum", type=ForumName(), help="Whose sitting it is.")
@click.option("--date", type=When(), help="When.")
@_MEETING_FACTS
@click.pass_context
def edit_meeting(ctx: click.Context, /, identity: str, **typed: Any) -> None:
    """Edit a meeting."""
    session = session_of(ctx)
    given = given_of(typed, "meetings edit")
    with session.editing("meetings edit") as book:
        book.put_described(replace(book.directory.meetings[identity], **given))
        book.tables.summary = identity
    session.say(identity)
    if typed["date"]:
        session.tell(f"date: {typed['date']}")
