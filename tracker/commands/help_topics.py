"""The texts of `tracker help TOPIC`: paragraphs, and terms with their meaning; those of a closed list are vocab's."""

from collections.abc import Callable
from typing import NamedTuple

from tracker.vocab import LEVEL_MEANING, PHASE, STANCE_MEANING, STATUS_MEANING, Phase

Terms = tuple[tuple[str, str], ...]


class Topic(NamedTuple):
    """What `tracker help` lists it as, and its text: a paragraph, or terms under one another."""

    summary: str
    text: Callable[[], tuple[str | Terms, ...]]


def _dates() -> tuple[str | Terms, ...]:
    return (
        "Dates are calendar dates without a time zone. They are kept as precisely as they were given, and no more.",
        (
            ("2025-11-16", "a day"),
            ("2025-11", "some day of a month"),
            ("2025", "some day of a year"),
            ("2025-35", "a quarter: 33 is the first, 36 the last"),
            ("2025-21", "a season: 21 spring, 22 summer, 23 autumn, 24 winter"),
            ("2025~", "about"),
            ("2025?", "uncertain"),
            ("2025-11/2026-02", "from, to"),
            ("2025-11/..", "from, with an open end"),
            ("../2024-08", "until, with an open beginning"),
        ),
        "Type them as you write them: 16 Nov 2025, November 2025, 16.11.2025, Q3 2025, yesterday; the"
        " names of months may be Russian. What was understood is said back.",
        "Refused, never guessed: 11/05/2025 (two readings, both are shown), 31 February, month 13, a year of"
        " two digits.",
        "Left out, the date is the meeting's, else the source's, else today's; which one is said, with the reason.",
        "A filter by year or month covers the whole of it: --since 2025 begins on 1 January, --until 2025-11 ends on"
        " 30 November. What is dated ahead is shown as planned and does not count yet.",
    )


def _countries() -> tuple[str | Terms, ...]:
    return (
        "Wherever an actor is wanted, type a country by its ISO code or by its name in English, Russian, Kazakh, Uzbek,"
        " Kyrgyz, Tajik, Turkmen or Azerbaijani, with the usual variants; or a group, forum or body by code or name.",
        (
            ("KZ, kz, KAZ, kaz", "codes, in all capitals or all small letters"),
            ("Kazakhstan", "names; case, accents and kinds of apostrophe do not matter"),
            ("Kyrgyz Republic", "other names in use"),
            ("SU, YU, CS", "states that are gone, with their years"),
            ("C5, EU", "groups: their members hold a position through them, counted apart"),
            ("CACM, SCO", "forums; `tracker forums` lists them"),
        ),
        "A two-letter code that is a word (in, no, it, us) is a code only in capitals. Near names are suggested and"
        " never guessed: Niger is not Nigeria, and Korea or Congo alone ask which one.",
        "With --by and --supporter a person may follow: KZ:Kassym-Jomart Tokayev. `tracker countries` lists all codes"
        " and names.",
    )


def _statuses() -> tuple[str | Terms, ...]:
    return (
        "The status is worked out from the newest status event; without one it is proposed. `tracker status ID STATUS`"
        " records a new one. An unusual step is pointed out and recorded all the same.",
        *(part for phase in Phase for part in _phase(phase)),
        "Worked out, never stored:",
        (
            ("stalled", "open, decided or doing (adopted declarations aside), and no event but notes for nine months"),
            ("overdue", "open, decided or doing, and the deadline in force has passed, its last day included"),
            ("alive", "open, decided, doing or standing, and not stalled"),
        ),
        "Filters take a status or a phase: --status open, --status signed. What merely runs out has an end (--ends) and"
        " is never overdue.",
    )


def _phase(phase: Phase) -> tuple[str, Terms]:
    return f"{phase}:", tuple((str(one), STATUS_MEANING[one]) for one, its in PHASE.items() if its is phase)


def _stances() -> tuple[str | Terms, ...]:
    return (
        "A position is where one actor stands from a date on: `tracker position ID STANCE ACTOR...`.",
        tuple((str(stance), meaning) for stance, meaning in STANCE_MEANING.items()),
        "Support, in every count and filter, is co-sponsors, supports and supports-with-conditions; proposers are"
        " counted apart. Polite words are not support, abstaining is not opposing, and silence is not a stance.",
        "The newest stance replaces the actor's earlier one; but welcomes and notes never replace a firmer stance, and"
        " proposes is never replaced by a milder yes. A slip of yours is mended with edit or delete, not with"
        " withdraws.",
        "Members of the forum who have said nothing are shown as no-position: it is worked out, can be asked for"
        " (--stance no-position), and cannot be entered.",
    )


def _commitments() -> tuple[str | Terms, ...]:
    return (
        "A commitment is how far one party has bound itself to a text: `tracker commitment ID LEVEL ACTOR...`.",
        tuple((str(level), meaning) for level, meaning in LEVEL_MEANING.items()),
        "It stands beside the stance and never changes the status; where the two do not fit, the line that records the"
        " status is printed. With --open-to, those who may still join are named as outside.",
    )


def _filters() -> tuple[str | Terms, ...]:
    return (
        "The same for every command that asks. Values of one option repeated mean or, different options mean and.",
        (
            ("WORDS", "in titles, other names, summaries, quotes and notes; case and accents do not matter"),
            ("--country C", "in any role, also through a group or a speaker"),
            ("--by, --supporter C", "who put it forward, who backs it"),
            ("--stance S[:C]", "who stands so on it, also no-position"),
            ("--person P", "who spoke"),
            ("--forum, --meeting", "where any of its events happened"),
            ("--topic, --classification", "what it is about, what kind of thing it is"),
            ("--status S", "a status or a phase: open, decided, doing, standing, done, paused, closed"),
            ("--source S", "a source's id, address, title or publisher"),
            ("--since, --until D", "its first date; in timeline the event's"),
            ("--changed-since D", "an event other than a note on or after D"),
            ("--as-of D", "only what had happened by D"),
            ("--known-by D", "only what had been recorded by D, as it stood then"),
            ("--alive, --stalled", "not over and not stalled; nothing for nine months"),
            ("--stalled-after N", "for this question, N months instead of nine"),
            ("--overdue, --due-by D", "the deadline has passed; it is on or before D"),
            ("--unverified", "with an event marked unverified"),
            ("--sort, --reverse, --limit", "in which order, and how many"),
        ),
        "An unknown country, status, stance, forum, meeting, person or topic is refused with the nearest one, so that"
        " no answer is empty because of a slip. Nothing found is no failure.",
    )


def _files() -> tuple[str | Terms, ...]:
    return (
        "Everything is in one readable file that is yours: the one after --db, else the one that $TRACKER_DB names,"
        " else tracker.json in your application folder. The first write prints its full path.",
        "Beside a file NAME stand:",
        (
            ("NAME.journal", "every change, so that undo and history reach back; keep it with the file"),
            ("NAME.bak", "a folder of earlier states, kept by themselves and by `tracker backup`"),
            ("NAME.lock", "held while somebody writes; two people cannot overwrite each other"),
            ("NAME.draft-ID.txt", "a text of `tracker edit` that could not be stored; yours to remove"),
        ),
        "A change is stored whole or not at all. `tracker undo` takes back the last one, `tracker restore --list`"
        " shows the earlier states, and `tracker doctor` says what is wrong with a file and how to mend it.",
        "To work elsewhere for one line: tracker --db other.json list. `tracker demo` makes a copy to play with.",
    )


def _exit_codes() -> tuple[str | Terms, ...]:
    return (
        "Answers go to stdout, everything else to stderr. A command that fails prints one sentence and"
        " changes nothing.",
        (
            ("0", "well"),
            ("1", "problems were found, or nothing matched where something had to"),
            ("2", "a word on the line cannot be taken as meant"),
            ("3", "the file is damaged: `tracker doctor`"),
            ("4", "the file is from a newer version of tracker"),
            ("5", "the file is in use"),
            ("6", "the disk is full, or a file may not be read or written"),
            ("130", "stopped with Ctrl-C; what had not been stored is not stored"),
        ),
    )


def _ids() -> tuple[str | Terms, ...]:
    return (
        "Every initiative and every event has an id that never changes, whatever is edited later.",
        (
            ("KZ-2025-003", "an initiative: first proposer (else the forum, else XX), year, serial number"),
            ("KZ-2025-003.4", "its fourth event; `tracker show` and `tracker timeline` print them"),
            ("kz-2025-3", "the same; case and zeros may be left out"),
            ("12", "the record's number in the file"),
            ("seed bank", "words that fit exactly one title or other name; several fits are listed"),
        ),
        "The country and the year in an id are a label of how it began. A deleted id is not given again, and a merged"
        " one still finds its record. Several ids with commas between record the same on each:"
        " KZ-2025-001,UZ-2025-001.",
    )


TOPICS = {
    "dates": Topic("how to write dates, and what is refused", _dates),
    "countries": Topic("how to name countries, groups and forums", _countries),
    "statuses": Topic("where an initiative can stand, phase by phase", _statuses),
    "stances": Topic("where an actor can stand, and what counts as support", _stances),
    "commitments": Topic("who has signed, who is bound", _commitments),
    "filters": Topic("how to ask for some of the records", _filters),
    "ids": Topic("how to name an initiative or an event", _ids),
    "files": Topic("where the data is, and what stands beside it", _files),
    "exit-codes": Topic("what a script learns from how a command ends", _exit_codes),
}
