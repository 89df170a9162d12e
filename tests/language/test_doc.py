"""A parsed report as the rooms see it: arcs, subtrees, runs of tokens. The text is made up."""

from __future__ import annotations

import pytest

from detente.language.doc import Doc, Form, Token, morph, once, straight

TEXT = "Le consul de Lima,  hier, a parlé."
#       word, part of speech, label, place of its head
ARCS = [
    ("Le", "DET", "det", 1),
    ("consul", "NOUN", "nsubj", 9),
    ("de", "ADP", "case", 3),
    ("Lima", "PROPN", "nmod", 1),
    (",", "PUNCT", "punct", 6),
    (" ", "SPACE", "dep", 4),
    ("hier", "ADV", "advmod", 9),
    (",", "PUNCT", "punct", 6),
    ("a", "AUX", "aux:tense", 9),
    ("parlé", "VERB", "ROOT", 9),
    (".", "PUNCT", "punct", 9),
]


@pytest.fixture
def doc() -> Doc:
    made, at = Doc(TEXT), 0
    for place, (word, pos, label, _) in enumerate(ARCS):
        at = TEXT.index(word, at + (word == " "))
        made.append(Token(made, place, at, Form.of(word, word.lower(), pos), label))
        at += len(word)
    made.join([head for *_, head in ARCS], [])
    return made


def words(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


def test_a_subtree_is_in_the_order_of_the_text(doc: Doc) -> None:
    consul = doc[1]
    assert words(consul.subtree) == ["Le", "consul", "de", "Lima"]
    assert (consul.left_edge.text, consul.right_edge.text) == ("Le", "Lima")
    assert words(doc[2].ancestors) == ["Lima", "consul", "parlé"]
    assert doc[9].is_ancestor(doc[2])
    assert not doc[2].is_ancestor(doc[9])


def test_what_is_hung_elsewhere_is_a_child_there_and_no_more_where_it_was(doc: Doc) -> None:
    doc[3].hang(doc[9], "obl:mod")
    assert words(list(doc[1].children)) == ["Le"]
    assert words(list(doc[9].children)) == ["consul", "Lima", "hier", "a", "."]
    doc[1].hang(doc[1], "ROOT")
    assert doc[1].head is doc[1]
    assert doc[1] not in doc[9].children


def test_neighbours_end_with_the_text(doc: Doc) -> None:
    assert doc[1].nbor(-1).text == "Le"
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[-1].nbor()


def test_runs_of_tokens_by_their_characters(doc: Doc) -> None:
    start = TEXT.index("sul")
    for end, text in ((start + 6, "consul de"), (start + 5, "consul de"), (start + 4, "consul")):
        found = doc.char_span(start, end, alignment_mode="expand")
        assert found is not None
        assert found.text == text
    inside = doc.char_span(start, start + 11, alignment_mode="contract")
    assert inside is not None
    assert (inside.text, inside.root.text, inside.sent.text) == ("de Lima", "Lima", TEXT)
    assert doc.char_span(start, start + 3, alignment_mode="contract") is None
    assert doc.char_span(start, len(TEXT) + 1, alignment_mode="expand") is None


def test_a_mark_is_a_root_only_where_nothing_else_is(doc: Doc) -> None:
    assert doc.words(2, 5).root.text == "Lima"
    assert doc.words(10, 11).root.text == "."
    assert doc.words(4, 6).root.text == ","


def test_features() -> None:
    found = morph("Gender=Fem|Number=Plur,Sing")
    assert found.get("Number", []) == ["Plur", "Sing"]
    assert found.get("Tense", []) == []
    assert str(found) == "Gender=Fem|Number=Plur,Sing"
    assert not morph("_")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("L’accord d‘Ankara", "l'accord d'ankara"),
        ("900\u202f000 A\u00a0B a‑t‑il", "900 000 a b a-t-il"),
        ("À İzmir, hier", "à izmir, hier"),
    ],
)
def test_what_is_straightened_keeps_its_offsets(text: str, plain: str) -> None:
    assert straight(text) == plain
    assert len(plain) == len(text)


def test_a_question_is_worked_out_once_a_token_when_the_arcs_stand(doc: Doc) -> None:
    asked: list[str] = []

    @once
    def label(token: Token, *, upper: bool = False) -> str:
        asked.append(token.text)
        return token.dep_.upper() if upper else token.dep_

    doc[3].dep_ = "appos"
    assert [label(doc[3]), label(doc[3])] == ["appos", "appos"]
    doc[3].dep_ = "nmod"
    doc.settle()
    assert [label(doc[3]), label(doc[3]), label(doc[1])] == ["nmod", "nmod", "nsubj"]
    assert [label(doc[3], upper=True), label(doc[3])] == ["NMOD", "nmod"]
    assert asked == ["Lima", "Lima", "Lima", "consul", "Lima"]
