"""A noun's own phrase: where it begins and ends, and what it is called by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Lexicon


def extent(token: Token, words: Lexicon) -> tuple[int, int]:
    """First and last token of a noun's own phrase: no relative clause, no apposition after a comma."""
    doc = token.doc
    first, edge = token.i, token.left_edge.i
    while first > edge:
        before = doc[first - 1]
        if (before.is_punct and before.text not in "-'’") or before.pos_ in (
            "ADP",
            "VERB",
            "AUX",
            "SCONJ",
        ):
            break
        if before.is_space or before.head.i < edge:
            break
        first -= 1
    last = token.i
    limit = min(token.right_edge.i, token.i + 14)
    while last < limit:
        after = doc[last + 1]
        if (
            after.text in ',;:.()«»“”"–—'
            or "\n" in after.text
            or after.pos_ in ("VERB", "AUX", "SCONJ")
        ):
            break
        if after.plain in doc.grammar.oneself or (
            after.pos_ == "PRON" and after.dep_ in ("nsubj", "mark")
        ):
            break
        if after.pos_ == "ADP" and not _belongs(after, token, words):
            break
        last += 1
    while (
        last + 1 < len(doc)
        and doc[last + 1].pos_ == "PROPN"
        and (doc[last].pos_ == "PROPN" or doc[last].plain in words.titles)
    ):
        last += 1
    while last > token.i and (
        doc[last].pos_ in ("ADP", "DET", "CCONJ", "ADV", "PRON") or doc[last].plain in words.such
    ):
        last -= 1
    return first, last


def _belongs(preposition: Token, noun: Token, words: Lexicon) -> bool:
    """Whether what a preposition brings in hangs on the noun: « du ministère », not « à la presse »."""
    return preposition.plain in words.belonging and (
        (
            preposition.head.dep_
            in ("nmod", "flat:name", "conj", "nmod:appos", "appos", "obl:arg", "obl:mod", "obj")
            and preposition.head.head.i >= noun.left_edge.i
        )
        or preposition.head == noun
    )


def name_of(token: Token, words: Lexicon) -> str:
    """A noun's phrase as a name: without its article, on one line."""
    first, last = extent(token, words)
    doc = token.doc
    while (
        first < token.i
        and doc[first].pos_ in ("DET", "PUNCT", "NUM", "CCONJ")
        and not doc[first].text.isdigit()
    ):
        first += 1
    return re.sub(r"\s+", " ", doc.words(first, last + 1).text).strip(" ,;:")


def pronoun(token: Token) -> str:
    """A token in small letters; of an inverted pronoun, the pronoun alone."""
    word = token.plain
    return token.doc.grammar.inverted.get(word) or word.removeprefix("-")


def is_subject(token: Token) -> bool:
    while token.dep_ in ("appos", "flat:name", "flat") and token.head != token:
        token = token.head
    return token.dep_.startswith("nsubj")


def named_beside(token: Token) -> Token:
    """Of « la principale fédération, la Ligue des métiers », the name."""
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i and child.text[0].isupper():
            return child
    return token
