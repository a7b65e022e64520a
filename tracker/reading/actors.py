"""Who is named in a text and where: persons by form and post, countries, blocs, collectives."""

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from tracker.reading.language import Language
from tracker.reading.mentions import BLOC, CAPITAL, COLLECTIVE, COUNTRY, PERSON, POST, Mention
from tracker.reading.people import WHOLE, People, Person
from tracker.reading.phrases import FILLERS, NOT_NAMES, NOT_PERSONS, PARTICLES, PhraseTable, Token
from tracker.reading.words import WORD, is_cyrillic, stem

_TWO_NAMES = re.compile(r"(?<![\w’'-])([A-ZА-ЯЁ][\w’'-]+(?: [A-ZА-ЯЁ][\w’'-]+){1,2}) (?=[a-zа-яё])")


# A Russian short form has no cases: after a noun it is a genitive (заседание ШОС), else it may be a subject.
_GENITIVE = re.compile(
    r"(?<![А-Яа-яЁё])(?!(?:что|и|а|но|как|если|когда|также)\s)[а-яё]{3,}\s$|\b(?:Ассамбле|Совет|Комисси|Комитет|Секретариат|Совбез)\w*\s$"
)


@lru_cache(maxsize=8)
def _tables(
    language_code: str, known: tuple[tuple[str, str], ...]
) -> tuple[PhraseTable, PhraseTable, PhraseTable, PhraseTable]:
    from tracker.reading import languages  # the languages import this package's steps' types

    language = languages.get(language_code)
    countries = {**language.countries, **dict(known)}
    return (
        PhraseTable(language.posts),
        PhraseTable(countries),
        PhraseTable(language.blocs),
        PhraseTable(language.capitals),
    )


class Scan:
    """One pass over the article's words that notes mentions; `people` knows everybody met."""

    def __init__(self, text: str, language: Language, known: Mapping[str, str]) -> None:
        self.text, self.language = text, language
        self.people = People()
        self.mentions: list[Mention] = []
        self._tokens = [Token(m.start(), m.end(), m.group(), stem(m.group())) for m in WORD.finditer(text)]
        tables = _tables(language.code, tuple(sorted(known.items())))
        self._posts, self._countries, self._blocs, self._capitals = tables

    def run(self) -> list[Mention]:
        """All mentions, in order."""
        index = 0
        while index < len(self._tokens):
            index = self._step(index)
        self._speaking_names()
        patterns = self.language.patterns
        for found in (*patterns.collective.finditer(self.text), *patterns.body.finditer(self.text)):
            if not any(m.start < found.end() and found.start() < m.end for m in self._near(found.start())):
                self._note(Mention(start=found.start(), end=found.end(), sort=COLLECTIVE))
        self.mentions.sort(key=lambda mention: mention.start)
        return self.mentions

    def _speaking_names(self) -> None:
        """Names without a post that stand before a verb of saying: presidential aide Jon Reed told ..."""
        for found in _TWO_NAMES.finditer(self.text):
            words = found.group(1).split()
            verb = self.language.patterns.speech.match(self.text, found.end())
            if not verb or any(stem(word) in NOT_NAMES or stem(word) in NOT_PERSONS for word in words):
                continue
            near = self._near(found.start())
            if any(m.start < found.end(1) and found.start() < m.end for m in near):
                continue
            before = [m for m in near if m.end <= found.start() and m.sort == COUNTRY]
            gap = self.text[before[-1].end : found.start()] if before else ""
            country = before[-1].country if before and re.fullmatch(r"['’]?s?[\w\s-]{1,60}", gap) else None
            person = self.people.add(words, country, head=False)
            self.people.meet(person)
            place = Mention(start=found.start(), end=found.end(1), sort=PERSON, country=country, person=person)
            self._note(place, words[-1])

    def _near(self, place: int) -> list[Mention]:
        return [m for m in self.mentions if abs(m.start - place) < 200]

    def _step(self, index: int) -> int:
        for reader in (self._post, self._person, self._country):
            after = reader(index)
            if after is not None:
                return after
        return index + 1

    # posts and the names beside them

    def _post(self, index: int) -> int | None:
        found = self._posts.at(self._tokens, index)
        if found is None or self.language.patterns.plural_posts.match(self.text, self._tokens[index].start):
            return None
        rank, length = found
        start, country = self._adjective_before(index)
        after, own = self._country_after(index + length)
        country = own or country
        name, after_name = self._name(after)
        if name:
            after, late = self._country_after(after_name, needs_of=True)
            after = after if late else after_name
            country = country or late
        person = self._enter(name, country, rank) if name else None
        if not name:
            start, person = self._name_before(index, start, country, rank)
        end = self._tokens[after - 1].end
        first = self._tokens[index].word
        self._replace_adjective(start)
        named = Mention(
            start=start,
            end=end,
            sort=PERSON if person else POST,
            country=country or (person.country if person else None),
            person=person,
            rank=rank,
        )
        self._note(named, first)
        return after

    def _enter(self, name: list[str], country: str | None, rank: str) -> Person:
        person = WHOLE.get(tuple(stem(word) for word in name))
        if person is None:
            person = self.people.add(name, country, head=rank == "head")
        self.people.meet(person)
        return person

    def _adjective_before(self, index: int) -> tuple[int, str | None]:
        """A country that stands right before the post: Kazakh President, Singapore's Prime Minister."""
        start = self._tokens[index].start
        if self.mentions:
            last = self.mentions[-1]
            between = self.text[last.end : start]
            if (
                last.sort in (COUNTRY, BLOC)
                and len(between) <= 12
                and re.fullmatch(r"(?:['’]s?)?\s*(?:(?!said|says|added)[a-z]+\s)?", between)
            ):
                return last.start, last.country
        return start, None

    def _replace_adjective(self, start: int) -> None:
        while self.mentions and self.mentions[-1].start >= start:
            self.mentions.pop()

    def _country_after(self, index: int, *, needs_of: bool = False) -> tuple[int, str | None]:
        """The country or body after a post: of the Republic of Uzbekistan, Республики Казахстан."""
        skipped = 0
        while index + skipped < len(self._tokens) and skipped < 4:
            here = index + skipped
            if skipped or here:
                gap = self.text[self._tokens[here - 1].end : self._tokens[here].start]
                if gap.strip():
                    break
            found = self._countries.at(self._tokens, here) or self._blocs.at(self._tokens, here)
            if found and not (needs_of and not skipped) and self._tokens[here].capital:
                return here + found[1], found[0]
            if self._tokens[here].stem not in FILLERS:
                break
            skipped += 1
        return index, None

    def _name(self, index: int) -> tuple[list[str], int]:
        """The capitalised words that follow, as a name."""
        words: list[str] = []
        here = index
        while here < len(self._tokens) and len(words) < 4:
            token = self._tokens[here]
            gap = self.text[self._tokens[here - 1].end : token.start] if here else ""
            allowed = r",?\s" if not words else r"[\s ]|\.\s?"
            small = token.word.lower() in PARTICLES and here + 1 < len(self._tokens)
            if not re.fullmatch(allowed, gap) or not (token.capital or (words and small)):
                break
            if words and (self._posts.at(self._tokens, here) or self._countries.at(self._tokens, here)):
                break
            if not words and (token.stem in NOT_NAMES or self._countries.at(self._tokens, here)):
                break
            if token.stem in NOT_NAMES or (token.word.isupper() and len(token.word) > 3):
                break
            words.append(token.word)
            here += 1
            if re.search(r"['’]s?$", token.word):
                break
        return [re.sub(r"['’]s?$", "", word) for word in words], here

    def _name_before(self, index: int, start: int, country: str | None, rank: str) -> tuple[int, Person | None]:
        """A name before its post: Celeste Saulo, Secretary-General of ..."""
        words: list[str] = []
        here = index - 1
        place = start
        while here >= 0 and len(words) < 4:
            token = self._tokens[here]
            gap = self.text[token.end : place]
            if not re.fullmatch(r",\s(?:the\s)?" if not words else r"\s", gap) or not token.capital:
                break
            if self._posts.at(self._tokens, here) or token.stem in NOT_NAMES or self._countries.at(self._tokens, here):
                return start, None
            words.insert(0, token.word)
            place = token.start
            here -= 1
        if len(words) < 2:
            return start, None
        return place, self._enter(words, country, rank)

    # names without a post

    def _person(self, index: int) -> int | None:
        token = self._tokens[index]
        if not token.capital:
            return None
        for key, whole in WHOLE.items():
            if key[0] == token.stem and key == tuple(t.stem for t in self._tokens[index : index + len(key)]):
                self.people.meet(whole)
                after = index + len(key)
                self._note_person(token.start, self._tokens[after - 1].end, whole, token.word)
                return after
        given: str | None = None
        here = index
        if self._is_pair(index):
            given, here = token.word, index + 1
        met = self.people.find(self._tokens[here].word, given)
        if met is None and given:
            here = index
            met = self.people.find(token.word)
        if met is None:
            return None
        self.people.meet(met)
        self._note_person(token.start, self._tokens[here].end, met, self._tokens[here].word)
        return here + 1

    def _is_pair(self, index: int) -> bool:
        if index + 1 >= len(self._tokens):
            return False
        here, after = self._tokens[index], self._tokens[index + 1]
        return (
            after.capital
            and self.text[here.end : after.start] in (" ", "\u00a0")
            and not here.word.endswith(("'s", "’s"))
        )

    def _note_person(self, start: int, end: int, person: Person, word: str) -> None:
        rank = "head" if person.head else ""
        self._note(Mention(start=start, end=end, sort=PERSON, country=person.country, person=person, rank=rank), word)

    # countries and blocs

    def _country(self, index: int) -> int | None:
        token = self._tokens[index]
        for table, sort in ((self._blocs, BLOC), (self._countries, COUNTRY), (self._capitals, CAPITAL)):
            found = table.at(self._tokens, index)
            if found and (token.capital or is_cyrillic(token.word)):
                if token.word.islower() and sort != COUNTRY and found[1] == 1:
                    continue
                end = self._tokens[index + found[1] - 1].end
                self._note(Mention(start=token.start, end=end, sort=sort, country=found[0]), token.word)
                return index + found[1]
        return None

    def _note(self, mention: Mention, word: str = "") -> None:
        """Keep the mention; `word` is the one whose case tells whether it can be a subject."""
        start, end = mention.start, mention.end
        owner = bool(re.search(r"['’]s?$", self.text[start:end])) or self.text[end : end + 2] in ("'s", "’s")
        bracketed = self.text[max(0, start - 1) : start] == "("  # a short form: the Lake Council (LC)
        oblique = (
            owner
            or bracketed
            or self.language.patterns.oblique.search(self.text[max(0, start - 30) : start]) is not None
        )
        oblique = oblique or (word.isupper() and _GENITIVE.search(self.text[max(0, start - 30) : start]) is not None)
        if word and is_cyrillic(word) and self.language.code != "en":
            as_shown = mention.person is not None and mention.person.surname == word
            oblique = oblique or not (as_shown or self._is_nominative(word, mention.sort))
        self.mentions.append(msgspec.structs.replace(mention, oblique=oblique, owner=owner))

    def _is_nominative(self, word: str, sort: str) -> bool:
        small = word.lower().replace("ё", "е")
        if sort in (POST, COUNTRY, BLOC, CAPITAL):
            known = any(
                small in table.nominatives for table in (self._posts, self._countries, self._blocs, self._capitals)
            )
            return known or small == stem(word)
        if small in self._posts.nominatives:
            return True
        if self._posts.at([Token(0, len(word), word, stem(word))], 0):
            return False
        return not re.search(r"(?:ов|ев|ин|ын)(?:а|у|ым|е)$|[бвгджзклмнпрстфхцчшщ](?:а|у|ом|ем|е)$", small)
