"""Turns of phrase of a language pack's `cues.yaml`, and what the codebook says of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

from detente.codebook import load
from detente.codebook.entries import Frame
from detente.language import LANGUAGES
from detente.language.doc import straight
from detente.language.grammar import Cases
from detente.language.tables import table
from detente.record.stable import fold

_NAMED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]")
"""Two words with a capital: a name."""
STEM = 5
"""Letters that two words must share to be forms of one."""


@cache
def _words(language: str) -> dict[str, Any]:
    """The cues of a language (its code); none where its pack has no such file."""
    file = files("detente.language") / language / "cues.yaml"
    return table(file) if file.is_file() else {}


def _code(language: str | None) -> str:
    return (language or "fr").split("-")[0].lower()


@cache
def patterns(language: str | None, name: str) -> tuple[re.Pattern[str], ...]:
    """The expressions of a kind of cue; none for a language that has none."""
    words = _words(_code(language))
    return tuple(re.compile(p) for p in words.get(name, ()))


@cache
def any_of(language: str | None, names: tuple[str, ...]) -> re.Pattern[str] | None:
    """One expression for all of some kinds of cues; None for a language that has none."""
    found = [_NAME.sub("?:", p.pattern) for name in names for p in patterns(language, name)]
    return re.compile("|".join(f"(?:{pattern})" for pattern in found)) if found else None


def opens_with(language: str | None, name: str, words: str) -> bool:
    """Whether some words begin with a kind of cue."""
    return any(pattern.match(words) for pattern in patterns(language, name))


def cue(language: str | None, name: str) -> Any:
    """A cue as it stands in the file, or None for a language that has none."""
    return _words(_code(language)).get(name)


def words_for(language: str | None, name: str) -> str:
    """A cue that is one expression; empty for a language that has none."""
    words = _words(_code(language))
    return str(words.get(name, ""))


@cache
def once_named(language: str | None) -> frozenset[str]:
    """Folded nouns that name one event between two parties."""
    return frozenset(fold(word) for word in _words(_code(language)).get("once_named", ()))


@cache
def hollow(language: str | None) -> frozenset[str]:
    """Folded words that say nothing of the matter they stand with."""
    words = _words(_code(language))
    return frozenset(fold(w) for w in words.get("hollow", ()))


@cache
def telling_nothing(language: str | None) -> frozenset[str]:
    """Folded words of times and the like, by which no matter is told from another."""
    words = _words(_code(language))
    return frozenset(fold(w) for w in words.get("telling_nothing", ()))


@cache
def little() -> frozenset[str]:
    """Folded words that tell no body from another, in the languages that are read."""
    return frozenset(fold(word) for code in LANGUAGES for word in _words(code).get("little", ()))


_NAME = re.compile(r"\?P<\w+>")
"""What names a group of an expression, which may stand once in it."""
_SENTENCE = re.compile(
    r"[^\n.!?]+(?:[.!?](?!\s|$)(?!(?<=[a-zà-ÿ\"»”][.!?])[\"»”]?[\"«“]?[A-ZÀ-Þ][a-zà-ÿ'’ ])[^\n.!?]*)*"
    r"[.!?]*(?:[»”]|\"(?!\w))?"
)
"""A stretch up to a full stop that a blank follows, or a capital that stands right behind it."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Rough sentences: offsets of stretches between full stops, line ends and the like; a full stop
    without a blank ends one where a capital is left to tell so."""
    for match in _SENTENCE.finditer(text):
        if match.group().strip():
            yield match.start(), match.end()


@cache
def topics_in(text: str, language: str | None) -> frozenset[str]:
    """Codebook topics whose words a text has."""
    words = straight(text)
    code = _code(language)
    return frozenset(
        topic.topic
        for topic in load().topics.values()
        for pattern in topic.words.get(code, ())
        if re.search(rf"\b(?:{pattern})\b", words)
    )


@cache
def kind_of(text: str, language: str | None) -> str | None:
    """The kind of event that the first telling word of a text names, or None."""
    code = _code(language)
    words = fold(text).split()
    meeting = {fold(w) for w in _words(code).get("meeting", ())}
    named = bool(_NAMED.search(text))
    found = [(i, "talks") for i, word in enumerate(words) if word in meeting]
    for i, word in enumerate(words):
        for kind, sort, frame in _frames(code).get(word, ()):
            if _holds(frame, sort, words, code, named=named):
                found.append((i, kind))
    return min(found)[1] if found else None


@cache
def _frames(language: str) -> dict[str, list[tuple[str, str, Frame]]]:
    """The codebook's frames (with their kind and sort) by the folded forms of their word."""
    found: dict[str, list[tuple[str, str, Frame]]] = defaultdict(list)
    for kind, sort, frame in load().frames(language):
        if not frame.generic:
            lemma = fold(frame.lemma)
            endings = _words(language).get("plurals", ()) if sort == "noun" else ()
            for form in (lemma, *(lemma + ending for ending in endings)):
                found[form].append((kind.kind, sort, frame))
    return dict(found)


@cache
def _slots(language: str) -> Cases:
    """What the slots of frames are called in a language."""
    cases: Cases = import_module(f"detente.language.{language}.grammar").GRAMMAR.cases
    return cases


def _holds(frame: Frame, sort: str, words: list[str], language: str, *, named: bool) -> bool:
    """Whether the words that a frame needs as object, after « de » or near it are in the text;
    an actor that it needs is taken to be there, a person where one is `named`."""
    if frame.fixed and fold(frame.fixed) not in " ".join(words):
        return False
    objects = frame.needs.get("object", ()) if sort == "verb" else ()
    needed = [*objects, *frame.needs.get(_slots(language).of, ()), *frame.near]
    if set(needed) <= {"ACTOR", "ACTORS", "PERSON", "STATE"}:
        return True
    if named and "PERSON" in needed:
        return True
    classes = load().classes.get(language, {})
    wanted = {fold(w) for need in needed for w in classes.get(need, (need,))}
    return any(word.startswith(w[:7]) for word in words for w in wanted if len(w) > 2)
