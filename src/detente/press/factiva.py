"""Factiva's exports, HTML and RTF: many articles in one file, in either of its two layouts.

Without codes, an article is its headline, author, « 577 mots », day, hour, outlet, the outlet's code,
pages, language, copyright and paragraphs; with them, rows under two-letter codes (`HD` headline, `BY`
author, `PD` day, `SN` outlet, `LA` language, `LP` first paragraph, `TD` the rest, `AN` number). Both end
in « Document » and the article's number, which is its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from detente.press.html import element_text, tree
from detente.press.opened import Opened
from detente.press.page import Raw

MARK = re.compile(r"""class=["']article(?:\s+\w{2,5}Article)?["']|articleParagraph\s+\w+articleP""")
"""What tells this export from other pages."""
_ID = re.compile(r"^Do[ck]ument\w*\s+([A-Z0-9]{4,}[A-Za-z0-9]{6,})\s*$", re.M)
_WORDS = re.compile(
    r"\d[\d\s,.\u00a0\u202f]*\s*(?:mots|words|Wörter|palabras|parole|palavras)", re.I
)
_TIME = re.compile(r"\d{1,2}[:h]\d{2}(?:\s*(?:GMT|UTC|AM|PM))?", re.I)
_CODE = re.compile(
    r"^(AN|BY|CLM|CO|CR|CT|CX|CY|ED|ET|HD|IN|IPC|IPD|LA|LP|NS|PD|PG|PUB|RE|RF|SC|SE|SN|TD|VOL|WC)"
    r"(?:\s*\||\t|\s*$|\s{2,})"
)
_LANGUAGES = {
    "allemand": "de", "anglais": "en", "arabe": "ar", "arabic": "ar", "chinois": "zh",
    "deutsch": "de", "english": "en", "espagnol": "es", "español": "es", "français": "fr",
    "french": "fr", "german": "de", "italian": "it", "italien": "it", "italiano": "it",
    "portugais": "pt", "portuguese": "pt", "português": "pt", "russe": "ru", "russian": "ru",
    "spanish": "es", "русский": "ru",
}  # fmt: skip


def is_text(text: str) -> bool:
    """Whether the text of an RTF file is such an export."""
    return bool(_ID.search(text)) and bool(_WORDS.search(text))


def reports(source: Opened, markup: str) -> Iterator[Raw]:
    """The articles of an HTML export."""
    root = tree(markup)
    nodes = root.xpath(
        "//div[contains(concat(' ', normalize-space(@class), ' '), ' article ')]"
        "[not(ancestor::div[contains(concat(' ', normalize-space(@class), ' '), ' article ')])]"
    )
    for number, node in enumerate(nodes, 1):
        rows = node.xpath(".//tr[td]")
        coded = {
            code: element_text(row.xpath("./td")[-1]).strip()
            for row in rows
            if (code := " ".join(row.xpath("./td")[0].text_content().split())) and len(code) < 4
        }
        lines = [] if coded else _blocks(node)
        yield from _one(source, number, _from_codes(coded) if coded else _from_lines(lines))


def split(source: Opened, text: str) -> Iterator[Raw]:
    """The articles of the text of an RTF export, which end in their numbers."""
    start = 0
    for number, end in enumerate(_ID.finditer(text), 1):
        lines = [line.strip() for line in text[start : end.end()].split("\n")]
        start = end.end()
        full = [line for line in lines if line]
        coded = _rows(full)
        found = _from_codes(coded) if {"HD", "PD"} <= coded.keys() else _from_lines(full)
        yield from _one(source, number, found)


def _one(source: Opened, number: int, found: Mapping[str, str]) -> Iterator[Raw]:
    if not found.get("text"):
        title = found.get("title")
        called = f"« {title[:80]} »" if title else "this article"
        source.lost(f"{called} has no text; it is left aside", number)
        return
    own = found.get("id")
    yield Raw(
        source=own or f"{source.name}:{number}",
        name=own or source.base,
        text=found["text"],
        title=found.get("title", ""),
        outlet=found.get("outlet") or None,
        author=found.get("author") or None,
        language=_LANGUAGES.get(found.get("language", "").casefold()),
        published=found.get("published") or None,
        untitled=not found.get("title"),
    )


def _blocks(node: Any) -> list[str]:
    """An article's blocks as lines, headline first: sections stand above it in some layouts."""
    headline = node.xpath(".//*[contains(@class, 'Headline')]")
    title = " ".join(headline[0].text_content().split()) if headline else ""
    lines = [line.strip() for line in element_text(node).split("\n")]
    full = [" ".join(line.split()) for line in lines if line]
    return full[full.index(title) :] if title in full else full


def _rows(lines: Sequence[str]) -> dict[str, str]:
    """Code to content, where lines begin with Factiva's codes."""
    found: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        if begins := _CODE.match(line):
            code, line = begins[1], line[begins.end() :]
            found.setdefault(code, [])
        if code and (words := line.strip(" |\t")):
            found[code].append(words)
    return {code: "\n\n".join(words) for code, words in found.items()}


def _from_codes(rows: Mapping[str, str]) -> dict[str, str]:
    body = [rows[code] for code in ("LP", "TD") if rows.get(code)]
    number = re.search(r"[A-Z0-9]{4,}[A-Za-z0-9]{6,}", rows.get("AN", ""))
    return {
        "id": number[0] if number else "",
        "title": " ".join(rows.get("HD", "").split()),
        "author": " ".join(rows.get("BY", "").split()),
        "published": rows.get("PD", ""),
        "outlet": " ".join(rows.get("SN", "").split()),
        "language": rows.get("LA", ""),
        "text": "\n\n".join(body),
    }


def _from_lines(lines: Sequence[str]) -> dict[str, str]:
    """The parts of an article without codes: what they are is told by where they stand about the
    count of words, which is always there."""
    count = next((n for n, line in enumerate(lines) if n and _WORDS.fullmatch(line)), None)
    number = next((found[1] for line in reversed(lines) if (found := _ID.match(line))), "")
    text = [line for line in lines if not _ID.match(line)]
    if count is None:
        return {"id": number, "title": text[0] if text else "", "text": "\n\n".join(text[1:])}
    first = text[: count + 1]
    if count > 1 and len(first[0].split()) < 4 <= len(first[1].split()):
        first = first[1:]  # the section's name
    head = iter(text[count + 1 : count + 9])
    published = next(head, "")
    outlet = next((line for line in head if not _TIME.fullmatch(line)), "")
    language = next(
        (n for n, line in enumerate(text[:30]) if n > count and line.casefold() in _LANGUAGES), None
    )
    body = text[(language or text.index(outlet)) + 1 :]
    if body and re.match(r"(?:\(c\)|©|copyright\b|tous droits)", body[0], re.I):
        body = body[1:]
    return {
        "id": number,
        "title": first[0],
        "author": first[1] if len(first) > 2 else "",
        "published": published,
        "outlet": outlet,
        "language": text[language] if language is not None else "",
        "text": "\n\n".join(body),
    }
