"""Who and what stands in which place around a verb or a noun."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import ModuleType

from detente.codebook import Frame
from detente.language.doc import Token, once
from detente.reading.draft import Draft, Mention
from detente.reading.events.aimed import OBLIQUE, aimed_at
from detente.reading.events.doers import of_which, who_does, whose
from detente.reading.events.lexicon import lexicon
from detente.reading.events.rows import has_person
from detente.reading.events.syntax import (
    CLAUSES,
    children,
    feature,
    has_se,
    is_passive,
    is_verb,
    lemmas,
    preposition,
)
from detente.reading.events.who import actors_in

Slots = dict[str, list[Token]]


def verb_slots(draft: Draft, verb: Token, frame: Frame) -> Slots:
    """The heads of the phrases around a verb, by slot of its frame, passive turned to active."""
    found = phrases_around(draft, verb)
    slots: Slots = defaultdict(list, {place: list(heads) for place, heads in found.items()})
    if frame.fixed and "object" in frame.slots:
        held = range(verb.i + 1, verb.i + 1 + len(frame.fixed.split()))
        slots["object"] = [head for head in slots["object"] if head.i not in held]
        slots["object"] = slots["object"] or _after_fixed(verb, frame.fixed)
    for noun in slots["object"]:
        aimed_at(draft, noun, frame, slots)
    of, by = draft.doc.grammar.cases.of, draft.doc.grammar.cases.by
    if of in frame.needs and not slots[of] and frame.lemma in lemmas(verb):
        slots[of] += _further(draft, verb)  # « ont convenu lundi d'un cessez-le-feu »
    with_ = draft.doc.grammar.cases.with_
    if with_ in frame.needs and not slots[with_] and frame.lemma in lemmas(verb):
        slots[with_] += [  # « a discuté d'un possible sommet avec les envoyés de X »
            c
            for noun in (*slots["object"], *slots[of])
            for c in children(noun, "nmod")
            if preposition(c) == with_
        ]
    acts = slots["subject"] and not is_passive(verb) and not has_se(verb)
    if acts and slots[by] and frame.slots.get(by) == frame.slots.get("subject"):
        del slots[by]  # « X a libéré A en échange de la grâce par Y de B »
    _loose(draft, verb, frame.slots, slots)
    _one_place(draft, frame, slots)
    return slots


@once
def phrases_around(draft: Draft, verb: Token) -> Slots:
    """The heads of the phrases that the parse hangs on a verb, passive turned to active."""
    slots: Slots = defaultdict(list)
    grammar, means = draft.doc.grammar, draft.pack.module("frames").MEANS
    of, to, by = grammar.cases.of, grammar.cases.to, grammar.cases.by
    passive = is_passive(verb)
    done_by = who_does(draft, verb)
    slots["object" if passive else "subject"] += done_by + whose(draft, verb, done_by)
    if verb.dep_ == "acl:relcl" and has_se(verb) and of_which(done_by):
        slots[of].append(verb.head)  # « l'accord dont le président s'est retiré »
    for child in verb.children:
        if child.plain in grammar.whose and verb.dep_ == "acl:relcl" and has_se(verb):
            slots[of].append(verb.head)  # « l'accord dont X s'est retiré »
        elif child.dep_ in ("obj", "obl:arg", "iobj") and child.pos_ == "PRON":
            _pronoun(verb, child, slots)
        elif child.dep_ == "obj" and not passive and _from_whom(verb, child):
            slots[of].append(child)
        elif child.dep_ == "obj" and not passive:
            slots["object"].append(child)
        elif child.dep_ == "xcomp" and "Inf" in feature(child, "VerbForm"):
            slots["infinitive"].append(child)
        elif child.dep_ in OBLIQUE and not is_verb(child):
            place = preposition(child)
            if child.dep_ == "obl:agent" and place in (by, of, None):
                place = by
            if place == by and child.plain in means:
                continue
            child = _meant(verb, child)
            if place:
                slots[place].append(child)
            elif child.dep_ == "iobj":
                slots[to].append(child)
    if passive and not slots["subject"]:
        slots["subject"] = list(slots[by])
    return slots


def _from_whom(verb: Token, child: Token) -> bool:
    """« après l'avoir reçu du médiateur »: « l' » was received, from him."""
    before, grammar = verb.doc[child.i - 1], verb.doc.grammar
    from_ = before.plain in grammar.of and before.plain in grammar.with_article
    return from_ and any(c.pos_ == "PRON" and c.i < verb.i for c in children(verb, "obj"))


def _carried(head: Token, noun: Token) -> bool:
    """The object of a verb is part of what the verb tells (« signer un accord avec »)."""
    return is_verb(head) and noun.head.i == head.i and noun.dep_ in ("obj", "nsubj:pass")


def _after_fixed(verb: Token, fixed: str) -> list[Token]:
    """The object after « persona non grata », « en garde à vue »."""
    for token in verb.doc[verb.i + 1 + len(fixed.split()) : min(verb.i + 9, verb.sent.end)]:
        if token.pos_ in ("NOUN", "PROPN"):
            return [token] if preposition(token) is None else []
        if token.pos_ not in ("DET", "ADJ", "NUM"):
            return []
    return []


def _pronoun(verb: Token, child: Token, slots: Slots) -> None:
    """« que », « l' », « lui » before a verb: to what they stand for."""
    word, grammar = child.plain, verb.doc.grammar
    if word in grammar.that:
        at = verb
        while at.dep_ in ("xcomp", "conj", "ccomp") and is_verb(at.head):
            at = at.head
        if at.dep_ == "acl:relcl":
            slots["object"].append(at.head)
    elif word in grammar.datives:
        slots[grammar.cases.to].append(child)
    elif word not in grammar.oneself | grammar.of_it | grammar.whose:
        slots[preposition(child) or "object"].append(child)


def _meant(verb: Token, child: Token) -> Token:
    """« avec qui », « avec lequel »: the noun that the relative clause hangs on."""
    grammar = verb.doc.grammar
    if child.pos_ != "PRON" or child.i > verb.i:
        return child
    if child.plain not in grammar.who and child.plain not in grammar.which:
        return child
    if verb.dep_ == "acl:relcl" and not is_verb(verb.head):
        return verb.head
    at = child.i - 2
    while at > verb.sent.start and (verb.doc[at].text == "," or verb.doc[at].pos_ == "ADJ"):
        at -= 1
    before = verb.doc[max(at, 0)]
    return before if before.pos_ in ("NOUN", "PROPN") else child


_ENDS = frozenset({"to", "by", "place", "target"})
"""Parts that « de », « à » and « en » bring far from their verb."""


def _hung_on_place(draft: Draft, token: Token) -> bool:
    """« une visite à Oslo du ministre », which the parse takes for one of Oslo."""
    over = draft.mention_at(token.head)
    return over is not None and (over.form == "place" or _is_state(draft, over))


def _is_state(draft: Draft, mention: Mention) -> bool:
    actors = [draft.actors[a] for a in mention.actors if a in draft.actors]
    return mention.form == "name" and any(actor.kind == "state" for actor in actors)


def _others(draft: Draft, noun: Token, head: Token) -> bool:
    """« cet échange fait suite aux pourparlers entre A et B »: the sides of the nearer event."""
    events = lexicon(draft.pack.code).events
    between = noun.doc[noun.i + 1 : head.i]
    text = lemmas(noun) & draft.pack.module("frames").TEXTS
    other = [
        t
        for t in between
        if t.pos_ == "NOUN" and not t.lemmas & noun.lemmas and not (text and _told_of(noun, t))
    ]
    return any(t.lemmas & events for t in other)


def _told_of(text: Token, noun: Token) -> bool:
    """« un accord de cessation des hostilités entre X et Y »: a noun that says what a text is about."""
    while noun.dep_ == "nmod" and noun.head.i < noun.i:
        noun = noun.head
    return noun.i == text.i


_NO_PHRASES = frozenset({"subject", "object", "adjective", "possessive"})
"""Slots that no preposition opens."""
_STRAY = frozenset({"nmod", "obl:mod", "obl:arg", "obl:agent", "obl", "appos"})
_FAR = 30
"""Tokens behind a word in which its phrases are looked for."""


def _tells(draft: Draft) -> frozenset[str]:
    found: frozenset[str] = draft.pack.module("frames").TELLS
    return found


def _loose(draft: Draft, head: Token, wanted: Mapping[str, str], slots: Slots) -> None:
    """Phrases that the frame waits for and that the parse hung elsewhere to the right."""
    if all(place in _NO_PHRASES or slots.get(place) for place in wanted):
        return
    if head.i + 1 < head.sent.end and not lemmas(head.nbor(1)).isdisjoint(_tells(draft)):
        return  # « une trêve saluée par X »
    grammar = draft.doc.grammar
    close = grammar.of | grammar.to | grammar.in_
    for place, token in _strays(draft, head):
        if place not in wanted or slots[place]:
            continue
        part = wanted[place]
        # « de », « à », « en » stand by what they go with, but for some parts
        far = part in _ENDS or (part == "doer" and _hung_on_place(draft, token))
        if place not in close or (far and actors_in(draft, token)):
            slots[place].append(token)


@once
def _strays(draft: Draft, head: Token) -> list[tuple[str, Token]]:
    """The phrases behind a word that hang on another, by their prepositions: up to the next clause
    or event, and with « de » up to a comma."""
    found: list[tuple[str, Token]] = []
    events, grammar = lexicon(draft.pack.code).events, draft.doc.grammar
    comma = False
    for token in head.doc[head.i + 1 : min(head.sent.end, head.i + _FAR)]:
        behind = token.i > head.i + 1
        comma = comma or token.text == ","
        if token.pos_ == "NOUN":
            if behind and lemmas(token) & events and not _carried(head, token):
                break
        elif token.pos_ == "SCONJ" or (behind and _opens_clause(draft, token)):
            break
        if token.plain in grammar.relatives or token.text == ";":
            break
        joined = token.dep_ == "conj" and children(token, "case")
        if (token.dep_ in _STRAY or joined) and token.head is not head:
            place = preposition(token)
            if place and not (comma and place in grammar.of):
                found.append((place, token))
    return found


def _opens_clause(draft: Draft, token: Token) -> bool:
    """A verb, but for auxiliaries and « les jours à venir »."""
    if not is_verb(token) or token.dep_ in ("aux:tense", "aux:pass", "aux"):
        return False
    coming: str = draft.pack.module("frames").COMING
    return f"{token.nbor(-1).lower_} {token.lower_}" != coming


def noun_slots(draft: Draft, noun: Token, frame: Frame, light: Token | None) -> Slots:
    """The heads of the phrases around a noun, and around the light verb that carries it."""
    slots: Slots = defaultdict(list)
    grammar = draft.doc.grammar
    of, by, sides = grammar.cases.of, grammar.cases.by, grammar.between | grammar.with_
    for child in noun.children:
        if child.dep_ == "amod" or (
            child.dep_ in ("appos", "flat", "compound") and child.pos_ == "ADJ"
        ):
            slots["adjective"].append(child)
        elif child.dep_ == "det" and "Yes" in feature(child, "Poss"):
            slots["possessive"].append(child)
        elif child.dep_ in OBLIQUE or child.dep_ in ("flat", "appos"):
            place = preposition(child)
            if place:
                slots[place].append(child)
            if place == of and frame.slots.get("adjective") == "participant":
                slots["adjective"] += _past_matter(draft, child)
            bare = place in grammar.for_ and not children(child, "det")
            if bare:  # « le rappel pour consultations de l'ambassadeur »
                slots[of] += [c for c in children(child, "nmod") if preposition(c) == of]
    words = draft.pack.module("frames")
    sides_by: list[Token] = []
    for child in children(noun, "acl"):
        if "Past" in feature(child, "Tense") and not lemmas(child) & words.TELLS:
            for agent in child.children:
                place = preposition(agent)
                did = agent.dep_ == "obl:agent" or place == by
                if did and lemmas(child) & words.MEDIATE:
                    text = lemmas(child) & words.SEEKS and lemmas(noun) & words.PACTS
                    if text and len(actors_in(draft, agent)) > 1:
                        sides_by.append(agent)  # « un accord négocié par A et B »
                elif did or (place in grammar.to and lemmas(child) & words.IMPUTES):
                    slots[by].append(agent)
    aimed_at(draft, noun, frame, slots)
    before = noun.doc[noun.i - 1] if noun.i > noun.sent.start else None
    if before is not None and before.plain in grammar.possessives and not slots["possessive"]:
        slots["possessive"].append(before)
    if light is not None:
        for place, heads in verb_slots(draft, light, frame).items():
            if place == by and by not in frame.slots:
                place = "subject"
            teller = place in ("subject", by) and lemmas(light) & words.TELLS
            told_by = teller and (is_passive(light) or _that_truce(noun, frame, words))
            part = frame.slots.get("subject", frame.slots.get(by))
            if told_by and part in ("participant", "by"):
                continue  # who announces a meeting or a release is not in it by that
            if place in ("object", of):
                continue
            slots[place] += [
                h
                for h in heads
                if h.i != noun.i
                and not (place in sides and _others(draft, noun, h))
                and not (place in grammar.to and h.is_ancestor(noun))  # « fin à trois jours de »
            ]
        slots["subject"] = [
            h for h in slots["subject"] if h.i != noun.i and not noun.is_ancestor(h)
        ]
        if not any(slots[side] for side in sides):
            slots["subject"] = slots["subject"] or sides_by
    if frame.slots.get(grammar.cases.to) == "place" and not slots[grammar.cases.to]:
        for child in children(noun, "acl:relcl"):  # « une tournée qui l'a conduit à Lima »
            if lemmas(child) & words.LEADS_TO:
                for place in (*grammar.to, *grammar.in_):
                    slots[grammar.cases.to] += phrases_around(draft, child).get(place, [])
    _loose(draft, noun, frame.slots, slots)
    between = grammar.cases.between
    if frame.slots.get(between) == "participant" and not any(slots[side] for side in sides):
        slots[between] += [  # « des discussions pour régler la crise entre A et B »
            t
            for c in children(noun, "acl")
            if "Inf" in feature(c, "VerbForm")
            for t in c.subtree
            if t.dep_ in OBLIQUE and preposition(t) == between
        ]
    if of in frame.needs and not slots[of]:
        slots[of] += _further(draft, noun)
    _near(draft, noun, frame.slots, slots)
    _one_place(draft, frame, slots)
    return slots


def _past_matter(draft: Draft, matter: Token) -> list[Token]:
    """« les pourparlers de paix interafghans »: a people that the parse hangs on what they are about."""
    bare = matter.nbor(-1).plain in matter.doc.grammar.just_of
    if not bare or "Sing" not in feature(matter, "Number"):
        return []
    return [c for c in children(matter, "amod") if c.i > matter.i and draft.mention_at(c)]


def _that_truce(noun: Token, frame: Frame, words: ModuleType) -> bool:
    """« X a annoncé le cessez-le-feu »: the one that others made, which a party would call its own."""
    known = noun.doc.grammar.definite | noun.doc.grammar.demonstratives
    return frame.lemma in words.TRUCES and any(c.plain in known for c in noun.children)


def of_held(draft: Draft, frame: Frame, held: tuple[Token, ...], slots: Slots) -> None:
    """« l'entretien, qui a eu lieu entre X et Y, … »: what stands around the words that say that it
    was held fills the slots that its noun and verb leave empty."""
    for verb in held:
        for place, heads in phrases_around(draft, verb).items():
            none = ("subject", "object", draft.doc.grammar.cases.of)
            if place in frame.slots and place not in none and not slots.get(place):
                slots[place] = list(heads)


def _one_place(draft: Draft, frame: Frame, slots: Slots) -> None:
    """« en Syrie », « au Chili », « dans la région » stand in the slot of « à »."""
    grammar = draft.doc.grammar
    to = grammar.cases.to
    if to in frame.slots and grammar.cases.in_ not in frame.slots:
        for place in [place for place in slots if place in grammar.in_]:
            slots[to] += [head for head in slots.pop(place) if actors_in(draft, head)]


def _further(draft: Draft, noun: Token) -> list[Token]:
    """« la fermeture par X de son espace aérien »: the « de » phrase after another."""
    grammar = draft.doc.grammar
    for token in noun.doc[noun.i + 1 : min(noun.i + 12, noun.sent.end)]:
        if token.text == "," or is_verb(token):
            return []
        if token.dep_ == "conj" or token.dep_.startswith("flat"):
            continue
        if preposition(token) not in grammar.of:
            continue
        by = noun.nbor(1).plain in grammar.by and token.pos_ == "PROPN"
        mention = draft.mention_at(token) if by else None
        if token.pos_ == "NOUN" or (mention is not None and has_person(draft, mention)):
            return [token]
    return []


def _near(draft: Draft, noun: Token, wanted: Mapping[str, str], slots: Slots) -> None:
    """« X entre A et B » where the parse hung « entre » on an adjective or a number of X."""
    of = draft.doc.grammar.cases.of
    for child in noun.children:
        if child.dep_ in CLAUSES:
            continue
        for grandchild in child.children:
            place = (preposition(grandchild) or "") if grandchild.dep_ in OBLIQUE else ""
            if place in wanted and place != of and not slots[place] and grandchild.i > noun.i:
                slots[place].append(grandchild)
