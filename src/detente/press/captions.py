"""Captions of pictures: left out of the text, and what they tell of the day of the report."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from detente.press.byline import metadata
from detente.press.calendar import day_of, day_pattern
from detente.press.page import Page, Stamp
from detente.press.patterns import load
from detente.press.words import is_prose

_HEAD = 9
"""Paragraphs at the top among which captions without a credit stand."""
_RUBRIC = 3
"""Words that a rubric above a headline has at most."""
_LONGEST = 450
"""Characters of a caption."""
_LEAD = 500
"""Characters of the opening that may name the weekday of its news."""
_QUOTES = re.compile(r"[«»“”\"]")
_DESKS = r"(?!(?-i:[a-z]{2,8}(?:[-/][a-z]{2,8})+)\s*[)\]])"
"""“(sda/ats/afp)” signs a report, not a picture."""


@cache
def _credited() -> re.Pattern[str]:
    """A line that ends or begins in the credit of a picture, or that says it is one."""
    known = load()
    desk = rf"(?:{known.pictures})"
    name = r"(?-i:[A-ZÀ-Þ][\w'’.-]*)"
    names = rf"{name}(?: {name}){{1,4}}"
    several = rf"{desk}(?: ?/ ?{desk})*"
    archive = r"(?: ?/ ?archives?| ?[(\[]archives?[)\]])?"
    inside = (
        rf"(?:{desk}(?: photo)? ?/ ?[^()\[\]]{{3,50}}|[^()\[\]]{{3,50}} ?/ ?{several}{archive})"
    )
    credit = rf"(?:{several} ?[/–—-] ?{names}|{names} ?/ ?{several}|{desk} via {desk}|via {desk})"
    forms = (
        r".{5,400}[.\s]©\s?[^©]{2,50}",
        rf"[^«»\"“”]{{5,400}}/ ?(?:{known.captions})",
        rf".{{5,400}}[(\[]\s*{_DESKS}{inside}\s*[)\]]\.?(?-i: [A-Z][A-Z ]{{3,60}})?",
        rf"[^«»\"“”]{{5,400}} / ?{names} ?/ ?{desk}",
        rf"[^«»\"“”]{{5,400}}[.»] ?(?:{credit}|getty images){archive}\.?",
        rf"(?:{desk} ?/ ?{names}|via {desk}){archive} [-–—:] ?.{{5,300}}",
        rf"{known.not_told}[^«»\"“”]{{5,400}}[.,]? (?:{credit}|getty images){archive}\.?",
        rf"{known.not_told}[^«»\"“”]{{5,400}} [/—–] ?(?:{names} )?{desk}{archive}",
    )
    return re.compile("(?:" + "|".join(forms) + r")\s*", re.IGNORECASE)


@cache
def _posed() -> re.Pattern[str]:
    """Words that tell where somebody stands in a picture: “(à droite)”, “(2e à g.)”."""
    return re.compile(rf"[(\[]{load().stands}\.?[)\]]", re.IGNORECASE)


@cache
def _agency_end() -> re.Pattern[str]:
    return re.compile(rf"(?<=[.»]) ?(?:{load().pictures})(?: ?/ ?archives?)?\.?$", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(load().not_told, re.IGNORECASE)


def take(page: Page) -> None:
    """Drops captions, and keeps the days on which their pictures were taken."""
    full = page.full()
    headed = bool(page.title)
    for place, number in enumerate(full):
        line = page.lines[number]
        if len(line) > _LONGEST or metadata(line):
            continue
        below = page.lines[number + 1] if headed and number + 1 < len(page.lines) else ""
        credited = _credited().fullmatch(line) and not (_QUOTES.search(line) and is_prose(line))
        signed = number != full[-1] and _ends_in_agency(line)
        if credited or (place < _HEAD and (signed or (headed and _is_bare(line, below)))):
            _drop(page, number)
        headed = headed or len(line.split()) > _RUBRIC


def _is_bare(line: str, below: str) -> bool:
    """A caption by what it shows (“X (à droite) et Y, le 3 mai 2024.”), or by the credit of the
    picture on the line right below it."""
    line = _agency_end().sub("", line)
    if _QUOTES.search(line) or line.endswith(("?", ":")):
        return False
    if _posed().search(line) or re.fullmatch(r"[A-ZÀ-Þ][^.|]{8,80}, [^.|]{4,80} \|", line):
        return True
    if not _told().match(line):
        return False
    if below and load().credited.fullmatch(below):
        return True
    days = list(day_pattern().finditer(line)) if "," in line and len(line.split()) > 6 else []
    return bool(days) and days[-1].end() >= len(line.rstrip(" .")) and not line[:1].islower()


def _ends_in_agency(line: str) -> bool:
    """“X à son arrivée à Vienne. AFP”, which tells nothing as having happened."""
    return _agency_end().search(line) is not None and _told().match(line) is not None


def _drop(page: Page, number: int) -> None:
    line = page.lines[number]
    days = [found for found in day_pattern().finditer(line) if day_of(found)]
    if days and not re.search(r"archive|illustration", line, re.IGNORECASE):
        page.pictured.append(days[-1])
    page.lines[number] = ""


def date_by(page: Page) -> None:
    """Where no line states the day: that of the picture, or of a post that it quotes, where the opening
    tells its news as of that weekday. It came out then or a day after; on « ce lundi » it came out that day."""
    if page.stamps or page.stamp or not page.pictured:
        return
    opening = " ".join(page.lines[n] for n in page.full())[:_LEAD]
    named = re.search(
        rf"(?P<this>\b(?:{load().this}) )?\b(?P<day>{load().weekdays})\b", opening, re.I
    )
    if named is None:
        return
    for found in page.pictured:
        day = date.fromisoformat(day_of(found) or "")
        if load().weekday_numbers[named["day"].casefold()] != day.weekday():
            continue
        if any(int(year) > day.year for year in re.findall(r"\b20\d\d\b", "\n".join(page.lines))):
            continue
        page.stamp = re.sub(
            rf"^(?:{load().before_day})\s+", "", found.group().strip(" ,"), flags=re.I
        )
        value = day.isoformat()
        if not named["this"]:
            value = f"{value}/{date.fromordinal(day.toordinal() + 1).isoformat()}"
        because = f"its picture, or a post that it quotes, is of that day, a « {named['day']} », on which its news was"
        page.stamps.append(Stamp(-1, 0, len(page.stamp), value, rank=4, because=because))
        return
