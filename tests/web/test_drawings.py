"""What the drawings are made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs
from starlette.testclient import TestClient

from detente.model import Record
from detente.web.app import create
from detente.web.pages import charts
from detente.web.settings import Settings
from detente.web.snapshot import Snapshot, write


def test_the_timeline_is_drawn_by_kind_or_by_party(client: TestClient) -> None:
    by_kind = client.get("/timeline/chart.json").json()
    assert {lane["label"] for lane in by_kind["lanes"]} == {
        "pourparlers", "libération", "levée de sanctions"
    }  # fmt: skip
    talks = next(event for event in by_kind["events"] if event["id"] == "talks-1")
    assert (talks["tone"], talks["dated"], talks["told"], talks["lanes"]) == (
        "cooperation", 1, True, ["talks"]
    )  # fmt: skip
    by_party = client.get("/timeline/chart.json?by=party").json()
    assert {lane["id"] for lane in by_party["lanes"]} == {"NO", "IS", ""}


def test_many_events_are_counted_by_period(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(charts, "EACH", 5)
    talks = record.events[0]
    many = [
        structs.replace(talks, id=f"e{n}", date=f"20{n // 12 + 20}-{n % 12 + 1:02}-05")
        for n in range(40)
    ]
    write(structs.replace(record, events=tuple(many)), tmp_path / "x.page", version="1")
    keeper = type(
        "K",
        (),
        {"snapshot": Snapshot(tmp_path / "x.page"), "behind": False, "jobs": {}, "pending": {}},
    )
    app = create(Settings(dossier="x"), keeper())
    client = TestClient(app, base_url="http://localhost")
    for by in ("kind", "party"):
        found = client.get(f"/timeline/chart.json?by={by}").json()
        assert found["events"] == []
        lane = found["bins"][0]["lane"]
        assert sum(b["count"] for b in found["bins"] if b["lane"] == lane) == 40
    close = client.get("/timeline/chart.json?since=2020-01&until=2020-04").json()
    assert len(close["events"]) == 4


def test_the_curve_of_two_parties(client: TestClient) -> None:
    found = client.get("/curve.json?a=IS&b=NO&step=year").json()
    (point,) = found["points"]
    assert (point["mean"], len(point["acts"])) == (7.0, 2)
    assert {act["id"]: act["certain"] for act in found["acts"]} == {
        "talks-1": False,  # disputed
        "release-1": True,
    }


def test_the_map_places_what_it_can(client: TestClient) -> None:
    (spot,) = client.get("/map.json").json()
    assert (spot["name"], spot["events"], spot["precise"]) == ("Reykjavik, Islande", 2, True)
    assert (round(spot["latitude"]), round(spot["longitude"])) == (64, -22)
    assert "Natural Earth" in client.get("/map").text


def test_who_met_whom(client: TestClient) -> None:
    (edge,) = client.get("/network.json?level=party").json()
    assert (edge["a"], edge["b"], edge["times"]) == ("IS", "NO", 1)
    assert client.get("/network.json?level=person").json() == []
