"""`detente serve`: the record in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.options import DEFAULT, DossierFile


def serve(
    dossier: DossierFile = DEFAULT,
    host: Annotated[str, typer.Option(metavar="HOST", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="PORT", help="On which port.")] = 8765,
) -> None:
    """Open the dossier in the browser: read, check, correct and show the record.

    Only this machine can reach the page, unless `--host` says otherwise.

    \b
    Example:
      detente serve --dossier talks.db
    """
    from detente.web.serving import serve as run
    from detente.web.settings import Settings

    run(Settings(dossier=str(dossier), host=host, port=port), typer.echo)
