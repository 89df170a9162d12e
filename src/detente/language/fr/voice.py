"""Active or passive, set right where grammar leaves no choice.

*Ils sont venus* looks like *ils sont reçus*, and the parser, which has no dictionary, takes some
verbs that it has seen seldom for passives. Verbs that are conjugated with *être* and have no object
are never passive, nor is a verb with *se* and *être*. Whoever reads the tree takes the subject of a
passive for the one to whom a thing is done, so this matters more than its share of tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NEVER_PASSIVE = frozenset(
    "accourir advenir aller apparaître arriver décéder demeurer devenir échoir éclore intervenir "
    "mourir naître parvenir partir provenir redevenir repartir rester retomber revenir "
    "survenir tomber venir".split()
)
# Verbs with both: active with a bare *être* (*il est sorti*), passive in *il a été sorti*.
MOVING = frozenset("descendre entrer monter passer rentrer ressortir retourner sortir".split())
REFLEXIVE = frozenset(("se", "s'", "me", "m'", "te", "t'"))
_ACTIVE = {"nsubj:pass": "nsubj", "csubj:pass": "csubj"}


def repair(doc: Doc) -> Doc:
    """Set right the voice of the verbs of a parsed document, in place."""
    for token in doc:
        if token.dep_ == "aux:pass" and _active(token, token.head):
            token.dep_ = "aux:tense"
        if token.dep_ == "aux:tense" and token.lemma_ == "être":
            _subject(token.head)
    return doc


def _subject(verb: Token) -> None:
    """Call the subject of a verb active, unless something about the verb is passive."""
    if any(child.dep_ in ("aux:pass", "expl:pass") for child in verb.children):
        return  # `l'accord s'est signé`: its subject is a passive one
    for child in verb.children:
        child.dep_ = _ACTIVE.get(child.dep_, child.dep_)
    kept = [part for part in str(verb.morph).split("|") if part != "Voice=Pass"]
    verb.set_morph("|".join(kept))  # type: ignore[attr-defined]


def _active(aux: Token, verb: Token) -> bool:
    """Whether a participle with *être* can only be active."""
    lemma = verb.lemma_
    if lemma in NEVER_PASSIVE:
        return True
    if lemma in MOVING and aux.lower_ != "été":
        return not any(child.dep_ == "obl:agent" for child in verb.children)
    if lemma == "convenir":  # `ils sont convenus d'une date`, but `la date est convenue`
        return any(
            left.lemma_ == "de" and left.i > verb.i
            for child in (verb, *verb.rights)
            for left in child.lefts
        )
    return any(
        child.lower_.replace("’", "'") in REFLEXIVE and child.pos_ == "PRON"
        for child in verb.children
    )
