"""What a desk signs a report with at its end."""

from __future__ import annotations

import re
from functools import cache

from detente.press.byline import metadata
from detente.press.calendar import day_of, day_pattern
from detente.press.page import Page, Stamp
from detente.press.patterns import load
from detente.press.words import PERSON, is_prose

_BRACKET = re.compile(r"\s*\(((?:[^()]|\([^()]*\)){2,500})\)\s*\.?$")
_INITIALS = re.compile(
    r"(?:^|(?<=[.!?…»”\")])\s*|(?<=[.!?…»”\")]\s))"
    r"((?:bur[-/])?[a-z]{2,5}(?:[-/][a-z]{2,5})*/[a-z]{2,5}(?:[-/][a-z]{2,5})*)\s*\.?$"
)
"""Initials of those who wrote, edited and filed: `bur-abc/def`, after a stop or on their own."""
_GLUED_INITIALS = re.compile(r"(?<=[a-zà-ÿ])(bur[-/][a-z]{2,5}(?:[-/][a-z]{2,5})*)$")
_DESKS = re.compile(r"(?:bur[-/])?[a-z]{2,8}(?:[-/][a-z]{2,8})+")
"""Initials and agencies in a bracket: “(sda/ats/dpa/afp)”."""
_SHORT = 120
"""Characters of a signature without brackets."""
_STOPS = (".", "!", "?", "…", "»", "”", '"')


@cache
def _other() -> re.Pattern[str]:
    """“(avec X)”, an agency that we may not know."""
    name = r"[A-ZÀ-Þ][\w'’.-]+"
    return re.compile(rf"(?i:{load().with_agency})({name}(?: {name})?)")


@cache
def _glued() -> re.Pattern[str]:
    known, agency = load(), load().agency
    many = rf"(?:{agency})(?:\s?[/,]\s?(?:{agency}))*"
    return re.compile(
        rf"(?:^|(?<=[.!?…»”\")]))\s*(?P<signed>-\s?{many}|(?:{agency})(?:\s?[/,]\s?(?:{agency}))+"
        rf"|(?:[A-ZÀ-Þ][\w.’'-]{{0,20}}(?: [A-ZÀ-Þ][\w.’'-]{{0,20}})?\s)?(?i:{known.with_agency})(?i:{many})"
        rf"|[A-Z]{{2,5}}/(?:[A-Z]\.){{2,3}}|/\s?(?:SERVICE|{agency})|{known.agencies_at_large})\s*\.?$"
    )


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{load().signature})", re.I)


@cache
def _dated() -> re.Pattern[str]:
    agency = load().agency
    return re.compile(
        rf"\s*\(?\s*(?:©|\(c\))\s*(?P<agency>{agency})\s*[/,|-]\s*(?P<day>[^()/|]{{6,40}})\)?\.?$"
    )


@cache
def _copyright() -> re.Pattern[str]:
    agency = load().agency
    return re.compile(rf"\s*(?:©|\(c\))\s*(?:\d{{4}}\s*)?(?P<agency>{agency})\b[^.!?»]{{0,80}}\.?$")


def take(page: Page) -> None:
    """Moves signatures at the end of the text, and initials alone on a line before a part that was
    added, to the page's authors and credits."""
    for _ in range(8):  # a report carries a few at most
        signed = [n for n in page.full() if not _tells_day(page.lines[n])]
        if not signed or not _take_one(page, signed[-1], page.credits):
            break
    for number in page.full()[1:]:
        if (cut := _initials(page.lines[number], page.credits)) and not cut[0]:
            page.sign(cut[1])
            page.lines[number] = ""


def _tells_day(line: str) -> bool:
    told = metadata(line)
    return told is not None and bool(told.days)


def _take_one(page: Page, number: int, agencies: list[str]) -> bool:
    line = page.lines[number]
    if not is_prose(line) and (told := metadata(line)) and not told.days:
        if len(page.full()) == 1:
            return False
        page.sign(line)
        agencies.extend(told.credits)
        if len(set(told.outlets)) == 1:
            page.outlet = page.outlet or told.outlets[0]
        page.lines[number] = ""
        return True
    if _dated_copyright(page, number):
        return True
    bare = len(line) < _SHORT and not line.endswith(_STOPS)
    if bare and _words().search(line) and re.search(PERSON, line):
        page.sign(line)
        page.lines[number] = ""
        return True
    for read in (_bracket, _copyright_line, _joined, _initials):
        if cut := read(line, agencies):
            kept, signed = cut
            page.sign(signed)
            page.lines[number] = kept.rstrip()
            return True
    return False


def _dated_copyright(page: Page, number: int) -> bool:
    """“(©AFP / 12 octobre 2020 09h14)”: it tells the day as well."""
    found = _dated().search(page.lines[number])
    day = day_pattern().search(found["day"]) if found else None
    told = day_of(day) if day else None
    if not found or not day or not told:
        return False
    page.credits.append(load().agencies[found["agency"]])
    page.lines[number] = page.lines[number][: found.start()].rstrip()
    if not page.stamp:
        page.stamp = day.group().strip()
        page.stamps.append(Stamp(line=-1, start=0, end=len(page.stamp), date=told, rank=2))
    return True


def _bracket(line: str, agencies: list[str]) -> tuple[str, str] | None:
    """“(Reportage X à Y, version française Z)”, “(Avec AFP, Reuters)”, “(AFP)”."""
    found = _BRACKET.search(line, max(0, len(line) - 600))
    if not found:
        return None
    inside, before = found[1], line[: found.start()]
    told = metadata(inside)
    if _DESKS.fullmatch(inside):
        known = {form.casefold(): name for form, name in load().agencies.items()}
        agencies.extend(known[w] for w in re.split(r"[-/]", inside) if w in known)
    elif told and not told.days:
        if told.outlets and before and not before.endswith(_STOPS):
            return None  # “selon l’agence (TASS)” is the report's own sentence
        agencies.extend(told.outlets + told.credits)
    elif other := _other().fullmatch(inside):
        agencies.append(other[1])
    elif (word := _words().search(inside)) and (
        word.start() == 0 or re.search(PERSON, inside) or _named(inside)
    ):
        agencies.extend(_named(inside))
    else:
        return None
    return before, inside


def _named(words: str) -> list[str]:
    """The agencies that some words name."""
    known = load().agencies
    return list(
        dict.fromkeys(n for form, n in known.items() if re.search(rf"\b{re.escape(form)}\b", words))
    )


def _copyright_line(line: str, agencies: list[str]) -> tuple[str, str] | None:
    found = _copyright().search(line)
    if not found:
        return None
    agencies.append(load().agencies[found["agency"]])
    return line[: found.start()], found.group().strip(" .©")


def _joined(line: str, agencies: list[str]) -> tuple[str, str] | None:
    """“AFP/VNA/CVN”, “-VNA”, “T.M. avec AFP”, behind the last stop or alone."""
    found = _glued().search(line, max(0, len(line) - 80))
    if not found:
        return None
    known = {form.casefold(): name for form, name in load().agencies.items()}
    words = re.split(r"[/,'’]|\s", found["signed"].strip("- ."))
    agencies.extend(dict.fromkeys(known[w.casefold()] for w in words if w.casefold() in known))
    return line[: found.start("signed")], found["signed"]


def _initials(line: str, agencies: list[str]) -> tuple[str, str] | None:
    found = _INITIALS.search(line) or _GLUED_INITIALS.search(line)
    if not found:
        return None
    first = found[1].partition("/")[0]
    agencies.extend(name for form, name in load().agencies.items() if form.casefold() == first)
    return line[: found.start(1)], found[1]
