"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

DEFAULT = "detente.db"

DossierFile = Annotated[
    str,
    typer.Option(
        "--dossier",
        "-d",
        metavar="FILE",
        help="The file that keeps the record, or postgresql://… for a server's.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
To = Annotated[Path, typer.Option("--to", metavar="FILE", help="Where to write; - is the screen.")]
SCREEN = Path("-")


def write(content: bytes, to: Path) -> None:
    """Writes a whole file, or to standard output where `to` is `-`. A file that was there before
    is replaced only once the new one is complete."""
    if to == SCREEN:
        typer.echo(content, nl=False)
        return
    try:
        part = to.with_name(to.name + ".part")
        part.write_bytes(content)
        part.replace(to)
    except OSError as error:
        raise typer.BadParameter(f"{to}: {error.strerror}", param_hint="--to") from error


@contextmanager
def working() -> Iterator[None]:
    """Shows on a terminal that the record is being worked out, and for how long."""
    from rich.console import Console

    with spinner(Console(stderr=True)) as bar:
        bar.add_task("working out the record", total=None)
        yield


def spinner(screen: Console) -> Progress:
    """Work of unknown length and how long it takes, shown on a terminal while it lasts."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    return Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal)


def named(dossier: str) -> str:
    """What a dossier is called on the screen: its path, or its address without the password."""
    from detente.dossier.store import named as name

    return name(dossier)
