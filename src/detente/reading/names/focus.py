"""Who was spoken of so far in a report, in text order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.draft import Mention
from detente.reading.names.stage import Stage

if TYPE_CHECKING:
    from detente.language.doc import Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus")
NEAR = 2
"""Sentences back in which whoever a pronoun stands for is looked for."""


@dataclass(slots=True)
class Seen:
    """One mention passed: who, where, in what sentence, as a subject or not."""

    token: int
    sentence: int
    actors: tuple[str, ...]
    subject: bool
    plural: bool
    main: bool = False
    """The subject of a sentence's main clause."""


class Focus:
    """Mentions passed, and how often each state was meant."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.cast = stage, stage.cast
        self.doc = stage.draft.doc
        self.seen: list[Seen] = []
        self.by_sentence: dict[int, list[Seen]] = {}
        self.states: Counter[str] = Counter()

        self.heads = {m.head: m for _, m in stage.made}

    def see(self, mention: Mention) -> None:
        """Passes a mention; a subject brings those coordinated to it."""
        token = self.doc[mention.head]
        actors = mention.actors
        subject = token.dep_ in SUBJECTS
        for child in _conjuncts(token) if subject else ():
            if (other := self.heads.get(child.i)) is not None:
                actors = (*actors, *(a for a in other.actors if a not in actors))
        self.keep(token, actors, subject, len(actors) > 1)

    def keep(self, token: Token, actors: tuple[str, ...], subject: bool, plural: bool) -> None:
        """Passes words that stand for `actors`."""
        head = token.head
        main = subject and (
            head.dep_ == "ROOT"
            or (head.dep_.startswith(("conj", "parataxis")) and head.head.dep_ == "ROOT")
        )
        sentence = token.sent.number
        seen = Seen(token.i, sentence, actors, subject, plural, main)
        self.seen.append(seen)
        self.by_sentence.setdefault(sentence, []).append(seen)
        for actor in actors:
            state = self.cast.parts[actor].country
            if state:
                self.states[state] += 1

    def before(self, token: int, back: int) -> list[Seen]:
        """Mentions from `back` sentences before a token to its own, the latest first."""
        sentence = self.doc[token].sent.number
        near = range(sentence, sentence - back - 1, -1)
        return [seen for n in near for seen in reversed(self.by_sentence.get(n, []))]

    def people(self, seen: list[Seen]) -> list[str]:
        """Ids of the persons among mentions, each once, in their order."""
        return list(dict.fromkeys(a for s in seen for a in s.actors if self.is_person(a)))

    def recent(self) -> list[str]:
        """Ids of all persons passed, the last spoken of first."""
        return self.people(self.seen[::-1])

    def is_person(self, actor: str) -> bool:
        return self.cast.parts[actor].kind == "person"


def _conjuncts(token: Token) -> list[Token]:
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            found += [child, *_conjuncts(child)]
    return found
