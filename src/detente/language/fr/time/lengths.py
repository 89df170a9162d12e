"""How long (« six heures ») and how often (« chaque lundi »)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.language.fr.time.found import Found, Rule, before, rule
from detente.language.fr.time.words import (
    ABOUT,
    LASTING,
    NUMBER,
    OFTEN,
    SOME,
    UNIT,
    UNITS,
    WEEKDAY,
    S,
    any_of,
    number,
)
from detente.model import When

_SOME = any_of(word for word in SOME if word not in ("les", "des"))
_FINER = {"Y": ("M", 12), "M": ("D", 30), "TH": ("M", 60), "TM": ("S", 60)}
"""ISO 8601 code of a unit: the code that its half is told in, and how many make one."""


def iso(unit: str, amount: float, half: float = 0.0) -> str:
    """An ISO 8601 length: `iso("heure", 2, .5)` is `PT2H30M`, `iso("an", 1, .5)` `P1Y6M`."""
    _, code, factor = UNITS[unit]
    if not half or code not in _FINER:
        return _iso(code, (amount + half) * factor)
    finer, per = _FINER[code]
    return f"{_iso(code, amount * factor)}{_plain(half * factor * per)}{finer}"


def _iso(code: str, amount: float) -> str:
    time = "T" if code.startswith("T") else ""
    return f"P{time}{_plain(amount)}{code.removeprefix('T')}"


def _plain(amount: float) -> str:
    return f"{amount:g}" if amount < 1e6 else str(int(amount))


@rule(
    rf"(?P<about>{ABOUT})?(?P<number>{NUMBER}){S}?(?:(?<=million )d'|(?<=millions )d')?(?P<unit>{UNIT})"
    rf"(?:{S}et{S}(?P<half>demie?|quart)|(?<=heure){S}?(?P<m1>\d\d|trente|quinze|quarante-cinq)(?: ?min(?:utes)?)?|"
    rf"(?<=heures){S}?(?P<m2>\d\d|trente|quinze|quarante-cinq)(?: ?min(?:utes)?)?)?"
)
def lengths(match: re.Match[str], text: str) -> Iterator[Found]:
    """« près de six heures », « deux heures et demie », « 30,4 secondes »; not how old somebody is."""
    groups = match.groupdict()
    amount = number(groups["number"])
    left, right = before(match), match.string[match.end() : match.end() + 20]
    if amount is None or (amount == 1 and groups["unit"] in ("jour", "nuit", "journee", "annee")):
        return
    if amount == 1 and groups["unit"] == "seconde":  # « une seconde fois »
        return
    if right.startswith("-") or text[match.start("unit")].isupper():
        return  # « années-lumière », « la guerre de Trente Ans »
    if groups["unit"] in ("an", "ans") and not groups["about"] and _age(left, right):
        return
    if groups["unit"].startswith("heure") and re.search(
        r"(?:^|\W)(?:a|vers|des|avant|apres|jusqu'a) $", left
    ):
        return  # a time of a day
    half = {"demi": 0.5, "demie": 0.5, "quart": 0.25}.get(groups["half"] or "", 0.0)
    minutes = groups["m1"] or groups["m2"]
    if minutes:
        half = (number(minutes) or 0) / 60
    rough = bool(groups["about"]) or groups["number"].endswith(("de ", "d'"))
    since = bool(re.search(r"(?:^|\W)depuis (?:les |ces )?$", left))
    value = iso(groups["unit"], amount, half)
    when = _since(groups["unit"], amount + half, rough) if since else When(approximate=rough)
    yield Found(match.start(), match.end(), when, "duration", value)


def _since(unit: str, amount: float, rough: bool) -> When:
    """What « depuis deux ans » tells beside how long: since when."""
    moved, _, factor = UNITS[unit]
    if moved is None or amount != int(amount):
        return When(approximate=rough)
    if moved == "decade":
        moved, factor = "year", 10
    past = -int(amount) * factor
    return When(anchor="published", unit=moved, amount=past, span="since", approximate=rough)


def _age(left: str, right: str) -> bool:
    """Whether « N ans » is somebody's age: « un homme de 38 ans », « Jean Petit, 34 ans, »."""
    if re.search(
        r"(?:age|agee|ages|agees)(?: seulement| alors)? de (?:[\d,]+ |et |ou |a |\w+ de )*$|"
        r"(?:avoir|a) l'age de $|(?:avoir|avait|avaient|ayant|fete|fetait) (?:que |seulement )?$|"
        r"(?:^|[.,;:] |(?<!jus)qu')a (?:seulement )?$",
        left,
    ):
        return True
    if re.search(
        rf"(?:^|\W)(?:{any_of(LASTING)})(?: [\w'-]+){{0,2}} (?:de |d'|sur |pour )?$", left
    ):
        return False
    if re.search(r"[\w'»)] (?:de |d')$", left) and not re.search(
        r"(?:plus|moins|pres|dela|lors|cours|bout|terme|apres|issue|environ|duree|depuis) (?:de |d')$",
        left,
    ):
        return True
    return bool(
        re.search(r"[,(] $|\($", left)
        and re.match(r"[,.)]| (?:et|egalement|alors|a|est|qui)\b", right)
    )


@rule(
    rf"(?:(?P<demi>une{S}demi-(?P<unit>heure|journee))|(?P<quarts>trois{S}quarts|un{S}quart){S}(?:d'heure|de{S}siecle)|"
    rf"un{S}demi-siecle)"
)
def fractions(match: re.Match[str], text: str) -> Iterator[Found]:
    """« une demi-heure », « trois quarts d'heure », « un quart de siècle »."""
    words = match.group()
    if "siecle" in words:
        value = "P50Y" if "demi" in words else "P75Y" if "trois" in words else "P25Y"
    elif match["demi"]:
        value = "PT30M" if match["unit"] == "heure" else "PT12H"
    else:
        value = "PT45M" if "trois" in words else "PT15M"
    yield Found(match.start(), match.end(), When(), "duration", value)


@rule(
    rf"(?:(?:les|ces|des|aux|ses|leurs){S})?(?P<number>{NUMBER}){S}(?P<way>derni|proch|premi)\w+{S}(?P<unit>{UNIT})"
)
def recent(match: re.Match[str], text: str) -> Iterator[Found]:
    """« ces deux dernières semaines », « les dix prochains jours »."""
    amount = number(match["number"])
    if amount is None:
        return
    past = match["way"] == "derni"
    when = _since(match["unit"], amount, rough=False) if past else When()
    yield Found(match.start(), match.end(), when, "duration", iso(match["unit"], amount))


@rule(rf"sous{S}(?P<round>huitaine|quinzaine)|(?:une|la){S}quinzaine(?!{S}(?:de|d'|du|des))")
def fortnights(match: re.Match[str], text: str) -> Iterator[Found]:
    """« sous quinzaine »."""
    value = "P8D" if match["round"] == "huitaine" else "P15D"
    yield Found(match.start(), match.end(), When(), "duration", value)


@rule(
    rf"(?:{_SOME}|de{S}(?:longs|longues|nombreux|nombreuses)|"
    rf"(?:(?<=depuis )|(?<=pendant )|(?<=durant ))des){S}(?P<unit>{UNIT})"
)
def some(match: re.Match[str], text: str) -> Iterator[Found]:
    """« plusieurs jours », « depuis des années »: a duration of no told length."""
    if match["unit"].endswith("s"):
        yield Found(match.start(), match.end(), When(approximate=True), "duration")


_EACH = {
    "jour": "P1D",
    "jours": "P1D",
    "soir": "P1D",
    "soirs": "P1D",
    "matin": "P1D",
    "matins": "P1D",
    "nuits": "P1D",
    "week-ends": "P1W",
    "week-end": "P1W",
    "ete": "P1Y",
    "hiver": "P1Y",
    "automne": "P1Y",
    "printemps": "P1Y",
}


@rule(
    rf"(?:chaque|tous{S}les|toutes{S}les){S}(?P<number>{NUMBER}{S})?(?P<unit>{UNIT}|{any_of(_EACH)}|{WEEKDAY}s?)"
)
def each(match: re.Match[str], text: str) -> Iterator[Found]:
    """« chaque jour », « tous les deux ans », « tous les lundis »."""
    words, unit = match["number"], match["unit"]
    amount = number(words) if words else 1.0
    if unit in UNITS and amount is not None:
        value: str | None = iso(unit, amount)
    else:
        value = _EACH.get(unit, "P1W")
    yield Found(match.start(), match.end(), When(), "set", value)


@rule(
    rf"(?:(?:{NUMBER}{S}fois{S})?par{S}(?P<unit>jour|semaine|mois|an|annee|trimestre|semestre|heure)|(?P<adverb>{any_of(OFTEN)})(?:le|ne|lle)?(?:ment|s)?)"
)
def how_often(match: re.Match[str], text: str) -> Iterator[Found]:
    """« deux fois par an », « quotidiennement », « mensuel »; not « le quotidien »."""
    if match["adverb"]:
        if re.search(r"(?:^|\W)(?:le|un|du|au|ce|son|leur|les|des|l'|d'un|aux) ?$", before(match)):
            return
        yield Found(match.start(), match.end(), When(), "set", OFTEN[match["adverb"]])
    else:
        yield Found(match.start(), match.end(), When(), "set", iso(match["unit"], 1))


RULES: list[Rule] = [lengths, fractions, recent, fortnights, some, each, how_often]
