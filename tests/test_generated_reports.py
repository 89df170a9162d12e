"""The generator of processes: the same for a seed, every span in its text, read as it writes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec

from benchmarks.generated import Process, processes, reports
from detente.walk import articles_of

ROOT = Path(__file__).parents[1]


def made(seed: int) -> Process:
    return next(processes(seed, 1))


def test_the_same_seed_gives_the_same_reports() -> None:
    one, other = ([r.line() for r in reports(7, 100)] for _ in range(2))
    assert one == other
    assert len(one) == 100
    assert one != [r.line() for r in reports(8, 100)]


def test_every_span_of_a_reading_is_in_its_text() -> None:
    for report in reports(3, 120):
        article, reading = report.article(), report.reading()
        found = [s for e in reading.events for s in e.mentions]
        found += [s for a in reading.actors for s in a.evidence]
        found += [d.span for d in reading.dates]
        found += [s for said in reading.statements for s in said.evidence]
        assert found
        assert all(article.text[s.start : s.end] == s.exact for s in found)


def test_a_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    """The command's file gives, through `detente.press`, the very articles of the fast path."""
    command = [sys.executable, "-m", "benchmarks.generated", "--reports", "40", "--seed", "5"]
    subprocess.run([*command, "--to", str(tmp_path)], check=True, cwd=ROOT, capture_output=True)
    want = {r.id: r.article() for r in reports(5, 40)}
    for article in articles_of(tmp_path / "reports.jsonl"):
        there = want.pop(article.source)
        assert (article.text, article.title) == (there.text, there.title)
        assert article.published.date == there.published.date
    assert not want


def test_the_truth_is_told_by_the_reports() -> None:
    for process in processes(11, 3):
        texts = {r.id: r.text for r in process.reports}
        truth = process.truth()
        assert len(process.reports) == 40
        for event in truth["events"]:
            assert all(t["says"] in texts[t["article"]] for t in event["told"])
        assert truth["disputes"]
        for dispute in truth["disputes"]:
            assert dispute["positions"]
        assert any(not a["dated"] for a in truth["articles"].values())
        assert any(a["copy_of"] for a in truth["articles"].values())
        assert msgspec.json.encode(truth)
