"""What a deed is done for, what is named as an instance, who leaves: none is an event beside it."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("La Bolivie a rappelé mardi son ambassadeur au Pérou pour protester contre ces propos.", ["recall"]),
        ("Le ministre togolais Koffi Ama s'est rendu lundi au Bénin afin d'exiger la vérité.", ["visit"]),
        ("Le président chilien Luis Paz a téléphoné lundi à son homologue péruvien Juan Rey pour rejeter ces accusations.", ["call"]),
        ("Des milliers de Togolais sont descendus lundi dans la rue pour dénoncer la fraude.", ["protest"]),
        # what those who meet do, what those who agree agree on
        ("Le ministre chilien Luis Paz et le ministre péruvien Juan Rey se sont rencontrés lundi pour discuter de la pêche.", ["talks"]),
        ("Le Pérou et le Chili se sont réunis lundi à Oslo pour poursuivre les négociations.", ["talks"]),
        ("Le Pérou et le Chili sont convenus lundi de rétablir leurs relations diplomatiques.", ["agreement"]),
    ],
)  # fmt: skip
def test_an_aim_is_no_second_event(text: str, kinds: list[str]) -> None:
    assert [event.kind for event in events(text)] == kinds


def test_what_is_agreed_on_for_a_day_stays_an_event_of_its_own() -> None:
    text = "Le Pérou et le Chili sont convenus lundi de signer un accord le 3 juillet."
    assert "2025-07-03" in [event.date for event in events(text, "agreement")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le Pérou et le Chili ont parlé de plusieurs sujets, dont le retrait des troupes chiliennes.", "hypothetical"),
        ("Le Pérou et le Chili ont discuté de la frontière, notamment du retrait des troupes chiliennes.", "hypothetical"),
        ("Les parties respecteront l'accord, prévoyant le retrait des troupes chiliennes du Pérou.", "planned"),
        ("Le Pérou et le Chili ont préparé la mise en place de l'accord, notamment le retrait des troupes chiliennes.", "planned"),
        ("Lima a fait plusieurs gestes, dont le retrait mardi de ses troupes du Chili.", "occurred"),
    ],
)  # fmt: skip
def test_an_instance_stands_as_what_it_is_an_instance_of(text: str, status: str) -> None:
    assert one(text, "withdrawal").status == status


def test_who_brought_a_truce_about_is_its_mediator() -> None:
    text = "La trêve parrainée par l'Algérie entre le Mali et le Niger a été violée mardi."
    assert not events(text, "mediation")
    found = one(text, "ceasefire")
    assert {p.part for p in found.participants if p.actor not in found.parties} <= {"mediator"}


@pytest.mark.parametrize(
    "text",
    [
        "Luis Paz et Juan Rey, libérés lundi, ont quitté le Chili.",
        "Le négociateur péruvien Luis Paz prévoit de quitter Oslo vendredi.",
        "Le Pérou et le Chili ont décidé mardi de renvoyer leurs ambassadeurs en Bolivie.",
        "Les forces maliennes s'opposent dans le nord à des rebelles touareg.",
    ],
)
def test_no_visit_no_expulsion_no_refusal(text: str) -> None:
    assert not events(text, "visit", "expulsion", "rejection")
