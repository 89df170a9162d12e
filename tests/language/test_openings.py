"""Where the grammar of time is tried: wherever one of its patterns matches, and hardly elsewhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from detente.language.fr.time import RULES, fold, matches
from detente.language.openings import Openings, openings


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        ("mai|juin", {"mai", "juin"}),
        ("(?:le )?jeudi", {"le jeu", "jeudi"}),
        (r"[12]\d h", {"00 h"}),
        (r"(?<!\w)\d{1,2}(?!\w)", {"0", "00"}),
        (r"a {1,3}b", {"a b"}),
        (r"a\w*b", {"a", "ab"}),
        ("(?:ab){2,}", {"abab", "ababab"}),
        ("x?", {"", "x"}),
    ],
)
def test_beginnings(pattern: str, beginnings: set[str]) -> None:
    assert openings(pattern) == beginnings


def test_each_pattern_is_looked_for_behind_its_last_match() -> None:
    pattern = re.compile(r"(?<!\w)(?:un )?an(?: un)?(?!\w)")
    text = "un an un an, an"
    found = [match.span() for match, _ in Openings({"un": pattern}).matches(text)]
    assert found == [match.span() for match in pattern.finditer(text)]


WORDS = (
    "le la de du 3 4 1er 22/04 2019 '98 mai septembre lundi mardi soir heures h 30 an ans deux une "
    "quinzaine prochain dernier fin debut depuis jusqu'au plusieurs chaque fois par mois veille ٣"
).split()


@settings(max_examples=300, deadline=None)
@example([("la", ""), ("la", " "), ("quinzaine", "")])
@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "  ", "\n", ", ", "-", ""])))
)
def test_the_grammar_finds_all_that_its_patterns_match(words: list[tuple[str, str]]) -> None:
    text = fold("".join(word + gap for word, gap in words))
    found = [(rule.build.__name__, match.span()) for match, rule in matches(text)]
    assert found == [
        (rule.build.__name__, match.span())
        for rule in RULES
        for match in rule.pattern.finditer(text)
    ]
