"""Whose « le gouvernement », « l'armée », « la police » are, where the report says it elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from types import ModuleType

import msgspec

from detente.model import Actor
from detente.reading.draft import Draft, Mention
from detente.reading.events.syntax import children, straight

_MOST = 0.55
"""Share of all that a report names which must be of one state before that state is meant."""
_LEAST = 3
"""Mentions of that state at least."""


def settle_homes(draft: Draft) -> None:
    """Gives bodies, groups and armed movements that are named without a country the state that the report means:
    that of the same body named in full (« le gouvernement malien », later « le gouvernement »), else
    the one before the colon of the headline, else the one that most of the report is about."""
    words = draft.pack.module("frames")
    main = main_state(draft)
    if main is not None:
        _state_itself(draft, main)
    unplaced = [a for a in draft.actors.values() if a.country is None]
    bare = [a for a in unplaced if a.id in draft.movements or _bare(a, words.BARE)]
    if not bare:
        return
    for actor in bare:
        home = _kin(draft, actor) or (_subject(draft, actor) if _ministry(actor, words) else None)
        home = home or main or (_here(draft, actor) if _of_land(actor, words.LOCAL) else None)
        if home is not None:
            draft.actors[actor.id] = msgspec.structs.replace(
                actor, country=home, country_basis="inferred"
            )


def main_state(draft: Draft) -> str | None:
    """The state that a report is about, where it is about one."""
    return _headed(draft) or _most(draft)


def _state_itself(draft: Draft, main: str) -> None:
    """« l'Etat a gracié deux rebelles » is the state that the report is about."""
    state, definite = draft.pack.module("frames").THE_STATE, draft.doc.grammar.definite
    for token in draft.doc[1:-1]:
        if token.text not in state or token.nbor(-1).plain not in definite:
            continue
        after = token.nbor(1)
        alone = after.pos_ in ("AUX", "VERB", "PUNCT", "ADV", "PRON") and token.dep_ != "nmod"
        if alone and draft.mention_at(token) is None and main in draft.actors:
            end = token.idx + len(token.text)
            draft.add_mention(
                Mention(
                    start=token.idx, end=end, first=token.i, last=token.i, head=token.i,
                    actors=(main,), form="description",
                )
            )  # fmt: skip


def _bare(actor: Actor, heads: frozenset[str]) -> bool:
    if actor.kind not in ("organisation", "group"):
        return False
    return any(word in heads for word in straight(actor.name).split()[:2])


def _of_land(actor: Actor, heads: frozenset[str]) -> bool:
    return any(word in heads for word in straight(actor.name).split()[:2])


def _ministry(actor: Actor, words: ModuleType) -> bool:
    ministry: str = words.MINISTRY
    return straight(actor.name).startswith(ministry)


def _kin(draft: Draft, actor: Actor) -> str | None:
    """The one state whose body of the same name the report tells of."""
    head = straight(actor.name).split()[0]
    found = {
        other.country
        for other in draft.actors.values()
        if other.country and other.kind == "organisation" and straight(other.name).startswith(head)
    }
    return found.pop() if len(found) == 1 else None


def _subject(draft: Draft, actor: Actor) -> str | None:
    """« Bamako a fermé son ciel, selon le ministère des Transports »: the state that acts in the
    sentence, or in the one before."""
    first = min((m.first for m in draft.mentions if actor.id in m.actors), default=None)
    if first is None:
        return None
    at = draft.doc[first].sent.number
    for sent in reversed(draft.doc.sents[max(0, at - 1) : at + 1]):
        states = {
            draft.actors[a].country or a
            for token in sent
            if token.dep_.startswith("nsubj") and (mention := draft.mention_at(token))
            for a in mention.actors
            if a in draft.actors and draft.actors[a].kind == "state"
        }
        if len(states) == 1:
            return states.pop()
    return None


def _here(draft: Draft, actor: Actor) -> str | None:
    """« L'armée a pris le pouvoir au Niger »: the one state of which its sentence says where."""
    first = min((m.first for m in draft.mentions if actor.id in m.actors), default=None)
    if first is None:
        return None
    sent = draft.doc[first].sent
    found = {
        draft.actors[a].country
        for m in draft.mentions
        if sent.start <= m.first < sent.end and m.form in ("place", "name")
        for a in m.actors
        if a in draft.actors and draft.actors[a].kind == "state"
    }
    return found.pop() if len(found) == 1 else None


def _headed(draft: Draft) -> str | None:
    """« Colombie: le gouvernement … »: the state before the colon of the first line."""
    line = draft.article.text.split("\n", 1)[0]
    match = re.match(r"\s*[^:»\"]{3,30}?(?=\s?:)", line)
    if match is None:
        return None
    found = {
        a
        for m in draft.mentions
        if m.start < match.end() and m.end <= match.end() + 1
        for a in m.actors
        if a in draft.actors and draft.actors[a].kind == "state"
    }
    return found.pop() if len(found) == 1 else None


def _most(draft: Draft) -> str | None:
    """The state of most of those whom a report names, not counting where something was."""
    seen: Counter[str] = Counter()
    for mention in draft.mentions:
        if _is_where(draft, mention):
            continue
        named = [draft.actors[a] for a in mention.actors if a in draft.actors]
        for country in {a.country for a in named if not _a_firm(a)}:
            if country:
                seen[country] += 1
    if not seen:
        return None
    country, count = seen.most_common(1)[0]
    return country if count >= _LEAST and count >= _MOST * seen.total() else None


def _a_firm(actor: Actor) -> bool:
    """Outlets, networks and companies, which a report names for what they carry."""
    return actor.kind == "organisation" and actor.name[:1].isupper()


def _is_where(draft: Draft, mention: Mention) -> bool:
    case = children(draft.doc[mention.head], "case")
    grammar = draft.doc.grammar
    return mention.form == "place" and any(c.plain in grammar.to | grammar.in_ for c in case)
