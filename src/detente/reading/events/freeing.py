"""A day or a city between a verb and its object, and what the parse hangs on it, set right.

Between a verb and its object French news puts the day and the city (« a reçu dimanche à Amman le
chef … »); the parser then takes the day for the object, or hangs the object on the day or the city."""

from __future__ import annotations

from detente.language.doc import Token, Words
from detente.reading.draft import Draft
from detente.reading.events.arcs import hang, verb_over
from detente.reading.events.lexicon import lexicon
from detente.reading.events.syntax import children, has_se, is_passive


def free_all(draft: Draft) -> None:
    """Hangs what follows the days and places of a draft, and hangs on them, on the verb before."""
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    events = lexicon(draft.pack.code).events
    for mention in draft.dates:
        said = draft.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if said is None or mention.kind == "set":
            continue
        _day_within(said)
        _after_noun(said, events)
        _free(draft, said.start, said.end, time=True)
    near_to, where = words.NEAR | words.AREAS, grammar.to | grammar.in_
    for place in draft.mentions:
        at = place.first - 1
        while at > 0 and draft.doc[at].pos_ == "DET":
            at -= 1
        before = draft.doc[at].plain if at >= 0 else ""
        near = before in grammar.just_of and any(
            t.plain in near_to for t in draft.doc[max(at - 2, 0) : max(at, 0)]
        )
        if place.form in ("place", "name") and (near or before in where):
            area = next(
                (t.i for t in draft.doc[max(at - 2, 0) : max(at, 0)] if t.plain in words.AREAS),
                place.first,
            )
            _free(draft, area if near else place.first, place.last + 1, time=False)


def _day_within(day: Words) -> None:
    """« à l'issue jeudi d'un entretien », « en marge mardi du sommet »: a day within a preposition."""
    doc, sent = day.doc, day.root.sent
    if day.start - 1 <= sent.start or day.end >= sent.end:
        return
    built, of = doc[day.start - 1], doc[day.end]
    grammar = doc.grammar
    if built.plain not in grammar.built or of.plain not in grammar.of or of.dep_ != "case":
        return
    noun, verb = of.head, verb_over(day.root)
    if verb is None or noun.i < of.i or noun.pos_ not in ("NOUN", "PROPN"):
        return
    hang(noun, verb, "obl:mod")
    hang(day.root, verb, "obl:mod")
    hang(built, of, "fixed")


def _after_noun(day: Words, events: frozenset[str]) -> None:
    """« l'expulsion, mardi, de deux diplomates »: a day between an event's noun and whom it was done to."""
    doc, sent = day.doc, day.root.sent
    noun = doc[max(sent.start, day.start - (2 if doc[day.start - 1].text == "," else 1))]
    if noun.pos_ != "NOUN" or events.isdisjoint(noun.lemmas):
        return
    root = day.root
    behind = [c for token in day for c in token.children if c.i >= day.end]
    for child in behind:
        case = children(child, "case")
        if case and case[0].plain in doc.grammar.of:
            hang(child, noun, "nmod")
            hang(root, noun, "nmod")


def _free(draft: Draft, first: int, end: int, *, time: bool) -> None:
    """Hangs what follows a day or a city, and hangs on it, on the verb before."""
    doc = draft.doc
    root = doc.words(first, end).root
    verb = verb_over(root)
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
                and (time or named or children(child, "det", "nummod"))
                and not children(verb, "obj")
                and doc[end].text != ","
            ):
                hang(child, verb, "obj")
            elif case and (plural(case[0]) or (time and article(case[0]))):
                if not children(verb, "obj"):
                    hang(child, verb, "obj")
                    case[0].dep_ = "det"
            elif case and time and case[0].plain not in verb.doc.grammar.of:
                hang(child, verb, "obl:mod")
    _object(verb, end)


def article(case: Token) -> bool:
    """« de nouvelles sanctions »: « de » before an adjective is the article."""
    after = case.doc[case.i + 1]
    grammar = case.doc.grammar
    return case.plain in grammar.just_of and after.pos_ == "ADJ"


def plural(case: Token) -> bool:
    """« des missiles »: an article as well as a preposition."""
    grammar = case.doc.grammar
    return case.plain in grammar.of & grammar.indefinite


def _object(verb: Token, end: int) -> None:
    """A bare noun right after the day or city, hung on the verb by another label, is its object."""
    if children(verb, "obj") or is_passive(verb):
        return
    grammar = verb.doc.grammar
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i < verb.i]
    for child in verb.children:
        if not end <= child.i <= end + 6 or child.pos_ not in ("NOUN", "PROPN"):
            continue
        case = children(child, "case")
        partitive = case and case[0].plain in grammar.of & grammar.with_article and not has_se(verb)
        if case and (article(case[0]) or (partitive and child.pos_ == "NOUN")):
            case[0].dep_ = "det"
        elif case or child.dep_ not in ("obl:mod", "obl:arg", "nsubj", "xcomp", "nmod", "appos"):
            continue
        if child.dep_ == "nsubj" and not subjects:
            continue
        child.dep_ = "obj"
        return
