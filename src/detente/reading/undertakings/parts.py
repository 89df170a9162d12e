"""Several things undertaken in one breath: « à retirer ses troupes et à lever le blocus »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.events.syntax import lemmas
from detente.reading.undertakings.found import Found

if TYPE_CHECKING:
    from detente.language.doc import Doc, Token
    from detente.language.undertakings import Lexicon

PAST = 4
"""Tokens behind a mark among which its infinitive stands: « à ne plus jamais tirer »."""
LEAST = 2
"""Words of a part at least."""


def parts(found: Found, doc: Doc, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Character offsets of each thing that is undertaken; of one thing, those of the whole.

    Infinitives and clauses part where the mark before the first is said again (« à … et à … », « que …
    et que … »);
    nouns of act where each has its article (« le retrait …, un échange … et la levée … »)."""
    words = doc.char_span(found.start, found.end, alignment_mode="expand")
    if words is None or len(words) < 2 * LEAST:
        return [(found.start, found.end)]
    first = words[0]
    mark = lexicon.marks.get(doc[first.i - 1].plain) if first.i else None
    starts = [first.i]
    for token in words[LEAST:]:
        joint = token.i - 1
        if doc[joint].text != "," and doc[joint].pos_ != "CCONJ":
            continue
        if joint - starts[-1] < LEAST:
            continue  # « à respecter et à maintenir l'accord »
        again = mark is not None and lexicon.marks.get(token.plain) == mark
        if again and (token.plain in doc.grammar.that or _infinitives(first, token, lexicon)):
            starts.append(token.i + 1)
        elif _deed(first, lexicon) and _deed(token, lexicon):
            starts.append(token.i)
    if len(starts) < 2:
        return [(found.start, found.end)]
    ends = [*(_before(doc, start) for start in starts[1:]), None]
    return [
        (found.start if n == 0 else doc[start].idx, found.end if end is None else end)
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _infinitives(first: Token, mark: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive or a noun of act opens the words, and an infinitive follows a mark."""
    act = _infinitive(first) or _deed(first, lexicon)
    return act and mark.i + 1 < len(mark.doc) and _infinitive(mark.nbor())


def _infinitive(token: Token) -> bool:
    """Whether an infinitive stands at a token, or behind « ne pas », pronouns and adverbs."""
    for following in token.doc[token.i : token.i + PAST]:
        if "Inf" in following.morph.get("VerbForm", []):
            return True
        if following.pos_ not in ("ADV", "PRON"):
            return False
    return False


def _deed(token: Token, lexicon: Lexicon) -> bool:
    """Whether a determiner opens a phrase with a noun of act for its head."""
    if token.pos_ != "DET" or token.i + 1 >= len(token.doc):
        return False
    for following in token.doc[token.i + 1 : token.i + PAST]:
        if following.pos_ == "NOUN":
            return bool(lemmas(following) & lexicon.act_nouns)
        if following.pos_ not in ("ADJ", "NUM"):
            return False
    return False


def _before(doc: Doc, start: int) -> int:
    """Where the part before one that starts at a token ends: behind its last word."""
    at = start - 1
    while doc[at].pos_ in ("ADP", "SCONJ", "CCONJ", "PUNCT") and doc[at].text not in '»”")':
        at -= 1
    return doc[at].idx + len(doc[at].text)
