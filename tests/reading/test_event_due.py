"""What was done and what is only to come: accords and their signing, what is agreed on, made known, sought or left open."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one

NOW = "occurred"
DUE = "planned"


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        # reached, and yet to be signed
        ("Le Chili et le Pérou sont parvenus mardi à un accord, qui sera signé lundi à Quito.", "agreement", [(NOW, "2025-06-10", None), (DUE, "2025-06-16", "Quito")]),
        ("L'accord conclu mardi à Lima par le Chili et le Pérou doit être signé le 3 juillet à Quito.", "agreement", [(NOW, "2025-06-10", "Lima"), (DUE, "2025-07-03", "Quito")]),
        ("Le Chili et le Pérou ont conclu mardi un accord à Lima. Le texte sera paraphé le 3 juillet à Quito.", "agreement", [(NOW, "2025-06-10", "Lima"), (DUE, "2025-07-03", "Quito")]),
        ("Le Chili et le Pérou ont conclu mardi un accord à Lima. La signature aura lieu le 3 juillet à Quito.", "agreement", [(NOW, "2025-06-10", "Lima"), (DUE, "2025-07-03", "Quito")]),
        # the day behind « pour » is one to come, that of the announcement is not the meeting's
        ("L'accord entre le Chili et le Pérou doit être signé samedi à Quito.", "agreement", [(DUE, "2025-06-14", "Quito")]),
        ("Un accord devrait être paraphé lundi par le Chili et le Pérou.", "agreement", [(DUE, "2025-06-16", None)]),
        ("Le Chili et le Pérou ont annoncé mardi la signature d'un accord pour lundi.", "agreement", [(DUE, "2025-06-16", None)]),
        ("Le Chili et le Pérou ont annoncé mardi la signature d'un accord de pêche.", "agreement", [(NOW, "2025-06-10", None)]),
        ("Le Chili a annoncé mardi une rencontre avec le Pérou à Quito.", "talks", [(DUE, None, "Quito")]),
        ("La cérémonie de signature du traité entre le Chili et le Pérou est prévue lundi à Quito.", "agreement", [(DUE, "2025-06-16", "Quito")]),
        # what two agree on
        ("Le Chili et le Pérou sont convenus mardi d'une nouvelle rencontre à Quito.", "talks", [(DUE, None, "Quito")]),
        ("Le Chili et le Pérou se sont entendus pour des discussions lundi à Quito.", "talks", [(DUE, "2025-06-16", "Quito")]),
        ("Le Chili et le Pérou se sont accordés sur la tenue d'un sommet en novembre à Quito.", "talks", [(DUE, "2025-11", "Quito")]),
        ("Ce sera la première rencontre entre le Chili et le Pérou depuis 2015.", "talks", [(DUE, None, None)]),
        # what two accept to do about what divides them is an accord
        ("Le Chili et le Pérou ont accepté mardi de mettre fin à dix ans de conflit.", "agreement", [(NOW, "2025-06-10", None)]),
        ("Le Chili et le Pérou ont accepté mardi de rouvrir un pont.", "agreement", []),
        ("Le Chili et le Pérou étaient tombés d'accord en mai sur un calendrier.", "agreement", [(NOW, "2025-05", None)]),
        ("Le gouvernement chilien et les rebelles se sont accordés mardi pour un cessez-le-feu.", "ceasefire", [(NOW, "2025-06-10", None)]),
        ("Le Chili et le Pérou sont parvenus mardi à la signature d'une trêve.", "ceasefire", [(NOW, "2025-06-10", None)]),
        ("Luis Paz, président du Chili, et Juan Rey, président du Pérou, ont annoncé avoir signé mardi un engagement à cesser les combats.", "ceasefire", [(NOW, "2025-06-10", None)]),
        # a meeting that was to be held, with its time and place
        ("La rencontre prévue le 16 juin à Quito entre les présidents chilien et péruvien a été annulée.", "talks", [("denied", "2025-06-16", "Quito")]),
        ("Le sommet entre le Chili et le Pérou, initialement prévu mardi à Quito, a été reporté.", "talks", [(DUE, "2025-06-10", "Quito")]),
        # what an accord foresees; who negotiated it did not hold talks besides
        ("Un accord prévoyant le retrait des soldats chiliens du Pérou a été conclu mardi.", "withdrawal", [(DUE, None, None)]),
        ("Le traité, négocié par le Chili et le Pérou, a été signé mardi à Quito.", "talks", []),
        # sought, left open, a condition
        ("Le Chili travaille à la libération de soldats détenus au Pérou.", "release", [("hypothetical", None, None)]),
        ("L'objectif est la signature d'un accord entre le Chili et le Pérou.", "agreement", [("hypothetical", None, None)]),
        ("La libération de soldats chiliens par le Pérou est l'un des points en discussion.", "release", [("hypothetical", None, None)]),
        ("Le Chili a posé comme condition la libération de soldats chiliens par le Pérou.", "release", [("hypothetical", None, None)]),
        ("Les discussions pour la libération de soldats chiliens par le Pérou se poursuivent.", "release", [(DUE, None, None)]),
        ("En cas d'accord entre le Chili et le Pérou, la frontière sera rouverte.", "agreement", [("hypothetical", None, None)]),
        ("Faute d'accord entre le Chili et le Pérou, la frontière reste fermée.", "agreement", [("denied", None, None)]),
        ("La signature d'un accord entre le Chili et le Pérou tarde à venir.", "agreement", [("hypothetical", None, None)]),
        ("La visite à Lima du président chilien Luis Paz reste à confirmer.", "visit", [("hypothetical", None, "Lima")]),
        ("La libération de soldats chiliens par le Pérou n'est pas encore acquise.", "release", [("hypothetical", None, None)]),
        ("Parmi les conditions figure la libération de soldats chiliens par le Pérou.", "release", [("hypothetical", None, None)]),
        ("La libération de soldats chiliens par le Pérou marque un tournant.", "release", [(NOW, None, None)]),
    ],
)  # fmt: skip
def test_done_and_due(text: str, kind: str, told: list[tuple[str, str | None, str | None]]) -> None:
    found = events(text, kind)
    assert [(e.status, e.date, e.place and e.place.city) for e in found] == told


@pytest.mark.parametrize(
    ("text", "kind", "parties", "date"),
    [
        # an accord of the past that its sides keep or break
        ("Le Chili accuse le Pérou de violer l'accord signé en 1994 à Quito.", "agreement", {"CL", "PE"}, "1994"),
        ("Le Chili et le Pérou sont liés par un traité conclu en 1904.", "agreement", {"CL", "PE"}, "1904"),
        ("L'accord de 2015 entre le Chili et le Pérou n'a jamais été appliqué.", "agreement", {"CL", "PE"}, "2015"),
        ("Le traité, négocié en 2002 par le Chili, le Pérou et la Bolivie, prévoit un retrait.", "agreement", {"CL", "PE", "BO"}, "2002"),
        ("Le traité, négocié par le Chili et le Pérou, a été signé mardi à Quito.", "agreement", {"CL", "PE"}, "2025-06-10"),
        ("Un accord de paix mettant fin à dix ans de guerre entre le Chili et le Pérou a été signé à Quito en mai 1999.", "agreement", {"CL", "PE"}, "1999-05"),
        ("La trêve instaurée le 3 mai entre le Chili et le Pérou tient toujours.", "ceasefire", {"CL", "PE"}, "2025-05-03"),
        # a truce has the day from which it is in force, not that of its end
        ("Une trêve est en vigueur depuis le 3 mai entre le Chili et le Pérou.", "ceasefire", {"CL", "PE"}, "2025-05-03"),
        ("La trêve entre le Chili et le Pérou, entrée en vigueur le 3 mai, a pris fin mardi.", "ceasefire", {"CL", "PE"}, "2025-05-03"),
        # a pronoun for captives told of before
        ("Douze marins chiliens ont été libérés mardi. Ils avaient été capturés en mai par l'armée péruvienne.", "detention", {"CL", "PE"}, "2025-05"),
        ("Les marins chiliens, retenus au Pérou depuis mai, ont été libérés mardi.", "detention", {"CL", "PE"}, "2025-05"),
        # the stations of a tour
        ("Le ministre chilien Luis Paz a effectué en mai une tournée qui l'a conduit à Lima et Quito.", "visit", {"CL", "PE", "EC"}, "2025-05"),
        # dialogue that is taken up
        ("Le Chili et le Pérou ont renoué mardi le dialogue.", "talks", {"CL", "PE"}, "2025-06-10"),
        ("Le dialogue entre le Chili et le Pérou, ouvert en mai à Quito, piétine.", "talks", {"CL", "PE"}, "2025-05"),
        ("Après la reprise en janvier du dialogue entre le Chili et le Pérou, Lima a salué des progrès.", "talks", {"CL", "PE"}, "2025-01"),
        ("Le Chili et le Pérou sont revenus mardi à la table des négociations.", "talks", {"CL", "PE"}, "2025-06-10"),
        # the day behind « rappelé » is no other thing that is recalled
        ("Le Chili a rappelé le 3 juin son ambassadeur au Pérou.", "recall", {"CL", "PE"}, "2025-06-03"),
    ],
)  # fmt: skip
def test_told_in_another_clause(text: str, kind: str, parties: set[str], date: str) -> None:
    found = events(text, kind)
    assert [(e.status, set(e.parties), e.date) for e in found] == [(NOW, parties, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Le Chili et le Pérou ont rompu mardi le dialogue.",
        "Le Chili a appelé au dialogue entre le gouvernement péruvien et l'opposition.",
        "Le dialogue entre le Chili et le Pérou est dans l'impasse.",
    ],
)
def test_dialogue_that_is_not_held(text: str) -> None:
    assert not [e for e in events(text, "talks") if e.status in (NOW, "ongoing")]


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("L'accord entre le Pérou et le Chili, qui doit être signé le 17 juin à Lima, prévoit un retrait.", "planned", "2025-06-17"),
        ("L'accord entre le Pérou et le Chili, qui a été signé lundi à Lima, prévoit un retrait.", "occurred", "2025-06-09"),
    ],
)  # fmt: skip
def test_a_relative_clause_tells_of_the_accord_not_of_its_sides(
    text: str, status: str, date: str
) -> None:
    found = one(text, "agreement")
    assert (found.status, found.date) == (status, date)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("La rencontre entre les ministres chilien et péruvien reportée à jeudi", DUE),
        ("Les négociations entre le Chili et le Pérou ajournées au 10 mars", DUE),
        (
            "Les pourparlers entre le Chili et le Pérou, repoussés à lundi, porteront sur la pêche.",
            DUE,
        ),
        (
            "La visite du ministre chilien à Lima, reportée en mai par une grève, s'est achevée mardi.",
            NOW,
        ),
    ],
)
def test_what_is_put_off_to_a_day_is_to_come(text: str, status: str) -> None:
    (event,) = events(text)
    assert event.status == status


def test_a_visit_that_should_come_about_is_to_come() -> None:
    text = "Le ministre syrien Sami Nour remettra au président péruvien Luis Paz une invitation à se rendre à Damas, une visite qui devrait intervenir dans une semaine."
    assert "occurred" not in [event.status for event in events(text, "visit")]
