"""One report: its text with everything read in it marked, and what was taken from it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import msgspec
from starlette.responses import Response

from detente.model import Article
from detente.web.page import Page
from detente.web.pages.deciding import forms

LAYERS = ("people", "roles", "events", "claims", "statements", "undertakings", "disputes")
NOUNS = ("events", "statements", "undertakings", "disputes", "people")
MOST_TAKEN = 300
"""Facts that are listed beside a report."""
LONGEST = 400
"""Characters of a span that is marked as words; a longer one (a whole passage) is only listed."""

Span = tuple[int, int, str, int]
"""Start, end, layer, number of the fact."""


class Piece(msgspec.Struct, frozen=True):
    """A run of text with the layers that it is in, and the facts that begin with it."""

    text: str
    layers: tuple[str, ...] = ()
    begins: tuple[int, ...] = ()
    start: int = 0


def report(page: Page) -> Response:
    """The page of one report."""
    line = page.snapshot.row("reports", page.request.path_params["id"])
    (article,) = page.snapshot.nouns("reports", [line["id"]], Article)
    if page.wanted == "json":
        return page.json(article)
    spans: list[Span] = page.snapshot.ask(
        "SELECT start, end, layer, n FROM spans WHERE article = ? ORDER BY start, end DESC",
        (article.id,),
    )
    layers = [layer for layer in LAYERS if any(s[2] == layer for s in spans)]
    return page.html(
        "report.html",
        line=line,
        article=article,
        paragraphs=paragraphs(article.text, [s for s in spans if s[1] - s[0] <= LONGEST]),
        layers=layers,
        taken=_taken(page, spans),
        copies=page.snapshot.tagged("reports", "copy_of", article.id),
        forms=forms(page),
    )


def paragraphs(text: str, spans: Sequence[Span]) -> list[list[Piece]]:
    """A text in paragraphs of pieces: where a layer begins or ends, a new piece does."""
    ends: dict[int, list[Span]] = {}
    begins: dict[int, list[Span]] = {}
    for span in spans:
        begins.setdefault(span[0], []).append(span)
        ends.setdefault(span[1], []).append(span)
    breaks = {i for i, c in enumerate(text) if c == "\n"}
    cuts = sorted({0, len(text), *begins, *ends, *breaks, *(b + 1 for b in breaks)})
    found: list[list[Piece]] = [[]]
    active: dict[Span, None] = {}
    for start, end in itertools.pairwise(cuts):
        for span in ends.get(start, ()):
            active.pop(span, None)
        starting = begins.get(start, ())
        active.update(dict.fromkeys(starting))
        if text[start:end] == "\n":
            if found[-1]:
                found.append([])
            continue
        layers = tuple(layer for layer in LAYERS if any(s[2] == layer for s in active))
        facts = tuple(dict.fromkeys(s[3] for s in starting))
        found[-1].append(Piece(text[start:end], layers, facts, start))
    return [paragraph for paragraph in found if paragraph]


def _taken(page: Page, spans: Sequence[Span]) -> dict[str, list[dict[str, Any]]]:
    """The facts that stand in the report, by noun, each with where it first does."""
    first: dict[int, int] = {}
    for start, _, _, n in spans:
        first.setdefault(n, start)
    numbers = sorted(first, key=lambda n: (first[n], n))[:MOST_TAKEN]
    where = f"n IN ({', '.join('?' * len(numbers))})"
    found: dict[str, list[dict[str, Any]]] = {noun: [] for noun in NOUNS}
    for line in page.snapshot.rows((where, list(numbers)), limit=MOST_TAKEN):
        if line["noun"] in found:
            found[line["noun"]].append(line | {"at": first[line["n"]]})
    for lines in found.values():
        lines.sort(key=lambda line: line["at"])
    return found
