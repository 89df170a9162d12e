"""The whole record in JSON."""

from __future__ import annotations

from detente.model import Record
from detente.views.export import to_json
from detente.views.exports.exported import Exported


def export(record: Record, language: str) -> Exported:
    """The contract of `docs/record.md`, in every language the same."""
    return Exported.one(to_json(record))
