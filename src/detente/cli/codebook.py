"""`detente codebook`: what can happen, and whether the reader finds it."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The kinds of event that the reader knows.\n\n\b\nExample:\n  detente codebook check",
)


@app.callback()
def codebook() -> None:
    """The kinds of event that the reader knows."""


@app.command("check")
def check(
    kinds: Annotated[
        list[str] | None, typer.Argument(metavar="KIND", help="Only these kinds.")
    ] = None,
) -> None:
    """Read the examples of the codebook and name those that are not read as they say.

    Exit status: 0 all are, 1 some are not.

    \b
    Example:
      detente codebook check talks visit
    """
    from detente import codebook
    from detente.reading import read_article

    failures = codebook.check(read_article, kinds=kinds)
    for failure in failures:
        typer.echo(f"{failure.kind}: {failure.say}\n  {failure.reason}")
    typer.echo(f"{len(failures)} failed" if failures else "All examples are read as they say.")
    if failures:
        raise typer.Exit(1)
