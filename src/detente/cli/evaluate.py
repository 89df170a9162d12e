"""`detente evaluate` and `detente reference`: a record against one read by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import DEFAULT, SCREEN, AsJson, DossierFile, To, write

if TYPE_CHECKING:
    from detente.model import Record


def evaluate(
    record: Annotated[
        str, typer.Argument(metavar="RECORD", help="An exported record (JSON), or a dossier.")
    ],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A reference record (YAML).")],
    show: Annotated[bool, typer.Option("--show", help="Also what was missed and added.")] = False,
    as_json: AsJson = False,
) -> None:
    """Score a record against a reference record that was read by hand.

    \b
    Example:
      detente evaluate record.json gold/istanbul.yaml --show
    """
    from detente.evaluation import evaluate as scored
    from detente.evaluation import load

    score = scored(_record(record), load(gold))
    if as_json:
        import msgspec

        figures = score.figures | {"mean": score.mean}
        typer.echo(msgspec.json.format(msgspec.json.encode(figures), indent=2))
        return
    for name, lines in score.shown.items() if show else ():
        for line in lines:
            typer.echo(f"  {name}: {line}")
    for name, value in (score.figures | {"mean": score.mean}).items():
        typer.echo(f"{value:6.3f}  {name}")


def reference(
    dossier: DossierFile = DEFAULT,
    to: To = SCREEN,
    whole: Annotated[
        bool,
        typer.Option("--whole", help="All of the record is right but what is doubted or rejected."),
    ] = False,
) -> None:
    """Write what people decided as a reference record, to evaluate other records against.

    What was accepted, corrected or added is what a record must hold; what was rejected counts as
    wrongly added; the rest may be there.

    \b
    Example:
      detente reference --dossier talks.db --to talks.yaml
    """
    from detente.cli.show import record_in
    from detente.evaluation import reference_of, to_yaml

    made = reference_of(
        record_in(dossier), dossier=Path(dossier.partition("?")[0]).stem, whole=whole
    )
    write(to_yaml(made), to)


def _record(source: str) -> Record:
    """The record in an exported file, or in a dossier. Raises `SourceError`."""
    import msgspec

    from detente.cli.show import record_in
    from detente.errors import SourceError
    from detente.model import Record

    path = Path(source)
    if not path.is_file():
        return record_in(source)
    try:
        content = path.read_bytes()
        if content.startswith(b"SQLite format 3\0"):
            return record_in(source)
        return msgspec.json.decode(content, type=Record)
    except OSError as error:
        raise SourceError(source, error.strerror or "cannot be opened") from error
    except msgspec.DecodeError as error:
        raise SourceError(source, f"this is no exported record: {error}") from error
