"""Whose words a report's are, and how many sources stand behind a fact."""

from __future__ import annotations

from typing import Any

import pytest

from detente.model import Article, Span
from detente.record import independent, why
from detente.record.crediting import Credit, source_name

DAY = "2023-05-09"
FIELDS: dict[str, Any] = {"parties": ("BO", "CL"), "city": "Rome", "country": "IT", "when": DAY}


def of(text: str, outlet: str = "Le Matin", at: int = 0) -> str:
    article = Article(id="x", source="x", text=text, language="fr", outlet=outlet)
    return Credit([article]).of(Span("x", at, at + 3, text[at : at + 3]))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ils se sont vus lundi à Rome, selon Reuters.", "Reuters"),
        ("Deux attachés ont été renvoyés, rapporte l'agence Tass.", "TASS"),
        ("L'agence officielle Irna parle, elle, de six marins.", "Irna"),
        ("Un accord est prêt, a indiqué l'agence de presse Interfax.", "Interfax"),
        ("D’après l’AFP, ils partiront.", "AFP"),
        ("Ils se sont vus, a déclaré un ministre à l'AFP.", "Le Matin"),
        ("Selon Lima, ils se sont vus.", "Le Matin"),
        ("Ils se sont vus. Selon Reuters, ils partiront.", "Le Matin"),
    ],
)
def test_whom_a_sentence_credits(text: str, source: str) -> None:
    assert of(text) == source


def test_the_sentence_is_that_of_the_words() -> None:
    text = "Ils se sont vus. Deux attachés sont partis, selon Reuters. Rien d'autre."
    assert of(text, at=text.index("Deux")) == "Reuters"
    assert of(text, at=text.index("Rien")) == "Le Matin"


def test_a_paper_that_credits_another_of_the_dossier() -> None:
    one = Article(id="1", source="1", text="Ils se sont vus, écrit-il.", outlet="Le Soir d'Oruro")
    text = "Ils se sont vus, a rapporté le quotidien Le Soir d'Oruro."
    two = Article(id="2", source="2", text=text, language="fr", outlet="Le Matin")
    assert Credit([one, two]).of(Span("2", 0, 3, "Ils")) == "Le Soir d'Oruro"


@pytest.mark.parametrize(
    ("outlet", "source"),
    [("Le Matin avec AFP", "AFP"), ("Agence France-Presse", "AFP"), ("Le Matin", "Le Matin")],
)
def test_outlets_as_sources(outlet: str, source: str) -> None:
    assert source_name(outlet) == source


def test_sources_of_an_event(report: Any, record: Any) -> None:
    """Two papers, one of which has it from the agency that a third report is of."""
    one = report("r1", DAY, "Reuters")
    one.event("talks", "Ils se sont vus lundi à Rome", **FIELDS)
    two = report("r2", DAY, "Le Matin")
    two.event("talks", "Ils se sont vus lundi, selon Reuters", **FIELDS)
    three = report("r3", DAY, "Le Soir")
    three.event("talks", "Ils ont parlé lundi une heure à Rome", **FIELDS)
    again = report("r4", "2023-05-10", "Le Soir")
    again.event("talks", "Ils se sont retrouvés lundi", **FIELDS)
    made = record(one, two, three, again)
    (event,) = made.events
    assert event.sources == independent(made, event) == 2
    assert "2 independent sources: Le Soir, Reuters" in why(made, event.id)


def test_a_credit_weighs_as_the_agency_that_it_names(report: Any, record: Any) -> None:
    """One agency and those who repeat it are outweighed by two papers of their own."""
    told = [("Reuters", "à huis clos"), ("Le Matin", "à huis clos, selon Reuters")]
    reports = []
    for n, (outlet, words) in enumerate([*told, ("Le Soir", "ici"), ("Le Jour", "là")]):
        made = report(f"r{n}", DAY, outlet)
        venue = "ambassade" if n < 2 else "palais royal"
        made.event("talks", f"Ils se sont vus lundi {words}", venue=venue, **FIELDS)
        reports.append(made)
    events = record(*reports).events
    assert [e.venue for e in events] == ["palais royal"]
