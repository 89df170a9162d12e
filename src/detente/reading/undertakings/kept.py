"""An act told in one breath with the promise that it keeps or breaks: « X a libéré Y, comme promis »,
« conformément à l'accord, X s'est retiré », « contrairement à ses engagements, X n'a pas levé … »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from detente.language.openings import Openings
from detente.model import UndertakingStatus
from detente.reading.events.syntax import (
    children,
    is_passive,
    is_verb,
    lemmas,
    negated,
    subjects,
    tense,
)
from detente.reading.undertakings.extent import clause_from
from detente.reading.undertakings.found import AHEAD, Found

if TYPE_CHECKING:
    from detente.language.doc import Doc, Token, Words
    from detente.language.undertakings import Lexicon, Mode

DONE = frozenset({"past", "pluperfect", "past-infinitive"})
"""Tenses of what is told as done."""


def as_promised(doc: Doc, lexicon: Lexicon) -> Iterator[Found]:
    """The acts that are told with words for a promise or pact beside them; who does it is bound."""
    kinds: tuple[tuple[Mode, bool], ...] = (
        ("promised", False),
        ("agreed", False),
        ("promised", True),
    )
    beginnings = _openings(lexicon.as_promised, lexicon.as_agreed, lexicon.against_promise)
    for match, (which, _) in sorted(beginnings.matches(doc.plain), key=lambda found: found[1][0]):
        mode, against = kinds[which]
        beside = doc.char_span(*match.span(), alignment_mode="expand")
        act = _act(beside, lexicon) if beside is not None else None
        if beside is None or act is None:
            continue
        status = _status(act, lexicon, against=against)
        if status and (found := _found(beside, act, mode, status, lexicon)):
            yield found


@cache
def _openings(*kinds: tuple[str, ...]) -> Openings[tuple[int, int]]:
    """The patterns of some kinds, by the place of the kind and of the pattern in it."""
    return Openings(
        {
            (kind, n): re.compile(pattern)
            for kind, patterns in enumerate(kinds)
            for n, pattern in enumerate(patterns)
        }
    )


@cache
def expression(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for any of some patterns, over words in small letters (`straight`)."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _act(beside: Words, lexicon: Lexicon) -> Token | None:
    """The verb of a binding act beside which some words stand, or None: that of their clause, or what
    it begins (« a commencé à retirer »)."""
    verb = beside.root.head
    while (not is_verb(verb) or beside.start <= verb.i < beside.end) and verb.head != verb:
        verb = verb.head
    if not is_verb(verb) or beside.start <= verb.i < beside.end:
        return None
    if lemmas(verb) & lexicon.carries and any(
        c.lemmas & lexicon.act_nouns
        for c in children(verb, "obj", "obl:arg", "nsubj:pass", "nsubj")
    ):
        return verb  # « a mené à bien son désarmement »
    if lemmas(verb) & lexicon.begins:
        verb = next(iter(children(verb, "xcomp")), verb)
    return verb if lemmas(verb) & (lexicon.acts | lexicon.owed) - lexicon.light else None


def _status(act: Token, lexicon: Lexicon, *, against: bool) -> UndertakingStatus | None:
    """What became of the promise, by the tense of the act; `against`: the words beside it say that
    it was broken, which takes an act that is denied."""
    above = act.head if tense(act) == "infinitive" and act.dep_ == "xcomp" else act
    told, denied = tense(above), negated(act) or negated(above)
    if against or denied:
        return "broken" if denied and told in DONE | {"present"} else None
    if above is not act and not lemmas(above) & lexicon.begins:
        return None  # « doit être libéré, aux termes de l'accord »: laid down
    if told in DONE:
        return "carried_out" if above is act else "under_way"
    if told in AHEAD:
        return "open"
    return "under_way" if told == "present" else None


def _found(
    beside: Words, act: Token, mode: Mode, status: UndertakingStatus, lexicon: Lexicon
) -> Found | None:
    doing = subjects(act)
    who = [t for t in doing if t.pos_ in ("NOUN", "PROPN", "PRON")]
    if is_passive(act):
        who = children(act, "obl:agent") or [
            t for t in subjects(beside.root) if beside.start <= t.i and t.pos_ != "PRON"
        ]
    own = [t.left_edge.i for t in doing if t.i < act.i and t in act.children]
    first = min(own, default=act.left_edge.i)
    if act.doc[first].pos_ == "ADP":
        first += 1  # « commencé à retirer »
    if first < beside.start < act.i:
        first = act.i  # « X a, comme promis, libéré … »
    content = clause_from(first, act, lexicon)
    if content is None or not (who or mode == "agreed"):
        return None
    start, end = content
    if start < beside.start_char < end:
        end = start + len(act.doc.text[start : beside.start_char].rstrip(" ,;:–—-\n"))
    return Found(act, tuple(who), start, end, mode, status, together=mode == "agreed")
