"""Foreign text: `visible` is the one way by which it reaches a screen, `fold` the one way it is compared."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Characters that steer a terminal or turn the order of letters round, beside the categories below:
# line and paragraph separators, bidi embeddings, overrides, isolates and marks, byte order mark, tag characters.
_STEERING = frozenset(
    [
        *(0x00AD, 0x061C, 0x180E, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFE, 0xFFFF),
        *(0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xE0000, 0xE0080),
    ]
)
_NAMES = {0x1B: "␛", 0x00: "␀", 0x07: "␇", 0x08: "␈", 0x7F: "␡"}
_APOSTROPHES = dict.fromkeys(map(ord, "'`´ʻʼʹʽ‘’‛′ˈ"))


def _shown(code: int) -> str:
    return _NAMES.get(code) or (f"<U+{code:04X}>")


def _is_steering(char: str) -> bool:
    return ord(char) in _STEERING or unicodedata.category(char) in ("Cc", "Cs")


def visible(text: str, *, keep: str = "") -> str:
    """The text with every character made visible that could steer a terminal.

    Line ends and tabs become single spaces unless named in `keep`.
    """
    if text.isascii() and text.isprintable():
        return text
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    return "".join(
        char if char in keep else " " if char in "\n\t\r" else _shown(ord(char)) if _is_steering(char) else char
        for char in text
    )


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text as it is compared: case, accents, kinds of apostrophe and runs of space aside.

    `"Türkiye"` and `"TURKIYE"` fold alike, and so do `"O‘zbekiston"` and `"Ozbekiston"`.
    """
    if text.isascii() and "'" not in text and "`" not in text:
        return " ".join(text.lower().split())
    stripped = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).replace("ı", "i").casefold())
    return " ".join("".join(char for char in stripped if not unicodedata.combining(char)).split())


def nearest(word: str, choices: Iterable[str], most: int = 3) -> list[str]:
    """Up to `most` of the choices that look like the word, best first; none if nothing does."""
    from rapidfuzz import fuzz, process  # 8 ms; only an error or a suggestion needs it

    found = process.extract(fold(word), list(choices), scorer=fuzz.ratio, processor=fold, limit=most, score_cutoff=70)
    return [choice for choice, _, _ in found]
