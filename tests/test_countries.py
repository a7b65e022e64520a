"""Countries: codes, names in eight languages, what asks, what is refused, and states that are gone."""

import subprocess
import sys

import pytest

from tracker import countries
from tracker.errors import AmbiguousName, UnknownName
from tracker.text import visible

CENTRAL_ASIA = {
    "KZ": "Kazakhstan Казахстан Қазақстан Qozog‘iston Қозоғистон Казакстан Қазоқистон Gazagystan Qazaxıstan",
    "KG": "Kyrgyzstan Киргизия Қырғызстан Qirg‘iziston Қирғизистон Кыргызстан Қирғизистон Gyrgyzystan Qırğızıstan",
    "TJ": "Tajikistan Таджикистан Тәжікстан Tojikiston Тожикистон Тажикстан Тоҷикистон Täjigistan Tacikistan",
    "TM": "Turkmenistan Туркмения Түрікменстан Turkmaniston Туркманистон Түркмөнстан Türkmenistan Türkmənistan",
    "UZ": "Uzbekistan Узбекистан Өзбекстан O‘zbekiston Ўзбекистон Өзбекстан Ӯзбекистон Özbegistan Özbəkistan",
    "AZ": "Azerbaijan Азербайджан Әзербайжан Ozarbayjon Озарбайжон Азербайжан Озарбойҷон Azerbaýjan Azərbaycan",
}


@pytest.mark.parametrize(
    ("name", "code"), [(name, code) for code, line in CENTRAL_ASIA.items() for name in line.split()]
)
def test_a_name_resolves_in_each_of_eight_languages(name: str, code: str) -> None:
    assert countries.resolve(name) == code
    assert countries.resolve(name.upper()) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kyrgyz Republic", "KG"),
        ("Kirghizia", "KG"),
        ("Кыргызская Республика", "KG"),
        ("Republic of Kazakhstan", "KZ"),
        ("Қазақстан Республикасы", "KZ"),
        ("Молдавия", "MD"),
        ("Белоруссия", "BY"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Turkey", "TR"),
        ("РФ", "RU"),
        ("Российская Федерация", "RU"),
        ("КНР", "CN"),
        ("США", "US"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("the United States", "US"),
        ("UK", "GB"),
        ("UAE", "AE"),
        ("ОАЭ", "AE"),
        ("Micronesia (Federated States of)", "FM"),
        ("Bolivia (Plurinational State of)", "BO"),
        ("Netherlands (Kingdom of the)", "NL"),
        ("Bahamas (The)", "BS"),
        ("Congo, Democratic Republic of the", "CD"),
        ("CONGO KINSHASA", "CD"),
        ("Congo - Brazzaville", "CG"),
        ("KOREA DEMOCRATIC PEOPLE'S REPUBLIC OF", "KP"),
        ("Republic of Korea", "KR"),
        ("Lao People's Democratic Republic", "LA"),
        ("Côte d’Ivoire", "CI"),
        ("COTE D'IVOIRE", "CI"),
        ("IVORY COAST", "CI"),
        ("MACEDONIA THE FYR OF", "MK"),
        ("St. Kitts & Nevis", "KN"),
        ("St Vincent and the Grenadines", "VC"),
        ("São Tomé & Príncipe", "ST"),
        ("VIETNAM, SOCIALIST REP OF", "VN"),
        ("Burma", "MM"),
        ("Holy See", "VA"),
        ("Federal Republic of Germany", "DE"),
        ("Kosovo", "XK"),
        ("  Kyrgyz   Republic ", "KG"),
    ],
)
def test_a_usual_variant_resolves(name: str, code: str) -> None:
    assert countries.resolve(name) == code


@pytest.mark.parametrize(("word", "code"), [("KZ", "KZ"), ("kz", "KZ"), ("KAZ", "KZ"), ("kaz", "KZ"), ("xkx", "XK")])
def test_a_code_is_read_in_all_capitals_or_all_small_letters(word: str, code: str) -> None:
    assert countries.resolve(word) == code


@pytest.mark.parametrize("word", ["Kz", "kZ", "Kaz", "KAz"])
def test_a_code_in_mixed_case_is_no_code(word: str) -> None:
    with pytest.raises(UnknownName, match=r"Did you mean Kazakhstan \(KZ\)\?"):
        countries.resolve(word)


@pytest.mark.parametrize(
    "word", ["in", "no", "it", "us", "is", "as", "at", "be", "by", "do", "so", "to", "me", "my", "am"]
)
def test_a_code_that_is_a_word_is_a_code_in_capitals_only(word: str) -> None:
    assert countries.resolve(word.upper()) == word.upper()
    with pytest.raises(UnknownName):
        countries.resolve(word)


@pytest.mark.parametrize("code", sorted(countries.CODES))
def test_every_code_and_the_name_shown_for_it_lead_back_to_it(code: str) -> None:
    assert countries.resolve(code) == countries.resolve(countries.name(code)) == code


@pytest.mark.parametrize("code", sorted(countries.CODES))
def test_every_known_name_resolves_to_its_code(code: str) -> None:
    assert {countries.resolve(name) for name in countries.names(code)} == {code}


def test_niger_is_not_nigeria() -> None:
    assert (countries.resolve("Niger"), countries.resolve("Nigeria")) == ("NE", "NG")
    assert (countries.resolve("Нигер"), countries.resolve("Нигерия")) == ("NE", "NG")


@pytest.mark.parametrize("word", ["Kazahstan", "Kazkahstan", "Казхастан", "Kazakhstаn", "Kazakh\u200bstan"])
def test_a_near_name_is_suggested_not_taken(word: str) -> None:
    with pytest.raises(UnknownName) as refusal:
        countries.resolve(word)
    assert str(refusal.value) == f"no country '{visible(word)}'. Did you mean Kazakhstan (KZ)?"
    assert refusal.value.near == ("Kazakhstan (KZ)",)


def test_two_near_names_are_both_suggested() -> None:
    with pytest.raises(UnknownName, match=r"Nigeria \(NG\) or Niger \(NE\)"):
        countries.resolve("Nigeri")


def test_a_twice_encoded_name_is_refused_with_what_it_was() -> None:
    with pytest.raises(UnknownName, match=r"Did you mean Türkiye \(TR\)\?"):
        countries.resolve("TÃ¼rkiye")


@pytest.mark.parametrize("word", ["XX", "QQ", "ZZ", "ZZZ", "12", "K", "Ruritania", "EU", "AN", "ZAR", "?"])
def test_what_is_no_country_is_refused(word: str) -> None:
    with pytest.raises(UnknownName, match="no country"):
        countries.resolve(word)


@pytest.mark.parametrize("word", ["", "  ", "\t"])
def test_a_missing_country_is_said_to_be_missing(word: str) -> None:
    with pytest.raises(UnknownName, match="a country is missing"):
        countries.resolve(word)


@pytest.mark.parametrize("word", ["КZ", "KZ\u200b", "КАZ", "\uff2b\uff3a"])
def test_a_code_with_foreign_letters_in_it_is_no_code(word: str) -> None:
    with pytest.raises(UnknownName):
        countries.resolve(word)


@pytest.mark.parametrize("word", ["KZ\n", "Kazakh\x1fstan", "\x1cKazakhstan", "\u202eKazakhstan", "Kazakhstan\x00"])
def test_a_name_with_control_characters_is_refused_and_they_are_made_visible(word: str) -> None:
    with pytest.raises(UnknownName) as refusal:
        countries.resolve(word)
    assert not any(char in str(refusal.value) for char in "\n\x1f\x1c\u202e\x00")


def test_a_long_word_is_cut_in_the_message() -> None:
    with pytest.raises(UnknownName) as refusal:
        countries.resolve("Kazakhstan" * 100_000)
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize(
    ("word", "choices"),
    [
        ("Korea", ("North Korea (KP)", "South Korea (KR)")),
        ("Корея", ("North Korea (KP)", "South Korea (KR)")),
        ("KOREYA", ("North Korea (KP)", "South Korea (KR)")),
        ("Congo", ("DR Congo (CD)", "Republic of the Congo (CG)")),
        ("the Congo", ("DR Congo (CD)", "Republic of the Congo (CG)")),
        ("Конго", ("DR Congo (CD)", "Republic of the Congo (CG)")),
        ("Konqo", ("DR Congo (CD)", "Republic of the Congo (CG)")),
        ("РК", ("Kazakhstan (KZ)", "South Korea (KR)")),
    ],
)
def test_a_name_of_several_countries_asks_which(word: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousName) as refusal:
        countries.resolve(word)
    assert refusal.value.near == choices
    assert str(refusal.value) == f"'{word}' may be {choices[0]} or {choices[1]}: type the code"


@pytest.mark.parametrize(
    ("name", "code", "years"),
    [
        ("Soviet Union", "SU", (1922, 1991)),
        ("СССР", "SU", (1922, 1991)),
        ("Yugoslavia", "YU", (1918, 2003)),
        ("Czechoslovakia", "CS", (1918, 1992)),
        ("ГДР", "DD", (1949, 1990)),
        ("Democratic Yemen", "YD", (1967, 1990)),
        ("YEMEN ARAB REPUBLIC", "YAR", (1918, 1990)),
        ("Serbia and Montenegro", "SCG", (2003, 2006)),
        ("ZANZIBAR", "EAZ", (1963, 1964)),
    ],
)
def test_a_gone_state_carries_its_years(name: str, code: str, years: tuple[int, int]) -> None:
    assert countries.resolve(name) == code
    assert countries.years(code) == years
    assert countries.is_state(code)
    assert countries.is_gone(code)


def test_a_living_state_has_no_years() -> None:
    assert countries.years("KZ") == (None, None)
    assert not countries.is_gone("KZ")


def test_a_group_is_no_state() -> None:
    assert not countries.is_state("EU")
    assert not countries.is_state("C5")


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("KZ", "Kazakhstan"),
        ("KG", "Kyrgyzstan"),
        ("TR", "Türkiye"),
        ("KP", "North Korea"),
        ("KR", "South Korea"),
        ("CD", "DR Congo"),
        ("CG", "Republic of the Congo"),
        ("CI", "Côte d'Ivoire"),
        ("MM", "Myanmar"),
        ("VC", "Saint Vincent and the Grenadines"),
    ],
)
def test_a_name_is_shown_as_analysts_know_it(code: str, name: str) -> None:
    assert countries.name(code) == name


def test_the_name_shown_comes_first_among_all_names() -> None:
    names = countries.names("KG")
    assert names[0] == "Kyrgyzstan"
    assert {"Киргизия", "Кыргызстан", "Kyrgyz Republic"} <= set(names)


def test_all_states_are_in_the_order_of_their_names_gone_ones_last() -> None:
    states = countries.all_states()
    assert set(states) == countries.CODES
    assert (states[0], states[-1]) == ("AF", "EAZ")
    assert states.index("AX") < states.index("AL")


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ("Kazakhstan", "KZ"),
        ("US", "US"),
        ("UK", "GB"),
        ("the Netherlands", "NL"),
        ("can", None),
        ("turkey", None),
        ("того", None),
        ("are", None),
        ("kz", None),
        ("Korea", None),
        ("Kazahstan", None),
        ("", None),
    ],
)
def test_running_text_gives_a_code_only_without_doubt(found: str, code: str | None) -> None:
    assert countries.spelled(found) == code


def test_a_code_is_resolved_without_the_table_of_names() -> None:
    program = (
        "import sys\nfrom tracker import countries\ncountries.resolve('KZ')\ncountries.name('KZ')\n"
        "print([module for module in ('tracker._country_names', 'rapidfuzz') if module in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
