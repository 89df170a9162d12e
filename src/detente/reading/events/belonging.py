"""Which event a place belongs to, by what stands between them."""

from __future__ import annotations

from collections.abc import Container, Iterator

from detente.language.doc import Token, Words
from detente.reading.draft import Draft, Mention
from detente.reading.events.syntax import is_verb, lemmas, preposition
from detente.reading.events.within import ceremony_over, despite, news_over


def preposition_at(draft: Draft, first: int) -> str | None:
    """The preposition before a token, past articles, adjectives and « la province de »; that of a
    place in its plain form."""
    words = draft.pack.module("frames")
    doc, at, grammar = draft.doc, first - 1, draft.doc.grammar
    while at >= 0 and doc[at].pos_ in ("DET", "ADJ") and at > first - 3 and not _capital_a(doc[at]):
        at -= 1
    if at < 0:
        return None
    at_place: str = words.AT
    word = doc[at].plain
    if _capital_a(doc[at]):
        return at_place
    if word in words.CAPITAL and at < first - 1:  # « la capitale malaisienne Kuala Lumpur »
        return preposition_at(draft, at)
    if word in grammar.of and at > 1:
        if doc[at - 1].plain in words.NEAR:
            return at_place
        noun = at - 1
        while noun > at - 3 and doc[noun].pos_ == "ADJ":  # « à la base aérienne de X »
            noun -= 1
        if not lemmas(doc[noun]).isdisjoint(words.LEND_PLACE) or doc[noun].plain in words.AREAS:
            inner = preposition_at(draft, noun)
            return at_place if inner in grammar.upon else inner
    return at_place if grammar.names.get(word) == at_place else word


def _capital_a(token: Token) -> bool:
    """« A Kaboul, … »: newspapers leave out the accent of a capital."""
    return token.text == "A" and (token.is_sent_start is True or token.nbor(-1).is_punct)


def owner_of(draft: Draft, at: int, owners: frozenset[int]) -> int | None:
    """The first trigger or verb over a token; a post or mission between takes the place for its own."""
    token = draft.doc[at]
    words = draft.pack.module("frames")
    if _fronted(draft, token) and is_verb(token.sent.root):
        return token.sent.root.i
    beside = _beside(draft, token, owners)
    if beside is not None:
        return beside
    for _ in range(12):
        head = token.head
        if head.i == token.i:
            return token.i
        if head.i in owners:
            return _nearer(draft, head.i, at)
        if is_verb(head) and head.dep_ not in ("aux:tense", "aux:pass", "cop", "aux"):
            at_which = ceremony_over(head, owners, words)
            if at_which is not None:
                return at_which.i
            news = news_over(head, at) if _behind_day(draft, at) else None
            if news is None and token.i == at:
                news = despite(head, words)
            return news.i if news is not None else _nearer(draft, head.i, at)
        if lemmas(head) & words.POSTED_AT and not lemmas(head) & words.VENUES:
            return None
        if preposition(head) in words.NOT_THERE and not draft.in_date(head):
            return None
        token = head
    return None


def cities_of(
    draft: Draft, sent: Words, mine: Container[int], owners: frozenset[int] = frozenset()
) -> Iterator[Mention]:
    """The cities in a sentence that belong (`owner_of`) to one of some tokens."""
    for mention in draft.mentions:
        here = mention.city is not None and sent.start <= mention.first < sent.end
        if here and owner_of(draft, mention.head, owners) in mine:
            yield mention


def _behind_day(draft: Draft, at: int) -> bool:
    """« lundi à Oslo »"""
    first = at - 1
    while first > 0 and draft.doc[first].pos_ in ("ADP", "DET"):
        first -= 1
    return draft.in_date(draft.doc[first])


def _fronted(draft: Draft, token: Token) -> bool:
    """« Mardi, à New York, … »: a place before the clause, with nothing but a time beside it."""
    mention = draft.mention_at(token)
    if mention is None or mention.last + 1 >= token.sent.end:
        return False
    if draft.doc[mention.last + 1].text not in (",", "("):
        return False
    return all(
        t.pos_ in ("ADP", "DET", "SPACE", "PUNCT") or t.text == "A" or draft.in_date(t)
        for t in draft.doc[token.sent.start : mention.first]
    )


def _nearer(draft: Draft, owner: int, at: int) -> int:
    """A participle between (« s'est retiré de l'accord conclu à Vienne ») takes the place."""
    for i in range(at - 1, owner, -1):
        token = draft.doc[i]
        if token.text == ",":
            return owner
        if is_verb(token) and token.dep_ in ("acl", "advcl", "amod"):
            return i
    return owner


def _beside(draft: Draft, token: Token, owners: frozenset[int]) -> int | None:
    """The trigger that a place follows with nothing but names, dates and their prepositions between."""
    posts = draft.pack.module("frames").POSTED_AT
    for at in range(token.i - 1, max(token.sent.start, token.i - 20) - 1, -1):
        before = draft.doc[at]
        if at in owners:
            return at
        if before.text == "," and _held_at(draft, before.nbor(-1), owners):
            return at - 1
        if before.text in ",;:()" or is_verb(before) or before.pos_ in ("SCONJ", "PRON"):
            return None
        if lemmas(before) & posts:
            return None
        if before.pos_ == "NOUN" and draft.mention_at(before) is None and not draft.in_date(before):
            return None
    return None


def _held_at(draft: Draft, noun: Token, owners: frozenset[int]) -> bool:
    """« lors de cette rencontre, à Lima, » — an event at which something was done."""
    words = draft.pack.module("frames")
    return noun.i in owners and noun.pos_ == "NOUN" and preposition(noun) in words.ON_THE_SPOT
