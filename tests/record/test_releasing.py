"""Who was freed, from several tellings."""

from __future__ import annotations

from detente.model import Actor, Released
from detente.record.releasing import freed

ACTORS = {"rosa-paz": Actor(id="rosa-paz", kind="person", name="Rosa Paz", country="PE")}


def told(*persons: tuple[str, str | None, str | None], kind: str = "exchange") -> set[object]:
    given = [Released(person=person, by=by, to=to) for person, by, to in persons]
    return {(r.person, r.by, r.to) for r in freed(given, kind, ("BO", "PE"), ACTORS)}


def test_who_goes_home_was_freed_by_the_other_side() -> None:
    assert told(("rosa-paz", None, None)) == {("rosa-paz", "BO", "PE")}
    assert told(("six marins", None, "BO")) == {("six marins", "PE", "BO")}
    assert told(("six marins", "PE", None)) == {("six marins", "PE", "BO")}


def test_a_release_tells_no_other_side_of_itself() -> None:
    assert told(("six marins", "PE", None), kind="release") == {("six marins", "PE", None)}


def test_as_many_of_one_side_are_the_same() -> None:
    found = told(("6 Boliviens", None, "BO"), ("six marins boliviens", "PE", "BO"))
    assert found == {("6 Boliviens", "PE", "BO")}
    assert len(told(("six Boliviens", None, "BO"), ("six Péruviens", None, "PE"))) == 2
    assert len(told(("six Boliviens", None, "BO"), ("trois autres", None, "BO"))) == 2


def test_words_that_tell_no_more_are_left_out() -> None:
    assert told(("les prisonniers", None, None), ("six marins", "PE", "BO")) == {
        ("six marins", "PE", "BO")
    }
    assert told(("marin péruvien", "BO", "PE"), ("rosa-paz", None, None)) == {
        ("rosa-paz", "BO", "PE")
    }
    assert told(("des marins", None, "BO")) == {("des marins", "PE", "BO")}
