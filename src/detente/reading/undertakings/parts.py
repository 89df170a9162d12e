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


def parts(found: Found, doc: Doc, lexicon: Lexicon) -> list[Found]:
    """Each thing that is undertaken, with whoever undertakes it; of one thing, the whole.

    Infinitives and clauses part where the mark before the first is said again (« à … et à … », « que …
    et que … »);
    nouns of act where each has its article (« le retrait …, un échange … et la levée … »)."""
    words = doc.char_span(found.start, found.end, alignment_mode="expand")
    if words is None or len(words) < 2 * LEAST:
        return [found]
    first = words[0]
    mark = lexicon.marks.get(doc[first.i - 1].plain) if first.i else None
    starts = [first.i]
    other: dict[int, Token] = {}
    for token in words[LEAST:]:
        joint = token.i - 1
        if mark and lexicon.marks.get(token.plain) == mark and _infinitives(first, token, lexicon):
            party = _another(token, starts[-1])
            if party is not None:
                other[len(starts)] = party
                starts.append(token.i + 1)
                continue
        if doc[joint].text != "," and doc[joint].pos_ != "CCONJ":
            continue
        denied = any(t.plain in doc.grammar.not_ for t in doc[starts[-1] : starts[-1] + 2])
        if denied and doc[joint].plain in doc.grammar.or_:
            continue  # « à ne pas attaquer … ou à tirer »
        if joint - starts[-1] < LEAST:
            continue  # « à respecter et à maintenir l'accord »
        again = mark is not None and lexicon.marks.get(token.plain) == mark
        if again and (token.plain in doc.grammar.that or _infinitives(first, token, lexicon)):
            starts.append(token.i + 1)
        elif _deed(first, lexicon) and _deed(token, lexicon):
            starts.append(token.i)
    who, told = found.who, []
    for n, start in enumerate(starts):
        who = (other[n],) if n in other else who
        upto = (
            other[n + 1].left_edge.i
            if n + 1 in other
            else starts[n + 1]
            if n + 1 < len(starts)
            else None
        )
        told.append(
            found._replace(
                who=who,
                start=doc[start].idx if n else found.start,
                end=found.end if upto is None else _before(doc, upto),
            )
        )
    return told


def _another(mark: Token, start: int) -> Token | None:
    """The second party of « X s'engage à …, et Y à … », behind « et » or a comma and right before the
    mark. Only « à »: « le droit de partir » is no party that undertakes to."""
    doc, grammar = mark.doc, mark.doc.grammar
    if mark.plain not in grammar.to:
        return None
    at, head = mark.i - 1, None
    while at > start + LEAST and doc[at].pos_ in ("NOUN", "PROPN", "ADJ", "DET"):
        head = doc[at] if doc[at].pos_ in ("NOUN", "PROPN") else head
        at -= 1
    joined = doc[at].plain in grammar.and_ or doc[at].text == ","
    definite = doc[at + 1].pos_ == "PROPN" or doc[at + 1].plain in grammar.definite
    return head if head is not None and joined and definite else None


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
