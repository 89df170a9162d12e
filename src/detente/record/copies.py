"""Copies of a report: text that several outlets carry is one source.

Reports are compared by their runs of five words. Candidates come from MinHash (rensa) in bands, so
that cost grows with the number of reports; each candidate is then checked on the runs themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from rensa import RMinHash, RMinHashLSH

from detente.model import Article
from detente.record.cluster import Groups
from detente.record.stable import fold, rank

RUN = 5
"""Words in a run."""
PERMUTATIONS, BANDS = 128, 32
"""Bands of four: a pair whose runs agree to a third is a candidate with a chance of 0.33, to a
half of 0.87, to 0.8 of 1."""
SHARED = 0.8
"""Share of the shorter report's runs that the longer one has to hold. Two reports of one event
that quote the same words share less than 0.3."""
LIKE_SIZE = 0.5
"""The shorter is at least so long beside the longer: a brief inside a long report is no copy."""
SHORTEST = 12
"""Runs that a report must have to be compared at all."""


def runs(text: str) -> frozenset[str]:
    """The runs of five folded words of a text."""
    words = fold(text).split()
    return frozenset(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one set of runs repeats the other: the same text, cut, extended or brought up to
    date."""
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST or len(short) < LIKE_SIZE * len(long):
        return False
    return len(short & long) >= SHARED * len(short)


def mark(articles: Sequence[Article]) -> list[Article]:
    """The reports by id, each with `copy_of` set to the report that stands for its text, or None.

    The fullest version stands for the others (an updated version supersedes the earlier one);
    among versions within a tenth of its length, the earliest."""
    ordered = sorted(articles, key=lambda a: a.id)
    texts = {a.id: runs(a.text) for a in ordered}
    head: dict[str, str] = {}
    for family in _families(ordered, texts):
        fullest = max(len(texts[a.id]) for a in family)
        full = [a for a in family if len(texts[a.id]) >= 0.9 * fullest]
        first = min(full, key=rank)
        head.update({a.id: first.id for a in family if a.id != first.id})
    return [msgspec.structs.replace(a, copy_of=head.get(a.id)) for a in ordered]


def _families(
    articles: Sequence[Article], texts: Mapping[str, frozenset[str]]
) -> list[list[Article]]:
    """Groups of two or more reports that repeat each other, directly or by a third."""
    index = RMinHashLSH(LIKE_SIZE, PERMUTATIONS, BANDS)
    groups = Groups(len(articles))
    for i, article in enumerate(articles):
        own = texts[article.id]
        if len(own) < SHORTEST:
            continue
        digest = RMinHash(PERMUTATIONS, 42)
        digest.update(sorted(own))
        for j in sorted(index.query(digest)):
            if is_copy(own, texts[articles[j].id]):
                groups.join(i, j)
        index.insert(i, digest)
    return [[articles[i] for i in group] for group in groups.all() if len(group) > 1]


def sources(articles: Sequence[Article]) -> dict[str, str]:
    """Article id to the id of the independent source behind it: itself, or what it repeats."""
    return {a.id: a.copy_of or a.id for a in articles}
