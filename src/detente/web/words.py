"""The page's words: one catalogue a language (`catalogue/*.yaml`), and dates and names as one
writes them in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from detente.edtf import parse
from detente.errors import DateError
from detente.views import wording

LANGUAGES = ("fr", "en")
"""The first is the page's own; the other by a switch."""
_DURATION = re.compile(
    r"P(?:(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?)?", re.ASCII
)
_SHORT = {"fr": ("d MMM y", "MMM y"), "en": ("d MMM y", "MMM y")}
_LONG = {"fr": ("EEEE d MMMM y", "MMMM y"), "en": ("EEEE d MMMM y", "MMMM y")}


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = Locale.parse(language)
        self.record = wording.of(language)

    @cached_property
    def catalogue(self) -> Mapping[str, str]:
        """All phrases by their key (`nav.timeline`)."""
        text = (files("detente.web") / "catalogue" / f"{self.language}.yaml").read_text("utf-8")
        return dict(_flat("", yaml.load(text, Loader=yaml.BaseLoader)))

    def __call__(self, key: str, /, **values: Any) -> str:
        """A phrase with its values; of `one|many`, the form for the value `n`."""
        phrase = self.catalogue[key]
        if "|" in phrase:
            one, many = phrase.split("|")
            n = values.get("n", 2)
            phrase = one if (n < 2 if self.language == "fr" else n == 1) else many
        if not values:
            return phrase
        shown = {k: self.number(v) if isinstance(v, int) else v for k, v in values.items()}
        return phrase.format(**shown)

    def named(self, section: str, name: str) -> str:
        """What the catalogue calls a name of the codebook, or else its words."""
        return self.catalogue.get(f"{section}.{name}", name.replace("_", " "))

    def number(self, value: float) -> str:
        """A number with the language's separators."""
        return _number(self.language, value)

    def actor(self, actor: Mapping[str, Any]) -> str:
        """An actor's name: of a state, as the language calls it."""
        name = str(actor["name"])
        if actor.get("kind") == "state":
            return self.country(actor["id"]) or name
        if actor.get("id") is None and len(name) == 2:  # a state that no report names
            return self.country(name)
        return name

    def country(self, code: str | None) -> str:
        """A country as the language calls it, its code where there is no name."""
        return str(self.locale.territories.get(code or "", code or ""))

    def date(self, edtf: str | None, *, long: bool = False) -> str:
        """An EDTF date as one writes it, nothing for none."""
        return _date(self.language, edtf or "", long)

    def duration(self, iso: str) -> str:
        """An ISO 8601 duration in a few words, as it is where it has other units."""
        found = _DURATION.fullmatch(iso)
        if not found:
            return iso
        parts = {unit: int(n) for unit, n in found.groupdict().items() if n}
        return " ".join(self(f"duration.{unit}", n=n) for unit, n in parts.items()) or iso


@cache
def words(language: str) -> Words:
    """The words of a language, of the page's own where it is another."""
    return Words(language if language in LANGUAGES else LANGUAGES[0])


def _flat(before: str, tree: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = []
    for key, value in tree.items():
        if isinstance(value, dict):
            found += _flat(f"{before}{key}.", value)
        else:
            found.append((f"{before}{key}", value))
    return found


@lru_cache(maxsize=4_000)
def _number(language: str, value: float) -> str:
    return str(format_decimal(value, locale=words(language).locale))


@lru_cache(maxsize=20_000)
def _date(language: str, edtf: str, long: bool) -> str:
    if "/" not in edtf:
        return _point(language, edtf, long)
    start, _, end = edtf.partition("/")
    about = words(language)
    if start in ("", ".."):
        return about("date.until", day=_point(language, end, long))
    if end in ("", ".."):
        return about("date.since", day=_point(language, start, long))
    if not long and start[:7] == end[:7] and len(start) == len(end) == 10:
        return f"{int(start[8:])}–{_point(language, end, long)}"
    if not long and start[:4] == end[:4] and len(start) == len(end) > 4:
        return f"{_point(language, start, long).rsplit(' ', 1)[0]} – {_point(language, end, long)}"
    return f"{_point(language, start, long)} – {_point(language, end, long)}"


def _point(language: str, edtf: str, long: bool) -> str:
    about = words(language)
    bare = edtf.rstrip("~?%")
    try:
        value = parse(bare)
    except DateError:
        return edtf
    patterns = (_LONG if long else _SHORT)[language]
    if value.precision == "day":
        shown = format_date(value.first, patterns[0], about.locale)
    elif value.precision == "month":
        shown = format_date(value.first, patterns[1], about.locale)
    elif value.precision == "season":
        shown = f"{about('season.' + bare[-2:])} {bare[:4]}"
    elif value.precision == "decade":
        shown = about("date.decade", decade=f"{value.first.year}")
    elif value.precision == "century":
        shown = f"{value.first.year}–{value.last.year}"
    else:
        shown = bare
    mark = edtf[len(bare) :]
    return shown if not mark else about("date.about" if mark == "~" else "date.maybe", day=shown)
