"""The reader bears out the codebook's examples, right and wrong, in every kind."""

from __future__ import annotations

import pytest

from detente.codebook import check, load
from detente.reading import read_article

MISSED = 0.03
"""Share of the examples that a coming parse may lose before somebody has to look."""


@pytest.mark.slow
def test_examples() -> None:
    kinds = load().kinds.values()
    total = sum(len(k.examples["fr"].right) + len(k.examples["fr"].wrong) for k in kinds)
    failures = check(read_article)
    told = "\n".join(f"{f.kind}: {f.say} ({f.reason})" for f in failures)
    assert len(failures) <= MISSED * total, told
