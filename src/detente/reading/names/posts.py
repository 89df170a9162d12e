"""Posts beside a name: « le ministre russe des Affaires étrangères, X », « X, directeur de … »."""

from __future__ import annotations

from detente.language.doc import straight
from detente.reading.names.posts_behind import REACH, PostPhrase, PostsBehind


class Posts(PostsBehind):
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
            if comma and (counter := self._with_state(n)) is not None:
                n = counter
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
            if words[n].key in self.grammar.definite and n and words[n - 1].pos == "PROPN":
                break  # « avec le président X le cas du militant Y »
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
            if outer and self._inner(head) and (comma or not self._any(outer[0])):
                head = outer[0]
        elif len(found) > 1 and self._deputy(found[1], head):
            head = found[1]
        start = self._start(head)
        plural = self.post_of(head).plural or words[start].key in self._several
        plural = plural and not self._one_of(self._opening(start))
        if plural and words[end].people and end > head:
            share = end
        return PostPhrase(start, head, end, comma, plural, share)

    def _any(self, head: int) -> bool:
        """« un porte-parole du ministre de la Défense X »: one of several, and X the minister."""
        return not self.grammar.indefinite.isdisjoint(self._opening(self._start(head)))

    def _opening(self, start: int) -> list[str]:
        """The word that a post phrase begins with, and the one before it."""
        return [w.key for w in self.words[max(0, start - 1) : start + 1]]

    def _in_row(self, head: int) -> bool:
        """« en présence du roi X et du chef de la mission, Y »: a post that « et » joins to a name."""
        words, start = self.words, self._start(head)
        at = start - (1 if words[start].key in self.grammar.with_article else 2)
        return at > 0 and words[at].key in self.grammar.and_ and at - 1 in self.names

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

    def _with_state(self, n: int) -> int | None:
        """« le négociateur nigérien avec le Tchad, X, »: the word before « avec », at the state."""
        if n not in self.hits:
            return None
        at = self.hits[n].first - 1
        at -= at > 0 and self.words[at].key in self.grammar.definite
        led = at > 1 and self.words[at].key in self.grammar.with_ and not self.words[at].breaks
        return at - 1 if led and self.hits[n].known.kind == "state" else None

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
        """A post before the post or title of a name between commas, or at the end of a sentence: « le
        chef de la mission, le général X, », « …, a dit le médiateur, le président X. »."""
        after = self.words[last + 1].text if last + 1 < len(self.words) else ""
        first = inner.first if inner is not None and not inner.comma else title
        if first is not None and first and self.words[first - 1].key in self.lang.ARTICLES:
            first -= 1
        if first is None or first < 2 or self.words[first - 1].text != ",":
            return None
        alone = self._one_subject(last + 1)
        if after not in ",)" and not alone and after not in '.;«»"”:':
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

    def _material(self, n: int) -> bool:
        """Whether a word may stand within a post, between its noun and the name."""
        word = self.words[n]
        if (
            not word.key
            or n in self.names
            or (n not in self.hits and straight(word.text) in self.lang.spelled("ends_of_posts"))
        ):
            return False
        if n + 1 < len(self.words) and self.words[n + 1].breaks:
            return False
        if self._heads(n) or n in self.hits or word.key in self.lang.LINKS:
            return True
        if self._interim(n) or self._sort(n) or self._in_conflict(n):
            return True
        if (
            word.key
            in self.grammar.demonstratives | self.grammar.possessives | self.grammar.indefinite
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

    def _in_conflict(self, n: int) -> bool:
        """« le médiateur dans la crise malienne »: the words that lead to what somebody mediates."""
        words = self.words[n : n + 3]
        led = words[0].key in self.grammar.in_ and len(words) == 3
        return led and words[2].key in self.lang.words("conflicts")

    def _deputy(self, outer: int, inner: int) -> bool:
        """« l'adjoint au procureur X »: X is the deputy."""
        links = {w.key for w in self.words[(self.head_at(outer) or outer) + 1 : inner]}
        tied = bool(links) and links <= self.grammar.to | self.grammar.definite
        return self.words[outer].key in self.lang.words("deputies") and tied
