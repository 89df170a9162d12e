"""What a report tells twice in ways of its own: its headline's news, and a ceasefire's agreement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.draft import Draft
from detente.reading.events.syntax import lemmas, preposition, straight, tense
from detente.reading.events.telling import Telling
from detente.reading.events.triggers import PACT

TOLD = ("occurred", "ongoing")
LEAD = 3
"""Sentences under a headline that may tell its news again (a dateline counts as one), and after
an agreement that may go on about it."""


def leads_with_it(draft: Draft, telling: Telling, before: Sequence[Telling]) -> bool:
    """A headline without a verb (« Réunion à Lima dimanche ») leaves open whether its Sunday is past;
    the first sentences say so of the same city, day of the week or parties."""
    if any(not t.headline or not t.trigger.nominal for t in before):
        return False
    if telling.headline or telling.sentence > LEAD or not _bare_headline(before):
        return False
    for head in before:
        if head.place and telling.place and head.place != telling.place:
            return False
        day, own = head.date, telling.date
        if day and own and (day.when.weekday is None or day.when.weekday != own.when.weekday):
            return False
    heads = {p for t in before for p in t.parties(draft)}
    parties = set(telling.parties(draft))
    if heads and parties and not heads <= parties:
        return False
    shared = heads & parties or any(
        (t.place and t.place.city and telling.place) or (t.date and telling.date) for t in before
    )
    return bool(shared) and telling.status in (*TOLD, "planned")


def _bare_headline(before: Sequence[Telling]) -> bool:
    """No verb carries its noun, and it is no more certain than that."""
    return all(t.trigger.light is None and t.status in TOLD for t in before)


def one_pact(draft: Draft, telling: Telling, before: Sequence[Telling], kind: str) -> str:
    """A ceasefire, then « l'accord », « ce texte »: the agreement by which it was made; or the same
    ceasefire told in full again, as a report quotes who signed it."""
    if telling.kind.kind not in PACT or kind not in PACT:
        return ""
    parties = set(telling.parties(draft))
    known = {p for t in before for p in t.parties(draft)}
    near = telling.sentence - before[-1].sentence
    if parties & known and _headline_of(draft, telling, before):
        return "the headline tells it first"
    if not near or near > LEAD or (parties and known and not parties & known):
        return ""
    if telling.reference != "new" and _only_of_peace(draft, telling):
        return "« l'accord » is that by which the fighting was stopped"
    both = telling.kind.kind == kind == "ceasefire"
    if both and parties and parties == known and not moves_on(draft, telling):
        return "one ceasefire between the same parties, told again"
    return ""


def _headline_of(draft: Draft, telling: Telling, before: Sequence[Telling]) -> bool:
    """« Accord à Doha », then « a signé à Doha un cessez-le-feu »: a headline's accord on nothing else."""
    if telling.headline or telling.sentence > LEAD or not all(t.headline for t in before):
        return False
    if telling.status not in TOLD or any(t.status not in TOLD for t in before):
        return False
    accords = [t for t in (telling, *before) if t.kind.kind != "ceasefire"]
    peace = all("ceasefire" in t.topics or t.trigger.nominal for t in accords)
    return peace and all(_only_of_peace(draft, t) for t in accords)


def _only_of_peace(draft: Draft, telling: Telling) -> bool:
    """« l'accord », « cet accord de paix », and no accord on something else."""
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    truces = words.TRUCES
    if telling.reference == "demonstrative":
        truces = truces | words.PEACE
    noun = telling.trigger.token
    if not telling.trigger.nominal:
        return True
    told = [c for c in noun.children if c.dep_ in ("amod", "nmod") and c.i > noun.i]
    for child in told:
        place = preposition(child)
        of_it = place is None or place in grammar.of or place in grammar.upon
        if of_it and not lemmas(child) & truces:
            return False
    return True


def moves_on(draft: Draft, telling: Telling) -> bool:
    """« ont également signé », « avaient déjà conclu »: another one."""
    another: re.Pattern[str] = draft.pack.module("frames").ANOTHER
    return (
        another.search(straight(telling.around.exact)) is not None
        or tense(telling.trigger.verb) == "pluperfect"
        or telling.ordinal is not None
    )
