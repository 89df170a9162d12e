"""One actor a person: full names, surnames, first names and nicknames of the same one."""

from __future__ import annotations

from itertools import pairwise
from types import ModuleType

from rapidfuzz.distance import Levenshtein

from detente.language.gazetteer import fold
from detente.reading.names.cast import Cast, Part

SHORTEST = 4
"""Letters that a first name keeps where it is cut short (« Boris » for « Borislav »)."""


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

    def short(
        self, name: str, gender: str | None, titled: bool = False
    ) -> tuple[Part | None, bool]:
        """The person whom a surname stands for, and whether only one can be meant. `titled`: a
        title goes with it, so that a first name will do (« M. Abiy », of peoples without surnames)."""
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
                and (titled or name in p.aliases or not self.lang.is_first_name(name))
            ]  # fmt: skip
        if not fitting and titled and len(key) == 1:  # « M. Jinping », against the custom
            fitting = [p for p in self.cast.people() if p.words[-1] == key[0]]
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
        if key[0] in self.lang.words("family_first"):
            found = {key[0]}
            if key[0] in self.lang.words("called_by_last") and len(key) > 2:
                found.add(key[-1])
        elif len(key) > 2:
            found |= {w for w in key[1:] if len(w) > 3 and not self.lang.is_first_name(w)}
            found -= {b for a, b in pairwise(key) if a in self.lang.words("sons")}
        return found - self.halves.get(key, set())

    def _ends(self, full: tuple[str, ...], key: tuple[str, ...]) -> bool:
        if full == key or (len(key) == 1 and key[0] in full and key[0] in self.surnames(full)):
            return True
        if len(key) > 1 and len(full) > len(key) and full[0] == key[0] and full[-1] == key[-1]:
            return True
        if len(key) > 1 and len(full) > len(key):
            whole = full[-len(key) :] == key or full[1 : 1 + len(key)] == key
            return whole or self._second(full, key)
        little = self.lang.words("arabic_articles") | self.lang.GRAMMAR.just_of
        bare = tuple(w for w in key if w not in little)
        return len(bare) == 1 and bare != key and self._ends(full, bare)

    def _second(self, full: tuple[str, ...], key: tuple[str, ...]) -> bool:
        """« Hugo Morante Ruiz » for « Hugo Morante »: a second family name behind the first."""
        if full[:-1] != key or key[0] in self.lang.words("family_first"):
            return False
        return not self.lang.is_first_name(key[-1]) and key[-1] not in self.lang.words("particles")

    def _same(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Two spellings of one name: as many words, each a letter or two apart."""
        if len(one) != len(other) or len(one) < 2:
            return False
        if one[1:] == other[1:] and self._cut(one[0], other[0]):
            return True
        if any(a[0] != b[0] for a, b in zip(one, other, strict=True)):
            return False
        return all(
            Levenshtein.distance(a, b)
            <= (0 if min(len(a), len(b)) < 5 else 1 if min(len(a), len(b)) < 8 else 2)
            for a, b in zip(one, other, strict=True)
        )

    def _cut(self, one: str, other: str) -> bool:
        """« Boris » for « Borislav »: a first name cut short, and no woman's beside a man's."""
        short, long = sorted((one, other), key=len)
        if short in self.lang.short_names().get(long, ()):
            return True
        if len(short) < SHORTEST or not long.startswith(short):
            return False
        genders = {self.lang.first_name_gender(name) for name in (one, other)}
        return (
            len(genders) == 1
            if self.lang.endings.could_be_womans(long)
            else not {"m", "f"} <= genders
        )

    def used(self, part: Part) -> Part:
        """Notes that a person was just named."""
        if part.id in self.latest:
            self.latest.remove(part.id)
        self.latest.append(part.id)
        return part


def _halves(name: str) -> set[str]:
    """The halves of a family name with a hyphen, by which nobody is called alone."""
    last = name.split()[-1]
    first, _, second = last.partition("-")
    return {fold(first), fold(second)} if len(first) > 3 and second[:1].isupper() else set()
