"""Undertakings, on sentences of our own: who commits to what, and what is no commitment."""

from __future__ import annotations

import pytest

from detente.model import Article, Undertaking
from detente.reading import draft_of


def undertakings(text: str) -> list[Undertaking]:
    article = Article(id="a", source="a.txt", text=text, language="fr")
    return list(draft_of(article).undertakings)


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        (
            "La Colombie s'est engagée à rouvrir ses consulats au Venezuela.",
            "rouvrir ses consulats",
            {"CO"},
        ),
        (
            "Le Pérou et l'Équateur ont convenu de déminer leur frontière commune.",
            "déminer leur frontière commune",
            {"PE", "EC"},
        ),
        (
            "L'Inde et le Pakistan se sont mis d'accord pour rétablir les liaisons ferroviaires.",
            "rétablir les liaisons ferroviaires",
            {"IN", "PK"},
        ),
        (
            "Le Maroc a promis de libérer les pêcheurs avant la fin du mois.",
            "libérer les pêcheurs",
            {"MA"},
        ),
        (
            "Addis-Abeba a accepté de laisser passer les convois humanitaires.",
            "laisser passer les convois humanitaires",
            {"ET"},
        ),
        (
            "La Serbie a pris l'engagement de reconnaître les plaques d'immatriculation.",
            "reconnaître les plaques",
            {"RS"},
        ),
        (
            "La Turquie a annoncé qu'elle retirerait ses navires de la zone contestée.",
            "retirerait ses navires",
            {"TR"},
        ),
        (
            "L'Éthiopie et l'Érythrée sont convenues d'un échange d'ambassadeurs.",
            "échange d'ambassadeurs",
            {"ET", "ER"},
        ),
        (
            "Le Soudan s'est dit prêt à reprendre les discussions sur le barrage.",
            "reprendre les discussions sur le barrage",
            {"SD"},
        ),
    ],
)
def test_commitments(text: str, words: str, parties: set[str]) -> None:
    found = undertakings(text)
    assert [u for u in found if words in u.text], [u.text for u in found]
    assert set(next(u for u in found if words in u.text).parties) == parties
    for u in found:
        assert all(text[s.start : s.end] == s.exact for s in u.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "La Colombie a refusé de s'engager à rouvrir ses consulats.",
        "La Colombie n'a pas promis de rouvrir ses consulats au Venezuela.",
        "Bogota a appelé Caracas à s'engager à rouvrir ses consulats.",
        "Les combats se sont engagés au nord de la ville.",
        "Le ministre péruvien a dit qu'il pleuvrait demain.",
        "La Colombie pourrait s'engager à rouvrir ses consulats.",
        "Le président a convenu que la situation était grave.",
    ],
)
def test_no_commitment(text: str) -> None:
    assert undertakings(text) == []


def test_a_pact_that_was_broken() -> None:
    found = undertakings("La trêve conclue par le Mali n'a jamais été respectée.")
    assert [(u.status, u.parties) for u in found] == [("broken", ("ML",))]


def test_what_both_sides_accept_is_not_the_speakers() -> None:
    text = (
        "Le Kenya et la Somalie ont signé mardi un accord à Djibouti. Les deux parties ont accepté "
        "de rouvrir la frontière, a dit le médiateur ougandais Paul Okello."
    )
    found = [u for u in undertakings(text) if "rouvrir la frontière" in u.text]
    assert [set(u.parties) for u in found] == [{"KE", "SO"}]


@pytest.mark.parametrize(
    ("text", "words", "parties", "status"),
    [
        (
            "En contrepartie, le Canada et le Mexique suspendront leurs droits de douane.",
            "suspendront leurs droits de douane",
            {"CA", "MX"},
            "open",
        ),
        (
            "Le ministre cubain Bruno Perez a répondu que son pays respecterait le protocole.",
            "respecterait le protocole",
            {"CU"},
            "open",
        ),
        (
            "L'Inde, qui s'était engagée à réduire ses patrouilles, a atteint cet objectif en mai.",
            "réduire ses patrouilles",
            {"IN"},
            "carried_out",
        ),
        (
            "Une rencontre des deux rois, que le Ghana avait promis d'organiser, n'a pas eu lieu.",
            "organiser",
            {"GH"},
            "broken",
        ),
        (
            "Le Mali et l'Algérie ont convenu en janvier de reprendre leurs consultations.",
            "reprendre leurs consultations",
            {"ML", "DZ"},
            "open",
        ),
        (
            "« Nous retirerons nos soldats avant juin », a déclaré le président kényan John Otieno.",
            "retirerons nos soldats",
            {"KE"},
            "open",
        ),
    ],
)
def test_other_forms(text: str, words: str, parties: set[str], status: str) -> None:
    found = [u for u in undertakings(text) if words in u.text]
    assert found, [u.text for u in undertakings(text)]
    assert (set(found[0].parties), found[0].status) == (parties, status)


@pytest.mark.parametrize(
    "text",
    [
        "Le Tchad a rejeté l'accord conclu la veille à Alger avec le Niger.",
        "L'accord signé en 2015 par les deux pays reste contesté.",
        "Les détenus sortiront à condition qu'ils s'engagent à ne pas reprendre les armes.",
        "« Cette voie nous mènera à un accord », a dit le président kényan John Otieno.",
        "Nous verrons bien, a dit le président kényan John Otieno.",
    ],
)
def test_the_name_of_a_pact_is_no_undertaking(text: str) -> None:
    assert undertakings(text) == []
