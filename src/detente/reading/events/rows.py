"""Names that stand in a row with one, or behind it: « A, B et C », « dont A et B », « …, et de B »."""

from __future__ import annotations

from detente.language.doc import Doc, Token
from detente.reading.draft import Draft, Mention
from detente.reading.events.lexicon import lexicon
from detente.reading.events.syntax import (
    children,
    feature,
    is_finite,
    is_verb,
    lemmas,
    preposition,
    preposition_of_own,
)


def has_person(draft: Draft, mention: Mention) -> bool:
    """Whether a mention names a person."""
    return any(a in draft.actors and draft.actors[a].kind == "person" for a in mention.actors)


def freed_behind(draft: Draft, head: Token) -> list[Mention]:
    """« deux soldats libérés par X, A et B, … », « le président élu en mai au Chili, A, »: the persons
    named behind what is said of a noun."""
    said = [c for c in head.children if c.dep_ == "acl" and c.i > head.i]
    own = draft.mention_at(head)
    if not said or (own and has_person(draft, own)):
        return []
    one = "Plur" not in feature(head, "Number")
    for at in range(said[0].i + 1, min(head.sent.end - 2, said[0].i + 14)):
        token = head.doc[at]
        if is_verb(token) or token.plain in head.doc.grammar.relatives:
            return []
        if token.text == ",":
            mention = draft.mention_at(at + 1)
            if mention is None or mention.form != "name" or not has_person(draft, mention):
                return []
            after = head.doc[mention.last + 1]
            if one:
                return [mention] if after.is_punct and _of_person(draft, head) else []
            return [mention, *beside(draft, mention)] if _joins(after) else []
    return []


def _of_person(draft: Draft, noun: Token) -> bool:
    """Whether a noun with its article is of one person: « le président élu », « l'opposant arrêté »."""
    classes = lexicon(draft.pack.code).classes
    people = classes["OFFICIALS"] | classes["PERSONS"]
    return any(c.pos_ == "DET" for c in noun.children) and not lemmas(noun).isdisjoint(people)


def further_on(draft: Draft, head: Token) -> list[Mention]:
    """« la libération de A, un pasteur arrêté en mai, et de B »: a person whom the same preposition
    joins to the head past what is said of it."""
    case = preposition_of_own(head)
    if case is None or not any(has_person(draft, m) for m in draft.headed_by(head)):
        return []
    found: list[Mention] = []
    doc = head.doc
    for at in range(head.i + 2, head.sent.end - 2):
        if is_finite(doc[at]) or doc[at].text in ";:()":
            break
        if doc[at].plain not in doc.grammar.and_ or doc[at - 1].text != ",":
            continue
        mention = draft.mention_at(at + 2)
        if mention is None or mention.form != "name" or preposition(doc[mention.head]) != case:
            continue
        if has_person(draft, mention):
            found.append(mention)
    return found


def in_row(draft: Draft, mention: Mention) -> list[Mention]:
    """The persons named in a row with one, itself among them: « A, B, C et D » with nothing but
    commas, a last « et » and nouns of peoples (« du Serbe A, du Croate B et du Grec C ») between.
    One that a preposition brings along where the rest is the
    subject of a verb (« selon A, B et C ont … ») is left out."""
    behind = draft.mention_at(mention.last + 1) if mention.last + 1 < len(draft.doc) else None
    if behind is not None and behind.form == "name" and _opens(draft, behind) < behind.first:
        mention = behind if behind.actors == mention.actors else mention
    if mention.form != "name" or not has_person(draft, mention):
        return []
    row = [mention]
    while (before := _next_name(draft, _opens(draft, row[0]) - 1, -1)) is not None:
        row.insert(0, before)
    while (after := _next_name(draft, row[-1].last + 1, 1)) is not None:
        row.append(after)
    joint = draft.doc[max(_opens(draft, row[-1]) - 1, 0)]
    if len(row) < 3 or joint.plain not in draft.doc.grammar.and_:
        return []
    if draft.doc[row[-1].head].dep_.startswith("nsubj") or mention.first > row[0].first:
        first = draft.doc[max(_opens(draft, row[0]) - 1, 0)]
        if first.plain in draft.pack.module("frames").BRINGS_ALONG:
            row = row[1:]
    return row


def _next_name(draft: Draft, at: int, step: int) -> Mention | None:
    """The person named on the other side of a comma, « et » or « , et » at a token."""
    doc = draft.doc
    if not 0 < at < len(doc) - 1 or not _joins(doc[at]):
        return None
    if doc[at].plain != doc[at + step].plain and _joins(doc[at + step]):
        at += step
    other = draft.mention_at(at + step) if at + step < len(doc) else None
    if step > 0 and (other is None or other.form != "name"):
        names = (draft.mention_at(n) for n in range(at + 2, min(at + 4, len(doc))))
        other = next(
            (m for m in names if m and m.form == "name" and _opens(draft, m) == at + 1), None
        )
    if other is None or other.form != "name":
        return None
    return other if has_person(draft, other) else None


def _opens(draft: Draft, name: Mention) -> int:
    """Where a name begins, with the noun of a people before it (« du Serbe X »)."""
    at = name.first - 1
    before = draft.mention_at(at) if at > 0 else None
    if before is None or before.form != "post" or before.first < at or draft.doc[at].text.islower():
        return name.first
    return at - 1 if draft.doc[at - 1].pos_ in ("DET", "ADP") else at


def _joins(token: Token) -> bool:
    """A comma or « et »."""
    return token.text == "," or token.plain in token.doc.grammar.and_


def beside(draft: Draft, mention: Mention) -> list[Mention]:
    """Names joined to one by « et » with nothing between but articles, where the parse lost them."""
    doc, found = draft.doc, []
    if mention.form == "pronoun":
        return []
    alone = _of_singular_verb(doc[mention.head])
    and_, realms = doc.grammar.and_, draft.pack.module("frames").REALMS
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
        if not 0 < at < len(doc) - 1 or doc[at].plain not in and_:
            continue
        at += step
        while step > 0 and at < len(doc) - 1 and (doc[at].pos_ == "DET" or doc[at].plain in realms):
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


def _agent(doc: Doc, mention: Mention) -> bool:
    """« le pays soutenu par X et les rebelles ont signé »: « par » brings X along, and X alone."""
    at = mention.first - 1
    while at > 0 and doc[at].pos_ == "DET":
        at -= 1
    return doc[at].plain in doc.grammar.by


def _of_singular_verb(noun: Token) -> bool:
    """The subject of a verb in the singular behind it: « … devant l'OMC et Tokyo a levé … »."""
    verb = noun.head
    if not noun.dep_.startswith("nsubj") or verb.i < noun.i:
        return False
    finite = children(verb, "aux:tense", "aux:pass", "aux", "cop") or [verb]
    return all("Sing" in feature(token, "Number") for token in finite)
