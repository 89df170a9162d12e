"""What rules set right in the parse: joined subjects, conditionals taken for imperfects."""

from __future__ import annotations

import pytest

from detente.language import pack
from detente.language.fr.tense import near


@pytest.mark.parametrize(
    ("text", "first", "second", "verb"),
    [
        ("L'Inde et le Pakistan se sont mis d'accord.", "Inde", "Pakistan", "mis"),
        ("Le Chili et le Pérou ont rouvert leur frontière.", "Chili", "Pérou", "rouvert"),
        (
            "L'Éthiopie et l'Érythrée sont convenues d'une trêve.",
            "Éthiopie",
            "Érythrée",
            "convenues",
        ),
    ],
)
def test_two_names_before_a_plural_verb_are_its_subject(
    text: str, first: str, second: str, verb: str
) -> None:
    doc = pack("fr").parse(text)
    tokens = {token.text: token for token in doc}
    assert tokens[first].head == tokens[verb]
    assert tokens[first].dep_.startswith("nsubj")
    assert tokens[second].head == tokens[first]
    assert tokens[second].dep_ == "conj"
    assert [s.text for s in doc.sents] == [text]


def test_an_auxiliary_apart_from_its_participle() -> None:
    doc = pack("fr").parse(
        "Le ministre a, lors d'une visite à Oslo, accusé le Chili d'avoir menti."
    )
    tokens = {token.text: token for token in doc}
    assert tokens["a"].head == tokens["ministre"].head == tokens["accusé"]
    assert tokens["accusé"].dep_ == "ROOT"
    assert tokens["Chili"].dep_ == "obj"


def test_a_rebel_is_no_verb() -> None:
    doc = pack("fr").parse("Le chef rebelle Paul Diop s'engage à déposer les armes.")
    tokens = {token.text: token for token in doc}
    assert tokens["chef"].head == tokens["engage"]
    assert tokens["rebelle"].pos_ == "ADJ"
    assert tokens["rebelle"].head == tokens["chef"]


def test_a_conditional_is_no_imperfect() -> None:
    doc = pack("fr").parse("Les députés ont dit qu'ils suivraient le résultat.")
    verb = next(token for token in doc if token.text == "suivraient")
    assert verb.morph.get("Mood", []) == ["Cnd"]


def test_an_imperfect_stays_one() -> None:
    doc = pack("fr").parse("Les députés suivaient le résultat et montraient leur joie.")
    moods = {t.text: t.morph.get("Mood", []) for t in doc if t.text in ("suivaient", "montraient")}
    assert moods == {"suivaient": ["Ind"], "montraient": ["Ind"]}


def test_names_after_an_opening_phrase_are_the_subject() -> None:
    doc = pack("fr").parse("En marge des efforts locaux, Soto et Rivas ont convenu d'une visite.")
    tokens = {token.text: token for token in doc}
    assert tokens["Soto"].head == tokens["convenu"]
    assert tokens["Soto"].dep_.startswith("nsubj")
    assert tokens["Rivas"].head == tokens["Soto"]


def test_a_noun_after_an_opening_phrase_is_the_subject() -> None:
    text = "Selon un document diffusé par le département d'Etat, l'Iran s'est engagé à réduire."
    doc = pack("fr").parse(text)
    tokens = {token.text: token for token in doc}
    assert tokens["Iran"].head == tokens["engagé"]
    assert tokens["Iran"].dep_.startswith("nsubj")


def test_an_apposition_stays_one() -> None:
    doc = pack("fr").parse("Le chef de la délégation, Juan Soto, a parlé à la presse.")
    tokens = {token.text: token for token in doc}
    assert tokens["chef"].dep_.startswith("nsubj")
    assert not tokens["Juan"].dep_.startswith("nsubj")


@pytest.mark.parametrize(
    "text", ["Kiev dément avoir fermé la frontière.", "L'Iran dément toute implication."]
)
def test_a_verb_that_ends_as_adverbs_do(text: str) -> None:
    verb = next(token for token in pack("fr").parse(text) if token.text == "dément")
    assert (verb.pos_, verb.lemma_) == ("VERB", "démentir")


def test_a_nationality_that_the_model_does_not_know_is_an_adjective() -> None:
    doc = pack("fr").parse("L’Ouzbékistan a arrêté mardi deux gardes-frontières kazakhs au poste.")
    tokens = {token.text: token for token in doc}
    assert tokens["kazakhs"].head == tokens["gardes-frontières"]
    assert tokens["gardes-frontières"].head == tokens["arrêté"]
    assert tokens["deux"].head == tokens["gardes-frontières"]


def test_a_second_clause_has_its_own_subject() -> None:
    text = "Séoul a retiré sa plainte devant l'organisation et Tokyo a levé les restrictions."
    tokens = {token.text: token for token in pack("fr").parse(text)}
    assert tokens["Tokyo"].head == tokens["levé"]
    assert tokens["Tokyo"].dep_.startswith("nsubj")
    assert tokens["Séoul"].head == tokens["retiré"]


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    text = "Le ministre a rencontré le roi à Rabat et a signé un accord."
    tokens = {token.text: token for token in pack("fr").parse(text)}
    assert tokens["ministre"].head == tokens["rencontré"]
    assert not any(c.dep_.startswith("nsubj") for c in tokens["signé"].children)


def test_what_hung_on_an_adjective_of_nationality_hangs_on_its_noun() -> None:
    text = (
        "Les deux gardes-frontières kazakhs arrêtés à la frontière, qui attendaient un procès depuis "
        "l'hiver, ont été libérés."
    )
    doc = pack("fr").parse(text)
    for token in doc:
        assert [child.i for child in doc if child.head is token and child is not token] == [
            child.i for child in token.children
        ]


@pytest.mark.parametrize("form", ["ouvrait", "offrait", "enterrait", "livrait"])
def test_a_stem_in_r_makes_no_conditional(form: str) -> None:
    doc = pack("fr").parse(f"L'émissaire {form} mardi le dossier.")
    verb = next(token for token in doc if token.text == form)
    assert (verb.morph.get("Mood", []), verb.morph.get("Tense", [])) == (["Ind"], ["Imp"])


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("La troupe va commencer à se replier jeudi", "future"),
        ("Ils s'apprêtent à signer jeudi", "future"),
        ("Le ministre ouvrait jeudi une conférence.", "past"),
        ("Les otages souffraient jeudi du froid.", "past"),
        ("Le pays livrait jeudi des vivres.", "past"),
        ("Il recevrait jeudi son homologue.", "future"),
        ("Ils suivraient jeudi le débat.", "future"),
        ("Il livrera jeudi son rapport.", "future"),
    ],
)
def test_the_tense_of_nearby_forms(text: str, tense: str) -> None:
    start = text.index("jeudi")
    assert near(text, start, start + len("jeudi")) == tense


@pytest.mark.parametrize(
    ("text", "participle", "noun"),
    [
        ("L'accord de cessation des hostilités signé à Oslo est respecté.", "signé", "accord"),
        ("Trois membres de la garde enlevés lundi ont été libérés.", "enlevés", "membres"),
        ("Un accord d'arrêt des tirs conclu mardi prévoit un retrait.", "conclu", "accord"),
        # counted for themselves
        ("Quatorze soldats contre cinq Chiliennes capturées par le Pérou.", "capturées", "Chiliennes"),
    ],
)  # fmt: skip
def test_a_participle_belongs_to_the_noun_that_it_agrees_with(
    text: str, participle: str, noun: str
) -> None:
    tokens = {token.text: token for token in pack("fr").parse(text)}
    assert tokens[participle].head == tokens[noun]
