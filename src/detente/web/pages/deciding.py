"""A person's word on the record: the queue of what is least certain, and the decisions."""

from __future__ import annotations

import getpass
from functools import cache
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from detente import codebook
from detente.model import Article, Event
from detente.record.anchoring import quoted
from detente.web.page import Page, own_address
from detente.web.pages.lists import bar, chips
from detente.web.snapshot.fact import innermost
from detente.web.snapshot.filters import Where, first_of
from detente.web.snapshot.reading import PAGE, Row
from detente.web.worker import Ask

NOUNS = ("events", "statements", "undertakings")
QUEUE = 4
"""Facts of the queue that are shown at once."""
NEAR = 3
"""Days within which another event of the kind may be the same."""
DECIDED = (*NOUNS, "actors")
ADDED = ("events", "statements")
JUDGING = ("accept", "reject", "doubt")
ACTS = (*JUDGING, "correct", "set_aside", "join", "split", "annotate")
LISTED = ("parties",)
FIELDS = {
    "actors": ("name", "country", "kind"),
    "events": ("date", "kind", "status", "city", "country", "parties"),
    "statements": ("speaker", "date"),
    "undertakings": ("status", "due", "parties"),
}
"""What the page offers to correct, by noun."""


def review(page: Page) -> Response:
    """The queue: what nobody has judged yet, least certain first."""
    page.need("analyst")
    noun = first_of(page.request.query_params, "of", NOUNS)
    where, values = page.filter.where(noun)
    pending = page.keeper.pending
    marks = ", ".join("?" * len(pending))
    waiting = (f"{where} AND reviewed = 0 AND id NOT IN ({marks})", [*values, *pending])
    rows = page.snapshot.rows(waiting, limit=QUEUE, order="doubt DESC, n")
    if page.wanted == "json":
        return page.json([line["row"] for line in rows])
    total = page.snapshot.count((where, values))
    last = page.snapshot.rows(
        ("noun = 'decisions' AND status = 'stands' AND kind <> 'undo'", []),
        limit=1,
        order="n DESC",
    )
    return page.html(
        "review.html",
        view="review",
        noun=noun,
        nouns=NOUNS,
        bar=bar(page, noun),
        chips=chips(page, noun),
        rows=rows,
        total=total,
        done=total - page.snapshot.count(waiting),
        last=last,
        pending=list(pending.values())[-1:],
        candidates={line["id"]: candidates(page, line) for line in rows if noun == "events"},
        keep=page.filter.query(of=noun),
        forms=forms(page),
    )


def history(page: Page) -> Response:
    """All decisions, the newest first."""
    where: Where = ("noun = 'decisions'", [])
    if page.wanted != "html":
        return page.rows(page.snapshot.plain(where, "n DESC"), "decisions")
    count = page.snapshot.count(where)
    pages = max(1, -(-count // PAGE))
    number = min(page.number("page"), pages)
    rows = page.snapshot.rows(where, offset=(number - 1) * PAGE, order="n DESC")
    return page.html("history.html", rows=rows, count=count, number=number, pages=pages)


def decide(page: Page) -> Response:
    """Takes a decision as a form gives it."""
    page.need("analyst")
    form: FormData = page.request.state.form
    act, noun, fact = (str(form.get(name, "")) for name in ("act", "of", "id"))
    if act not in ACTS or noun not in DECIDED or not fact:
        raise HTTPException(400)
    attribute, value = None, None
    if act == "correct":
        attribute, value = _value(page, form, noun, fact)
    elif act == "set_aside":
        attribute, value = (str(form.get(name, "")) for name in ("attribute", "value"))
    ask = Ask(
        act=act,
        of=noun,
        fact=fact,
        by=page.user or _somebody(),
        why=str(form.get("why", ""))[:2000],
        attribute=attribute,
        value=str(form.get("note", ""))[:2000] if act == "annotate" else value,
        others=tuple(str(other) for other in form.getlist("others") if other),
        evidence=_chosen(page, form, fact) if act == "split" else (),
    )
    page.keeper.decide(ask)
    return RedirectResponse(_back(form), 303)


def add(page: Page) -> Response:
    """Adds what the reading missed in a report: an event, or a statement, with the words that tell
    of it."""
    page.need("analyst")
    form: FormData = page.request.state.form
    noun = str(form.get("of", ""))
    if noun not in ADDED:
        raise HTTPException(400)
    (article,) = page.snapshot.nouns("reports", [str(form.get("id", ""))], Article)
    cited = quoted(article, str(form.get("words", "")).strip())

    def told(name: str) -> str | None:
        return str(form.get(name, "")).strip()[:500] or None

    value: dict[str, Any] = {"kind": told("kind"), "date": told("date")}
    if noun == "events":
        place = {"city": told("city"), "country": _country(page, told("country"))}
        value |= {"status": told("status"), "parties": _actors(page, told("parties"))}
        value |= {"place": place if any(place.values()) else None}
    else:
        value |= {"speaker": next(iter(_actors(page, told("speaker"))), None)}
        value |= {"quote": cited.exact}
    ask = Ask(
        act="add",
        of=noun,
        fact="",
        by=page.user or _somebody(),
        why=told("why") or "",
        value={name: given for name, given in value.items() if given is not None},
        evidence=(cited,),
    )
    page.keeper.decide(ask)
    return RedirectResponse(_back(form), 303)


def undo(page: Page) -> Response:
    """Undoes a decision."""
    page.need("analyst")
    form: FormData = page.request.state.form
    decision = str(form.get("decision", ""))
    page.keeper.decide(Ask(act="undo", of="decisions", fact=decision, by=page.user or _somebody()))
    return RedirectResponse(_back(form), 303)


def forms(page: Page) -> dict[str, Any]:
    """What the forms of a decision offer to choose from."""
    t = page.words
    kinds = sorted(codebook.load().kinds, key=t.record.kind)
    beings = ("person", "state", "organisation", "group")
    return {
        "beings": [(kind, t.named("actor_kind", kind)) for kind in beings],
        "fields": FIELDS,
        "kinds": [(kind, t.record.kind(kind)) for kind in kinds],
        "statuses": [(s, t.record.status(s)) for s in ("occurred", "ongoing", "planned", "proposed", "denied", "hypothetical")],
        "fates": [(s, t.record.status(s)) for s in ("open", "under_way", "carried_out", "broken", "withdrawn")],
    }  # fmt: skip


def candidates(page: Page, line: Row) -> list[Row]:
    """Other events that may be the same: of the kind, within a few days, with somebody in common."""
    if line["first"] is None:
        return []
    where = (
        "noun = 'events' AND kind = ? AND id <> ? AND first <= ? AND last >= ? AND n IN "
        "(SELECT n FROM tags WHERE tag = 'actor' AND value IN "
        "(SELECT value FROM tags WHERE tag = 'actor' AND n = ?))"
    )
    values = [line["kind"], line["id"], line["last"] + NEAR, line["first"] - NEAR, line["n"]]
    return page.snapshot.rows((where, values), limit=5)


def namesakes(page: Page, line: Row) -> list[Row]:
    """Other actors that may be the same: of the kind, with a word of the name in common."""
    words = [w for w in str(line["row"]["name"]).split() if len(w) > 3]
    if not words:
        return []
    alike = " OR ".join("json_extract(row, '$.name') LIKE ?" for _ in words)
    where = f"noun = 'people' AND kind = ? AND id <> ? AND ({alike})"
    return page.snapshot.rows(
        (where, [line["kind"], line["id"], *(f"%{w}%" for w in words)]), limit=8
    )


def mentions(event: Event) -> list[dict[str, Any]]:
    """The mentions of an event as a form names them."""
    return [
        {"key": f"{span.article}:{span.start}", "exact": span.exact}
        for span in innermost(event.mentions)
    ]


def _value(page: Page, form: FormData, noun: str, fact: str) -> tuple[str, Any]:
    """The attribute and the value that a correction gives."""
    name, text = str(form.get("attribute", "")), str(form.get("value", "")).strip()[:500]
    for choice in ("kind", "status"):
        if name == choice:
            text = str(form.get(f"{choice}_value", "")) or text
    if name not in FIELDS[noun]:
        raise HTTPException(400)
    if noun == "events" and name in ("city", "country"):
        (event,) = page.snapshot.nouns("events", [fact], Event)
        place = {
            "city": event.place.city if event.place else None,
            "country": event.place.country if event.place else None,
        }
        return "place", place | {name: _country(page, text) if name == "country" else text or None}
    if name == "country":
        return name, _country(page, text)
    if name in ("parties", "speaker"):
        ids = _actors(page, text)
        return name, ids if name in LISTED else (ids[0] if ids else None)
    return name, text or None


def _actors(page: Page, text: str | None) -> list[str]:
    """The ids of actors named in a row, with commas between."""
    return [_actor(page, part) for part in (text or "").split(",") if part.strip()]


def _actor(page: Page, text: str) -> str:
    """The id of an actor that somebody names by it, or as the page calls it."""
    name = text.strip()
    query = (
        "SELECT id FROM facts WHERE noun = 'people' AND (id = ? OR json_extract(row, '$.name') = ?)"
    )
    found = page.snapshot.ask(query, (name, name))
    if found:
        return str(found[0][0])
    return _country(page, name, otherwise=name) or name


def _country(page: Page, text: str | None, otherwise: str | None = None) -> str | None:
    """The ISO code of a country, given as such or in the page's language."""
    name = (text or "").strip()
    codes = {country.lower(): code for code, country in page.words.locale.territories.items()}
    return codes.get(name.lower()) or otherwise or name.upper() or None


def _chosen(page: Page, form: FormData, fact: str) -> tuple[Any, ...]:
    (event,) = page.snapshot.nouns("events", [fact], Event)
    keys = {str(key) for key in form.getlist("mention")}
    return tuple(s for s in innermost(event.mentions) if f"{s.article}:{s.start}" in keys)


def _back(form: FormData) -> str:
    return own_address(str(form.get("back", "")), "/review")


@cache
def _somebody() -> str:
    """Who sits at this machine, where nobody signs in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "local"
