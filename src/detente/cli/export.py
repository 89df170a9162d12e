"""`detente export` and `detente schema`: the record for other programs and for people."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import DEFAULT, SCREEN, DossierFile, To, write
from detente.cli.show import record_in


class Language(StrEnum):
    """Languages of headings and of the words for kinds."""

    en = "en"
    fr = "fr"


def export(
    dossier: DossierFile = DEFAULT,
    as_: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="FORMAT",
            help="json, csv, parquet, plover, webannotation, ftm, timelinejs, geojson, graphml, ics, "
            "or brief (.md, .html or .docx, as PATH ends).",
        ),
    ] = "json",
    to: Annotated[
        Path,
        typer.Option(
            "--to", metavar="PATH", help="A file, or a folder for csv and parquet; - is the screen."
        ),
    ] = SCREEN,
    language: Annotated[
        Language, typer.Option(help="Of headings and of the words for kinds of event.")
    ] = Language.en,
) -> None:
    """Write the record in the format of another program, or as a brief for people.

    What a format cannot hold is told on standard error. docs/exports.md says what is in each.

    \b
    Example:
      detente export --dossier talks.db --to record.json
      detente export --as csv --to tables/
      detente export --as brief --language fr --to note.docx
    """
    from detente.views.exports import FORMATS, export, format_of

    name = format_of(as_, str(to))
    folder = not FORMATS[name].suffix
    if folder and to == SCREEN:
        raise typer.BadParameter(f"{as_} is a folder of files; name it", param_hint="--to")
    if folder and to.exists() and not to.is_dir():
        raise typer.BadParameter(f"{to} is a file, and {as_} needs a folder", param_hint="--to")
    if not folder and to.is_dir():
        raise typer.BadParameter(f"{to} is a folder, and {as_} is one file", param_hint="--to")
    found = export(record_in(dossier), name, language=language.value)
    if folder:
        try:
            to.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise typer.BadParameter(f"{to}: {error.strerror}", param_hint="--to") from error
    for file, content in found.files.items():
        write(content, to / file if folder else to)
    for note in found.notes:
        typer.echo(note, err=True)


def schema(to: To = SCREEN) -> None:
    """Write the JSON Schema of an exported record.

    \b
    Example:
      detente schema --to record.schema.json
    """
    import msgspec

    from detente.views.export import schema as record_schema

    write(msgspec.json.format(msgspec.json.encode(record_schema()), indent=2) + b"\n", to)
