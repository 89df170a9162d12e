"""Who is the subject of what is undertaken: one party, several, two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.events.syntax import children, lemmas, subjects

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.undertakings import Lexicon


def who_of(verb: Token) -> tuple[Token, ...]:
    """The subject, looking through a quantity (« suffisamment de députés »)."""
    found = [
        next(iter(children(t, "obl:arg", "nmod")), t) if t.pos_ == "ADV" else t
        for t in _ourselves(verb) or _past_aside(verb) or subjects(verb)
    ]
    if not found and verb.dep_ == "parataxis" and verb.head.i < verb.i:
        found = [verb.head]  # « les deux parties, X et Y, « s'engagent à … » »
    kinds = ("NOUN", "PROPN", "PRON", "ADJ")
    return tuple(t for t in found if t.pos_ in kinds or t.plain in t.doc.grammar.which)


def _ourselves(verb: Token) -> list[Token]:
    """Of « J'ai vu X et nous nous sommes entendus … », « nous »."""
    we = [t for t in children(verb, "iobj") if t.plain in t.doc.grammar.first_person]
    return we[:1] if len(we) > 1 else []


def _past_aside(verb: Token) -> list[Token]:
    """The subject of « X a, à cet égard, pris … », where the parse loses the auxiliary."""
    if verb.dep_ != "acl" or verb.i < 2 or verb.nbor(-1).text != ",":
        return []
    for token in reversed(verb.doc[max(verb.sent.start, verb.i - 10) : verb.i - 1]):
        if token.plain in token.doc.grammar.having:
            return subjects(token) if token.nbor().text == "," else []
    return []


def several(who: tuple[Token, ...]) -> bool:
    """Whether a subject is of more than one: a plural, two phrases, a verb in the plural."""
    head = who[0]
    return (
        len(who) > 1
        or "Plur" in head.morph.get("Number", [])
        or any(child.dep_ == "conj" for child in head.children)
        or "Plur" in head.head.morph.get("Number", [])
        or any(
            "Plur" in aux.morph.get("Number", []) for aux in children(head.head, "aux:tense", "aux")
        )
    )


def sides(who: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a subject tells of two parties: two phrases, « ils », « les deux camps »."""
    head = who[0]
    return (
        len(who) > 1
        or head.pos_ == "PRON"
        or any(child.dep_ == "conj" for child in head.children)
        or bool(lemmas(head) & lexicon.joint)
    )


def has(noun: Token, words: frozenset[str]) -> bool:
    """Whether a noun has one of these determiners."""
    return any(c.plain in words for c in children(noun, "det"))


def owned(noun: Token, lexicon: Lexicon) -> bool:
    """« son pays », « nos troupes »: whoever is spoken of, or speaks, has it."""
    return has(noun, noun.doc.grammar.possessives) or has(noun, lexicon.ours)


def agree(pronoun: Token, subject: Token) -> bool:
    """Whether a pronoun may stand for a noun: number and gender agree where both are known. An
    elided article hides the gender (« l'émissaire »)."""
    elided = any(c.text.endswith(("'", "’")) for c in children(subject, "det"))
    for feature in ("Number",) if elided else ("Number", "Gender"):
        one, other = pronoun.morph.get(feature, []), subject.morph.get(feature, [])
        if one and other and one != other:
            return False
    return True
