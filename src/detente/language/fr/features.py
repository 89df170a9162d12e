"""What the French model sees of a word: its form made even, its ends, its shape, its lemma's guess.

The model has no word vectors. It hashes a few traits of each written word instead; this module says
which. All of them depend on the word alone, so they are worked out once for each different word.
``models/fr`` trains with the same functions, so a change here asks for a new training.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import simplemma
from spacy.attrs import ORTH  # type: ignore[import-not-found]
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)

NAMES = ("norm", "lemma", "prefix", "suffix", "ending", "shape")
_DIGIT = re.compile(r"\d")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "´": "'", "‘": "'", "‑": "-", "\u00a0": " "})
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": "«", "»": "»", "–": "—", "―": "—"})

KEPT_WORDS = 200_000  # words whose hashes are kept before the table is emptied
UNKNOWN = 1  # stands for every trait that is not in the vocabulary


def even(word: str) -> str:
    """The word in small letters with one kind of apostrophe, quotation mark, dash and digit.

    The first letter of a word of three letters or more loses its accent, so that *États* and
    *Etats* are one.
    """
    word = word.translate(_APOSTROPHES).translate(_QUOTES).lower().replace("œ", "oe")
    if len(word) > 2:
        word = unicodedata.normalize("NFD", word[0])[0] + word[1:]
    return _DIGIT.sub("0", word)


def guess(word: str) -> str:
    """The lemma that the word list has for the word, or its even form where it has none."""
    small = word.translate(_APOSTROPHES).lower()
    if not small.isalpha() and "-" not in small:
        return even(word)
    return even(simplemma.lemmatize(small, lang="fr"))


def shape(word: str) -> str:
    """Kinds of characters in order, runs of four or more cut to four: ``Xxxx``, ``dddd``, ``x'``."""
    kinds: list[str] = []
    for char in word.translate(_APOSTROPHES):
        kind = "d" if char.isdigit() else char
        if char.isalpha():
            kind = "X" if char.isupper() else "x"
        if kinds[-4:] != [kind] * 4:
            kinds.append(kind)
    return "".join(kinds)


def traits(word: str) -> tuple[str, ...]:
    """The six traits of a word, in the order of ``NAMES``."""
    form = even(word)
    return form, guess(word), form[:3], form[-3:], form[-5:], shape(word)


def vocabulary(words: Iterable[str], least: int = 2) -> bytes:
    """The traits that occur ``least`` times or more among ``words``, as a model keeps them.

    Every other trait is read as one and the same unknown one. So the model learns, from the words
    that it sees once, what to make of those that it never saw.
    """
    counts = Counter((column, trait) for word in words for column, trait in enumerate(traits(word)))
    kept = sorted(_key(column, trait) for (column, trait), n in counts.items() if n >= least)
    return np.array(kept, dtype="uint64").tobytes()


def _key(column: int, trait: str) -> int:
    """A number for a trait in its column."""
    return (int(hash_string(trait)) + column) % 2**64


@registry.layers("detente.FrenchTraits.v1")
def french_traits() -> Model[list[Doc], list[Any]]:
    """A layer from documents to one row of six hashes a token.

    Its attribute ``known`` is a :func:`vocabulary`; while it is empty, every trait is known.
    ``blank`` is the share of words whose form and lemma are hidden while training, so that the
    model learns to read a word by its ends and its neighbours too.
    """
    return Model("french_traits", _forward, attrs={"known": b"", "blank": 0.0})


class _Rows(dict[int, Any]):
    """The hashes of each word seen so far under one vocabulary, by the word's own hash."""

    def __init__(self, known: bytes) -> None:
        self.known = frozenset(np.frombuffer(known, dtype="uint64").tolist())

    def add(self, key: int, word: str) -> Any:
        """Work out a word's row and keep it."""
        if len(self) > KEPT_WORDS:
            self.clear()
        row = [
            hash_string(trait) if not self.known or _key(column, trait) in self.known else UNKNOWN
            for column, trait in enumerate(traits(word))
        ]
        self[key] = np.array(row, dtype="uint64")
        return self[key]


@lru_cache(maxsize=8)
def _rows(known: bytes) -> _Rows:
    return _Rows(known)


def _forward(
    model: Model[list[Doc], list[Any]], docs: list[Doc], is_train: bool
) -> tuple[list[Any], Callable[[Any], list[Doc]]]:
    rows = _rows(model.attrs["known"])
    out = []
    for doc in docs:
        keys = doc.to_array(ORTH)
        block: Any = np.empty((len(doc), len(NAMES)), dtype="uint64")
        for i, key in enumerate(keys.tolist()):
            row = rows.get(key)
            block[i] = rows.add(key, doc.vocab.strings[key]) if row is None else row
        if is_train and model.attrs["blank"]:
            block[np.random.random(len(doc)) < model.attrs["blank"], :2] = UNKNOWN
        out.append(model.ops.asarray2i(block, dtype="uint64"))
    return out, lambda _: []


@registry.architectures("detente.FrenchEmbed.v1")  # type: ignore[untyped-decorator]
def french_embed(
    width: int, rows: Sequence[int], sizes: Sequence[int], dropout: float = 0.0
) -> Model[list[Doc], list[Any]]:
    """Tokens to vectors of ``width``: one hashed table a trait, mixed by a maxout layer.

    :param rows: rows of each table, in the order of ``NAMES``.
    :param sizes: width of each table.
    :param dropout: share of a table's values left out while training.
    """
    tables: list[Model[Any, Any]] = [
        HashEmbed(size, count, column=i, seed=7 + i, dropout=dropout)
        for i, (count, size) in enumerate(zip(rows, sizes, strict=True))
    ]
    mix: Model[Any, Any] = Maxout(width, sum(sizes), nP=3, dropout=0.0, normalize=True)
    return chain(
        french_traits(), list2ragged(), with_array(concatenate(*tables)), with_array(mix),
        ragged2list(),
    )  # fmt: skip
