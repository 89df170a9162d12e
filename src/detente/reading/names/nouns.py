"""Where the noun of a post stands among a report's words."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from detente.reading.names.known import Hit
from detente.reading.names.words import Word


class Nouns:
    """Finds the nouns of posts in one report."""

    def __init__(
        self, words: Sequence[Word], lang: ModuleType, hits: dict[int, Hit], names: set[int]
    ) -> None:
        self.words, self.lang, self.hits, self.names = words, lang, hits, names
        self.grammar = lang.GRAMMAR
        self.joining = lang.GRAMMAR.and_ | lang.GRAMMAR.or_
        self._qualifiers = lang.words("former") | lang.words("new") | lang.words("designate")
        self._several = lang.GRAMMAR.plural - lang.GRAMMAR.possessives
        self._second = lang.words("qualifying")
        self._led = lang.GRAMMAR.in_ | lang.GRAMMAR.upon | lang.words("named_as")
        self._of_others = (lang.OF | lang.GRAMMAR.with_article) - lang.GRAMMAR.definite
        """What opens no post behind a name (« du ministre X, du chef de …, Y »)."""
        self._ends: dict[int, int | None] = {}

    def head_at(self, n: int) -> int | None:
        """The last word of a post's noun that begins at `n` (“Premier ministre”), or None."""
        if n not in self._ends:
            self._ends[n] = self._end(n)
        return self._ends[n]

    def _end(self, n: int) -> int | None:
        if self.words[n].opening not in self.lang.post_openings():
            return None
        for last in (n + 2, n + 1, n):
            span = self.words[n : last + 1]
            whole = len(span) == last - n + 1 and not any(w.breaks for w in span[1:])
            key = " ".join(w.key for w in span)
            if whole and self.lang.post(key) is not None and (last > n or self._sure(n)):
                return last
        return None

    def _sure(self, n: int) -> bool:
        """Not « le cadre » nor « la marine », but « un cadre », « l'ancien marine »."""
        if self.words[n].key not in self.lang.words("unsure_posts"):
            return True
        before = self.words[n - 1].key if n and not self.words[n].breaks else ""
        if before in self.lang.words("former"):
            return True
        after = self.words[n + 1] if n + 1 < len(self.words) else None
        led = n > 1 and self.words[n - 2].key in self._led
        of = after is not None and (after.key in self.lang.OF or after.people)
        return before in self.grammar.indefinite and bool(of) and not led

    def _heads(self, n: int) -> bool:
        """A post's noun begins here: it is no part of a longer one, and no « adjoint » to one."""
        word = self.words[n]
        if self.head_at(n) is None or (word.pos in ("VERB", "AUX") and not self._is_noun(n)):
            return False
        if n and self.words[n - 1].key in self.grammar.in_:
            return False
        if self._sort(n):
            return False
        if word.pos == "ADJ" and n and self.words[n - 1].pos == "NOUN" and not word.breaks:
            return False
        for back in (1, 2, 3):
            end = self.head_at(n - back) if n >= back else None
            if end is not None and end >= n - (self.words[n].key in self._second):
                return False
        return True

    def _is_noun(self, n: int) -> bool:
        """A noun that the parse takes for a verb: « l'envoyé », « envoyé spécial »."""
        words, lang = self.words, self.lang
        if words[n].pos != "VERB" or words[n].key in lang.words("verbs_too"):
            return False
        after = words[n + 1].key if n + 1 < len(words) else ""
        led = n > 0 and not words[n].breaks and words[n - 1].key in lang.ARTICLES
        return led or after in lang.words("special")

    def _sort(self, n: int) -> bool:
        """« chef rebelle »: a noun that tells of what sort the post before it is."""
        sorts = self.lang.words("post_adjectives")
        return n > 0 and self.words[n].key in sorts and self.head_at(n - 1) is not None

    def _key(self, n: int) -> str:
        last = self.head_at(n)
        return " ".join(w.key for w in self.words[n : (last or n) + 1])

    def post_of(self, n: int) -> Any:
        """The post whose noun begins at `n`."""
        return self.lang.post(self._key(n))

    def modifier(self, n: int) -> bool:
        """An adjective that says how a post is held (“ancien”, “nouveau”, “haut”)."""
        lang, key = self.lang, self.words[n].key
        word = self.words[n]
        if n and self.words[n - 1].key in lang.DETERMINERS and word.key and not word.cap:
            apart = self.head_at(n) is None and word.pos not in ("ADP", "VERB", "AUX")
            if word.pos == "ADJ" or (n + 1 < len(self.words) and self._heads(n + 1)):
                return apart
        return key in self._qualifiers

    def people_at(self, n: int) -> bool:
        return self.words[n].people is not None

    def _start(self, head: int) -> int:
        """The first word of the phrase: adjectives and determiner before the noun."""
        n = head
        while n and self.modifier(n - 1) and not self.words[n].breaks:
            n -= 1
        if n and self.words[n - 1].key in self.lang.DETERMINERS and not self.words[n].breaks:
            n -= 1
        return n

    def _bounded(self, head: int) -> bool:
        start = self._start(head)
        return start < head and self.words[start].key in self.lang.DETERMINERS

    def _inner(self, head: int) -> bool:
        """Whether a post stands within another's complement (“conseiller du président”)."""
        start = self._start(head)
        word = self.words[start]
        if word.key in self.lang.OF or word.key in self.grammar.to:
            return True
        return start > 0 and self.words[start - 1].key in self.lang.OF
