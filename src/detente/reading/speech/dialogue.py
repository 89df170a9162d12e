"""Interviews and dashes: whose turn it is to speak."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.draft import Draft

_DASH = re.compile(r"[-–—―]\s*(?=[^\s\d-])")
_LABEL = re.compile(
    r"[«“\"]?\s*(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:[ \u00a0][\w.'’-]+){0,4}?)\s*[»”\"]?\s*[:：]\s+(?=\S)"
)
DASH = 3
"""Characters that a dash and its space take at most."""


@dataclass(slots=True)
class Turn:
    """One speech of a dialogue: paragraphs as characters, `label` the name that opens it."""

    parts: list[tuple[int, int]] = field(default_factory=list)
    label: str | None = None
    question: bool = False
    dash: bool = False


def paragraphs(text: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]


def turns(text: str, answers: frozenset[str]) -> list[Turn]:
    """The turns of the dialogues of a text, in order; empty where it has none. `answers` are the
    labels before what is answered (« R. »), in small letters."""
    blocks = paragraphs(text)
    labels = _labels(text, blocks)
    if not labels and not any(_DASH.match(text, start) for start, _ in blocks):
        return []
    found: list[Turn] = []
    current: Turn | None = None
    for n, (start, end) in enumerate(blocks):
        words = text[start:end]
        label = _LABEL.match(words) if labels else None
        name = label.group("name") if label else None
        if label and name in labels:
            current = Turn([(start + label.end(), end)], name, question=not _answers(name, answers))
            found.append(current)
        elif (dash := _DASH.match(words)) and _speaks(text, blocks, n, current):
            asked = words.rstrip(' »"”').endswith("?") and _answered(text, blocks, n)
            current = Turn([(start + dash.end(), end)], None, question=asked, dash=True)
            found.append(current)
        elif current is not None and not current.question and not _stops(words):
            current.parts.append((start, end))
        elif current is not None and not current.question:
            current = None
    return found if any(t.question for t in found) or sum(t.dash for t in found) > 1 else []


def _labels(text: str, blocks: list[tuple[int, int]]) -> set[str]:
    """Names that open paragraphs and take turns: twice at least, with something between."""
    seen: dict[str, int] = {}
    for start, end in blocks:
        words = text[start:end]
        if (":" in words or "：" in words) and (label := _LABEL.match(words)):
            seen[label.group("name")] = seen.get(label.group("name"), 0) + 1
    return {name for name, times in seen.items() if times > 1}


def _answers(name: str, answers: frozenset[str]) -> bool:
    """Whether a label is of one who answers: « R », or a person's name of two words."""
    if name.lower().rstrip(".") in answers:
        return True
    words = name.split()
    return (
        len(words) > 1 and not name.isupper() and all(w[0].isupper() for w in words if len(w) > 3)
    )


def _speaks(text: str, blocks: list[tuple[int, int]], n: int, current: Turn | None) -> bool:
    """Whether a paragraph with a dash is a turn, not an item of a list or a heading between dashes."""
    words = text[slice(*blocks[n])]
    if words.rstrip().endswith(("-", "–", "—")) or len(words.split()) < 3:
        return False
    if current is not None:
        return True
    if re.search(r"[»”\"]\s*,", words) and "«" not in words and "“" not in words:
        return True
    before = text[slice(*blocks[n - 1])] if n else ""
    return before.rstrip(' »"”').endswith("?") or words.rstrip().endswith("?")


def _answered(text: str, blocks: list[tuple[int, int]], n: int) -> bool:
    return n + 1 < len(blocks) and bool(_DASH.match(text[slice(*blocks[n + 1])]))


def _stops(words: str) -> bool:
    """Whether a paragraph is the reporter's again: a quotation with its own marks, a heading in dashes."""
    return bool(re.match(r"\s*[-–—].*[-–—]\s*$", words))


def in_turn(found: list[Turn], at: int) -> Turn | None:
    """The turn that holds a character."""
    for turn in found:
        if any(start - DASH <= at < end for start, end in turn.parts):
            return turn
    return None


def by_name(draft: Draft, name: str) -> str | None:
    """The person whom the label of a turn names, or None."""
    wanted = name.lower()
    for actor in draft.actors.values():
        names = (actor.name, *actor.aliases)
        if actor.kind == "person" and wanted in (one.lower() for one in names):
            return actor.id
    return None


def interviewee(draft: Draft, before: int) -> str | None:
    """The person last named before a character."""
    people = [
        m.actors[0]
        for m in draft.mentions
        if m.start < before and m.actors and draft.actors[m.actors[0]].kind == "person"
    ]
    return people[-1] if people else None
