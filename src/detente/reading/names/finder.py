"""The walk over one report: known names, bodies, persons with posts, peoples, groups."""

from __future__ import annotations

from detente.model import Role
from detente.reading.draft import Draft, Form, Mention
from detente.reading.names import bodies, groups, known, persons, roles
from detente.reading.names.cast import Cast, Part
from detente.reading.names.coreference import Coreference
from detente.reading.names.known import Hit
from detente.reading.names.posts import PostPhrase, Posts
from detente.reading.names.runs import runs
from detente.reading.names.words import phrase, words_of


class Finder:
    """Finds the actors of one report. `names` are the places of words in persons' names."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.lang = draft.pack.module("names")
        self.words = words_of(draft.doc)
        self.text = draft.article.text
        self.cast = Cast()
        self.people = persons.People(self.cast, self.lang)
        self.hits: dict[int, Hit] = {}
        self.names: set[int] = set()
        self.letters: dict[str, bodies.Body] = {}
        self.apposed: set[int] = set()
        self.groups: list[groups.Group] = []
        self.made: list[tuple[int, Mention]] = []

    def find(self) -> None:
        """Fills the draft."""
        self._known()
        spans = runs(self.words, self.lang, set(self.hits))
        self.names = {n for a, b in spans if b > a for n in range(a, b + 1)}
        found = bodies.find(self.words, self.lang, self.hits, self.names)
        self.bodies = {body.first: (body.last, body.country) for body in found}
        self._bodies(found)
        posts = Posts(self.words, self.lang, self.hits, self.names)
        self._persons(persons.candidates(self.words, spans, posts, self.lang, self.draft.doc))
        self._letters()
        self._hits()
        self._peoples()
        self._groups(posts)
        Coreference(self).run()
        order = {"post": 0, "description": 0, "name": 1, "place": 2, "people": 3, "pronoun": 4}
        for _, mention in sorted(self.made, key=lambda m: (m[0], order[m[1].form], m[1].start)):
            self.draft.add_mention(mention)
        self.cast.settle(self.draft)

    # ------------------------------------------------------------ known names

    def _known(self) -> None:
        spans = runs(self.words, self.lang, set())
        sure = {
            n for a, b in spans
            if b > a and self.lang.is_first_name(self.words[a].text)
            for n in range(a, b + 1)
        }  # fmt: skip
        for hit in known.scan(self.words, self.lang, sure):
            for n in range(hit.first, hit.last + 1):
                self.hits[n] = hit

    def _hits(self) -> None:
        for n, hit in self.hits.items():
            if n != hit.first or n in self.names or self.words[n].text in self.letters:
                continue
            name = hit.known
            if name.kind in ("state", "region", "city"):
                if not name.country or self._is_surname(hit):
                    continue
                part = self.cast.state(name.country)
                if name.kind == "state":
                    self.mention(hit.first, hit.last, (part,), "name", layer=2)
                else:
                    self.mention(hit.first, hit.last, (part,), "place", layer=2, city=name.name)
                    continue
            else:
                part = self._known_body(hit)
                self.mention(hit.first, hit.last, (part,), "name", layer=2)
            part.call(phrase(self.words, hit.first, hit.last, self.text))

    def _is_surname(self, hit: Hit) -> bool:
        """« Hamilton » in a report on a Lewis Hamilton; the mention is kept as the person's."""
        word = self.words[hit.first]
        if hit.first != hit.last or (hit.first and self.words[hit.first - 1].key in ("a", "en")):
            return False
        holders = [p for p in self.cast.people() if len(p.words) > 1]
        if not any(word.key in self.people.surnames(p.words) for p in holders):
            return False
        part, certain = self.people.short(word.text, None)
        if part is not None:
            self.mention(hit.first, hit.first, (part,), "name", layer=3, certain=certain)
        return part is not None

    def _peoples(self) -> None:
        for n, word in enumerate(self.words):
            if n in self.hits or n in self.names or n in self.apposed or not word.key:
                continue
            people = self.lang.people(word.text)
            if people is None or not people.states or word.pos in ("VERB", "AUX", "ADP"):
                continue
            parts = tuple(self.cast.state(code) for code in people.states)
            self.mention(n, n, parts, "people", layer=2)

    # ------------------------------------------------------------ unnamed people

    def _groups(self, posts: Posts) -> None:
        used = set(self.names)
        posted = {t for _, m in self.made if m.form == "post" for t in range(m.first, m.last + 1)}
        used |= {w.n for w in self.words if w.i in posted}
        for group in groups.find(self.words, self.lang, self.hits, posts, self.bodies, used):
            self.groups.append(group)

    # ------------------------------------------------------------ bodies

    def _bodies(self, found: list[bodies.Body]) -> None:
        """Bodies in text order, so that a bare noun (« la cour ») finds the one named before."""
        before: dict[str, Part] = {}
        self._acronyms(found)
        for n in sorted({b.first for b in found} | {h.first for h in self.hits.values()}):
            hit = self.hits.get(n)
            if hit is not None:
                if hit.known.kind in ("body", "seat"):
                    before[self.words[n].key] = self._known_body(hit)
                continue
            body = next(b for b in found if b.first == n)
            key = self.words[body.head].key
            parts = self._body_parts(body)
            after = self.words[body.last + 1].key if body.last + 1 < len(self.words) else ""
            alone = not body.sure and body.head == body.last and after not in ("a", "de", "du")
            if alone and key in before:
                parts = (before[key],)
            elif body.bare:
                continue
            if body.sure:
                before[key] = parts[0]
            head = self.words[body.head]
            self.mention(body.first, body.last, parts, "name", layer=1, head=head.i)

    def _acronyms(self, found: list[bodies.Body]) -> None:
        """« Front de X (FDX) »: the letters stand for the body wherever the report has them."""
        words = self.words
        for body in found:
            n = body.last + 1
            if n + 2 >= len(words) or words[n].text != "(" or words[n + 2].text != ")":
                continue
            if words[n + 1].upper and words[n + 1].text.isalpha() and not body.shared:
                self.letters[words[n + 1].text] = body

    def _letters(self) -> None:
        for n, word in enumerate(self.words):
            body = self.letters.get(word.text)
            if body is None or n in self.names:
                continue
            part = self._body_parts(body)[0]
            part.call(word.text)
            self.mention(n, n, (part,), "name", layer=2)

    def _body_parts(self, body: bodies.Body) -> tuple[Part, ...]:
        if body.bare:
            return ()
        if not body.shared:
            name = phrase(self.words, body.first, body.last, self.text)
            return (self.cast.named("organisation", name, body.country),)
        base = phrase(self.words, body.first, body.shared[0] - 1, self.text)
        found: list[Part] = []
        for n in body.shared:
            word = self.words[n].text
            people = self.lang.people(word)
            found.append(self.cast.named("organisation", f"{base} {word}", people.states[0]))
        return tuple(found)

    def _known_body(self, hit: Hit) -> Part:
        name = hit.known
        part = self.cast.named("organisation", name.name, name.country)
        part.press, part.plural = name.press, name.plural
        return part

    # ------------------------------------------------------------ persons

    def _persons(self, found: list[persons.Name]) -> None:
        words, lang = self.words, self.lang
        seen: set[str] = set()
        for _ in range(2):
            for name in found:
                if name.part is None and persons.is_person(name, words, lang, seen) and name.full:
                    seen.add(" ".join(w.key for w in words[name.first : name.last + 1]))
                    name.part = self._full(name)
        for name in found:
            if name.part is None and persons.is_person(name, words, lang, seen):
                name.part = self._short(name) or self._full(name)
        self._surnames(found)
        self.people.latest.clear()
        self.names -= {
            n for name in found if name.part is None for n in range(name.first, name.last + 1)
        }
        for name in found:
            self._settle(name)
        self._shared(found)
        self._counterparts(found)
        self._later({n for name in found if name.part for n in range(name.first, name.last + 1)})

    def _surnames(self, found: list[persons.Name]) -> None:
        """Bare surnames of people whom the report never names in full: « l'administration X » and,
        beside a person, « entre X et Y »."""
        groups: dict[str, list[persons.Name]] = {}
        for name in found:
            if not name.full and name.part is None:
                groups.setdefault(self.words[name.first].key, []).append(name)
        for _ in range(2):
            for key, names in groups.items():
                if len(key) < 3 or any(self._article(n.first) or n.part for n in names):
                    continue
                if any(self._eponym(n) or self._beside(n, found) for n in names):
                    for name in names:
                        name.part = self._full(name)

    def _eponym(self, name: persons.Name) -> bool:
        word = self.words[name.first - 1] if name.first else None
        if word is None or word.key not in self.lang.words("eponyms"):
            return False
        return name.first > 1 and self.words[name.first - 2].key in self.lang.DETERMINERS

    def _beside(self, name: persons.Name, found: list[persons.Name]) -> bool:
        """« X et Y » or « entre X et Y », where X or Y is a person."""
        words, n = self.words, name.first
        taken = {k: o for o in found if o.part for k in (o.first, o.last)}
        if n > 1 and words[n - 1].key == "et" and n - 2 in taken:
            return True
        return n + 2 < len(words) and words[n + 1].key == "et" and n + 2 in taken

    def _full(self, name: persons.Name) -> Part:
        return self.people.full(
            phrase(self.words, name.first, name.last, self.text), self._gender(name)
        )

    def _short(self, name: persons.Name) -> Part | None:
        words = phrase(self.words, name.first, name.last, self.text)
        return self.people.short(words, self._gender(name))[0]

    def _gender(self, name: persons.Name) -> str | None:
        if name.title is not None:
            return self.lang.title_gender()[self.words[name.title].key]  # type: ignore[no-any-return]
        if name.people is not None:
            people = self.lang.people(self.words[name.people].text)
            return people.gender if people else None
        return None

    def _settle(self, name: persons.Name) -> None:
        """A person's mention and what stands beside it."""
        part = name.part
        if part is None:
            if name.full or not (part := self._short(name)) or self._article(name.first):
                return
            name.part = part
        certain = True
        first = name.title if name.title is not None else name.first
        if not name.full:
            certain = self.people.short(
                phrase(self.words, name.first, name.last, self.text), self._gender(name)
            )[1]
        else:
            self.people._used(part)
        self.names |= set(range(name.first, name.last + 1))
        if name.people is not None:
            self.mention(name.people, name.people, (part,), "post", layer=3)
            self.apposed.add(name.people)
            people = self.lang.people(self.words[name.people].text)
            if people and len(people.states) == 1 and part.country is None:
                part.country = people.states[0]
        self._body_behind(name, part)
        for post in (name.before, name.after, name.told):
            if post is not None and not post.plural and self._belongs(name, post):
                self._post(part, post)
        self.mention(first, name.last, (part,), "name", layer=3, certain=certain)
        part.call(phrase(self.words, name.first, name.last, self.text))

    def _body_behind(self, name: persons.Name, part: Part) -> None:
        """« X, du département d'État »: the country of the body is that of the person."""
        words, n = self.words, name.last + 1
        if n + 2 >= len(words) or words[n].text not in ",(" or words[n + 1].key not in self.lang.OF:
            return
        n += 3 if words[n + 2].key in ("la", "l") else 2
        country = None
        if n in self.hits and self.hits[n].known.kind in ("body", "seat"):
            country = self.hits[n].known.country
        elif n in self.bodies:
            country = self.bodies[n][1]
        part.country = part.country or country

    def _counterparts(self, found: list[persons.Name]) -> None:
        """« le président américain X et son homologue russe Y »: Y is a president too."""
        for n, name in enumerate(found):
            post = name.before
            if post is None or name.part is None or not n or name.part.roles:
                continue
            other = found[n - 1].part
            if self.words[post.head].key != "homologue" or other is None or len(other.roles) != 1:
                continue
            if self.words[found[n - 1].last].n < post.first - 12:
                continue
            role, span = other.roles[0], self.words[post.first : post.last + 1]
            evidence = self.draft.tokens_span(span[0].i, span[-1].i)
            name.part.roles.append(
                Role(title=role.title, country=name.part.country, evidence=(evidence,))
            )

    def _belongs(self, name: persons.Name, post: PostPhrase) -> bool:
        return not (post.comma and name.before is post and name.title is None and not name.full)

    def _post(self, part: Part, post: PostPhrase, share: tuple[str, ...] | None = None) -> None:
        told = roles.read(post, share, self.words, self.lang, self.hits, self.bodies, self.draft)
        if told.role is not None and not any(_same(told.role, r) for r in part.roles):
            part.roles.append(told.role)
        if part.country is None and told.country:
            part.country = told.country
        if part.gender is None and told.gender in ("m", "f"):
            part.gender = told.gender  # type: ignore[assignment]
        if share is None:
            head = self._noun(post)
            self.mention(post.first, post.last, (part,), "post", layer=0, head=head)

    def _shared(self, found: list[persons.Name]) -> None:
        """Posts that several hold: « les présidents russe X et américain Y »."""
        for n, name in enumerate(found):
            post = name.before
            if post is None or not post.plural or name.part is None:
                continue
            holders = [name]
            for other in found[n + 1 :]:
                if other.part is None or not self._between(holders[-1].last, other.first):
                    break
                holders.append(other)
            if len(holders) < 2:
                continue
            for holder in holders:
                assert holder.part is not None
                self._post(holder.part, post, self._share(holder.first))
            parts = tuple(h.part for h in holders if h.part is not None)
            head = self._noun(post)
            self.mention(post.first, post.last, parts, "post", layer=0, head=head)

    def _noun(self, post: PostPhrase) -> int:
        """The token of a post's noun (of « Premier ministre » the second)."""
        span = self.words[post.head : post.last + 1]
        return next((w.i for w in span if w.pos in ("NOUN", "PROPN")), self.words[post.head].i)

    def _between(self, last: int, first: int) -> bool:
        """Only « et », commas, brackets and nationalities stand between two names."""
        between = self.words[last + 1 : first]
        return 0 < len(between) < 6 and all(
            w.text in ",()" or w.key == "et" or self.lang.people(w.text) or self._titled(w.key)
            for w in between
        )

    def _titled(self, key: str) -> bool:
        return key in self.lang.title_gender()

    def _share(self, first: int) -> tuple[str, ...]:
        """The states of the nationality right before a name."""
        for n in (first - 1, first - 2):
            if n >= 0 and (people := self.lang.people(self.words[n].text)):
                return people.states  # type: ignore[no-any-return]
            if n >= 0 and self.words[n].text not in ",(":
                break
        return ()

    def _later(self, used: set[int]) -> None:
        """Surnames that no sequence holds, since they are everyday words too (« Le Pen »)."""
        surnames = {s for p in self.cast.people() for s in self.people.surnames(p.words)}
        for n, word in enumerate(self.words):
            if n in used or n in self.hits or not word.cap or word.key not in surnames:
                continue
            if self._article(n):
                continue
            if word.initial and self.lang.is_word(word.text) and word.pos != "PROPN":
                if word.key not in self.lang.words("family_first"):
                    continue
            part, certain = self.people.short(word.text, None)
            if part is not None:
                self.mention(n, n, (part,), "name", layer=3, certain=certain)

    def _article(self, n: int) -> bool:
        return n > 0 and not self.words[n].breaks and self.words[n - 1].key in self.lang.ARTICLES

    # ------------------------------------------------------------ mentions

    def mention(
        self,
        first: int,
        last: int,
        parts: tuple[Part, ...],
        form: Form,
        *,
        layer: int,
        head: int | None = None,
        city: str | None = None,
        certain: bool = True,
    ) -> None:
        """Keeps words that stand for actors. Where mentions overlap, the one of the higher
        `layer` is found at the words they share."""
        a, b = self.words[first], self.words[last]
        for part in parts:
            part.evidence.append(self.draft.tokens_span(a.i, b.i))
        mention = Mention(
            start=a.start,
            end=b.end,
            first=a.i,
            last=b.i,
            head=self._head(a.i, b.i) if head is None else head,
            actors=tuple(part.id for part in parts),
            form=form,
            city=city,
            certain=certain,
        )
        self.made.append((layer, mention))

    def _head(self, first: int, last: int) -> int:
        """The token of a span whose own head lies outside it."""
        for token in self.draft.doc[first : last + 1]:
            if not first <= token.head.i <= last or token.head.i == token.i:
                return token.i
        return first


def _same(one: Role, other: Role) -> bool:
    return one.title.lower() == other.title.lower() and one.standing == other.standing
