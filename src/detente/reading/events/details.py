"""What the sentences after a telling add to it: who led, how long it took, what was spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language.doc import Token, Words
from detente.reading.draft import Draft
from detente.reading.events.auspices import MEDIATED
from detente.reading.events.joining import Cluster, status_of
from detente.reading.events.lexicon import Lexicon
from detente.reading.events.parts import Part
from detente.reading.events.referring import topics_in
from detente.reading.events.syntax import is_verb, lemmas, straight
from detente.reading.events.telling import Telling
from detente.reading.events.when import Times
from detente.reading.events.who import actors_in, is_person, party_of

_TELLING = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
_MEETINGS = ("talks", "call", "visit")
_NEWS = 3
"""Sentences, the headline among them, in which a report tells what it is about."""


def add_details(draft: Draft, lexicon: Lexicon, clusters: list[Cluster], times: Times) -> None:
    """Adds to each meeting what its following sentences say of it."""
    for named in clusters:
        if named.lead.kind.kind == "appointment":
            _listed(draft, named)
    _by_post(draft, clusters)
    meetings = [c for c in clusters if c.told and c.lead.kind.kind in _MEETINGS]
    if not meetings:
        return
    for number, sent in enumerate(draft.doc.sents):
        cluster = _last(meetings, number)
        if cluster is None:
            continue
        telling = cluster.tellings[-1] if cluster.tellings[-1].sentence <= number else cluster.lead
        for part in _heads(draft, sent):
            target = _of_sides(draft, meetings, number) or telling
            target.parts.append(part)
        _lasted(draft, sent, telling, times)
        if number - _nearest(cluster, number) <= 4 and _spoken_of(draft, sent):
            span = draft.span(sent.start_char, sent.end_char)
            for topic, words in topics_in(draft, span).items():
                telling.topics.setdefault(topic, words)


def _listed(draft: Draft, cluster: Cluster) -> None:
    """« a nommé une équipe composée de : » with a name on each of the lines below."""
    text = draft.article.text
    for telling in cluster.tellings:
        end = telling.around.end
        if not text[telling.around.start : end].rstrip().endswith(":"):
            line_end = text.find("\n", telling.span.end)
            if line_end < 0 or not text[:line_end].rstrip().endswith(":"):
                continue
            end = line_end
        at = end
        while at < len(text):
            while at < len(text) and text[at].isspace():
                at += 1
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            if not text[at:stop].lstrip().startswith(("-", "–", "—", "•", "*")):
                break
            first = next(
                (
                    m
                    for m in sorted(draft.mentions, key=lambda m: m.start)
                    if at <= m.start < stop and any(is_person(draft, a) for a in m.actors)
                ),
                None,
            )
            if first is not None:
                telling.parts += [
                    Part(a, "target", draft.span(first.start, first.end))
                    for a in first.actors
                    if is_person(draft, a)
                ]
            at = stop


def _nearest(cluster: Cluster, number: int) -> int:
    return max((t.sentence for t in cluster.tellings if t.sentence <= number), default=-99)


def _last(meetings: list[Cluster], number: int) -> Cluster | None:
    """The meeting spoken of last before or in a sentence."""
    return max(
        (c for c in meetings if _nearest(c, number) >= 0),
        key=lambda c: _nearest(c, number),
        default=None,
    )


def _of_sides(draft: Draft, meetings: list[Cluster], number: int) -> Telling | None:
    """The meeting a delegation was at: that of which most is told so far."""
    before = [c for c in meetings if _nearest(c, number) >= 0 and c.lead.kind.kind == "talks"]
    best = max(before, key=lambda c: (len(c.tellings), _nearest(c, number)), default=None)
    return best.lead if best is not None else None


def _heads(draft: Draft, sent: Words) -> Iterator[Part]:
    """« La délégation X était conduite par A et B, celle de Y par C »."""
    words = draft.pack.module("frames")
    if all(words.LEAD.isdisjoint(t.lemmas) for t in sent if t.pos_ in _TELLING):
        return
    group: Token | None = None
    for token in sent:
        if token.plain in words.THAT_ONE or (token.pos_ == "NOUN" and lemmas(token) & words.GROUPS):
            group = token
        elif group is not None and token.plain in draft.doc.grammar.by:
            head = next(
                (
                    t
                    for t in draft.doc[token.i + 1 : min(token.i + 25, sent.end)]
                    if _names_person(draft, t)
                ),
                None,
            )
            if head is not None:
                side = next(
                    (p for a, _ in actors_in(draft, group) if (p := party_of(draft, a))), None
                )
                for actor, mention in actors_in(draft, head):
                    if is_person(draft, actor):
                        yield Part(actor, "head", draft.span(mention.start, mention.end), side)
            group = None


def _by_post(draft: Draft, clusters: list[Cluster]) -> None:
    """« X, chef des négociateurs du gouvernement », « le médiateur Y », « l'envoyé de l'ONU Z » of what is
    held under the UN: who leads a side is at the one meeting that is news, and who
    mediates had part in all of its news."""
    news = [c for c in clusters if c.tellings[0].sentence < _NEWS and c.lead.kind.kind in MEDIATED]
    news = [c for c in news if c.told] or [c for c in news if status_of(c) == "planned"]
    talks = [c for c in news if c.told and c.lead.kind.kind == "talks"]
    for cluster in news:
        known = {p.actor for t in cluster.tellings for p in t.parts}
        parties = {p for t in cluster.tellings for p in t.parties(draft)}
        only = len(talks) == 1 and talks[0] is cluster
        for part in _posted(draft, cluster, heads=only):
            side = party_of(draft, part.actor)
            if part.actor not in known:
                third = bool(parties) and side not in {None, *parties}
                part.part = "mediator" if third and len(parties) > 1 else part.part
                part.aside = third or part.part == "mediator"
                cluster.lead.parts.append(part)


def _posted(draft: Draft, cluster: Cluster, *, heads: bool) -> Iterator[Part]:
    words = draft.pack.module("frames")
    brought = (p.actor for t in cluster.tellings for p in t.parts if p.part == "mediator")
    bodies = {draft.actors[a].name for a in brought if a in draft.actors}
    for actor in draft.actors.values():
        for role in actor.roles:
            if role.standing != "current" or not role.evidence or actor.kind != "person":
                continue
            title = straight(role.title)
            envoy = role.organisation in bodies and words.STANDS_FOR.intersection(title.split())
            if envoy or words.MEDIATES.search(title):
                yield Part(actor.id, "mediator", role.evidence[0])
            elif heads and words.NEGOTIATES.search(title):
                yield Part(actor.id, "head", role.evidence[0], party_of(draft, actor.id))
            else:
                continue
            break


def _names_person(draft: Draft, token: Token) -> bool:
    mention = draft.mention_at(token)
    return mention is not None and any(is_person(draft, a) for a in mention.actors)


def _lasted(draft: Draft, sent: Words, telling: Telling, times: Times) -> None:
    """« Elles ont duré six heures »."""
    lasts = draft.pack.module("frames").LASTS
    for token in sent if telling.duration is None else ():
        if not lasts.isdisjoint(token.lemmas) and is_verb(token) and telling.duration is None:
            found = times.durations.get(token.i)
            subject = [c for c in token.children if c.dep_.startswith("nsubj")]
            what = subject[0] if subject else None
            if what is not None and what.plain in what.doc.grammar.who:
                what = token.head  # « un conflit qui dure depuis six ans »
            if found and (
                what is None or what.pos_ == "PRON" or lemmas(what) & lemmas(telling.trigger.token)
            ):
                telling.duration = found[0]


def _spoken_of(draft: Draft, sent: Words) -> bool:
    spoke = draft.pack.module("frames").SPEAKS_OF
    return any(not spoke.isdisjoint(t.lemmas) for t in sent if t.pos_ in ("VERB", "AUX", "ADJ"))
