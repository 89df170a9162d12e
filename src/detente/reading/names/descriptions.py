"""Which named person a post or description stands for: « le ministre », « le dirigeant russe »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from types import ModuleType

from detente.language.gazetteer import fold
from detente.model import Role
from detente.reading.names.cast import Cast, Part
from detente.reading.names.groups import Group
from detente.reading.names.words import Word, bare_title, joined

_LED = ("state", "government", "foreign", "state")
"""The leaders' posts that the first rows of `same_post` name."""


@cache
def _same_posts(lang: ModuleType) -> tuple[frozenset[str], ...]:
    """Rows of posts by which reports call one and the same."""
    return tuple(frozenset(map(fold, row)) for row in lang.data()["same_post"])


class Descriptions:
    """Matches descriptions with the roles, countries and peoples of those named."""

    def __init__(self, lang: ModuleType, cast: Cast, words: Sequence[Word]) -> None:
        self.lang, self.cast, self.words = lang, cast, words
        self.same = _same_posts(lang)

    def person(
        self, group: Group, recent: Sequence[str], near: Sequence[str]
    ) -> tuple[str, bool] | None:
        """The person whom a singular description stands for, and whether that is certain. `near`:
        those of the sentence before and its own."""
        lang = self.lang
        counterparts, seated = lang.words("counterparts"), lang.words("seat_holders")
        owned = self.words[group.first].key in lang.GRAMMAR.possessives
        if owned and self.noun(group) not in counterparts:
            return None
        holders = self.holders(group, recent)
        if not holders and group.states:
            holders = self.holders(group, self._all(recent))
        elif not holders and self.is_top(group):
            ahead = self.holders(group, self._all(recent))
            holders = ahead if len(ahead) == 1 else []  # « le chef du gouvernement », named later
        if holders:
            return holders[0], len(holders) == 1
        head = self.words[group.head].key
        if head in seated or head in counterparts or head in lang.words("anybody"):
            return self._of_side(group, recent, head) or self._of_rank(group, near, head)
        return self._of_rank(group, near, head)

    def _of_rank(self, group: Group, near: Sequence[str], head: str) -> tuple[str, bool] | None:
        """« l'officier » after a colonel, « le dirigeant modéré » after a president."""
        ranks = self.lang.data()["ranks"].get(head)
        if not ranks or not near or self.group(group):
            return None
        part = self.cast.parts[near[0]]
        if not self._sides(part, group) or not self._gender(part, group):
            return None
        ranks = [fold(rank) for rank in ranks]
        held = [bare_title(fold(r.title), self.lang) for r in part.roles]
        told = any(title == r or title.startswith(r + " ") for title in held for r in ranks)
        return (part.id, False) if told else None

    def is_top(self, group: Group) -> bool:
        """A post that one person holds in a state (“président”, “chef de la diplomatie”)."""
        if self._former(group):
            return False
        wanted = [w for part in self._content(group) for w in part.split()]
        wanted = [w for w in wanted if w not in self.lang.LINKS]
        return any(self._names(wanted, row) for row in self.same)

    def leading(self, group: Group) -> frozenset[str]:
        """The posts of leaders (`gazetteer.leaders`) that a description may tell."""
        if self._former(group):
            return frozenset()
        wanted = [w for part in self._content(group) for w in part.split()]
        wanted = [w for w in wanted if w not in self.lang.LINKS]
        return frozenset(
            post for post, row in zip(_LED, self.same, strict=False) if self._names(wanted, row)
        )

    def title(self, group: Group) -> str:
        """The words of a post, its nationality left out."""
        words = self.words[group.head : group.last + 1]
        kept = [w.text for w in words if w.people is None]
        return joined(kept)

    def holders(self, group: Group, people: Sequence[str]) -> list[str]:
        """Those of `people` who hold the post that a description names, in the given order."""
        wanted = self._content(group)
        former = self._former(group)
        found: list[str] = []
        alike: list[str] = []
        for actor in people:
            part = self.cast.parts[actor]
            if not self._sides(part, group) or not self._gender(part, group):
                continue
            if any(self._is_post(wanted, role, former) for role in part.roles):
                found.append(actor)
            elif any(
                self._is_same_post(wanted, role) or self._heads_body(wanted, role, group)
                for role in part.roles
            ):
                alike.append(actor)
        found = found or alike
        if group.states:
            theirs = [a for a in found if self.cast.parts[a].country in group.states]
            return theirs or found
        return found

    def fits(self, actor: str, group: Group) -> bool:
        """Whether what is known of a person's state and gender allows a description."""
        part = self.cast.parts[actor]
        return self._sides(part, group) and self._gender(part, group)

    def group(self, group: Group) -> str | None:
        """The unnamed one spoken of before by the same noun (« un diplomate … le diplomate »)."""
        head = self.noun(group)
        for part in reversed(list(self.cast.parts.values())):
            if part.kind == "group" and fold(part.name).split(" ")[0] == head and not part.plural:
                return part.id
        return None

    def _all(self, recent: Sequence[str]) -> list[str]:
        return [p.id for p in self.cast.people() if p.id not in recent]

    def _of_side(self, group: Group, recent: Sequence[str], head: str) -> tuple[str, bool] | None:
        sides = [a for a in recent if group.states and self.cast.parts[a].country in group.states]
        sides = [a for a in sides if self._gender(self.cast.parts[a], group)]
        if head in self.lang.words("seat_holders"):
            titles = tuple(self.lang.words("seat_titles"))
            chiefs = [
                a
                for a in sides
                if any(fold(r.title).startswith(titles) for r in self.cast.parts[a].roles)
            ]
            return (chiefs[0], True) if len(chiefs) == 1 else None
        other = head in self.lang.words("counterparts")
        if not group.states and not other and recent and not self.group(group):
            latest = self.cast.parts[recent[0]]
            woman = self.words[group.first].key in self.lang.GRAMMAR.feminine
            told = latest.gender == ("f" if woman else "m")
            return (latest.id, False) if told and not group.own else None
        if len(sides) == 1 and group.states:
            return sides[0], head in self.lang.words("either")
        return None

    def _content(self, group: Group) -> list[str]:
        """The words of a post that matter: no nationality, article or preposition."""
        lang = self.lang
        kept = [self.noun(group)]
        rest = self.words[group.head + len(kept[0].split(" ")) : group.last + 1]
        kept += [w.key for w in rest if w.key not in lang.LINKS and w.people is None]
        return [key for key in kept if key]

    def noun(self, group: Group) -> str:
        """The noun of a post in the singular, folded."""
        for last in (group.head + 2, group.head + 1, group.head):
            key = " ".join(w.key for w in self.words[group.head : min(last, group.last) + 1])
            if (post := self.lang.post(key)) is not None:
                return fold(post.singular)
        return self.words[group.head].key

    def _is_post(self, wanted: list[str], role: Role, former: bool) -> bool:
        title = fold(role.title)
        if former and role.standing != "former":
            return False
        words = set(title.split())
        if title.startswith(wanted[0]) or (former and wanted[0] in title):
            return all(w in words for part in wanted for w in part.split())
        return False

    def _is_same_post(self, wanted: list[str], role: Role) -> bool:
        """Posts by which reports call one another (« secrétaire d'État », « chef de la diplomatie »)."""
        title = fold(role.title)
        if role.standing == "former":
            return False
        named = [w for part in wanted for w in part.split() if w not in self.lang.LINKS]
        return any(
            self._names(named, row) and any(self._begins(title, other) for other in row)
            for row in self.same
        )

    def _heads_body(self, wanted: list[str], role: Role, group: Group) -> bool:
        """« le numéro un des X » for a chief of X."""
        if role.standing == "former":
            return False
        words = [w.key for w in self.words[group.head + 1 : group.last + 1] if w.key]
        title = [w for w in fold(role.title).split() if w not in self.lang.LINKS]
        alike = len(wanted) > 1 and set(wanted[1:]) <= set(title[1:])
        body = fold(role.organisation or "")
        told = alike or (body and (body in " ".join(words) or body in self._known(words)))
        for heads in (self.lang.words("chiefs"), self.lang.words("sent_out")):
            if told and wanted[0] in heads:
                return any(fold(role.title).startswith(head + " ") for head in heads)
        return False

    def _known(self, words: Sequence[str]) -> set[str]:
        """The bodies of known names in a phrase, folded (« l'émissaire des Nations unies »)."""
        names = self.lang.names()
        spans = (
            " ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)
        )
        return {fold(known.name) for span in spans if (known := names.get(span)) is not None}

    def _begins(self, title: str, other: str) -> bool:
        """A title is a post, alone or of a state (“président de la X”, not “président du club”)."""
        if not title.startswith(other):
            return False
        rest = [w for w in title[len(other) :].split() if w not in self.lang.LINKS]
        told = " ".join(rest)
        known = self.lang.names().get(told)
        if not rest or told in self.lang.words("the_state"):
            return True
        return known is not None and known.kind == "state"

    def _names(self, named: list[str], row: frozenset[str]) -> bool:
        return any([w for w in post.split() if w not in self.lang.LINKS] == named for post in row)

    def _former(self, group: Group) -> bool:
        return any(
            w.key in self.lang.words("former") for w in self.words[group.first : group.head + 1]
        )

    def _sides(self, part: Part, group: Group) -> bool:
        return not group.states or part.country in group.states or part.country is None

    def _gender(self, part: Part, group: Group) -> bool:
        determiner = self.words[group.first].key
        woman = determiner in self.lang.GRAMMAR.feminine
        man = determiner in self.lang.GRAMMAR.masculine
        return not ((woman and part.gender == "m") or (man and part.gender == "f"))
