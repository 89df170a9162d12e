"""A builder of records that is not the real one: what it makes of all reports is what is kept."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Any

from detente import Article, Reading, Record
from detente.record.building import PARTS, Changed, Source
from detente.record.shelf import Shelf
from detente.record.stories import Story

Build = Callable[[tuple[Article, ...], tuple[Reading, ...]], Record]
SEAM = "detente.dossier.renewing.change"
"""Where it is put, with `monkeypatch.setattr`."""
ALL = "all"


def made_by(build: Build) -> Callable[[Shelf, Source, Set[str], Set[str]], Changed]:
    """Stands in for `detente.record.building.change`."""

    def change(shelf: Shelf, source: Source, gone: Set[str], come: Set[str]) -> Changed:
        there = ({report for _, report, _ in shelf.rows("there", [ALL])} | come) - gone
        shelf.drop_rows("there", [(ALL, report, b"") for report in gone])
        shelf.put_rows("there", [(ALL, report, b"") for report in come])
        articles, readings = zip(*source.reports(there), strict=True) if there else ((), ())
        record = build(articles, readings)
        parts: dict[str, Any] = {part: getattr(record, part) for part in PARTS}
        return Changed({ALL}, {ALL: record.actors}, {ALL}, iter([(ALL, Story(**parts))]))

    return change
