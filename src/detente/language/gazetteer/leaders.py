"""Public leaders with their terms: whose country a report may leave out, since all its readers know it.

`leaders.tsv` is written by `models/gazetteer.py` from `models/leaders.yaml`, whose head states who is in
it, and the World Factbook (public domain). Names are French press spellings, folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from detente.language.gazetteer import fold, rows

ARTICLES = frozenset({"al", "el"})
AFTER = 1
"""Years after a term in which a leader is still called by the family name alone."""
LIFE = (25, 30)
"""Years before a first term and after a last one in which a full name still is the leader's."""


@dataclass(frozen=True, slots=True)
class Leader:
    """One post of one person. `country` is ISO alpha-2, empty for who heads a body of states;
    `terms` are first and last years, the last None for somebody in office."""

    country: str
    post: str
    sex: str
    terms: tuple[tuple[int, int | None], ...]
    families: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]

    def holds(self, year: int) -> bool:
        """Whether the post is held in a year, or was until shortly before it."""
        return any(a <= year and (b is None or year <= b + AFTER) for a, b in self.terms)

    def lives(self, year: int) -> bool:
        """Whether a full name in a report of that year may be the leader's."""
        last = self.terms[-1][1]
        before, after = LIFE
        return self.terms[0][0] - before <= year and (last is None or year <= last + after)


def named(name: str, year: int | None) -> Leader | None:
    """The leader of a full name, also in a near spelling of the first name, in a report of a year
    (None: not known). None where two of one name act for different states."""
    words = _words(name)
    found = _by_name().get(words, []) or [
        leader
        for family in _families(words)
        for leader in _by_family().get(family, [])
        if any(_alike(words, other, family) for other in leader.names)
    ]
    if year is not None:
        found = [leader for leader in found if leader.lives(year)]
        found = [leader for leader in found if leader.holds(year)] or found
    return _one(found)


def held(name: str, country: str, year: int | None) -> frozenset[str]:
    """The posts that the leader of a full name holds in a state in a year (None: has held in any)."""
    found = (leader for leader in _by_name().get(_words(name), []) if leader.country == country)
    return frozenset(leader.post for leader in found if year is None or leader.holds(year))


def called(family: str, year: int | None) -> Leader | None:
    """The leader whom a family name alone stands for in a report of a year: whoever holds a post
    then; of a report without a date, whoever ever held one. None where that leaves two states."""
    found = _by_family().get(" ".join(_words(family)), [])
    return _one([leader for leader in found if year is None or leader.holds(year)])


def _one(found: Sequence[Leader]) -> Leader | None:
    """The first of leaders who all act for one state."""
    return found[0] if found and len({leader.country for leader in found}) == 1 else None


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in fold(name).split() if word not in ARTICLES)


def _families(words: tuple[str, ...]) -> Iterable[str]:
    """What may be the family name of a full one: its last words, or its first."""
    for n in range(1, len(words)):
        yield " ".join(words[n:])
    yield words[0]


def _alike(words: tuple[str, ...], other: tuple[str, ...], family: str) -> bool:
    """Two full names of one family name: their first names are one but for a letter, and their
    second names, where both have one, begin alike."""
    own = family.split()
    given, theirs = _without(words, own), _without(other, own)
    if not given or not theirs:
        return False
    one, two = given[0], theirs[0]
    near = one == two or (min(len(one), len(two)) > 4 and Levenshtein.distance(one, two) == 1)
    return near and all(a[0] == b[0] for a, b in zip(given[1:], theirs[1:], strict=False))


def _without(words: tuple[str, ...], family: list[str]) -> tuple[str, ...]:
    if list(words[-len(family) :]) == family:
        return words[: -len(family)]
    return words[len(family) :] if list(words[: len(family)]) == family else ()


@cache
def _table() -> tuple[Leader, ...]:
    found = []
    for country, post, sex, terms, families, names in rows("leaders.tsv")[1:]:
        years = [term.split("-") for term in terms.split(",")]
        found.append(
            Leader(
                country=country,
                post=post,
                sex=sex,
                terms=tuple((int(a), int(b) if b else None) for a, b in years),
                families=tuple(families.split("|")) if families else (),
                names=tuple(_words(name) for name in names.split("|")),
            )
        )
    return tuple(found)


@cache
def _by_name() -> dict[tuple[str, ...], list[Leader]]:
    index: dict[tuple[str, ...], list[Leader]] = {}
    for leader in _table():
        for name in leader.names:
            index.setdefault(name, []).append(leader)
    return index


@cache
def _by_family() -> dict[str, list[Leader]]:
    index: dict[str, list[Leader]] = {}
    for leader in _table():
        for family in leader.families:
            index.setdefault(family, []).append(leader)
    return index
