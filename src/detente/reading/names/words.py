"""The words of a draft, as this room walks over them: tokens without white space, folded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from detente.language.gazetteer import fold

if TYPE_CHECKING:
    from detente.language.doc import Doc

OPENING = frozenset("«\"“„'‘([-–—:•*…;")
BREAKS = frozenset('.,;:!?()[]«»“”"„…–—/*•|')


def _prefixed(lang: ModuleType) -> re.Pattern[str]:
    """A name that begins with a small letter, or has a capital within: « al-Masri », « McGregor »."""
    openings = "|".join(sorted(lang.words("small_openings")))
    return re.compile(rf"^(?:{openings})[-‑'’]?[A-ZÀ-Þ]\w+")


class Word(msgspec.Struct, frozen=True, gc=False):
    """One token. `n` is its place among the words, `i` in the doc; `start`, `end` are characters."""

    n: int
    i: int
    start: int
    end: int
    text: str
    key: str
    """Folded; empty for punctuation."""
    cap: bool
    upper: bool
    """Two letters or more, all capitals."""
    prefixed: bool
    opening: str
    closing: str
    """The first and the last word of `key` (« porte parole »)."""
    people: Any
    """`People` of the language's `names` whom it names, or None."""
    pos: str
    initial: bool
    """A capital may be due to where it stands: sentence, quotation, dash, line."""
    breaks: bool
    """A line ends before it."""


KEPT = 50_000
"""Different tokens whose letters are remembered before the table is emptied."""


class _Letters(NamedTuple):
    """What a token's letters alone tell, in the order of `Word`."""

    key: str
    cap: bool
    upper: bool
    prefixed: bool
    opening: str
    closing: str
    people: Any


class _Seen(dict[str, _Letters]):
    """What the letters of each token seen so far tell."""

    def __init__(self, lang: ModuleType) -> None:
        self.lang, self.prefixed = lang, _prefixed(lang)

    def __missing__(self, text: str) -> _Letters:
        if len(self) > KEPT:
            self.clear()
        letters = [c for c in text if c.isalpha()]
        key = fold(text) if letters or text[0].isdigit() else ""
        self[text] = told = _Letters(
            key=key,
            cap=bool(letters) and letters[0].isupper() and not text[0].isdigit(),
            upper=len(letters) > 1 and all(c.isupper() for c in letters),
            prefixed=self.prefixed.match(text) is not None,
            opening=key.partition(" ")[0],
            closing=key.rpartition(" ")[2],
            people=self.lang.people(text) if key else None,
        )
        return told


@cache
def _seen(lang: ModuleType) -> _Seen:
    return _Seen(lang)


def words_of(doc: Doc, lang: ModuleType) -> list[Word]:
    """All tokens of a doc but white space, in order."""
    found: list[Word] = []
    seen = _seen(lang)
    breaks = True
    for sent in doc.sents:
        fresh = True
        for token in sent.tokens:
            text = token.text
            if token.is_space:
                breaks = breaks or "\n" in text
                continue
            start = token.idx
            key, cap, upper, prefixed, opening, closing, people = seen[text]
            fresh = fresh or breaks
            found.append(
                Word(len(found), token.i, start, start + len(text), text, key, cap, upper, prefixed,
                     opening, closing, people, token.pos_, fresh, breaks)
            )  # fmt: skip
            fresh = (fresh and not key) or text in OPENING
            breaks = False
    return found


def namesakes(words: list[Word], lang: ModuleType) -> list[Word]:
    """« congolais » is of the Congo whose places the report names."""
    rows = lang.data()["namesakes"]
    if not any(w.people and w.people.states and w.people.states[0] in rows for w in words):
        return words
    keys = {word.key for word in words if word.cap}
    for state, row in rows.items():
        if not keys.intersection(map(fold, row["told"])) or keys.intersection(
            map(fold, row["against"])
        ):
            continue
        words = _of_state(words, state, (row["other"],))
    return words


def kin(words: list[Word], lang: ModuleType) -> list[Word]:
    """« la guérilla albanaise » of a report that nowhere names Albania: a people of another state,
    which stands for no state at all."""
    rows = lang.data()["kin_states"]
    told = {w.people.states[0] for w in words if w.people and len(w.people.states) == 1} & {*rows}
    if not told:
        return words
    keys = {word.key for word in words if word.cap}
    for state in sorted(told):
        own = [w for w in words if w.people and w.people.states == (state,)]
        nouns = {words[w.n - 1].key for w in own if w.n and not w.cap}
        within = nouns & lang.words("kin_nouns") and not nouns & lang.words("led_by_states")
        paired = any(_paired(words, word.n, rows, lang) for word in own)
        if within and not paired and not keys.intersection(map(fold, rows[state])):
            words = _of_state(words, state, ())
    return words


def _paired(words: list[Word], n: int, rows: dict[str, list[str]], lang: ModuleType) -> bool:
    """« les dirigeants serbes et kosovars »: beside the people of a state it is a state's, too."""
    for joint, at in ((n + 1, n + 2), (n - 1, n - 2)):
        other = words[at].people if 0 <= at < len(words) else None
        state = next(iter(other.states), None) if other else None
        if state is not None and state not in rows and words[joint].key in lang.GRAMMAR.and_:
            return True
    return False


def _of_state(words: list[Word], state: str, states: tuple[str, ...]) -> list[Word]:
    """The words with the peoples of one state taken for those of others, or of none."""
    return [
        msgspec.structs.replace(w, people=replace(w.people, states=states))
        if w.people and w.people.states == (state,)
        else w
        for w in words
    ]


def joined(words: Iterable[str]) -> str:
    """Words as one writes them: no blank behind an apostrophe."""
    return " ".join(words).replace("’ ", "’").replace("' ", "'")


def bare_title(title: str, lang: ModuleType) -> str:
    """A folded title without the « ancien » before it."""
    first, _, rest = title.partition(" ")
    return rest if rest and first in lang.words("former") else title


def phrase(words: Sequence[Word], first: int, last: int, text: str) -> str:
    """The report's own words from `first` to `last`, on one line."""
    return " ".join(text[words[first].start : words[last].end].split())
