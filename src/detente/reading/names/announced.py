"""Who is only described as the source of a first sentence and named at the head of the next: « …, a
annoncé un élu suisse. Paul Durand a précisé … ».

Agencies name the source of a lead so. The two are taken for one only where the name comes first in the
next sentence, in full, for the first time, with no post of its own, and goes on speaking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import Role
from detente.reading.draft import Mention
from detente.reading.names.cast import Part
from detente.reading.names.stage import Stage
from detente.reading.names.words import joined

if TYPE_CHECKING:
    from detente.language.doc import Token


def join(stage: Stage) -> None:
    """Gives the named one the post and country of the description, and its mentions."""
    announced = stage.lang.words("announcing")
    doc = stage.draft.doc
    made = sorted((m for _, m in stage.made), key=lambda m: m.start)
    for mention in made:
        group = stage.cast.parts.get(mention.actors[0])
        if group is None or group.kind != "group" or group.plural or len(mention.actors) > 1:
            continue
        if not _speaks(doc[mention.head], announced, stage):
            continue
        number = doc[mention.head].sent.number
        after = [m for m in made if doc[m.head].sent.number == number + 1]
        within = [m for m in made if doc[m.head].sent.number == number]
        named = _named(after, group, stage)
        if named is None or any(m.actors == named.actors for m in made if m.start < named.start):
            continue
        if any(m.start > mention.end and m.form == "name" and _person(m, stage) for m in within):
            continue
        if _speaks(doc[named.head], announced, stage) and not _another(doc[named.head], stage):
            _give(stage, mention, group, stage.cast.parts[named.actors[0]])


def _speaks(token: Token, announced: frozenset[str], stage: Stage) -> bool:
    """Whether a noun is the subject of a verb of telling."""
    verb = token.head
    announcements = stage.lang.words("announcements")
    told = verb.pos_ in ("VERB", "AUX") and stage.lang.fold(verb.lemma_) in announced
    announces = any(
        stage.lang.fold(child.lemma_) in announcements
        for child in verb.children
        if child.dep_ == "obj"
    )
    bare = all(child.dep_ != "nsubj" for child in verb.children)
    inverted = token.dep_ == "obj" and bare and token.i > verb.i  # as the parse may take it
    return (token.dep_ == "nsubj" or inverted) and (told or announces)


def _named(after: list[Mention], group: Part, stage: Stage) -> Mention | None:
    """The name that opens the next sentence, of nobody whose post, people or other state is told."""
    first = after[0] if after else None
    if first is None or first.form != "name" or not _person(first, stage):
        return None
    part = stage.cast.parts[first.actors[0]]
    word = next(w for w in stage.words if w.i == first.first)
    untold = not part.roles and not part.peoples and len(part.words) > 1
    alike = (part.country in (None, group.country) and None in (part.gender, group.gender)) or (
        part.country in (None, group.country) and part.gender == group.gender
    )
    return first if word.initial and untold and alike else None


def _person(mention: Mention, stage: Stage) -> bool:
    return len(mention.actors) == 1 and stage.cast.parts[mention.actors[0]].kind == "person"


def _another(token: Token, stage: Stage) -> bool:
    """« X a également déclaré », « X, lui, a dit »: another source."""
    others = stage.lang.words("others")
    return any(stage.lang.fold(t.text) in others for t in token.sent)


def _give(stage: Stage, mention: Mention, group: Part, part: Part) -> None:
    words = [w for w in stage.words if mention.first <= w.i <= mention.last]
    kept = [w for w in words if w.people is None or w.key in stage.lang.LINKS]
    while kept and (kept[0].key in stage.lang.DETERMINERS):
        kept.pop(0)
    post = stage.lang.post(kept[0].key) if kept else None
    many = stage.lang.post(" ".join(w.key for w in kept[:2]))
    if (post is not None and post.role) or (many is not None and many.role):
        title = joined(w.text for w in kept)
        span = stage.draft.tokens_span(mention.first, mention.last)
        part.roles.append(Role(title=title, country=group.country, evidence=(span,)))
    part.country = part.country or group.country
    part.gender = part.gender or group.gender
    group.evidence = [span for span in group.evidence if span.start != mention.start]
    part.evidence.append(stage.draft.tokens_span(mention.first, mention.last))
    mention.actors = (part.id,)
