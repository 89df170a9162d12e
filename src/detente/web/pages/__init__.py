"""The addresses of the page, and what answers at each."""

from __future__ import annotations

from detente.web.page import Endpoint
from detente.web.pages import (
    adding,
    analysis,
    deciding,
    entering,
    event,
    exporting,
    finding,
    lists,
    person,
    report,
)

VIEWS: tuple[tuple[str, Endpoint], ...] = (
    ("/timeline", lists.timeline),
    ("/timeline/chart", lists.chart),
    ("/statements", lists.statements),
    ("/undertakings", lists.undertakings),
    ("/exchanges", lists.exchanges),
    ("/disputes", lists.disputes),
    ("/people", lists.people),
    ("/reports", lists.reports),
    ("/choices/{facet}", lists.choices),
    ("/events/{id}", event.event),
    ("/reports/{id}", report.report),
    ("/people/{id}", person.person),
    ("/curve", analysis.curve),
    ("/map", analysis.map),
    ("/network", analysis.network),
    ("/history", deciding.history),
    ("/search", finding.search),
    ("/changes", finding.changes),
    ("/export", exporting.export),
)
TWINS = {
    "/review": (".json",),
    "/jobs/{id}": (".json",),
    "/timeline/chart": (".json",),
    **{
        path: (".json",) if "{" in path else (".json", ".csv")
        for path, _ in VIEWS
        if path not in ("/timeline/chart", "/export")
    },
}
"""The suffixes under which an address gives the same as data: one thing as JSON, a list as CSV as
well."""
KEPT = frozenset(endpoint for _, endpoint in VIEWS)
"""Endpoints whose answers depend on nothing but the snapshot, the address, the language and the
role."""
ADDRESSES: tuple[tuple[str, tuple[str, ...], Endpoint], ...] = (
    *((path, ("GET",), endpoint) for path, endpoint in VIEWS),
    ("/add", ("GET",), adding.add),
    ("/add", ("POST",), adding.send),
    ("/jobs/{id}", ("GET",), adding.job),
    ("/export/{format}", ("GET",), exporting.download),
    ("/review", ("GET",), deciding.review),
    ("/decide", ("POST",), deciding.decide),
    ("/missed", ("POST",), deciding.add),
    ("/login", ("GET",), entering.ask),
    ("/login", ("POST",), entering.enter),
    ("/logout", ("POST",), entering.leave),
    ("/accounts", ("GET",), entering.people),
    ("/accounts", ("POST",), entering.change),
    ("/undo", ("POST",), deciding.undo),
)
