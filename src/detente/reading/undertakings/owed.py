"""Undertakings told as what is owed: « X est censé remettre … », « X doit réduire … d'ici mai »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.events.syntax import children, is_passive, lemmas, negated, tense
from detente.reading.undertakings.extent import clause_from, incise
from detente.reading.undertakings.found import Found
from detente.reading.undertakings.laid_down import foreseen, in_quotes
from detente.reading.undertakings.subject import who_of

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.undertakings import Lexicon

NOW = frozenset({"present", "imperfect"})
"""Tenses in which something is owed."""
DUE = NOW | {"future"}
"""The same, where a day is told by which."""


def supposed(word: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« X est censé remettre ses armes »: what somebody has undertaken."""
    if children(word, "cop") and not negated(word) and tense(word) in NOW:
        yield from _owed(word, lexicon)


def due(verb: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« X doit remettre ses armes d'ici décembre »: with a day for it, and not as somebody's opinion."""
    if tense(verb) not in DUE or negated(verb) or verb.dep_ not in ("ROOT", "conj"):
        return
    said = any(t.nbor(-1).text == "," and incise(t) for t in verb.doc[verb.i + 1 : verb.sent.end])
    by_then = any(t.plain in lexicon.by_then for t in verb.sent)
    on_a_day = any(t.plain in lexicon.days for t in verb.doc[verb.i + 1 : verb.sent.end])
    day = not said and (by_then or on_a_day)
    if day and not in_quotes(verb, verb.sent) and not foreseen(verb.sent, lexicon):
        yield from _owed(verb, lexicon)


def _owed(verb: Token, lexicon: Lexicon) -> Iterator[Found]:
    ahead = ("infinitive", "past-infinitive")  # « devra avoir libéré »
    act = next((c for c in children(verb, "xcomp", "ccomp") if tense(c) in ahead), None)
    if act is not None and lemmas(act) & lexicon.begins and not lemmas(act) & lexicon.owed:
        begun = children(act, "xcomp", "obj", "obl:arg")
        deeds = lexicon.owed | lexicon.deeds
        act = act if any(lemmas(c) & deeds for c in begun) else None  # « doit entamer son retrait »
    elif act is not None and lemmas(act).isdisjoint(lexicon.owed):
        return
    if act is None or is_passive(act):
        return
    if any(lemmas(c) & lexicon.no_matter for c in children(act, "obj")):
        return  # « doit remettre son rapport »
    who = who_of(verb)
    if who and (content := clause_from(act.i, act, lexicon)):
        yield Found(verb, who, *content, "agreed")
