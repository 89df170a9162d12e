"""Where a text speaks of an event: words of the codebook in the frame that makes them tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import ModuleType

from detente.codebook import Frame, Kind
from detente.language.doc import Token
from detente.model import DateMention
from detente.reading.draft import Draft
from detente.reading.events.arcs import AUXILIARIES
from detente.reading.events.carriers import (
    carrier_of,
    faces,
    follows,
    relative_of,
    sides_of,
)
from detente.reading.events.fitting import reflexive_fits, suits
from detente.reading.events.holding import held_with
from detente.reading.events.lexicon import Lexicon
from detente.reading.events.moods import went_to_meet
from detente.reading.events.participles import TO_POSTS, which_one
from detente.reading.events.slots import Slots, noun_slots, of_held, verb_slots
from detente.reading.events.syntax import (
    PAST,
    clause_of,
    clause_tokens,
    is_passive,
    is_verb,
    lemmas,
    lemmas_beside,
    tense,
)


@dataclass(slots=True)
class Trigger:
    """A word that tells of a kind, with what stands around it. `light` is the verb that carries
    a noun; `happens` whether the noun is that verb's subject."""

    kind: Kind
    frame: Frame
    token: Token
    nominal: bool
    slots: Slots
    light: Token | None = None
    happens: bool = False
    held: tuple[Token, ...] = ()
    """Participles by the noun that have its time and place as well; of a verb of agreeing, the noun of
    what is agreed on."""
    others: list[Kind] = field(default_factory=list)
    """Kinds that the same word may tell of in another frame."""
    folded: dict[str, str] = field(default_factory=dict)
    """Slots that came with the noun of a verb, and the parts they give."""
    reference_date: DateMention | None = None
    beside: Token | None = None
    """The word of the event of that kind told just before, of which this one is another."""

    @property
    def verb(self) -> Token:
        """The verb that says how it stands with the event: its own, the light one, or the clause's."""
        if not self.nominal:
            return self.token
        return self.light if self.light is not None else clause_of(self.token)


PACT = frozenset({"agreement", "ceasefire"})
"""Kinds that two sides make by agreeing."""
_SMALL = frozenset({"PUNCT", "DET", "ADP", "PRON", "CCONJ", "SCONJ", "SPACE", "NUM"})
"""Parts of speech that tell of no event."""


def find_triggers(draft: Draft, lexicon: Lexicon) -> list[Trigger]:
    """All triggers of a draft in order, one a word: the frame that asks most wins. Several may still
    tell the same (`doubled.one_each`)."""
    found = []
    games = _games(draft, lexicon)
    for token in draft.doc:
        if token.pos_ in _SMALL or not lexicon.knows(token.lemmas) or token.i in games:
            continue
        options = [
            option
            for option in (*_as_verb(draft, lexicon, token), *as_noun(draft, lexicon, token))
            if not _excluded(lexicon, option.kind, token)
        ]
        for group in (_speeches(options), [o for o in options if o.kind.kind != "speech"]):
            if group:
                best = max(group, key=_asks)
                best.others = [o.kind for o in options if o.kind is not best.kind]
                found.append(best)
    return found


def _excluded(lexicon: Lexicon, kind: Kind, token: Token) -> bool:
    """Whether a word stands in words of its sentence that tell of no event of a kind."""
    rule = lexicon.never.get(kind.kind)
    if rule is None:
        return False
    told = rule.finditer(token.doc.plain, token.sent.start_char, token.sent.end_char)
    return any(match.start() <= token.idx < match.end() for match in told)


def _games(draft: Draft, lexicon: Lexicon) -> frozenset[int]:
    """The tokens of sentences about sport, where people attack, meet and exclude one another too."""
    game = lexicon.classes["GAME"]
    played = {
        token.sent.start: token.sent.end
        for token in draft.doc
        if token.pos_ == "NOUN" and not game.isdisjoint(token.lemmas)
    }
    return frozenset(i for start, end in played.items() for i in range(start, end))


def _speeches(options: list[Trigger]) -> list[Trigger]:
    """Words that tell of a speech may tell of a threat or a demand as well: both stand."""
    return [option for option in options if option.kind.kind == "speech"]


def _asks(option: Trigger) -> tuple[int, int, int]:
    """How much a frame asks: the frame of « entretien téléphonique » before that of « entretien »."""
    frame = option.frame
    return (not frame.generic, 2 * bool(frame.near) + 2 * bool(frame.fixed), len(frame.needs))


def _as_verb(draft: Draft, lexicon: Lexicon, token: Token) -> list[Trigger]:
    word = token.plain
    known = lemmas(token) | ({lexicon.participles[word]} if word in lexicon.participles else set())
    if token.pos_ == "NOUN" and word not in lexicon.participles:
        return []
    if not is_verb(token) and not (token.pos_ in ("ADJ", "NOUN") and word in lexicon.participles):
        return []
    if token.pos_ in ("ADJ", "NOUN") and not _by_agreement(token):
        return []
    if token.dep_ in AUXILIARIES:
        return []
    found = []
    around = lemmas_beside(token.sent.tokens[0])
    for lemma in sorted(known):  # a set has another order in another process
        for sense in lexicon.verbs.get(lemma, ()):
            kind, frame, _ = sense
            if not sense.may_be(around) or not reflexive_fits(token, frame):
                continue
            if not follows(draft, token, frame.fixed):
                continue
            if frame.voice != "any" and is_passive(token) != (frame.voice == "passive"):
                continue
            if kind.kind in TO_POSTS and which_one(draft, token):
                continue
            slots = verb_slots(draft, token, frame)
            if suits(draft, lexicon, frame, slots) and _company(lexicon, token, frame):
                words = draft.pack.module("frames")
                held = (token.head,) if went_to_meet(token, words) else ()
                found.append(Trigger(kind, frame, token, False, slots, held=held))
    return found


def _by_agreement(token: Token) -> bool:
    """A participle taken for an adjective or noun still tells, where it follows its noun."""
    return (
        token.dep_ in ("amod", "acl", "appos", "ROOT", "conj", "xcomp", "advcl")
        and token.pos_ == "ADJ"
    )


def as_noun(draft: Draft, lexicon: Lexicon, token: Token) -> list[Trigger]:
    """What a noun may tell of, a trigger for each kind and frame that suits it."""
    if token.pos_ not in ("NOUN", "PROPN", "X", "ADJ", "VERB") or (
        token.pos_ in ("VERB", "ADJ") and not _has_article(token)
    ):
        return []
    found = []
    words, around = draft.pack.module("frames"), lemmas_beside(token.sent.tokens[0])
    for lemma in sorted(lemmas(token)):
        for sense in lexicon.nouns.get(lemma, ()):
            kind, frame, _ = sense
            if not sense.may_be(around) or not follows(draft, token, frame.fixed):
                continue
            light, happens = carrier_of(draft, token)
            if light is not None and faces(light, words) and kind.kind != "protest":
                light = None  # whoever faces sanctions or an attack did not make them
            if light is not None and kind.kind in PACT and _ends(token, light, words):
                light, happens = relative_of(token, words)
            if light is not None and happens and kind.kind in PACT and light.i > token.i:
                own = relative_of(token, words)  # « l'accord, conclu en août, permet … »
                signed = lemmas(light) & words.SIGNS and tense(light) in PAST
                light = light if signed or own[0] is None else own[0]
            held = held_with(token, light, words)
            slots = noun_slots(draft, token, frame, light)
            of_held(draft, frame, held, slots)
            if (kind.kind in PACT or kind.kind == "talks") and not slots.get("subject"):
                between = draft.doc.grammar.cases.between
                slots["subject" if "subject" in frame.slots else between] += sides_of(token, words)
            if suits(draft, lexicon, frame, slots) and _company(lexicon, token, frame):
                found.append(Trigger(kind, frame, token, True, slots, light, happens, held))
    return found


def _ends(noun: Token, light: Token, words: ModuleType) -> bool:
    """« a mis fin à l'accord », « a annoncé la fin de l'accord », « veut prolonger la trêve signée en
    juin »: what ends, lasts or is approved was made before."""
    if lemmas(light) & words.APPROVES:
        return True
    if lemmas(light) & words.SUSTAINED and relative_of(noun, words)[0] is not None:
        return True
    over = noun.head
    if over.pos_ == "NOUN" and lemmas(over) & words.ENDED:
        return True
    after = light.doc[light.i + 1 : min(light.i + 4, light.sent.end)]
    return bool(lemmas(light) & words.PUTS) and any(lemmas(t) & words.ENDED for t in after)


def _has_article(token: Token) -> bool:
    return any(child.dep_ == "det" for child in token.children)


def _company(lexicon: Lexicon, token: Token, frame: Frame) -> bool:
    """Whether the words that must be near are, and those that may not be are not."""
    if not frame.near and not frame.far:
        return True
    words: set[str] = set()
    window = token.doc[max(token.sent.start, token.i - 14) : min(token.sent.end, token.i + 18)]
    around = {t.i for t in clause_tokens(clause_of(token))} | {t.i for t in token.subtree}
    for other in window:
        if other.i in around or abs(other.i - token.i) <= 4:
            words |= lemmas(other)
    if not words.isdisjoint(lexicon.expanded(frame.far)):
        return False
    return not frame.near or not words.isdisjoint(lexicon.expanded(frame.near))
