"""Undertakings told as an act ahead: « X a annoncé qu'il retirerait … », « X va libérer …, a dit Y »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.events.syntax import (
    children,
    has_se,
    is_finite,
    is_passive,
    lemmas,
    negated,
    subjects,
    tense,
)
from detente.reading.undertakings.extent import clause_from
from detente.reading.undertakings.found import AHEAD, TOLD, Found
from detente.reading.undertakings.pacts import is_pact
from detente.reading.undertakings.subject import agree, has, owned, several, sides, who_of

if TYPE_CHECKING:
    from detente.language.doc import Token, Words
    from detente.language.undertakings import Lexicon

INCISE = 4
"""Tokens between a comma and the verb of an incise: « , a de son côté annoncé »."""


def ahead(verb: Token, lexicon: Lexicon) -> Token | None:
    """The verb of an act that lies ahead: one in the future, or the infinitive of « va libérer »,
    « comptait libérer », and of « pourrait libérer …, si … ». None where nothing lies ahead."""
    if lemmas(verb) & lexicon.going and tense(verb) in ("present", "imperfect", "participle"):
        return _infinitive(verb)
    if lemmas(verb) & lexicon.can and tense(verb) == "conditional":
        hangs = any(
            lemmas(m) & lexicon.conditions for c in verb.subtree for m in children(c, "mark")
        )
        return _infinitive(verb) if hangs else None
    return verb if tense(verb) in AHEAD else None


def _infinitive(verb: Token) -> Token | None:
    return next((c for c in children(verb, "xcomp") if tense(c) == "infinitive"), None)


def by_announcement(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« X a annoncé qu'il retirerait … », « … que son pays respecterait … »: one's own act; « … que
    les détenus seraient libérés »: whoever announces it does it; « … que Y fermera … »: reported."""
    if negated(token) or tense(token) not in TOLD:
        return
    who = who_of(token)
    for child in _clauses(token, lexicon) if who else ():
        act = ahead(child, lexicon)
        if child.i < token.i or act is None or lemmas(act) & lexicon.no_act:
            continue
        if negated(child) and not lemmas(act) & lexicon.harms:
            continue
        yield from again(child, lexicon)
        own = [t for t in subjects(child) if _own(t, lexicon)]
        if own and lemmas(act) & lexicon.meets and not several(who):
            continue  # « … qu'il rencontrerait X »: a plan
        if own and (own[0].pos_ != "PRON" or agree(own[0], who[0])):
            if content := clause_from(own[0].left_edge.i, act, lexicon):
                yield Found(token, who, *content, "promised")
            yield from _further(token, who, child, lexicon)
        elif not own:
            yield from _of_others(token, who, child, act, lexicon)


def by_noun(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« X a annoncé le retrait de ses soldats d'ici décembre »: an act of one's own, by a day."""
    if negated(token) or tense(token) not in TOLD or not (who := who_of(token)):
        return
    for noun in children(token, "obj"):
        if lemmas(noun).isdisjoint(lexicon.act_nouns) or noun.i < token.i:
            continue
        behind = token.doc[noun.i + 1 : token.sent.end]
        by_day = any(t.plain in lexicon.by_then for t in behind)
        own = any(owned(t, lexicon) for t in behind if t.pos_ == "NOUN")
        if by_day and own and (content := clause_from(noun.left_edge.i, token, lexicon)):
            yield Found(token, who, *content, "promised")


def _clauses(token: Token, lexicon: Lexicon) -> list[Token]:
    """The clauses that a verb brings in, also where the parse hangs one on « mercredi », or beside
    the verb behind « qu'en signe de bonne volonté »."""
    days = [c for c in token.children if lemmas(c) & lexicon.times and c.i > token.i]
    that = token.doc.grammar.that
    strayed = [
        c
        for day in days
        for c in children(day, "acl:relcl", "acl")
        if children(c, "mark") or day.nbor().plain in that
    ]
    found = children(token, "ccomp") + strayed
    if not found and token.nbor().plain in that:
        found = [c for c in children(token, "conj") if c.i > token.i and is_finite(c)]
    return found


def _further(
    token: Token, who: tuple[Token, ...], child: Token, lexicon: Lexicon
) -> Iterator[Found]:
    """« … qu'il respecterait une trêve et libérerait des otages »: what the same subject will do besides."""
    for verb in children(child, "conj"):
        act = ahead(verb, lexicon)
        own = children(verb, "nsubj", "nsubj:pass")
        if own or act is None or negated(verb) or lemmas(act).isdisjoint(lexicon.acts):
            continue
        if content := clause_from(verb.i, act, lexicon):
            yield Found(token, who, *content, "promised")


def _of_others(
    token: Token, who: tuple[Token, ...], child: Token, act: Token, lexicon: Lexicon
) -> Iterator[Found]:
    """What is announced with another subject than who announces it."""
    about = [t for t in subjects(child) if t.pos_ in ("NOUN", "PROPN")]
    together = several(who) and sides(who, lexicon)
    if about and owned(about[0], lexicon) and lemmas(about[0]) & lexicon.act_nouns:
        content = clause_from(about[0].left_edge.i, act, lexicon)
        if content and lemmas(act) & (lexicon.begins | lexicon.takes_effect):
            yield Found(token, who, *content, "promised")  # « que son retrait commencerait »
        return
    if not about or not _concrete(act, lexicon, together=together):
        return
    if not (content := clause_from(min(t.left_edge.i for t in about), act, lexicon)):
        return
    if together or is_pact(who[0], lexicon):  # « le document indique que … »
        yield Found(token, who, *content, "agreed", together=True)
    elif is_passive(act):
        if not children(act, "obl:agent") and lemmas(token) & lexicon.performs:
            yield Found(token, who, *content, "promised")
    else:
        yield Found(token, tuple(about), *content, "reported")


def by_incise(verb: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« La junte va libérer …, a annoncé X », « les deux pays se concerteront …, a assuré Y »."""
    act = ahead(verb, lexicon) if verb.dep_ in ("ROOT", "conj") else None
    if act is None or negated(verb) or not announced(verb.sent, verb, lexicon.announcing):
        return
    who = tuple(t for t in subjects(verb) if t.pos_ in ("NOUN", "PROPN"))
    if not who:
        return
    together = several(who) and sides(who, lexicon)
    content = clause_from(min(t.left_edge.i for t in who), act, lexicon)
    if not content or not _concrete(act, lexicon, together=together):
        return
    if together:
        yield Found(verb, who, *content, "agreed", together=True)
    elif not is_passive(act):
        yield Found(verb, who, *content, "reported")
    elif not children(act, "obl:agent"):
        incise = announced(verb.sent, verb, lexicon.performs)
        saying = children(incise, "nsubj", "obj") if incise is not None else []
        if incise is not None:
            yield Found(verb, tuple(t for t in saying if t.i > incise.i), *content, "promised")


def announced(sentence: Words, verb: Token, verbs: frozenset[str]) -> Token | None:
    """The verb of an incise behind a verb, which tells that somebody announced it: « , a annoncé X »."""
    for token in sentence:
        if token.i <= verb.i or not lemmas(token) & verbs:
            continue
        if tense(token) in TOLD and not negated(token):
            before = token.doc[max(verb.i, token.i - INCISE) : token.i]
            if any(t.text in ',»”"' for t in before):
                return token
    return None


def again(verb: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« Les délégations se retrouveront en mai … »: the parties together, ahead."""
    if not lemmas(verb) & lexicon.meets or negated(verb) or tense(verb) not in AHEAD:
        return
    who = who_of(verb)
    if not who or not several(who) or not lemmas(who[0]) & lexicon.joint:
        return
    if content := clause_from(who[0].left_edge.i, verb, lexicon):
        yield Found(verb, who, *content, "agreed", together=True)


def vow(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« Nous retirerons nos soldats », « nos hommes n'attaqueront pas … », in somebody's words:
    whoever the statement is credited to undertakes it."""
    act = ahead(token, lexicon)
    if act is None or lemmas(act) & lexicon.no_act or lemmas(token) & lexicon.can:
        return
    words = lemmas(act)
    if tense(token) != "future" and (act is token or not words & lexicon.acts):
        return  # « nous allons libérer … », and not « nous allons gagner »
    yield from again(token, lexicon)
    if negated(token) != bool(words & lexicon.harms):
        return
    who = subjects(token)
    mine = [t for t in who if t.plain in lexicon.first or has(t, lexicon.ours)]
    if words & lexicon.acts:  # « je libérerai … », and not « je dirai … »
        mine += [t for t in who if t.plain in token.doc.grammar.first_person]
    first_person = mine and mine[0].plain in lexicon.first | token.doc.grammar.first_person
    if not mine or (first_person and not token.plain.endswith(lexicon.first_endings)):
        return
    if content := clause_from(mine[0].left_edge.i, act, lexicon):
        yield Found(token, (), *content, "promised")


def _concrete(act: Token, lexicon: Lexicon, *, together: bool) -> bool:
    """Whether a verb is of an act that binds, whoever tells of it: « libérer », and of two parties
    « se rencontrer », « se rendre »."""
    words = lemmas(act)
    if words & lexicon.going_there and has_se(act):
        return together
    if (
        words & lexicon.begins and not words & lexicon.acts
    ):  # « commencera à retirer », « … le retrait »
        begun = children(act, "xcomp", "obj", "obl:arg")
        return any(lemmas(c) & (lexicon.acts | lexicon.owed | lexicon.act_nouns) for c in begun)
    return bool(words & (lexicon.acts | (lexicon.meets if together else frozenset())))


def _own(subject: Token, lexicon: Lexicon) -> bool:
    """A pronoun that may stand for whoever speaks, or « son pays », « ses troupes »."""
    if subject.lower_.rstrip("'’") in lexicon.own:
        return True
    return bool(lemmas(subject) & lexicon.forces) and owned(subject, lexicon)
