"""`detente watch`: reports in, as they come."""

from __future__ import annotations

import signal
import time
from itertools import count
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import DEFAULT, DossierFile, named
from detente.cli.read import counted

if TYPE_CHECKING:
    from detente.dossier.dossier import State
    from detente.errors import SourceError
    from detente.model import Article


def watch(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Folders, and addresses of feeds.")
    ],
    dossier: DossierFile = DEFAULT,
    every: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.1, help="Between two looks at the folders.")
    ] = 5.0,
    feeds_every: Annotated[
        float, typer.Option(metavar="SECONDS", min=1, help="Between two askings of a feed.")
    ] = 300.0,
    once: Annotated[
        bool, typer.Option("--once", help="Read what is there and stop, as a timer wants it.")
    ] = False,
) -> None:
    """Read new and changed reports into a dossier as they come, until stopped (Ctrl-C).

    A file that is still being written is waited for. Feeds that have not changed are not sent
    again: what their servers said is kept beside the dossier, in DOSSIER.watch.json. A changed
    file is a new report; the old one stays.

    Exit status: 0 stopped, 2 the command was wrong. With --once, 1 where something could not be
    read.

    \b
    Example:
      detente watch reports/ https://www.example.org/rss --dossier talks.db
    """
    from rich.console import Console

    from detente.dossier import Added, Dossier
    from detente.errors import SourceNote
    from detente.press.watching import QUIET, Watch

    screen = Console(stderr=True)
    lost = 0

    def failed(error: SourceError) -> None:
        nonlocal lost
        note = isinstance(error, SourceNote)
        lost += not note
        style = "dim" if note else "red"
        screen.print(f"{error.source}: {error.reason}", style=style, markup=False, soft_wrap=True)

    signal.signal(signal.SIGTERM, _stop)
    watched = Watch(sources, memory_of(dossier), feeds_every=feeds_every)
    total = Added()
    if not once:
        typer.echo(f"Watching {', '.join(sources)}; Ctrl-C stops.", err=True)
    with Dossier.open(dossier) as kept:
        try:
            for look in range(2) if once else count():
                if once and look:
                    time.sleep(QUIET + 0.1)
                for portion in watched.round(failed):
                    seen = Added()

                    def progress(article: Article, state: State, seen: Added = seen) -> None:
                        seen.count(state)
                        total.count(state)

                    kept.add(portion, on_error=failed, progress=progress)
                    typer.echo(f"{time.strftime('%H:%M:%S')} {counted(seen)}")
                if not once:
                    time.sleep(every)
        except KeyboardInterrupt:
            typer.echo(f"Stopped: {counted(total)}; the record is in {named(dossier)}", err=True)
    if once and lost:
        raise typer.Exit(1)


def memory_of(dossier: str) -> Path:
    """The file beside a dossier that keeps what feeds' servers said; for a database on a server,
    one in the folder where the command runs."""
    return Path("detente.watch.json" if "://" in dossier else f"{dossier}.watch.json")


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
