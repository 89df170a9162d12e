"""Reading and deciding in the process beside the server, over a dossier of the examples."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.errors import DossierError
from detente.walk import open_dossier
from detente.web.keeper import Keeper
from detente.web.snapshot import Filter
from detente.web.worker import Ask

pytestmark = pytest.mark.slow

NEWS = "Oslo (AN) - La ministre norvégienne Kari Holm a reçu jeudi à Oslo son homologue islandais."


def until(true: Callable[[], Any], seconds: float = 300.0) -> Any:
    """What a function gives once it is true. Fails after some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come to pass in time")


def test_reports_are_read_and_shown(kept: Keeper, tmp_path: Path) -> None:
    before = kept.snapshot.counts()["reports"]
    folder = tmp_path / "incoming"
    folder.mkdir()
    good, bad = folder / "oslo.txt", folder / "empty.txt"
    good.write_text(NEWS, "utf-8")
    bad.write_bytes(b"")
    job = kept.add([(str(good), "oslo.txt"), (str(bad), "empty.txt")], str(folder), by="AB")
    until(lambda: job.over)
    assert (job.state, job.failed) == ("done", 1)
    assert job.read >= 1  # more where the examples were read by another version
    assert job.problems == [("empty.txt", "empty; there is nothing to read")]
    assert kept.snapshot.counts()["reports"] == before + 1
    (line,) = [
        line
        for line in kept.snapshot.rows(Filter().where("reports"), limit=99)
        if line["row"]["source"] == "oslo.txt"
    ]
    assert line["status"] == "read"
    assert not folder.exists()
    changed = kept.snapshot.ask("SELECT noun FROM changes WHERE what = 'added'")
    assert ("reports",) in changed


def test_private_addresses_are_not_fetched(kept: Keeper, tmp_path: Path) -> None:
    address = "http://127.0.0.1:9/feed.rss"
    job = kept.add([(address, address)], "", by="AB")
    until(lambda: job.over)
    assert [name for name, _ in job.problems] == [address]
    assert "private address" in job.problems[0][1]


def test_a_decision_changes_what_is_shown(kept: Keeper) -> None:
    line = kept.snapshot.rows(Filter(kind=("call",)).where("events"))[0]
    ask = Ask(
        act="correct", of="events", fact=line["id"], by="AB", attribute="date", value="2023-11-14"
    )
    decision = kept.decide(ask)
    until(lambda: kept.snapshot.row("events", line["id"])["row"]["date"] == "2023-11-14")
    assert kept.snapshot.row("events", line["id"])["reviewed"] == 1
    kept.decide(Ask(act="undo", of="decisions", fact=decision, by="AB"))
    until(lambda: kept.snapshot.row("events", line["id"])["row"]["date"] == line["row"]["date"])
    with pytest.raises(DossierError, match="date"):
        kept.decide(
            Ask(
                act="correct", of="events", fact=line["id"], by="AB", attribute="date", value="soon"
            )
        )


def test_what_others_write_is_noticed(kept: Keeper, dossier: Path) -> None:
    before = kept.snapshot.counts()["reports"]
    with open_dossier(dossier) as other:
        other.remove(other.articles()[0].id)
    until(lambda: kept.snapshot.counts()["reports"] == before - 1)
