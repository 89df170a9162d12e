"""Datelines: “ISTANBUL, 27 fév 2025 (AFP) –”, “Moscou, 12 février (Reuters) -”."""

from __future__ import annotations

import re
from functools import cache

from detente.language import pack
from detente.language.gazetteer import cities, fold
from detente.press.calendar import day_of, day_pattern
from detente.press.page import Page, Stamp
from detente.press.patterns import load
from detente.press.words import PERSON

_AGENCIES = ("agency", "slashed", "plain", "first", "wire", "behind")
_OTHERS = ("other", "other2", "other3", "other4", "other5")
"""Groups of the pattern: an agency that we know, or the name of another."""
_HEAD = 4
"""A dateline stands at the head of one of the first paragraphs."""


@cache
def _dateline() -> re.Pattern[str]:
    known = load()
    months = "|".join(sorted(map(re.escape, known.months), key=len, reverse=True))
    country = r"\(\s*[A-ZÀ-Þ][\w'’ -]{2,40}\s*\)"
    place = rf"[A-ZÀ-Þ][\w'’./ \u00a0-]{{1,60}}?(?:\s*{country})?"
    day = (
        rf"(?:,?\s*(?i:(?:{known.before_day})\s+)?(?i:(?:{known.weekdays})\s+)?"
        rf"(?:(?i:\d{{1,2}}(?:er)?\s+(?:{months})\.?|(?:{months})\.?\s+\d{{1,2}})(?:,?\s+\d{{4}})?"
        r"|\d{1,2}[/.]\d{1,2}[/.]\d{4}))"
    )
    beside = rf"(?:[A-Z][\w.-]{{1,20}} ?/ ?|(?:{known.agency}), ?)"  # “(Belga/AFP)”, “(AFP, AP)”
    agencies = rf"{beside}{{0,2}}(?P<agency>{known.agency})(?: ?/ ?[A-Z][\w.-]{{1,20}}){{0,2}}"
    agency = rf"(?:[(\[]\s*{agencies}\s*[)\]]|/\s*(?P<slashed>{known.agency})\s*/)"
    dash = r"\s*(?:[-–—]{1,3}|:|\.(?=\s))?\s*"
    other = r"\(\s*(?P<other>[A-ZÀ-Þ][\w'’.-]+(?: [\w'’.-]+){0,4})\s*\)"
    # a group has one name in one pattern only
    other2, other3, other4, other5 = (other.replace("other", f"other{n}") for n in (2, 3, 4, 5))
    capitals = r"[A-ZÀ-Þ][A-ZÀ-Þ'’./ -]{2,40}"
    city = r"[A-ZÀ-Þ][\w'’./ \u00a0-]{1,40}?"
    within = rf"{city}(?:\s*{country})?(?:,\s*[A-ZÀ-Þ][\w'’ -]{{2,40}}?)?"
    numbers = rf"(?:(?i:{known.weekdays})\s+)?\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}"
    desks = r"\(\s*[a-z]{2,8}(?:[-/][a-z]{2,8})+\s*\)"
    return re.compile(
        rf"(?:\(\s*(?P<first>{known.agency})\s*\)\s*{city},?(?:{day}|\s*{numbers})\.?(?:\s*[-–—]+)?\s+"
        rf"|(?:{place}(?:,\s*[A-ZÀ-Þ][\w'’ -]{{2,40}}?)?)?{day}?[,.-]?\s*{agency}(?:{day}\s*[-–—:.]{{1,3}}(?=\s))?{dash}"
        rf"|{city},?{day}\s*{other3}\s*\.?[-–—]{{1,3}}\s+"
        rf"|{city}\s*[-–—]{day}\s*[-–—]\s*{other4}\s+"
        rf"|(?P<wire>{known.agency})\s*/\s*{city}\s*/(?:\s*{numbers}\s*/?)?\s*"
        rf"|{city}\s*/\s*(?P<behind>{known.agency})\s*[-–—]{{1,3}}\s+"
        rf"|{city}{day}?\s*{desks}\s*[-–—]{{1,3}}\s+"
        rf"|\((?P<town>{city})\)\s+(?=[A-ZÀ-Þ«“\"])"
        rf"|{other5}\s*[-–—]{{1,3}}\s+(?=[A-ZÀ-Þ«“\"])"
        rf"|(?P<bare>{city}),{day}\s+(?=(?:{known.openings})\b)"
        rf"|(?P<seat>{city}),\s*(?P<state>[A-ZÀ-Þ][\w'’ -]{{2,40}}?)\s*[-–—]{{1,3}}\s+"
        rf"|(?:{within}{day}?\s*[-–—|]\s*)?(?P<plain>{known.agency})\s*"
        rf"(?:[-–—]{{1,3}}|\.(?=\s)|\|(?:\s*{numbers})?\s*[-–—|]?)\s+(?:{city}{day}\s*[-–—]{{1,3}}\s+)?"
        rf"|\({city}{day}\)\s*[-–—:]{{0,3}}\s+"
        rf"|{city}\s*\(\s*(?P<land>[A-ZÀ-Þ][\w'’ -]{{2,40}})\s*\){day}?\s*[-–—]{{1,3}}\s+"
        rf"|{city}(?:,\s*[A-ZÀ-Þ][\w'’ -]{{2,40}}?)?{day}\.?\s*[-–—]{{1,3}}\s+"
        rf"|{place}{day}\s*{other}\s*[-–—]{{1,3}}\s+"  # an agency we do not know
        rf"|{capitals}\s+{other2}\s*[-–—]{{1,3}}\s+"
        rf"|{capitals}{day}\s*[-–—]{{1,3}}\s+"
        rf"|(?P<alone>{city})\s+[-–—]{{1,3}}\s+(?=(?:{known.openings})\b))(?=\S)"
    )


def _is_land(words: str) -> bool:
    """« (Suisse) », « (Nations unies) » behind a city are no agency."""
    known = pack("fr").module("names").names().get(fold(words))
    return known is not None and not known.press


def _is_placed(found: re.Match[str]) -> bool:
    """Whether what only a place makes a dateline is one: « (Reportage) Le … » is none."""
    return all(_is_land(found[name]) for name in ("land", "state") if found[name]) and all(
        cities(found[name]) for name in ("town", "bare", "seat", "alone") if found[name]
    )


def _without_note(line: str) -> str:
    """A dateline without the note of the desk before it: “(Répétition titre) VIENNE (…) -”."""
    note = re.match(r"\([^()]{3,80}\)\s+(?=[A-ZÀ-Þ])", line)
    return line[note.end() :] if note and load().notes.fullmatch(note.group().strip()) else line


def opens(line: str) -> bool:
    """Whether a line begins with a dateline."""
    found = _dateline().match(line)
    return found is not None and _is_placed(found)


def take(page: Page) -> None:
    """Learns outlet and day from a dateline, and gives it a line of its own: it stays in the
    text, since it tells place and day, but is no part of the first sentence."""
    for number in page.full()[:_HEAD]:
        line = page.lines[number] = _without_note(page.lines[number])
        found = _dateline().match(line)
        if not found or not _is_placed(found) or any(stamp.line == number for stamp in page.stamps):
            continue
        told = found.groupdict()
        agency = next((told[name] for name in _AGENCIES if told[name]), None)
        other = next((told[name] for name in _OTHERS if told[name]), None)
        if page.outlet is None and not (other and _is_land(other)):
            page.outlet = load().agencies[agency] if agency else other
        words = found.group().rstrip()
        if (stated := day_pattern().search(words)) and (day := day_of(stated)):
            page.stamps.append(
                Stamp(number, stated.start(), stated.end(), day, rank=1, alone=False)
            )
        rest = line[found.end() :]
        if found["wire"] and re.fullmatch(PERSON, rest):  # “AA / Lima / Jean Dupont”
            page.sign(rest)
            rest = ""
        page.lines[number : number + 1] = [words, rest]
        for stamp in page.stamps:
            stamp.line += stamp.line > number
        return
