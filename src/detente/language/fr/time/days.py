"""Days and months that name themselves (« 27 février », « 27/02/2025 », « en mars »)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Any

from detente.language.fr.time.clock import AT_CLOCK, IN_DAY, day_part
from detente.language.fr.time.found import Found, Rule, before, rule
from detente.language.fr.time.words import (
    ABBREVIATED,
    AFTER_YEAR,
    DAY,
    LAST,
    MONTH,
    MONTHS,
    NAMED_AFTER,
    NEXT,
    SHORT_YEAR,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    S,
    any_of,
    full_year,
)
from detente.model import When

THAT_YEAR = (
    r"(?:(?:(?:de |, ?)?l'(?:an|annee) (?P<ylast>derniere?|passee?|precedente?))|"
    r"(?:(?:de |, ?)?l'(?:an|annee) (?P<ynext>prochaine?|suivante?))|"
    r"(?P<ythis>de cette annee|de l'annee en cours)|(?P<ysame>de la meme annee|de cette annee-la))"
)
ITEM = rf"(?:(?:(?P<weekday>{WEEKDAY})(?:{S}(?:{LAST}|{NEXT}))?,?{S}(?:le{S})?)?(?P<day>{DAY}))"
THIS = rf"(?P<this>(?:ce|aujourd'hui|hier|demain){S}(?=[a-z0-9]))?"
PLAIN_ITEM = re.sub(r"\?P<\w+>", "?:", ITEM)
JOINED = rf"(?: ?, ?|{S}et{S}(?:(?:le|du){S})?|{S}ou{S}(?:le{S})?| ?- ?| ?/ ?|{S}(?:au|jusqu'au|puis le){S})"


def year_told(match: re.Match[str]) -> dict[str, Any]:
    """What « 2025 », « dernier », « de l'an prochain » after a month settle: parts of a `When`."""
    groups = match.groupdict()
    if groups.get("year"):
        return {"year": full_year(groups["year"])}
    if groups.get("last"):
        return {"direction": "past"}
    if groups.get("next"):
        return {"direction": "future"}
    for name, amount in (("ylast", -1), ("ythis", 0), ("ynext", 1)):
        if groups.get(name):
            context = groups[name].startswith(("precedent", "suivant"))
            anchor = "context" if context else "published"
            return {"anchor": anchor, "unit": "year", "amount": amount}
    return {"anchor": "context", "unit": "year"} if groups.get("ysame") else {}


def dated(told: dict[str, Any], *, month: int, day: int | None = None, **more: Any) -> When | None:
    """A `When` of a month or a day of it, absolute where the year is told."""
    if "year" in told:
        year = told["year"]
        if day is None:
            return When(edtf=f"{year:04}-{month:02}", **more)
        if day > monthrange(year, month)[1]:
            return None
        return When(edtf=f"{year:04}-{month:02}-{day:02}", **more)
    if day is None:
        told = {"unit": "month"} | told
    base: dict[str, Any] = {"anchor": "published", "month": month, "day": day}
    return When(**(base | told | more))


@rule(
    rf"{THIS}(?P<items>(?:{PLAIN_ITEM}{JOINED}){{0,9}}{PLAIN_ITEM}){S}(?P<month>{MONTH})(?P<dot>\.)?"
    rf"(?:,?{S}(?P<year>{SHORT_YEAR})|{S}(?P<last>{LAST}s?)|{S}(?P<next>{NEXT}s?)|{S}?{THAT_YEAR})?"
    rf"(?:{IN_DAY})?(?:{AT_CLOCK})?"
)
def days_of_month(match: re.Match[str], text: str) -> Iterator[Found]:
    """« 27 février », « samedi 29 septembre 2018 au soir », « 3, 4 et 5 juin »."""
    groups = match.groupdict()
    if groups["month"] in ABBREVIATED and not (groups["dot"] or groups["year"]):
        return
    told = year_told(match)
    left = before(match)
    # « rue du 4 Septembre », « mouvement du 14 février »: names
    if "year" not in told and re.search(rf"(?:{any_of(NAMED_AFTER)}){S}(?:du|de|le){S}$", left):
        return
    shift = match.start("items")
    items = list(re.finditer(ITEM, groups["items"]))
    listed = re.search(r"(?:^|\W)(?:les|ces|du|des|le|de|au|d'ici)\s$", left) or items[0]["weekday"]
    if len(items) > 1 and not listed:  # « à 18 h 30, 4 janvier »: the first is no day
        dashed = re.search(r"\d ?- ?$", groups["items"][: items[-1].start()])
        items = items[-2:] if dashed else items[-1:]
    month = MONTHS[groups["month"]]
    # the full stop of a sentence, after a month in full
    stop = match.group().endswith(".") and groups["month"] not in ABBREVIATED
    for item in items:
        weekday = WEEKDAYS[item["weekday"]] if item["weekday"] else None
        last = item is items[-1]
        part = day_part(match) if last else None
        day = int(item["day"].removesuffix("er"))
        when = dated(told, month=month, day=day, weekday=weekday, part=part)
        if when:
            end = match.end() - stop if last else shift + item.end()
            start = match.start() if item is items[0] and groups["this"] else shift + item.start()
            yield Found(start, end, when)


@rule(
    rf"(?P<month>{MONTH})(?:\.(?={S}\d))?"
    rf"(?:,?{S}(?P<year>{SHORT_YEAR})|{S}(?P<last>{LAST})|{S}(?P<next>{NEXT})|{S}?{THAT_YEAR})?"
)
def months(match: re.Match[str], text: str) -> Iterator[Found]:
    """« février 2022 », « juin prochain », « mars ». A bare month begins small, unless « en » leads
    to it: « Mars » is a planet, « Avril » a name."""
    groups = match.groupdict()
    told = year_told(match)
    if groups["month"] in ABBREVIATED and "year" not in told:
        return
    left = before(match)
    if not told and text[match.start()].isupper() and not re.search(r"\ben $", left):
        return
    if not told and re.search(r"\d ?-? ?$", left):  # « 14-Mars », or a day that is none
        return
    when = dated(told, month=MONTHS[groups["month"]])
    if when:
        yield Found(match.start(), match.end(), when)


@rule(
    rf"(?:(?P<y1>{YEAR})(?P<iso>[-/])(?P<m1>\d\d)(?P=iso)(?P<d1>\d\d)(?:t\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?|"
    rf"(?P<d2>\d{{1,2}})(?P<sep>[/.-])(?P<m2>\d{{1,2}})(?P=sep)(?P<y2>{YEAR}|\d\d))(?!\d)"
    rf"(?:{AT_CLOCK})?"
)
def figures(match: re.Match[str], text: str) -> Iterator[Found]:
    """« 27/02/2025 », « 12.02.2025 », « 2025-02-27 »."""
    groups = match.groupdict()
    year, month, day = (groups[f"{name}1"] or groups[f"{name}2"] for name in "ymd")
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return
    if groups["sep"] in (".", "-") and len(year) == 2:  # a version, a section, a score
        return
    when = dated({"year": full_year(year)}, month=int(month), day=int(day), part=day_part(match))
    if when:
        yield Found(match.start(), match.end(), when)


@rule(
    r"(?:(?<=le )|(?<=du )|(?<=au ))(?P<day>0[1-9]|[12]\d|3[01]|[1-9])/(?P<month>0[1-9]|1[0-2])(?![\d/])"
)
def day_and_month(match: re.Match[str], text: str) -> Iterator[Found]:
    """« le 22/04 »."""
    when = dated({}, month=int(match["month"]), day=int(match["day"]))
    if when:
        yield Found(match.start(), match.end(), when)


@rule(
    rf"(?P<day>{DAY}){S}(?:du{S}mois{S}(?:(?P<last>{LAST})|(?P<next>{NEXT})|(?P<now>en{S}cours))|de{S}ce{S}mois)"
)
def day_of_the_month(match: re.Match[str], text: str) -> Iterator[Found]:
    """« le 20 du mois prochain »."""
    amount = -1 if match["last"] else 1 if match["next"] else 0
    day = int(match["day"].removesuffix("er"))
    when = When(anchor="published", unit="month", amount=amount, day=day)
    yield Found(match.start(), match.end(), when)


@rule(
    rf"(?P<weekday>{WEEKDAY}),?{S}(?:de{S})?(?:(?P<this>cette{S}semaine)|la{S}semaine{S}(?:(?P<last>{LAST})|(?P<next>{NEXT})))"
)
def day_of_the_week(match: re.Match[str], text: str) -> Iterator[Found]:
    """« mardi de la semaine prochaine »."""
    amount = -1 if match["last"] else 1 if match["next"] else 0
    weekday = WEEKDAYS[match["weekday"]]
    when = When(anchor="published", unit="week", amount=amount, weekday=weekday)
    yield Found(match.start(), match.end(), when)


@rule(
    rf"{THIS}(?:(?P<weekday>{WEEKDAY}){S}|(?<=le )|(?<=le\n))(?P<day>{DAY})(?:,?{S}{IN_DAY})?(?:{AT_CLOCK})?"
)
def days_alone(match: re.Match[str], text: str) -> Iterator[Found]:
    """« mardi 26 », « le 18, » : a day of the month spoken of, or of the nearest."""
    groups = match.groupdict()
    right = match.string[match.end() :]
    if not groups["weekday"]:
        # a number stands for a day only where no noun follows and an article leads
        if not re.search(r"(?:^|[^\w])le\s$", before(match)) or not groups["day"].strip("0"):
            return
        if re.match(r",? ?(?:bis|ter|rue|avenue|boulevard|place|quai|route|chemin|allee)\b", right):
            return  # an address
        if not re.match(r" ?(?:[,.;)](?!\d)|$|\n| (?:a|au|en|dans|par) [^\d])", right):
            return
    elif re.match(rf"[.,]\d| ?%| ?h|{S}(?!{_SMALL}\b)[a-z-]+s\b", right):
        return
    weekday = WEEKDAYS[groups["weekday"]] if groups["weekday"] else None
    day = int(groups["day"].removesuffix("er"))
    when = When(anchor="published", weekday=weekday, day=day, part=day_part(match))
    yield Found(match.start(), match.end(), when)


_SMALL = any_of(AFTER_YEAR)
RULES: list[Rule] = [
    days_of_month,
    days_alone,
    day_and_month,
    day_of_the_month,
    day_of_the_week,
    months,
    figures,
]
