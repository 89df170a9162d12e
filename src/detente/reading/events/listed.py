"""Names in a row (« A, B, C et D »), and the states that brackets list (« (Mali, Niger, Tchad) »)."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language.doc import Words
from detente.reading.draft import Draft, Mention
from detente.reading.events.parts import Part
from detente.reading.events.telling import Telling
from detente.reading.events.who import is_state

_MARKS = frozenset({",", "-", "–", "/"})


def add_bracketed(draft: Draft, tellings: list[Telling]) -> None:
    """« se sont réunis au format de quatre (A, B, C et D) »: the states that brackets list are the
    parties of the meeting or accord told nearest before, unless it is told between others."""
    joint = [t for t in tellings if t.kind.joint]
    for sent in draft.doc.sents if joint else ():
        for at, states in _brackets(draft, sent):
            told = [t for t in joint if sent.start <= t.trigger.token.i < sent.end]
            nearest = min(told, key=lambda t: abs(t.trigger.token.i - at), default=None)
            if nearest is None:
                continue
            named = {m.actors[0]: m for m in states}
            others = {p for p in nearest.parties(draft) if is_state(draft, p)} - named.keys()
            if others:
                continue
            known = set(nearest.parties(draft))
            nearest.parts += [
                Part(state, "participant", draft.span(m.start, m.end))
                for state, m in named.items()
                if state not in known
            ]


def _brackets(draft: Draft, sent: Words) -> Iterator[tuple[int, list[Mention]]]:
    """Each pair of brackets of a sentence that holds nothing but two states or more: the token that
    opens it, and the states."""
    grammar = draft.doc.grammar
    joins = _MARKS | grammar.and_ | grammar.definite | draft.pack.module("frames").AS_WELL
    for opening in sent:
        if opening.text != "(":
            continue
        states: list[Mention] = []
        for token in draft.doc[opening.i + 1 : sent.end]:
            mention = draft.mention_at(token)
            if token.text == ")":
                if len({m.actors[0] for m in states}) > 1:
                    yield opening.i, states
                break
            if mention is not None and len(mention.actors) == 1:
                if not is_state(draft, mention.actors[0]) or mention.form == "people":
                    break
                if mention not in states:
                    states.append(mention)
            elif token.plain not in joins:
                break
