"""Whose verb it is: the subject that the parse loses behind what opens a sentence, or within « entre A et B »."""

from __future__ import annotations

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.arcs import AUXILIARIES, agrees, hang
from detente.reading.events.rows import in_row
from detente.reading.events.syntax import children, is_finite, is_passive, is_verb, preposition


def settle_subject(draft: Draft, verb: Token) -> None:
    """Hangs on a verb the names and nouns that are its subject."""
    _row_before(draft, verb)
    _between_two(verb)
    _after_fronted(verb)


def _row_before(draft: Draft, verb: Token) -> None:
    """« Après des heures de discussions à X, A, B et C sont parvenus à … »: the names between the
    comma and the verb are its subject, and nothing of what the sentence opens with is."""
    opening = verb.sent.tokens[0]
    if opening.pos_ != "ADP":
        return
    first = min([verb.i, *(c.i for c in children(verb, *AUXILIARIES))])
    if first < verb.sent.start + 4 or not is_finite(verb.doc[first]):
        return
    last = draft.mention_at(first - 1)
    row = in_row(draft, last) if last is not None else []
    if not row or row[0].first <= verb.sent.start or verb.doc[row[0].first - 1].text != ",":
        return
    before = verb.doc[verb.sent.start : row[0].first]
    if any(is_verb(t) and is_finite(t) for t in before):
        return
    for child in children(verb, "nsubj", "nsubj:pass"):
        if child.i < row[0].first:
            joined = opening.head.i < child.i and any(
                t.plain in t.doc.grammar.and_ for t in verb.doc[opening.head.i : child.i]
            )
            child.dep_ = "obl:mod"
            if joined:  # « après une nuit de débats et seize heures de discussions »
                hang(child, opening.head, "conj")
    head = verb.doc[row[0].head]
    hang(head, verb, "nsubj")
    for other in row[1:]:
        hang(verb.doc[other.head], head, "conj")


def _between_two(verb: Token) -> None:
    """« Un accord mettant fin à la guerre entre A et B a été signé »: the B that the parse takes for the subject
    is one of the two, and the noun over them the subject."""
    doc, grammar = verb.doc, verb.doc.grammar
    for second in children(verb, "nsubj", "nsubj:pass"):
        if not any(t.plain in grammar.between for t in doc[verb.sent.start : second.i]):
            continue
        first = second.left_edge.i
        if first - 2 < verb.sent.start or doc[first].plain in grammar.and_:
            first += 1
        and_ = doc[first - 1]
        if and_.plain not in grammar.and_:
            continue
        one = next((t for t in doc[first - 2].ancestors if preposition(t) in grammar.between), None)
        one = doc[first - 2] if preposition(doc[first - 2]) in grammar.between else one
        if one is None or one.i < verb.sent.start or one is verb:
            continue
        noun = next(
            (
                t
                for t in reversed(doc[verb.sent.start : one.i])
                if t.dep_ in _FREE and t.pos_ == "NOUN"
            ),
            None,
        )
        if noun is None or (is_passive(verb) and not agrees(verb, noun)):
            continue
        label, head, above = second.dep_, noun.head, noun.dep_
        hang(second, one, "conj")
        hang(and_, second, "cc")
        if head is noun or verb in head.ancestors:
            verb.hang(verb, "ROOT")
        elif verb.head is noun or noun in verb.ancestors:
            verb.hang(head, above)
        hang(noun, verb, label)
        return


_FREE = frozenset({"ROOT", "nsubj", "nsubj:pass"})


def _after_fronted(verb: Token) -> None:
    """« Réunis mardi à Oslo, A et B ont signé … »: what the parse joins to the place of the participle
    that opens the sentence is the subject of the verb."""
    opening = verb.sent.tokens[0]
    if opening.dep_ != "advcl" or opening.head is not verb or not is_verb(opening):
        return
    if children(verb, "nsubj", "nsubj:pass", "csubj"):
        return
    joined = [
        t
        for place in opening.children
        for t in place.children
        if t.dep_ == "conj" and place.i < t.i < verb.i and not children(t, "case")
    ]
    if not joined or not any(t.text == "," for t in verb.doc[joined[0].head.i : joined[0].i]):
        return
    hang(joined[0], verb, "nsubj")
    for other in joined[1:]:
        hang(other, joined[0], "conj")
