"""`detente decide`: what a person makes of the record. `detente decisions`: what was decided."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.options import DEFAULT, SCREEN, AsJson, DossierFile, To, write

if TYPE_CHECKING:
    from detente.errors import DecisionError
    from detente.model import Act

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Decide on the record. A decision is kept for good, with who took it, when and why; it is\n"
    "shown beside what the machine read, and undone by another one.\n\n\b\n"
    "Example:\n  detente decide correct e-41d0 date 2025-04-10 --by AB --why 'see the communiqué'",
)
decisions = typer.Typer(
    rich_markup_mode=None,
    invoke_without_command=True,
    help="What was decided.\n\n\b\nExample:\n  detente decisions --only conflict",
)

By = Annotated[str, typer.Option("--by", metavar="NAME", envvar="DETENTE_BY", help="Who decides.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why.")]
Cite = Annotated[
    list[str] | None,
    typer.Option(
        "--cite",
        metavar="CITATION",
        help="The words it rests on: REPORT:START-END in characters, or 'REPORT: words'.",
    ),
]
Fact = Annotated[
    str, typer.Argument(metavar="FACT", help="The fact's id, or enough of its beginning.")
]
Attribute = Annotated[str, typer.Argument(metavar="ATTRIBUTE", help="date, place, parties…")]
Value = Annotated[
    str, typer.Argument(metavar="VALUE", help="Words, or JSON for what is no plain text.")
]


def _decide(
    act: Act,
    fact: str,
    dossier: str,
    *,
    by: str,
    why: str,
    of: str | None = None,
    cite: list[str] | None = None,
    **more: Any,
) -> None:
    from detente.dossier import Dossier, deciding

    with Dossier.open(dossier, create=False) as kept:
        record = kept.record()
        decision = kept.decide(
            act,
            of or deciding.part_of(record, fact),  # type: ignore[arg-type]
            fact,
            by=by,
            why=why,
            evidence=[deciding.cite(record, text) for text in cite or ()],
            **more,
        )
    typer.echo(f"{decision.id}: {act.replace('_', ' ')} {decision.about.id}")


def _value(text: str) -> Any:
    """JSON where it is an object, a list, a string in quotation marks or null; else the words."""
    if text[:1] in ("{", "[", '"') or text == "null":
        try:
            return json.loads(text)
        except ValueError as error:
            raise typer.BadParameter(f"{text}: {error}", param_hint="VALUE") from error
    return text


@app.command()
def accept(fact: Fact, by: By, why: Why = "", dossier: DossierFile = DEFAULT) -> None:
    """A fact is right.

    \b
    Example:
      detente decide accept e-41d0 --by AB
    """
    _decide("accept", fact, dossier, by=by, why=why)


@app.command()
def reject(fact: Fact, by: By, why: Why = "", dossier: DossierFile = DEFAULT) -> None:
    """A fact is wrong: no longer counted, and shown as rejected.

    \b
    Example:
      detente decide reject e-41d0 --by AB --why 'a rehearsal'
    """
    _decide("reject", fact, dossier, by=by, why=why)


@app.command()
def doubt(fact: Fact, by: By, why: Why = "", dossier: DossierFile = DEFAULT) -> None:
    """A fact may be wrong.

    \b
    Example:
      detente decide doubt s-77aa --by AB
    """
    _decide("doubt", fact, dossier, by=by, why=why)


@app.command()
def correct(
    fact: Fact,
    attribute: Attribute,
    value: Value,
    by: By,
    why: Why = "",
    cite: Cite = None,
    dossier: DossierFile = DEFAULT,
) -> None:
    """Put the right value of an attribute; what the machine read stays beside it.

    \b
    Example:
      detente decide correct e-41d0 place '{"city": "Genève", "country": "CH"}' --by AB
    """
    _decide(
        "correct",
        fact,
        dossier,
        by=by,
        why=why,
        cite=cite,
        attribute=attribute,
        value=_value(value),
    )


@app.command("set-aside")
def set_aside(
    fact: Fact,
    attribute: Attribute,
    value: Value,
    by: By,
    why: Why = "",
    dossier: DossierFile = DEFAULT,
) -> None:
    """Leave one value of an attribute out: a claim, one of a list, a position in a dispute.

    \b
    Example:
      detente decide set-aside e-41d0 killed 40 --by AB
    """
    _decide("set_aside", fact, dossier, by=by, why=why, attribute=attribute, value=_value(value))


@app.command()
def join(
    fact: Fact,
    others: Annotated[list[str], typer.Argument(metavar="OTHER", help="What it is one with.")],
    by: By,
    why: Why = "",
    dossier: DossierFile = DEFAULT,
) -> None:
    """Make one of several events, or of several actors. The first keeps its id.

    \b
    Example:
      detente decide join e-41d0 e-9f2c --by AB
    """
    _decide("join", fact, dossier, by=by, why=why, others=others)


@app.command()
def split(
    fact: Fact,
    cite: Annotated[
        list[str],
        typer.Option("--cite", metavar="CITATION", help="The mentions that go apart, as for add."),
    ],
    by: By,
    why: Why = "",
    dossier: DossierFile = DEFAULT,
) -> None:
    """Take some mentions of an event, or of an actor, for another one.

    \b
    Example:
      detente decide split e-41d0 --cite 'dispatch-3.txt: la deuxième rencontre' --by AB
    """
    _decide("split", fact, dossier, by=by, why=why, cite=cite)


@app.command()
def add(
    of: Annotated[
        str, typer.Argument(metavar="FACT", help="A list of the record (events…), or a fact's id.")
    ],
    value: Value,
    cite: Cite,
    by: By,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="ATTRIBUTE", help="The list of the fact: claims, roles…"),
    ] = None,
    why: Why = "",
    dossier: DossierFile = DEFAULT,
) -> None:
    """Add a fact, or one more value to a fact, with its citation.

    \b
    Example:
      detente decide add events '{"kind": "call", "parties": ["FR", "DZ"], "date": "2031-05-06"}' \\
        --cite 'dispatch-3.txt: se sont téléphoné' --by AB
    """
    from typing import get_args

    from detente.model import Part

    whole = of in get_args(Part)
    if not whole and to is None:
        raise typer.BadParameter(
            "to which list of this fact? claims, participants…", param_hint="--to"
        )
    more = {"attribute": to, "value": _value(value)}
    _decide(
        "add",
        "" if whole else of,
        dossier,
        by=by,
        why=why,
        cite=cite,
        of=of if whole else None,
        **more,
    )


@app.command()
def annotate(
    fact: Fact,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What to remember.")],
    by: By,
    dossier: DossierFile = DEFAULT,
) -> None:
    """Write a note to a fact or a report.

    \b
    Example:
      detente decide annotate e-41d0 'ask the embassy' --by AB
    """
    _decide("annotate", fact, dossier, by=by, why="", value=words)


@app.command()
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="The decision's id.")],
    by: By,
    why: Why = "",
    dossier: DossierFile = DEFAULT,
) -> None:
    """Undo a decision. The undoing is a decision too, and can be undone.

    \b
    Example:
      detente decide undo k-5c1f --by AB
    """
    from detente.dossier import Dossier

    with Dossier.open(dossier, create=False) as kept:
        undoing = kept.undo(decision, by=by, why=why)
    typer.echo(f"{undoing.id}: undo {undoing.about.id}")


# ---------------------------------------------------------------- what was decided


@decisions.callback()
def list_(
    context: typer.Context,
    dossier: DossierFile = DEFAULT,
    only: Annotated[
        str | None,
        typer.Option(
            "--only", metavar="STATE", help="stands, overruled, undone, conflict or orphaned."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """What was decided, by whom, and what became of it."""
    if context.invoked_subcommand is not None:
        return
    from detente.dossier import Dossier

    with Dossier.open(dossier, create=False) as kept:
        rulings = [r for r in kept.record().decisions if only in (None, r.state)]
    if as_json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(rulings), indent=2))
        return
    from detente.cli.tables import show_decisions

    show_decisions(rulings)


@decisions.command("export")
def export(dossier: DossierFile = DEFAULT, to: To = SCREEN) -> None:
    """Write all decisions as JSON Lines, for another desk to import.

    \b
    Example:
      detente decisions export --to ours.jsonl
    """
    from detente.dossier import Dossier, deciding

    with Dossier.open(dossier, create=False) as kept:
        write(deciding.to_lines(kept.decisions()), to)


@decisions.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="What was exported.")],
    dossier: DossierFile = DEFAULT,
) -> None:
    """Take in what another desk decided; conflicts with what was decided here are shown.

    Exit status: 0 all was taken in, 1 some lines were no decisions.

    \b
    Example:
      detente decisions import theirs.jsonl
    """
    from detente.cli.tables import show_decisions
    from detente.dossier import Dossier, deciding

    errors: list[DecisionError] = []
    found = []
    for file in files:
        try:
            found += deciding.read_lines(file.read_bytes(), str(file), errors.append)
        except OSError as error:
            raise typer.BadParameter(f"{file}: {error.strerror}", param_hint="FILE") from error
    with Dossier.open(dossier, create=False) as kept:
        new = kept.import_decisions(found)
        rulings = kept.record().decisions
    taken = {d.id for d in found}
    typer.echo(f"{new} new, {len(taken) - new} already there")
    troubled = [r for r in rulings if r.state == "conflict" or r.decision.id in taken]
    troubled = [r for r in troubled if r.state in ("conflict", "orphaned")]
    if troubled:
        show_decisions(troubled)
    for wrong in errors:
        typer.echo(str(wrong), err=True)
    if errors:
        raise typer.Exit(1)
