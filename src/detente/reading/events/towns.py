"""Towns that no list of cities has: by the noun before them (« le village de X ») or the words that say
where they lie (« à X, dans le sud du Pérou »)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.language.doc import Token
from detente.model import Place, Span
from detente.reading.draft import Draft
from detente.reading.events.belonging import owner_of, preposition_at
from detente.reading.events.triggers import Trigger

REACH = 10
"""Words behind the name of a town in which it is said where that lies."""
_NAMES = ("PROPN", "X")


@dataclass(frozen=True, slots=True)
class _Town:
    """A name in the place of a town's, as numbers of tokens: `first` is the noun that says what it is,
    or the name itself."""

    first: int
    name: int
    last: int

    @property
    def called(self) -> bool:
        """Whether a noun says what it is: « la ville de X »."""
        return self.first < self.name


def unlisted(
    draft: Draft,
    trigger: Trigger,
    mine: set[int],
    owners: frozenset[int],
    known: tuple[Place | None, Span | None],
) -> tuple[Place, Span] | None:
    """The place of a trigger's event, where it is a town without an entry: in the state that is said
    beside it, else in that of the `known` place. It comes before a city that it is said to be near to.
    A bare name (« à X ») of which no state is told is left alone. `mine` are the tokens of the trigger,
    `owners` those of all triggers of the report."""
    place, span = known
    for town in _towns(draft, trigger.token.sent.tokens):
        if owner_of(draft, town.first, owners) not in mine:
            continue
        if place is not None and place.city is not None and not _lies_near(draft, town, span):
            continue
        state = _state_of(draft, town) or (place.country if place is not None else None)
        if state is None and not town.called:
            continue
        city = draft.tokens_span(town.name, town.last).exact
        return Place(city=city, country=state), draft.tokens_span(town.first, town.last)
    return None


def _towns(draft: Draft, tokens: Sequence[Token]) -> Iterator[_Town]:
    """The names that stand where a town's does, and that nothing else is known of."""
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    led = grammar.to | grammar.in_ | grammar.of | words.NEAR
    for token in tokens[1:]:
        if token.pos_ not in _NAMES or not token.text[0].isupper() or draft.mention_at(token):
            continue
        before = token.nbor(-1)
        last = token.i
        while last + 1 < token.sent.end and draft.doc[last + 1].dep_ == "flat:name":
            last += 1
        if before.plain in grammar.to and before.pos_ == "ADP":
            if not draft.pack.module("names").is_first_name(token.text):
                yield _Town(token.i, token.i, last)
            continue
        at = token.i - (2 if before.plain in grammar.just_of else 1)
        while at > token.sent.start and (draft.doc[at].pos_ == "ADJ" or _people(draft, at)):
            at -= 1
        noun = draft.doc[at]
        settled = noun.plain in words.SETTLEMENTS and at >= token.sent.start
        if settled and preposition_at(draft, at) in led:
            yield _Town(at, token.i, last)


def _state_of(draft: Draft, town: _Town) -> str | None:
    """The state that an adjective before the name tells, or the words behind it: « la ville suisse de
    X », « à X, dans le sud du Liban », « à X (Pérou) », « à X, une localité du Mali »."""
    for at in range(town.first + 1, town.name):
        if _people(draft, at):
            return _state(draft, at)
    doc, words = draft.doc, draft.pack.module("frames")
    end = min(doc[town.name].sent.end, town.last + REACH)
    if town.last + 1 >= end or doc[town.last + 1].text not in (",", "("):
        return None
    for token in doc[town.last + 2 : end]:
        if (state := _state(draft, token.i)) is not None:
            return state
        lies = token.pos_ in ("ADP", "DET", "ADJ") or token.plain in words.AREAS | words.SETTLEMENTS
        if not lies:
            return None
    return None


def _lies_near(draft: Draft, town: _Town, city: Span | None) -> bool:
    """« dans le village de X, au nord de Lima »: whether a city only says where the town lies."""
    if city is None:
        return False
    behind = draft.doc[town.last].idx < city.start < draft.doc[town.last].idx + 60
    first = next((t for t in draft.doc[town.last + 1 :] if t.idx >= city.start), None)
    return behind and first is not None and first.nbor(-1).plain in draft.doc.grammar.of


def _people(draft: Draft, at: int) -> bool:
    mention = draft.mention_at(at)
    return mention is not None and mention.form == "people"


def _state(draft: Draft, at: int) -> str | None:
    """The one state that a name or an adjective of a people at a token stands for."""
    mention = draft.mention_at(at)
    if mention is None or len(mention.actors) != 1 or mention.city is not None:
        return None
    actor = draft.actors.get(mention.actors[0])
    return actor.id if actor is not None and actor.kind == "state" else None


def in_capital(
    draft: Draft, trigger: Trigger, mine: set[int], owners: frozenset[int]
) -> tuple[Place, Span] | None:
    """« dans la capitale qatarie »: the city that the adjective's one state has for its capital."""
    grammar, capital = draft.doc.grammar, draft.pack.module("frames").CAPITAL
    at = grammar.to | grammar.in_
    for token in trigger.token.sent:
        if token.plain not in capital or token.i + 1 >= token.sent.end:
            continue
        code = _state(draft, token.i + 1) if _people(draft, token.i + 1) else None
        city = draft.pack.module("names").capital(code) if code else None
        if city is None or preposition_at(draft, token.i) not in at:
            continue
        if owner_of(draft, token.i, owners) in mine:
            return Place(city=city, country=code), draft.tokens_span(token.i, token.i + 1)
    return None
