"""Which day an event has: carried on, leaned on, of the promise or of the thing."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one


def dates(text: str) -> dict[str, str | None]:
    """Kind to date, of a report of Thursday 12 June 2025."""
    return {event.kind: event.date for event in events(text)}


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        # carried
        ("L'Inde a expulsé mardi deux Pakistanais. Elle a aussi rappelé son ambassadeur au Pakistan.", "recall", "2025-06-10"),
        ("Delhi a riposté lundi. Le gouvernement indien a rappelé son ambassadeur au Pakistan.", "recall", "2025-06-09"),
        # not into the next paragraph, nor without a word that goes on, nor past a day of its own
        ("L'Inde a expulsé mardi deux Pakistanais.\nElle a aussi rappelé son ambassadeur au Pakistan.", "recall", None),
        ("L'Inde a expulsé mardi deux Pakistanais. Elle a rappelé son ambassadeur au Pakistan.", "recall", None),
        ("L'Inde a expulsé mardi deux Pakistanais. Elle a aussi rappelé en mai son ambassadeur au Pakistan.", "recall", "2025-05"),
        # leaned on
        ("L'Inde a convoqué mardi l'ambassadeur. Quelques heures plus tôt, le Pakistan avait expulsé deux Indiens.", "expulsion", "2025-06-10"),
        ("L'ONU a adopté lundi un texte sur l'accord signé le 3 mai à Doha par l'Inde et le Népal. L'Inde avait expulsé un Népalais quelques heures plus tôt.", "expulsion", "2025-06-09"),
        ("L'Inde a répondu mercredi: le ministre népalais de la Santé a été reçu par son homologue indien.", "talks", "2025-06-11"),
        # of the promise, and of the thing
        ("L'Inde a promis mardi de libérer dix Pakistanais.", "release", None),
        ("L'Inde a libéré mardi dix Pakistanais.", "release", "2025-06-10"),
        # what was done was done before the report
        ("L'Inde et le Pakistan ont signé un accord le 12 décembre à Doha.", "agreement", "2024-12-12"),
    ],
)  # fmt: skip
def test_day(text: str, kind: str, date: str | None) -> None:
    assert dates(text)[kind] == date


def test_what_was_done_is_not_planned_by_its_date() -> None:
    text = "Le ministre indien recevra samedi son homologue. L'Inde et le Népal ont signé le même jour un accord."
    found = one(text, "agreement")
    assert (found.status, found.date) == ("occurred", None)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Le président péruvien Luis Ferro avait annoncé le 30 décembre, dans son message du Nouvel an, un remaniement.", "2024-12-30"),
        ("Dans son discours de Pâques, le président péruvien Luis Ferro a appelé à la paix.", None),
        ("Dans son discours de mardi, le président péruvien Luis Ferro a appelé à la paix.", "2025-06-10"),
    ],
)  # fmt: skip
def test_a_speech_for_a_feast_need_not_be_held_on_it(text: str, date: str | None) -> None:
    assert dates(text)["speech"] == date


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        # what is decided is done that day; what is hailed was done before
        ("Le Chili a décidé mardi de fermer son ambassade au Pérou.", "closure", ("occurred", "2025-06-10")),
        ("La signature, jeudi à Lima, d'un accord entre le Chili et le Pérou a été saluée par l'ONU.", "agreement", ("occurred", "2025-06-12")),
        ("Un cessez-le-feu est entré en vigueur lundi au Tchad.", "ceasefire", ("occurred", "2025-06-09")),
        ("Un cessez-le-feu doit entrer en vigueur samedi au Tchad.", "ceasefire", ("planned", "2025-06-14")),
        ("Le président ghanéen Paul Addo a appelé lundi son homologue togolais pour évoquer la frontière.", "call", ("occurred", "2025-06-09")),
    ],
)  # fmt: skip
def test_day_and_status(text: str, kind: str, told: tuple[str, str]) -> None:
    found = one(text, kind)
    assert (found.status, found.date) == told


def test_what_a_counterpart_is_called_to_do_is_no_call() -> None:
    text = "Le président ghanéen Paul Addo a appelé lundi son homologue togolais à évoquer la frontière."
    assert not events(text, "call")


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        (  # a clause set apart has a time of its own
            "Le Laos et le Siam, ce dernier ayant été vaincu par Hanoï en 1998, ont échangé mardi douze "
            "prisonniers.",
            "exchange",
            "2025-06-10",
        ),
        (
            "La tension a crû, avec l'imposition de sanctions chiliennes contre le Pérou lundi.",
            "sanctions",
            "2025-06-09",
        ),
        (
            "Le Pérou a libéré mercredi un pasteur belge. Cette libération intervient au lendemain d'une "
            "rencontre à Lima entre le sénateur belge Jan Maes et le président péruvien Juan Soto.",
            "talks",
            "2025-06-10",
        ),
        (
            "Le Premier ministre belge a quitté Lima mercredi, deux jours après une rencontre à Quito avec "
            "le président péruvien Juan Soto.",
            "talks",
            "2025-06-09",
        ),
        (
            "L'armée malienne et les rebelles du FACT ont accepté une trêve, ont annoncé mardi l'Algérie "
            "et le Togo.",
            "ceasefire",
            "2025-06-10",
        ),
        (
            "La veille, le président malien, Moussa Keita, avait pris la décision d'expulser les diplomates "
            "français. Le Mali a fermé son ciel.",
            "expulsion",
            None,
        ),
        (
            "Le Niger a fermé son ciel mercredi 11 juin. La veille, le président malien, Moussa Keita, avait "
            "pris la décision d'expulser les diplomates français.",
            "expulsion",
            "2025-06-10",
        ),
        (
            "« Nous tiendrons », a déclaré mardi le président malien Moussa Keita, qui s'adressait à "
            "l'Assemblée nationale.",
            "speech",
            "2025-06-10",
        ),
        (
            "Les conversations tenues depuis le 5 mars entre le Pérou et le Chili ont permis ce geste.",
            "talks",
            "2025-03-05",
        ),
    ],
)
def test_days_told_from_another(text: str, kind: str, date: str | None) -> None:
    assert one(text, kind).date == date


def test_a_second_day_of_one_verb_is_a_second_event() -> None:
    met = events(
        "Le président péruvien Juan Soto et le président chilien Luis Rojas s'étaient entretenus pour la "
        "première fois le 19 mars, puis le 7 avril à Lima.",
        "talks",
    )
    assert [(e.date, e.place and e.place.city) for e in met] == [
        ("2025-03-19", None),
        ("2025-04-07", "Lima"),
    ]
