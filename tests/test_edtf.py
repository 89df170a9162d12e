"""Values read, written and compared; times as worded against a report's date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente import edtf
from detente.errors import DateError
from detente.model import When

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
INTERVALS = st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))
VALUES = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y}~"),
    DAYS.map(lambda day: f"{day:%Y}"[:3] + "X"),
    DAYS.map(lambda day: f"{day:%Y}"[:2] + "XX"),
    st.tuples(DAYS, st.integers(21, 24)).map(lambda pair: f"{pair[0]:%Y}-{pair[1]}"),
    INTERVALS.map(lambda pair: f"{pair[0]}/{pair[1]}"),
    DAYS.map(lambda day: f"{day:%Y}/.."),
    DAYS.map(lambda day: f"../{day:%Y-%m}"),
)
WHENS = st.builds(
    When,
    edtf=st.none() | VALUES,
    anchor=st.sampled_from(["none", "published", "context"]),
    unit=st.sampled_from(
        [None, "day", "weekday", "week", "month", "year", "decade", "season"],
    ),
    amount=st.integers(-3000, 3000),
    weekday=st.none() | st.integers(0, 6),
    day=st.none() | st.integers(1, 31),
    month=st.none() | st.integers(1, 12),
    direction=st.sampled_from(["past", "future", "nearest"]),
    span=st.sampled_from(["point", "since", "until"]),
    approximate=st.booleans(),
    part=st.sampled_from([None, "evening", "start", "winter", "weekend", "16:25"]),
    until=st.none() | st.builds(When, anchor=st.just("published"), unit=st.just("day")),
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-02-27", "2025-02-27", "2025-02-27"),
        ("2024-02~", "2024-02-01", "2024-02-29"),
        ("2021?", "2021-01-01", "2021-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2021-22", "2021-06-01", "2021-09-22"),
        ("2021-24", "2021-12-01", "2022-03-20"),
        ("2014/2018-06", "2014-01-01", "2018-06-30"),
        ("2025-02-27T16:25:00Z", "2025-02-27", "2025-02-27"),
        ("2022/..", "2022-01-01", "9999-12-31"),
        ("../2022", "0001-01-01", "2022-12-31"),
    ],
)
def test_bounds(text: str, first: str, last: str) -> None:
    assert [day.isoformat() for day in edtf.bounds(text)] == [first, last]


@pytest.mark.parametrize(
    "text", ["", "27/02/2025", "2025-02-30", "2025-13", "2025-22-01", "2018/2014", "jeudi", "0000"]
)
def test_no_date(text: str) -> None:
    with pytest.raises(DateError):
        edtf.parse(text)


def test_marks() -> None:
    assert edtf.parse("2025-02~").approximate
    assert edtf.parse("2025%").uncertain
    assert edtf.parse("2014~/2018").approximate


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2025-02-01", "2025-02-28", "2025-02"),
        ("2025-02-01", "2025-03-31", "2025-02/2025-03"),
        ("2014-01-01", "2018-12-31", "2014/2018"),
        ("2014-01-01", "2018-06-30", "2014-01/2018-06"),
        ("2025-04-10", "2025-04-11", "2025-04-10/2025-04-11"),
        ("1990-01-01", "1999-12-31", "199X"),
        ("1800-01-01", "1899-12-31", "18XX"),
    ],
)
def test_written_short(first: str, last: str, value: str) -> None:
    assert edtf.format_days(date.fromisoformat(first), date.fromisoformat(last)) == value


@given(VALUES)
def test_bounds_are_ordered(value: str) -> None:
    first, last = edtf.bounds(value)
    assert first <= last


@given(VALUES)
def test_written_and_read_again(value: str) -> None:
    first, last = edtf.bounds(value)
    assert edtf.bounds(edtf.format_days(first, last)) == (first, last)


@given(VALUES, VALUES)
def test_intersection(one: str, other: str) -> None:
    both = edtf.intersect(one, other)
    assert both == edtf.intersect(other, one)
    assert (both is not None) == edtf.overlaps(one, other) == edtf.overlaps(other, one)
    if both:
        assert edtf.contains(one, both) and edtf.contains(other, both)


@given(VALUES)
def test_contains_itself(value: str) -> None:
    assert edtf.contains(value, value)


@given(
    WHENS,
    st.none() | DAYS | VALUES,
    st.none() | VALUES,
    st.sampled_from([None, "past", "present", "future"]),
)
def test_resolve_gives_a_date_or_none(
    when: When, published: date | str | None, context: str | None, tense: edtf.Tense | None
) -> None:
    value = edtf.resolve(when, published=published, context=context, tense=tense)
    if value is not None:
        edtf.parse(value)


PUBLISHED = date(2023, 9, 20)  # a Wednesday


@pytest.mark.parametrize(
    ("when", "tense", "value"),
    [
        (When(edtf="2025-02"), None, "2025-02"),
        (When(edtf="2025-02", approximate=True), None, "2025-02~"),
        (When(anchor="published", unit="day", amount=-1), None, "2023-09-19"),
        (When(anchor="published", unit="week"), None, "2023-09-18/2023-09-24"),
        (When(anchor="published", unit="month", amount=-9), None, "2022-12"),
        (When(anchor="published", unit="year", amount=-2), None, "2021"),
        (When(anchor="published", unit="year", amount=-1, month=3), None, "2022-03"),
        (When(anchor="published", unit="year", amount=-1, month=3, day=4), None, "2022-03-04"),
        (When(anchor="published", unit="weekday", weekday=2), None, "2023-09-20"),
        (When(anchor="published", unit="weekday", weekday=3), None, "2023-09-14"),
        (When(anchor="published", unit="weekday", weekday=3), "future", "2023-09-21"),
        (When(anchor="published", unit="weekday", weekday=2, direction="past"), None, "2023-09-13"),
        (
            When(anchor="published", unit="weekday", weekday=2, direction="future"),
            None,
            "2023-09-27",
        ),
        (
            When(anchor="published", unit="weekday", weekday=0, direction="future", amount=1),
            None,
            "2023-10-02",
        ),
        (When(anchor="published", weekday=1, day=26, month=9), None, "2023-09-26"),
        (When(anchor="published", weekday=0, day=26, month=9), "past", "2022-09-26"),
        (When(anchor="published", weekday=5, day=26, month=9), None, None),
        (When(anchor="published", unit="month", month=6), "past", "2023-06"),
        (When(anchor="published", unit="month", month=6), "future", "2024-06"),
        (When(anchor="published", unit="month", month=9), "future", "2023-09"),
        (When(anchor="published", day=11, month=9), None, "2023-09-11"),
        (When(anchor="published", day=2, month=10), None, "2023-10-02"),
        (When(anchor="published", day=29, month=2), "past", "2020-02-29"),
        (When(anchor="published", day=31), "past", "2023-08-31"),
        (When(anchor="published", unit="season", part="summer", direction="past"), None, "2022-22"),
        (When(anchor="published", unit="week", part="weekend"), "past", "2023-09-16/2023-09-17"),
        (When(anchor="context", unit="day", amount=-1), None, None),
        (
            When(edtf="2014", until=When(edtf="2018")),
            None,
            "2014/2018",
        ),
        (When(edtf="2018", until=When(edtf="2014")), None, None),
    ],
)
def test_resolve(when: When, tense: edtf.Tense | None, value: str | None) -> None:
    assert edtf.resolve(when, published=PUBLISHED, tense=tense) == value


@pytest.mark.parametrize(
    ("when", "context", "value"),
    [
        (When(anchor="context", unit="day", amount=-1), "2023-03-01", "2023-02-28"),
        (When(anchor="context", unit="day", amount=1), "2023-03", None),
        (When(anchor="context", unit="year", amount=-2), "2023-03-01", "2021"),
        (When(anchor="context", unit="month", amount=1), "2023-12-10/2023-12-20", "2024-01"),
        (
            When(anchor="context", unit="weekday", weekday=3, direction="future"),
            "2023-09-14",
            "2023-09-21",
        ),
        (When(anchor="published", day=18), "2023-02-12", "2023-02-18"),
    ],
)
def test_resolve_in_context(when: When, context: str, value: str | None) -> None:
    assert edtf.resolve(when, published=PUBLISHED, context=context) == value


def test_published_is_only_known_roughly() -> None:
    thursday = When(anchor="published", unit="weekday", weekday=3)
    yesterday = When(anchor="published", unit="day", amount=-1)
    assert edtf.resolve(thursday, published="2023-09-15/2023-09-18") == "2023-09-14"
    assert edtf.resolve(yesterday, published="2023-09-15/2023-09-18") == "2023-09-14/2023-09-17"
    assert edtf.resolve(thursday, published=None) is None
    assert edtf.resolve(thursday, published="../2023-09") is None


@given(DAYS, st.integers(-500, 500))
def test_days_are_moved_by_days(day: date, amount: int) -> None:
    when = When(anchor="published", unit="day", amount=amount)
    assert edtf.resolve(when, published=day) == (day + timedelta(days=amount)).isoformat()
