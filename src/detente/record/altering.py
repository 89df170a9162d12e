"""What a decision does to one fact: a value corrected, set aside or added, a fact taken out.

Nothing is changed where it no longer fits: `DecisionError` says why, and the decision is orphaned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, get_type_hints

import msgspec

from detente import edtf
from detente.codebook import load
from detente.errors import DateError, DecisionError
from detente.model import (
    Actor,
    Claim,
    Decision,
    Dispute,
    Event,
    Place,
    Published,
    Span,
    Statement,
    Undertaking,
)
from detente.record import references
from detente.record.anchoring import Facts, relocate
from detente.record.stable import fold

NOUNS: dict[str, type[msgspec.Struct]] = {
    "actors": Actor,
    "events": Event,
    "statements": Statement,
    "undertakings": Undertaking,
}
"""What can be added by hand, by part of the record."""
CORRECTABLE = {
    "articles": "outlet title language author published",
    "actors": "kind name aliases country wikidata roles",
    "events": "kind status date place venue duration parties participants topics released",
    "statements": "speaker quote kind date addressee topics",
    "undertakings": "text parties towards made_at date due condition mode status topics history",
    "disputes": "",
}
"""Fields whose value a person can correct, by part of the record."""
LISTS = {
    "actors": "aliases roles",
    "events": "parties participants topics released claims",
    "statements": "topics",
    "undertakings": "parties towards topics history",
}
"""Fields to which a person can add an item."""


def correct(facts: Facts, part: str, fact_id: str, decision: Decision) -> Any:
    """Puts a right value in the place of the one that is there; that one, as JSON."""
    fact = facts.parts[part][fact_id]
    name = decision.attribute or ""
    if name not in CORRECTABLE[part].split():
        known = ", ".join(CORRECTABLE[part].split()) or "nothing"
        raise DecisionError(f"{name or 'no attribute'!r} cannot be corrected here; {known} can")
    value = references.mapped(facts, decision)
    value = published(value) if name == "published" else _value(type(fact), name, value)
    was = msgspec.to_builtins(getattr(fact, name))
    if name == "published" and fact.published.basis == "decided":
        value = fact.published  # it went into the record, and says what the report came with
    changed = {name: value}
    if name == "date" and hasattr(fact, "date_basis"):
        changed["date_basis"] = "decided" if value else None
    elif name == "kind" and isinstance(fact, Event):
        kind = load().kinds[value]
        changed |= {"plover": kind.plover, "cameo": kind.cameo}
    elif name == "name" and isinstance(fact, Actor):
        spelled = (a for a in (fact.name, *fact.aliases) if a != value)
        changed["aliases"] = tuple(sorted(dict.fromkeys(spelled)))
    facts.put(part, msgspec.structs.replace(fact, **changed))
    return was


def published(value: Any) -> Published:
    """When a report came out, as a person says: an EDTF date."""
    date = value.get("date") if isinstance(value, dict) else value
    if not isinstance(date, str):
        raise DecisionError(f"{value!r} is no date")
    _is_date(date)
    return Published(date=date, basis="decided")


def set_aside(facts: Facts, part: str, fact_id: str, decision: Decision) -> Any:
    """Takes one value of an attribute out: its claims, the item of a list, the position in a
    dispute. What was there, as JSON. The next best claim, where there is one, takes its place."""
    fact, name = facts.parts[part][fact_id], decision.attribute or ""
    wanted = references.mapped(facts, decision)
    if isinstance(fact, Dispute):
        return _without_position(facts, fact, wanted)
    changed: dict[str, Any] = {}
    claims: tuple[Claim, ...] = getattr(fact, "claims", ())
    left = tuple(c for c in claims if c.attribute != name or not _equal(c.value, wanted))
    if len(left) < len(claims):
        changed["claims"] = left
    told = getattr(fact, name, None)
    if isinstance(told, tuple) and name != "claims":
        kept = tuple(item for item in told if not _equal(_named(item), wanted))
        if len(kept) < len(told):
            changed[name] = kept
    elif told is not None and name in CORRECTABLE[part].split() and _equal(_told(told), wanted):
        changed[name] = _next_best(type(fact), name, left)
    if not changed:
        raise DecisionError(f"no value {wanted!r} of {name!r} is read there any more")
    was = {key: msgspec.to_builtins(getattr(fact, key)) for key in changed}
    facts.put(part, msgspec.structs.replace(fact, **changed))
    return was


def add(facts: Facts, part: str, fact_id: str, decision: Decision) -> None:
    """Adds a fact with its citation, or an item to a list of a fact."""
    evidence = cited(facts, decision)
    value = references.mapped(facts, decision)
    if decision.attribute is None:
        if not evidence:
            raise DecisionError("a fact is added with a citation: the words of a report")
        facts.put(part, _made(part, fact_id, value, evidence))
        return
    name = decision.attribute
    if name not in LISTS.get(part, "").split():
        known = ", ".join(LISTS.get(part, "").split()) or "nothing"
        raise DecisionError(f"nothing can be added to {name!r} here; {known} can be added to")
    fact = facts.parts[part][fact_id]
    if isinstance(value, dict) and "evidence" not in value:
        value = {**value, "evidence": msgspec.to_builtins(evidence)}
    (item,) = _value(type(fact), name, [value])
    if isinstance(item, Claim) and not item.evidence:
        raise DecisionError("a claim is added with a citation: the words of a report")
    if item not in getattr(fact, name):
        new = (*getattr(fact, name), item)
        facts.put(part, msgspec.structs.replace(fact, **{name: new}))


def drop(facts: Facts, part: str, fact_id: str) -> list[Dispute]:
    """Takes a fact out, and what the others say of it; the disputes that went with it."""
    del facts.parts[part][fact_id]
    if part not in ("events", "actors"):
        return []
    gone = [d for d in facts.parts["disputes"].values() if fact_id in (d.event, d.actor)]
    for dispute in gone:
        del facts.parts["disputes"][dispute.id]
    references.forget(facts, part, fact_id)
    return gone


def cited(facts: Facts, decision: Decision) -> tuple[Span, ...]:
    """The words that a decision cites, where they stand now. None of what it cites may be gone."""
    spans = [relocate(span, facts.articles) for span in decision.evidence]
    there = tuple(span for span in spans if span is not None)
    if len(there) < len(spans):
        raise DecisionError("the words that it cites are not in the report any more")
    return there


# ---------------------------------------------------------------- values


def _value(noun: type[msgspec.Struct], name: str, value: Any) -> Any:
    """A JSON value as the field of a noun takes it. Raises `DecisionError` where it does not."""
    try:
        converted = msgspec.convert(value, get_type_hints(noun)[name])
    except msgspec.ValidationError as error:
        raise DecisionError(f"{value!r} is no {name}: {error}") from error
    for each in _checked(noun, name):
        for item in converted if isinstance(converted, tuple) else (converted,):
            if item is not None:
                each(item)
    return converted


def _checked(noun: type[msgspec.Struct], name: str) -> Iterable[Callable[[Any], None]]:
    if name in ("date", "due"):
        yield _is_date
    elif name == "topics":
        yield lambda topic: _is_known(topic, "topic", load().topics)
    elif name == "kind" and noun is Event:
        yield lambda kind: _is_known(kind, "kind of event", load().kinds)


def _is_date(text: str) -> None:
    try:
        edtf.parse(text)
    except DateError as error:
        raise DecisionError(str(error)) from error


def _is_known(name: str, what: str, known: Iterable[str]) -> None:
    if name not in known:
        raise DecisionError(f"the codebook has no {what} {name!r}")


def _made(part: str, fact_id: str, value: Any, evidence: tuple[Span, ...]) -> Any:
    if part not in NOUNS or not isinstance(value, dict):
        raise DecisionError(f"a fact to add is a JSON object, one of {', '.join(NOUNS)}")
    noun, spans = NOUNS[part], msgspec.to_builtins(evidence)
    whole = {**value, "id": fact_id, "mentions" if part == "events" else "evidence": spans}
    if unknown := whole.keys() - set(noun.__struct_encode_fields__):
        raise DecisionError(f"{', '.join(sorted(unknown))}: no such attribute of {part}")
    for name in noun.__struct_fields__:
        if name in whole and name in CORRECTABLE[part].split():
            _value(noun, name, whole[name])
    try:
        fact = msgspec.convert(whole, noun)
    except msgspec.ValidationError as error:
        raise DecisionError(f"this cannot be added to {part}: {error}") from error
    if isinstance(fact, Event):
        kind = load().kinds.get(fact.kind)
        if kind is None:
            raise DecisionError(f"the codebook has no kind of event {fact.kind!r}")
        articles = tuple(sorted({s.article for s in evidence}))
        basis = "decided" if fact.date else None
        return msgspec.structs.replace(
            fact, articles=articles, date_basis=basis, plover=kind.plover, cameo=kind.cameo
        )
    return fact


def _without_position(facts: Facts, dispute: Dispute, value: Any) -> Any:
    left = tuple(p for p in dispute.positions if not _equal(p.value, value))
    if len(left) == len(dispute.positions):
        raise DecisionError(f"nobody holds {value!r} there any more")
    if len(left) < 2:
        del facts.parts["disputes"][dispute.id]
    else:
        facts.put("disputes", msgspec.structs.replace(dispute, positions=left))
    return msgspec.to_builtins(dispute)


def _equal(one: Any, other: Any) -> bool:
    return fold(str(one)) == fold(str(other))


def _named(item: Any) -> Any:
    """What an item of a list is known by."""
    keys = (key for key in ("actor", "person", "title") if isinstance(item, msgspec.Struct))
    return next((getattr(item, key) for key in keys if hasattr(item, key)), item)


def _told(value: Any) -> Any:
    """A value in the words of a claim: « Istanbul, TR »."""
    if isinstance(value, Place):
        return ", ".join(filter(None, (value.city, value.country)))
    return value.date if isinstance(value, Published) else value


def _next_best(noun: type[msgspec.Struct], name: str, claims: Iterable[Claim]) -> Any:
    """The value of an attribute that most reports claim, None where nobody claims one that fits."""
    support: Counter[str] = Counter()
    for claim in claims:
        if claim.attribute == name:
            support[claim.value] += len({s.article for s in claim.evidence})
    for words, _ in sorted(support.items(), key=lambda pair: (-pair[1], pair[0])):
        value: Any = words
        if name == "place":
            city, _, country = words.rpartition(", ")
            value = {"city": city or None, "country": country or None}
        try:
            return _value(noun, name, value)
        except DecisionError:
            continue
    return None
