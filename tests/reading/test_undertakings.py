"""Undertakings, on sentences of our own: who commits to what, and what is no commitment."""

from __future__ import annotations

import pytest

from detente.model import Article, Published, Undertaking
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


PACT = "Le Kenya et la Somalie ont signé mardi un accord à Djibouti. "


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        (
            "L'accord prévoit notamment le retrait des troupes, l'ouverture de deux corridors et la "
            "libération de cent prisonniers.",
            "la libération de cent prisonniers",
            {"KE", "SO"},
        ),
        (
            "Il prévoit que la Somalie rouvre ses ports en échange d'une aide alimentaire.",
            "la Somalie rouvre ses ports en échange d'une aide alimentaire",
            {"SO", "KE"},
        ),
        (
            "Aux termes du texte, Nairobi retirera ses soldats de la frontière.",
            "Nairobi retirera ses soldats de la frontière",
            {"KE", "SO"},
        ),
        (
            "Selon l'accord, les navires étrangers quitteront la baie dans un délai de dix jours.",
            "les navires étrangers quitteront la baie dans un délai de dix jours",
            {"KE", "SO"},
        ),
        (
            "Les deux parties se sont engagées, lors d'une cérémonie au palais, à ne pas recourir à la "
            "force.",
            "ne pas recourir à la force",
            {"KE", "SO"},
        ),
        (
            "Les délégations se retrouveront en mai à Vienne.",
            "se retrouveront en mai",
            {"KE", "SO"},
        ),
        (
            "Il a été convenu de reprendre les discussions en juin.",
            "reprendre les discussions en juin",
            {"KE", "SO"},
        ),
        (
            "Les deux camps se sont donné trois mois, jusqu'au 30 juin, pour tracer la frontière.",
            "jusqu'au 30 juin, pour tracer la frontière",
            {"KE", "SO"},
        ),
        (
            "En échange, les pays donateurs, qui se réunissent lundi, n'imposeront plus de taxes.",
            "n'imposeront plus de taxes",
            {"KE", "SO"},
        ),
    ],
)
def test_what_a_pact_lays_down(text: str, words: str, parties: set[str]) -> None:
    found = [u for u in undertakings(PACT + text) if words in u.text]
    assert found, [u.text for u in undertakings(PACT + text)]
    assert set(found[0].parties) <= parties or parties <= set(found[0].parties)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Le Soudan a accepté une trêve de trois jours, a annoncé l'ONU.",
            "une trêve de trois jours",
        ),
        ("Le Maroc est prêt à rouvrir sa frontière.", "prêt à rouvrir sa frontière"),
        (
            "Les deux rois ont convenu que les combats cesseraient sous deux jours, a dit le Kenya.",
            "les combats cesseraient sous deux jours",
        ),
        (
            "Le roi a signé mercredi à Lima un accord avec les rebelles kényans, en vertu duquel une "
            "trêve devait entrer en vigueur samedi.",
            "une trêve devait entrer en vigueur samedi",
        ),
        ("Le Pérou s'est engagé « à libérer les pêcheurs » avant Noël.", "à libérer les pêcheurs"),
        (
            "La Bolivie a promis de « rendre les cinq navires et leurs équipages », a dit Lima.",
            "« rendre les cinq navires et leurs équipages »",
        ),
        (
            "Le Ghana s'est engagé à rouvrir ses ports et a demandé une aide.",
            "rouvrir ses ports",
        ),
    ],
)
def test_where_the_words_end(text: str, words: str) -> None:
    found = [u.text for u in undertakings(text)]
    assert words in found or [w for w in found if w.strip("« »") == words.removeprefix("à ")], found


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement a décidé de fermer la frontière.",
        "Le plan du gouvernement kényan prévoit une hausse des impôts.",
        "Le Niger a accepté l'offre du Nigeria.",
        "« Je donnerai des détails demain », a dit le président kényan John Otieno.",
        "« Nous ferons de notre mieux », a dit le président kényan John Otieno.",
        "Le ministre a fait cette promesse lors de son passage à Lima.",
        "Les deux pays se sont accordés pour exiger le départ des rebelles.",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert undertakings(text) == []


def test_a_promise_of_one_without_office_is_their_own() -> None:
    text = "La sénatrice kényane Anna Otieno a promis de publier ses comptes."
    (found,) = undertakings(text)
    assert found.parties != ("KE",)


def test_a_condition_and_a_day_ahead() -> None:
    article = Article(
        id="a",
        source="a.txt",
        text="Les deux camps ont convenu de se revoir vendredi si la trêve tient.",
        language="fr",
        published=Published(date="2021-03-01", basis="given"),
    )
    (found,) = draft_of(article).undertakings
    assert (found.due, found.condition) == ("2021-03-05", "si la trêve tient")
