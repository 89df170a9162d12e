"""Names with one meaning: states, regions, cities, seats of power, bodies; and peoples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from detente.language import gazetteer
from detente.language.gazetteer import fold
from detente.reading.names.words import Word

SMALL = 60_000
"""People under which a city is taken only after a preposition of place."""
NAMESAKE = 20
"""Times by which a city may be larger than its namesake in a state that the report names."""
LARGE = 1_000_000
"""People from which a city needs no preposition at all."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` to `last` (places among the words) that bear a known name."""

    first: int
    last: int
    known: Any
    """`Known` of the language's `names`."""


def scan(
    words: Sequence[Word], lang: ModuleType, taken: set[int], states: frozenset[str]
) -> list[Hit]:
    """Known names, the longest first at each place, none across a word in `taken`; `states` are
    those `spoken_of`."""
    hits: list[Hit] = []
    openings, seconds, towns = lang.longest(), lang.second(), gazetteer.openings()
    behind = 0
    for n, word in enumerate(words):
        if n < behind or n in taken or not word.key:
            continue
        if word.opening in openings or (word.cap and word.opening in towns):
            after = seconds.get(word.opening)
            if after and not word.cap and word.key == word.opening and n + 1 < len(words):
                follows = words[n + 1]
                if follows.key and follows.opening not in after:
                    continue
            hit = _at(words, n, lang, taken, states)
            if hit is not None:
                hits.append(hit)
                behind = hit.last + 1
    return sorted([*hits, *_again(words, hits, taken)], key=lambda hit: hit.first)


def _again(words: Sequence[Word], hits: Sequence[Hit], taken: set[int]) -> list[Hit]:
    """Cities of several words that stand elsewhere without what told them to be places."""
    cities: dict[str, Hit] = {}
    for hit in hits:
        if hit.last > hit.first and hit.known.kind == "city":
            cities.setdefault(words[hit.first].text, hit)
    if not cities:
        return []
    there = {n for hit in hits for n in range(hit.first, hit.last + 1)} | taken
    found: list[Hit] = []
    for word in words:
        known = cities.get(word.text)
        if known is None or word.n in there:
            continue
        last = word.n + known.last - known.first
        own = [w.text for w in words[known.first : known.last + 1]]
        if [w.text for w in words[word.n : last + 1]] == own:
            found.append(Hit(word.n, last, known.known))
    return found


def spoken_of(words: Sequence[Word], lang: ModuleType) -> frozenset[str]:
    """The states that a report names by one word or by their people."""
    found: set[str] = set()
    names = lang.names()
    for word in words:
        if word.people is not None:
            found.update(word.people.states)
        elif word.cap and (known := names.get(word.key)) and known.kind == "state":
            found.add(known.country)
    return frozenset(found)


def _at(
    words: Sequence[Word], n: int, lang: ModuleType, taken: set[int], states: frozenset[str]
) -> Hit | None:
    word = words[n]
    most = lang.longest().get(word.opening, 0)
    for last, key, count in reversed(_spans(words, n, max(most, 4 if word.cap else 0), taken)):
        known = lang.names().get(key) if count <= most else None
        if known is not None and not _fits(words, n, last, known, lang, states):
            known = None
        if known is None and word.cap and words[last].cap and count <= 4:
            known = city(words, n, last, key, lang, states)
        if known is not None:
            return None if n > 1 and _street(words, n, lang) else Hit(n, last, known)
    return None


def _street(words: Sequence[Word], n: int, lang: ModuleType) -> bool:
    """« place de Londres », « rue de la Libération »."""
    at = n - 1
    while at > 0 and n - at < 3 and (words[at].key in lang.OF_THE):
        at -= 1
    return at < n - 1 and words[at].key in lang.words("streets")


def _spans(words: Sequence[Word], n: int, most: int, taken: set[int]) -> list[tuple[int, str, int]]:
    """Ends of phrases that begin at `n`, with their folded words and how many these are."""
    found: list[tuple[int, str, int]] = []
    key, count = "", 0
    for last in range(n, min(n + most + 1, len(words))):
        word = words[last]
        if (
            last in taken
            or (last > n and word.breaks)
            or (not word.key and word.text not in "-‑'’")
        ):
            break
        if not word.key:
            continue
        key = f"{key} {word.key}" if key else word.key
        count += len(word.key.split())
        if count > most:
            break
        found.append((last, key, count))
    return found


def _fits(  # type: ignore[no-untyped-def]
    words: Sequence[Word], first: int, last: int, known, lang: ModuleType, states: frozenset[str]
) -> bool:
    word = words[first]
    before = words[first - 1] if first else None
    if (
        word.key in lang.words("national_societies")
        and first == last
        and _national(words, last, lang)
    ):
        return False
    if not word.cap and not (known.lower or (known.kind == "region" and " " in known.name)):
        lowered = any(w.cap for w in words[first : last + 1])
        if not (lowered and last > first and known.kind in ("state", "seat", "body", "region")):
            return False
    if (
        word.upper is False
        and first == last
        and known.kind == "body"
        and fold(known.name) == word.key
        and known.name.isupper()
        and len(known.name) < 6
    ):
        spelled = {known.name.capitalize(), known.name.upper()}
        if word.text not in spelled:
            return False
    if word.cap and not word.upper and first == last and _letters_only(word, known):
        return False  # « le ministre de l'Eau », « EAU »
    if known.kind == "body" and _generic(words, first, last, known, lang, states):
        return False
    if known.kind == "region" and known.country is None and word.initial and first == last:
        return True
    if known.press and first == last and word.initial and lang.is_word(word.text):
        after = words[last + 1] if last + 1 < len(words) else None
        if after is None or after.pos not in ("VERB", "AUX", "PRON", "PUNCT"):
            return False  # « Libération des otages »
    if known.unsure:
        if known.kind == "state":
            return words[last].cap and before is not None and before.key in _leading(lang)
        return before is not None and before.key in lang.DETERMINERS and not _goes_on(words, last)
    if known.kind in ("state", "city") and first == last:
        return not _within_name(words, first, last, lang)
    return True


def _letters_only(word: Word, known: Any) -> bool:
    """A word that names a state by its letters alone."""
    return known.kind == "state" and word.key in known.letters


def _generic(  # type: ignore[no-untyped-def]
    words: Sequence[Word],
    first: int,
    last: int,
    known,
    lang: ModuleType,
    states: frozenset[str],
) -> bool:
    """« l'Armée de libération nationale (ALN) » in a report on another state than the one that the
    gazetteer has such an army of."""
    if first == last or not known.country or known.country in states:
        return False
    rest = (w for w in words[first : last + 1] if w.key not in lang.OF_THE)
    return all(w.key in lang.words("generic_names") for w in rest)


@cache
def _leading(lang: ModuleType) -> frozenset[str]:
    """What leads to the name of a state."""
    found: frozenset[str] = lang.DETERMINERS | lang.OF | lang.AT
    found |= lang.GRAMMAR.between | lang.GRAMMAR.and_
    return found


@cache
def _of(lang: ModuleType) -> frozenset[str]:
    """What leads to the name of a city, beside words of place."""
    grammar = lang.GRAMMAR
    found: frozenset[str] = lang.OF | grammar.between | grammar.and_ | grammar.since | grammar.for_
    return found


def leads_to_city(word: Word, lang: ModuleType) -> bool:
    """« à », not « a »."""
    return word.key in lang.words("before_cities") and word.pos == "ADP"


def _national(words: Sequence[Word], last: int, lang: ModuleType) -> bool:
    """« la Croix-Rouge malienne » is a society of its own."""
    return last + 1 < len(words) and words[last + 1].people is not None


def _goes_on(words: Sequence[Word], last: int) -> bool:
    after = words[last + 1] if last + 1 < len(words) else None
    return after is not None and after.cap and not after.breaks


def _within_name(words: Sequence[Word], first: int, last: int, lang: ModuleType) -> bool:
    """A capital beside it that is no name of a place: « Jack London », « Paris Match »."""
    before = words[first - 1] if first and not words[first].breaks else None
    after = words[last + 1] if last + 1 < len(words) and not words[last + 1].breaks else None
    if before and before.cap and not before.initial and before.key:
        return not (before.people or lang.is_word(before.text)) or bool(
            lang.is_first_name(before.text)
        )
    return bool(
        (before and before.cap and lang.is_first_name(before.text))
        or (after and after.cap and not after.people and not lang.is_word(after.text)
        and not after.upper and after.key not in lang.names()
        and not _led(words, first, lang)
        and after.key not in lang.title_gender() and not lang.is_first_name(after.text))
    )  # fmt: skip


def _led(words: Sequence[Word], first: int, lang: ModuleType) -> bool:
    """« de X », « de l'X »; « pour X Jean Y », « pour la X Jean Y »."""
    at = first - 1
    while at > 0 and words[at].key in lang.GRAMMAR.definite:
        at -= 1
    if at >= 0 and words[at].key in lang.AT | lang.OF:
        return True
    named = first + 2 < len(words) and all(
        w.cap and not w.breaks for w in words[first + 1 : first + 3]
    )
    return at > 0 and words[at].key in lang.GRAMMAR.for_ and named and not words[at].initial


def _best(
    found: Sequence[gazetteer.City], told: str | None, states: frozenset[str], lang: ModuleType
) -> gazetteer.City:
    """Of cities of one name that in the state behind it; a capital; the largest in a state that the
    report names, if it is no small town beside its namesake; one at home."""
    if told is not None:
        return next(c for c in found if c.country == told)
    best = found[0]
    if best.capital:
        return best
    best = next((c for c in found if c.country in lang.HOME), best)
    if best.country in states:
        return best
    named = [c for c in found if c.country in states and c.population * NAMESAKE > best.population]
    return max(named, key=lambda c: c.population, default=best)


def _state_behind(words: Sequence[Word], last: int, lang: ModuleType) -> str | None:
    """« X, en Colombie », « X (Colombie) »: the state that stands behind the name of a place."""
    n = last + 1
    if n + 2 >= len(words) or words[n].text not in ",(" or words[n].breaks:
        return None
    if words[n].text == ",":
        if words[n + 1].key not in lang.GRAMMAR.in_ | lang.GRAMMAR.to:
            return None
        n += 1
    known = lang.names().get(words[n + 1].key)
    return known.country if known is not None and known.kind == "state" else None


def _of_land(words: Sequence[Word], first: int, lang: ModuleType) -> bool:
    """« le gouvernement de X », « la province de X »."""
    n = first - 1
    while n > 0 and first - n < 4 and words[n].key in lang.OF_THE:
        n -= 1
    lands = lang.words("led_bodies") | lang.words("lands")
    return 0 <= n < first - 1 and words[n].key in lands


def city(  # type: ignore[no-untyped-def]
    words: Sequence[Word],
    first: int,
    last: int,
    key: str,
    lang: ModuleType,
    states: frozenset[str] = frozenset(),
):
    """The city that words name, where their surroundings allow it, as a `Known`; else None.
    `states` are those that the report names: their capitals are more than first names."""
    if len(key) < 3 or (words[first].upper and len(key) < 5):
        return None
    found = gazetteer.cities(key)
    if not found:
        return None
    told = _state_behind(words, last, lang)
    if told is not None and told not in {c.country for c in found}:
        return None  # « la province de X, en Colombie », a town elsewhere
    best = _best(found, told, states, lang)
    spoken = best.country in states or told is not None
    before = words[first - 1] if first and not words[first].breaks else None
    places = lang.words("places")
    unlike = bool(states) or fold(best.name) != key
    if unlike and not best.government and not spoken and _of_land(words, first, lang):
        return None  # « le gouvernement de X », a land of which no city is meant
    placed = before is not None and (
        before.key in places or before.key in lang.words("before_cities")
    )
    of = before is not None and before.key in _of(lang)
    if of and first > 1 and words[first - 2].key in places | lang.words("bearings"):
        placed = True
    name = " ".join(w.text for w in words[first : last + 1])
    alone = first == last and best.capital and not words[first].breaks
    alone = alone and before is not None and before.key in lang.words("according")
    sure = placed or alone or (best.capital and spoken)
    if lang.is_first_name(words[first].text) and not sure:
        return None
    if best.word and not placed and not best.capital:
        return None
    after = words[last + 1] if last + 1 < len(words) and not words[last + 1].breaks else None
    given = after is not None and after.cap and lang.is_first_name(after.text)
    led = before is not None and before.key in lang.OF
    if given and best.population < LARGE and not placed and not led:
        return None  # an unknown first name before another one
    if _within_name(words, first, last, lang):
        return None
    if before is not None and before.key in lang.ARTICLES and not best.capital:
        return None
    if not placed and not best.capital:
        if of and best.population < SMALL:
            return None
        if not of and best.population < LARGE:
            return None
        if not of and words[first].initial and lang.is_word(name):
            return None
    return lang.Known(name=name, kind="city", country=best.country, city=best)
