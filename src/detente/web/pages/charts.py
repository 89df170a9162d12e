"""What is drawn, as numbers: the script draws, and works nothing out."""

from __future__ import annotations

from typing import Any

from detente.web.page import Page
from detente.web.render import tone

EACH = 600
"""Events that are drawn one by one; more are counted by period."""
LANES = 14
"""Rows of the drawing; what is in none of them is in the last, as others."""
_STEPS = ((366 * 2, 1), (366 * 8, 7), (366 * 40, 30), (366 * 200, 183))
"""Days that a drawing spans at most, and the days of a bar in it."""


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
    events = []
    for line in page.snapshot.rows((where, values), limit=EACH):
        if line["first"] is None:
            continue
        who = [t.actor(actor) for actor in line["show"]["who"]]
        ids = [a["id"] for a in line["show"]["who"]] if by == "party" else [line["kind"]]
        events.append(
            {
                "id": line["id"],
                "first": line["first"],
                "last": line["last"],
                "dated": line["dated"],
                "lanes": [x for x in ids if x in known] or [""],
                "tone": tone(line["scale"]),
                "told": line["status"] in ("occurred", "ongoing"),
                "disputed": line["disputed"],
                "what": t.record.what(line["kind"], line["status"]),
                "when": t.date(line["row"]["date"]) or t("date.undated"),
                "who": ", ".join(who[:4]),
                "where": line["show"]["city"] or t.country(line["show"]["country"]),
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
