"""Words of speech in French: verbs by family with all their forms, phrases, speakers, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from detente.language.tables import table

Weight = Literal["always", "belief", "neutral"]

_FIRST = (
    "e es ent er é ée és ées ait aient ais ant ons ions ez iez a èrent ai "
    "era eront erait eraient erons erai"
).split()
_SECOND = (
    "ir it issent issait issaient issant i ie is ies irent ira iront irait iraient isse issons"
).split()


@dataclass(frozen=True, slots=True)
class Family:
    """Verbs that say alike. `takes` and `weight` are explained at the head of `speech.yaml`."""

    name: str
    weight: Weight
    takes: frozenset[str]
    plover: tuple[str, str | None] | None


@dataclass(frozen=True, slots=True)
class Verb:
    """One reading of a verb: with or without « se », and with the words that must follow it."""

    lemma: str
    family: Family
    reflexive: bool = False
    rest: tuple[str, ...] = ()
    before: str = ""
    """A word that must stand before it (« en appeler à », « y voir »)."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    verbs: dict[str, tuple[Verb, ...]]
    """By form in small letters."""
    light: frozenset[str]
    """Lemmas that make a verb of speech with a noun of `nouns`."""
    light_forms: dict[str, tuple[str, ...]]
    owning: frozenset[str]
    """Of these, those whose noun has to be the speaker's own."""
    nouns: dict[str, Family]
    firm: dict[str, list[tuple[str, ...]]]
    """Phrases that say whose words are told (« selon »), by their first word."""
    loose: dict[str, list[tuple[str, ...]]]
    """Those that do so only before whoever can speak (« pour »)."""
    silent: frozenset[str]
    documents: frozenset[str]
    issuing: frozenset[str]
    """What those do to a document who speak in it."""
    sayings: frozenset[str]
    posts: frozenset[str]
    bodies: frozenset[str]
    position: frozenset[str]
    judging: frozenset[str]
    """Verbs that say what something amounts to."""
    claims: frozenset[str]
    """Verbs of claim and denial: what they bring in may be in dispute."""
    hostile: frozenset[str]
    """Verbs for wrongs that one side reports of another."""
    persons: frozenset[str]
    """Nouns for a person already spoken of, not for a post."""
    own: frozenset[str]
    """Nouns for a party's own people and forces."""
    announcing: frozenset[str]
    """Verbs under which what these do is the party's intention."""
    voting: frozenset[str]
    """Nouns for bodies whose approval is a vote or a ruling."""
    deputies: frozenset[str]
    """Nouns for people who speak for a body without being named."""
    onlookers: frozenset[str]
    """Nouns for those who tell what happened and are no party to it."""
    reporters: frozenset[str]
    """Of these, those who only say what they saw or heard."""
    unnamed: frozenset[str]
    """Nouns for people who speak without being named, and are told by it again."""
    envoys: frozenset[str]
    """Words for one post: an envoy's."""
    pacts: frozenset[str]
    """Documents that several have agreed on."""
    treaties: frozenset[str]
    """Of these, those that bind states."""
    thoughts: frozenset[str]
    """Verbs of what somebody thinks or sees."""
    mute: frozenset[str]
    """Nouns that report facts and hold no position (« un sondage »)."""

    def nominal_family(self, noun: str) -> Family | None:
        """The family of a noun of speech, singular or plural."""
        return self.nouns.get(noun) or self.nouns.get(noun.rstrip("s"))

    def nominal(self, light: str, noun: str) -> Verb:
        """A light verb with its noun, as one verb."""
        family = self.nominal_family(noun)
        assert family is not None
        return Verb(f"{light} {noun}", family)


def even(word: str) -> str:
    """The word in small letters with one kind of apostrophe."""
    return word.lower().replace("’", "'")


@cache
def lexicon() -> Lexicon:
    """The words of speech, read once from `speech.yaml`."""
    data = table(files("detente.language.fr") / "speech.yaml")
    irregular = {lemma: words.split() for lemma, words in data["forms"].items()}
    families = {name: _family(name, entry) for name, entry in data["families"].items()}
    verbs: dict[str, dict[Verb, None]] = {}
    for name, entry in data["families"].items():
        for written in entry["verbs"].split():
            verb = _verb(written, families[name])
            for form in forms(verb.lemma, irregular):
                verbs.setdefault(form, {})[verb] = None
    owning = data["light"]["owning"].split()
    light = [*data["light"]["verbs"].split(), *owning]
    return Lexicon(
        verbs={form: tuple(found) for form, found in verbs.items()},
        light=frozenset(light),
        light_forms=_by_form(light, irregular),
        owning=frozenset(owning),
        nouns={
            noun.replace("_", " "): families[name]
            for name, nouns in data["light"]["nouns"].items()
            for noun in nouns.split()
        },
        firm=_phrases(data["according"]["firm"]),
        loose=_phrases(data["according"]["loose"]),
        silent=_words(data["according"]["silent"]),
        documents=_words(data["documents"]),
        issuing=_words(data["issuing"]),
        sayings=_words(data["sayings"]),
        posts=_words(data["speakers"]["posts"]),
        bodies=_words(data["speakers"]["bodies"]),
        position=_words(data["position"]["words"]),
        judging=_words(data["position"]["judging"]),
        claims=_words(data["position"]["claims"]),
        hostile=_words(data["position"]["hostile"]),
        persons=_words(data["speakers"]["persons"]),
        own=_words(data["position"]["own"]),
        announcing=_words(data["position"]["announcing"]),
        voting=_words(data["speakers"]["voting"]),
        deputies=_words(data["speakers"]["deputies"]),
        onlookers=_words(data["speakers"]["onlookers"]),
        reporters=_words(data["speakers"]["reporters"]),
        unnamed=_words(data["speakers"]["unnamed"]),
        envoys=_words(data["speakers"]["envoys"]),
        pacts=_words(data["pacts"]),
        treaties=_words(data["treaties"]),
        thoughts=_words(data["thoughts"]),
        mute=_words(data["speakers"]["mute"]),
    )


def _by_form(light: list[str], irregular: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Light verbs by the forms of their verb: of « fait », faire part, faire état …"""
    found: dict[str, tuple[str, ...]] = {}
    for written in light:
        for form in forms(written.split("_")[0], irregular):
            found[form] = (*found.get(form, ()), written)
    return found


def forms(lemma: str, irregular: dict[str, list[str]]) -> Iterator[str]:
    """The forms of a verb in small letters that news uses; its infinitive first."""
    yield lemma
    if lemma in irregular:
        yield from irregular[lemma]
        return
    if lemma.endswith("er"):
        for stem in _stems(lemma[:-2]):
            yield from (stem + end for end in _FIRST)
    elif lemma.endswith("ir"):
        yield from (lemma[:-2] + end for end in _SECOND)


def _stems(stem: str) -> set[str]:
    """A first-group stem with its changes of spelling: annonç-, exige-, rappell-, suggèr-."""
    found = {stem}
    if stem.endswith("c"):
        found.add(stem[:-1] + "ç")
    if stem.endswith("g"):
        found.add(stem + "e")
    if re.search(r"e[lt]$", stem):
        found.add(stem + stem[-1])
    if change := re.search(r"[eé]([a-zç]{1,2})$", stem):
        found.add(stem[: change.start()] + "è" + change.group(1))
    if stem.endswith("y"):
        found.add(stem[:-1] + "i")
    return found


def _family(name: str, entry: dict[str, Any]) -> Family:
    kind, _, mode = entry.get("plover", "").partition("/")
    plover = (kind, mode or None) if kind else None
    return Family(name, entry["weight"], frozenset(entry["takes"]), plover)


def _verb(written: str, family: Family) -> Verb:
    reflexive, before = False, ""
    if written.startswith(("s'", "se_")):
        reflexive, written = True, written[2 if written[1] == "'" else 3 :]
    elif written.startswith(("en_", "y_")):
        before, written = written.split("_", 1)
    lemma, *rest = written.split("_")
    return Verb(lemma, family, reflexive, tuple(rest), before)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in text.split())


def _phrases(lines: list[str]) -> dict[str, list[tuple[str, ...]]]:
    """Each phrase as words, by its first; the longest first, so that it wins."""
    phrases = [tuple(re.findall(r"[\w-]+'?", line)) for line in lines]
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found
