"""`tracker countries`: codes, names in any language, the years of gone states, and counts."""

import json

import pytest


def found(ok, words=""):
    return json.loads(ok(f"countries {words} --format json"))["countries"]


def test_countries_count_proposers_and_supporters(ok, two):
    ok("position KZ-2025-001 supports UZ --date 2025-11-16")
    uzbekistan = found(ok, "uzbekistan")[0]
    assert (uzbekistan["proposer"], uzbekistan["supporter"]) == (1, 1)


def test_gone_states_have_their_years(ok):
    years = {one["code"]: one["last_year"] for one in found(ok)}
    assert (years["SU"], years["KZ"]) == (1991, None)


@pytest.mark.parametrize(
    ("words", "codes"),
    [("Қазақстан", ["KZ"]), ("korea", ["KP", "KR"]), ("uzb", ["UZ"]), ("kaz", ["KZ"])],
)
def test_countries_are_found_by_name_in_any_language(ok, words, codes):
    assert set(codes) <= {one["code"] for one in found(ok, words)}


def test_no_such_country_names_the_nearest(run):
    result = run("countries Kazahstan")
    assert (result.code, result.out) == (2, "")
    assert "Kazakhstan (KZ)" in result.err
