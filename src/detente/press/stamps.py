"""Bylines, and the lines that tell on which day a report came out."""

from __future__ import annotations

import re
from functools import cache

from detente.press.byline import metadata
from detente.press.calendar import day_of, day_pattern
from detente.press.page import Page, Stamp
from detente.press.patterns import load
from detente.press.words import NAME, PERSON, fold, is_prose

_HEAD, _FOOT = 8, 4
"""Full lines above the first paragraph, and below the last, where metadata may stand."""
_HEADLINE = 4
"""Words that a headline has at least; fewer are a rubric."""
_FEW = 2
"""Days on which one report is published and changed."""
_TOP = 10
"""Full lines at the top of a page among which a day alone on its line is the page's own."""


@cache
def _glued() -> re.Pattern[str]:
    """“Publié le 27/02/2025 à 16h25” at the beginning of a longer line."""
    known = load()
    return re.compile(
        rf"(?:{known.published}|{known.updated})\s*:?\s*(?:(?:{known.before_day})\s+)?(?=\d|[a-z]+\s+\d)",
        re.I,
    )


def take(page: Page) -> None:
    """Takes bylines and credits out of the lines, and notes each line that states the day."""
    _split_glued(page)
    _split_ending(page)
    head, foot = _margins(page)
    foot += _said(page, {*head, *foot})
    days = [
        number
        for number in page.full()
        if re.search(r"\d", page.lines[number])
        and (told := metadata(page.lines[number]))
        and told.days
    ]
    bare = [n for n in days if not re.search(r"[^\W\d_]{3,}.*\d.*[:h]", page.lines[n])]
    chronology = len(days) > 4 and len(bare) > 2 and any(n not in head + foot for n in days)
    for number in head + foot:
        line = page.lines[number]
        told = metadata(line)
        if told is None or (chronology and number in bare):
            continue
        for author in told.authors:
            page.sign(author)
        if page.outlet is None and len(set(told.outlets)) == 1:
            page.outlet = told.outlets[0]
        page.credits += told.credits
        if told.days:
            page.stamps += [
                Stamp(number, start, end, day, rank) for start, end, day, rank in told.days
            ]
        else:
            page.lines[number] = ""
    _lone_name(page, [*head[:4], *foot[-1:]])


def _margins(page: Page) -> tuple[list[int], list[int]]:
    full = page.full()
    prose = [place for place, n in enumerate(full) if _is_paragraph(page.lines[n])]
    if not prose:
        return full[:3], []
    return full[: prose[0]][:_HEAD], full[prose[-1] + 1 :][-_FOOT:]


def _said(page: Page, margins: set[int]) -> list[int]:
    """Lines between paragraphs that say themselves when the report was published or changed, and
    those under a standfirst that hold nothing but the day. Where they give many days they are of
    other reports."""
    full = page.full()
    told = {
        number: line.days[0]
        for number in full
        if number not in margins and re.search(r"\d{4}", page.lines[number])
        if (line := metadata(page.lines[number])) and line.days
    }
    said = [n for n, day in told.items() if day[3] in (0, 3)]
    if not said and not any(_has_day(page.lines[n]) for n in margins):
        said = [n for n in told if n in full[:_TOP]]
    return said if len({told[n][2] for n in said}) <= _FEW else []


def _has_day(line: str) -> bool:
    told = metadata(line)
    return told is not None and bool(told.days)


def _is_paragraph(line: str) -> bool:
    return is_prose(line) and metadata(line) is None


def _split_glued(page: Page) -> None:
    """Puts a day that stands before a paragraph's first word on a line of its own."""
    for number in page.full()[:_HEAD]:
        line = page.lines[number]
        if metadata(line) or not (lead := _glued().match(line)):
            continue
        day = day_pattern().match(line, lead.end())
        if day and day_of(day):
            page.lines[number : number + 1] = [
                day.string[: day.end()],
                line[day.end() :].lstrip(" .:|-–—"),
            ]
        return


def _split_ending(page: Page) -> None:
    """Puts a day that hangs on the end of a line without a stop or behind dots, as “RubriqueMis à jour
    1.2.2024” or “Titre Agence • 1/2/2024 à 8:00”, on a line of its own."""
    known = load()
    lead = rf"(?:{known.published}|{known.updated})\s*:?\s*(?:(?:{known.before_day})\s*)?|(?:{known.agency})\s*[•|]\s*"
    ends = re.compile(rf"^(?P<before>.{{2,300}}?)\s*(?P<lead>(?i:{lead}))(?=\d)")
    for number in page.full():
        line = page.lines[number]
        if len(line) > 400 or not re.search(r"\d{4}", line) or metadata(line):
            continue
        if at := _behind_dots(line):
            page.lines[number : number + 1] = [line[:at].rstrip(), line[at:]]
            return
        found = ends.match(line)
        day = day_pattern().match(line, found.end()) if found else None
        if found and day and day_of(day) and not line[day.end() :].strip(" .|-–—"):
            before = found["before"].strip(" |•-–—")
            short = len(before.split()) < _HEADLINE
            words = line[found.start("lead") : day.end()]
            page.lines[number : number + 1] = [words] if short else [before, words]
            return


def _behind_dots(line: str) -> int:
    """Where a day stands behind a standfirst that is cut short, as “Le président a dit... 25.10.2021,
    Agence”; 0 where none does."""
    for day in day_pattern().finditer(line):
        cut = line[: day.start()].rstrip().endswith(("...", "…"))
        if cut and (told := metadata(line[day.start() :])) and told.days:
            return day.start()
    return 0


def _lone_name(page: Page, numbers: list[int]) -> None:
    """A person's name alone right under the headline or at the very end, whom the text does not
    speak of."""
    for number in numbers if page.title else ():
        found = _signed_name().fullmatch(page.lines[number])
        if not found or len(page.lines[number]) > 80:
            continue
        words = fold(found["who"]).split()
        others = fold(" ".join(x for n, x in enumerate(page.lines) if n != number)).split()
        if not {words[0], words[-1]}.intersection(others):
            page.sign(page.lines[number])
            page.lines[number] = ""


@cache
def _signed_name() -> re.Pattern[str]:
    """“Jean Dupont”, “Dupont, Jean”, “Jean Dupont, à Genève”, “Jean Dupont (correspondant)”."""
    return re.compile(
        rf"(?P<who>{PERSON}(?:(?: et | and |, ){PERSON})?|{NAME}, {NAME})"
        rf"(?:\s*[,(]\s*(?:(?i:{load().posts})\b[^.]*|(?:à|au|en|aux|in)\s+[A-ZÀ-Þ][\w' -]+)\)?)?"
    )


def choose(page: Page, *, wanted: bool) -> Stamp | None:
    """The stamp that tells best when the report came out, if one is `wanted`; the lines of all
    others, which hold nothing else, are dropped."""
    best = min(page.stamps, key=lambda s: (s.rank, s.line), default=None) if wanted else None
    for stamp in page.stamps:
        if stamp.alone and stamp.line >= 0 and (best is None or stamp.line != best.line):
            page.lines[stamp.line] = ""
    if best is None or best.line >= 0:
        page.stamp = ""
    if best is not None and best.alone and best.line >= 0:  # the words that tell the day suffice
        page.lines[best.line] = page.lines[best.line][best.start : best.end]
        best.start, best.end = 0, best.end - best.start
    return best
