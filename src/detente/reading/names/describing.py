"""Descriptions: « le ministre », « les deux dirigeants », « les deux pays », unnamed groups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Role
from detente.reading.names.descriptions import Descriptions
from detente.reading.names.focus import NEAR, SUBJECTS, Focus
from detente.reading.names.groups import Group

if TYPE_CHECKING:
    from spacy.tokens import Token


class Describing:
    """Finds whom descriptions stand for; where nobody named fits, an unnamed group is made."""

    def __init__(self, focus: Focus) -> None:
        self.focus, self.stage = focus, focus.stage
        self.lang, self.cast, self.words = focus.stage.lang, focus.cast, focus.stage.words
        self.doc = focus.doc
        self.descriptions = Descriptions(self.lang, self.cast, self.words)

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
            tuple(self.cast.parts[a] for a in actors),
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
        if any(w.key == "deux" for w in words) and group.definite:
            return self._two(group)
        if self.words[group.first].key in ("nos", "notre", "vos", "votre"):
            return None
        if group.shared:
            return self._each(group)
        if words[0].key == "les" and not group.own and words[-1].key in self.lang.words("sides"):
            return self._two_states(group)
        recent = self.focus.recent()
        if group.definite and not group.plural:
            named = self.descriptions.person(group, recent) or self._just_named(group, token)
            if named is not None:
                return (named[0],), named[1]
        acts = token.dep_ in SUBJECTS or token.dep_ in ("obl:agent", "obl:arg")
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
        post = self.lang.post(self.words[group.head].key)
        part.gender = post.gender if post else None
        if part.gender is None and self.words[group.first].key in ("la", "une", "cette"):
            part.gender = "f"
        return (part.id,), True

    def _just_named(self, group: Group, token: Token) -> tuple[str, bool] | None:
        """« X a salué l'accord. Le président américain … »: whoever was the last subject, by name,
        and of whom no post nor country was told, gets them."""
        named = {m.head: m for m in self.focus.heads.values() if m.form == "name"}
        before = [s for s in self.focus.before(token.i, 1) if s.token < token.i]
        subjects = [s for s in before if s.subject]
        if not group.states:
            subjects = [s for s in before if self.focus.people([s])]
        if not subjects or len(group.states) > 1 or subjects[0].token not in named:
            return None
        part = self.cast.parts[subjects[0].actors[0]]
        if part.kind != "person" or part.roles or part.country or part.peoples:
            return None
        if (
            len(part.words) < 2
            or not self.descriptions.is_top(group)
            or len(subjects[0].actors) > 1
        ):
            return None
        part.country = group.states[0] if group.states else None
        words = self.words[group.first : group.last + 1]
        span = self.stage.draft.tokens_span(words[0].i, words[-1].i)
        title = self.descriptions.title(group)
        part.roles.append(Role(title=title, country=part.country, evidence=(span,)))
        return part.id, False

    def _each(self, group: Group) -> tuple[tuple[str, ...], bool]:
        """« les présidents russe et américain »: two persons, or else a group of each side."""
        found: list[str] = []
        base = self.stage.said(group.bare, group.shared[0] - 1)
        for n in group.shared:
            word = self.words[n]
            people = self.lang.people(word.text)
            state = people.states[0]
            if group.definite and not people.plural:
                one = replace(group, states=people.states, last=n, plural=False, shared=())
                holders = self.descriptions.holders(one, self._everybody())
                theirs = [a for a in holders if self.cast.parts[a].country == state]
                if len(theirs) == 1:
                    found.append(theirs[0])
                    continue
            one_base = base if people.plural else self._one(group, base)
            part = self.cast.named("group", f"{one_base} {word.text}", state)
            part.plural = people.plural
            found.append(part.id)
        return tuple(found), True

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
        if self.words[group.head].key not in self.lang.words("states_only"):
            return None
        most = self.focus.states.most_common(3)
        if len(most) < 2 or (len(most) == 3 and most[2][1] * 4 > most[1][1] * 3):
            return None
        return (most[0][0], most[1][0]), False
