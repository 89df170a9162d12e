"""Whether an event is told as having happened.

One walks from the trigger up the parse; every word over it may weaken what is said, none strengthens
it. What comes out is a `Status`, or None where nothing in particular is told (habits, definitions)."""

from __future__ import annotations

import re
from types import ModuleType

from detente import edtf
from detente.language.doc import Token
from detente.model import DateMention, Status
from detente.reading.draft import Draft
from detente.reading.events.moods import mark_of, of_verb, weaker
from detente.reading.events.nominal import ACTS, of_noun
from detente.reading.events.syntax import PAST, is_verb, lemmas, negated, tense
from detente.reading.events.triggers import Trigger


def status_of(
    draft: Draft, trigger: Trigger, *, headline: bool, date: DateMention | None = None
) -> Status | None:
    """How the report stands with the event of a trigger; None where it tells of none."""
    words = draft.pack.module("frames")
    token = trigger.token
    trigger.reference_date = date
    if token.sent.plain.rstrip(' »"”').endswith("?"):
        return "hypothetical"
    if _habitual(trigger.verb, words) or _to_say(trigger, words):
        return None
    if trigger.nominal:
        found = of_noun(draft, trigger, words, headline)
    else:
        found = of_verb(draft, token, words, headline)
        if found in _AHEAD and trigger.kind.kind in ACTS and _decided(draft, token, words):
            found = "occurred"
        if found in _AHEAD and trigger.kind.kind == "ceasefire" and _committed(token, words):
            found = "occurred"
    if found in ("occurred", "ongoing") and date is not None:
        found = "planned" if is_to_come(draft, date) or is_due(draft, date) else found
    if found == "ongoing" and date is not None and _day_before(draft, date):
        found = "occurred"  # « X serre la main de Y à Oslo, le 6 septembre 2017 »
    if found is not None and trigger.frame.status is not None:
        found = weaker(found, trigger.frame.status)
    return found


DONE = PAST | {"past-infinitive"}
_AHEAD = frozenset({"planned", "hypothetical"})


_SAYING = frozenset({"accusation", "demand", "rejection", "threat", "protest"})
"""Kinds that are acts of speech."""


def _to_say(trigger: Trigger, words: ModuleType) -> bool:
    """« a rappelé son ambassadeur pour protester contre … »: why a thing is done, and no act beside it."""
    verb = trigger.verb
    if trigger.kind.kind not in _SAYING or tense(verb) != "infinitive":
        return False
    return bool(words.MARKS.get(mark_of(verb, words)) == "planned")


def _decided(draft: Draft, verb: Token, words: ModuleType) -> bool:
    """« a décidé de fermer son ambassade »: whoever can do a thing by deciding it has done it."""
    if tense(verb) != "infinitive" or negated(verb):
        return False
    while verb.dep_ == "conj" and tense(verb.head) == "infinitive":
        verb = verb.head  # « a décidé d'expulser X et de rappeler Y »
    head = verb.head
    if lemmas(head) & words.DECISIONS and head.pos_ == "NOUN":
        if is_verb(head.head) and head.dep_ == "obj" and lemmas(head.head) & words.TAKES:
            return _told(head.head)  # « a pris la décision de »
        over = of_verb(draft, head.head, words, False) if is_verb(head.head) else "occurred"
        return of_known_decision(verb, words) and over in ("occurred", "ongoing")
    return verb.dep_ == "xcomp" and bool(lemmas(head) & words.DECIDED) and _told(head)


def _committed(verb: Token, words: ModuleType) -> bool:
    """« ont accepté de cesser les combats », « ont signé un engagement à cesser … »: that is a truce."""
    head = verb.head
    if lemmas(head) & (words.COMMITMENTS | words.DOCUMENTS) and is_verb(head.head):
        signed = lemmas(head.head) & words.SIGNS
        return bool(signed) and tense(head.head) in DONE and not negated(head.head)
    taken_on = verb.dep_ == "xcomp" and bool(lemmas(head) & words.COMMITS)
    return taken_on and tense(head) in DONE and not negated(head) and not negated(verb)


def of_known_decision(verb: Token, words: ModuleType) -> bool:
    """« la décision de X d'expulser l'ambassadeur »: one that was told, or is known."""
    noun = verb.head
    if noun.pos_ != "NOUN" or not lemmas(noun) & words.DECISIONS or lemmas(noun) & words.ORDERS:
        return False
    grammar = noun.doc.grammar
    known = grammar.definite | grammar.possessives | grammar.demonstratives
    return any(c.dep_ == "det" and c.plain in known for c in noun.children)


def _told(verb: Token) -> bool:
    return tense(verb) in (*PAST, "present") and not negated(verb)


def is_to_come(draft: Draft, date: DateMention) -> bool:
    """Whether a date lies wholly after the day of the report; of « fin novembre » the last third."""
    published = draft.article.published.date
    if not published or not date.value or date.value.startswith(".."):
        return False
    first, last = edtf.bounds(date.value.split("/")[0] or date.value)
    return first + (last - first) * _BEGINS.get(date.when.part or "", 0) > edtf.bounds(published)[1]


_BEGINS = {"middle": 1 / 3, "end": 2 / 3}
"""How much of a month or a year is over when a part of it begins."""


def is_due(draft: Draft, date: DateMention) -> bool:
    """« la signature d'un accord pour vendredi »: a day behind « pour » is one to come."""
    words = draft.doc.char_span(date.span.start, date.span.end, alignment_mode="expand")
    before = words.doc[max(words.start - 1, 0)].plain if words is not None else ""
    return before in draft.doc.grammar.for_ and date.when.unit in ("day", "weekday")


def _day_before(draft: Draft, date: DateMention) -> bool:
    """Whether a date is one day, before that of the report: what is told of it in the present is over."""
    published, value = draft.article.published.date, date.value
    if not published or not value or date.when.span != "point" or not _DAY.fullmatch(value):
        return False
    return edtf.bounds(value)[1] < edtf.bounds(published)[0]


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _habitual(verb: Token, words: ModuleType) -> bool:
    grammar = verb.doc.grammar
    if tense(verb) == "present" and any(
        c.dep_ in ("mark", "advmod") and c.plain in grammar.when for c in verb.children
    ):
        return True
    return any(lemmas(c) & words.HABITUAL for c in verb.children if c.dep_ == "advmod") or any(
        c.plain in grammar.each
        for child in verb.children
        for c in child.children
        if child.dep_.startswith("obl")
    )
