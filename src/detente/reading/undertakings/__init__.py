"""Undertakings: what a party promises, or parties agree to do, in one report.

What is asked of somebody, wished, refused or denied is no undertaking.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from detente import edtf
from detente.model import HistoryStep, Undertaking
from detente.reading.events.syntax import lemmas, negated
from detente.reading.undertakings.bound import Bound
from detente.reading.undertakings.fate import of_sentence
from detente.reading.undertakings.forms import candidates
from detente.reading.undertakings.found import Found
from detente.reading.undertakings.parts import parts

if TYPE_CHECKING:
    from detente.language.doc import Words
    from detente.language.undertakings import Lexicon
    from detente.reading.draft import Draft


PERSONAL = 4
"""Tokens at the head of the words in which a career shows: « briguer un second mandat »."""


def find(draft: Draft) -> None:
    """Adds the report's undertakings to the draft; needs its mentions, dates, statements, events."""
    lexicon: Lexicon = draft.pack.module("undertakings").lexicon()
    bound = Bound(draft, lexicon)
    taken: list[tuple[int, int]] = []
    made: list[Undertaking] = []
    for found in candidates(draft.doc, lexicon):
        if any(start < found.end and found.start < end for start, end in taken):
            continue
        if found.status == "open":
            status, end = of_sentence(found, draft.doc, lexicon)
            found = found._replace(status=status, end=end)
        for part in parts(found, draft.doc, lexicon):
            if (undertaking := _undertaking(bound, part)) is not None:
                taken.append((found.start, found.end))
                made.append(undertaking)
    made.sort(key=lambda undertaking: undertaking.evidence[0].start)
    for number, undertaking in enumerate(made, 1):
        draft.undertakings.append(msgspec.structs.replace(undertaking, id=f"u{number}"))


def _undertaking(bound: Bound, found: Found) -> Undertaking | None:
    draft = bound.draft
    words = draft.span(found.start, found.end)
    if len(words.exact.split()) < 2 or bound.no_pact(found):
        return None
    said = draft.doc.char_span(found.start, found.end, alignment_mode="expand")
    if said is not None and any(lemmas(t) & bound.lexicon.personal for t in said[:PERSONAL]):
        return None
    if said is not None and _threatens(said, bound.lexicon):
        return None
    event, parties = bound.of(found)
    if not parties and not (found.together and found.mode == "agreed"):
        return None
    sentence = found.trigger.sent
    told = draft.span(sentence.start_char, sentence.end_char)
    settled = HistoryStep(
        date=None, status=found.status, evidence=(told,), because="told in the same sentence"
    )
    return Undertaking(
        id="",
        text=words.exact,
        parties=parties,
        towards=bound.met(found, parties),
        made_at=event.id if event else None,
        date=event.date if event else None,
        when=event.when if event else None,
        due=_due(draft, found),
        condition=_condition(draft, words.exact),
        mode=found.mode,
        status=found.status,
        topics=event.topics if event and found.together else (),
        history=() if found.status == "open" else (settled,),
        evidence=(words, told),
    )


def _threatens(said: Words, lexicon: Lexicon) -> bool:
    """Whether what is to be done harms somebody: « … qu'ils tueraient les otages »."""
    verb = next((t for t in said if t.pos_ == "VERB"), None)
    return verb is not None and bool(lemmas(verb) & lexicon.threats) and not negated(verb)


def _due(draft: Draft, found: Found) -> str | None:
    """The time by which, where the words of the undertaking tell one: not before the report."""
    published = draft.article.published.date
    if found.status == "carried_out" and found.start <= found.trigger.idx < found.end:
        return None  # « X a libéré Y mardi, comme promis »
    for date in draft.dates:
        if not found.start <= date.span.start < found.end or date.kind != "date" or not date.value:
            continue
        value = date.value
        if _done(draft, date.span.start):
            continue
        settled = found.status in ("broken", "carried_out")
        if published and date.when.anchor == "published" and date.when.direction == "nearest":
            untold = msgspec.structs.replace(date.when, tense=None)
            tense: edtf.Tense = "past" if settled else "future"
            value = edtf.resolve(untold, published=published, tense=tense) or value
        if settled or published is None or edtf.bounds(value)[1] >= edtf.bounds(published)[0]:
            return value
    return None


def _done(draft: Draft, start: int) -> bool:
    """Whether a time belongs to what is over: « l'accord signé le 3 mai »."""
    words = draft.doc.char_span(start, start + 1, alignment_mode="expand")
    at = words[0].i - 1 if words else -1
    while at >= 0 and draft.doc[at].pos_ in ("ADP", "DET"):
        at -= 1
    token = draft.doc[at] if at >= 0 else None
    return token is not None and token.pos_ == "VERB" and "Past" in token.morph.get("Tense", [])


def _condition(draft: Draft, words: str) -> str | None:
    """What an undertaking is conditional on, in its own words: « en échange de … », « si … »."""
    condition: re.Pattern[str] = draft.pack.module("undertakings").CONDITION
    found = condition.search(words)
    return found[0].strip() if found and found.start() else None
