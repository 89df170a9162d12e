"""What the grammar of time hands on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from detente.model import When


@dataclass(frozen=True, slots=True)
class Found:
    """Words that tell time. `start` and `end` are characters; `value` is the ISO 8601 length of a
    duration or set. `ends` are the two points of an interval, each with its own words."""

    start: int
    end: int
    when: When
    kind: Literal["date", "duration", "set"] = "date"
    value: str | None = None
    ends: tuple[Found, ...] = ()

    @property
    def vague(self) -> bool:
        """Whether no date can ever be told from it (« récemment »)."""
        return self.kind == "date" and self.when.anchor == "none" and self.when.edtf is None


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over folded text and what a match of it means. `build` gets the match and the
    report's own text, and gives nothing where the words only look like a time."""

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str], str], Iterable[Found]]


def rule(pattern: str) -> Callable[[Callable[[re.Match[str], str], Iterable[Found]]], Rule]:
    """Makes a function a rule. A pattern starts and ends at the edge of a word."""

    def make(build: Callable[[re.Match[str], str], Iterable[Found]]) -> Rule:
        return Rule(re.compile(rf"(?<![\w])(?:{pattern})(?!\w)"), build)

    return make


def before(match: re.Match[str], length: int = 40) -> str:
    """The folded words just before a match."""
    return match.string[max(0, match.start() - length) : match.start()]
