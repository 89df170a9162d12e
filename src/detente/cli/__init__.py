"""The commands. Each is thin: it calls one function of the house and shows what comes back.

Modules that are slow to import are imported by the command that needs them, so that
`detente --help` answers at once."""

from __future__ import annotations

from detente.cli.app import app, main

__all__ = ["app", "main"]
