"""What a page says beside a report: to its readers, of itself, of other reports, and twice."""

from __future__ import annotations

import re
from itertools import pairwise

from detente.press.byline import metadata
from detente.press.calendar import day_pattern
from detente.press.page import Page
from detente.press.patterns import load
from detente.press.words import PERSON, content, fold, is_prose

_SENTENCE = (".", "!", "?", "…", "»", "”", '"', ")", ":", ";")
_ITEM = re.compile(r"[-–—•*] |\d{1,2}[.)°] ")
_WITH_TAIL = re.compile(r"(?<=[.!?…»”\"])[^.!?…»”\"]*$")
"""What hangs on the last stop of a line."""
_CUT_SHORT = 110
"""Characters from which a last line without a stop is a paragraph whose end was lost."""
_LABEL = 5
"""Words of a label, or of what stands for a picture."""
_HEAD = 12
"""Lines between headline and first paragraph, at most."""
_OPENING = 2000
"""Characters of a report that its labels would share words with."""
_CUT = ("...", "…", "[…]", "[...]", "(...)", "(…)")
"""How the beginning of another report ends, which a page shows to be clicked on."""
_LONGEST = 700
"""Characters of a paragraph by which a site speaks of itself or to its readers."""


def drop_links(page: Page) -> None:
    """Drops headlines of other reports in a list: a dash alone on its line before each of them."""
    full = page.full()
    links = [
        (number, following)
        for number, following in pairwise(full)
        if re.fullmatch(r"[-–—•*]", page.lines[number])
        and not page.lines[following].endswith((".", "…", ".»", ". »"))
    ]
    if len(links) > 1:
        for number, following in links:
            page.lines[number] = page.lines[following] = ""


def trim(page: Page) -> None:
    """Drops what speaks to readers or of the site wherever it stands, what is said twice running,
    and what follows the last sentence; credits and days below it are left for who reads them."""
    _drop_twice(page)
    for number in page.full():
        line = load().tails.sub("", page.lines[number])
        page.lines[number] = "" if _is_of_site(line) else line
    _drop_teasers(page)
    full = page.full()
    if not any(is_prose(page.lines[n]) for n in full):
        return
    for number in reversed(full):
        line = page.lines[number]
        if line.endswith(_SENTENCE) or _ITEM.match(line) or len(line) >= _CUT_SHORT:
            return
        if _tells(line):
            return
        if not _signs(line):
            page.lines[number] = ""


def _drop_teasers(page: Page) -> None:
    """Drops the beginnings of other reports at the end, two or more that are cut short, each with its
    headline or without."""
    run: list[int] = []
    for number in reversed(page.full()):
        line = page.lines[number]
        headline = run and not line.endswith(_SENTENCE) and len(line) < _CUT_SHORT
        if not line.endswith(_CUT) and not headline:
            break
        run.append(number)
    while run and not page.lines[run[-1]].endswith(_CUT) and _signs(page.lines[run[-1]]):
        run.pop()
    above = [n for n in page.full() if n not in run]
    cut = sum(page.lines[number].endswith(_CUT) for number in run)
    if cut > 1 and any(is_prose(page.lines[n]) for n in above):
        for number in run:
            page.lines[number] = ""


def _tells(line: str) -> bool:
    """Whether a line is a paragraph, be it with something that hangs on its last stop."""
    return is_prose(_WITH_TAIL.sub("", line))


def strip_head(page: Page) -> None:
    """Drops the labels between headline and first paragraph: a few words without a stop, none of
    which the report says."""
    full = page.full()
    first = next((p for p, n in enumerate(full) if _tells(page.lines[n])), 0)
    if not page.title or first > _HEAD:
        return
    told = content(" ".join(page.lines[n] for n in full[first:])[:_OPENING])
    dated = {stamp.line for stamp in page.stamps}
    for number in full[:first]:
        line = page.lines[number]
        label = len(line.split()) <= _LABEL and not line.endswith(_SENTENCE)
        if label and number not in dated and not _signs(line) and not content(line) & told:
            page.lines[number] = ""


def _signs(line: str) -> bool:
    """Whether a line may tell who wrote, for whom or when."""
    return (
        metadata(line) is not None
        or re.fullmatch(rf"{PERSON}(?:\s*[,(].{{0,60}})?|\S+/\S+", line) is not None
        or re.search(rf"\b(?:{load().agency})\b", line) is not None
    )


def _is_of_site(line: str) -> bool:
    """Whether a line is an imprint, or asks something of its readers; not in a quotation."""
    if len(line) > _LONGEST or re.search(r"[«»“”\"]", line) or day_pattern().search(line):
        return False
    known = load()
    if known.imprint.fullmatch(line):
        return metadata(line) is None
    if known.of_site.search(line):
        return True
    return len(line) < 250 and bool(
        known.to_readers.match(line) and re.match(known.not_told, line, re.IGNORECASE)
    )


def _drop_twice(page: Page) -> None:
    """A label that a page says twice running, or twice in one line, goes; a longer line may be a
    headline, and is kept once. A paragraph goes that stands further up."""
    before, last, first = "", -1, next(iter(page.full()), -1)
    told: set[str] = set()
    for number in page.full():
        line, key = page.lines[number], fold(page.lines[number])
        if len(line) >= _CUT_SHORT and key in told:
            page.lines[number] = ""
            continue
        told.add(key)
        if re.fullmatch(r"(.{6,200}?) ?\1", line) and not _tells(line):
            page.lines[number] = ""
        elif key and key == before and not _tells(line) and metadata(line) is None:
            page.lines[number] = ""
            if last != first and len(line.split()) <= _LABEL:
                page.lines[last] = ""
        before, last = key, number
