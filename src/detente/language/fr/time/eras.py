"""Years, seasons, decades, centuries and holidays (« 2017 », « l'été dernier », « à Noël »)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import msgspec

from detente.edtf import easter_sunday
from detente.language.fr.time.days import dated, year_told
from detente.language.fr.time.found import Found, Rule, before, rule
from detente.language.fr.time.words import (
    AFTER_YEAR,
    DATED,
    EASTER,
    HOLIDAYS,
    LAST,
    NEXT,
    ORDINAL,
    OTHER_CALENDARS,
    SEASON,
    SEASONS,
    SHORT_YEAR,
    YEAR,
    S,
    any_of,
)
from detente.model import When

_LED = re.compile(
    r"(?:^|\W)(?:en|depuis|remont\w+ a|d'ici(?: a)?|jusqu'en|jusqu'a|dates? de|des|avant|apres|de|d'|fin|debut|"
    rf"mi|mi-|courant|vers|entre|et|pour|horizon|{any_of(DATED)})(?: l'(?:an|annee))?[ -]?$|\($"
)
_NUMBERED = re.compile(
    r"(?:^|\W)(?:resolutions?|articles?|numeros?|n°|n o|no|vols?|pages?|chambre|rn?|route|lignes?)"
    r"(?: de)? $"
)
_BEFORE_CHRIST = re.compile(r",? (?:av\.|avant) ?(?:j\.|jesus|notre ere)")
_COUNTS = re.compile(rf" (?!{any_of(AFTER_YEAR)}\b)(?:[a-z-]+[sx]\b|%|€|\$|m\b|km\b|kg\b|euro)")


_AND = r"(?:, | et | ou | a | au | puis | et en |, en )"
_ROW = re.compile(rf"(?<!\d)(?:{YEAR}{_AND}){{1,9}}$")
_OPENS = re.compile(r"(?:^|[.!?»\n] ?)$")


def _is_year(left: str, right: str, *, row: bool) -> bool:
    """Whether four figures between these words are a year. `row`: two of them (« 2014-2018 »)."""
    if _BEFORE_CHRIST.match(right) or _COUNTS.match(right) or re.match(r"[/-]\d", right):
        return False
    if before_it := _ROW.search(left):  # as the first of the row: « BWV 1007 à 1012 » are none
        return _is_year(left[: before_it.start()], "", row=row)
    if _NUMBERED.search(left) or re.search(r"[\d.,/-]\d* ?$|°$", left):
        return False
    opens = _OPENS.search(left) and re.match(r" (?:a|est|sera|fut|etait)\b", right)
    return bool(_LED.search(left) or row or opens)


@rule(
    rf"(?P<year>{YEAR})(?!\d|[.,]\d| \d{{3}}\b)(?:(?P<sep> ?[-/] ?)(?P<until>{YEAR}|\d\d)(?!\d))?"
)
def years(match: re.Match[str], text: str) -> Iterator[Found]:
    """« 2017 », « 2014-2018 », and no numbers (« 2 000 soldats », « la résolution 2254 »)."""
    left, right = before(match, 40), match.string[match.end() : match.end() + 25]
    if not _is_year(left, right, row=len(match["until"] or "") == 4):
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
    rf"(?P<nth>{any_of(ORDINAL)}|[1-4]er?){S}(?P<unit>trimestre|semestre)(?:{S}(?:de{S}(?:l'annee{S})?)?(?P<year>{YEAR}))?(?!{S}d)"
)
def quarters(match: re.Match[str], text: str) -> Iterator[Found]:
    """« au troisième trimestre 2016 », « au premier semestre »: an interval of months."""
    nth = ORDINAL.get(match["nth"]) or int(match["nth"][0])
    length = 3 if match["unit"] == "trimestre" else 6
    if nth * length > 12:
        return
    told = year_told(match)
    first, last = dated(told, month=(nth - 1) * length + 1), dated(told, month=nth * length)
    if first and last:
        when = msgspec.structs.replace(first, until=last)
        yield Found(match.start(), match.end(), when)


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
        if _BEFORE_CHRIST.match(match.string[match.end() : match.end() + 25]):
            return
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
    if re.match(rf"{S}{any_of(OTHER_CALENDARS)}(?!\w)", match.string[match.end("name") :]):
        return  # « le Nouvel an lunaire »
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


RULES: list[Rule] = [years, quarters, seasons, long_ago, holidays]
