"""A record with what people decided on it: decisions replayed, in order, over the machine's reading.

A pure function. Each decision is told with what became of it (`Record.decisions`): it stands, was
overruled by one that knew of it, was undone, is in conflict with one taken elsewhere, or is
orphaned because what it was about is not there any more. What the machine read stays beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

from detente.errors import DecisionError
from detente.model import Article, Decision, Record, Rejected, Ruling
from detente.record import altering, joining_by_hand
from detente.record.anchoring import SINGULAR, Facts
from detente.record.ordering import place_of

State = Literal["stands", "overruled", "undone", "conflict", "orphaned"]
JUDGEMENTS = frozenset({"accept", "reject", "doubt"})
GONE = "nothing of the kind is read there any more"


def decide(record: Record, decisions: Iterable[Decision]) -> Record:
    """The record with some decisions replayed over it, whatever order they come in. Without any
    it is the record itself; a record that already has decisions is refused with ValueError."""
    taken = sorted(set_of(decisions).values(), key=lambda d: (d.when, d.id))
    if record.decisions:
        raise ValueError("the decisions are replayed over the machine's record")
    return _Replay(record, taken).result() if taken else record


def set_of(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Each decision once, by id."""
    return {d.id: d for d in decisions}


def undone(decisions: Sequence[Decision]) -> dict[str, str]:
    """Which decision undoes which: id of the one undone to that of the undoing one. Decisions in
    the order in which they were taken; an undo that is undone itself undoes nothing."""
    by: dict[str, str] = {}
    for decision in reversed(decisions):
        if decision.act == "undo" and decision.id not in by:
            by.setdefault(decision.about.id, decision.id)
    return by


def dates_a_report(decision: Decision) -> bool:
    """Whether a decision says when a report came out: what the report tells is dated anew then."""
    return decision.act == "correct" and (decision.about.of, decision.attribute) == (
        "articles",
        "published",
    )


def days_decided(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decisions that stand on when reports came out, by report."""
    taken = sorted(set_of(decisions).values(), key=lambda d: (d.when, d.id))
    gone = undone(taken)
    return {d.about.id: d for d in taken if dates_a_report(d) and d.id not in gone}


def dated(article: Article, days: Mapping[str, Decision]) -> Article:
    """A report as it goes into a record: with the day on which people say that it came out."""
    if (decision := days.get(article.id)) is None:
        return article
    came = article.published
    told = f"{came.date} ({came.basis})" if came.date else "no date"
    published = altering.published(decision.value)
    because = f"decided by {decision.by}; the report came with {told}"
    published = msgspec.structs.replace(published, because=because)
    return msgspec.structs.replace(article, published=published)


def matter(decision: Decision, fact: str) -> tuple[str, ...] | None:
    """What a decision settles; two on one matter agree, overrule each other or are in conflict.
    None for what anybody can add to."""
    about = (decision.about.of, fact)
    if decision.act in JUDGEMENTS:
        return (*about, "judgement")
    if decision.act == "correct":
        return (*about, "value", decision.attribute or "")
    if decision.act in ("join", "split"):
        return (*about, "identity")
    return None


class _Replay:
    """One replay: the facts as they change, and what became of each decision."""

    def __init__(self, record: Record, decisions: Sequence[Decision]) -> None:
        self.record, self.decisions = record, decisions
        self.facts = Facts(record)
        self.machine: dict[str, dict[str, Any]] = {
            part: dict(self.facts.parts[part]) for part in SINGULAR
        }
        self.undone = undone(decisions)
        self.found: dict[str, str] = {}
        self.was: dict[str, Any] = {}
        self.orphaned: dict[str, str] = {}
        self.on: defaultdict[tuple[str, ...], list[Decision]] = defaultdict(list)
        self.judged: dict[tuple[str, str], str] = {}
        self.became: dict[tuple[str, str], str] = {}
        self.first: dict[tuple[str, ...], Any] = {}

    def result(self) -> Record:
        for decision in self.decisions:
            if decision.id not in self.undone:
                self._apply(decision)
        rulings = tuple(self._rulings())
        rejected = self._reject()
        parts: dict[str, Any] = {part: self._ordered(part) for part in SINGULAR}
        return msgspec.structs.replace(
            self.record, **parts, decisions=rulings, rejected=Rejected(**rejected)
        )

    def _apply(self, decision: Decision) -> None:
        about = decision.about
        if about.of == "decisions":
            self.found[decision.id] = about.id
            if not any(d.id == about.id for d in self.decisions):
                self.orphaned[decision.id] = "there is no such decision here"
            return
        part: str = about.of
        if decision.act == "add" and decision.attribute is None:
            found: str | None = about.id
        else:
            any_kind = decision.act == "correct" and decision.attribute == "kind"
            found = self.facts.find(about, any_kind=any_kind)
        if found is None:
            self.orphaned[decision.id] = GONE
            return
        self.found[decision.id] = found
        key = matter(decision, found)
        try:
            self._carry_out(decision, part, found, key)
        except DecisionError as error:
            self.orphaned[decision.id] = str(error)
            return
        if key:
            self.on[key].append(decision)

    def _carry_out(
        self, decision: Decision, part: str, found: str, key: tuple[str, ...] | None
    ) -> None:
        if decision.act in JUDGEMENTS:
            self.judged[(part, found)] = decision.act
        elif decision.act == "correct":
            was = altering.correct(self.facts, part, found, decision)
            self.was[decision.id] = self.first.setdefault(key or (), was)
        elif decision.act == "set_aside":
            self.was[decision.id] = altering.set_aside(self.facts, part, found, decision)
        elif decision.act == "add":
            altering.add(self.facts, part, found, decision)
        elif decision.act == "join":
            others = [self.facts.find(other) for other in decision.others]
            there = sorted({o for o in others if o} - {found})
            if not there:
                gone = None in others
                raise DecisionError(GONE if gone else "the machine reads them as one now")
            self.was[decision.id] = [found, *there]
            joining_by_hand.join(self.facts, part, found, there, decision)
            for other in there:
                self.became[(part, other)] = found
        elif decision.act == "split":
            new = joining_by_hand.split(self.facts, part, found, decision)
            self.was[decision.id] = [found]
            self.first[(part, new, "new")] = found

    # ------------------------------------------------------------ what became of them

    def _rulings(self) -> Iterable[Ruling]:
        states: dict[str, tuple[State, tuple[str, ...]]] = {}
        for same in self.on.values():
            states.update(_standing(same))
        for decision in self.decisions:
            state, against = states.get(decision.id, ("stands", ()))
            if decision.id in self.undone:
                state = "undone"
            elif decision.id in self.orphaned:
                state = "orphaned"
            found = self.found.get(decision.id)
            yield Ruling(
                decision=decision,
                state=state,
                fact=self._now(decision.about.of, found) if found else None,
                was=self.was.get(decision.id),
                against=against,
                because=self.orphaned.get(decision.id, ""),
            )

    def _now(self, of: str, fact: str) -> str:
        """The id that a fact has after the joins."""
        while (of, fact) in self.became:
            fact = self.became[(of, fact)]
        return fact

    # ------------------------------------------------------------ the record

    def _reject(self) -> dict[str, tuple[Any, ...]]:
        """Takes what is rejected out of the facts; what it was, by part."""
        gone: defaultdict[str, list[Any]] = defaultdict(list)
        for (part, fact), act in self.judged.items():
            if act == "reject" and fact in self.facts.parts[part] and part != "articles":
                gone[part].append(self.machine[part].get(fact, self.facts.parts[part][fact]))
                gone["disputes"] += altering.drop(self.facts, part, fact)
        return {part: tuple(facts) for part, facts in gone.items()}

    def _ordered(self, part: str) -> tuple[Any, ...]:
        """The facts of a part in the order of the record."""
        facts = self.facts.parts[part].values()
        return tuple(sorted(facts, key=lambda fact: place_of(fact, self.facts.articles)))


def _standing(same: Sequence[Decision]) -> Mapping[str, tuple[State, tuple[str, ...]]]:
    """What became of the decisions on one matter: those that another knew of are overruled; of
    the others, those that say different things are in conflict."""
    known = {i for decision in same for i in decision.overrules}
    heads = [d for d in same if d.id not in known]
    states: dict[str, tuple[State, tuple[str, ...]]] = {
        d.id: ("overruled", ()) for d in same if d.id in known
    }
    for head in heads:
        against = tuple(d.id for d in heads if _says(d) != _says(head))
        states[head.id] = ("conflict" if against else "stands", against)
    return states


def _says(decision: Decision) -> bytes:
    others = sorted(t.id for t in decision.others)
    spans = decision.evidence if decision.act == "split" else ()
    return msgspec.json.encode((decision.act, decision.value, others, spans), order="sorted")
