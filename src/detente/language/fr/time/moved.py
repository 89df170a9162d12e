"""So much time from now or from a time spoken of (« il y a deux ans », « trois jours plus tard »)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import msgspec

from detente.language.fr.time.found import Found, Rule, rule
from detente.language.fr.time.words import (
    ABOUT,
    NUMBER,
    SOME,
    UNIT,
    UNITS,
    VAGUE,
    S,
    any_of,
    number,
)
from detente.model import When

_SOME = any_of(word for word in SOME if word != "les")


@rule(
    rf"il{S}y{S}a{S}(?:(?:maintenant|deja|tout{S}juste|juste|exactement){S})?(?P<about>{ABOUT})?(?P<number>{NUMBER}){S}?(?P<unit>{UNIT})(?P<half>{S}et{S}demie?)?"
)
def ago(match: re.Match[str], text: str) -> Iterator[Found]:
    """« il y a deux ans », « il y a une dizaine de jours »."""
    yield from _moved(match, -1)


@rule(rf"(?:voici|voila){S}(?P<about>{ABOUT})?(?P<number>{NUMBER}){S}(?P<unit>{UNIT})(?!{S}qu)")
def here_is(match: re.Match[str], text: str) -> Iterator[Found]:
    """« voici deux ans »."""
    yield from _moved(match, -1)


@rule(
    rf"dans{S}(?P<about>{ABOUT})?(?P<number>{NUMBER}){S}?(?P<unit>{UNIT})(?!{S}(?:de|du|des)\b|{S}d'|{S}(?:ou|qui|marque))"
)
def within(match: re.Match[str], text: str) -> Iterator[Found]:
    """« dans trois jours »."""
    if match["unit"] in ("journee", "nuit", "annee"):
        return
    yield from _moved(match, 1)


@rule(rf"d'ici{S}(?:a{S})?(?P<about>{ABOUT})?(?P<number>{NUMBER}){S}?(?P<unit>{UNIT})")
def by_then(match: re.Match[str], text: str) -> Iterator[Found]:
    """« d'ici à dix ans »."""
    for found in _moved(match, 1):
        yield replace(found, when=msgspec.structs.replace(found.when, span="until"))


@rule(
    rf"(?P<about>{ABOUT})?(?P<number>{NUMBER}){S}?(?P<unit>{UNIT})(?P<half>{S}et{S}demie?)?{S}(?:(?P<sooner>plus{S}tot|auparavant|avant(?= ?[,.;)]))|plus{S}tard|apres(?= ?[,.;)]))"
)
def later(match: re.Match[str], text: str) -> Iterator[Found]:
    """« deux ans plus tôt », « trois jours plus tard »: from the time spoken of."""
    yield from _moved(match, -1 if match["sooner"] else 1, anchor="context")


@rule(
    rf"(?:(?:{NUMBER}|quelques{S}|plusieurs{S}){S}?(?:heures?|minutes?|instants?){S}(?:(?:plus{S}(?:tot|tard)|auparavant|avant(?= ?[,.;)])|apres(?= ?[,.;)]))|a{S}peine{S}apres(?= ?[,.;)]))|dans{S}la{S}foulee(?!{S}d[eu]\b|{S}des\b|{S}d'))"
)
def same_day(match: re.Match[str], text: str) -> Iterator[Found]:
    """« quelques heures plus tôt », « dans la foulée »: of the day spoken of."""
    yield Found(match.start(), match.end(), When(anchor="context", unit="day"))


@rule(
    rf"(?:il{S}y{S}a|dans|d'ici(?:{S}a)?|depuis){S}(?:{_SOME}){S}(?:(?:petites?|longues?){S})?{UNIT}|il{S}y{S}a{S}(?:peu|longtemps)(?!{S}d)|{any_of(VAGUE)}|(?:(?:ces|les|aux|des){S})?(?:derniers|dernieres|prochains|prochaines){S}{UNIT}|(?:quelques|plusieurs){S}{UNIT}{S}(?:plus{S}tot|plus{S}tard|auparavant)"
)
def vague(match: re.Match[str], text: str) -> Iterator[Found]:
    """« récemment », « ces derniers jours », « il y a quelques mois »: no value."""
    yield Found(match.start(), match.end(), When(approximate=True))


def _moved(
    match: re.Match[str], sign: int, anchor: Literal["published", "context"] = "published"
) -> Iterator[Found]:
    """So many units from the anchor; no value for hours and for halves of a unit."""
    groups = match.groupdict()
    amount = number(groups["number"])
    unit, _, factor = UNITS[groups["unit"]]
    if amount is None:
        return
    rough = bool(groups.get("about")) or groups["number"].endswith(("de ", "d'"))
    if groups.get("half") and unit == "year":
        unit, amount = "month", amount * 12 + 6
    elif groups.get("half"):
        unit = None
    if groups["unit"].startswith("siecle"):
        unit, factor = "year", 100
    elif unit == "decade":
        unit, factor = "year", 10
    if unit is None or amount != int(amount):
        yield Found(match.start(), match.end(), When(approximate=True))
        return
    moved = When(anchor=anchor, unit=unit, amount=sign * int(amount) * factor, approximate=rough)
    yield Found(match.start(), match.end(), moved)


RULES: list[Rule] = [ago, here_is, within, by_then, same_day, later, vague]
