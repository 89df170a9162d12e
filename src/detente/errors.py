"""What can go wrong, as one tree.

DetenteError
├── SourceError            a source (file, folder, address) cannot be taken in; names it
│   ├── UnreadableSource   it cannot be opened or decoded
│   ├── UnknownFormat      nothing here reads that format
│   └── SourceNote         no failure: what was left aside on purpose, or mended, and why
├── LanguageError          there is no language pack for a report
├── CodebookError          an entry of the codebook is wrong; names the file and the entry
├── ClusterError           no cluster can be had to read on, or one of another version
├── DossierError           the kept record cannot be opened, or does not hold what was asked
│   ├── NotInDossier       there is no such id in it
│   └── DecisionError      a decision cannot be taken: no such attribute, a value or citation
│                          that does not fit
└── DateError              words or a value that are no EDTF date
"""

from __future__ import annotations

__all__ = [
    "ClusterError",
    "CodebookError",
    "DateError",
    "DecisionError",
    "DetenteError",
    "DossierError",
    "LanguageError",
    "NotInDossier",
    "SourceError",
    "SourceNote",
    "UnknownFormat",
    "UnreadableSource",
]


class DetenteError(Exception):
    """Whatever Détente raises of its own; its text is fit to be shown to a user."""


class SourceError(DetenteError):
    """A source cannot be taken in. `source` is its path or address, as given."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class UnreadableSource(SourceError):
    """A source cannot be opened or decoded."""


class UnknownFormat(SourceError):
    """No module of `detente.press` reads this format."""


class SourceNote(SourceError):
    """A word on a source, or a part of it, that was left aside on purpose (a hidden file, a report
    that came twice) or that had to be mended (damaged characters). No report was lost by it."""


class LanguageError(DetenteError):
    """No language pack is installed for a report's language."""


class CodebookError(DetenteError):
    """A codebook entry is wrong; the text names the file and the entry."""


class ClusterError(DetenteError):
    """Several processes or machines cannot read together; the text says what to do."""


class DossierError(DetenteError):
    """The dossier cannot be opened or does not hold what was asked."""


class NotInDossier(DossierError):
    """No fact of the dossier has this id."""


class DecisionError(DossierError):
    """A decision cannot be taken; the text says why."""


class DateError(DetenteError):
    """A value is no EDTF level 1 date."""
