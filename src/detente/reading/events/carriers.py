"""The verb that carries an event noun: « a tenu une réunion », « la réunion, qui se tient à … »."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from detente.language.doc import Token, once
from detente.reading.draft import Draft
from detente.reading.events.syntax import (
    feature,
    has_se,
    is_passive,
    is_verb,
    lemmas,
    preposition,
    subjects,
)


@once
def carrier_of(draft: Draft, noun: Token) -> tuple[Token | None, bool]:
    """The verb that carries an event noun, and whether the noun is its subject."""
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    of, to = grammar.of, grammar.to
    at = noun
    while (
        at.dep_ in ("nmod", "conj", "obl:arg", "appos")
        and not is_verb(at.head)
        and (at.dep_ == "conj" or (preposition(at) in of and lemmas(at.head) & words.THROUGH))
    ):
        at = at.head
    head = at.head
    if head.i == at.i or not is_verb(head):
        return _told_after(noun, at, words)
    if at.dep_ in ("nsubj", "nsubj:pass"):
        head = under_modal(head, words)
        happens = takes_place(head, words)
        if _is_done(head) and lemmas(head) & (words.LIGHT | words.PLANNING):
            return head, True
        return (head, True) if happens else _told_after(noun, at, words)
    if at.dep_ in ("obj", "xcomp") and lemmas(head) & (words.LIGHT | words.HOST | words.PLANNING):
        return head, False
    if (
        at.dep_ in ("obl:arg", "obl:mod", "iobj", "obl")
        and preposition(at) in to | grammar.in_
        and lemmas(head) & (words.LIGHT_TO | (words.LIGHT_TO_ITSELF if has_se(head) else set()))
        and not agrees_on(draft, head)
    ):
        return head, False
    if preposition(at) in to and (lemmas(head) & words.CONFRONTS or faces(head, words)):
        return head, False
    if preposition(at) in of and lemmas(head) & words.LIGHT_OF:
        return head, False
    return _told_after(noun, at, words)


def under_modal(verb: Token, words: ModuleType) -> Token:
    """« l'accord doit être signé », « les pourparlers vont reprendre »: the infinitive carries the noun."""
    if lemmas(verb) & words.MODALS:
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp") and "Inf" in feature(child, "VerbForm"):
                return child
            if child.dep_ == "xcomp" and _to_be(child):
                return child
    return verb


def _to_be(verb: Token) -> bool:
    """« être signé »"""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux:pass", "aux:tense", "aux")]
    be = verb.doc.grammar.being
    return any(lemmas(a) & be and "Inf" in feature(a, "VerbForm") for a in auxiliaries)


def _is_done(verb: Token) -> bool:
    """« a été signé », « être signé »"""
    return is_passive(verb) or _to_be(verb)


def agrees_on(draft: Draft, verb: Token) -> bool:
    """« se sont mis d'accord, au sommet de X, … »: a verb that tells of an accord carries no noun."""
    words = draft.pack.module("frames")
    return bool(lemmas(verb) & words.AGREED) and follows(draft, verb, words.IN_AGREEMENT)


def faces(verb: Token, words: ModuleType) -> bool:
    """« fait face à »"""
    return _with_noun(verb, words.FACES)


def _with_noun(verb: Token, phrases: Mapping[str, str]) -> bool:
    """Whether a verb has right behind it the noun that makes a fixed phrase of the two."""
    after = {t.plain for t in verb.doc[verb.i + 1 : verb.i + 4]}
    return any(phrases[lemma] in after for lemma in lemmas(verb) & phrases.keys())


def _told_after(noun: Token, at: Token, words: ModuleType) -> tuple[Token | None, bool]:
    """What follows the noun itself (« une clause de l'accord conclu à … »), or the word that it
    hangs on."""
    own = relative_of(noun, words)
    for child in at.head.children if at.dep_.startswith("nsubj") and own[0] is None else ():
        past = child.dep_ == "advcl" and "Past" in feature(child, "Tense") and child.i < at.i
        same = feature(child, "Gender") == feature(noun, "Gender")
        if past and same and lemmas(child) & words.HELD:
            return child, True  # « Entamées en mai à Oslo, les discussions ont été suspendues »
    return own if own[0] is not None or at is noun else relative_of(at, words)


def relative_of(noun: Token, words: ModuleType) -> tuple[Token | None, bool]:
    """« la réunion, qui se tient au consulat », « le discours prononcé mardi »."""
    said = [c for c in noun.children if c.dep_.startswith("acl")]
    said += [c for first in said if first.dep_ == "acl" for c in first.children if is_joined(c)]
    for child in sorted(said, key=lambda c: bool(lemmas(c) & words.MEDIATE)):
        subject = any(c.plain in c.doc.grammar.who for c in child.children)
        told = what_happens(child, words) if child.dep_ == "acl:relcl" and subject else None
        if told is not None:
            return told, True
        if (
            child.dep_ in ("acl", "conj")
            and "Past" in feature(child, "Tense")
            and lemmas(child) & words.HELD
        ):
            return child, True
    return None, False


def sides_of(noun: Token, words: ModuleType) -> list[Token]:
    """« A accuse B d'avoir violé l'accord signé en 1994 », « A et B sont liés par un traité »: whoever kept or
    broke it is one of its sides, and so are who accuses him and who leaves talks."""
    at = noun.head if noun.dep_ == "nmod" and lemmas(noun.head) & words.SEAT_AT else noun
    over = at.head
    if at.dep_ not in _COMPLEMENTS or not is_verb(over) or not lemmas(over) & words.OF_SIDES:
        return []
    if relative_of(noun, words)[0] is None:
        return []
    if (preposition(at) in noun.doc.grammar.by) != is_passive(over):
        return []
    accuser = over.head if over.dep_ == "xcomp" and lemmas(over.head) & words.ACCUSES else None
    return [*subjects(over), *(subjects(accuser) if accuser is not None else ())]


_COMPLEMENTS = frozenset({"obj", "obl:arg", "obl:agent"})


def is_joined(participle: Token) -> bool:
    """« parrainé par l'ONU et conclu en Suède »: the second of two participles by a noun."""
    bare = not any(c.dep_.startswith(("nsubj", "aux")) for c in participle.children)
    return participle.dep_ == "conj" and is_verb(participle) and bare


def takes_place(verb: Token, words: ModuleType) -> bool:
    """« a eu lieu », « a pris fin », « se tient », « a duré »: the subject is what happened."""
    return bool(lemmas(verb) & words.HAPPEN) or _with_noun(verb, words.TAKES_PLACE)


def what_happens(verb: Token, words: ModuleType) -> Token | None:
    """« (qui) s'est tenu », « (qui) doit se tenir », « (qui) doit être signé »: the verb that says that its
    subject happens, under a modal or not; None where it says something else."""
    told = under_modal(verb, words)
    done = _is_done(told) and lemmas(told) & words.HELD
    return told if takes_place(told, words) or done else None


def ends(verb: Token, words: ModuleType) -> bool:
    """« a pris fin », « s'est achevé »: its time is not that at which its subject was made."""
    return bool(lemmas(verb) & words.EXPIRES) or _with_noun(verb, words.TAKES_PLACE_NO_MORE)


def follows(draft: Draft, token: Token, fixed: str | None) -> bool:
    """Whether the fixed words of a frame stand right after a token; true where it has none."""
    if fixed is None:
        return True
    again: str = draft.pack.module("frames").AGAIN
    after = token.doc.words(token.i + 1, token.i + len(fixed.split()) + 7).plain.lstrip()
    return after.startswith(fixed) or after.removeprefix(again).startswith(fixed)
