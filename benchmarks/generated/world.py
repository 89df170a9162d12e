"""States, people and turns of phrase that generated processes are made of, as `world.yaml` has them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
NUMBERS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
POSTS = {
    "head": ("le président {m}", "la présidente {f}"),
    "premier": ("le Premier ministre {m}", "la Première ministre {f}"),
    "foreign": (
        "le ministre {m} des Affaires étrangères",
        "la ministre {f} des Affaires étrangères",
    ),
    "envoy": ("le négociateur {m}", "la négociatrice {f}"),
}
"""Post to how a report words it, of a man and of a woman."""


@dataclass(frozen=True)
class State:
    """A state with the French words for it."""

    code: str
    name: str
    """With its article: « le Kenya »."""
    m: str
    f: str
    seat: str
    second: str
    tradition: str

    @property
    def mp(self) -> str:
        return self.m if self.m[-1] in "sxz" else self.m + "s"

    @property
    def fp(self) -> str:
        return self.f + "s"

    @property
    def bare(self) -> str:
        return self.name.removeprefix("le ").removeprefix("la ").removeprefix("l'")

    def after(self, preposition: str) -> str:
        """« du Kenya », « en Norvège », « à Oman »: after `de` or `à`."""
        if self.name.startswith("le "):
            return {"de": "du ", "à": "au "}[preposition] + self.bare
        if preposition == "de":
            return "de " + self.name if self.name[0].islower() else "d'" + self.name
        return "en " + self.bare if self.name[0].islower() else "à " + self.name


@dataclass(frozen=True)
class Person:
    """A person: every spelling of the name, the first being the main one."""

    spellings: tuple[str, ...]
    state: State
    post: str
    woman: bool

    @property
    def name(self) -> str:
        return self.spellings[0]

    @property
    def introduced(self) -> str:
        """Post with its article, without the name; empty for one without a post."""
        if self.post not in POSTS:
            return ""
        return POSTS[self.post][self.woman].format(m=self.state.m, f=self.state.f)


@cache
def states() -> tuple[State, ...]:
    """All states, by code."""
    return tuple(State(code, *words) for code, words in sorted(data("world")["states"].items()))


@cache
def data(name: str) -> Any:
    """What a YAML file of this folder holds."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))


class People:
    """Deals out names, none of them twice; governments last four years."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._left: dict[tuple[str, bool], list[tuple[str, ...]]] = {}
        self._held: dict[tuple[str, str, int], Person] = {}
        self._round = 0

    def holder(self, state: State, post: str, year: int) -> Person:
        """Who holds a post in a year."""
        key = (state.code, post, year // 4)
        if key not in self._held:
            self._held[key] = self.nobody(state, post, random.Random(f"{self._seed} {key}"))
        return self._held[key]

    def nobody(self, state: State, post: str, rng: random.Random) -> Person:
        """A person of a state who was not there before."""
        woman = rng.random() < 0.3
        return Person(self._name(state.tradition, woman), state, post, woman)

    def _name(self, tradition: str, woman: bool) -> tuple[str, ...]:
        key = (tradition, woman)
        if not self._left.get(key):
            self._left[key] = self._names(tradition, woman)
        return self._left[key].pop()

    def _names(self, tradition: str, woman: bool) -> list[tuple[str, ...]]:
        """All pairs of a given name and a surname, mixed; with two surnames when they have all
        been dealt out once."""
        self._round += 1
        words = data("world")["names"][tradition]
        given = [_spelled(n) for n in words["women" if woman else "men"]]
        surnames = [_spelled(n) for n in words["surnames"]]
        again = self._round > 2 * len(data("world")["names"])
        tail = [(f"{a[0]}-{b[0]}",) for a in surnames for b in surnames if a != b]
        found = [
            tuple(f"{g} {s}" for g in one for s in other)
            for one in given
            for other in (tail if again else surnames)
        ]
        random.Random(f"{self._seed} {tradition} {woman} {self._round}").shuffle(found)
        return found


def _spelled(name: str | list[str]) -> list[str]:
    return [name] if isinstance(name, str) else name
