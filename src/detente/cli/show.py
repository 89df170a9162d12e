"""`detente show`, `event`, `why` and `brief`: the record on the screen."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.options import DEFAULT, SCREEN, AsJson, DossierFile, To, working, write

if TYPE_CHECKING:
    from detente.model import Record

EventId = Annotated[
    str, typer.Argument(metavar="EVENT", help="The event's id, or enough of its beginning.")
]


class View(StrEnum):
    """What can be shown, each a module of `detente.views`."""

    timeline = "timeline"
    people = "people"
    statements = "statements"
    undertakings = "undertakings"
    disputes = "disputes"


def record_in(dossier: str) -> Record:
    """The record kept in a file or database. Raises `DossierError` where there is none."""
    from detente.dossier import Dossier

    with Dossier.open(dossier, create=False) as kept, working():
        return kept.record()


def timeline_in(dossier: str, first: str | None, last: str | None, limit: int | None) -> Record:
    """A stretch of the timeline kept in a file or database, without the rest of the record."""
    from detente.dossier import Dossier

    with Dossier.open(dossier, create=False) as kept, working():
        return kept.excerpt(first=first, last=last, limit=limit)


def _print_json(value: Any) -> None:
    import msgspec

    typer.echo(msgspec.json.format(msgspec.json.encode(value), indent=2))


def show(
    view: Annotated[View, typer.Argument(help="What to show.")],
    dossier: DossierFile = DEFAULT,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="Of the timeline: not before.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="Of the timeline: not after.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", help="Of the timeline: at most so many events.")
    ] = None,
    whole: Annotated[
        bool, typer.Option("--all", help="Of the timeline: what is only imagined, too.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show the record: what happened in order, who, what was said, promised and is disputed.

    On the screen a timeline leaves out events that are only imagined (hypothetical); “~” stands
    behind a day that rests on reports whose own day was inferred from others.

    \b
    Example:
      detente show timeline --dossier talks.db --from 2025-02-01
    """
    if (first, last, limit) == (None, None, None):
        record = record_in(dossier)
    elif view is View.timeline:
        record = timeline_in(dossier, first, last, limit)
    else:
        raise typer.BadParameter("only a timeline is cut", param_hint="--from, --to, --limit")
    rows = import_module(f"detente.views.{view}").rows(record)
    if as_json:
        _print_json(rows)
        return
    from detente.cli import tables

    shown = rows
    if view is View.timeline and not whole:
        shown = [row for row in rows if row.status != "hypothetical"]
    notes = [_left_out(len(rows) - len(shown)), _without_a_day(record)]
    tables.show(view, shown, notes if view is View.timeline else ())


def _left_out(number: int) -> str:
    return f"{number} more only imagined (--all shows them)." if number else ""


def _without_a_day(record: Record) -> str:
    """What to do about reports whose day neither they nor the others tell."""
    from pathlib import PurePath

    from detente.views.labels import listed

    told = {a for e in record.events if e.date is None for a in e.articles}
    undated = [a for a in record.articles if a.id in told and a.published.date is None]
    if not undated:
        return ""
    undated.sort(key=lambda article: article.source)
    names = listed([PurePath(article.source).name for article in undated], 3)
    return (
        f"Not known when published: {names}. Where you know, their events are dated by it:\n"
        f"  detente decide correct {undated[0].id} published YYYY-MM-DD --by NAME"
    )


def event(event_id: EventId, dossier: DossierFile = DEFAULT, as_json: AsJson = False) -> None:
    """Show one event: every claim with its sentence, who says so and where.

    \b
    Example:
      detente event talks-2025-02-27 --dossier talks.db
    """
    from detente.views.event import sheet

    found = sheet(record_in(dossier), event_id)
    if as_json:
        _print_json(found)
        return
    from detente.cli import tables

    tables.show_event(found)


def why(event_id: EventId, dossier: DossierFile = DEFAULT) -> None:
    """Say why the mentions of an event were taken for one, and where its date comes from.

    \b
    Example:
      detente why talks-2025-02-27 --dossier talks.db
    """
    from detente.record import why as reasons
    from detente.views.event import find

    record = record_in(dossier)
    typer.echo(reasons(record, find(record, event_id).id))


def brief(dossier: DossierFile = DEFAULT, to: To = SCREEN) -> None:
    """Write the record as a brief in Markdown, each line with its source.

    \b
    Example:
      detente brief --dossier talks.db --to brief.md
    """
    from detente.views.brief import text

    write(text(record_in(dossier)).encode(), to)
