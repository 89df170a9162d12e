"""The forms in which an undertaking is told, over a parse: who undertakes what, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.events.syntax import (
    children,
    clause_of,
    has_se,
    is_verb,
    lemmas,
    negated,
    preposition,
    straight,
    subjects,
    tense,
)
from detente.reading.undertakings import announced, owed, pacts
from detente.reading.undertakings.extent import brought_in, object_of
from detente.reading.undertakings.fate import of_noun, of_relative, relative_object
from detente.reading.undertakings.found import AHEAD, TOLD, Found
from detente.reading.undertakings.kept import as_promised
from detente.reading.undertakings.laid_down import laid_down
from detente.reading.undertakings.subject import several, sides, who_of

if TYPE_CHECKING:
    from detente.language.doc import Doc, Token
    from detente.language.undertakings import Lexicon, Phrase


CARRIED = 16
"""Tokens between a verb and the noun that carries an undertaking, times and places included."""


def candidates(doc: Doc, lexicon: Lexicon) -> Iterator[Found]:
    """All that may be an undertaking; the surer form of a clause comes first."""
    told = list(_told(doc, lexicon))
    yield from told
    yield from as_promised(doc, lexicon)
    yield from laid_down(doc, told, lexicon)
    for token in doc:
        if token.dep_ in ("ROOT", "conj") and is_verb(token):
            yield from announced.by_incise(token, lexicon)


def _told(doc: Doc, lexicon: Lexicon) -> Iterator[Found]:
    """What a verb, noun or adjective of undertaking tells."""
    every = [
        (token, token.pos_, token.lemmas)
        for token in doc
        if token.pos_ in ("VERB", "AUX") or not lexicon.bearing.isdisjoint(token.lemmas)
    ]
    for token, kind, words in every:
        if kind in ("VERB", "AUX"):
            if not words.isdisjoint(lexicon.undertaking_verbs):
                yield from _by_verb(token, words, lexicon)
            if not words.isdisjoint(lexicon.phrase_verbs):
                yield from _by_phrase(token, words, lexicon)
    for token, kind, words in every:
        if kind in ("VERB", "AUX"):
            yield from _by_clause(token, words, lexicon)
            if words & lexicon.must:
                yield from pacts.provided(token, words, lexicon)
                yield from owed.due(token, lexicon)
        elif kind == "NOUN" and words & lexicon.pacts:
            yield from pacts.under(token, lexicon)
            yield from pacts.by_which(token, lexicon)
            yield from pacts.aimed_at(token, lexicon)
            yield from pacts.about(token, lexicon)
            yield from pacts.kept_or_broken(token, lexicon)
        elif kind == "NOUN" and words & lexicon.promise_nouns:
            yield from _promise(token, lexicon)
        elif words & lexicon.ready:
            yield from _ready(token, lexicon)
        elif words & lexicon.supposed:
            yield from owed.supposed(token, lexicon)
        if words & lexicon.accords:
            yield from _in_accord(token, lexicon)


def _by_clause(token: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """What a verb tells of or with a pact, announces, or says to lie ahead."""
    coming = token.dep_ in ("ROOT", "conj") and tense(token) in AHEAD
    if words & lexicon.lays_down:
        yield from pacts.provided(token, words, lexicon)
    if words & lexicon.concluded:
        yield from pacts.concluded(token, lexicon)
    if coming:
        yield from pacts.in_return(token, lexicon)
    if words & lexicon.announcing:
        yield from announced.by_announcement(token, lexicon)
        if words & lexicon.performs:
            yield from announced.by_noun(token, lexicon)
    if coming or words & lexicon.going:
        yield from announced.vow(token, lexicon)


def _by_verb(token: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """« s'engager à », « promettre de », « convenir de »: the subject undertakes."""
    for verb in lexicon.verbs:
        if (
            verb.lemma not in words
            or verb.reflexive != _reflexive(token)
            or not _made(token, lexicon)
        ):
            continue
        governor = _behind(token, verb.fixed) if verb.fixed else token
        if governor is None:
            continue
        content = brought_in(governor, verb.marks, lexicon, acts=verb.acts)
        if content is None and verb.object:
            content = object_of(governor, lexicon, acts=True)
        if content is None and verb.object and (deed := _promised_deed(token, lexicon)):
            yield Found(token, *deed, verb.mode, of_relative(token, lexicon))
            continue
        if content and verb.ahead and _told_of(token, content, lexicon):
            continue
        if content and verb.whole:
            content = (token.idx, content[1])
        if content and verb.together and _impersonal(token):
            yield Found(token, (), *content, verb.mode, together=True)
            continue
        who = who_of(token)
        if not content or not who or (verb.together and not several(who)):
            continue
        if verb.strict and not sides(who, lexicon):
            continue
        matter = relative_object(token)
        start = matter.left_edge.idx if matter is not None else content[0]
        yield Found(
            token,
            who,
            start,
            content[1],
            verb.mode,
            of_relative(token, lexicon),
            together=verb.together,
        )


def _promised_deed(token: Token, lexicon: Lexicon) -> tuple[tuple[Token, ...], int, int] | None:
    """Of « le retrait des troupes, promis par X, … », « la libération que X avait promise » and « une
    trêve a été acceptée par X », who promises and the noun's own words."""
    passive = next(iter(children(token, "nsubj:pass")), None)
    noun = relative_object(token) or passive
    if noun is None or noun.i > token.i or lemmas(noun).isdisjoint(lexicon.act_nouns):
        return None
    who = tuple(children(token, "obl:agent")) or (
        who_of(token) if token.dep_ == "acl:relcl" else ()
    )
    start = noun.left_edge.idx
    upto = token.left_edge.idx if noun is not passive else noun.right_edge.nbor().idx
    words = token.doc.text[start:upto].rstrip(" ,–—")
    return (who, start, start + len(words)) if who and words else None


def _by_phrase(token: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """« prendre l'engagement de », « exprimer son intention de », « se dire prêt à »."""
    for phrase in lexicon.adjectives:
        if words & phrase.verbs and _reflexive(token):
            yield from _phrase(token, words, phrase, phrase.adjectives, lexicon)
    for phrase in lexicon.phrases:
        yield from _phrase(token, words, phrase, phrase.nouns, lexicon)


def _phrase(
    token: Token, words: frozenset[str], phrase: Phrase, carriers: frozenset[str], lexicon: Lexicon
) -> Iterator[Found]:
    if not words & phrase.verbs or not _made(token, lexicon):
        return
    for carrier in token.doc[token.i + 1 : min(token.i + CARRIED, token.sent.end)]:
        if lemmas(carrier) & carriers and (token in carrier.ancestors or carrier.i <= token.i + 3):
            content = brought_in(carrier, phrase.marks, lexicon, acts=phrase.acts)
            if content and (who := who_of(token)):
                start = carrier.idx if phrase.adjectives else content[0]
                joint = phrase.mode == "agreed"
                kept = carrier.lemmas & lexicon.promise_nouns
                status = of_noun(carrier, lexicon) if kept else "open"
                yield Found(token, who, start, content[1], phrase.mode, status, together=joint)
            return


def _ready(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« X est prêt à négocier », « nous serons prêts à … dès que … »."""
    being = children(token, "cop")
    if not being or negated(token) or tense(token) not in TOLD | {"future"}:
        return
    who = who_of(token)
    if who and (content := brought_in(token, lexicon.brings.ready, lexicon)):
        yield Found(token, who, token.idx, content[1], "offered")


def _in_accord(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« Les deux pays sont d'accord pour rouvrir … », « nous sommes d'accord sur la prolongation … »."""
    before = token.i - 1
    if before < 1 or token.doc[before].plain not in token.doc.grammar.just_of:
        return
    being = next((t for t in (token.head, token.doc[before]) if children(t, "cop")), None)
    saying = any(lemmas(token.head) & phrase.verbs for phrase in lexicon.adjectives)
    if being is None and saying and _reflexive(token.head):
        being = token.head  # « s'est dit d'accord pour »
    if being is None or negated(being) or tense(being) not in TOLD:
        return
    who = who_of(being)
    if who and (content := brought_in(token, lexicon.brings.accords, lexicon, acts=True)):
        said = token.doc.char_span(*content, alignment_mode="expand")
        if said is not None and not lemmas(said[0]) & lexicon.no_act:
            yield Found(token, who, *content, "agreed", together=several(who))


def _promise(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« son engagement à ne pas … », « la promesse de Lima de … »: a noun and an infinitive."""
    marks, grammar = lexicon.brings.promise, token.doc.grammar
    if any(c.plain in grammar.none for c in children(token, "det", "amod")):
        return  # « sans aucune promesse de … »
    of = [c for c in children(token, "nmod") if preposition(c) in grammar.of]
    made = children(token, "acl")  # « l'engagement pris par X de … »
    found = (brought_in(t, marks, lexicon, acts=True) for t in (token, *of, *made))
    content = next((words for words in found if words), None)
    if content is None:
        return
    own = any("Yes" in c.morph.get("Poss", []) for c in children(token, "det"))
    makers = [t for verb in made for t in children(verb, "obl:agent")]
    who = (token, *(_owners(token, lexicon) if own else (*of, *makers)))
    if lemmas(token.head) & lexicon.obtains:
        who = tuple(c for c in token.head.children if preposition(c) in lexicon.obtained_from)
    if token.i < token.head.i and is_verb(token.head):  # up to the verb to which it belongs
        last = token.right_edge if token.right_edge.text != "," else token.right_edge.nbor(-1)
        content = content[0], max(content[0], min(content[1], last.idx + len(last.text)))
    status = of_noun(token, lexicon)
    yield Found(token, who, *content, "promised", status)


def _owners(promise: Token, lexicon: Lexicon) -> list[Token]:
    """Whose « son engagement » is: the subject's or, of a pact, his to whom it gives something."""
    clause = clause_of(promise)
    found = subjects(clause)
    if any(pacts.is_pact(t, lexicon) for t in found):
        return [
            t
            for t in clause.children
            if preposition(t) in clause.doc.grammar.to and t.i < promise.i
        ]
    return found


# ---------------------------------------------------------------- conditions


def _reflexive(verb: Token) -> bool:
    oneself = verb.doc.grammar.oneself
    if has_se(verb) or any(c.plain in oneself for c in verb.children):
        return True
    before = verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]
    twice = [t for t in before if t.plain in verb.doc.grammar.first_person and t.head == verb]
    return len(twice) > 1 or any(t.plain in oneself and t.head.head == verb for t in before)


def _behind(verb: Token, fixed: str) -> Token | None:
    """The last of the fixed words that follow a verb, or None where they do not."""
    at, words = verb.i + 1, straight(fixed).replace("'", "' ").split()
    told = [t.plain for t in verb.doc[at : at + len(words)]]
    return verb.doc[at + len(words) - 1] if told == words else None


def _made(verb: Token, lexicon: Lexicon) -> bool:
    """Told as made: not denied, conditional, future or asked of somebody."""
    if negated(verb):
        return False
    for mark in children(verb, "mark"):
        if mark.i and lemmas(mark.doc[mark.i - 1]) & lexicon.conditions:
            return False  # « à condition qu'ils s'engagent à … »
    form = tense(verb)
    asked = verb.dep_ in ("ccomp", "xcomp", "obl:arg", "advcl") and bool(
        lemmas(verb.head) & lexicon.asking
    )
    if form in ("infinitive", "past-infinitive"):
        return verb.dep_ == "xcomp" and bool(lemmas(verb.head) & lexicon.telling)
    return form in TOLD and not asked


def _impersonal(verb: Token) -> bool:
    """« Il a été convenu de … »."""
    being = any(c.plain in verb.doc.grammar.been for c in verb.children)
    return being and any(
        c.plain in verb.doc.grammar.it
        for c in verb.children
        if c.dep_.startswith(("expl", "nsubj"))
    )


def _told_of(verb: Token, content: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the words are a clause of what is so, rather than of what is to be: « convenu que la
    situation était grave »."""
    words = verb.doc.char_span(*content, alignment_mode="expand")
    if words is None or verb.doc[words.start - 1].plain not in verb.doc.grammar.that:
        return False
    return not any(
        is_verb(t) and (tense(t) in AHEAD | {"subjunctive"} or lemmas(t) & lexicon.must)
        for t in words
    )
