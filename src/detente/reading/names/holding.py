"""Who holds a post: one person, several, or the counterpart of one."""

from __future__ import annotations

from msgspec import structs

from detente.language.gazetteer import fold
from detente.model import Role
from detente.reading.names import roles
from detente.reading.names.cast import Part
from detente.reading.names.persons import Name
from detente.reading.names.posts_behind import PostPhrase
from detente.reading.names.shares import Share, Shares
from detente.reading.names.stage import Stage
from detente.reading.names.words import bare_title

OWNING = ("nsubj", "obl:agent")
REACH = 40
"""Tokens back in which the owner of « son porte-parole » is looked for."""


class Holding:
    """Gives persons their roles, countries and genders from the posts beside their names."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.words, self.lang = stage.words, stage.lang
        self.shares = Shares(stage.words, stage.lang, stage.hits)

    def post(self, part: Part, post: PostPhrase, share: Share | None = None) -> None:
        """One post of one person; `share` is its part in a post of several."""
        stage = self.stage
        told = roles.read(post, share, self.words, self.lang, stage.hits, stage.bodies, stage.draft)
        if told.role is not None and not any(_same(told.role, r) for r in part.roles):
            part.roles.append(told.role)
        part.country = part.country or told.country
        if part.gender is None and told.gender in ("m", "f"):
            part.gender = told.gender  # type: ignore[assignment]
        if share is None:
            stage.mention(post.first, post.last, (part,), "post", layer=0, head=self.noun(post))

    def shared(self, found: list[Name]) -> None:
        """Posts that several hold: « les présidents russe X et américain Y »; « X et Y, les présidents
        russe et américain »."""
        for n, name in enumerate(found):
            if name.several is not None:
                self._told_behind(found[: n + 1], name.several)
            post = name.before
            if post is None or not post.plural or name.part is None:
                continue
            holders = [name]
            for other in found[n + 1 :]:
                if other.part is None or not self.shares.joins(holders[-1].last, other.first):
                    break
                holders.append(other)
            holders = holders[: self.shares.many(post) or len(holders)]
            parts = tuple(h.part for h in holders if h.part is not None)
            if len(parts) < 2:
                self._each_its_own(post, holders, found[n + 1 :])
                continue
            shares = self.shares.of(post, [(holder.first, holder.last) for holder in holders])
            for share, part in zip(shares, parts, strict=True):
                self.post(part, post, share or Share(0, 0))
            self.stage.mention(post.first, post.last, parts, "post", layer=0, head=self.noun(post))

    def _told_behind(self, found: list[Name], post: PostPhrase) -> None:
        holders = [found[-1]]
        for other in reversed(found[:-1]):
            if not self.shares.joins(other.last, holders[0].first):
                break
            holders.insert(0, other)
        parts = tuple(h.part for h in holders if h.part is not None)
        if len(parts) < 2 or len(parts) < len(holders) or any(p.roles for p in parts):
            return
        shares = self.shares.of(post, [(holder.first, holder.last) for holder in holders])
        for share, part in zip(shares, parts, strict=True):
            self.post(part, post, share or Share(0, 0))
        self.stage.mention(post.first, post.last, parts, "post", layer=0, head=self.noun(post))

    def _each_its_own(self, post: PostPhrase, holders: list[Name], behind: list[Name]) -> None:
        """« les ministres maliens de la Défense X et de l'Intérieur Y »: one noun, two posts."""
        name, part = holders[0], holders[0].part
        follow = behind[0] if behind else None
        if part is None or follow is None or follow.part is None or len(holders) > 1:
            return
        field = self.shares.field(name.last, follow.first)
        noun = self.lang.post(self.words[post.head].key)
        if field is None or noun is None or not noun.role:
            return
        own = self.shares.of(post, [(name.first, name.last)])[0]
        states = own.states if own is not None and own.plural else ()
        self.post(part, post, Share(0, 0, states))
        span = self.words[field[0]], self.words[field[1]]
        title = f"{noun.singular} {self.stage.said(*field)}"
        state = states[0] if len(states) == 1 else None
        evidence = self.stage.draft.tokens_span(span[0].i, span[1].i)
        follow.part.roles.append(Role(title=title, country=state, evidence=(evidence,)))
        follow.part.country = follow.part.country or state
        parts = (part, follow.part)
        self.stage.mention(post.first, post.last, parts, "post", layer=0, head=self.noun(post))

    def counterparts(self, found: list[Name]) -> None:
        """« le président américain X et son homologue russe Y »: Y is a president too. Of a post
        that few states have (« secrétaire d'Etat ») the counterpart has another, which is not told."""
        for n, name in enumerate(found):
            post, part = self._counterpart(name), name.part
            before = self._whose(found[:n], post) if post is not None else None
            if before is None and post is not None:
                before = self._ahead(found[n + 1 :], post)
            other = before.part if before is not None else None
            if post is None or part is None or other is None or not other.roles:
                continue
            if post.plural:
                self._plural_counterparts(found[n:], other)
                continue
            span = self.words[post.first : post.last + 1]
            evidence = self.stage.draft.tokens_span(span[0].i, span[-1].i)
            place = next((n for n in range(post.head, post.last + 1) if n in self.stage.hits), None)
            known = self.stage.hits[place].known if place is not None else None
            body = known.name if known and known.kind in ("body", "seat") else None
            title = self._shared_title(other)
            if title is None:
                continue
            title = title if part.gender == "f" else self.lang.masculine(title)
            role = Role(
                title=title,
                organisation=body,
                country=part.country,
                evidence=(evidence,),
            )
            if not any(r.title == role.title for r in part.roles):
                part.roles.insert(0, role)

    def _shared_title(self, part: Part) -> str | None:
        """The first post of somebody's that every state has, the state itself left out."""
        posts = tuple(self.lang.words("shared_posts"))
        alone = self.lang.words("state_posts")
        for role in part.roles:
            title = self._own(role.title)
            key = bare_title(fold(title), self.lang)
            own = any(key == post or key.startswith(post + " ") for post in alone)
            if fold(title).startswith(posts) and (own or key in posts or role.country):
                return title
        return None  # « l'émissaire des grandes puissances » has no counterpart in a state

    def _counterpart(self, name: Name) -> PostPhrase | None:
        """The words « son homologue » beside a name."""
        alike = self.lang.words("counterparts")
        beside = (name.before, name.after)
        return next((p for p in beside if p and self._noun_key(p.head) in alike), None)

    def _noun_key(self, n: int) -> str:
        post = self.lang.post(self.words[n].key)
        return fold(post.singular) if post is not None else self.words[n].key

    def _plural_counterparts(self, found: list[Name], other: Part) -> None:
        """« ses homologues syrien X et libanais Y »: each holds the post that they share."""
        title, last = self._shared_title(other), found[0]
        if title is None:
            return
        for name in found:
            if name is not last and not self.shares.joins(last.last, name.first):
                return
            if name.part is not None and not name.part.roles and name.part is not other:
                evidence = self.stage.draft.tokens_span(
                    self.words[name.first].i, self.words[name.last].i
                )
                role = Role(title=title, country=name.part.country, evidence=(evidence,))
                name.part.roles.append(role)
            last = name

    def _whose(self, before: list[Name], post: PostPhrase) -> Name | None:
        """Whose counterpart somebody is: the subject's of the sentence, else the last one named."""
        doc, at = self.stage.draft.doc, self.words[post.first].i
        named = [n for n in before if n.part is not None and n.last < post.first]
        if named and self.words[post.first - 1].key in self.lang.GRAMMAR.and_:
            return named[-1]  # « annoncé par X et son homologue Y »
        for name in reversed(named):
            token = doc[self.words[name.first].i]
            if doc[at].sent.start <= token.i and any(
                t.dep_.startswith("nsubj") for t in (token, doc[self._noun_of(name)])
            ):
                return name
        last = named[-1] if named else None
        return last if last is not None and last.last >= post.first - 12 else None

    def _ahead(self, behind: list[Name], post: PostPhrase) -> Name | None:
        """« Lors d'un entretien avec son homologue X, le ministre Y … »: the subject that follows."""
        doc = self.stage.draft.doc
        sent = doc[self.words[post.first].i].sent
        for name in behind:
            token = doc[self.words[name.first].i]
            if name.part is None or token.i >= sent.end:
                return None
            if doc[self._noun_of(name)].dep_ == "nsubj" or token.dep_ == "nsubj":
                return name
        return None

    def _noun_of(self, name: Name) -> int:
        """The token of the post before a name, else of the name."""
        return self.words[name.first].i if name.before is None else self.noun(name.before)

    def possessed(self, found: list[Name]) -> None:
        """« Le Kremlin a démenti. Son porte-parole X … »: the post is of whoever was the subject."""
        doc, heads = self.stage.draft.doc, {m.head: m for _, m in self.stage.made}
        alike, grammar = self.lang.words("counterparts"), self.lang.GRAMMAR
        owned = grammar.possessives - grammar.plural
        for name in found:
            post, part = name.before, name.part
            if part is not None and name.after is not None:
                part.owned |= self.words[name.after.first].key in owned
            if post is None or part is None or self.words[post.first].key not in owned:
                continue
            part.owned = True
            at = self.words[post.first].i
            before = [
                heads[t.i] for t in doc[max(0, at - REACH) : at]
                if t.i in heads and t.dep_.startswith(OWNING) and heads[t.i].form != "people"
            ]  # fmt: skip
            if not before or len(before[-1].actors) != 1:
                continue
            owner = self.stage.cast.parts[before[-1].actors[0]]
            if owner.id == part.id or self.words[post.head].key in alike:
                continue
            part.country = part.country or owner.country
            if owner.kind == "organisation" and part.roles:
                first, *rest = part.roles
                state = bare_title(fold(first.title), self.lang)
                if first.organisation is None and state not in self.lang.words("state_posts"):
                    part.roles = [structs.replace(first, organisation=owner.name), *rest]

    def noun(self, post: PostPhrase) -> int:
        """The token of a post's noun (of « Premier ministre » the second)."""
        for n in (post.head + 2, post.head + 1, post.head):
            span = self.words[post.head : n + 1]
            if n <= post.last and self.lang.post(" ".join(w.key for w in span)) is not None:
                return next((w.i for w in span if w.pos in ("NOUN", "PROPN")), span[0].i)
        return self.words[post.head].i

    def _own(self, title: str) -> str:
        """A title without the state or body that it is a post of."""
        words = title.split()
        for n, word in enumerate(words):
            if n and fold(word) not in self.lang.LINKS and self._known(words, n):
                last = n
                while last and fold(words[last - 1]) in self.lang.LINKS:
                    last -= 1
                return " ".join(words[:last])
        return title

    def _known(self, words: list[str], n: int) -> bool:
        parts = fold(" ".join(words[n:])).split()
        parts = parts[parts[:1] != [] and parts[0] in self.lang.OF_THE :]
        return any(" ".join(parts[:k]) in self.lang.names() for k in range(1, len(parts) + 1))


def _same(one: Role, other: Role) -> bool:
    return one.title.lower() == other.title.lower() and one.standing == other.standing
