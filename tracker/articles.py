"""The bytes of an article become text: plain, HTML, PDF or DOCX; what a document says of itself comes with it.

The only module that knows trafilatura, pypdf and python-docx; each is imported when such a file comes.
"""

import codecs
import hashlib
import io
import re
import zipfile
from importlib import import_module
from typing import Any

from msgspec import Struct

from tracker.errors import BadDate, BadWords
from tracker.text import visible

LARGEST = 20 * 1024 * 1024  # bytes; a long report with pictures is smaller
LONGEST = 400_000  # characters of a document's pages that are put together; reading stops well before
_DIGITS = 16  # of the digest: enough to tell any two articles apart
_ZIP = b"PK\x03\x04"
_MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_UPPER_HALF = (0x00, 0x04, 0x05)  # of Latin and Cyrillic letters in UTF-16; no plain text has such bytes
_COMMON = frozenset("оеаинтсрвлкмдпуязы")  # the letters that make up most of any Russian text


class Article(Struct, frozen=True, kw_only=True):
    """The text that was read, and what is known of the document."""

    text: str
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    date: str | None = None
    language: str | None = None

    @property
    def digest(self) -> str:
        """The first digits of the text's SHA-256."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def article(content: bytes, name: str) -> Article:
    """The article in the bytes of that file; BadWords if there is no text to be had from them."""
    if len(content) > LARGEST:
        raise BadWords(f"'{visible(name)}' is larger than {LARGEST >> 20} MiB: give the part with the text")
    if content.startswith(b"%PDF-"):
        return _of_pdf(content, name)
    if content.startswith(_ZIP):
        return _of_docx(content, name)
    if _MARKUP.match(content[:4096].removeprefix(codecs.BOM_UTF8)) or name.lower().endswith((".html", ".htm")):
        return _of_html(content, name)
    return Article(text=_plain(content, name))


def _plain(content: bytes, name: str) -> str:
    text = decoded(content)
    if text is None:
        raise BadWords(f"'{visible(name)}' is not text: give the article as text, HTML, PDF or DOCX")
    return text


# ---- plain text


def decoded(content: bytes) -> str | None:
    """The text in whichever of UTF-8, UTF-16, Windows-1251, KOI8-R and Windows-1252 it was written; None if binary."""
    text = _unicode(content)
    if text is None and b"\x00" not in content:
        text = _of_one_byte(content)
    if text is None or _is_binary(text):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unicode(content: bytes) -> str | None:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    sample = content[:2000]
    even, odd = (sum(byte in _UPPER_HALF for byte in sample[at::2]) for at in (0, 1))
    if max(even, odd) * 5 > len(sample) and min(even, odd) * 5 < max(even, odd):
        return content.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _of_one_byte(content: bytes) -> str:
    """As the Cyrillic page that gives common small letters, or as Western where most letters are Latin."""
    high = sum(byte >= 0xC0 for byte in content)
    low = sum(chr(byte).isalpha() for byte in content if byte < 0x80)
    if high * 8 < low:
        return content.decode("cp1252", "replace")
    readings = [content.decode(page, "replace") for page in ("cp1251", "koi8-r")]
    return max(readings, key=lambda text: sum(char in _COMMON for char in text))


def _is_binary(text: str) -> bool:
    odd = sum(char < " " and char not in "\t\n\r\f\v\x1a\x1b" for char in text) + text.count("\ufffd")
    return "\x00" in text or odd * 100 > len(text)


# ---- documents that need a reader of their own


def _reader(module: str, package: str, kind: str, name: str) -> Any:
    import logging  # 3 ms; plain text needs none

    logging.getLogger(module).setLevel(logging.CRITICAL + 1)  # what it says of broken files we say in one sentence
    try:
        return import_module(module)
    except ImportError as error:
        raise BadWords(
            f"'{visible(name)}' is {kind}, which {package} reads: pip install 'policy-initiative-tracker[web]'"
        ) from error


def _of_html(content: bytes, name: str) -> Article:
    trafilatura = _reader("trafilatura", "trafilatura", "HTML", name)
    try:
        tree = trafilatura.load_html(content)
        found = None if tree is None else trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    except Exception as error:  # a page can break a reader in ways nobody lists
        raise BadWords(f"'{visible(name)}' cannot be read as HTML ({visible(str(error))}): give its text") from error
    if found is None:
        return Article(text="")
    told = found if isinstance(found, dict) else found.as_dict()
    return Article(
        text=_clean(told.get("text")),
        publisher=told.get("sitename") or told.get("hostname"),
        title=told.get("title"),
        address=told.get("url"),
        date=_day(told.get("date")),
        language=told.get("language"),
    )


def _of_pdf(content: bytes, name: str) -> Article:
    pypdf = _reader("pypdf", "pypdf", "PDF", name)
    try:
        document = pypdf.PdfReader(io.BytesIO(content))
        locked = document.is_encrypted and not document.decrypt("")
        text = "" if locked else _pages(document)
        title = None if locked else (document.metadata or {}).get("/Title")
    except Exception as error:  # as above
        raise BadWords(f"'{visible(name)}' cannot be read as PDF ({visible(str(error))}): give its text") from error
    if locked:
        raise BadWords(f"'{visible(name)}' is locked with a password: save a copy without one")
    if not text.strip():
        raise BadWords(f"'{visible(name)}' holds pictures of pages and no text: give its text")
    return Article(text=_clean(text), title=_clean(title) or None)


def _pages(document: Any) -> str:
    pages: list[str] = []
    for page in document.pages:
        pages.append(page.extract_text())
        if sum(map(len, pages)) > LONGEST:
            break
    return "\n\n".join(pages)


def _of_docx(content: bytes, name: str) -> Article:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            size = parts.getinfo("word/document.xml").file_size
    except (zipfile.BadZipFile, KeyError) as error:
        raise BadWords(f"'{visible(name)}' is an archive and no DOCX: give the article that lies in it") from error
    if size > LARGEST:
        raise BadWords(f"'{visible(name)}' unpacks to more than {LARGEST >> 20} MiB: give the part with the text")
    docx = _reader("docx", "python-docx", "DOCX", name)
    try:
        document = docx.Document(io.BytesIO(content))
        text = "\n\n".join(paragraph.text for paragraph in document.paragraphs)
        title = document.core_properties.title
    except Exception as error:  # as above
        raise BadWords(f"'{visible(name)}' cannot be read as DOCX ({visible(str(error))}): give its text") from error
    return Article(text=_clean(text), title=_clean(title) or None)


def _clean(text: Any) -> str:
    """Text of a document without half characters, which no file could keep."""
    return str(text or "").encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\x00", "")


def _day(word: Any) -> str | None:
    """The date a page gives for itself, if it is one."""
    from tracker.dates import check

    try:
        check(str(word or ""))
    except BadDate:
        return None
    return str(word)
