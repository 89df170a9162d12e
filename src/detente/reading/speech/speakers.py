"""From the words that name a speaker to an actor of the draft, made where there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.model import Actor
from detente.reading.speech.groups import small

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.fr.speech import Lexicon
    from detente.reading.draft import Draft

PRONOUNS = frozenset("il elle ils elles -t-il -t-elle -t-ils -t-elles -il -elle -ils -elles "
                     "-t'il -t'elle lui eux celui-ci celle-ci ceux-ci lui-même elle-même".split())  # fmt: skip
NOBODY = frozenset(
    "on -t-on -on nous je j' vous tu -je ce c' ça cela ceci -ce -t'on tout quoi dont "
    "qu' que y en".split()
)
KEPT = frozenset(
    [
        "amod",
        "nmod",
        "flat:name",
        "flat",
        "flat:foreign",
        "nummod",
        "det",
        "case",
        "fixed",
        "compound",
        "conj",
        "cc",
        "advmod",
        "punct",
    ]
)


class Speakers:
    """The speakers of one report. Made once a report, since what comes later leans on before."""

    def __init__(self, draft: Draft, words: Lexicon) -> None:
        self.draft, self.words = draft, words
        self.last: str | None = None
        """The speaker of the last statement."""
        self.made: dict[str, str] = {}

    def of(self, token: Token | None) -> str | None:
        """The actor whom a noun, name or pronoun stands for, or None."""
        if token is None:
            return None
        form = small(token)
        if form in NOBODY:
            return None
        if found := self._mentioned(token):
            return found
        if form in PRONOUNS or (token.pos_ == "PRON" and form in ("ce", "dernier")):
            return self._before(token)
        if token.pos_ == "NOUN" and form.rstrip("s") in self.words.documents:
            return self._issuer(token)
        if named := self._within(token):
            return named
        return self._make(token)

    def can_speak(self, token: Token | None) -> bool:
        """Whether the word stands for a person or body, to the lexicon or the draft's mentions."""
        if token is None:
            return False
        if self.draft.mention_at(token) is not None or small(token) in PRONOUNS:
            return True
        lemma = token.lemma_.lower()
        return lemma in self.words.posts or lemma in self.words.bodies or token.pos_ == "PROPN"

    # ------------------------------------------------------------ by mentions

    def _mentioned(self, token: Token) -> str | None:
        mention = self.draft.mention_at(token)
        if mention is None or not mention.actors:
            return None
        if mention.form == "people" and token.pos_ == "NOUN" and mention.head != token.i:
            return None
        if mention.head != token.i and self.draft.doc[mention.head].head != token:
            covers = mention.first <= token.i <= mention.last
            if not covers:
                return None
        return mention.actors[0]

    def _within(self, token: Token) -> str | None:
        """A person or body that stands beside a post: « le ministre russe Ivan Petrov »."""
        for child in token.subtree:
            if child.dep_ in ("appos", "flat:name", "flat") and child.head == token:
                if found := self._mentioned(child):
                    return found
        lemma = token.lemma_.lower()
        if lemma not in self.words.posts and lemma not in self.words.bodies:
            return None
        if len(name_of(token).split()) == 1:
            return self._body_before(token)
        return None

    def _body_before(self, token: Token) -> str | None:
        """A bare « un porte-parole » after a named body speaks for that body."""
        if token.lemma_.lower() not in self.words.posts:
            return None
        bodies = ("organisation", "state")
        near = [
            m
            for m in self.draft.mentions
            if m.start < token.idx
            and m.actors
            and self.draft.actors[m.actors[0]].kind in bodies
            and m.form in ("name", "description", "place")
        ]
        near.sort(key=lambda m: m.start)
        text = self.draft.article.text
        for mention in reversed(near[-6:]):
            if (
                text.count("\n", mention.end, token.idx) <= 2
                and self.draft.actors[mention.actors[0]].kind == "organisation"
            ):
                return mention.actors[0]
        return None

    def _before(self, token: Token) -> str | None:
        """Whom a pronoun stands for where no mention tells: the last speaker, else the last person."""
        if self.last is not None:
            return self.last
        people = [
            m
            for m in self.draft.mentions
            if m.start < token.idx
            and len(m.actors) == 1
            and self.draft.actors[m.actors[0]].kind == "person"
        ]
        return people[-1].actors[0] if people else None

    def _issuer(self, token: Token) -> str | None:
        """Who issued a document: « le communiqué du ministère », else whom it stands near to."""
        for child in token.subtree:
            if child != token and (found := self._mentioned(child)):
                return found
        before = [m for m in self.draft.mentions if m.start < token.idx and m.actors]
        before.sort(key=lambda m: m.start)
        for mention in reversed(before[-4:]):
            if self.draft.actors[mention.actors[0]].kind == "organisation":
                return mention.actors[0]
        return self.last or self._make(token)

    # ------------------------------------------------------------ made here

    def _make(self, token: Token) -> str | None:
        """A speaker who is named by words alone: « un responsable américain »."""
        name = name_of(token)
        if not name or len(name) < 3:
            return None
        key = name.lower()
        if key in self.made:
            return self.made[key]
        for actor in self.draft.actors.values():
            if key in (actor.name.lower(), *(alias.lower() for alias in actor.aliases)):
                return actor.id
        country = None
        for i in range(token.left_edge.i, token.right_edge.i + 1):
            mention = self.draft.mention_at(i)
            if mention is not None and len(mention.actors) == 1:
                country = country or self.draft.actors[mention.actors[0]].country
        number = 1 + sum(i.startswith("speaker-") for i in self.draft.actors)
        first, last = extent(token)
        actor = Actor(
            id=f"speaker-{number}",
            kind="person" if token.pos_ == "PROPN" else "group",
            name=name,
            country=country,
            evidence=(self.draft.tokens_span(first, last),),
        )
        self.draft.actors[actor.id] = actor
        self.made[key] = actor.id
        return actor.id


def extent(token: Token) -> tuple[int, int]:
    """First and last token of a noun's own phrase: no relative clause, no apposition after a comma."""
    doc = token.doc
    first = token.i
    while first > token.left_edge.i:
        before = doc[first - 1]
        if (
            (before.is_punct
            and before.text not in "-'’")
            or before.pos_ in ("ADP", "VERB", "AUX", "SCONJ")
        ):
            break
        if before.is_space or before.head.i < token.left_edge.i:
            break
        first -= 1
    last = token.i
    limit = min(token.right_edge.i, token.i + 14)
    while last < limit:
        after = doc[last + 1]
        if (
            after.text in ',;:.()«»“”"–—'
            or after.is_space
            or after.pos_ in ("VERB", "AUX", "SCONJ")
        ):
            break
        if after.pos_ == "PRON" and after.dep_ in ("nsubj", "mark"):
            break
        if after.pos_ == "ADP" and not _belongs(after, token):
            break
        last += 1
    while last > token.i and doc[last].pos_ in ("ADP", "DET", "CCONJ", "ADV"):
        last -= 1
    return first, last


def _belongs(preposition: Token, noun: Token) -> bool:
    """Whether what a preposition brings in hangs on the noun: « du ministère », not « à la presse »."""
    return small(preposition) in (
        "de",
        "d'",
        "du",
        "des",
        "pour",
        "au",
        "aux",
        "chargé",
        "en",
    ) and (
        (preposition.head.dep_
        in ("nmod", "flat:name", "conj", "nmod:appos", "appos", "obl:arg", "obl:mod", "obj")
        and preposition.head.head.i >= noun.left_edge.i)
        or preposition.head == noun
    )


def name_of(token: Token) -> str:
    """A noun's phrase as a name: without its article, on one line."""
    first, last = extent(token)
    doc = token.doc
    while (
        first < token.i
        and doc[first].pos_ in ("DET", "PUNCT", "NUM")
        and not doc[first].text.isdigit()
    ):
        first += 1
    return re.sub(r"\s+", " ", doc[first : last + 1].text).strip(" ,;:")
