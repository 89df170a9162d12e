"""Cooperation and conflict over time: a mean for each period, with all that it could be.

Each act has its value on the Goldstein scale (`codebook`, -10 conflict to +10 cooperation). An act
may be uncertain: contested, told by one source, or vaguely dated. The mean of a period is that of all
its acts; the band around it goes from the lowest to the highest mean that is possible when uncertain
acts are kept or left out, each on its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

Step = Literal["month", "quarter", "year"]


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act of the curve. `day` stands in the middle of its date."""

    id: str
    day: date
    value: float
    certain: bool


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One period: its first day, the mean, the band, and the acts in it."""

    start: date
    mean: float
    low: float
    high: float
    acts: list[str]


def points(acts: Iterable[Act], step: Step) -> list[Point]:
    """The curve of some acts; periods without any have no point."""
    periods: dict[date, list[Act]] = {}
    for act in acts:
        periods.setdefault(_start(act.day, step), []).append(act)
    return [_point(start, periods[start]) for start in sorted(periods)]


def _start(day: date, step: Step) -> date:
    if step == "year":
        return date(day.year, 1, 1)
    month = day.month if step == "month" else (day.month - 1) // 3 * 3 + 1
    return date(day.year, month, 1)


def _point(start: date, acts: Sequence[Act]) -> Point:
    sure = [act.value for act in acts if act.certain]
    unsure = sorted(act.value for act in acts if not act.certain)
    values = sure + unsure
    return Point(
        start=start,
        mean=sum(values) / len(values),
        low=_furthest(sure, unsure),
        high=-_furthest([-v for v in sure], [-v for v in reversed(unsure)]),
        acts=[act.id for act in acts],
    )


def _furthest(sure: Sequence[float], unsure: Sequence[float]) -> float:
    """The lowest mean of the sure values and any of the unsure ones, which are in rising order:
    each lowers the mean as long as it is below it."""
    kept = list(sure) or [unsure[0]]
    mean = sum(kept) / len(kept)
    for value in unsure if sure else unsure[1:]:
        if value >= mean:
            break
        kept.append(value)
        mean = sum(kept) / len(kept)
    return mean
