"""The nouns that all rooms share. Values only, no logic; all frozen.

Offsets are characters (code points) into the `text` of the article that a span names, and
`article.text[start:end] == exact` holds for every span. Dates are EDTF level 1 (`2025-02-27`,
`2025-02`, `2025`, `2025-04-10/2025-04-11`, `2025-02~`), durations ISO 8601 (`PT6H`), states and
places ISO 3166-1 alpha-2, languages BCP 47. The fields that the exported record carries are named
as `docs/record.md` names them.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Basis = Literal["stated", "given", "inferred", "decided"]
"""What a value rests on: the report's words, what came with the report, a chain of reasons, or a
person's decision."""
Status = Literal["occurred", "ongoing", "planned", "proposed", "denied", "hypothetical"]
UndertakingStatus = Literal["open", "under_way", "carried_out", "broken", "withdrawn"]
StepStatus = Literal["open", "under_way", "carried_out", "broken", "withdrawn", "delayed"]
"""What a later event or statement does to an undertaking; a delayed one stays as open as it was."""
ActorKind = Literal["person", "state", "organisation", "group"]


class Struct(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False, gc=False):
    """Base of all nouns: immutable, built by keyword. They form trees, which the garbage collector
    need not follow: a large record is decoded in half the time."""


class Span(msgspec.Struct, frozen=True, gc=False):
    """Words of a report, with where they stand in it."""

    article: str
    start: int
    end: int
    exact: str


# ---------------------------------------------------------------- reports


class Published(Struct, frozen=True):
    """When a report came out. `because` is the chain of reasons of an inferred date, in words."""

    date: str | None = None
    basis: Basis | None = None
    evidence: tuple[Span, ...] = ()
    because: str = ""


class Article(Struct, frozen=True):
    """One report, cleaned. `source` is the path or address as given (of a JSON line its `url`,
    else its `id`). The headline, where there is one, is the first paragraph of `text`."""

    id: str
    source: str
    text: str
    title: str = ""
    outlet: str | None = None
    language: str | None = None
    published: Published = Published()
    author: str | None = None
    """Byline or desk signature, which is not in `text`."""
    copy_of: str | None = None
    unread: str | None = None
    """Why the report was kept but not read, else None."""


# ---------------------------------------------------------------- time


class When(Struct, frozen=True):
    """A time as a report words it, apart from when the report came out.

    `edtf` holds what the words alone settle. Otherwise `anchor` says what else must be known and
    `shift` what to do with it; `detente.edtf.resolve` gives the date.
    """

    edtf: str | None = None
    anchor: Literal["none", "published", "context"] = "none"
    """`published`: the report's own date; `context`: the time last spoken of (« la veille »)."""
    unit: Literal["day", "weekday", "week", "month", "year", "decade", "season"] | None = None
    amount: int = 0
    """Units to move from the anchor, negative for the past; with `weekday`, the weeks to move;
    with a day of a month, the days."""
    weekday: int | None = None
    """0 is Monday."""
    day: int | None = None
    month: int | None = None
    """Day and month where the year (or month) is not told."""
    direction: Literal["past", "future", "nearest"] = "nearest"
    """Which of the candidate days is meant, where the words say so (« dernier », « prochain »)."""
    span: Literal["point", "since", "until"] = "point"
    approximate: bool = False
    part: str | None = None
    """Part of the day, month, year: `morning`, `evening`, `start`, `middle`, `end`, or a time; the
    `weekend` of a week, the name of a season; `easter`, of which `amount` is days from."""
    tense: Literal["past", "present", "future"] | None = None
    """Of the verb that the words go with: which Thursday is meant where they don't say."""
    until: When | None = None
    """Last point of an interval whose first point this is."""


class DateMention(Struct, frozen=True):
    """A time expression of one report. `value` is EDTF where it could be told."""

    span: Span
    when: When
    value: str | None = None
    kind: Literal["date", "duration", "set"] = "date"
    """A duration has an ISO 8601 `value` (`PT6H`); `when.approximate` marks « près de »."""


# ---------------------------------------------------------------- who and where


class Role(Struct, frozen=True):
    """A post that a report gives a person, in the report's words."""

    title: str
    organisation: str | None = None
    country: str | None = None
    standing: Literal["current", "former", "designate"] = "current"
    start: str | None = msgspec.field(default=None, name="from")
    end: str | None = msgspec.field(default=None, name="to")
    evidence: tuple[Span, ...] = ()


class Actor(Struct, frozen=True):
    """A person, state, organisation or group. A state's id is its ISO 3166-1 alpha-2 code."""

    id: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    country_basis: Literal["stated", "inferred"] | None = None
    """`inferred`: no report tells the country; it is known otherwise, or only one fits."""
    wikidata: str | None = None
    roles: tuple[Role, ...] = ()
    evidence: tuple[Span, ...] = ()


class Place(Struct, frozen=True):
    city: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


# ---------------------------------------------------------------- what happened


class Plover(Struct, frozen=True):
    """PLOVER type and mode (2024 manual); `EXTENSION` where PLOVER has no type for the kind."""

    type: str
    mode: str | None = None


class Claim(Struct, frozen=True):
    """One value of one attribute, and who says so (an actor id, or the article's outlet)."""

    attribute: str
    value: str
    source: str | None = None
    evidence: tuple[Span, ...] = ()


class Participant(Struct, frozen=True):
    """A person or body in an event. `side` is the state or organisation it acts for."""

    actor: str
    part: str = "participant"
    """host, head, delegate, mediator, speaker, released, target, witness, participant…"""
    side: str | None = None
    evidence: tuple[Span, ...] = ()


class Released(Struct, frozen=True):
    """Who was freed, by whom, to whom. `person` is an actor id, or the report's words for an
    unnamed group (“900 prisonniers talibans”)."""

    person: str
    by: str | None = None
    to: str | None = None
    charge: str | None = None
    sentence: str | None = None
    evidence: tuple[Span, ...] = ()


class Event(Struct, frozen=True):
    """Something of a codebook kind. In a reading it is one mention of it, with `mentions` holding
    the trigger's words first; in a record it is what all reports say of it."""

    id: str
    kind: str
    status: Status = "occurred"
    plover: Plover | None = None
    cameo: str | None = None
    date: str | None = None
    date_basis: Basis | None = None
    when: When | None = None
    """The time as worded, kept so that it can be resolved once the report's date is known."""
    place: Place | None = None
    venue: str | None = None
    duration: str | None = None
    parties: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    topics: tuple[str, ...] = ()
    released: tuple[Released, ...] = ()
    articles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    claims: tuple[Claim, ...] = ()
    # how the report refers to it, for joining
    ordinal: int | None = None
    """« le second échange » is 2; « le dernier » -1."""
    reference: Literal["new", "definite", "demonstrative"] = "new"
    """« une rencontre », « la rencontre », « cette rencontre »."""
    count: int | None = None
    """« trois rencontres »: more than one event is spoken of."""
    nominal: bool = False  # the trigger is a noun: a reference to an event rather than its telling
    earlier: bool = False  # told as done before what the report has to tell: in the pluperfect
    reasons: tuple[str, ...] = ()
    """Why the mentions were joined, in words."""
    sources: int = 1
    """Independent sources that tell of it."""


class Statement(Struct, frozen=True):
    """What somebody said. `evidence` is of the words, `cue` of the verb and the speaker."""

    id: str
    speaker: str | None
    quote: str
    kind: Literal["direct", "indirect", "dialogue"] = "direct"
    date: str | None = None
    date_basis: Basis | None = None
    when: When | None = None
    addressee: str | None = None
    topics: tuple[str, ...] = ()
    plover: Plover | None = None
    evidence: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    sources: int = 1
    """Independent sources that give the words."""


class HistoryStep(Struct, frozen=True):
    """What became of an undertaking: a later event or statement."""

    date: str | None
    status: StepStatus
    event: str | None = None
    evidence: tuple[Span, ...] = ()
    because: str = ""


class Undertaking(Struct, frozen=True):
    """What a party promises or parties agree to do. `made_at` is an event id."""

    id: str
    text: str
    parties: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    made_at: str | None = None
    date: str | None = None
    when: When | None = None
    due: str | None = None
    condition: str | None = None
    mode: Literal["agreed", "promised", "offered", "reported"] = "promised"
    status: UndertakingStatus = "open"
    topics: tuple[str, ...] = ()
    history: tuple[HistoryStep, ...] = ()
    evidence: tuple[Span, ...] = ()
    sources: int = 1
    """Independent sources that tell of it."""


class Position(Struct, frozen=True):
    value: str
    source: str | None = None
    evidence: tuple[Span, ...] = ()
    sources: int = 1
    """Independent sources that hold it."""


class Dispute(Struct, frozen=True):
    """Positions on one attribute of one event (or actor) that cannot all be right."""

    id: str
    attribute: str
    positions: tuple[Position, ...]
    event: str | None = None
    actor: str | None = None


# ---------------------------------------------------------------- what a person decides

Part = Literal["articles", "actors", "events", "statements", "undertakings", "disputes"]
"""A list of the record."""
Act = Literal[
    "accept", "correct", "reject", "doubt", "join", "split", "add", "set_aside", "annotate", "undo"
]  # fmt: skip


class Target(Struct, frozen=True):
    """A fact that a decision is about, told so that a later reading's fact can be known for it:
    where it stands (`anchor`) and what it is, not only its id."""

    of: Part | Literal["decisions"]
    id: str
    kind: str | None = None
    """Of an event its codebook kind, of an actor whether it is a person, state…; of a dispute its
    attribute."""
    name: str | None = None
    """An actor's preferred name."""
    anchor: tuple[Span, ...] = ()


class Decision(Struct, frozen=True):
    """What a person decided. Never changed once kept: it is undone by another decision."""

    id: str
    when: str
    """The instant, UTC, ISO 8601 with microseconds."""
    by: str
    act: Act
    about: Target
    attribute: str | None = None
    """The field of the fact that is corrected or added to, or whose value is set aside."""
    value: Any = None
    """JSON: the right value (correct), the fact or the item of a list (add), the value set aside,
    the words of an annotation."""
    others: tuple[Target, ...] = ()
    """The facts that a join makes one with `about`."""
    evidence: tuple[Span, ...] = ()
    """What is cited for it; of a split, the mentions that go apart."""
    overrules: tuple[str, ...] = ()
    """Ids of the decisions on the same matter that stood when this one was taken."""
    why: str = ""


class Ruling(Struct, frozen=True):
    """A decision as it bears on a record."""

    decision: Decision
    state: Literal["stands", "overruled", "undone", "conflict", "orphaned"]
    """`conflict`: another, taken without knowledge of this one, says otherwise; the later is
    applied. `orphaned`: what it is about is not in the record any more."""
    fact: str | None = None
    """The id in this record of the fact that it is about; of an undo, of the decision undone."""
    was: Any = None
    """JSON: the machine's reading of what it changes."""
    against: tuple[str, ...] = ()
    """Ids of the decisions that it is in conflict with."""
    because: str = ""
    """Why it is orphaned, in words."""


class Rejected(Struct, frozen=True):
    """Facts that a person rejected, as the machine read them: shown, and not counted."""

    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    disputes: tuple[Dispute, ...] = ()


# ---------------------------------------------------------------- what rooms hand on


class Reading(Struct, frozen=True):
    """What one report says. Ids are local to the report; it depends on nothing but the article,
    the codebook and the language pack, whose versions `made_with` names."""

    article: str
    made_with: str = ""
    actors: tuple[Actor, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()


class Record(Struct, frozen=True):
    """What many reports say together: the exported contract (`docs/record.md`)."""

    version: str = "1"
    articles: tuple[Article, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    decisions: tuple[Ruling, ...] = ()
    """All decisions in the order they were taken, each with what became of it here."""
    rejected: Rejected = Rejected()
