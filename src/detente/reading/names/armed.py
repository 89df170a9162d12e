"""Armed movements told by the words around their names: « les rebelles du Front X », « le mouvement
rebelle Y », « Z (rébellion) »."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from detente.reading.names.bodies import Body
from detente.reading.names.words import Word

NEAR = 4
"""Words of « , un groupe armé » or « , principale rébellion » looked at, at most."""


def any_in(words: Sequence[Word], lang: ModuleType) -> bool:
    """Whether a report speaks of rebels at all."""
    told = lang.words("rebels") | lang.words("movements_alone") | lang.words("fighting")
    return any(word.key in told for word in words)


def told(words: Sequence[Word], first: int, last: int, lang: ModuleType) -> str | None:
    """Whether the words before or behind the name of a body call it an armed movement: its state
    (ISO alpha-2) where they tell one, else ""; None where they do not."""
    before = _before(words, first, lang)
    return _behind(words, last, lang) if before is None else before


def plain(words: Sequence[Word], body: Body, lang: ModuleType) -> bool:
    """« la rébellion tchadienne »: a movement that has no name of its own."""
    return words[body.head].key in lang.words("movements_alone") and all(
        word.people or word.key in lang.words("armed_adjectives")
        for word in words[body.head + 1 : body.last + 1]
    )


def _before(words: Sequence[Word], first: int, lang: ModuleType) -> str | None:
    n = first
    while n and not words[n].breaks and words[n - 1].key in lang.OF_THE:
        n -= 1
    armed, state = False, ""
    while n and not words[n].breaks:
        word = words[n - 1]
        if word.people:
            state = word.people.states[0] if len(word.people.states) == 1 else state
        elif word.key in lang.words("armed_adjectives"):
            armed = armed or word.key in lang.words("fighting")
        else:
            break
        n -= 1
    if not n or words[n].breaks:
        return None
    key = words[n - 1].key
    if key in lang.words("rebels") | lang.words("movements_alone"):
        return state
    if armed and n < first and words[n - 1].key in lang.words("movements"):
        return state
    return state if n < first and words[n].key in lang.words("rebels") else None


def _behind(words: Sequence[Word], last: int, lang: ModuleType) -> str | None:
    n = last + 1
    if n + 2 < len(words) and words[n].text == "(" and words[n + 1].upper:
        n += 3 if words[n + 2].text == ")" else 2  # « X (FLX, rébellion) »
    if n + 1 >= len(words) or words[n].text not in ",(" or words[n].breaks:
        return None
    state, led = "", False
    for word in words[n + 1 : n + 1 + NEAR]:
        if word.breaks or not word.key:
            break
        if word.key in lang.words("movements_alone") | lang.words("rebels"):
            led = True
        elif word.key in lang.words("movements"):
            pass
        elif word.people:
            state = word.people.states[0] if len(word.people.states) == 1 else state
        elif word.key in lang.words("armed_adjectives"):
            led = led or word.key in lang.words("fighting")
        elif word.key not in lang.DETERMINERS | lang.words("new"):
            break
    return state if led else None
