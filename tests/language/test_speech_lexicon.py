"""The words of speech of any language, made of the lists of its pack: here a little English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from detente.language.speech import Ends, Family, Lexicon, Patterns, Verb, lexicon

MADE = {"light", "owning", "abbreviations"}
LISTS = {f.name for f in msgspec.structs.fields(Lexicon) if f.type == frozenset[str]} - MADE


def english(**changes: Any) -> dict[str, Any]:
    return {
        "families": {
            "say": {"weight": "neutral", "takes": ["that"], "verbs": "say tell"},
            "demand": {
                "weight": "always", "takes": ["that", "np"], "with": "an",
                "plover": "REQUEST/policy", "verbs": "call_for",
            },
        },
        "light": {"verbs": "issue", "owning": "repeat", "nouns": {"demand": "demand call_to_order"}},
        "according": {"firm": ["according to", "in the words of"], "loose": ["for", "in"]},
        "ends": {"gerund": "ing", "agreement": "s"},
        "verb": {}, "circumstances": {}, "speakers": {},
        "said": dict.fromkeys(LISTS, "") | {"documents": "letter press_release"},
        **changes,
    }  # fmt: skip


def read(written: str, family: Family) -> Verb:
    lemma, *rest = written.split("_")
    return Verb(lemma, family, rest=tuple(rest))


def forms(lemma: str) -> Iterator[str]:
    yield from (lemma, lemma + "s")


def made(data: dict[str, Any]) -> Lexicon:
    never = re.compile(r"(?!)")
    patterns = Patterns(**{f.name: never for f in msgspec.structs.fields(Patterns)})
    return lexicon(data, read, forms, lambda noun: noun + "s", patterns, {}, frozenset())


def test_verbs_stand_under_their_forms_with_their_family() -> None:
    (call,) = made(english()).verbs["calls"]
    assert (call.lemma, call.rest) == ("call", ("for",))
    assert call.family == Family(
        "demand", "always", frozenset({"that", "np"}), ("REQUEST", "policy"), frozenset({"an"})
    )


def test_nouns_make_a_verb_with_a_light_one_in_both_numbers() -> None:
    words = made(english())
    assert words.light_forms["issues"] == ("issue",)
    assert words.nominal("issue", "demands").family.name == "demand"
    assert "call to order" in words.nouns
    assert words.owning < words.light


def test_phrases_stand_under_their_first_word_the_longest_first() -> None:
    words = made(english(according={"firm": ["in", "in the words of"], "loose": []}))
    assert words.firm == {"in": [("in", "the", "words", "of"), ("in",)]}


def test_an_underline_joins_words_and_ends_may_be_left_out() -> None:
    words = made(english())
    assert words.documents == {"letter", "press release"}
    assert words.ends == Ends(gerund=("ing",), agreement="s")


def test_a_list_that_is_missing_is_told() -> None:
    with pytest.raises(TypeError, match="'posts'"):
        made(english(said=dict.fromkeys(LISTS - {"posts"}, "")))


def test_a_list_that_there_is_none_of_is_told() -> None:
    with pytest.raises(TypeError, match="unheard_of"):
        made(english(verb={"unheard_of": "word"}))


def test_what_a_verb_takes_is_one_of_a_few() -> None:
    family = {"weight": "neutral", "takes": ["whatever"], "verbs": "say"}
    with pytest.raises(msgspec.ValidationError, match="whatever"):
        made(english(families={"say": family}))
