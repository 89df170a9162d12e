"""Times that lean on the report's date (« jeudi ») or on the time last spoken of (« la veille »)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from detente.language.fr.time.clock import AT_CLOCK, IN_DAY, day_part
from detente.language.fr.time.found import Found, Rule, before, rule
from detente.language.fr.time.words import (
    CONTEXT,
    LAST,
    NEXT,
    ORDINAL,
    TODAY,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    S,
    any_of,
)
from detente.model import When

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
        rf"(?:^|\W)(?:un|\d+e|\d+eme|dernier|{any_of(ORDINAL)}|habituels?{S}du|traditionnel{S}du){S}$",
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
    this: bool = groups["det"].startswith("ce") or bool(groups["now"])
    if weekend and re.search(r"(?:pendant|durant|au cours|pour|avant) $", before(match)):
        this = True  # « pendant le week-end »: the one nearest
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


RULES: list[Rule] = [today, weekdays, granules, edges, in_context, next_to]
