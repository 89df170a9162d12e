"""What makes words an undertaking: the lists of a language's `undertakings.yaml`, typed."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from detente.language.tables import table

Mode = Literal["agreed", "promised", "offered", "reported"]


class Verb(msgspec.Struct, frozen=True):
    """A verb whose subject undertakes what `marks` bring in."""

    lemma: str
    marks: tuple[str, ...]
    mode: Mode
    reflexive: bool = False
    acts: bool = False
    """What is brought in has to be an act: an infinitive, or a noun of `act_nouns`."""
    fixed: str = ""
    """Words that must follow at once, in small letters (« se mettre d'accord »)."""
    object: bool = False
    """Takes a noun of act, or a clause, for its object too (« accepter une trêve »)."""
    together: bool = False
    """Needs two parties, or a subject in the plural."""
    whole: bool = False
    """The verb itself says what is undertaken (« renoncer à », « se donner jusqu'à mai pour »)."""
    ahead: bool = False
    """A clause has to lie ahead: « convenir que … cesserait »."""
    strict: bool = False
    """A plural alone does not tell of two parties: « les autorités ont décidé »."""


class Phrase(msgspec.Struct, frozen=True):
    """Verbs that take a noun or adjective which brings in what is undertaken."""

    verbs: frozenset[str]
    marks: tuple[str, ...]
    mode: Mode
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    acts: bool = False
    """As of a `Verb`."""


class Brings(msgspec.Struct, frozen=True):
    """Which marks bring in what is undertaken, by what they stand behind."""

    ready: tuple[str, ...]
    accords: tuple[str, ...]
    promise: tuple[str, ...]
    obliged: tuple[str, ...]
    concluded: tuple[str, ...]


class Lexicon(msgspec.Struct, frozen=True):
    """The words of an `undertakings.yaml`, where each list is explained."""

    verbs: tuple[Verb, ...]
    phrases: tuple[Phrase, ...]
    adjectives: tuple[Phrase, ...]
    ready: frozenset[str]
    brings: Brings
    pacts: frozenset[str]
    loose_pacts: frozenset[str]
    truces: frozenset[str]
    provides: frozenset[str]
    provides_surely: frozenset[str]
    offers: frozenset[str]
    grants: frozenset[str]
    lets: frozenset[str]
    obliges: frozenset[str]
    forbids: frozenset[str]
    reaches: frozenset[str]
    deeds: frozenset[str]
    issued: frozenset[str]
    shared: frozenset[str]
    reads: frozenset[str]
    accords: frozenset[str]
    can: frozenset[str]
    must: frozenset[str]
    supposed: frozenset[str]
    by_then: frozenset[str]
    owed: frozenset[str]
    going: frozenset[str]
    going_there: frozenset[str]
    acts: frozenset[str]
    concluded: frozenset[str]
    kept: frozenset[str]
    broken: frozenset[str]
    withdrawn: frozenset[str]
    promise_nouns: frozenset[str]
    denied_by: frozenset[str]
    goes_back: frozenset[str]
    fails: frozenset[str]
    breach: frozenset[str]
    dead_letter: frozenset[str]
    as_promised: tuple[str, ...]
    as_agreed: tuple[str, ...]
    against_promise: tuple[str, ...]
    done_so: tuple[str, ...]
    undone_so: tuple[str, ...]
    begins: frozenset[str]
    light: frozenset[str]
    carries: frozenset[str]
    announcing: frozenset[str]
    performs: frozenset[str]
    no_act: frozenset[str]
    asking: frozenset[str]
    joint: frozenset[str]
    telling: frozenset[str]
    under: frozenset[str]
    sources: frozenset[str]
    grounds: frozenset[str]
    exchanges: frozenset[str]
    days: frozenset[str]
    own: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    compound: frozenset[str]
    occasions: frozenset[str]
    asides: frozenset[str]
    breaks: frozenset[str]
    conjunctions: frozenset[str]
    possible: frozenset[str]
    takes_effect: frozenset[str]
    in_return: tuple[str, ...]
    goals: frozenset[str]
    obtains: frozenset[str]
    obtained_from: frozenset[str]
    meets: frozenset[str]
    comes_about: frozenset[str]
    harms: frozenset[str]
    threats: frozenset[str]
    forces: frozenset[str]
    conditions: frozenset[str]
    first: frozenset[str]
    first_endings: tuple[str, ...]
    ours: frozenset[str]
    aims: frozenset[str]
    act_nouns: frozenset[str]
    hopes: frozenset[str]
    no_matter: frozenset[str]
    offices: frozenset[str]
    rulers: frozenset[str]
    personal: frozenset[str]
    marks: dict[str, str]
    """How the words that bring something in are written, to their plain form."""

    undertaking_verbs: frozenset[str] = frozenset()
    """The lemmas of `verbs`."""
    phrase_verbs: frozenset[str] = frozenset()
    """The verbs of all `phrases` and `adjectives`."""
    lays_down: frozenset[str] = frozenset()
    """The verbs whose subject may be a pact that lays something down."""
    bearing: frozenset[str] = frozenset()
    """The nouns and other words that an undertaking may be told by."""
    deals: frozenset[str] = frozenset()
    """Pacts and exchanges."""


def lexicon(file: Traversable, times: frozenset[str]) -> Lexicon:
    """The words of a language's file; `times` are those of its grammar.

    Raises `msgspec.ValidationError` where a list is missing."""
    found = msgspec.convert(table(file), Lexicon)
    return msgspec.structs.replace(
        found,
        undertaking_verbs=frozenset(verb.lemma for verb in found.verbs),
        bearing=found.pacts | found.promise_nouns | found.ready | found.accords | found.supposed,
        deals=found.pacts | found.exchanges,
        lays_down=found.provides | found.grants | found.obliges | found.takes_effect,
        phrase_verbs=frozenset().union(*(p.verbs for p in (*found.phrases, *found.adjectives))),
        times=found.times | times,
        asides=found.asides | found.sources,
        grounds=found.grounds | found.under | found.sources,
    )
