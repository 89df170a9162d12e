"""Persons: which sequences of capitals are one, their posts, and later mentions of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from detente.language.doc import Doc

from detente.language.gazetteer import fold
from detente.reading.names.cast import Cast, Part
from detente.reading.names.granted import told
from detente.reading.names.posts import PostPhrase, Posts
from detente.reading.names.words import Word

SPEAKING = frozenset("nsubj nsubj:pass obl:agent".split())
ACTING = frozenset("nsubj nsubj:pass obl:agent obj iobj conj appos".split())
LEADING = frozenset("qui dans sur contre charge chargee".split())
"""Words that lead to more about a post, before the name."""
FOREIGN_PREPOSITIONS = frozenset("en dans sur sous".split())


@dataclass(slots=True)
class Name:
    """A sequence of words that names a person. `title`: place of the title before it."""

    first: int
    last: int
    before: PostPhrase | None = None
    after: PostPhrase | None = None
    told: PostPhrase | None = None
    more: PostPhrase | None = None
    """A second post that « et » joins to one of these."""
    outer: PostPhrase | None = None
    """A post before that post: « le chef de la mission, le général X, »."""
    title: int | None = None
    people: int | None = None
    """Place of the noun of a people before it (« la Russo-Américaine X »)."""
    part: Part | None = None
    full: bool = True
    acts: bool = False
    """It is a subject, an agent, an object or coordinated to one."""
    speaks: bool = False
    """It is the subject of a verb."""
    alone: bool = False
    """Its last word also stands alone in the report."""


def candidates(
    words: Sequence[Word],
    spans: Sequence[tuple[int, int]],
    posts: Posts,
    lang: ModuleType,
    doc: Doc,
) -> list[Name]:
    """Sequences with what stands around them."""
    found: list[Name] = []
    alone = {words[a].key for a, b in spans if a == b}
    for first, last in spans:
        name = Name(first, last, full=last > first, alone=words[last].key in alone)
        name.speaks = any(doc[w.i].dep_ in SPEAKING for w in words[first : last + 1])
        name.acts = any(doc[w.i].dep_ in ACTING for w in words[first : last + 1])
        if first and not words[first].breaks:
            before = words[first - 1]
            if before.key in lang.title_gender():
                name.title = first - 1
            elif before.cap and lang.people(before.text) is not None:
                name.people = first - 1
        name.before = posts.before(name.title if name.title is not None else first)
        if name.people is not None and name.before is None and first > 2:
            name.before = posts.before(first - 2) if words[first - 3].text == "," else None
        if name.before is not None and _source(name.before, last, words):
            name.before = None
        name.after = posts.after(last)
        name.more = posts.joined(name.after or name.told) or posts.joined(name.before)
        name.outer = posts.outer(name.before, name.title, last)
        name.told = told(posts, last) if name.after is None else None
        if name.before is None and name.after is None and name.told is None:
            name.before = _apposed(words, first, last, posts, doc)
        found.append(name)
    _lists(found, words, lang)
    return found


def _apposed(
    words: Sequence[Word], first: int, last: int, posts: Posts, doc: Doc
) -> PostPhrase | None:
    """« l'émissaire de l'ONU qui conduit la mission, X, »: the post whose apposition a name is."""
    if not first or words[first - 1].text != "," or words[first].breaks:
        return None
    for word in words[first : last + 1]:
        token = doc[word.i]
        if token.dep_.endswith("appos") and token.head.i < words[first].i:
            n = next((k for k in range(first - 1, -1, -1) if words[k].i <= token.head.i), -1)
            led = n + 1 < first and any(w.key in LEADING for w in words[n + 1 : first])
            end = posts.head_at(n) if n >= 0 and words[n].i == token.head.i and led else None
            return None if end is None else posts.phrase(n, end)
    return None


def _lists(found: Sequence[Name], words: Sequence[Word], lang: ModuleType) -> None:
    """Whose a post between two names is: « X, chef du parti, Y » is of X; of « le ministre X, la
    directrice du parti, Y » it is Y's."""
    for name, follow in pairwise(found):
        after, before = name.after, follow.before
        if after is None or before is None or after.head != before.head:
            continue
        definite = words[after.first].key in ("le", "la", "l")
        own = name.before is not None and not name.before.comma
        if definite and own and follow.after is None:
            name.after = None
        elif not definite or follow.after is not None:
            follow.before = None


def _source(post: PostPhrase, last: int, words: Sequence[Word]) -> bool:
    """« Selon le ministre, X doit partir »: the post is another's."""
    led = post.first > 0 and words[post.first - 1].key in ("selon", "pour", "apres")
    after = words[last + 1].text if last + 1 < len(words) else ""
    return post.comma and led and after not in ",)."


def is_person(name: Name, words: Sequence[Word], lang: ModuleType, seen: set[str]) -> bool:
    """Whether a sequence names a person. `seen`: folded full names already taken for one."""
    span = words[name.first : name.last + 1]
    real = [w for w in span if len(w.key) > 1]
    if not real:
        return False
    family = span[0].key in _family_first(lang)
    before = words[name.first - 1] if name.first and not span[0].breaks else None
    close = name.before is not None and not name.before.comma
    if name.full and not family and any(w.text in _company(lang) for w in span):
        given = len(span) < 4 and lang.is_first_name(span[0].text)
        if not given or not (name.before or name.speaks) or span[0].text in _company(lang):
            return False
    if name.title is not None:
        civil = words[name.title].text.endswith(".") or words[name.title].key in lang.CIVIL
        return name.full or civil or not lang.is_word(span[0].text)
    if not name.full:
        return close and _adjacent(name, words, lang) and not name.before.plural  # type: ignore[union-attr]
    if name.people is not None or close:
        return True
    if before is not None and before.key in lang.ARTICLES:
        return False
    if before is not None and _thing(words, name.first, lang):
        return False
    if before is not None and before.cap and before.text in _company(lang):
        return False
    if lang.is_first_name(span[0].text) or _aged(words, name.last, lang):
        return True
    if " ".join(w.key for w in span) in seen:
        return True
    if name.before is not None or name.after is not None:
        return True
    if before is not None and (before.key in FOREIGN_PREPOSITIONS or before.key == "a"):
        return False
    if family:
        return True
    if any(w.upper and len(w.text) > 1 for w in span):
        return False
    if before is not None and before.cap and before.key and not before.initial:
        return False
    of = before is not None and before.key in lang.OF
    if not name.alone and not name.acts and not of:
        return False
    if of and not name.alone and name.first > 1 and not _of_person(words[name.first - 2], lang):
        return False
    foreign = [w for w in (span[0], span[-1]) if lang.is_foreign_word(w.text)]
    if not name.alone and len(foreign) + (not name.speaks) > 1 and foreign:
        return False
    return all(not lang.is_word(w.text) or w.pos == "PROPN" for w in real if w.cap) and all(
        w.pos in ("PROPN", "X", "NOUN", "ADP", "DET") for w in span
    )


def _thing(words: Sequence[Word], first: int, lang: ModuleType) -> bool:
    """« le navire X », « la plate-forme libre X », « son morceau, X »: what is called so is a thing."""
    things, before = lang.words("things"), words[first - 1]
    if before.key in things:
        return True
    if first < 2:
        return False
    if before.text == ",":
        return words[first - 2].key in lang.words("works")
    adjective = before.pos == "ADJ" and lang.people(before.text) is None
    return adjective and words[first - 2].key in things


def _aged(words: Sequence[Word], last: int, lang: ModuleType) -> bool:
    """« X, 54 ans, … » or « X, un électricien … »."""
    after = [w.key for w in words[last + 1 : last + 4]]
    if len(after) < 3 or words[last + 1].text != ",":
        return False
    return after[2] == "ans" or (after[1] in ("un", "une") and words[last + 3].pos == "NOUN")


def _of_person(word: Word, lang: ModuleType) -> bool:
    """Whether what is « of » a name before it may be a person's: no place and no thing."""
    return word.key not in lang.words("things") | lang.words("beside_places")


def _adjacent(name: Name, words: Sequence[Word], lang: ModuleType) -> bool:
    """« président Trump », « le général Haftar »: the post's noun, or its adjective, is beside it,
    and the capital is no common word."""
    phrase = name.before
    assert phrase is not None
    word = words[name.first]
    if lang.is_word(word.text) and not lang.is_first_name(word.text):
        return False
    return all(
        lang.people(w.text) is not None or w.pos == "ADJ" or (w.n <= phrase.head + 2
        and w.key in ("ministre", "d", "etat", "general", "adjoint"))
        for w in words[phrase.head + 1 : name.first]
    )  # fmt: skip


def _halves(name: str) -> set[str]:
    """The halves of a family name with a hyphen, by which nobody is called alone."""
    last = name.split()[-1]
    first, _, second = last.partition("-")
    return {fold(first), fold(second)} if len(first) > 3 and second[:1].isupper() else set()


def _company(lang: ModuleType) -> frozenset[str]:
    return frozenset(lang.data()["company_words"])


def _family_first(lang: ModuleType) -> frozenset[str]:
    found: frozenset[str] = lang.words("family_first")
    return found


# ---------------------------------------------------------------- one actor a person


class People:
    """The persons of one report, by the names they are called."""

    def __init__(self, cast: Cast, lang: ModuleType) -> None:
        self.cast, self.lang = cast, lang
        self.halves: dict[tuple[str, ...], set[str]] = {}
        """By the words of a name, what is but a half of its family name (« Black-Daley »)."""
        self.nicknames: dict[str, str] = {}
        """Folded nicknames (« alias X ») to ids."""
        self.latest: list[str] = []
        """Ids, the last mentioned at the end."""

    def full(self, name: str, gender: str | None) -> Part:
        """The person of a full name, also in another spelling; made where there is none."""
        key = tuple(fold(name).split())
        self.halves[key] = _halves(name)
        if (known := self.nicknames.get(" ".join(key))) is not None:
            return self.used(self.cast.parts[known])
        for part in self.cast.people():
            if len(part.words) > len(key) > 1 and self._ends(part.words, key):
                part.call(name)
                return self.used(part)
            if len(part.words) > 1 and len(key) > len(part.words) and self._ends(key, part.words):
                part.call(part.name)
                part.aliases.append(part.name)
                part.name, part.words = name, key
                return self.used(part)
        for part in self.cast.people():
            if part.words == key or (len(key) > 1 and self._same(part.words, key)):
                if part.name.isupper() and not name.isupper():
                    part.name, name = name, part.name
                part.call(name)
                return self.used(part)
        for part in self.cast.people():
            if len(part.words) == 1 and len(key) > 1 and part.words[0] in self.surnames(key):
                part.call(part.name)
                part.aliases.append(part.name)
                part.name, part.words = name, key
                return self.used(part)
        part = self.cast.named("person", name)
        part.words = key
        part.gender = part.gender or gender  # type: ignore[assignment]
        if part.gender is None:
            part.gender = self.lang.first_name_gender(name.split()[0])
        return self.used(part)

    def short(self, name: str, gender: str | None) -> tuple[Part | None, bool]:
        """The person whom a surname stands for, and whether only one can be meant."""
        key = tuple(fold(name).split())
        if (known := self.nicknames.get(" ".join(key))) is not None:
            return self.used(self.cast.parts[known]), True
        fitting = [p for p in self.cast.people() if self._ends(p.words, key)]
        if not fitting and len(key) == 1 and len(key[0]) > 4:
            fitting = [
                p for p in self.cast.people() if not self.lang.is_first_name(name)
                if any(Levenshtein.distance(s, key[0]) == 1 for s in self.surnames(p.words))
            ]  # fmt: skip
        if not fitting and len(key) == 1:
            fitting = [
                p for p in self.cast.people() if len(p.words) > 1 and p.words[0] == key[0]
                and not self.lang.is_first_name(name)
            ]  # fmt: skip
        if len(fitting) > 1 and gender:
            fitting = [p for p in fitting if p.gender in (None, gender)] or fitting
        if not fitting:
            return None, False
        latest = max(fitting, key=lambda p: self.latest.index(p.id) if p.id in self.latest else -1)
        return self.used(latest), len(fitting) == 1

    def holder(self, name: str, post: str) -> Part | None:
        """The one person of a surname who is known to hold a post (« le colonel X », of two X)."""
        key = tuple(fold(name).split())
        fitting = [p for p in self.cast.people() if self._ends(p.words, key)]
        held = [p for p in fitting if any(fold(r.title).startswith(post) for r in p.roles)]
        return self.used(held[0]) if len(held) == 1 and len(fitting) > 1 else None

    def surnames(self, key: tuple[str, ...]) -> set[str]:
        """Single words that may stand for a person of a full name."""
        if len(key) == 1:
            return {key[0]}
        found = {key[-1]}
        if key[0] in _family_first(self.lang):
            found = {key[0]}
        elif len(key) > 2:
            found |= {w for w in key[1:] if len(w) > 3 and not self.lang.is_first_name(w)}
        return found - self.halves.get(key, set())

    def _ends(self, full: tuple[str, ...], key: tuple[str, ...]) -> bool:
        if full == key or (len(key) == 1 and key[0] in self.surnames(full)):
            return True
        if len(key) > 1 and len(full) > len(key) and full[0] == key[0] and full[-1] == key[-1]:
            return True
        if len(key) > 1 and len(full) > len(key):
            return full[-len(key) :] == key or full[1 : 1 + len(key)] == key
        bare = tuple(w for w in key if w not in ("al", "el", "ul", "de"))
        return len(bare) == 1 and bare != key and self._ends(full, bare)

    def _same(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Two spellings of one name: as many words, each a letter or two apart."""
        if len(one) != len(other) or len(one) < 2:
            return False
        if any(a[0] != b[0] for a, b in zip(one, other, strict=True)):
            return False
        return all(
            Levenshtein.distance(a, b)
            <= (0 if min(len(a), len(b)) < 5 else 1 if min(len(a), len(b)) < 8 else 2)
            for a, b in zip(one, other, strict=True)
        )

    def used(self, part: Part) -> Part:
        """Notes that a person was just named."""
        if part.id in self.latest:
            self.latest.remove(part.id)
        self.latest.append(part.id)
        return part
