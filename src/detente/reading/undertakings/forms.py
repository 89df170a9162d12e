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
from detente.reading.undertakings import pacts
from detente.reading.undertakings.extent import brought_in, clause_from, object_of
from detente.reading.undertakings.fate import of_relative, relative_object
from detente.reading.undertakings.found import AHEAD, TOLD, Found

if TYPE_CHECKING:
    from detente.language.doc import Doc, Token
    from detente.language.fr.undertakings import Lexicon, Phrase


CARRIED = 16
"""Tokens between a verb and the noun that carries an undertaking, times and places included."""


def candidates(doc: Doc, lexicon: Lexicon) -> Iterator[Found]:
    """All that may be an undertaking; the surer form of a clause comes first."""
    every = [(token, token.pos_, lemmas(token)) for token in doc]
    for token, kind, words in every:
        if kind in ("VERB", "AUX") and not token.is_space:
            yield from _by_verb(token, words, lexicon)
            yield from _by_phrase(token, words, lexicon)
    for token, kind, words in every:
        if kind in ("VERB", "AUX") and not token.is_space:
            yield from pacts.provided(token, words, lexicon)
            yield from pacts.concluded(token, words, lexicon)
            yield from pacts.in_return(token, lexicon)
            yield from _by_announcement(token, words, lexicon)
            yield from _vow(token, words, lexicon)
        elif kind == "NOUN" and words & lexicon.pacts:
            yield from pacts.under(token, lexicon)
            yield from pacts.by_which(token, lexicon)
            yield from pacts.aimed_at(token, lexicon)
            yield from pacts.kept_or_broken(token, lexicon)
        elif kind == "NOUN" and words & lexicon.promise_nouns:
            yield from _promise(token, lexicon)
        elif words & lexicon.ready:
            yield from _ready(token, lexicon)
    since = pacts.AFTER
    for sentence in doc.sents:
        since = 0 if pacts.lays_down(sentence, lexicon) else since + 1
        if since < pacts.AFTER:
            yield from pacts.laid_down(sentence, lexicon)


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
        if content and verb.ahead and _told_of(token, content):
            continue
        if content and verb.whole:
            content = (token.idx, content[1])
        if content and verb.together and _impersonal(token):
            yield Found(token, (), *content, verb.mode, together=True)
            continue
        who = _who(token)
        if not content or not who or (verb.together and not _several(who)):
            continue
        if verb.strict and not _sides(who, lexicon):
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
            content = brought_in(carrier, phrase.marks, lexicon)
            if content and (who := _who(token)):
                start = carrier.idx if phrase.adjectives else content[0]
                joint = phrase.mode == "agreed"
                yield Found(token, who, start, content[1], phrase.mode, together=joint)
            return


def _ready(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« X est prêt à négocier »."""
    being = children(token, "cop")
    if not being or negated(token) or tense(token) not in TOLD:
        return
    who = _who(token)
    if who and (content := brought_in(token, ("à",), lexicon)):
        yield Found(token, who, token.idx, content[1], "offered")


def _promise(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« son engagement à ne pas … », « la promesse de Lima de … »: a noun and an infinitive."""
    content = brought_in(token, ("à", "de", "que"), lexicon, acts=True)
    if content is None:
        return
    own = any("Yes" in c.morph.get("Poss", []) for c in children(token, "det"))
    who = (token, *subjects(clause_of(token))) if own else (token,)
    if lemmas(token.head) & lexicon.obtains:
        who = tuple(c for c in token.head.children if preposition(c) in ("de", "auprès de"))
    yield Found(token, who, *content, "promised")


def _by_announcement(token: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """« X a annoncé qu'il retirerait … », « … que son pays respecterait … »: one's own act; « … que
    les délégations se retrouveraient … »: that of both."""
    if not words & lexicon.announcing or negated(token) or tense(token) not in TOLD:
        return
    who = _who(token)
    for child in children(token, "ccomp") if who else ():
        if child.i < token.i or lemmas(child) & lexicon.no_act or tense(child) not in AHEAD:
            continue
        if negated(child) and not lemmas(child) & lexicon.harms:
            continue
        yield from _again(child, lexicon)
        own = [t for t in subjects(child) if _own(t, lexicon)]
        if not own or (own[0].pos_ == "PRON" and not _agree(own[0], who[0])):
            continue
        if content := clause_from(own[0].left_edge.i, child, lexicon):
            yield Found(token, who, *content, "promised")


def _again(verb: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« Les délégations se retrouveront en mai … »: the parties together, ahead."""
    if not lemmas(verb) & lexicon.meets or negated(verb) or tense(verb) not in AHEAD:
        return
    who = _who(verb)
    if not who or not _several(who) or not lemmas(who[0]) & lexicon.joint:
        return
    if content := clause_from(who[0].left_edge.i, verb, lexicon):
        yield Found(verb, who, *content, "agreed", together=True)


def _vow(token: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """« Nous retirerons nos soldats », « nos hommes n'attaqueront pas … », in somebody's words:
    whoever the statement is credited to undertakes it."""
    if token.dep_ not in ("ROOT", "conj") or words & lexicon.no_act or tense(token) != "future":
        return
    yield from _again(token, lexicon)
    if negated(token) != bool(words & lexicon.harms):
        return
    who = subjects(token)
    mine = [t for t in who if straight(t.text) in lexicon.first or _has(t, lexicon.ours)]
    first_person = mine and straight(mine[0].text) in lexicon.first
    if not mine or (first_person and not straight(token.text).endswith(lexicon.first_endings)):
        return
    if content := clause_from(mine[0].left_edge.i, token, lexicon):
        yield Found(token, (), *content, "promised")


def _own(subject: Token, lexicon: Lexicon) -> bool:
    """A pronoun that may stand for whoever speaks, or « son pays », « ses troupes »."""
    if subject.lower_.rstrip("'’") in lexicon.own:
        return True
    return bool(lemmas(subject) & lexicon.forces) and _has(subject, lexicon.theirs)


def _has(noun: Token, words: frozenset[str]) -> bool:
    return any(straight(c.text) in words for c in children(noun, "det"))


# ---------------------------------------------------------------- conditions


def _reflexive(verb: Token) -> bool:
    if has_se(verb) or any(straight(c.text) in ("se", "s'") for c in verb.children):
        return True
    before = verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]
    return any(straight(t.text) in ("se", "s'") and t.head.head == verb for t in before)


def _behind(verb: Token, fixed: str) -> Token | None:
    """The last of the fixed words that follow a verb, or None where they do not."""
    at, words = verb.i + 1, straight(fixed).replace("'", "' ").split()
    told = [straight(t.text) for t in verb.doc[at : at + len(words)]]
    return verb.doc[at + len(words) - 1] if told == words else None


def _who(verb: Token) -> tuple[Token, ...]:
    """The subject, looking through a quantity (« suffisamment de députés »)."""
    found = [
        next(iter(children(t, "obl:arg", "nmod")), t) if t.pos_ == "ADV" else t
        for t in _past_aside(verb) or subjects(verb)
    ]
    return tuple(t for t in found if t.pos_ in ("NOUN", "PROPN", "PRON", "ADJ"))


def _past_aside(verb: Token) -> list[Token]:
    """The subject of « X a, à cet égard, pris … », where the parse loses the auxiliary."""
    if verb.dep_ != "acl" or verb.i < 2 or verb.nbor(-1).text != ",":
        return []
    for token in reversed(verb.doc[max(verb.sent.start, verb.i - 10) : verb.i - 1]):
        if straight(token.text) in ("a", "ont", "avait", "avaient", "aura", "auront"):
            return subjects(token) if token.nbor().text == "," else []
    return []


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


def _several(who: tuple[Token, ...]) -> bool:
    head = who[0]
    return (
        len(who) > 1
        or "Plur" in head.morph.get("Number", [])
        or any(child.dep_ == "conj" for child in head.children)
        or "Plur" in head.head.morph.get("Number", [])
        or any(
            "Plur" in aux.morph.get("Number", []) for aux in children(head.head, "aux:tense", "aux")
        )
    )


def _impersonal(verb: Token) -> bool:
    """« Il a été convenu de … »."""
    being = any(straight(c.text) == "été" for c in verb.children)
    return being and any(
        straight(c.text) == "il" for c in verb.children if c.dep_.startswith(("expl", "nsubj"))
    )


def _told_of(verb: Token, content: tuple[int, int]) -> bool:
    """Whether the words are a clause of what is so, rather than of what is to be: « convenu que la
    situation était grave »."""
    words = verb.doc.char_span(*content, alignment_mode="expand")
    if words is None or straight(verb.doc[words.start - 1].text) not in ("que", "qu'"):
        return False
    heads = [t for t in words if is_verb(t) and tense(t) in AHEAD | {"subjunctive"}]
    return not heads


def _sides(who: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a subject tells of two parties: two phrases, « ils », « les deux camps »."""
    head = who[0]
    return (
        len(who) > 1
        or head.pos_ == "PRON"
        or any(child.dep_ == "conj" for child in head.children)
        or bool(lemmas(head) & lexicon.joint)
    )


def _agree(pronoun: Token, subject: Token) -> bool:
    """Whether a pronoun may stand for a subject: number and gender agree where both are known."""
    for feature in ("Number", "Gender"):
        one, other = pronoun.morph.get(feature, []), subject.morph.get(feature, [])
        if one and other and one != other:
            return False
    return True
