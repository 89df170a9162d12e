"""Who was freed, by whom and to whom, from what all reports say of one release or exchange."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from detente.model import Actor, Released
from detente.record.figures import told_in
from detente.record.stable import prefer, unique_spans


def freed(
    told: Iterable[Released], kind: str, sides: Collection[str], actors: Mapping[str, Actor]
) -> tuple[Released, ...]:
    """Each who was freed once, by id or words. `sides` are the event's parties.

    Where two sides are known, one who goes to his own was freed by the other. Words for a group
    (« les prisonniers ») that tell no more than a name or a number beside them are left out, and so
    are other words for as many of the same side (« sept Américains », « 7 prisonniers américains »)."""
    by_person: dict[str, list[Released]] = defaultdict(list)
    for one in told:
        by_person[one.person].append(one)
    found = [_placed(_one(same), kind, sides, actors) for _, same in sorted(by_person.items())]
    return tuple(_without_repeats(found, actors))


def _one(same: Sequence[Released]) -> Released:
    def most(name: str) -> str | None:
        return prefer([(getattr(r, name), str(n)) for n, r in enumerate(same)], len)

    evidence = unique_spans(s for r in same for s in r.evidence)
    names = ("by", "to", "charge", "sentence")
    return msgspec.structs.replace(same[0], evidence=evidence, **{n: most(n) for n in names})


def _placed(
    one: Released, kind: str, sides: Collection[str], actors: Mapping[str, Actor]
) -> Released:
    """With the side that the other one and his nationality leave."""
    if len(sides) != 2 or (one.by and one.to):
        return one
    actor = actors.get(one.person)
    own = actor.country if actor else None
    to = one.to or (own if own in sides and own != one.by else None)
    by = one.by or (_other(sides, to) if to in sides else None)
    if kind == "exchange" and to is None and by in sides:
        to = _other(sides, by)
    return msgspec.structs.replace(one, by=by, to=to)


def _other(sides: Collection[str], side: str | None) -> str | None:
    return next((s for s in sides if s != side), None)


def _without_repeats(found: Sequence[Released], actors: Mapping[str, Actor]) -> Iterator[Released]:
    numbers = {one.person: told_in(one.person, None) for one in found if one.person not in actors}
    seen: set[tuple[float, str | None]] = set()
    for one in found:
        if one.person in numbers:
            number = numbers[one.person]
            telling = (o for o in found if o is not one and numbers.get(o.person, 1) is not None)
            if number is None and any(None in (o.to, one.to) or o.to == one.to for o in telling):
                continue
            if number is not None:
                if (number, one.to) in seen:
                    continue
                seen.add((number, one.to))
        yield one
