"""Bodies named by what they are: « le ministère russe des Affaires étrangères »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

from detente.language.gazetteer import fold
from detente.reading.names.known import Hit
from detente.reading.names.words import Word

LONGEST = 12
LETTERS = 5
"""Letters of a body's name in capitals, at most; a longer word is a rubric."""
INITIALS = 14
"""Words of a body's name that its letters are the first letters of, at most."""
LETTERED = 9
"""Words of a body's name, behind what is known to belong to it, before its letters in brackets."""


@dataclass(frozen=True, slots=True)
class Body:
    """Words `first` to `last`, headed by `head`. `country`: ISO alpha-2; `sure`: it has a name of
    its own or a nationality, so that two mentions of it are one body; `bare`: the noun alone,
    which only stands for a body named before. `shared`: places of two nationalities, each with a
    body of its own (« autorités russes et ukrainiennes »)."""

    first: int
    head: int
    last: int
    country: str | None
    sure: bool
    bare: bool = False
    shared: tuple[int, ...] = ()


def find(
    words: Sequence[Word], lang: ModuleType, hits: dict[int, Hit], names: set[int]
) -> list[Body]:
    """All bodies of a report that a common noun heads, none across a person's name."""
    heads = lang.words("body_heads.strong") | lang.words("body_heads.weak")
    found: list[Body] = []
    n = 0
    while n < len(words):
        likely = words[n].key in heads and n not in hits and n not in names
        body = _at(words, n, lang, hits, names) if likely else None
        if body:
            found.append(body)
            n = body.last + 1
        else:
            n += 1
    return found


def _at(
    words: Sequence[Word], n: int, lang: ModuleType, hits: dict[int, Hit], names: set[int]
) -> Body | None:
    word = words[n]
    strong = word.key in lang.words("body_heads.strong")
    if word.pos in ("VERB", "AUX", "PRON", "ADV"):
        return None
    if (
        word.key in lang.words("adjectives_too")
        and not word.cap
        and n
        and words[n - 1].pos == "NOUN"
    ):
        return None  # « la lutte armée »
    if (
        n > 1
        and words[n - 1].key in lang.words("of_office")
        and lang.post(words[n - 2].key) is not None
    ):
        return None  # « les chefs de gouvernement »
    if n and not word.breaks and words[n - 1].key in lang.words("under"):
        return None  # « sous médiation russe »
    last, named, countries, shared = _extent(words, n, lang, hits, names)
    if (end := _before_letters(words, n, last, lang)) is not None:
        last, named = end, True
    if word.key in lang.words("shared_heads") and not shared:
        return None
    if not strong and last == n:
        return Body(n, n, n, None, False, bare=True) if _definite(words, n, lang) else None
    if not strong and not named and not countries:
        return None
    if last == n and word.upper and len(word.text) > LETTERS:
        return None  # a rubric in capitals
    near = words[min(n + 1, len(words) - 1)]
    if word.key in lang.words("cap_heads") and not word.cap:
        people = any(w.people for w in words[n + 1 : last + 1])
        if near.key in lang.OF or not (people or (near.cap and last > n)):
            return None
    country = countries[0] if len(set(countries)) == 1 else None
    if word.key in lang.words("peoples_within"):
        country = None  # « la communauté serbe » of another state
    first = n - 1 if n - 1 not in names and _high(words, n, lang) else n
    return Body(first, n, last, country, bool(named or countries), shared=shared)


def _before_letters(words: Sequence[Word], head: int, last: int, lang: ModuleType) -> int | None:
    """« Front national chin (FNC) »: the last word before the letters that a body goes by."""
    if (whole := _initials(words, head, last, lang)) is not None:
        return whole
    n = last + 1
    while n < len(words) and n - last <= LETTERED and words[n].key:
        if words[n].breaks or words[n].pos in ("AUX", "PRON", "CCONJ", "SCONJ"):
            return None
        n += 1
    lettered = n + 2 < len(words) and words[n].text == "(" and words[n + 1].upper
    if (
        n == last + 1
        or not lettered
        or words[n + 2].text not in "),;"
        or not _capital(words, head, lang)
    ):
        return None
    return n - 1


def _initials(words: Sequence[Word], head: int, last: int, lang: ModuleType) -> int | None:
    """« Mouvement pour la paix et le progrès (MPP) »: the last word before letters that are those
    which the words of a name begin with."""
    n = last + 1
    while n < len(words) and n - head <= INITIALS and words[n].key and not words[n].breaks:
        n += 1
    lettered = n > last + 1 and n + 2 < len(words) and words[n].text == "(" and words[n + 1].upper
    if not lettered or words[n + 2].text not in "),;":
        return None
    first = head - _high(words, head, lang)
    letters = [c for c in fold(words[n + 1].text) if c.isalpha()]
    own = [w.key[0] for w in words[first:n] if w.key not in lang.OF_THE]
    told = [w.key[0] for w in words[first:n] if w.key not in lang.LINKS]
    return n - 1 if letters in (own, told) else None


def _capital(words: Sequence[Word], head: int, lang: ModuleType) -> bool:
    """« Front », « Haut comité »."""
    return words[head].cap or _high(words, head, lang)


def _high(words: Sequence[Word], head: int, lang: ModuleType) -> bool:
    before = words[head - 1] if head and not words[head].breaks else None
    return before is not None and before.cap and before.key in lang.words("high")


def _definite(words: Sequence[Word], n: int, lang: ModuleType) -> bool:
    tied = n + 1 < len(words) and is_tie(words[n + 1], lang)
    return n > 0 and words[n - 1].key in lang.THE_ONE and not tied


def is_tie(word: Word, lang: ModuleType) -> bool:
    """Whether a word ties a complement to the noun of a body: « de », « à », « en »."""
    if word.key in lang.GRAMMAR.to:
        return word.pos == "ADP"  # not « a »
    if word.key in lang.words("of_office") or word.key in lang.GRAMMAR.with_article:
        return True
    return word.key in lang.words("before_places")


def _extent(
    words: Sequence[Word], head: int, lang: ModuleType, hits: dict[int, Hit], names: set[int]
) -> tuple[int, bool, list[str], tuple[int, ...]]:
    """Where the phrase of a body ends; whether a name is in it; the states that are; the places
    of two nationalities joined by « et »."""
    n = last = head
    named = (words[head].cap and not words[head].initial) or _high(words, head, lang)
    countries: list[str] = []
    posted = words[head].key in lang.words("missions")
    while n + 1 < len(words) and n - head < LONGEST:
        word = words[n + 1]
        if word.breaks or not word.key or word.n in names:
            break
        if word.n in hits:
            break
        people = word.people
        if people is not None and not word.cap:
            countries += people.states
            n = last = n + 1
            if (other := _second(words, n, lang, head)) is not None:
                countries += words[other].people.states
                return other, named, countries, (n, other)
            continue
        own = words[head].cap and not words[head].initial and word.pos == "ADJ"
        if (own or word.key in lang.words("body_adjectives")) and (word.pos != "VERB" or word.cap):
            named = named or word.cap
            n = last = n + 1
            continue
        if n > head and word.cap and not words[head].cap and _headed(word, lang):
            break  # « le mouvement rebelle malien Front du Nord »
        title = word.key in lang.title_gender() or word.people is not None
        if (
            word.cap
            and last == n
            and not word.initial
            and not title
            and (lang.is_word(word.text) or word.upper)
        ):
            named = True
            n = last = n + 1
            continue
        bare = words[head].key in lang.words("plain_heads")
        joins = word.key not in lang.GRAMMAR.and_ or (
            n > head and words[n].key in lang.words("domains")
        )
        step = (
            None
            if bare or not joins
            else _complement(
                words,
                n + 1,
                lang,
                hits,
                names,
                posted and bool(countries),
                _capital(words, head, lang),
            )
        )
        if step is None:
            last += 2 * (n == last and _set_apart(words, n + 1, lang))
            break
        end, capital, codes = step
        if words[head].key in lang.words("format_heads") and _city(hits.get(end)):
            codes = []
        if end + 1 in names and any(
            w.key in lang.words("posts_of_bodies") for w in words[n + 1 : end + 1]
        ):
            break
        named = named or capital
        if not (countries and codes and posted):
            countries += codes
        n = last = end
    return last, named, countries, ()


def _headed(word: Word, lang: ModuleType) -> bool:
    return word.key in lang.words("body_heads.strong") or word.key in lang.words("body_heads.weak")


def _set_apart(words: Sequence[Word], n: int, lang: ModuleType) -> bool:
    """« en exil » at `n`."""
    led = words[n].key in lang.GRAMMAR.in_ and n + 1 < len(words)
    return led and words[n + 1].key in lang.words("set_apart")


def _city(hit: Hit | None) -> bool:
    return hit is not None and hit.known.kind == "city"


def _second(words: Sequence[Word], n: int, lang: ModuleType, head: int) -> int | None:
    """The place of a nationality that « et » joins to the one at `n`, in the plural or behind a
    noun in the plural (« les délégations russe et turque »)."""
    if n + 2 >= len(words) or words[n + 1].key not in lang.GRAMMAR.and_ or words[n + 2].cap:
        return None
    people = words[n + 2].people
    many = lang.endings.could_be_plural(words[head].key) and n == head + 1
    return n + 2 if people is not None and people.states and (people.plural or many) else None


def _complement(
    words: Sequence[Word],
    n: int,
    lang: ModuleType,
    hits: dict[int, Hit],
    names: set[int],
    seat: bool,
    own: bool,
) -> tuple[int, bool, list[str]] | None:
    """The last word of « de la Défense », « de Suède », « et du Commerce », at `n`; whether it has
    a capital; the state it names."""
    start = n
    joins = words[n].key in lang.GRAMMAR.and_
    n += joins
    linked = False
    links = lang.LINKS if own else lang.LINKS - lang.GRAMMAR.for_
    while n < len(words) and words[n].key in links and n - start < 3:
        linked = True
        n += 1
    if joins and linked and words[start + 1].key not in lang.OF:
        return None
    if n >= len(words) or (not linked and n == start) or n in names or words[n].breaks:
        return None
    at = words[start].key in lang.AT
    if n in hits:
        hit = hits[n]
        known = hit.known
        if hit.first != n or (joins and not linked):
            return None
        if at and not seat:
            return None
        codes = [known.country] if known.country and not at else []
        return hit.last, True, codes
    word = words[n]
    if word.key in lang.title_gender() or word.key in lang.words("high"):
        return None
    chief = lang.post(" ".join(w.key for w in words[n : n + 2]))
    if linked and not at and word.key in lang.words("posts_of_bodies") and chief is not None:
        return n + 1, word.cap, []
    if not linked and word.key not in lang.words("domains"):
        return None
    if word.key in lang.words("domains") or (
        word.cap and not word.initial and lang.is_word(word.text)
    ):
        return n, word.cap, []
    return None
