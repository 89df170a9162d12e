"""Events told in an adjunct of the news (« ont signé lundi à Oslo, lors d'une réunion, … »): they are of
the day, and where their own words name none, at the place of the clause that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from detente.language.doc import Token, Words
from detente.reading.events.syntax import (
    PAST,
    clause_of,
    feature,
    is_verb,
    lemmas,
    preposition,
    tense,
)
from detente.reading.events.triggers import Trigger


def clause_verbs(trigger: Trigger, words: ModuleType) -> Iterator[Token]:
    """The verbs whose time the event of a noun shares, nearest first."""
    shared: frozenset[str] = words.SHARED
    if trigger.kind.kind == "exchange":
        shared |= words.FRAMEWORK
    elif trigger.kind.kind == "visit":
        shared |= words.ON_VISIT
    elif took(trigger.token, words):
        short = just_took(trigger.token, words)
        shared = shared | words.FOLLOWING if short else shared - words.FOLLOWING
    return _verbs(trigger.token, shared, words.FRAMEWORK)


def following_verbs(trigger: Trigger, words: ModuleType) -> Iterator[Token]:
    """The verbs of a clause that is told as after the event of a noun, nearest first."""
    return _verbs(trigger.token, words.SHARED | words.FOLLOWING)


def took(noun: Token, words: ModuleType) -> bool:
    """« trois jours de », « une semaine de »"""
    spans = noun.dep_ == "nmod" and not lemmas(noun.head).isdisjoint(words.SPANS)
    return spans and preposition(noun) in noun.doc.grammar.of


def just_took(noun: Token, words: ModuleType) -> bool:
    """« après trois jours de discussions », which ended in what the clause tells; not of months."""
    return took(noun, words) and lemmas(noun.head).isdisjoint(words.LONG_SPANS)


def gathered(verb: Token, words: ModuleType) -> Iterator[Token]:
    """« Réunis mardi à Oslo, A et B ont convenu d'une trêve »: the participle whose day and place the
    clause has that it opens."""
    for child in verb.children:
        opens = child.dep_ == "advcl" and child.i <= verb.sent.start + 1 and child.i < verb.i
        if opens and lemmas(child) & words.GATHERS and "Part" in feature(child, "VerbForm"):
            yield child


def place_verbs(trigger: Trigger, words: ModuleType) -> Iterator[Token]:
    """The verbs whose place the event of a noun shares, nearest first."""
    if not trigger.nominal:
        return iter(())
    long = took(trigger.token, words) and not just_took(trigger.token, words)
    return _verbs(trigger.token, words.ON_THE_SPOT - words.FOLLOWING if long else words.ON_THE_SPOT)


def occasion_verbs(trigger: Trigger, words: ModuleType) -> Iterator[Token]:
    """The verbs of what is done in the course of the event of a noun, or beside it, nearest first."""
    return _verbs(trigger.token, words.ON_THE_SPOT - words.FOLLOWING)


def _verbs(
    noun: Token, shared: frozenset[str], framework: frozenset[str] = frozenset()
) -> Iterator[Token]:
    """The verb over a noun, where it hangs there by one of `shared`, and those over that; behind a
    comma and one of `framework` the main verb."""
    at, of, hung = noun, noun.doc.grammar.of, False
    within = preposition(noun) in framework
    for _ in range(5):
        place = preposition(at)
        if hung := hung or place in shared:
            while not is_verb(at.head) and at.head.i != at.i:  # « à l'issue », « lors »
                at = at.head
        if is_verb(at.head) or at.head.i == at.i:
            break
        if place is not None and place not in of:
            return
        at = at.head
    verb = at.head
    if not hung or verb.i == at.i or not is_verb(verb):
        return
    apart = verb.dep_ == "acl" and any(t.text == "," for t in verb.doc[verb.i + 1 : noun.i])
    if apart and within and is_verb(clause_of(verb.head)):
        verb = clause_of(
            verb.head
        )  # « a remis deux soldats pris en 2006, dans le cadre d'un échange »
    yield verb
    if verb.dep_ == "acl":  # « un discours prononcé en mai à la suite d'une réunion »
        yield verb.head
    while verb.dep_ == "xcomp" and is_verb(verb.head):  # « n'ont pas réussi lundi à conclure »
        verb = verb.head
        yield verb


def bare_day(words: Words) -> bool:
    """« lundi », « dimanche 17 juillet »: a day without article or preposition, as news have theirs."""
    before = words.doc[words.start - 1] if words.start > words.root.sent.start else None
    return (
        words[0].pos_ != "DET" and before is not None and before.pos_ not in ("DET", "ADP", "NUM")
    )


def news_over(participle: Token, at: int) -> Token | None:
    """« ont signé un accord mettant fin à dix ans de guerre lundi à Oslo »: the verb that a day at the
    place `at` belongs to, behind what a participle says of that verb's object; None where the verb
    has a time of its own, or the participle comes behind a comma."""
    noun = participle.head
    verb = noun.head
    present = participle.dep_ == "acl" and "Pres" in feature(participle, "Tense")
    if not present or noun.dep_ not in ("obj", "obl:arg", "obl:mod") or not is_verb(verb):
        return None
    if tense(verb) not in PAST or verb.i > noun.i:
        return None
    if any(t.text == "," or is_verb(t) for t in verb.doc[participle.i + 1 : at]):
        return None
    return verb


def despite(verb: Token, words: ModuleType) -> Token | None:
    """« ont achevé lundi leurs discussions sans faire de progrès à Oslo »: the main verb, of what is said
    not to have been done there."""
    marks = (c.plain for c in verb.children if c.dep_ == "mark" and c.i < verb.i)
    if not any(words.MARKS.get(mark) == "denied" for mark in marks):
        return None
    root = verb.sent.root
    return root if root.i < verb.i and is_verb(root) else None


def ceremony_over(participle: Token, owners: frozenset[int], words: ModuleType) -> Token | None:
    """« ont signé un accord lors d'une cérémonie organisée à Oslo »: the verb of what was done where
    that was held which tells of no event itself."""
    noun = participle.head
    if participle.dep_ != "acl" or noun.i in owners or lemmas(participle).isdisjoint(words.HELD):
        return None
    return next(_verbs(noun, words.ON_THE_SPOT), None)
