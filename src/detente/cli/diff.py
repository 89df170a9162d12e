"""`detente diff`: what changed since a day, or since the record was last exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import DEFAULT, AsJson, DossierFile

if TYPE_CHECKING:
    from detente.model import Record


def diff(
    since: Annotated[
        str,
        typer.Option(
            metavar="DATE|SNAPSHOT",
            help="A day (2025-02-18), month or year: reports that came out from then on are new. "
            "Or a record exported before (detente export), or another dossier's file.",
        ),
    ],
    dossier: DossierFile = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Show what changed: what new reports added, changed, or put in doubt.

    A report whose day nobody knows is taken for an earlier one.

    \b
    Example:
      detente diff --since 2025-02-18 --dossier talks.db
      detente diff --since monday.json --dossier talks.db
    """
    import msgspec

    from detente.cli import tables
    from detente.record import diff as changes
    from detente.views.changes import rows

    old, new = _records(since, dossier)
    found = rows(old, new, changes(old, new))
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2))
        return
    tables.show("changes", found)


def _records(since: str, dossier: str) -> tuple[Record, Record]:
    """The earlier record and the one of now. Raises `DossierError` and `DateError`."""
    from detente.dossier import Dossier
    from detente.errors import DateError
    from detente.record.changes import record_before

    with Dossier.open(dossier, create=False) as kept:
        new = kept.record()
        if Path(since).is_file():
            return _snapshot(Path(since)), new
        try:
            old = record_before(since, new, kept.articles(), kept.readings(), kept.decisions())
        except DateError as error:
            reason = f"{since!r} is no date (2025-02-18) and no file"
            raise typer.BadParameter(reason, param_hint="--since") from error
        return old, new


def _snapshot(file: Path) -> Record:
    """The record in a file that `detente export` wrote, or of another dossier."""
    import msgspec

    from detente.cli.show import record_in
    from detente.model import Record

    with file.open("rb") as stream:
        if stream.read(1) != b"{":
            return record_in(str(file))
    try:
        return msgspec.json.decode(file.read_bytes(), type=Record)
    except msgspec.DecodeError as error:
        reason = f"{file} is no record that detente export wrote ({error})"
        raise typer.BadParameter(reason, param_hint="--since") from error
