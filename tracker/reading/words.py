"""Words and their stems: enough to know a word again in another case, number or spelling."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_](?:[\w’'ʻʼ`]|-(?=\w))*")

_RUSSIAN_ENDINGS = re.compile(
    r"(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ыми|ый|ий|ой|ая|яя|ое|ее|ые|ую|юю|ых|их|ым|им|ом|ем|ём|ам|ям|ах|ях|ою|ею|ей"
    r"|а|я|о|е|ы|и|у|ю|ь|й)$"
)
_POSSESSIVE = re.compile(r"(?:['’]s|s['’]|['’])$")
_ACCENTS = str.maketrans("ёәқңөұүһғіўҳҷӣӯ", "еакноууггиухчиу")


def is_cyrillic(word: str) -> bool:
    """Whether the word is written in Cyrillic letters, by its first one."""
    return "\u0400" <= word[:1] <= "\u04ff"


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The part of the word that its cases share.

    >>> stem("Узбекистана"), stem("China's")
    ('узбекистан', 'china')
    """
    small = word.lower()
    if not is_cyrillic(small):
        return _POSSESSIVE.sub("", small)
    small = small.translate(_ACCENTS)
    found = _RUSSIAN_ENDINGS.search(small, 3)
    return small[: found.start()] if found else small


def stems(phrase: str) -> tuple[str, ...]:
    """The stems of all words of the phrase."""
    return tuple(stem(word) for word in WORD.findall(phrase))


_LATIN_OF = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
    **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"},
}


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """A name's consonants after romanisation, the same for its usual spellings.

    >>> skeleton("Toqaev") == skeleton("Токаев") == skeleton("Tokayev")
    True
    """
    small = "".join(_LATIN_OF.get(letter, letter) for letter in word.lower().translate(_ACCENTS))
    for long, short in (
        ("dzh", "j"),
        ("zh", "j"),
        ("kh", "h"),
        ("q", "k"),
        ("x", "ks"),
        ("ts", "c"),
        ("w", "v"),
        ("ph", "f"),
    ):
        small = small.replace(long, short)
    return re.sub(r"(.)\1", r"\1", re.sub(r"[^b-df-hj-np-tv-xz]", "", small))
