"""The record brought up to the reports that are kept. What came, went or was changed since it was last
worked out is worked out with all that it hangs together with, and nothing else."""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import sqlalchemy as sa

from detente.dossier import facts, rows, tables
from detente.dossier.shelf import Kept
from detente.model import Article, Decision, Reading
from detente.record.building import change
from detente.record.decided import dated, days_decided

AT_HAND = 1024
"""Reports that are kept decoded."""


class Stored:
    """The reports of a dossier, as they go into the record: with the days that people decided."""

    def __init__(self, connection: sa.Connection, decisions: Sequence[Decision]) -> None:
        self._connection, self._days = connection, days_decided(decisions)
        self._at_hand: OrderedDict[str, tuple[Article, Reading]] = OrderedDict()

    def reports(self, ids: Iterable[str]) -> Sequence[tuple[Article, Reading]]:
        wanted = sorted(ids)
        new = [i for i in wanted if i not in self._at_hand]
        found = {i: self._at_hand[i] for i in wanted if i in self._at_hand}
        for article, reading in rows.reports(self._connection, new):
            found[article.id] = (dated(article, self._days), reading)
        self._at_hand.update(found)
        while len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)
        return [found[i] for i in wanted]


def renew(connection: sa.Connection, made_with: str) -> None:
    """Brings the record as read up to date, where `made_with` is the version of its builder."""
    shelf = Kept(connection)
    due = rows.due(connection)
    anew = connection.scalar(sa.select(tables.snapshots.c.made_with)) != made_with
    if anew:
        shelf.clear()
        facts.clear(connection)
        due |= rows.there(connection)
    there = rows.there(connection, due)
    if due or anew:
        source = Stored(connection, rows.decisions(connection))
        with _no_cycles():
            facts.replace(connection, change(shelf, source, due - there, there))
            shelf.flush()
        connection.execute(tables.due.delete())


@contextmanager
def _no_cycles() -> Iterator[None]:
    """Python does not look for cycles meanwhile: there are none to speak of among millions of small
    values, and looking at them again and again took a seventh of the time of 4,000 reports."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
