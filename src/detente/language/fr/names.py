"""French words for who and where: states, peoples, bodies, posts, titles (`names.yaml`).

Each language has this module with the same functions; how the words combine is in
`detente.reading.names`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import simplemma

from detente.language import gazetteer
from detente.language.fr import endings as endings
from detente.language.fr.grammar import FOLDED as GRAMMAR
from detente.language.gazetteer import City, fold
from detente.language.tables import table

Kind = Literal["state", "region", "city", "seat", "body"]
Gender = Literal["m", "f"]

HOME = ("FR",)
"""Where most reports of this language come from: of two cities of a name, theirs is meant."""


@dataclass(frozen=True, slots=True)
class Known:
    """A name with one meaning. `name` is the usual form; `country` ISO alpha-2 or None."""

    name: str
    kind: Kind
    country: str | None
    unsure: bool = False
    """Taken only with a determiner or a preposition."""
    press: bool = False
    city: City | None = None
    lower: bool = False
    """Written without a capital."""
    plural: bool = False
    letters: frozenset[str] = frozenset()
    """Folded forms of a state's name that are letters, written in capitals."""


@dataclass(frozen=True, slots=True)
class People:
    """An adjective or noun of one or two peoples (“russe”, “russo-américaine”)."""

    states: tuple[str, ...]
    gender: Gender | None
    plural: bool


@dataclass(frozen=True, slots=True)
class Post:
    """A noun for what somebody is. `role`: a post worth keeping as a role."""

    gender: Gender | None
    role: bool
    plural: bool
    singular: str
    """The noun in the singular, as it is spelled."""


@cache
def data() -> dict[str, Any]:
    """`names.yaml` as it is."""
    return table(files(__package__) / "names.yaml")


@cache
def words(section: str) -> frozenset[str]:
    """A list of `names.yaml`, folded; a section of lists by key is taken whole with `a.b`."""
    found: Any = data()
    for key in section.split("."):
        found = found[key]
    return frozenset(fold(word) for word in found)


@cache
def spelled(section: str) -> frozenset[str]:
    """A list of `names.yaml` in small letters, with its accents."""
    return frozenset(data()[section])


ARTICLES = GRAMMAR.definite | GRAMMAR.indefinite | GRAMMAR.demonstratives | GRAMMAR.with_article
DETERMINERS = ARTICLES | GRAMMAR.possessives | GRAMMAR.ours | words("determiners")
OF = GRAMMAR.of
OF_THE = OF | GRAMMAR.definite
"""What may stand between a noun and a name: « de », « de la »."""
THE_ONE = (GRAMMAR.definite | GRAMMAR.demonstratives | GRAMMAR.with_article) - GRAMMAR.plural
"""What stands before one that is known: « le », « cette », « du »."""
AT = GRAMMAR.to | GRAMMAR.in_ | GRAMMAR.since | words("towards")
LINKS = words("links")
GIVEN = words("given")
COPULAS = GIVEN | words("copulas")
PREFIXES = tuple(prefix.replace("-", " ") for prefix in data()["post_prefixes"])


# ---------------------------------------------------------------- names with one meaning


@cache
def names() -> dict[str, Known]:
    """Names of states, regions, seats of power, bodies and French cities, by folded name."""
    raw = data()
    found: dict[str, Known] = {}
    for french, target in raw["cities"].items():
        found[fold(french)] = _city(french, target)
    _bodies(found, raw)
    for code, seats in raw["seats"].items():
        for seat in seats:
            found[fold(seat)] = Known(
                seat.replace("Maison Blanche", "Maison-Blanche"), "seat", code
            )
    for code, regions in raw["regions"].items():
        for region in regions:
            found[fold(region)] = Known(region, "region", code or None)
    _states(found, raw)
    return found


@cache
def parts_of_states() -> frozenset[str]:
    """Folded names of regions that lie within a state."""
    return frozenset(
        fold(region) for code, own in data()["regions"].items() if code for region in own
    )


def _states(found: dict[str, Known], raw: dict[str, Any]) -> None:
    unsure = words("unsure_states")
    for code, country in gazetteer.countries().items():
        if code in raw["territories"]:
            continue
        french = country.names["fr"]
        others = raw["states"].get(code, ())
        letters = frozenset(fold(name) for name in others if name.isupper() and name.isalpha())
        for name in (french, *others):
            key = fold(name)
            plural = code in raw["states_in_plural"]
            found[key] = Known(
                french, "state", code, unsure=key in unsure, plural=plural, letters=letters
            )


def _bodies(found: dict[str, Known], raw: dict[str, Any]) -> None:
    unsure, press = words("unsure_bodies"), words("press")
    for code, bodies in raw["bodies"].items():
        for line in bodies:
            first, *others = [part.strip() for part in line.split("=")]
            small = {fold(name) for name in (first, *others) if name[0].islower()}
            for name in (first, *others):
                key = fold(name)
                found[key] = Known(
                    first, "body", code or None, unsure=key in unsure, press=fold(first) in press,
                    lower=key in small, plural=name.lower().endswith("s") and name[-1] == "s",
                )  # fmt: skip


def _city(french: str, target: str) -> Known:
    name, code, *where = target.split("/")
    city = next((c for c in gazetteer.cities(name) if c.country == code), None)
    if city is None and where:
        city = City(name, code, float(where[0]), float(where[1]), 0)
    return Known(french, "city", code, city=city)


@cache
def capital(code: str) -> str | None:
    """The French name of a state's capital (its own name where French has no other), or None."""
    found = gazetteer.capital_of(code)
    if found is None:
        return None
    named = (n.name for n in names().values() if n.city is found and n.kind == "city")
    return next(named, found.name)


@cache
def longest() -> dict[str, int]:
    """For the first word of a known name, the number of words of the longest that begins so."""
    most: dict[str, int] = {}
    for key in names():
        parts = key.split()
        most[parts[0]] = max(most.get(parts[0], 0), len(parts))
    return most


@cache
def second() -> dict[str, frozenset[str]]:
    """For the first word of known names that all have more than one, their second words: « la » of
    « La Haye » begins none but before these."""
    found: dict[str, set[str]] = {}
    for key in names():
        first, _, rest = key.partition(" ")
        found.setdefault(first, set()).add(rest.partition(" ")[0])
    return {first: frozenset(words) for first, words in found.items() if "" not in words}


# ---------------------------------------------------------------- peoples


@cache
def _peoples() -> dict[str, People]:
    raw = data()
    found: dict[str, People] = {}
    for code, forms in raw["peoples"].items():
        for form in forms:
            _add_people(found, form, (code,))
    for form, codes in raw["both"].items():
        _add_people(found, form, tuple(codes))
    for form in raw["no_state"]:
        _add_people(found, form, ())
    return found


def _add_people(found: dict[str, People], form: str, states: tuple[str, ...]) -> None:
    masculine, _, feminine = form.partition("/")
    feminine = feminine or feminine_of(masculine)
    for word, gender in ((feminine, "f"), (masculine, "m")):
        plural = word if word[-1] in "sx" else word + "s"
        same = masculine == feminine
        for shape, many in ((plural, True), (word, False)):
            one: Gender | None = None if same else ("m" if gender == "m" else "f")
            found[fold(shape)] = People(states, one, many and plural != word)


def feminine_of(word: str) -> str:
    """The feminine of an adjective of people, where it follows the rule."""
    for end, other in (("ien", "ienne"), ("éen", "éenne"), ("yen", "yenne"), ("on", "onne")):
        if word.endswith(end):
            return word[: -len(end)] + other
    return word if word[-1] in "eéïè" else word + "e"


@cache
def people(word: str) -> People | None:
    """The people that a word names, also in compounds (“israélo-palestinien”), or None."""
    table, prefixes = _peoples(), data()["prefixes"]
    key = fold(word)
    if key in table:
        return table[key]
    among = next((key[len(p) :].lstrip("- ") for p in words("among") if key.startswith(p)), "")
    if among in table and table[among].states:
        return table[among]  # « interafghan », « inter-maliennes »: of the sides of one state
    parts = word.replace("‑", "-").replace("–", "-").split("-")
    last = table.get(fold(parts[-1])) if len(parts) > 1 else None
    if last is None:
        return None
    states: list[str] = []
    for part in parts[:-1]:
        first = table.get(fold(part))
        code = next(iter(first.states), None) if first else prefixes.get(fold(part))
        code = code or prefixes.get(part.lower())
        if code is None:
            return None
        states.append(code)
    if fold(parts[0]) in words("halved"):  # « chypriote-grec » tells which half
        return People(tuple(states), last.gender, last.plural)
    return People((*states, *last.states), last.gender, last.plural)


# ---------------------------------------------------------------- posts and titles


@cache
def posts() -> dict[str, Post]:
    """Nouns for what somebody is, folded, in both genders and numbers."""
    found: dict[str, Post] = {}
    no_role = words("no_role")
    for line in (*data()["posts"], *data()["unsure_posts"]):
        masculine, _, feminine = str(line).partition("/")
        for word, gender in ((feminine, "f"), (masculine, "m")):
            if not word:
                continue
            one: Gender | None = ("m" if gender == "m" else "f") if feminine else None
            role = fold(word) not in no_role
            for many in _plurals(word):
                found[fold(many)] = Post(one, role, True, word)
            found[fold(word)] = Post(one, role, False, word)
    return found


@cache
def post(key: str) -> Post | None:
    """The post that a folded noun names, also behind « ex- », « vice- », « co- »; or None."""
    found = posts().get(key)
    for prefix in PREFIXES:
        if found is None and key.startswith(prefix):
            rest = posts().get(key[len(prefix) :])
            if rest is not None:
                found = Post(rest.gender, True, rest.plural, f"{prefix.strip()}-{rest.singular}")
    return found


@cache
def post_openings() -> frozenset[str]:
    """The folded words that the noun of a post can begin with."""
    return frozenset(key.partition(" ")[0] for key in posts()) | {p.strip() for p in PREFIXES}


def masculine(title: str) -> str:
    """A title with its first noun in the masculine: “ambassadrice à l'ONU” → “ambassadeur à l'ONU”."""
    for line in data()["posts"]:
        man, _, woman = str(line).partition("/")
        if woman and fold(title).startswith(fold(woman)) and title[len(woman) :][:1] in ("", " "):
            return man + title[len(woman) :]
    return title


def _plurals(word: str) -> set[str]:
    """The plurals that a post's noun may have: « Premiers ministres », « chefs d'État », « gardes-côtes »."""
    first, _, rest = word.partition(" ")
    if not rest:
        compound = {word.replace("-", "s-", 1) + "s"} if "-" in word else set()
        return {word + "s", *compound} if word[-1] not in "sx" else set()
    return {f"{first}s {rest}", f"{first}s {rest}s"}


@cache
def title_gender() -> dict[str, Gender | None]:
    """Titles before a name (“M.”, “Mme”, “cheikh”), folded, with the gender they tell."""
    found: dict[str, Gender | None] = {}
    for gender, titles in data()["titles"].items():
        for title in titles:
            found[fold(title)] = gender if gender in ("m", "f") else None
    return found


@cache
def first_name_gender(name: str) -> Gender | None:
    """Whether a first name is a man's or a woman's, None where it is not known or either's."""
    key = fold(name).split(" ")[0]
    woman, man = key in words("first_names.f"), key in words("first_names.m")
    if woman == man:
        return None
    return "f" if woman else "m"


@cache
def company() -> frozenset[str]:
    """Words of the names of firms, as they are spelled there."""
    return frozenset(data()["company_words"])


@cache
def short_names() -> dict[str, frozenset[str]]:
    """By a first name, what it is cut to or called (“michael”: “mike”), folded."""
    return {
        fold(name): frozenset(map(fold, short)) for name, short in data()["short_names"].items()
    }


def likely_gender(name: str) -> Gender | None:
    """What the ending of an unknown first name suggests: a woman's for « -a », « -ine », « -ette »."""
    first = fold(name).split(" ")[0]
    known = first_name_gender(name)
    if known or is_first_name(name):
        return known
    return "f" if first.endswith(("a", "ine", "ette", "elle", "ie")) and len(first) > 3 else None


def could_be_womans(name: str) -> bool:
    """Whether a first name ends as women's may."""
    return name.endswith(("a", "e"))


def state_gender(code: str, name: str) -> Gender | None:
    """The gender of a state's name, None where it is in the plural."""
    if code in data()["states_in_plural"]:
        return None
    return "f" if name.endswith("e") and code not in data()["masculine_states"] else "m"


@cache
def is_first_name(name: str) -> bool:
    """A first name in the table, also the first half of a double one (“Jean-Noël”)."""
    key = fold(name).split(" ")[0]
    return key in words("first_names.f") or key in words("first_names.m")


@cache
def is_word(word: str) -> bool:
    """A word of the language that also is written without a capital."""
    if fold(word) in words("domains"):
        return True
    return all(simplemma.is_known(part, lang="fr") for part in word.lower().split("-") if part)


@cache
def is_foreign_word(word: str) -> bool:
    """An everyday English word, as in the names of firms, shows and newspapers."""
    return bool(simplemma.is_known(word.lower(), lang="en"))
