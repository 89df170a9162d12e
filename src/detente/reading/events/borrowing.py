"""Who has part in an event by the clause around its noun: « lors d'une réunion avec X, Y a dit »,
« ont progressé dans leurs pourparlers », « “j'ai eu une conversation avec X”, a dit Y »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.language.doc import Token
from detente.model import Span
from detente.reading.draft import Draft
from detente.reading.events.doers import who_does
from detente.reading.events.parts import Part
from detente.reading.events.syntax import clause_of, is_passive, lemmas, preposition
from detente.reading.events.triggers import Trigger
from detente.reading.events.who import actors_in, is_person

if TYPE_CHECKING:
    from detente.reading.events.telling import Telling

THEIRS = frozenset({"leur", "leurs"})
OWN = frozenset({"son", "sa", "ses"})
"""« ses pourparlers avec X » are those of the subject."""
_I = frozenset({"je", "j'", "nous"})


def speaker_of(draft: Draft, head: Token) -> list[tuple[str, Span]]:
    """Who says « j'ai eu une conversation avec X » of himself, with the word that stands for him."""
    if head.plain not in _I:
        return []
    for statement in draft.statements:
        if statement.speaker and any(s.start <= head.idx < s.end for s in statement.evidence):
            return [(statement.speaker, draft.tokens_span(head.i, head.i))]
    return []


def owners_of(draft: Draft, verb: Token) -> list[Token]:
    """Who does what a verb says; « elles » of « X et Y ont annoncé qu'elles progressaient » are X and Y."""
    found = who_does(draft, verb)
    unknown = all(h.pos_ == "PRON" and not actors_in(draft, h) for h in found)
    if found and unknown and verb.dep_ == "ccomp" and verb.head.i != verb.i:
        return who_does(draft, verb.head)
    return found


def _works_for(noun: Token) -> bool:
    """« s'est impliqué dans la reprise des pourparlers », « a joué un rôle dans les négociations »:
    whoever helps talks along has no seat at them."""
    return bool(lemmas(noun.head) & _HELPS)


_HELPS = frozenset({"impliquer", "investir", "jouer", "aider", "intervenir", "rôle", "médiateur"})


def from_clause(draft: Draft, trigger: Trigger, telling: Telling) -> None:
    """« Lors d'une réunion avec X, Y a dit »: Y was there; « Dans un discours, Y a dit »: Y held it."""
    if trigger.light is not None and trigger.light.dep_ not in ("acl", "acl:relcl"):
        return
    at = trigger.token
    place = preposition(at)
    for _ in range(3):
        if at.dep_ == "nmod" and place == "de" and at.head.pos_ == "NOUN":
            at = at.head
            place = preposition(at)
    joint = trigger.kind.joint and not trigger.slots.get("entre")
    if trigger.held and place == "pour" and joint:
        place = "lors de"
    if place not in (
        "lors de",
        "au cours de",
        "pendant",
        "durant",
        "dans",
        "à l'issue de",
        "au terme de",
        "après",
        "devant",
        "à la suite de",
        "à l'occasion de",
        "par",
        "en marge de",
        *(("depuis", "dans le cadre de") if trigger.slots.get("avec") else ()),
    ) and not (place == "en" and trigger.kind.kind == "visit"):
        return
    known = any(c.plain in ("le", "la", "l'", "cette", "cet") for c in at.children)
    if (
        known
        and place in ("après", "à l'issue de", "au terme de", "à la suite de")
        and not trigger.slots.get("avec")
    ):
        return
    if joint and place == "dans" and not trigger.slots.get("avec") and _works_for(at):
        return
    verb = clause_of(at)
    while verb.dep_ in ("acl", "acl:relcl") and verb.head.i != verb.i:
        verb = clause_of(verb.head)
    if verb.i == trigger.token.i:
        return
    if joint and is_passive(verb) and not lemmas(verb) & {"recevoir", "accueillir"}:
        return  # « libérés à la suite de pourparlers avec X »: they were not at them
    if (
        joint
        and len(telling.parties(draft)) < 2
        and (trigger.slots.get("avec") or place not in ("après", "devant", "par"))
    ):
        part = "participant"
    elif trigger.kind.kind == "speech" and not any(p.part == "speaker" for p in telling.parts):
        part = "speaker"
    elif trigger.kind.kind == "visit" and not any(p.part == "doer" for p in telling.parts):
        part = "doer"
    elif trigger.kind.of_place == "doer" and trigger.kind.joint and not telling.parties(draft):
        part = "participant"
    else:
        return
    for head in who_does(draft, verb):
        if head.i == trigger.token.i:
            continue
        for actor, mention in actors_in(draft, head):
            if trigger.kind.of_place == "doer" and is_person(draft, actor):
                continue
            if not any(p.actor == actor for p in telling.parts):
                telling.parts.append(Part(actor, part, draft.span(mention.start, mention.end)))
