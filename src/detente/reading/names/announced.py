"""Who is only described as the source of a first sentence and named at the head of the next: « …, a
annoncé un élu suisse. Paul Durand a précisé … ».

Agencies name the source of a lead so. The two are taken for one only where the name comes first in the
next sentence, in full, for the first time, with no post of its own, and goes on speaking.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.language.gazetteer import fold
from detente.model import Role
from detente.reading.draft import Mention
from detente.reading.names.cast import Part
from detente.reading.names.persons import Name
from detente.reading.names.posts_behind import PostPhrase
from detente.reading.names.stage import Stage
from detente.reading.names.words import joined

if TYPE_CHECKING:
    from detente.language.doc import Token


APPOSED = ("appos", "flat", "flat:name", "flat:title", "name")
BACK = 2
"""Sentences before a name in which its description may stand."""


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
        after = [m for m in made if number < doc[m.head].sent.number <= number + BACK]
        within = [m for m in made if doc[m.head].sent.number == number]
        opening = [m for m in after if doc[m.head].sent.number == number + 1]
        named = _named(opening, group, stage) or _speaker(after, group, announced, stage)
        if named is None or any(m.actors == named.actors for m in made if m.start < named.start):
            continue
        if any(m.start > mention.end and m.form == "name" and _person(m, stage) for m in within):
            continue
        if _speaks(doc[named.head], announced, stage) and not _another(doc[named.head], stage):
            _give(stage, mention, group, stage.cast.parts[named.actors[0]])


def hold(stage: Stage, names: Sequence[Name]) -> None:
    """« …, a annoncé le ministre des Affaires étrangères du Tchad. Le ministre, Ali Ber, … » and
    « … à son homologue iranien. Hassan X … », X known to be an Iranian: who is named in full for the
    first time behind a description of one person that may be of nobody else."""
    doc, made = stage.draft.doc, sorted((m for _, m in stage.made), key=lambda m: m.start)
    first = {a: m for m in reversed(made) if m.form == "name" for a in m.actors}
    for name in names:
        part, post = name.part, name.before
        if part is None or not name.full or part.id not in first:
            continue
        start = stage.words[name.first].i
        if start != first[part.id].first:
            continue
        number = doc[start].sent.number
        before = [m for m in made if number - BACK <= doc[m.head].sent.number < number]
        found = [m for m in before if (group := _one(m, stage)) and _may_be(group, part)]
        if post is not None and post.comma and _bare(post, part, stage):
            key = stage.words[post.head].key
            found = [m for m in found if _head(m, stage) == key]
        elif post is None and name.title is None and not part.roles and part.country:
            found = [m for m in found if _told(m, part, stage)]
            found = [m for m in found if doc[m.head].sent.number == number - 1]
            found = found if stage.words[name.first].initial else []
        else:
            continue
        if len({m.actors for m in found}) == 1:
            _make_one(found[-1], part, [m for m in made if m.actors == found[-1].actors], stage)


def _one(mention: Mention, stage: Stage) -> Part | None:
    group = stage.cast.parts.get(mention.actors[0])
    one = group is not None and group.kind == "group" and not group.plural
    return group if one and len(mention.actors) == 1 else None


def _may_be(group: Part, part: Part) -> bool:
    return None in (group.country, part.country) or group.country == part.country


def _bare(post: PostPhrase, part: Part, stage: Stage) -> bool:
    """« Le ministre, »: the one post told of somebody, and no more than its noun."""
    words = stage.words
    definite = words[post.first].key in stage.lang.GRAMMAR.definite
    told = len(part.roles) < 2 and all(not r.organisation for r in part.roles)
    return definite and told and post.first == post.head - 1 and post.last == post.head


def _head(mention: Mention, stage: Stage) -> str:
    """The noun that a description opens with, articles aside."""
    words = (stage.draft.doc[i].plain for i in range(mention.first, mention.last + 1))
    return next((fold(w) for w in words if fold(w) not in stage.lang.DETERMINERS), "")


def _told(mention: Mention, part: Part, stage: Stage) -> bool:
    """A post that a state has one of, or « son homologue », of the person's own state."""
    group = stage.cast.parts[mention.actors[0]]
    head = _head(mention, stage)
    return group.country == part.country and (
        head in stage.lang.words("counterparts") or head in stage.lang.words("leader_posts")
    )


def _make_one(mention: Mention, part: Part, mentions: list[Mention], stage: Stage) -> None:
    group = stage.cast.parts[mention.actors[0]]
    held = [fold(role.title) for role in part.roles]
    _give(stage, mention, group, part)
    title = fold(part.roles[-1].title) if part.roles else ""
    longer = len(held) == 1 and title != held[0] and title.startswith(held[0])
    part.roles = part.roles[1:] if longer else part.roles
    for other in mentions:
        other.actors = (part.id,)
        part.evidence.append(stage.draft.tokens_span(other.first, other.last))
    group.evidence.clear()


def _speaks(token: Token, announced: frozenset[str], stage: Stage) -> bool:
    """Whether a noun is the subject of a verb of telling."""
    bare = token.dep_ == "nmod" and all(child.dep_ != "case" for child in token.children)
    if bare or token.dep_ in APPOSED:
        token = token.head  # « le prince X »
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


def _speaker(
    after: list[Mention], group: Part, announced: frozenset[str], stage: Stage
) -> Mention | None:
    """« « … », a déclaré X »: the one person who speaks behind the announcement, of whom nothing but
    a title or the same state is told, where no other speaks."""
    doc = stage.draft.doc
    speaking = [m for m in after if m.form in ("name", "description") and len(m.actors) == 1]
    speaking = [m for m in speaking if _speaks(doc[m.head], announced, stage)]
    if not speaking or speaking[0].form != "name" or not _person(speaking[0], stage):
        return None
    part = stage.cast.parts[speaking[0].actors[0]]
    titles = stage.lang.words("sovereigns")
    untold = all(not r.organisation and fold(r.title) in titles for r in part.roles)
    alike = part.country in (None, group.country) and not part.peoples and len(part.words) > 1
    genders = {part.gender, group.gender} - {None}
    return speaking[0] if untold and alike and len(genders) < 2 else None


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
