"""Posts beside a name: « le ministre russe des Affaires étrangères, X », « X, directeur de … »."""

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


class Posts(Nouns):
    """Finds posts in one report."""

    def before(self, first: int) -> PostPhrase | None:
        """The post that leads to a name, as « le directeur de la CIA X » or « le ministre, X »."""
        words = self.words
        n = first - 1
        if n < 0 or words[first].breaks:
            return None
        comma = words[n].text in ",("
        share: int | None = None
        if comma:
            n = self._before_bracket(n - 1)
        elif words[n].key in self.lang.words("respectively") and words[n - 1].text == ",":
            comma, n = True, n - 2
        end = n
        if comma and self._surname(end):
            return None
        if (
            n < 0
            or words[end].key in self.lang.LINKS
            or (not comma and words[end].key in self.lang.words("eponyms") and not self._of(end))
        ):
            return None
        found: list[int] = []
        held = False
        while n >= 0 and first - n < REACH:
            if self._lettered(n - 2):
                n -= 3  # « le chef de l'Agence (XYZ) pour le Mali, X »
            if not (self._material(n) or (comma and self._whose(n))):
                break
            if n in self.names:
                n = self._first_of_name(n) - 1
                held = held or words[n].key not in self.grammar.just_of
                continue
            if self._heads(n):
                found.append(n)
                if n + 1 <= end and self._bounded(n) and not self._inner(n):
                    break
                if self._in_row(n):
                    break
            if words[n].breaks:
                break
            n -= 1
        if not found:
            return None
        head = found[0]
        if held and not (self._inner(head) and len(found) > 1):
            return None  # « le ministre X, Y »
        adjacent = self._adjacent(head, end)
        bracket = comma and words[first - 1].text == "("
        if (not adjacent or comma) and not bracket:
            outer = list(found[1:])
            if outer and self._inner(head):
                head = outer[0]
        elif len(found) > 1 and self._deputy(found[1], head):
            head = found[1]
        start = self._start(head)
        plural = self.post_of(head).plural or words[start].key in self._several
        plural = plural and not self._one_of([w.key for w in words[max(0, start - 1) : start + 1]])
        if plural and words[end].people and end > head:
            share = end
        return PostPhrase(start, head, end, comma, plural, share)

    def _one_of(self, keys: list[str]) -> bool:
        """« un des », « l'une des »."""
        keys = [key for key in keys if key not in self.grammar.definite]
        one = len(keys) > 1 and keys[0] in self.grammar.indefinite
        return one and keys[1] in self.lang.OF

    def _in_row(self, head: int) -> bool:
        """« en présence du roi X et du chef de la mission, Y »: a post that « et » joins to a name."""
        words, start = self.words, self._start(head)
        at = start - (1 if words[start].key in self.grammar.with_article else 2)
        return at > 0 and words[at].key in self.grammar.and_ and at - 1 in self.names

    def _lettered(self, n: int) -> bool:
        """« (UA) »: a body's letters behind its name, from the bracket at `n` on."""
        words = self.words
        inside = n > 0 and n + 2 < len(words) and words[n].text == "(" and words[n + 2].text == ")"
        letters = inside and words[n + 1].cap and len(words[n + 1].text) <= LETTERS
        return letters and not words[n].breaks

    def _surname(self, n: int) -> bool:
        """« le général Haddad, X »: a name alone behind a post, which is that one's."""
        word = self.words[n] if n > 0 else None
        if word is None or word.pos != "PROPN" or not word.cap or word.upper or word.n in self.hits:
            return False
        people = self.words[n - 1].people is not None
        at = n - 1 - people
        post = any((self.head_at(at - back) or 0) == at for back in (0, 1, 2) if at >= back)
        return post and not word.breaks and not self.lang.is_word(word.text)

    def _whose(self, n: int) -> bool:
        """« l'émissaire de Jean X, Y », « le conseiller du président X, Y »: whose post it is."""
        if n not in self.names or self.words[n + 1].breaks:
            return False
        start = self._first_of_name(n)
        if start < 2 or self.words[start].breaks:
            return False
        before = self.words[start - 1]
        post = any((self.head_at(start - back) or 0) == start - 1 for back in (1, 2))
        return before.key in self.grammar.just_of or post or before.people is not None

    def _first_of_name(self, n: int) -> int:
        while n - 1 in self.names and not self.words[n].breaks:
            n -= 1
        return n

    def _of(self, n: int) -> bool:
        """« le négociateur du gouvernement Jean X »: the post is of a body, and X in full its holder."""
        words = self.words
        full = n + 2 in self.names and not words[n + 2].breaks
        if not full or n < 3 or words[n - 1].key not in self.lang.OF:
            return False
        at = n - 2 - (words[n - 2].people is not None)
        return self.head_at(at) is not None  # « le président espagnol du gouvernement X »

    def outer(self, inner: PostPhrase | None, title: int | None, last: int) -> PostPhrase | None:
        """A post before the post or title of a name between commas: « le chef de la mission, le
        général X, »; before a rank, also where no comma follows."""
        after = self.words[last + 1].text if last + 1 < len(self.words) else ""
        ranked = inner is not None and self._key(inner.head) in self.lang.words("officers")
        first = inner.first if inner is not None and not inner.comma else title
        if first is not None and first and self.words[first - 1].key in self.lang.ARTICLES:
            first -= 1
        if first is None or first < 2 or self.words[first - 1].text != ",":
            return None
        alone = self._one_subject(last + 1)
        if after not in ",)" and not alone and not (ranked and after in '.;«»"”:'):
            return None
        found = self.before(first)
        if found is None or after in ",)":
            return found
        listed = found.first and self.words[found.first - 1].text == ","
        return None if listed or found.plural else found

    def _one_subject(self, n: int) -> bool:
        """« le représentant de l'ONU, l'ancien ministre X a dit »: one person, by the verb."""
        word = self.words[n] if n < len(self.words) else None
        verb = word is not None and word.pos in ("AUX", "VERB")
        return verb and not self.lang.endings.of_many(self.words[n].key)

    def phrase(self, head: int, end: int) -> PostPhrase:
        """The post whose noun stands from `head` to `end`, apart from its name."""
        return PostPhrase(
            self._start(head), head, self.extent(end), True, self.post_of(head).plural
        )

    def joined(self, phrase: PostPhrase | None) -> PostPhrase | None:
        """A second post that « et » joins to one: « ministre et chef du parti »."""
        if phrase is None or phrase.plural:
            return None
        words, n, and_ = self.words, phrase.last + 1, self.grammar.and_
        n += n + 1 < len(words) and words[n].text == "," and not words[n + 1].breaks
        if phrase.comma and phrase.head >= phrase.first and n < len(words) and words[n].key in and_:
            start = n = n + 1
            while n < len(words) and n - start < 3 and self.modifier(n) and self.head_at(n) is None:
                n += 1
            end = self.head_at(n) if n < len(words) else None
            if end is not None and not self.post_of(n).plural:
                return PostPhrase(start, n, self.extent(end), True)
        bare = words[phrase.first].key not in self.lang.DETERMINERS
        if bare and phrase.first > 2 and words[phrase.first - 1].key in and_:
            other = self.before(phrase.first - 1)
            if other is not None and not other.comma and self._bounded(other.head):
                return other
        return None

    def _before_bracket(self, n: int) -> int:
        """The word before a bracket that closes at `n`: « le chef de l'agence (XYZ), »."""
        if n < 3 or self.words[n].text != ")":
            return n
        for k in range(n - 1, max(n - 7, 0), -1):
            if self.words[k].text == "(":
                return k - 1
        return n

    def _listed(self, start: int, end: int) -> bool:
        """« X, une conseillère et deux soldats »: others in a row, and no post of X."""
        words, several = self.words, self.grammar.indefinite | self.grammar.plural
        if words[start].key not in self.grammar.indefinite or end + 2 >= len(words):
            return False
        counted = words[end + 2].pos == "NUM" or words[end + 2].key in several
        return words[end + 1].key in self.grammar.and_ and counted

    def after(self, last: int) -> PostPhrase | None:
        """The post that follows a name, as « X, directeur de … » or « X (ministre …) »."""
        words = self.words
        n = self._past_nickname(last + 1)
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
        if n >= len(words) or words[n].breaks:
            return None
        end_of_head = self.head_at(n)
        if end_of_head is None or n in self.names:
            return None
        if start == n and self._state_of_being(n):
            return None
        end = self.extent(end_of_head)
        if self._listed(start, end) or (end > end_of_head and self._surname(end)):
            return None  # « M. X, le président Y a … »
        follow = words[end + 1] if end + 1 < len(words) else None
        led = follow is not None and follow.n in self.names and not follow.breaks
        if led and not self._of_another(end_of_head, end):
            return None
        one = self._one_of([w.key for w in words[start:n]])
        return PostPhrase(start, n, end, True, self.post_of(n).plural and not one)

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
            if word.breaks or not word.key or straight(word.text) in stops or word.n in self.names:
                break
            if word.key in lang.words("days") and words[n].key not in lang.LINKS:
                break
            if word.pos in ("PRON", "AUX", "SCONJ", "ADV") and word.key not in within:
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
            if word.key in lang.DETERMINERS - lang.LINKS:
                break
            if word.key in openings and words[n].key not in lang.LINKS:
                break
            n += 1
            if word.key not in lang.LINKS and word.key not in joining:
                last = n
        return last

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

    def _material(self, n: int) -> bool:
        """Whether a word may stand within a post, between its noun and the name."""
        word = self.words[n]
        if (
            not word.key
            or n in self.names
            or straight(word.text) in self.lang.spelled("ends_of_posts")
        ):
            return False
        if n + 1 < len(self.words) and self.words[n + 1].breaks:
            return False
        if self._heads(n) or n in self.hits or word.key in self.lang.LINKS:
            return True
        if self._interim(n) or self._sort(n):
            return True
        if (
            (word.key in self.grammar.demonstratives or word.key in self.grammar.possessives)
            and n
            and self.words[n - 1].key in self.lang.OF
        ):
            return True
        if any((self.head_at(n - back) or 0) >= n for back in (1, 2) if n >= back):
            return True
        if word.key in self.grammar.and_:
            return self._joined(n)
        if word.people is not None:
            return True
        if word.pos == "VERB":
            return bool(self.lang.endings.participle(word.text))
        return word.pos in ("NOUN", "ADJ", "PROPN", "NUM", "X") or word.cap

    def _deputy(self, outer: int, inner: int) -> bool:
        """« l'adjoint au procureur X »: X is the deputy."""
        links = {w.key for w in self.words[(self.head_at(outer) or outer) + 1 : inner]}
        tied = bool(links) and links <= self.grammar.to | self.grammar.definite
        return self.words[outer].key in self.lang.words("deputies") and tied

    def _adjacent(self, head: int, end: int) -> bool:
        """Only adjectives between the post's noun and the name."""
        last = self.head_at(head) or head
        return all(w.people is not None or w.pos == "ADJ" for w in self.words[last + 1 : end + 1])
