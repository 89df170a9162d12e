"""The order of the record's lists."""

from __future__ import annotations

from typing import Any

DAY = "2021-03-02"


def test_events_of_one_date_stand_as_they_are_told(report: Any, record: Any) -> None:
    """By the report that came out first, and in it by the word that tells them."""
    late, early = report("r1", published="2021-03-05"), report("r2", published="2021-03-04")
    late.event("expulsion", "Oslo a expulsé un diplomate.", when=DAY, parties=("NO", "PE"))
    for kind in ("threat", "demand", "protest"):
        early.event(kind, f"Il y a {kind} ici.", when=DAY, parties=("KE",))
    early.event("talks", "Des discussions ont eu lieu.", when="2021-03-01", parties=("KE", "UG"))
    kinds = [event.kind for event in record(late, early).events]
    assert kinds == ["talks", "threat", "demand", "protest", "expulsion"]
