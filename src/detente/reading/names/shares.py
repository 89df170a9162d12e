"""Whose is which of a post that several hold: « les présidents russe et turc X et Y »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import ModuleType

from detente.reading.names.known import Hit
from detente.reading.names.posts_behind import PostPhrase
from detente.reading.names.words import Word

BETWEEN = 9
"""Words that stand between two names that share a post, at most."""


@dataclass(frozen=True, slots=True)
class Share:
    """One name's part of a post: the states, or the body, that the words `first` to `last` tell.
    `plural`: they hold for all names (« les dirigeants chypriotes »). `apart`: the words of all
    shares, which are none of the title's."""

    first: int
    last: int
    states: tuple[str, ...] = ()
    body: str | None = None
    plural: bool = False
    apart: range = range(0)


class Shares:
    """Reads shares in one report."""

    def __init__(self, words: Sequence[Word], lang: ModuleType, hits: dict[int, Hit]) -> None:
        self.words, self.lang, self.hits = words, lang, hits

    def of(self, post: PostPhrase, names: Sequence[tuple[int, int]]) -> list[Share | None]:
        """The share of each name (its first and last word) in a post, None where it is not told.

        In the post's own words, as many as there are names, they go in order; or each stands right
        before its name, or in brackets behind it; or the post has but one, which is all names'."""
        within = self._within(post)
        common = [one for one in within if one.plural]
        within = within if not common else common[:1]
        if len(within) == len(names) and not common:
            return list(within)
        own = [self._before(a, post if n == 0 else None) or self.behind(b)
               for n, (a, b) in enumerate(names)]  # fmt: skip
        if len(within) == 1 and not any(own[1:]):
            return [within[0]] * len(names)
        if len(within) > 1:
            return [None] * len(names)
        alike = bool(within and within[0].states)
        told = range(within[0].first, within[0].last + 1) if alike else range(0)
        return [replace(one, apart=told) if one else None for one in own]

    def many(self, post: PostPhrase) -> int:
        """How many states or bodies a post of several tells apart, 0 where it does not."""
        within = self._within(post)
        apart = len(within) > 1 and not any(one.plural for one in within)
        return len(within) if apart else 0

    def joins(self, last: int, first: int) -> bool:
        """Whether nothing but « et », signs, titles and shares stands between two names."""
        between = self.words[last + 1 : first]
        titles = self.lang.title_gender()
        little = self.lang.OF | self.lang.ARTICLES | self.lang.GRAMMAR.and_
        return 0 < len(between) < BETWEEN and all(
            w.text in ",()" or w.key in little or w.key in titles or w.n in self.hits
            or w.people is not None
            for w in between
        )  # fmt: skip

    def field(self, last: int, first: int) -> tuple[int, int] | None:
        """« et de la Défense » between two names: the words of what a second holds."""
        between = self.words[last + 1 : first]
        while between and between[0].text in ",)":
            between = between[1:]
        while between and between[-1].text in ",(":
            between = between[:-1]
        joined = len(between) > 2 and between[0].key in self.lang.GRAMMAR.and_
        if not joined or between[1].key not in self.lang.OF or len(between) > BETWEEN:
            return None
        if any(not w.key or w.breaks or w.pos in ("VERB", "AUX", "PRON") for w in between[1:]):
            return None
        named = any(w.key in self.lang.words("domains") or w.n in self.hits for w in between[2:])
        return (between[1].n, between[-1].n) if named else None

    def _within(self, post: PostPhrase) -> list[Share]:
        """The shares in a post's own words, behind its noun."""
        found: list[Share] = []
        n, end = post.head + 1, post.head
        while n <= post.last:
            share = self._at(n)
            if share is None or (found and self._qualifies(found[-1], share)):
                end = n if share is not None else end
                n += 1
                continue
            found.append(share)
            n = share.last + 1
            end = share.last
        if not found or end == found[0].last:
            return found
        return [replace(one, apart=range(found[0].first, end + 1)) for one in found]

    def _at(self, n: int) -> Share | None:
        word, hit = self.words[n], self.hits.get(n)
        if hit is not None:
            start = n
            while start and self.words[start - 1].key in self.lang.OF | self.lang.ARTICLES:
                start -= 1
            if hit.first != n or not any(w.key in self.lang.OF for w in self.words[start:n]):
                return None
            known = hit.known
            if known.kind == "state":
                return Share(start, hit.last, (known.country,))
            return Share(start, hit.last, (), known.name) if known.kind == "body" else None
        people = word.people
        if people is None or not people.states or self.words[n - 1].key in self.lang.OF:
            return None
        return Share(n, n, people.states, plural=people.plural)

    def _qualifies(self, before: Share, share: Share) -> bool:
        """« chypriote grec »: the second adjective tells a people of the first's state."""
        return before.plural or (
            share.first == before.last + 1 and bool(before.states and share.states)
        )

    def _before(self, n: int, post: PostPhrase | None) -> Share | None:
        """The share right before a name, a comma or bracket aside."""
        at = n - 1
        while at > 0 and (self.words[at].text in ",(" or self.words[at].key in self.lang.ARTICLES):
            at -= 1
        if post is not None and not post.head < at <= post.last:
            return None
        hit = self.hits.get(at)
        return self._at(hit.first if hit is not None else at) if at > 0 else None

    def behind(self, n: int) -> Share | None:
        """« X (Russie) », « X (Russe) »."""
        if n + 3 >= len(self.words) or self.words[n + 1].text != "(":
            return None
        hit, people = self.hits.get(n + 2), self.words[n + 2].people
        if hit is not None and hit.known.kind == "state" and self.words[hit.last + 1].text == ")":
            return Share(n + 2, hit.last, (hit.known.country,))
        told = people is not None and people.states and self.words[n + 3].text == ")"
        return Share(n + 2, n + 2, people.states) if told else None
