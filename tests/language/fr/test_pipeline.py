"""The French pipeline: tokens, offsets, trees and lemmas. The texts are made up for these tests."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.language.doc import Doc
from detente.language.fr.lemmas import nominal, verb
from detente.language.fr.pipeline import load, parse, parse_many
from detente.language.fr.tokens import spans

# Each text as its tokens, parted by "|".
TOKENS = [
    "l'|accord| d'|hier| qu'|elle| n'|a| pas| signé",
    "L’|envoyé| s’|est| tu| jusqu’|au| soir",
    "aujourd'hui| quelqu’un| parle| presqu'île",
    "A|-t-il| dit| oui| ?| Est|-ce| sûr| ?| Viendra|-t-elle| ?| demandent|-ils| encore",
    "ce| jour|-là| celui-ci| est| là-bas| peut-être| au-delà| rendez-vous",
    "les| États-Unis| et| le| porte-parole| du| vice-président",
    "900 000| francs|,| 1.500| soldats|,| 2,5| %| et| 12|%",
    "le| 1er| mai| à| 16|h|25|,| au| XXe| siècle|,| le| 03/04/2021",
    "M.| Roux|,| Mme| Petit|,| MM.| Noir| et| Blanc| et| le| Dr.| Vert",
    "le| n°| 4| et| l'|art.| 5",
    "J.D.| Martin| et| George| W.| Leroy| en| U.R.S.S.| avant| J.-C.",
    '«|Oui|»|,| “|non|”|,| "|si|"| et| ‘|peut-être|’',
    'fini| en| 1905|.|Et| l\'|hiver| vint|.|"|Nous| partons|"',
    "qu'| »|on| ne| part| pas",
    "voir| https://exemple.fr/a?b=1|,| exemple.org| et| moi@exemple.fr|.",
    "…|et| puis|...| rien| !",
]


@pytest.mark.parametrize("marked", TOKENS)
def test_tokens(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in spans(text)] == [part.strip() for part in marked.split("|")]


TEXT = """Deux ministres à Genève

Les deux ministres se sont rencontrés mardi à Genève, a annoncé le porte-parole
du gouvernement suisse. «Nous avons libéré huit marins», a-t-il dit.
- Anne Roux, ministre
"""


def test_text_and_offsets_are_kept() -> None:
    doc = parse(TEXT)
    assert doc.text == TEXT
    assert all(TEXT[token.idx : token.idx + len(token.text)] == token.text for token in doc)


def test_sentences_are_ours() -> None:
    doc = parse(TEXT)
    first = [sent.text.split()[0] for sent in doc.sents]
    assert first == ["Deux", "Les", "«", "-"] or first == ["Deux", "Les", "«Nous", "-"]
    assert all(token.is_sent_start in (True, False) for token in doc)


def test_one_root_a_sentence_and_white_space_aside() -> None:
    doc = parse(TEXT)
    for sent in doc.sents:
        assert [token for token in sent if token.head == token] == [sent.root]
        assert all(token.head in sent for token in sent)
    for token in doc:
        if token.is_space:
            assert (token.pos_, token.dep_, list(token.children)) == ("SPACE", "dep", [])


def test_analysis() -> None:
    doc = parse(TEXT)
    met = next(token for token in doc if token.text == "rencontrés")
    assert (met.lemma_, met.pos_) == ("rencontrer", "VERB")
    subject = next(token for token in met.children if token.dep_.startswith("nsubj"))
    assert subject.text == "ministres"
    announced = next(token for token in doc if token.text == "annoncé")
    assert "porte-parole" in {token.text for token in announced.children}
    freed = next(token for token in doc if token.text == "libéré")
    assert [token.text for token in freed.children if token.dep_ == "obj"] == ["marins"]


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres sont venus à Genève.",
        "Les envoyés suisses se sont réunis mardi.",
        "L'ambassadrice était partie la veille.",
        "Elle est sortie hier.",
        "Les deux capitales sont convenues d'une trêve.",
    ],
)
def test_active_with_etre(text: str) -> None:
    doc = parse(text)
    labels = {token.dep_ for token in doc}
    assert "aux:tense" in labels
    assert "nsubj" in labels
    assert not labels & {"aux:pass", "nsubj:pass"}


def test_passive() -> None:
    doc = parse("Les accords ont été signés par les deux ministres.")
    assert {"aux:pass", "nsubj:pass", "obl:agent"} <= {token.dep_ for token in doc}


@pytest.mark.parametrize("mark", ["– ", "— ", "- ", "• "])
def test_a_leading_mark_is_no_word(mark: str) -> None:
    bare, marked = parse("Les deux pays ont signé."), parse(mark + "Les deux pays ont signé.")
    assert (marked[0].pos_, marked[0].dep_, marked[0].head.text) == ("PUNCT", "punct", "signé")
    assert [(t.text, t.dep_) for t in marked[1:]] == [(t.text, t.dep_) for t in bare]


def test_line_breaks_do_not_change_the_tree() -> None:
    wrapped = parse(TEXT)
    flat = parse(TEXT.replace("porte-parole\ndu", "porte-parole du"))

    def tree(doc: Doc) -> list[tuple[str, ...]]:
        return [(t.text, t.pos_, t.dep_, t.head.text) for t in doc if not t.is_space]

    assert tree(wrapped) == tree(flat)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\n Oui.\n", ".", "«", "–", "- -\n– oui", "a\u00a0b\t\tc  d"]
)
def test_odd_texts(text: str) -> None:
    assert parse(text).text == text


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aÉn1 .!?…«»“”\"'’()-–,:\n\r\u00a0", max_size=60))
def test_any_text_is_kept(text: str) -> None:
    doc = parse(text)
    assert doc.text == text
    for sent in doc.sents:
        assert sum(token.head == token for token in sent) == 1


def test_many_as_one_by_one() -> None:
    texts = [TEXT, "", "Un accord a été signé.", TEXT * 2] * 10
    for text, doc in zip(texts, parse_many(texts), strict=True):
        assert doc.text == text
    alone = [(t.lemma_, t.dep_, t.head.i) for t in parse(TEXT)]
    together = next(parse_many(texts))
    assert [(t.lemma_, t.dep_, t.head.i) for t in together] == alone


def test_loaded_once() -> None:
    assert load() is load() is load(None)


def test_a_missing_pipeline_is_said() -> None:
    with pytest.raises(OSError, match="no_such_pipeline"):
        load("no_such_pipeline")


def test_a_named_pipeline_keeps_our_tokens_and_sentences(tmp_path) -> None:  # type: ignore[no-untyped-def]
    import spacy

    spacy.blank("fr").to_disk(tmp_path / "own")
    doc = parse(TEXT, str(tmp_path / "own"))
    assert doc.text == TEXT
    assert sum(bool(token.is_sent_start) for token in doc) == 4


@pytest.mark.parametrize(
    ("form", "made_up", "right"),
    [
        ("négocient", "négociir", "négocier"),
        ("soumises", "soumis", "soumettre"),
        ("rejetée", "rejeté", "rejeter"),
        ("finissent", "finisser", "finir"),
        ("conclue", "concluer", "conclure"),
        ("signé", "signer", "signer"),
        ("cèderaient", "cèderer", "céder"),
        ("lèvera", "lèverer", "lever"),
    ],
)
def test_verbs(form: str, made_up: str, right: str) -> None:
    assert verb(form, made_up) == right


def test_nouns_and_adjectives() -> None:
    assert nominal("Etats", "Etats") == "état"
    assert nominal("ministres", "ministre") == "ministre"
    assert nominal("Zorglub", "Zorglub") == "Zorglub"
