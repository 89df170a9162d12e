"""Cheap before dear: which reports, and which sentences of them, are worth parsing.

The words alone are looked at, some two hundred times as fast as the parse. A report is of the field
where it names states, peoples or bodies and speaks of what they do with one another, both often
enough: then all of it is read, since four words in five of such reports stand in sentences that some
fact is read from. Of a report between that and other news only the sentences are read that do both,
and those that quote. The bounds were set on NTREX's news of all sorts against reports of the field;
what they lose is tested in `tests/language/test_scan.py`, what they spare is in docs/speed.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.language import Pack

Share = Literal["all", "some", "none"]

ALL, ALL_FIELD = 5.0, 1.2
"""In a hundred words: words of the field and names of parties together, and words of the field
alone, from which a report is read in full."""
SOME, SOME_FIELD = 4.0, 2.0
"""The same for a report that is read in part."""
PARTIES = 1.8
"""Names of parties in a hundred words that any report has that is read."""
STRONG = 4.5
"""Words of the field in a hundred from which a report is read in full whatever it names: reports on a
truce or on hostages may call the sides « les rebelles » and « le pouvoir » throughout."""
SHORT = 60
"""Words up to which a report is read in full if it has any word of the field or names any party:
too few to count shares."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How much of a text is of the field: words, and shares of them in a hundred."""

    words: int
    field: float
    parties: float

    @property
    def share(self) -> Share:
        """How much of a report of this weight is read."""
        both = self.field + self.parties
        if self.words <= SHORT:
            return "all" if both else "none"
        if self.field >= STRONG:
            return "all"
        if self.parties < PARTIES:
            return "none"
        if both >= ALL and self.field >= ALL_FIELD:
            return "all"
        return "some" if both >= SOME and self.field >= SOME_FIELD else "none"


def weigh(text: str, pack: Pack) -> Weight:
    """How much a text speaks of the field, by its words alone."""
    table = _table(pack)
    found = [table[word] for word in table.words.WORD.findall(text)]
    part = 100 / max(len(found), 1)
    field, parties = sum(one.field for one in found), sum(one.party for one in found)
    return Weight(len(found), field * part, parties * part)


def tells(sentence: str, pack: Pack) -> bool:
    """Whether a sentence is worth parsing in a report that is read in part: one that has a word of
    the field and names a party, or that quotes and does either."""
    table = _table(pack)
    found = [table[word] for word in table.words.WORD.findall(sentence)]
    party, field = any(one.party for one in found), any(one.field for one in found)
    return (party and field) or ((party or field) and not table.words.QUOTES.isdisjoint(sentence))


@dataclass(frozen=True, slots=True)
class Told:
    """What a word tells by itself: its weight in the field, and whether it names a party."""

    field: float
    party: bool


class _Table(dict[str, Told]):
    """What each word seen so far tells."""

    def __init__(self, pack: Pack) -> None:
        self.words = pack.module("scan")

    def __missing__(self, word: str) -> Told:
        if len(self) > self.words.KEPT_WORDS:
            self.clear()
        self[word] = told = Told(self.words.weight(word), self.words.party(word))
        return told


@cache
def _table(pack: Pack) -> _Table:
    return _Table(pack)
