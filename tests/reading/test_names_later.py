"""Who is only described, and named in the sentences behind."""

from __future__ import annotations

import pytest

from detente.language import pack
from detente.model import Article
from detente.reading.draft import Draft
from detente.reading.names import find


def called(text: str, words: str) -> set[tuple[str, str | None]]:
    """Those whom `words` stand for in a text, with their states."""
    language = pack("fr")
    draft = Draft(Article(id="a", source="a", text=text), language, language.parse(text))
    find(draft)
    start = text.index(words)
    return {
        (draft.actors[a].name, draft.actors[a].country)
        for m in draft.mentions
        if start <= m.start < start + len(words) and m.form == "description"
        for a in m.actors
    }


@pytest.mark.parametrize(
    ("text", "words", "people"),
    [
        (
            "Les deux dirigeants tchadiens rivaux ont paraphé un texte. Visiblement émus, Idriss Paz "
            "et Malam Soto se sont serré la main.",
            "Les deux dirigeants tchadiens",
            {("Idriss Paz", "TD"), ("Malam Soto", "TD")},
        ),
        (
            "Les deux dirigeants tchadiens ont signé, en présence du médiateur Omar Dia. Idriss Paz et "
            "Malam Soto se sont serré la main.",
            "Les deux dirigeants tchadiens",
            {("Idriss Paz", "TD"), ("Malam Soto", "TD")},
        ),
        (
            "Trois ingénieurs suisses ont été libérés. Les ex-otages Paul Petit, Jean Roy et Marc "
            "Duval ont été reçus mardi.",
            "Trois ingénieurs suisses",
            {("Paul Petit", "CH"), ("Jean Roy", "CH"), ("Marc Duval", "CH")},
        ),
        (
            "La rencontre entre M. Hart et les ministres tchadien et nigérien s'est tenue jeudi. « Nous "
            "avançons », a dit M. Hart, flanqué du Tchadien Idriss Paz et du Nigérien Malam Soto.",
            "les ministres tchadien et nigérien",
            {("Idriss Paz", "TD"), ("Malam Soto", "NE")},
        ),
        (
            "Il l'a promis aux ministres allemand, finlandais et français. Les trois ministres "
            "européens, Hans Berg, Kari Aalto et Jean Roy, étaient arrivés mercredi.",
            "aux ministres allemand, finlandais et français",
            {("Hans Berg", "DE"), ("Kari Aalto", "FI"), ("Jean Roy", "FR")},
        ),
        (
            "L'entretien réunissait le dirigeant malien et son homologue nigérien. Ali Soto et Malam "
            "Paz se sont serré la main.",
            "le dirigeant malien et son homologue nigérien",
            {("Ali Soto", "ML"), ("Malam Paz", "NE")},
        ),
        (
            "Le ministre péruvien Luis Paz a parlé avec son homologue qatari. Le ministre des Affaires "
            "étrangères du Qatar, Hamad Al-Marri, a salué un échange franc.",
            "son homologue qatari",
            {("Hamad Al-Marri", "QA")},
        ),
        (
            "Les chefs des services de renseignement kirghizes et tadjiks ont signé. Le chef du Comité "
            "de sécurité du Kirghizstan, Almaz Beko, a parlé. Son homologue tadjik, Rustam Nazar, a "
            "répondu.",
            "Les chefs des services de renseignement kirghizes et tadjiks",
            {("Almaz Beko", "KG"), ("Rustam Nazar", "TJ")},
        ),
    ],
)
def test_a_description_is_of_those_named_behind_it(
    text: str, words: str, people: set[tuple[str, str | None]]
) -> None:
    assert called(text, words) == people


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Les Premiers ministres grec et turc se sont vus.", "premier ministre"),
        ("Les ministres grec et turc de la Défense se sont vus.", "ministre de la Défense"),
        ("Les ministres de la Défense grec et turc se sont vus.", "ministre de la Défense"),
    ],
)
def test_it_tells_their_posts(text: str, post: str) -> None:
    language = pack("fr")
    text += " « Nous avançons », a dit le Grec Nikos Varda, à côté du Turc Ali Kaya."
    draft = Draft(Article(id="a", source="a", text=text), language, language.parse(text))
    find(draft)
    people = [a for a in draft.actors.values() if a.kind == "person"]
    assert [[r.title for r in a.roles] for a in people] == [[post], [post]]


def test_halves_of_a_people_are_of_its_state() -> None:
    text = (
        "Les dirigeants chypriotes grec et turc se sont vus. Nikos Varda et Kemal Demir ont souri."
    )
    people = {("Nikos Varda", "CY"), ("Kemal Demir", "CY")}
    assert called(text, "Les dirigeants chypriotes grec et turc") == people
    hyphened = "Le dirigeant chypriote-grec a parlé."
    assert {state for _, state in called(hyphened, "Le dirigeant chypriote-grec")} == {"CY"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Deux soldats maliens ont été tués jeudi. Ali Soto et Omar Dia ont regretté ces morts.",
            "Deux soldats maliens",
        ),
        (
            "Deux journalistes suisses ont été arrêtés. Le président péruvien Luis Paz et le ministre "
            "Juan Soto ont souri.",
            "Deux journalistes suisses",
        ),
        (
            "Deux des cinq otages suisses sont rentrés jeudi. Paul Petit et Jean Roy ont souri.",
            "Deux des cinq otages suisses",
        ),
        (
            "Deux diplomates suisses sont partis. Paul Petit, Jean Roy et Marc Duval restent à Lima.",
            "Deux diplomates suisses",
        ),
        (
            "Le ministre turc de la Défense est venu. Le ministre turc du Commerce, Ali Kaya, viendra.",
            "Le ministre turc de la Défense",
        ),
    ],
)
def test_but_not_of_others(text: str, words: str) -> None:
    assert len(called(text, words)) == 1
