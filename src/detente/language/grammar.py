"""The small words of a language, each class a set that code asks by name: `token.plain in
grammar.possessives`, `preposition(token) in grammar.by`."""

from __future__ import annotations

from importlib.resources.abc import Traversable

import msgspec

from detente.language.gazetteer import fold
from detente.language.tables import table

Class = frozenset[str]
_NONE: Class = frozenset()


class Cases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The name of the preposition that opens each of these slots of a frame (`codebook.Frame`):
    `slots[grammar.cases.by]`. Where one is only asked for, its class says it: `place in grammar.by`."""

    of: str = "of"
    to: str = "to"
    in_: str = "in"
    by: str = "by"
    with_: str = "with"
    between: str = "between"
    against: str = "against"


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Classes of small words in their plain form (`detente.language.doc.straight`). A language
    lists them in its `grammar.yaml` under these names; a class that it has no words for is empty."""

    definite: Class = _NONE
    """Definite articles."""
    indefinite: Class = _NONE
    demonstratives: Class = _NONE
    """Before a noun: « ce », « cette »."""
    possessives: Class = _NONE
    """Before a noun, third person: « son », « leurs »."""
    theirs: Class = _NONE
    """Those of several owners: « leur »."""
    ours: Class = _NONE
    """Before a noun, of us and of you: « notre », « vos »."""
    every: Class = _NONE
    """« chaque », « tout »."""
    each: Class = _NONE
    """Those of them that tell of a habit: « chaque »."""
    two: Class = _NONE
    plural: Class = _NONE
    """The words before a noun, of all these classes, that tell of more than one: « les », « deux »."""
    feminine: Class = _NONE
    """Those that tell of a woman: « la », « cette »."""
    masculine: Class = _NONE
    with_article: Class = _NONE
    """Prepositions that hold an article: « du », « aux »."""
    personal: Class = _NONE
    """Pronouns of the third person as a subject: « il », « elles »."""
    first_person: Class = _NONE
    """Its own words for who speaks, as a subject: « je », « nous »."""
    reflexives: Class = _NONE
    """« se »."""
    he: Class = _NONE
    """Pronouns of the third person for a man: « il », « lui », « celui-ci »."""
    she: Class = _NONE
    they: Class = _NONE
    one: Class = _NONE
    """« on »."""
    inverted: dict[str, str] = {}
    """A subject behind its verb to its pronoun: « -t-il » to « il »."""
    clitics: Class = _NONE
    """Pronouns and « ne » that lean on the verb behind them."""
    datives: Class = _NONE
    """Pronouns for the one to whom, or for where: « lui », « y »."""
    of_it: Class = _NONE
    """Pronouns that hold a preposition of belonging, not relative ones: « en »."""
    oneself: Class = _NONE
    """Those of them that are of the third person only."""
    it: Class = _NONE
    """A subject that stands for nothing: « il faut »."""
    this_one: Class = _NONE
    """Pronouns for who or what was told last: « celui-ci »."""
    relatives: Class = _NONE
    """Words that open a relative clause and have no number: « qui », « dont », « où »."""
    who: Class = _NONE
    """Those of them that are a subject."""
    which: Class = _NONE
    """Relative pronouns with number and gender: « lequel »."""
    whose: Class = _NONE
    """« dont »."""
    where: Class = _NONE
    """« où »"""
    of_which: Class = _NONE
    to_which: Class = _NONE
    """The same with a preposition of belonging in them: « duquel »."""
    that: Class = _NONE
    """« que » before what is said or thought."""
    if_: Class = _NONE
    when: Class = _NONE
    """Words that open a clause of time: « quand »."""
    and_: Class = _NONE
    or_: Class = _NONE
    but: Class = _NONE
    not_: Class = _NONE
    """The half of a denial that stands before a verb: « ne »."""
    denials: Class = _NONE
    """The words that make a denial whole: « pas », « aucun », « ni »."""
    none: Class = _NONE
    """Those of them that stand before a noun, or for one: « aucun »."""
    never: Class = _NONE
    """Those of them that deny by themselves."""
    of: Class = _NONE
    """Prepositions in all their forms, here those of belonging: « de », « du », « d' »."""
    just_of: Class = _NONE
    """Those of them with no article in them: « de », « d' »."""
    to: Class = _NONE
    """« à », « au »."""
    in_: Class = _NONE
    by: Class = _NONE
    with_: Class = _NONE
    between: Class = _NONE
    against: Class = _NONE
    for_: Class = _NONE
    among: Class = _NONE
    as_: Class = _NONE
    """« comme »."""
    upon: Class = _NONE
    toward: Class = _NONE
    """« vers »"""
    without: Class = _NONE
    before: Class = _NONE
    after: Class = _NONE
    since: Class = _NONE
    during: Class = _NONE
    """« pendant »"""
    having: Class = _NONE
    """The auxiliaries of the compound tenses, in all their forms: « a », « avait », « avoir »."""
    being: Class = _NONE
    """Those of the passive: « est », « fut », « être »."""
    been: Class = _NONE
    """Their participle: « été »."""
    names: dict[str, str] = {}
    """A form of a preposition to its plain one: « aux » to « à ». A word here is one, whatever its tag."""
    built: dict[str, str] = {}
    """The noun that a preposition is built on to the preposition: « issue » to « à l'issue de »."""
    cases: Cases = Cases()
    bare: Class = _NONE
    """Those of these nouns that need no preposition before them; each has a name of its own too."""
    times: Class = _NONE
    """Nouns and adverbs that tell a time: days, months, parts of a day."""
    with_be: Class = _NONE
    """Verbs whose compound tenses are made with « être » and that have no passive."""


NO_GRAMMAR = Grammar()
"""Of no language."""


def folded(classes: Grammar) -> Grammar:
    """The same classes, their words as names are compared (`gazetteer.fold`): « à » is `a`. What
    is no class stays as it is."""
    given = msgspec.structs.asdict(classes)
    words = {k: frozenset(map(fold, v)) for k, v in given.items() if isinstance(v, frozenset)}
    return msgspec.structs.replace(classes, **words)


def grammar(file: Traversable) -> Grammar:
    """The classes that a file lists, each as words parted by blanks.

    Raises `msgspec.ValidationError` for a class that there is none of."""
    lists = table(file)
    given = {k: v if isinstance(v, dict) else v.split() for k, v in lists.items()}
    return msgspec.convert(given, Grammar)
