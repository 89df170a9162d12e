"""The forms in which an undertaking is told, over a parse: who undertakes what, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from detente.model import UndertakingStatus
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
from detente.reading.undertakings.extent import brought_in, extent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.language.fr.undertakings import Lexicon, Phrase

Mode = Literal["agreed", "promised", "offered", "reported"]
TOLD = frozenset({"past", "pluperfect", "present", "imperfect", "participle", "gerund"})
"""Tenses in which an undertaking is told as made."""
AHEAD = frozenset({"future", "conditional", "past-future"})


class Found(NamedTuple):
    """An undertaking before its parties are known: who undertakes it, and in what words."""

    trigger: Token
    who: tuple[Token, ...]
    start: int
    end: int
    mode: Mode
    status: UndertakingStatus = "open"
    together: bool = False


def candidates(doc: Doc, lexicon: Lexicon) -> Iterator[Found]:
    """All that may be an undertaking, in text order; the surer form of a clause comes first."""
    for token in doc:
        if is_verb(token) and not token.is_space:
            words = lemmas(token)
            yield from _by_verb(token, words, lexicon)
            yield from _by_phrase(token, words, lexicon)
            yield from _by_pact(token, words, lexicon)
            yield from _by_announcement(token, words, lexicon)
        elif token.pos_ == "NOUN" and lemmas(token) & lexicon.pacts:
            yield from _under_pact(token, lexicon)
            yield from _aim_of_pact(token, lexicon)
            yield from _concluded_pact(token, lexicon)
        elif token.pos_ == "NOUN" and lemmas(token) & lexicon.promise_nouns:
            yield from _promise(token, lexicon)


def _by_verb(token: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """« s'engager à », « promettre de », « convenir de »: the subject undertakes."""
    for verb in lexicon.verbs:
        if verb.lemma not in words or verb.reflexive != has_se(token) or not _made(token, lexicon):
            continue
        governor = _behind(token, verb.fixed) if verb.fixed else token
        content = (
            brought_in(governor, verb.marks, lexicon, acts=verb.acts)
            if governor is not None
            else None
        )
        who = _who(token)
        if content and who and (not verb.together or _several(who)):
            yield Found(token, who, *content, verb.mode, together=verb.mode == "agreed")


def _by_phrase(token: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """« prendre l'engagement de », « exprimer son intention de », « se dire prêt à »."""
    if has_se(token):
        for phrase in lexicon.adjectives:
            yield from _phrase(token, words, phrase, phrase.adjectives, lexicon)
    for phrase in lexicon.phrases:
        yield from _phrase(token, words, phrase, phrase.nouns, lexicon)


def _phrase(
    token: Token, words: frozenset[str], phrase: Phrase, carriers: frozenset[str], lexicon: Lexicon
) -> Iterator[Found]:
    if not words & phrase.verbs or not _made(token, lexicon):
        return
    for carrier in token.doc[token.i + 1 : min(token.i + 9, token.sent.end)]:
        if lemmas(carrier) & carriers and (token in carrier.ancestors or carrier.i <= token.i + 3):
            content = brought_in(carrier, phrase.marks, lexicon)
            if content and (who := _who(token)):
                yield Found(token, who, *content, phrase.mode, together=phrase.mode == "agreed")
            return


def _by_pact(token: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """« L'accord prévoit le retrait … »: the pact's parties undertake the object."""
    if not words & lexicon.provides or negated(token) or tense(token) not in TOLD:
        return
    pacts = [t for t in subjects(token) if lemmas(t) & lexicon.pacts]
    for child in children(token, "obj", "ccomp", "xcomp") if pacts else ():
        if child.i > token.i:
            yield Found(token, (pacts[0],), *extent(child, lexicon), "agreed", together=True)
            return


def _under_pact(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« En vertu de l'accord entre X et Y, une zone … doit être … »: the clause is undertaken."""
    above = token.head
    if not (lemmas(above) & lexicon.under) or above.i > token.i:
        return
    clause = above.head
    if is_verb(clause) and not negated(clause) and clause.i > token.i:
        first = token.right_edge.i + 1
        heads = [c for c in clause.children if c.dep_.startswith("nsubj") and c.i >= first]
        if heads:
            start = heads[0].left_edge.idx
            yield Found(token, (token,), start, extent(clause, lexicon)[1], "agreed", together=True)


def _aim_of_pact(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« un accord entre X et Y pour la création … », « un accord visant à … »: its aim."""
    parts = [c for c in token.children if c.i > token.i]
    if token.head.pos_ in ("NOUN", "ADJ") and token.head.i == token.i - 1:
        parts += [c for c in token.head.children if c.i > token.i]  # « un récent accord … »
    partners = [c for c in parts if preposition(c) in ("entre", "avec")]
    for child in parts if partners else ():
        aimed = [child] if preposition(child) == "pour" else []
        if lemmas(child) & lexicon.aims and child.dep_ in ("acl", "amod"):
            aimed = [c for c in child.children if c.dep_ in ("xcomp", "obj", "obl:arg", "obl:mod")]
        for aim in aimed[:1]:
            if aim.i > token.i:
                who = (token, *partners)
                yield Found(token, who, *extent(aim, lexicon), "agreed", together=True)
                return


def _promise(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« son engagement à ne pas … », « la promesse de Lima de … »: a noun and an infinitive."""
    for mark in token.doc[token.i + 1 : min(token.i + 6, token.sent.end)]:
        plain = lexicon.marks.get(straight(mark.text))
        if plain in ("à", "de") and mark.head.pos_ == "VERB" and mark.head.i > mark.i:
            own = any("Yes" in c.morph.get("Poss", []) for c in children(token, "det"))
            who = (token, *subjects(clause_of(token))) if own else (token,)
            yield Found(token, who, *extent(mark.head, lexicon, after=mark), "promised")
            return


def _concluded_pact(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« la trêve conclue par … n'a pas été respectée », « l'accord signé avec … »."""
    status = _fate(token, lexicon)
    verb = token.head
    if status == "open" and is_verb(verb) and lemmas(verb) & lexicon.provides:
        return
    partners = [
        part
        for child in children(token, "acl", "amod")
        if child.i > token.i and lemmas(child) & lexicon.concluded
        for part in child.children
        if preposition(part) in ("par", "avec", "entre")
    ]
    if partners:
        yield Found(
            token, tuple(partners), *extent(token, lexicon), "agreed", status, together=True
        )


def _by_announcement(token: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """« X a annoncé qu'il retirerait … »: what one says one will do oneself."""
    if not words & lexicon.announcing or negated(token) or tense(token) not in TOLD:
        return
    for child in children(token, "ccomp"):
        if child.i < token.i or lemmas(child) & lexicon.no_act or negated(child):
            continue
        own = [t for t in subjects(child) if t.lower_.rstrip("'’") in lexicon.own]
        who = _who(token)
        if tense(child) in AHEAD and own and who and _agree(own[0], who[0]):
            start, end = extent(child, lexicon)
            yield Found(token, who, max(start, own[0].idx), end, "promised")


# ---------------------------------------------------------------- conditions


def _behind(verb: Token, fixed: str) -> Token | None:
    """The last of the fixed words that follow a verb, or None where they do not."""
    at, words = verb.i + 1, straight(fixed).replace("'", "' ").split()
    told = [straight(t.text) for t in verb.doc[at : at + len(words)]]
    return verb.doc[at + len(words) - 1] if told == words else None


def _who(verb: Token) -> tuple[Token, ...]:
    """The subject, looking through a quantity (« suffisamment de députés »)."""
    found = [
        next(iter(children(t, "obl:arg", "nmod")), t) if t.pos_ == "ADV" else t
        for t in subjects(verb)
    ]
    return tuple(t for t in found if t.pos_ in ("NOUN", "PROPN", "PRON", "ADJ"))


def _made(verb: Token, lexicon: Lexicon) -> bool:
    """Told as made: not denied, conditional, future or asked of somebody."""
    if negated(verb):
        return False
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


def _agree(pronoun: Token, subject: Token) -> bool:
    """Whether a pronoun may stand for a subject: number and gender agree where both are known."""
    for feature in ("Number", "Gender"):
        one, other = pronoun.morph.get(feature, []), subject.morph.get(feature, [])
        if one and other and one != other:
            return False
    return True


def _fate(pact: Token, lexicon: Lexicon) -> UndertakingStatus:
    """What its own sentence says became of a pact that is the verb's subject or object."""
    verb = pact.head
    if pact.dep_ not in ("nsubj", "nsubj:pass", "obj") or not is_verb(verb):
        return "open"
    words, denied = lemmas(verb), negated(verb)
    if words & lexicon.kept and tense(verb) in TOLD:
        return "broken" if denied else "carried_out"
    if words & lexicon.broken and not denied:
        return "broken"
    return "withdrawn" if words & lexicon.withdrawn and not denied else "open"
