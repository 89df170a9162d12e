"""What a single written word can tell in French, before anything is parsed: the data of the scan.

Each different word is looked up once a process and remembered, so that scanning a text is a look
into a table for each of its words.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import simplemma

from detente.language.fr import names
from detente.language.gazetteer import fold
from detente.language.tables import table

WORD = re.compile(r"[^\W_](?:[\w]|[-’'‑](?=\w))*")
"""A word with what hyphens and apostrophes join to it: `États-Unis`, `l'accord`."""
QUOTES = frozenset('«»“”„"')
_ELIDED = re.compile(r"(?i)(?:[ldjmnstcy]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]")
_STRAIGHT = str.maketrans("’‑", "'-")
KEPT_WORDS = 400_000  # words remembered before the tables are emptied


@cache
def _lists() -> dict[str, frozenset[str]]:
    raw = table(files(__package__) / "scan.yaml")
    return {name: frozenset(words.split()) for name, words in raw.items()}


def bare(word: str) -> str:
    """A word without the article or pronoun elided before it: `l'accord` is `accord`."""
    found = _ELIDED.match(word)
    return word[found.end() :] if found and found.end() < len(word) else word


def lemmas(word: str) -> frozenset[str]:
    """The word in small letters, its lemma in the word list, and those of its hyphenated parts."""
    small = bare(word).lower().translate(_STRAIGHT)
    found = {small, simplemma.lemmatize(small, lang="fr")}
    for part in small.split("-") if "-" in small else ():
        found |= {part, simplemma.lemmatize(part, lang="fr")}
    return frozenset(found)


def weight(word: str) -> float:
    """How much a word speaks for the field: 1, a half where courts and police use it too, or 0."""
    found = lemmas(word)
    return 1.0 if found & _lists()["field"] else 0.5 if found & _lists()["near"] else 0.0


def party(word: str) -> bool:
    """Whether a word names a state, a people, a seat of power or a body, or begins such a name."""
    word = bare(word)
    if names.people(word):
        return True
    return word[:1].isupper() and fold(word) in _openings()


@cache
def _openings() -> frozenset[str]:
    """Known names of one word, and of longer ones the first word, if it is no everyday one."""
    found = set()
    for key, known in names.names().items():
        if known.kind == "city" and not (known.city and known.city.government):
            continue
        first, *rest = key.split()
        if not rest or not (first in names.DETERMINERS or names.is_word(first)):
            found.add(first)
            found.add(key)
        elif known.kind == "state":
            found.add(key)
    return frozenset(found)
