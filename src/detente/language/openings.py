"""How the matches of a pattern can begin, so that it is tried only where a word begins so.

A report has a word every six characters and a time every forty words, and the grammar of time has
some thirty-five patterns: to look at the first letters of each word once, instead of for each pattern
from every character on, takes a quarter of the time.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Hashable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
LETTERS = 6
"""Letters and blanks that are looked at from the edge of a word on. Five take a quarter longer, seven
no less, with three times as many beginnings to keep."""
FIRST = 4
"""Letters that tell whether a place is looked at at all. Five let a third fewer pass, but the pattern
takes six times as long to compile."""
KEPT = 50_000
"""Beginnings seen that are kept before the table is emptied."""
_FIGURE = "0"
"""Stands for any figure."""
_LETTER = {_FIGURE: r"\d", " ": r"[ \n]{1,20}"}
"""Patterns for the letters of a beginning that stand for several. A gap between words is nine blanks at
most, two in a row twice that; without an end, a row of blanks would take the square of its length."""
_WIDEST = 25
"""Members of a class of letters that are told one by one: fewer than an alphabet."""
_parser: Any = import_module("re._parser")  # what `re` itself takes a pattern apart with


class Openings(Generic[Name]):
    """Named patterns that begin at the edge of a word, by the letters that their matches begin with."""

    def __init__(self, patterns: Mapping[Name, re.Pattern[str]]) -> None:
        self.names = tuple(patterns)
        self.openings = [(p, name, openings(p.pattern)) for name, p in patterns.items()]
        first = {begins[:FIRST] for _, _, found in self.openings for begins in found}
        self.edge = re.compile(rf"(?<!\w)(?={_one_of(first)})")
        self.by_letters: dict[str, list[tuple[re.Pattern[str], Name]]] = {}

    def matches(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[tuple[re.Match[str], Name]]:
        """What `finditer` finds for each pattern from `start` to `end`, in order of the text."""
        ends: dict[Name, int] = {}
        for edge in self.edge.finditer(text, start, end):
            at = edge.start()
            letters = text[at : at + LETTERS]
            opened = self.by_letters.get(letters)
            for pattern, name in self._opened(letters) if opened is None else opened:
                if (match := pattern.match(text, at, end)) and at >= ends.get(name, 0):
                    ends[name] = match.end()
                    yield match, name

    def _opened(self, letters: str) -> list[tuple[re.Pattern[str], Name]]:
        """The patterns of which a match may begin with these letters."""
        if len(self.by_letters) > KEPT:
            self.by_letters.clear()
        told = ""
        for letter in letters:
            told = _longer(told, letter)
        ways = {told[:count] for count in range(len(told) + 1)}
        # a wide gap leaves few letters: whatever begins with these
        few = told if len(told) < LETTERS else None
        found = [
            (pattern, name)
            for pattern, name, begins in self.openings
            if not ways.isdisjoint(begins) or (few and any(b.startswith(few) for b in begins))
        ]
        self.by_letters[letters] = found
        return found


def _one_of(beginnings: Iterable[str]) -> str:
    """A pattern for any of some beginnings, which shares what they begin with."""
    after: dict[str, set[str]] = {}
    for begins in beginnings:
        after.setdefault(begins[:1], set()).add(begins[1:])
    if "" in after:
        return ""
    ways = (
        _LETTER.get(letter, re.escape(letter)) + _one_of(after[letter]) for letter in sorted(after)
    )
    return f"(?:{'|'.join(ways)})"


def openings(pattern: str) -> frozenset[str]:
    """All ways in which a match of a pattern can begin: the first letters, fewer where the match may
    end or more cannot be told. All figures are `0`, all gaps between words one blank."""
    done: set[str] = set()
    return frozenset(done | _after(_parser.parse(pattern), {""}, done))


def _after(nodes: Iterable[tuple[Any, Any]], going: set[str], done: set[str]) -> set[str]:
    """The beginnings that go on behind some nodes of a pattern; what is told in full is `done`."""
    for sort, value in nodes:
        match str(sort):
            case "LITERAL":
                going = {_longer(begun, chr(value)) for begun in going}
            case "IN":
                members = _members(value)
                done |= set() if members else going
                going = {_longer(begun, member) for begun in going for member in members}
            case "SUBPATTERN" if not value[1]:  # no flags of its own
                going = _after(value[-1], going, done)
            case "BRANCH":
                going = {begun for way in value[1] for begun in _after(way, going, done)}
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, item = value
                ways = set() if least else set(going)
                for count in range(1, min(int(most), LETTERS) + 1):
                    going = _after(item, going, done)
                    ways |= going if count >= min(least, LETTERS) else set()
                going = ways
            case "AT" | "ASSERT" | "ASSERT_NOT":
                pass  # no letter
            case _:
                done |= going
                going = set()
        done |= {begun for begun in going if len(begun) == LETTERS}
        going = {begun for begun in going if len(begun) < LETTERS}
    return going


def _longer(begun: str, letter: str) -> str:
    """A beginning with one more letter: all figures are alike, and all gaps between words."""
    if letter in " \n":
        return begun if begun.endswith(" ") else begun + " "
    return begun + (_FIGURE if letter.isdecimal() else letter)


def _members(among: Iterable[tuple[Any, Any]]) -> set[str]:
    """The letters of a class, none where they are too many to be told."""
    found: set[str] = set()
    for sort, value in among:
        match str(sort), str(value):
            case "LITERAL", _:
                found.add(chr(value))
            case "RANGE", _:
                found |= {chr(code) for code in range(value[0], value[1] + 1)}
            case "CATEGORY", "CATEGORY_DIGIT":
                found.add(_FIGURE)
            case _:
                return set()
    return found if len(found) <= _WIDEST else set()
