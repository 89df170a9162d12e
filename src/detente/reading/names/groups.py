"""Unnamed people who can speak, meet or be freed: « un haut responsable américain »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from detente.reading.names.known import Hit
from detente.reading.names.posts import Posts
from detente.reading.names.words import Word

ACTING = ("nsubj", "nsubj:pass", "obl:agent", "obl:arg", "iobj")


@dataclass(frozen=True, slots=True)
class Group:
    """Words `first` to `last` headed by `head`; `bare` is the first word of its name. `definite`:
    « le ministre russe », which may stand for somebody named; `own` says that the words tell of
    what side or body it is."""

    first: int
    bare: int
    head: int
    last: int
    states: tuple[str, ...]
    definite: bool
    plural: bool
    own: bool
    post: bool
    shared: tuple[int, ...] = ()
    """Places of two nationalities or states joined by « et »: two groups, or two persons."""


def find(
    words: Sequence[Word],
    lang: ModuleType,
    hits: dict[int, Hit],
    posts: Posts,
    bodies: dict[int, tuple[int, str | None, str]],
    used: set[int],
) -> list[Group]:
    """Descriptions of people that no name goes with. `bodies`: for the first word of each body its
    last word and country; `used`: words of names and of posts that belong to a name."""
    heads = _heads(lang)
    posted = lang.post_openings()
    found: list[Group] = []
    n = 0
    while n < len(words):
        word = words[n]
        likely = word.key in heads or word.opening in posted
        likely = likely and n not in used and n not in hits
        group = _at(words, n, lang, hits, posts, bodies) if likely else None
        if group is None or any(k in used for k in range(group.first, group.last + 1)):
            n += 1
            continue
        found.append(group)
        n = group.last + 1
    return found


@cache
def _heads(lang: ModuleType) -> frozenset[str]:
    """The nouns other than those of posts that a description of people may be headed by."""
    people: frozenset[str] = lang.words("plural_people") | lang.words("plural_states")
    people |= lang.words("movements_alone")
    heads: frozenset[str] = lang.words("group_heads") | lang.words("sides_of_conflict")
    return heads | people


def _at(
    words: Sequence[Word],
    n: int,
    lang: ModuleType,
    hits: dict[int, Hit],
    posts: Posts,
    bodies: dict[int, tuple[int, str | None, str]],
) -> Group | None:
    word = words[n]
    end = posts.head_at(n)
    listed = word.key in lang.words("group_heads") | lang.words("movements_alone")
    two = word.key in lang.words("plural_people") | lang.words("plural_states") and (
        n > 0 and words[n - 1].key in lang.GRAMMAR.two
    )
    conflict = _conflict(words, n, lang, hits, bodies)
    if (end is None and not listed and not two and conflict is None) or word.pos in (
        "VERB",
        "AUX",
        "ADV",
        "PRON",
        "ADP",
    ):
        return None
    if n and not word.breaks and posts.head_at(n - 1) is not None and end is None:
        return None
    adjective = word.pos == "ADJ" and end in (None, n)
    if adjective and n + 1 < len(words) and words[n + 1].pos == "NOUN":
        return None  # « dans un proche avenir »
    head_end = end if end is not None else n
    bare = n
    while bare and posts.modifier(bare - 1) and not words[bare].breaks:
        bare -= 1
    first = bare
    while (
        first
        and not words[first].breaks
        and (words[first - 1].key in lang.DETERMINERS or words[first - 1].pos == "NUM")
        and not (first < bare and _year(words, first - 1))
    ):
        first -= 1
    if first == bare and not (n == 0 or word.initial):
        return None
    last = _extent(words, head_end, lang, hits, posts, bodies)
    states, own = _states(words, head_end, last, lang, hits, bodies)
    if conflict is not None:
        last, states, own = conflict[0], conflict[1], True
    determiner = words[first].key if first < bare else ""
    key = " ".join(w.key for w in words[n : head_end + 1])
    post = lang.post(key)
    plural = bool(post and post.plural) or (post is None and lang.endings.could_be_plural(word.key))
    plural = plural or determiner in lang.GRAMMAR.plural
    definite = determiner in lang.words("of_the_named")
    bare = next(
        (
            k
            for k in range(first, bare)
            if (words[k].pos == "NUM" and words[k].key not in lang.GRAMMAR.indefinite)
            or words[k].key.isdigit()
        ),
        bare,
    )
    shared = _shared(words, head_end, last, lang, hits) if plural else ()
    last = max((last, *shared)) if shared and shared[-1] not in hits else last
    return Group(first, bare, n, last, states, definite, plural, own, end is not None, shared)


def _shared(
    words: Sequence[Word], head: int, last: int, lang: ModuleType, hits: dict[int, Hit]
) -> tuple[int, ...]:
    if len(row := _row_of_peoples(words, head, last, lang)) > 1:
        post = lang.post(words[head].key)
        one = words[row[-2]].people
        other_noun = post is not None and post.gender == "m" and one.gender == "f"
        theirs = words[row[0] - 1].key in lang.words(
            "body_heads.weak"
        )  # « chefs de la diplomatie »
        return () if other_noun and not theirs else row
    states = [n for n in range(head + 1, last + 1) if n in hits and hits[n].first == n]
    if len(states) == 2 and all(hits[n].known.kind == "state" for n in states):
        between = [w.key for w in words[hits[states[0]].last + 1 : states[1]]]
        led = all(words[n - 1].key in lang.OF_THE for n in states)
        if (
            led
            and lang.GRAMMAR.and_.issuperset(between[:1])
            and lang.OF_THE.issuperset(between[1:])
        ):
            return tuple(states)
    return ()


def _row_of_peoples(
    words: Sequence[Word], head: int, last: int, lang: ModuleType
) -> tuple[int, ...]:
    """Places of the adjectives of « allemand, finlandais et français » behind a noun."""
    told = (n for n in range(head + 1, last + 1) if words[n].people and words[n].people.states)
    row: list[int] = []
    for n in told:
        row = [n]
        while row[-1] + 2 < len(words):
            joint, other = words[row[-1] + 1], words[row[-1] + 2]
            comma = joint.text == ","
            if not (comma or joint.key in lang.GRAMMAR.and_) or not other.key or other.cap:
                break
            if other.people is None or not other.people.states or other.breaks:
                break
            row.append(other.n)
            if not comma:
                return tuple(row)
    return ()


def _extent(
    words: Sequence[Word],
    head: int,
    lang: ModuleType,
    hits: dict[int, Hit],
    posts: Posts,
    bodies: dict[int, tuple[int, str | None, str]],
) -> int:
    """Adjectives, and complements that are a body, a state or a matter in few words."""
    n = last = head
    limit, joining = posts.extent(head), posts.joining
    while n + 1 <= limit:
        n += 1
        if n in bodies:
            n = last = bodies[n][0]
            continue
        if n in hits:
            n = last = hits[n].last
            continue
        word = words[n]
        if word.key not in joining and word.pos in ("AUX", "PRON", "SCONJ", "CCONJ"):
            break
        if _another(words, n, lang):
            break
        if word.key in joining:
            after = n + 2 if n + 1 <= limit and words[n + 1].key in lang.OF else n + 1
            after += after <= limit and words[after].key in lang.GRAMMAR.definite
            state = after in hits and hits[after].known.kind == "state"
            if n + 1 > limit or not (state or words[n + 1].people):
                break
        elif word.key not in lang.OF_THE:
            if word.pos == "VERB" or word.key in lang.LINKS:
                break
            last = n
    return max(last, head)


def _year(words: Sequence[Word], n: int) -> bool:
    """« le 8 octobre 2013 treize diplomates »: the year before a number."""
    return len(words[n].key) == 4 and words[n].key.isdigit()


def _conflict(
    words: Sequence[Word],
    n: int,
    lang: ModuleType,
    hits: dict[int, Hit],
    bodies: dict[int, tuple[int, str | None, str]],
) -> tuple[int, tuple[str, ...]] | None:
    """« parties au conflit en Libye », « belligérants yéménites »: the last word of the sides of a
    conflict and the state where it is."""
    if words[n].key not in lang.words("sides_of_conflict") or n in bodies:
        return None
    little = lang.OF | lang.AT | lang.LINKS | lang.words("conflicts")
    for at in range(n + 1, min(n + 8, len(words))):
        people = words[at].people
        hit = hits.get(at)
        if hit is not None and hit.known.kind in ("state", "region") and hit.known.country:
            return hit.last, (hit.known.country,)
        if people is not None and len(people.states) == 1:
            return at, people.states
        if words[at].key not in little or words[at].breaks:
            return None
    return None


def _another(words: Sequence[Word], n: int, lang: ModuleType) -> bool:
    """« confier au ministre le soin de … »: an article behind no preposition opens another phrase."""
    return words[n].key in lang.words("openings") and words[n - 1].key not in lang.LINKS


def _states(
    words: Sequence[Word],
    head: int,
    last: int,
    lang: ModuleType,
    hits: dict[int, Hit],
    bodies: dict[int, tuple[int, str | None, str]],
) -> tuple[tuple[str, ...], bool]:
    found: list[str] = []
    own = False
    placed = False
    for n in range(head + 1, last + 1):
        placed = words[n - 1].key in lang.AT or (
            placed and words[n - 1].key in lang.GRAMMAR.definite
        )
        people = words[n].people if n not in hits else None
        if people is not None and people.states:
            own = True
            if words[n - 1].key not in lang.words("matters"):
                found += people.states
        elif n in hits and hits[n].first == n and not placed:
            own = True
            if hits[n].known.country:
                found.append(hits[n].known.country)
        elif n in bodies:
            own = True
            if bodies[n][1]:
                found.append(str(bodies[n][1]))
    return tuple(dict.fromkeys(found)), own
