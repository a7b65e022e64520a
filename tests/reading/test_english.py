"""What English does: each phenomenon of reading with a sentence of our own and what must come of it."""

import pytest

from tests.reading.freedonia import ENGLISH_CAST, Expected, compared, listed, read

FOUND = {
    "1 plain performative": (
        "Petrel proposed a Lake Charter for the basin.",
        [Expected("Lake Charter", "proposed", "FD", "Petrel")],
    ),
    "2 the country as subject in its leader's quotation": (
        "Petrel spoke first.\n\n“Freedonia has offered to host a Seed Bank in the hills,” said the Head of State.",
        [Expected("Seed Bank", "proposed", "FD", "Petrel")],
    ),
    "3 we in a quotation, the speaker after it": (
        "Then Moro spoke.\n\n“We suggest starting work on a Data Pact. It would protect users,” he added.",
        [Expected("Data Pact", "proposed", "SV", "Moro")],
    ),
    "4 the speaker stands in the paragraph before": (
        "Moro took the floor next.\n\nAn annual River Forum should be held, the president noted.",
        [Expected("River Forum", "proposed", "SV", "Moro")],
    ),
    "5 passive with its agent": (
        "A Flood Fund was suggested by the Sylvanian side.",
        [Expected("Flood Fund", "proposed", "SV")],
    ),
    "6 impersonal": (
        "Vale addressed the meeting.\n\n“It would be sensible to open a joint rail office in Port Ana,” he said.",
        [Expected("rail office", "proposed", "RT", "Vale")],
    ),
    "7 support is not a proposal": (
        "Vale backed Petrel’s idea of a Seed Bank.",
        [Expected("Seed Bank", "supported", "FD", "Petrel", ("RT",))],
    ),
    "8 support for a proposal of nobody named": (
        "Moro went on.\n\n“Proposals have been made earlier to issue a joint ticket for trains. "
        "We support such proposals,” he said.",
        [Expected("joint ticket", "supported", None, None, ("SV",))],
    ),
    "9 two acts in one sentence": (
        "Petrel supported an early signing of the Rail Pact and suggested a Night Train between the capitals.",
        [
            Expected("Rail Pact", "supported", None, None, ("FD",)),
            Expected("Night Train", "proposed", "FD", "Petrel"),
        ],
    ),
    "10 several objects of one verb": (
        "Moro suggested a map of ports, a port school and a port prize.",
        [
            Expected("map of ports", "proposed", "SV", "Moro"),
            Expected("port school", "proposed", "SV", "Moro"),
            Expected("port prize", "proposed", "SV", "Moro"),
        ],
    ),
    "11 a list after a colon, no bullets": (
        "Moro proposed the creation of new bodies:\n\na gene bank for dry lands;\n\na climate desk in Port Ana.",
        [Expected("gene bank", "proposed", "SV", "Moro"), Expected("climate desk", "proposed", "SV", "Moro")],
    ),
    "11 a list with bullets": (
        "Vale put forward the following proposals:\n\n• Establish a Water School.\n\n• Hold a Week of Wells.",
        [Expected("Water School", "proposed", "RT", "Vale"), Expected("Week of Wells", "proposed", "RT", "Vale")],
    ),
    "14 at the initiative of": (
        "At Moro’s initiative, 2031 was declared the Year of Wells.",
        [Expected("Year of Wells", "agreed", "SV", "Moro")],
    ),
    "15 a signing by others is welcomed": (
        "Petrel welcomed the signing of the border treaty between Sylvania and Ruritania.",
        [Expected("border treaty", "signed", "SV", None, ("RT", "SV"))],
    ),
    "16 two parties sign": (
        "Freedonia and Sylvania signed a memorandum on lithium.",
        [Expected("memorandum on lithium", "signed", "FD", None, ("FD", "SV"))],
    ),
    "17 a bloc decides, not its host": (
        "Meeting in Freedonia under Petrel, the African Union adopted the Ana Declaration.",
        [Expected("Ana Declaration", "adopted", "AU")],
    ),
    "18 a call to speed up": (
        "Vale urged members to speed up the creation of the League Bank.",
        [Expected("League Bank", "called_for", "RT", "Vale")],
    ),
    "18 a call by its need": (
        "Vale stressed the need to establish a joint hydrological service.",
        [Expected("hydrological service", "called_for", "RT", "Vale")],
    ),
    "19 soft support": (
        "Moro spoke last.\n\n“The idea of a shared grain index deserves attention,” he said.",
        [Expected("grain index", "supported", None, None, ("SV",))],
    ),
    "20 planned by the chair": (
        "As chair, Ruritania will hold a Youth Code Day.",
        [Expected("Youth Code Day", "proposed", "RT")],
    ),
    "21 work has begun": (
        "Construction of the joint satellite centre has begun in Freedonia.",
        [Expected("satellite centre", "launched", "FD")],
    ),
    "21 opened": (
        "Last month Freedonia and Sylvania launched a joint flood observatory.",
        [Expected("flood observatory", "launched", "FD")],
    ),
    "26 nationality adjective": (
        "The Ruritanian leader put forward a Water Code.",
        [Expected("Water Code", "proposed", "RT", "Vale")],
    ),
    "27 title only": (
        "Petrel opened the session.\n\nThe Head of State initiated a Book Fair.",
        [Expected("Book Fair", "proposed", "FD", "Petrel")],
    ),
    "29 a deputy speaks of his leader's idea": (
        "The deputy minister asked members to back President Petrel’s Seed Bank.",
        [Expected("Seed Bank", "called_for", "FD", "Petrel")],
    ),
    "37 a name in quotation marks": (
        "Moro spoke in favour of a “Unified Port Map”.",
        [Expected("Unified Port Map", "proposed", "SV", "Moro")],
    ),
    "37 a head on no list": (
        "Petrel proposed establishing a joint seismophone in the hills.",
        [Expected("seismophone", "proposed", "FD", "Petrel")],
    ),
    "38 glued sentences": (
        "Trade between them depends on growth.Moro suggested a joint Port Day.",
        [Expected("Port Day", "proposed", "SV", "Moro")],
    ),
    "39 cut text": (
        "Vale proposed establishing a permanent Council of Weavers with a small off",
        [Expected("Council of Weavers", "proposed", "RT", "Vale")],
    ),
    "decided": (
        "The leaders of Freedonia and Sylvania agreed to set up a customs hotline.",
        [Expected("customs hotline", "agreed", "FD", None, ("FD", "SV"))],
    ),
    "in force": (
        "The visa agreement between Freedonia and Sylvania entered into force in May.",
        [Expected("visa agreement", "in_force", "FD")],
    ),
    "a name that explains a common noun": (
        "Petrel proposed to establish a special body – the Agency for Seed Safety – under the League.",
        [Expected("Agency for Seed Safety", "proposed", "FD", "Petrel")],
    ),
    "who is asked stands before what is asked": (
        "Vale urged the members of the League to open a joint customs school.",
        [Expected("customs school", "called_for", "RT", "Vale")],
    ),
    "documents, including a named one": (
        "The African Union adopted 20 documents, including the Ana Declaration.",
        [Expected("Ana Declaration", "adopted", "AU")],
    ),
    "what would help": (
        "Moro spoke.\n\nAccording to him, the creation of a joint grain reserve will make prices steadier.",
        [Expected("grain reserve", "proposed", "SV", "Moro")],
    ),
    "a further verb after another object": (
        "Moro met the guests of the League and proposed a Night Train.",
        [Expected("Night Train", "proposed", "SV", "Moro")],
    ),
    "an adoption told as a noun": (
        "The main outcome of the summit of the African Union was the adoption of the Ana Declaration.",
        [Expected("Ana Declaration", "adopted", "AU")],
    ),
    "a share of money to be checked": (
        "The leaders of Freedonia and Sylvania agreed to allocate 1% of the budget to wells.",
        [Expected("1% of the budget", "agreed", "FD", None, ("FD", "SV"))],
    ),
    "support for a noun of action": (
        "Vale expressed support for the creation of a Desert Academy.",
        [Expected("Desert Academy", "supported", None, None, ("RT",))],
    ),
}

NOTHING = {
    "22 vague hope": "The sides will deepen cooperation in energy and strengthen their friendship.",
    "23 an institution without an act": "Moro thanked the Council of Elders for its hospitality.",
    "24 discussed only": "The ministers discussed issues of opening a river commission.",
    "25 a refusal": "Sylvania does not support the Night Train.",
    "38 page furniture": "USD 89.12 EUR 94.10\n\nPhoto: press service\n\nShare on the network",
    "41 an invitation": "Petrel invited everyone to the scheduled forum in Port Ana.",
    "42 money": "Freedonia will give 2 million dollars for wells in the south.",
    "42 a company": "The company AirFree announced the sale of ten jets.",
    "arrival and protocol": "A guard of honour lined up and the anthems of the two countries were played.",
    "that a summit takes place": "The summit took place in Port Ana, and Moro took part in it.",
    "a courtesy call": "Petrel paid a courtesy call on President Omar Moro in Port Ana.",
    "best wishes": "Moro sent his best wishes to the coming Lake Conference.",
    "an analyst's wish": "Analysts suggest creating a regional grain bank.",
    "a question": "Could a river commission be established one day?",
    "initiatives in general": "Petrel put forward a number of important initiatives.",
}


@pytest.mark.parametrize("case", FOUND, ids=list(FOUND))
def test_found(case: str) -> None:
    text, wanted = FOUND[case]
    got, expected = compared(ENGLISH_CAST + text, wanted)
    assert got == expected


@pytest.mark.parametrize("case", NOTHING, ids=list(NOTHING))
def test_nothing_is_listed(case: str) -> None:
    assert [candidate.title for candidate in listed(ENGLISH_CAST + NOTHING[case])] == []


def test_decisions_of_a_list_are_the_blocs_own() -> None:
    text = (
        "The summit of the African Union closed in Port Ana.\n\nThe leaders adopted the following decisions:\n\n"
        "the Green Pledge;\n\na Charter of Small Ports."
    )
    assert [(c.title, c.kind, c.proposer_country) for c in listed(text)] == [
        ("Green Pledge", "adopted", "AU"),
        ("Charter of Small Ports", "adopted", "AU"),
    ]


def test_a_recalled_idea_is_historic() -> None:
    [candidate] = listed(ENGLISH_CAST + "Petrel recalled that in 2019 she had proposed a Drug Desk for the region.")
    assert (candidate.proposer_country, candidate.historic) == ("FD", True)
    assert "Drug Desk" in candidate.title


def test_an_invitation_is_weak() -> None:
    text = ENGLISH_CAST + "Petrel invited everyone to attend the opening of the Lake Forum."
    assert all(candidate.weak for candidate in read(text))


def test_teasers_of_other_articles_are_weak() -> None:
    text = ENGLISH_CAST + "Moro proposed a Lake Charter.\n\nRead also\n\nVale proposed a Water Code for all ports"
    assert [(c.title, c.weak) for c in read(text) if "Water Code" in c.title or "Lake" in c.title] == [
        ("Lake Charter", False),
        ("Water Code for all ports", True),
    ]


def test_a_refusal_takes_no_supporter_and_is_kept_as_a_stance() -> None:
    text = ENGLISH_CAST + "Petrel proposed a Night Train. Sylvania does not support the Night Train."
    [candidate] = listed(text)
    assert candidate.supporters == ()
    assert [(stance.country, stance.stance) for stance in candidate.stances] == [("SV", "opposes")]


def test_a_condition_is_kept_in_its_words() -> None:
    text = ENGLISH_CAST + "Moro supported Petrel’s idea of a Seed Bank, provided that the costs are shared."
    [candidate] = listed(text)
    assert [(s.country, s.stance, s.condition) for s in candidate.stances] == [
        ("SV", "supports-with-conditions", "provided that the costs are shared")
    ]


def test_praise_is_a_stance_and_no_support() -> None:
    text = ENGLISH_CAST + "Moro commended the initiative of Petrel to open a Seed Bank."
    [candidate] = listed(text)
    assert (candidate.kind, candidate.supporters) == ("supported", ())
    assert [(stance.country, stance.stance) for stance in candidate.stances] == [("SV", "welcomes")]


@pytest.mark.parametrize(
    ("words", "date"),
    [("next year", "2031"), ("in 2033", "2033"), ("on 4 July", "2030-07-04"), ("in September 2031", "2031-09")],
)
def test_the_date_of_what_is_planned(words: str, date: str) -> None:
    [candidate] = listed(ENGLISH_CAST + f"Petrel proposed holding a Lake Forum {words}.")
    assert candidate.date == date
    assert words in candidate.quote


def test_the_date_of_an_earlier_act() -> None:
    [candidate] = listed("The Lake Charter was adopted on 3 March 2028 by the African Union.")
    assert (candidate.act_date, candidate.date, candidate.historic) == ("2028-03-03", None, True)


def test_a_date_is_not_guessed_without_the_day_of_the_article() -> None:
    [candidate] = [
        c for c in read(ENGLISH_CAST + "Petrel proposed holding a Lake Forum next year.", None) if not c.weak
    ]
    assert (candidate.date, candidate.act_date) == (None, None)
