"""What a pact lays down without a verb that says so: bare futures in and behind its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.reading.events.syntax import (
    children,
    is_passive,
    is_verb,
    lemmas,
    negated,
    subjects,
    tense,
)
from detente.reading.undertakings.announced import ahead
from detente.reading.undertakings.extent import clause_from
from detente.reading.undertakings.found import TOLD, Found
from detente.reading.undertakings.pacts import is_pact, is_pronoun

if TYPE_CHECKING:
    from detente.language.doc import Doc, Token, Words
    from detente.language.undertakings import Lexicon

AFTER = 2
"""Sentences from one that tells what a pact lays down, in which a bare future still tells it."""
AGREED = 6
"""Sentences from one that tells of a pact concluded, in which a future of its acts still does."""


def laid_down(doc: Doc, found: Iterable[Found], lexicon: Lexicon) -> Iterator[Found]:
    """The undertakings of futures in the wake of a pact; `found` are those told by a verb."""
    agreed = {f.trigger.sent.start for f in found if f.mode == "agreed"}
    since, told = AFTER, AGREED
    for sentence in doc.sents:
        named = [t for t in sentence.tokens if not t.lemmas.isdisjoint(lexicon.deals)]
        pacts = [token for token in named if is_pact(token, lexicon)]
        speaks = _speaks(pacts, sentence, lexicon)
        since = 0 if speaks or _lays_down(pacts, named, sentence, lexicon) else since + 1
        told = 0 if sentence.start in agreed or _concludes(pacts, lexicon) else told + 1
        if since < AFTER:
            yield from _futures(sentence, lexicon, quoted=speaks, strict=False)
        elif told < AGREED:
            yield from _futures(sentence, lexicon, quoted=False, strict=True)


def _futures(sentence: Words, lexicon: Lexicon, *, quoted: bool, strict: bool) -> Iterator[Found]:
    """« Les rebelles remettront leurs armes … », « le retrait devra être achevé … »: a bare future
    of a party or an act; with `strict` only of an act of those that pacts are about."""
    if strict and foreseen(sentence, lexicon):
        return
    for verb in sentence:
        if not is_verb(verb) or verb.dep_ not in ("ROOT", "conj"):
            continue
        if not quoted and in_quotes(verb, sentence):
            continue
        act = _bound(verb, lexicon)
        if act is None or (negated(verb) and not lemmas(act) & lexicon.harms):
            continue
        if strict and not lemmas(act) & lexicon.acts:
            continue
        who = [t for t in subjects(verb) if t.pos_ in ("NOUN", "PROPN") or is_pronoun(t)]
        if not who or any(is_pact(t, lexicon) for t in who):
            continue
        if is_passive(act) and who[0].pos_ == "PROPN":
            continue  # « l'accord entre X et Y doit être signé », of which the parse makes « Y doit … »
        if content := clause_from(min(t.left_edge.i for t in who), act, lexicon):
            yield Found(verb, tuple(who), *content, "agreed", together=True)


def _lays_down(pacts: list[Token], named: list[Token], sentence: Words, lexicon: Lexicon) -> bool:
    """Whether a sentence tells what one of its pacts lays down, or names one, or an exchange, for its
    ground; `named` are both."""
    for token in pacts:
        verb = token.head
        if token.dep_.startswith("nsubj") and lemmas(verb) & lexicon.provides and is_verb(verb):
            return True
        if _grounds(token, sentence, lexicon):
            return True
    return any(lemmas(t) & lexicon.exchanges and _grounds(t, sentence, lexicon) for t in named)


def _grounds(token: Token, sentence: Words, lexicon: Lexicon) -> bool:
    """« aux termes de l'accord », « dans le cadre de l'échange »."""
    before = {t.plain for t in token.doc[max(sentence.start, token.i - 4) : token.i]}
    return bool(before & lexicon.grounds)


def _speaks(pacts: list[Token], sentence: Words, lexicon: Lexicon) -> bool:
    """Whether an incise gives the sentence to what parties have agreed: « dit le texte », « prévoit
    l'accord », « indique le communiqué conjoint »."""
    for token in pacts:
        if token.i < sentence.start + 3:
            continue
        at = token.i - 1
        while at > sentence.start and token.doc[at].pos_ in ("DET", "ADJ"):
            at -= 1
        verb, own = token.doc[at], lemmas(token)
        if not is_verb(verb) or tense(verb) not in TOLD:
            continue
        if not lemmas(verb) & (lexicon.announcing | lexicon.provides | lexicon.reads):
            continue
        if own & lexicon.issued and not any(lemmas(c) & lexicon.shared for c in token.children):
            continue
        if any(t.text in ',»”"' for t in token.doc[max(sentence.start, at - 3) : at]):
            return True
    return False


def _concludes(pacts: list[Token], lexicon: Lexicon) -> bool:
    """Whether a sentence tells of a pact as made: « ont signé un accord », « l'accord conclu »."""
    for token in pacts:
        if not lemmas(token) & lexicon.loose_pacts:
            verbs = [token.head, *children(token, "acl", "amod")]
            if any(
                lemmas(v) & lexicon.concluded and tense(v) in TOLD and not negated(v) for v in verbs
            ):
                return True
    return False


def foreseen(sentence: Words, lexicon: Lexicon) -> bool:
    """Whether somebody foresees or supposes what a sentence tells: « selon des experts », « estime X »,
    « si … »."""
    grammar = sentence.doc.grammar
    for token in sentence:
        if token.i == sentence.start and (
            token.plain in grammar.for_ or token.plain in grammar.if_
        ):
            return True
        if token.plain in lexicon.sources:
            return True
        if token.dep_.startswith("parataxis") and is_verb(token):
            return not lemmas(token) & lexicon.announcing
    return False


def _bound(verb: Token, lexicon: Lexicon) -> Token | None:
    """The verb of what is to be done: one that lies ahead, or an infinitive under « devoir »."""
    if lemmas(verb) & lexicon.must and tense(verb) in ("present", "future"):
        return next((c for c in children(verb, "xcomp") if not lemmas(c) & lexicon.no_act), None)
    act = ahead(verb, lexicon)
    if act is None or (act is verb and tense(verb) != "future") or lemmas(act) & lexicon.no_act:
        return None
    return act


def in_quotes(verb: Token, sentence: Words) -> bool:
    before = verb.doc[sentence.start : verb.i]
    return sum(t.text in '"“«' for t in before) > sum(t.text in "”»" for t in before)
