"""The walk over one report: known names, bodies, persons with posts, peoples, groups, and then
who pronouns and descriptions stand for."""

from __future__ import annotations

from typing import Any

from detente.language.gazetteer import capital_of, fold
from detente.reading.draft import Draft
from detente.reading.names import (
    announced,
    bodies,
    coreference,
    groups,
    halves,
    known,
    named_later,
    persons,
    sides,
)
from detente.reading.names.cast import Part
from detente.reading.names.naming import Naming
from detente.reading.names.organisations import Organisations
from detente.reading.names.posts import Posts
from detente.reading.names.runs import runs
from detente.reading.names.stage import Stage

BYLINE = 12
"""Words of a line before the name of its writer, at most."""


def find(draft: Draft) -> None:
    """Fills a draft's actors and mentions."""
    stage = Stage(draft)
    words, lang = stage.words, stage.lang
    _known(stage)
    spans = runs(words, stage.likely, lang, set(stage.hits), stage.leaders.famous)
    company = lang.company()
    spans = [(_person_within(stage, a, b), b) for a, b in spans if not _signs(stage, a)]
    spans = [
        (a, b) for a, b in spans
        if not a or words[a - 1].text not in company or lang.is_first_name(words[a].text)
    ]  # fmt: skip
    stage.names = {n for a, b in spans if b > a and not _firm(stage, a, b) for n in range(a, b + 1)}
    stage.found_bodies = bodies.find(words, lang, stage.hits, stage.names)
    organisations, naming = Organisations(stage), Naming(stage)
    organisations.find()
    stage.movements = organisations.movements()
    posts = Posts(words, lang, stage.hits, stage.names)
    people = persons.candidates(words, spans, posts, lang, draft.doc)
    naming.find(people)
    named = {hit.known.country for hit in stage.hits.values()}
    stage.leaders.infer(stage.cast, stage.spoken_of | named)
    organisations.eponymous()
    organisations.spelled()
    _hits(stage, organisations, naming)
    _peoples(stage)
    halves.find(stage)
    stage.groups = groups.find(words, lang, stage.hits, posts, stage.bodies, _used(stage))
    focus = coreference.resolve(stage)
    announced.join(stage)
    announced.hold(stage, people)
    named_later.join(stage)
    naming.holding.possessed(people)
    sides.infer(stage, focus)
    stage.settle()


def _known(stage: Stage) -> None:
    """Known names, but none within a name that begins with a first name (« Jordan X »)."""
    sure = {
        n
        for a, b in runs(stage.words, stage.likely, stage.lang, set())
        if b > a and stage.lang.is_first_name(stage.words[a].text)
        for n in range(a, b + 1)
    }
    for hit in known.scan(stage.words, stage.lang, sure, stage.spoken_of):
        if _leader(stage, hit):
            continue
        for n in range(hit.first, hit.last + 1):
            stage.hits[n] = hit


def _person_within(stage: Stage, first: int, last: int) -> int:
    """Where a person's name begins behind that of a body: « de Radio Liberty Jean X »."""
    words, company = stage.words, stage.lang.company()
    if stage.lang.is_first_name(words[first].text):
        return first
    article = first > 1 and words[first - 1].key in stage.lang.GRAMMAR.definite
    led = article and words[first - 2].key in stage.lang.AT | stage.lang.OF
    if led and last - first > 1 and not words[first].breaks:
        return first + 1  # « le commissaire à l'Elargissement Jean X »
    behind = (n for n in range(first + 1, last) if stage.lang.is_first_name(words[n].text))
    given = next(behind, first)
    before = {w.text for w in words[max(0, first - 1) : given]}
    heads = stage.lang.words("body_heads.strong") | stage.lang.words("body_heads.weak")
    headed = first > 0 and not words[first].breaks and words[first - 1].cap
    headed = headed and words[first - 1].key in heads  # « le candidat du Parti Libre Jean X »
    return given if headed or not before.isdisjoint(company) else first


def _firm(stage: Stage, first: int, last: int) -> bool:
    """« China Airlines »: the name of a firm, that no first name opens."""
    words, lang = stage.words, stage.lang
    given = lang.is_first_name(words[first].text) or words[first].key in lang.words("family_first")
    return not given and any(w.text in lang.company() for w in words[first + 1 : last + 1])


def _signs(stage: Stage, first: int) -> bool:
    """« Par Jean X », « Propos recueillis par X », « De notre correspondant à Y, X »: who wrote the
    report, and no person of it."""
    words, lang = stage.words, stage.lang
    start = first
    while start and not words[start].breaks and first - start < BYLINE:
        start -= 1
    lead = [w.key for w in words[start:first] if w.key]
    if not words[start].breaks or not lead:
        return False
    if lead[-1] in lang.GRAMMAR.by:
        return len(lead) == 1 or (len(lead) < 4 and lead[-2] in lang.words("signing"))
    writers = tuple(lang.words("writers"))
    ours = not lang.GRAMMAR.ours.isdisjoint(lead)
    return ours and any(word.startswith(writers) for word in lead)


def _leader(stage: Stage, hit: known.Hit) -> bool:
    """« Castro », the president and no city, where no word says that it is a place."""
    if hit.first != hit.last or hit.known.kind != "city" or hit.known.city is None:
        return False
    word = stage.words[hit.first]
    before = stage.words[hit.first - 1].key if hit.first and not word.breaks else ""
    placed = before in stage.lang.AT | stage.lang.words("places") or hit.known.city.government
    return not placed and stage.leaders.famous(word.text)


def _hits(stage: Stage, organisations: Organisations, naming: Naming) -> None:
    """Mentions of the known names."""
    for n, hit in stage.hits.items():
        if n != hit.first or n in stage.names or stage.words[n].text in organisations.letters:
            continue
        name = hit.known
        if name.kind in ("body", "seat"):
            if fold(name.name) in stage.lang.words("platforms") and not _acts(stage, hit):
                continue
            part = organisations.known(hit)
        elif (body := _body_there(stage, hit)) is not None:
            stage.mention(n, hit.last, (body,), "name", layer=2)
            body.call(stage.said(n, hit.last))
            continue
        elif not name.country or naming.is_surname(hit):
            continue
        else:
            part = stage.cast.state(name.country)
        if name.kind in ("region", "city") or _city_state(stage, n, name):
            stage.mention(n, hit.last, (part,), "place", layer=2, city=name.name)
        else:
            stage.mention(n, hit.last, (part,), "name", layer=2)
            part.call(stage.said(n, hit.last))


def _acts(stage: Stage, hit: known.Hit) -> bool:
    """« Twitter a suspendu … », not « sur Twitter »."""
    tokens = (stage.draft.doc[w.i] for w in stage.words[hit.first : hit.last + 1])
    return any(token.dep_.startswith(("nsubj", "obl:agent")) for token in tokens)


def _body_there(stage: Stage, hit: known.Hit) -> Part | None:
    """« Bruxelles a demandé … »: the body that has its seat in a city and acts, in a report that
    does not speak of the city's state; a state alone calls its ambassador home."""
    body = stage.lang.data()["seats_of_bodies"].get(hit.known.name)
    if body is None or hit.known.kind != "city":
        return None
    token = stage.draft.doc[stage.words[hit.first].i]
    host = token.head if token.dep_ == "conj" else token
    grammar = token.doc.grammar
    case = {child.plain for child in host.children if child.dep_ == "case"}
    acts = host.dep_.startswith(("nsubj", "obl:agent")) or case & (grammar.between | grammar.with_)
    own = {c.plain for t in host.head.children for c in t.children} & grammar.possessives
    envoy = any(fold(t.lemma_) in stage.lang.words("envoys") for t in host.head.children)
    if not acts or hit.known.country in stage.spoken_of or (own and envoy):
        return None
    return stage.cast.named("organisation", body)


def _city_state(stage: Stage, n: int, name: Any) -> bool:
    """« à Singapour »: a state that is its own capital, as a place."""
    before = stage.words[n - 1] if n else None
    if name.kind != "state" or before is None or not known.leads_to_city(before, stage.lang):
        return False
    capital = capital_of(name.country)
    return capital is not None and fold(name.name) in map(fold, (capital.name, *capital.aliases))


def _peoples(stage: Stage) -> None:
    """Adjectives and nouns of peoples that go with no name."""
    for n, word in enumerate(stage.words):
        if n in stage.hits or n in stage.names or n in stage.apposed or not word.key:
            continue
        people = word.people
        if people is None or not people.states or word.pos in ("AUX", "ADP"):
            continue
        if _elsewhere(stage, n):
            continue
        parts = tuple(stage.cast.state(code) for code in people.states)
        stage.mention(n, n, parts, "people", layer=2)


def _elsewhere(stage: Stage, n: int) -> bool:
    """« les Albanais du Kosovo », « les Serbes bosniens »: a people in another state, which stands
    for neither its own nor, as « Chypriotes turcs », for the second."""
    words, lang = stage.words, stage.lang
    own = words[n].people
    half = (
        n - 3 if n > 2 and words[n - 1].key in lang.GRAMMAR.and_ and words[n - 2].people else n - 1
    )
    if half >= 0 and not words[n].breaks and words[half].key in lang.words("halved"):
        return True
    if n and words[n - 1].key in lang.words("peoples_within"):
        return True
    if (
        not words[n].cap
        or not lang.endings.could_be_plural(words[n].key)
        or words[n].key in lang.words("halved")
    ):
        return False
    at = n + 1
    while at < len(words) and at - n < 3 and words[at].key in lang.OF_THE:
        at += 1
    if at >= len(words) or words[at].breaks:
        return False
    hit = stage.hits.get(at)
    if at > n + 1:
        land = hit is not None and hit.known.kind in ("state", "region")
        return land and hit.known.country not in own.states  # type: ignore[union-attr]
    other = words[at].people if words[at].key else None
    return other is not None and bool(other.states) and not words[at].cap


def _used(stage: Stage) -> set[int]:
    """Words of names, and of posts that go with a name."""
    posted = {t for _, m in stage.made if m.form == "post" for t in range(m.first, m.last + 1)}
    return stage.names | {w.n for w in stage.words if w.i in posted}
