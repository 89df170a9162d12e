"""Which words an undertaking is told in: what a verb or noun brings in, to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.fr.undertakings import Lexicon

LONGEST = 400
"""Characters of an undertaking's words at most; a longer phrase is a parse gone astray."""
ASIDE = 30
"""Tokens of an aside between commas that may stand between a verb and what it brings in."""


def brought_in(
    governor: Token, marks: tuple[str, ...], lexicon: Lexicon, *, acts: bool = False
) -> tuple[int, int] | None:
    """Character offsets of what one of `marks` (« à », « de », « que ») brings in behind a verb,
    noun or adjective, past adverbs and an aside between commas; None where nothing is. With
    `acts` it has to be an infinitive or a noun of act."""
    doc, last = governor.doc, governor.sent.end
    at = governor.i + 1
    while at < last and (doc[at].pos_ in ("ADV", "SPACE") or doc[at].lower_ in lexicon.adverbs):
        at += 1
    for part in governor.children:  # « ont convenu en janvier de … »
        if part.left_edge.i == at and part.dep_ == "obl:mod" and part.right_edge.i < at + 6:
            at = part.right_edge.i + 1
    if at < last and doc[at].text == ",":
        closing = next((i for i in range(at + 1, min(at + ASIDE, last)) if doc[i].text == ","), at)
        at = closing + 1
    if at >= last:
        return None
    mark = doc[at]
    if lexicon.marks.get(mark.lower_.replace("’", "'")) not in marks:
        return None
    head = mark.head
    if head.i <= mark.i or head.i > mark.i + 12:
        head = next(
            (t for t in doc[at + 1 : min(at + 8, last)] if t.pos_ in ("VERB", "NOUN")), mark
        )
    if head is mark or (acts and head.pos_ == "NOUN" and head.lemma_ not in lexicon.act_nouns):
        return None
    return extent(head, lexicon, after=mark)


def extent(head: Token, lexicon: Lexicon, *, after: Token | None = None) -> tuple[int, int]:
    """Character offsets of the phrase of `head`: from behind `after`, where given, to its end,
    leaving out another's words told in between (« …, a dit X ») and the marks at its edges."""
    doc = head.doc
    first = after.i + 1 if after is not None else head.left_edge.i
    if after is None and head.pos_ == "NOUN":
        while first < head.i and doc[first].pos_ == "ADP":
            first += 1
    last = max(head.right_edge.i, head.i)
    for child in head.children:
        if child.dep_ in ("parataxis", "parataxis:insert") and child.i > head.i:
            last = min(last, child.left_edge.i - 1)
    broken = (t.i for t in doc[head.i + 1 : last] if t.lower_ in lexicon.breaks)
    last = min(last, next(broken, last + 1) - 1)
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    while last > head.i and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return start, max(start, min(end, start + LONGEST))
