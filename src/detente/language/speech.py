"""Words of speech: what the pack of a language tells `detente.reading.speech`, in its `speech.yaml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

Weight = Literal["always", "belief", "neutral"]
Takes = Literal["that", "of", "to", "inf", "np", "to_np", "name"]
Words = frozenset[str]
Pattern = re.Pattern[str]
Phrases = dict[str, list[tuple[str, ...]]]
"""Each phrase as words, by its first; the longest first."""


class Family(msgspec.Struct, frozen=True):
    """Verbs that say alike. `takes`, `weight`, `with_` are explained at the head of `speech.yaml`."""

    name: str
    weight: Weight
    takes: frozenset[Takes]
    plover: tuple[str, str | None] | None
    with_: Words


class Verb(msgspec.Struct, frozen=True):
    """One reading of a verb: with or without « se », and with the words that must follow it."""

    lemma: str
    family: Family
    reflexive: bool = False
    rest: tuple[str, ...] = ()
    before: str = ""
    """A word that must stand before it (« en appeler à », « y voir »)."""


class Ends(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ends of words in small letters, for `str.endswith`; none where a language has no such end."""

    gerund: tuple[str, ...] = ()
    """Of a present participle."""
    participle: tuple[str, ...] = ()
    """Of the past participle of a regular verb."""
    regular: tuple[str, ...] = ()
    """Of the infinitive of such a verb."""
    infinitive: tuple[str, ...] = ()
    third_plural: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    """Of a verb of speech in the future."""
    to_come: tuple[str, ...] = ()
    """Of any verb in the future or conditional, in the third person."""
    plural: tuple[str, ...] = ()
    """Of a noun."""
    agreement: str = ""
    """Letters, each of which gender or number may put behind a word."""
    ordinal: str = ""
    """Letters behind a figure that make it an ordinal."""


class Patterns(msgspec.Struct, frozen=True):
    """What no list of words tells. Searched in the report's text unless said otherwise."""

    that: Pattern
    """« que » before what is said."""
    label: Pattern
    """What stands before the word for something: « comme », « tel que »."""
    resumed: Pattern
    """A comma and what goes on with the reporter's sentence: « , mais »."""
    article: Pattern
    """An indefinite article at the end of what stands before a quotation."""
    breaks: Pattern
    """Conjunctions with which the reporter speaks again."""
    opening: Pattern
    """Marks and adverbs between a verb and its complement, which belong to the reporter."""
    connective: Pattern
    """At the end of a clause, what leads to the next verb: « , et il a », « , tout en »."""
    trailing: Pattern
    """A word at the end of reported words that belongs to what follows."""
    when: Pattern
    """When and where a thing was refused or condemned: the reporter's words behind the object."""
    number: Pattern
    """A count, in one word."""
    man: Pattern
    """Ends of nouns for people that tell a man, in small letters."""
    woman: Pattern
    people: Pattern
    """Ends of nouns for people, in small letters."""
    outlet: Pattern
    """Words in the names of those who tell news, in small letters."""


class Lexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    verbs: dict[str, tuple[Verb, ...]]
    """By form in small letters."""
    patterns: Patterns
    ends: Ends

    # verbs with a noun
    light: Words
    """Lemmas that make a verb of speech with a noun of `nouns`."""
    light_forms: dict[str, tuple[str, ...]]
    owning: Words
    """Of these, those whose noun has to be the speaker's own."""
    nouns: dict[str, Family]

    # around a verb of speech
    realised: Words
    """Verbs after which an infinitive of speech has been said."""
    apart: Words
    """First words of what completes a verb that its object may part from it: « mettre X en garde »."""
    called: Words
    """Participles that only give a name, where « de » follows: « le plan dit de »."""
    adverb_like: Words
    """Verbs that a tagger takes for adverbs, for their end."""
    advising: Words
    """Verbs whose object may be who is advised: « conseiller la délégation »."""
    declares: Words
    """Forms of « se dire », « se déclarer » before an adjective: « s'est dit prêt à »."""
    not_denied: Words
    """Verbs that say something though they are denied: « ne pas exclure »."""
    again: Words
    """Nouns of adverbs that stand between an auxiliary and its verb: « a de nouveau dit »."""
    between: Words
    """Other words that stand there: « ont tous dit »."""
    while_: Words
    """What opens a clause of the reporter's own beside that of a verb of speech."""
    joined: Words
    """Words that make a conjunction with the « que » behind them."""
    compared: Words
    """Words whose « que » compares."""
    leading: Words
    """Prepositions that lead from a noun of speech to what is said."""
    opens_object: Words
    """Words that open an object, whatever their tag."""
    before_incise: Words
    """What may stand between a quotation and its incise."""

    # where, when and to whom
    addressing: Words
    """Prepositions before whom somebody speaks to."""
    audience: Words
    """Nouns for those who are spoken to, which no name completes: the name after them is the speaker."""
    where_said: Words
    """Prepositions before whom « on » speaks for: « dit-on au palais »."""
    bringing: Words
    """Prepositions that bring in whom or where, behind the verb of an incise."""
    carrying: Words
    """Prepositions before the document in which somebody says it."""
    platforms: Words
    """Networks on which people speak, as they are written."""
    since: Words
    occasions: Words
    """Nouns that a time or an event completes: « dans la nuit de vendredi », « à l'issue de »."""

    # who speaks
    firm: Phrases
    """Phrases that say whose words are told (« selon »)."""
    loose: Phrases
    """Those that do so only before whoever can speak (« pour »)."""
    before_who: Words
    """Prepositions of « X, pour qui … »."""
    origin: Words
    """The noun of « de source officielle »."""
    silent: Words
    """After such a phrase, what no one says."""
    documents: Words
    generic: Words
    """Nouns that take up any document: « le texte »."""
    taken_up: Words
    """What those take up."""
    issuing: Words
    """What those do to a document who speak in it."""
    pacts: Words
    """Documents that several have agreed on."""
    treaties: Words
    """Of these, those that bind states."""
    common: Words
    """Adjectives of a document of several, none of whom says it alone."""
    sayings: Words
    voices: Words
    """« par la voix de X »."""
    titles: dict[str, str]
    """Titles before a name to the gender that they tell (`Masc`, `Fem`)."""
    posts: Words
    bodies: Words
    any_body: Words
    """Nouns that take up any body: « le mouvement »."""
    persons: Words
    """Nouns for a person already spoken of, not for a post."""
    sole: Words
    """Posts that nobody holds beside another."""
    voting: Words
    """Nouns for bodies whose approval is a vote or a ruling."""
    deputies: Words
    """Nouns for people who speak for a body without being named."""
    onlookers: Words
    """Nouns for those who tell what happened and are no party to it."""
    reporters: Words
    """Of these, those who only say what they saw or heard."""
    unnamed: Words
    """Nouns for people who speak without being named, and are told by it again."""
    envoys: Words
    """Words for one post: an envoy's."""
    mute: Words
    """Nouns that report facts and hold no position (« un sondage »)."""
    outlets: Words
    """Nouns for bodies that tell news, where their name tells so too."""
    agencies: Words
    """Press agencies in small letters: they pass on the words of others."""
    not_people: Words
    """Nouns that end like one for people and are none."""
    nobody: Words
    """Pronouns that stand for nobody who is told."""
    some: Words
    """Pronouns for people who are not named."""
    latter: Words
    """« ce dernier »."""
    latters: Words
    """« ces derniers »."""
    same: Words
    """« cette même source »."""
    quantifiers: Words
    """Words for how many, which are a subject by themselves: « beaucoup disent »."""
    quantities: Words
    """Words for how many before « de » and a noun."""
    beside: Words
    """Prepositions whose noun is another than the one before."""
    belonging: Words
    """Prepositions that bring in what belongs to a noun: « le ministre du », « chargé de »."""
    such: Words
    """« des pays tels que »: what ends a noun's phrase before examples."""

    # what is said
    position: Words
    modals: Words
    """Of these words, those that show a position only as verbs."""
    obliging: Words
    """Verbs for what has to be, which show a position even beside a number."""
    judging: Words
    """Verbs that say what something amounts to."""
    claims: Words
    """Verbs of claim and denial: what they bring in may be in dispute."""
    hostile: Words
    """Verbs for wrongs that one side reports of another."""
    blaming: Words
    """Nouns for what is laid on another: « à cause de »."""
    own: Words
    """Nouns for a party's own people and forces."""
    announcing: Words
    """Verbs under which what these do is the party's intention."""
    thoughts: Words
    going: Words
    """Verbs of what somebody thinks or sees."""
    titled: Words
    """Nouns for what bears a name in quotation marks: a party, a film."""

    # as it is written
    abbreviations: Words
    """Words with a full stop that ends no sentence, without it."""
    answers: Words
    """Labels before the answers of an interview, in small letters."""

    def nominal(self, light: str, noun: str) -> Verb:
        """A light verb with its noun, as one verb."""
        return Verb(f"{light} {noun}", self.nouns[noun])


def lexicon(
    data: dict[str, Any],
    read: Callable[[str, Family], Verb],
    forms: Callable[[str], Iterator[str]],
    plural: Callable[[str], str],
    patterns: Patterns,
    titles: dict[str, str],
    abbreviations: Words,
) -> Lexicon:
    """The words of speech of a language, from the lists of its `speech.yaml`.

    `read` makes a verb of how it is written there, `forms` gives the forms of an infinitive (itself
    first), `plural` the plural of a noun."""
    families = {name: _family(name, entry) for name, entry in data["families"].items()}
    verbs: dict[str, dict[Verb, None]] = {}
    for name, entry in data["families"].items():
        for written in entry["verbs"].split():
            verb = read(written, families[name])
            for form in forms(verb.lemma):
                verbs.setdefault(form, {})[verb] = None
    owning = data["light"]["owning"].split()
    light = [*data["light"]["verbs"].split(), *owning]
    nouns = {
        noun: families[name]
        for name, written in data["light"]["nouns"].items()
        for noun in _words(written)
    }
    lists = {
        name: _words(words)
        for section in ("verb", "circumstances", "speakers", "said")
        for name, words in data[section].items()
    }
    return Lexicon(
        verbs={form: tuple(found) for form, found in verbs.items()},
        patterns=patterns,
        ends=msgspec.convert(
            {k: v if k in ("agreement", "ordinal") else v.split() for k, v in data["ends"].items()},
            Ends,
        ),
        light=frozenset(light),
        light_forms=_by_form(light, forms),
        owning=frozenset(owning),
        nouns={plural(noun): family for noun, family in nouns.items()} | nouns,
        firm=_phrases(data["according"]["firm"]),
        loose=_phrases(data["according"]["loose"]),
        titles=titles,
        abbreviations=abbreviations,
        **lists,
    )


def _by_form(light: list[str], forms: Callable[[str], Iterator[str]]) -> dict[str, tuple[str, ...]]:
    """Light verbs by the forms of their verb: of « fait », faire part, faire état …"""
    found: dict[str, tuple[str, ...]] = {}
    for written in light:
        for form in forms(written.split("_")[0]):
            found[form] = (*found.get(form, ()), written)
    return found


def _family(name: str, entry: dict[str, Any]) -> Family:
    kind, _, mode = entry.get("plover", "").partition("/")
    plover = (kind, mode or None) if kind else None
    takes = msgspec.convert(entry["takes"], frozenset[Takes])
    return Family(name, entry["weight"], takes, plover, _words(entry.get("with", "")))


def _words(text: str) -> Words:
    return frozenset(word.replace("_", " ") for word in text.split())


def _phrases(lines: list[str]) -> Phrases:
    phrases = [tuple(re.findall(r"[\w-]+'?", line)) for line in lines]
    found: Phrases = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found
