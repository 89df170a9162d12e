"""All ways in which French news tells time: `find` gives the words and what they mean.

Needs no parse and no date of the report: what leans on either is left to `detente.edtf.resolve`.
The words are in `dates.yaml`, the grammar in `time`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.language.fr.time import Found, fold, matches
from detente.language.fr.time.together import put_together

__all__ = ["ALSO", "Found", "find"]

ALSO = re.compile(r"(?:,| et| ou|,? puis|, et)(?: le)?\s+")
"""What stands between two times of one clause."""


def find(text: str) -> list[Found]:
    """The time expressions of a text, in order, none inside another (an interval holds its two
    `ends`). Offsets are characters of `text`."""
    folded = fold(text)
    return put_together(_best(_candidates(folded, text)), folded)


def _candidates(folded: str, text: str) -> Iterator[Found]:
    for match, rule in matches(folded):
        yield from rule.build(match, text)


def _best(candidates: Iterator[Found]) -> list[Found]:
    """The longest from the left; of the same words, the one that tells a date."""
    order = {"date": 0, "set": 1, "duration": 2}
    kept: list[Found] = []
    for found in sorted(candidates, key=lambda f: (f.start, -f.end, order[f.kind])):
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return kept
