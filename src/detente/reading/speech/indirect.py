"""Indirect speech: the clause, infinitive or noun that a verb of speech brings in, and where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.according import at_edge, past_speaker
from detente.reading.speech.complements import (
    bare_infinitive,
    charge,
    is_judged,
    noun_follows,
    occasion,
    past_circumstances,
    preposed,
    that_clause,
    towards,
    with_object,
)
from detente.reading.speech.cues import Cue, noun_after
from detente.reading.speech.ends import after_token, extent_of, joined_end
from detente.reading.speech.hosts import Host
from detente.reading.speech.nested import PHRASES, Reported, untangled

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Family
    from detente.reading.speech.scene import Scene


def reported(scene: Scene, host: Host, cues: list[Cue]) -> list[Reported]:
    """All indirect speech of one host, whether it carries a position or not; what holds another comes
    before it."""
    found: list[Reported] = []
    for cue in cues:
        if not _said(scene, cue):
            continue
        if (
            cue.mode == "phrase"
            and cue.subject is not None
            and cue.subject.lemma_ in scene.words.mute
        ):
            continue
        if cue.mode == "phrase" and _retold(scene, cue, cues):
            continue
        if cue.mode == "phrase":
            made = _according(scene, host, cue, cues)
        elif cue.inverted:
            made = _ended_by_incise(scene, host, cue)
        else:
            made = _complement(scene, host, cue, cues)
        if made is not None and scene.text[made.start : made.end].strip():
            found.append(made)
    return untangled(scene, found)


def _retold(scene: Scene, cue: Cue, cues: list[Cue]) -> bool:
    """« Selon l'agence X, Y a déclaré que … »: an outlet that retells what another has said."""
    head = cue.subject
    if head is None or not (head.lemma_.lower() in scene.words.onlookers or scene.is_outlet(head)):
        return False
    return any(
        other.mode == "finite" and other.start > cue.end and other.taking("that") for other in cues
    )


def _said(scene: Scene, cue: Cue) -> bool:
    """Whether the cue tells that something was said, rather than may be or was not."""
    if cue.mode == "passive":
        return cue.subject is not None and "accuse" in cue.families() and not cue.negated
    if cue.negated and cue.token.lemma_ not in scene.words.not_denied:
        return False
    if cue.future and cue.mode == "finite":
        return False
    return cue.mode != "infinitive" or cue.uttered(scene.words)


# ---------------------------------------------------------------- complements


def _complement(scene: Scene, host: Host, cue: Cue, cues: list[Cue]) -> Reported | None:
    doc, words, grammar = scene.draft.doc, scene.words, scene.draft.doc.grammar
    last = scene.tokens(host.start, host.end)[1]
    line = [doc[i] for i in range(cue.last + 1, last + 1) if not doc[i].is_space]
    stops = {c.token.i for c in cues if c is not cue and c.mode != "phrase"}
    if not line:
        return None
    if cue.noun is not None:
        return _from_noun(scene, host, cue, cues, line)
    if (family := cue.taking("that")) and (at := that_clause(line, stops, cue, words)) is not None:
        start = after_token(line[at])
        return _closed(scene, host, cue, cues, start, "that", family)
    if (family := cue.taking("inf")) and _of_object(cue):
        return None
    if (family := cue.taking("inf")) and (bare := bare_infinitive(cue, line)) is not None:
        return _closed(scene, host, cue, cues, bare, "inf", family)
    for frame, leads in (("of", grammar.just_of), ("to", grammar.to)):
        if (family := cue.taking(frame)) and (at := preposed(line, leads, stops)) is not None:
            start = with_object(line, at, scene)
            return _closed(scene, host, cue, cues, start, frame, family)
    if (family := cue.taking("of")) and family.name == "accuse" and cue.mode != "passive":
        at = charge(cue, line, words)
        return None if at is None else _closed(scene, host, cue, cues, line[at].idx, "np", family)
    if "judge" in cue.families():
        first = next((t for t in line[:3] if t.pos_ != "ADV"), None)
        if first is not None and is_judged(first, cue, words):
            family = next(v.family for v in cue.verbs if v.family.name == "judge")
            return _closed(scene, host, cue, cues, first.idx, "adjective", family)
    if (family := cue.taking("to_np")) and (at := towards(line)) is not None:
        if occasion(line[at + 1 : at + 4], words):
            return None
        return _closed(scene, host, cue, cues, line[0].idx, "to_np", family)
    if (family := cue.taking("np")) and not _relative_to(cue):
        n = past_circumstances(line, cue, scene)
        if noun_follows(line[n:], cue, words) and not _advised(scene, cue, line[n:]):
            made = _closed(scene, host, cue, cues, line[n].idx, "np", family)
            if made is not None and (
                aside := words.patterns.when.search(scene.text, made.start, made.end)
            ):
                made.end = aside.start()
            return made
    return None


def _of_object(cue: Cue) -> bool:
    """« les armes qu'ils disent posséder »: told of the arms, no words of anybody."""
    that = cue.token.doc.grammar.that
    clause = [*cue.token.children, *(c for v in cue.token.children for c in v.children)]
    return cue.token.dep_ == "acl:relcl" and any(
        t.plain in that and t.pos_ == "PRON" and t.i < cue.token.i for t in clause
    )


def _relative_to(cue: Cue) -> bool:
    """« les conditions auxquelles X a subordonné une trêve »: told of the conditions."""
    grammar = cue.token.doc.grammar
    which = grammar.which | grammar.of_which | grammar.to_which
    return any(c.plain in which and c.i < cue.first for c in cue.token.children)


def _advised(scene: Scene, cue: Cue, line: list[Token]) -> bool:
    """« X, qui conseille la délégation »: who is advised, not what is."""
    if not any(verb.lemma in scene.words.advising for verb in cue.verbs):
        return False
    noun = noun_after(line, 0)
    mention = scene.draft.mention_at(noun) if noun is not None else None
    lemma = noun.lemma_.lower() if noun is not None else ""
    known = lemma in scene.words.posts | scene.words.bodies | scene.words.own
    return known or (mention is not None and bool(mention.actors))


def _from_noun(
    scene: Scene, host: Host, cue: Cue, cues: list[Cue], line: list[Token]
) -> Reported | None:
    """« exprimer son inquiétude face à …», « réitérer son appel à …»: the noun with what follows it."""
    noun = cue.noun
    if noun is None or line[0].plain in (",", ".", ";") or len(line) < 3:
        return None
    family = cue.verbs[0].family
    start = noun.idx
    that = line[0].plain in line[0].doc.grammar.that
    led = that or line[0].plain in scene.words.leading
    if not led and line[0].pos_ not in ("ADJ", "DET"):
        return None  # « a lancé un avertissement plus tôt cette année »: of what is not told
    if that:
        start = after_token(line[0])
    return _closed(scene, host, cue, cues, start, "noun", family)


# ---------------------------------------------------------------- free forms


def _ended_by_incise(scene: Scene, host: Host, cue: Cue) -> Reported | None:
    """A sentence that an incise gives to somebody: « La trêve tient, a-t-il assuré. »"""
    before = scene.text[host.start : cue.start].rstrip(" ,–—-\u00a0")
    quoted = before.endswith(("»", "”", '"')) and bool(host.quotes)
    led = quoted and any(
        scene.text[host.start : q.start].rstrip().endswith(":") for q in host.quotes
    )
    if led or len(before.split()) < 4 or not cue.verbs:
        return None
    return Reported(cue, host.start, host.start + len(before), "free", cue.verbs[0].family)


def _according(scene: Scene, host: Host, cue: Cue, cues: list[Cue]) -> Reported | None:
    """What « selon X » governs: the rest of its sentence, or what stands before it."""
    if cue.subject is None:
        return None
    name = "judge" if cue.relative else "say"
    family = next(
        v.family for vs in scene.words.verbs.values() for v in vs if v.family.name == name
    )
    if cue.relative:
        told = any(c is not cue and c.mode == "finite" and c.start < cue.start for c in cues)
        if not told:  # « X, pour qui ce serait le dixième départ »: nobody speaks
            return None
        return _closed(scene, host, cue, cues, cue.end, "free", family)
    at = scene.text[host.start : cue.start].strip(' ,\u00a0«"')
    after = past_speaker(scene, host, cue)
    grammar = cue.subject.doc.grammar
    himself = cue.subject.plain in grammar.he | grammar.she | grammar.they
    if himself and any(c.mode == "finite" and c.start < cue.start for c in cues):
        return None  # « X a condamné un raid visant, selon lui, … »
    alone = himself or after is not None
    before = [c for c in cues if c.mode == "phrase" and not c.loose and c is not cue]
    if any(c.start == host.start for c in before):
        return None  # « Selon X, … selon lui »
    if alone and not at_edge(scene, host, cue):
        return None  # « dont le montant dépendra selon lui de … »: of its own clause alone
    if (
        after is not None
        and _within_reported(cue, cues)
        and scene.text[after : host.end].strip(" .\n")
    ):
        return None  # « X a prévenu que des milices, équipées, selon Y, par Z, … »
    if len(at.split()) >= 4 and (after is None or len(scene.text[after : host.end].split()) < 4):
        end = host.start + len(scene.text[host.start : cue.start].rstrip(" ,\u00a0"))
        return Reported(cue, host.start, end, "free", family)
    if after is None:
        return None
    return _closed(scene, host, cue, cues, after, "free", family)


def _within_reported(cue: Cue, cues: list[Cue]) -> bool:
    """Whether a phrase stands amid the clause that another verb of speech before it brings in."""
    that, doc = cue.token.doc.grammar.that, cue.token.doc
    return any(
        other.mode == "finite"
        and other.start < cue.start
        and other.taking("that")
        and any(t.plain in that for t in doc[other.last + 1 : other.last + 3])
        for other in cues
    )


def _closed(
    scene: Scene, host: Host, cue: Cue, cues: list[Cue], start: int, frame: str, family: Family
) -> Reported | None:
    extent = extent_of(scene, host, cue, cues, start)
    if extent is None:
        return None
    start, end = extent
    if frame in PHRASES:
        end = joined_end(scene, start, end)
    return Reported(cue, start, end, frame, family)
