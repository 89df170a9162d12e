"""Arcs that the parser often gets wrong around times and places, set right by rule.

Between a verb and its object French news puts the day and the city (« a reçu dimanche à Amman le
chef … »); the parser then takes the day for the object, or hangs the object on the day or the city."""

from __future__ import annotations

from spacy.tokens import Token

from detente.reading.draft import Draft
from detente.reading.events.syntax import children, has_se, is_passive, is_verb, lemmas, straight

_AUXILIARIES = ("aux:tense", "aux:pass", "aux", "cop")


def mend(draft: Draft, participles: dict[str, str]) -> None:
    """Changes heads and labels of `draft.doc` where a day or a city stands in the way, and where a
    participle of `participles` (form to lemma) or an adjective was taken for a noun."""
    for token in draft.doc:
        _swap(token)
        _participle(draft, token, participles)
        _fronted(token, participles)
        _bare_plural(draft, token)
        _bearing(token)
        _closed_doors(token)
        if (
            token.dep_ in ("flat:name", "flat")
            and is_verb(token.head)
            and not children(token.head, "obj")
        ):
            token.dep_ = "obj"
    for mention in draft.dates:
        words = draft.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if words is None or mention.kind == "set":
            continue
        _free(draft, words.start, words.end, time=True)
    for place in draft.mentions:
        at = place.first - 1
        while at > 0 and draft.doc[at].pos_ == "DET":
            at -= 1
        before = straight(draft.doc[at].text) if at >= 0 else ""
        if place.form in ("place", "name") and before in ("à", "en", "au", "aux", "dans"):
            _free(draft, place.first, place.last + 1, time=False)


def _swap(token: Token) -> None:
    """« un navire guyanien » whose adjective the parse took for the noun."""
    if token.pos_ != "ADJ":
        return
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
    _hang(noun, head, label)
    _hang(token, noun, "amod")
    for child in rest:
        _hang(child, noun, child.dep_)


def _fronted(token: Token, known: dict[str, str]) -> None:
    """« Expulsés en mars, les trois prêtres … »: a participle that opens a sentence is of its subject."""
    word = straight(token.text) if token.is_sent_start else ""
    if word not in known or token.i + 1 >= token.sent.end:
        return
    comma = next((t.i for t in token.sent if t.text == "," and t.i < token.i + 25), None)
    if comma is None or token.doc[token.i + 1].pos_ not in ("ADP", "ADV", "NOUN", "NUM", "DET"):
        return
    main = next(
        (
            t
            for t in token.doc[comma + 1 : token.sent.end]
            if is_verb(t) and t.dep_ not in (*_AUXILIARIES, "acl", "acl:relcl")
        ),
        None,
    )
    if main is None:
        return
    rest = [c for c in token.children if c.i > comma]
    if main.head.i == token.i or token.is_ancestor(main):
        main.head = main if token.head.i == token.i else token.head
        main.dep_ = token.dep_ if token.head.i != token.i else "ROOT"
    _hang(token, main, "advcl")
    for child in rest:
        if child.i != main.i:
            _hang(child, main, child.dep_)
    token.pos_ = "VERB"
    token.lemma_ = known[word]
    token.set_morph("Tense=Past|VerbForm=Part|Voice=Pass")  # type: ignore[attr-defined]


def _bare_plural(draft: Draft, token: Token) -> None:
    """« déployer des missiles »: « des » right after a verb is the article of its object."""
    if token.dep_ != "case" or token.lower_ != "des" or token.is_sent_start:
        return
    verb, noun = token.doc[token.i - 1], token.head
    if not is_verb(verb) or verb.dep_ in _AUXILIARIES or noun.head.i != verb.i or noun.i < token.i:
        return
    if children(verb, "obj") or has_se(verb) or is_passive(verb):
        return
    if lemmas(verb) & draft.pack.module("frames").WITH_DE:
        return
    noun.dep_, token.dep_ = "obj", "det"


def _closed_doors(token: Token) -> None:
    """« à huis clos », whose adjective the parse takes for a verb of its own."""
    if token.lower_ != "clos" or token.is_sent_start or token.nbor(-1).lower_ != "huis":
        return
    huis = token.nbor(-1)
    over = token.head if huis.head.i == token.i else huis.head
    if over.i in (token.i, huis.i) or huis.is_ancestor(over):
        return
    rest = [c for c in token.children if c.i != huis.i]
    _hang(huis, over, "obl:mod")
    for child in rest:
        _hang(child, over if child.i > token.i else huis, child.dep_)
    _hang(token, huis, "amod")
    token.pos_ = "ADJ"


def _bearing(verb: Token) -> None:
    """« des pourparlers concernant leurs missions se sont tenus »: what they bear on is no subject."""
    if verb.dep_ != "acl" or not is_verb(verb) or not straight(verb.text).endswith("ant"):
        return
    noun, after = verb.head, verb.i + 1
    for token in verb.doc[after : min(after + 5, verb.sent.end)]:
        if token.dep_ in ("nsubj", "nsubj:pass") and token.head.i > token.i and noun.i < verb.i:
            main = token.head
            if any(t.text == "," for t in verb.doc[verb.i : token.i]):
                return
            label = token.dep_
            _hang(token, verb, "obj")
            if not main.is_ancestor(noun) or noun.dep_ not in ("nsubj", "nsubj:pass"):
                _hang(noun, main, label)
            return


def _participle(draft: Draft, token: Token, known: dict[str, str]) -> None:
    """« X, extradé en 2022, … », « les marins capturés »: a participle taken for a noun or adjective."""
    word = straight(token.text)
    if (
        token.pos_ not in ("NOUN", "ADJ")
        or word not in known
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
        token.head = over
    token.pos_ = "VERB"
    token.dep_ = "acl"
    token.lemma_ = known[word]
    token.set_morph("Tense=Past|VerbForm=Part|Voice=Pass")  # type: ignore[attr-defined]


def _free(draft: Draft, first: int, end: int, *, time: bool) -> None:
    """Hangs what follows a day or a city, and hangs on it, on the verb before."""
    doc = draft.doc
    root = doc[first:end].root
    verb = _verb_over(root)
    if verb is None or verb.i > first or any(t.text in ",;:" for t in doc[verb.i : first]):
        return
    if time and root.dep_ in ("obj", "nsubj", "iobj", "xcomp"):
        root.dep_ = "obl:mod"
    for token in doc[first:end]:
        for child in list(token.children):
            if (
                child.i < end
                or child.pos_ not in ("NOUN", "PROPN")
                or child.dep_ in ("conj", "flat", "flat:name")
            ):
                continue
            if child.i > end + 4:
                continue
            case = children(child, "case")
            person = draft.mention_at(child)
            named = person is not None and person.first >= end and person.form == "name"
            if (
                not case
                and (time or named or children(child, "det"))
                and not children(verb, "obj")
                and doc[end].text != ","
            ):
                _hang(child, verb, "obj")
            elif case and time and (straight(case[0].text) == "des" or _article(case[0])):
                if not children(verb, "obj"):
                    _hang(child, verb, "obj")
                    case[0].dep_ = "det"
            elif case and time and straight(case[0].text) not in ("de", "du", "d'"):
                _hang(child, verb, "obl:mod")
    _object(verb, end)


def _article(case: Token) -> bool:
    """« de nouvelles sanctions »: « de » before an adjective is the article."""
    after = case.doc[case.i + 1]
    return straight(case.text) in ("de", "d'") and after.pos_ == "ADJ"


def _object(verb: Token, end: int) -> None:
    """A bare noun right after the day or city, hung on the verb by another label, is its object."""
    if children(verb, "obj") or is_passive(verb):
        return
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i < verb.i]
    for child in verb.children:
        if not end <= child.i <= end + 6 or child.pos_ not in ("NOUN", "PROPN"):
            continue
        case = children(child, "case")
        partitive = case and straight(case[0].text) in ("du", "des") and not has_se(verb)
        if case and (_article(case[0]) or (partitive and child.pos_ == "NOUN")):
            case[0].dep_ = "det"
        elif case or child.dep_ not in ("obl:mod", "obl:arg", "nsubj", "xcomp", "nmod", "appos"):
            continue
        if child.dep_ == "nsubj" and not subjects:
            continue
        child.dep_ = "obj"
        return


def _verb_over(token: Token) -> Token | None:
    at = token
    for _ in range(10):
        if is_verb(at) and at.dep_ not in _AUXILIARIES:
            return at
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def _hang(token: Token, head: Token, label: str) -> None:
    """Hangs a token on another, unless that one hangs on it: a parse has no circles."""
    if head.i == token.i or token.is_ancestor(head):
        return
    token.head = head
    token.dep_ = label
