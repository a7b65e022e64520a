"""What `tracker capture` does with accepted candidates: into the book, all in one write, nothing twice."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from tracker.articles import Article
from tracker.commands.occasions import is_address, is_source_id, known_values, mention_near
from tracker.commands.params import shorten
from tracker.commands.session import Session
from tracker.errors import NotFound
from tracker.initiative import Initiative, Source
from tracker.reading.candidate import Candidate
from tracker.store.book import Book, same_source
from tracker.taking import Setting, fitting, is_recorded, joined, much_like, same_name, taken
from tracker.text import fold, visible


class Told(NamedTuple):
    """What the command line says of the article."""

    date: str | None = None
    source: str | None = None
    publisher: str | None = None
    meeting: str | None = None
    forum: str | None = None

    @property
    def source_id(self) -> str | None:
        """The id of a source that is kept already, if --source names one."""
        return self.source.upper() if self.source and is_source_id(self.source) else None

    def described(self, article: Article, name: str) -> Article:
        """The article with what was said of it over what it says itself; a file without a title has its name."""
        address = self.source if self.source and is_address(self.source) else None
        title = self.source if self.source and not address and not self.source_id else None
        return replace(
            article,
            publisher=self.publisher or article.publisher,
            title=title or article.title or (None if name == "-" else name.replace("\\", "/").rpartition("/")[2]),
            address=address or article.address,
            date=self.date or article.date,
        )


class Reading(NamedTuple):
    """One article that was read, and what was found in it."""

    name: str
    article: Article
    candidates: Sequence[Candidate]


class Accepted(NamedTuple):
    """A candidate to be stored: as a new record, or joined to one."""

    reading: Reading
    candidate: Candidate
    into: str | None = None


def kept_source(book: Book, article: Article, told: Told) -> Source | None:
    """The source that the article is, if it is kept already: by id, by its text, by its address."""
    if told.source_id:
        if told.source_id not in book.sources:
            raise NotFound(f"no source '{told.source}': `tracker sources` lists them; or give its address or title")
        return book.sources[told.source_id]
    same = next((source for source in book.sources.values() if source.digest == article.digest), None)
    return same or (same_source(_source(article), book.sources.values()) if article.address else None)


def recorded_before(book: Book, reading: Reading, told: Told, records: Sequence[Initiative]) -> list[Candidate]:
    """The candidates of the article that were taken down from it before."""
    source = kept_source(book, reading.article, told)
    if source is None:
        return []
    quotes = [candidate.quote for candidate in reading.candidates]
    return [one for one in reading.candidates if is_recorded(one, source.id, records, quotes.count(one.quote))]


def store(session: Session, accepted: Sequence[Accepted], told: Told) -> list[str]:
    """The ids of the records and events that were added; all of it is one write."""
    with session.editing("capture") as book:
        keeper = _Keeper(session, book, told)
        wanted = [one for one in accepted if not keeper.knows(one)]
        ids = [keeper.keep(one) for one in wanted]
        book.tables.summary = ", ".join(dict.fromkeys(identity.partition(".")[0] for identity in ids))
    if len(wanted) < len(accepted):
        session.tell(f"{len(accepted) - len(wanted)} of {len(accepted)} recorded from this article before; skipped")
    return ids


def _source(article: Article) -> Source:
    return Source(
        id="",
        publisher=article.publisher,
        title=article.title,
        address=article.address,
        date=article.date,
        language=article.language,
        digest=article.digest,
        length=len(article.text),
    )


class _Keeper:
    """The book while candidates go in, one after the other."""

    def __init__(self, session: Session, book: Book, told: Told) -> None:
        self.session, self.book, self.told = session, book, told
        self.records = {record.id: (number, record) for number, record in book.records()}
        self.people = known_values(book, "person")
        self._settings: dict[str, Setting] = {}
        self._before: dict[str, list[Candidate]] = {}

    @property
    def _living(self) -> list[Initiative]:
        return [record for _, record in self.records.values()]

    def knows(self, one: Accepted) -> bool:
        """Whether that was taken down from the same article in an earlier write."""
        digest = one.reading.article.digest
        if digest not in self._before:
            self._before[digest] = recorded_before(self.book, one.reading, self.told, self._living)
        quotes = {(before.quote, before.title) for before in self._before[digest]}
        return (one.candidate.quote, one.candidate.title) in quotes

    def keep(self, one: Accepted) -> str:
        """The id of the new record, or of the event by which the candidate joined one."""
        candidate = fitting(one.candidate, self.book.directory)
        for person in {candidate.proposer_person, *(stance.person for stance in candidate.stances)} - {None}:
            mention_near(person or "", self.people, "person", self.session)
        if one.into:
            return self._join(candidate, one, self.book.find(one.into).record)
        if same := same_name(candidate, self._living):
            return self._join(candidate, one, same)
        return self._add(candidate, one)

    def _add(self, candidate: Candidate, one: Accepted) -> str:
        near = much_like(candidate, self._living)
        bare, stem = taken(candidate, self._setting(one.reading))
        record = replace(bare, id=self.book.fresh_id(stem))
        self.records[record.id] = (self.book.add(record), record)
        for other in near:
            self.session.tell(
                f"{record.id} is much like {other.id} {visible(other.title)}: "
                f"`tracker merge {record.id} {other.id}` if it is the same"
            )
        return record.id

    def _join(self, candidate: Candidate, one: Accepted, record: Initiative) -> str:
        number = self.records[record.id][0]
        fuller = joined(candidate, self._setting(one.reading), record)
        if fuller == record:
            self.session.tell(f"{record.id} says all of '{shorten(candidate.title)}' already")
            return record.id
        self.book.put(number, fuller)
        self.records[record.id] = (number, fuller)
        self.session.tell(f"'{shorten(candidate.title)}' joined {record.id} {visible(record.title)}")
        return record.id if len(fuller.events) == len(record.events) else f"{record.id}.{record.next_number}"

    def _setting(self, reading: Reading) -> Setting:
        """What the article gives to its records; its source is kept when the first of them comes."""
        if reading.article.digest not in self._settings:
            meeting = self.book.directory.meetings[self.told.meeting] if self.told.meeting else None
            self._settings[reading.article.digest] = Setting(
                article_date=self._date(reading),
                recorded=self.session.now,
                source=self._keep_source(reading),
                forum=meeting.forum if meeting else self.told.forum,
                meeting=self.told.meeting,
                meeting_date=meeting.date if meeting else None,
            )
        return self._settings[reading.article.digest]

    def _date(self, reading: Reading) -> str:
        if reading.article.date:
            return reading.article.date
        if self.told.meeting:
            return self.book.directory.meetings[self.told.meeting].date
        today = self.session.today.isoformat()
        self.session.tell(f"date of {shorten(reading.name)}: {today} (today; give --date for the article's)")
        return today

    def _keep_source(self, reading: Reading) -> str:
        article = reading.article
        kept = kept_source(self.book, article, self.told)
        if kept is None:
            source = _source(article)
            titles = {fold(one.title or "") for one in self.book.sources.values() if not one.address}
            if not source.address and (not source.title or fold(source.title) in titles):
                source = replace(source, title=f"{source.title or 'standard input'} ({article.digest[:8]})")
            return self.book.keep_source(source)
        if kept.digest is None:
            self.book.put_source(replace(kept, digest=article.digest, length=len(article.text)))
        elif kept.digest != article.digest:
            self.session.tell(f"source {kept.id} was read with another text before; quotes are of the text now")
        return kept.id
