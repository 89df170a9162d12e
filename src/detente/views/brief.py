"""The record as a brief: what happened in order, who, what was promised and what became of it, what
is disputed; each line with its sources.

`compose` gives it as values, in English or French words; `text` in Markdown. `exports` writes the
same values as HTML and DOCX.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.model import Article, HistoryStep, Record
from detente.views import disputes, people, timeline, undertakings, wording
from detente.views.labels import Labels
from detente.views.wording import Wording

_GAP = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
_TOLD = ("occurred", "ongoing")


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: what it begins with (a date, a name), what it says, the words it was read from,
    who reports it, and what is said below it."""

    lead: str
    says: str = ""
    quote: str = ""
    sources: tuple[str, ...] = ()
    below: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief. `quotes` open and close a quotation; `nothing` is what stands under a heading that
    has no lines."""

    title: str
    language: str
    quotes: tuple[str, str]
    nothing: str
    parts: tuple[Part, ...]


def compose(record: Record, language: str = "en") -> Brief:
    """The brief of a record, its headings and kinds in a language (`en`, `fr`); the reports' words
    stay in theirs. Raises `DetenteError` for another language."""
    labels, words = Labels(record), wording.of(language)
    events = timeline.rows(record)
    parts = (
        Part(
            words["happened"],
            _lines(_event(labels, words, e) for e in events if e.status in _TOLD),
        ),
        Part(
            words["not happened"],
            _lines(_event(labels, words, e) for e in events if e.status not in _TOLD),
        ),
        Part(words["who"], _lines(_person(words, row) for row in people.rows(record))),
        Part(words["promised"], _lines(_undertakings(labels, words))),
        Part(
            words["disputed parts"],
            _lines(_dispute(labels, words, row) for row in disputes.rows(record)),
        ),
        Part(words["sources"], _lines(_source(labels, words, a) for a in record.articles)),
    )
    return Brief(words["brief"], language, words.quotes, words["nothing"], parts)


def text(record: Record, language: str = "en") -> str:
    """The brief of a record in Markdown, ending in a line feed."""
    brief = compose(record, language)
    lines = [f"# {brief.title}"]
    for part in brief.parts:
        lines += ["", f"## {part.heading}", ""]
        lines += [m for line in part.lines for m in _marked(line, brief.quotes, "")]
        lines += [] if part.lines else [brief.nothing]
    return "\n".join(lines) + "\n"


def _marked(line: Line, quotes: tuple[str, str], indent: str) -> Iterator[str]:
    lead = f"**{plain(line.lead)}**" if line.lead else ""
    quote = plain(line.quote).join(quotes) if line.quote else ""
    sources = f"[{'; '.join(line.sources)}]" if line.sources else ""
    said = " ".join(part for part in (lead, plain(line.says), quote, sources) if part)
    yield f"{indent}- {said}"
    for below in line.below:
        yield from _marked(below, quotes, indent + "  ")


def _lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(lines)


def _event(labels: Labels, words: Wording, row: timeline.Row) -> Line:
    where = words.where(labels.events[row.id])
    place = f", {where}" if where else ""
    who = f"{words.colon} {words.listed(row.who)}" if row.who else ""
    mark = f" ({words['disputed']})" if row.disputed else ""
    return Line(
        lead=words.when(row.date, row.told),
        says=f"{words.what(row.kind, row.status)}{place}{who}{mark}.",
        quote=row.sentence,
        sources=tuple(row.sources),
    )


def _person(words: Wording, row: people.Row) -> Line:
    country = f"({words.country(row.country)})" if row.country else ""
    roles = "; ".join(row.roles)
    says = f"{words.colon} ".join(part for part in (country, roles) if part)
    return Line(lead=row.name, says=says, sources=tuple(row.sources))


def _undertakings(labels: Labels, words: Wording) -> Iterator[Line]:
    made = {undertaking.id: undertaking for undertaking in labels.record.undertakings}
    for row in undertakings.rows(labels.record):
        who = words.listed(row.parties)
        due = f"{words['due']} {row.due}" if row.due else ""
        status = words.status(row.status)
        steps = dict.fromkeys(_step(labels, words, step) for step in made[row.id].history)
        yield Line(
            lead=words.when(row.date, row.told),
            says=f"{', '.join(part for part in (who, status, due) if part)}{words.colon}",
            quote=row.text,
            sources=tuple(row.sources),
            below=tuple(steps),
        )


def _step(labels: Labels, words: Wording, step: HistoryStep) -> Line:
    event = labels.events.get(step.event or "")
    by = f"({words.what(event.kind, event.status)})" if event else ""
    says = " ".join(part for part in (words.status(step.status), by) if part)
    return Line(lead=step.date or "", says=says, sources=tuple(labels.cited(step.evidence)))


def _dispute(labels: Labels, words: Wording, row: disputes.Row) -> Line:
    event = labels.events.get(row.event or "")
    about = row.about
    if event:
        kind = words.what(event.kind, event.status)
        about = " ".join([event.date or words["undated"], kind, ", ".join(labels.who(event)[:4])])
    held = tuple(
        Line(
            lead=position.value,
            says=f"{position.by}, {words.sources(position.independent)}",
            sources=tuple(position.sources),
        )
        for position in row.positions
    )
    return Line(lead=about, says=words.attribute(row.attribute), below=held)


def _source(labels: Labels, words: Wording, article: Article) -> Line:
    basis = article.published.basis
    dated = words[basis] if article.published.date and basis else words["undated"]
    copy = f", {words['copy of']} {labels.article(article.copy_of)}" if article.copy_of else ""
    unread = f", {words['not read']}{words.colon} {article.unread}" if article.unread else ""
    title = f"{words.colon} {article.title}" if article.title else ""
    return Line(lead=labels.article(article.id), says=f"({dated}){title}{copy}{unread}")


def plain(text: str) -> str:
    """Text of a report in one line, with what Markdown would read as markup kept as it is."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in flat(text))


def flat(text: str) -> str:
    """Text in one line; a space that no line ends at stays one."""
    return _GAP.sub(" ", text).strip(" ")
