"""Forums, groups and bodies with their dated members, their meetings, and the look-up of whoever may act.

What is shipped and what the user added are the same types; a `Directory` is the one laid over the other.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct, field

from tracker import countries
from tracker._forums import FORUMS, MEETINGS, Kind
from tracker.countries import either, quoted
from tracker.dates import bounds
from tracker.errors import AmbiguousName, UnknownName
from tracker.text import fold, nearest, visible

_PLAIN_CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,30}")  # safe to repeat in a line to type
_NUMBERED = re.compile(r"(.+?)[ _./-]*?0*([1-9]\d{0,8})")  # `cacm-7`, `cacm 7`, `CACM07`
_LONGEST = 200  # no name is half as long; what is longer is not looked up


class Membership(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A country's (or group's) time in a forum, from its first to its last day (EDTF); None is not known, or open."""

    country: str
    first: str | None = None
    last: str | None = None


class Forum(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A forum that meets, a group of states that act together, or another body that acts for itself."""

    code: str
    name: str
    other_names: tuple[str, ...] = ()
    kind: Kind = "forum"
    members: tuple[Membership, ...] = ()
    stalled_after: int | None = None  # months of silence, where the forum has its own measure


class Meeting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One sitting of a forum; the date is EDTF."""

    id: str
    forum: str
    date: str
    ordinal: int | None = None
    place: str | None = None
    country: str | None = None
    name: str | None = None


SHIPPED_FORUMS: dict[str, Forum] = {
    code: Forum(
        code=code,
        kind=kind,
        name=name,
        other_names=other_names,
        members=tuple([Membership(country=country, first=first, last=last) for country, first, last in members]),
    )
    for code, kind, name, other_names, members in FORUMS
}

SHIPPED_MEETINGS: dict[str, Meeting] = {
    id: Meeting(id=id, forum=forum, ordinal=ordinal, place=place, country=country, date=date)
    for id, forum, ordinal, place, country, date in MEETINGS
}


def members_on(forum: Forum, day: date) -> frozenset[str]:
    """Who was a member that day; a beginning or end that is not known, or known in part, counts in full."""
    return frozenset(member.country for member in forum.members if _spans(member, day))


class Directory(Struct, frozen=True, kw_only=True):
    """Every forum and meeting that is known; `Directory()` holds what is shipped."""

    forums: Mapping[str, Forum] = field(default_factory=lambda: SHIPPED_FORUMS)
    meetings: Mapping[str, Meeting] = field(default_factory=lambda: SHIPPED_MEETINGS)

    @classmethod
    def of(cls, forums: Iterable[Forum] = (), meetings: Iterable[Meeting] = ()) -> "Directory":
        """What is shipped with the user's own laid over it: one with the same code or id takes its place."""
        return cls(
            forums=SHIPPED_FORUMS | {forum.code: forum for forum in forums},
            meetings=SHIPPED_MEETINGS | {meeting.id: meeting for meeting in meetings},
        )

    def forum(self, word: str) -> Forum:
        """The forum, group or body of that code (any case) or name; refused with near ones and the line to add it."""
        found = self._forums_called(word)
        if len(found) == 1:
            return found[0]
        if found:
            raise _ambiguous(word, [_labelled(forum) for forum in found])
        add = f"tracker forums add {word.upper() if _PLAIN_CODE.fullmatch(word) else 'CODE'} NAME"
        raise _unknown("forum", word, self._near_forums(word), add)

    def meeting(self, word: str) -> Meeting:
        """The meeting of that id (any case), or of a forum and number (`cacm 7`); refused as a forum is."""
        folded = fold(word) if len(word) <= _LONGEST and visible(word) == word else ""
        if exact := self.meetings.get(folded):
            return exact
        found = self._meetings_numbered(folded)
        if len(found) == 1:
            return found[0]
        if found:
            raise _ambiguous(word, [meeting.id for meeting in found])
        raise _unknown("meeting", word, self._near_meetings(folded), self._line_to_add_meeting(folded))

    def actor(self, word: str) -> str:
        """The code of whoever the word names: a country, living or gone, then a forum, group or body."""
        codes = countries.codes_of(word)
        if len(codes) == 1:
            return codes[0]
        found = self._forums_called(word)
        if len(found) == 1 and not codes:
            return found[0].code
        if codes or found:
            raise _ambiguous(word, [*map(countries.labelled, codes), *map(_labelled, found)])
        near = [*countries.near(word, most=2), *self._near_forums(word, most=2)]
        raise _unknown("country, group or forum", word, near, "" if near else "tracker forums add CODE NAME")

    def actor_name(self, code: str) -> str:
        """The English name of an actor; the code itself if nothing has it any more."""
        if countries.is_state(code):
            return countries.name(code)
        return self.forums[code].name if code in self.forums else code

    def members(self, code: str, day: date) -> frozenset[str]:
        """The members of a forum or group that day; none for a country or a code that nothing has."""
        return members_on(self.forums[code], day) if code in self.forums else frozenset()

    def is_group(self, code: str) -> bool:
        """Whether the actor is states that act together, so that what it does its members do through it."""
        return code in self.forums and self.forums[code].kind == "group"

    def _forums_called(self, word: str) -> list[Forum]:
        if exact := self.forums.get(word) or self.forums.get(word.upper()):
            return [exact]
        if not word.strip() or len(word) > _LONGEST or visible(word) != word:
            return []
        folded = fold(word)
        return [forum for forum in self.forums.values() if any(fold(name) == folded for name in _names(forum))]

    def _meetings_numbered(self, folded: str) -> list[Meeting]:
        numbered = _NUMBERED.fullmatch(folded)
        if not numbered:
            return []
        series, number = numbered.groups()
        if by_id := self.meetings.get(f"{series}-{number}"):
            return [by_id]
        codes = {forum.code for forum in self._forums_called(series)}
        return [each for each in self.meetings.values() if each.forum in codes and each.ordinal == int(number)]

    def _near_forums(self, word: str, most: int = 3) -> list[str]:
        owners = {name: forum for forum in self.forums.values() for name in _names(forum)}
        found = nearest(word, owners, most=4 * most) if len(word) <= _LONGEST else []
        return list(dict.fromkeys(_labelled(owners[name]) for name in found))[:most]

    def _near_meetings(self, folded: str) -> list[str]:
        """The newest meetings of the forum, if the word names one; else ids that look like the word."""
        codes = {forum.code for forum in self._forums_called(_series(folded))}
        sittings = [meeting for meeting in self.meetings.values() if meeting.forum in codes]
        if not sittings:
            return nearest(folded, self.meetings) if folded else []
        newest = sorted(sittings, key=lambda meeting: bounds(meeting.date), reverse=True)
        return [meeting.id for meeting in newest[:3]]

    def _line_to_add_meeting(self, folded: str) -> str:
        known = self._forums_called(_series(folded))
        forum = known[0].code if len(known) == 1 else "F"
        numbered = _NUMBERED.fullmatch(folded)
        id = f"{numbered[1]}-{numbered[2]}" if numbered else ""
        return f"tracker meetings add {id if _PLAIN_CODE.fullmatch(id) else 'ID'} --forum {forum} --date D --place P"


def _spans(member: Membership, day: date) -> bool:
    began = member.first is None or bounds(member.first)[0] <= day
    return began and (member.last is None or day <= bounds(member.last)[1])


def _series(folded: str) -> str:
    numbered = _NUMBERED.fullmatch(folded)
    return numbered[1] if numbered else folded


def _names(forum: Forum) -> tuple[str, ...]:
    return (forum.code, forum.name, *forum.other_names)


def _labelled(forum: Forum) -> str:
    return f"{forum.name} ({forum.code})"


def _unknown(what: str, word: str, near: list[str], add: str) -> UnknownName:
    if not word.strip():
        return UnknownName(f"a {what} is missing: type its code or name")
    meant = f" Did you mean {either(near)}?" if near else ""
    return UnknownName(f"no {what} {quoted(word)}.{meant}{add and f' If it is new: {add}'}", near)


def _ambiguous(word: str, choices: list[str]) -> AmbiguousName:
    return AmbiguousName(f"{quoted(word)} may be {either(choices)}: type the code", choices)
