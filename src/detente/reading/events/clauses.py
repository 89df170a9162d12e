"""What the parse hangs on the wrong side of a clause, set right: relative clauses that tell of an event,
the row of names before a verb, whom somebody spoke « auprès de »."""

from __future__ import annotations

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.arcs import AUXILIARIES, hang, verb_over
from detente.reading.events.carriers import takes_place
from detente.reading.events.lexicon import Lexicon
from detente.reading.events.rows import in_row
from detente.reading.events.syntax import (
    children,
    feature,
    has_se,
    is_finite,
    is_passive,
    is_verb,
    lemmas,
    preposition,
)


def settle_clauses(draft: Draft, known: Lexicon) -> None:
    """Changes heads and labels of `draft.doc`, before events are looked for."""
    for token in draft.doc:
        if is_verb(token) and token.dep_ not in AUXILIARIES:
            _row_before(draft, token)
            _past_aside(draft, token, known)
            _called(token)
        elif token.plain == "où":
            _where(draft, token)
        elif token.lower_ == "auprès":
            _with_whom(token)
        elif token.dep_ == "conj" and token.pos_ == "NOUN":
            _second_thing(token, known)
    _relatives(draft, known)


def _row_before(draft: Draft, verb: Token) -> None:
    """« Après des heures de discussions à X, A, B et C sont parvenus à … »: the names between the
    comma and the verb are its subject, and nothing of what the sentence opens with is."""
    opening = verb.sent.tokens[0]
    if opening.pos_ != "ADP":
        return
    first = min([verb.i, *(c.i for c in children(verb, *AUXILIARIES))])
    if first < verb.sent.start + 4 or not is_finite(verb.doc[first]):
        return
    last = draft.mention_at(first - 1)
    row = in_row(draft, last) if last is not None else []
    if not row or row[0].first <= verb.sent.start or verb.doc[row[0].first - 1].text != ",":
        return
    before = verb.doc[verb.sent.start : row[0].first]
    if any(is_verb(t) and is_finite(t) for t in before):
        return
    for child in children(verb, "nsubj", "nsubj:pass"):
        if child.i < row[0].first:
            joined = opening.head.i < child.i and any(
                t.text == "et" for t in verb.doc[opening.head.i : child.i]
            )
            child.dep_ = "obl:mod"
            if joined:  # « après une nuit de débats et seize heures de discussions »
                hang(child, opening.head, "conj")
    head = verb.doc[row[0].head]
    hang(head, verb, "nsubj")
    for other in row[1:]:
        hang(verb.doc[other.head], head, "conj")


def _past_aside(draft: Draft, verb: Token, known: Lexicon) -> None:
    """« a reçu lundi, à la veille du sommet, son homologue », « a ordonné, mardi, l'expulsion de … »:
    who is named, or what is told, without preposition behind the comma that closes an aside is the
    object of the verb."""
    asides = [c for c in verb.children if c.i > verb.i and c.dep_.startswith("obl")]
    if not asides or not children(verb, "nsubj"):
        return
    if children(verb, "obj", "ccomp", "xcomp", "iobj") or has_se(verb) or is_passive(verb):
        return
    if not is_finite(verb) and not children(verb, "aux:tense"):
        return
    for aside in asides:
        for noun in aside.subtree:
            if noun.dep_ not in ("conj", "appos") or children(noun, "case", "cc") or noun.i < 2:
                continue
            mention = draft.mention_at(noun)
            first = noun.nbor(-1) if noun.nbor(-1).pos_ == "DET" else noun
            if not noun.lemmas.isdisjoint(known.events) and verb.doc[first.i - 1].text == ",":
                hang(noun, verb, "obj")
                return
            over = draft.mention_at(noun.head)
            if mention is None or mention.first < 1 or verb.doc[mention.first - 1].text != ",":
                continue
            people = [draft.actors[a] for a in mention.actors if a in draft.actors]
            if mention.form not in ("name", "post", "description") or not people:
                continue
            if any(a.kind in ("state", "organisation") for a in people):
                continue
            if over is None or over.form == "place":
                hang(noun, verb, "obj")
                return


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
    if not over.lemmas.isdisjoint(known.events) and preposition(noun.head) == "de":
        hang(noun, over, "conj")


def _called(verb: Token) -> None:
    """« a qualifié d'infondées les accusations de X »: what is called so is the verb's object."""
    if "qualifier" not in lemmas(verb) or children(verb, "obj"):
        return
    for name in verb.children:
        for noun in children(name, "obj"):
            if name.i > verb.i and verb.doc[name.i - 1].plain in ("de", "d'"):
                hang(noun, verb, "obj")


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
    words = draft.pack.module("frames")
    for verb in draft.doc:
        if verb.dep_ != "acl:relcl" or not takes_place(verb, words):
            continue
        who = next((c for c in verb.children if c.plain == "qui" and c.i < verb.i), None)
        if who is None or lemmas(verb.head) & known.events:
            continue
        for noun in reversed(draft.doc[verb.sent.start : who.i]):
            if noun.pos_ == "NOUN" and lemmas(noun) & known.events and _agrees(verb, noun):
                hang(verb, noun, "acl:relcl")
                break


def _agrees(verb: Token, noun: Token) -> bool:
    """Whether a verb or its auxiliary has the number of a noun, and its participle the gender."""
    finite = children(verb, "aux:tense", "aux:pass", "aux") or [verb]
    number = feature(noun, "Number")
    if number and feature(finite[0], "Number") and feature(finite[0], "Number") != number:
        return False
    own = feature(verb, "Gender")
    moved = any(lemmas(aux) & {"être"} for aux in finite)
    return not (moved and own and feature(noun, "Gender")) or own == feature(noun, "Gender")
