"""Who is in the record: one row a person, with the posts that the reports give them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

import msgspec

from detente.model import ActorKind, Event, Record, Role
from detente.views.labels import Labels

PERSONS = ("person",)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An actor. `events` and `statements` are how many of each they take part in."""

    name: str
    kind: ActorKind
    country: str | None
    roles: list[str]
    aliases: list[str]
    events: int
    statements: int
    sources: list[str]
    id: str


def rows(record: Record, kinds: Collection[str] = PERSONS) -> list[Row]:
    """The persons of a record (or its actors of other kinds), those who are in most of it first."""
    labels = Labels(record)
    events = Counter(actor for event in record.events for actor in taking_part(event))
    said = Counter(statement.speaker for statement in record.statements)
    people = [actor for actor in record.actors if actor.kind in kinds]
    people.sort(key=lambda a: (-events[a.id] - said[a.id], a.name, a.id))
    return [
        Row(
            name=person.name,
            kind=person.kind,
            country=person.country,
            roles=posts(person.roles),
            aliases=list(person.aliases),
            events=events[person.id],
            statements=said[person.id],
            sources=labels.cited(
                [*person.evidence, *(s for role in person.roles for s in role.evidence)]
            ),
            id=person.id,
        )
        for person in people
    ]


def posts(roles: Iterable[Role]) -> list[str]:
    """Roles in a line each, without those of which another has all the words and more."""
    told = {frozenset(line.casefold().split()): line for line in reversed([post(r) for r in roles])}
    kept = [words for words in told if not any(words < other for other in told)]
    return [told[words] for words in reversed(kept)]


def taking_part(event: Event) -> set[str]:
    """Ids of those in an event: parties, participants and released."""
    people = {p.actor for p in event.participants} | {r.person for r in event.released}
    return people | set(event.parties)


def post(role: Role) -> str:
    """A role in one line: title, organisation, and since when or until when."""
    title = role.title
    if role.organisation and role.organisation not in title:
        title = f"{title}, {role.organisation}"
    if role.standing != "current":
        title = f"{title} ({role.standing})"
    if role.start and role.end and role.start != role.end:
        return f"{title} [{role.start} to {role.end}]"
    date = role.start or role.end
    return f"{title} [{date}]" if date else title
