"""The table of public leaders."""

from __future__ import annotations

import pytest

from detente.language.gazetteer import countries
from detente.language.gazetteer.leaders import _table, called, named


def test_the_table_is_sound() -> None:
    table = _table()
    assert len(table) > 1500
    assert {leader.country for leader in table} <= {"", *countries()}
    for leader in table:
        assert leader.names
        for first, last in leader.terms:
            assert 1940 <= first <= (last or 9999)


@pytest.mark.parametrize(
    ("name", "year", "country"),
    [
        ("Sergueï Lavrov", 2012, "RU"),
        ("Sergei Lavrov", None, "RU"),
        ("Muammar Kadhafi", 2004, "LY"),
        ("Nicolás Maduro", 2015, "VE"),
        ("Abdel Fattah Al-Sissi", 2016, "EG"),
        ("Horst Köhler", 2006, "DE"),
        ("Horst Köhler", 2018, ""),  # by then an envoy of the United Nations
        ("Horst Köhler", None, None),
    ],
)
def test_full_names(name: str, year: int | None, country: str | None) -> None:
    leader = named(name, year)
    assert (leader.country if leader else None) == country


@pytest.mark.parametrize(
    ("family", "year", "country"),
    [("Castro", 2010, "CU"), ("Castro", 2024, "HN"), ("Assad", None, "SY"), ("Kim", None, None)],
)
def test_family_names(family: str, year: int | None, country: str | None) -> None:
    leader = called(family, year)
    assert (leader.country if leader else None) == country
