"""Cooperation and conflict over time: means, and all that they could be."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.views.curve import Act, points


def act(value: float, *, certain: bool = True, day: date = date(2031, 5, 8)) -> Act:
    return Act(id=f"{value}", day=day, value=value, certain=certain)


def test_a_point_for_each_period() -> None:
    acts = [act(2, day=date(2031, m, 9)) for m in (1, 3, 4)] + [act(-4, day=date(2031, 1, 2))]
    assert [(p.start.month, p.mean) for p in points(acts, "month")] == [(1, -1), (3, 2), (4, 2)]
    assert [(p.start.month, p.mean) for p in points(acts, "quarter")] == [(1, 0), (4, 2)]
    assert [p.start for p in points(acts, "year")] == [date(2031, 1, 1)]
    assert points([], "month") == []


def test_what_is_certain_leaves_no_band() -> None:
    (point,) = points([act(7), act(-5)], "month")
    assert (point.low, point.mean, point.high) == (1, 1, 1)


VALUES = st.lists(st.integers(-10, 10), max_size=5)


@given(VALUES, VALUES)
def test_the_band_is_all_that_the_mean_could_be(sure: list[int], unsure: list[int]) -> None:
    if not sure and not unsure:
        return
    acts = [act(v) for v in sure] + [act(v, certain=False) for v in unsure]
    (point,) = points(acts, "year")
    possible = [
        sum(kept) / len(kept)
        for n in range(len(unsure) + 1)
        for some in combinations(unsure, n)
        if (kept := [*sure, *some])
    ]
    assert point.low == pytest.approx(min(possible))
    assert point.high == pytest.approx(max(possible))
