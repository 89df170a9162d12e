"""How right a record of generated reports is: what is found and added, dated right, disputed rightly.

An event of the record answers a true one that most of its mentions tell of, where kind and date allow
it; each true event is answered once, and what is left over counts as added. Unlike the scorer of the
reference records this goes by where events are told, which is known here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from benchmarks.generated.process import Process
from detente import edtf
from detente.model import Dispute, Event, Record

TOLD = frozenset({"occurred", "ongoing"})
VERBAL = frozenset({"demand", "accusation", "rejection", "threat"})
"""Acts of speech, which count as statements."""
NUMBERS = frozenset({"number", "killed", "wounded", "expelled"})
BACKGROUND = {"detention": ("release", "exchange")}
"""Kinds that sentences on these events tell as background: who is freed was held."""
Figures = Counter[str]
Problem = tuple[str, str]
"""A figure that suffers, and what is wrong."""


def score(process: Process, record: Record) -> tuple[Figures, list[Problem]]:
    """Counts for `figures`, and what is wrong in words."""
    truth = process.truth()
    where = _sentences(truth, record)
    match = _matched(truth, record, where)
    counts: Figures = Counter()
    problems: list[Problem] = []
    missed = [e["id"] for e in truth["events"] if e["id"] not in match.values()]
    added = [
        event
        for event in record.events
        if event.status in TOLD and event.kind not in VERBAL and event.id not in match
        if not _aside(event, process) and not _background(event, where)
    ]
    counts.update(hit=len(match), found=len(match) + len(added), wanted=len(truth["events"]))
    problems += [("missed", identifier) for identifier in missed]
    problems += [("added", _told(e, where)) for e in added]
    for name, article in truth["articles"].items():
        if article["dated"]:
            continue
        found = next((a.published.date for a in record.articles if a.source == name), None)
        right = found is not None and _within(found, article["published"])
        counts.update(undated=1, dated=right, undated_told=found is not None)
        if not right:
            problems.append(("undated", f"{name}: {found}, not {article['published']['from']}"))
    _disputes(truth, record, match, counts, problems)
    _promises(truth, record, counts, problems)
    return counts, [(kind, f"{process.name} {words}") for kind, words in problems]


def figures(counts: Mapping[str, int]) -> dict[str, float]:
    """The figures of some counts, between 0 and 1."""

    def share(a: str, b: str) -> float:
        return round(counts[a] / counts[b], 4) if counts.get(b) else 1.0

    precision, recall = share("hit", "found"), share("hit", "wanted")
    both = precision + recall
    return {
        "events precision": precision,
        "events recall": recall,
        "events F1": round(2 * precision * recall / both, 4) if both else 0.0,
        "undated reports dated right": share("dated", "undated"),
        "dates told that are right": share("dated", "undated_told"),
        "contradictions found": share("contradictions_found", "contradictions"),
        "disputes that are false": 1 - share("disputes_right", "disputes"),
        "promises, right status": share("promises_right", "promises"),
    }


Where = Mapping[str, list[tuple[int, int, str]]]
"""Article id to its sentences that tell an event: start, end, true event."""


def _sentences(truth: Mapping[str, Any], record: Record) -> Where:
    texts = {a.source: a for a in record.articles}
    found: dict[str, list[tuple[int, int, str]]] = {}
    for event in truth["events"]:
        for told in event["told"]:
            article = texts[told["article"]]
            start = article.text.index(told["says"])
            place = (start, start + len(told["says"]), event["id"])
            found.setdefault(article.id, []).append(place)
    return found


def _true_events(event: Event, where: Where) -> Counter[str]:
    """The true events in whose sentences an event is told, by mentions."""
    found: Counter[str] = Counter()
    for span in event.mentions:
        for start, end, identifier in where.get(span.article, ()):
            if start <= span.start < end:
                found[identifier] += 1
    return found


def _matched(truth: Mapping[str, Any], record: Record, where: Where) -> dict[str, str]:
    """The record's event to the true one it answers, best pairs first."""
    true = {e["id"]: e for e in truth["events"]}
    pairs = sorted(
        (-count, event.id, identifier)
        for event in record.events
        if event.status in TOLD
        for identifier, count in _true_events(event, where).items()
        if event.kind in true[identifier]["kind"] and _fits(event.date, true[identifier]["date"])
    )
    match: dict[str, str] = {}
    for _, found, identifier in pairs:
        if found not in match and identifier not in match.values():
            match[found] = identifier
    return match


def _fits(found: str | None, wanted: str) -> bool:
    if found is None:
        return True
    (a, b), (c, d) = edtf.bounds(found), edtf.bounds(wanted)
    return a <= d and c <= b


def _within(found: str, wanted: Mapping[str, str]) -> bool:
    first, last = edtf.bounds(found)
    return wanted["from"] <= first.isoformat() and last.isoformat() <= wanted["to"]


def _aside(event: Event, process: Process) -> bool:
    """What is told only in sentences on promises, or where one is denied, is no event of the truth
    and none that is added."""
    texts = {r.id: r for r in process.reports}
    return all(
        any(
            placed.start <= span.start < placed.start + len(placed.sentence.text)
            for placed in texts[_source(span.article, process)].sentences
            if placed.sentence.promise is not None or placed.sentence.telling is None
        )
        for span in event.mentions
    )


def _background(event: Event, where: Where) -> bool:
    """It is told only as the background of events that imply it."""
    told = _true_events(event, where)
    return bool(told) and all(
        identifier.startswith(BACKGROUND.get(event.kind, ("-",))) for identifier in told
    )


def _source(article: str, process: Process) -> str:
    """The report that an article id names: `detente.press` gives ids of its own."""
    return next((r.id for r in process.reports if article.startswith(r.id)), article)


def _told(event: Event, where: Where) -> str:
    true = ", ".join(f"{k}×{n}" for k, n in _true_events(event, where).items())
    words = event.mentions[-1].exact[:150] if event.mentions else ""
    return f"{event.kind} {event.date} {event.place and event.place.city} [{true}] « {words} »"


# ---------------------------------------------------------------- disputes and promises


def _disputes(
    truth: Mapping[str, Any],
    record: Record,
    match: Mapping[str, str],
    counts: Figures,
    problems: list[Problem],
) -> None:
    left = {(d["event"], d["attribute"]): d for d in truth["disputes"]}
    counts.update(contradictions=len(left), disputes=len(record.disputes))
    for dispute in record.disputes:
        event = match.get(dispute.event or "")
        hit = next((key for key in left if event == key[0] and _alike(dispute, key[1])), None)
        if hit is None:
            problems.append(
                ("false dispute", f"{event} {dispute.attribute}: {list(_values(dispute))}")
            )
        else:
            counts.update(contradictions_found=1, disputes_right=1)
            del left[hit]
    problems += [("contradiction missed", d["id"]) for d in left.values()]


def _alike(dispute: Dispute, attribute: str) -> bool:
    return dispute.attribute == attribute or (
        attribute == "number" and dispute.attribute in NUMBERS
    )


def _values(dispute: Dispute) -> Iterator[str]:
    return (position.value[:80] for position in dispute.positions)


def _promises(
    truth: Mapping[str, Any], record: Record, counts: Figures, problems: list[Problem]
) -> None:
    for promise in truth["undertakings"]:
        found = [u.status for u in record.undertakings if any(t in u.text for t in promise["text"])]
        right = promise["status"] in found
        counts.update(promises=1, promises_right=right)
        if not right:
            problems.append(("promise", f"{promise['text'][0]}: {found}, not {promise['status']}"))


def total(parts: Iterable[Mapping[str, int]]) -> Figures:
    """The counts of several processes together."""
    found: Figures = Counter()
    for part in parts:
        found.update(part)
    return found
