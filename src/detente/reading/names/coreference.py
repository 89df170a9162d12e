"""Who pronouns and descriptions stand for: « il », « ce dernier », « le ministre », « les deux pays ».

One walk over the report in text order, which keeps who was spoken of, and who was a subject. What
cannot be told is left out; what is only likely is kept with `certain=False`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from detente.model import Role
from detente.reading.draft import Mention
from detente.reading.names.cast import Part
from detente.reading.names.descriptions import Descriptions
from detente.reading.names.groups import Group
from detente.reading.names.words import Word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.names.stage import Stage

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus")
MASCULINE_STATES = frozenset("MX KH MZ ZW BZ SR".split())
NEAR = 2
"""Sentences back in which a pronoun's antecedent is looked for."""


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


@dataclass(slots=True)
class Focus:
    """Who was spoken of so far."""

    seen: list[Seen] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)

    def before(self, sentence: int, back: int) -> list[Seen]:
        """Mentions of the sentences from `back` before to this one, the latest first."""
        return [s for s in reversed(self.seen) if sentence - back <= s.sentence <= sentence]


class Coreference:
    """Adds the mentions that stand for actors already found, and unnamed groups."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.lang, self.cast, self.words = stage.lang, stage.cast, stage.words
        self.doc = stage.draft.doc
        self.focus = Focus()
        self.descriptions = Descriptions(self.lang, self.cast, self.words)
        self.sentence = {t.i: n for n, s in enumerate(self.doc.sents) for t in s}
        self.mentions: dict[int, list[Mention]] = {}
        for _, mention in stage.made:
            self.mentions.setdefault(mention.first, []).append(mention)
        self.heads = {m.head: m for _, m in stage.made}
        self.groups = {group.first: group for group in stage.groups}

    def run(self) -> None:
        """Walks over all words."""
        for word in self.words:
            for mention in self.mentions.get(word.i, ()):
                self._see(mention)
            if word.n in self.groups:
                self._group(self.groups[word.n])
            elif solve := self._solver(word):
                solve(word)

    # ------------------------------------------------------------ what was seen

    def _see(self, mention: Mention) -> None:
        token = self.doc[mention.head]
        actors = mention.actors
        if mention.form == "people" and token.dep_ not in SUBJECTS:
            actors = tuple(a for a in actors if a)
        subject = token.dep_ in SUBJECTS
        for child in self._conjuncts(token) if subject else ():
            if (other := self.heads.get(child.i)) is not None:
                actors = (*actors, *(a for a in other.actors if a not in actors))
        self._keep(token, actors, subject, len(actors) > 1)

    def _keep(self, token: Token, actors: tuple[str, ...], subject: bool, plural: bool) -> None:
        head = token.head
        main = subject and (
            head.dep_ == "ROOT"
            or (head.dep_.startswith(("conj", "parataxis")) and head.head.dep_ == "ROOT")
        )
        self.focus.seen.append(Seen(token.i, self.sentence[token.i], actors, subject, plural, main))
        for actor in actors:
            state = self.cast.parts[actor].country
            if state:
                self.focus.states[state] += 1

    def _conjuncts(self, token: Token) -> list[Token]:
        found: list[Token] = []
        for child in token.children:
            if child.dep_ == "conj" and child.i > token.i:
                found += [child, *self._conjuncts(child)]
        return found

    def _add(
        self, first: int, last: int, actors: tuple[str, ...], form: str, certain: bool
    ) -> None:
        parts = tuple(self.cast.parts[a] for a in actors)
        self.stage.mention(first, last, parts, form, layer=4, certain=certain)  # type: ignore[arg-type]

    # ------------------------------------------------------------ pronouns

    def _solver(self, word: Word) -> Callable[[Word], None] | None:
        lang = self.lang
        key = (
            word.key.split(" ")[-1]
            if word.pos in ("PRON", "DET", "ADJ", "") or "-" in word.text
            else ""
        )
        if key in lang.words("last_named") and self._after(word, ("ce", "cette", "ces")):
            return self._dernier
        if word.key in lang.words("pointing"):
            return self._dernier
        if key in lang.words("he") | lang.words("she"):
            return self._pronoun
        if key in lang.words("they"):
            return self._they
        return None

    def _after(self, word: Word, keys: tuple[str, ...]) -> bool:
        return word.n > 0 and self.words[word.n - 1].key in keys

    def _pronoun(self, word: Word) -> None:
        token = self.doc[word.i]
        if not self._is_subject(token) or self._impersonal(word, token):
            return
        gender = "f" if word.key.split(" ")[-1] in self.lang.words("she") else "m"
        found = self._antecedent(word, gender)
        if found is None:
            return
        actor, certain = found
        self._add(word.n, word.n, (actor,), "pronoun", certain)
        self._keep(token, (actor,), True, False)

    def _is_subject(self, token: Token) -> bool:
        """A subject, also behind its verb (“a-t-il dit”), where no noun is it beside the pronoun."""
        if token.dep_ in SUBJECTS:
            return True
        inverted = token.dep_ == "expl:subj" and token.text[0] in "-‑‐"
        return inverted and not any(c.dep_ in SUBJECTS for c in token.head.children)

    def _impersonal(self, word: Word, token: Token) -> bool:
        head, lang = token.head, self.lang
        after = [w.key for w in self.words[word.n + 1 : word.n + 3]]
        if after[:1] == ["y"] or after == ["n", "y"]:
            return True
        if lang.fold(head.lemma_) in lang.words("impersonal"):
            return True
        if head.i + 1 < len(self.doc) and head.pos_ in ("ADJ", "VERB", "NOUN"):
            follow = lang.fold(self.doc[head.i + 1].text)
            if lang.fold(head.lemma_) == "rester" and head.i > token.i:
                later = [lang.fold(t.text) for t in self.doc[head.i + 1 : head.i + 4]]
                return bool({"beaucoup", "a", "que", "un", "une", "des", "du"} & set(later))
            if any(c.dep_ == "cop" for c in head.children):
                known = lang.fold(head.text) in lang.words("impersonal_adjectives")
                return known or (head.pos_ == "ADJ" and follow in ("de", "d", "que", "qu"))
        return False

    def _antecedent(self, word: Word, gender: str) -> tuple[str, bool] | None:
        """The latest fitting subject, else the only fitting person of the last sentences."""
        sentence = self.sentence[word.i]
        near = self.focus.before(sentence, NEAR)
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
                        if self._is_person(a) and self._fits(a, gender)
                    }
                    return seen.actors[0], sure and (len(rivals) <= 1 or back > 0)
            people = list(
                dict.fromkeys(
                    a
                    for s in here
                    for a in s.actors
                    if self._is_person(a) and self._fits(a, gender)
                )
            )
            if len(people) == 1:
                return people[0], False
            if people:
                return None
        return None

    def _fits(self, actor: str, gender: str) -> bool:
        part = self.cast.parts[actor]
        if part.kind in ("person", "group"):
            told = part.gender or (part.kind == "person" and self.lang.likely_gender(part.name))
            return not part.plural and (told == gender or (not told and gender == "m"))
        if part.kind == "state":
            return self._state_gender(part) == gender
        return False

    def _told(self, actor: str, gender: str) -> bool:
        return self.cast.parts[actor].gender == gender or gender == "m"

    def _state_gender(self, part: Part) -> str | None:
        if part.id in self.lang.data()["states_in_plural"]:
            return None
        return "f" if part.name.endswith("e") and part.id not in MASCULINE_STATES else "m"

    def _is_person(self, actor: str) -> bool:
        return self.cast.parts[actor].kind == "person"

    def _they(self, word: Word) -> None:
        token = self.doc[word.i]
        if not self._is_subject(token):
            return
        sentence = self.sentence[word.i]
        for seen in self.focus.before(sentence, 1):
            if seen.subject and seen.token < word.i:
                if not seen.plural:
                    return
                self._add(word.n, word.n, seen.actors, "pronoun", sentence - seen.sentence < 2)
                self._keep(token, seen.actors, True, True)
                return

    def _dernier(self, word: Word) -> None:
        """« ce dernier », « celui-ci »: the last person named before it."""
        if word.key.endswith("s") and word.key not in ("celui ci", "celle ci"):
            return
        woman = word.key in ("derniere", "celle ci")
        sentence = self.sentence[word.i]
        for seen in self.focus.before(sentence, 1):
            people = [a for a in seen.actors if self._is_person(a)]
            fitting = [a for a in people if self._fits(a, "f" if woman else "m")]
            if len(fitting) == 1 and len(seen.actors) == 1:
                first = word.n if "ci" in word.key else word.n - 1
                self._add(first, word.n, (fitting[0],), "pronoun", True)
                self._keep(self.doc[word.i], (fitting[0],), True, False)
                return

    # ------------------------------------------------------------ descriptions

    def _group(self, group: Group) -> None:
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
        self._keep(token, actors, token.dep_ in SUBJECTS, len(actors) > 1 or group.plural)

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
        recent = self._recent()
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
        sentence = self.sentence[token.i]
        named = {m.head: m for m in self.heads.values() if m.form == "name"}
        subjects = [s for s in self.focus.before(sentence, 1) if s.subject and s.token < token.i]
        if not subjects or len(group.states) != 1 or subjects[0].token not in named:
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
        part.country = group.states[0]
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
            part = self.cast.named("group", f"{base} {word.text}", state)
            part.plural = people.plural
            found.append(part.id)
        return tuple(found), True

    def _everybody(self) -> list[str]:
        return [part.id for part in self.cast.people()]

    def _recent(self) -> list[str]:
        """Ids of persons, the last spoken of first."""
        return list(
            dict.fromkeys(
                a for s in reversed(self.focus.seen) for a in s.actors if self._is_person(a)
            )
        )

    def _two(self, group: Group) -> tuple[tuple[str, ...], bool] | None:
        key = self.words[group.head].key
        if key in self.lang.words("plural_states"):
            return self._two_states(group)
        if key not in self.lang.words("plural_people") and not group.post:
            return None
        if len(group.states) == 2:
            return group.states, True
        recent = self._recent()
        fitting = self.descriptions.holders(group, recent)
        if len(fitting) == 2:
            return tuple(reversed(fitting)), True
        sentence = self.sentence[self.words[group.head].i]
        if group.last != group.head:
            return None
        near = list(
            dict.fromkeys(
                a
                for s in self.focus.before(sentence, NEAR + 1)
                for a in s.actors
                if self._is_person(a)
            )
        )
        if len(near) == 2:
            return tuple(reversed(near)), True
        return None

    def _two_states(self, group: Group) -> tuple[tuple[str, ...], bool] | None:
        if len(group.states) == 2:
            return group.states, True
        sentence = self.sentence[self.words[group.head].i]
        pairs = [
            s.actors
            for s in self.focus.before(sentence, NEAR)
            if len(s.actors) == 2 and all(self.cast.parts[a].kind == "state" for a in s.actors)
        ]
        if pairs:
            return pairs[0], True
        near: list[str] = []
        armed = False
        for seen in reversed(self.focus.before(sentence, 1)):
            parts = [self.cast.parts[a] for a in seen.actors]
            armed = armed or any(p.kind == "organisation" and not p.press for p in parts)
            near += [p.country for p in parts if p.country and p.country not in near]
        if len(near) == 2 and not armed:
            return (near[0], near[1]), True
        if self.words[group.head].key not in self.lang.words("states_only"):
            return None
        most = self.focus.states.most_common(3)
        if len(most) < 2 or (len(most) == 3 and most[2][1] * 4 > most[1][1] * 3):
            return None
        return (most[0][0], most[1][0]), False
