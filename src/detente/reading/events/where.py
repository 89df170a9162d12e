"""Where an event was: the city or country, and the building in the report's words."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from detente.language import gazetteer
from detente.language.doc import Token
from detente.model import Place, Span
from detente.reading.draft import Draft, Mention
from detente.reading.events.belonging import owner_of, preposition_at
from detente.reading.events.syntax import children, is_verb, lemmas
from detente.reading.events.towns import in_capital, unlisted
from detente.reading.events.triggers import Trigger
from detente.reading.events.within import gathered, place_verbs


@dataclass(slots=True)
class Where:
    place: Place | None = None
    span: Span | None = None
    venue: str | None = None
    venue_span: Span | None = None
    about: Mention | None = None
    """The state whose peace it is (« un accord de paix au Pérou », signed elsewhere)."""


_TO_POSTS = frozenset({"election", "appointment", "resignation", "dismissal"})
"""Kinds of who comes to « la présidence » or leaves it, where that is no building."""
_BESIDE = 9
"""Tokens between a city and the state that it is said to be in."""
MATTERS = frozenset({"talks", "agreement", "ceasefire", "mediation"})
"""Kinds whose noun says on what they are: « les pourparlers sur la crise au Mali »."""


def where_is(draft: Draft, trigger: Trigger, owners: frozenset[int]) -> Where:
    """Place and venue of a trigger's event. `owners` are the tokens of all triggers of the report:
    a place that hangs on another one is not this one's."""
    found = Where()
    mine = {trigger.token.i} | ({trigger.light.i} if trigger.light is not None else set())
    if _announced_by_another(draft, trigger):
        mine = {trigger.token.i}
    mine |= {token.i for token in trigger.held}
    sent = trigger.token.sent
    taken = {
        head.i
        for slot, heads in trigger.slots.items()
        if trigger.frame.slots.get(slot, "none") not in ("none", "place") and slot != "subject"
        for head in heads
    }
    there = [
        m
        for m in draft.mentions
        if sent.start <= m.first < sent.end
        and m.head not in taken
        and not (draft.doc[m.head].dep_ == "conj" and draft.doc[m.head].head.i in taken)
        and names_place(draft, m)
        and _locative(draft, m)
    ]
    hung = [(m, owner_of(draft, m.head, owners)) for m in there]
    held = {token.i for token in trigger.held}
    own = [m for m, owner in hung if owner in mine - held]
    own += [m for m, owner in hung if owner in held and m not in own]
    if trigger.kind.kind in MATTERS:
        own = _without_matter(draft, own, found)
    _named(draft, _said_of_doer(draft, trigger, own), found)
    town = unlisted(draft, trigger, mine, owners, (found.place, found.span))
    if town is not None:
        found.place, found.span = town
    if found.place is None:
        _where_it_is(draft, trigger, found)
    if found.place is None or found.place.city is None:
        capital = in_capital(draft, trigger, mine, owners)
        found.place, found.span = capital or (found.place, found.span)
    if found.place is None and trigger.nominal and trigger.kind.kind == "talks":
        _of_city(draft, trigger, found)
    if found.place is None and trigger.kind.kind == "attack":
        _struck(draft, trigger, found)
    if found.place is None and hung and trigger.kind.kind != "call":
        words = draft.pack.module("frames")
        over = {v.i for v in place_verbs(trigger, words)}
        over |= {v.i for v in gathered(trigger.verb, words)}
        over |= {
            at for _, at in hung if at is not None and _joined_at(draft.doc[at], trigger, words)
        }
        _named(draft, [m for m, owner in hung if owner in over], found)
    _find_venue(draft, trigger, mine, owners, found)
    return found


def _announced_by_another(draft: Draft, trigger: Trigger) -> bool:
    """« Cet accord a été annoncé à Washington par le ministre américain », where it was not made."""
    light = trigger.light
    if light is None or lemmas(light).isdisjoint(draft.pack.module("frames").ANNOUNCES):
        return False
    return any(c.dep_ == "obl:agent" for c in light.children)


def _without_matter(draft: Draft, mentions: list[Mention], found: Where) -> list[Mention]:
    """« ont signé à Oslo un accord de paix en Colombie »: beside a city of another state, the state right
    behind the noun is the one that the thing is about."""
    cities = [m for m in mentions if m.city]
    for land in mentions:
        at = land.first - 1
        while at > 0 and draft.doc[at].pos_ in ("DET", "ADP"):
            at -= 1
        place = place_of(draft, land)
        if land.city or place is None or draft.doc[at].pos_ not in ("NOUN", "PROPN"):
            continue
        there = [p for m in cities if (p := place_of(draft, m)) is not None]
        elsewhere = there and all(p.country != place.country for p in there)
        if (
            elsewhere and not draft.in_date(draft.doc[at]) and draft.mention_at(at) is None
        ) or _this_region(draft, land):
            found.about = land
    return [m for m in mentions if m is not found.about]


def _this_region(draft: Draft, land: Mention) -> bool:
    """« s'accordent sur la fin des combats dans cette région du nord du Mali »"""
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    before = draft.doc[max(land.first - 7, 0) : land.first]
    return any(
        t.plain in words.AREAS and t.i and t.nbor(-1).plain in grammar.demonstratives
        for t in before
    )


def _said_of_doer(draft: Draft, trigger: Trigger, own: list[Mention]) -> list[Mention]:
    """« les acteurs de la crise au Mali ont signé à Alger »: what the subject tells of itself comes last."""
    doers = [
        c
        for c in children(trigger.verb, "nsubj", "nsubj:pass")
        if c.i != trigger.token.i and not c.is_ancestor(trigger.token)
    ]
    theirs = [m for m in own if any(c.is_ancestor(draft.doc[m.head]) for c in doers)]
    return [m for m in own if m not in theirs] or own if theirs else own


def _joined_at(verb: Token, trigger: Trigger, words: ModuleType) -> bool:
    """« A et B, que C avait rejoints à Oslo, ont signé … »: they signed where they joined one another."""
    if verb.dep_ != "acl:relcl" or lemmas(verb).isdisjoint(words.JOINS) or verb.i > trigger.verb.i:
        return False
    return not trigger.nominal and trigger.verb.is_ancestor(verb)


def _named(draft: Draft, mentions: list[Mention], found: Where) -> None:
    """Takes the first place named, or a city behind its country."""
    for mention in mentions:
        place = place_of(draft, mention)
        if place is None or _names_side(draft, mention):
            continue
        if found.place is None or (
            found.place.city is None and place.city and place.country in (found.place.country, None)
        ):
            found.place, found.span = place, draft.span(mention.start, mention.end)


def _of_city(draft: Draft, trigger: Trigger, found: Where) -> None:
    """« les pourparlers de Kampala », which say by « entre » whose they are, or not at all."""
    grammar, wide = draft.doc.grammar, draft.pack.module("frames").WIDE
    if trigger.slots.get(grammar.cases.with_) or lemmas(trigger.token) & wide:
        return  # « les discussions de Moscou avec Washington », « la conférence de Londres »
    for token in trigger.token.children:
        city = draft.mention_at(token)
        if city is None or city.form != "place" or city.city is None or city.head != token.i:
            continue
        alone = not any(c.dep_ == "conj" for c in token.children)
        if alone and draft.doc[city.first - 1].plain in grammar.just_of:
            found.place, found.span = place_of(draft, city), draft.span(city.start, city.end)
            return


def _where_it_is(draft: Draft, trigger: Trigger, found: Where) -> None:
    """« est attendu à Bakou, où il doit rencontrer X »: the place before « où »."""
    verb = trigger.verb
    for _ in range(3):
        where = next(
            (c for c in verb.children if c.plain in verb.doc.grammar.where and c.i < verb.i), None
        )
        if where is not None or verb.dep_ != "xcomp" or not is_verb(verb.head):
            break
        verb = verb.head
    if where is None or where.i < 2:
        return
    at = where.i - 1
    if draft.doc[at].text == ",":
        at -= 1
    mention = draft.mention_at(at)
    if mention is not None and names_place(draft, mention):
        mention = _town_before(draft, mention) or mention
        found.place = place_of(draft, mention)
        found.span = draft.span(mention.start, mention.end)


def _town_before(draft: Draft, land: Mention) -> Mention | None:
    """« à Bakou, en Azerbaïdjan, où », « à Arica, dans le nord du Chili, où »: the city before its state."""
    state = place_of(draft, land)
    for token in reversed(draft.doc[max(land.first - _BESIDE, 0) : land.first]):
        if token.pos_ in ("VERB", "AUX", "PRON") or state is None or state.city:
            return None
        town = draft.mention_at(token)
        if town is not None and town.city and (at := place_of(draft, town)) is not None:
            return town if at.country == state.country else None
    return None


def _struck(draft: Draft, trigger: Trigger, found: Where) -> None:
    """« a bombardé Kharkiv », « la ville de Bergen a été touchée »: a city that is struck is where
    it was. A city that the names leave alone, since people bear its name, must be of a state that
    the report speaks of."""
    words = draft.pack.module("frames")
    if lemmas(trigger.token) & words.DONE_TO_PEOPLE:
        return
    for slot, part in trigger.frame.slots.items():
        for head in trigger.slots.get(slot, ()) if part == "target" else ():
            near = [head, *(t for t in draft.doc[head.i + 1 : head.i + 5] if head.is_ancestor(t))]
            for token in near if head.plain in words.AREAS else [head]:
                mention = draft.mention_at(token)
                if mention is None:
                    place, span = _city_of_states(draft, token), draft.tokens_span(token.i, token.i)
                elif mention.form == "place" and mention.city:
                    place = place_of(draft, mention)
                    span = draft.span(mention.start, mention.end)
                else:
                    continue
                if place is not None:
                    found.place, found.span = place, span
                    return


def _city_of_states(draft: Draft, token: Token) -> Place | None:
    """The city of one of the report's states that a bare name is."""
    if token.pos_ != "PROPN":
        return None
    states = {actor.country or actor.id for actor in draft.actors.values()}
    known = [city for city in gazetteer.cities(token.text) if city.country in states]
    lands = {city.country for city in known}
    return Place(city=token.text, country=lands.pop()) if len(lands) == 1 else None


def names_place(draft: Draft, mention: Mention) -> bool:
    """Whether a mention is a city or a country, be it for its government or as a place."""
    if mention.form == "place":
        return True
    found = draft.actors.get(mention.actors[0]) if len(mention.actors) == 1 else None
    return mention.form == "name" and found is not None and found.kind == "state"


def place_of(draft: Draft, mention: Mention) -> Place | None:
    """The place that a mention names."""
    country = next(
        (
            a.country or (a.id if a.kind == "state" else None)
            for a in (draft.actors.get(i) for i in mention.actors)
            if a
        ),
        None,
    )
    if mention.city is None and country is None:
        return None
    city = mention.city
    article = draft.pack.module("frames").CITY_ARTICLES.get(
        draft.doc[mention.first - 1].plain if city and mention.first else ""
    )
    whole = f"{article} {city}"  # « au Caire »
    if article and any(c.country == country for c in gazetteer.cities(whole)):
        city = whole
    if city is None and country in draft.pack.module("frames").CITY_STATES:
        city = draft.article.text[mention.start : mention.end]
    return Place(city=city, country=country)


def _names_side(draft: Draft, mention: Mention) -> bool:
    """« les parties au conflit en X ont signé »: X says whose sides they are; what they did may have
    been elsewhere."""
    return any(
        other.first < mention.first
        and mention.last <= other.last
        and any(draft.actors[a].kind == "group" for a in other.actors if a in draft.actors)
        for other in draft.mentions
    )


def _locative(draft: Draft, mention: Mention) -> bool:
    """Whether a place stands where something was, not by whose clock (« 6 heures en France »)."""
    grammar = draft.doc.grammar
    own, place = draft.doc[mention.first].plain, preposition_at(draft, mention.first)
    before = draft.doc[mention.first - 2].plain if mention.first > 1 else ""
    if place in grammar.in_ and draft.pack.module("frames").CLOCK.fullmatch(before):
        return False
    return any(word in grammar.to or word in grammar.in_ for word in (place, own))


def _find_venue(
    draft: Draft, trigger: Trigger, mine: set[int], owners: frozenset[int], found: Where
) -> None:
    words = draft.pack.module("frames")
    if trigger.kind.kind in _TO_POSTS:
        return
    for token in trigger.token.sent:
        if token.pos_ not in ("NOUN", "PROPN") or not lemmas(token) & words.VENUES:
            continue
        if not _stands_at(token, words) or owner_of(draft, token.i, owners) not in mine:
            continue
        last = _phrase_end(draft, token)
        named = any(t.text[0].isupper() for t in draft.doc[token.i : last + 1])
        if lemmas(token) & words.FIELDS and not named:
            continue
        found.venue_span = draft.tokens_span(token.i, last)
        found.venue = found.venue_span.exact
        if found.place is None:
            found.place, found.span = _seat(draft, token)
        return


def _seat(draft: Draft, token: Token) -> tuple[Place | None, Span | None]:
    """« au Kremlin », « à l'Elysée »: the seat of a state's power is in that state."""
    mention = draft.mention_at(token)
    if (
        mention is None
        or mention.head != token.i
        or lemmas(token) & draft.pack.module("frames").ABROAD
    ):
        return None, None
    bodies = [draft.actors[a] for a in mention.actors if a in draft.actors]
    country = next((a.country for a in bodies if a.kind == "organisation" and a.country), None)
    if country is None:
        return None, None
    return Place(country=country), draft.span(mention.start, mention.end)


def _stands_at(token: Token, words: ModuleType) -> bool:
    """« au consulat », « dans l'enceinte du palais »."""
    at = token.i - 1
    doc, grammar = token.doc, token.doc.grammar
    between = grammar.definite | grammar.indefinite | grammar.possessives | grammar.of
    steps = 0
    while at >= token.sent.start and steps < 5:
        word = doc[at].plain
        if word in grammar.to or word in grammar.in_:
            return True
        if (
            word in between
            or word in words.BEFORE_VENUES
            or lemmas(doc[at]) & words.ROOMS
            or doc[at].pos_ == "ADJ"
        ):
            at -= 1
            steps += 1
            continue
        return False
    return False


def _phrase_end(draft: Draft, token: Token) -> int:
    """The last word of a building's name and of the state or body it belongs to."""
    last = at = token.i
    doc, grammar = token.doc, token.doc.grammar
    joins = grammar.of | grammar.definite
    while at + 1 < token.sent.end:
        after = doc[at + 1]
        word = after.plain
        if word in grammar.definite and doc[at].plain not in grammar.of:
            break  # « a reçu à l'aéroport de Lima le président »
        if after.pos_ in ("ADJ", "PROPN", "X") or draft.mention_at(after) is not None:
            last = at = at + 1
        elif word in joins or (after.pos_ == "NOUN" and doc[at].plain in joins):
            at += 1
            if after.pos_ == "NOUN":
                last = at
        else:
            break
    return last
