"""The codebook's frames by lemma, and the forms of participles that lemmatisers leave adjectival."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from detente.codebook import Codebook, Frame, Kind, load
from detente.language import pack
from detente.language.openings import Openings

OTHERWISE = frozenset({"ACTOR", "ACTORS", "PERSON", "STATE", "CITY", "PERSONS", "PRISONERS"})
"""What a frame may ask for that names, pronouns and peoples meet, whatever their words."""


class Sense(NamedTuple):
    """One of the kinds that a word may tell of. `asks` are lemmas of which one has to stand in the
    sentence, for each demand of the frame that words alone can meet."""

    kind: Kind
    frame: Frame
    asks: tuple[frozenset[str], ...]

    def may_be(self, lemmas: frozenset[str]) -> bool:
        """Whether these lemmas, all of a sentence, have what the frame asks for."""
        return not any(asked.isdisjoint(lemmas) for asked in self.asks)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What triggers what, for one language."""

    verbs: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    nouns: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    participles: dict[str, str] = field(default_factory=dict)
    never: dict[str, re.Pattern[str]] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    topics: Openings[str] = field(default_factory=lambda: Openings({}))
    events: frozenset[str] = frozenset()
    """All lemmas of nouns."""
    known: frozenset[str] = frozenset()
    """All lemmas of verbs and nouns, and forms of participles."""

    def knows(self, words: Iterable[str]) -> bool:
        """Whether one of the forms or lemmas of a token is a word of some kind."""
        return not self.known.isdisjoint(words)

    def expanded(self, words: Iterable[str]) -> frozenset[str]:
        """Lemmas and classes of them, as lemmas."""
        return frozenset().union(*(self.classes.get(word, {word.lower()}) for word in words))

    def topics_in(self, text: str) -> dict[str, tuple[int, int]]:
        """The topics whose words stand in a text in small letters, in the codebook's order, each
        with the characters of the first of these words."""
        found: dict[str, tuple[int, int]] = {}
        for match, topic in self.topics.matches(text):
            found.setdefault(topic, match.span())
        return {topic: found[topic] for topic in self.topics.names if topic in found}


@cache
def lexicon(language: str) -> Lexicon:
    """The package's codebook, indexed for a language."""
    return index(load(), language)


def index(book: Codebook, language: str) -> Lexicon:
    participles = pack(language).module("frames").participles
    found = Lexicon(classes=dict(book.classes.get(language, {})))
    for kind, sort, frame in book.frames(language):
        needs = [words for words in frame.needs.values() if OTHERWISE.isdisjoint(words)]
        needs += [frame.near] if frame.near else []
        sense = Sense(kind, frame, tuple(found.expanded(words) for words in needs))
        if sort == "verb":
            found.verbs[frame.lemma].append(sense)
            for form in participles(frame.lemma, frame.participle):
                found.participles.setdefault(form, frame.lemma)
        else:
            found.nouns[frame.lemma].append(sense)
    for kind in book.kinds.values():
        words = kind.words.get(language)
        if words and words.never:
            found.never[kind.kind] = re.compile("|".join(f"(?:{w})" for w in words.never))
    topics = {
        topic.topic: re.compile(rf"(?<!\w)(?:{'|'.join(topic.words[language])})(?!\w)")
        for topic in book.topics.values()
        if topic.words.get(language)
    }
    known = frozenset((*found.verbs, *found.nouns, *found.participles))
    return replace(found, topics=Openings(topics), events=frozenset(found.nouns), known=known)
