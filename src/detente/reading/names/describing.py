"""Descriptions: « le ministre », « les deux dirigeants », « les deux pays », unnamed groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Role
from detente.reading.names.descriptions import Descriptions
from detente.reading.names.focus import NEAR, SUBJECTS, Focus, Seen
from detente.reading.names.groups import Group
from detente.reading.names.rebels import Rebels

if TYPE_CHECKING:
    from detente.language.doc import Token


SPOKEN = frozenset('«»"“”:')
"""What parts the words of a speech from who speaks them."""


class Describing:
    """Finds whom descriptions stand for; where nobody named fits, an unnamed group is made."""

    def __init__(self, focus: Focus) -> None:
        self.focus, self.stage = focus, focus.stage
        self.lang, self.cast, self.words = focus.stage.lang, focus.cast, focus.stage.words
        self.doc = focus.doc
        self.descriptions = Descriptions(self.lang, self.cast, self.words)
        self.rebels = Rebels(focus)

    def resolve(self, group: Group) -> None:
        """Keeps the mention of a description that stands for somebody."""
        token = self._noun(group)
        found = self._described(group, token)
        if found is None:
            return
        actors, certain = found
        self.stage.mention(
            group.first,
            group.last,
            tuple(self.cast.parts.get(a) or self.cast.state(a) for a in actors),
            "description",
            layer=0,
            head=token.i,
            certain=certain,
        )
        self.focus.keep(token, actors, token.dep_ in SUBJECTS, len(actors) > 1 or group.plural)

    def _noun(self, group: Group) -> Token:
        """The noun of a post of several words (“haut responsable”)."""
        for word in self.words[group.head : group.last + 1]:
            if word.pos in ("NOUN", "PROPN"):
                return self.doc[word.i]
        return self.doc[self.words[group.head].i]

    def _described(self, group: Group, token: Token) -> tuple[tuple[str, ...], bool] | None:
        words = self.words[group.first : group.last + 1]
        if any(w.key in self.lang.GRAMMAR.two for w in words) and group.definite:
            two = self._two(group)
            if two is not None or len(group.states) != 1:
                return two
        if group.definite and group.plural and (both := self._of_both(group)) is not None:
            return both
        if self.words[group.first].key in self.lang.GRAMMAR.ours:
            return None
        if group.shared:
            return self._each(group)
        the = words[0].key in self.lang.GRAMMAR.definite
        if the and not group.own and words[-1].key in self.lang.words("sides"):
            return self._two_states(group)
        fighters = self.rebels.of(group)
        if fighters is not None or self.words[group.head].key in self.lang.words("movements_alone"):
            return fighters
        recent = self.focus.recent()
        if group.definite and not group.plural:
            others = [a for a in recent if not self._beside(a, group, token)]
            named = self.descriptions.person(group, others, self._near(token))
            named = named or self._leader(group, recent) or self._just_named(group, token)
            if named is not None:
                self._learn(group, token, named[0])
                return (named[0],), named[1]
        head = token.head if token.dep_ == "conj" else token
        acts = head.dep_ in SUBJECTS or head.dep_ in ("obl:agent", "obl:arg")
        if not group.own and not acts:
            return None
        if group.definite and not group.own:
            same = self.descriptions.group(group)
            if same is not None:
                return (same,), False
        name = self.stage.said(group.bare, group.last)
        country = group.states[0] if len(group.states) == 1 else None
        part = self.cast.named("group", name, country)
        part.plural = group.plural
        part.rebel = self.rebels.nameless(group)
        post = self.lang.post(self.words[group.head].key)
        part.gender = post.gender if post else None
        if part.gender is None and self.words[group.first].key in self.lang.GRAMMAR.feminine:
            part.gender = "f"
        return (part.id,), True

    def _just_named(self, group: Group, token: Token) -> tuple[str, bool] | None:
        """« X a salué l'accord. Le président américain … »: whoever was the last subject, by name,
        and of whom no post nor country was told, gets them."""
        if token.dep_ not in SUBJECTS or len(group.states) > 1:
            return None
        before = [s for s in self.focus.before(token.i, 1) if s.token < token.i]
        people = [s for s in before if self.focus.people([s])]
        posts = self.descriptions.leading(group)
        fitting = [a for a in self.focus.people(people) if self._untold(a, group)]
        held = {a: self.stage.leaders.posts(self.cast.parts[a]) for a in fitting}
        fitting = [a for a in fitting if not held[a] or not posts or held[a] & posts]
        if len(fitting) != 1 or not self.descriptions.is_top(group):
            return None
        if not self.descriptions.fits(fitting[0], group):
            return None
        last = next(s for s in people if fitting[0] in s.actors)
        named = self.focus.heads.get(last.token)
        if (
            named is None
            or named.form != "name"
            or len(last.actors) > 1
            or self._one_clause(last, token)
        ):
            return None
        if not (last.subject if group.states else last is people[0]):
            return None
        return self._promote(fitting[0], group), False

    def _leader(self, group: Group, recent: Sequence[str]) -> tuple[str, bool] | None:
        """« François Hollande … Le président français »: the one person named before of whom the
        report tells no post and who is known to hold it."""
        posts = self.descriptions.leading(group) if len(group.states) == 1 else frozenset()
        theirs = [a for a in recent if self.cast.parts[a].country in group.states and posts]
        theirs = [a for a in theirs if self._untold(a, group) and self.descriptions.fits(a, group)]
        known = [a for a in theirs if self.stage.leaders.posts(self.cast.parts[a]) & posts]
        return (self._promote(known[0], group), True) if len(known) == 1 else None

    def _promote(self, actor: str, group: Group) -> str:
        """Gives somebody the post that a description tells."""
        part = self.cast.parts[actor]
        part.country = group.states[0] if group.states else part.country
        words = self.words[group.first : group.last + 1]
        span = self.stage.draft.tokens_span(words[0].i, words[-1].i)
        title = self.descriptions.title(group)
        part.roles.append(Role(title=title, country=part.country, evidence=(span,)))
        return actor

    def _near(self, token: Token) -> list[str]:
        """Persons of the sentence before and of the same one, the latest first."""
        return self.focus.people([s for s in self.focus.before(token.i, 1) if s.token < token.i])

    def _beside(self, actor: str, group: Group, token: Token) -> bool:
        """Somebody of no known country, in one clause with a state's post: not its holder."""
        if not group.states or self.cast.parts[actor].country:
            return False
        return any(
            actor in s.actors and self._one_clause(s, token) for s in self.focus.before(token.i, 0)
        )

    def _untold(self, actor: str, group: Group) -> bool:
        """A person named in full of whom no post is told, nor another country."""
        part = self.cast.parts[actor]
        known = part.country is not None and part.country not in group.states
        return not part.roles and not known and not part.peoples and len(part.words) > 1

    def _one_clause(self, seen: Seen, token: Token) -> bool:
        """« X a écrit au président russe »: X is another, unless the post is a subject behind a
        quotation or a colon."""
        if seen.sentence != token.sent.number:
            return False
        spoken = any(t.text in SPOKEN for t in self.doc[seen.token : token.i])
        return not (spoken and token.dep_ in SUBJECTS)

    def _learn(self, group: Group, token: Token, actor: str) -> None:
        """« Le président X a parlé. Le président russe … »: the country of a post told before."""
        part = self.cast.parts[actor]
        if part.country or len(group.states) != 1 or not self.descriptions.is_top(group):
            return
        if (
            token.dep_ not in SUBJECTS
            or self.words[group.first].key not in self.lang.GRAMMAR.definite
        ):
            return
        before = [s for s in self.focus.before(token.i, 1) if self.focus.people([s])]
        before = [s for s in before if s.token < token.i]
        theirs = [s for s in before if s.actors == (actor,)]
        told = before and before[0] in theirs and any(s.subject for s in theirs)
        if told and not self._one_clause(before[0], token):
            part.country = group.states[0]

    def _each(self, group: Group) -> tuple[tuple[str, ...], bool]:
        """« les présidents russe et américain »: two persons, or else a group of each side."""
        found: list[str] = []
        base = self.stage.said(group.bare, self._of(group.shared[0]) - 1)
        for n in group.shared:
            word = self.words[n]
            people = word.people if n not in self.stage.hits else None
            state = people.states[0] if people else self.stage.hits[n].known.country
            half = self.words[group.shared[0] - 1]  # « les dirigeants chypriotes grec et turc »
            if half.people and half.key in self.lang.words("halved"):
                state = half.people.states[0]
            many = bool(people and people.plural)
            if group.definite and not many:
                one = replace(group, states=(state,), last=n, plural=False, shared=())
                holders = self.descriptions.holders(one, self._everybody())
                theirs = [a for a in holders if self.cast.parts[a].country == state]
                if len(theirs) == 1:
                    found.append(theirs[0])
                    continue
            one_base = base if many else self._one(group, base)
            told = word.text if people else self.stage.said(self._of(n), self.stage.hits[n].last)
            part = self.cast.named("group", f"{one_base} {told}", state)
            part.plural = many
            found.append(part.id)
        return tuple(found), True

    def _of(self, n: int) -> int:
        """The first word of « d'Arménie », for the place of the state."""
        while n and self.words[n - 1].key in self.lang.OF_THE:
            n -= 1
        return n

    def _one(self, group: Group, base: str) -> str:
        """The noun of « les dirigeants turc et allemand » in the singular."""
        post = self.lang.post(self.words[group.head].key)
        return base.replace(self.words[group.head].text, post.singular) if post else base

    def _at(self, group: Group) -> int:
        return self.words[group.head].i

    def _everybody(self) -> list[str]:
        return [part.id for part in self.cast.people()]

    def _two(self, group: Group) -> tuple[tuple[str, ...], bool] | None:
        key = self.words[group.head].key
        if key in self.lang.words("plural_states"):
            return self._two_states(group)
        if key not in self.lang.words("plural_people") and not group.post:
            return None
        if len(group.states) == 2:
            return group.states, True
        recent = self.focus.recent()
        fitting = self.descriptions.holders(group, recent)
        if len(fitting) == 2:
            return tuple(reversed(fitting)), True
        if group.last != group.head:
            return None
        near = self.focus.people(self.focus.before(self._at(group), NEAR + 1))
        if len(near) == 2:
            return tuple(reversed(near)), True
        return None

    def _of_both(self, group: Group) -> tuple[tuple[str, ...], bool] | None:
        """« les présidents des deux pays »: the two named who hold the post."""
        end = group.head + len(self.descriptions.noun(group).split())
        tail = [w.key for w in self.words[end : end + 3]]
        lang = self.lang
        told = len(tail) == 3 and tail[0] in lang.OF and tail[1] in lang.GRAMMAR.two
        if not told or tail[2] not in lang.words("plural_states"):
            return None
        one = replace(group, last=end - 1, states=())
        holders = self.descriptions.holders(one, self.focus.recent())
        return (tuple(reversed(holders)), True) if len(holders) == 2 else None

    def _at_war(self, group: Group) -> tuple[str, ...] | None:
        """« les deux camps » of a report on a state and the one movement that fights it."""
        armed = self.stage.armed
        if armed is None or self.words[group.head].key in self.lang.words("states_only"):
            return None
        told = [self.cast.parts[a] for s in self.focus.seen for a in s.actors if a != armed.id]
        states = Counter(p.country for p in told if p.country and not p.press).most_common(2)
        if not states or states[0][0] != armed.country:
            return None
        rival = states[1][1] if len(states) > 1 else 0
        return (states[0][0], armed.id) if rival * 3 <= states[0][1] else None

    def _two_states(self, group: Group) -> tuple[tuple[str, ...], bool] | None:
        if len(group.states) == 2:
            return group.states, True
        pairs = [
            s.actors
            for s in self.focus.before(self._at(group), NEAR)
            if len(s.actors) == 2 and all(self.cast.parts[a].kind == "state" for a in s.actors)
        ]
        if pairs:
            return pairs[0], True
        near: list[str] = []
        armed = False
        for seen in reversed(self.focus.before(self._at(group), 1)):
            parts = [self.cast.parts[a] for a in seen.actors]
            armed = armed or any(
                p.kind == "organisation" and p.country and not p.press for p in parts
            )
            near += [p.country for p in parts if p.country and p.country not in near]
        if len(near) == 2 and not armed:
            return (near[0], near[1]), True
        if (sides := self._at_war(group)) is not None:
            return sides, False
        if self.words[group.head].key not in self.lang.words("states_only"):
            return None
        most = self.focus.states.most_common(3)
        if len(most) < 2 or (len(most) == 3 and most[2][1] * 4 > most[1][1] * 3):
            return None
        return (most[0][0], most[1][0]), False
