"""Participles that the parser hangs on the wrong word or takes for something else, set right."""

from __future__ import annotations

from detente.language.doc import Token, morph
from detente.reading.draft import Draft
from detente.reading.events.arcs import AUXILIARIES, hang, verb_over
from detente.reading.events.syntax import (
    children,
    feature,
    has_se,
    is_finite,
    is_passive,
    is_verb,
)


def fronted(token: Token, known: dict[str, str]) -> None:
    """« Expulsés en mars, les trois prêtres … »: a participle that opens a sentence is of its subject."""
    if not token.is_sent_start or token.i + 1 >= token.sent.end:
        return
    comma = next((t.i for t in token.sent if t.text == "," and t.i < token.i + 25), None)
    if comma is None or token.doc[token.i + 1].pos_ not in ("ADP", "ADV", "NOUN", "NUM", "DET"):
        return
    main = next(
        (
            t
            for t in token.doc[comma + 1 : token.sent.end]
            if t.dep_ not in (*AUXILIARIES, "acl", "acl:relcl") and _in_a_tense(t)
        ),
        None,
    )
    if main is None:
        return
    rest = [c for c in token.children if c.i > comma]
    if main.head.i == token.i or token.is_ancestor(main):
        if token.head.i == token.i:
            main.hang(main, "ROOT")
        else:
            main.hang(token.head, token.dep_)
    hang(token, main, "advcl")
    for child in rest:
        if child.i != main.i:
            hang(child, main, child.dep_)
    token.pos_ = "VERB"
    token.lemma_ = known[token.plain]
    token.morph = morph("Tense=Past|VerbForm=Part|Voice=Pass")


def set_apart(token: Token) -> None:
    """« X, arrivé la veille à Oslo, doit rencontrer Y », whose participle the parse took for the main
    verb, and the verb behind its comma for a clause of it."""
    made = children(token, "nsubj", "nsubj:pass")
    if token.dep_ != "ROOT" or len(made) != 1 or made[0].i > token.i:
        return
    if not _bare_past(token, alone=False):
        return
    doc = token.doc
    main = next(
        (
            c
            for c in token.children
            if c.i > token.i + 1
            and c.dep_ in ("advcl", "conj", "ccomp", "parataxis", "xcomp", "acl")
            and _in_a_tense(c)
            and not children(c, "nsubj", "nsubj:pass", "mark")
        ),
        None,
    )
    if main is None or not any(t.text == "," for t in doc[made[0].i : token.i]):
        return
    first = min([main.i, *(c.i for c in main.children if c.i > token.i)])
    if doc[first - 1].text != ",":
        return
    rest = [c for c in token.children if c.i > main.i]
    main.hang(main, "ROOT")
    made[0].hang(main, "nsubj:pass" if is_passive(main) else "nsubj")
    token.hang(made[0], "acl")
    for child in rest:
        hang(child, main, child.dep_)


def before_noun(token: Token, before: frozenset[str]) -> None:
    """« un précédent cessez-le-feu, conclu en mai »: an adjective of `before` taken for the noun that
    stands right behind it."""
    over = token.head
    if over.i != token.i - 1 or over.pos_ not in ("NOUN", "ADJ") or over.plain not in before:
        return
    if token.dep_ not in ("appos", "amod", "nmod", "flat", "flat:name") or children(token, "case"):
        return
    head, label = over.head, over.dep_
    if head.i == over.i:
        token.hang(token, "ROOT")
    else:
        hang(token, head, label)
    rest = [c for c in over.children if c.i != token.i]
    hang(over, token, "amod")
    for child in rest:
        hang(child, token, child.dep_)
    over.pos_ = "ADJ"


def of_subject(token: Token) -> None:
    """« Une trêve négociée par X a mis fin à … », whose participle the parse took for the subject."""
    made = children(token, "nsubj", "nsubj:pass")
    if not token.dep_.startswith("nsubj") or len(made) != 1 or made[0].i > token.i:
        return
    if _bare_past(token, alone=False) and is_verb(token.head):
        made[0].hang(token.head, token.dep_)
        token.hang(made[0], "acl")


def behind_noun(token: Token) -> None:
    """« la réunion de haut niveau organisée lundi »: a bare participle right behind a noun phrase is
    of the nearest noun that it agrees with."""
    if token.dep_ != "advcl" or not _bare_past(token) or token.i < 2:
        return
    noun = token.doc[token.i - 1]
    while noun.i > token.sent.start and not (noun.pos_ == "NOUN" and _agrees(token, noun)):
        if noun.pos_ not in ("NOUN", "ADJ", "ADP", "DET", "PROPN"):
            return
        noun = noun.nbor(-1)
    if noun.pos_ == "NOUN" and not is_verb(noun):
        hang(token, noun, "acl")


def compound(token: Token, known: dict[str, str]) -> None:
    """« se sont ouvertes à Oslo »: a participle with an auxiliary and « se » is a verb."""
    if not any(c.plain in token.doc.grammar.oneself for c in token.children):
        return
    helpers = children(token, "aux:tense", "aux:pass", "cop")
    if not helpers:
        return
    for helper in helpers:
        helper.dep_ = "aux:tense"
    token.pos_ = "VERB"
    token.lemma_ = known.get(token.plain, token.lemma_)
    token.morph = morph("Tense=Past|VerbForm=Part")


def second_past(token: Token) -> None:
    """« a convoqué l'ambassadeur, porté plainte et décidé de … »: a participle with an object or an
    infinitive of its own shares the auxiliary of the verb before."""
    if token.dep_ not in ("acl", "conj") or not _bare_past(token) or is_verb(token.head):
        return
    before = token.doc[token.i - 1]
    if before.text != "," and before.plain not in token.doc.grammar.and_:
        return
    own = [c for c in token.children if c.dep_ in ("obj", "xcomp") and c.i > token.i]
    if not own or children(token, "obl:agent") or feature(token, "Number") != ["Sing"]:
        return
    verb = verb_over(token.head)
    if verb is None or verb.i > token.head.i or not children(verb, "aux:tense"):
        return
    have = verb.doc.grammar.having
    if has_se(verb) or is_passive(verb):
        return
    if not any(c.plain in have for c in children(verb, "aux:tense")):
        return
    hang(token, verb, "conj")


def apposed(draft: Draft, token: Token) -> None:
    """« …, et enfin X, 39 ans, arrêté en mai, … »: a participle behind the comma behind a person's
    name is of that person."""
    at = token.i - 1
    if at < 2 or token.doc[at].text != "," or not _bare_past(token) or not is_verb(token):
        return
    years = draft.pack.module("frames").YEARS
    if token.doc[at - 1].lower_ in years and token.doc[max(at - 3, 0)].text == ",":
        at -= 3
    mention = draft.mention_at(at - 1)
    if mention is None or mention.form != "name" or not mention.first <= token.i - 2:
        return
    if not any(draft.actors[a].kind == "person" for a in mention.actors):
        return
    name = token.doc[mention.head]
    if token.head.i not in range(mention.first, mention.last + 1) and not is_finite(token.head):
        hang(token, name, "acl")


def second_bare(token: Token) -> None:
    """« X, arrêté en mai et condamné à dix ans »: the second of two participles of one noun, which
    the parse hangs on something before."""
    if token.dep_ != "conj" or not _bare_past(token) or is_verb(token.head) or token.i < 3:
        return
    before = token.nbor(-1)
    if before.plain not in token.doc.grammar.and_ and before.pos_ != "ADV":
        return
    for other in reversed(token.doc[token.sent.start : token.i - 1]):
        if other.text in ",;:" or is_finite(other):
            return
        if _bare_past(other) and is_verb(other) and other.dep_ in ("acl", "conj"):
            if _agrees(other, token):
                hang(token, other, "conj")
            return


def adjective_of(token: Token) -> None:
    """« la capitale qatarie », whose adjective the parse takes for a participle."""
    if token.pos_ != "VERB" or token.i == token.sent.start:
        return
    noun = token.nbor(-1)
    verb = verb_over(noun) if noun.pos_ == "NOUN" and not token.is_ancestor(noun) else None
    if verb is None or verb.i == token.i:
        return
    for child in list(token.children):
        if child.i > token.i:
            hang(child, verb, child.dep_)
    hang(token, noun, "amod")
    token.pos_ = "ADJ"


TO_POSTS = frozenset({"appointment", "election"})
"""Kinds whose participle may only say who holds a post."""


def which_one(draft: Draft, token: Token) -> bool:
    """« le médiateur désigné par l'ONU », « les membres élus »: a participle with no name, day or
    comma says which one is meant, and tells of no appointment."""
    if token.dep_ not in ("acl", "amod") or token.i < 1 or token.nbor(-1).is_punct:
        return False
    over = draft.mention_at(token.head)
    if over is not None and over.form == "name":
        return False
    return not any(draft.in_date(own) for own in token.subtree)


def _bare_past(token: Token, *, alone: bool = True) -> bool:
    """A past participle without an auxiliary, and where it stands `alone` without a subject."""
    past = "Part" in feature(token, "VerbForm") and "Past" in feature(token, "Tense")
    own = ("aux", "cop", "nsubj") if alone else ("aux", "cop")
    return past and not any(c.dep_.startswith(own) for c in token.children)


def _in_a_tense(verb: Token) -> bool:
    """A verb in a tense of its own or by its auxiliary."""
    return is_finite(verb) or any(is_finite(a) for a in children(verb, *AUXILIARIES))


def _agrees(one: Token, other: Token) -> bool:
    return all(feature(one, name) == feature(other, name) for name in ("Gender", "Number"))


def participle_of(draft: Draft, token: Token, known: dict[str, str]) -> None:
    """« X, extradé en 2022, … », « les marins capturés »: a participle taken for a noun or adjective,
    or for a verb of a clause (« l'accord conclu hier à Oslo, entre … »)."""
    if token.dep_ == "acl" and is_finite(token) and not children(token, "nsubj", "aux:tense"):
        token.morph = morph("Tense=Past|VerbForm=Part|Voice=Pass")
    if (
        token.pos_ not in ("NOUN", "ADJ")
        or children(token, "det", "cop", "case")
        or token.i == token.sent.start
    ):
        return
    before = token.doc[token.i - 1]
    if before.text != "," and before.pos_ not in ("NOUN", "PROPN", "ADJ", "ADV"):
        return
    if token.pos_ == "NOUN" and token.dep_ in ("nsubj", "obj") and before.text != ",":
        return
    over = token.head
    if over.i == token.i or is_verb(over):
        at = token.i - 1 - (before.text == ",")
        over = token.doc[at]
        while (
            over.dep_ in ("flat:name", "flat", "amod", "appos")
            and over.head.i < token.i
            and over.head.i != over.i
        ):
            over = over.head
        if over.pos_ not in ("NOUN", "PROPN") or over.i == token.i or token.is_ancestor(over):
            return
        token.hang(over, "acl")
    token.pos_ = "VERB"
    token.dep_ = "acl"
    token.lemma_ = known[token.plain]
    token.morph = morph("Tense=Past|VerbForm=Part|Voice=Pass")
