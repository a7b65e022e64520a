"""Guided entry: what a line would say, asked field by field on a terminal, with recent values and one step back.

Questions go to stderr, so that the answer of the command stays alone on stdout. Every answer is read by the click type
of the option it stands for, so that it means the same.
"""

import sys
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import click

from tracker.commands.params import shorten
from tracker.commands.session import Session
from tracker.commands.suggestions import SOURCE_ID, Recent
from tracker.errors import TrackerError, UnknownName
from tracker.text import visible
from tracker.vocab import LEVEL_MEANING, STANCE_MEANING, STATUS_MEANING, Classification, Stance

BACK = "<"
_CLEARED = "."

Answers = dict[str, Any]


class Question(NamedTuple):
    """One field to be asked for."""

    name: str
    ask: str
    parameter: click.Parameter
    required: bool = False
    several: bool = False
    empty: str = "skip"  # what Enter means where nothing is required
    hints: tuple[str, ...] = ()
    applies: Callable[[Answers], bool] = lambda _: True
    check: Callable[[Any], None] = lambda _: None


# ---- what the callers ask


def ask_add(
    session: Session, title: str | None, by: tuple[Any, ...], typed: dict[str, Any]
) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
    """Title, proposers and options of a new initiative, those left out asked for; Abort if the user stops."""
    known = Recent(session)
    answers: Answers = {"title": title, "by": by, **typed}
    _ask_all(session, _left_open(_ADD, answers, known), answers, "add")
    return answers.pop("title"), answers.pop("by"), answers


def ask_fact(session: Session, verb: str, named: dict[str, Any], typed: dict[str, Any]) -> tuple[Any, ...]:
    """The named values in their order, then the options, those left out asked for; Abort if the user stops."""
    known = Recent(session, verb)
    arguments = [one for one in click.get_current_context().command.params if isinstance(one, click.Argument)]
    names = [argument.name or "" for argument in arguments]
    answers: Answers = {**dict(zip(names, named.values(), strict=True)), **typed}
    wanted = [*names, *(name for name in _FACT if name in typed)]
    _ask_all(session, _left_open(wanted, answers, known), answers, verb)
    return (*(answers.pop(name) for name in names), answers)


_ADD = (
    *("title", "by", "supporter", "date", "meeting", "forum", "source", "publisher", "quote"),
    *("classification", "topic", "summary", "deadline"),
)
_FACT = (
    *("actor", "on_behalf_of", "condition", "reason", "date", "person"),
    *("meeting", "forum", "source", "publisher", "quote"),
)


def _left_open(names: Iterable[str], answers: Answers, known: "Recent") -> list[Question]:
    """The questions whose answer was not typed on the line."""
    parameters = {one.name: one for one in click.get_current_context().command.params}
    again = answers.get("again")
    kept = ("date", "person", "meeting", "forum", "source", "publisher") if again else ()
    return [_question(name, parameters[name], known) for name in names if not answers.get(name) and name not in kept]


# ---- the questions


_ASK = {
    "title": "Title, its name in your words",
    "by": "Who put it forward: actors, as KZ or KZ:NAME of who spoke; or unknown",
    "supporter": "Who backs it at once, as UZ or UZ:NAME",
    "identity": "Which initiative: id, or words of its title",
    "stance": "Stance",
    "level": "How far they have bound themselves",
    "status": "Status",
    "deadline": "By when it should be done",
    "text": "The note",
    "actors": "Which actors, by code or name",
    "actor": "Who decided or did it",
    "on_behalf_of": "For whom else they spoke",
    "condition": "What the support hangs on",
    "reason": "Why",
    "date": "When it happened, as 2025-11-16, Nov 2025, yesterday",
    "person": "Who spoke",
    "meeting": "At which meeting, as cacm-7",
    "forum": "In which forum",
    "source": "What says so: address, title or source id",
    "publisher": "Who published it",
    "quote": "The words themselves",
    "classification": "What kind of thing it is",
    "topic": "What it is about",
    "summary": "What it is, in a sentence",
}
_SEVERAL = frozenset({"by", "supporter", "actors", "actor", "on_behalf_of", "topic"})
_REQUIRED = frozenset({"title", "by", "identity", "stance", "level", "status", "text", "actors"})
_TERMS: dict[str, tuple[str, ...]] = {
    "stance": tuple(f"{term}: {meaning}" for term, meaning in STANCE_MEANING.items()),
    "level": tuple(f"{term}: {meaning}" for term, meaning in LEVEL_MEANING.items()),
    "status": tuple(f"{term}: {meaning}" for term, meaning in STATUS_MEANING.items()),
    "classification": (", ".join(Classification),),
}
_APPLIES: dict[str, Callable[[Answers], bool]] = {
    "condition": lambda answers: answers.get("stance") is Stance.SUPPORTS_WITH_CONDITIONS,
    "forum": lambda answers: not answers.get("meeting"),
    "publisher": lambda answers: bool(answers.get("source")) and not SOURCE_ID.fullmatch(answers["source"]),
}


def _question(name: str, parameter: click.Parameter, known: "Recent") -> Question:
    required = name in _REQUIRED or (name == "deadline" and isinstance(parameter, click.Argument))
    return Question(
        name=name,
        ask=_ASK[name],
        parameter=parameter,
        required=required or (name == "source" and known.confirms),
        several=name in _SEVERAL,
        empty="the meeting's, the source's or today" if name == "date" else "skip",
        hints=_TERMS.get(name) or known.hints(name),
        applies=_APPLIES.get(name, lambda _: True),
        check=known.checks.get(name, lambda _: None),
    )


# ---- asking


def _ask_all(session: Session, questions: list[Question], answers: Answers, verb: str) -> None:
    """Ask each question that applies, in order, into the answers; `<` returns to the one before."""
    _make_stdin_safe()
    session.tell(f"{verb}: {BACK} goes one step back, Ctrl-C stops with nothing stored")
    asked: list[int] = []
    typed: dict[str, str] = {}
    place = 0
    while place <= len(questions):
        if place < len(questions) and not questions[place].applies(answers):
            answers[questions[place].name] = _nothing(questions[place])
            place += 1
            continue
        went_on = _confirmed(verb) if place == len(questions) else _answered(session, questions[place], answers, typed)
        if went_on:
            asked.append(place)
            place += 1
        elif asked:
            place = asked.pop()
        else:
            session.tell("this is the first question")


def _answered(session: Session, question: Question, answers: Answers, typed: dict[str, str]) -> bool:
    """Whether the question was answered, the answer taken down; False for a step back."""
    for hint in question.hints:
        session.tell(f"  {hint}")
    while True:
        before = typed.get(question.name)
        text = typed_line(_prompt(question, before))
        if text == BACK:
            return False
        text = text or before or ""
        if (not text or text == _CLEARED) and not question.required:
            typed.pop(question.name, None)
            answers[question.name] = _nothing(question)
            return True
        try:
            answers[question.name] = _understood(question, text)
        except (TrackerError, click.ClickException) as error:
            session.tell(error.format_message() if isinstance(error, click.ClickException) else str(error))
            continue
        typed[question.name] = text
        _echo(session, text, answers[question.name])
        return True


def _prompt(question: Question, before: str | None) -> str:
    several = " (several: with ; between them)" if question.several else ""
    if before is not None:
        default = f" [{shorten(before)}{'' if question.required else f'; {_CLEARED} for none'}]"
    else:
        default = "" if question.required else f" [{question.empty}]"
    return f"{question.ask}{several}{default}: "


def typed_line(prompt: str) -> str:
    """The line typed after the prompt; EOFError or KeyboardInterrupt if the user stops."""
    click.echo(visible(prompt), nl=False, err=True)
    try:
        return input().strip()
    except (EOFError, KeyboardInterrupt):
        click.echo(err=True)  # what is told next begins a line of its own
        raise


def _confirmed(verb: str) -> bool:
    """Whether to go on and store; False for a step back; Abort for no."""
    while True:
        word = typed_line(f"Store this {verb if verb != 'add' else 'initiative'} [yes]: ").lower()
        if word in ("", "y", "yes", BACK):
            return word != BACK
        if word in ("n", "no"):
            raise click.Abort
        click.echo(f"type yes, no or {BACK}", err=True)


def _understood(question: Question, text: str) -> Any:
    """The answer as the option would have it; a TrackerError if it is none."""
    context = click.get_current_context()

    def read(word: str) -> Any:
        return question.parameter.type.convert(word, question.parameter, context)

    value = _all_of(text, read) if question.several else read(text)
    question.check(value)
    return value


def _all_of(text: str, read: Callable[[str], Any]) -> tuple[Any, ...]:
    """Several values: with ; between them, else one, else with commas, else with spaces, whichever can be read."""
    if ";" in text:
        return tuple(dict.fromkeys(read(word.strip()) for word in text.split(";") if word.strip()))
    try:
        return (read(text),)
    except UnknownName:
        for parts in (text.split(","), text.split()):
            if len(parts) > 1 and (values := _each(parts, read)):
                return values
        raise


def _each(parts: Iterable[str], read: Callable[[str], Any]) -> tuple[Any, ...]:
    """All the parts read; nothing if one of them cannot be."""
    try:
        return tuple(dict.fromkeys(read(part.strip()) for part in parts if part.strip()))
    except TrackerError:
        return ()


def _nothing(question: Question) -> Any:
    """The value of an option that was not given."""
    return () if question.several else None


def _echo(session: Session, text: str, value: Any) -> None:
    """Say what was understood, where it is not what was typed."""
    values = value if isinstance(value, tuple) else (value,)
    words = [str(one[0] if isinstance(one, tuple) else one or "unknown") for one in values]
    if [text] != words and not (len(values) == 1 and ":" in text):
        session.tell(f"  = {', '.join(map(shorten, words))}")


def _make_stdin_safe() -> None:
    """Bytes that are no text are refused in a sentence, like on the command line; they never break the asking."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")
