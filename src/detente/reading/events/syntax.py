"""Questions to a parse: lemmas, prepositions, clauses, subjects, tense and negation.

The parse errs at one arc in five, so that each answer looks at the arc first and at the order of the
words where the arc is missing. Token labels are Universal Dependencies, as the French models give them.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.language.doc import Token, once
from detente.language.doc import straight as straight

CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "parataxis", "csubj", "advcl:cleft"})
"""Labels of a verb that opens a clause of its own."""
PAST = frozenset({"past", "pluperfect"})
"""Tenses (see `tense`) of what is over."""


def lemmas(token: Token) -> frozenset[str]:
    """The lemmas that a token may have: the model's, the word list's, and the word itself."""
    return token.lemmas


@once
def lemmas_beside(opening: Token) -> frozenset[str]:
    """The lemmas of all words of the sentence that a token opens."""
    return frozenset().union(*(token.lemmas for token in opening.sent.tokens))


def feature(token: Token, name: str) -> list[str]:
    """The values of a morphological feature, as the model gives them; not to be changed."""
    return token.morph.get(name, [])


def is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def is_finite(token: Token) -> bool:
    """A verb or auxiliary in a tense of its own."""
    return is_verb(token) and "Fin" in feature(token, "VerbForm")


@once
def preposition(token: Token) -> str | None:
    """The preposition of the phrase that a token heads, in its plain form (« aux » is `à`)."""
    names = token.doc.grammar.names
    for child in token.children:
        named = child.pos_ == "ADP" or (child.dep_ == "case" and child.plain in names)
        if child.dep_ in ("case", "mark") and named and child.i < token.i:
            return _named(child)
    if (
        token.dep_ in ("conj", "flat:name", "flat", "appos", "nmod:appos")
        and token.head.i < token.i
    ):
        return preposition(token.head)
    first = leftmost(token)
    if first > token.sent.start:
        before = token.doc[first - 1]
        if before.pos_ == "ADP":
            return _named(before)
    return None


def _named(case: Token) -> str:
    """The name of a preposition, with the noun it is built on (« à l'issue de », « lors de »)."""
    grammar = case.doc.grammar
    if case.dep_ == "fixed" and case.head.plain in grammar.bare:
        return grammar.names[case.head.plain]
    for child in case.children:
        if child.dep_ == "fixed" and child.plain in grammar.built:
            return grammar.built[child.plain]
    if case.plain in grammar.of and case.i > case.sent.start:
        before = case.doc[case.i - 1]
        if before.plain in grammar.built and _built(before):
            return grammar.built[before.plain]
    return grammar.names.get(case.plain, case.plain)


def _built(noun: Token) -> bool:
    """Whether « à », « en », « dans » stands before the noun of a preposition."""
    grammar, at = noun.doc.grammar, noun.i - 1
    if noun.plain in grammar.bare:
        return True
    if at >= noun.sent.start and noun.doc[at].plain in grammar.definite:
        at -= 1
    before = noun.doc[at].plain
    return at >= noun.sent.start and (before in grammar.to or before in grammar.in_)


def leftmost(token: Token) -> int:
    """First token of a noun phrase: determiners, numbers and adjectives before its head."""
    first = token.i
    while first > token.sent.start:
        before = token.doc[first - 1]
        if before.pos_ in ("DET", "NUM", "ADJ") or (
            before.pos_ in ("NOUN", "PROPN") and token.is_ancestor(before)
        ):
            first -= 1
        else:
            break
    return first


def clause_of(token: Token) -> Token:
    """The verb (or predicate noun) of the clause in which a token stands."""
    at = token
    while not is_predicate(at) and at.head.i != at.i:
        at = at.head
    return at


def is_predicate(token: Token) -> bool:
    """A verb, or a noun or adjective with a copula."""
    if token.pos_ == "VERB" or token.dep_ in CLAUSES:
        return True
    return any(child.dep_ == "cop" for child in token.children)


def clause_tokens(head: Token) -> Iterator[Token]:
    """The tokens of a clause without those of the clauses inside it."""
    yield head
    for child in head.children:
        if child.dep_ in CLAUSES or (child.dep_ == "conj" and is_verb(child) and is_verb(head)):
            continue
        yield from clause_tokens(child)


def children(token: Token, *labels: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in labels]


@once
def has_se(verb: Token) -> bool:
    """Whether « se » stands with a verb."""
    grammar = verb.doc.grammar
    return any(
        child.pos_ == "PRON" and child.plain in grammar.reflexives
        and (child.plain in grammar.oneself or child.dep_.startswith("expl") or "Reflex=Yes" in str(child.morph))
        for child in verb.children
    )  # fmt: skip


@once
def is_passive(verb: Token) -> bool:
    """A passive: with « être », or a participle that stands by a noun (« condamnée en 2024 »)."""
    if has_se(verb) or lemmas(verb) & verb.doc.grammar.with_be:
        return False
    labels = {child.dep_ for child in verb.children}
    if "aux:pass" in labels:
        return True
    if labels & {"aux:tense", "aux"}:
        return False
    if "nsubj:pass" in labels or "obl:agent" in labels:
        return True
    if shares_auxiliary(verb):
        return is_passive(verb.head)
    participle = "Part" in feature(verb, "VerbForm") and "Past" in feature(verb, "Tense")
    return participle and verb.pos_ != "AUX" and (verb.dep_ != "ROOT" or "nsubj" not in labels)


def shares_auxiliary(verb: Token) -> bool:
    """« a convoqué l'ambassadeur et porté plainte »: a participle joined to a verb in a compound tense."""
    bare = "Part" in feature(verb, "VerbForm") and "Past" in feature(verb, "Tense")
    if not bare or verb.dep_ != "conj" or not is_verb(verb.head):
        return False
    own = any(child.dep_.startswith(("aux", "cop")) for child in verb.children)
    given = any(child.dep_.startswith("aux") for child in verb.head.children)
    return not own and (given or shares_auxiliary(verb.head))


@once
def subjects(verb: Token) -> list[Token]:
    """The heads of the phrases that are the grammatical subject of a verb, its own or shared."""
    for _ in range(8):
        causing = children(verb, "aux:caus")
        own = [
            c
            for v in (verb, *causing)
            for c in children(v, "nsubj", "nsubj:pass", "nsubj:caus")
            if c.pos_ != "SCONJ"
        ]
        if own:
            return [_antecedent(token, verb) for token in own]
        if verb.dep_ in ("acl", "acl:relcl") and not is_verb(verb.head):
            over = verb.head.head
            if "Inf" in feature(verb, "VerbForm") and verb.head.dep_ == "obj" and is_verb(over):
                verb = over  # « X a pris la décision d'expulser »: X expels
                continue
            return [verb.head]
        if (
            verb.dep_ in ("xcomp", "ccomp", "advcl", "conj", "aux:tense", "aux")
            and verb.head.i != verb.i
        ):
            said = verb.dep_ == "ccomp" and "Inf" not in feature(verb, "VerbForm")
            if said and tense(verb) != "past-infinitive":  # « X a dit avoir expulsé Y »
                return []
            if verb.dep_ == "advcl" and "Fin" in feature(verb, "VerbForm"):
                return []
            if verb.dep_ == "xcomp":
                objects = children(verb.head, "obj", "iobj")
                if objects and not has_se(verb.head):
                    return [objects[0]]
            verb = verb.head
            continue
        return []
    return []


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    grammar = token.doc.grammar
    if token.plain in grammar.who | grammar.that | grammar.which:
        at = verb
        while at.dep_ == "conj" and is_verb(at.head):
            at = at.head
        if at.dep_ in ("acl:relcl", "acl") or (at.head.i < token.i and not is_verb(at.head)):
            return _content(at.head)
    return token


def _content(noun: Token) -> Token:
    """The noun after « à l'encontre de », « au cours de », where the parse took the preposition's."""
    if noun.plain in noun.doc.grammar.built:
        return next((c for c in noun.children if c.dep_ == "nmod"), noun)
    return noun


@once
def tense(verb: Token) -> str:
    """`past`, `pluperfect`, `present`, `imperfect`, `future`, `conditional`, `past-conditional`,
    `subjunctive`, `infinitive`, `past-infinitive`, `participle`, `gerund` or `none`."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux:tense", "aux:pass", "aux", "cop")]
    finite = next((a for a in auxiliaries if "Fin" in feature(a, "VerbForm")), None)
    moved = bool(lemmas(verb) & verb.doc.grammar.with_be)
    has = any(a.dep_ == "aux:tense" or (moved and a.dep_ == "aux:pass") for a in auxiliaries)
    if finite is None and "Fin" in feature(verb, "VerbForm"):
        finite = verb
    if finite is None:
        if any("Inf" in feature(t, "VerbForm") for t in auxiliaries):
            return "past-infinitive" if has else "infinitive"
        if "Inf" in feature(verb, "VerbForm"):
            return "infinitive"
        if any("Pres" in feature(a, "Tense") for a in auxiliaries):
            return "participle"
        if shares_auxiliary(verb):
            return tense(verb.head)
        if "Part" in feature(verb, "VerbForm"):
            return "gerund" if "Pres" in feature(verb, "Tense") else "participle"
        return "none"
    mood = "".join(feature(finite, "Mood"))
    when = "".join(feature(finite, "Tense"))
    if mood == "Cnd":
        return "past-conditional" if has else "conditional"
    if mood == "Sub":
        return "past-subjunctive" if has else "subjunctive"
    if when == "Fut":
        return "past-future" if has else "future"
    if when == "Imp":
        return "pluperfect" if has else "imperfect"
    if when == "Past":
        return "past"
    return "past" if has and finite is not verb else "present"


@once
def negated(verb: Token) -> bool:
    """Whether a verb is denied; « ne … que » and the « ne » of « avant que » are no denial."""
    grammar = verb.doc.grammar
    own = {child.plain for child in verb.children}
    words = own | {
        grandchild.plain
        for child in verb.children
        if child.dep_ in ("obj", "nsubj", "nsubj:pass", "aux:tense", "aux:pass", "cop", "advmod")
        for grandchild in child.children
        if child.i < verb.i + 6 and grandchild.dep_ in ("det", "advmod")
    }
    ne = bool(own & grammar.not_) or any(
        t.plain in grammar.not_ for t in verb.doc[max(verb.i - 4, verb.sent.start) : verb.i]
        if t.head.i == verb.i or t.head.head.i == verb.i
    )  # fmt: skip
    if not ne:
        return bool(own & grammar.never) and not own & grammar.that
    after = {t.plain for t in verb.doc[max(verb.i - 4, 0) : verb.i + 5] if t.sent == verb.sent}
    return bool((words | after) & grammar.denials)


def preposition_of_own(token: Token) -> str | None:
    """A conjunct's own preposition, not the one it shares."""
    for child in token.children:
        if child.dep_ == "case":
            return preposition(token)
    return None
