"""`detente export` and `detente schema`: the record for other programs."""

from __future__ import annotations

from detente.cli.options import DEFAULT, SCREEN, DossierFile, To, write
from detente.cli.show import record_in


def export(dossier: DossierFile = DEFAULT, to: To = SCREEN) -> None:
    """Write the whole record as one JSON object, as docs/record.md describes it.

    \b
    Example:
      detente export --dossier talks.db --to record.json
    """
    from detente.views.export import to_json

    write(to_json(record_in(dossier)), to)


def schema(to: To = SCREEN) -> None:
    """Write the JSON Schema of an exported record.

    \b
    Example:
      detente schema --to record.schema.json
    """
    import msgspec

    from detente.views.export import schema as record_schema

    write(msgspec.json.format(msgspec.json.encode(record_schema()), indent=2) + b"\n", to)
