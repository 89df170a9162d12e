"""Two claims on one attribute of one event: agree, finer, update, difference."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from detente.model import Article, Claim
from detente.record import days

Verdict = Literal["agree", "finer", "update", "difference"]

CLOSE = 0.1
"""Share by which two rounded numbers may differ and still agree."""
SETTLED = frozenset({"number"})
"""Attributes whose number is settled when the event is over; that of the dead goes up."""
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_UNITS = (525600.0, 43200.0, 10080.0, 1440.0, 60.0, 1.0)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, the report it is in, and who says it."""

    claim: Claim
    article: Article
    source: str


def compare(one: Told, other: Told) -> Verdict:
    """How two claims on one attribute stand to each other."""
    a, b = quantity(one.claim.value), quantity(other.claim.value)
    if a is None or b is None or one.source == other.source:
        return "agree"
    if a[1] < b[0] * (1 - CLOSE) or b[1] < a[0] * (1 - CLOSE):
        if one.claim.value.startswith("P"):
            return "difference" if one.article.id != other.article.id else "agree"
        grows = one.claim.attribute not in SETTLED
        return "update" if grows and _grew(one, other, a, b) else "difference"
    return "agree" if a == b else "finer"


def quantity(value: str) -> tuple[float, float] | None:
    """A number, a range of two or an ISO 8601 duration (minutes) as least and most, or None."""
    match = _DURATION.fullmatch(value)
    if match and any(match.groups()):
        minutes = sum(int(n or 0) * u for n, u in zip(match.groups(), _UNITS, strict=True))
        return minutes, minutes
    numbers = [
        float(re.sub(r"[ \u202f\u00a0]|\.(?=\d{3}(?!\d))", "", n).replace(",", "."))
        for n in re.findall(r"\d{1,3}(?:[ .\u202f\u00a0]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?", value)
    ]
    return (min(numbers), max(numbers)) if 0 < len(numbers) <= 2 else None


def _grew(one: Told, other: Told, a: tuple[float, float], b: tuple[float, float]) -> bool:
    """The report that came out on a later day gives the higher number: counts go up."""
    if one.article.id == other.article.id:
        return False
    first, second = (days.of(told.article.published.date) for told in (one, other))
    if not first.known or not second.known:
        return True
    if first.last < second.first:
        return b[0] > a[1]
    return second.last < first.first and a[0] > b[1]
