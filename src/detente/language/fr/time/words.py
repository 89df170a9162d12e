"""The words of `dates.yaml`, ready for the grammar: folded text, pieces of patterns, numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, Literal

from detente.language.tables import table


def _table() -> dict[str, str]:
    table = dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("–—‐‑−", "-")
    table |= dict.fromkeys("\u00a0\u202f\u2009\u2007\t", " ")
    for letter in map(chr, [*range(0x41, 0x5B), *range(0xC0, 0x180)]):
        base = unicodedata.normalize("NFD", letter)[0].lower()
        if base != letter:
            table[letter] = base
    return table


_FOLD = _table()


def fold(text: str) -> str:
    """Lower case, no accents, plain apostrophes, dashes and spaces; every character keeps its
    offset (decomposed accents stay as they are)."""
    for char in _FOLD.keys() & set(text):  # a third of the time of `translate`
        text = text.replace(char, _FOLD[char])
    return text


def _load() -> dict[str, Any]:
    return table(files("detente.language.fr") / "dates.yaml")


def _folded(entries: dict[str, Any]) -> dict[str, Any]:
    return {fold(str(word)): value for word, value in entries.items()}


_DATA = _load()
MONTHS: dict[str, int] = _folded(_DATA["months"])
ABBREVIATED = {word for word in MONTHS if any(w != word and w.startswith(word) for w in MONTHS)}
WEEKDAYS: dict[str, int] = {word: n for n, word in enumerate(_DATA["weekdays"])}
SEASONS: dict[str, str] = _folded(_DATA["seasons"])
Unit = Literal["day", "week", "month", "year", "decade"]
OFTEN: dict[str, str] = _DATA["often"]
UNITS: dict[str, tuple[Unit | None, str, int]] = {
    form: tuple(value)
    for word, value in _folded(_DATA["units"]).items()
    for form in (word, word if word.endswith("s") else word + "s")
}
DAY_PARTS: dict[str, str] = _folded(_DATA["day_parts"])
TODAY: dict[str, int] = _folded(_DATA["today"])
CONTEXT: dict[str, list[Any]] = _folded(_DATA["context"])
HOLIDAYS: dict[str, list[int]] = _folded(_DATA["holidays"])
EASTER: dict[str, int] = _folded(_DATA["easter"])
OTHER_CALENDARS: list[str] = [fold(word) for word in _DATA["other_calendars"]]
NUMERALS: dict[str, int] = _folded(_DATA["numerals"])
ORDINAL: dict[str, int] = _folded(_DATA["ordinals"])
ROUNDS: dict[str, int] = _folded(_DATA["rounds"])
VAGUE, SOME, APPROXIMATELY, LASTING, DATED, AFTER_YEAR, NAMED_AFTER = (
    [fold(word) for word in _DATA[key]]
    for key in ("vague", "some", "approximately", "lasting", "dated", "after_year", "named_after")
)


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first; a space stands for any gap."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", S) for word in ordered) + ")"


S = r"(?: {1,4}| {0,4}\n {0,4})"
"""Between the words of one expression: at most one line break. Repetitions are bounded here and
below, so that no text, however odd, takes more than time in proportion to its length."""
MONTH = any_of(MONTHS)
WEEKDAY = any_of(WEEKDAYS)
SEASON = any_of(SEASONS)
DAY = r"(?:1er|[12]\d|3[01]|0?[1-9])"
YEAR = r"(?:1[0-9]\d\d|20\d\d)"
SHORT_YEAR = rf"(?:{YEAR}(?!\d)|'\d\d(?!\d)|\d\d(?= ?(?:[.;:!?)\"»]|,(?!\d)|\n|$)))"
"""Two figures only where nothing that they could count follows."""
UNIT = any_of(UNITS)
DIGITS = r"(?:\d{1,3}(?:[ .]\d{3}){1,5}|\d{1,15}(?:,\d{1,6})?)"
WORDS = rf"(?:{any_of(NUMERALS)}(?:(?:-et-|-| et | ){any_of(NUMERALS)}){{0,9}})"
ROUND = rf"(?:(?:une|la)?{S}?{any_of(ROUNDS)}{S}(?:de |d'))"
NUMBER = rf"(?:{DIGITS}|{WORDS}|{ROUND})"
LAST = r"(?:derniere?|passee?|ecoulee?)"
NEXT = r"(?:prochaine?|a venir)"
ABOUT = rf"(?:{any_of(APPROXIMATELY)} ?)"


def number(words: str) -> float | None:
    """A folded number, in figures or letters (« 2 000 », « vingt et un », « une dizaine de »)."""
    words = words.strip()
    if words[:1].isdigit():
        return float(re.sub(r"[ .](?=\d{3})", "", words).replace(",", "."))
    bits = re.findall(r"[a-z]+", words)
    for bit in bits:
        if bit in ROUNDS:
            return float(ROUNDS[bit])
    total = group = 0
    for bit in bits:
        if bit == "et":
            continue
        value = NUMERALS.get(bit)
        if value is None:
            return None
        if value >= 1000:
            total, group = total + max(group, 1) * value, 0
        elif value == 100:
            group = max(group, 1) * value
        elif value == 20 and group % 100 == 4:
            group += 76  # « quatre-vingts »
        else:
            group += value
    return float(total + group)


def full_year(words: str) -> int:
    """A year of four or two figures; two are of the past where they can be (« 98 » is 1998)."""
    value = int(words.lstrip("'"))
    if value > 99:
        return value
    return value + (2000 if value <= 35 else 1900)
