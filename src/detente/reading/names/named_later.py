"""Who is only described, and named in the sentences behind: « les deux dirigeants rivaux … Émus, A et B se
sont serré la main », « les ministres grec et turc … à côté du Grec A et du Turc B ».

A description is taken for those named only where they are named there for the first time, are as many,
and nothing that is told of them speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.language.gazetteer import fold
from detente.model import Role
from detente.reading.draft import Mention
from detente.reading.names.cast import Part
from detente.reading.names.focus import SUBJECTS
from detente.reading.names.groups import Group
from detente.reading.names.stage import Stage
from detente.reading.names.words import bare_title, joined

if TYPE_CHECKING:
    from detente.language.doc import Token

REACH = 3
"""Sentences behind a description in which those whom it means are named, at most."""
APPOSED = frozenset({"appos", "conj", "flat", "flat:name", "nmod", "nmod:appos"})


@dataclass(frozen=True, slots=True)
class _Unnamed:
    """A description of one person or several: the noun of each and the state, if it is told."""

    mentions: tuple[Mention, ...]
    nouns: tuple[str, ...]
    states: tuple[str | None, ...]
    titles: tuple[str, ...]
    """What the words tell of each beside the state: « ministre de la Défense »."""

    @property
    def apart(self) -> bool:
        """Whether each is of another state."""
        return None not in self.states and len(set(self.states)) == len(self.states)


def join(stage: Stage) -> None:
    """Gives descriptions those whom the sentences behind name, with the states that they tell."""
    unnamed = list(_unnamed(stage))
    firsts = _first_named(stage) if unnamed else []
    taken: set[str] = set()
    for one in reversed(unnamed):
        number = stage.draft.doc[one.mentions[-1].head].sent.number
        behind = [
            m
            for m in firsts
            if m.start > one.mentions[-1].end
            and stage.draft.doc[m.head].sent.number - number <= REACH
            and m.actors[0] not in taken
        ]
        people = _by_state(stage, one, behind) or _in_row(stage, one, behind)
        if people:
            taken |= {part.id for part in people}
            _give(stage, one, people)


# --- those described ------------------------------------------------------------------------------


def _unnamed(stage: Stage) -> Iterator[_Unnamed]:
    """Descriptions for which nobody is known, in order of the text; two single ones that « et » joins
    are one of two."""
    by_first = {stage.words[g.first].i: g for g in stage.groups if g.definite or g.plural}
    before: _Unnamed | None = None
    for mention in sorted((m for _, m in stage.made), key=lambda m: m.start):
        group = by_first.get(mention.first)
        parts = [stage.cast.parts[a] for a in mention.actors]
        if group is None or mention.form != "description" or any(p.kind != "group" for p in parts):
            continue
        noun = stage.words[group.head].key
        number = _number(stage, group) if group.plural and len(parts) == 1 else len(parts)
        states = tuple(p.country for p in parts) if len(parts) > 1 else (parts[0].country,) * number
        titles = (_title(stage, group),) * number
        own = _Unnamed((mention,), (noun,) * number, states, titles)
        if number > 1 or (number == 1 and not group.plural):
            if before is not None and number == 1 == len(before.nouns):
                pair = before.mentions[0], mention
                if _joins(stage, *pair) and pair[0].actors != mention.actors:
                    nouns = before.nouns + own.nouns
                    yield _Unnamed(pair, nouns, before.states + states, before.titles + titles)
            yield own
        before = own


def _title(stage: Stage, group: Group) -> str:
    """The post that a description tells, of one, without state and adjectives."""
    lang, head = stage.lang, group.head
    words = [w for w in stage.words[head : group.last + 1] if w.key]
    post = lang.post(" ".join(w.key for w in words[:2])) or lang.post(words[0].key)
    rest = words[len(post.singular.split()) if post else 1 :]
    told = {w.n for w in rest if w.people is not None}
    rest = [w for w in rest if w.n not in told and not {w.n - 1, w.n + 1} <= told]
    tells = bool(rest) and rest[0].key in lang.OF
    end = next((n for n, w in enumerate(rest) if w.key in lang.GRAMMAR.and_), len(rest))
    return joined(
        [post.singular if post else words[0].text, *(w.text for w in rest[:end] if tells)]
    )


def _number(stage: Stage, group: Group) -> int:
    """How many a description counts (« les deux dirigeants », « 4 otages »), 0 where it does not, or
    tells a part of more (« deux des cinq otages »)."""
    numbers: dict[str, int] = stage.draft.pack.module("frames").NUMBERS
    told = stage.words[group.first : group.head]
    if not stage.lang.OF.isdisjoint(w.key for w in told):
        return 0
    for word in told:
        if word.key.isdigit() and len(word.key) == 1:
            return int(word.key)
        if word.pos == "NUM" or word.key in stage.lang.GRAMMAR.two:
            return numbers.get(word.key, 0)
    return 0


# --- those named ----------------------------------------------------------------------------------


def _first_named(stage: Stage) -> list[Mention]:
    """Where each person is named first, in full, in order of the text."""
    first: dict[str, Mention] = {}
    for mention in sorted((m for _, m in stage.made), key=lambda m: m.start):
        part = stage.cast.parts[mention.actors[0]]
        if mention.form == "name" and len(mention.actors) == 1 and part.kind == "person":
            first.setdefault(part.id, mention)
    return [m for a, m in first.items() if len(stage.cast.parts[a].words) > 1]


def _by_state(stage: Stage, one: _Unnamed, behind: Sequence[Mention]) -> list[Part]:
    """Of each state told the one person named: « le Grec A », « son homologue tadjik, B »."""
    if not one.apart:
        return []
    people: list[Part] = []
    several = len(one.nouns) > 1
    for noun, state in zip(one.nouns, one.states, strict=True):
        theirs = [p for m in behind if (p := stage.cast.parts[m.actors[0]]).country == state]
        fitting = [
            p
            for p in theirs
            if _of_noun(stage, p, noun, untold=several or " " not in one.titles[0])
        ]
        if len(fitting) != 1 or (len(theirs) > 1 and not several):
            return []
        people += fitting
    known = several or one.nouns[0] in stage.lang.words("counterparts")
    return people if known or not people[0].roles else []


def _of_noun(stage: Stage, part: Part, noun: str, *, untold: bool) -> bool:
    """Whether somebody may be « le chef », « le ministre »: by a post of that noun, or with `untold` as
    one of whom no post is told."""
    lang = stage.lang
    if not part.roles:
        return untold
    held = [bare_title(fold(role.title), lang) for role in part.roles]
    counterpart = noun in lang.words("counterparts")
    if counterpart:
        return any(title.startswith(tuple(lang.words("shared_posts"))) for title in held)
    singular = _singular(stage, noun)
    return any(title.split(" ")[0] == singular.split(" ")[0] for title in held)


def _in_row(stage: Stage, one: _Unnamed, behind: Sequence[Mention]) -> list[Part]:
    """« A et B se sont serré la main »: the first row of names behind, past those known by a post of
    their own, of as many as the description counts, who do something together."""
    number = len(one.nouns)
    at = 0
    while at < len(behind) and not _fits(stage, one, 0, behind[at]):
        at += 1
    row = behind[at : at + number]
    verb = _verb(stage, row[0]) if number > 1 and len(row) == number else None
    if verb is None or (_tells(stage, verb) and not _official(stage, one.nouns[0])):
        return []
    if not all(_joins(stage, a, b) for a, b in pairwise(row)):
        return []
    if len(behind) > at + number and _joins(stage, row[-1], behind[at + number]):
        return []
    fitting = all(_fits(stage, one, n, m) for n, m in enumerate(row))
    return [stage.cast.parts[m.actors[0]] for m in row] if fitting else []


def _fits(stage: Stage, one: _Unnamed, n: int, name: Mention) -> bool:
    """Whether somebody may be one of those described, by state and post."""
    part = stage.cast.parts[name.actors[0]]
    if part.country not in (None, one.states[n]):
        return False
    return not part.roles or _of_noun(stage, part, one.nouns[n], untold=False)


def _verb(stage: Stage, name: Mention) -> Token | None:
    """The verb of which a name is the subject, alone or beside the noun of those named."""
    token = stage.draft.doc[name.head]
    for _ in range(4):
        if token.dep_ in SUBJECTS:
            return token.head
        if token.dep_ not in APPOSED:
            return None
        token = token.head
    return None


def _tells(stage: Stage, verb: Token) -> bool:
    """Whether somebody speaks by a verb, as victims of an attack do not."""
    return stage.lang.fold(verb.lemma_) in stage.lang.words("announcing")


def _official(stage: Stage, noun: str) -> bool:
    """A noun of those who lead or negotiate."""
    leading = stage.lang.words("anybody") | stage.lang.words("leader_posts")
    return _singular(stage, noun) in leading


def _singular(stage: Stage, noun: str) -> str:
    post = stage.lang.post(noun)
    return fold(post.singular) if post is not None else noun


def _joins(stage: Stage, one: Mention, other: Mention) -> bool:
    """Whether nothing but commas, « et », articles and titles stands between two mentions."""
    little = stage.lang.GRAMMAR.and_ | stage.lang.DETERMINERS | {*stage.lang.title_gender()}
    between = [w for w in stage.words if one.last < w.i < other.first]
    return len(between) < 4 and all(w.text == "," or w.key in little for w in between)


def _give(stage: Stage, one: _Unnamed, people: Sequence[Part]) -> None:
    """Puts persons where the description stands, with the states that it tells."""
    shares = [people] if len(one.mentions) == 1 else [[part] for part in people]
    for mention, mine in zip(one.mentions, shares, strict=True):
        groups = mention.actors
        for other in (m for _, m in stage.made if m.actors == groups):
            other.actors = tuple(part.id for part in mine)
            for part in mine:
                part.evidence.append(stage.draft.tokens_span(other.first, other.last))
        for group in groups:
            stage.cast.parts[group].evidence.clear()
    for part, noun, title, state in zip(people, one.nouns, one.titles, one.states, strict=True):
        part.country = part.country or state
        if not part.roles and (_official(stage, noun) or _official(stage, fold(title))):
            role = Role(title=title, country=state, evidence=(part.evidence[-1],))
            part.roles.append(role)
