"""`detente backup` and `detente verify`: the dossier as something that is kept."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.options import DEFAULT, AsJson, DossierFile


def backup(
    to: Annotated[
        str,
        typer.Argument(metavar="TO", help="A new file, or postgresql://… of an empty database."),
    ],
    dossier: DossierFile = DEFAULT,
) -> None:
    """Copy a dossier whole, while others go on reading and writing it.

    Also moves a dossier from a file to a server, and back.

    \b
    Example:
      detente backup talks-2025-06-01.db --dossier talks.db
    """
    from detente.dossier import Dossier

    with Dossier.open(dossier, create=False) as kept:
        rows = kept.backup(to)
    typer.echo(f"{rows} rows copied")


def verify(dossier: DossierFile = DEFAULT, as_json: AsJson = False) -> None:
    """Check every span against its text, every id and every count.

    Exit status: 0 all is well, 1 something is not.

    \b
    Example:
      detente verify --dossier talks.db
    """
    from detente.dossier import Dossier

    with Dossier.open(dossier, create=False) as kept:
        found = kept.verify()
    if as_json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2))
    else:
        for fault in found.faults:
            typer.echo(" ".join(filter(None, (fault.where, fault.id, fault.what))))
        typer.echo(
            f"{found.reports} reports, {found.spans} spans, {found.facts} facts, "
            f"{found.decisions} decisions: {len(found.faults) or 'no'} faults"
        )
        if not found.current:
            typer.echo("The record kept is not the current one; it is made anew when it is shown.")
    if found.faults:
        raise typer.Exit(1)
