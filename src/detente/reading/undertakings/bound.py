"""Who is bound by an undertaking, and the meeting at which it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import Event
from detente.reading.events.syntax import (
    children,
    clause_of,
    is_passive,
    lemmas,
    preposition,
    subjects,
)
from detente.reading.events.who import actors_in, party_of
from detente.reading.speech.speakers import Speakers
from detente.reading.undertakings.subject import agree, owned

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.undertakings import Lexicon
    from detente.reading.draft import Draft
    from detente.reading.undertakings.found import Found

MADE_AT = frozenset({"call", "talks", "visit", "agreement", "mediation", "ceasefire", "exchange"})
"""Kinds of event at which parties undertake something together."""
ALONE = frozenset({"speech", "visit", "call"})
"""Kinds at which one party undertakes something by itself."""
BETWEEN = frozenset({"mediator", "host"})
"""Parts in a meeting that bind nobody."""
NEAR = 600
"""Characters back, about three sentences of news, in which the meeting may have been told."""


class Bound:
    """Looks up who is bound in one report."""

    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        self.draft, self.lexicon = draft, lexicon
        self.speakers = Speakers(draft, draft.pack.module("speech").lexicon())
        self.last: tuple[str, ...] = ()
        """The parties of the undertaking before."""

    def of(self, found: Found) -> tuple[Event | None, tuple[str, ...]]:
        """The meeting, where one is told, and the parties (ids of actors, codes of states).

        Those named as undertaking it; where these are only « les parties » or the pact, those of
        the meeting without who mediates; where nobody is named, whoever the statement is credited
        to. A person in an office binds their state, any other person themselves."""
        joint = found.together or any(t.lemma_ in self.lexicon.joint for t in found.who)
        event = self._made_at(found, joint=joint)
        by_pact = any(lemmas(t) & self.lexicon.pacts for t in found.who)
        parties = [party for token in found.who for party in self._named(token)]
        if event is not None and joint and all(self._is_group(party) for party in parties):
            parties = []
        if by_pact:
            parties += [party for token in self._doing(found) for party in self._named(token)]
        if event is not None and joint and (not parties or (by_pact and len(set(parties)) < 2)):
            parties += self._sides(event)
        first = bool(found.who) or not found.together
        if not parties and first and all(t.plain in self.lexicon.first for t in found.who):
            parties = [self._party(speaker) for speaker in self._saying(found)]
            parties += [party for token in self._with(found) for party in self._named(token)]
        if not parties and not by_pact and found.mode != "reported":
            parties = [party for token in found.who for party in self._described(token)]
        if not parties and joint:
            parties = list(self.last)
        self.last = tuple(dict.fromkeys(parties)) or self.last
        return event, tuple(dict.fromkeys(parties))

    # ------------------------------------------------------------ parties

    def met(self, found: Found, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Who else it takes: whom the parties are to meet, or to do it with."""
        words = self.draft.doc.char_span(found.start, found.end, alignment_mode="expand")
        grammar = self.draft.doc.grammar
        others = [
            party
            for t in words or ()
            if preposition(t) in grammar.with_
            or (t.dep_ == "obj" and lemmas(t.head) & self.lexicon.meets)
            for party in self._named(t)
        ]
        return tuple(party for party in dict.fromkeys(others) if party not in parties)

    def no_pact(self, found: Found) -> bool:
        """Whether « le plan prévoit … » is somebody's own: no meeting of parties is told of."""
        loose = any(
            lemmas(token) & self.lexicon.loose_pacts
            and not any(lemmas(c) & self.lexicon.concluded for c in children(token, "acl", "amod"))
            for token in found.who
        )
        return loose and not any(event.kind in MADE_AT - ALONE for event in self.draft.events)

    def _is_group(self, party: str) -> bool:
        known = self.draft.actors.get(party)
        return known is not None and known.kind == "group"

    def _named(self, token: Token) -> list[str]:
        if token.pos_ == "PROPN" and self.draft.mention_at(token) is None:
            return []  # a name that no mention knows is not who stands in brackets behind it
        if lemmas(token) & self.lexicon.forces and owned(token, self.lexicon):
            return self._owner(token)
        named = actors_in(self.draft, token)
        if lemmas(token) & self.lexicon.pacts:  # « l'accord de Vienne » binds no Austria
            named = [(actor, mention) for actor, mention in named if not mention.city]
        elif (
            token.dep_ == "nsubj:pass" and self.draft.mention_at(token) is None
        ):  # « les mesures américaines seront levées »
            named = [(actor, mention) for actor, mention in named if mention.form == "people"]
        return [self._party(actor) for actor, _ in named]

    def _owner(self, token: Token) -> list[str]:
        """Whose « son pays » is: the subject of the verb above."""
        above = clause_of(clause_of(token).head)
        found = [t for t in subjects(above) if t.i < token.i]
        return [party for t in found for party in self._named(t) or self._described(t)]

    def _party(self, actor: str) -> str:
        """The party that an actor binds: a person whose posts are known binds a state only from
        an office."""
        known = self.draft.actors.get(actor)
        if known is not None and known.kind == "person" and known.roles:
            held = [role.title.lower() for role in known.roles if role.standing != "former"]
            words = {word for title in held for word in title.split()}
            if not words & self.lexicon.offices:
                return actor
        office = known is not None and known.kind == "group" and known.country
        if known is not None and office and set(known.name.lower().split()) & self.lexicon.rulers:
            return known.country or actor  # « le président gambien », who is not named
        return party_of(self.draft, actor) or actor

    def _sides(self, event: Event) -> list[str]:
        """The parties of a meeting without those who only mediate it or are host to it."""
        between = {p.side or self._party(p.actor) for p in event.participants if p.part in BETWEEN}
        own = {p.side or self._party(p.actor) for p in event.participants if p.part not in BETWEEN}
        sides = [party for party in event.parties if party not in between - own]
        return sides if len(sides) > 1 else list(event.parties)

    def _doing(self, found: Found) -> list[Token]:
        """Of what a pact lays down, those who are to do it: « … que X se retire »."""
        words = self.draft.doc.char_span(found.start, found.end, alignment_mode="expand")
        return [
            t
            for t in words or ()
            if t.dep_ == "nsubj"
            and t.pos_ in ("NOUN", "PROPN")
            and not any(is_passive(verb) for verb in children(t.head, "xcomp"))
        ]

    def _with(self, found: Found) -> list[Token]:
        """Of « nous sommes convenus avec X de … », X."""
        with_ = self.draft.doc.grammar.with_
        return [t for t in found.trigger.children if found.together and preposition(t) in with_]

    def _saying(self, found: Found) -> list[str]:
        return [
            statement.speaker
            for statement in self.draft.statements
            if statement.speaker
            and any(s.start < found.end and found.start < s.end for s in statement.evidence)
        ]

    def _described(self, token: Token) -> list[str]:
        """Of « la communauté internationale », « les rebelles », which no mention knows, an actor of
        that description; of « ils », the subject of the clause above or of the sentence before."""
        if token.plain in token.doc.grammar.which:
            return self._latter(token)
        if token.pos_ == "PRON":
            above = clause_of(token).head
            found = [t for t in subjects(above) if t.i < token.i and t.pos_ != "PRON"]
            if not found and token.sent.start:
                before = token.doc[token.sent.start - 1].sent.root
                found = [t for t in subjects(before) if t.pos_ != "PRON" and agree(token, t)]
            return [party for t in found for party in self._named(t) or self._described(t)]
        anonymous = lemmas(token) & self.lexicon.joint and "Plur" in token.morph.get("Number", [])
        if anonymous or token.pos_ == "PROPN" or not self.speakers.can_speak(token):
            return []
        actor = self.speakers.of(token)
        return [self._party(actor)] if actor else []

    def _latter(self, token: Token) -> list[str]:
        """Of « Lequel a promis … », who was named last before it."""
        for mention in self.speakers.named_before(token.idx):
            if mention.form in ("name", "post", "description") and len(mention.actors) == 1:
                return [self._party(mention.actors[0])]
        return []

    # ------------------------------------------------------------ the meeting

    def _made_at(self, found: Found, *, joint: bool) -> Event | None:
        """The meeting or call at which it was undertaken: told in the same sentence, else the last
        one told shortly before it, where parties together undertake it."""
        kinds = MADE_AT if joint else MADE_AT | ALONE
        sentence = found.trigger.sent
        best: tuple[int, Event] | None = None
        for event in self.draft.events:
            if event.kind not in kinds or event.status not in ("occurred", "ongoing"):
                continue
            for mention in event.mentions:
                if sentence.start_char <= mention.start < sentence.end_char:
                    if not found.start <= mention.start < found.end:
                        return event
                elif 0 < sentence.start_char - mention.start < NEAR and (
                    best is None or mention.start > best[0]
                ):
                    best = (mention.start, event)
        return best[1] if best is not None and joint else None
