"""Rounds of talks that verbs alone tell (« les pourparlers ont débuté en mars à X, avant de se poursuivre
en mai à Y. Ils ont repris à Z »), the signing of an accord that was reached, and a second day of one verb (« le 3 mars, puis le 5 avril »)."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

from detente.language.doc import Token
from detente.model import DateMention
from detente.reading.draft import Draft
from detente.reading.events.neighbours import is_day
from detente.reading.events.retold import TOLD
from detente.reading.events.slots import Slots, phrases_around
from detente.reading.events.syntax import (
    children,
    has_se,
    is_passive,
    is_verb,
    lemmas,
    preposition,
    subjects,
    tense,
)
from detente.reading.events.telling import Telling
from detente.reading.events.triggers import PACT, Trigger


def further_rounds(draft: Draft, found: list[Trigger]) -> list[Trigger]:
    """A trigger for each verb that tells of another round of the talks told before, in a place of its
    own; it is between those that the first was between."""
    talks = [t for t in found if t.kind.kind == "talks" and t.nominal and t.happens]
    if not talks:
        return []
    taken = {t.token.i for t in found} | {t.light.i for t in found if t.light is not None}
    cases, rounds = draft.doc.grammar.cases, []
    sides = (cases.between, cases.with_, "adjective", "subject", "possessive")
    words = draft.pack.module("frames")
    for verb in draft.doc:
        if (
            verb.i in taken
            or not is_verb(verb)
            or not _goes_on(verb, words)
            or not _somewhere(draft, verb)
        ):
            continue
        first = _taken_up(verb, talks)
        if first is not None:
            around = phrases_around(draft, verb)
            slots: Slots = defaultdict(
                list, {place: list(heads) for place, heads in around.items()}
            )
            slots.pop("subject", None)
            slots.update({name: first.slots[name] for name in sides if first.slots.get(name)})
            rounds.append(Trigger(first.kind, first.frame, verb, False, slots))
    return rounds


def yet_to_sign(draft: Draft, found: list[Trigger]) -> Iterator[Trigger]:
    """« A et B sont parvenus à un accord, qui sera signé lundi à X », « … Le texte doit être signé lundi »:
    what is reached is one event, and its signing, by the same, another one to come."""
    pacts = [t for t in found if t.kind.kind in PACT]
    if not pacts:
        return
    words = draft.pack.module("frames")
    cases = draft.doc.grammar.cases
    sides = ("subject", cases.between, cases.with_, "adjective")
    taken = {t.i for trigger in found for t in (trigger.token, trigger.light) if t is not None}
    for verb in draft.doc:
        if verb.pos_ != "VERB" or not lemmas(verb) & words.SIGNING or verb.i in taken:
            continue
        if not is_passive(verb) or not _ahead(verb, words):
            continue
        made = next((t for t in reversed(pacts) if _of_text(t, verb, words)), None)
        if made is not None:
            around = {p: list(heads) for p, heads in phrases_around(draft, verb).items()}
            slots: Slots = defaultdict(list, around)
            slots["object"] = []
            slots.update({s: made.slots[s] for s in sides if made.slots.get(s)})
            yield Trigger(made.kind, made.frame, verb, False, slots)


def _ahead(verb: Token, words: ModuleType) -> bool:
    over = verb.head if verb.dep_ == "xcomp" else verb
    due = bool(lemmas(over) & words.MUST) and over is not verb and tense(over) == "present"
    return due or tense(verb) in ("future", "past-future")


def _of_text(made: Trigger, verb: Token, words: ModuleType) -> bool:
    """Whether what is to be signed is what a trigger tells of: its own noun, or « il », « le texte » in one
    of the two sentences behind it."""
    for text in subjects(verb):
        own = text is made.token or text.head is made.token or text in made.slots.get("object", ())
        if own and (text.lemmas & words.PACTS or text.lemmas & words.TRUCES):
            return True
        named = text.plain in verb.doc.grammar.he or text.lemmas & (words.DOCUMENTS | words.PACTS)
        near = 0 <= verb.sent.number - made.token.sent.number <= 2
        if named and near and made.token.sent is not verb.sent:
            return True
    return False


def lend_to_rounds(draft: Draft, tellings: Sequence[Telling]) -> None:
    """« le cinquième cycle »: a round that names nobody is of the talks told last before it."""
    before: Telling | None = None
    rounds = draft.pack.module("frames").ROUNDS
    for telling in tellings:
        if telling.kind.kind != "talks":
            continue
        if not lemmas(telling.trigger.token) & rounds:
            before = telling if telling.parties(draft) else before
        elif before is not None and not telling.parts:
            telling.parts += [p for p in before.parts if p.part == "participant" and not p.aside]


def _goes_on(verb: Token, words: ModuleType) -> bool:
    wanted = words.RESUMES_ITSELF if has_se(verb) else words.RESUMES
    return bool(lemmas(verb) & wanted) and not children(verb, "obj")


def _somewhere(draft: Draft, verb: Token) -> bool:
    to = draft.doc.grammar.to
    for child in verb.children:
        mention = draft.mention_at(child)
        if mention is not None and mention.city and child.i > verb.i and preposition(child) in to:
            return True
    return False


def _taken_up(verb: Token, talks: list[Trigger]) -> Trigger | None:
    """The talks that an infinitive hangs on (« avant de se poursuivre »), or that « ils » stands for."""
    for trigger in talks:
        if trigger.light is not None and verb.dep_ == "advcl" and verb.head.i == trigger.light.i:
            return trigger
    they = verb.doc.grammar.they
    pronouns = [c for c in children(verb, "nsubj", "nsubj:pass") if c.plain in they]
    before = [t for t in talks if t.token.i < verb.i and t.token.sent.end >= verb.sent.start]
    return before[-1] if pronouns and before else None


def told_again(
    draft: Draft, owners: Mapping[int, list[DateMention]], telling: Telling
) -> Iterator[Telling]:
    """« se sont entretenus le 3 mars, puis le 5 avril à Lima »: two meetings, the second with the
    place behind its day."""
    verb, first = telling.trigger.token, telling.date
    if telling.trigger.nominal or first is None or telling.status not in TOLD:
        return
    text, and_then = draft.article.text, draft.pack.module("frames").AND_THEN
    for date in owners.get(verb.i, ()):
        if not is_day(date) or date.span.start <= first.span.end:
            continue
        if not and_then.fullmatch(text, first.span.end, date.span.start):
            continue
        own = telling.place_span is not None and telling.place_span.start > date.span.end
        yield dataclasses.replace(
            telling,
            date=date,
            parts=list(telling.parts),
            topics=dict(telling.topics),
            released=list(telling.released),
            loose=list(telling.loose),
        )
        if own:
            telling.place = telling.place_span = None
