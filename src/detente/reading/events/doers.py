"""Who does what a verb tells: its subject, wherever the parse left it."""

from __future__ import annotations

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.lexicon import lexicon
from detente.reading.events.rows import in_row
from detente.reading.events.syntax import (
    children,
    feature,
    is_verb,
    lemmas,
    preposition,
    subjects,
)


def who_does(draft: Draft, verb: Token) -> list[Token]:
    """The heads of the phrases of those who do what a verb says, or suffer it where it is passive."""
    found = subjects(verb)
    if not found:
        found = _right_after(draft, verb)
    near = _right_before(draft, verb)
    if near is not None and _already_meant(draft, found, near):
        return found
    if near is not None and not any(near.i == f.i or f.is_ancestor(near) for f in found):
        if not found or any(t.text == "," for t in verb.doc[min(f.i for f in found) : near.i]):
            return [near]
    elif (
        near is not None and found and near.dep_ == "nmod" and _comma_between(draft, found[0], near)
    ):
        return [near]
    if found or "Inf" in feature(verb, "VerbForm"):
        return found
    if verb.dep_ in ("acl", "advcl"):
        return found
    for at in range(verb.i - 1, max(verb.sent.start, verb.i - 25) - 1, -1):
        token = verb.doc[at]
        if is_verb(token) and token.dep_ not in ("aux:tense", "aux:pass", "cop", "aux"):
            return []
        if token.text in ",;:(" or token.pos_ == "SCONJ":
            return []
        mention = draft.mention_at(token)
        if mention is not None and preposition(verb.doc[mention.head]) is None:
            return [verb.doc[mention.head]]
    return []


def of_which(found: list[Token]) -> list[Token]:
    """Those on which the parse hangs « dont »."""
    return [head for head in found if any(c.plain in c.doc.grammar.whose for c in head.children)]


def whose(draft: Draft, verb: Token, found: list[Token]) -> list[Token]:
    """« le pilote, dont l'avion a été abattu »: whose thing it is has part in what befalls it."""
    theirs = of_which(found)
    if verb.dep_ != "acl:relcl" or not theirs:
        return []
    classes = lexicon(draft.pack.code).classes
    people = classes["PERSONS"] | classes["FAMILY"] | classes["POSTS"]
    return [verb.head for head in theirs if lemmas(head).isdisjoint(people)]


def _already_meant(draft: Draft, found: list[Token], near: Token) -> bool:
    """« les ministres français, A, turc B et russe C »: the posts stand for the last named too."""
    named = {a for m in draft.headed_by(near) for a in m.actors}
    return any(
        len(m.actors) > 1 and named and named <= set(m.actors)
        for head in found
        for m in draft.headed_by(head)
    )


def _right_before(draft: Draft, verb: Token) -> Token | None:
    """A person or state named right before a finite verb, in no other phrase: its subject."""
    leaning = draft.doc.grammar.clitics
    at = verb.i - 1
    while at > verb.sent.start and (
        verb.doc[at].dep_
        in ("aux:tense", "aux:pass", "advmod", "expl:pv", "expl:pass", "expl:subj")
        or verb.doc[at].plain in leaning
    ):
        at -= 1
    mention = draft.mention_at(at)
    if (
        mention is None
        or mention.form != "name"
        or mention.last != at
        or verb.dep_.startswith("acl")
    ):
        return None
    if "Fin" not in feature(verb, "VerbForm") and not children(verb, "aux:tense", "aux:pass"):
        return None
    mention = (in_row(draft, mention) or [mention])[0]
    before = verb.doc[mention.first - 1] if mention.first > verb.sent.start else None
    if before is not None and (before.pos_ in ("ADP", "CCONJ") or before.text in ("(", "-")):
        return None
    return verb.doc[mention.head]


def _right_after(draft: Draft, verb: Token) -> list[Token]:
    """« … », a déclaré M. X: the subject of a verb that follows what was said."""
    first = min([verb.i, *(c.i for c in children(verb, "aux:tense", "aux:pass", "aux"))])
    if first > verb.sent.start and verb.doc[first - 1].plain in draft.doc.grammar.reflexives:
        first -= 1  # « … », s'est félicité X
    before = verb.doc[first - 1] if first > verb.sent.start else None
    if before is None or before.text not in (",", "»", '"', "”"):
        return []
    for at in range(verb.i + 1, min(verb.i + 5, verb.sent.end)):
        mention = draft.mention_at(at)
        if mention is not None and mention.form in ("name", "post", "description"):
            head = verb.doc[mention.head]
            to = verb.doc[mention.first].plain in verb.doc.grammar.to
            if to or verb.doc[mention.first - 1].plain in verb.doc.grammar.to:
                continue  # « a dit aux journalistes X »
            return [head]
        if verb.doc[at].pos_ not in ("DET", "NOUN", "ADJ", "SPACE", "PROPN"):
            return []
    return []


def _comma_between(draft: Draft, first: Token, last: Token) -> bool:
    return any(t.text == "," for t in first.doc[first.i : last.i])
