"""Unknown capitals that their surroundings tell to be places: « à Bure et Debay Sima, deux localités »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType

from detente.reading.names.known import Hit
from detente.reading.names.words import Word

AHEAD = 4
"""Words of « , une petite localité » looked at, at most."""
LISTED = 12
"""Words of a list of places before a name, at most."""


def is_site(
    words: Sequence[Word], first: int, last: int, lang: ModuleType, hits: Mapping[int, Hit]
) -> bool:
    """Whether the name from `first` to `last` is a place's, by the noun behind it, or by what the
    list that it ends stands behind."""
    if _apposed(words, last, lang) or _in_list(words, first, lang, hits):
        return True
    if first > 2 and words[first - 1].key in lang.OF and not lang.is_first_name(words[first].text):
        return words[first - 2].key in lang.words("sites") and words[first - 2].pos == "NOUN"
    if lang.is_first_name(words[first].text) or not first or words[first].breaks:
        return False
    before, grammar = words[first - 1], lang.GRAMMAR
    near = {w.key for w in words[max(0, first - LISTED // 2) : first - 1]}
    led = (before.key in lang.AT and before.pos == "ADP") or before.key in grammar.between
    led = led or (before.key in grammar.and_ and not near.isdisjoint(grammar.between))
    return led and _in_state(words, last, lang, hits)


def _in_state(words: Sequence[Word], last: int, lang: ModuleType, hits: Mapping[int, Hit]) -> bool:
    """« X en Israël », « X, au Liban »."""
    n = last + 1
    n += n < len(words) and words[n].text == ","
    if n + 1 >= len(words) or words[n].breaks:
        return False
    inside = words[n].key in lang.GRAMMAR.in_ | lang.GRAMMAR.to
    hit = hits.get(n + 1)
    return bool(inside and hit and hit.known.kind == "state")


def _apposed(words: Sequence[Word], last: int, lang: ModuleType) -> bool:
    """« X, une localité du nord », « X, deux villages »."""
    if last + 2 >= len(words) or words[last + 1].breaks:
        return False
    being = words[last + 1].key in lang.GRAMMAR.being  # « X est une ville »
    if words[last + 1].text not in ",(" and not being:
        return False
    for word in words[last + 2 : last + 2 + AHEAD]:
        if word.breaks or not word.key:
            return False
        if word.key in lang.words("sites"):
            return True
        if word.key not in lang.DETERMINERS and word.pos not in ("ADJ", "NUM"):
            return False
    return False


def _in_list(words: Sequence[Word], first: int, lang: ModuleType, hits: Mapping[int, Hit]) -> bool:
    """« les villes de X et Y », « à Paris et Y »."""
    n, joined = first, False
    if not first or words[first - 1].key not in lang.GRAMMAR.and_:
        return False  # « l'ambassadeur à Alger, X »
    while n and first - n < LISTED and not words[n].breaks:
        word = words[n - 1]
        joins = word.text == "," or word.key in lang.GRAMMAR.and_
        if not joins and not (word.cap and joined):
            break
        joined = joined or joins
        n -= 1
    before = words[n - 1] if n and not words[n].breaks else None
    if before is None or n < 2:
        return False
    if before.key in lang.OF and words[n - 2].key in lang.words("sites"):
        return words[n - 2].pos == "NOUN"
    at = before.key in lang.AT and before.pos == "ADP"
    place = hits.get(n) if joined else None
    return bool(at and place and place.known.kind in ("city", "region"))
