"""Persons: the usual spelling of well-known ones, and how a name found in a text becomes one person."""

import re
from collections.abc import Iterable

import msgspec

from tracker.reading.words import is_cyrillic, skeleton, stem


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody named in the text: the name as it is shown, and the country or body spoken for."""

    name: str
    country: str | None = None
    surname: str
    given: str | None = None
    head: bool = False  # a head of state or government

    def answers_to(self, given: str | None) -> bool:
        """Whether the given name, or its beginning, may be this person's."""
        if not given or not self.given:
            return True
        ours, theirs = skeleton(stem(self.given)), skeleton(stem(given))
        return ours[:2] == theirs[:2] or stem(self.given)[:1] == stem(given.rstrip("."))


# Usual English spelling | country | other spellings of the family name (given name first where two share it).
_KNOWN = """
Kassym-Jomart Tokayev|KZ|tokayev tokaev toqaev toqayev токаев
Nursultan Nazarbayev|KZ|nazarbayev nazarbaev назарбаев
Shavkat Mirziyoyev|UZ|mirziyoyev mirziyoev mirziyayev mirziyaev mirzyoyev mirziyoyeva мирзиеев мирзиев
Islam Karimov|UZ|karimov каримов
Sadyr Japarov|KG|japarov zhaparov жапаров
Akylbek Japarov|KG|japarov zhaparov жапаров
Sooronbay Jeenbekov|KG|jeenbekov zheenbekov жээнбеков
Adylbek Kasymaliev|KG|kasymaliev kasymaliyev касымалиев
Emomali Rahmon|TJ|rahmon rakhmon рахмон
Serdar Berdimuhamedov|TM|berdimuhamedov berdymukhamedov berdimuhamedow berdymuhamedov бердымухамедов бердимухамедов
Gurbanguly Berdimuhamedov|TM|berdimuhamedov berdymukhamedov berdimuhamedow berdymuhamedov бердымухамедов бердимухамедов
Ilham Aliyev|AZ|aliyev aliev алиев
Vladimir Putin|RU|putin путин
Dmitry Medvedev|RU|medvedev медведев
Mikhail Mishustin|RU|mishustin мишустин
Sergey Lavrov|RU|lavrov лавров
Alexander Lukashenko|BY|lukashenko lukashenka лукашенко
Nikol Pashinyan|AM|pashinyan пашинян
Recep Tayyip Erdoğan|TR|erdogan erdoğan эрдоган
Viktor Orbán|HU|orban orbán орбан
Narendra Modi|IN|modi моди
Shehbaz Sharif|PK|sharif шариф
Masoud Pezeshkian|IR|pezeshkian пезешкиан
Ebrahim Raisi|IR|raisi раиси
Emmanuel Macron|FR|macron макрон
Olaf Scholz|DE|scholz шольц
Friedrich Merz|DE|merz мерц
Joe Biden|US|biden байден
Donald Trump|US|trump трамп
António Costa|EU|costa кошта коста
Charles Michel|EU|michel мишель
António Guterres|UN|guterres гутерриш
Volodymyr Zelenskyy|UA|zelensky zelenskyy зеленский
Alexander Stubb|FI|stubb стубб
Anwar Ibrahim|MY|anwar анвар
Prabowo Subianto|ID|prabowo прабово
Fumio Kishida|JP|kishida кисида
Sanae Takaichi|JP|takaichi такаити
William Ruto|KE|ruto руто
Cyril Ramaphosa|ZA|ramaphosa рамафоса
Paul Kagame|RW|kagame кагаме
Bola Tinubu|NG|tinubu тинубу
Abdel Fattah el-Sisi|EG|sisi el-sisi сиси ас-сиси
Abiy Ahmed|ET|abiy абий
Luiz Inácio Lula da Silva|BR|lula лула
Gabriel Boric|CL|boric борич
Javier Milei|AR|milei милей
Gustavo Petro|CO|petro петро
Claudia Sheinbaum|MX|sheinbaum шейнбаум
Mark Carney|CA|carney карни
Justin Trudeau|CA|trudeau трюдо
Keir Starmer|GB|starmer стармер
Rishi Sunak|GB|sunak сунак
Giorgia Meloni|IT|meloni мелони
Sergio Mattarella|IT|mattarella маттарелла
Pedro Sánchez|ES|sánchez sanchez санчес
Donald Tusk|PL|tusk туск
Aleksandar Vučić|RS|vučić vucic вучич
Robert Fico|SK|fico фицо
Maia Sandu|MD|sandu санду
Anthony Albanese|AU|albanese албанезе
Christopher Luxon|NZ|luxon лаксон
Sitiveni Rabuka|FJ|rabuka рабука
Lawrence Wong|SG|wong вонг
Ferdinand Marcos|PH|marcos маркос
Bongbong Marcos|PH|marcos маркос
Xanana Gusmão|TL|gusmao gusmão гужман
Mohammed bin Salman|SA|salman салман
Serzh Sargsyan|AM|sargsyan саргсян
Petro Poroshenko|UA|poroshenko порошенко
Viktor Yushchenko|UA|yushchenko ющенко
Igor Dodon|MD|dodon додон
Salome Zourabichvili|GE|zourabichvili зурабишвили
Irakli Kobakhidze|GE|kobakhidze кобахидзе
Roman Golovchenko|BY|golovchenko головченко
Askar Mamin|KZ|mamin мамин
Alikhan Smailov|KZ|smailov смаилов
Olzhas Bektenov|KZ|bektenov бектенов
Abdulla Aripov|UZ|aripov арипов
Almazbek Atambayev|KG|atambayev atambaev атамбаев
Hikmet Hajiyev|AZ|hajiyev гаджиев
Jeyhun Bayramov|AZ|bayramov байрамов
Bakhtiyor Saidov|UZ|saidov саидов
Murat Nurtleu|KZ|nurtleu нуртлеу
Hakan Fidan|TR|fidan фидан
Rashid Meredov|TM|meredov мередов
Kaja Kallas|EU|kallas каллас
Moussa Faki Mahamat|AU|mahamat махамат
Kubanychbek Omuraliev|OTS|omuraliev омуралиев
"""
# Names that are not taken apart: family name first, or of several words.
_WHOLE = {
    "xi": ("Xi Jinping", "CN"),
    "xi jinping": ("Xi Jinping", "CN"),
    "си цзиньпин": ("Xi Jinping", "CN"),
    "ursula von der leyen": ("Ursula von der Leyen", "EU"),
    "von der leyen": ("Ursula von der Leyen", "EU"),
    "фон дер ляйен": ("Ursula von der Leyen", "EU"),
    "урсула фон дер ляйен": ("Ursula von der Leyen", "EU"),
    "li qiang": ("Li Qiang", "CN"),
    "ли цян": ("Li Qiang", "CN"),
    "wang yi": ("Wang Yi", "CN"),
    "ван и": ("Wang Yi", "CN"),
}
_PATRONYMIC = re.compile(
    r"\w+(?:ович|евич|ич|овн|евн|улы|уулу|кызы|қызы|ұлы|огл[ыу]|оглу|зода|ovich|evich|ovna|evna|uly|uulu|kyzy|oglu|oghlu)$"
)


def _known() -> dict[str, list[Person]]:
    table: dict[str, list[Person]] = {}
    for line in _KNOWN.strip().splitlines():
        name, country, spellings = line.split("|")
        given, surname = name.rsplit(" ", 1)
        person = Person(name=name, country=country, surname=surname, given=given, head=True)
        for spelling in spellings.split():
            table.setdefault(stem(spelling), []).append(person)
    return table


KNOWN = _known()
WHOLE = {
    tuple(stem(word) for word in name.split()): Person(
        name=shown, country=country, surname=shown.split()[0 if len(name.split()) < 3 else -1], head=True
    )
    for name, (shown, country) in _WHOLE.items()
}


class People:
    """The persons of one article, known ones and those found by form."""

    def __init__(self) -> None:
        self._by_surname: dict[str, list[Person]] = {}

    def add(self, words: list[str], country: str | None, *, head: bool) -> Person:
        """The person with that name, found again or entered; `words` in the order and case of the text."""
        kept = words if len(words) < 3 else [word for word in words if not _PATRONYMIC.match(word.lower())]
        given, surname = (kept[0] if len(kept) > 1 else None), kept[-1]
        found = self.find(surname, given)
        if found is not None and (len(kept) == 1 or found.given or found in _all_known()):
            return found
        shown = _nominatives(kept)
        person = Person(name=" ".join(shown), country=country, surname=shown[-1], given=given, head=head)
        entries = self._by_surname.setdefault(stem(shown[-1]), [])
        entries[:] = [entry for entry in entries if entry.given]
        entries.append(person)
        return person

    def find(self, surname: str, given: str | None = None) -> Person | None:
        """The person with that family name: the last one entered, else a well-known one."""
        for table in (self._by_surname, KNOWN):
            fits = [person for person in table.get(stem(surname), ()) if person.answers_to(given)]
            if fits:
                return fits[-1] if table is self._by_surname else fits[0]
        return None

    def meet(self, person: Person) -> None:
        """Remember that this one of several with the name is in the text."""
        entries = self._by_surname.setdefault(stem(person.surname), [])
        if person in entries:
            entries.remove(person)
        entries.append(person)
        for spelling, persons in KNOWN.items():
            if person in persons and spelling != stem(person.surname):
                self._by_surname.setdefault(spelling, [])
                if person not in self._by_surname[spelling]:
                    self._by_surname[spelling].append(person)


def _all_known() -> Iterable[Person]:
    return (person for persons in KNOWN.values() for person in persons)


_WOMEN = frozenset(
    ["анна", "елена", "ольга", "наталья", "татьяна", "ирина", "светлана", "марина", "мария", "екатерина"]
)
_WOMEN |= frozenset(["роза", "ада", "валентина", "людмила", "софия", "зоя", "дарига", "динара", "асель", "лейла"])
_SURNAME = (
    (r"(ов|ев|ёв|ин|ын)ой$", r"\1а", "she"),
    (r"(ов|ев|ёв|ин|ын)(?:ым|а|у|е)$", r"\1", "he"),
    (r"(ск|цк)(?:ого|ому|им|ом)$", r"\1ий", "he"),
    (r"([бвгджзклмнпрстфхцчшщ])(?:ом|ем|у|а)$", r"\1", "he"),
)
_GIVEN = {
    "he": ((r"([бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем)$", r"\1"), (r"([еаи])(?:я|ю|ем)$", r"\1й")),
    "she": ((r"ы$", "а"), (r"ии$", "ия"), (r"([бвгджзклмнпрстфхцчшщ])(?:у|ой|е)$", r"\1а")),
    "": ((r"([еа])я$", r"\1й"),),
}


def _nominatives(words: list[str]) -> list[str]:
    """A Russian name in the nominative, as far as its form tells: Анны Петровой is Анна Петрова."""
    bare = [re.sub(r"['’]s$|['’]$", "", word) for word in words]
    if not is_cyrillic(bare[-1]) or bare[0].lower() in _WOMEN:
        return bare
    surname, who = bare[-1], ""
    for pattern, nominative, gender in _SURNAME:
        surname, count = re.subn(pattern, nominative, bare[-1])
        if count:
            who = gender
            break
    return [_given(word, who) for word in bare[:-1]] + [surname]


def _given(word: str, who: str) -> str:
    for pattern, nominative in _GIVEN[who]:
        changed, count = re.subn(pattern, nominative, word)
        if count:
            return changed
    return word
