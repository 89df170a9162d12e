"""What all reports of a dossier bear on: the words that stand for states, the years that the reports
are of, and the outlets. It is counted report by report, and seldom changes once there are many; where
it does, everything is worked out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from detente.model import Article, Reading
from detente.record.bodies import Peoples, named_by
from detente.record.days import Days, Years, of

Counts = Counter[tuple[str, str]]
"""How often reports tell something that bears on all, of a sort: a `people` (a stem and the state that
it names), a `year` in which they came out or which they have `told` as past, an `outlet`."""
LONGEST = 31
"""Days of a time that is told finely enough to tell what year a report is of."""
BEFORE, AFTER = 2, 2
"""Years before the first and after the last of those known in which a year may be settled."""


@dataclass(frozen=True, slots=True)
class Context:
    """The words for states, the years in which reports say that they came out (none where none
    does), the days in which a year that is not told may be looked
    for, and the outlets."""

    peoples: Peoples
    years: Years
    window: Days
    outlets: frozenset[str]

    @classmethod
    def of(cls, counts: Counts) -> Context:
        """From what all reports tell."""
        told = [pair for pair, count in counts.items() if count > 0]
        years = [int(value) for sort, value in told if sort == "year"]
        past = [int(value) for sort, value in told if sort == "told"]
        named = {
            (stem, state): counts[(sort, f"{stem}\t{state}")]
            for sort, value in told
            if sort == "people"
            for stem, state in [value.split("\t")]
        }
        return cls(
            peoples=Peoples.known(named),
            years=Years(tuple(sorted(set(years)))),
            window=_whole([y + n for y in years for n in (-BEFORE, AFTER)])
            if years
            else _whole([y + n for y in past for n in (0, AFTER)]),
            outlets=frozenset(value for sort, value in told if sort == "outlet"),
        )


def _whole(years: Collection[int]) -> Days:
    """From the first day of the first year to the last of the last."""
    return Days(date(min(years), 1, 1), date(max(years), 12, 31)) if years else Days()


def told_by(article: Article, reading: Reading) -> Counts:
    """What a report adds to the context."""
    counts: Counts = Counter()
    if article.outlet:
        counts[("outlet", article.outlet)] += 1
    out = of(article.published.date)
    if out.known:
        counts.update(("year", str(day.year)) for day in (out.first, out.last))
    past = [
        days.first.year
        for mention in reading.dates
        if mention.when.tense != "future" and (days := of(mention.when.edtf)).known
        if days.length <= LONGEST
    ]
    if past:
        counts[("told", str(max(past)))] += 1  # the report is of that year, or of one soon after
    for actor in reading.actors:
        counts.update(("people", f"{stem}\t{state}") for stem, state in named_by(actor))
    return counts
