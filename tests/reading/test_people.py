"""Persons: one each across spellings, scripts and cases; found by form where no list knows them."""

import pytest

from tests.reading.freedonia import listed
from tracker.reading import candidates


def proposer(text: str) -> tuple[str | None, str | None]:
    """The one listed candidate's country and person."""
    [candidate] = listed(text)
    return candidate.proposer_country, candidate.proposer_person


@pytest.mark.parametrize("name", ["Tokayev", "Tokaev", "Toqaev", "Kassym-Jomart Tokayev", "Kassym-Zhomart Tokaev"])
def test_a_known_leader_in_latin_letters(name: str) -> None:
    assert proposer(f"{name} proposed a Lake Charter.") == ("KZ", "Kassym-Jomart Tokayev")


@pytest.mark.parametrize(
    "words",
    [
        "Токаев предложил создать",
        "Касым-Жомарт Кемелевич Токаев предложил создать",
        "По предложению Токаева решено создать",
        "Тоқаев предложил создать",
    ],
)
def test_a_known_leader_in_cyrillic_letters(words: str) -> None:
    assert proposer(f"{words} Банк семян.") == ("KZ", "Kassym-Jomart Tokayev")


@pytest.mark.parametrize("name", ["Japarov", "Zhaparov", "Sadyr Japarov", "Sadyr Zhaparov"])
def test_another_known_leader(name: str) -> None:
    assert proposer(f"Kyrgyz President {name} proposed a Lake Charter.") == ("KG", "Sadyr Japarov")


def test_two_known_persons_with_one_family_name() -> None:
    text = "Prime Minister Akylbek Japarov proposed a Lake Charter."
    assert proposer(text)[1] == "Akylbek Japarov"


@pytest.mark.parametrize(
    "words",
    [
        "President Anna Petrel of Freedonia proposed",
        "Freedonian President Anna Petrel proposed",
        "Freedonia’s President Anna Petrel proposed",
        "President of Freedonia Anna Petrel proposed",
        "The President of Freedonia, Anna Petrel, proposed",
        "Anna Petrel, President of Freedonia, proposed",
    ],
)
def test_names_by_form(words: str) -> None:
    assert proposer(f"{words} a Lake Charter.") == ("FD", "Anna Petrel")


@pytest.mark.parametrize(
    "words",
    [
        "Президент Фридонии Андрей Петрел предложил",
        "Фридонский президент Андрей Петрел предложил",
        "Премьер-министр Фридонии Андрей Петрел предложил",
        "Глава Фридонии Андрей Петрел предложил",
    ],
)
def test_russian_names_by_form(words: str) -> None:
    assert proposer(f"{words} создать Банк семян.") == ("FD", "Андрей Петрел")


def test_two_with_one_family_name_are_told_apart() -> None:
    text = (
        "President Anna Petrel of Freedonia spoke of her predecessor, former President Ivan Petrel of Freedonia. "
        "Anna Petrel supported Ivan Petrel’s plan for a deep port."
    )
    [candidate] = listed(text)
    assert (candidate.proposer_person, candidate.supporters) == ("Ivan Petrel", ())


def test_the_leader_is_found_through_the_post_of_his_country() -> None:
    text = (
        "President Omar Moro of Sylvania received Anna Petrel, President of Freedonia.\n\n"
        "The President of Freedonia proposed a Lake Charter."
    )
    assert proposer(text) == ("FD", "Anna Petrel")


def test_a_guest_who_is_thanked_does_not_take_the_floor() -> None:
    text = (
        "President Omar Moro of Sylvania opened the summit. He thanked President Anna Petrel of Freedonia.\n\n"
        "“We propose to establish a Lake Agency,” the President said."
    )
    assert proposer(text) == ("SV", "Omar Moro")


def test_a_spokesman_is_not_the_proposer() -> None:
    text = (
        "President Anna Petrel of Freedonia spoke in Port Ana, her spokesman Jon Reed said.\n\n"
        "She proposed a Lake Charter."
    )
    assert proposer(text) == ("FD", "Anna Petrel")


def test_nobody_is_named_who_is_not_in_the_text() -> None:
    [candidate] = candidates("The President of Kazakhstan proposed a Lake Charter.")
    assert (candidate.proposer_country, candidate.proposer_person) == ("KZ", None)


def test_a_niger_is_no_nigeria() -> None:
    [candidate] = candidates("Nigeria proposed a Lake Charter.")
    assert candidate.proposer_country == "NG"


def test_a_patronymic_is_dropped() -> None:
    assert proposer("Президент Садыр Нургожоевич Жапаров предложил создать Банк семян.")[1] == "Sadyr Japarov"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ивана Горского", "Иван Горский"),
        ("Андрея Петрова", "Андрей Петров"),
        ("Анны Петровой", "Анна Петрова"),
        ("Карла Вейла", "Карл Вейл"),
    ],
)
def test_a_russian_name_is_shown_in_the_nominative(name: str, shown: str) -> None:
    text = f"По предложению президента Фридонии {name} решено создать Банк семян."
    assert proposer(text) == ("FD", shown)
