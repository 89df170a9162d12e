"""The record kept: one file holds the reports, what was read in each, and the record of them all."""

from __future__ import annotations

from detente.dossier.dossier import Added, Dossier

__all__ = ["Added", "Dossier"]
