"""What the parse hangs on the wrong side of a clause, set right: relative clauses that tell of an event,
the row of names before a verb, whom somebody spoke « auprès de »."""

from __future__ import annotations

from types import ModuleType

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.arcs import AUXILIARIES, agrees, hang, verb_over
from detente.reading.events.carriers import what_happens
from detente.reading.events.heads import settle_subject
from detente.reading.events.lexicon import Lexicon
from detente.reading.events.syntax import (
    children,
    has_se,
    is_finite,
    is_passive,
    is_verb,
    lemmas,
    preposition,
)


def settle_clauses(draft: Draft, known: Lexicon) -> None:
    """Changes heads and labels of `draft.doc`, before events are looked for."""
    words, where = draft.pack.module("frames"), draft.doc.grammar.where
    built = draft.doc.grammar.built
    opening = frozenset({*where, *built, *words.IN_ORDER, *words.WITH_WHOM, *words.THAT_ONE})
    for token in draft.doc:
        noun = token.pos_ == "NOUN"
        if is_verb(token) and token.dep_ not in AUXILIARIES:
            _incise(token, words)
            settle_subject(draft, token)
            _past_aside(draft, token, known)
            _called(token, words)
            _of_decision(token, words)
            _out_of(token, words)
            if token.dep_ == "xcomp" and is_verb(token.head.head) and _is_day(draft, token.head):
                hang(token, token.head.head, "xcomp")  # « a décidé lundi de se retirer »
        elif noun or token.plain in opening:
            if token.plain in where:
                _where(draft, token)
            elif token.plain in built or (noun and lemmas(token) & words.THROUGH):
                _split(draft, token)
            elif token.plain in words.IN_ORDER:
                _in_order_to(token)
            elif token.plain in words.WITH_WHOM:
                _with_whom(token)
            elif token.plain in words.THAT_ONE:
                _that_one(token)
            elif noun and token.dep_ == "conj":
                _second_thing(token, known)
        if noun and token.dep_ == "nmod":
            _past_day(draft, token, words)
    _relatives(draft, known)


def _incise(verb: Token, words: ModuleType) -> None:
    """« ont signé mardi un accord de paix, a indiqué le gouvernement »: who says so stands behind the
    verb, and what stands before the comma is the object of the verb told of."""
    if not lemmas(verb) & words.SAYS_SO or verb.i + 1 >= verb.sent.end:
        return
    first = min([verb.i, *(c.i for c in children(verb, *AUXILIARIES))])
    if first <= verb.sent.start or verb.doc[first - 1].text != ",":
        return
    speakers = [c for c in children(verb, "obj", "obl:mod", "nsubj") if c.i > verb.i]
    taken = [c for c in children(verb, "nsubj") if c.i < first]
    if not speakers or preposition(speakers[0]) is not None:
        return
    if not taken:
        _to_what_is_told(verb, first)
        return
    told = next(
        (
            t
            for t in reversed(verb.doc[verb.sent.start : taken[0].i])
            if is_verb(t) and t.dep_ not in AUXILIARIES and children(t, "nsubj", "nsubj:pass")
        ),
        None,
    )
    if told is None or (told is not verb.head and told.head is not verb):
        return
    if verb.head is told:
        verb.dep_ = "parataxis"
    for child in [c for c in verb.children if c.i < first - 1 and c is not told]:
        free = child in taken and not children(told, "obj", "ccomp", "xcomp") and not has_se(told)
        if child in taken and not free:
            continue
        hang(child, told, "obj" if child in taken else child.dep_)
    speakers[0].dep_ = "nsubj"


def _to_what_is_told(verb: Token, first: int) -> None:
    """« a remis X, dans le cadre d'un échange, a annoncé le ministre »: what stands before the comma is
    of the verb told of."""
    told = verb.head
    if verb.dep_ not in ("conj", "parataxis") or not is_verb(told) or children(verb, "cc"):
        return
    for child in verb.children:
        if told.i < child.i < first - 1 and child.dep_.startswith("obl"):
            hang(child, told, child.dep_)


def _past_aside(draft: Draft, verb: Token, known: Lexicon) -> None:
    """« a reçu lundi, à la veille du sommet, son homologue », « a ordonné, mardi, l'expulsion de … »,
    « a libéré mardi vingt et un détenus »: who is named, or what is told, without preposition behind
    the aside or the day is the object of the verb."""
    asides = [c for c in verb.children if c.i > verb.i and c.dep_.startswith(("obl", "conj"))]
    if not asides or not children(verb, "nsubj"):
        return
    part = next((c for c in children(verb, "obj") if _is_part(c)), None)
    known_object = [c for c in children(verb, "obj", "ccomp", "xcomp", "iobj") if c is not part]
    if known_object or has_se(verb) or is_passive(verb):
        return
    if not is_finite(verb) and not children(verb, "aux:tense"):
        return
    for aside in asides:
        noun = next((n for n in aside.subtree if _is_object(draft, n, known)), None)
        if noun is not None:
            hang(noun, verb, "obj")
            if part is not None:
                hang(part, noun, "nmod")
            return


def _is_object(draft: Draft, noun: Token, known: Lexicon) -> bool:
    """Whether a noun that the parse joins to an aside is somebody or something by itself."""
    if noun.dep_ not in ("conj", "appos") or children(noun, "case"):
        return False
    first = _first_of(noun)
    if any(c.i < first for c in children(noun, "cc")):
        return False
    if first < 1 or not (noun.doc[first - 1].text == "," or _is_day(draft, noun.doc[first - 1])):
        return False
    if not noun.lemmas.isdisjoint(known.events):
        return True
    counted = any(t.pos_ == "NUM" for t in noun.doc[first : noun.i])
    if counted and not noun.lemmas.isdisjoint(
        known.classes["PERSONS"] | known.classes["DIPLOMATS"]
    ):
        return True
    mention, over = draft.mention_at(noun), draft.mention_at(noun.head)
    people = [draft.actors[a] for a in mention.actors if a in draft.actors] if mention else []
    if mention is None or mention.form not in ("name", "post", "description") or not people:
        return False
    states = any(a.kind in ("state", "organisation") for a in people)
    return not states and (over is None or over.form == "place")


def _is_day(draft: Draft, token: Token) -> bool:
    days = (d.span for d in draft.dates if d.kind != "duration")
    return any(span.start <= token.idx < span.end for span in days)


def _is_part(noun: Token) -> bool:
    """« vingt prisonniers, dont dix Français »: the ten are of the twenty."""
    return any(
        c.plain in c.doc.grammar.whose
        for t in (noun, *children(noun, "nummod"))
        for c in t.children
    )


def _first_of(noun: Token) -> int:
    """Where the words before a noun begin that belong to it: « vingt et un « prisonniers … »"""
    first, and_ = noun.i, noun.doc.grammar.and_
    while first > noun.sent.start:
        before = noun.doc[first - 1]
        number = before.plain in and_ and noun.doc[first - 2].pos_ == "NUM"
        if not (before.pos_ in ("DET", "NUM", "ADJ") or before.text in '«"“' or number):
            break
        first -= 1
    return first


def _split(draft: Draft, noun: Token) -> None:
    """« à l'issue jeudi à Oslo d'un entretien avec X », « la reprise en mai du dialogue »: a day or a
    place between a noun and what is of it."""
    doc, grammar, at = noun.doc, noun.doc.grammar, noun.i + 1
    end = min(noun.sent.end, at + 8)
    while at < end and doc[at].plain not in grammar.of:
        token = doc[at]
        place = draft.mention_at(token)
        inside = _is_day(draft, token) or (place is not None and place.form in ("place", "name"))
        if not inside and token.pos_ not in ("ADP", "DET"):
            return
        at += 1
    if at >= end or at == noun.i + 1 or doc[at].dep_ != "case" or doc[at].head.i < at:
        return
    case, event = doc[at], doc[at].head
    over, verb = event.head, verb_over(noun)
    if event.pos_ != "NOUN" or not (over is verb or noun.i <= over.i < at):
        return
    if noun.plain not in grammar.built:
        hang(event, noun, "nmod")
        return
    first = noun.i - 1
    while first > noun.sent.start and doc[first].plain in grammar.definite:
        first -= 1
    if verb is None or doc[first].plain not in grammar.to | grammar.in_:
        return
    hang(event, verb, "obl:mod")
    for token in doc[noun.i + 1 : at]:
        if token.head.i <= noun.i or token.head.i >= at:
            hang(token, event, "obl:mod")
    for token in doc[first : noun.i + 1]:
        hang(token, case, "fixed")


def _past_day(draft: Draft, noun: Token, words: ModuleType) -> None:
    """« sont convenus mardi d'une rencontre »: what the parse takes for a phrase of the day is the verb's."""
    verb = noun.head.head
    if not is_verb(verb) or not lemmas(verb) & words.AGREEING or noun.head.i < verb.i:
        return
    if preposition(noun) in noun.doc.grammar.of and _is_day(draft, noun.head):
        hang(noun, verb, "obl:arg")


def _where(draft: Draft, token: Token) -> None:
    """« a visité mercredi Niamey, où il s'est entretenu avec … »: the clause is of the place before."""
    verb, at = token.head, token.i - 1
    if at > token.sent.start and token.doc[at].text == ",":
        at -= 1
    place = draft.mention_at(at)
    if (
        place is None
        or place.form not in ("place", "name")
        or not is_verb(verb)
        or verb.i < token.i
    ):
        return
    while verb.dep_ == "xcomp" and is_verb(verb.head) and verb.head.i > token.i:
        verb = verb.head
    if verb.dep_ in ("conj", "advcl", "acl:relcl", "parataxis"):
        hang(verb, draft.doc[place.head], "acl:relcl")


def _second_thing(noun: Token, known: Lexicon) -> None:
    """« l'expulsion de l'ambassadeur et le rappel du sien »: what has no preposition is not joined to
    what has one, but to the noun over it."""
    if children(noun, "case") or not children(noun, "det") or noun.lemmas.isdisjoint(known.events):
        return
    over = noun.head
    while over.dep_ == "nmod" and children(over, "case"):
        over = over.head
    if over is noun.head or over.dep_ not in ("obj", "nsubj", "nsubj:pass"):
        return
    if not over.lemmas.isdisjoint(known.events) and preposition(noun.head) in noun.doc.grammar.of:
        hang(noun, over, "conj")


def _called(verb: Token, words: ModuleType) -> None:
    """« a qualifié d'infondées les accusations de X »: what is called so is the verb's object."""
    if not lemmas(verb) & words.CALLS or children(verb, "obj"):
        return
    for name in verb.children:
        for noun in children(name, "obj"):
            if name.i > verb.i and verb.doc[name.i - 1].plain in verb.doc.grammar.of:
                hang(noun, verb, "obj")


def _of_decision(verb: Token, words: ModuleType) -> None:
    """« a pris la décision d'expulser X »: the infinitive is the decision's, not the verb's."""
    noun = verb.doc[max(verb.i - 2, verb.sent.start)]
    beside = verb.dep_ == "xcomp" and noun.dep_ == "obj" and noun.head is verb.head
    if beside and lemmas(noun) & words.DECISIONS:
        hang(verb, noun, "acl")


def _out_of(verb: Token, words: ModuleType) -> None:
    """« s'est retiré lundi des pourparlers »: « des » is no article there."""
    if not lemmas(verb) & words.OUT_OF or not has_se(verb):
        return
    for noun in children(verb, "obj"):
        for article in children(noun, "det"):
            if article.plain in verb.doc.grammar.of:
                article.dep_, noun.dep_ = "case", "obl:arg"


def _that_one(pronoun: Token) -> None:
    """« cette rencontre fait suite à celle qui s'est tenue en mai »: the clause is of what « celle » means."""
    if pronoun.i + 1 >= pronoun.sent.end:
        return
    who = pronoun.nbor(1)
    if who.plain in pronoun.doc.grammar.who and who.head.dep_ == "acl:relcl":
        hang(who.head, pronoun, "acl:relcl")


def _in_order_to(token: Token) -> None:
    """« a envoyé X afin de participer à … »: a clause of purpose, of whoever does what is over it."""
    for verb in children(token, "xcomp", "ccomp"):
        hang(verb, token.head, "advcl")
        hang(token, verb, "mark")
        return


def _with_whom(token: Token) -> None:
    """« a insisté auprès du président sur … »: the noun after « auprès de » is the verb's."""
    noun = next((c for c in token.children if c.i > token.i and c.pos_ in ("NOUN", "PROPN")), None)
    verb = verb_over(token)
    if noun is not None and verb is not None and verb.i < token.i:
        hang(noun, verb, "obl:arg")
        hang(token, noun, "case")


def _relatives(draft: Draft, known: Lexicon) -> None:
    """« les discussions entre envoyés de X, de Y et de Z qui se sont déroulées mercredi »: what took
    place is no person and no state, but the nearest event before that agrees with the verb."""
    words, subject = draft.pack.module("frames"), draft.doc.grammar.who
    for verb in draft.doc:
        if verb.dep_ != "acl:relcl" or what_happens(verb, words) is None:
            continue
        who = next((c for c in verb.children if c.plain in subject and c.i < verb.i), None)
        if who is None or lemmas(verb.head) & known.events or verb.head.plain in words.THAT_ONE:
            continue
        thing = verb.head.pos_ == "NOUN" and verb.head.plain not in words.ORDINALS
        if thing and draft.mention_at(verb.head) is None and agrees(verb, verb.head):
            continue  # « des jeux d'hiver qui s'ouvrent à X »
        for noun in reversed(draft.doc[verb.sent.start : who.i]):
            if noun.pos_ == "NOUN" and lemmas(noun) & known.events and agrees(verb, noun):
                made = noun.dep_ == "nmod" and lemmas(noun.head) & words.MAKING
                told = noun.head if made and agrees(verb, noun.head) else noun
                if not (is_passive(told.head) and lemmas(told.head) & words.PLANNING):
                    hang(verb, told, "acl:relcl")  # not « …, qui …, a été reporté au 21 »
                break
