"""Which events a report tells and how they stand, by families of wordings: what opens an event, what
only speaks of one, and what is told of as to come."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        # a verb that the two sides share
        ("Des responsables du gouvernement malien et des autorités algériennes discutaient mercredi à Lomé du retour des réfugiés.", "talks", {"ML", "DZ"}),
        # a word of many meanings, told to have begun, where and when
        ("Le dialogue entre le pouvoir bolivien et l'opposition s'est ouvert en mai 2024 à Quito.", "talks", {"BO"}),
        # whose talks they are
        ("Les délégations péruviennes ont annoncé mardi qu'elles progressaient dans leurs pourparlers à Oslo.", "talks", {"PE"}),
        # told with what comes between verb and parties
        ("Des pourparlers ont débuté ces jours-ci à Oslo entre Lima et Quito.", "talks", {"PE", "EC"}),
        # to speak before a crowd or a house, by any verb
        ("Le président togolais Koffi Ama s'est vanté mardi devant une foule de partisans d'avoir tenu parole.", "speech", {"TG"}),
        ("« Nous avons tenu parole », s'est vanté mardi Koffi Ama, le président togolais, devant le Parlement.", "speech", {"TG"}),
        ("Le président togolais a mis en avant mardi devant l'ONU les progrès accomplis.", "speech", {"TG"}),
        # the nouns of an attack, with who leads it
        ("Le Tchad a mené une campagne militaire en mars dans la région du lac.", "attack", {"TD"}),
        ("L'armée tchadienne a lancé mardi une offensive contre les rebelles nigériens.", "attack", {"TD", "NE"}),
        # the truce that is accepted and the one that was negotiated
        ("Lima a accepté un cessez-le-feu négocié en 2019 par le Brésil entre le Pérou et la Bolivie.", "ceasefire", {"PE", "BR", "BO"}),
        ("Le Mexique a annoncé vendredi la rupture de ses relations diplomatiques avec Quito.", "closure", {"MX", "EC"}),
        ("Le Pérou a ordonné mardi à tous les citoyens boliviens de quitter son territoire.", "expulsion", {"PE", "BO"}),
        # what broke off was held
        ("Ryad a réagi mardi à l'échec des négociations entre Lima et Quito.", "talks", {"PE", "EC"}),
        # what an authority orders or decides of its own is done by that
        ("La Bolivie a ordonné mardi l'expulsion de deux diplomates péruviens.", "expulsion", {"BO", "PE"}),
        ("Lundi, le président péruvien Luis Paz avait pris la décision d'expulser les diplomates boliviens.", "expulsion", {"BO", "PE"}),
        # a result that is denied is no meeting denied
        ("Les pourparlers entre Lima et Quito mercredi à Oslo n'ont pas permis de régler le différend.", "talks", {"PE", "EC"}),
        # a subject between the parties and the verb
        ("Les discussions entre le gouvernement malien et les rebelles du nord ont débuté mardi à Alger.", "talks", {"ML"}),
        # whoever tells of himself
        ("« J'ai eu une conversation franche avec le président turc Deniz Ak », a déclaré mardi le président français Jean Roy.", "talks", {"FR", "TR"}),
        ("Washington suspend ses pourparlers avec Bogota", "talks", {"US", "CO"}),
        ("Le Premier ministre grec a eu mardi un tête à tête avec le président turc.", "talks", {"GR", "TR"}),
        # what the parties do about their relations
        ("L'Albanie et le Kosovo ont coupé leurs liens en 2016.", "closure", {"AL", "XK"}),
        ("Téhéran a annoncé jeudi le rétablissement de ses relations diplomatiques avec Rabat.", "agreement", {"IR", "MA"}),
        ("Les présidents grec et turc ont publié dimanche une déclaration commune.", "agreement", {"GR", "TR"}),
        ("L'accord a été signé à Oslo en présence du président bolivien Luis Paz et du président péruvien Juan Rey.", "agreement", {"BO", "PE"}),
        ("Le Pérou et la Bolivie se sont aussi mis d'accord pour créer un mécanisme.", "agreement", {"PE", "BO"}),
        # one freed for another
        ("Le pasteur américain Jim Hall a été libéré vendredi par la Turquie contre la remise en liberté d'un banquier turc.", "exchange", {"US", "TR"}),
        ("Le Qatar poursuit ses efforts après l'annonce d'un échange de prisonniers entre Paris et Bamako.", "exchange", {"FR", "ML"}),
        ("Le Pakistan a suspendu mardi le commerce bilatéral avec l'Inde.", "sanctions", {"PK", "IN"}),
        ("Washington a levé les restrictions sur la coopération militaire avec Bogota.", "sanctions_relief", {"US"}),
        ("Le Premier ministre bulgare Ivan Petrov fait face à une vague de manifestations à Sofia.", "protest", {"BG"}),
    ],
)  # fmt: skip
def test_told(text: str, kind: str, parties: set[str]) -> None:
    found = one(text, kind)
    assert found.status in ("occurred", "ongoing")
    assert set(found.parties) == parties


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the meeting that somebody who is only awaited is to have
        ("Le président péruvien est attendu à Oslo pour une réunion avec le roi, avant la rencontre avec le Premier ministre norvégien.", "talks"),
        # beside something to come
        ("L'accord prévoit que le désarmement sera effectif en même temps que le retrait des forces éthiopiennes de Somalie.", "withdrawal"),
        ("Aucune question de frontière ne doit être abordée dans le cadre de la levée des sanctions contre le Mali.", "sanctions_relief"),
        ("L'accord entre le Qatar et l'Égypte doit être signé lors d'une réunion le 27 juin à Doha.", "agreement"),
        ("Le ministre américain John Hall est attendu lundi à Kiev.", "visit"),
        ("Bogota exige du mouvement ELN qu'il libère ses otages.", "release"),
        ("Des discussions ayant pour objectif la libération de trois otages français se poursuivent.", "release"),
        ("La ministre s'est dite confiante mardi dans la conclusion d'un cessez-le-feu entre Lima et La Paz.", "ceasefire"),
        ("La Serbie a libéré dix prisonniers après que le Kosovo a accepté de lever son embargo contre Belgrade.", "sanctions_relief"),
        ("Nous ne tolérerons jamais qu'un gouvernement étranger tue des Canadiens.", "attack"),
        ("Des pourparlers débuteront dans les jours à venir entre Lima et Quito.", "talks"),
    ],
)  # fmt: skip
def test_to_come(text: str, kind: str) -> None:
    found = events(text, kind)
    assert all(e.status not in ("occurred", "ongoing") for e in found)


def test_each_round_in_a_place_of_its_own() -> None:
    text = (
        "Les pourparlers entre le Pérou et la Bolivie ont débuté en mars à Oslo, avant de se poursuivre "
        "en avril à Genève. Ils ont repris le 3 juin à Rome."
    )
    found = {e.place.city: (e.date, set(e.parties)) for e in events(text) if e.place}
    both = {"PE", "BO"}
    assert found == {
        "Oslo": ("2025-03", both),
        "Genève": ("2025-04", both),
        "Rome": ("2025-06-03", both),
    }


def test_what_was_before_the_news_says_so() -> None:
    told = {
        e.kind: e for e in events("La Grèce a expulsé un diplomate turc, qu'Ankara avait rappelé.")
    }
    assert (told["expulsion"].earlier, told["recall"].earlier) == (False, True)


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        # who announces talks, or helps them along, has no seat at them
        ("Le début des discussions entre Lima et Quito a été annoncé par la présidence chilienne.", "talks", "CL"),
        ("Le président chilien Luis Paz, qui s'est impliqué dans la reprise des pourparlers, a salué une bonne nouvelle.", "talks", "CL"),
        # whoever faces sanctions or is freed by talks
        ("Le président biélorusse fait face à de lourdes sanctions européennes.", "sanctions", "BY"),
        ("Cinq militants biélorusses ont été libérés à la suite de pourparlers à Oslo avec l'envoyé américain.", "talks", "BY"),
        ("La présidente bolivienne Ana Paz a accueilli son mari Luis Rey à La Paz.", "talks", "BO"),
        # an issue that two sides negotiate is no mediation
        ("Oslo soutient la recherche d'une solution négociée entre les parties en Bolivie.", "mediation", "BO"),
    ],
)  # fmt: skip
def test_no_party(text: str, kind: str, party: str) -> None:
    assert all(party not in e.parties for e in events(text, kind))
