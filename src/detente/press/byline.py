"""Lines that say who wrote, for whom and when, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from detente.press.calendar import day_of, day_pattern
from detente.press.patterns import load
from detente.press.words import NAME, PERSON, fold

_WORDS = re.compile(r"\b[a-zà-ÿ]{3,}")
_SITE = re.compile(r"[a-z]+\d*[A-Z]\w*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")
"""A site in one word, by its capitals or its domain: “i24NEWS”, “eNCA”, “exemple.fr”."""
_TIME = re.compile(r"\d{1,2}[:hH]\d{2}")
_MOST_WORDS = 16
"""Words in small letters that a line of metadata has at most; a sentence has more, or is short."""


@dataclass(slots=True)
class Line:
    """What a line of metadata says. `credits` are agencies named after “avec”, “source”; `days`
    are (start, end, ISO day, rank as in `page.Stamp`)."""

    authors: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    days: list[tuple[int, int, str, int]] = field(default_factory=list)
    timed: bool = False
    """It tells at what time it was put out or changed (« Publié à 18h42 | Mis à jour à 19h »)."""


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    known = load()
    names = rf"{PERSON}(?:\s*(?:,|et|and|&)\s*{PERSON})*"
    outlets = "|".join(sorted(map(re.escape, {*known.outlets.values()}), key=len, reverse=True))
    lead = rf"(?:{known.published}|{known.updated})"
    return {
        "lead": re.compile(
            rf"(?:(?P<published>{known.published}|(?:{known.published_in})\s+[^\d|]{{2,40}}?)"
            rf"|(?P<updated>{known.updated}))\s*:?\s*(?:(?:{known.before_day})\s*)?$",
            re.I,
        ),
        "time": re.compile(rf"(?i:{lead})\s*:?\s*(?:à\s*)?\d{{1,2}}\s?[:h]\s?\d{{0,2}}"),
        "by": re.compile(
            rf"(?<!\w)(?i:{known.by})\s*:?\s+"
            rf"(?:(?:à|au|en|aux)\s+[A-ZÀ-Þ][\w'-]+\s*,\s+)?(?P<who>{names}"
            rf"(?:\s*,?\s*(?i:{known.posts})(?:\s+(?:à|au|en|aux|in|pour|du|de)\s+[\w' -]{{2,40}})?)?)"
            rf"(?:\s*,?\s+(?:à|au|en|aux|depuis|in)\s+[A-ZÀ-Þ][\w'-]+)?(?!\w)"
        ),
        "agency": re.compile(
            rf"(?P<with>(?<!\w)(?i:{known.with_})\s*:?\s*)?"
            rf"(?:(?<!\w)(?i:{known.by}|et|and|©|\(c\))\s*:?\s*)*(?:\d{{4}}\s+)?"
            rf"(?<!\w)(?P<agency>{known.agency}|{outlets})(?:\.[a-z]{{2,3}})?(?!\w)"
            rf"(?:\s\d{{4}}(?=\s*(?:[-–—|,]|$)))?"
        ),
        "count": re.compile(
            r"(?i:(?:temps de lecture|lecture)?\s*:?\s*\d+\s?(?:min|mn|minutes?|mots|words)\b\.?"
            r"(?: de lecture| read)?|\blu \d+ fois|\bp\.\s?\d+|\bno\.?\s?\d+|n°\s?\d+)"
        ),
        "post": re.compile(
            rf"(?i:(?:(?:{known.by})\s*:?\s+)?(?:{known.posts}))(?:\s+(?:à|au|en|aux|in|pour|de)\s+[\w' -]{{2,40}})?"
        ),
    }


@lru_cache(maxsize=256)  # several steps ask about the same lines
def metadata(line: str) -> Line | None:
    """What a line says beside the report (byline, outlet, day), None where it is more than that.

    >>> metadata("Par Jean Dupont avec AFP | Publié le 27/02/2025 à 16h25").authors
    ['Jean Dupont']
    """
    if not 2 <= len(line) <= 220 or len(_WORDS.findall(line)) > _MOST_WORDS:
        return None
    known, forms, found = load(), _forms(), Line()
    rest = line

    def mask(start: int, end: int) -> None:
        nonlocal rest
        rest = rest[:start] + "|" * (end - start) + rest[end:]

    for match in day_pattern().finditer(line):
        lead = forms["lead"].search(line[: match.start()])
        day = day_of(match)
        if day is None:
            continue
        rank = 2 if lead is None else 0 if lead["published"] else 3
        # of « mis à jour le » the day alone is kept: the words say nothing of the report itself
        start = match.start() if lead is None or rank == 3 else lead.start()
        found.days.append((start, match.end(), day, rank))
        mask(match.start() if lead is None else lead.start(), match.end())
    for match in forms["time"].finditer(rest):
        found.timed = True
        mask(*match.span())
    for match in forms["agency"].finditer(rest):
        name = known.agencies.get(match["agency"], match["agency"])
        credited = match["with"] or (found.credits and match["agency"] in known.agencies)
        (found.credits if credited else found.outlets).append(name)
        mask(*match.span())
    for match in forms["by"].finditer(rest):
        found.authors.append(match["who"])
        mask(*match.span())
    for match in forms["count"].finditer(rest):
        mask(*match.span())
    for part in re.split(r"[|•·;,()©]|\s[-–—/]\s|^[-–—]|[-–—]$", rest):
        piece = part.strip(" \u00a0.:-–—/")
        if not piece or fold(piece) in known.rubrics or fold(piece) in known.beside_days:
            continue
        if found.days and (piece.casefold() in known.weekday_numbers or _TIME.fullmatch(piece)):
            continue
        if forms["post"].fullmatch(piece) or (
            found.days and (re.fullmatch(NAME, piece) or _SITE.fullmatch(piece))
        ):
            continue
        if (found.days or found.outlets or found.credits) and re.fullmatch(PERSON, piece):
            found.authors.append(piece)
            continue
        return None
    told = found.days or found.outlets or found.credits or found.authors or found.timed
    return found if told else None
