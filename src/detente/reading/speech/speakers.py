"""From the words that name a speaker to an actor of the draft, made where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import Actor, ActorKind
from detente.reading.names import actors_of
from detente.reading.speech import documents
from detente.reading.speech.groups import gender_of, has
from detente.reading.speech.heard import STALE, Heard
from detente.reading.speech.naming import extent, is_subject, name_of, named_beside, pronoun
from detente.reading.speech.postposed import past_phrase

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Lexicon
    from detente.reading.draft import Draft

NAMED = ("name", "post", "description", "pronoun", "place")
NEAR = 2
"""Line breaks over which a bare « un porte-parole » still speaks for the body named before it."""


class Speakers(Heard):
    """The speakers of one report. Made once a report, since what comes later leans on before."""

    def __init__(self, draft: Draft, words: Lexicon) -> None:
        super().__init__(draft, words)
        self.made: dict[str, str] = {}

    def of(self, token: Token | None) -> str | None:
        """The actor whom a noun, name or pronoun stands for, or None."""
        if token is None:
            return None
        form, grammar = pronoun(token), token.doc.grammar
        if form in self.words.nobody:
            return None
        if token.plain in grammar.it and token.dep_ == "expl:subj":
            return None  # « il est certain que »
        if form in self.latter_words and (one := self.latter(token)):
            return one
        if form in grammar.they and (one := self._plural_before(token)):
            return one
        if form in self.pronouns or form in self.latter_words:
            return self.before(token, self.mentioned(token))
        if person := self._apposed(token):
            return person
        if token.lemma_ in self.words.unnamed and (one := self._again(token, token.lemma_)):
            return one
        if found := self.mentioned(token):
            return self._person_in(token, found)
        if token.pos_ == "NOUN" and token.lemma_.lower() in self.words.documents:
            return documents.issuer(self, token)
        if body := self._any_body(token):
            return body
        return self._within(token) or self._described(token) or self.make(named_beside(token))

    def surely_speaks(self, token: Token | None) -> bool:
        """Whether a mention, or the lexicon, knows that the word stands for a person or body."""
        if token is None:
            return False
        mention = self.draft.mention_at(token)
        if mention is not None and mention.actors and mention.form in NAMED:
            return True
        form, lemma = pronoun(token), token.lemma_.lower()
        return form in self.pronouns or lemma in self.words.posts or lemma in self.words.bodies

    def can_speak(self, token: Token | None) -> bool:
        """Whether a word stands for a person or body, to the lexicon, the mentions or its form."""
        if token is None:
            return False
        form, words = pronoun(token), self.words
        if form in self.pronouns or form in words.some or form in self.latter_words:
            return True
        mention = self.draft.mention_at(token)
        if mention is not None and mention.actors and mention.form in NAMED:
            return True
        lemma = token.lemma_.lower()
        if lemma in words.mute:
            return False
        known = lemma in words.posts or lemma in words.bodies or lemma in words.documents
        if known or token.pos_ == "PROPN":
            return True
        people = token.pos_ == "NOUN" and lemma not in words.not_people
        return people and bool(words.patterns.people.search(form))

    # ------------------------------------------------------------ by mentions

    def mentioned(self, token: Token) -> str | None:
        mention = self.draft.mention_at(token)
        if mention is not None and mention.form == "people" and token.pos_ != "NOUN":
            return None
        found = actors_of(self.draft, token)
        if mention is None and found and has(token, "Number", "Plur"):
            # « les analystes » are no body or person that stands beside them
            found = tuple(a for a in found if self.draft.actors[a].kind == "group")
        if mention is None and found:
            # « des témoins et l'armée »: the army is not who the first noun stands for
            beside = {
                a
                for c in token.conjuncts
                if self.draft.mention_at(c)
                for a in actors_of(self.draft, c)
            }
            found = tuple(actor for actor in found if actor not in beside)
        if found and mention is not None and mention.form == "description":
            country, actor = self._country(token), self.draft.actors[found[0]]
            if country and actor.kind == "person" and actor.country != country:
                return None
        if not found or (mention is not None and not mention.first <= token.i <= mention.last):
            return None
        return found[0]

    def _person_in(self, token: Token, found: str) -> str:
        """Of a post that stands for a group only because no name is beside it, the person who holds
        it and has spoken before: « le ministre »."""
        actor = self.draft.actors[found]
        if actor.kind == "group" and token.lemma_.lower() in self.words.persons:
            return self._described(token) or found
        if actor.kind != "group" or token.lemma_.lower() not in self.words.posts:
            return found
        if not self.definite(token):
            body = self._speaks_for_a_body(token) and actor.country is None
            return (body and self.body_before(token)) or found
        if again := self._again(token, token.lemma_.lower()):
            return again
        if envoy := self._envoy(token):
            return envoy
        near = token.idx - self.last_at < STALE
        main = self.draft.actors.get((self.main or self.last or "") if near else "")
        bare = len(name_of(token, self.words).split()) == 1
        known = main is not None and actor.country is not None and main.country == actor.country
        same = main is not None and main.kind == "person" and (bare or known)
        same = same and self._may_be(main.id if main else "", token.lemma_.lower())
        return self._in_post(token, token.lemma_.lower()) or (main.id if main and same else found)

    def _apposed(self, token: Token) -> str | None:
        """Of « le porte-parole du gouvernement, le colonel X », X, where a post opens a post."""
        doc = self.draft.doc
        last = extent(token, self.words)[1]
        if token.lemma_.lower() not in self.words.posts or has(token, "Number", "Plur"):
            return None
        if last + 1 < len(doc) and doc[last + 1].pos_ == "ADP":  # « le médiateur dans la crise, »
            line = doc[last + 1 : token.sent.end]
            last += past_phrase(line, 0, self.words, self.draft)
        if last + 3 >= len(doc) or doc[last + 1].text != "," or doc[last + 2].pos_ != "DET":
            return None
        for i in range(last + 3, min(last + 6, len(doc))):
            mention = self.draft.mention_at(i)
            if mention is not None and mention.form == "name" and len(mention.actors) == 1:
                person = self.draft.actors[mention.actors[0]].kind == "person"
                return mention.actors[0] if person and mention.first == i else None
            people = mention is not None and mention.form == "people"
            post = doc[i].lemma_.lower() in self.words.posts or doc[i].pos_ == "ADJ"
            if not (post or people):
                return None
        return None

    def _plural_before(self, pronoun: Token) -> str | None:
        """Of « Elles ont promis … », the subject in the plural of the sentence before, where who spoke
        last is one: « les deux parties »."""
        start = pronoun.sent.start
        if start != pronoun.i or not start or not self.last or self._several(self.last):
            return None
        for token in self.draft.doc[self.draft.doc[start - 1].sent.start : start]:
            plural = token.dep_.startswith("nsubj") and has(token, "Number", "Plur")
            if plural and token.pos_ == "NOUN" and token.head.dep_ == "ROOT":
                same = gender_of(token) in (None, gender_of(pronoun))
                return self.of(token) if same and self.can_speak(token) else None
        return None

    def _within(self, token: Token) -> str | None:
        """Who stands beside a post or body: « l'organisation patronale, la Fédération X, … »."""
        doc = self.draft.doc
        _, last = extent(token, self.words)
        if last + 2 < len(doc) and doc[last + 1].text in (",", "("):
            for i in range(last + 2, min(last + 5, len(doc))):
                mention = self.draft.mention_at(i)
                if doc[i].plain in doc.grammar.relatives:
                    break
                if mention is not None and mention.form == "name" and mention.actors:
                    is_person = self.draft.actors[mention.actors[0]].kind == "person"
                    if is_person == (token.lemma_.lower() in self.words.posts):
                        return mention.actors[0]
                if doc[i].pos_ != "DET":
                    break
        lemma = token.lemma_.lower()
        if lemma not in self.words.posts:
            return None
        definite = self.definite(token)
        if definite and (person := self._in_post(token, lemma)):
            return person
        if len(name_of(token, self.words).split()) == 1:
            if definite and (again := self._again(token, lemma)):
                return again
            if definite:
                person = self.last_person(token.idx)
                return person if person and self._may_be(person, lemma) else None
            return self.body_before(token) if self._speaks_for_a_body(token) else None
        return None

    def _again(self, token: Token, lemma: str) -> str | None:
        """« cette source », who has spoken before by the same noun."""
        definite = self.definite(token)
        if lemma not in self.words.unnamed or not definite or has(token, "Number", "Plur"):
            return None
        if len(name_of(token, self.words).split()) > 2:
            return None
        if any(t.plain in self.words.same for t in token.children):
            return self.last
        said = [
            (actor.evidence[0].start, actor.id)
            for actor in self.draft.actors.values()
            if actor.kind == "group" and actor.evidence and actor.name.startswith(f"{lemma} ")
        ]
        before = [one for one in said if one[0] < token.doc[extent(token, self.words)[0]].idx]
        return max(before)[1] if before else None

    def _envoy(self, token: Token) -> str | None:
        """« l'émissaire de l'ONU », who was named as its mediator."""
        alike = self.words.envoys
        if token.lemma_.lower() not in alike:
            return None
        name = name_of(token, self.words).lower()
        found = [
            actor.id
            for actor in self.draft.actors.values()
            if actor.kind == "person"
            and any(
                role.organisation
                and role.organisation.lower() in name
                and alike & set(role.title.lower().split())
                for role in actor.roles
            )
        ]
        return found[0] if len(found) == 1 else None

    def _may_be(self, person: str, lemma: str) -> bool:
        """Whether a post can be meant by a noun: of one whose posts are known, none other is."""
        titles = [role.title.lower() for role in self.draft.actors[person].roles]
        return lemma not in self.words.sole or not titles or any(lemma in title for title in titles)

    def _speaks_for_a_body(self, token: Token) -> bool:
        """« un porte-parole », bare, may be of the body just named; « des témoins » never are."""
        return (
            token.lemma_.lower() in self.words.deputies
            and len(name_of(token, self.words).split()) == 1
        )

    def _described(self, token: Token) -> str | None:
        """Of « le jeune homme de 24 ans », « l'ancien champion », the person who has just been spoken
        of; a post or body, and a plural, may well be somebody else."""
        lemma = token.lemma_.lower()
        definite = self.definite(token)
        if not definite or lemma not in self.words.persons or has(token, "Number", "Plur"):
            return None
        country = self._country(token)
        wanted = gender_of(token)
        found = self.subject_since(token, wanted) or self.last_person(token.idx)
        if found is None or self.draft.actors[found].kind != "person":
            return None
        near = token.idx - self.last_at < STALE
        same = country is None or self.draft.actors[found].country in (None, country)
        return found if near and same and self.agrees(found, wanted) else None

    def _in_post(self, token: Token, lemma: str) -> str | None:
        """The one person of the report in a post that is named by its noun: « le ministre »."""
        country = self._country(token)
        people = [
            actor
            for actor in self.draft.actors.values()
            if actor.kind == "person"
            and any(self._is_post(token, lemma, role.title.lower()) for role in actor.roles)
            and (country is None or actor.country == country)
        ]
        held = [actor.id for actor in people]
        spoke = [last for last in (self.last, self.main) if last in held]
        return spoke[0] if spoke else held[0] if len(held) == 1 else None

    def _is_post(self, token: Token, lemma: str, title: str) -> bool:
        """Whether a noun tells a post: « le ministre » is no « Premier ministre »."""
        if lemma not in self.words.sole:
            return lemma in title
        before, found, _ = f" {title} ".partition(f" {lemma} ")
        first, _ = extent(token, self.words)
        return bool(found) and {*before.split()} <= {t.plain for t in token.doc[first : token.i]}

    def body_before(self, token: Token) -> str | None:
        """A bare « un porte-parole » after a named body speaks for that body."""
        text = self.draft.article.text
        for mention in self.named_before(token.idx):
            if not mention.actors:
                continue
            if text.count("\n", mention.end, token.idx) > NEAR:
                break
            if self.draft.actors[mention.actors[0]].kind == "organisation":
                return mention.actors[0]
        return None

    def _any_body(self, token: Token) -> str | None:
        """« le mouvement », « l'organisation »: the body named before, first one that did something."""
        if token.lemma_.lower() not in self.words.any_body or not self.definite(token):
            return None
        if len(name_of(token, self.words).split()) > 1:
            return None
        named: list[str] = []
        for mention in self.named_before(token.idx):
            if token.idx - mention.start > STALE:
                break
            if mention.form != "name" or len(mention.actors) != 1:
                continue
            head = self.draft.doc[mention.head]
            if self.draft.actors[mention.actors[0]].kind != "organisation":
                continue
            named_so = head.lemma_.lower() in self.words.bodies - self.words.any_body
            if named_so or has(head, "Number", "Plur"):
                continue  # « l'armée », « les forces du Pérou » are no movement
            if is_subject(head):
                return mention.actors[0]
            named.append(mention.actors[0])
        return named[0] if named else None

    def leave_silent(self) -> None:
        """Takes those made here out again of whom no statement came."""
        heard = {one for s in self.draft.statements for one in (s.speaker, s.addressee)}
        for silent in {*self.made.values()} - heard:
            self.draft.actors.pop(silent, None)

    def definite(self, token: Token) -> bool:
        """Whether a definite article or a demonstrative, in the singular, opens a noun's phrase."""
        grammar, first = token.doc.grammar, token.doc[extent(token, self.words)[0]].plain
        told = first in grammar.definite or first in grammar.demonstratives
        return told and first not in grammar.plural

    def _country(self, token: Token) -> str | None:
        first, last = extent(token, self.words)
        for i in range(first, last + 1):
            mention = self.draft.mention_at(i)
            if mention is not None and len(mention.actors) == 1:
                country = self.draft.actors[mention.actors[0]].country
                if country:
                    return country
        return None

    def _kind(self, token: Token, name: str) -> ActorKind:
        """« Kala TV » is no person."""
        firm = not self.draft.pack.module("names").company().isdisjoint(name.split())
        return "organisation" if firm else "person" if token.pos_ == "PROPN" else "group"

    def make(self, token: Token) -> str | None:
        """A speaker who is named by words alone: « un responsable américain »."""
        name = name_of(token, self.words)
        if len(name) < 2 or not name[0].isalpha():
            return None
        key = name.lower()
        if key in self.made:
            return self.made[key]
        for actor in self.draft.actors.values():
            if key in (actor.name.lower(), *(alias.lower() for alias in actor.aliases)):
                return actor.id
        number = 1 + sum(i.startswith("speaker-") for i in self.draft.actors)
        actor = Actor(
            id=f"speaker-{number}",
            kind=self._kind(token, name),
            name=name,
            country=self._country(token),
            evidence=(self.draft.tokens_span(*extent(token, self.words)),),
        )
        self.draft.actors[actor.id] = actor
        self.made[key] = actor.id
        self.genders[actor.id] = gender_of(token)
        return actor.id
