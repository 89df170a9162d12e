"""Undertakings by families of wording: announced, near, laid down in a pact's wake, on a condition."""

from __future__ import annotations

import pytest

from detente.model import Article, Undertaking
from detente.reading import draft_of


def undertakings(text: str) -> list[Undertaking]:
    article = Article(id="a", source="a.txt", text=text, language="fr")
    return list(draft_of(article).undertakings)


@pytest.mark.parametrize(
    ("text", "words", "parties", "mode"),
    [
        (
            "Le Nicaragua a annoncé qu'il allait fermer son ambassade à Taïwan.",
            "fermer son ambassade",
            {"NI"},
            "promised",
        ),
        (
            "Le Kenya s'engage, lui, à garantir « la tenue du scrutin ».",
            "garantir « la tenue du scrutin »",
            {"KE"},
            "promised",
        ),
        (
            "Les deux parties, le Kenya et le Togo, « s'engagent à cesser les hostilités ».",
            "cesser les hostilités",
            {"KE", "TG"},
            "promised",
        ),
        (
            "Le Kenya a promis hier aux ministres européens que la force ne serait pas utilisée.",
            "la force ne serait pas utilisée",
            {"KE"},
            "promised",
        ),
        (
            "Le Kenya a annoncé jeudi le rapatriement de ses soldats d'ici la fin de l'année.",
            "le rapatriement de ses soldats d'ici la fin de l'année",
            {"KE"},
            "promised",
        ),
        (
            "Le président kényan a annoncé sa décision de retirer son pays de la Cour.",
            "retirer son pays",
            {"KE"},
            "promised",
        ),
        (
            "Le roi saoudien a annoncé lundi qu'il comptait envoyer deux émissaires à Bagdad.",
            "envoyer deux émissaires",
            {"SA"},
            "promised",
        ),
        (
            "La Birmanie va libérer trois cents détenus politiques, a annoncé jeudi l'armée.",
            "libérer trois cents détenus",
            {"MM"},
            "reported",
        ),
        (
            "Le Togo et le Bénin vont créer une commission mixte, ont-ils annoncé.",
            "créer une commission mixte",
            {"TG", "BJ"},
            "agreed",
        ),
        (
            "Le Laos et le Vietnam ont annoncé que des patrouilles communes seraient organisées.",
            "patrouilles communes seraient organisées",
            {"LA", "VN"},
            "agreed",
        ),
        (
            "Le Togo a annoncé qu'il procéderait jeudi à la libération des marins.",
            "procéderait jeudi à la libération",
            {"TG"},
            "promised",
        ),
        (
            "L'armée kényane a confirmé que son retrait de l'île commencerait mercredi.",
            "son retrait de l'île commencerait",
            {"KE"},
            "promised",
        ),
        (
            "Le Togo doit entamer lundi le retrait de ses troupes.",
            "entamer lundi le retrait",
            {"TG"},
            "agreed",
        ),
        (
            "Le Togo doit libérer dimanche cent marins béninois.",
            "libérer dimanche cent marins",
            {"TG"},
            "agreed",
        ),
        (
            "Trente marins vont être libérés, a annoncé le gouvernement togolais.",
            "vont être libérés",
            {"TG"},
            "promised",
        ),
        (
            "« Je libérerai les marins », a promis le président togolais Paul Amegan.",
            "Je libérerai les marins",
            {"TG"},
            "promised",
        ),
        (
            "Le Togo a annoncé qu'il libèrerait mardi les marins béninois.",  # spelling of 1990
            "libèrerait mardi les marins",
            {"TG"},
            "promised",
        ),
        (
            "« Nous allons libérer les marins », a dit le ministre togolais Paul Amegan.",
            "Nous allons libérer les marins",
            {"TG"},
            "promised",
        ),
        (
            "Le Togo a annoncé qu'il respecterait la trêve et libérerait les marins.",
            "libérerait les marins",
            {"TG"},
            "promised",
        ),
        (
            "« Mon pays respectera la trêve », a dit le ministre togolais Paul Amegan.",
            "Mon pays respectera",
            {"TG"},
            "promised",
        ),
        (
            "Le ministre togolais a assuré que son pays ne fermerait pas la frontière.",
            "ne fermerait pas la frontière",
            {"TG"},
            "promised",
        ),
        (
            "Une amnistie a été promise aux insurgés par le gouvernement togolais.",
            "Une amnistie",
            {"TG"},
            "promised",
        ),
        (
            "L'accord signé jeudi par le Togo et le Bénin doit permettre la libération de dix marins.",
            "la libération de dix marins",
            {"TG", "BJ"},
            "agreed",
        ),
        (
            "Bakou a affirmé que la Turquie pourrait rouvrir sa frontière, si Erevan cédait.",
            "rouvrir sa frontière",
            {"TR"},
            "reported",
        ),
        (
            "Caracas a proposé que le différend soit porté devant la Cour.",
            "différend soit porté",
            {"VE"},
            "offered",
        ),
        (
            "Le Ghana et le Mali sont d'accord pour rouvrir leurs ambassades.",
            "rouvrir leurs ambassades",
            {"GH", "ML"},
            "agreed",
        ),
        (
            "Le ministre qatari a indiqué que son pays était prêt à accueillir le sommet.",
            "accueillir le sommet",
            {"QA"},
            "offered",
        ),
        (
            "L'accord offre à La Havane un allègement de l'embargo en échange d'élections.",
            "allègement de l'embargo",
            {"CU"},
            "agreed",
        ),
        (
            "L'accord impose au Soudan de démanteler les milices.",
            "démanteler les milices",
            {"SD"},
            "agreed",
        ),
        (
            "Le Mali et le Niger ont signé un accord d'échange de prisonniers.",
            "échange de prisonniers",
            {"ML", "NE"},
            "agreed",
        ),
        (
            "Le Mali et le Niger sont convenus que les blessés doivent être soignés.",
            "blessés doivent être soignés",
            {"ML", "NE"},
            "agreed",
        ),
        (
            "Oslo a reçu Manille. Elle a proposé une trêve de trois semaines.",
            "trêve de trois semaines",
            {"NO"},
            "offered",
        ),
    ],
)
def test_who_undertakes_and_how(text: str, words: str, parties: set[str], mode: str) -> None:
    found = [u for u in undertakings(text) if words in u.text]
    assert found, [u.text for u in undertakings(text)]
    assert (set(found[0].parties), found[0].mode) == (parties, mode)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Le Tchad et la Libye ont signé un accord à Rome. Les pluies sont en avance. "
            "Les combattants étrangers quitteront le pays d'ici trois mois.",
            "combattants étrangers quitteront",
        ),
        (
            "Asmara et Addis-Abeba ont convenu de mesures de confiance. L'Érythrée va fermer deux "
            "bases et autoriser des inspections.",
            "fermer deux bases",
        ),
        (
            "Lomé et Accra ont signé un accord. Les deux armées se retireront, prévoit le texte.",
            "deux armées se retireront",
        ),
        (
            "Lomé et Accra ont parlé hier. « Le Togo et le Ghana rouvriront leur frontière », "
            "indique le communiqué conjoint.",
            "rouvriront leur frontière",
        ),
    ],
)
def test_in_the_wake_of_a_pact(text: str, words: str) -> None:
    assert any(words in u.text for u in undertakings(text)), [u.text for u in undertakings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "L'armée éthiopienne va lancer une offensive, a averti Asmara.",
        "Le président malien se rendra lundi à Alger, ont annoncé ses services.",
        "Le ministre a annoncé qu'il rencontrerait son homologue jeudi.",
        "La pluie va tomber sur Accra, a annoncé la météo.",
        "Le Mali et le Niger ont signé un accord. Selon les experts, les rebelles désarmeront.",
        "Le Mali et le Niger ont signé un accord sur le nucléaire.",
        "Le Mali et le Niger ont signé un accord de paix.",
        "Le Tchad menace de fermer la frontière.",
        "Le Tchad a réclamé la libération de ses soldats.",
        "Les deux pays devront payer, a lâché un passant.",
    ],
)
def test_what_is_foreseen_planned_or_asked_binds_nobody(text: str) -> None:
    assert undertakings(text) == []


def test_what_a_pact_is_named_after_is_not_bound_by_it() -> None:
    text = "L'accord de Vienne offrait au Venezuela une levée des sanctions en échange d'élections."
    assert [u.parties for u in undertakings(text)] == [("VE",)]


def test_measures_bind_whose_they_are() -> None:
    text = (
        "Cuba et les États-Unis ont conclu un accord. Selon l'accord, les sanctions américaines "
        "seront levées en mai."
    )
    found = [u for u in undertakings(text) if "seront levées" in u.text]
    assert [u.parties for u in found] == [("US",)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Le Tchad s'est engagé à retirer ses troupes, à libérer les détenus et à ne plus "
            "survoler la zone.",
            ["retirer ses troupes", "libérer les détenus", "ne plus survoler la zone"],
        ),
        (
            "Le Mali et le Niger ont convenu de rouvrir leur frontière et de créer une force mixte.",
            ["rouvrir leur frontière", "créer une force mixte"],
        ),
        (
            "L'accord conclu par le Mali et le Niger prévoit le retrait des troupes, un échange de "
            "détenus et la levée du blocus.",
            ["le retrait des troupes", "un échange de détenus", "la levée du blocus"],
        ),
        (
            "Le Tchad s'est engagé à aider la Libye à rouvrir ses ports.",
            ["aider la Libye à rouvrir ses ports"],
        ),
    ],
)
def test_several_things_undertaken_are_several(text: str, words: list[str]) -> None:
    assert [u.text for u in undertakings(text)] == words


def test_who_says_what_others_will_lift_lifts_nothing() -> None:
    text = "« Les sanctions seront levées d'un coup », a assuré le président kényan."
    assert undertakings(text) == []


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        (
            "La promesse du président gabonais d'un retrait de l'enclave s'est concrétisée.",
            "un retrait de l'enclave",
            {"GA"},
        ),
        (
            "La promesse faite par Oslo de rendre les chalutiers reste en suspens.",
            "rendre les chalutiers",
            {"NO"},
        ),
        (
            "Lima a reçu le général bolivien. Lequel a annoncé que les postes seraient fermés.",
            "les postes seraient fermés",
            {"BO"},
        ),
        (
            "Le pacte imposera la fermeture de deux bases au Gabon.",
            "la fermeture de deux bases au Gabon",
            {"GA"},
        ),
        (
            "L'armée bolivienne est censée évacuer la presqu'île.",
            "évacuer la presqu'île",
            {"BO"},
        ),
        (
            "La Bolivie doit réduire ses garnisons d'ici décembre.",
            "réduire ses garnisons d'ici décembre",
            {"BO"},
        ),
    ],
)
def test_what_is_owed_or_told_by_its_noun(text: str, words: str, parties: set[str]) -> None:
    assert [(u.text, set(u.parties)) for u in undertakings(text)] == [(words, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "Le nouveau maire jubile, acceptant des mains de Luis Soto les clés de la ville.",
        "Le Gabon a tranché mardi en respectant l'accord de Lima.",
        "L'accord signé en mai à Oslo par la Bolivie et le Pérou est respecté.",
        "« Des rebelles ont dit qu'ils tueraient les captifs », affirme le ministre bolivien.",
        "Le Pérou a juré de punir les auteurs du raid.",
        "L'accord conclu hier entre le Gabon et le Togo doit être signé le mois prochain.",
        "Le Gabon et le Togo sont parvenus à un accord pour ramener le calme dans le delta.",
        "La Bolivie doit réduire ses garnisons d'ici décembre, estime l'ONU.",
        "Le juge doit remettre son rapport d'ici vendredi.",
    ],
)
def test_neither_purpose_nor_threat_nor_opinion(text: str) -> None:
    assert undertakings(text) == []


def test_when_it_was_agreed_is_no_part_of_it() -> None:
    (found,) = undertakings(
        "La Bolivie et le Pérou ont convenu d'échanger des captifs, après trois jours de pourparlers."
    )
    assert found.text == "échanger des captifs"


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        (
            "Le Premier ministre kényan a accepté l'invitation du roi à se rendre à Mascate en juin.",
            "se rendre à Mascate en juin",
            {"KE"},
        ),
        (
            "Le Kenya et le Togo se sont tous deux engagés à rouvrir leurs consulats.",
            "rouvrir leurs consulats",
            {"KE", "TG"},
        ),
        (
            "Le pacte conclu à Oslo entre le Kenya et la guérilla prévoit le retrait de l'armée.",
            "le retrait de l'armée",
            {"KE"},
        ),
        (
            "Le Kenya a conclu un pacte avec les rebelles, qui prévoit le retrait de ses soldats.",
            "le retrait de ses soldats",
            {"KE"},
        ),
        (
            "Le Kenya et le Togo ont décidé que du 2 au 9 mai, ils retireraient leurs chars.",
            "du 2 au 9 mai, ils retireraient leurs chars",
            {"KE", "TG"},
        ),
        (
            "Le Togo et le Kenya sont convenus jeudi à Oslo d'une trêve de dix jours.",
            "une trêve de dix jours",
            {"KE", "TG"},
        ),
        (
            "Le Kenya a dit oui à une trêve de dix jours.",
            "une trêve de dix jours",
            {"KE"},
        ),
        (
            "Le Kenya a renouvelé son offre de libérer les marins.",
            "libérer les marins",
            {"KE"},
        ),
        (
            "D'ici la fin du mois, le Kenya devra avoir libéré les marins.",
            "libéré les marins",
            {"KE"},
        ),
        (
            "L'émissaire kényan a annoncé qu'en signe de bonne volonté son pays allait libérer Jean.",
            "son pays allait libérer Jean",
            {"KE"},
        ),
    ],
)
def test_what_is_taken_up_or_decided(text: str, words: str, parties: set[str]) -> None:
    (found,) = undertakings(text)
    assert found.text == words
    assert parties <= set(found.parties)


def test_we_agreed_with_somebody_is_of_both() -> None:
    (found,) = undertakings(
        "« J'ai vu le roi et nous nous sommes mis d'accord avec le Togo pour que nos experts se "
        "retrouvent en mai », a déclaré le ministre kényan des Affaires étrangères, Raila Odo."
    )
    assert found.text == "nos experts se retrouvent en mai"
    assert set(found.parties) == {"KE", "TG"}


def test_each_side_undertakes_its_own() -> None:
    found = undertakings(
        "Le Kenya s'est engagé à libérer cent captifs et le Togo à remettre le corps d'un soldat."
    )
    assert [(u.text, u.parties) for u in found] == [
        ("libérer cent captifs", ("KE",)),
        ("remettre le corps d'un soldat", ("TG",)),
    ]


def test_what_one_will_negotiate_is_announced() -> None:
    (found,) = undertakings("Le Kenya va négocier une trêve avec le Togo, a déclaré le roi.")
    assert found.text.startswith("Le Kenya va négocier une trêve")


def test_no_promise_at_all() -> None:
    assert not undertakings(
        "Le Kenya a libéré dix captifs sans aucune promesse de lever l'embargo."
    )


def test_what_is_forsworn_in_one_breath_is_one() -> None:
    (found,) = undertakings("Le Kenya s'engage à ne pas mener de raids ou à recourir à ses chars.")
    assert found.text == "ne pas mener de raids ou à recourir à ses chars"
