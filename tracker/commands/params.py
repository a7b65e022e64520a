"""The words of a command line: click types that understand the field's terms, and the options commands share."""

import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tracker.commands.session import Session, session_of
from tracker.errors import BadWords, UnknownName
from tracker.text import fold, nearest, visible
from tracker.vocab import NO_POSITION, PHASE, Classification, Phase, SourceKind, Stance, Status

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    Kind = click.ParamType[Any]  # generic for the type checker since click 8.3, plain at run time before
else:
    Kind = click.ParamType

F = TypeVar("F", bound=Callable[..., Any])

LONGEST_NAME = 10_000  # characters of a title or a name
LONGEST_TEXT = 1_000_000  # characters of a quote, a summary, a note
_SHOWN = 40


class TrackerCommand(click.Command):
    """A command that also takes the global options behind its own name, as people type them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += [
            click.Option(["--db"], metavar="PATH", hidden=True, expose_value=False, callback=_set("db")),
            click.Option(
                ["--color"],
                type=click.Choice(["auto", "always", "never"]),
                hidden=True,
                expose_value=False,
                callback=_set("color"),
            ),
            click.Option(["--no-input"], is_flag=True, hidden=True, expose_value=False, callback=_set("no_input")),
        ]


def _set(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def store(ctx: click.Context, _param: click.Parameter, value: Any) -> None:
        if value:
            setattr(session_of(ctx), name, value)

    return store


def command(name: str, **extra: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """A tracker command: its examples stand at the end of its help page, where the tests run them."""
    examples = extra.pop("examples", ())
    extra["epilog"] = "\b\nExamples:\n" + "".join(f"  {line}\n" for line in examples)
    return click.command(name, cls=TrackerCommand, **extra)


# ---- types


def _begin_so(words: Iterable[str], incomplete: str) -> "list[CompletionItem]":
    """The words that begin so, as a shell is told them."""
    from click.shell_completion import CompletionItem  # 0.4 ms; only a shell asks

    return [CompletionItem(word) for word in words if word.startswith(incomplete)]


def shorten(word: str) -> str:
    """A wrong word as it is shown back: nothing raw, nothing endless."""
    shown = visible(word)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


class Words(Kind):
    """Text kept exactly as it is given; `-` reads it from standard input where that is allowed."""

    name = "text"

    def __init__(self, longest: int = LONGEST_TEXT, *, from_stdin: bool = False) -> None:
        self.longest = longest
        self.from_stdin = from_stdin

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text; BadWords if it is empty, too long or not text."""
        text = str(value)
        what = param.human_readable_name.lower().replace("_", " ") if param else "text"
        if text == "-" and self.from_stdin:
            text = sys.stdin.read().rstrip("\n") or text  # where nothing comes, it is the sign itself
        return checked_text(text, what, self.longest)


def checked_text(text: str, what: str, longest: int = LONGEST_TEXT) -> str:
    """The same text, if it can be kept and shown; else BadWords."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise BadWords(f"the {what} '{shorten(text)}' is not valid UTF-8 text: type it again or convert it first")
    if not any(char.isprintable() and not char.isspace() for char in text):
        raise BadWords(f"the {what} is empty: type some words")
    if len(text) > longest:
        raise BadWords(f"the {what} '{shorten(text)}' has {len(text):,} characters, more than {longest:,}: shorten it")
    return text


class When(Kind):
    """A date as people write it, understood as EDTF."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The canonical date, said back where it was typed otherwise; BadDate if it cannot be read."""
        from tracker.dates import display, parse, precision

        assert ctx is not None
        session = session_of(ctx)
        understood = parse(str(value), today=session.today)
        if understood != value and param is not None and not ctx.resilient_parsing:
            in_words = f" ({display(understood)})" if precision(understood) in ("quarter", "season") else ""
            session.tell(f"{(param.name or 'date').replace('_', '-')}: {understood}{in_words}")
        return understood


class Term(Kind):
    """A word of a closed list; an unknown one is answered with the nearest."""

    def __init__(self, vocabulary: type[StrEnum], topic: str = "") -> None:
        self.vocabulary = vocabulary
        self.name = vocabulary.__name__.lower()
        self.topic = topic

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> StrEnum:
        """The term; UnknownName with near ones if there is none."""
        return term(self.vocabulary, str(value), self.topic)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """The terms that begin so."""
        return _begin_so(self.vocabulary, incomplete)


VocabularyT = TypeVar("VocabularyT", bound=StrEnum)


def term(vocabulary: type[VocabularyT], word: str, topic: str = "", extra: Sequence[str] = ()) -> VocabularyT:
    """The term of the list, whatever its case and its hyphens; UnknownName with near ones if there is none."""
    folded = fold(word).replace(" ", "-").replace("_", "-")
    try:
        return vocabulary(folded)
    except ValueError:
        pass
    near = nearest(folded, [*vocabulary, *extra])
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    more = f"`tracker help {topic}` lists them" if topic else f"Choose from {', '.join(vocabulary)}"
    kind = "kind of source" if vocabulary is SourceKind else vocabulary.__name__.lower()
    raise UnknownName(f"no {kind} '{shorten(word)}'.{hint} {more}", near)


class StatusOrPhase(Kind):
    """A status, or a phase for all its statuses."""

    name = "status"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Status, ...]:
        """The statuses meant."""
        word = fold(str(value)).replace(" ", "-").replace("_", "-")
        if word in set(Phase):
            return tuple(status for status in Status if PHASE[status] == word)
        return (term(Status, str(value), "statuses", extra=list(Phase)),)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Statuses and phases that begin so."""
        return _begin_so([*Status, *Phase], incomplete)


class Actor(Kind):
    """A state, group, forum or body, by code or name; its code."""

    name = "actor"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code; UnknownName or AmbiguousName with near ones."""
        assert ctx is not None
        return session_of(ctx).actor(str(value))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Actors whose code or name begins so."""
        from tracker.commands.completing import actors, session

        return actors(incomplete, session(ctx))


class Speaker(Actor):
    """`ACTOR[:PERSON]`: the code and the person who spoke, if named."""

    name = "actor[:person]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The code and the person, or ("", None) for `unknown` where that may be said."""
        assert ctx is not None
        who, colon, person = str(value).partition(":")
        if fold(who) == "unknown" and not colon and param is not None and param.name == "by":
            return None
        code = session_of(ctx).actor(who)
        return code, (checked_text(person.strip(), "person", LONGEST_NAME) if colon else None)


class StanceOf(Kind):
    """`STANCE[:ACTOR]`, with the derived `no-position`."""

    name = "stance[:actor]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str | None]:
        """The stance and the actor, if one was named."""
        assert ctx is not None
        word, colon, actor = str(value).partition(":")
        stance = NO_POSITION if fold(word) == NO_POSITION else term(Stance, word, "stances", extra=[NO_POSITION])
        return str(stance), (session_of(ctx).actor(actor) if colon else None)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Stances that begin so."""
        return _begin_so([*Stance, NO_POSITION], incomplete)


class ForumName(Kind):
    """A forum or group by code or name; its code."""

    name = "forum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code; UnknownName with the line that adds a forum."""
        assert ctx is not None
        return session_of(ctx).forum(str(value)).code

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Forums whose code begins so."""
        from tracker.commands.completing import forums, session

        return forums(incomplete, session(ctx))


class MeetingName(Kind):
    """A meeting by its id."""

    name = "meeting"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The id; UnknownName with the line that adds a meeting."""
        assert ctx is not None
        return session_of(ctx).meeting(str(value)).id

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Meetings whose id begins so."""
        from tracker.commands.completing import meetings, session

        return meetings(incomplete, session(ctx))


class Identity(Kind):
    """An initiative (or event) by id, number or words; looked up when the file is open."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words as typed."""
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Ids with their titles."""
        from tracker.commands.completing import ids, session

        return ids(session(ctx), incomplete)


class Known(Kind):
    """A word that only the file knows (a person, a topic), completed from it."""

    def __init__(self, what: str) -> None:
        self.name = what

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word as typed."""
        return checked_text(str(value), self.name, LONGEST_NAME)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """What the file knows that begins so."""
        from tracker.commands.completing import known, session

        return known(session(ctx), self.name, incomplete)


# ---- options that commands share


def options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator, in the order given."""

    def apply(function: F) -> F:
        for decorate in reversed(decorators):
            function = decorate(function)
        return function

    return apply


FORMATS = ("table", "plain", "json", "jsonl", "csv", "md")


class FormatName(Kind):
    """One of the formats a command has."""

    name = "format"

    def __init__(self, formats: Sequence[str] = FORMATS) -> None:
        self.formats = formats

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The format; UnknownName with near ones."""
        word = fold(str(value))
        word = {"markdown": "md"}.get(word, word)
        if word in self.formats:
            return word
        near = nearest(word, self.formats)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise UnknownName(f"no format '{shorten(str(value))}'.{hint} Choose from {', '.join(self.formats)}", near)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Formats that begin so."""
        return _begin_so(self.formats, incomplete)


def format_option(function: F) -> F:
    """`--format`; on a terminal a table, else plain lines."""
    return click.option(
        "--format",
        "form",
        type=FormatName(),
        help=f"{', '.join(FORMATS)}. On a terminal table, in a pipe plain.",
    )(function)


def chosen_format(session: Session, form: str | None) -> str:
    """The format asked for, else what suits where the output goes."""
    return form or ("table" if session.on_terminal else "plain")


def one_of_two(first: tuple[str, Any], second: tuple[str, Any]) -> None:
    """BadWords if both of two options that exclude each other were given."""
    if first[1] and second[1]:
        raise BadWords(f"{first[0]} and {second[0]} exclude each other: give one of them")


_FILTERS: tuple[Callable[[Any], Any], ...] = (
    click.option("--country", multiple=True, type=Actor(), help="In any role, also through a group or a speaker."),
    click.option("--by", multiple=True, type=Actor(), help="Who put it forward."),
    click.option("--supporter", multiple=True, type=Actor(), help="Who backs it."),
    click.option("--stance", multiple=True, type=StanceOf(), help="Who stands so on it: supports, opposes:KZ."),
    click.option("--person", multiple=True, type=Known("person"), help="Who spoke."),
    click.option("--forum", multiple=True, type=ForumName(), help="Where any of its events happened."),
    click.option("--meeting", multiple=True, type=MeetingName(), help="At which sitting any of its events happened."),
    click.option("--topic", multiple=True, type=Known("topic"), help="What it is about."),
    click.option("--status", multiple=True, type=StatusOrPhase(), help="A status or a phase."),
    click.option("--classification", multiple=True, type=Term(Classification), help="What kind of thing it is."),
    click.option("--source", multiple=True, type=Words(), help="A source's id, address, publisher or title."),
    click.option("--since", type=When(), help="First date on or after."),
    click.option("--until", type=When(), help="First date on or before."),
    click.option("--changed-since", type=When(), help="An event other than a note on or after."),
    click.option("--as-of", type=When(), help="Only what had happened by then."),
    click.option("--known-by", type=When(), help="Only what had been recorded by then."),
    click.option("--alive", is_flag=True, help="Not over, and not stalled."),
    click.option("--stalled", is_flag=True, help="Nothing has come for nine months."),
    click.option("--stalled-after", type=click.IntRange(1, 1200), metavar="MONTHS", help="Other than nine months."),
    click.option("--overdue", is_flag=True, help="The deadline has passed with the work undone."),
    click.option("--due-by", type=When(), help="Deadline on or before."),
    click.option("--unverified", is_flag=True, help="With an event marked unverified."),
    click.option("--sort", metavar="FIELD", help="date, id, title, status, updated or deadline."),
    click.option("--reverse", is_flag=True, help="Turn the order round."),
    click.option("--limit", type=int, metavar="N", help="At most so many."),
)


def filter_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filters, the same everywhere; the command gets them as one `wanted: Filter`."""

    @wraps(function)
    def with_filter(*args: Any, **given: Any) -> Any:
        from tracker.query import SORTS, Filter, pick_limit

        fields = {name: given.pop(name) for name in Filter.__struct_fields__ if name in given}
        fields["status"] = tuple(status for some in fields["status"] for status in some)
        fields["limit"] = pick_limit(fields["limit"])
        fields["sort"] = _sort(fields["sort"], SORTS)
        return function(*args, wanted=Filter(**fields), **given)

    for option in reversed(_FILTERS):
        with_filter = option(with_filter)
    return with_filter


def _sort(word: str | None, sorts: Iterable[str]) -> str:
    if word is None or word in sorts:
        return word or "date"
    near = nearest(word, sorts, most=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise UnknownName(f"nothing to sort by called '{shorten(word)}'.{hint} Choose from {', '.join(sorts)}", near)


OCCASION = options(
    click.option("--date", type=When(), help="When it happened; else the meeting's, the source's or today's date."),
    click.option("--person", type=Known("person"), help="Who spoke."),
    click.option("--forum", type=ForumName(), help="In which forum."),
    click.option("--meeting", type=MeetingName(), help="At which sitting."),
    click.option("--source", type=Words(), help="What says so: an address, a text or a source's id."),
    click.option("--publisher", type=Words(LONGEST_NAME), help="Who published the source."),
    click.option("--quote", type=Words(from_stdin=True), help="The words themselves; - reads them."),
)

DOUBT = options(
    click.option("--unverified", type=Words(), metavar="REASON", help="Keep it, marked, without counting it."),
    click.option("--again", is_flag=True, help="Person, date, meeting and source as last recorded."),
)
