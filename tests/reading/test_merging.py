"""Merging: headline, lead and quotation that tell of one undertaking give one candidate."""

from tests.reading.freedonia import ENGLISH_CAST, RUSSIAN_CAST, listed


def test_headline_lead_and_quotation_are_one() -> None:
    text = (
        "Freedonia proposes forum on rivers\n\n"
        "President Anna Petrel of Freedonia proposed to hold an annual Forum on Rivers in Port Ana.\n\n"
        "“We propose to convene a Forum on Rivers every spring,” she said."
    )
    [candidate] = listed(text)
    assert candidate.quote.startswith("President Anna Petrel")
    assert (candidate.proposer_country, candidate.proposer_person) == ("FD", "Anna Petrel")


def test_russian_headline_lead_and_quotation_are_one() -> None:
    text = (
        "Фридония предложила создать форум рек\n\n"
        "Президент Фридонии Андрей Петрел предложил проводить ежегодный Форум рек в Порт-Ане.\n\n"
        "«Предлагаем учредить Форум рек», – сказал он."
    )
    [candidate] = listed(text)
    assert candidate.quote.startswith("Президент Фридонии")


def test_the_kind_is_the_newest_act() -> None:
    text = ENGLISH_CAST + (
        "Petrel had proposed a Lake Charter for the basin.\n\nThe Lake Charter was adopted by the African Union."
    )
    [candidate] = listed(text)
    assert candidate.kind == "adopted"


def test_supporters_of_all_places_are_kept() -> None:
    text = ENGLISH_CAST + (
        "Petrel proposed a Lake Charter for the basin.\n\nMoro supported the Lake Charter.\n\n"
        "Vale backed the Lake Charter."
    )
    [candidate] = listed(text)
    assert sorted(candidate.supporters) == ["RT", "SV"]
    assert (candidate.proposer_country, candidate.proposer_person) == ("FD", "Anna Petrel")


def test_two_undertakings_of_one_kind_stay_two() -> None:
    text = ENGLISH_CAST + "Petrel proposed a Lake Agency in Port Ana.\n\nMoro proposed a Seed Agency in the hills."
    assert [candidate.title[:11] for candidate in listed(text)] == ["Lake Agency", "Seed Agency"]


def test_cases_do_not_keep_two_apart() -> None:
    text = RUSSIAN_CAST + (
        "Петрел предложил создать Агентство по биологии морей.\n\n"
        "Вейл высказался за создание Агентства по биологии морей."
    )
    assert len(listed(text)) == 1
