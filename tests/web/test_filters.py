"""The filter bar as an address has it."""

from __future__ import annotations

from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from detente.web.snapshot import Filter
from detente.web.snapshot.filters import MOST, OF

QUERIES = st.lists(
    st.tuples(
        st.sampled_from(["since", "until", "actor", "kind", "topic", "disputed", "page", "x"]),
        st.one_of(st.text(max_size=12), st.sampled_from(["1", "2025", "2025-02", "NO"])),
    ),
    max_size=12,
)


@given(QUERIES)
def test_a_filter_says_itself(query: list[tuple[str, str]]) -> None:
    found = Filter.of(query)
    assert Filter.of(parse_qsl(found.query().lstrip("?"))) == found
    for noun in OF:
        condition, values = found.where(noun)
        assert condition.count("?") == len(values)


def test_what_makes_no_sense_is_left_out() -> None:
    found = Filter.of([("since", "yesterday"), ("until", "0001"), ("kind", "talks"), ("kind", "")])
    assert found == Filter(kind=("talks",))
    assert len(Filter.of([("actor", str(n)) for n in range(99)]).actor) == MOST


def test_each_view_heeds_its_own() -> None:
    found = Filter(kind=("talks",), fate=("open",), since="2025")
    assert found.heeded("events") == [("since", "2025"), ("kind", "talks")]
    assert found.heeded("undertakings") == [("since", "2025"), ("fate", "open")]
    assert found.heeded("people") == []


def test_one_value_is_taken_back() -> None:
    found = Filter(kind=("talks", "visit"), disputed=True, since="2025")
    assert found.without("kind", "talks").kind == ("visit",)
    assert not found.without("disputed").disputed
    assert found.without("since").since == ""
    assert found.query(page=2).endswith("&page=2")
