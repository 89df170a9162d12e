"""Who stands in a phrase: the actors that its head and what belongs to its head name."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language.doc import Doc, Token
from detente.reading.draft import Draft, Mention
from detente.reading.events.syntax import (
    CLAUSES,
    children,
    feature,
    is_finite,
    lemmas,
    preposition,
    straight,
)

_POSTED = frozenset(
    {
        "ambassadeur",
        "ambassadrice",
        "ambassade",
        "consul",
        "consulat",
        "chargé",
        "envoyé",
        "attaché",
        "représentant",
        "diplomate",
    }
)
_REALMS = frozenset({"île", "république", "royaume", "sultanat", "principauté", "émirat"})
_BUILDINGS = frozenset({"consulat", "ambassade", "palais", "aéroport", "bâtiment"})
_MADE_OF = frozenset({"composer", "constituer", "former"})
"""Participles that say whom a group is made of."""
_INSIDE = frozenset(
    {"amod", "flat:name", "flat", "flat:foreign", "appos", "nmod:appos", "nummod", "compound"}
)


def mentions_in(draft: Draft, head: Token, *, posted: bool = False) -> list[Mention]:
    """The mentions of those whom the phrase of `head` speaks of, each once, in order.

    A person's own title (« l'ambassadeur du Rwanda Jean Bosco ») does not bring its state along;
    the person does. With `posted` the state that an envoy is sent to comes too (« l'ambassadeur
    en Inde »)."""
    found: list[Mention] = []
    named = _apposed_to(draft, head)
    for mention in [named] if named is not None else _walk(draft, head, 0):
        if mention not in found:
            found.append(mention)
    found += [m for m in _bracketed(draft, head) if m not in found]
    for mention in list(found):
        found += [m for m in _beside(draft, mention) if m not in found]
    for mention in list(found):
        found += [m for m in in_row(draft, mention) if m not in found]
    found += [m for m in _among(draft, head) if m not in found]
    found += [m for m in _further_on(draft, head) if m not in found]
    if posted and lemmas(head) & _POSTED:
        found += [m for m in _sent_to(draft, head) if m not in found]
    return sorted((m for m in found if not cut_off(draft, m)), key=lambda m: m.start)


def cut_off(draft: Draft, mention: Mention) -> bool:
    """« Lima » of « le pont Lima Torres »: a place that is the first word of another name."""
    if mention.form != "place" or mention.last + 1 >= len(draft.doc):
        return False
    after = draft.doc[mention.last + 1]
    return after.pos_ == "PROPN" and after.dep_ == "flat:name" and draft.mention_at(after) is None


def _among(draft: Draft, head: Token) -> list[Mention]:
    """« quatre Belges, dont le journaliste X, condamné en mai, et Y »: those named of a group."""
    doc, sent = head.doc, head.sent
    at = next(
        (t.i for t in doc[head.i + 1 : min(head.i + 9, sent.end)] if t.plain == "dont"),
        None,
    )
    if at is None or any(is_finite(t) for t in doc[head.i + 1 : at]):
        return []
    found: list[Mention] = []
    for token in doc[at + 1 : sent.end]:
        if token.text in ";:()" or is_finite(token) or token.plain in ("qui", "que"):
            break
        mention = draft.mention_at(token)
        if mention is None or mention.form != "name" or mention in found:
            continue
        people = any(is_person(draft, a) for a in mention.actors)
        if people and preposition(doc[mention.head]) in (None, "de") and not _by(doc, mention):
            found.append(mention)
    return found


def _further_on(draft: Draft, head: Token) -> list[Mention]:
    """« la libération de A, un pasteur arrêté en mai, et de B »: a person whom the same preposition
    joins to the head past what is said of it."""
    case = preposition_of_own(head)
    if case is None or not any(
        is_person(draft, a) for m in draft.headed_by(head) for a in m.actors
    ):
        return []
    found: list[Mention] = []
    doc = head.doc
    for at in range(head.i + 2, head.sent.end - 2):
        if is_finite(doc[at]) or doc[at].text in ";:()":
            break
        if doc[at].plain != "et" or doc[at - 1].text != ",":
            continue
        mention = draft.mention_at(at + 2)
        if mention is None or mention.form != "name" or preposition(doc[mention.head]) != case:
            continue
        if any(is_person(draft, a) for a in mention.actors):
            found.append(mention)
    return found


def _by(doc: Doc, mention: Mention) -> bool:
    """« arrêté par X », « proche de X »: a name that another word brings along."""
    before = doc[mention.first - 1]
    return before.pos_ == "ADP" and before.dep_ == "case"


def _apposed_to(draft: Draft, head: Token) -> Mention | None:
    """The person whom « X, un citoyen belge » is about, for its noun."""
    if head.pos_ != "NOUN":
        return None
    first = head.i
    while first > head.sent.start and head.doc[first - 1].pos_ in ("DET", "ADJ", "NUM"):
        first -= 1
    if (
        first < 2
        or head.doc[first - 1].text != ","
        or head.doc[first].plain in ("le", "la", "les", "son", "sa", "l'")
    ):
        return None
    mention = draft.mention_at(first - 2)
    if (
        mention is None
        or mention.form != "name"
        or not any(is_person(draft, a) for a in mention.actors)
    ):
        return None
    return mention


def _bracketed(draft: Draft, head: Token) -> list[Mention]:
    """« les présidents (américain X et russe Y) »: those named in the brackets."""
    doc, found = head.doc, []
    if head.i + 1 >= head.sent.end or doc[head.i + 1].text != "(":
        return []
    for token in doc[head.i + 2 : min(head.i + 16, head.sent.end)]:
        if token.text == ")":
            break
        mention = draft.mention_at(token)
        if mention is not None and mention not in found:
            found.append(mention)
    return found


def _beside(draft: Draft, mention: Mention) -> list[Mention]:
    """Names joined to one by « et » with nothing between but articles, where the parse lost them."""
    doc, found = draft.doc, []
    if mention.form == "pronoun":
        return []
    alone = _of_singular_verb(doc[mention.head])
    for step in (1,) if alone else (-1, 1):
        at = (mention.first if step < 0 else mention.last) + step
        while (
            step > 0
            and at < len(doc)
            and (same := draft.mention_at(at)) is not None
            and set(same.actors) & set(mention.actors)
        ):
            at = same.last + 1
        if step < 0:
            while at > 0 and doc[at].pos_ == "DET":
                at -= 1
        if not 0 < at < len(doc) - 1 or doc[at].plain != "et":
            continue
        at += step
        while (
            step > 0 and at < len(doc) - 1 and (doc[at].pos_ == "DET" or doc[at].plain in _REALMS)
        ):
            at += 1
        other = draft.mention_at(at)
        if (
            other is None
            or other.form not in ("name", "place", "people", "post")
            or (other.form != mention.form and "people" in (other.form, mention.form))
        ):
            continue
        if step < 0 and _agent(doc, other) and not _agent(doc, mention):
            continue
        if (
            other.form == "people"
            and doc[other.head].pos_ == "ADJ"
            and doc[mention.head].pos_ != "ADJ"
        ):
            continue
        found.append(other)
    return found


def in_row(draft: Draft, mention: Mention) -> list[Mention]:
    """The persons named in a row with one, itself among them: « A, B, C et D » with nothing but
    commas and a last « et » between. One that a preposition brings along where the rest is the
    subject of a verb (« selon A, B et C ont … ») is left out."""
    if mention.form != "name" or not any(is_person(draft, a) for a in mention.actors):
        return []
    row = [mention]
    while (before := _next_name(draft, row[0].first - 1, -1)) is not None:
        row.insert(0, before)
    while (after := _next_name(draft, row[-1].last + 1, 1)) is not None:
        row.append(after)
    if len(row) < 3 or straight(draft.doc[row[-1].first - 1].text) != "et":
        return []
    if draft.doc[row[-1].head].dep_.startswith("nsubj") or mention.first > row[0].first:
        first = draft.doc[max(row[0].first - 1, 0)]
        if first.plain in ("selon", "pour", "par", "après", "d'après"):
            row = row[1:]
    return row


def _next_name(draft: Draft, at: int, step: int) -> Mention | None:
    """The person named on the other side of a comma or « et » at a token."""
    doc = draft.doc
    if not 0 < at < len(doc) - 1 or doc[at].plain not in (",", "et"):
        return None
    other = draft.mention_at(at + step)
    if other is None or other.form != "name":
        return None
    return other if any(is_person(draft, a) for a in other.actors) else None


def _agent(doc: Doc, mention: Mention) -> bool:
    """« le pays soutenu par X et les rebelles ont signé »: « par » brings X along, and X alone."""
    at = mention.first - 1
    while at > 0 and doc[at].pos_ == "DET":
        at -= 1
    return doc[at].plain == "par"


def _of_singular_verb(noun: Token) -> bool:
    """The subject of a verb in the singular behind it: « … devant l'OMC et Tokyo a levé … »."""
    verb = noun.head
    if not noun.dep_.startswith("nsubj") or verb.i < noun.i:
        return False
    finite = children(verb, "aux:tense", "aux:pass", "aux", "cop") or [verb]
    return all("Sing" in feature(token, "Number") for token in finite)


def _sent_to(draft: Draft, head: Token) -> list[Mention]:
    return [
        mention
        for child in head.subtree
        if preposition(child) in ("à", "en", "auprès de")
        and (mention := mention_of(draft, child))
        and child.i > head.i
        and child.i <= head.i + 8
    ]


def mention_of(draft: Draft, token: Token) -> Mention | None:
    """The mention whose head a token is, the shortest where there are several; else the one that
    holds it."""
    own = draft.headed_by(token)
    if own:
        return min(own, key=lambda m: m.end - m.start)
    return draft.mention_at(token)


def _walk(draft: Draft, head: Token, depth: int) -> Iterator[Mention]:
    own = mention_of(draft, head)
    if own is not None and own.form == "people" and (person := _renamed(draft, head)):
        own = person
    if own is not None:
        yield own
    people = own is not None and any(is_person(draft, a) for a in own.actors)
    named = [] if people else _names_of(draft, head)
    yield from named
    for child in head.children:
        if depth > 6 or (child.dep_ in CLAUSES and not lemmas(child) & _MADE_OF):
            continue
        if child.dep_ == "conj" and child.pos_ != "VERB":
            if preposition_of_own(child) in (None, "de", "entre", "avec", "à"):
                yield from _walk(draft, child, depth + 1)
        elif people or named:
            if child.dep_ in _INSIDE:
                for other in child.children:
                    if other.dep_ == "conj" and other.pos_ != "VERB":
                        yield from _walk(draft, other, depth + 1)
            continue
        elif child.dep_ == "acl" and lemmas(child) & _MADE_OF:
            for member in child.children:
                if preposition(member) == "de" and member.i > child.i:
                    yield from _walk(draft, member, depth + 1)
        elif child.dep_ in _INSIDE or (
            child.dep_ in ("nmod", "obl:arg", "obl:mod", "det")
            and preposition(child) in (None, "de", "entre", "en provenance de", "à destination de")
        ):
            if own is not None and own.form == "place" and child.dep_ == "nmod":
                continue
            yield from _walk(draft, child, depth + 1)


def _renamed(draft: Draft, head: Token) -> Mention | None:
    """« le Français détenu, Jean Dupont »: the person that a people's name is put for."""
    for child in head.children:
        mention = (
            mention_of(draft, child)
            if child.dep_ in ("appos", "flat:name") and child.i > head.i
            else None
        )
        if mention is not None and any(is_person(draft, a) for a in mention.actors):
            return mention
    return None


def _names_of(draft: Draft, head: Token) -> list[Mention]:
    """Persons named right by a common noun and its adjectives (« le ministre turc Hakan Fidan »)."""
    doc = head.doc
    for at in range(head.i + 1, min(head.sent.end, head.i + 5)):
        mention = draft.mention_at(at)
        if mention is not None and any(is_person(draft, a) for a in mention.actors):
            return [mention]
        if doc[at].pos_ not in ("ADJ", "PROPN") and mention is None:
            return []
    return []


def preposition_of_own(token: Token) -> str | None:
    """A conjunct's own preposition, not the one it shares."""
    for child in token.children:
        if child.dep_ == "case":
            return preposition(token)
    return None


def actors_in(draft: Draft, head: Token, *, posted: bool = False) -> list[tuple[str, Mention]]:
    """Actor ids of a phrase with the mention that names each, once."""
    found: dict[str, Mention] = {}
    for mention in mentions_in(draft, head, posted=posted):
        for actor in mention.actors:
            found.setdefault(actor, mention)
    return list(found.items())


def heads_actors(draft: Draft, head: Token) -> tuple[str, ...]:
    """The actors that the head of a phrase itself names or that are named right by it, without
    those of its complements (« la direction de X »)."""
    named = _apposed_to(draft, head)
    own = named or mention_of(draft, head)
    beside = _names_of(draft, head) if own is None else []
    return tuple(a for m in ([own] if own else []) + beside for a in m.actors)


def is_person(draft: Draft, actor_id: str) -> bool:
    found = draft.actors.get(actor_id)
    return found is not None and found.kind == "person"


def is_state(draft: Draft, actor_id: str) -> bool:
    found = draft.actors.get(actor_id)
    return found is not None and found.kind == "state"


def party_of(draft: Draft, actor_id: str) -> str | None:
    """The party that an actor stands for: a state's code, else the body itself; a person whose
    state is not told stands for none."""
    found = draft.actors.get(actor_id)
    if found is None:
        return actor_id if len(actor_id) == 2 and actor_id.isupper() else None
    if found.kind == "state":
        return found.id
    if found.country:
        return found.country
    if found.kind == "organisation" and any(
        word in _BUILDINGS for word in found.name.lower().split()[:1]
    ):
        return None
    return None if found.kind in ("person", "group") else found.id
