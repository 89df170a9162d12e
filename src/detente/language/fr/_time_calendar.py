"""Days, months, seasons, years, decades and centuries that name themselves (« 27 février »)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from detente.edtf import easter_sunday
from detente.language.fr._time_found import Found, Rule, rule
from detente.language.fr._time_words import (
    ABBREVIATED,
    AFTER_YEAR,
    DATED,
    DAY,
    DAY_PARTS,
    EASTER,
    HOLIDAYS,
    MONTH,
    MONTHS,
    NAMED_AFTER,
    SEASON,
    SEASONS,
    SHORT_YEAR,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    S,
    any_of,
    full_year,
)
from detente.model import When

ZONE = (
    r"(?: (?P<half>du matin|du soir|de l'apres-midi))?"
    r"(?:,? ?(?:gmt|utc|locales?|\(?heure locale\)?|heure de (?:l')?[a-z]+)(?: \(\d{1,2} ?h ?\d{0,2} gmt\))?)?"
)
CLOCK = (
    rf"(?:\d{{1,2}} ?h(?: ?[0-5]\d)?(?!\w)|\d{{1,2}} heures?(?: [0-5]\d)?|\d{{1,2}}:[0-5]\d){ZONE}"
)
AT = (
    r"(?:a partir de|peu avant|peu apres|aux alentours de|autour de|a|vers|des|avant|apres|jusqu'a)"
)
CLOCK = CLOCK.replace("?P<half>", "?:")
AT_CLOCK = rf"(?:,? ?{AT}? (?P<clock>{CLOCK}|midi|minuit))"
IN_DAY = (
    r"(?: ?(?:,? (?:au|dans la|dans l'|en|en fin de|en fin d'|en debut de|en debut d'|a la|a l'|"
    rf"tot|tard)?{S}?)?(?P<part>{any_of(DAY_PARTS)}))"
)
LAST = r"(?:derniere?|passee?|ecoulee?)"
NEXT = r"(?:prochaine?|a venir)"
THAT_YEAR = (
    r"(?:(?:(?:de |, ?)?l'(?:an|annee) (?P<ylast>derniere?|passee?|precedente?))|"
    r"(?:(?:de |, ?)?l'(?:an|annee) (?P<ynext>prochaine?|suivante?))|"
    r"(?P<ythis>de cette annee|de l'annee en cours)|(?P<ysame>de la meme annee|de cette annee-la))"
)
ITEM = rf"(?:(?:(?P<weekday>{WEEKDAY}),?{S}(?:le{S})?)?(?P<day>{DAY}))"
PLAIN_ITEM = re.sub(r"\?P<\w+>", "?:", ITEM)
JOINED = rf"(?: ?, ?|{S}et{S}(?:(?:le|du){S})?|{S}ou{S}(?:le{S})?| ?- ?| ?/ ?|{S}(?:au|jusqu'au|puis le){S})"


def clock(words: str | None) -> str | None:
    """« 16h25 », « 9 heures » → `16:25`, `09:00`; None where it is no time of a day."""
    if not words:
        return None
    if words in ("midi", "minuit"):
        return {"midi": "12:00", "minuit": "00:00"}[words]
    bits = re.findall(r"\d+", words)
    hour = int(bits[0])
    minute = int(bits[1]) if re.match(r"\d+(?: ?h| heures?|:) ?\d", words) else 0
    if re.search(r"soir|apres-midi", words) and hour < 12:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def day_part(match: re.Match[str]) -> str | None:
    """The time or part of the day that a match holds."""
    groups = match.groupdict()
    part = groups.get("part")
    return clock(groups.get("clock")) or (DAY_PARTS[re.sub(r"\s+", " ", part)] if part else None)


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
        if day > (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]:
            return None
        return When(
            edtf=f"{year:04}-{month:02}-{day:02}", weekday=more.pop("weekday", None), **more
        )
    if day is None:
        told = {"unit": "month"} | told
    base: dict[str, Any] = {"anchor": "published", "month": month, "day": day}
    return When(**(base | told | more))


def before(match: re.Match[str], length: int = 40) -> str:
    """The folded words just before a match."""
    return match.string[max(0, match.start() - length) : match.start()]


@rule(
    rf"(?P<items>(?:{PLAIN_ITEM}{JOINED})*{PLAIN_ITEM}){S}(?P<month>{MONTH})(?P<dot>\.(?={S}\d))?"
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
    listed = re.search(r"(?:^|\W)(?:les|du|des|le|de|au|d'ici)\s$", left) or items[0]["weekday"]
    if len(items) > 1 and not listed:  # « à 18 h 30, 4 janvier »: the first is no day
        dashed = re.search(r"\d ?- ?$", groups["items"][: items[-1].start()])
        items = items[-2:] if dashed else items[-1:]
    month = MONTHS[groups["month"]]
    for item in items:
        weekday = WEEKDAYS[item["weekday"]] if item["weekday"] else None
        last = item is items[-1]
        part = day_part(match) if last else None
        day = int(item["day"].removesuffix("er"))
        when = dated(told, month=month, day=day, weekday=weekday, part=part)
        if when:
            end = match.end() if last else shift + item.end()
            yield Found(shift + item.start(), end, when)


@rule(
    rf"(?P<month>{MONTH})(?:\.(?={S}\d))?"
    rf"(?:,?{S}(?P<year>{SHORT_YEAR})|{S}(?P<last>{LAST})|{S}(?P<next>{NEXT})|{S}?{THAT_YEAR})?"
)
def months(match: re.Match[str], text: str) -> Iterator[Found]:
    """« février 2022 », « juin prochain », « mars ». A bare month begins small, unless a
    preposition leads to it: « Mars » is a planet, « Avril » a name."""
    groups = match.groupdict()
    told = year_told(match)
    if groups["month"] in ABBREVIATED and "year" not in told:
        return
    left = before(match)
    led = re.search(r"(?:^|\W)(?:en|fin|debut|mi-|des|depuis|de|d'|courant|avant|apres)[ ]?$", left)
    if not told and text[match.start()].isupper() and not (led and left.rstrip().endswith("en")):
        return
    if not told and re.search(r"\d ?-? ?$", left):  # « 14-Mars », or a day that is none
        return
    end = match.end()
    when = dated(told, month=MONTHS[groups["month"]])
    if when:
        yield Found(match.start(), end, when)


@rule(
    rf"(?:(?P<y1>{YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d)|"
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


_LED = re.compile(
    r"(?:^|\W)(?:en|depuis|d'ici(?: a)?|jusqu'en|jusqu'a|dates? de|des|avant|apres|de|d'|fin|debut|"
    rf"mi|mi-|courant|vers|entre|et|pour|horizon|{any_of(DATED)})(?: l'(?:an|annee))?[ -]?$|\($"
)
_NUMBERED = re.compile(
    r"(?:^|\W)(?:resolutions?|articles?|numeros?|n°|n o|no|vols?|pages?|chambre|rn?|route|lignes?)"
    r"(?: de)? $"
)
_COUNTS = re.compile(rf" (?!{any_of(AFTER_YEAR)}\b)(?:[a-z-]+[sx]\b|%|€|\$|m\b|km\b|kg\b|euro)")


@rule(
    rf"(?P<year>{YEAR})(?!\d|[.,]\d| \d{{3}}\b)(?:(?P<sep> ?[-/] ?)(?P<until>{YEAR}|\d\d)(?!\d))?"
)
def years(match: re.Match[str], text: str) -> Iterator[Found]:
    """« 2017 », « 2014-2018 », and no numbers (« 2 000 soldats », « la résolution 2254 »)."""
    left, right = before(match, 30), match.string[match.end() : match.end() + 25]
    if re.search(r"[\d.,/-]\d* ?$|°$", left) and not re.search(rf"{YEAR},? $", left):
        return
    if _NUMBERED.search(left) or _COUNTS.match(right) or re.match(r"[/-]\d", right):
        return
    chained = re.search(rf"(?<!\d){YEAR}(?:,| et| ou| a| au| puis| et en|, en) $", left)
    if not (_LED.search(left) or chained or (match["until"] and len(match["until"]) == 4)):
        opens = re.search(r"(?:^|[.!?»\n] ?)$", left) and re.match(
            r" (?:a|est|sera|fut|etait)\b", right
        )
        if not opens:
            return
    year, until = int(match["year"]), match["until"]
    start = match.start()
    if led := re.search(r"l'(?:an|annee) $", left):
        start -= len(led.group())
    first = Found(start, match.end("year"), When(edtf=f"{year:04}"))
    if not until:
        yield first
        return
    last = int(until) if len(until) == 4 else year - year % 100 + int(until)
    if not year < last < year + 120:
        return
    end = Found(match.start("until"), match.end("until"), When(edtf=f"{last:04}"))
    both = When(edtf=f"{year:04}", until=end.when)
    yield Found(start, match.end(), both, ends=(first, end))


@rule(
    rf"(?P<det>l'|cet{S}|cette{S}|ce{S}|au{S}|a l'|en{S}|le{S}|du{S}|d'|de l')?(?P<season>{SEASON})"
    rf"(?:{S}(?P<year>{SHORT_YEAR})(?:[-/](?P<until>{SHORT_YEAR}))?|{S}(?P<last>{LAST})|{S}(?P<next>{NEXT}))?"
)
def seasons(match: re.Match[str], text: str) -> Iterator[Found]:
    """« l'été dernier », « au printemps 2021 », « à l'automne ». « en été » and « l'hiver » alone are
    of no year, « été » alone may be a verb."""
    groups = match.groupdict()
    det, part = (groups["det"] or "").strip(), SEASONS[groups["season"]]
    told = year_told(match)
    start = match.start() if det not in ("en", "du", "d'", "de l'") else match.end("det")
    if "year" in told:
        code = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}[part]
        # « l'hiver 2021-2022 » begins in 2021; so does EDTF's.
        yield Found(start, match.end(), When(edtf=f"{told['year']:04}-{code}"))
    elif told or det in ("cet", "ce", "cette") or (det in ("au", "a l'") and not groups["until"]):
        if groups["season"] == "ete" and not det:
            return
        if re.match(r" (?:arabe|d[eu']|berbere|erable)", match.string[match.end() :]):
            return
        more: dict[str, Any] = {"anchor": "published", "unit": "season", "part": part}
        yield Found(start, match.end(), When(**(more | told)))


@rule(
    rf"(?:(?P<decade>(?:annees|decennies?){S}(?:(?P<full>1\d|20)?(?P<two>\d)0|(?P<word>vingt|trente|quarante|"
    r"cinquante|soixante-dix|soixante|quatre-vingt-dix|quatre-vingts?)))|"
    rf"(?P<century>[ivxl]+|\d\d?)(?:{S})?(?:e|eme|er)s?{S}siecles?)"
)
def long_ago(match: re.Match[str], text: str) -> Iterator[Found]:
    """« les années 1990 », « les années quatre-vingt », « au XIXe siècle »."""
    groups = match.groupdict()
    if groups["century"]:
        nth = int(groups["century"]) if groups["century"].isdigit() else _roman(groups["century"])
        if 2 <= nth <= 21:
            yield Found(match.start(), match.end(), When(edtf=f"{nth - 1:02}XX"))
        return
    two = groups["two"]
    if groups["word"]:
        words = ["vingt", "trente", "quarante", "cinquante", "soixante", "soixante-dix"]
        words += ["quatre-vingt", "quatre-vingt-dix"]
        two = str(words.index(groups["word"].removesuffix("s")) + 2)
    century = groups["full"] or ("19" if int(two) >= 2 else "20")
    yield Found(match.start(), match.end(), When(edtf=f"{century}{two}X"))


def _roman(figures: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    total = 0
    for figure, following in zip(figures, [*figures[1:], ""], strict=True):
        value = values[figure]
        total += -value if following and values[following] > value else value
    return total


@rule(
    rf"(?:(?P<to>(?:jour|fete){S}(?:de{S}|d'))?(?:l'|la |le |l)?(?P<name>{any_of([*HOLIDAYS, *EASTER])}))"
    rf"(?:{S}(?P<year>{YEAR})|{S}(?P<last>{LAST})|{S}(?P<next>{NEXT}))?"
)
def holidays(match: re.Match[str], text: str) -> Iterator[Found]:
    """« à Noël », « lundi de Pâques », « Noël 2023 »; not « le père Noël », « le marché de Noël »."""
    name = re.sub(r"\s+", " ", match["name"])
    told = year_told(match)
    led = re.search(
        r"(?:^|\W)(?:a|avant|apres|depuis|pour|d'ici|d'ici a|jusqu'a|des|veille de|lendemain de|le|la|du|au) ?$",
        before(match),
    )
    if not (told or led or match["to"] or " " in name):
        return
    if text[match.start("name")].islower() and " " not in name:
        return  # « l'ascension de »
    if re.match(r" [A-ZÉ]", text[match.end() : match.end() + 2]):
        return  # a first name
    if name in HOLIDAYS:
        month, number = HOLIDAYS[name]
        when = dated(told, month=month, day=number)
    elif "year" in told:
        day = easter_sunday(told["year"]) + timedelta(days=EASTER[name])
        when = When(edtf=day.isoformat())
    else:
        base: dict[str, Any] = {"anchor": "published", "part": "easter", "amount": EASTER[name]}
        when = When(**(base | told))
    if when:
        yield Found(match.start(), match.end(), when)


@rule(
    rf"(?:(?P<weekday>{WEEKDAY}){S}|(?<=le )|(?<=le\n))(?P<day>{DAY})(?:,?{S}{IN_DAY})?(?:{AT_CLOCK})?"
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
RULES: list[Rule] = [days_of_month, days_alone, months, figures, years, seasons, long_ago, holidays]
