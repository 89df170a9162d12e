"""Which tellings of one report are of one event. Careful: what may be two stays two."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from detente.model import Status
from detente.reading.draft import Draft
from detente.reading.events.apart import (
    agree,
    dates_agree,
    freed_as_well,
    refers,
    said_to_be_another,
    several,
    to_come,
)
from detente.reading.events.folding import fold
from detente.reading.events.retold import LEAD, TOLD, leads_with_it, moves_on, one_pact
from detente.reading.events.syntax import (
    clause_of,
    feature,
    leftmost,
    lemmas,
    preposition,
    straight,
)
from detente.reading.events.telling import Telling
from detente.reading.events.triggers import PACT

VERBAL = frozenset({"demand", "accusation", "rejection", "threat"})
_MANY = frozenset({"attack", "protest", "detention"})
"""Kinds of which a report tells several between the same parties."""
_FAMILY = {
    "call": "talks", "talks": "talks", "exchange": "exchange", "release": "exchange",
    "agreement": "agreement", "ceasefire": "agreement",
}  # fmt: skip
"""Kinds that one definite noun may stand for (« cet entretien » for a call)."""
_FINER = {"agreement": "ceasefire", "release": "exchange"}
"""Of the tellings of one event the second kind names it, not the first."""


@dataclass(slots=True)
class Cluster:
    """Tellings of one event, in order of the text, with why each was joined."""

    tellings: list[Telling]
    reasons: list[str] = field(default_factory=list)

    @property
    def lead(self) -> Telling:
        """The telling that names the kind best: the first that is no mere reference, unless
        another has the finer word."""
        if len(self.tellings) == 1:
            return self.tellings[0]
        first = next((t for t in self.tellings if not t.generic), self.tellings[0])
        finer = _FINER.get(first.kind.kind)
        return next((t for t in self.tellings if t.kind.kind == finer), first)

    @property
    def told(self) -> bool:
        return any(t.status in TOLD for t in self.tellings)

    def add(self, telling: Telling, reason: str) -> None:
        self.tellings.append(telling)
        self.reasons.append(reason)


def join(draft: Draft, tellings: list[Telling]) -> list[Cluster]:
    """Tellings to events, each telling to the nearest event before it that it may be of."""
    clusters: list[Cluster] = []
    folded = fold(draft, tellings)
    for telling in sorted(tellings, key=lambda t: id(t) in folded):
        reason = ""
        if id(telling) in folded:
            into = folded[id(telling)]
            home = next((c for c in clusters if into.into in c.tellings), None)
            if home is not None:
                home.add(telling, into.reason)
                continue
        may = [cluster for cluster in clusters if _may_be_of(telling, cluster)]
        told = Counter(c.lead.kind.kind for c in clusters if c.told) if may else Counter()
        for cluster in sorted(may, key=lambda c: _rank(draft, telling, c), reverse=True):
            alone = told[cluster.lead.kind.kind] == 1
            reason = _why(draft, telling, cluster, alone=alone)
            if reason:
                for head in cluster.tellings:
                    if head.headline and not dates_agree(head, telling):
                        head.date = None  # its weekday, counted the wrong way
                cluster.add(telling, reason)
                break
        if not reason and not telling.generic:
            clusters.append(Cluster([telling]))
    return _merged(draft, clusters)


def _may_be_of(telling: Telling, cluster: Cluster) -> bool:
    """Whether the kinds of two leave open that they are of one event, as most do not; « ces discussions »
    are not those named only beside others (« les premières depuis celles de 2017 »)."""
    if cluster.lead.trigger.beside is not None and refers(telling):
        return False
    kinds = _kinds(telling)
    if refers(telling) or any(not kinds.isdisjoint(_kinds(t)) for t in cluster.tellings):
        return True
    return telling.kind.kind in PACT and cluster.lead.kind.kind in PACT


def _rank(draft: Draft, telling: Telling, cluster: Cluster) -> tuple[int, int, int]:
    """Which event to try first: that of the same number or, for « le sommet », of the same name, one
    told for itself before one only alluded to (« après un entretien le 3 mars »), the nearest."""
    last = cluster.tellings[-1].sentence
    same_number = telling.ordinal is not None and any(
        t.ordinal == telling.ordinal for t in cluster.tellings
    )
    wide = draft.pack.module("frames").WIDE
    names = lemmas(telling.trigger.token) & wide if refers(telling) else frozenset()
    same_name = any(names & lemmas(t.trigger.token) for t in cluster.tellings)
    for_itself = any(
        not t.trigger.nominal or t.trigger.light is not None or t.headline for t in cluster.tellings
    )
    near = telling.sentence - last <= 8
    return (int(same_number or same_name), int(for_itself and near), last)


def _merged(draft: Draft, clusters: list[Cluster]) -> list[Cluster]:
    """Joins events that a later telling links: the headline's with that of the body."""
    kept: list[Cluster] = []
    for cluster in clusters:
        for other in kept:
            if other.lead.kind is not cluster.lead.kind or other.told != cluster.told:
                continue
            reason = next((r for t in cluster.tellings if (r := _why(draft, t, other))), "")
            if reason and all(agree(draft, a, b) for a in cluster.tellings for b in other.tellings):
                other.tellings += cluster.tellings
                other.reasons += [*cluster.reasons, reason]
                break
        else:
            kept.append(cluster)
    return kept


def _why(draft: Draft, telling: Telling, cluster: Cluster, *, alone: bool = False) -> str:
    """Why a telling is of the event of a cluster, in words; empty where it is not, or may not be."""
    lead = cluster.lead
    same_kind = bool(_kinds(telling) & {k for t in cluster.tellings for k in _kinds(t)})
    if _is_said_to_be(telling, cluster):
        return "one is said to be the other"
    if same_kind and _in_one_breath(draft, telling, cluster):
        return "told twice in one sentence"
    if "ceasefire" in _kinds(telling) and telling.reference == "new":
        here = any(t.sentence == telling.sentence for t in cluster.tellings)
        named = telling.trigger.nominal or telling.trigger.held
        if not named and not here and moves_on(draft, telling):
            return ""
    pact = one_pact(draft, telling, cluster.tellings, lead.kind.kind)
    if not same_kind and not pact and not (refers(telling) and _may_mean(telling, lead)):
        return ""
    many = [several(draft, t) for t in (telling, *cluster.tellings)]
    if any(many) and (telling.reference == "new" or many[0] != many[1]):
        return ""
    if (telling.count or 1) != (lead.count or 1):
        return ""
    if leads_with_it(draft, telling, cluster.tellings):
        return "the headline tells it first, the report when and how"
    if (telling.status in TOLD) != cluster.told and not _takes_its_status(telling, cluster):
        return ""
    if any(not agree(draft, telling, other) for other in cluster.tellings):
        return ""
    if pact:
        return pact
    gap = 0 if alone else telling.sentence - cluster.tellings[-1].sentence
    if telling.reference == "demonstrative" and cluster.told and to_come(draft, telling):
        return ""
    if telling.reference == "demonstrative" and gap <= 4:
        return "« cette … » takes up what was told before"
    if telling.generic:
        return (
            "the word takes up what was told before"
            if telling.reference != "new" and gap <= 3
            else ""
        )
    return _shared(draft, telling, cluster, same_kind, gap)


def _kinds(telling: Telling) -> set[str]:
    """Its kind, and that of its own words where its sentence has a finer one."""
    return {telling.kind.kind, telling.trigger.kind.kind}


def _takes_its_status(telling: Telling, cluster: Cluster) -> bool:
    """« X rencontrera Y. Cette rencontre fait suite à … »: it says nothing of whether it took place,
    unless it tells a time of its own or is carried by a verb that says so."""
    known = any(t.date is not None for t in cluster.tellings)
    own = telling.date is not None and not known
    return telling.reference == "demonstrative" and telling.trigger.nominal and not own


def _may_mean(telling: Telling, lead: Telling) -> bool:
    """Whether a word of one kind may take up an event of another (« cet entretien » a call)."""
    generic = telling.generic
    family = _FAMILY.get(telling.kind.kind) == _FAMILY.get(lead.kind.kind, lead.kind.kind)
    return (generic and family) or lead.kind in telling.trigger.others


def _is_said_to_be(telling: Telling, cluster: Cluster) -> bool:
    """« Cette réunion est la deuxième rencontre »."""
    token = telling.trigger.token
    if not any(c.dep_ == "cop" for c in token.children):
        return False
    subjects = {c.i for c in token.children if c.dep_ == "nsubj"}
    return any(t.trigger.token.i in subjects and t.kind is telling.kind for t in cluster.tellings)


def _shared(draft: Draft, telling: Telling, cluster: Cluster, same_kind: bool, gap: int) -> str:
    """Reasons that rest on what both tell."""
    parties = set(telling.parties(draft))
    known = {p for t in cluster.tellings for p in t.parties(draft)}
    people = telling.people(draft)
    known_people = {p for t in cluster.tellings for p in t.people(draft)}
    enough = parties & known or people & known_people or not parties or not known
    if telling.kind.joint and parties and known and telling.reference == "new" and parties != known:
        enough = len(parties & known) >= 2
    spoken = telling.kind.kind in VERBAL or telling.kind.kind == "speech"
    named = bool(people) and people <= known_people and parties < known
    if same_kind and not spoken and _headlined(telling, cluster) and (enough or named):
        return "the headline tells it first"
    if telling.kind.kind in _MANY and not refers(telling) and not (people & known_people):
        return (
            "same kind, same time, same parties"
            if _same_day(draft, telling, cluster) and enough
            else ""
        )
    if same_kind and _same_day(draft, telling, cluster) and enough:
        return "same kind, same time, same parties"
    if _fresh(telling, cluster):
        return ""
    if same_kind and gap <= 2 and freed_as_well(draft, telling):
        return "freed as well as those told of before"
    if (
        people
        and people & known_people
        and (not telling.kind.joint or people <= known_people or known_people <= people)
    ):
        return "same kind, same people, nothing against it"
    anchored = telling.date is not None or (
        telling.place is not None and telling.place.city is not None
    )
    takes_up = (
        parties <= known or known <= parties
        if parties
        else _same_word(draft, telling, cluster, gap)
    )
    if telling.kind.joint and len(parties) > 1 and not known and not cluster.tellings[0].headline:
        takes_up = False  # « la négociation entre C et D » names whose it is
    if refers(telling) and takes_up:
        if not anchored or parties:
            return "a definite noun that nothing tells apart"
        return "a definite noun with the same parties" if gap <= 3 else ""
    if (
        same_kind
        and parties
        and known
        and (parties <= known or known <= parties)
        and (parties & known)
    ):
        if (
            telling.reference == "new"
            and telling.trigger.nominal
            and telling.ordinal is None
            and said_to_be_another(draft, telling)
        ):
            return ""
        bodies = {p for t in cluster.tellings for p in t.bodies(draft)}
        if telling.kind.joint and len(parties & known) < 2 and not telling.bodies(draft) & bodies:
            return ""
        if telling.kind.kind == "speech" or (
            telling.kind.kind in VERBAL and not people & known_people
        ):
            return ""
        return "same kind, same parties, nothing against it"
    return ""


def _fresh(telling: Telling, cluster: Cluster) -> bool:
    """« une réunion le 3 mars », after a meeting without a day: what « une » brings in with a day of
    its own is new."""
    known = any(t.date is not None for t in cluster.tellings)
    own = telling.date is not None and not known
    return telling.trigger.nominal and telling.reference == "new" and own


def _headlined(telling: Telling, cluster: Cluster) -> bool:
    """The headline tells what the first sentences under it tell again."""
    head = cluster.tellings[0].headline
    return head and not telling.headline and telling.sentence <= LEAD and telling.reference == "new"


def _in_one_breath(draft: Draft, telling: Telling, cluster: Cluster) -> bool:
    """« cinq policiers ont été tués par une bombe, un attentat revendiqué par … »: a noun without
    time or place of its own that sums up its sentence; « ont bombardé la ville, tuant … »."""
    before = cluster.tellings[-1]
    token = telling.trigger.token
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    if before.sentence == telling.sentence and token.plain.endswith(words.GERUND):
        under = not telling.trigger.nominal and before.trigger.token.is_ancestor(token)
        return under and telling.date is None
    bare = telling.date is None and telling.place is None and telling.trigger.nominal
    cause = preposition(telling.trigger.token) in words.WITHIN | grammar.by
    if cause and clause_of(telling.trigger.token).i == before.trigger.token.i:
        return telling.trigger.nominal and not before.trigger.nominal
    return (
        bare
        and before.sentence == telling.sentence
        and telling.trigger.token.dep_ in ("appos", "nsubj", "nsubj:pass", "parataxis")
        and telling.trigger.token.doc[leftmost(telling.trigger.token) - 1].text == ","
    )


def _same_word(draft: Draft, telling: Telling, cluster: Cluster, gap: int) -> bool:
    """A noun without names takes up what the same noun told, or what was told just before."""
    words = draft.pack.module("frames")
    token = telling.trigger.token
    number = feature(token, "Number")
    for other in cluster.tellings:
        trigger = other.trigger
        named = (trigger.token,) if trigger.nominal else trigger.held
        for word in named:
            if lemmas(word) & lemmas(token):
                return feature(word, "Number") == number and gap <= 8
    plural = "Plur" in number and not lemmas(token) & words.ALWAYS_PLURAL
    return gap <= 2 and not plural and not lemmas(token) & words.WIDE


def _same_day(draft: Draft, telling: Telling, cluster: Cluster) -> bool:
    same = draft.pack.module("frames").SAME_DAY
    if telling.date is None or straight(telling.date.span.exact) in same:
        return False  # « le même jour » is said of another thing than that day's first
    return any(
        t.date is not None
        and dates_agree(t, telling)
        and (t.date.value or "")[:7] == (telling.date.value or "")[:7]
        for t in cluster.tellings
    )


def status_of(cluster: Cluster) -> Status:
    """The status of an event from its tellings: told as a fact wins, a plan carried out is done.
    What only refers to it (« cette rencontre ») says nothing of that beside what tells it."""
    telling = [t for t in cluster.tellings if not _only_refers(t)] or cluster.tellings
    statuses = [t.status for t in telling]
    if "occurred" in statuses:
        return "occurred"
    if "ongoing" in statuses:
        return "ongoing"
    return statuses[0]


def _only_refers(telling: Telling) -> bool:
    bare = telling.headline and telling.trigger.nominal and telling.trigger.light is None
    done = telling.trigger.happens and telling.status == "occurred"
    return bare or (refers(telling) and not done)
