"""Persons, posts, bodies and places in one report, and who pronouns stand for."""

from __future__ import annotations

import pytest

from detente.language import pack
from detente.model import Actor, Article
from detente.reading.draft import Draft
from detente.reading.names import actors_of, find, side_of, states_of


def read(text: str) -> Draft:
    language = pack("fr")
    draft = Draft(Article(id="a", source="a", text=text), language, language.parse(text))
    find(draft)
    return draft


def named(draft: Draft, name: str) -> Actor:
    found = [a for a in draft.actors.values() if name in (a.name, *a.aliases)]
    assert len(found) == 1, [a.name for a in draft.actors.values()]
    return found[0]


def people(draft: Draft) -> list[str]:
    return sorted(a.name for a in draft.actors.values() if a.kind == "person")


def stands_for(draft: Draft, words: str, occurrence: int = 0) -> tuple[str, ...]:
    """The names of those whom the words, at their n-th place, stand for."""
    at = -1
    for _ in range(occurrence + 1):
        at = draft.article.text.index(words, at + 1)
    found = [m for m in draft.mentions if (m.start, m.end) == (at, at + len(words))]
    return tuple(draft.actors[a].name for a in found[-1].actors) if found else ()


ROLES = [
    ("Le ministre turc des Affaires étrangères, Selim Kaya, a parlé.", "Selim Kaya", "ministre des Affaires étrangères", "TR"),
    ("Le chef de la diplomatie turque Selim Kaya a parlé.", "Selim Kaya", "chef de la diplomatie", "TR"),
    ("Anna Meyer, directrice de la CIA, est venue.", "Anna Meyer", "directrice de la CIA", "US"),
    ("L'ancien président bolivien Hugo Morante est venu.", "Hugo Morante", "ancien président", "BO"),
    ("Le porte-parole du Kremlin, Oleg Vetrov, a parlé.", "Oleg Vetrov", "porte-parole du Kremlin", "RU"),
    ("Jean Rabot, qui est également vice-premier ministre, a parlé.", "Jean Rabot", "vice-premier ministre", None),
    ("Jean Rabot a été nommé ambassadeur de France à Moscou.", "Jean Rabot", "ambassadeur de France à Moscou", "FR"),
    ("- Anna Meyer, Conseillère à la sécurité nationale", "Anna Meyer", "Conseillère à la sécurité nationale", None),
    ("Paul Durand (ministre de la Défense) a dit non.", "Paul Durand", "ministre de la Défense", None),
    ("La secrétaire d'État adjointe aux affaires russes, Anna Meyer, est là.", "Anna Meyer", "secrétaire d'État adjointe aux affaires russes", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "country"), ROLES)
def test_role(text: str, name: str, title: str, country: str | None) -> None:
    actor = named(read(text), name)
    assert actor.kind == "person"
    assert [role.title for role in actor.roles] == [title]
    assert actor.country == country


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("L'ex-ministre Paul Durand est venu.", "former"),
        ("L'ancienne ministre Anna Meyer est venue.", "former"),
        ("Paul Durand a été nommé ministre.", "designate"),
        ("Paul Durand est pressenti pour le poste d'ambassadeur à Oslo.", "designate"),
        ("Le président élu Paul Durand est venu.", "designate"),
        ("Le président Paul Durand est venu.", "current"),
    ],
)
def test_standing(text: str, standing: str) -> None:
    (person,) = (a for a in read(text).actors.values() if a.kind == "person")
    assert [role.standing for role in person.roles] == [standing]


def test_post_that_several_hold() -> None:
    draft = read(
        "Les ministres des Affaires étrangères turc, Selim Kaya, et grec, Nikos Pavlou, ont parlé."
    )
    for name, country in (("Selim Kaya", "TR"), ("Nikos Pavlou", "GR")):
        actor = named(draft, name)
        assert actor.country == country
        assert [r.title for r in actor.roles] == ["ministre des Affaires étrangères"]
    assert stands_for(draft, "Les ministres des Affaires étrangères turc") == (
        "Selim Kaya",
        "Nikos Pavlou",
    )


def test_counterpart() -> None:
    draft = read("Le président turc Selim Kaya et son homologue grec Nikos Pavlou se sont vus.")
    actor = named(draft, "Nikos Pavlou")
    assert (actor.roles[0].title, actor.roles[0].country) == ("président", "GR")


def test_later_mentions_are_one_actor() -> None:
    draft = read(
        "Sergueï Vetrov a parlé. M. Vetrov est parti. Vetrov a dit non. Plus tard, Serguei Vetrov "
        "est revenu."
    )
    assert people(draft) == ["Sergueï Vetrov"]


def test_same_surname_stays_two() -> None:
    draft = read("Paul Durand et Anna Durand sont venus. Mme Durand a parlé.")
    assert people(draft) == ["Anna Durand", "Paul Durand"]
    assert stands_for(draft, "Mme Durand") == ("Anna Durand",)


def test_family_name_first() -> None:
    draft = read("Kim Yong-su est arrivé. M. Kim a parlé. Le président Li Weimin l'a reçu.")
    assert people(draft) == ["Kim Yong-su", "Li Weimin"]
    assert stands_for(draft, "M. Kim") == ("Kim Yong-su",)


@pytest.mark.parametrize(
    "name",
    [
        "Jaap de Hoop Scheffer", "Walid al-Masri", "Ahmed ben Salem", "Eduardo Rodríguez Peña",
        "Ursula von der Heide", "George W. Miller", "Abdel Fattah al-Masri", "Jean-Noël Petit",
    ],
)  # fmt: skip
def test_shapes_of_names(name: str) -> None:
    assert people(read(f"La réunion était conduite par {name}, a-t-on appris.")) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Le Conseil de sécurité s'est réuni lundi.",
        "Selon Boeing, l'avion est arrivé.",
        "L'Ukraine a demandé un délai.",
        "Interrogé à ce sujet, il a refusé de répondre.",
        "Le New York Times l'a écrit.",
        "Le navire Blue Star a quitté le port.",
        "Au Proche-Orient, la situation empire.",
    ],
)
def test_no_person(text: str) -> None:
    assert people(read(text)) == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Le ministère russe des Affaires étrangères a protesté.", "ministère russe des Affaires étrangères", "RU"),
        ("La présidence ukrainienne a protesté.", "présidence ukrainienne", "UA"),
        ("Il s'est rendu à l'ambassade de Suède à Moscou.", "ambassade de Suède à Moscou", "SE"),
        ("Le gouvernement de Bogota a protesté.", "gouvernement de Bogota", "CO"),
        ("La Maison Blanche a protesté.", "Maison-Blanche", "US"),
        ("Les Farc ont protesté.", "Farc", "CO"),
        ("Les talibans ont protesté.", "talibans", "AF"),
        ("Le Parti démocratique kényan a protesté.", "Parti démocratique kényan", "KE"),
    ],
)  # fmt: skip
def test_body(text: str, name: str, country: str) -> None:
    actor = named(read(text), name)
    assert (actor.kind, actor.country) == ("organisation", country)


def test_letters_of_a_body() -> None:
    draft = read("Le Front populaire de libération (FPL) a signé. Le FPL se retire.")
    assert stands_for(draft, "FPL", 1) == ("Front populaire de libération",)


def test_city_and_state() -> None:
    draft = read("Washington et Moscou ont signé. La réunion a eu lieu à Genève.")
    (city,) = (m for m in draft.mentions if m.city == "Genève")
    assert (city.form, city.actors) == ("place", ("CH",))
    (subject,) = (t for t in draft.doc if t.text == "Washington")
    assert states_of(draft, subject) == ("US", "RU")


def test_actors_through_a_title() -> None:
    draft = read("Le chef de la diplomatie turque Selim Kaya a parlé.")
    (chief,) = (t for t in draft.doc if t.text == "chef")
    (actor,) = actors_of(draft, chief)
    assert draft.actors[actor].name == "Selim Kaya"
    assert side_of(draft, actor) == "TR"


def test_unnamed_people() -> None:
    draft = read("Un haut responsable turc a parlé. Un porte-parole de la CIA a démenti.")
    assert (named(draft, "haut responsable turc").kind) == "group"
    assert named(draft, "porte-parole de la CIA").country == "US"


def test_two_groups() -> None:
    draft = read("Des émissaires turcs et grecs se sont vus.")
    assert stands_for(draft, "Des émissaires turcs et grecs") == (
        "émissaires turcs",
        "émissaires grecs",
    )


TOLD = (
    "Le président turc Selim Kaya a reçu la chancelière allemande Anna Meyer. Les deux dirigeants "
    "ont parlé. "
)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (TOLD + "Le président turc est parti.", "Le président turc", ("Selim Kaya",)),
        (TOLD + "La chancelière est partie.", "La chancelière", ("Anna Meyer",)),
        (TOLD, "Les deux dirigeants", ("Selim Kaya", "Anna Meyer")),
        (TOLD + "Les deux pays sont alliés.", "Les deux pays", ("Turquie", "Allemagne")),
        ("Anna Meyer est venue. Elle a parlé.", "Elle", ("Anna Meyer",)),
        ("Paul Durand a vu Anna Meyer. Il a parlé.", "Il", ("Paul Durand",)),
        ("Paul Durand a reçu Anna Meyer. Cette dernière a dit oui.", "Cette dernière", ("Anna Meyer",)),
        ("Il y a un accord. Il faut attendre.", "Il", ()),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, words: str, who: tuple[str, ...]) -> None:
    at = 1 if text.startswith(TOLD) and words == "Le président turc" else 0
    found = stands_for(read(text), words, at if text.count(words) > 1 else 0)
    assert found == who


def test_every_span_is_the_text() -> None:
    draft = read(TOLD)
    for actor in draft.actors.values():
        assert actor.evidence
        for span in (*actor.evidence, *(e for r in actor.roles for e in r.evidence)):
            assert draft.article.text[span.start : span.end] == span.exact


def test_two_posts() -> None:
    draft = read("Anna Meyer, ambassadrice au Mali et ancienne maire de Lyon, est là.")
    roles = named(draft, "Anna Meyer").roles
    assert [(r.title, r.standing) for r in roles] == [
        ("ambassadrice au Mali", "current"),
        ("ancienne maire de Lyon", "former"),
    ]


def test_post_before_a_rank() -> None:
    draft = read("Le chef de la mission (MXZ), le général Paul Durand, est arrivé.")
    titles = {role.title for role in named(draft, "Paul Durand").roles}
    assert titles == {"chef de la mission", "général"}


def test_post_of_whoever_was_the_subject() -> None:
    draft = read("Le Kremlin a démenti. Son porte-parole Oleg Vetrov a parlé.")
    actor = named(draft, "Oleg Vetrov")
    assert actor.country == "RU"
    assert actor.roles[0].organisation == "Kremlin"


def test_post_told_after_the_name() -> None:
    draft = read("Hugo Morante a salué cet accord. Le président bolivien est satisfait.")
    actor = named(draft, "Hugo Morante")
    assert (actor.roles[0].title, actor.country) == ("président", "BO")
    (mention,) = (m for m in draft.mentions if m.form == "description")
    assert not mention.certain


def test_report_on_one_state() -> None:
    report = (
        "La Bolivie vote dimanche. En Bolivie, le scrutin est libre. Les Boliviens attendent. Le "
        "président Hugo Morante a voté. La Bolivie compte dix partis boliviens."
    )
    assert named(read(report), "Hugo Morante").country == "BO"


def test_report_on_two_states_settles_nothing() -> None:
    report = (
        "La Bolivie et le Chili négocient. La Bolivie veut un port, le Chili refuse. En Bolivie et "
        "au Chili on attend. Le président Hugo Morante a parlé de la Bolivie et du Chili."
    )
    assert named(read(report), "Hugo Morante").country is None


def test_second_spelling_of_a_surname() -> None:
    draft = read("Vladimir Kostandarov est venu. Kostadarov a parlé.")
    assert people(draft) == ["Vladimir Kostandarov"]
    assert stands_for(draft, "Kostadarov") == ("Vladimir Kostandarov",)


def test_bare_surnames_beside_a_person() -> None:
    draft = read("L'administration Morante hésite. Le dialogue entre Vetrov et Morante reprend.")
    assert people(draft) == ["Morante", "Vetrov"]


def test_surname_that_is_a_city() -> None:
    draft = read("Paul Hamilton a gagné. Hamilton est heureux.")
    assert stands_for(draft, "Hamilton", 1) == ("Paul Hamilton",)


def test_state_that_is_a_city() -> None:
    draft = read("Ils se sont vus à Singapour.")
    (mention,) = draft.mentions[-1:]
    assert (mention.form, mention.city, mention.actors) == ("place", "Singapour", ("SG",))


@pytest.mark.parametrize("text", ["Il habite rue de Londres.", "Le champion Nice Durand court."])
def test_no_place(text: str) -> None:
    assert not [m for m in read(text).mentions if m.form == "place"]


def test_body_spoken_of_again() -> None:
    draft = read("La Cour suprême kényane s'est réunie. La cour a tranché.")
    assert stands_for(draft, "cour") == ("Cour suprême kényane",)


def test_two_nationalities_are_two_bodies() -> None:
    draft = read("Les autorités turques et grecques ont signé.")
    assert stands_for(draft, "autorités turques et grecques") == (
        "autorités turques",
        "autorités grecques",
    )


def test_speaker_behind_the_verb() -> None:
    draft = read('Anna Meyer est venue. "C\'est un jour important", a-t-elle dit.')
    assert stands_for(draft, "-t-elle") == ("Anna Meyer",)


def test_own_porte_parole_is_not_the_last_one() -> None:
    draft = read("Le porte-parole du Kremlin, Oleg Vetrov, a parlé. Leur porte-parole a démenti.")
    assert stands_for(draft, "Leur porte-parole") != ("Oleg Vetrov",)
