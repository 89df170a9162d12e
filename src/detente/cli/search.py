"""`detente search`: full text over the record."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.options import DEFAULT, AsJson, DossierFile, working


def search(
    query: Annotated[
        str,
        typer.Argument(
            metavar="WORDS", help='Words that all have to be there, "a phrase", or négoci*.'
        ),
    ] = "",
    dossier: DossierFile = DEFAULT,
    of: Annotated[
        list[str] | None,
        typer.Option(
            "--of",
            metavar="LIST",
            help="Only articles, actors, events, statements, undertakings or disputes.",
        ),
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Not before.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after.")] = None,
    actor: Annotated[
        str | None, typer.Option("--actor", metavar="NAME", help="Name or id.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Of the codebook.")] = None,
    topic: Annotated[str | None, typer.Option("--topic", help="Of the codebook.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME")] = None,
    status: Annotated[str | None, typer.Option("--status", help="occurred, planned, open…")] = None,
    limit: Annotated[int, typer.Option("--limit", help="At most so many.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Search reports, events, statements, people and the rest; each hit in its sentence.

    Case, accents and punctuation do not matter.

    \b
    Example:
      detente search 'cessez-le-feu "couloir humanitaire"' --of events --from 2025-02
    """
    from detente.dossier import Dossier

    with Dossier.open(dossier, create=False) as kept, working():
        hits = kept.search(
            query,
            limit=limit,
            of=tuple(of or ()),
            first=first,
            last=last,
            actor=actor,
            kind=kind,
            topic=topic,
            outlet=outlet,
            status=status,
        )
    if as_json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(hits), indent=2))
        return
    from detente.cli.tables import show_hits

    show_hits(hits)
