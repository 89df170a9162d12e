"""Persons made actors: full names first, then surnames, then what stands beside them."""

from __future__ import annotations

from itertools import pairwise

from detente.language.gazetteer import fold
from detente.reading.names import persons
from detente.reading.names.cast import Part
from detente.reading.names.holding import Holding
from detente.reading.names.known import Hit, leads_to_city
from detente.reading.names.people import People
from detente.reading.names.persons import Name
from detente.reading.names.posts_behind import PostPhrase
from detente.reading.names.stage import Stage


class Naming:
    """Adds a report's persons to its stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.words, self.lang = stage.words, stage.lang
        self.people = People(stage.cast, stage.lang)
        self.holding = Holding(stage)

    def find(self, found: list[Name]) -> None:
        """Decides which sequences are persons and keeps their mentions, posts and countries."""
        self._decide(found)
        self._nicknames(found)
        self._surnames(found)
        self.people.latest.clear()
        self.stage.names -= {
            n for name in found if name.part is None for n in range(name.first, name.last + 1)
        }
        for name in found:
            self._settle(name)
        for name, follow in pairwise(found):
            self._of_one_people(name, follow)
        self.holding.shared(found)
        self.holding.counterparts(found)
        self._later({n for name in found if name.part for n in range(name.first, name.last + 1)})

    def is_surname(self, hit: Hit) -> bool:
        """« Hamilton » in a report on a Lewis Hamilton; the mention is kept as the person's."""
        word = self.words[hit.first]
        before = self.words[hit.first - 1] if hit.first else None
        placed = before is not None and (
            leads_to_city(before, self.lang) or before.key in self.lang.GRAMMAR.in_
        )
        if hit.first != hit.last or placed:
            return False
        holders = [p for p in self.stage.cast.people() if len(p.words) > 1]
        if not any(word.key in self.people.surnames(p.words) for p in holders):
            return False
        part, certain = self.people.short(word.text, None)
        if part is not None:
            self.stage.mention(hit.first, hit.first, (part,), "name", layer=3, certain=certain)
        return part is not None

    # ------------------------------------------------------------ who is a person

    def _decide(self, found: list[Name]) -> None:
        seen: set[str] = set()
        for _ in range(2):
            for name in found:
                if name.part is None and name.full and self._person(name, seen):
                    seen.add(" ".join(w.key for w in self.words[name.first : name.last + 1]))
                    name.part = self._full(name)
        for name in found:
            if name.part is None and self._person(name, seen):
                name.part = self._short(name) or self._full(name)
        for name, follow in pairwise(found):
            bracket = self.words[name.last + 1].text == "("
            if not bracket and self.holding.shares.joins(name.last, follow.first):
                self._listed(name, follow)

    def _listed(self, name: Name, follow: Name) -> None:
        """« X, Y et Z »: beside a person a full name is another's, of none but proper nouns; behind
        a post of several (« deux ministres, X et Y ») any."""
        several = name.before is not None and name.before.plural
        for one, other in ((name, follow), (follow, name)):
            if one.part is None or other.part is not None or not other.full:
                continue
            span = self.words[other.first : other.last + 1]
            proper = not any(self.lang.is_word(w.text) or w.upper for w in span if w.cap)
            company = {w.text for w in span} & self.lang.company()
            if (several and one is name) or (proper and not company and one.full):
                other.part = self._full(other)

    def _person(self, name: Name, seen: set[str]) -> bool:
        return persons.is_person(name, self.words, self.lang, seen)

    def _surnames(self, found: list[Name]) -> None:
        """Bare surnames of people whom the report never names in full: « l'administration X » and,
        beside a person, « entre X et Y »."""
        groups: dict[str, list[Name]] = {}
        for name in found:
            if not name.full and name.part is None:
                groups.setdefault(self.words[name.first].key, []).append(name)
        for _ in range(2):
            for key, names in groups.items():
                if len(key) < 3 or any(self.stage.has_article(n.first) or n.part for n in names):
                    continue
                famous = self.stage.leaders.famous(self.words[names[0].first].text)
                if famous or any(self._eponym(n) or self._beside(n, found) for n in names):
                    for name in names:
                        name.part = self._short(name) or self._full(name)

    def _eponym(self, name: Name) -> bool:
        word = self.words[name.first - 1] if name.first else None
        if word is None or word.key not in self.lang.words("eponyms"):
            return False
        return name.first > 1 and self.words[name.first - 2].key in self.lang.DETERMINERS

    def _beside(self, name: Name, found: list[Name]) -> bool:
        """« X et Y » or « entre X et Y », where X or Y is a person."""
        words, n, and_ = self.words, name.first, self.lang.GRAMMAR.and_
        taken = {k for other in found if other.part for k in (other.first, other.last)}
        if n > 1 and words[n - 1].key in and_ and n - 2 in taken:
            return True
        return n + 2 < len(words) and words[n + 1].key in and_ and n + 2 in taken

    def _nicknames(self, found: list[Name]) -> None:
        """« X, alias Y », « X, dit “Y” », « X (Abou Y) », « X, de son vrai nom Y »:
        Y is X; so is « “Y” (nom de guerre de X) »."""
        words = self.words
        called = self.lang.words("nicknamed")
        little = called | self.lang.words("nicknaming")
        for name, follow in pairwise(found):
            between = words[name.last + 1 : follow.first]
            keys = [w.key for w in between if w.key]
            titled = len(keys) > 1 and between[-1].cap and self.lang.post(keys[-1]) is not None
            keys = keys[: len(keys) - titled]  # « alias Pasteur X »
            told = called & {*keys} and little.issuperset(keys)
            father = self.words[follow.first].key in self.lang.words("fathers")
            told = told or (father and [w.text for w in between] == ["("])
            if not told or len(between) > 10 or between[-1].breaks:
                continue
            if name.part is None:
                if follow.part is not None and follow.full and not name.full:
                    self._call(follow.part, self.stage.said(name.first, name.last))
                    name.part = follow.part
                continue
            nickname = self.stage.said(follow.first, follow.last)
            self._call(name.part, nickname)
            if follow.part is not None and follow.part is not name.part:
                self.stage.cast.drop(follow.part)
                for one in (n for n in found if n.part is follow.part and n is not follow):
                    one.part = name.part
            follow.part = name.part
        for name in found:
            nickname = fold(self.stage.said(name.first, name.last))
            if name.part is None and nickname in self.people.nicknames:
                name.part = self.stage.cast.parts[self.people.nicknames[nickname]]

    def _call(self, part: Part, nickname: str) -> None:
        """Notes a nickname, and the last word of a longer one (« al-Jolani »)."""
        words = fold(nickname).split()
        articles = self.lang.words("arabic_articles")
        last = len(words) - 1 - (len(words) > 2 and words[-2] in articles)
        self.people.nicknames[" ".join(words)] = part.id
        self.people.nicknames.setdefault(" ".join(words[last:]), part.id)
        part.call(nickname)

    # ------------------------------------------------------------ which person

    def _full(self, name: Name) -> Part:
        return self.people.full(self.stage.said(name.first, name.last), self._gender(name))

    def _short(self, name: Name) -> Part | None:
        words = self.stage.said(name.first, name.last)
        return self.people.short(words, self._gender(name), name.title is not None)[0]

    def _gender(self, name: Name) -> str | None:
        if name.title is not None:
            return self.lang.title_gender()[self.words[name.title].key]  # type: ignore[no-any-return]
        if name.people is not None:
            people = self.words[name.people].people
            return people.gender if people else None
        return None

    # ------------------------------------------------------------ what stands beside

    def _settle(self, name: Name) -> None:
        """A person's mention and what stands beside it."""
        stage, part = self.stage, name.part
        if part is None:
            if name.full or not (part := self._short(name)) or stage.has_article(name.first):
                return
            name.part = part
        certain = True
        if not name.full and name.before is not None and not name.before.comma:
            held, words = self.words[name.before.head].key, stage.said(name.first, name.last)
            part = name.part = self.people.holder(words, held) or part
        if name.full:
            self.people.used(part)
        else:
            words = stage.said(name.first, name.last)
            certain = self.people.short(words, self._gender(name), name.title is not None)[1]
        stage.names |= set(range(name.first, name.last + 1))
        if name.title is not None:
            stage.names.add(name.title)
            part.titled = True
        if name.people is not None:
            self._of_people(part, name.people)
        self._body_behind(name, part)
        for post in (name.before, name.outer, name.after, name.told, name.more):
            if post is None or post.plural:
                continue
            bare = post is name.before and post.comma and name.title is None and not name.full
            if not bare or persons.between_commas(name, self.words, self.lang):
                self.holding.post(part, post)
        part.country = part.country or self._realm(name) or self._whose(name)
        if part.country is None and (told := self.holding.shares.behind(name.last)) is not None:
            part.country = told.states[0]
        self._aged(part, name.last)
        first = name.title if name.title is not None else name.first
        stage.mention(first, name.last, (part,), "name", layer=3, certain=certain)
        part.call(stage.said(name.first, name.last))

    def _aged(self, part: Part, last: int) -> None:
        """« X, mécanicien de 42 ans, … »: the calling stands for the person."""
        words = self.words[last + 1 : last + 6]
        if len(words) < 5 or words[0].text != "," or words[1].pos != "NOUN" or words[1].breaks:
            return
        if words[2].key in self.lang.OF and words[4].key in self.lang.words("years"):
            head = words[1].i
            self.stage.mention(last + 2, last + 5, (part,), "post", layer=0, head=head)

    def _of_people(self, part: Part, n: int) -> None:
        """« la Russe X »: the noun of a people stands for the person."""
        self.stage.mention(n, n, (part,), "post", layer=3)
        self.stage.apposed.add(n)
        part.peoples = True
        people = self.words[n].people
        if people and len(people.states) == 1:
            part.country = part.country or people.states[0]

    def _of_one_people(self, name: Name, follow: Name) -> None:
        """« les Français X et Y »: Y is one too."""
        if name.people is None or name.part is None or follow.part is None:
            return
        word = self.words[name.people]
        many = self.words[name.people - 1].key in self.lang.GRAMMAR.plural
        people = word.people
        joined = many and self.holding.shares.joins(name.last, follow.first)
        if joined and people and len(people.states) == 1:
            follow.part.country = follow.part.country or people.states[0]

    def _realm(self, name: Name) -> str | None:
        """« le roi X de Jordanie »: the state behind the name of a sovereign."""
        post, hits = name.before, self.stage.hits
        if post is None or post.comma:
            return None
        if self.words[post.head].key not in self.lang.words("sovereigns"):
            return None
        n = name.last + 1
        while n < len(self.words) and n - name.last < 3 and self.words[n].key in self.lang.OF_THE:
            n += 1
        behind = n > name.last + 1 and n in hits and hits[n].known.kind == "state"
        return hits[n].known.country if behind else None

    def _whose(self, name: Name) -> str | None:
        """« Oman, dont le ministre X … »: the state whose post it is."""
        for post in (name.outer, name.before):
            n = post.first - 1 if post is not None else 0
            if n > 1 and self.words[n].key in self.lang.GRAMMAR.whose and self._of_state(post):
                hit = self.stage.hits.get(n - 2 if self.words[n - 1].text == "," else n - 1)
                if hit is not None and hit.known.kind == "state":
                    return hit.known.country  # type: ignore[no-any-return]
        return None

    def _of_state(self, post: PostPhrase | None) -> bool:
        """A post that is held in a state: a minister's, not a journalist's."""
        posts = self.lang.words("state_posts")
        return post is not None and any(
            " ".join(w.key for w in self.words[post.head : n + 1]) in posts
            for n in range(post.head, min(post.head + 4, post.last + 1))
        )

    def _body_behind(self, name: Name, part: Part) -> None:
        """« X, du département d'État »: the country of the body is that of the person."""
        words, n, stage = self.words, name.last + 1, self.stage
        if n + 2 >= len(words) or words[n].text not in ",(" or words[n + 1].key not in self.lang.OF:
            return
        n += 3 if words[n + 2].key in self.lang.GRAMMAR.definite else 2
        country = None
        if n in stage.hits and stage.hits[n].known.kind in ("body", "seat"):
            country = stage.hits[n].known.country
        elif n in stage.bodies:
            country = stage.bodies[n][1]
        part.country = part.country or country

    def _later(self, used: set[int]) -> None:
        """Surnames that no sequence holds, since they are everyday words too (« Le Pen »)."""
        stage = self.stage
        surnames = {s for p in stage.cast.people() for s in self.people.surnames(p.words)}
        for n in stage.likely:
            word = self.words[n]
            if n in used or n in stage.hits or not word.cap or word.key not in surnames:
                continue
            if stage.has_article(n):
                continue
            common = word.initial and self.lang.is_word(word.text) and word.pos != "PROPN"
            after = self.words[n + 1].pos if n + 1 < len(self.words) else ""
            if (
                common
                and after not in ("VERB", "AUX")
                and word.key not in self.lang.words("family_first")
            ):
                continue
            part, certain = self.people.short(word.text, None)
            if part is not None:
                stage.mention(n, n, (part,), "name", layer=3, certain=certain)
