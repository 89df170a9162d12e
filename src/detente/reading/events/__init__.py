"""What happened: events of the codebook's kinds in one report, with status, time, place and parts."""

from __future__ import annotations

from detente.reading.draft import Draft
from detente.reading.events.addressed import add_addressed
from detente.reading.events.attending import add_attending
from detente.reading.events.auspices import add_mediators, drop_announcers
from detente.reading.events.brokers import add_fighting_sides, settle_mediators
from detente.reading.events.building import build
from detente.reading.events.claimed import add_claimants
from detente.reading.events.clauses import settle_clauses
from detente.reading.events.details import add_details
from detente.reading.events.doubled import one_each
from detente.reading.events.freed import settle_freed
from detente.reading.events.grounds import settle_states
from detente.reading.events.homes import settle_homes
from detente.reading.events.joining import Cluster, join
from detente.reading.events.lending import lend_captives, lend_parties, lend_sides
from detente.reading.events.lexicon import lexicon
from detente.reading.events.likewise import others_of_a_kind, settle_others
from detente.reading.events.listed import add_bracketed
from detente.reading.events.mending import mend
from detente.reading.events.nominal import ACTS
from detente.reading.events.outcomes import share_aims, share_opening, share_outcome, share_terms
from detente.reading.events.placing import (
    at_ceremony,
    at_visit,
    host_at_home,
    lend_place,
    of_home,
    of_target,
    own_ground,
)
from detente.reading.events.rounds import further_rounds, lend_to_rounds, told_again, yet_to_sign
from detente.reading.events.seats import add_seats
from detente.reading.events.sharing import share_news, share_occasion
from detente.reading.events.staying import stay
from detente.reading.events.syntax import straight
from detente.reading.events.telling import Telling, tell
from detente.reading.events.triggers import find_triggers
from detente.reading.events.when import times_of
from detente.reading.events.who import is_person, is_state

__all__ = ["find"]


def find(draft: Draft) -> None:
    """Fills `draft.events`, in order of first telling."""
    words = lexicon(draft.pack.code)
    settle_homes(draft)
    mend(draft, words.participles)
    settle_clauses(draft, words)
    draft.doc.settle()
    triggers = one_each(draft, find_triggers(draft, words))
    triggers += others_of_a_kind(draft, words, triggers)
    further = (*further_rounds(draft, triggers), *yet_to_sign(draft, triggers))
    triggers = sorted((*triggers, *further), key=lambda t: t.token.i)
    times = times_of(draft, triggers)
    owners = frozenset(t.token.i for t in triggers)

    title = _title_end(draft)
    tellings: list[Telling] = []
    for trigger in triggers:
        sent = trigger.token.sent
        told = tell(draft, words, trigger, times, owners, sent.number, sent.start_char < title)
        if told is not None:
            tellings += [told, *told_again(draft, times.owners, told)]
    settle_others(draft, tellings)
    settle_states(draft, tellings)
    settle_freed(draft, tellings)
    add_bracketed(draft, tellings)
    add_claimants(draft, tellings)
    add_addressed(draft, tellings)
    add_fighting_sides(draft, tellings)
    lend_to_rounds(draft, tellings)
    lend_captives(tellings)
    lend_parties(draft, tellings)
    tellings = lend_sides(draft, tellings)
    drop_announcers(draft, tellings)
    add_mediators(draft, tellings)
    add_seats(draft, tellings)
    add_attending(draft, tellings)
    settle_mediators(draft, tellings)
    share_outcome(draft, tellings)
    share_opening(tellings)
    share_terms(draft, tellings)
    share_aims(draft, tellings)
    share_occasion(draft, tellings)
    lend_place(draft, tellings)
    at_ceremony(draft, tellings)
    at_visit(draft, tellings)
    stay(draft, tellings, times)
    own_ground(draft, tellings)
    host_at_home(draft, tellings)
    of_target(draft, tellings)
    of_home(draft, tellings)
    clusters = join(draft, tellings)
    share_news(draft, clusters)
    add_details(draft, words, clusters, times)
    kept = [cluster for cluster in clusters if _worth(draft, cluster)]
    draft.events += [build(draft, cluster, n) for n, cluster in enumerate(kept, 1)]


def _title_end(draft: Draft) -> int:
    """Where the headline ends: the first paragraph, where it is the title or has no full stop."""
    text = draft.article.text
    end = text.find("\n")
    first = text[: end if end >= 0 else 0].strip()
    if first and (first == draft.article.title.strip() or first[-1] not in '.!?…»"”:'):
        return end
    return 0


def _of_states(draft: Draft) -> bool:
    """Whether a report is about states and those who speak for them, so that people it names
    without a post (« MM. Diallo et Rossi ») may meet as such."""
    officials = lexicon(draft.pack.code).classes["OFFICIALS"]
    posts = any(
        officials & set(straight(role.title).split())
        for actor in draft.actors.values()
        for role in actor.roles
    )
    return posts and sum(actor.kind == "state" for actor in draft.actors.values()) > 1


def _worth(draft: Draft, cluster: Cluster) -> bool:
    """Whether enough is told to be an event of its own: somebody identified, and for mere nouns a
    time, a place or a second party as well."""
    tellings = cluster.tellings
    if all(t.generic for t in tellings):
        return False
    parties = {p for t in tellings for p in t.parties(draft)}
    people = {p for t in tellings for p in t.people(draft)}
    all_told = {p.actor for t in tellings for p in t.parts}
    if not parties and not people:
        dated = any(t.date is not None for t in tellings)
        placed = any(t.place is not None for t in tellings)
        return cluster.lead.kind.joint and dated and placed
    if cluster.lead.kind.kind in ("talks", "call") and cluster.told and len(parties) < 2:
        others = {a for a in all_told if not is_person(draft, a)}
        known = any(draft.actors[a].roles for a in people if a in draft.actors)
        if not known and not others and not (len(all_told) > 1 and _of_states(draft)):
            return False
    if not cluster.told:
        return True
    if all(t.trigger.nominal and t.trigger.light is None for t in tellings):
        anchored = any(t.date or t.place or (t.measured and t.parts) for t in tellings)
        speaking = cluster.lead.kind.kind == "speech" and bool(people)
        speaking = speaking or (
            cluster.lead.kind.kind in ACTS and cluster.lead.reference == "definite"
        )
        sides = {a for a in all_told if a in draft.actors and not is_state(draft, a)} - people
        counted = len(sides) >= 2 and any(t.ordinal is not None for t in tellings)
        two = len(parties) >= 2 or (cluster.lead.kind.joint and counted)
        return anchored or speaking or two or bool(people and len(all_told) >= 2)
    return True
