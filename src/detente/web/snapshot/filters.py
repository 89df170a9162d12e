"""What the filter bar asks for, as it stands in the address, and as SQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

import msgspec

from detente.edtf import bounds
from detente.errors import DateError

FACETS = ("actor", "kind", "status", "topic", "outlet", "place", "said", "fate", "type", "state")
FLAGS = ("disputed", "unreviewed")
OF = {
    "events": ("actor", "kind", "status", "topic", "outlet", "place"),
    "exchanges": ("actor", "topic", "outlet"),
    "disputes": ("actor", "kind", "topic", "outlet"),
    "statements": ("actor", "said", "topic", "outlet"),
    "undertakings": ("actor", "fate", "topic", "outlet"),
    "people": ("type",),
    "reports": ("outlet", "state"),
    "decisions": (),
}
"""The facets of each noun. An address keeps them all from view to view; each view heeds its own."""
FLAGS_OF = {
    "events": FLAGS,
    "statements": ("unreviewed",),
    "undertakings": ("unreviewed",),
}
COLUMNS = {
    "kind": "kind",
    "said": "kind",
    "type": "kind",
    "status": "status",
    "fate": "status",
    "state": "status",
}
"""The facets that are a column of `facts`; the others are tags."""
MOST = 30
"""Values of one facet that are looked at; longer addresses are nobody's wish."""
Where = tuple[str, list[Any]]
S = TypeVar("S", bound=str)


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """The facts that a page is about. Several actors must all be in a fact; of the other facets,
    one of the values. `since` and `until` are EDTF dates, both included."""

    since: str = ""
    until: str = ""
    actor: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    fate: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    disputed: bool = False
    unreviewed: bool = False

    @classmethod
    def of(cls, query: Iterable[tuple[str, str]]) -> Filter:
        """The filter in the parameters of an address; what makes no sense is left out."""
        many: dict[str, list[str]] = {}
        for name, value in query:
            if value:
                many.setdefault(name, []).append(value)
        dates = {name: _date(many.get(name, [""])[-1]) for name in ("since", "until")}
        facets = {name: tuple(dict.fromkeys(many.get(name, ())))[:MOST] for name in FACETS}
        flags = {name: many.get(name, [""])[-1] in ("1", "on", "true") for name in FLAGS}
        return cls(**dates, **facets, **flags)  # type: ignore[arg-type]

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters that say this filter."""
        found = [(name, value) for name in ("since", "until") if (value := getattr(self, name))]
        found += [(name, value) for name in FACETS for value in getattr(self, name)]
        return found + [(name, "1") for name in FLAGS if getattr(self, name)]

    def query(self, **more: Any) -> str:
        """This filter as the end of an address (`?…`, or nothing), with other parameters."""
        extra = [(name, str(value)) for name, value in more.items() if value not in (None, "")]
        query = urlencode(self.pairs() + extra)
        return f"?{query}" if query else ""

    def without(self, name: str, value: str | None = None) -> Filter:
        """This filter less one value of a facet, a flag or a date."""
        if name in FACETS:
            rest: Any = tuple(v for v in getattr(self, name) if v != value)
        else:
            rest = False if name in FLAGS else ""
        return msgspec.structs.replace(self, **{name: rest})

    def days(self) -> tuple[int | None, int | None]:
        """First and last day asked for, as ordinals."""
        first = bounds(self.since)[0].toordinal() if self.since else None
        last = bounds(self.until)[1].toordinal() if self.until else None
        return first, last

    def heeded(self, noun: str) -> list[tuple[str, str]]:
        """The parameters that a noun's view heeds."""
        names = {*OF[noun], *FLAGS_OF.get(noun, ())}
        if noun != "people":
            names |= {"since", "until"}
        return [(name, value) for name, value in self.pairs() if name in names]

    def where(self, noun: str) -> Where:
        """The condition on `facts` for one noun, with its values."""
        parts, values = ["noun = ?"], [noun]
        first, last = self.days() if noun != "people" else (None, None)
        if first is not None:
            _add(parts, values, "last >= ?", [first])
        if last is not None:
            _add(parts, values, "first <= ?", [last])
        for name in OF[noun]:
            wanted = getattr(self, name)
            if name == "actor":
                for actor in wanted:
                    _add(parts, values, _TAGGED.format(marks="?"), ["actor", actor])
            elif wanted and name in COLUMNS:
                _add(parts, values, f"{COLUMNS[name]} IN ({_marks(wanted)})", wanted)
            elif wanted:
                _add(parts, values, _TAGGED.format(marks=_marks(wanted)), [name, *wanted])
        flags = FLAGS_OF.get(noun, ())
        if self.disputed and "disputed" in flags:
            parts.append("disputed = 1")
        if self.unreviewed and "unreviewed" in flags:
            parts.append("reviewed = 0")
        return " AND ".join(parts), values


_TAGGED = "n IN (SELECT n FROM tags WHERE tag = ? AND value IN ({marks}))"


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _add(parts: list[str], values: list[Any], part: str, more: Iterable[Any]) -> None:
    parts.append(part)
    values.extend(more)


def _date(text: str) -> str:
    """A date as given, nothing where it is none that can be compared with."""
    try:
        first, last = bounds(text.strip())
    except DateError:
        return ""
    return text.strip() if first.year > 1 and last.year < 9999 else ""


def first_of(query: Mapping[str, str], name: str, allowed: Sequence[S]) -> S:
    """A parameter's value where it is one of some, else the first of these."""
    value = query.get(name, "")
    return next((one for one in allowed if one == value), allowed[0])
