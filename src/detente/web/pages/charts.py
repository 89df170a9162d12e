"""What is drawn, as numbers: the script draws, and works nothing out."""

from __future__ import annotations

from typing import Any

import msgspec

from detente.web.page import Page
from detente.web.render import tone

EACH = 600
"""Events that are drawn one by one; more are counted by period."""
LANES = 14
"""Rows of the drawing; what is in none of them is in the last, as others."""
_STEPS = ((366 * 2, 1), (366 * 8, 7), (366 * 40, 30), (366 * 200, 183))
"""Days that a drawing spans at most, and the days of a bar in it."""


class _Actor(msgspec.Struct):
    id: str | None
    name: str
    kind: str | None


class _Shown(msgspec.Struct):
    """What a drawing needs of what a list shows of an event; the rest is not even read."""

    who: list[_Actor]
    city: str | None
    country: str | None


class _Dated(msgspec.Struct):
    date: str | None


_SHOWN, _DATED = msgspec.json.Decoder(_Shown), msgspec.json.Decoder(_Dated)


def timeline_chart(page: Page, by: str) -> dict[str, Any]:
    """The events that the filter lets through, each with the lanes it is drawn in; counted by
    period where they are too many. Days are ordinals."""
    where, values = page.filter.where("events")
    total = page.snapshot.count((where, values))
    lanes = _lanes(page, by, where, values)
    if not lanes:
        return {"lanes": [], "events": [], "bins": [], "total": 0}
    known = [value for value, _ in lanes]
    answer = {"lanes": [{"id": v, "label": name} for v, name in lanes], "total": total}
    if total > EACH:
        return answer | _binned(page, by, known, where, values)
    return answer | {"events": _each(page, by, known, where, values), "bins": []}


def _lanes(page: Page, by: str, where: str, values: list[Any]) -> list[tuple[str, str]]:
    t = page.words
    if by == "kind":
        query = f"SELECT kind, count(*) FROM facts WHERE {where} GROUP BY kind ORDER BY 2 DESC"
        found = [(kind, t.record.kind(kind)) for kind, _ in page.snapshot.ask(query, values)]
    else:
        names = page.snapshot.bodies_among(where, values, LANES - 1)
        found = [(v, t.country(v) if len(v) == 2 else n) for v, n in names]
    if len(found) > LANES or by == "party":
        found = [*found[: LANES - 1], ("", t("chart.other"))]
    return found


def _each(
    page: Page, by: str, known: list[str], where: str, values: list[Any]
) -> list[dict[str, Any]]:
    t = page.words
    query = (
        "SELECT id, kind, status, first, last, dated, disputed, scale, row, show FROM facts "
        f"WHERE {where} AND first IS NOT NULL ORDER BY n LIMIT ?"
    )
    events = []
    for found in page.snapshot.ask(query, [*values, EACH]):
        identifier, kind, status, first, last, dated, disputed, scale, row, show = found
        shown = _SHOWN.decode(show)
        ids = [actor.id for actor in shown.who] if by == "party" else [kind]
        events.append(
            {
                "id": identifier,
                "first": first,
                "last": last,
                "dated": dated,
                "lanes": [x for x in ids if x in known] or [""],
                "tone": tone(scale),
                "told": status in ("occurred", "ongoing"),
                "disputed": disputed,
                "what": t.record.what(kind, status),
                "when": t.date(_DATED.decode(row).date) or t("date.undated"),
                "who": ", ".join(
                    t.country(a.id) if a.kind == "state" else a.name for a in shown.who[:4]
                ),
                "where": shown.city or t.country(shown.country),
            }
        )
    return events


def _binned(page: Page, by: str, known: list[str], where: str, values: list[Any]) -> dict[str, Any]:
    """Counts by lane, period and tone. The period grows with what is looked at."""
    ask = page.snapshot.ask
    low, high = ask(f"SELECT min(first), max(last) FROM facts WHERE {where}", values)[0]
    if low is None:
        return {"events": [], "bins": []}
    quantile = f"SELECT first FROM facts WHERE {where} AND first IS NOT NULL ORDER BY first"
    days = [first for (first,) in ask(quantile, values)]
    low, high = days[len(days) // 100], max(days[-1 - len(days) // 100], low + 1)
    step = next((step for span, step in _STEPS if high - low <= span), 365)
    sign = (
        "CASE WHEN scale > 0 THEN 'cooperation' WHEN scale < 0 THEN 'conflict' ELSE 'neutral' END"
    )
    if by == "kind":
        lane, source = "kind", "facts"
    else:
        lane, source = "value", "tags JOIN facts USING (n)"
        lanes = [value for value in known if value]
        where = f"tag = 'actor' AND value IN ({', '.join('?' * len(lanes))}) AND {where}"
        values = [*lanes, *values]
    query = (
        f"SELECT {lane}, first / {step} * {step}, {sign}, count(*) FROM {source} "
        f"WHERE {where} AND first IS NOT NULL GROUP BY 1, 2, 3"
    )
    bins: dict[tuple[str, int, str], int] = {}
    for value, first, sign_of, count in ask(query, values):
        if value not in known and by == "party":
            continue
        key = (value if value in known else "", first, sign_of)
        bins[key] = bins.get(key, 0) + count
    return {
        "events": [],
        "step": step,
        "from": low,
        "to": high,
        "bins": [
            {"lane": lane, "first": first, "tone": sign_of, "count": count}
            for (lane, first, sign_of), count in sorted(bins.items())
        ],
    }
