"""Whether reported words carry a position, and which act of speech they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import Plover
from detente.reading.speech.cues import Cue
from detente.reading.speech.groups import has

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Family, Lexicon
    from detente.reading.draft import Draft

ORDER = (
    "deny",
    "reject",
    "accuse",
    "threaten",
    "warn",
    "demand",
    "urge",
    "promise",
    "commit",
    "offer",
    "tender",
    "reproach",
    "denounce",
    "praise",
)


def act_of(cue: Cue | None, frame: str | None = None) -> Plover | None:
    """The act of speech that a cue's verb makes by itself, with the complement that it brings in."""
    if cue is None or cue.negated:
        return None
    families = {
        v.family.name: v.family
        for v in cue.verbs
        if frame is None
        or frame in v.family.takes
        or v.family.name in ("denounce", "accuse", "reproach")
    }
    if frame is None and "name" in families:
        families.pop("urge", None)  # « appelle cela la « … » » is no demand
    for name in ORDER:
        if (family := families.get(name)) and family.plover and _is_act(cue, name, frame):
            return Plover(family.plover[0], family.plover[1])
    return None


def _is_act(cue: Cue, name: str, frame: str | None) -> bool:
    # « demander si », « avertir que la route est longue »: no act by the verb alone
    return not (name == "warn" and frame is None and cue.noun is None)


def carries(words: list[Token], family: Family, lexicon: Lexicon) -> bool:
    """Whether the words of an indirect statement carry a position.

    Under a verb of demand, refusal, threat and the like they do; under one of opinion, unless they
    report a number; under a neutral one, where a word, mood or judgment among them shows it."""
    if family.weight == "always":
        return True
    if family.weight == "belief":
        return _shown(words, lexicon) or not _counted(words, lexicon)
    if _counted(words, lexicon):
        return any(_to_come(t, lexicon) or t.lemma_ in lexicon.obliging for t in words)
    return _shown(words, lexicon) or _judged(words, lexicon)


def lays_on_another(
    words: list[Token], speaker: str | None, draft: Draft, lexicon: Lexicon
) -> bool:
    """Whether the words tell of a wrong done by a named party other than the speaker, or lay
    something on it: « à cause de Y »."""
    kinds = ("state", "organisation", "person")
    for token in words:
        if token.plain in lexicon.blaming and token.i + 1 < len(token.doc):
            of = token.nbor().plain in token.doc.grammar.of
            blamed = (draft.mention_at(t) for t in token.doc[token.i + 2 : token.i + 4] if of)
            if any(
                speaker not in m.actors and draft.actors[m.actors[0]].kind in kinds
                for m in blamed
                if m is not None and m.actors and m.form != "people"
            ):
                return True
        if token.dep_ != "nsubj" or token.head not in words:
            continue
        verb = token.head
        if verb.lemma_ not in lexicon.hostile or _to_come(verb, lexicon):
            continue
        if any(c.dep_ == "aux:tense" and _to_come(c, lexicon) for c in verb.children):
            continue
        mention = draft.mention_at(token)
        if mention is None or not mention.actors or speaker in mention.actors:
            continue
        if draft.actors[mention.actors[0]].kind in kinds:
            return True
    return False


def of_their_own(words: list[Token], lexicon: Lexicon) -> bool:
    """« … que ses combattants reprenaient les armes »: what a party's own do, or are about to."""
    for token in words:
        if token.dep_ != "nsubj" or token.lemma_ not in lexicon.own or _compound(token.head):
            continue
        if any(c.plain in c.doc.grammar.possessives for c in token.children):
            return True
    return False


def _counted(words: list[Token], lexicon: Lexicon) -> bool:
    return any(lexicon.patterns.number.search(token.text) for token in words)


def _shown(words: list[Token], lexicon: Lexicon) -> bool:
    for token in words:
        modal = token.lemma_ in lexicon.modals
        if modal and token.pos_ not in ("VERB", "AUX"):
            continue
        if token.lemma_.lower() in lexicon.position or token.plain in lexicon.position:
            return True
    return any(_to_come(t, lexicon) for t in words) or any(_withheld(t) for t in words)


def _judged(words: list[Token], lexicon: Lexicon) -> bool:
    """Whether the words say what something is, or amounts to, rather than what happened."""
    for token in words:
        if token.dep_ == "cop" and token.head.pos_ in ("ADJ", "NOUN", "PROPN", "VERB", "PRON"):
            return True
        if token.lemma_ in lexicon.judging and token.pos_ == "VERB" and not _compound(token):
            return True
    return False


def _compound(token: Token) -> bool:
    return any(child.dep_ == "aux:tense" for child in token.children)


def _withheld(token: Token) -> bool:
    """A negated verb of the present or imperfect: what is denied or refused, not what did not happen."""
    if token.plain not in token.doc.grammar.denials:
        return False
    verb = token.head
    if verb.pos_ == "NOUN":
        verb = verb.head
    return verb.pos_ in ("VERB", "AUX") and not _compound(verb)


def _to_come(token: Token, lexicon: Lexicon) -> bool:
    """Future or conditional, the mood of what is announced or supposed."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    if has(token, "Tense", "Fut") or has(token, "Mood", "Cnd"):
        return True
    if token.lemma_ in lexicon.going and has(token, "VerbForm", "Fin"):
        return any(c.dep_ == "xcomp" and has(c, "VerbForm", "Inf") for c in token.children)
    ends = lexicon.ends
    return token.text.endswith(ends.to_come) and token.lemma_.endswith(ends.infinitive)


def thought(cue: Cue, thoughts: frozenset[str]) -> bool:
    """« X pensait que … », « X remarqua que … »: told of a mind, not of what was said."""
    if cue.mode != "finite" or not any(verb.lemma in thoughts for verb in cue.verbs):
        return False
    token = cue.token
    return has(token, "Tense", "Imp") or (
        has(token, "Tense", "Past") and has(token, "VerbForm", "Fin")
    )
