"""From the words that name a speaker to an actor of the draft, made where there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.model import Actor
from detente.reading.names import actors_of
from detente.reading.speech.genders import gender_told
from detente.reading.speech.groups import gender_of, has, small
from detente.reading.speech.naming import extent, is_subject, name_of, named_beside, pronoun

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.fr.speech import Lexicon
    from detente.reading.draft import Draft

NOT_PEOPLE = frozenset(
    "heure erreur valeur fureur peur rumeur secteur facteur moteur vecteur cœur douleur hauteur "
    "ampleur teneur lueur faveur horreur terreur chaleur couleur largeur longueur vigueur intérieur "
    "extérieur affaire anniversaire territoire salaire scénario quartier dossier chantier calendrier papier "
    "frontière manière matière lumière carrière instant montant restant courant avant enfant suivant "
    "tournant liste piste crise visite reste terrain train gain lendemain main domaine semaine "
    "dizaine centaine quinzaine trentaine maladie français mois fois bien lien entretien maintien soutien "
    "moyen examen".split()
)
"""Nouns with such an end that are no people."""
SINGULAR = {"il": "Masc", "lui": "Masc", "celui-ci": "Masc", "lui-même": "Masc", "elle": "Fem",
            "celle-ci": "Fem", "elle-même": "Fem"}  # fmt: skip
PLURAL = frozenset("ils elles eux ceux-ci celles-ci".split())
LATTER = frozenset(["dernier", "dernière", "derniers", "dernières"])
"""« ce dernier »."""
NOBODY = frozenset(
    "on nous je j' vous tu ce c' ça cela ceci tout quoi dont qu' que y en se s'".split()
)
SOME = ("qui", "certains", "certaines", "tous", "on")
NAMED = ("name", "post", "description", "pronoun", "place")
NEAR = 2
"""Line breaks over which a bare « un porte-parole » still speaks for the body named before it."""
EXACT = frozenset("ministre président présidente ambassadeur ambassadrice roi pape juge".split())
"""Posts that nobody holds beside another."""
DEFINITE = ("le", "la", "l'", "ce", "cette", "cet")
STALE = 900
"""Characters after which a pronoun no longer goes on with the last speech."""
AGENT = re.compile(
    r"(?:homme|femme|garçon|fille|champion|championne|élève|acteur|chef|teur|trice|eur|euse|iste|ien|ienne|ais|aise|ois|oise|aire|ier|ière|logue|crate|ant|ante|ain|aine)s?$"
)
"""Ends of nouns for people, where neither the lexicon nor a mention knows the noun."""


class Speakers:
    """The speakers of one report. Made once a report, since what comes later leans on before."""

    def __init__(self, draft: Draft, words: Lexicon) -> None:
        self.draft, self.words = draft, words
        self.last: str | None = None
        """The speaker of the last statement, which ends at character `last_at`."""
        self.last_at = 0
        self.main: str | None = None
        """The speaker of the last quotation of a whole sentence."""
        self.made: dict[str, str] = {}
        self.genders: dict[str, str | None] = {}

    def spoke(self, speaker: str, at: int, full: bool = False) -> None:
        """Notes who spoke last, and where; `full` where in a whole sentence of their own."""
        self.last, self.last_at = speaker, at
        if full:
            self.main = speaker

    def of(self, token: Token | None) -> str | None:
        """The actor whom a noun, name or pronoun stands for, or None."""
        if token is None:
            return None
        form = pronoun(token)
        if form in NOBODY:
            return None
        if small(token) == "il" and token.dep_ == "expl:subj":
            return None  # « il est certain que »
        if form in SINGULAR or form in PLURAL or form in LATTER:
            return self._before(token, form)
        if person := self._apposed(token):
            return person
        if found := self._mentioned(token):
            return self._person_in(token, found)
        if token.pos_ == "NOUN" and token.lemma_.lower() in self.words.documents:
            return self._issuer(token)
        return self._within(token) or self._described(token) or self._make(named_beside(token))

    def surely_speaks(self, token: Token | None) -> bool:
        """Whether a mention, or the lexicon, knows that the word stands for a person or body."""
        if token is None:
            return False
        mention = self.draft.mention_at(token)
        if mention is not None and mention.actors and mention.form in NAMED:
            return True
        form, lemma = pronoun(token), token.lemma_.lower()
        return form in SINGULAR or form in PLURAL or lemma in self.words.posts | self.words.bodies

    def can_speak(self, token: Token | None) -> bool:
        """Whether a word stands for a person or body, to the lexicon, the mentions or its form."""
        if token is None:
            return False
        form = pronoun(token)
        if form in SINGULAR or form in PLURAL or form in SOME or form in LATTER:
            return True
        mention = self.draft.mention_at(token)
        if mention is not None and mention.actors and mention.form in NAMED:
            return True
        lemma = token.lemma_.lower()
        if lemma in self.words.mute:
            return False
        known = self.words.posts | self.words.bodies | self.words.documents
        if lemma in known or token.pos_ == "PROPN":
            return True
        return token.pos_ == "NOUN" and bool(AGENT.search(form)) and lemma not in NOT_PEOPLE

    # ------------------------------------------------------------ by mentions

    def _mentioned(self, token: Token) -> str | None:
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
        if small(self.draft.doc[extent(token)[0]]) not in DEFINITE:
            body = self._speaks_for_a_body(token) and actor.country is None
            return (body and self._body_before(token)) or found
        near = token.idx - self.last_at < STALE
        main = self.draft.actors.get((self.main or self.last or "") if near else "")
        bare = len(name_of(token).split()) == 1
        known = main is not None and actor.country is not None and main.country == actor.country
        same = main is not None and main.kind == "person" and (bare or known)
        same = same and self._may_be(main.id if main else "", token.lemma_.lower())
        return self._in_post(token, token.lemma_.lower()) or (main.id if main and same else found)

    def _apposed(self, token: Token) -> str | None:
        """Of « le porte-parole du gouvernement, le colonel X », X, where a post opens a post."""
        doc = self.draft.doc
        last = extent(token)[1]
        if token.lemma_.lower() not in self.words.posts or has(token, "Number", "Plur"):
            return None
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

    def _within(self, token: Token) -> str | None:
        """Who stands beside a post or body: « l'organisation patronale, la Fédération X, … »."""
        doc = self.draft.doc
        _, last = extent(token)
        if last + 2 < len(doc) and doc[last + 1].text in (",", "("):
            for i in range(last + 2, min(last + 5, len(doc))):
                mention = self.draft.mention_at(i)
                if small(doc[i]) == "dont":
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
        definite = small(doc[extent(token)[0]]) in DEFINITE
        if definite and (person := self._in_post(token, lemma)):
            return person
        if len(name_of(token).split()) == 1:
            if definite:
                person = self._last_person(token.idx)
                return person if person and self._may_be(person, lemma) else None
            return self._body_before(token) if self._speaks_for_a_body(token) else None
        return None

    def _may_be(self, person: str, lemma: str) -> bool:
        """Whether a post can be meant by a noun: of one whose posts are known, none other is."""
        titles = [role.title.lower() for role in self.draft.actors[person].roles]
        return lemma not in EXACT or not titles or any(lemma in title for title in titles)

    def _speaks_for_a_body(self, token: Token) -> bool:
        """« un porte-parole », bare, may be of the body just named; « des témoins » never are."""
        return token.lemma_.lower() in self.words.deputies and len(name_of(token).split()) == 1

    def _last_person(self, at: int) -> str | None:
        """The person who has spoken last, not long before a character."""
        for one in (self.main, self.last):
            if (
                one is not None
                and at - self.last_at < STALE
                and self.draft.actors[one].kind == "person"
            ):
                return one
        return None

    def _described(self, token: Token) -> str | None:
        """Of « le jeune homme de 24 ans », « l'ancien champion », the person who has just been spoken
        of; a post or body, and a plural, may well be somebody else."""
        lemma = token.lemma_.lower()
        definite = small(self.draft.doc[extent(token)[0]]) in DEFINITE
        if not definite or lemma not in self.words.persons or has(token, "Number", "Plur"):
            return None
        country = self._country(token)
        wanted = gender_of(token)
        found = self._subject_since(token, wanted) or self._last_person(token.idx)
        if found is None or self.draft.actors[found].kind != "person":
            return None
        near = token.idx - self.last_at < STALE
        same = country is None or self.draft.actors[found].country in (None, country)
        return found if near and same and self._agrees(found, wanted) else None

    def _in_post(self, token: Token, lemma: str) -> str | None:
        """The one person of the report in a post that is named by its noun: « le ministre »."""
        country = self._country(token)
        people = [
            actor
            for actor in self.draft.actors.values()
            if actor.kind == "person"
            and any(lemma in role.title.lower() for role in actor.roles)
            and (country is None or actor.country == country)
        ]
        held = [actor.id for actor in people]
        spoke = [last for last in (self.last, self.main) if last in held]
        return spoke[0] if spoke else held[0] if len(held) == 1 else None

    def _body_before(self, token: Token) -> str | None:
        """A bare « un porte-parole » after a named body speaks for that body."""
        text = self.draft.article.text
        for mention in sorted(self.draft.mentions, key=lambda m: -m.start):
            if mention.start >= token.idx or not mention.actors:
                continue
            if text.count("\n", mention.end, token.idx) > NEAR:
                break
            if self.draft.actors[mention.actors[0]].kind == "organisation":
                return mention.actors[0]
        return None

    def _before(self, token: Token, form: str) -> str | None:
        """Whom a pronoun stands for.

        A pronoun that speaks goes on with who spoke last, unless somebody else has been the subject
        of a sentence since, or its gender tells otherwise; beyond `STALE` characters the mentions
        know better."""
        if form in PLURAL or form == "derniers":
            several = (
                self.last if self.last and self.draft.actors[self.last].kind == "group" else None
            )
            near = token.idx - self.last_at < STALE
            return (several if near else None) or self._mentioned(token) or self.last
        wanted = SINGULAR.get(form)
        if newer := self._subject_since(token, wanted):
            return newer
        last = self.last
        if (
            last
            and self.main
            and self.draft.actors[last].kind in ("organisation", "state", "group")
        ):
            feminine = wanted == "Fem" and gender_told(self.draft, self.main) != "Fem"
            last = last if feminine else self.main
        if last and token.idx - self.last_at < STALE and self._agrees(last, wanted):
            return last
        found = self._mentioned(token)
        if found is None or not self._agrees(found, wanted):
            found = self.main if self.main and self._agrees(self.main, wanted) else found
        for one in (found, self.last):
            if one and self._agrees(one, wanted):
                return one
        for mention in sorted(self.draft.mentions, key=lambda m: -m.start):
            if mention.start >= token.idx or len(mention.actors) != 1 or mention.form == "pronoun":
                continue
            if token.idx - mention.start > STALE:
                break
            actor = self.draft.actors[mention.actors[0]]
            if actor.kind == "person" and gender_told(self.draft, actor.id) == wanted:
                return actor.id
        # an incise has nobody else to mean, whatever its gender
        return self.last if small(token).startswith("-") else None

    def _subject_since(self, token: Token, wanted: str | None) -> str | None:
        """The person who has last been the subject of a sentence since the last statement."""
        for mention in sorted(self.draft.mentions, key=lambda m: -m.start):
            if mention.start < self.last_at:
                break
            if mention.start >= token.idx or len(mention.actors) != 1:
                continue
            if mention.form in ("people", "pronoun") or not is_subject(
                self.draft.doc[mention.head]
            ):
                continue
            actor = self.draft.actors[mention.actors[0]]
            if actor.kind == "person" and self._agrees(actor.id, wanted):
                return actor.id
        return None

    def _agrees(self, actor: str, wanted: str | None) -> bool:
        """Whether nothing that the report says of an actor is of the other gender."""
        if actor not in self.genders:
            self.genders[actor] = gender_told(self.draft, actor)
        known = self.genders[actor]
        return known is None or wanted is None or known == wanted

    def _issuer(self, token: Token) -> str | None:
        """Who issued a document: « le communiqué du ministère », else the body named before it."""
        if token.dep_ == "obj":  # « X a publié un communiqué indiquant que … »
            for child in token.head.children:
                if child.dep_ == "nsubj" and self.can_speak(child):
                    return self.of(child)
        if token.lemma_.lower() in self.words.pacts:
            return self._make(token)
        for child in token.children:
            if child.dep_ == "nmod" and child.i > token.i:
                found = self._mentioned(child)
                if found or child.lemma_.lower() in self.words.posts | self.words.bodies:
                    return found or self.of(child)
        if self._common(token):
            return self._make(token)
        definite = small(self.draft.doc[extent(token)[0]]) in DEFINITE
        return self._body_before(token) or (self.last if definite else None) or self._make(token)

    def _common(self, token: Token) -> bool:
        """« une déclaration commune »: of several, none of whom says it alone."""
        return any(c.lemma_ in ("commun", "conjoint") for c in token.children)

    def leave_silent(self) -> None:
        """Takes those made here out again of whom no statement came."""
        heard = {one for s in self.draft.statements for one in (s.speaker, s.addressee)}
        for silent in {*self.made.values()} - heard:
            self.draft.actors.pop(silent, None)

    def _country(self, token: Token) -> str | None:
        first, last = extent(token)
        for i in range(first, last + 1):
            mention = self.draft.mention_at(i)
            if mention is not None and len(mention.actors) == 1:
                country = self.draft.actors[mention.actors[0]].country
                if country:
                    return country
        return None

    def _make(self, token: Token) -> str | None:
        """A speaker who is named by words alone: « un responsable américain »."""
        name = name_of(token)
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
            kind="person" if token.pos_ == "PROPN" else "group",
            name=name,
            country=self._country(token),
            evidence=(self.draft.tokens_span(*extent(token)),),
        )
        self.draft.actors[actor.id] = actor
        self.made[key] = actor.id
        self.genders[actor.id] = gender_of(token)
        return actor.id
