"""`tracker capture`: what is shown, what is stored, and what happens with files that are none."""

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.articles import article, decoded
from tracker.errors import BadWords

SENTENCE = "President Petrel of Kazakhstan proposed a Lake Charter."
SUPPORT = "President Moro of Uzbekistan supported the initiative of Kazakhstan to create a Seed Fund."
RUSSIAN = "Казахстан предложил создать Региональный центр по воде. Узбекистан поддержал это предложение."


@pytest.fixture
def speech(ledger):
    path = Path("speech.txt")
    path.write_text(f"{SENTENCE} {SUPPORT}\n", encoding="utf-8")
    return path


def records(ok):
    return sorted(json.loads(ok("export --format json"))["initiatives"], key=lambda record: record["id"])


def test_json_has_the_article_and_its_candidates(ok, speech, ledger):
    told = json.loads(ok("capture speech.txt --format json --date 2025-11-16 --publisher Gazette"))
    assert list(told) == ["schema", "article", "candidates"]
    assert list(told["article"]) == ["publisher", "title", "address", "date", "language", "digest", "length"]
    assert told["article"]["title"] == "speech.txt"
    first = told["candidates"][0]
    assert list(first) == [
        *("title", "quote", "start", "end", "proposer_country", "proposer_person", "supporters", "stances", "kind"),
        *("forum", "date", "act_date", "historic", "confidence", "weak"),
    ]
    assert speech.read_text()[first["start"] : first["end"]] == first["quote"] == SENTENCE
    assert not ledger.exists()


def test_several_files_are_a_list_in_json_and_a_line_each_in_jsonl(ok, speech):
    Path("other.txt").write_text(RUSSIAN)
    told = json.loads(ok("capture speech.txt other.txt --format json"))
    assert [one["article"]["language"] for one in told["articles"]] == ["en", "ru"]
    assert len(ok("capture speech.txt other.txt --format jsonl").splitlines()) == 2


@pytest.mark.parametrize("form", ["table", "plain", "csv", "md"])
def test_every_format_shows_the_candidates(ok, speech, form):
    assert "Charter" in ok(f"capture speech.txt --format {form}")


def test_without_a_terminal_nothing_is_stored(run, speech, ledger):
    assert "nothing is stored" in run("capture speech.txt").err
    assert not ledger.exists()


def test_save_stores_all_in_one_write_and_prints_the_ids(ok, speech):
    assert ok("capture speech.txt --save --date 2025-11-16") == "KZ-2025-001\nKZ-2025-002\n"
    first, second = records(ok)
    assert (first["date"], first["quote"], first["status"]) == ("2025-11-16", SENTENCE, "proposed")
    assert second["supporters"] == ["UZ"]
    assert second["events"][0]["unverified"]
    ok("undo")
    assert records(ok) == []


def test_the_same_article_twice_adds_nothing(run, ok, speech):
    ok("capture speech.txt --save --date 2025-11-16")
    before = records(ok)
    Path("copy.txt").write_bytes(speech.read_bytes())
    again = run("capture copy.txt --save --date 2025-11-16")
    assert (again.code, again.out) == (0, "")
    assert "recorded from this article before" in again.err
    assert records(ok) == before


def test_two_outlets_give_one_initiative_with_two_sources(ok, speech):
    ok("capture speech.txt --save --date 2025-11-16")
    Path("other.txt").write_text("At the summit, Kazakhstan proposed a Lake Charter.")
    assert ok("capture other.txt --save --date 2025-11-16") == "KZ-2025-001.2\n"
    event = records(ok)[0]["events"][-1]
    assert (event["confirms"], event["sources"][0]["title"]) == ("KZ-2025-001.1", "other.txt")


def test_files_of_one_name_and_other_text_are_two_sources(ok, speech):
    ok("capture speech.txt --save --date 2025-11-16")
    speech.write_text("Kazakhstan proposed a Wind Agency.")
    ok("capture speech.txt --save --date 2025-11-16")
    assert len(ok("sources --format plain").splitlines()) == 2


def test_a_like_title_is_mentioned_and_not_joined(run, ok, speech):
    ok("add 'Regional Lake Charter' --by KZ --date 2025")
    assert "KZ-2025-002 is much like KZ-2025-001" in run("capture speech.txt --save --date 2025-11-16").err


def test_source_and_meeting_are_kept(ok, speech):
    ok("capture speech.txt --save --meeting cacm-7 --source https://example.org/a --publisher Gazette")
    first = records(ok)[0]
    assert (first["meeting"], first["forum"], first["source"]) == ("cacm-7", "CACM", "https://example.org/a")


def test_the_bar_of_confidence_is_the_users(ok, speech):
    assert ok("capture speech.txt --save --min-confidence 1") == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"])
def test_encodings_are_decided(encoding):
    assert decoded(RUSSIAN.encode(encoding)) == RUSSIAN


def test_western_letters_are_no_cyrillic():
    assert decoded("The café proposed a naïve charter to its members".encode("cp1252")).startswith("The café")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bytes(range(256)) * 40, "is not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "is not text"),
        (b"PK\x03\x04rubbish", "is an archive"),
        (b" " * (21 << 20), "is larger than"),
    ],
)
def test_what_is_no_article_is_refused(content, said):
    with pytest.raises(BadWords, match=said):
        article(content, "odd.bin")


@pytest.mark.parametrize(
    ("module", "content"), [("trafilatura", b"<html><body>Text</body></html>"), ("pypdf", b"%PDF-1.7\n")]
)
def test_a_missing_reader_is_named_with_the_line_that_installs_it(monkeypatch, module, content):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(BadWords, match=r"pip install 'policy-initiative-tracker\[web\]'"):
        article(content, "page")


def test_html_pdf_and_docx_are_read_where_their_readers_are():
    pytest.importorskip("trafilatura")
    docx = pytest.importorskip("docx")
    page = f"<html><head><title>News</title></head><body><article><p>{SENTENCE} {SUPPORT}</p></article></body></html>"
    assert SENTENCE in article(page.encode(), "page.html").text
    document, content = docx.Document(), io.BytesIO()
    document.add_paragraph(SENTENCE)
    document.save(content)
    assert SENTENCE in article(content.getvalue(), "paper.docx").text


def test_a_broken_pdf_is_told():
    pytest.importorskip("pypdf")
    with pytest.raises(BadWords, match="cannot be read as PDF"):
        article(b"%PDF-1.7\nrubbish", "paper.pdf")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("capture nowhere.txt", "no file"),
        ("capture .", "is a folder"),
        ("capture https://example.org/a", "save the page"),
        ("capture speech.txt speech.txt --source X", "give one FILE"),
        ("capture speech.txt --save --format json", "exclude each other"),
        ("capture speech.txt --save --source S9", "no source"),
        ("capture", "Missing argument"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run, speech, line, said):
    result = run(line)
    assert result.code in (1, 2)
    assert said in result.err
    assert result.out == ""


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"x" * 1_000_000, "漢字。".encode() * 1000])
def test_a_text_without_initiatives_is_an_empty_list(ok, ledger, content):
    Path("odd.txt").write_bytes(content)
    assert json.loads(ok("capture odd.txt --format json"))["candidates"] == []


def on_terminal(typed, line="capture speech.txt --date 2025-11-16"):
    """The exit code and all that a terminal shows while that is typed."""
    outer, inner = pty.openpty()
    words = [sys.executable, "-m", "tracker", *line.split()]
    with subprocess.Popen(
        words, stdin=inner, stdout=inner, stderr=inner, env=os.environ | {"NO_COLOR": "1"}
    ) as process:
        os.close(inner)
        os.write(outer, typed.encode())
        printed = b""
        while True:
            try:
                chunk = os.read(outer, 65536)
            except OSError:  # Linux ends a terminal so
                break
            if not chunk:
                break
            printed += chunk
    os.close(outer)
    return process.returncode, printed.decode().replace("\r\n", "\n")


def test_review_shows_the_sentence_with_the_words_marked_and_stores_what_is_accepted(ok, speech):
    code, told = on_terminal("e title Charter of the Lake\ne by UZ\na\ns\n\n")
    assert code == 0, told
    assert "proposed a [Lake Charter]." in told
    assert [(one["id"], one["title"]) for one in records(ok)] == [("UZ-2025-001", "Charter of the Lake")]


def test_review_goes_back_and_stops_with_the_rest_left(ok, speech):
    _, told = on_terminal("s\nb\na\nq\nyes\n")
    assert "1 left for later" in told
    assert [one["title"] for one in records(ok)] == ["Lake Charter"]
    assert "1 of 1" in on_terminal("q\n")[1]


def test_review_joins_what_is_recorded(ok, speech):
    ok("add 'Regional Lake Charter' --by UZ --date 2025-10-01")
    _, told = on_terminal("j UZ-2025-001\ns\n\n")
    assert "UZ-2025-001.2" in told
    assert [one["other_names"] for one in records(ok)] == [["Lake Charter"]]


@pytest.mark.parametrize("typed", ["a\n\x04", "a\nx\ne kind none\ne nothing\na\nno\n"])
def test_a_review_that_is_stopped_stores_nothing_and_says_so(speech, ledger, typed):
    code, told = on_terminal(typed)
    assert code == 130
    assert "not stored" in told
    assert not ledger.exists()
