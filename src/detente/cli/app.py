"""The program: its commands put together, and what happens when one fails."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import detente
from detente.cli import (
    codebook,
    decide,
    diff,
    evaluate,
    export,
    keep,
    read,
    search,
    serve,
    show,
    watch,
)
from detente.errors import DetenteError

FAILED = 2
"""Exit status where what was asked cannot be done at all, as for wrong usage."""

app = typer.Typer(
    name="detente",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("read")(read.read)
app.command("watch")(watch.watch)
app.command("show")(show.show)
app.command("event")(show.event)
app.command("why")(show.why)
app.command("brief")(show.brief)
app.command("diff")(diff.diff)
app.command("search")(search.search)
app.command("evaluate")(evaluate.evaluate)
app.command("reference")(evaluate.reference)
app.command("backup")(keep.backup)
app.command("verify")(keep.verify)
app.command("export")(export.export)
app.command("schema")(export.schema)
app.command("serve")(serve.serve)
app.add_typer(decide.app, name="decide")
app.add_typer(decide.decisions, name="decisions")
app.add_typer(serve.accounts, name="accounts")
app.add_typer(codebook.app, name="codebook")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"detente {detente.__version__}")
        raise typer.Exit


@app.callback()
def detente_(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Read press reports on a diplomatic process and keep its record: who met whom, who said
    what, what was promised and what became of it, each with its source.

    \b
    Example:
      detente read reports/
      detente show timeline
    """


def main() -> None:
    """Runs the program. A failure of Détente's own is told in one line on standard error."""
    try:
        app()
    except DetenteError as error:
        typer.echo(f"detente: {error}", err=True)
        sys.exit(FAILED)
