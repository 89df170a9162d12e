"""What an event has of the one in whose clause it is told, once the report has told when and where that
one was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.reading.draft import Draft
from detente.reading.events.joining import Cluster
from detente.reading.events.neighbours import is_day
from detente.reading.events.telling import Telling
from detente.reading.events.within import clause_verbs, just_took, occasion_verbs, place_verbs


def share_news(draft: Draft, clusters: Sequence[Cluster]) -> None:
    """« ont signé jeudi un accord à Oslo. Il intervient après trois jours de discussions »: what led to
    the news of another sentence, or was held beside it, has its day and place where none are told."""
    words = draft.pack.module("frames")
    for cluster in clusters:
        if not cluster.told or not cluster.lead.kind.joint:
            continue
        for telling in cluster.tellings:
            trigger = telling.trigger
            if not trigger.nominal or trigger.light is not None:
                continue
            led = just_took(trigger.token, words)
            day = _told_by(clusters, cluster, [v.i for v in clause_verbs(trigger, words)])
            if day is not None and all(t.date is None for t in cluster.tellings):
                days = [t.date for t in day.tellings if t.date is not None and is_day(t.date)]
                telling.date = next(iter(days), None)
            there = [v.i for v in (clause_verbs if led else place_verbs)(trigger, words)]
            spot = _told_by(clusters, cluster, there)
            meets = cluster.lead.kind.kind != "call"
            if spot is not None and meets and all(t.place is None for t in cluster.tellings):
                found = next((t for t in spot.tellings if t.place is not None), None)
                if found is not None:
                    telling.place, telling.place_span = found.place, found.place_span


def share_occasion(draft: Draft, tellings: Sequence[Telling]) -> None:
    """« X rencontrera Y en marge du sommet lundi à Oslo »: who meets on an occasion that the same
    clause tells does so then and there, unless another day or place is told."""
    words = draft.pack.module("frames")
    for held in tellings:
        trigger = held.trigger
        if held.kind.kind != "talks" or not trigger.nominal or trigger.light is not None:
            continue
        verbs = {verb.i for verb in occasion_verbs(trigger, words)}
        for met in tellings:
            told = not met.trigger.nominal or met.trigger.light is not None
            if met is held or not told or met.kind is not held.kind or met.status != held.status:
                continue
            if met.trigger.verb.i not in verbs:
                continue
            met.date = met.date or held.date
            if met.place is None and held.place is not None:
                met.place, met.place_span = held.place, held.place_span


def _told_by(clusters: Sequence[Cluster], own: Cluster, verbs: Iterable[int]) -> Cluster | None:
    """The event that one of these verbs tells or carries."""
    for verb in verbs:
        for other in clusters:
            if (
                other is not own
                and other.told
                and any(t.trigger.verb.i == verb for t in other.tellings)
            ):
                return other
    return None
