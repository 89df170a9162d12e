"""Who stands behind what a report says: its own newsroom, the text that it repeats, or the agency or
outlet to which a sentence credits it (« selon Reuters », « rapporte l'agence Tass »).

Reports of one outlet are one source, and so are a report and its copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import TypeVar

import msgspec

from detente.model import Article, Span, Statement, Undertaking
from detente.press.patterns import load
from detente.record.cues import cue
from detente.record.stable import fold

T = TypeVar("T", Statement, Undertaking)
BACK, AHEAD = 600, 400
"""Characters about a mention in which its sentence is looked for."""
_END = re.compile(r"[.!?…]+[»”\"]?\s+(?=[A-ZÀ-Þ«“\"])|\n")


class Credit:
    """The sources of some reports, `copy_of` marked: by report, and by what a sentence credits.
    `outlets` are those that can be credited, beside the agencies: without, the reports' own."""

    def __init__(self, articles: Sequence[Article], outlets: Set[str] | None = None) -> None:
        self._articles = {a.id: a for a in articles}
        outlets = {a.outlet for a in articles if a.outlet} if outlets is None else outlets
        self._names, self._spelled = _creditable(frozenset(outlets))
        self._own = {a.id: self._of_report(a) for a in articles}
        self._found: dict[tuple[str, int], str | None] = {}

    def of_reports(self) -> Mapping[str, str]:
        """Article id to the source behind the report as a whole."""
        return self._own

    def of(self, span: Span) -> str:
        """The source of what some words tell: whom their sentence credits, else the report's."""
        own = self._own.get(span.article, span.article)
        key = (span.article, span.start)
        if key not in self._found:
            self._found[key] = self._credited(span)
        return self._found[key] or own

    def behind(self, spans: Iterable[Span]) -> frozenset[str]:
        """The independent sources of some evidence."""
        return frozenset(map(self.of, spans))

    def counted(self, fact: T) -> T:
        """A statement or undertaking with the number of its independent sources."""
        return msgspec.structs.replace(fact, sources=len(self.behind(fact.evidence)))

    def _of_report(self, article: Article) -> str:
        head = self._articles.get(article.copy_of or "", article)
        return source_name(head.outlet) if head.outlet else head.id

    def _credited(self, span: Span) -> str | None:
        article = self._articles.get(span.article)
        template = article and str(cue(article.language, "credited") or "")
        if article is None or not template:
            return None
        sentence = _sentence(article.text, span.start)
        match = _pattern(template, self._spelled).search(_straight(sentence))
        name = match and next((n for n in match.groupdict().values() if n), None)
        return self._names.get(fold(name)) if name else None


def source_name(outlet: str) -> str:
    """An outlet as a source: « Le Matin avec AFP » is the agency."""
    words = load()
    agencies = words.agencies
    shared = re.search(rf"\b(?:{words.with_}) ({words.agency})\b", outlet)
    return agencies[shared[1]] if shared else agencies.get(outlet, outlet)


def _sentence(text: str, at: int) -> str:
    """The sentence about an offset, or as much of it as is near."""
    first = max(0, at - BACK)
    before = _END.finditer(text[first : at + 1])
    start = max((first + m.end() for m in before if first + m.end() <= at), default=first)
    end = _END.search(text, at, at + AHEAD)
    return text[start : end.start() if end else at + AHEAD]


def _straight(text: str) -> str:
    """Straight apostrophes and blanks, in the case of the text: « RIA » is no word."""
    return text.translate(str.maketrans("’ʼ\u00a0\u202f", "''  "))


@lru_cache(maxsize=8)
def _creditable(outlets: frozenset[str]) -> tuple[Mapping[str, str], str]:
    """Folded names of outlets and agencies to the sources that they are, and an expression for
    them."""
    agencies = load().agencies
    names = {fold(outlet): source_name(outlet) for outlet in outlets}
    names |= {fold(spelling): name for spelling, name in agencies.items()}
    return names, _alternation([*outlets, *agencies])


@lru_cache(maxsize=8)
def _pattern(template: str, names: str) -> re.Pattern[str]:
    return re.compile(template.replace("NAME", f"(?:{names})"))


def _alternation(names: Iterable[str]) -> str:
    ordered = sorted(set(names), key=lambda n: (-len(n), n))
    return "|".join(re.escape(_straight(name)) for name in ordered if len(name) > 1)
