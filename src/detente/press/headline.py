"""The headline: which line it is, and what hangs on it that is none of it."""

from __future__ import annotations

import re
from functools import cache

from detente.press.byline import metadata
from detente.press.calendar import day_of, day_pattern
from detente.press.dateline import opens
from detente.press.furniture import only_labels
from detente.press.page import Page, Stamp
from detente.press.patterns import load
from detente.press.words import PERSON, content, fold, is_prose

_HEAD = 8
"""Full lines at the top of a page among which its headline stands."""


_SLOGAN = 8
"""Words of what a site says of itself, at most."""
_OPENING = 2000
"""Characters of a report that hold the words of its headline."""
_LONGEST_HEADLINE = 240
_LONGEST = 400
"""Characters of a headline, and of one with all that is glued to it."""


@cache
def _credit() -> re.Pattern[str]:
    known = load()
    return re.compile(
        rf"^(?P<title>.{{12,}}?)[\s\u00a0|,–—-]+(?P<credit>(?i:{known.credits}))\s*"
        rf"(?:(?P<agency>{known.agency})\b|(?P<other>[A-ZÀ-Þ][\w'’ .-]{{1,30}}?)(?=\s+\d))\s*(?P<rest>.*)$"
    )


@cache
def _sent() -> re.Pattern[str]:
    """“Harare, de notre correspondante”: from where a report was sent, above its headline or text."""
    return re.compile(
        rf"[A-ZÀ-Þ][\w'’ -]{{1,40}}?\s*[,(]?\s*(?i:{load().sent_by})(?:\s+{PERSON})?\)?\.?"
    )


def take(page: Page) -> None:
    """Takes the headline out of the lines (it comes back as the text's first paragraph), with
    all its repetitions and the rubrics around it."""
    if page.untitled and not page.title:
        _find(page)
    if not page.title:
        return
    key = fold(page.title)
    for number in page.full()[:_HEAD]:
        line = page.lines[number]
        if fold(line).startswith(key) and fold(line) != key:
            bare, stamp, agency = loosen(line)
            if fold(bare) == key:
                _keep(page, stamp, agency)
                page.lines[number] = ""
    for number in page.full():
        line = page.lines[number]
        if fold(line) == key and not (page.untitled and is_prose(line)):
            page.lines[number] = ""
    for number in page.full()[:2]:
        if fold(page.lines[number]) in load().rubrics:
            page.lines[number] = ""


def _unglue(line: str) -> str:
    """“MONDELes deux pays se parlent”, “PARTAGER Les deux pays”: a line without the rubric or label
    before its first word."""
    found = re.match(r"([A-ZÀ-Þ' -]{4,}?) ?(?=[A-ZÀ-Þ][a-zà-ÿ'’])", line)
    known = load()
    return line[found.end() :] if found and fold(found[1]) in known.rubrics | known.labels else line


def _find(page: Page) -> None:
    full = page.full()
    for number in full[:_HEAD]:
        page.lines[number] = _unglue(page.lines[number])
    for place, number in enumerate(full[:_HEAD]):
        line = page.lines[number]
        known = load()
        if fold(line) in known.rubrics or only_labels(line, known.labels | known.rubrics):
            page.lines[number] = ""
            continue
        if metadata(line) or _sent().fullmatch(line):
            continue
        line, site = without_site(line)
        bare, stamp, agency = loosen(line)
        agency = agency or site
        below = [page.lines[n] for n in full[place + 1 :]]
        if _is_strange(bare, below):
            page.lines[number] = ""
            _keep(page, stamp, agency)
            continue
        headed = (
            looks_like_headline(bare) or _headline_with_stop(bare, below) or _stamped(bare, below)
        )
        if headed and not opens(bare) and (any(map(is_prose, below)) or agency):
            page.title, page.lines[number] = bare, ""
            _keep(page, stamp, agency)
        return


def _is_strange(line: str, below: list[str]) -> bool:
    """A line of a page's head that shares no word with the report, where a line further down, above
    the first paragraph, does: « Toute l'actualité du jour » over the headline."""
    first = next((place for place, other in enumerate(below) if is_prose(other)), len(below))
    if not 0 < first <= _HEAD or len(line.split()) > _SLOGAN or day_pattern().search(line):
        return False
    told = content(" ".join(below[first:])[:_OPENING])
    if content(line) & told:
        return False
    return any(content(other) & told for other in below[:first])


def _keep(page: Page, stamp: tuple[str, str] | None, agency: str | None) -> None:
    if stamp and not page.stamp:
        page.stamp = stamp[0]
        page.stamps.append(Stamp(line=-1, start=0, end=len(stamp[0]), date=stamp[1], rank=0))
    page.outlet = page.outlet or agency


def looks_like_headline(line: str) -> bool:
    """Short, begins like a sentence and does not end like one."""
    words = line.split()
    return (
        2 <= len(words) <= 40
        and len(line) <= _LONGEST_HEADLINE
        and not line[0].islower()
        and not line.startswith(("- ", "– ", "— ", "• ", "* ", "("))
        and not line.endswith((".", ",", ";", ":", " –", " -"))
        and not is_prose(re.split(r"(?<=[a-zà-ÿ]{3}\.)", line)[0])  # a sentence and its signature
    )


def _headline_with_stop(line: str, below: list[str]) -> bool:
    """A headline that ends in a full stop all the same: one short sentence over a longer one."""
    return (
        line.endswith(".")
        and len(line) <= 110
        and looks_like_headline(line[:-1])
        and not re.search(r"[.!?…] |[«»“”\"]", line)
        and bool(below)
        and is_prose(below[0])
        and len(below[0]) >= 1.5 * len(line)
    )


def _stamped(line: str, below: list[str]) -> bool:
    """A headline of several sentences, right over the line that says when it was published."""
    told = metadata(below[0]) if below and len(line) <= _LONGEST_HEADLINE else None
    return told is not None and any(rank in (0, 3) for *_, rank in told.days)


def loosen(line: str) -> tuple[str, tuple[str, str] | None, str | None]:
    """A headline without the credit and the time glued to its end: the headline, the words of the
    day with the day, and the agency.

    A day in a headline's own words is left there: only a credit, a lead-in (“publié le”) or a time
    of day makes it a stamp."""
    if len(line) > _LONGEST:
        return line, None, None
    if found := _credit().match(line):
        rest = found["rest"].strip(" ,|-–—()")
        told = metadata(rest) if rest else None
        if found["other"] and " " not in found["credit"]:
            return line, None, None
        if (told and told.days) or (not rest and " " in found["credit"]):
            agency = load().agencies.get(found["agency"], found["other"])
            return found["title"].strip(), _stamp(rest) if rest else None, agency
    for day in day_pattern().finditer(line):
        told = metadata(line[day.start() :].strip())
        title = line[: day.start()].rstrip(" ,|-–—(")
        lead = re.search(
            rf"\W+(?:{load().published})\s*:?\s*(?:{load().before_day})?$", title, re.I
        )
        if told and (lead or re.search(r"\d\s?[:hH]", day.group())):
            title = title[: lead.start()] if lead else title
            if len(title) >= 12:
                return title.rstrip(" ,|-–—("), _stamp(day.group()), None
    return line, None, None


def _stamp(words: str) -> tuple[str, str] | None:
    found = day_pattern().search(words)
    day = day_of(found) if found else None
    return (found.group().strip(), day) if found and day else None


def without_site(title: str, *names: str | None) -> tuple[str, str | None]:
    """A page's title without the name of its site at the end (“… | Le Monde”), and that name."""
    site = None
    known = {fold(n) for n in (*load().outlets.values(), *load().agencies, *names) if n}
    known |= {fold(n).replace(" ", "") for n in names if n}
    while found := re.match(r"(.{3,})\s+[|–—•·-]\s+([^|–—•·]{2,40})$", title):
        if fold(found[2]) not in known and fold(found[2]) not in load().rubrics:
            break
        title = found[1].strip()
        site = site or found[2].strip()
    return title, site
