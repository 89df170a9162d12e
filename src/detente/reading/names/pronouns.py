"""Pronouns: « il », « elle », « ils », « ce dernier », « celui-ci »."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from detente.reading.names.focus import NEAR, SUBJECTS, Focus, Seen
from detente.reading.names.words import Word

if TYPE_CHECKING:
    from detente.language.doc import Token


class Pronouns:
    """Finds whom pronouns stand for, from what was spoken of before them."""

    def __init__(self, focus: Focus) -> None:
        self.focus, self.stage = focus, focus.stage
        self.lang, self.cast, self.words = focus.stage.lang, focus.cast, focus.stage.words
        self.doc = focus.doc
        of_one = self.lang.words("last_named.m") | self.lang.words("last_named.f")
        self.last_named = of_one | self.lang.words("last_named.many")
        grammar = self.grammar = self.lang.GRAMMAR
        self.pointing = grammar.this_one & (grammar.he | grammar.she)
        self.women = grammar.she | self.lang.words("last_named.f")
        self.they = grammar.they & grammar.personal
        pointing = {word.split()[-1] for word in self.pointing}
        self.closings = grammar.he | grammar.she | self.they | self.last_named | pointing
        """The last words of all pronouns."""

    def solver(self, word: Word) -> Callable[[Word], None] | None:
        """What resolves a word that ends as one of the `closings`, where it is a pronoun."""
        grammar = self.grammar
        key = (
            word.key.split(" ")[-1]
            if word.pos in ("PRON", "DET", "ADJ", "") or "-" in word.text
            else ""
        )
        this = word.n > 0 and self.words[word.n - 1].key in grammar.demonstratives
        if (this and key in self.last_named) or word.key in self.pointing:
            return self._last_named
        if key in grammar.he or key in grammar.she:
            return self._pronoun
        if key in self.they:
            return self._they
        return None

    def _pronoun(self, word: Word) -> None:
        token = self.doc[word.i]
        if not self._is_subject(token) or self._impersonal(word, token):
            return
        gender = "f" if word.key.split(" ")[-1] in self.grammar.she else "m"
        found = self._antecedent(word, gender)
        if found is None:
            return
        actor, certain = found
        self._add(word.n, word.n, (actor,), "pronoun", certain)
        self.focus.keep(token, (actor,), True, False)

    def _is_subject(self, token: Token) -> bool:
        """A subject, also behind its verb (“a-t-il dit”), where no noun is it beside the pronoun."""
        if token.dep_ in SUBJECTS:
            return True
        inverted = token.dep_ == "expl:subj" and token.text[0] in "-‑‐"
        return inverted and not any(c.dep_ in SUBJECTS for c in token.head.children)

    def _impersonal(self, word: Word, token: Token) -> bool:
        head, lang = token.head, self.lang
        after = [w.key for w in self.words[word.n + 1 : word.n + 3]]
        denied = bool(after) and after[0] in lang.GRAMMAR.not_
        if not lang.words("there").isdisjoint(after[denied : denied + 1]):
            return True
        if lang.fold(head.lemma_) in lang.words("impersonal"):
            return True
        if head.i + 1 < len(self.doc) and head.pos_ in ("ADJ", "VERB", "NOUN"):
            follow = lang.fold(self.doc[head.i + 1].text)
            if lang.fold(head.lemma_) in lang.words("remaining") and head.i > token.i:
                later = (lang.fold(t.text) for t in self.doc[head.i + 1 : head.i + 4])
                return not lang.words("remains").isdisjoint(later)
            if any(c.dep_ == "cop" for c in head.children):
                known = lang.fold(head.text) in lang.words("impersonal_adjectives")
                return known or (head.pos_ == "ADJ" and follow in lang.OF | lang.GRAMMAR.that)
        return False

    def _antecedent(self, word: Word, gender: str) -> tuple[str, bool] | None:
        """The latest fitting subject, else the only fitting person of the last sentences."""
        held = {a for s in self._captives(word) for a in s.actors if self._fits(a, gender)}
        if len(held) == 1:
            return held.pop(), True
        sentence = self.doc[word.i].sent.number
        near = self.focus.before(word.i, NEAR)
        inverted = word.text[0] in "-‑‐"
        for back in range(NEAR + 1):
            here = [s for s in near if s.sentence == sentence - back and s.token < word.i]
            if inverted:
                here = [s for s in here if self.cast.parts[s.actors[0]].kind in ("person", "group")]
            for seen in sorted(here, key=lambda s: not s.main) if back else here:
                if seen.subject and not seen.plural and self._fits(seen.actors[0], gender):
                    sure = self._told(seen.actors[0], gender) and back < NEAR
                    rivals = {
                        a
                        for s in here
                        for a in s.actors
                        if self.focus.is_person(a) and self._fits(a, gender)
                    }
                    return seen.actors[0], sure and (len(rivals) <= 1 or back > 0)
            people = list(
                dict.fromkeys(
                    a
                    for s in here
                    for a in s.actors
                    if self.focus.is_person(a) and self._fits(a, gender)
                )
            )
            if len(people) == 1:
                return people[0], False
            if people:
                return None
        return None

    def _captives(self, word: Word) -> Iterator[Seen]:
        """« X a annoncé la libération de Y. Il avait été arrêté … »: whoever was held is the one of whom
        the sentence before tells that he is freed, handed over or a captive."""
        verb = self.doc[word.i].head
        passive = any(c.dep_ in ("aux:pass", "cop") for c in verb.children)
        if not passive or not self._is(verb, "made_captive"):
            return
        sentence = self.doc[word.i].sent.number
        for seen in self.focus.before(word.i, 1):
            token = self.doc[seen.token]
            if seen.sentence == sentence or not self._people(seen):
                continue
            if seen.subject:
                if token.dep_ == "nsubj:pass" and self._is(token.head, "captives"):
                    yield seen
                continue
            while token.dep_ in ("appos", "flat:name", "conj") and not self._is(token, "captives"):
                token = token.head
            over = token.head if token.dep_ in ("obj", "nmod", "obl:arg") else token
            if self._is(token, "captives") or self._is(over, "captives"):
                yield seen

    def _people(self, seen: Seen) -> bool:
        return all(self.cast.parts[a].kind in ("person", "group") for a in seen.actors)

    def _is(self, token: Token, row: str) -> bool:
        return any(self.lang.fold(lemma) in self.lang.words(row) for lemma in token.lemmas)

    def _fits(self, actor: str, gender: str) -> bool:
        part = self.cast.parts[actor]
        if part.kind in ("person", "group"):
            told = part.gender or (part.kind == "person" and self.lang.likely_gender(part.name))
            return not part.plural and (told == gender or (not told and gender == "m"))
        if part.kind == "state":
            return bool(self.lang.state_gender(part.id, part.name) == gender)
        return False

    def _told(self, actor: str, gender: str) -> bool:
        return self.cast.parts[actor].gender == gender or gender == "m"

    def _they(self, word: Word) -> None:
        token = self.doc[word.i]
        if not self._is_subject(token):
            return
        held = tuple(dict.fromkeys(a for s in self._captives(word) for a in s.actors))[::-1]
        if len(held) > 1 or (held and self.cast.parts[held[0]].plural):
            self._add(word.n, word.n, held, "pronoun", True)
            self.focus.keep(token, held, True, True)
            return
        sentence = self.doc[word.i].sent.number
        for seen in self.focus.before(word.i, 1):
            if seen.subject and seen.token < word.i:
                if not seen.plural:
                    return
                self._add(word.n, word.n, seen.actors, "pronoun", sentence - seen.sentence < 2)
                self.focus.keep(token, seen.actors, True, True)
                return

    def _last_named(self, word: Word) -> None:
        """« ce dernier », « celui-ci »: the last person named before it."""
        if word.n + 1 < len(self.words) and self.words[word.n + 1].pos == "NOUN":
            return  # « ces derniers jours »
        if word.key in self.lang.words("last_named.many"):
            self._those(word)
            return
        woman = word.key in self.women
        for seen in self.focus.before(word.i, 1):
            people = [a for a in seen.actors if self.focus.is_person(a)]
            fitting = [a for a in people if self._fits(a, "f" if woman else "m")]
            if len(fitting) == 1 and len(seen.actors) == 1:
                first = word.n if word.key in self.pointing else word.n - 1
                self._add(first, word.n, (fitting[0],), "pronoun", True)
                self.focus.keep(self.doc[word.i], (fitting[0],), True, False)
                return

    def _those(self, word: Word) -> None:
        """« ces derniers »: the last group, or the last who were named together."""
        for seen in self.focus.before(word.i, 1):
            parts = [self.cast.parts[a] for a in seen.actors]
            if len(parts) > 1 or parts[0].plural:
                self._add(word.n - 1, word.n, seen.actors, "pronoun", False)
                self.focus.keep(self.doc[word.i], seen.actors, True, True)
                return

    def _add(
        self, first: int, last: int, actors: tuple[str, ...], form: str, certain: bool
    ) -> None:
        parts = tuple(self.cast.parts[a] for a in actors)
        self.stage.mention(first, last, parts, form, layer=4, certain=certain)  # type: ignore[arg-type]
