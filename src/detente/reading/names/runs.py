"""Sequences of capitals that may be a person's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType

from detente.reading.names.words import Word

INITIAL = re.compile(r"^[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)*$")
ROMAN = re.compile(r"^[IVX]+$")
MOST = 6
LARGE = 300_000


def likely(words: Sequence[Word], lang: ModuleType) -> dict[int, bool]:
    """The places at which a name may begin (capitals, and what stands behind a title), and whether
    one does, whatever is known of the rest of the report."""
    titles = lang.title_gender()
    return {
        n: opens(words, n, lang)
        for n, word in enumerate(words)
        if word.cap or word.prefixed or (n and words[n - 1].key in titles)
    }


def runs(
    words: Sequence[Word],
    places: Mapping[int, bool],
    lang: ModuleType,
    taken: set[int],
    famous: Callable[[str], bool] = lambda _: False,
) -> list[tuple[int, int]]:
    """Places of the first and last word of each sequence, none holding a word in `taken`. It begins at
    one of the `places` that are `likely`. A family name that stands before the given one is kept
    alone where it is `famous`."""
    found: list[tuple[int, int]] = []
    behind = 0
    for n, begins in places.items():
        if n < behind or n in taken:
            continue
        if begins or _alone(words, n, lang, famous):
            last = _end(words, n, lang, taken)
            found.append((n, last))
            behind = last + 1
    return found


def _alone(words: Sequence[Word], n: int, lang: ModuleType, famous: Callable[[str], bool]) -> bool:
    word = words[n]
    first = word.cap and not word.upper and word.key in lang.words("family_first")
    return first and famous(word.text)


def opens(words: Sequence[Word], n: int, lang: ModuleType) -> bool:
    """Whether a name can begin with this word."""
    word = words[n]
    civil = n > 0 and words[n - 1].cap and words[n - 1].key in lang.title_gender()
    if civil and not word.cap and not word.breaks:
        particle = word.key in lang.words("particles") and n + 1 < len(words)
        after = words[n + 1] if particle else word
        return (
            particle
            and after.cap
            and not (
                lang.is_word(after.text)
                or after.key in lang.names()
                or _large_city(after.key, lang)
            )
        )
    if not word.key or not (word.cap or word.prefixed):
        return False
    if word.key in lang.title_gender() or _is_post(word, lang):
        return False
    if n and words[n - 1].key in lang.title_gender() and not word.breaks:
        return True
    if word.key in lang.words("family_first") and not word.upper:
        return _given(words, n + 1) or _reigns(words, n, lang)
    if INITIAL.match(word.text):
        return n + 1 < len(words) and words[n + 1].cap and not words[n + 1].breaks
    if len(word.text) < 2:
        return False
    if word.upper and (len(word.text) < 5 or not _name_beside(words, n, lang)):
        return False
    if lang.is_first_name(word.text):
        return True
    if word.people is not None:
        return False
    if lang.is_word(word.text):
        return _named_next(words, n, lang)
    return not word.text[-1].isdigit()


def _named_next(words: Sequence[Word], n: int, lang: ModuleType) -> bool:
    """An everyday word that here is a first name: a proper noun before an unknown capital."""
    word = words[n]
    if word.initial or word.pos != "PROPN" or n + 1 >= len(words) or words[n + 1].breaks:
        return False
    after = words[n + 1]
    heads = lang.words("body_heads.strong") | lang.words("body_heads.weak") | lang.words("things")
    if word.key in heads or after.pos != "PROPN" or not after.cap or after.upper:
        return False
    return not lang.is_word(after.text) and after.people is None


def _end(words: Sequence[Word], first: int, lang: ModuleType, taken: set[int]) -> int:
    last, n = first, first + 1
    while n < len(words) and last - first < MOST and n not in taken:
        word = words[n]
        if word.breaks or not word.key:
            break
        initials = INITIAL.match(word.text) and INITIAL.match(words[n - 1].text)
        if initials or continues(word, words[first], lang):  # « S. M. X »: no « Monsieur »
            last, n = n, n + 1
            continue
        step = _particles(words, n, last - first + 1, lang, taken)
        if step is None:
            break
        last, n = step, step + 1
    return last


def continues(word: Word, first: Word, lang: ModuleType) -> bool:
    """Whether a capital goes on with the name before it."""
    if not word.cap and not word.prefixed:
        return False
    if word.key in lang.words("names_too") and word.pos == "PROPN" and not word.upper:
        return True  # « Mir Wali Khan », « Sharif Cheikh Omar »
    if word.key in lang.title_gender():
        return False
    if word.prefixed or INITIAL.match(word.text):
        return True
    if _is_post(word, lang):
        return False
    if (
        word.upper
        and len(word.text) < 4
        and not ROMAN.match(word.text)
        and not word.text.endswith(".")
        and word.key not in lang.words("capital_particles")
    ):
        return False
    if ROMAN.match(word.text):
        return True
    if word.key in lang.words("capital_particles") and lang.is_first_name(first.text):
        return True
    if first.key in lang.words("family_first") and not lang.is_first_name(first.text):
        return len(word.text) < 14 and word.pos not in ("VERB", "AUX")
    if lang.is_word(word.text) and not lang.is_first_name(word.text):
        if word.pos == "PROPN":
            return True
        return lang.is_first_name(first.text) and (word.pos in ("NOUN", "ADJ") or not word.initial)
    return True


def _particles(
    words: Sequence[Word], n: int, before: int, lang: ModuleType, taken: set[int]
) -> int | None:
    """The capital that one or two particles lead to, or None."""
    particles = lang.words("particles")
    at = n
    while at < len(words) and at - n < 2 and words[at].key in particles and not words[at].cap:
        at += 1
    if at == n or at >= len(words) or at in taken:
        return None
    word = words[at]
    if (
        not word.cap
        or word.breaks
        or (lang.is_word(word.text) and word.pos != "PROPN" and not lang.is_first_name(word.text))
    ):
        return None
    if any(w.key in lang.words("noble") for w in words[n:at]):
        if before > 1 and words[n].key in lang.GRAMMAR.just_of and lang.is_first_name(word.text):
            return None  # « la grâce par Jean X de Paul Y »
        if before > 3 or words[n].key in lang.GRAMMAR.definite | lang.GRAMMAR.and_:
            return None
        if word.key in lang.names() or word.upper or _large_city(word.key, lang):
            return None
    return at


def _large_city(key: str, lang: ModuleType) -> bool:
    found = lang.gazetteer.cities(key)
    return bool(found) and (found[0].capital or found[0].population > LARGE)


def _given(words: Sequence[Word], n: int) -> bool:
    """A given name of the peoples who put it last: « Jinping », « Jong-un », « Yong Ho »."""
    return n < len(words) and words[n].cap and not words[n].breaks and not words[n].upper


def _reigns(words: Sequence[Word], n: int, lang: ModuleType) -> bool:
    """« le roi Norodom »: the name of a house, alone behind the title of a sovereign."""
    return n > 0 and not words[n].breaks and words[n - 1].key in lang.words("sovereigns")


def _is_post(word: Word, lang: ModuleType) -> bool:
    post = lang.post(word.key)
    if post is None or lang.is_first_name(word.text):
        return False
    return word.text.isascii() == post.singular.isascii() or word.upper


def _name_beside(words: Sequence[Word], n: int, lang: ModuleType) -> bool:
    before = words[n - 1] if n else None
    after = words[n + 1] if n + 1 < len(words) else None
    return bool(
        (before and (lang.is_first_name(before.text) or before.key in lang.title_gender()))
        or (after and lang.is_first_name(words[n].text) and after.cap)
    )  # fmt: skip
