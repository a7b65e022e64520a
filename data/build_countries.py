"""Writes `tracker/_country_codes.py` and `tracker/_country_names.py` from CLDR and `country_aliases.csv`.

Run it with the development dependencies installed: `python data/build_countries.py`. CLDR (through Babel) gives the
name of each territory in the eight languages; the alias file gives everything else, each line reviewed by hand:
its `code` is what the alias means, or several joined by `|` for a name that asks which, and a line noted `shown`
holds the English name that is displayed. It stops when two codes claim one name that no line of the file settles.
"""

import csv
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel import Locale
from babel.core import get_cldr_version, get_global

HERE = Path(__file__).parent
TRACKER = HERE.parent / "tracker"
sys.path.insert(0, str(HERE.parent))

from tracker.text import fold  # noqa: E402  the path is set above, so that the script runs from anywhere

LOCALES = ["en", "ru", "kk", "uz", "uz_Cyrl", "ky", "tg", "tk", "az", "az_Cyrl"]

# Of CLDR's two-letter territories these are not in ISO 3166-1: exceptional reservations, groupings, test locales.
# XK stays: it is user-assigned, and the code everybody uses for Kosovo.
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}

# ISO 3166-3 alpha-3 codes of the gone states that have one.
GONE_ALPHA3 = {"SUN": "SU", "YUG": "YU", "CSK": "CS", "DDR": "DD", "YMD": "YD"}
GONE = {*GONE_ALPHA3.values(), "SCG", "YAR", "EAZ"}

# CLDR also knows withdrawn and private-use alpha-3 codes; these would be second ones for a living state.
WITHDRAWN_ALPHA3 = {"ANT", "ATB", "BUR", "BYS", "DDR", "FXX", "NTZ", "ROM", "SCG", "SUN", "TMP", "XKK", "YMD", "YUG"}
WITHDRAWN_ALPHA3 |= {"ZAR", "CSK", "DHY", "HVO", "NHB", "RHO", "VDR", "QUU", "CTE", "JTN", "MID", "PCI", "PUS", "PCZ"}

TABLE_TYPES = {
    "ENGLISH": "dict[str, str]",
    "ALPHA3": "dict[str, str]",
    "FOLDED": "dict[str, str | tuple[str, ...]]",
    "SPELLED": "dict[str, tuple[str, ...]]",
}

# "Republic of X" is also written "X, Republic of" and "X (Republic of)", as in UN documents.
OF_NAME = re.compile(
    r"(?P<kind>.*\b(?:Republic|Rep\.|Kingdom|States?|Federation|Union)) of (?P<the>the )?(?P<short>.+)"
)

# English names that take the article.
WITH_ARTICLE = re.compile(
    r"\b(Republic|Rep\.|Kingdom|States?|Federation|Union|Emirates|Emirate|Islands|Commonwealth|Principality|Sultanate"
    r"|Duchy|Confederation|Netherlands|Gambia|Philippines|Bahamas|Maldives|Comoros|Seychelles|Congo|Sudan|Ukraine"
    r"|Lebanon|Holy See|Vatican|Ivory Coast|Niger|Jamahiriya|U\.?K\.?|U\.?S\.?A\.?|UAE|USSR|U\.S\."
    r"|DPRK|PRC|DRC|ROK|GDR)\b"
)


class Alias(NamedTuple):
    """A line of the alias file."""

    codes: tuple[str, ...]
    name: str
    language: str
    note: str


def read_aliases() -> list[Alias]:
    with (HERE / "country_aliases.csv").open(encoding="utf-8", newline="") as lines:
        return [
            Alias(tuple(row["code"].split("|")), row["alias"], row["language"], row["note"])
            for row in csv.DictReader(lines)
        ]


def cldr_names(locale: str) -> Iterator[tuple[str, str]]:
    """The territories of ISO 3166-1 (and Kosovo) with their names in that language."""
    for code, name in Locale.parse(locale).territories.items():
        if len(code) == 2 and code.isalpha() and code not in NOT_ISO:
            yield code, re.sub("[\N{NON-BREAKING HYPHEN}\N{HYPHEN}]", "-", name)


def alpha3_codes(codes: set[str]) -> dict[str, str]:
    known = get_global("territory_aliases")
    living = {
        long: short[0]
        for long, short in known.items()
        if len(long) == 3 and long.isalpha() and len(short) == 1
        if short[0] in codes and long not in WITHDRAWN_ALPHA3
    }
    return living | {"XKX": "XK"} | GONE_ALPHA3


def respellings(name: str) -> Iterator[str]:
    """The same name with `&` written out, `Saint` short or in full, dashes as blanks or with no blanks around."""
    for saint in (
        name,
        re.sub(r"^St\. ", "Saint ", name),
        re.sub(r"^Saint ", "St. ", name),
        re.sub(r"^(Saint|St\.) ", "St ", name),
    ):
        for plain in (saint, saint.replace(" & ", " and ")):
            yield plain
            yield re.sub(r"\s+[-–]\s+", "-", plain)
            yield " ".join(re.sub(r"[-–]", " ", plain).split())


def english_forms(name: str) -> Iterator[str]:
    """The same name turned round as in UN documents, and each of these with the article."""
    forms = [name]
    if "(" not in name and "," not in name and (turned := OF_NAME.fullmatch(name)):
        rest = f"{turned['kind']} of{' the' if turned['the'] else ''}"
        forms += [f"{turned['short']}, {rest}", f"{turned['short']} ({rest})"]
    for form in forms:
        yield form
        if WITH_ARTICLE.search(form) and not form.lower().startswith("the "):
            yield from (f"the {form}", f"{form} (the)", f"{form}, the")


def forms_of(name: str, language: str) -> Iterator[str]:
    for spelling in respellings(name):
        yield from english_forms(spelling) if language == "en" else (spelling,)


def shown_names(aliases: list[Alias]) -> dict[str, str]:
    """The English name to display, by code."""
    shown = {code: name.replace(" & ", " and ").replace("’", "'") for code, name in cldr_names("en")}
    shown = {code: re.sub(r"^St\. ", "Saint ", name) for code, name in shown.items()}
    return shown | {alias.codes[0]: alias.name for alias in aliases if alias.note == "shown"}


def gather(aliases: list[Alias]) -> tuple[dict[str, list[str]], dict[str, tuple[str, ...]]]:
    """The names as written, by code, those that ask which left out; and the codes, by folded form."""
    spelled: dict[str, list[str]] = defaultdict(list)
    folded: dict[str, tuple[str, ...]] = defaultdict(tuple)
    sources = [(code, name, locale[:2]) for locale in LOCALES for code, name in cldr_names(locale)]
    sources += [(alias.codes[0], alias.name, alias.language) for alias in aliases if len(alias.codes) == 1]
    for code, name, language in sources:
        if name not in spelled[code]:
            spelled[code].append(name)
        for form in forms_of(name, language):
            folded[fold(form)] = tuple(dict.fromkeys((*folded[fold(form)], code)))
    for alias in aliases:
        if len(alias.codes) > 1:
            for form in (alias.name, f"the {alias.name}"):
                folded[fold(form)] = alias.codes
    certain = {code: [name for name in names if folded[fold(name)] == (code,)] for code, names in spelled.items()}
    return certain, dict(folded)


def refuse_clashes(folded: dict[str, tuple[str, ...]], aliases: list[Alias]) -> None:
    settled = {fold(form) for alias in aliases if len(alias.codes) > 1 for form in (alias.name, f"the {alias.name}")}
    clashes = {form: codes for form, codes in folded.items() if len(codes) > 1 and form not in settled}
    if clashes:
        raise SystemExit(f"settle in country_aliases.csv: {clashes}")


def write(path: Path, docstring: str, **tables: str) -> None:
    header = f'"""{docstring}\n\nGenerated by data/build_countries.py from CLDR {get_cldr_version()}'
    header += ' and data/country_aliases.csv; do not edit.\n"""\n'
    path.write_text(
        header + "".join(f"\n{name}: {TABLE_TYPES[name]} = {table}\n" for name, table in tables.items()),
        encoding="utf-8",
    )
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(path)], check=True)  # noqa: S603  our own path


def main() -> None:
    aliases = read_aliases()
    shown = shown_names(aliases)
    spelled, folded = gather(aliases)
    refuse_clashes(folded, aliases)
    if set(shown) != set(spelled) or not set(shown) >= GONE:
        raise SystemExit(f"names without a code or codes without a name: {set(shown) ^ set(spelled)}")
    alpha3 = alpha3_codes(set(shown))
    write(
        TRACKER / "_country_codes.py",
        "Country codes with the English names shown for them, and alpha-3 codes.",
        ENGLISH=repr(dict(sorted(shown.items()))),
        ALPHA3=repr(dict(sorted(alpha3.items()))),
    )
    write(
        TRACKER / "_country_names.py",
        "Country names by folded form (one code, or several for a name that asks which), and as written, by code.",
        FOLDED=repr({form: codes[0] if len(codes) == 1 else codes for form, codes in folded.items()}),
        SPELLED=repr({code: tuple(dict.fromkeys([shown[code], *spelled[code]])) for code in sorted(spelled)}),
    )
    print(f"{len(shown)} codes, {len(alpha3)} alpha-3, {sum(map(len, spelled.values()))} names, {len(folded)} forms")


if __name__ == "__main__":
    main()
