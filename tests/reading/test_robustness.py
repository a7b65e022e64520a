"""Any string whatever gives a list, in a short time, with quotes that stand at their places."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.freedonia import ENGLISH_CAST, RUSSIAN_CAST, read
from tracker.reading import candidates, language_of

# What sentences are made of, and what breaks them.
_PIECES = st.sampled_from(
    [
        "Petrel proposed ",
        "a Lake Charter",
        ", and ",
        "“We propose ",
        "”",
        "\n\n",
        "предложил создать ",
        "Фонд рек",
        ".",
        "«",
        "»",
        "the ",
        "President ",
        "of Freedonia ",
        "to establish ",
        ";",
        ":",
        "was adopted by ",
        "—",
        "(",
        "2031 ",
        "\u202e",
        "\x00",
        "Read also",
        "• ",
    ]
)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", ".", "?!", "\x00", "\ud800", "👍" * 50, "a", "предложил", "proposed"]
)
def test_next_to_nothing_gives_nothing(text: str) -> None:
    assert candidates(text) == []


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    candidates(text)


@given(st.lists(_PIECES, max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_quotes_stand_at_their_places(text: str) -> None:
    for candidate in read(text):
        assert candidate.quote == text[candidate.start : candidate.end]
        assert 0 <= candidate.confidence <= 1
        assert candidate.title == candidate.title.strip() != ""


@given(st.text(max_size=20))
@settings(deadline=None)
def test_any_article_date_is_borne(date: str) -> None:
    candidates("Petrel proposed a Lake Charter in 2031.", article_date=date)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "proposed " * 110_000,
        "Petrel proposed a Lake Charter and " * 28_000,
        "предложил создать фонд рек, " * 36_000,
        "President " * 100_000,
        "A" * 500_000 + " proposed " + "B" * 500_000,
        "«" * 1_000_000,
        "a. " * 330_000,
        "\n" * 1_000_000,
        "to and of " * 100_000,
        "Petrel, " * 125_000,
    ],
    ids=["x", "cue", "clause", "russian", "post", "words", "quotes", "stops", "lines", "small", "commas"],
)
def test_a_megabyte_takes_seconds(text: str) -> None:
    start = time.perf_counter()
    candidates(text)
    assert time.perf_counter() - start < 15  # a few on an idle machine; it may be a busy one


@pytest.mark.parametrize("cast", [ENGLISH_CAST, RUSSIAN_CAST])
def test_places_are_in_the_order_of_the_text(cast: str) -> None:
    text = cast + "Petrel proposed a Lake Charter. Vale proposed a Water Code.\nПетрел предложил создать Фонд рек."
    places = [candidate.start for candidate in read(text)]
    assert places == sorted(places)


def test_the_language_is_known_by_its_letters() -> None:
    assert [language_of(text) for text in ("He proposed a fund", "Он предложил фонд", "")] == ["en", "ru", "en"]
