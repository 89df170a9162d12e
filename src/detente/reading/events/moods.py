"""What a verb says of its own act: negation, tense, mood, and the verbs and conjunctions over it."""

from __future__ import annotations

from types import ModuleType
from typing import cast

from detente.language.doc import Token
from detente.model import Status
from detente.reading.draft import Draft
from detente.reading.events.syntax import (
    PAST,
    children,
    feature,
    is_passive,
    is_verb,
    lemmas,
    negated,
    tense,
)

_WEAKNESS: dict[str, int] = {
    "occurred": 0,
    "ongoing": 1,
    "planned": 2,
    "proposed": 3,
    "hypothetical": 4,
    "denied": 5,
}
OF_TENSE: dict[str, Status] = {
    "past": "occurred",
    "pluperfect": "occurred",
    "imperfect": "ongoing",
    "present": "ongoing",
    "future": "planned",
    "past-future": "planned",
    "conditional": "hypothetical",
    "past-conditional": "hypothetical",
    "subjunctive": "hypothetical",
    "past-subjunctive": "occurred",
    "participle": "occurred",
    "gerund": "occurred",
    "past-infinitive": "occurred",
    "none": "occurred",
}


def weaker(one: Status, other: Status) -> Status:
    """The status of the two that says less."""
    return max(one, other, key=lambda s: _WEAKNESS[s])


def of_verb(draft: Draft, verb: Token, words: ModuleType, headline: bool) -> Status | None:
    """The status of a verb's act: its own mood, then what governs it."""
    own = tense(verb)
    found: Status = OF_TENSE.get(own, "occurred")
    if own == "present" and (headline or is_passive(verb)):
        found = "occurred"
    if own == "imperfect":
        found = "occurred"
    if own in ("participle", "none") and any(c.plain in words.SOON for c in verb.children):
        found = "planned"  # « Les otages bientôt libérés »
    if negated(verb):
        found = "denied"
    if own == "infinitive":
        return _infinitive(draft, verb, words, found, headline)
    return _governed(draft, verb, words, found, own, headline)


def _infinitive(
    draft: Draft, verb: Token, words: ModuleType, found: Status, headline: bool
) -> Status | None:
    """« vouloir / pouvoir / réussir à / pour / sans / avant de + infinitive »."""
    base: Status = "denied" if found == "denied" else "occurred"
    brought = words.MARKS.get(mark_of(verb, words))
    head = verb.head
    if brought == "factive":
        return base
    if brought == "planned" and went_to_meet(verb, words):
        return weaker(base, of_verb(draft, verb.head, words, headline) or "planned")
    if brought is not None:
        return weaker(base, brought)
    if head.i == verb.i:
        return weaker(base, "planned") if headline else None
    if verb.dep_ == "conj" and is_verb(head) and tense(head) == "infinitive":
        return weaker(base, of_verb(draft, head, words, headline) or "hypothetical")
    if is_verb(head):
        return _under(draft, verb, head, words, base, headline)
    first = _first_to(draft, verb, words, headline)
    if first is not None:
        return weaker(base, first)
    effect = effect_of(lemmas(head), words.NOUNS)
    if effect in ("planned", "proposed", "denied", "hypothetical"):
        return weaker(base, cast(Status, effect))
    return weaker(base, "hypothetical")


def went_to_meet(verb: Token, words: ModuleType) -> bool:
    """« s'est rendu en août à Lima pour rencontrer X »"""
    over = verb.head
    went = is_verb(over) and lemmas(over) & words.WENT and lemmas(verb) & words.MEETS
    return bool(went) and tense(over) in PAST and not negated(over)


def _under(
    draft: Draft, verb: Token, head: Token, words: ModuleType, found: Status, headline: bool
) -> Status | None:
    """An infinitive under a verb: what that verb says of it, and how that verb itself is told."""
    names = lemmas(head)
    when = tense(head)
    above = of_verb(draft, head, words, headline) or "hypothetical"
    if negated(head) and names & words.CEASES:
        return weaker(found, "occurred")
    if names & words.BRINGS and when in PAST:
        return weaker(found, above)
    if names & words.GOING:
        return weaker(found, "planned")
    if names & words.JUST and mark_of(verb, words) in verb.doc.grammar.of:
        return weaker(found, above if above != "ongoing" else "occurred")
    if names & words.MUST:
        if when in ("past", "past-infinitive", "pluperfect"):
            return weaker(found, above)
        return weaker(found, "planned")
    if names & words.CAN and when in PAST:
        return weaker(found, above)
    if names & words.LETS:
        return weaker(found, above)
    effect = effect_of(names, words.ATTITUDE)
    if effect is None:
        return weaker(found, "hypothetical" if verb.dep_ in ("xcomp", "ccomp") else above)
    if effect == "factive":
        return weaker(found, above if above not in ("ongoing",) else "occurred")
    if effect == "denied":
        return "denied"
    if negated(head) and effect in ("planned", "proposed", "hypothetical"):
        return "denied"
    return weaker(found, cast(Status, effect))


def _first_to(draft: Draft, verb: Token, words: ModuleType, headline: bool) -> Status | None:
    """« furent les derniers ministres à participer à une réunion »: as the copula tells it; None
    where the infinitive is no such thing."""
    head = verb.head
    ranked = [head, *(c for c in head.children if c.dep_ in ("amod", "nmod"))]
    if mark_of(verb, words) not in verb.doc.grammar.to or not any(
        lemmas(t) & words.RANKS for t in ranked
    ):
        return None
    if any(c.dep_ == "cop" for c in head.children) or is_verb(head):
        return OF_TENSE.get(tense(head), "occurred")
    return "occurred"


def _governed(
    draft: Draft, verb: Token, words: ModuleType, found: Status, own: str, headline: bool
) -> Status | None:
    """What stands over a finite verb or a participle: si, pour que, « a démenti que », « espère que »."""
    mark, grammar = mark_of(verb, words), verb.doc.grammar
    if mark in words.UNTIL and tense(verb.head) in ("past", "pluperfect", "imperfect"):
        return "denied" if found == "denied" else "occurred"
    if mark in words.CONJUNCTIONS:
        return weaker(found, words.CONJUNCTIONS[mark])
    head = verb.head
    if head.i == verb.i:
        return found
    if _demanded(verb, words):
        return weaker(found, "proposed")
    if verb.dep_ == "conj" and is_verb(head):
        shared = mark_of(head, words) if mark is None else None
        if shared in grammar.if_ | grammar.for_ | grammar.without | words.IN_ORDER:
            return weaker(found, "hypothetical")
        if own in ("participle", "gerund", "none") and not children(verb, "aux:tense", "aux:pass"):
            above = of_verb(draft, head, words, headline)
            return weaker(found, above) if above else None
        if head.dep_ in ("ccomp",):
            return _said(draft, verb, head.head, words, found, own)
        return found
    if verb.dep_ == "ccomp" and is_verb(head):
        return _said(draft, verb, head, words, found, own)
    if verb.dep_ == "xcomp" and is_verb(head):
        if own in ("participle", "past-infinitive"):
            effect = effect_of(lemmas(head), words.ATTITUDE)
            if lemmas(head) & (words.ACCUSES | words.DENIES):
                return "denied" if effect == "denied" else "hypothetical"
            if own == "past-infinitive":
                return "hypothetical" if effect == "hypothetical" else found
            above = of_verb(draft, head, words, headline) or found
            return weaker(found, above)
        return found
    return found


def _demanded(verb: Token, words: ModuleType) -> bool:
    """« exige de X qu'il libère Y »: a clause with an object of its own, which the parse took for a
    relative clause of X."""
    over = verb.head.head
    if verb.dep_ != "acl:relcl" or not is_verb(over) or verb.head.dep_ not in _ADDRESSED:
        return False
    objects = children(verb, "obj")
    que = any(c.plain in verb.doc.grammar.that for c in verb.children)
    return que and len(objects) > 1 and effect_of(lemmas(over), words.ATTITUDE) == "proposed"


_ADDRESSED = frozenset({"obl:arg", "obj", "iobj", "obl:mod"})


def _said(
    draft: Draft, verb: Token, head: Token, words: ModuleType, found: Status, own: str
) -> Status | None:
    """A clause after a verb of saying, wishing or denying; the conditional is then a future in the past."""
    names = lemmas(head)
    effect = effect_of(names, words.ATTITUDE)
    if effect == "denied" and names & (words.DENIES | words.RULES_OUT):
        return "denied"
    if own == "conditional":
        if tense(head) in ("past", "pluperfect", "imperfect", "participle") and effect in (
            None,
            "factive",
            "planned",
        ):
            return weaker("denied" if found == "denied" else "planned", "planned")
        return weaker(found, "hypothetical")
    if effect in ("hypothetical", "proposed") and not names & words.OPINES:
        return weaker(found, cast(Status, effect))
    if effect == "planned" and own not in PAST:
        return weaker(found, "planned")
    return found


def mark_of(verb: Token, words: ModuleType) -> str | None:
    """What introduces a clause, in small letters: « si », « pour », « pour que », « avant de »."""
    marks = [c for c in verb.children if c.dep_ in ("mark", "case") and c.i < verb.i]
    if not marks:
        before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
        if before is not None and "Inf" in feature(verb, "VerbForm"):
            own = verb.doc.grammar
            if before.plain in own.for_ | own.without | own.after | own.just_of | own.to:
                return before.plain
        return None
    parts = sorted(marks, key=lambda c: c.i)
    parts += [fixed for child in marks for fixed in child.children if fixed.dep_ == "fixed"]
    said = " ".join(words.ELIDED.get(part.plain, part.plain) for part in parts)
    for whole in words.WHOLE_MARKS:
        if said.startswith(whole):
            return cast(str, whole)
    return said.split()[0] if said else None


def effect_of(names: frozenset[str], table: dict[str, str]) -> str | None:
    return next((table[name] for name in sorted(names) if name in table), None)
