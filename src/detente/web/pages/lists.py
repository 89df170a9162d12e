"""The views that are lists: each a table of fifty rows a page, its JSON and its CSV."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from detente.web.page import Page
from detente.web.pages.charts import timeline_chart
from detente.web.snapshot.filters import COLUMNS, FLAGS_OF, OF
from detente.web.snapshot.reading import PAGE

SHOWN = 20
"""Values of a facet that the filter bar offers; others are found by typing."""
FOUND = 20


def timeline(page: Page) -> Response:
    """What happened, in order."""
    return _list(page, "events", "timeline")


def statements(page: Page) -> Response:
    """Who said what."""
    return _list(page, "statements")


def undertakings(page: Page) -> Response:
    """What was promised and what became of it."""
    return _list(page, "undertakings")


def exchanges(page: Page) -> Response:
    """Who was freed for whom."""
    return _list(page, "exchanges")


def disputes(page: Page) -> Response:
    """Where the sources disagree."""
    return _list(page, "disputes")


def people(page: Page) -> Response:
    """Persons and bodies."""
    return _list(page, "people")


def reports(page: Page) -> Response:
    """The reports."""
    return _list(page, "reports")


def chart(page: Page) -> Response:
    """The timeline's drawing, as numbers."""
    by = "party" if page.request.query_params.get("by") == "party" else "kind"
    return page.json(timeline_chart(page, by))


def choices(page: Page) -> Response:
    """The values of a facet whose label has some letters in it, as boxes to tick."""
    facet = page.request.path_params["facet"]
    query = page.request.query_params
    noun, letters = query.get("noun", "events"), query.get("find", "").strip()
    if noun not in OF or facet not in OF[noun]:
        found: list[tuple[str, str, int]] = []
    elif letters:
        found = page.snapshot.find_choices(noun, COLUMNS.get(facet, facet), letters, FOUND)
    else:
        found = page.snapshot.choices(noun, COLUMNS.get(facet, facet), SHOWN)
    if page.wanted == "json":
        return page.json(found)
    return page.html("_choices.html", facet=facet, offered=_labelled(page, facet, found))


def _list(page: Page, noun: str, view: str | None = None) -> Response:
    view = view or noun
    where = page.filter.where(noun)
    newest = page.request.query_params.get("order") == "newest"
    order = "n DESC" if newest else "n"
    if page.wanted != "html":
        return page.rows(page.snapshot.plain(where, order), view)
    count = page.snapshot.count(where)
    pages = max(1, -(-count // PAGE))
    number = min(page.number("page"), pages)
    rows = page.snapshot.rows(where, offset=(number - 1) * PAGE, order=order)
    return page.html(
        f"{view}.html",
        noun=noun,
        view=view,
        rows=rows,
        count=count,
        number=number,
        pages=pages,
        newest=newest,
        bar=bar(page, noun),
        chips=chips(page, noun),
        empty=not count and not page.filter.heeded(noun),
    )


def bar(page: Page, noun: str) -> dict[str, Any]:
    """What the filter bar of a noun offers: facets with their values, and flags."""
    facets = []
    for facet in OF[noun]:
        offered = page.snapshot.choices(noun, COLUMNS.get(facet, facet), SHOWN)
        chosen = getattr(page.filter, facet)
        known = {value for value, _, _ in offered}
        missing = [value for value in chosen if value not in known]
        offered = page.snapshot.named_choices(noun, COLUMNS.get(facet, facet), missing) + offered
        if offered:
            facets.append((facet, _labelled(page, facet, offered), len(offered) >= SHOWN))
    dates, flags = noun != "people", FLAGS_OF.get(noun, ())
    shown = {*(facet for facet, *_ in facets), *flags, *(("since", "until") if dates else ())}
    return {"facets": facets, "flags": flags, "dates": dates, "shown": shown}


def chips(page: Page, noun: str) -> list[tuple[str, str]]:
    """The filters that hold: what each is called, and the address without it."""
    t, found = page.words, []
    for name, value in page.filter.heeded(noun):
        if name in ("since", "until"):
            label = f"{t('filter.' + name)} {t.date(value)}"
        elif name in FLAGS_OF["events"]:
            label = t("filter." + name)
        else:
            named = page.snapshot.named_choices(noun, COLUMNS.get(name, name), [value])
            label = _labelled(page, name, named)[0][1] if named else value
        found.append((label, page.request.url.path + page.filter.without(name, value).query()))
    return found


def _labelled(
    page: Page, facet: str, offered: list[tuple[str, str, int]]
) -> list[tuple[str, str, int]]:
    return [(value, label_of(page, facet, value, label), n) for value, label, n in offered]


def label_of(page: Page, facet: str, value: str, label: str | None) -> str:
    """What a value of a facet is called."""
    t = page.words
    if facet == "kind":
        return t.record.kind(value)
    if facet in ("status", "fate"):
        return t.record.status(value)
    if facet == "topic":
        return t.named("topic", value)
    if facet == "type":
        return t.named("actor_kind", value)
    if facet == "said":
        return t.named("said", value)
    if facet == "state":
        return t("report.unread_state" if value == "unread" else f"report.{value}")
    if facet == "place":
        country, _, city = value.partition("|")
        return ", ".join(part for part in (city, t.country(country)) if part)
    if facet == "actor" and len(value) == 2 and value.isupper():
        return t.country(value)
    return label or value
