"""« plus modéré que celui de 2017 », « fait suite à celle de juin à Vienne »: a pronoun with a time or a
place that stands for another event of the kind just told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from detente import edtf
from detente.codebook import Frame
from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.carriers import relative_of
from detente.reading.events.lexicon import Lexicon
from detente.reading.events.syntax import children, feature, preposition
from detente.reading.events.telling import Telling
from detente.reading.events.triggers import Trigger, as_noun
from detente.reading.events.where import names_place

_APART = frozenset({"place", "none"})
"""Parts that the other event has of its own."""
_TOLD_OF = ("acl", "acl:relcl")
"""What tells of the other event behind its pronoun: « ceux tenus à Rome », « celle qui a eu lieu »."""


def others_of_a_kind(
    draft: Draft, lexicon: Lexicon, triggers: Sequence[Trigger]
) -> Iterator[Trigger]:
    """The events that such pronouns stand for, with those who take part in the one just told."""
    genders: dict[str, str] = draft.pack.module("frames").THAT_ONE
    telling = {t.token.sent.start: t.token.sent for t in triggers}
    for token in (
        token
        for _, sent in sorted(telling.items(), key=lambda item: item[0])
        for token in sent.tokens
    ):
        gender = genders.get(token.plain)
        if gender is None or not _anchored(draft, token):
            continue
        told = _antecedent(draft, lexicon, triggers, token, gender)
        if told is not None:
            slots = {s: heads for s, heads in told.slots.items() if _theirs(told.frame, s)}
            found = Trigger(
                told.kind, told.frame, token, nominal=True, slots=defaultdict(list, slots)
            )
            found.beside = told.token
            found.light, found.happens = relative_of(token, draft.pack.module("frames"))
            yield found


def settle_others(draft: Draft, tellings: Sequence[Telling]) -> None:
    """What is spoken of so has been, whatever the verb over it says; « avant celle de mai » is to come.
    Its time is told as such."""
    published = draft.article.published.date
    for telling in tellings:
        if telling.trigger.beside is None:
            continue
        ahead = preposition(telling.trigger.token) in draft.doc.grammar.before
        date = telling.date
        if date is not None and date.when.anchor != "none":
            when = msgspec.structs.replace(date.when, tense="future" if ahead else "past")
            value = edtf.resolve(when, published=published)
            telling.date = msgspec.structs.replace(date, when=when, value=value)
        elif date is not None and telling.status == "planned":
            continue  # a full date after the report's own
        telling.status = "planned" if ahead else "occurred"


def _anchored(draft: Draft, token: Token) -> bool:
    """Whether the pronoun has a time or a place of its own: « de 2017 », « à Vienne », « tenus en mai »."""
    around = children(token, "nmod", "obl:mod", "amod", *_TOLD_OF)
    own = [t for child in around for t in child.subtree]
    begins = {t.idx for t in own}
    if any(m.kind == "date" and m.span.start in begins for m in draft.dates):
        return True
    places = (m for t in own if (m := draft.mention_at(t)) is not None)
    return any(names_place(draft, place) for place in places)


def _antecedent(
    draft: Draft, lexicon: Lexicon, triggers: Sequence[Trigger], token: Token, gender: str
) -> Trigger | None:
    """The event told before in the sentence whose noun has the pronoun's gender."""
    for at in range(token.i - 1, token.sent.start - 1, -1):
        noun = draft.doc[at]
        if noun.pos_ != "NOUN" or gender not in feature(noun, "Gender"):
            continue
        told = [t for t in triggers if t.token is noun]
        options = told or as_noun(draft, lexicon, noun)
        if not options:
            continue
        carried = (t for t in triggers if not t.nominal and t.kind is options[0].kind)
        carrier = next((t for t in carried if noun.head is t.token or t.token.head is noun), None)
        return carrier or options[0]
    return None


def _theirs(frame: Frame, slot: str) -> bool:
    return frame.slots.get(slot, "none") not in _APART
