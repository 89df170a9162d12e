"""Whether an event is told as having happened: negation, tense, mood, and what stands over it.

One walks from the trigger up the parse; every word over it may weaken what is said, none strengthens
it. What comes out is a `Status`, or None where nothing in particular is told (habits, definitions)."""

from __future__ import annotations

import re
from types import ModuleType

from spacy.tokens import Token

from detente import edtf
from detente.model import DateMention, Status
from detente.reading.draft import Draft
from detente.reading.events.syntax import (
    children,
    is_passive,
    is_verb,
    lemmas,
    negated,
    preposition,
    straight,
    tense,
)
from detente.reading.events.triggers import Trigger

_WEAKNESS: dict[str, int] = {
    "occurred": 0,
    "ongoing": 1,
    "planned": 2,
    "proposed": 3,
    "hypothetical": 4,
    "denied": 5,
}
_OF_TENSE: dict[str, Status] = {
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
ACTS = frozenset(
    "expulsion sanctions release appointment dismissal closure recall seizure detention resignation withdrawal aid "
    "sanctions_relief agreement ceasefire extradition".split()
)
"""Kinds that whoever announces them does by that."""


def weaker(one: Status, other: Status) -> Status:
    """The status of the two that says less."""
    return max(one, other, key=lambda s: _WEAKNESS[s])


def status_of(draft: Draft, trigger: Trigger, *, headline: bool, date: DateMention | None = None) -> Status | None:
    """How the report stands with the event of a trigger; None where it tells of none."""
    words = draft.pack.module("frames")
    token = trigger.token
    trigger.reference_date = date
    if straight(token.sent.text).rstrip(" »\"”").endswith("?"):
        return "hypothetical"
    if _habitual(trigger.verb, words):
        return None
    if trigger.nominal:
        found = _of_noun(draft, trigger, words, headline)
    else:
        found = _of_verb(draft, token, words, headline)
    if found in ("occurred", "ongoing") and date is not None and _to_come(draft, date):
        found = "planned"
    if found is not None and trigger.frame.status is not None:
        found = weaker(found, trigger.frame.status)
    return found


def _to_come(draft: Draft, date: DateMention) -> bool:
    """Whether a date lies wholly after the day of the report."""
    published = draft.article.published.date
    if not published or not date.value or date.value.startswith(".."):
        return False
    return edtf.bounds(date.value.split("/")[0] or date.value)[0] > edtf.bounds(published)[1]


def _habitual(verb: Token, words: ModuleType) -> bool:
    return any(lemmas(c) & words.HABITUAL for c in verb.children if c.dep_ == "advmod") or any(
        straight(c.text) in ("chaque",) for child in verb.children for c in child.children if child.dep_.startswith("obl")
    )


# ---------------------------------------------------------------- verbs


def _of_verb(draft: Draft, verb: Token, words: ModuleType, headline: bool) -> Status | None:
    """The status of a verb's act: its own mood, then what governs it."""
    own = tense(verb)
    found: Status = _OF_TENSE.get(own, "occurred")
    if own == "present" and (headline or is_passive(verb)):
        found = "occurred"
    if own == "imperfect":
        found = "occurred"
    if negated(verb):
        found = "denied"
    if own == "infinitive":
        return _infinitive(draft, verb, words, found, headline)
    return _governed(draft, verb, words, found, own, headline)


def _infinitive(draft: Draft, verb: Token, words: ModuleType, found: Status, headline: bool) -> Status | None:
    """« vouloir / pouvoir / réussir à / pour / sans / avant de + infinitive »."""
    base: Status = "denied" if found == "denied" else "occurred"
    mark = _mark(verb)
    head = verb.head
    if mark in ("pour", "afin", "afin de", "en vue de"):
        return weaker(base, "planned")
    if mark in ("sans", "faute de", "au lieu de"):
        return "denied"
    if mark == "après":
        return base
    if mark in ("avant", "avant de"):
        return base
    if head.i == verb.i:
        return weaker(base, "planned") if headline else None
    if verb.dep_ == "conj" and is_verb(head):
        return weaker(base, _of_verb(draft, head, words, headline) or "hypothetical")
    if is_verb(head):
        return _under(draft, verb, head, words, base, headline)
    effect = _effect(lemmas(head), words.NOUNS)
    if effect in ("planned", "proposed", "denied", "hypothetical"):
        return weaker(base, effect)  # type: ignore[arg-type]
    if any(c.dep_ == "cop" for c in head.children):
        return weaker(base, "hypothetical")
    return weaker(base, "hypothetical")


def _under(
    draft: Draft, verb: Token, head: Token, words: ModuleType, found: Status, headline: bool
) -> Status | None:
    """An infinitive under a verb: what that verb says of it, and how that verb itself is told."""
    names = lemmas(head)
    when = tense(head)
    above = _of_verb(draft, head, words, headline) or "hypothetical"
    if names & {"aller"}:
        return weaker(found, "planned")
    if names & {"venir"} and _mark(verb) in ("de", "d'"):
        return weaker(found, above if above != "ongoing" else "occurred")
    if names & {"devoir"}:
        if when in ("past", "past-infinitive"):
            return weaker(found, above)
        return weaker(found, "planned")
    if names & {"pouvoir"} and when in ("past", "pluperfect"):
        return weaker(found, above)
    if names & {"faire", "laisser"}:
        return weaker(found, above)
    effect = _effect(names, words.ATTITUDE)
    if effect is None:
        return weaker(found, "hypothetical" if verb.dep_ in ("xcomp", "ccomp") else above)
    if effect == "factive":
        return weaker(found, above if above not in ("ongoing",) else "occurred")
    if effect == "denied":
        return "denied"
    if negated(head) and effect in ("planned", "proposed", "hypothetical"):
        return "denied"
    return weaker(found, effect)  # type: ignore[arg-type]


def _governed(
    draft: Draft, verb: Token, words: ModuleType, found: Status, own: str, headline: bool
) -> Status | None:
    """What stands over a finite verb or a participle: si, pour que, « a démenti que », « espère que »."""
    mark = _mark(verb)
    if mark in ("si", "s'", "pour que", "afin que", "à condition que", "pourvu que", "au cas où", "sans que", "tant que", "jusqu'à ce que"):
        return weaker(found, "denied" if mark == "sans que" else "hypothetical")
    head = verb.head
    if head.i == verb.i:
        return found
    if verb.dep_ == "conj" and is_verb(head):
        shared = _mark(head)
        if shared in ("si", "s'", "pour", "afin", "sans") and mark is None:
            return weaker(found, "hypothetical")
        if own in ("participle", "gerund", "none") and not children(verb, "aux:tense", "aux:pass"):
            above = _of_verb(draft, head, words, headline)
            return weaker(found, above) if above else None
        if head.dep_ in ("ccomp",):
            return _said(draft, verb, head.head, words, found, own)
        return found
    if verb.dep_ == "ccomp" and is_verb(head):
        return _said(draft, verb, head, words, found, own)
    if verb.dep_ == "xcomp" and is_verb(head):
        if own in ("participle", "past-infinitive"):
            effect = _effect(lemmas(head), words.ATTITUDE)
            if lemmas(head) & {"accuser", "soupçonner", "suspecter", "nier", "démentir"}:
                return "denied" if effect == "denied" else "hypothetical"
            if own == "past-infinitive":
                return "hypothetical" if effect == "hypothetical" else found
            above = _of_verb(draft, head, words, headline) or found
            return weaker(found, above)
        return found
    return found


def _said(draft: Draft, verb: Token, head: Token, words: ModuleType, found: Status, own: str) -> Status | None:
    """A clause after a verb of saying, wishing or denying; the conditional is then a future in the past."""
    names = lemmas(head)
    effect = _effect(names, words.ATTITUDE)
    if effect == "denied" and names & {"démentir", "nier", "exclure", "contester", "réfuter"}:
        return "denied"
    if own == "conditional":
        if tense(head) in ("past", "pluperfect", "imperfect", "participle") and effect in (None, "factive", "planned"):
            return weaker("denied" if found == "denied" else "planned", "planned")
        return weaker(found, "hypothetical")
    if effect in ("hypothetical", "proposed") and not names & {"évoquer", "juger", "estimer", "penser", "croire", "assurer", "considérer"}:
        return weaker(found, effect)
    if effect == "planned" and own not in ("past", "pluperfect"):
        return weaker(found, "planned")
    return found


def _mark(verb: Token) -> str | None:
    """What introduces a clause, in small letters: « si », « pour », « pour que », « avant de »."""
    marks = [c for c in verb.children if c.dep_ in ("mark", "case") and c.i < verb.i]
    if not marks:
        before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
        if before is not None and "Inf" in verb.morph.get("VerbForm"):
            word = straight(before.text)
            if word in ("pour", "sans", "après", "de", "d'", "à"):
                return word
        return None
    said = " ".join(straight(c.text) for c in sorted(marks, key=lambda c: c.i))
    for child in marks:
        for fixed in child.children:
            if fixed.dep_ == "fixed":
                said += " " + straight(fixed.text)
    said = re.sub(r"\bqu'", "que", said)
    for whole in ("pour que", "afin que", "avant que", "à condition que", "sans que", "tant que", "au lieu de", "en vue de", "avant de", "afin de"):
        if said.startswith(whole):
            return whole
    return said.split()[0] if said else None


def _effect(names: frozenset[str], table: dict[str, str]) -> str | None:
    return next((table[name] for name in sorted(names) if name in table), None)


# ---------------------------------------------------------------- nouns


def _of_noun(draft: Draft, trigger: Trigger, words: ModuleType, headline: bool) -> Status | None:
    noun = trigger.token
    found: Status = "occurred"
    outer = noun.head if noun.dep_ == "nmod" and words.NOUNS.get(straight(noun.head.lemma_)) == "through" else None
    for child in (*noun.children, *(outer.children if outer is not None else ())):
        if child.dep_ in ("amod", "acl", "appos") or (child.pos_ == "ADJ" and abs(child.i - noun.i) <= 3):
            effect = _effect(lemmas(child), words.ADJECTIVES)
            if effect and not (straight(child.text).startswith("annoncé") and trigger.kind.kind in ACTS):
                found = weaker(found, effect)  # type: ignore[arg-type]
        if child.dep_ in ("det", "advmod") and straight(child.text) in ("aucun", "aucune", "nul", "nulle", "pas", "toute", "tout"):
            found = weaker(found, "denied" if straight(child.text)[0] in "anp" else "hypothetical")
    if trigger.light is not None:
        return _carried(draft, trigger, words, found, headline)
    return _above_noun(draft, trigger, noun, words, found, headline, 0)


def _carried(draft: Draft, trigger: Trigger, words: ModuleType, found: Status, headline: bool) -> Status | None:
    """An event noun with its light verb: the verb's own status, which every chain weakens."""
    verb = trigger.light
    assert verb is not None
    names = lemmas(verb)
    above = _of_verb(draft, verb, words, headline)
    if above is None:
        return None
    if names & {"échouer"} and trigger.happens:
        return weaker(found, above)
    if "annoncer" in names and trigger.kind.kind not in ACTS:
        above = weaker(above, "planned")
    if names & {"organiser", "convoquer", "négocier", "accepter"} and above == "ongoing":
        above = "planned"
    if trigger.kind.kind == "agreement" and names & {"négocier", "discuter", "chercher", "trouver"} and "trouver" not in names:
        above = weaker(above, "hypothetical")
    if tense(verb) == "present" and above == "ongoing" and trigger.kind.kind not in ("talks", "visit", "call", "speech"):
        above = "ongoing"
    return weaker(found, above)


def _above_noun(
    draft: Draft, trigger: Trigger, at: Token, words: ModuleType, found: Status, headline: bool, depth: int
) -> Status | None:
    """What an event noun depends on: « lors de », « projet de », « espérer », « condamner »."""
    place = preposition(at)
    head = at.head
    if depth > 6 or head.i == at.i:
        return found
    if place in words.ABOUT and trigger.reference_date is None:
        return weaker(found, "hypothetical")
    if place in words.TOWARDS and not (place == "contre" and not is_verb(head)):
        if place == "sans":
            return "denied"
        if place == "vers" or place == "contre":
            return weaker(found, "hypothetical")
        return weaker(found, "planned") if place != "pour" or is_verb(head) else found
    if at.dep_ == "conj" and not is_verb(head):
        return _above_noun(draft, trigger, head, words, found, headline, depth + 1)
    if not is_verb(head):
        if any(c.dep_ == "cop" for c in head.children):
            return _copula(draft, at, head, words, found, place)
        effect = _effect(lemmas(head), words.NOUNS)
        if effect is None or place not in ("de", None, "à", "d'", "sur"):
            return found
        if effect == "through":
            return _above_noun(draft, trigger, head, words, found, headline, depth + 1)
        return weaker(found, effect)  # type: ignore[arg-type]
    return _under_verb(draft, trigger, at, head, words, found, headline, place)


def _copula(draft: Draft, at: Token, head: Token, words: ModuleType, found: Status, place: str | None) -> Status | None:
    if at.dep_ not in ("nsubj", "nsubj:pass"):
        return found
    effect = _effect(lemmas(head), {**words.NOUNS, **words.ADJECTIVES})
    when = _OF_TENSE.get(tense(head), "occurred")
    if effect in ("planned", "proposed", "denied", "hypothetical"):
        return weaker(found, effect)  # type: ignore[arg-type]
    return weaker(found, when) if when in ("planned", "hypothetical") else found


def _under_verb(
    draft: Draft, trigger: Trigger, at: Token, head: Token, words: ModuleType, found: Status, headline: bool, place: str | None
) -> Status | None:
    names = lemmas(head)
    effect = _effect(names, words.ATTITUDE)
    mood = _OF_TENSE.get(tense(head), "occurred")
    if place in words.DURING or at.dep_ in ("obl:mod", "dislocated", "parataxis"):
        over = _of_verb(draft, head, words, headline) if tense(head) != "infinitive" else mood
        if place == "avant" and trigger.token.i:
            return found
        if mood == "planned" and place not in ("après", "depuis", "suite à"):
            return weaker(found, "planned")
        if over in ("planned", "hypothetical") and tense(head) in ("infinitive", "conditional", "future") and place not in ("après", "depuis"):
            return weaker(found, over)
        return found
    if at.dep_ in ("nsubj", "nsubj:pass"):
        if is_passive(head) and effect in ("planned", "proposed", "denied", "hypothetical"):
            if "attendre" in names or effect != "factive":
                return weaker(found, effect)  # type: ignore[arg-type]
        return weaker(found, mood) if mood in ("planned", "hypothetical") else found
    if effect in ("planned", "proposed", "denied", "hypothetical"):
        if effect == "denied" and names & {"suspendre", "bloquer", "entraver", "contester", "abandonner"}:
            return found if trigger.kind.kind in ("talks",) else weaker(found, "denied")
        if names & {"évoquer", "discuter", "examiner", "étudier"} and trigger.kind.kind in ("talks", "call"):
            return found
        return weaker(found, effect)  # type: ignore[arg-type]
    if names & {"annoncer"} and trigger.kind.kind not in ACTS:
        return weaker(found, "planned")
    over = _of_verb(draft, head, words, headline)
    if effect == "factive":
        return found
    if over in ("planned", "hypothetical", "proposed"):
        return weaker(found, over)
    if over == "denied" and at.dep_ in ("obj", "obl:arg"):
        return weaker(found, "denied")
    return found
