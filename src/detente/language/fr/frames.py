"""French words that carry an event or say whether it happened, from `frames.yaml`.

Every list of that file is a set here under its key in capitals: `happen` is `HAPPEN`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from detente.language.tables import table

Effect = Literal["planned", "proposed", "denied", "hypothetical", "factive", "through"]
_DATA = table(Path(__file__).with_name("frames.yaml"))

if TYPE_CHECKING:

    def __getattr__(name: str) -> frozenset[str]: ...


globals().update((key.upper(), frozenset(v)) for key, v in _DATA.items() if isinstance(v, list))


def _words(key: str) -> frozenset[str]:
    return frozenset(_DATA[key])


def _effects(key: str) -> dict[str, Effect]:
    """Word to effect; a word in two lists has the effect of the first."""
    found: dict[str, Effect] = {}
    for effect, words in _DATA[key].items():
        for word in words:
            found.setdefault(word, effect)
    return found


SPOKEN_TO: tuple[str, ...] = tuple(_DATA["spoken_to"])
CLOSED_DOORS: tuple[str, str] = tuple(_DATA["closed_doors"])
TAKES_PLACE: dict[str, str] = _DATA["takes_place"]
TAKES_PLACE_NO_MORE: dict[str, str] = _DATA["takes_place_no_more"]
CITY_ARTICLES: dict[str, str] = _DATA["city_articles"]
FACES: dict[str, str] = _DATA["faces"]
AGAIN: str = _DATA["again"]
AT: str = _DATA["at"]
GERUND: str = _DATA["gerund"]
IN_AGREEMENT: str = _DATA["in_agreement"]
MEASURE_ENDING: str = _DATA["measure_ending"]
ON_SITE: str = _DATA["on_site"]
MINISTRY: str = _DATA["ministry"]
MODALS = _words("going") | _words("just") | _words("must") | _words("can")
LEND_PLACE = _words("areas") | _words("venues") - _words("of_states")
"""Nouns that stand where their « de » says: « dans la province de X », « à l'aéroport de X »."""
NAMELY: dict[str, str] = _DATA["namely"]
THAT_ONE: dict[str, str] = _DATA["that_one"]
ELIDED: dict[str, str] = _DATA["elided"]
MARKS = _effects("marks")
CONJUNCTIONS = _effects("conjunctions")
WHOLE_MARKS = tuple(mark for mark in (*CONJUNCTIONS, *MARKS) if " " in mark)
ATTITUDE = _effects("attitude")
NOUNS = _effects("nouns")
THROUGH = frozenset(word for word, effect in NOUNS.items() if effect == "through")
ADJECTIVES = _effects("adjectives")
TOWARDS = _effects("towards")
ORDINALS: dict[str, int] = _DATA["ordinals"]
NUMBERS: dict[str, int] = _DATA["numbers"]
DAY_BESIDE: dict[str, int] = _DATA["day_beside"]
NAMESAKES: dict[str, list[str]] = _DATA["namesakes"]
BOTH: tuple[str, ...] = tuple(_DATA["both"])
PRIVATE: tuple[str, ...] = tuple(_DATA["private"])

# Patterns.
AND_THEN = re.compile(_DATA["and_then"])
ANOTHER = re.compile(rf"\b(?:{_DATA['goes_on']}|{_DATA['another']})\b")
AT_ONCE: str = _DATA["at_once"]
AUSPICES: str = _DATA["auspices"]
CLOCK = re.compile(_DATA["clock"])
COMING: str = _DATA["coming"]
CHARGE = re.compile(_DATA["charge"])
COUPLE: str = _DATA["couple"]
FREED_BY = re.compile(_DATA["freed_by"])
GOES_ON = re.compile(rf"\b(?:{_DATA['goes_on']})\b")
MEANWHILE = re.compile(rf"en (?:{'|'.join(_DATA['in_return'])})|{_DATA['meanwhile']}")
JOINS_NAMES: str = _DATA["joins_names"]
MEDIATES = re.compile(_DATA["mediates"])
NEGOTIATES = re.compile(_DATA["negotiates"])
PRESENCE: str = _DATA["presence"]
REPEATEDLY = re.compile(rf"\b(?:{'|'.join(NUMBERS)}|\d+) fois\b|à (?:plusieurs|maintes) reprises")
SEATED: str = _DATA["seated"]
SENTENCE = re.compile(_DATA["sentence"])
SIDES: str = _DATA["sides"]
UNDER_TERMS = re.compile(_DATA["under_terms"])


def participles(lemma: str, irregular: str | None = None) -> tuple[str, ...]:
    """The four past participles of a verb, regular unless the masculine singular is given."""
    base = irregular or _participle(lemma)
    plural = base if base.endswith("s") else base + "s"
    return (base, base + "e", plural, base + "es")


def _participle(lemma: str) -> str:
    if lemma.endswith("er"):
        return lemma[:-2] + "é"
    return lemma[:-1] if lemma.endswith("ir") else lemma[:-2] + "u"
