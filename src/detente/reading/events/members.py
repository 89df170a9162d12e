"""Who the members of a group are, where a sentence names them: « Parmi eux figurent A et B », « les deux
Maliens libérés, identifiés comme A et B », « il s'agit de A et B »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.language.doc import Token, Words
from detente.model import Span
from detente.reading.draft import Draft, Mention
from detente.reading.events.enumerating import listed
from detente.reading.events.lexicon import lexicon
from detente.reading.events.parts import Part
from detente.reading.events.retold import TOLD
from detente.reading.events.syntax import children, feature, is_finite, is_verb, lemmas
from detente.reading.events.telling import Telling
from detente.reading.events.who import nation_in, nation_of, party_of

_FREED = frozenset({"release", "exchange"})
_TRIED = frozenset({"detention", "sentencing"})
_FAR = 4
"""Sentences back to the one that tells of those whom « eux » stands for, at most."""


@dataclass(frozen=True, slots=True)
class Named:
    """Persons said to be of a group: its noun, or None where a pronoun stands for it, and the verb
    that says so."""

    group: Token | None
    verb: Token
    people: tuple[Mention, ...]

    @property
    def sent(self) -> Words:
        return self.verb.sent


def settle_members(draft: Draft, tellings: list[Telling]) -> None:
    """Puts the named members of a group where the group is: among those freed, and those arrested or
    tried, by the state that holds the group."""
    if not any(t.kind.kind in _FREED or t.kind.kind in _TRIED for t in tellings):
        return
    for named in _named(draft):
        _freed(draft, named, tellings)
        _tried(draft, named, tellings)


def _named(draft: Draft) -> Iterator[Named]:
    words, among = draft.pack.module("frames"), draft.doc.grammar.among
    for token in draft.doc:
        if token.plain in among:
            found = _among(draft, token, words.COUNTS_AMONG)
        elif is_verb(token) and lemmas(token) & words.IDENTIFY:
            found = _called(draft, token)
        elif token.dep_ == "cop" and is_finite(token):
            found = _is_who(draft, token)
        elif token.plain in words.NAMELY and token.i > token.sent.start:
            found = _namely(draft, token, words.NAMELY[token.plain])
        else:
            continue
        if found is not None and found.people:
            yield found


def _among(draft: Draft, among: Token, counts: frozenset[str]) -> Named | None:
    """« Parmi les Belges libérés figurent A et B », « parmi eux, A, arrêté en mai, et B »; and the other
    way about, « A et B figurent parmi les Belges libérés »."""
    doc, sent = among.doc, among.sent
    at = among.i + 1
    while at < sent.end - 1 and doc[at].pos_ in ("DET", "NUM"):
        at += 1
    group = None if doc[at].pos_ == "PRON" else doc[at]
    before = doc[among.i - 1] if among.i > sent.start else None
    if before is not None and is_verb(before) and lemmas(before) & counts:
        people = listed(draft, sent.start, end=before.i)
        return Named(group, before, people)
    if before is not None and not before.is_punct:
        return None
    people = listed(draft, at + 1, counts)
    return Named(group, among, people)


def _called(draft: Draft, verb: Token) -> Named | None:
    """« Les deux Belges ont été identifiés comme étant A et B »."""
    as_ = draft.doc.grammar.as_
    by = next((t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.plain in as_), None)
    if by is None or any(is_finite(t) for t in verb.doc[verb.i + 1 : by.i]):
        return None
    whom = [verb.head] if verb.dep_ == "acl" else children(verb, "nsubj:pass", "nsubj")
    group = next((t for t in whom if t.pos_ == "NOUN"), None)
    return Named(group, verb, listed(draft, by.i + 1)) if whom else None


def _namely(draft: Draft, token: Token, opening: str) -> Named | None:
    """« Il s'agit de A et B », « deux Belges, à savoir A et B »."""
    before, after = token.nbor(-1), token.i + 1
    if before.plain != opening or after >= token.sent.end:
        return None
    follows = token.doc[after]
    after += follows.text == ":" or follows.plain in draft.doc.grammar.of
    return Named(None, token, listed(draft, after))


def _is_who(draft: Draft, copula: Token) -> Named | None:
    """« Les deux Belges libérés sont A et B »."""
    group = next(iter(children(copula.head, "nsubj")), None)
    if group is None or group.pos_ != "NOUN" or "Plur" not in feature(group, "Number"):
        return None
    return Named(group, copula, listed(draft, copula.i + 1))


# --- those freed ---------------------------------------------------------------------------------


def _freed(draft: Draft, named: Named, tellings: list[Telling]) -> None:
    telling, span = _group_freed(draft, named, tellings)
    if telling is None:
        return
    nation = nation_of(draft, named.group) or (nation_in(draft, span) if span else None)
    telling.loose = [(slot, words) for slot, words in telling.loose if " " in words.exact]
    known = {p.actor for p in telling.parts if p.part == "released"}
    for mention in named.people:
        for actor in mention.actors:
            if actor not in known:
                own = party_of(draft, actor) or nation
                said = draft.span(mention.start, mention.end)
                telling.parts.append(Part(actor, "released", said, side=own))


def _group_freed(
    draft: Draft, named: Named, tellings: list[Telling]
) -> tuple[Telling | None, Span | None]:
    """The telling that some people were freed whom the sentence then names, and the words for them."""
    freed = [t for t in tellings if t.kind.kind in _FREED and t.status in TOLD]
    if named.group is not None:
        own = [t for t in freed if _is_of(t, named.group)]
        if not own and not _said_freed(draft, named.group):
            return None, None
        if own and not any(t.trigger.token.head is named.group for t in own):
            return own[0], None
    nation = nation_of(draft, named.group)
    best: tuple[Telling | None, Span | None] = (None, None)
    for telling in sorted(freed, key=lambda t: t.span.start):
        if telling.trigger.token.i < named.verb.i and telling.trigger.token.head != named.group:
            for _, span in telling.loose:
                if nation is None or nation_in(draft, span) in (nation, None):
                    best = (telling, span)
    if named.group is not None:
        return best if best[0] is not None else (own[0] if own else None, None)
    back = draft.article.text[best[1].end : named.verb.idx] if best[1] is not None else ""
    return best if back.count(". ") + back.count("\n") < _FAR else (None, None)


def _is_of(telling: Telling, group: Token) -> bool:
    """Whether a telling is of a group: « les Belges libérés », « a libéré deux Belges »."""
    slots = telling.trigger.frame.slots.items()
    heads = [h for slot, part in slots if part == "released" for h in telling.trigger.slots[slot]]
    return telling.trigger.token.head is group or group in heads


def _said_freed(draft: Draft, group: Token) -> bool:
    """« les Belges libérés », « les prisonniers échangés », « les personnes relâchées »."""
    known = lexicon(draft.pack.code).verbs
    said = [group, *children(group, "acl", "amod", "acl:relcl")]
    return any(
        s.kind.kind in _FREED for t in said for word in t.lemmas for s in known.get(word, ())
    )


# --- those arrested or tried ---------------------------------------------------------------------


def _tried(draft: Draft, named: Named, tellings: list[Telling]) -> None:
    """« Parmi eux, A, arrêté en mai, et B, condamné en juin »: by the state that holds them; « ont été
    identifiés comme A et B et condamnés en 2017 »: A and B were."""
    people = {a for m in named.people for a in m.actors}
    held: tuple[str, Span] | None = None
    for telling in tellings:
        token = telling.trigger.token
        if telling.kind.kind not in _TRIED or token.sent.start != named.sent.start:
            continue
        if token.dep_ == "conj" and token.head is named.verb:
            mine = [p for p in telling.parts if p.part == "target"]
            telling.parts = [p for p in telling.parts if p not in mine]
            telling.parts += [
                Part(a, "target", draft.span(m.start, m.end))
                for m in named.people
                for a in m.actors
            ]
        elif not any(p.actor in people and p.part == "target" for p in telling.parts):
            continue
        if any(p.part == "doer" for p in telling.parts) or telling.place is not None:
            continue
        held = held or _holder(draft, named, tellings)
        if held is not None:
            telling.parts.append(Part(held[0], "doer", held[1]))


def _holder(draft: Draft, named: Named, tellings: list[Telling]) -> tuple[str, Span] | None:
    """The state that holds the group: where it is told to be held nearest before, else the only one
    by which the report tells that people were held or freed."""
    found: list[tuple[str, Span]] = []
    for telling in sorted(tellings, key=lambda t: t.span.start):
        if telling.span.start >= named.sent.start_char:
            continue
        state = _holding(draft, telling)
        if state is not None:
            found.append(state)
    if not found:
        return None
    near = draft.article.text[found[-1][1].end : named.sent.start_char]
    if near.count(". ") + near.count("\n") <= 1 or len({state for state, _ in found}) == 1:
        return found[-1]
    return None


def _holding(draft: Draft, telling: Telling) -> tuple[str, Span] | None:
    if telling.kind.kind == "detention":
        for part in telling.parts:
            state = party_of(draft, part.actor) if part.part == "doer" else None
            if state:
                return state, part.span
        if telling.place is not None and telling.place.country and telling.place_span:
            return telling.place.country, telling.place_span
    if telling.kind.kind in _FREED:
        for part in telling.parts:
            state = party_of(draft, part.actor) if part.part == "by" else None
            if state:
                return state, part.span
    return None
