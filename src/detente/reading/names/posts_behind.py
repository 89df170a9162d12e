"""Posts behind a name (« X, directeur de … »), and how far the words of a post reach."""

from __future__ import annotations

from dataclasses import dataclass

from detente.language.doc import straight
from detente.reading.names.nouns import Nouns

MARKS = frozenset('«»"“”')
REACH = 18
"""Words that a post may stand away from its name."""
LETTERS = 8
"""Letters that a body is called by, at most."""


@dataclass(frozen=True, slots=True)
class PostPhrase:
    """`first` to `last` are its words, `head` the post's noun; `comma`: apart from the name."""

    first: int
    head: int
    last: int
    comma: bool
    plural: bool = False
    adjective: int | None = None
    """The one nationality that is this name's share of a plural post."""


class PostsBehind(Nouns):
    """Finds the posts that follow a name."""

    def after(self, last: int) -> PostPhrase | None:
        """The post that follows a name, as « X, directeur de … » or « X (ministre …) »."""
        words = self.words
        n = self._past_age(self._past_nickname(last + 1))
        if (bare := self._bare_behind(n)) is not None:
            return bare
        if (
            n + 1 >= len(words)
            or words[n].text not in (",", "(", "-", "–", "—", ":")
            or words[n].breaks
        ):
            return None
        n += 1
        start, little = n, self.lang.DETERMINERS | self.lang.words("also")
        while (
            n < len(words)
            and (words[n].key in little or self.modifier(n) or self.people_at(n))
            and self.head_at(n) is None
        ):
            n += 1
            if n - start > 4:
                return None
        if n >= len(words) or words[n].breaks or words[start].key in self._of_others:
            return None
        end_of_head = self.head_at(n)
        if end_of_head is None or n in self.names:
            return None
        if start == n and self._state_of_being(n):
            return None
        end = self.extent(end_of_head)
        if self._listed(start, end) or (end > end_of_head and self._surname(end)):
            return None  # « M. X, le président Y a … »
        if self._leads_to_name(end + 1) and not self._of_another(end_of_head, end):
            return None
        one = self._one_of([w.key for w in words[start:n]])
        return PostPhrase(start, n, end, True, self.post_of(n).plural and not one)

    def _leads_to_name(self, n: int) -> bool:
        """Whether a name stands at `n`, behind an article and a title or not (« X, le président par
        intérim le général Y »)."""
        words = self.words
        at = n + (n + 1 < len(words) and words[n + 1].key in self.grammar.definite)
        if at + 2 < len(words) and words[at].key in self.grammar.definite:
            n = at + 2 if self.head_at(at + 1) == at + 1 and not words[at + 1].breaks else n
        return n < len(words) and n in self.names and not words[n].breaks

    def _listed(self, start: int, end: int) -> bool:
        """« X, une conseillère et deux soldats »: others in a row, and no post of X."""
        words, several = self.words, self.grammar.indefinite | self.grammar.plural
        if words[start].key not in self.grammar.indefinite or end + 2 >= len(words):
            return False
        counted = words[end + 2].pos == "NUM" or words[end + 2].key in several
        return words[end + 1].key in self.grammar.and_ and counted

    def _bare_behind(self, n: int) -> PostPhrase | None:
        """« X représentant du parti »: a post that no comma parts from the name."""
        words = self.words
        if n >= len(words) or words[n].breaks or words[n].pos != "NOUN" or words[n].cap:
            return None
        end = self.head_at(n)
        of = end is not None and end + 1 < len(words) and words[end + 1].key in self.lang.OF
        if end is None or not of or self.post_of(n).plural:
            return None
        return PostPhrase(n, n, self.extent(end), True)

    def _past_nickname(self, n: int) -> int:
        """The comma behind a nickname in marks (« X, dit “Y”, chef de … »), else `n`."""
        words = self.words
        if n + 1 < len(words) and words[n + 1].key in self.lang.words("nicknamed"):
            marks = [w.n for w in words[n + 2 : n + 9] if w.text in MARKS]
            n = marks[1] if len(marks) > 1 else n
        behind = n + 2 < len(words) and words[n].text in MARKS and words[n + 1].text == ","
        return n + 1 if behind else n

    def _past_age(self, n: int) -> int:
        """The comma behind an age (« X, 80 ans, président de … »), else `n`."""
        words = self.words
        told = n + 3 < len(words) and words[n].text == "," and words[n + 3].text in ",)"
        aged = told and words[n + 2].key in self.lang.words("years")
        return n + 3 if aged and words[n + 3].text == "," and not words[n + 1].breaks else n

    def _of_another(self, head: int, last: int) -> bool:
        """« X, conseiller du Premier ministre Y »: the name behind has a post of its own."""
        inner = [
            k
            for k in range(head + 1, last + 1)
            if self.head_at(k) is not None and self._adjacent(k, last) and self._inner(k)
        ]
        return bool(inner) and not self.post_of(inner[0]).plural

    def _state_of_being(self, n: int) -> bool:
        """« X, détenu à … »: a participle, not a post."""
        after = self.words[n + 1].key if n + 1 < len(self.words) else ""
        led = after in self.lang.AT or after in self.grammar.by
        return led and self.lang.endings.made(self.words[n].text)

    def _one_of(self, keys: list[str]) -> bool:
        """« un des », « l'une des »."""
        keys = [key for key in keys if key not in self.grammar.definite]
        one = len(keys) > 1 and keys[0] in self.grammar.indefinite
        return one and keys[1] in self.lang.OF

    def _surname(self, n: int) -> bool:
        """« le général Haddad, X »: a name alone behind a post, which is that one's."""
        word = self.words[n] if n > 0 else None
        if word is None or word.pos != "PROPN" or not word.cap or word.upper or word.n in self.hits:
            return False
        people = self.words[n - 1].people is not None
        at = n - 1 - people
        post = any((self.head_at(at - back) or 0) == at for back in (0, 1, 2) if at >= back)
        return post and not word.breaks and not self.lang.is_word(word.text)

    def _adjacent(self, head: int, end: int) -> bool:
        """Only adjectives between the post's noun and the name."""
        last = self.head_at(head) or head
        return all(
            w.people is not None
            or w.pos == "ADJ"
            or (w.pos == "VERB" and self.lang.endings.past_participle(w.text))  # « déchu »
            for w in self.words[last + 1 : end + 1]
        )

    def _lettered(self, n: int) -> bool:
        """« (UA) »: a body's letters behind its name, from the bracket at `n` on."""
        words = self.words
        inside = n > 0 and n + 2 < len(words) and words[n].text == "(" and words[n + 2].text == ")"
        letters = inside and words[n + 1].cap and len(words[n + 1].text) <= LETTERS
        return letters and not words[n].breaks

    def extent(self, head: int) -> int:
        """The last word of the phrase of a post, from the last word of its noun on."""
        words, lang = self.words, self.lang
        within, openings = lang.words("in_posts"), lang.words("openings")
        stops, joining = lang.spelled("ends_of_posts"), self.joining
        n = last = head
        while n + 1 < len(words) and n - head < REACH:
            word = words[n + 1]
            if self._lettered(n + 1) and n + 4 < len(words) and words[n + 4].key in lang.LINKS:
                n, word = n + 3, words[n + 4]
            if word.breaks or not word.key or word.n in self.names:
                break
            if straight(word.text) in stops and word.n not in self.hits:
                break
            if word.key in lang.words("days") and words[n].key not in lang.LINKS:
                break
            little = word.pos in ("PRON", "AUX", "SCONJ", "ADV") and word.people is None
            if little and word.key not in within:
                break
            if word.pos == "ADP" and word.key not in lang.LINKS and not self._interim(n + 1):
                break
            verb = word.pos == "VERB" and not lang.endings.past_participle(word.text)
            if verb and word.n not in self.hits:
                break
            if word.key in joining and (not self._joined(n + 1) or self._post_next(n + 2)):
                break
            if self._heads(n + 1) and words[n].key not in lang.LINKS:
                break
            if word.key in self.grammar.in_ and self._beside(n + 2):
                break
            if word.key in lang.DETERMINERS - lang.LINKS or word.key in lang.words("heard"):
                break
            led = words[n].key in lang.LINKS | self.grammar.every
            if word.key in self.grammar.definite and not led:
                break  # « au président l'importance de »
            if word.key in openings and words[n].key not in lang.LINKS:
                break
            n += 1
            if word.key not in lang.LINKS and word.key not in joining and word.pos != "DET":
                last = n
        return last

    def _beside(self, n: int) -> bool:
        """« remplacement », « mars » at `n`: what « en » brings in is no part of a post."""
        word = self.words[n] if n < len(self.words) else None
        beside = self.lang.words("beside_posts") | self.grammar.times
        return word is not None and word.key in beside

    def _interim(self, n: int) -> bool:
        """« par intérim » at `n`."""
        by = self.words[n].key in self.grammar.by and n + 1 < len(self.words)
        return by and self.words[n + 1].key in self.lang.words("interim")

    def _post_next(self, n: int) -> bool:
        """Whether another post begins at `n`, adjectives aside (« et ancien gouverneur »)."""
        while n + 1 < len(self.words) and self.modifier(n) and self.head_at(n) is None:
            n += 1
        return n < len(self.words) and self._heads(n)

    def _joined(self, n: int) -> bool:
        """Whether what « et » adds belongs to the same post."""
        words = self.words
        if n + 1 >= len(words):
            return False
        after = words[n + 1]
        if after.n in self.names:
            return False
        if after.key in self.lang.OF or after.key in self.grammar.to:
            return n + 2 < len(words) and words[n + 2].n not in self.names
        return after.pos in ("ADJ", "NOUN") and (
            after.pos == "ADJ" or self.head_at(n + 1) is not None or not after.cap
        )

    def phrase(self, head: int, end: int) -> PostPhrase:
        """The post whose noun stands from `head` to `end`, apart from its name."""
        return PostPhrase(
            self._start(head), head, self.extent(end), True, self.post_of(head).plural
        )
