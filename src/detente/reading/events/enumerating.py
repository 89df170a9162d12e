"""The persons that a list names: « dont le journaliste A, condamné en mai, et B »."""

from __future__ import annotations

from detente.language.doc import Token
from detente.reading.draft import Draft, Mention
from detente.reading.events.lexicon import lexicon
from detente.reading.events.rows import has_person
from detente.reading.events.syntax import is_finite, is_verb, lemmas


def among(draft: Draft, head: Token) -> list[Mention]:
    """« quatre Belges, dont le journaliste X, condamné en mai, et Y »: those named of a group."""
    doc, sent, whose = head.doc, head.sent, head.doc.grammar.whose
    own = draft.mention_at(head)
    if own is not None and own.form in ("name", "place"):
        return []  # « libérés par X, dont … »: those freed, not X
    at = next(
        (t.i for t in doc[head.i + 1 : min(head.i + 9, sent.end)] if t.plain in whose),
        None,
    )
    if at is None or at + 1 >= sent.end or any(is_finite(t) for t in doc[head.i + 1 : at]):
        return []
    return list(listed(draft, at + 1))


def listed(
    draft: Draft, start: int, verbs: frozenset[str] = frozenset(), end: int | None = None
) -> tuple[Mention, ...]:
    """The persons that a list names from a token on, as far as the first clause of its own; what is
    said of one of them (« A, arrêté en mai par X ») names nobody else of the list."""
    grammar, in_return = draft.doc.grammar, draft.pack.module("frames").IN_RETURN
    others = in_return | grammar.against  # behind « en échange de » others are named
    found: list[Mention] = []
    for token in draft.doc[start : draft.doc[start].sent.end if end is None else end]:
        if token.plain in grammar.relatives or token.plain in others or token.text in ";()":
            break
        if is_finite(token) and not lemmas(token) & verbs:
            break
        mention = draft.mention_at(token)
        if mention is None or mention.form != "name" or not has_person(draft, mention):
            continue
        if token.i == mention.first and _in_list(draft, mention, start):
            found.append(mention)
    return tuple(found)


def _in_list(draft: Draft, mention: Mention, start: int) -> bool:
    """Whether a name stands by itself or behind its own post, not behind « par », « de », « avec »."""
    doc, at, grammar = draft.doc, mention.first - 1, draft.doc.grammar
    post = _post_before(draft, mention)
    if post is not None:
        at = post.first - 1
    if at > start and doc[at].plain in grammar.of and doc[at - 1].plain in grammar.and_:
        return True  # « il s'agit de A et de B »
    people = _people_words(draft)
    while at >= start and doc[at].pos_ in ("DET", "NOUN", "ADJ", "NUM", "ADV", "PROPN", "ADP"):
        by_de = doc[at].plain in grammar.of and at + 1 < mention.first
        if doc[at].pos_ == "ADP" and not (by_de and _of_things(draft, at + 1, people)):
            break  # but « l'homme d'affaires X », « la journaliste du Temps X »
        at -= 1
    opens = grammar.and_ | draft.pack.module("frames").AS_BEING
    return at < start or doc[at].is_punct or doc[at].plain in opens or is_verb(doc[at])


def _people_words(draft: Draft) -> frozenset[str]:
    classes = lexicon(draft.pack.code).classes
    return classes["OFFICIALS"] | classes["PERSONS"]


def _of_things(draft: Draft, at: int, people: frozenset[str]) -> bool:
    """Whether the noun after « de » is no person, whose name would follow."""
    noun = draft.doc[at + 1] if draft.doc[at].pos_ == "DET" else draft.doc[at]
    return noun.pos_ in ("NOUN", "PROPN") and not lemmas(noun) & people


def _post_before(draft: Draft, mention: Mention) -> Mention | None:
    """« le maire, A »: the post that the comma before a name parts from it."""
    other = draft.mention_at(mention.first - 2) if mention.first > 1 else None
    if other is None or other.form != "post" or draft.doc[mention.first - 1].text != ",":
        return None
    return other if set(other.actors) & set(mention.actors) else None
