"""What a person decides is kept for good, shown beside what the machine reads, and found again
after the reports have been read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from tests.dossier.making import SEAM, made_by

import detente.dossier.dossier as room
import detente.reading
from detente import Article, DecisionError, Dossier, NotInDossier, Record, Span
from detente.dossier import reports, store
from detente.model import (
    Actor,
    Claim,
    Dispute,
    Event,
    Participant,
    Place,
    Position,
    Published,
    Reading,
    Ruling,
    Statement,
    Undertaking,
)

TEXT = (
    "La ministre Kari Holm a rencontré mardi à Oslo son homologue. Les pourparlers ont duré trois "
    "heures. « Nous signerons l'accord », a dit Karl Holm. Un cessez-le-feu est entré en vigueur."
)
OTHER = "La réunion d'Oslo a rassemblé quarante délégués. K. Holm y était."


def words(article: str, exact: str, shift: int = 0) -> Span:
    text = TEXT if article == "a1" else OTHER
    start = text.index(exact) + shift
    return Span(article, start, start + len(exact), exact)


def machine(shift: int = 0, suffix: str = "", trigger: str = "a rencontré") -> Record:
    """What the machine reads: `shift`, `suffix` and `trigger` are how a later reading differs."""
    front = "." * shift

    def w(article: str, exact: str) -> Span:
        return words(article, exact, shift if article == "a1" else 0)

    met = w("a1", trigger)
    return Record(
        articles=(
            Article(id="a1", source="one.txt", text=front + TEXT, outlet="Agence du Nord"),
            Article(id="a2", source="two.txt", text=OTHER, published=Published(date="2031-05-07")),
        ),
        actors=(
            Actor(id="NO", kind="state", name="Norvège", country="NO"),
            Actor(
                id="kari-holm" + suffix,
                kind="person",
                name="Kari Holm",
                aliases=("K. Holm",),
                evidence=(w("a1", "Kari Holm"), w("a2", "K. Holm")),
            ),
            Actor(
                id="karl-holm" + suffix,
                kind="person",
                name="Karl Holm",
                evidence=(w("a1", "Karl Holm"),),
            ),
        ),
        events=(
            Event(
                id="e-talks" + suffix,
                kind="talks",
                date="2031-05",
                duration="PT3H",
                articles=("a1",),
                mentions=(w("a1", "pourparlers"),),
            ),
            Event(
                id="e-met" + suffix,
                kind="talks",
                date="2031-05-06",
                place=Place(city="Oslo", country="NO"),
                parties=("NO",),
                participants=(
                    Participant(actor="kari-holm" + suffix, evidence=(w("a1", "Kari Holm"),)),
                ),
                articles=("a1", "a2"),
                mentions=(met, w("a2", "La réunion")),
                claims=(
                    Claim(attribute="number", value="40", evidence=(w("a2", "quarante"),)),
                    Claim(attribute="date", value="2031-05-06", evidence=(w("a1", "mardi"),)),
                    Claim(attribute="date", value="2031-05-07", evidence=(w("a2", "réunion"),)),
                ),
            ),
            Event(id="e-truce" + suffix, kind="ceasefire", mentions=(w("a1", "cessez-le-feu"),)),
        ),
        statements=(
            Statement(
                id="s-1" + suffix,
                speaker="karl-holm" + suffix,
                quote="Nous signerons l'accord",
                evidence=(w("a1", "Nous signerons l'accord"),),
            ),
        ),
        undertakings=(
            Undertaking(
                id="u-1" + suffix,
                text="signer l'accord",
                parties=("NO",),
                made_at="e-talks" + suffix,
                evidence=(w("a1", "signerons"),),
            ),
        ),
        disputes=(
            Dispute(
                id="d-1" + suffix,
                event="e-met" + suffix,
                attribute="number",
                positions=(
                    Position(value="40", evidence=(w("a2", "quarante"),)),
                    Position(value="30", evidence=(w("a1", "rencontré"),)),
                ),
            ),
        ),
    )


class Machine:
    """Stands in for the reader: `record` is what it makes of the reports; changing it is a new
    reading, a new model, a new codebook."""

    def __init__(self) -> None:
        self.record = machine()
        self.versions = 0

    def reads(self, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
        self.record, self.versions = record, self.versions + 1
        version = f"version {self.versions}"
        monkeypatch.setattr(reports, "reading_version", lambda language: version)
        monkeypatch.setattr(room, "record_version", lambda: version)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(detente.reading, "read_scanned", lambda a: Reading(article=a.id))
    monkeypatch.setattr(SEAM, made_by(lambda articles, readings: made.record))
    return made


@pytest.fixture
def dossier(reader: Machine, address: str) -> Iterator[Dossier]:
    with Dossier.open(address) as opened:
        opened.add([msgspec.structs.replace(a, language="fr") for a in machine().articles])
        yield opened


def event(record: Record, identifier: str) -> Event:
    return next(e for e in record.events if e.id == identifier)


def ruling(dossier: Dossier, decision: str) -> Ruling:
    return next(r for r in dossier.record().decisions if r.decision.id == decision)


def state(dossier: Dossier, decision: Any) -> str:
    return ruling(dossier, decision.id).state


def test_without_decisions_the_record_is_the_machines(dossier: Dossier) -> None:
    assert dossier.record() == dossier.record(decided=False) == machine()


def test_a_corrected_value_stands_beside_what_the_machine_read(dossier: Dossier) -> None:
    taken = dossier.decide(
        "correct", "events", "e-met", by="AB", attribute="date", value="2031-05-07", why="Tuesday"
    )
    met = event(dossier.record(), "e-met")
    assert (met.date, met.date_basis) == ("2031-05-07", "decided")
    assert ruling(dossier, taken.id).was == "2031-05-06"
    assert (taken.by, taken.why, taken.about.anchor) == ("AB", "Tuesday", met.mentions)
    assert event(dossier.record(decided=False), "e-met").date == "2031-05-06"


def test_a_corrected_kind_has_the_codes_of_the_codebook(dossier: Dossier) -> None:
    dossier.decide("correct", "events", "e-met", by="AB", attribute="kind", value="visit")
    met = event(dossier.record(), "e-met")
    assert met.kind == "visit" and met.plover is not None and met.plover.type == "CONSULT"
    second = dossier.decide("accept", "events", "e-met", by="AB")
    assert state(dossier, second) == "stands"


def test_a_rejected_fact_is_shown_as_rejected_and_counted_nowhere(dossier: Dossier) -> None:
    dossier.decide("reject", "events", "e-met", by="AB")
    record = dossier.record()
    assert "e-met" not in {e.id for e in record.events}
    assert record.rejected.events == (event(machine(), "e-met"),)
    assert record.disputes == () and len(record.rejected.disputes) == 1


def test_a_rejected_actor_takes_part_in_nothing(dossier: Dossier) -> None:
    dossier.decide("reject", "actors", "kari-holm", by="AB")
    dossier.decide("reject", "actors", "karl-holm", by="AB")
    dossier.decide("reject", "actors", "NO", by="AB")
    record = dossier.record()
    met = event(record, "e-met")
    assert (met.parties, met.participants) == ((), ())
    assert record.statements[0].speaker is None
    assert record.undertakings[0].parties == ()
    assert [a.id for a in record.rejected.actors] == ["kari-holm", "karl-holm", "NO"]


def test_two_events_are_joined_and_what_names_them_follows(dossier: Dossier) -> None:
    taken = dossier.decide("join", "events", "e-met", others=["e-talks"], by="AB")
    record = dossier.record()
    met = event(record, "e-met")
    assert len(record.events) == 2 and len(met.mentions) == 3
    assert (met.date, met.duration, met.sources) == ("2031-05-06", "PT3H", 2)
    assert met.reasons == ("joined by AB",)
    assert record.undertakings[0].made_at == "e-met"
    assert ruling(dossier, taken.id).was == ["e-met", "e-talks"]
    dossier.undo(taken.id, by="AB")
    assert event(dossier.record(), "e-talks").duration == "PT3H"


def test_an_event_is_split_with_what_stands_near_its_mentions(dossier: Dossier) -> None:
    dossier.decide("split", "events", "e-met", evidence=[words("a2", "La réunion")], by="AB")
    record = dossier.record()
    (new,) = (e for e in record.events if e.mentions == (words("a2", "La réunion"),))
    met = event(record, "e-met")
    assert (met.date, new.date) == ("2031-05-06", "2031-05-07")
    assert [c.attribute for c in new.claims] == ["number", "date"]
    assert (met.participants, new.participants) == (event(machine(), "e-met").participants, ())
    assert (met.articles, new.articles) == (("a1",), ("a2",))
    assert record.disputes == ()
    later = dossier.decide("accept", "events", new.id, by="AB")
    assert ruling(dossier, later.id).fact == new.id


def test_two_actors_are_joined(dossier: Dossier) -> None:
    dossier.decide("join", "actors", "kari-holm", others=["karl-holm"], by="AB")
    record = dossier.record()
    assert [a.id for a in record.actors] == ["NO", "kari-holm"]
    assert record.actors[1].aliases == ("K. Holm", "Karl Holm")
    assert record.statements[0].speaker == "kari-holm"


def test_an_actor_is_split(dossier: Dossier) -> None:
    dossier.decide("split", "actors", "kari-holm", evidence=[words("a2", "K. Holm")], by="AB")
    record = dossier.record()
    assert {a.name for a in record.actors} == {"Norvège", "Kari Holm", "K. Holm", "Karl Holm"}
    kari = next(a for a in record.actors if a.id == "kari-holm")
    assert (kari.aliases, kari.evidence) == ((), (words("a1", "Kari Holm"),))


def test_an_event_and_a_claim_are_added_with_a_citation(dossier: Dossier) -> None:
    value = {"kind": "call", "date": "2031-05-08", "parties": ["NO"]}
    cited = [words("a1", "a dit")]
    taken = dossier.decide("add", "events", "", value=value, evidence=cited, by="AB")
    added = event(dossier.record(), taken.about.id)
    assert (added.kind, added.date_basis, added.articles) == ("call", "decided", ("a1",))
    claim = {"attribute": "number", "value": "41", "source": "Agence du Nord"}
    dossier.decide(
        "add", "events", "e-met", attribute="claims", value=claim, evidence=cited, by="AB"
    )
    assert event(dossier.record(), "e-met").claims[-1].evidence == (words("a1", "a dit"),)
    with pytest.raises(DecisionError, match="citation"):
        dossier.decide("add", "events", "", value=value, by="AB")


def test_a_value_is_set_aside_and_the_next_takes_its_place(dossier: Dossier) -> None:
    for attribute, value in (("date", "2031-05-06"), ("place", "Oslo, NO"), ("parties", "NO")):
        dossier.decide("set_aside", "events", "e-met", attribute=attribute, value=value, by="AB")
    met = event(dossier.record(), "e-met")
    assert (met.date, met.place, met.parties) == ("2031-05-07", None, ())
    taken = dossier.decide("set_aside", "disputes", "d-1", value="30", by="AB")
    assert dossier.record().disputes == ()
    assert len(ruling(dossier, taken.id).was["positions"]) == 2


def test_doubts_and_annotations_change_no_value(dossier: Dossier) -> None:
    doubt = dossier.decide("doubt", "statements", "s-1", by="AB")
    note = dossier.decide("annotate", "articles", "a1", value="ask the desk", by="AB")
    record = dossier.record()
    assert record.statements == machine().statements
    assert [(r.decision.id, r.fact) for r in record.decisions] == [
        (doubt.id, "s-1"),
        (note.id, "a1"),
    ]


def test_a_later_decision_overrules_and_an_undo_is_undone(dossier: Dossier) -> None:
    first = dossier.decide("reject", "events", "e-truce", by="AB")
    second = dossier.decide("accept", "events", "e-truce", by="CD")
    assert second.overrules == (first.id,)
    assert (state(dossier, first), state(dossier, second)) == ("overruled", "stands")
    undoing = dossier.undo(second.id, by="CD")
    assert (state(dossier, first), state(dossier, second)) == ("stands", "undone")
    assert dossier.record().rejected.events
    dossier.undo(undoing.id, by="AB")
    assert not dossier.record().rejected.events
    assert [d.act for d in dossier.decisions()] == ["reject", "accept", "undo", "undo"]
    with pytest.raises(DecisionError, match="undone already"):
        dossier.undo(undoing.id, by="AB")
    with pytest.raises(NotInDossier):
        dossier.undo("k-none", by="AB")


def test_what_two_desks_decide_is_merged_and_their_conflicts_shown(
    dossier: Dossier, another: Callable[[], str]
) -> None:
    with Dossier.open(another()) as other:
        other.add([msgspec.structs.replace(a, language="fr") for a in machine().articles])
        one = dossier.decide(
            "correct", "events", "e-met", by="AB", attribute="venue", value="la mairie"
        )
        same = dossier.decide("accept", "events", "e-talks", by="AB")
        two = other.decide(
            "correct", "events", "e-met", by="CD", attribute="venue", value="le port"
        )
        other.decide("accept", "events", "e-talks", by="CD")
        assert dossier.import_decisions(other.decisions()) == 2
        assert dossier.import_decisions(other.decisions()) == 0
        assert other.import_decisions(dossier.decisions()) == 2
        assert other.record() == dossier.record()
    assert event(dossier.record(), "e-met").venue == "le port"
    assert ruling(dossier, one.id).against == (two.id,)
    assert (state(dossier, two), state(dossier, same)) == ("conflict", "stands")
    last = dossier.decide(
        "correct", "events", "e-met", by="EF", attribute="venue", value="la mairie"
    )
    assert set(last.overrules) == {one.id, two.id}
    assert (state(dossier, one), state(dossier, last)) == ("overruled", "stands")


@pytest.mark.parametrize(
    ("act", "of", "fact", "more", "why"),
    [
        ("correct", "events", "e-met", {"attribute": "date", "value": "mardi"}, "mardi"),
        ("correct", "events", "e-met", {"attribute": "kind", "value": "feast"}, "feast"),
        ("correct", "events", "e-met", {"attribute": "status", "value": "dreamt"}, "dreamt"),
        ("correct", "events", "e-met", {"attribute": "mentions", "value": []}, "mentions"),
        ("correct", "events", "e-met", {"attribute": "topics", "value": ["tea"]}, "tea"),
        ("set_aside", "events", "e-met", {"attribute": "number", "value": "7"}, "'7'"),
        ("reject", "articles", "a1", {}, "remove"),
        ("join", "statements", "s-1", {"others": ["s-1"]}, "one now"),
        ("split", "events", "e-met", {"evidence": [words("a1", "mardi")]}, "as one"),
        ("add", "events", "", {"value": {"kind": "call"}, "evidence": [Span("a1", 0, 2, "??")]},
         "not in the report"),
        ("add", "events", "", {"value": {"kinds": "call"}, "evidence": [Span("a1", 0, 2, "La")]},
         "kinds"),
        ("praise", "events", "e-met", {}, "praise"),
    ],
)  # fmt: skip
def test_a_decision_that_cannot_be_carried_out_is_not_kept(
    dossier: Dossier, act: Any, of: Any, fact: str, more: dict[str, Any], why: str
) -> None:
    with pytest.raises(DecisionError, match=why.replace("?", r"\?")):
        dossier.decide(act, of, fact, by="AB", **more)
    with pytest.raises(NotInDossier, match="e-none"):
        dossier.decide("accept", "events", "e-none", by="AB")
    with pytest.raises(DecisionError, match="who"):
        dossier.decide("accept", "events", "e-met", by=" ")
    assert dossier.decisions() == ()


def test_a_decision_survives_three_new_readings(
    dossier: Dossier, reader: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide = dossier.decide
    taken = [
        decide("correct", "events", "e-met", by="AB", attribute="date", value="2031-05-09"),
        decide("reject", "events", "e-truce", by="AB"),
        decide("join", "events", "e-met", others=["e-talks"], by="AB"),
        decide("correct", "statements", "s-1", by="AB", attribute="speaker", value="kari-holm"),
        decide("doubt", "undertakings", "u-1", by="AB"),
        decide("join", "actors", "kari-holm", others=["karl-holm"], by="AB"),
    ]
    new_ids, moved = machine(suffix="-new"), machine(shift=7, suffix="-b")
    other_word = machine(trigger="rencontré mardi", suffix="-c")
    for n, (record, suffix) in enumerate(((new_ids, "-new"), (moved, "-b"), (other_word, "-c"))):
        reader.reads(record, monkeypatch)
        dossier.add([])
        assert dossier.readings()[0].made_with == f"version {n + 1}"
        decided = dossier.record()
        assert [r.state for r in decided.decisions] == ["stands"] * len(taken)
        met = event(decided, "e-met" + suffix)
        assert (met.date, len(met.mentions)) == ("2031-05-09", 3)
        assert [e.id for e in decided.events] == ["e-met" + suffix]
        assert decided.statements[0].speaker == "kari-holm" + suffix
        assert decided.decisions[0].was == "2031-05-06"


def test_an_event_told_by_another_word_of_its_sentence_is_known_again(
    dossier: Dossier, reader: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = dossier.decide("doubt", "events", "e-talks", by="AB")
    talks = event(machine(), "e-talks")
    there = msgspec.structs.replace(talks, id="e-9", mentions=(words("a1", "ont duré"),))
    reader.reads(msgspec.structs.replace(machine(), events=(there,)), monkeypatch)
    dossier.add([])
    assert ruling(dossier, taken.id).fact == "e-9"


def test_what_no_longer_fits_is_listed_as_orphaned_and_comes_back(
    dossier: Dossier, reader: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = dossier.decide("reject", "events", "e-truce", by="AB")
    truce = event(machine(), "e-truce")
    read_as_attack = msgspec.structs.replace(truce, kind="attack")
    for events in ((), (read_as_attack,)):
        reader.reads(msgspec.structs.replace(machine(), events=events), monkeypatch)
        dossier.add([])
        assert dossier.record().events == events
        assert (state(dossier, taken), ruling(dossier, taken.id).fact) == ("orphaned", None)
        assert ruling(dossier, taken.id).because
    reader.reads(machine(suffix="-again"), monkeypatch)
    dossier.add([])
    assert state(dossier, taken) == "stands"


def test_the_store_itself_refuses_to_change_a_decision(dossier: Dossier, address: str) -> None:
    dossier.decide("accept", "events", "e-met", by="AB")
    engine = store.open_store(address, create=False)
    for statement in ("DELETE FROM decisions", "UPDATE decisions SET body = ''"):
        with (
            engine.begin() as connection,
            pytest.raises(sa.exc.DatabaseError, match="never changed"),
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_the_mark_changes_with_what_changes_the_record(
    dossier: Dossier, reader: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = [dossier.mark()]
    dossier.record()
    assert dossier.mark() == marks[0]
    dossier.decide("accept", "events", "e-met", by="AB")
    marks.append(dossier.mark())
    dossier.remove("a2")
    marks.append(dossier.mark())
    reader.reads(machine(), monkeypatch)
    marks.append(dossier.mark())
    assert len(set(marks)) == 4


def test_a_reports_day_that_a_person_tells_goes_into_the_record(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[tuple[Article, ...]] = []

    def build(articles: tuple[Article, ...], readings: object) -> Record:
        built.append(articles)
        return msgspec.structs.replace(machine(), articles=articles)

    monkeypatch.setattr(SEAM, made_by(build))
    taken = dossier.decide("correct", "articles", "a2", attribute="published", value="2031-05-09",
                           by="AB")  # fmt: skip
    published = dossier.record().articles[1].published
    assert (published.date, published.basis) == ("2031-05-09", "decided")
    assert published.because == "decided by AB; the report came with 2031-05-07 (None)"
    assert built[-1][1].published == published
    assert state(dossier, taken) == "stands"
    dossier.undo(taken.id, by="AB")
    assert dossier.record().articles[1].published.date == "2031-05-07"
    with pytest.raises(DecisionError, match="mardi"):
        dossier.decide("correct", "articles", "a2", attribute="published", value="mardi", by="AB")
