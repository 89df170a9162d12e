"""The brief in Markdown."""

from __future__ import annotations

from detente.model import Record
from detente.views.brief import text
from detente.views.exports.exported import Exported


def export(record: Record, language: str) -> Exported:
    """The brief, its headings in a language."""
    return Exported.one(text(record, language))
