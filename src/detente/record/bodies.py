"""Bodies across reports: « département d'État » is « département d'État américain ».

Which words stand for which state (« américain », « russe ») is learnt from the readings, which
mark peoples and adjectives as names of their states; no language is built in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale

from detente.language import LANGUAGES, pack
from detente.model import Actor
from detente.record.cluster import Groups
from detente.record.cues import little
from detente.record.stable import fold

STEM = 5
"""Letters by which the forms of an adjective are taken for one (russe, russes; américain, -e)."""
PHRASE = 4
"""Words that the name of a state has at most (« Corée du Nord », « nord-coréen »)."""

NO_STATES = frozenset({"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"})
"""Codes that Babel has beside those of states."""


@cache
def _territories() -> dict[str, str]:
    """Folded names of states in English and in the languages that are read, to their codes."""
    return {
        fold(name): code
        for language in (*LANGUAGES, "en")
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_STATES
    }


@dataclass(frozen=True, slots=True)
class Peoples:
    """Stems of words that stand for a state."""

    stems: Mapping[str, str]

    @classmethod
    def learn(cls, actors: Iterable[Actor]) -> Peoples:
        """From the words by which the readings name states, and the states' own names."""
        return cls.known(Counter(pair for actor in actors for pair in named_by(actor)))

    @classmethod
    def known(cls, named: Mapping[tuple[str, str], int]) -> Peoples:
        """From how often each stem names each state. A stem stands for the state that it names
        most often, if that is nine times in ten."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for (stem, state), count in named.items():
            found[stem][state] = count
        stems = {}
        for stem, counts in found.items():
            state = min(counts, key=lambda c: (-counts[c], c))
            if counts[state] >= 0.9 * sum(counts.values()):
                stems[stem] = state
        names: dict[str, set[str]] = defaultdict(set)
        for name, code in _territories().items():
            names[_stems(name.split())].add(code)
        stems |= {stem: min(codes) for stem, codes in names.items() if len(codes) == 1}
        return cls(stems)

    def split(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Folded content words of a name, and the states that other words of it stand for."""
        words, content, states, small = fold(text).split(), set(), set(), little()
        while words:
            for size in range(min(PHRASE, len(words)), 0, -1):
                state = self.stems.get(_stems(words[:size]))
                if state and (size > 1 or len(words[0]) >= 4):
                    states.add(state)
                    words = words[size:]
                    break
            else:
                word = words.pop(0)
                if word not in small:
                    content.add(word)
        return frozenset(content), frozenset(states)


def named_by(actor: Actor) -> Iterator[tuple[str, str]]:
    """The stems by which a reading names a state, with its code, as often as it does."""
    if actor.kind == "state":
        for text in [actor.name, *actor.aliases, *(s.exact for s in actor.evidence)]:
            words = fold(text).split()
            if len(words) <= PHRASE and not _is_part(" ".join(words)):
                yield _stems(words), actor.id


@cache
def _is_part(name: str) -> bool:
    """Whether a folded name is that of a region of a state: its government is not the state's."""
    return any(name in pack(code).module("names").parts_of_states() for code in LANGUAGES)


def _stems(words: Sequence[str]) -> str:
    return " ".join(word[:STEM] for word in words)


def join_bodies(bodies: Sequence[Actor], peoples: Peoples) -> list[list[int]]:
    """Indices of bodies that are one: the same content words, and the same state where both tell
    one; or an acronym and the words it is made of."""
    keys = [keys_of(body, peoples) for body in bodies]
    by_key: dict[tuple[frozenset[str], str], list[int]] = defaultdict(list)
    groups = Groups(len(bodies))
    for i, (forms, state) in enumerate(keys):
        for form in forms:
            by_key[(form, state)].append(i)
    states_of: dict[frozenset[str], set[str]] = defaultdict(set)
    for form, state in by_key:
        states_of[form].add(state)
    for (form, state), members in by_key.items():
        known = states_of[form] - {""}
        named = len(form) > 1 or any(bodies[i].name[:1].isupper() for i in members)
        if not state and len(known) == 1 and named:  # only one state has such a body
            members = members + by_key[(form, min(known))]
        for other in members[1:]:
            groups.join(members[0], other)
    return groups.all()


def keys_of(body: Actor, peoples: Peoples) -> tuple[set[frozenset[str]], str]:
    """The content words of each name of a body, and the state that it is told to be of."""
    forms: set[frozenset[str]] = set()
    told: set[str] = set()
    for name in (body.name, *body.aliases):
        content, states = peoples.split(name)
        told |= states
        if content:
            forms.add(content)
    state = body.country or (min(told) if len(told) == 1 else "")
    return forms or {frozenset({fold(body.name)})}, state
