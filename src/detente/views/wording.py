"""The record's own words (kinds, statuses, headings) in English and French, where it is shown to
people. What reports say stays in their language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from detente.errors import DetenteError
from detente.model import Event
from detente.views.labels import short

LANGUAGES = ("en", "fr")

_KINDS_FR: Mapping[str, str] = {
    "accusation": "accusation",
    "agreement": "accord",
    "aid": "aide",
    "appointment": "nomination",
    "attack": "attaque",
    "call": "appel téléphonique",
    "ceasefire": "cessez-le-feu",
    "closure": "fermeture",
    "coup": "coup d’État",
    "demand": "demande",
    "detention": "détention",
    "dismissal": "limogeage",
    "election": "élection",
    "exchange": "échange",
    "expulsion": "expulsion",
    "extradition": "extradition",
    "mediation": "médiation",
    "mobilization": "mobilisation",
    "protest": "manifestation",
    "recall": "rappel",
    "rejection": "refus",
    "release": "libération",
    "resignation": "démission",
    "restitution": "restitution",
    "sanctions": "sanctions",
    "sanctions_relief": "levée de sanctions",
    "seizure": "saisie",
    "sentencing": "condamnation",
    "speech": "discours",
    "talks": "pourparlers",
    "threat": "menace",
    "visit": "visite",
    "vote": "vote",
    "withdrawal": "retrait",
}
_STATUSES_FR: Mapping[str, str] = {
    "occurred": "a eu lieu",
    "ongoing": "en cours",
    "planned": "prévu",
    "proposed": "proposé",
    "denied": "démenti",
    "hypothetical": "hypothétique",
    "open": "en suspens",
    "under_way": "en cours d’exécution",
    "carried_out": "exécuté",
    "broken": "non tenu",
    "withdrawn": "retiré",
    "delayed": "repoussé",
}
_ATTRIBUTES_FR: Mapping[str, str] = {
    "city": "ville",
    "country": "pays",
    "date": "date",
    "doer": "auteur",
    "duration": "durée",
    "kind": "nature",
    "number": "nombre",
    "parties": "parties",
    "participants": "participants",
    "place": "lieu",
    "ransom": "rançon",
    "released": "personnes libérées",
    "responsibility": "responsabilité",
    "status": "statut",
    "terms": "termes",
    "topics": "sujets",
    "venue": "lieu précis",
}
_PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "brief": "Brief",
        "happened": "What happened",
        "not happened": "Planned, proposed or denied",
        "who": "Who",
        "promised": "What was promised",
        "disputed parts": "What is disputed",
        "sources": "Sources",
        "nothing": "Nothing.",
        "disputed": "disputed",
        "due": "due",
        "undated": "undated",
        "told": "told",
        "stated": "stated",
        "given": "given",
        "inferred": "inferred",
        "decided": "decided by a person",
        "copy of": "copy of",
        "not read": "not read",
        "source": "source",
        "date": "Date",
    },
    "fr": {
        "brief": "Note de synthèse",
        "happened": "Ce qui s’est passé",
        "not happened": "Prévu, proposé ou démenti",
        "who": "Qui",
        "promised": "Ce qui a été promis",
        "disputed parts": "Ce qui est contesté",
        "sources": "Sources",
        "nothing": "Rien.",
        "disputed": "contesté",
        "due": "échéance",
        "undated": "sans date",
        "told": "rapporté",
        "stated": "datée par elle-même",
        "given": "date fournie",
        "inferred": "date déduite",
        "decided": "date fixée par une personne",
        "copy of": "copie de",
        "not read": "non lue",
        "source": "source",
        "date": "Date",
    },
}
_PRECISIONS: Mapping[str, tuple[str, ...]] = {
    "en": ("known to the day", "known to the week", "known to the month", "known vaguely"),
    "fr": ("connue au jour près", "à la semaine près", "au mois près", "connue vaguement"),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language. What there is no word for is shown as the record names it."""

    language: str

    def __getitem__(self, phrase: str) -> str:
        return _PHRASES[self.language][phrase]

    @property
    def colon(self) -> str:
        """A colon as the language sets it: French has a space before it, which no line ends at."""
        return "\u00a0:" if self.language == "fr" else ":"

    @property
    def quotes(self) -> tuple[str, str]:
        """What opens and closes a quotation."""
        return ("«\u00a0", "\u00a0»") if self.language == "fr" else ("“", "”")

    def kind(self, kind: str) -> str:
        """A kind of event in words."""
        return self._named(kind, _KINDS_FR)

    def status(self, status: str) -> str:
        """The status of an event or an undertaking in words."""
        return self._named(status, _STATUSES_FR)

    def attribute(self, attribute: str) -> str:
        """An attribute of a claim or dispute in words."""
        return self._named(attribute, _ATTRIBUTES_FR)

    def what(self, kind: str, status: str) -> str:
        """A kind, with its status where it is not simply told as having happened."""
        words = self.kind(kind)
        return words if status == "occurred" else f"{words} ({self.status(status)})"

    def country(self, code: str) -> str:
        """A state or territory by its ISO 3166-1 alpha-2 code."""
        return _countries(self.language).get(code, code)

    def where(self, event: Event) -> str:
        """City and country of an event, the venue where that is all that is told."""
        place = event.place
        country = self.country(place.country) if place and place.country else None
        named = [place.city if place else None, country]
        return ", ".join(part for part in named if part) or event.venue or ""

    def listed(self, names: Sequence[str], most: int = 6) -> str:
        """Names in one line; beyond `most` only their number is told."""
        shown, others = ", ".join(names[:most]), len(names) - most
        if others <= 0:
            return shown
        if self.language == "fr":
            return f"{shown} et {others} autre{'s' if others > 1 else ''}"
        return f"{shown} and {others} more"

    def when(self, date: str | None, told: str | None) -> str:
        """A date, or when it was told of what has none."""
        return short(date) or (f"{self['told']} {short(told)}" if told else self["undated"])

    def precision(self, precision: int) -> str:
        """How fine a date is, of ACLED's `time_precision` and 4."""
        return _PRECISIONS[self.language][precision - 1]

    def sources(self, independent: int) -> str:
        """“1 source”, “2 sources”."""
        return f"{independent} {self['source']}{'s' if independent != 1 else ''}"

    def _named(self, name: str, french: Mapping[str, str]) -> str:
        words = name.replace("_", " ")
        return french.get(name, words) if self.language == "fr" else words


@cache
def _countries(language: str) -> Mapping[str, str]:
    from babel import Locale  # slow to import, and not every command shows a country

    return Locale.parse(language).territories


def of(language: str) -> Wording:
    """The words of a language (`en`, `fr`). Raises `DetenteError` for another."""
    if language not in LANGUAGES:
        raise DetenteError(f"no words in {language!r}; there are: {', '.join(LANGUAGES)}")
    return Wording(language)
