"""Whose act it is: proposer, person and supporters of each act, from the actors around it."""

import re
from collections.abc import Sequence

import msgspec

from tracker.reading.acts import Act
from tracker.reading.candidate import Stance
from tracker.reading.mentions import BLOC, CAPITAL, COLLECTIVE, COUNTRY, PERSON, POST, Mention
from tracker.reading.people import Person
from tracker.reading.sentences import Sentence
from tracker.reading.speakers import NOBODY, TOGETHER, Cast, Speaker, quoted_parts, speaker_of

_COMMON = frozenset({"agreed", "signed", "adopted", "launched", "in_force"})  # acts that a body does together
_AGREED = frozenset({"agreed", "signed", "adopted"})
_POSITION = frozenset({"proposed", "called_for", "supported"})
# What stands between actors who act together.
_AND = r"(?:,\s|,?\s(?:and|и|as well as|а также)\s|\s)"
_JOINT = re.compile(_AND + r"(?:(?:of|the|both|his|her|their|президент\w*)\s){0,3}(?:\w+\s$)?")


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who put it forward, who backs it, and with what words of assent or refusal."""

    country: str | None = None
    person: Person | None = None
    supporters: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()


def attribute(act: Act, cast: Cast) -> Attribution:
    """The actors of the act, as far as the text tells."""
    lead = cast.sentences[act.sentence].lead
    if lead is not None and not act.end:  # an item whose verb, and doer, stand in the lead-in
        place = len(cast.sentences[lead].text)
        act = msgspec.structs.replace(act, sentence=lead, start=place, end=place, passive=act.kind in _COMMON)
    subject = _subject(act, cast)
    if act.kind == "signed":
        return _signature(act, subject, cast)
    owner = _owner(act, cast)
    if act.kind == "supported":
        return _support(act, subject, owner, cast)
    if owner and owner.country:
        return Attribution(country=owner.country, person=owner.person)
    if act.kind in _COMMON and (act.passive or subject == NOBODY):
        return _common(act, subject, cast)
    together = subject.parties if act.kind in _AGREED else ()
    return Attribution(country=subject.country, person=subject.person, supporters=together)


def _support(act: Act, subject: Speaker, owner: Speaker | None, cast: Cast) -> Attribution:
    """A backer beside the one whose idea it is; praise is a stance but no support."""
    text, patterns = cast.sentences[act.sentence].text, cast.language.patterns
    backer = subject.country if subject.rank != TOGETHER or subject.parties else None
    backers = subject.parties or ((backer,) if backer else ())
    condition = patterns.condition.search(text)
    stance = "supports-with-conditions" if condition else "supports"
    if patterns.polite.search(text[act.start : act.end]):
        stance = "welcomes"
    if act.refused:
        stance = "opposes"
    supports = stance.startswith("supports")
    stances = _stances(backer, subject, stance, condition.group().strip(" .,") if condition else None)
    return Attribution(
        country=owner.country if owner else None,
        person=owner.person if owner else None,
        supporters=tuple(code for code in backers if not owner or code != owner.country) if supports else (),
        stances=stances,
    )


def _stances(backer: str | None, subject: Speaker, stance: str, condition: str | None) -> tuple[Stance, ...]:
    if backer is None:
        return ()
    person = subject.person.name if subject.person else None
    return (Stance(country=backer, person=person, stance=stance, condition=condition),)


def _signature(act: Act, subject: Speaker, cast: Cast) -> Attribution:
    """A paper is its parties': those who sign it, not who welcomes the signing."""
    sentence, mentions = cast.sentences[act.sentence], cast.in_sentence[act.sentence]
    welcomed = cast.language.patterns.welcomed.search(sentence.text[: act.end]) is not None
    welcomed = welcomed or cast.language.patterns.signing.search(sentence.text[act.start : act.end]) is not None
    low = act.start + sentence.start if welcomed else sentence.start
    parties = _codes([m for m in mentions if m.start >= low and m.sort in (COUNTRY, BLOC, PERSON, POST)])
    if sentence.lead is not None:  # an item of a list of papers: who signed stands in the lead-in, or nowhere
        parties = []
    doers = [m for m in mentions if m.end <= act.start + sentence.start and not m.oblique and m.sort != CAPITAL]
    if doers and doers[-1].sort == BLOC and not welcomed and not act.passive:
        return Attribution(country=doers[-1].country)
    if not parties and not welcomed:
        if cast.bloc and (cast.bloc_leads or any(m.sort == COLLECTIVE for m in mentions)):
            return Attribution(country=cast.bloc)
        parties = cast.countries[:2]
    if not parties or len(parties) > 5:
        return Attribution(country=cast.bloc or (subject.country if not welcomed else None))
    states = tuple(code for code in parties if code not in cast.blocs)
    return Attribution(country=parties[0], supporters=states if len(states) <= 3 else ())


def _codes(mentions: Sequence[Mention]) -> list[str]:
    return list(dict.fromkeys(m.country for m in mentions if m.country))


def _common(act: Act, subject: Speaker, cast: Cast) -> Attribution:
    """An act told without its doer: the body named in the sentence, the article's, else whoever is talked of."""
    mentions = cast.in_sentence[act.sentence]
    blocs = [m.country for m in mentions if m.sort == BLOC and m.country]
    countries = _codes([m for m in mentions if m.sort == COUNTRY and not m.oblique])
    if blocs or countries:
        return Attribution(country=(blocs or countries)[0])
    if subject.country and not (cast.bloc and act.kind in ("agreed", "adopted")):
        return Attribution(country=subject.country, person=subject.person)
    near = _codes([m for m in mentions if m.sort in (COUNTRY, CAPITAL)])
    return Attribution(country=cast.bloc or next(iter(near), None))


def _subject(act: Act, cast: Cast) -> Speaker:
    """Who does the act."""
    sentence, patterns = cast.sentences[act.sentence], cast.language.patterns
    speaker = cast.speakers[act.sentence]
    inside = _inside_quote(sentence, act.start)
    agent = _agent(act, cast) if act.passive else None
    if agent:
        return agent
    words = sentence.text[act.start : act.end]
    unowned = act.passive or (act.kind in _COMMON and patterns.nominal.search(words))
    if unowned or patterns.impersonal.search(words):
        return NOBODY if act.kind in _COMMON and not inside else speaker
    earlier = _earlier(act, sentence, cast.in_sentence[act.sentence], inside)
    nearest = earlier[-1] if earlier else _right_after(act, sentence, cast.in_sentence[act.sentence])
    ours = patterns.ours.search(sentence.text[max(0, act.start - 30 if inside else act.start - 12) : act.end])
    if ours or nearest is None:
        return _together(act, sentence, cast) or speaker
    tail = sentence.text[max(0, nearest.end - sentence.start) : act.start]
    if len(earlier) > 1 and patterns.and_then.fullmatch(tail):  # X wished to reform the council and proposed ...
        nearest = next((m for m in earlier if m.sort in (PERSON, POST)), earlier[0])
    if patterns.pronoun.search(tail):
        person = next((m for m in earlier if m.sort in (PERSON, POST)), None)
        return speaker_of(person) if person else cast.before[act.sentence]
    parties = _parties(nearest, act, cast)
    if parties:
        return Speaker(parties[0], None, TOGETHER, parties)
    return _voice(nearest, speaker, cast)


def _parties(subject: Mention, act: Act, cast: Cast) -> tuple[str, ...]:
    """All of several who do it together: Freedonia and Sylvania, the leaders of Freedonia, Sylvania and Ruritania."""
    sentence, mentions = cast.sentences[act.sentence], cast.in_sentence[act.sentence]
    before = [m for m in mentions if m.end <= act.start + sentence.start and m.sort != CAPITAL]
    if subject not in before:
        return ()
    first = last = before.index(subject)
    while first > 0 and _joined(before[first - 1], before[first], sentence):
        first -= 1
    while last + 1 < len(before) and _joined(before[last], before[last + 1], sentence):
        last += 1
    codes = _codes([m for m in before[first : last + 1] if m.sort != BLOC])
    return tuple(codes) if 2 <= len(codes) <= 6 else ()


def _joined(one: Mention, other: Mention, sentence: Sentence) -> bool:
    between = sentence.text[one.end - sentence.start : other.start - sentence.start]
    return _JOINT.fullmatch(between) is not None


def _together(act: Act, sentence: Sentence, cast: Cast) -> Speaker | None:
    """They agreed: the body the article is about."""
    they = cast.language.patterns.they.search(sentence.text[: act.start])
    return Speaker(cast.bloc, None, TOGETHER) if they and act.kind in _COMMON else None


def _earlier(act: Act, sentence: Sentence, mentions: Sequence[Mention], inside: bool) -> list[Mention]:
    """The actors before the act that may be its subject; for words inside a quotation only those inside it."""
    place = act.start + sentence.start
    found = [m for m in mentions if m.end <= place and not m.oblique]
    found = [m for m in found if m.sort != CAPITAL or place - m.end < 12]
    return [m for m in found if _inside_quote(sentence, m.start - sentence.start)] if inside else found


def _voice(mention: Mention, speaker: Speaker, cast: Cast) -> Speaker:
    """The actor of a mention; a country speaks through its own leader if he has the floor."""
    if mention.sort == COLLECTIVE:
        return Speaker(cast.bloc or next(iter(cast.countries), None), None, TOGETHER)
    if mention.sort in (COUNTRY, CAPITAL):
        own = speaker.person if speaker.country == mention.country else None
        return Speaker(mention.country, own)
    if mention.sort == POST and not mention.country and not mention.person:
        return Speaker(speaker.country) if mention.rank == "deputy" else speaker
    return speaker_of(mention)


def _inside_quote(sentence: Sentence, place: int) -> bool:
    text = sentence.text
    if sentence.opens_quoted and not re.search(r"[“«\"].*?[”»\"]|[”»]", text[1:]):
        return True
    return any(start <= place < end for start, end in quoted_parts(text))


def _right_after(act: Act, sentence: Sentence, mentions: Sequence[Mention]) -> Mention | None:
    """A subject that follows its verb: предложил президент."""
    end = act.end + sentence.start
    return next((m for m in mentions if 0 <= m.start - end <= 2 and not m.oblique), None)


def _agent(act: Act, cast: Cast) -> Speaker | None:
    """The doer of a passive: was proposed by X, была предложена X."""
    sentence, agent = cast.sentences[act.sentence], cast.language.patterns.agent
    for mention in cast.in_sentence[act.sentence]:
        start = mention.start - sentence.start
        if act.end <= start < act.end + 60 and agent.search(sentence.text[act.start : start]):
            return speaker_of(mention)
    return None


def _owner(act: Act, cast: Cast) -> Speaker | None:
    """Whose idea it is by the text: X's initiative, the proposal of X, put forward by X; backed X's bank."""
    sentence, patterns = cast.sentences[act.sentence], cast.language.patterns
    text = sentence.text
    low = act.start if act.kind in _POSITION else 0
    for mention in cast.in_sentence[act.sentence]:
        start, end = mention.start - sentence.start, mention.end - sentence.start
        if start < low or mention.sort in (CAPITAL, COLLECTIVE):
            continue
        before = text[max(0, start - 70) : start]
        possessive = patterns.owner.match(text[end : end + 60]) or patterns.owner.match(text[end - 2 : end + 60])
        backed = mention.owner and patterns.backed.search(text[act.start : start])
        if possessive or backed or patterns.initiated.search(before):
            return speaker_of(mention)
    return None
