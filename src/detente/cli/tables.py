"""Rows on a terminal, with Rich."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from detente.views.event import Cited, Sheet
from detente.views.labels import UNDATED, listed, short, when, words

if TYPE_CHECKING:
    from detente.dossier.searching import Hit
    from detente.model import Ruling
    from detente.views import timeline

Cell = str | Text
NOT_A_TERMINAL = 120  # columns where the output goes to a file or another program


def screen() -> Console:
    """Standard output, wide enough for a table where it is no terminal."""
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = max(console.width, NOT_A_TERMINAL)
    return console


def show(view: str, rows: Sequence[Any], notes: Sequence[str] = ()) -> None:
    """Prints the rows of a view as a table, those of the timeline as two lines each, or that there
    are none; and below it what there is to say of them, all at once."""
    console = screen()
    below = [Text(note, "dim") for note in notes if note]
    if not rows:
        console.print(Group(f"No {_NOTHING.get(view, view)} in this record.", *below))
        return
    if view == "timeline":
        console.print(Group(_timeline(rows), *below))
        return
    columns = _COLUMNS[view]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name, _ in columns:
        count = name in _COUNTS
        whole = count or name in ("Date", "Id")
        table.add_column(name, overflow="fold", no_wrap=whole, justify="right" if count else "left")
    for row in rows:
        table.add_row(*(cell(row) for _, cell in columns))
    console.print(table)


def show_event(sheet: Sheet) -> None:
    """Prints an event: what the record holds, then each claim with its sentence."""
    console = screen()
    console.print(Text(sheet.title, "bold"))
    facts = (
        ("place", sheet.place),
        ("who", ", ".join(sheet.who)),
        ("topics", ", ".join(sheet.topics)),
        ("disputed", ", ".join(sheet.disputed)),
        ("id", sheet.id),
    )
    for name, value in facts:
        if value:
            console.print(f"{name:>9}  {value}")
    console.print()
    told = {(c.source, c.exact) for claim in sheet.claims for c in claim.evidence}
    for claim in sheet.claims:
        console.print(
            Text.assemble((f"{claim.attribute}: {claim.value}", "bold"), f"  ({claim.by})")
        )
        _print_cited(console, claim.evidence)
    others = [cited for cited in sheet.mentions if (cited.source, cited.exact) not in told]
    if others:
        console.print(Text("mentioned", "bold"))
        _print_cited(console, others)


def show_decisions(rulings: Sequence[Ruling]) -> None:
    """Prints decisions with what became of them, or that there are none."""
    console = screen()
    if not rulings:
        console.print("No decisions.")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in ("Id", "When", "Who", "What", "State", "Why"):
        table.add_column(name, overflow="fold", no_wrap=name in ("Id", "When"))
    for ruling in rulings:
        taken = ruling.decision
        what = f"{words(taken.act)} {ruling.fact or taken.about.id}"
        if taken.attribute:
            what += f" {taken.attribute}"
        if taken.value is not None:
            what += f": {_shown(taken.value)}"
        if ruling.was is not None and taken.act == "correct":
            what += f" (read: {_shown(ruling.was)})"
        why = "; ".join(filter(None, (taken.why, ruling.because, listed(ruling.against))))
        state = Text(ruling.state, "" if ruling.state == "stands" else "bold")
        table.add_row(taken.id, taken.when[:16].replace("T", " "), taken.by, what, state, why)
    console.print(table)


def show_hits(hits: Sequence[Hit]) -> None:
    """Prints what was found, each hit in its sentence."""
    from detente.record.anchoring import SINGULAR  # only a search has loaded it

    console = screen()
    for hit in hits:
        head = Text.assemble(
            (short(hit.date) or UNDATED, "bold"), f"  {SINGULAR[hit.of]}: {hit.label}"
        )
        console.print(Text.assemble(head, (f"  {hit.id}", "dim")))
        if hit.exact or hit.before:
            _print_cited(
                console,
                [
                    Cited(
                        source=hit.source or "", before=hit.before, exact=hit.exact, after=hit.after
                    )
                ],
            )
    console.print(f"{len(hits) or 'Nothing'} found." if len(hits) != 1 else "1 found.")


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _print_cited(console: Console, evidence: Sequence[Cited]) -> None:
    for cited in evidence:
        mark = (cited.exact, "reverse") if console.is_terminal else f"[[{cited.exact}]]"
        line = Text.assemble("  ", cited.before, mark, cited.after, (f"  [{cited.source}]", "dim"))
        console.print(line)


def _timeline(rows: Sequence[timeline.Row]) -> Table:
    """Two lines an event: when, what, who and where; below it the sentence that first tells of it."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for row in rows:
        date = Text(when(row.date, row.told) + (" ~" if row.guessed else ""))
        date.stylize("dim" if row.guessed or not row.date else "")
        reports = f"{len(row.sources)} reports" if len(row.sources) > 1 else ""
        parts = (
            _what(row),
            listed(row.who),
            row.where,
            Text("  ".join(filter(None, (reports, row.id))), "dim"),
        )
        grid.add_row(date, Text("  ").join(Text() + part for part in parts if part))
        grid.add_row("", Text(row.excerpt, "dim", no_wrap=True, overflow="ellipsis"))
    return grid


def _date(row: Any) -> Cell:
    told = getattr(row, "told", None)
    return Text(when(row.date, told), "" if row.date else "dim")


def _id(row: Any) -> Cell:
    return Text(row.id, "dim")


def _sources(row: Any) -> Cell:
    return Text(listed(row.sources, 3), "dim")


def _what(row: Any) -> Cell:
    style = "bold" if row.status in ("occurred", "ongoing") else "italic"
    return Text(row.what + (" (disputed)" if row.disputed else ""), style)


def _positions(row: Any) -> Cell:
    return "\n".join(
        f"{held.value}: {held.by} [{'; '.join(held.sources)}]" for held in row.positions
    )


def _status(row: Any) -> Cell:
    return "\n".join([words(row.status), *row.since])


_COUNTS = ("Events", "Statements")
_NOTHING = {"timeline": "events", "changes": "changes"}
_COLUMNS: dict[str, tuple[tuple[str, Callable[[Any], Cell]], ...]] = {
    "people": (
        ("Name", lambda row: Text(row.name, "bold")),
        ("Posts", lambda row: "\n".join(row.roles)),
        ("Also written", lambda row: listed(row.aliases, 4)),
        ("Events", lambda row: str(row.events)),
        ("Statements", lambda row: str(row.statements)),
    ),
    "statements": (
        ("Date", _date),
        ("Who", lambda row: Text(row.speaker, "bold")),
        ("Words", lambda row: row.quote if row.kind == "indirect" else f"“{row.quote}”"),
        ("Sources", _sources),
    ),
    "undertakings": (
        ("Date", _date),
        ("Who", lambda row: Text(listed(row.parties), "bold")),
        ("What", lambda row: row.text + (f" (due {row.due})" if row.due else "")),
        ("Status", _status),
        ("Sources", _sources),
    ),
    "disputes": (
        ("About", lambda row: Text(row.about, "bold")),
        ("What", lambda row: row.attribute),
        ("Positions", _positions),
        ("Event", lambda row: Text(row.event or "", "dim")),
    ),
    "changes": (
        ("Change", lambda row: Text(row.what, "bold")),
        ("Of", lambda row: row.of.removesuffix("s")),
        ("What", lambda row: "\n".join([row.text, *row.details])),
        ("Sources", _sources),
    ),
}
