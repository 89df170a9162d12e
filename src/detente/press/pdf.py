"""PDF with a text layer: one report a file, its pages joined, running heads and page numbers taken
out, words cut at a line's end made whole.

Text comes in the order in which the file draws it, which in press PDFs is that of the columns. The
dates inside a PDF tell when the file was made, not when the report came out, and are not used."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from detente.errors import UnreadableSource
from detente.press.opened import MAX_REPORT, Opened
from detente.press.page import Raw
from detente.press.patterns import load

_MOST_PAGES = 300
_EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads stand."""
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—]?\s*\d{1,4}\s*(?:(?:/|sur|of)\s*\d{1,4})?\s*[-–—]?", re.I
)
_CUT = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]\n[ \t]*([a-zà-öø-ÿœ]+)")
_ITEM = re.compile(r"[•▪◦\uf0b7]\s*")
"""The mark of an item of a list, which some files draw with a letter of no alphabet."""


def read(source: Opened) -> Iterator[Raw]:
    """Raises `UnreadableSource` where the file is damaged, locked, or has no text layer."""
    pages = _pages(source)
    full = [page for page in pages if page.strip()]
    if not full:
        raise UnreadableSource(
            source.name,
            "this PDF has no text layer, it is a picture of the pages; recognise its text first, "
            "with `ocrmypdf` for example",
        )
    if len(full) < len(pages):
        source.note(f"{len(pages) - len(full)} of {len(pages)} pages have no text layer")
    text = join(full)
    yield Raw(source=source.name, name=source.base, text=text, untitled=True)


def _pages(source: Opened) -> list[str]:
    from io import BytesIO

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # its remarks on odd files help nobody
    try:
        reader = PdfReader(BytesIO(source.whole()))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableSource(source.name, "this PDF is locked with a password")
        if len(reader.pages) > _MOST_PAGES:
            raise UnreadableSource(
                source.name,
                f"{len(reader.pages)} pages, more than a report has ({_MOST_PAGES}); split it",
            )
        found, length = [], 0
        for page in reader.pages:
            found.append(_text(page))
            length += len(found[-1])
            if length > MAX_REPORT:
                break
    except DependencyError as error:
        raise UnreadableSource(source.name, "this PDF is locked (AES); save it unlocked") from error
    except UnreadableSource:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadableSource(source.name, f"a damaged PDF ({error})") from error
    except (RecursionError, OverflowError, AssertionError, NotImplementedError, OSError) as error:
        raise UnreadableSource(source.name, f"a damaged PDF ({type(error).__name__})") from error
    return found


def _text(page: Any) -> str:
    return str(page.extract_text() or "").replace("\r\n", "\n").replace("\r", "\n")


def join(pages: Sequence[str]) -> str:
    """One text of the pages': no running heads or page numbers, lines made paragraphs."""
    cleaned = _without_heads([[line.strip() for line in page.split("\n")] for page in pages])
    lines = [line for page in cleaned for line in page]
    known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(lines).casefold()))
    text = _CUT.sub(lambda cut: _whole(cut, known), "\n".join(lines))
    return paragraphs(text.split("\n"))


def _without_heads(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the lines that come back, but for their figures, at the same edge of most."""
    edges = Counter(
        key for page in pages for key in {_key(line) for line in _edge(page)} if key.strip("# ")
    )
    often = {key for key, times in edges.items() if times >= max(2, 0.6 * len(pages))}
    out = []
    for page in pages:
        edge = set(_edge(page))
        out.append(
            [
                line
                for line in page
                if not (line in edge and (_key(line) in often or _PAGE_NUMBER.fullmatch(line)))
            ]
        )
    return out


def _edge(page: Sequence[str]) -> list[str]:
    full = [line for line in page if line]
    return full[:_EDGE] + full[-_EDGE:]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()).casefold())


def _whole(cut: re.Match[str], known: Counter[str]) -> str:
    """A word cut at a line's end, with its hyphen only where the file, or a language, has it so."""
    first, second = cut[1].casefold(), cut[2].casefold()
    if known[first + second]:
        return cut[1] + cut[2]
    kept = first in load().hyphened or second in load().hanging
    if kept or known[f"{first}-{second}"]:
        return f"{cut[1]}-{cut[2]}"
    return cut[1] + cut[2]


def paragraphs(lines: Sequence[str]) -> str:
    """Lines joined to paragraphs. A paragraph ends at an empty line, unless its sentence goes on
    in a small letter, at a line that is short for the column and ends a sentence, and at the next
    item of a list."""
    full = sorted(len(line) for line in lines if line)
    width = full[round(0.9 * (len(full) - 1))] if full else 0
    out: list[str] = []
    fresh = True
    for line in lines:
        if not line:
            fresh = True
            continue
        if item := _ITEM.match(line):
            fresh, line = True, line[item.end() :]
        goes_on = bool(out) and line[:1].islower() and not out[-1].endswith((".", "!", "?"))
        if out and (not fresh or goes_on):
            out[-1] += " " + line
        else:
            out.append(line)
        ends = line.endswith((".", "!", "?", "»", "…", ":"))
        fresh = len(line) < 0.75 * width and (ends or len(out[-1]) == len(line))
    return "\n\n".join(out)
