"""States and cities of the world: names, codes, coordinates. One table for all languages.

`countries.tsv` and `cities.tsv` are written by `models/gazetteer.py`. Data: GeoNames (CC BY 4.0) and
the CLDR. Public leaders are in `leaders`. Words of one language for states and their peoples are in that language's folder.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib.resources import files

__all__ = ["City", "Country", "capital_of", "cities", "countries", "fold", "openings", "rows"]


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory. `names` is by language (BCP 47), as the CLDR has them."""

    code: str
    continent: str
    capital: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class City:
    """A city of 15,000 people or more. `name` is GeoNames' main (English or local) name."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    capital: bool = False
    government: bool = False
    """The capital, or another seat of government."""
    word: bool = False
    """The name is also a common French word (Nice, Orange)."""
    aliases: tuple[str, ...] = ()


_BETWEEN = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """A name for comparing: lower case, no accents, apostrophes and hyphens as spaces."""
    return _folded(name)


def _folded(name: str) -> str:
    if name.isascii():
        return _BETWEEN.sub(" ", name.lower()).strip()
    text = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "Oe"))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


@cache
def countries() -> dict[str, Country]:
    """All states and territories by ISO 3166-1 alpha-2 code (XK for Kosovo)."""
    found = {}
    header, *lines = rows("countries.tsv")
    for row in lines:
        code, continent, capital, *names = row
        found[code] = Country(code, continent, capital, dict(zip(header[3:], names, strict=True)))
    return found


@cache
def _index() -> dict[str, tuple[City, ...]]:
    index: dict[str, list[City]] = {}
    for name, country, lat, lon, people, flags, others in rows("cities.tsv")[1:]:
        aliases = tuple(others.split("|")) if others else ()
        capital = "c" in flags
        city = City(
            name, country, float(lat), float(lon), int(people),
            capital, capital or "g" in flags, "w" in flags, aliases,
        )  # fmt: skip
        for key in {_folded(name), *map(_folded, aliases)}:  # too many to be remembered by `fold`
            index.setdefault(key, []).append(city)

    def order(key: str, city: City) -> tuple[bool, bool, int]:
        return (not city.capital, _folded(city.name) != key, -city.population)

    return {
        key: tuple(sorted(found, key=partial(order, key)) if len(found) > 1 else found)
        for key, found in index.items()
    }


def cities(name: str) -> tuple[City, ...]:
    """Cities that bear a name (case and accents left aside): capitals first, then those whose
    main name it is, then by population. Empty where there is none."""
    return _index().get(fold(name), ())


@cache
def openings() -> frozenset[str]:
    """The first words of all names of cities, folded."""
    return frozenset(key.partition(" ")[0] for key in _index())


@cache
def capital_of(code: str) -> City | None:
    """The capital of a state, where GeoNames has it."""
    country = countries().get(code)
    found = cities(country.capital) if country else ()
    return next((c for c in found if c.country == code), None)


def rows(name: str) -> list[list[str]]:
    """The lines of a table of this folder, split at their tabs, the heads of its columns first."""
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]
