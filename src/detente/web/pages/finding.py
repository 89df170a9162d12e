"""Full-text search, and what has changed."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from starlette.responses import Response

from detente.web.page import Page
from detente.web.snapshot.filters import first_of

NOUNS = ("events", "reports", "statements", "undertakings", "people", "disputes")
HITS = 25
RANKED = 3_000
"""Hits that are put in order of how well they fit; more are shown in the order of time."""
CHANGES = 100
_TERM = re.compile(r'"([^"]+)"|(\S+)')
_OPEN, _CLOSE = "\x02", "\x03"


def search(page: Page) -> Response:
    """What has some words in it."""
    text = page.request.query_params.get("q", "").strip()[:200]
    noun = first_of(page.request.query_params, "of", ("", *NOUNS))
    expression = match(text)
    counts: dict[str, int] = {}
    hits: list[dict[str, Any]] = []
    if expression:
        asked = (
            "SELECT noun, count(*) FROM words JOIN facts ON n = words.rowid "
            "WHERE words MATCH ? GROUP BY noun"
        )
        counts = dict(page.snapshot.ask(asked, (expression,)))
        hits = _hits(page, expression, noun, sum(counts.values()))
    if page.wanted != "html":
        rows = [
            {"noun": h["noun"], "id": h["id"], "found": "".join(t for t, _ in h["found"])}
            for h in hits
        ]
        return page.json(rows) if page.wanted == "json" else page.csv(rows, "search")
    return page.html(
        "search.html",
        q=text,
        noun=noun,
        nouns=[n for n in NOUNS if counts.get(n)],
        counts=counts,
        hits=hits,
        lines={h["n"]: h["line"] for h in hits},
    )  # fmt: skip


def match(text: str) -> str:
    """Words as somebody typed them, as the index is asked: all of them, quoted ones in a row, one
    that ends in a star by its beginning."""
    terms = []
    for phrase, word in _TERM.findall(text):
        bare = (phrase or word).replace('"', " ").strip()
        start = "*" if word.endswith("*") else ""
        bare = bare.rstrip("*").strip()
        if any(c.isalnum() for c in bare):
            terms.append(f'"{bare}"{start}')
    return " AND ".join(terms)


def _hits(page: Page, expression: str, noun: str, total: int) -> list[dict[str, Any]]:
    narrowed = "AND noun = ?" if noun else ""
    order = "rank" if total <= RANKED else "n"
    query = (
        "SELECT n, noun, id, snippet(words, 1, ?, ?, '…', 30) FROM words "
        f"JOIN facts ON n = words.rowid WHERE words MATCH ? {narrowed} ORDER BY {order} LIMIT ?"
    )
    values = [_OPEN, _CLOSE, expression, *([noun] if noun else ()), HITS]
    found = page.snapshot.ask(query, values)
    numbers = [n for n, *_ in found]
    where = f"n IN ({', '.join('?' * len(numbers))})"
    lines = {line["n"]: line for line in page.snapshot.rows((where, numbers), limit=HITS)}
    return [
        {"n": n, "noun": of, "id": identifier, "found": _parts(snippet), "line": lines[n]}
        for n, of, identifier, snippet in found
    ]


def _parts(snippet: str) -> list[tuple[str, bool]]:
    """A snippet in pieces, each with whether it is what was searched for."""
    found = []
    for piece in snippet.split(_OPEN):
        hit, closed, rest = piece.partition(_CLOSE)
        found += [(hit, True), (rest, False)] if closed else [(hit, False)]
    return [(text, hit) for text, hit in found if text]


def changes(page: Page) -> Response:
    """What the last rebuildings of the record added, took out or changed, the newest first."""
    of = first_of(page.request.query_params, "of", ("", *NOUNS))
    where, values = ("WHERE noun = ?", [of]) if of else ("", [])
    query = (
        f"SELECT at, noun, id, what, fields, kind, label FROM changes {where} "
        "ORDER BY at DESC, noun, what, rowid LIMIT ? OFFSET ?"
    )
    if page.wanted != "html":
        keys = ("at", "noun", "id", "what", "fields", "kind", "label")
        found = page.snapshot.ask(query, [*values, -1, 0])
        rows = [dict(zip(keys, line, strict=True)) for line in found]
        return page.rows([msgspec.json.encode(row).decode() for row in rows], "changes")
    count = page.snapshot.ask(f"SELECT count(*) FROM changes {where}", values)[0][0]
    pages = max(1, -(-count // CHANGES))
    number = min(page.number("page"), pages)
    found = page.snapshot.ask(query, [*values, CHANGES, (number - 1) * CHANGES])
    return page.html(
        "changes.html",
        of=of,
        nouns=NOUNS,
        number=number,
        pages=pages,
        count=count,
        changed=found,
        there=_there(page, [(noun, identifier) for _, noun, identifier, *_ in found]),
    )


def _there(page: Page, wanted: list[tuple[str, str]]) -> set[str]:
    """Those of some facts that are still in the record."""
    marks = ", ".join("?" * len(wanted))
    found = page.snapshot.ask(f"SELECT id FROM facts WHERE id IN ({marks})", [i for _, i in wanted])
    return {identifier for (identifier,) in found}
