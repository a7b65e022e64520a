"""An invented ledger for the pictures: every kind of event, partial dates, doubt, and letters of several scripts."""

import io
from datetime import date

from tracker.forums import Directory
from tracker.initiative import Event, Initiative, Link, Source
from tracker.query import Entry, Filter, Reference, timeline
from tracker.render.screen import Screen
from tracker.standing import Moment, Standing
from tracker.vocab import Classification, EventKind, Level, Relation, Stance, Status

DAY = date(2026, 11, 25)
SOURCES = {
    "S1": Source(id="S1", publisher="Example Agency", title="Communique", address="https://example.org/communique"),
    "S2": Source(id="S2", title="Letter of the ministry"),
    "S3": Source(id="S3", address="javascript:alert(1)"),
}
REFERENCE = Reference(directory=Directory.of(), sources=SOURCES, people=())


def event(number: int, kind: EventKind, when: str, **given: object) -> Event:
    fields = {"uid": f"u{number}", "number": number, "kind": kind, "date": when, "recorded": "2026-11-01T10:00:00Z"}
    return Event(**(fields | given))  # type: ignore[arg-type]


def proposed(when: str = "2026-05-04", *actors: str, **given: object) -> Event:
    return event(1, EventKind.PROPOSED, when, actors=actors, stance=Stance.PROPOSES, **given)


def initiative(record_id: str = "KZ-2026-001", title: str = "Seed bank", **given: object) -> Initiative:
    fields = {"id": record_id, "uid": record_id.lower(), "title": title, "events": (proposed("2026-05-04", "KZ"),)}
    return Initiative(**(fields | given))  # type: ignore[arg-type]


def standing(record: Initiative, day: date = DAY) -> Standing:
    return Standing(record, Moment(day=day), REFERENCE.directory)


def entries(records: list[Initiative]) -> list[Entry]:
    return timeline(records, Filter(), Moment(day=DAY), REFERENCE)


def seed_bank() -> Initiative:
    """One with everything in it."""
    meeting = {"meeting": "cacm-7", "forum": "CACM", "sources": ("S1",)}
    position, when = EventKind.POSITION, "2025-11-15/2025-11-16"
    events = (
        proposed(when, "KZ", person="Aigerim Example", quote="We propose a bank of seeds.", **meeting),
        event(2, position, when, order=2, actors=("UZ",), stance=Stance.SUPPORTS, **meeting),
        event(3, EventKind.DEADLINE, when, order=3, text="2026-06-30", **meeting),
        event(
            4,
            position,
            "2025-12-02",
            actors=("TM",),
            stance=Stance.SUPPORTS_WITH_CONDITIONS,
            condition="if it stays open to all",
        ),
        event(5, EventKind.NOTE, "2025-12-20", text="Another agency names Uzbekistan", disputes=1, sources=("S2",)),
        event(6, EventKind.STATUS, "2026-01", status=Status.UNDER_DISCUSSION, reason="Working group set up"),
        event(7, position, "2026-02-01", actors=("KG",), stance=Stance.OPPOSES, unverified="one blog only"),
        event(8, EventKind.DEADLINE, "2026-06-01", text="2026-09", reason="the draft came late"),
        event(9, EventKind.COMMITMENT, "2026-07", actors=("KZ",), level=Level.SIGNED, sources=("S1", "S3")),
        event(10, EventKind.NOTE, "2026-08-01", text="Ask the desk before quoting", internal=True),
        event(11, EventKind.STATUS, "2027-03", status=Status.SIGNED),
    )
    return initiative(
        "KZ-2025-001",
        "Regional bank of dryland seeds",
        other_names=("Seed bank",),
        summary="A shared collection of seeds for arid land, kept in two places.",
        classification=Classification.BODY,
        topics=("agriculture", "drylands"),
        open_to=("KZ", "UZ", "TM"),
        ends="2030",
        links=(Link(relation=Relation.FOLLOWS_UP, id="TJ-2024-001"),),
        events=events,
    )


def ledger() -> list[Initiative]:
    """Six records in Latin, Cyrillic, Kazakh and Chinese letters."""
    c5 = proposed("2024-08-09", "C5", meeting="cacm-6", forum="CACM")
    backing = event(2, EventKind.POSITION, "2024-09", actors=("AZ",), stance=Stance.SUPPORTS)
    operating = event(2, EventKind.STATUS, "2025-05-20", status=Status.OPERATING)
    return [
        initiative("C5-2024-001", "Pact on search and rescue at sea, with a joint staff", events=(c5, backing)),
        initiative(
            "TJ-2024-001",
            "Семена будущего: региональный учебный центр по сохранению пастбищ",
            events=(proposed("2024-08-09", "TJ"), operating),
        ),
        initiative("KZ-2024-001", "Өңірлік ғылыми қор және жас ғалымдарға қолдау", events=(proposed("2024-35", "KZ"),)),
        initiative("XX-2025-001", "Early warning for glacier lakes", events=(proposed("2025~", unverified="a blog"),)),
        initiative("TM-2025-001", "中亚水文数据共享平台与联合培训计划", events=(proposed("2025-10", "TM"),)),
        seed_bank(),
    ]


def screen(width: int = 80, color: str = "never") -> Screen:
    return Screen(color, stream=io.StringIO(), width=width)


def shown(on: Screen) -> str:
    assert isinstance(on.stream, io.StringIO)
    return on.stream.getvalue()
