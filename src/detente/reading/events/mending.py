"""Arcs that the parser often gets wrong in French news, set right by rule."""

from __future__ import annotations

from types import ModuleType

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.arcs import AUXILIARIES, hang
from detente.reading.events.freeing import article, free_all, plural
from detente.reading.events.participles import (
    adjective_of,
    apposed,
    before_noun,
    behind_noun,
    compound,
    fronted,
    of_subject,
    participle_of,
    second_bare,
    second_past,
    set_apart,
)
from detente.reading.events.syntax import (
    children,
    feature,
    has_se,
    is_passive,
    is_verb,
    lemmas,
)
from detente.reading.events.who import is_person

_MENDED = frozenset("appos nmod conj advcl acl ccomp flat flat:name".split())
"""Labels of which some rule below may be asked, whatever the word."""

_OPENING = 5
"""Tokens before the place that a sentence opens with, at most: « Actuellement en visite à … »."""


def mend(draft: Draft, participles: dict[str, str]) -> None:
    """Changes heads and labels of `draft.doc` where a day or a city stands in the way, and where a
    participle of `participles` (form to lemma) or an adjective was taken for a noun."""
    words = draft.pack.module("frames")
    closed: str = words.CLOSED_DOORS[-1]
    for token in draft.doc:
        word = token.plain
        if token.dep_ in _MENDED or word in participles or word == closed or _asked(token):
            _mend(draft, token, participles, words)
    for people in draft.mentions:
        if people.form == "people" and people.first == people.last:
            adjective_of(draft.doc[people.first])
    free_all(draft)


def _asked(token: Token) -> bool:
    """Whether a rule may be asked of a word for what it is and what stands by it."""
    if token.pos_ == "ADJ":
        return bool(token.children)
    if is_verb(token):
        return token.i > 0 and token.doc[token.i - 1].text == ","
    taken = token.dep_ == "amod" and token.pos_ == "NOUN"
    return taken or (token.dep_ == "case" and token.plain in token.doc.grammar.of)


def _mend(draft: Draft, token: Token, participles: dict[str, str], words: ModuleType) -> None:
    """One token. Its part of speech and label tell which rules are asked."""
    if token.pos_ == "ADJ":
        _swap(token)
    if token.plain in participles:
        of_subject(token)
        participle_of(draft, token, participles)
        fronted(token, participles)
    if token.dep_ in ("appos", "nmod", "conj"):
        _after_place(draft, token)
    if token.dep_ == "appos":
        _by_his_post(draft, token)
    if token.pos_ in ("NOUN", "PROPN") and token.head.plain in words.BEFORE_NOUNS:
        before_noun(token, words.BEFORE_NOUNS)
    if token.pos_ == "ADJ":
        compound(token, participles)
    if token.dep_ == "advcl":
        behind_noun(token)
    if token.dep_ in ("acl", "conj"):
        second_past(token)
    if is_verb(token):
        apposed(draft, token)
        set_apart(token)
    if token.dep_ == "conj":
        second_bare(token)
    if token.dep_ == "case":
        _bare_plural(token, words)
    elif token.dep_ == "acl":
        _past_adjective(token)
        _of_occasion(token, words)
        _bearing(token, words)
    elif token.dep_ == "conj":
        _between(token)
        _after_aside(token)
        _second_side(draft, token)
    elif token.dep_ == "ccomp":
        _made_between(token)
    doors, closed = words.CLOSED_DOORS
    if token.plain == closed:
        _closed_doors(token, doors)
    if token.dep_ in ("flat:name", "flat", "appos"):
        _met_there(draft, token, words)
    named = token.dep_ in ("flat:name", "flat") and is_verb(token.head)
    if named and not children(token.head, "obj"):
        token.dep_ = "obj"


def _past_adjective(token: Token) -> None:
    """« deux détenus chiliens libérés par X »: the participle is said of the noun, not its adjective."""
    over = token.head
    if over.dep_ == "amod" and over.pos_ == "ADJ" and over.head.pos_ == "NOUN":
        hang(token, over.head, "acl")


def _of_occasion(verb: Token, words: ModuleType) -> None:
    """« en marge du sommet, prévu lundi à Lima »: the participle is said of the sommet that it agrees with."""
    noun, grammar = verb.head, verb.doc.grammar
    if "Past" not in feature(verb, "Tense") or not lemmas(noun) & words.THROUGH:
        return
    inner = [c for c in children(noun, "nmod") if c.i < verb.i]
    inner = [c for c in inner if any(t.plain in grammar.of for t in children(c, "case"))]
    gender = feature(verb, "Gender")
    if len(inner) == 1 and feature(inner[0], "Gender") == gender != feature(noun, "Gender"):
        hang(verb, inner[0], "acl")


def _swap(token: Token) -> None:
    """« un navire guyanien » whose adjective the parse took for the noun."""
    nouns = [
        c
        for c in token.children
        if c.pos_ == "NOUN" and c.i == token.i - 1 and c.dep_ in ("amod", "nmod", "compound")
    ]
    if not nouns or token.dep_ not in (
        "obj",
        "nsubj",
        "nsubj:pass",
        "obl:mod",
        "obl:arg",
        "nmod",
        "obl:agent",
    ):
        return
    noun, head, label = nouns[0], token.head, token.dep_
    rest = [
        c
        for c in token.children
        if c.i != noun.i and c.dep_ in ("det", "case", "nummod", "nmod", "cc", "conj")
    ]
    if head.i == token.i:
        return
    hang(noun, head, label)
    hang(token, noun, "amod")
    for child in rest:
        hang(child, noun, child.dep_)


def _after_place(draft: Draft, token: Token) -> None:
    """« A Lima, le ministre X s'est entretenu »: a noun that the parse hangs on the place or time
    that opens the sentence is the subject of its verb."""
    place, verb = token.head, token.head.head
    if token.pos_ not in ("NOUN", "PROPN") or not place.i < token.i < place.sent.end:
        return
    if place.i > place.sent.start + _OPENING:
        return
    if token.pos_ == "NOUN" and not children(token, "det", "nummod"):
        return  # « Réunis à Arica, port du Chili, … »
    on_visit = verb.pos_ == "NOUN" and children(verb, "case")
    if on_visit or (verb.dep_ == "advcl" and verb.i <= verb.sent.start + 1):
        verb = verb.head  # « En visite à Lima, X a rencontré Y », « Réunis à Lima, … »
    if token.i >= verb.i:
        return
    if not is_verb(verb) or children(verb, "nsubj", "nsubj:pass", "csubj"):
        return
    if not any(t.text == "," for t in token.doc[place.i + 1 : token.i]):
        return
    mention = draft.mention_at(place)
    if mention is None or mention.form not in ("place", "name") or not children(place, "case"):
        return
    for other in [c for c in place.head.children if c.dep_ == "appos" and token.i < c.i < verb.i]:
        hang(other, token, "appos")
    hang(token, verb, "nsubj:pass" if is_passive(verb) else "nsubj")


def _met_there(draft: Draft, name: Token, words: ModuleType) -> None:
    """« A a rencontré mardi à Lima Jean Roca »: a person's name right behind the place, which the parse
    takes for more of the place's, is the object of a verb that has a subject and no object."""
    place, verb = name.head, name.head.head
    known, named = draft.mention_at(place), draft.mention_at(name)
    if lemmas(place) & words.CAPITAL:  # « dans la capitale russe Jean Roca »
        last = max((c.i for c in children(place, "amod")), default=place.i)
    elif known is None or known is named:
        return
    else:
        last = known.last
    if named is None or last + 1 != name.i or named.first != name.i or not is_verb(verb):
        return
    done = any(c.i < verb.i for c in children(verb, "nsubj"))
    if not done or verb.i > place.i or not children(place, "case"):
        return
    if is_passive(verb) or has_se(verb) or not is_person(draft, named.actors[0]):
        return
    if all(draft.in_date(c) for c in children(verb, "obj")):
        for part in [c for c in place.children if name.i < c.i and c.dep_ == name.dep_]:
            hang(part, name, "flat:name")
        hang(name, verb, "obj")


def _after_aside(noun: Token) -> None:
    """« a annoncé, dans son discours, l'ouverture d'un dialogue »: the object behind an aside, which the
    parse takes for another of what the aside tells."""
    aside, verb, doc = noun.head, noun.head.head, noun.doc
    case, det = children(aside, "case"), children(noun, "det")
    if not case or not det or children(noun, "case", "cc") or not is_verb(verb):
        return
    set_off = doc[case[0].i - 1].text == "," == doc[det[0].i - 1].text
    if not set_off or not verb.i < case[0].i < aside.i < det[0].i or children(verb, "obj", "ccomp"):
        return
    alone = not any(c.dep_ == "conj" and c.i != noun.i for c in (*aside.children, *noun.children))
    if alone and noun.pos_ == "NOUN" and not is_passive(verb) and not has_se(verb):
        hang(noun, verb, "obj")


def _by_his_post(draft: Draft, name: Token) -> None:
    """« une visite du chef de l'État, A B, au Pérou »: the name is the post's, and what follows it is
    what the post hangs on has."""
    named = draft.mention_at(name)
    if named is None or named.form != "name":
        return
    noun = name.head
    for post in children(noun, "nmod"):
        said = draft.mention_at(post)
        beside = said is not None and said.form == "post" and said.actors == named.actors
        if beside and post.i < name.i:
            for child in children(name, "nmod"):
                if children(child, "case") and child.i > named.last:
                    hang(child, noun, "nmod")
            hang(name, post, "appos")
            return


def _bare_plural(token: Token, words: ModuleType) -> None:
    """« déployer des missiles », « annoncer aussitôt de nouvelles sanctions »: what stands right
    after a verb is the article of its object."""
    if token.is_sent_start or token.i + 1 >= len(token.doc):
        return
    if not plural(token) and not article(token):
        return
    noun, at = token.head, token.i - 1
    while at > token.sent.start and token.doc[at].pos_ == "ADV":
        at -= 1
    verb = token.doc[at]
    if not is_verb(verb) or verb.dep_ in AUXILIARIES or noun.head.i != verb.i or noun.i < token.i:
        return
    if children(verb, "obj") or has_se(verb) or is_passive(verb):
        return
    if lemmas(verb) & words.WITH_DE:
        return
    noun.dep_, token.dep_ = "obj", "det"


def _closed_doors(token: Token, doors: str) -> None:
    """« à huis clos », whose adjective the parse takes for a verb of its own."""
    if token.is_sent_start or token.nbor(-1).plain != doors:
        return
    noun = token.nbor(-1)
    over = token.head if noun.head.i == token.i else noun.head
    if over.i in (token.i, noun.i) or noun.is_ancestor(over):
        return
    rest = [c for c in token.children if c.i != noun.i]
    hang(noun, over, "obl:mod")
    for child in rest:
        hang(child, over if child.i > token.i else noun, child.dep_)
    hang(token, noun, "amod")
    token.pos_ = "ADJ"


def _bearing(verb: Token, words: ModuleType) -> None:
    """« des pourparlers concernant leurs missions se sont tenus »: what they bear on is no subject."""
    if verb.dep_ != "acl" or not is_verb(verb) or not verb.plain.endswith(words.GERUND):
        return
    noun, after = verb.head, verb.i + 1
    for token in verb.doc[after : min(after + 5, verb.sent.end)]:
        if token.dep_ in ("nsubj", "nsubj:pass") and token.head.i > token.i and noun.i < verb.i:
            main = token.head
            if any(t.text == "," for t in verb.doc[verb.i : token.i]):
                return
            label = token.dep_
            hang(token, verb, "obj")
            if not main.is_ancestor(noun) or noun.dep_ not in ("nsubj", "nsubj:pass"):
                hang(noun, main, label)
            return


def _between(verb: Token) -> None:
    """« un échange entre A et B a eu lieu »: « entre » takes two, so that B is no subject of its own,
    and what is between them is."""
    subjects = children(verb, "nsubj", "nsubj:pass")
    if verb.dep_ != "conj" or not is_verb(verb) or len(subjects) != 1:
        return
    joint = subjects[0].left_edge.i - 1
    grammar = verb.doc.grammar
    if joint <= verb.sent.start or verb.doc[joint].plain not in grammar.and_:
        return
    before = verb.doc[verb.sent.start : joint]
    first = next((t.head for t in before if t.plain in grammar.between), None)
    if first is None or children(first, "conj") or first.head.i > first.i:
        return
    noun = first.head if verb.head is first else verb.head
    up, label = noun.head, subjects[0].dep_
    if noun.pos_ != "NOUN" or noun not in first.ancestors:
        return
    hang(first, noun, "nmod")  # « l'accord sur le gaz entre A et B »
    hang(subjects[0], first, "conj")
    hang(verb.doc[joint], subjects[0], "cc")
    if noun.i == up.i:
        verb.hang(verb, "ROOT")
    elif is_verb(up) and up.i > verb.i:  # « …: X a été remis à … », whose subject it was taken for
        verb.hang(verb if up.head.i == up.i else up.head, up.dep_)
        hang(up, verb, "parataxis")
    else:
        return
    hang(noun, verb, label)


def _second_side(draft: Draft, second: Token) -> None:
    """« les négociations entre les puissances (A, B et C) et Bamako »: « entre » takes two, so that the
    second is no other thing beside the noun."""
    noun, grammar = second.head, second.doc.grammar
    if noun.pos_ != "NOUN" or draft.mention_at(second) is None or children(second, "case"):
        return
    first = [
        c
        for c in children(noun, "nmod")
        if c.i < second.i and any(t.plain in grammar.between for t in children(c, "case"))
    ]
    if len(first) == 1 and not children(first[0], "conj"):
        hang(second, first[0], "conj")


def _made_between(verb: Token) -> None:
    """« l'accord conclu à X entre A et B a été salué »: as above, where the parse took the participle
    for the main verb."""
    subjects, past = children(verb, "nsubj", "nsubj:pass"), verb.head
    if len(subjects) != 1 or past.dep_ != "ROOT" or children(past, *AUXILIARIES):
        return
    grammar, made = verb.doc.grammar, children(past, "nsubj", "nsubj:pass")
    joint = subjects[0].left_edge.i
    joint -= verb.doc[joint].plain not in grammar.and_
    if not is_verb(past) or len(made) != 1 or verb.doc[joint].plain not in grammar.and_:
        return
    between = verb.doc[past.i : joint]
    first = next((t.head for t in between if t.plain in grammar.between), None)
    if first is None or first.head.i != past.i or children(first, "conj"):
        return
    label = subjects[0].dep_
    hang(subjects[0], first, "conj")
    hang(verb.doc[joint], subjects[0], "cc")
    verb.hang(verb, "ROOT")
    made[0].hang(verb, label)
    past.hang(made[0], "acl")
