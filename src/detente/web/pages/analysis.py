"""The views that are drawings first: curve, map and network, each with its table."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from starlette.responses import Response

from detente.views import curve as curves
from detente.views.curve import Act, Step
from detente.web.page import Page
from detente.web.pages.lists import bar, chips, label_of
from detente.web.snapshot import Filter
from detente.web.snapshot.filters import first_of

STEPS: tuple[Step, ...] = ("month", "quarter", "year")
ACTS = 5_000
"""Acts of two parties that a curve looks at."""
MEETINGS = ("talks", "call", "visit", "mediation", "agreement", "exchange", "ceasefire")
"""Kinds in which people meet or deal with one another."""
EDGES = 150
SHOWN = 20


def curve(page: Page) -> Response:
    """Cooperation and conflict between two parties."""
    query = page.request.query_params
    a, b = query.get("a", ""), query.get("b", "")
    pairs = _pairs(page)
    if not (a and b) and pairs:
        a, b = pairs[0]["a"]["id"], pairs[0]["b"]["id"]
    step = first_of(query, "step", STEPS)
    lines = _acts(page, a, b)
    acts = [_act(line) for line in lines]
    points = curves.points(acts, step)
    if page.wanted == "json":
        return page.json({"a": a, "b": b, "step": step, "points": points, "acts": acts})
    if page.wanted == "csv":
        return page.csv((msgspec.to_builtins(point) for point in points), "curve")
    names = {x["id"]: x for pair in pairs for x in (pair["a"], pair["b"])}
    for missing in {a, b} - names.keys() - {""}:
        line = page.snapshot.row("people", missing)
        names[missing] = {"id": missing, "name": line["row"]["name"], "kind": line["kind"]}
    return page.html(
        "curve.html",
        view="curve",
        noun="events",
        bar=bar(page, "events"),
        chips=chips(page, "events"),
        a=a,
        b=b,
        step=step,
        steps=STEPS,
        pairs=pairs,
        names=names,
        lines=lines,
        certain={act.id: act.certain for act in acts},
        points=points,
        keep=page.filter.query(a=a, b=b, step=step),
    )


def _pairs(page: Page) -> list[dict[str, Any]]:
    """The pairs of parties with the most events between them."""
    query = (
        "SELECT a, b, count(*) FROM pairs WHERE level = 'party' GROUP BY a, b "
        "ORDER BY 3 DESC, 1, 2 LIMIT ?"
    )
    found = page.snapshot.ask(query, (SHOWN,))
    names = _named(page, {x for a, b, _ in found for x in (a, b)})
    return [
        {"a": names[a], "b": names[b], "count": count}
        for a, b, count in found
        if a in names and b in names
    ]


def _named(page: Page, ids: set[str]) -> dict[str, dict[str, Any]]:
    query = (
        "SELECT id, json_extract(row, '$.name'), kind FROM facts "
        f"WHERE noun = 'people' AND id IN ({', '.join('?' * len(ids))})"
    )
    found = page.snapshot.ask(query, sorted(ids))
    return {i: {"id": i, "name": name, "kind": kind} for i, name, kind in found}


def _acts(page: Page, a: str, b: str) -> list[dict[str, Any]]:
    """What happened between two parties, where it is told as a fact and dated."""
    where, values = page.filter.where("events")
    where += (
        " AND dated = 1 AND scale IS NOT NULL AND status IN ('occurred', 'ongoing') "
        "AND n IN (SELECT n FROM pairs WHERE level = 'party' AND a = ? AND b = ?)"
    )
    return page.snapshot.rows((where, [*values, *sorted((a, b))]), limit=ACTS)


def _act(line: dict[str, Any]) -> Act:
    vague = line["last"] - line["first"] > 1
    middle = date.fromordinal((line["first"] + line["last"]) // 2)
    sure = not (line["disputed"] or vague or line["show"]["independent"] < 2)
    return Act(id=line["id"], day=middle, value=line["scale"], certain=sure)


def map(page: Page) -> Response:
    """Where it happened."""
    where, values = page.filter.where("events")
    query = (
        "SELECT place, city, country, latitude, longitude, count(*), min(first), max(last), "
        "sum(scale > 0), sum(scale < 0) FROM places "
        "JOIN tags ON tag = 'place' AND value = place JOIN facts USING (n) "
        f"WHERE {where} GROUP BY place ORDER BY 6 DESC, 1"
    )
    t = page.words
    spots = [
        {
            "place": found[0],
            "name": label_of(page, "place", found[0], None),
            "precise": found[1] is not None,
            "latitude": found[3],
            "longitude": found[4],
            "events": found[5],
            "cooperation": found[8] or 0,
            "conflict": found[9] or 0,
            "label": t("map.events", n=found[5]),
            "link": "/timeline" + page.filter.query(place=found[0]),
        }
        for found in page.snapshot.ask(query, values)
    ]
    if page.wanted == "json":
        return page.json(spots)
    if page.wanted == "csv":
        return page.csv(spots, "map")
    placed = sum(spot["events"] for spot in spots)
    return page.html(
        "map.html",
        view="map",
        noun="events",
        bar=bar(page, "events"),
        chips=chips(page, "events"),
        spots=spots,
        unplaced=page.snapshot.count((where, values)) - placed,
    )


def network(page: Page) -> Response:
    """Who met whom."""
    level = first_of(page.request.query_params, "level", ("person", "party"))
    where, values = page.filter.where("events")
    if not page.filter.kind:
        where += f" AND kind IN ({', '.join('?' * len(MEETINGS))})"
        values = [*values, *MEETINGS]
    where += " AND status IN ('occurred', 'ongoing')"
    query = (
        "SELECT a, b, count(*), min(first), max(last) FROM pairs JOIN facts USING (n) "
        f"WHERE level = ? AND {where} GROUP BY a, b ORDER BY 3 DESC, 1, 2 LIMIT ?"
    )
    found = page.snapshot.ask(query, [level, *values, EDGES])
    names = _named(page, {x for a, b, *_ in found for x in (a, b)})
    t = page.words
    edges = [
        {
            "a": a,
            "b": b,
            "a_name": t.actor(names[a]),
            "b_name": t.actor(names[b]),
            "times": times,
            "first": date.fromordinal(first).isoformat() if first else None,
            "last": date.fromordinal(last).isoformat() if last else None,
        }
        for a, b, times, first, last in found
        if a in names and b in names
    ]
    if page.wanted == "json":
        return page.json(edges)
    if page.wanted == "csv":
        return page.csv(edges, "network")
    return page.html(
        "network.html",
        view="network",
        noun="events",
        bar=bar(page, "events"),
        chips=chips(page, "events"),
        level=level,
        edges=edges,
        cut=EDGES if len(found) == EDGES else 0,
        between={(e["a"], e["b"]): Filter(actor=(e["a"], e["b"])) for e in edges},
        keep=page.filter.query(level=level),
    )
