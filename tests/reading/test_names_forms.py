"""Forms of names and posts of many peoples: one actor a person, and the posts that are theirs."""

from __future__ import annotations

import pytest

from detente.language import pack
from detente.model import Actor, Article
from detente.reading.draft import Draft
from detente.reading.names import find


def people(text: str) -> dict[str, Actor]:
    language = pack("fr")
    draft = Draft(Article(id="a", source="a", text=text), language, language.parse(text))
    find(draft)
    return {a.name: a for a in draft.actors.values() if a.kind == "person"}


ONE = [
    ("Tran Van Minh est venu. M. Minh a parlé.", "Tran Van Minh"),
    ("Dawit Tesfaye est venu. M. Dawit a parlé. Dawit a ri.", "Dawit Tesfaye"),
    ("Hugo Morante est venu. Hugo Morante Ruiz a parlé. M. Morante a ri.", "Hugo Morante Ruiz"),
    ("Boris Kralj est venu. Borislav Kralj a parlé.", "Boris Kralj"),
    ("Daw Khin Win est venue. Mme Khin Win a parlé.", "Khin Win"),
    ("Luis Arana, plus connu sous le nom de Pablo Rojas, est venu. Rojas a parlé.", "Luis Arana"),
    ('Le chef Luis Arana, alias "Ivan Rojas", est venu. Ivan Rojas a parlé.', "Luis Arana"),
    ("«C'est prêt», a dit l'Américain Christopher Hill.", "Christopher Hill"),
    ("Le médiateur a vu Shah Karim Qadri.", "Shah Karim Qadri"),
    ("Jean-Yves LE GOFF est venu.", "Jean-Yves LE GOFF"),
    ("Le Premier ministre H. D. Patil est venu.", "H. D. Patil"),
    ("La ministre a vu A.K. Abdul Karim.", "A.K. Abdul Karim"),
    ("Mohamed ag Bilal est venu.", "Mohamed ag Bilal"),
    ("Karim Nasri (Abou Salim) est venu.", "Karim Nasri"),
    ("Franqui Francisco Flores est venu.", "Franqui Francisco Flores"),
    ("Luis Pablo Rojas de Amorim est venu.", "Luis Pablo Rojas de Amorim"),
    ("Michael Reed est venu. Mike Reed a parlé.", "Michael Reed"),
    ("Denis N'Gom est venu.", "Denis N'Gom"),
    ("Le ministre indien S. M. Patil est venu. M. Patil a parlé.", "S. M. Patil"),
    ("Le reporter de Radio Horizon Paul Durand est venu.", "Paul Durand"),
    ("Le chef, Luis Arana (de son vrai nom Pablo Rojas), est venu. Pablo Rojas a parlé.", "Luis Arana"),
    ('Le chef est "Rojo" (nom de guerre de Luis Arana). Rojo a parlé.', "Luis Arana"),
    ("Le chef des rebelles, Rojando, est venu. Rojando a parlé.", "Rojando"),
    ("Le roi Norodom est venu.", "Norodom"),
    ("Le Premier ministre Dato' Seri Karim Nasri est venu.", "Karim Nasri"),
    ("Le ministre Samdech Moha Borvor Thipadei Karim Nasri est venu.", "Karim Nasri"),
    ("Hun Samath est venu. M. Samath a parlé.", "Hun Samath"),
    ("Le chef de gouvernement Luis Arana est venu.", "Luis Arana"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), ONE)
def test_one_person(text: str, name: str) -> None:
    assert list(people(text)) == [name]


TWO = [
    ("Anghabas Nasri, Moussa Nabil et Issa Koné étaient là.", {"Anghabas Nasri", "Moussa Nabil", "Issa Koné"}),
    ("La grâce par Hugo Morante de Paul Durand est connue.", {"Hugo Morante", "Paul Durand"}),
    ("Le roi Salim d'Oman et son fils Karim ben Salim sont venus.", {"Salim", "Karim ben Salim"}),
    ("Paul Durand et Paula Durand sont venus.", {"Paul Durand", "Paula Durand"}),
    ("Khin Win est venu. Khin Win Aye Mya a parlé.", {"Khin Win", "Khin Win Aye Mya"}),
    ("Deux vice-présidents, Mauk Tun et Nyan Kham, sont venus.", {"Mauk Tun", "Nyan Kham"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), TWO)
def test_two_persons(text: str, names: set[str]) -> None:
    assert set(people(text)) == names


NOBODY = [
    "Beit Sahem et Deir Hassan ont été bombardées.",
    "Par Paul Durand, envoyé spécial à Oslo",
    "Propos recueillis par Anna Meyer à Oslo.",
    "De notre correspondant à Oslo, Paul Durand",
    "Avec notre correspondante à Oslo, Anna Meyer",
]  # fmt: skip


@pytest.mark.parametrize("text", NOBODY)
def test_no_person(text: str) -> None:
    assert not people(text)


def actors(text: str) -> set[tuple[str, str]]:
    language = pack("fr")
    draft = Draft(Article(id="a", source="a", text=text), language, language.parse(text))
    find(draft)
    return {(a.kind, a.name) for a in draft.actors.values()}


PEOPLES = [
    ("Les Albanais du Kosovo ont voté.", {("state", "Kosovo")}),
    ("Les Chypriotes turcs ont voté.", {("state", "Chypre")}),
    ("Les Arabes israéliens ont voté.", {("state", "Israël")}),
    ("Les Russes de Moscou ont voté.", {("state", "Russie")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PEOPLES)
def test_peoples_of_another_state(text: str, expected: set[tuple[str, str]]) -> None:
    assert actors(text) == expected


def test_body_with_its_letters() -> None:
    found = actors("Le Front démocratique des étudiants karens (FDEK) a signé.")
    assert ("organisation", "Front démocratique des étudiants karens") in found


BODIES = [
    ("Le Haut comité des négociations (HCNX) a parlé.", {("organisation", "Haut comité des négociations")}),
    ("La délégation du Haut conseil pour la paix a parlé.", {("organisation", "Haut conseil pour la paix")}),
    ("La lutte armée est finie.", set()),
    ("Le mouvement chiite Hezbollah a parlé.", {("organisation", "Hezbollah")}),
    ("Le Front Paul Durand de libération (FPDL) a signé.", {("organisation", "Front Paul Durand de libération")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: set[tuple[str, str]]) -> None:
    assert {a for a in actors(text) if a[0] == "organisation"} - {
        ("organisation", "délégation")
    } == expected


def test_near_future_is_nobody() -> None:
    assert not actors("Cela se tiendra dans un proche avenir.")


ROLES = [
    ("L'émissaire de Paul Durand pour la paix, Anna Meyer, est venue.", "Anna Meyer", ["émissaire de Paul Durand pour la paix"]),
    ("L'ayatollah Ali Karimi, guide du parti, est venu.", "Ali Karimi", ["ayatollah", "guide du parti"]),
    ("Nommé mardi envoyé spécial de l'ONU, Hans Berg ira à Aden.", "Hans Berg", ["envoyé spécial de l'ONU"]),
    ("Hugo Morante, chef du parti, est devenu Premier ministre.", "Hugo Morante", ["chef du parti", "Premier ministre"]),
    ("Hugo Morante, 72 ans, a été désigné au poste de haut représentant.", "Hugo Morante", ["haut représentant"]),
    ("Il a choisi Hugo Morante comme ministre de l'Eau.", "Hugo Morante", ["ministre de l'Eau"]),
    ("Le président a nommé Hugo Morante ministre de l'Eau.", "Hugo Morante", ["ministre de l'Eau"]),
    ("Paul Durand nomme un envoyé spécial pour le Yémen.", "Paul Durand", []),
    ("Karim Nasri, élu de Damas, est venu.", "Karim Nasri", ["élu de Damas"]),
    ("Karim Nasri, élu dimanche, est venu.", "Karim Nasri", []),
    ("Issa Koné, son numéro deux, est venu.", "Issa Koné", ["numéro deux"]),
    ("Issa Koné, conseiller du Premier ministre malien Paul Durand, est venu.", "Issa Koné", ["conseiller du Premier ministre"]),
    ('Le général Issa Koné, dit "Lion", chef des rebelles, est venu.', "Issa Koné", ["général", "chef des rebelles"]),
    ("Paul Durand, diplomate de nationalité suisse, est venu.", "Paul Durand", ["diplomate"]),
    ("L'adjoint du secrétaire général de l'ONU (Paul Durand) est venu.", "Paul Durand", ["secrétaire général de l'ONU"]),
    ("Paul Durand, l'émissaire nommé par la Suisse, est venu.", "Paul Durand", ["émissaire"]),
    ("Il a vu le Premier ministre, le général Issa Koné, le ministre de l'Eau, le colonel Hugo Morante, et Paul Durand.", "Issa Koné", ["général", "Premier ministre"]),
    ("Issa Koné, chef de la délégation, et directeur du ministère de l'Eau, est venu.", "Issa Koné", ["chef de la délégation", "directeur du ministère de l'Eau"]),
    ("Le conseiller du président Paul Durand pour l'Afrique, Massad Nasri, est venu.", "Massad Nasri", ["conseiller du président Paul Durand pour l'Afrique"]),
    ("Selon le ministre Paul Durand, Hugo Morante doit partir.", "Hugo Morante", []),
    ("Le Premier ministre indien Ram Patil mercredi soir a parlé.", "Ram Patil", ["Premier ministre"]),
    ("Le livre publié par Paul Durand, est le ministre de son rêve.", "Paul Durand", []),
    ("Tout va, a dit un élu suisse de Berne. Paul Durand a précisé que oui.", "Paul Durand", ["élu de Berne"]),
    ("Tout va, a dit un élu suisse de Berne. Paul Durand a également dit oui.", "Paul Durand", []),
    ("Tout va, a dit un élu suisse de Berne. Paul Durand a démenti.", "Paul Durand", []),
    ("Christine Meyer a témoigné. Le président a ri.", "Christine Meyer", []),
    ("Entre le général Haddad, Paul Durand et l'armée, rien ne va.", "Paul Durand", []),
    ("Paul Durand représentant du parti est venu.", "Paul Durand", ["représentant du parti"]),
    ("Le représentant de l'ONU (ONU) pour l'Asie, l'ancien ministre Paul Durand a parlé.", "Paul Durand", ["ancien ministre", "représentant de l'ONU pour l'Asie"]),
    ("Paul Durand, médiateur de l'Union africaine (UA) pour le Soudan, est venu.", "Paul Durand", ["médiateur de l'Union africaine pour le Soudan"]),
    ("Les ministres algérien et malien des Finances, respectivement Karim Nasri et Issa Koné, sont venus.", "Issa Koné", ["ministre des Finances"]),
    ("Anna Meyer, secrétaire générale adjointe aux affaires politiques, est là.", "Anna Meyer", ["secrétaire générale adjointe aux affaires politiques"]),
    ("L'ancien président espagnol du gouvernement Hugo Morante est là.", "Hugo Morante", ["ancien président du gouvernement"]),
    ("Hugo Morante, de Bogota, en qualité d'ambassadeur, a parlé.", "Hugo Morante", ["ambassadeur"]),
    ("Deux vice-présidents, Mauk Tun et Nyan Kham, le ministre de l'Eau, le général Issa Koné, sont venus.", "Nyan Kham", ["vice-président"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "titles"), ROLES)
def test_roles(text: str, name: str, titles: list[str]) -> None:
    assert [role.title for role in people(text)[name].roles] == titles


def test_two_of_one_people() -> None:
    found = people("Les Suisses Anna Meyer et Paul Keller sont libres. Hugo Morante attend.")
    assert [found[n].country for n in ("Anna Meyer", "Paul Keller", "Hugo Morante")] == [
        "CH",
        "CH",
        None,
    ]


def test_counterpart_behind_the_name() -> None:
    found = people("Le Premier ministre grec Alexis Rallis a vu Zoran Ilic, son homologue serbe.")
    assert (found["Zoran Ilic"].roles[0].title, found["Zoran Ilic"].country) == (
        "Premier ministre",
        "RS",
    )


def test_counterpart_of_the_subject() -> None:
    found = people(
        "Le ministre turc des Finances Selim Kaya a vu le Premier ministre Nikos Rallis puis son "
        "homologue grec Yannis Doukas."
    )
    assert [role.title for role in found["Yannis Doukas"].roles] == ["ministre des Finances"]


def test_named_by_somebody_is_current() -> None:
    found = people("Paul Durand, l'émissaire nommé par la Suisse, est venu.")
    assert found["Paul Durand"].roles[0].standing == "current"


def test_a_newspaper_called_by_an_everyday_word() -> None:
    assert not actors("Libération imminente des otages.")
    assert ("organisation", "Libération") in actors("Selon Libération, tout va bien.")
