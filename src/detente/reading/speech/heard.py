"""Whom a pronoun stands for, as far as who spoke and who was a subject before it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.genders import gender, gender_of_determiner, gender_told
from detente.reading.speech.groups import has
from detente.reading.speech.naming import is_subject, pronoun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.language.doc import Token
    from detente.language.speech import Lexicon
    from detente.reading.draft import Draft, Mention

STALE = 900
"""Characters after which a pronoun no longer goes on with the last speech."""


class Heard:
    """Who has spoken in a report so far, and whom a pronoun takes up."""

    def __init__(self, draft: Draft, words: Lexicon) -> None:
        self.draft, self.words = draft, words
        grammar = draft.doc.grammar
        self.pronouns = grammar.he | grammar.she | grammar.they
        self.latter_words = words.latter | words.latters
        self.last: str | None = None
        """The speaker of the last statement, which ends at character `last_at`."""
        self.last_at = 0
        self.main: str | None = None
        """The speaker of the last quotation of a whole sentence."""
        self.genders: dict[str, str | None] = {}
        self._outside: list[Mention] | None = None
        self.quoted: list[tuple[int, int]] = []
        """Characters that stand in quotation marks: who is named there only, does not speak."""
        self.barred: frozenset[str] = frozenset()
        """People whom the words in question name, and who so do not say them."""

    def named_before(self, at: int) -> Iterator[Mention]:
        """The mentions before a character outside quotation marks, the last first."""
        if self._outside is None:
            self._outside = [
                m
                for m in sorted(self.draft.mentions, key=lambda m: -m.start)
                if not any(start <= m.start < end for start, end in self.quoted)
            ]
        return (m for m in self._outside if m.start < at)

    def spoke(self, speaker: str, at: int, full: bool = False) -> None:
        """Notes who spoke last, and where; `full` where in a whole sentence of their own."""
        self.last, self.last_at = speaker, at
        if full:
            self.main = speaker

    def before(self, token: Token, mentioned: str | None) -> str | None:
        """Whom a pronoun stands for.

        A pronoun that speaks goes on with who spoke last, unless somebody else has been the subject
        of a sentence since, or its gender tells otherwise; beyond `STALE` characters the mentions
        know better: `mentioned` is what they know."""
        form = pronoun(token)
        if form in token.doc.grammar.they or form in self.words.latters:
            several = (
                self.last if self.last and self.draft.actors[self.last].kind == "group" else None
            )
            near = token.idx - self.last_at < STALE
            return (several if near else None) or mentioned or self.last
        wanted = gender(token)
        if newer := self.subject_since(token, wanted):
            return newer
        last = self.last
        if last and self._several(last):
            last = self._body_since(token, wanted)
        if (
            last
            and self.main
            and self.main not in self.barred
            and self.draft.actors[self.main].kind == "person"
            and self.draft.actors[last].kind in ("organisation", "state", "group")
        ):
            feminine = wanted == "Fem" and gender_told(self.draft, self.main, self.words) != "Fem"
            last = last if feminine else self.main
        if last and token.idx - self.last_at < STALE and self.agrees(last, wanted):
            return last
        found = mentioned
        if found is None or not self.agrees(found, wanted):
            found = self.main if self.main and self.agrees(self.main, wanted) else found
        for one in (found, self.last):
            if one and self.agrees(one, wanted):
                return one
        for mention in self.named_before(token.idx):
            if len(mention.actors) != 1 or mention.form == "pronoun":
                continue
            if token.idx - mention.start > STALE:
                break
            actor = self.draft.actors[mention.actors[0]]
            told = (
                actor.kind == "person" and gender_told(self.draft, actor.id, self.words) == wanted
            )
            if told and actor.id not in self.barred:
                return actor.id
        if self.barred and self.last and (self.last in self.barred or self._several(self.last)):
            return None
        # an incise has nobody else to mean, whatever its gender
        return self.last if token.plain.startswith("-") else None

    def latter(self, token: Token) -> str | None:
        """« ce dernier », « cette dernière »: the person named last before it."""
        grammar, this = token.doc.grammar, token.doc[token.i - 1].plain if token.i else ""
        wanted = gender_of_determiner(this, grammar) if this in grammar.demonstratives else None
        if wanted is None or has(token, "Number", "Plur"):
            return None
        for mention in self.named_before(token.idx):
            if mention.form in ("pronoun", "people"):
                continue
            if token.idx - mention.start > STALE:
                break
            kind = self.draft.actors[mention.actors[0]].kind if len(mention.actors) == 1 else ""
            if kind == "person" and self.agrees(mention.actors[0], wanted):
                return mention.actors[0]
        return None

    def last_person(self, at: int) -> str | None:
        """The person who has spoken last, not long before a character."""
        for one in (self.main, self.last):
            if (
                one is not None
                and at - self.last_at < STALE
                and self.draft.actors[one].kind == "person"
            ):
                return one
        return None

    def subject_since(self, token: Token, wanted: str | None) -> str | None:
        """The person who has last been the subject of a sentence since the last statement."""
        for mention in self.named_before(token.idx):
            if mention.start < self.last_at:
                break
            if len(mention.actors) != 1:
                continue
            if mention.form in ("people", "pronoun") or not is_subject(
                self.draft.doc[mention.head]
            ):
                continue
            actor = self.draft.actors[mention.actors[0]]
            if actor.kind == "person" and self.agrees(actor.id, wanted):
                return actor.id
        return None

    def _body_since(self, token: Token, wanted: str | None) -> str | None:
        """The state or body that was the subject of a sentence since the last statement."""
        for mention in self.named_before(token.idx):
            if mention.start < self.last_at:
                break
            head = self.draft.doc[mention.head]
            if len(mention.actors) != 1 or not is_subject(head):
                continue
            actor = self.draft.actors[mention.actors[0]]
            if actor.kind in ("state", "organisation") and self.agrees(actor.id, wanted):
                return actor.id
        return None

    def _several(self, actor: str) -> bool:
        """Whether an actor is called by a plural: « les diplomates »."""
        known = self.draft.actors[actor]
        return known.kind == "group" and known.name.split()[0].endswith(self.words.ends.plural)

    def agrees(self, actor: str, wanted: str | None) -> bool:
        """Whether an actor may say the words in question, and nothing that the report says of them
        is of the other gender."""
        if actor in self.barred or (wanted is not None and self._several(actor)):
            return False
        if actor not in self.genders:
            self.genders[actor] = gender_told(self.draft, actor, self.words)
        known = self.genders[actor]
        return known is None or wanted is None or known == wanted
