"""Times that lean on the report's date (« jeudi ») or on the time last spoken of (« la veille »)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from detente.language.fr.time.clock import AT_CLOCK, IN_DAY, day_part
from detente.language.fr.time.found import Found, Rule, before, rule
from detente.language.fr.time.words import (
    ABOUT,
    CONTEXT,
    LAST,
    NEXT,
    NUMBER,
    SOME,
    TODAY,
    UNIT,
    UNITS,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
    S,
    any_of,
    number,
)
from detente.model import When

_SOME = any_of(word for word in SOME if word != "les")
_EVERY = rf"(?:^|\W)(?:chaque|tous{S}les|les)\s$"
_GRANULE = r"(?P<unit>an|annee|mois|semaine|week-end|weekend|decennie)"
_EDGE = {"reste": "end", "debut": "start", "mi": "middle", "milieu": "middle", "fin": "end"}


@rule(rf"(?P<day>{any_of(TODAY)})(?:{S}{WEEKDAY})?(?:{IN_DAY})?(?:{AT_CLOCK})?")
def today(match: re.Match[str], text: str) -> Iterator[Found]:
    """« hier », « demain matin », « aujourd'hui vendredi »."""
    amount = TODAY[match["day"]]
    when = When(anchor="published", unit="day", amount=amount, part=day_part(match))
    yield Found(match.start(), match.end(), when)


@rule(
    rf"(?:(?P<det>ce{S}(?P<same>meme{S})?))?(?P<weekday>{WEEKDAY})(?P<plural>s)?"
    rf"(?:{S}(?P<last>{LAST})|{S}(?P<next>{NEXT})|{S}en{S}(?P<weeks>huit|quinze)|"
    rf"{S}(?P<after>suivant|d'apres)|{S}(?P<ago>precedent|d'avant))?(?:{IN_DAY})?(?:{AT_CLOCK})?"
)
def weekdays(match: re.Match[str], text: str) -> Iterator[Found]:
    """« jeudi », « jeudi dernier », « ce mercredi », « lundi en huit », « mercredi soir »."""
    groups = match.groupdict()
    left = before(match)
    weekday = WEEKDAYS[groups["weekday"]]
    if groups["plural"] or re.search(_EVERY, left):
        when = When(anchor="none", unit="weekday", weekday=weekday)
        yield Found(match.start(), match.end(), when, "set", "P1W")
        return
    # « un lundi », « le premier lundi de mai », « le Vendredi noir »
    if re.search(
        rf"(?:^|\W)(?:un|\d+e|\d+eme|dernier|premier|deuxieme|second|troisieme|quatrieme|habituels?{S}du|traditionnel{S}du){S}$",
        left,
    ) or re.match(r" (?:noir|rouge|sanglant)\b", match.string[match.end() :]):
        return
    more: dict[str, Any] = {"anchor": "published", "direction": "nearest"}
    if groups["last"]:
        more["direction"] = "past"
    elif groups["next"] or groups["weeks"]:
        more["direction"] = "future"
        more["amount"] = {"huit": 1, "quinze": 2}.get(groups["weeks"], 0)
    elif groups["after"] or groups["ago"]:
        more = {"anchor": "context", "direction": "future" if groups["after"] else "past"}
    elif groups["same"]:
        more["anchor"] = "context"
    when = When(unit="weekday", weekday=weekday, part=day_part(match), **more)
    yield Found(match.start(), match.end(), when)


@rule(
    rf"(?P<det>l'|la{S}|le{S}|du{S}|au{S}|cet?{S}|cette{S})(?:(?P<first>(?:dernier|derniere|prochain|prochaine){S}))?{_GRANULE}(?:-ci)?"
    rf"(?:{S}(?P<last>{LAST})|{S}(?P<next>{NEXT})|{S}(?P<now>en{S}cours))?"
)
def granules(match: re.Match[str], text: str) -> Iterator[Found]:
    """« l'an dernier », « cette semaine », « le mois prochain », « le week-end dernier »."""
    groups = match.groupdict()
    weekend = groups["unit"] in ("week-end", "weekend")
    this = groups["det"].startswith("ce") or bool(groups["now"])
    # « pendant le week-end »: the one nearest
    led = re.search(r"(?:pendant|durant|au cours|pour|avant) $|au cours $", before(match))
    this = this or bool(
        weekend and (led or (groups["det"].startswith("du") and "cours" in before(match, 9)))
    )
    if groups["first"] and not weekend:
        return  # « la dernière semaine de juin »
    last = groups["last"] or (groups["first"] or "").startswith("dernier")
    following = groups["next"] or (groups["first"] or "").startswith("prochain")
    if not (this or last or following):
        return
    if weekend:
        direction = "past" if last else "future" if following else "nearest"
        when = When(anchor="published", unit="week", part="weekend", direction=direction)  # type: ignore[arg-type]
    else:
        amount = -1 if last else 1 if following else 0
        unit = UNITS[groups["unit"]][0]
        when = When(anchor="published", unit=unit, amount=amount)
    yield Found(match.start(), match.end(), when)


@rule(
    rf"(?P<edge>debut|milieu|fin|mi|reste)(?:{S}(?:de{S}la{S}|de{S}l'|du{S}|de{S}|d')|-)(?P<unit>annee|mois|semaine|decennie|journee)"
)
def edges(match: re.Match[str], text: str) -> Iterator[Found]:
    """« la fin de l'année », « en début de semaine », « mi-journée »: of the current one."""
    if re.match(rf"{S}(?:\d|{LAST}|{NEXT}|de\b|du\b|d')", match.string[match.end() :]):
        return
    if match["unit"] == "journee":
        yield Found(
            match.start(),
            match.end(),
            When(
                anchor="context",
                unit="day",
                part="noon" if match["edge"] == "mi" else _EDGE[match["edge"]],
            ),
        )
        return
    unit = UNITS[match["unit"]][0]
    when = When(anchor="published", unit=unit, part=_EDGE[match["edge"]])
    yield Found(match.start(), match.end(), when)


@rule(
    rf"(?P<words>{any_of(CONTEXT)})(?P<part>{S}(?:au{S})?(?:soir|matin))?(?P<of>{S}(?:de|du|des|d'|ou)(?=\W|(?<=')))?"
)
def in_context(match: re.Match[str], text: str) -> Iterator[Found]:
    """« la veille », « le lendemain », « la même année »; of a thing (« le lendemain de l'accord »)
    it tells nothing by itself."""
    words = re.sub(r"\s+", " ", match["words"])
    unit, amount = CONTEXT[words]
    if match["of"]:
        end = match.start("of")
        yield Found(match.start(), end, When(unit=unit, amount=amount))
        return
    yield Found(match.start(), match.end(), When(anchor="context", unit=unit, amount=amount))


@rule(rf"(?:au{S}lendemain|a{S}la{S}veille)(?={S}(?:de|du|des)\b|{S}d')")
def next_to(match: re.Match[str], text: str) -> Iterator[Found]:
    """« au lendemain de »: told by what follows, if at all."""
    amount = 1 if "lendemain" in match.group() else -1
    yield Found(match.start(), match.end(), When(unit="day", amount=amount))


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
        when = found.when
        yield Found(
            found.start,
            found.end,
            When(
                anchor=when.anchor,
                unit=when.unit,
                amount=when.amount,
                approximate=when.approximate,
                span="until",
            ),
        )


@rule(
    rf"(?P<about>{ABOUT})?(?P<number>{NUMBER}){S}?(?P<unit>{UNIT})(?P<half>{S}et{S}demie?)?{S}(?:(?P<sooner>plus{S}tot|auparavant|avant(?= ?[,.;)]))|plus{S}tard|apres(?= ?[,.;)]))"
)
def later(match: re.Match[str], text: str) -> Iterator[Found]:
    """« deux ans plus tôt », « trois jours plus tard »: from the time spoken of."""
    yield from _moved(match, -1 if match["sooner"] else 1, anchor="context")


@rule(
    rf"(?:il{S}y{S}a|dans|d'ici(?:{S}a)?|depuis){S}(?:{any_of(word for word in SOME if word != 'les')}){S}(?:(?:petites?|longues?){S})?{UNIT}|il{S}y{S}a{S}(?:peu|longtemps)|{any_of(VAGUE)}|(?:(?:ces|les|aux|des){S})?(?:derniers|dernieres|prochains|prochaines){S}{UNIT}|(?:quelques|plusieurs){S}{UNIT}{S}(?:plus{S}tot|plus{S}tard|auparavant)"
)
def vague(match: re.Match[str], text: str) -> Iterator[Found]:
    """« récemment », « ces derniers jours », « il y a quelques mois »: no value."""
    yield Found(match.start(), match.end(), When(approximate=True))


def _moved(match: re.Match[str], sign: int, anchor: Any = "published") -> Iterator[Found]:
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


RULES: list[Rule] = [
    today,
    weekdays,
    granules,
    edges,
    in_context,
    next_to,
    ago,
    here_is,
    within,
    by_then,
    later,
    vague,
]
