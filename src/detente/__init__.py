"""Détente reads press reports on a diplomatic process and keeps its record.

    record = detente.read(["reports/"])
    with detente.open_dossier("talks.db") as dossier:
        dossier.add(articles)
        record = dossier.record()

Names are imported when first used, so that `import detente` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.dossier import Dossier as Dossier
    from detente.errors import ClusterError as ClusterError
    from detente.errors import CodebookError as CodebookError
    from detente.errors import DateError as DateError
    from detente.errors import DecisionError as DecisionError
    from detente.errors import DetenteError as DetenteError
    from detente.errors import DossierError as DossierError
    from detente.errors import LanguageError as LanguageError
    from detente.errors import NotInDossier as NotInDossier
    from detente.errors import SourceError as SourceError
    from detente.errors import SourceNote as SourceNote
    from detente.errors import UnknownFormat as UnknownFormat
    from detente.errors import UnreadableSource as UnreadableSource
    from detente.model import Actor as Actor
    from detente.model import Article as Article
    from detente.model import Claim as Claim
    from detente.model import DateMention as DateMention
    from detente.model import Decision as Decision
    from detente.model import Dispute as Dispute
    from detente.model import Event as Event
    from detente.model import Reading as Reading
    from detente.model import Record as Record
    from detente.model import Span as Span
    from detente.model import Statement as Statement
    from detente.model import Undertaking as Undertaking
    from detente.reading.dates import find_dates as find_dates
    from detente.walk import open_dossier as open_dossier
    from detente.walk import read as read

__version__ = "0.1.0"

_HOMES = {
    "detente.dossier": ("Dossier",),
    "detente.errors": (
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
    ),
    "detente.model": (
        "Actor",
        "Article",
        "Claim",
        "DateMention",
        "Decision",
        "Dispute",
        "Event",
        "Reading",
        "Record",
        "Span",
        "Statement",
        "Undertaking",
    ),
    "detente.reading.dates": ("find_dates",),
    "detente.walk": ("open_dossier", "read"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted([*_HOME_OF, "__version__"])  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    """A public name, from the room where it lives."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
