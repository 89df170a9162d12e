"""Undertakings: what a party promises, or parties agree to do, in one report.

A verb of commitment with what it brings in (« s'engager à », « convenir de »), a verb with a noun
(« prendre l'engagement de »), a pact and what it lays down (« l'accord prévoit »), a pact that was
concluded and kept or broken, and an announcement of one's own act to come (« a annoncé qu'elle
retirerait »). What is asked of somebody, wished, refused or denied is no undertaking.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from detente.model import Event, HistoryStep, Undertaking, UndertakingStatus
from detente.reading.names import actors_of, side_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.fr.undertakings import Lexicon, Phrase
    from detente.reading.draft import Draft

MADE_AT = frozenset({"call", "talks", "visit", "agreement", "mediation", "ceasefire", "speech"})
"""Kinds of event at which an undertaking is made."""
LONGEST = 400
"""Characters of an undertaking's words at most; a longer subtree is a parse gone astray."""


class Found(NamedTuple):
    """An undertaking before its parties are known: who undertakes it, and in what words."""

    trigger: Token
    who: tuple[Token, ...]
    start: int
    end: int
    mode: Literal["agreed", "promised", "offered", "reported"]
    status: UndertakingStatus = "open"
    together: bool = False


def find(draft: Draft) -> None:
    """Adds the report's undertakings to the draft; needs its mentions and events."""
    lexicon: Lexicon = draft.pack.module("undertakings").lexicon()
    seen: list[tuple[int, int]] = []
    for found in _candidates(draft, lexicon):
        if any(a < found.end and found.start < b for a, b in seen):
            continue
        made = _undertaking(draft, found, lexicon, len(draft.undertakings) + 1)
        if made is not None:
            seen.append((found.start, found.end))
            draft.undertakings.append(made)


def _candidates(draft: Draft, lexicon: Lexicon) -> Iterator[Found]:
    for token in draft.doc:
        if token.pos_ in ("VERB", "AUX"):
            yield from _by_verb(token, lexicon)
            yield from _by_phrase(token, lexicon)
            yield from _by_pact(token, lexicon)
            yield from _by_announcement(token, lexicon)
        elif token.pos_ == "NOUN" and token.lemma_ in lexicon.pacts:
            yield from _by_concluded_pact(token, lexicon)


# ---------------------------------------------------------------- the forms


def _by_verb(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    for verb in lexicon.verbs:
        if verb.lemma != token.lemma_ or not _committed(token, lexicon):
            continue
        if verb.reflexive != _reflexive(token):
            continue
        content = _content(token, verb.marks)
        who = subjects(token)
        if content and who and (not verb.together or _several(who, lexicon)):
            yield Found(token, who, *content, verb.mode, together=verb.together)


def _by_phrase(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    def match(phrase: Phrase, words: frozenset[str], pos: str) -> Iterator[Found]:
        if token.lemma_ not in phrase.verbs or not _committed(token, lexicon):
            return
        for child in token.subtree:
            near = token.i < child.i <= token.i + 8
            if near and child.pos_ == pos and child.lemma_.lower() in words:
                content = _content(child, phrase.marks)
                if content:
                    yield Found(token, subjects(token), *content, phrase.mode)

    for phrase in lexicon.phrases:
        yield from match(phrase, phrase.nouns, "NOUN")
    for phrase in lexicon.adjectives:
        if _reflexive(token):
            yield from match(phrase, phrase.adjectives, "ADJ")


def _by_pact(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« L'accord prévoit le retrait … »: the pact's parties undertake the object."""
    if token.lemma_ not in lexicon.provides or negated(token):
        return
    pacts = [t for t in subjects(token) if t.lemma_ in lexicon.pacts]
    if pacts:
        for child in token.children:
            if child.dep_ in ("obj", "ccomp", "xcomp") and child.i > token.i:
                yield Found(token, (pacts[0],), *_extent(child), "agreed")


def _by_concluded_pact(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« la trêve conclue par … n'a pas été respectée », « un accord sur … a été signé »."""
    participles = [
        t
        for t in token.children
        if t.dep_ in ("acl", "amod") and t.lemma_ in lexicon.concluded and t.i > token.i
    ]
    agents = tuple(
        t for p in participles for t in p.children if t.dep_ in ("obl:agent", "obl:arg", "obl:mod")
    )
    if participles and agents:
        yield Found(token, agents, *_extent(token), "agreed", _fate(token, lexicon))


def _by_announcement(token: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« X a annoncé qu'il retirerait … »: what one says one will do oneself."""
    if token.lemma_ not in lexicon.announcing or negated(token):
        return
    for child in token.children:
        if child.dep_ != "ccomp" or child.i < token.i or child.lemma_ in lexicon.no_act:
            continue
        ahead = _future(child)
        own = [t for t in subjects(child) if t.pos_ == "PRON" and t.morph.get("Person") != ["2"]]
        who = subjects(token)
        if ahead and own and who and not negated(child) and _same(own[0], who[0]):
            yield Found(token, who, *_extent(child, skip=("que",)), "promised")


# ---------------------------------------------------------------- small grammar


def subjects(verb: Token) -> tuple[Token, ...]:
    """The subject's head and its conjuncts, climbing from a conjunct or a controlled infinitive."""
    for _ in range(4):
        found = [c for c in verb.children if c.dep_.startswith("nsubj")]
        if found:
            relative = found[0].lemma_ in ("qui", "que", "lequel") and verb.dep_ == "acl:relcl"
            head = verb.head if relative else found[0]
            return (head, *head.conjuncts)
        if verb.dep_ in ("acl", "acl:relcl") and verb.head.pos_ in ("NOUN", "PROPN"):
            return (verb.head, *verb.head.conjuncts)
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head is verb:
            return ()
        verb = verb.head
    return ()


def negated(verb: Token) -> bool:
    """Whether a verb is denied (« ne … pas, plus, jamais », « sans »)."""
    return any(
        c.lemma_.lower() in ("pas", "plus", "jamais", "aucun", "aucunement", "nullement", "sans")
        for c in verb.children
        if c.dep_ in ("advmod", "mark", "case", "obl:mod") or c.dep_.startswith("advmod")
    ) and any(c.lower_ in ("ne", "n'", "n’", "sans") for c in verb.children)


def _reflexive(verb: Token) -> bool:
    return any(
        c.lower_ in ("se", "s'", "s’", "nous", "m'", "me") and c.i < verb.i and c.pos_ == "PRON"
        for c in verb.children
        if not c.dep_.startswith("nsubj")
    )


def _finite(verb: Token) -> Token:
    """The finite word of a verb: itself, or its auxiliary."""
    for child in verb.children:
        if child.dep_.startswith("aux") and child.morph.get("VerbForm") == ["Fin"]:
            return child
    return verb


def _future(verb: Token) -> bool:
    finite = _finite(verb)
    return finite.morph.get("Tense") == ["Fut"] or finite.morph.get("Mood") == ["Cnd"]


def _committed(verb: Token, lexicon: Lexicon) -> bool:
    """The verb is told as done: finite and not conditional, or a participle; not asked or denied."""
    if negated(verb):
        return False
    finite = _finite(verb)
    form = finite.morph.get("VerbForm")
    if form == ["Inf"]:
        return verb.dep_ == "xcomp" and verb.head.lemma_ in ("venir", "accepter", "dire")
    if finite.morph.get("Mood") in (["Cnd"], ["Sub"], ["Imp"]):
        return False
    if finite.morph.get("Tense") == ["Fut"]:
        return False
    return not (verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in lexicon.asking)


def _content(governor: Token, marks: tuple[str, ...]) -> tuple[int, int] | None:
    """What one of `marks` brings in behind a verb or noun, as character offsets."""
    for mark in governor.doc[governor.i + 1 : min(governor.i + 9, governor.sent.end)]:
        lemma = "que" if mark.lower_ in ("que", "qu'", "qu’") else _preposition(mark)
        if lemma in marks and mark.head.i > mark.i and governor in mark.head.ancestors:
            return _extent(mark.head, after=mark)
        if mark.is_punct or mark.pos_ == "VERB":
            return None
    return None


def _preposition(token: Token) -> str:
    forms = {"d'": "de", "d’": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}
    return forms.get(token.lower_, token.lower_) if token.pos_ == "ADP" else ""


def _extent(
    head: Token, *, after: Token | None = None, skip: tuple[str, ...] = ()
) -> tuple[int, int]:
    """Offsets of a phrase: its subtree, up to an aside of another's words or a closing mark."""
    first = after.i + 1 if after is not None else head.left_edge.i
    if head.doc[first].lower_.rstrip("'’") in ("que", "qu") and skip:
        first += 1
    last = head.right_edge.i
    for child in head.children:
        if child.dep_ == "parataxis" and child.i > head.i:
            last = min(last, child.left_edge.i - 1)
    while last > head.i and (head.doc[last].is_punct or head.doc[last].is_space):
        last -= 1
    start, end = head.doc[first].idx, head.doc[last].idx + len(head.doc[last])
    return start, min(end, start + LONGEST)


def _several(who: tuple[Token, ...], lexicon: Lexicon) -> bool:
    return len(who) > 1 or "Plur" in who[0].morph.get("Number") or who[0].lemma_ in lexicon.joint


def _same(pronoun: Token, subject: Token) -> bool:
    """Whether a pronoun may stand for a subject: number and gender agree where both are known."""
    for feature in ("Number", "Gender"):
        a, b = pronoun.morph.get(feature), subject.morph.get(feature)
        if a and b and a != b:
            return False
    return pronoun.lower_ in ("il", "elle", "ils", "elles", "nous", "je", "j'", "j’", "on")


def _fate(pact: Token, lexicon: Lexicon) -> UndertakingStatus:
    """What the sentence says became of a pact that is its subject or object."""
    verb = pact.head
    if pact.dep_ not in ("nsubj", "nsubj:pass", "obj") or verb.pos_ != "VERB":
        return "open"
    if verb.lemma_ in lexicon.kept:
        return "broken" if negated(verb) else "open" if _future(verb) else "carried_out"
    if verb.lemma_ in lexicon.broken and not negated(verb):
        return "broken"
    if verb.lemma_ in lexicon.withdrawn and not negated(verb):
        return "withdrawn"
    return "open"


# ---------------------------------------------------------------- to a fact


def _undertaking(draft: Draft, found: Found, lexicon: Lexicon, n: int) -> Undertaking | None:
    event = _made_at(draft, found.trigger)
    actors = list(dict.fromkeys(a for token in found.who for a in actors_of(draft, token)))
    parties = list(dict.fromkeys(side_of(draft, a) or a for a in actors))
    joint = found.together or any(t.lemma_ in lexicon.joint | lexicon.pacts for t in found.who)
    if event is not None and joint and len(parties) < 2:
        parties = list(event.parties) or parties
    if not parties:
        return None
    sentence = found.trigger.sent
    words = draft.span(found.start, found.end)
    told = draft.span(sentence.start_char, sentence.end_char)
    if len(words.exact.split()) < 2:
        return None
    history = ()
    if found.status != "open":
        history = (
            HistoryStep(
                date=None,
                status=found.status,
                evidence=(told,),
                because="the report that tells of it says so",
            ),
        )
    return Undertaking(
        id=f"u{n}",
        text=words.exact,
        parties=tuple(parties),
        made_at=event.id if event else None,
        date=event.date if event else None,
        when=event.when if event else None,
        mode=found.mode,
        status=found.status,
        topics=event.topics if event and joint else (),
        history=history,
        evidence=(words, told),
    )


def _made_at(draft: Draft, trigger: Token) -> Event | None:
    """The meeting or call at which it was undertaken: told in the same sentence, else the last
    one told before it in the report's two preceding sentences."""
    sentence = trigger.sent
    best: Event | None = None
    for event in draft.events:
        if event.kind not in MADE_AT or event.status not in ("occurred", "ongoing"):
            continue
        starts = [m.start for m in event.mentions[:1]]
        if any(sentence.start_char <= s < sentence.end_char for s in starts):
            return event
        if any(0 < sentence.start_char - s < 600 for s in starts):
            best = event
    return best
