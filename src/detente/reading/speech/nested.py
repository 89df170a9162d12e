"""Reported words within reported words: which of them stand by themselves, which are second-hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Family
    from detente.reading.speech.cues import Cue
    from detente.reading.speech.scene import Scene

PHRASES = frozenset(["np", "noun", "to_np"])
"""Frames that bring in a noun and what belongs to it."""


@dataclass(slots=True)
class Reported:
    """Words reported under a cue: characters from `start` to `end`, and what kind they are."""

    cue: Cue
    start: int
    end: int
    frame: str
    family: Family


def untangled(scene: Scene, found: list[Reported]) -> list[Reported]:
    """The same, but for those who only pass words on; what holds another comes before it."""
    _apart(scene, found)
    found = [i for i in found if not any(_passes_on(scene, i, other) for other in found)]
    return sorted(found, key=lambda item: (item.start, -item.end))


def _apart(scene: Scene, found: list[Reported]) -> None:
    """« X s'est réjoui de la libération de Y, accusé par Z de … », « a dénoncé un raid, dont Z a nié
    être l'auteur »: Z's words are no part of X's."""
    for inner in found:
        for outer in found:
            aside = inner.cue.mode == "passive"
            aside |= outer.frame in PHRASES and in_relative(inner.cue.token, outer.cue.token)
            if aside and holds(outer, inner):
                comma = scene.text.rfind(",", outer.start, inner.cue.start)
                outer.end = comma if comma > outer.start else inner.cue.start


def _passes_on(scene: Scene, outer: Reported, inner: Reported) -> bool:
    """« X a déclaré que …, selon Y », « X a dit être prêt, a annoncé Y », « X a exhorté Z à …, selon un
    communiqué »: it only tells that X said so."""
    main = inner.cue.mode == "finite" and inner.cue.token.dep_ == "ROOT"
    if outer.frame != "free" or not main or not holds(outer, inner):
        return False
    if inner.family.name == "say" and inner.cue.subject is not None:
        return True
    papers, ones = scene.words.documents, (outer.cue.subject, inner.cue.subject)
    return [one is not None and one.lemma_ in papers for one in ones] == [True, False]


def holds(outer: Reported, inner: Reported) -> bool:
    """Whether what one reports stands within what another says, and so is second-hand; not what the
    reporter tells in « Z, qui accuse X de …, … »."""
    if outer is inner or outer.cue.subject == inner.cue.subject:
        return False
    if outer.frame == "free" and inner.cue.token.dep_ == "acl:relcl":
        return False
    return outer.start <= inner.cue.start and inner.end <= outer.end


def in_relative(token: Token, first: Token) -> bool:
    """Whether a token stands in a relative clause that begins behind `first`."""
    for up in (token, *token.ancestors):
        if up.i < first.i:
            return False
        if up.dep_ in ("acl:relcl", "acl"):
            return True
    return False
