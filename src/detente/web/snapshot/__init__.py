"""The record as the page reads it: one SQLite file made from a `Record`, read-only once made.

`write` makes it, `Snapshot` asks it. A page of a view costs an index and fifty rows, whatever the
size of the dossier, and readers never wait for a writer: a new record is a new file."""

from __future__ import annotations

from detente.web.snapshot.filters import Filter
from detente.web.snapshot.reading import Snapshot
from detente.web.snapshot.writing import write

__all__ = ["Filter", "Snapshot", "write"]
