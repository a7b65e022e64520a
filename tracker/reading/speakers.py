"""Who speaks in each sentence: names beside verbs of saying, titles resolved, quotations that run on."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from tracker.reading.language import Language
from tracker.reading.mentions import BLOC, COUNTRY, PERSON, POST, Mention
from tracker.reading.people import Person
from tracker.reading.sentences import Sentence

TOGETHER = "together"  # the rank of a body that acts as one
_MUTE = frozenset({"voice"})  # who only passes on what another said


class Speaker(msgspec.Struct, frozen=True):
    """A voice: the country spoken for and the person, as far as the text tells."""

    country: str | None = None
    person: Person | None = None
    rank: str = ""
    parties: tuple[str, ...] = ()  # all who act together, if several are named


NOBODY = Speaker()


class Cast:
    """The mentions of an article, sentence by sentence, and who speaks there."""

    def __init__(self, sentences: Sequence[Sentence], mentions: Sequence[Mention], language: Language) -> None:
        self.language = language
        self.sentences = sentences
        self.mentions = _resolved(mentions)
        self.in_sentence = _by_sentence(sentences, self.mentions)
        self.main = _main_speaker(self.mentions)
        self.bloc = _main_bloc(self.mentions)
        self.speakers, self.before = self._listen(sentences)
        self.countries = _main_countries(self.mentions)
        self.blocs = {m.country for m in self.mentions if m.sort == BLOC}
        self.bloc_leads = _leads(self.bloc, self.countries, self.mentions)

    def _listen(self, sentences: Sequence[Sentence]) -> tuple[list[Speaker], list[Speaker]]:
        """The speaker of each sentence, and who had spoken last before it."""
        said = [self._says(sentence, self.in_sentence[number]) for number, sentence in enumerate(sentences)]
        in_paragraph: dict[int, Speaker] = {}
        for sentence, speaker in zip(sentences, said, strict=True):
            if speaker:
                in_paragraph.setdefault(sentence.paragraph, speaker)
        speakers, before = [], []
        current = self._first(said)
        for number, sentence in enumerate(sentences):
            before.append(current)
            speaker = said[number] or self._acts(sentence, self.in_sentence[number])
            if speaker is None and (sentence.opens_quoted or self.language.patterns.ours.search(sentence.text)):
                speaker = in_paragraph.get(sentence.paragraph)
            speaker = self._named(speaker, current)
            speakers.append(speaker or current)
            takes_over = speaker and speaker.rank != "deputy" and (speaker.person or speaker.rank)
            if speaker and takes_over and not (speaker.rank == TOGETHER and current.person):
                current = speaker
        return speakers, before

    def _named(self, speaker: Speaker | None, current: Speaker) -> Speaker | None:
        """The head of state, without a name or country, is the leader who has the floor, else the article's."""
        if speaker is None or speaker.person or speaker.country or speaker.rank != "head":
            return speaker
        return current if current.rank == "head" and current.person else self.main

    def _first(self, said: Sequence[Speaker | None]) -> Speaker:
        """For words before anybody is named: the first one who says something."""
        return next((speaker for speaker in said if speaker and speaker.person), self.main)

    def _says(self, sentence: Sentence, mentions: Sequence[Mention]) -> Speaker | None:
        """The actor beside a verb of saying."""
        people = [m for m in mentions if m.sort in (PERSON, POST) and m.rank not in _MUTE]
        for verb in self.language.patterns.speech.finditer(sentence.text):
            start, end = verb.start() + sentence.start, verb.end() + sentence.start
            after = [m for m in people if 0 < m.start - end <= 6]
            before = [m for m in people if not m.oblique and 0 < start - m.end <= 40]
            if after and not after[0].owner and not after[0].oblique:
                return speaker_of(after[0])
            if before:
                return speaker_of(before[-1])
        return None

    def _acts(self, sentence: Sentence, mentions: Sequence[Mention]) -> Speaker | None:
        """The first person named as a subject; a document speaks for the body whose it is."""
        if self.bloc and not sentence.opens_quoted and self.language.patterns.document.match(sentence.text):
            return Speaker(self.bloc, None, TOGETHER)
        for mention in mentions:
            if mention.sort in (PERSON, POST) and not mention.oblique and mention.rank not in _MUTE:
                return speaker_of(mention)
        return None


def speaker_of(mention: Mention) -> Speaker:
    """The voice that a mention stands for."""
    person = mention.person
    return Speaker(mention.country or (person.country if person else None), person, mention.rank)


def _resolved(mentions: Sequence[Mention]) -> list[Mention]:
    """Posts of a country without a name given to the person who holds them in this article."""
    holders: dict[str, Person] = {}
    for mention in mentions:
        if mention.person and mention.rank == "head" and mention.country:
            holders.setdefault(mention.country, mention.person)
    return [
        msgspec.structs.replace(mention, person=holders[mention.country])
        if mention.sort == POST and mention.rank == "head" and mention.country in holders
        else mention
        for mention in mentions
    ]


def _main_speaker(mentions: Sequence[Mention]) -> Speaker:
    """The leader named most often."""
    heads = [mention for mention in mentions if mention.person and mention.rank == "head"]
    counts = Counter(mention.person.name for mention in heads if mention.person)
    best = max(heads, key=lambda mention: counts[mention.person.name] if mention.person else 0, default=None)
    return speaker_of(best) if best else NOBODY


def _by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[list[Mention]]:
    found: list[list[Mention]] = []
    place = 0
    for sentence in sentences:
        while place < len(mentions) and mentions[place].start < sentence.start:
            place += 1
        here = place
        inside: list[Mention] = []
        while here < len(mentions) and mentions[here].start < sentence.end:
            inside.append(mentions[here])
            here += 1
        found.append(inside)
    return found


def _main_bloc(mentions: Sequence[Mention]) -> str | None:
    """The bloc the article is about: the one named most often; the UN only if alone."""
    counts = Counter(m.country for m in mentions if m.sort == BLOC and m.country)
    if "C5" in counts:
        return "C5"
    others = Counter({code: count for code, count in counts.items() if code != "UN"})
    best = (others or counts).most_common(1)
    return best[0][0] if best else None


def _main_countries(mentions: Sequence[Mention]) -> list[str]:
    counts = Counter(m.country for m in mentions if m.country and m.sort in (COUNTRY, PERSON, POST))
    return [code for code, _ in counts.most_common()]


def _leads(bloc: str | None, countries: Sequence[str], mentions: Sequence[Mention]) -> bool:
    """Whether the article is about the bloc rather than one state: named as often as any of them."""
    counts = Counter(m.country for m in mentions)
    return bloc is not None and (not countries or counts[bloc] >= counts[countries[0]])


def quoted_parts(text: str) -> list[tuple[int, int]]:
    """The places inside quotation marks that are long enough to be speech."""
    return [m.span() for m in re.finditer(r"[“«\"][^“”«»\"]{40,}(?:[”»\"]|$)|^[^“”«»\"]{10,}[”»\"](?=,?\s)", text)]
