"""How a decision is taken: what it is about looked up in the record, its value and citation tried
out on it, before it is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import msgspec

from detente.errors import DecisionError, NotInDossier
from detente.model import Act, Actor, Decision, Part, Record, Span, Target
from detente.record import decided
from detente.record.anchoring import SINGULAR, quoted, target_of
from detente.record.stable import short_hash

ON_REPORTS = frozenset({"correct", "annotate"})


def take(
    machine: Record,
    taken: Sequence[Decision],
    act: Act,
    of: Part,
    fact: str,
    *,
    by: str,
    why: str = "",
    attribute: str | None = None,
    value: Any = None,
    others: Iterable[str] = (),
    evidence: Iterable[Span] = (),
) -> Decision:
    """A new decision on a fact of a record, which has some decisions already.

    `machine` is the record as read, `taken` what was decided before; `fact` and `others` are ids
    in the record with those decisions. Raises `NotInDossier` for an id that is not there, and
    `DecisionError` where the decision could not be carried out."""
    if act not in get_args(Act) or act == "undo":
        raise DecisionError(f"no decision is called {act!r}")
    if not by.strip():
        raise DecisionError("a decision needs a name: who takes it?")
    if of == "articles" and act not in ON_REPORTS:
        raise DecisionError("a report is corrected or annotated; to take it out, remove it")
    record = decided.decide(machine, taken)
    value = json.loads(json.dumps(value))
    moment = _now(taken)
    if act == "add" and attribute is None:
        new = f"{of[0]}-" + short_hash(moment, by, of, json.dumps(value, sort_keys=True))
        about = Target(of=of, id=new, anchor=tuple(evidence))
    else:
        about = find(record, of, fact)
    decision = Decision(
        id="",
        when=moment,
        by=by.strip(),
        act=act,
        about=about,
        attribute=attribute,
        value=value,
        others=(
            *(find(record, of, other) for other in others),
            *(_actors_named(record, value) if act != "join" else ()),
        ),
        evidence=tuple(evidence),
        why=why.strip(),
    )
    decision = identified(msgspec.structs.replace(decision, overrules=_overruled(record, decision)))
    _try(machine, taken, decision)
    return decision


def undo(taken: Sequence[Decision], decision: str, *, by: str, why: str = "") -> Decision:
    """The decision that undoes another, given by its id or enough of its beginning.

    Raises `NotInDossier` where there is none or several, `DecisionError` where it is undone."""
    found = [d for d in taken if d.id.startswith(decision)]
    if len(found) != 1:
        raise NotInDossier(f"{'no' if not found else 'more than one'} decision {decision!r}")
    if found[0].id in decided.undone(taken):
        raise DecisionError(f"{decision}: this decision is undone already")
    about = Target(of="decisions", id=found[0].id)
    return identified(
        Decision(id="", when=_now(taken), by=by.strip(), act="undo", about=about, why=why.strip())
    )


def find(record: Record, of: Part, fact: str) -> Target:
    """What a decision remembers of a fact, be it rejected, given by its id or, where only one has
    it, the beginning of its id. Raises `NotInDossier`."""
    facts = (*getattr(record, of), *getattr(record.rejected, of, ()))
    found = [f for f in facts if f.id == fact] or [f for f in facts if f.id.startswith(fact)]
    if not fact or len(found) != 1:
        many = f"several {of} begin with" if len(found) > 1 and fact else f"no {SINGULAR[of]}"
        raise NotInDossier(f"{many} {fact!r} in this record")
    return target_of(of, found[0])


def _now(taken: Sequence[Decision]) -> str:
    """This instant, after all that was decided before, whatever clocks say."""
    now = datetime.now(UTC)
    if last := max((d.when for d in taken), default=""):
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds").replace("+00:00", "Z")


def identified(decision: Decision) -> Decision:
    """The decision with its id, a hash of all that it says."""
    nameless = msgspec.structs.replace(decision, id="")
    body = msgspec.json.encode(nameless, order="sorted").decode()
    return msgspec.structs.replace(decision, id="k-" + short_hash(body))


def _overruled(record: Record, decision: Decision) -> tuple[str, ...]:
    """The decisions on the same matter that stand so far."""
    about = decided.matter(decision, decision.about.id)
    return tuple(
        ruling.decision.id
        for ruling in record.decisions
        if about is not None
        and ruling.state in ("stands", "conflict")
        and ruling.fact is not None
        and decided.matter(ruling.decision, ruling.fact) == about
    )


def _try(machine: Record, taken: Sequence[Decision], decision: Decision) -> None:
    for ruling in decided.decide(machine, [*taken, decision]).decisions:
        if ruling.decision.id == decision.id and ruling.state == "orphaned":
            raise DecisionError(ruling.because)


def _actors_named(record: Record, value: Any) -> Iterator[Target]:
    """The actors that a value names by id, so that they are found again under another."""
    words = set(_strings(value))
    for actor in record.actors:
        if actor.id in words and isinstance(actor, Actor):
            yield target_of("actors", actor)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def part_of(record: Record, fact: str) -> Part:
    """In which list of a record, or of what is rejected, the fact with an id is, which may be cut
    short as `find` takes it. Raises `NotInDossier`."""
    found: list[Part] = []
    for of in get_args(Part):
        for each in (*getattr(record, of), *getattr(record.rejected, of, ())):
            if each.id == fact:
                return of  # type: ignore[no-any-return]
            if fact and each.id.startswith(fact) and of not in found:
                found.append(of)
    if len(found) != 1:
        raise NotInDossier(
            f"{'several facts begin with' if found else 'nothing has the id'} {fact!r}"
        )
    return found[0]


def cite(record: Record, text: str) -> Span:
    """A citation as a person writes it: `REPORT:START-END` in characters, or `REPORT: words`,
    which have to stand in the report once. Raises `DecisionError`."""
    article = next((a for a in record.articles if text.startswith(a.id + ":")), None)
    if article is None:
        raise DecisionError(f"{text!r}: a citation is REPORT:START-END or REPORT: words")
    rest = text[len(article.id) + 1 :].strip()
    if not (offsets := re.fullmatch(r"(\d+)-(\d+)", rest)):
        return quoted(article, rest)
    start, end = int(offsets[1]), int(offsets[2])
    return Span(article.id, start, end, article.text[start:end])


def read_lines(
    content: bytes, name: str, on_error: Callable[[DecisionError], None]
) -> list[Decision]:
    """Decisions from JSON Lines, one a line; a line that is none goes to `on_error`, and the
    others go on."""
    found: list[Decision] = []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            decision = msgspec.json.decode(line, type=Decision)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            on_error(DecisionError(f"{name}, line {number}: this is no decision ({error})"))
            continue
        if decision != identified(decision):
            on_error(DecisionError(f"{name}, line {number}: changed since it was taken"))
            continue
        found.append(decision)
    return found


def to_lines(decisions: Iterable[Decision]) -> bytes:
    """Decisions as JSON Lines, one a line, in the order given."""
    return b"".join(msgspec.json.encode(decision) + b"\n" for decision in decisions)
