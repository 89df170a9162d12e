"""`detente read`: reports in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import DEFAULT, DossierFile, named, spinner

if TYPE_CHECKING:
    from detente.dossier import Added
    from detente.dossier.dossier import State
    from detente.errors import SourceError
    from detente.model import Article

INTERRUPTED = 130


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files or folders of reports (docs/formats.md says which), the address of a page "
            "or feed, or - for standard input.",
        ),
    ],
    dossier: DossierFile = DEFAULT,
    whole: Annotated[
        bool,
        typer.Option("--whole", help="Read all of every report, whatever the word scan says."),
    ] = False,
    workers: Annotated[
        int,
        typer.Option("--workers", "-w", min=1, metavar="N", help="Read with N processes."),
    ] = 1,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Read on the Dask cluster whose scheduler is at tcp://…"
        ),
    ] = None,
    readings: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Where the workers of a cluster leave what they read: a folder that all of them "
            "see. Otherwise one beside the dossier.",
        ),
    ] = None,
) -> None:
    """Read reports into a dossier, each report once.

    A scan of the words comes first: a report that has nothing of the field in it is kept, and
    left at that.

    What cannot be read is named on standard error, and the others go on. Stopped half way
    (Ctrl-C), the same command goes on where it left off.

    Exit status: 0 all was read, 1 something could not be read, 2 the command was wrong.

    \b
    Example:
      detente read reports/ late.html --dossier talks.db
      detente read archive.jsonl --workers 4
      detente read /shared/CC-NEWS-*.warc.gz --cluster tcp://head:8786
    """
    from rich.console import Console

    from detente.dossier import Added, Dossier
    from detente.errors import SourceNote
    from detente.walk import articles_of

    screen = Console(stderr=True)
    errors: list[SourceError] = []
    seen = Added()

    def failed(error: SourceError) -> None:
        lost = not isinstance(error, SourceNote)
        if lost:
            errors.append(error)
        style = "red" if lost else "dim"
        screen.print(f"{error.source}: {error.reason}", style=style, markup=False, soft_wrap=True)

    with Dossier.open(dossier) as kept, spinner(screen) as bar:
        task = bar.add_task("reading", total=None)

        def progress(article: Article, state: State) -> None:
            seen.count(state)
            bar.update(task, description=f"{counted(seen)}: {article.source}")
            if state == "unread":
                screen.print(
                    f"{article.source}: kept unread, {article.unread}", markup=False, soft_wrap=True
                )

        try:
            if workers > 1 or cluster:
                from detente.cluster import read as read_together

                if cluster and readings is None and "://" in dossier:
                    raise typer.BadParameter("needed beside a database", param_hint="--readings")
                beside = Path(f"{dossier}.readings") if cluster else None
                read_together(
                    kept,
                    sources,
                    workers=workers,
                    address=cluster,
                    readings=readings or beside,
                    whole=whole,
                    on_error=failed,
                    progress=progress,
                )
            else:
                articles = articles_of(sources, on_error=failed)
                kept.add(articles, on_error=failed, progress=progress, whole=whole)
        except KeyboardInterrupt:
            bar.stop()
            typer.echo(f"Stopped: {counted(seen)}. The same command goes on from here.", err=True)
            raise typer.Exit(INTERRUPTED) from None
    typer.echo(f"{counted(seen)}; the record is in {named(dossier)}")
    if errors:
        raise typer.Exit(1)


def counted(seen: Added) -> str:
    """What was done, in words: “3 read, 2 already there”."""
    parts = [f"{seen.read} read"]
    if seen.unchanged:
        parts.append(f"{seen.unchanged} already there")
    if seen.left:
        parts.append(f"{seen.left} with nothing of the field")
    if seen.unread:
        parts.append(f"{seen.unread} kept unread")
    return ", ".join(parts)
