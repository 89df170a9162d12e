"""Generated processes of forty reports, over readings without mistakes: what the record gets right.

The bounds are those that the record is to keep; `python -m benchmarks.generated.score` gives the figures
of fifty processes.
"""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.generated import processes
from benchmarks.generated.score import record_of
from benchmarks.generated.scoring import figures, score, total


@pytest.mark.slow
def test_generated_processes() -> None:
    counts, wrong = [], Counter[str]()
    for process in processes(seed=3, count=12):
        found, problems = score(process, record_of(process, read=False))
        counts.append(found)
        wrong.update(f"{kind}: {words}" for kind, words in problems)
    told = figures(total(counts))
    assert told["events F1"] >= 0.95, wrong
    assert told["undated reports dated right"] >= 0.95, wrong
    assert told["dates told that are right"] >= 0.99, wrong
    assert told["contradictions found"] >= 0.90, wrong
    assert told["disputes that are false"] <= 0.10, wrong
    assert told["promises, right status"] >= 0.90, wrong
