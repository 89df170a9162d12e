"""Copies of a report: text that several outlets carry is one source.

Reports are compared by their runs of five words. Candidates come from MinHash (rensa) in bands, so
that cost grows with the number of reports; each candidate is then checked on the runs themselves.
Reports that repeat each other, directly or by a third, are a family.
"""

from __future__ import annotations

from collections.abc import Sequence

from rensa import RMinHash

from detente.model import Article
from detente.record.components import Links
from detente.record.shelf import link
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


def links_of(own: frozenset[str]) -> Links:
    """Where a report of some runs meets others that may repeat it or be repeated."""
    if len(own) < SHORTEST:
        return Links()
    digest = RMinHash(PERMUTATIONS, 42)
    digest.update(sorted(own))
    values, size = digest.digest(), PERMUTATIONS // BANDS
    bands = tuple(link(n, *values[n * size : (n + 1) * size]) for n in range(BANDS))
    return Links(looks=bands, stands=bands)


def heads(family: Sequence[Article]) -> dict[str, str]:
    """Of reports that repeat each other, directly or by a third, the id of the one that stands for
    the others, by the ids of these.

    The fullest version stands for the others (an updated version supersedes the earlier one);
    among versions within a tenth of its length, the earliest."""
    if len(family) < 2:
        return {}
    length = {a.id: len(runs(a.text)) for a in family}
    full = [a for a in family if length[a.id] >= 0.9 * max(length.values())]
    first = min(full, key=rank)
    return {a.id: first.id for a in family if a.id != first.id}
