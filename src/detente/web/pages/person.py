"""One person or body: posts over time, whom they met, what they said and promised, how it is
written."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from detente.model import Actor, Role
from detente.web.page import Page
from detente.web.pages.deciding import forms, namesakes
from detente.web.snapshot import Filter

SHOWN = 12
"""Rows of each kind; the lists have all."""
MET = 24


def person(page: Page) -> Response:
    """The page of one actor."""
    line = page.snapshot.row("people", page.request.path_params["id"])
    (actor,) = page.snapshot.nouns("people", [line["id"]], Actor)
    if page.wanted == "json":
        return page.json(line["row"] | line["show"])
    alone = Filter(actor=(actor.id,))
    lists = {
        noun: {
            "rows": page.snapshot.rows(alone.where(noun), limit=SHOWN, order="n DESC"),
            "count": page.snapshot.count(alone.where(noun)),
        }
        for noun in ("events", "statements", "undertakings")
    }
    return page.html(
        "person.html",
        line=line,
        actor=actor,
        posts=_posts(actor),
        met=_met(page, actor),
        lists=lists,
        alone=alone,
        decisions=page.snapshot.tagged("decisions", "fact", actor.id),
        near=namesakes(page, line),
        forms=forms(page),
    )


def _posts(actor: Actor) -> list[Role]:
    """Posts, once each as worded, in the order of time."""
    found = {(r.title, r.organisation, r.standing, r.start): r for r in actor.roles}
    return sorted(found.values(), key=lambda r: (r.start or r.end or "9999", r.title))


def _met(page: Page, actor: Actor) -> list[dict[str, Any]]:
    """Those who are in an event with it, the most frequent first."""
    level = "person" if actor.kind == "person" else "party"
    query = (
        "SELECT other, count(*) FROM (SELECT b AS other FROM pairs WHERE level = ? AND a = ? "
        "UNION ALL SELECT a FROM pairs WHERE level = ? AND b = ?) "
        "GROUP BY other ORDER BY 2 DESC, 1 LIMIT ?"
    )
    found = page.snapshot.ask(query, (level, actor.id, level, actor.id, MET))
    named = {
        line["id"]: line["row"]
        for line in page.snapshot.rows(
            (
                f"noun = 'people' AND id IN ({', '.join('?' * len(found))})",
                [other for other, _ in found],
            )
        )
    }
    return [
        {"actor": named[other], "count": count, "filter": Filter(actor=(actor.id, other))}
        for other, count in found
        if other in named
    ]
