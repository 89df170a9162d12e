"""Whether what stands around a word is what its frame asks for."""

from __future__ import annotations

from detente.codebook import Frame
from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.couples import couple_at, is_they
from detente.reading.events.lexicon import Lexicon
from detente.reading.events.slots import Slots
from detente.reading.events.syntax import children, has_se, is_verb, lemmas, preposition
from detente.reading.events.who import actors_in, heads_actors, is_person, is_state


def suits(draft: Draft, known: Lexicon, frame: Frame, slots: Slots) -> bool:
    """Whether what must stand in the slots does, and what may not does not."""
    for place, wanted in frame.needs.items():
        heads = slots.get(place, [])
        if not any(_is_one(draft, known, frame, head, wanted) for head in heads):
            joint = "ACTOR" in wanted and frame.slots.get(place) == "participant"
            if not joint or not any(_stands_for_two(draft, frame, head) for head in heads):
                return False
    for place, unwanted in frame.avoid.items():
        if any(_is_one(draft, known, frame, head, unwanted) for head in slots.get(place, [])):
            return False
    return True


def _stands_for_two(draft: Draft, frame: Frame, head: Token) -> bool:
    """« les deux pays », « les deux parties », and the « ils » of « ils se sont rencontrés »."""
    if couple_at(draft, head):
        return True
    if is_they(head):
        return frame.reflexive == "must"
    two = any(c.plain in head.doc.grammar.two for c in head.children)
    return two and bool(lemmas(head) & draft.pack.module("frames").BELLIGERENTS)


def _is_one(
    draft: Draft, known: Lexicon, frame: Frame, head: Token, wanted: tuple[str, ...]
) -> bool:
    heads = [head, *[c for c in children(head, "conj") if not is_verb(c)]]
    if measures(draft, head) or head.pos_ == "NUM":  # « trois des quatre soldats »
        heads += [
            c
            for c in children(head, "nmod", "obl:arg", "obl:mod")
            if (case := preposition(c)) is None or case in draft.doc.grammar.of
        ]
    own = {lemma for h in heads for lemma in lemmas(h)}
    for word in wanted:
        if word == "ACTOR":
            if actors_in(draft, head):
                return True
        elif word == "ACTORS":
            if len({a for a, _ in actors_in(draft, head)}) > 1 and _several(heads):
                return True
            if _stands_for_two(draft, frame, head):
                return True
        elif word == "PERSON":
            if any(is_person(draft, a) for h in heads for a in heads_actors(draft, h)):
                return True
        elif word == "STATE":
            if any(is_state(draft, a) for a, m in actors_in(draft, head)):
                return True
        elif word == "CITY":
            if any(m is not None and m.city for m in map(draft.mention_at, heads)):
                return True
        elif word in known.classes:
            if word in ("PERSONS", "PRISONERS") and any(
                is_they(h) or _is_people(draft, h) for h in heads
            ):
                return True
            if own & known.classes[word]:
                return True
        elif word.lower() in own:
            return True
    return False


def _several(heads: list[Token]) -> bool:
    """« X et Y », « les délégués de X et de Y »: more than one, and not one by name and post."""
    own = heads[0]
    return len(heads) > 1 or any(
        c.dep_ == "conj" and not is_verb(c) for inner in own.children for c in inner.children
    )


def _is_people(draft: Draft, head: Token) -> bool:
    """« trois Français », « le Russe »: a people's name as a noun is of persons."""
    mention = draft.mention_at(head)
    return (
        mention is not None
        and mention.form in ("people", "description")
        and head.pos_ in ("NOUN", "PROPN")
    )


def measures(draft: Draft, head: Token) -> bool:
    """A noun that counts what its complement names (« une trentaine de prisonniers »)."""
    words = draft.pack.module("frames")
    known, ending = words.MEASURES, words.MEASURE_ENDING
    return any(w in known or (w.endswith(ending) and len(w) > 6) for w in lemmas(head))


def reflexive_fits(verb: Token, frame: Frame) -> bool:
    if frame.reflexive == "may":
        return True
    return has_se(verb) == (frame.reflexive == "must")
