"""Countries: from codes and names as people write them to ISO codes, and back.

A country is what ISO 3166-1 gives a code to (so territories too), Kosovo (`XK`, user-assigned), or a gone state.
Names resolve by exact folded form or reviewed alias only; near ones are suggested, never taken.
"""

from collections.abc import Iterable, Sequence

from tracker._country_codes import ALPHA3, ENGLISH
from tracker.errors import AmbiguousName, UnknownName
from tracker.text import fold, nearest, visible

CODES = frozenset(ENGLISH)

# Gone states with their first and last year. SU, YU, CS, DD and YD have codes in ISO 3166-3, where CS was given
# out a second time, to Serbia and Montenegro; here it is Czechoslovakia only. The other three have no two-letter
# code of their own: SCG is the former alpha-3 code, YAR and EAZ are in common use and free in ISO.
_GONE = {
    "SU": (1922, 1991),
    "YU": (1918, 2003),
    "CS": (1918, 1992),
    "DD": (1949, 1990),
    "YD": (1967, 1990),
    "YAR": (1918, 1990),
    "SCG": (2003, 2006),
    "EAZ": (1963, 1964),
}

# Two-letter codes that are English words, titles or everyday abbreviations: codes only in capitals.
_WORDS = frozenset("ad ai am as at be by do id in is it la ma me mr ms mu my no pa pm so st to tv us".split())  # noqa: SIM905  it reads as words

# Cyrillic capitals that look like Latin ones: recognised to explain a refusal, never to resolve.
_LOOKALIKES = str.maketrans("АВЕЅІЈКМНОРСТУХ", "ABESIJKMHOPCTYX")

_LONGEST = 100  # no name is half as long; what is longer is neither looked up nor printed whole


def resolve(text: str) -> str:
    """The code of the country that the text names, by a code (`KZ`, `kaz`) or a name in one of eight languages.

    Codes are read in all capitals or all small letters; a two-letter code that is a word only in capitals.
    A name that nothing or more than one country answers to is refused, with near names or all that fit.

    >>> resolve("Kyrgyz Republic"), resolve("Қазақстан"), resolve("usa")
    ('KG', 'KZ', 'US')
    """
    codes = codes_of(text)
    if not codes:
        raise _unknown(text)
    if len(codes) > 1:
        raise _ambiguous(text, codes)
    return codes[0]


def codes_of(text: str) -> tuple[str, ...]:
    """Every code that the text names exactly: one, several for a name that asks which, or none."""
    code = _coded(text)
    return (code,) if code else _named(text)


def spelled(text: str) -> str | None:
    """The code of a name, or of a code in capitals (`US`, `KAZ`), as found in running text; None if in doubt.

    Without a capital letter it is neither: there `can` and `are` are words, and so are `turkey` and `того`.
    """
    if text == text.lower():
        return None
    codes = codes_of(text) if text.isupper() else _named(text)
    return codes[0] if len(codes) == 1 else None


def near(text: str, most: int = 3) -> list[str]:
    """Countries whose code or name looks like the text, as `Kazakhstan (KZ)`, best first."""
    text = text.strip()
    if code := _coded(text.upper().translate(_LOOKALIKES)):
        return [labelled(code)]
    if not 2 < len(text) <= _LONGEST:
        return []
    from tracker._country_names import FOLDED  # 3 ms; needed only here and in `_named`

    codes = [code for form in _alike(text, FOLDED) for code in _each(FOLDED[form])]
    return [labelled(code) for code in dict.fromkeys(codes)][:most]


def is_state(code: str) -> bool:
    """Whether the code is that of a country, living or gone, rather than of a forum, group or body."""
    return code in CODES


def is_gone(code: str) -> bool:
    """Whether the code is that of a state that has ceased to exist."""
    return code in _GONE


def all_states() -> tuple[str, ...]:
    """Every code, in the order of the names shown, gone states last."""
    return tuple(sorted(ENGLISH, key=lambda code: (code in _GONE, fold(ENGLISH[code]))))


def name(code: str) -> str:
    """The English name shown for a code.

    >>> name("TR"), name("CD")
    ('Türkiye', 'DR Congo')
    """
    return ENGLISH[code]


def labelled(code: str) -> str:
    """The name shown with its code, as messages offer it: `Kazakhstan (KZ)`."""
    return f"{ENGLISH[code]} ({code})"


def names(code: str) -> tuple[str, ...]:
    """Every name known for a code as it is written, the one shown first."""
    from tracker._country_names import SPELLED  # 3 ms; needed only by look-ups and full-text search

    return SPELLED[code]


def years(code: str) -> tuple[int | None, int | None]:
    """The first and last year of a gone state; for the living both are None."""
    return _GONE.get(code, (None, None))


def _coded(text: str) -> str | None:
    text = text.strip(" ")
    if not text.isascii() or not (text.isupper() or (text.islower() and text not in _WORDS)):
        return None
    code = text.upper()
    return code if code in CODES else ALPHA3.get(code)


def _named(text: str) -> tuple[str, ...]:
    if len(text) > _LONGEST or visible(text) != text:
        return ()
    from tracker._country_names import FOLDED  # 3 ms; codes do without

    return _each(FOLDED.get(fold(text), ()))


def _alike(text: str, forms: Iterable[str]) -> list[str]:
    """The forms most like the text: many are one country's, and those far behind the best are none it meant."""
    found = nearest(text, forms, most=12)
    if not found:
        return []
    from rapidfuzz.fuzz import ratio  # `nearest` has just paid for it

    likeness = [ratio(fold(text), form) for form in found]
    return [form for form, how_like in zip(found, likeness, strict=True) if how_like >= likeness[0] - 8]


def _unknown(text: str) -> UnknownName:
    if not text.strip():
        return UnknownName("a country is missing: type a code (KZ) or a name")
    guesses = near(text)
    shown = quoted(text)
    if not guesses:
        return UnknownName(f"no country {shown}: type a code (KZ) or a name; `tracker countries` lists them")
    return UnknownName(f"no country {shown}. Did you mean {either(guesses)}?", guesses)


def _ambiguous(text: str, codes: tuple[str, ...]) -> AmbiguousName:
    choices = [labelled(code) for code in codes]
    return AmbiguousName(f"{quoted(text)} may be {either(choices)}: type the code", choices)


def _each(code: str | tuple[str, ...]) -> tuple[str, ...]:
    return (code,) if isinstance(code, str) else code


def quoted(text: str, longest: int = 60) -> str:
    """The value as a message shows it: in quotes, cut, with nothing in it that steers a terminal."""
    return f"'{visible(text if len(text) <= longest else text[:longest] + '…')}'"


def either(choices: Sequence[str]) -> str:
    """The choices as a sentence offers them: `A, B or C`."""
    return " or ".join(filter(None, [", ".join(choices[:-1]), choices[-1]]))
