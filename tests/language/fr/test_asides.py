"""Asides that the parser does not see, and that stay in the document."""

from __future__ import annotations

import pytest

from detente.language import pack


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Lima avait de son côté relâché cent prisonniers.", "relâché", "Lima"),
        ("Le Kenya, quant à lui, a expulsé deux diplomates.", "expulsé", "Kenya"),
        ("De son côté, le ministre a en revanche dénoncé un texte illégal.", "dénoncé", "ministre"),
        ("La Bolivie promet en retour d'améliorer les conditions.", "promet", "Bolivie"),
    ],
)
def test_the_sentence_holds_together(text: str, verb: str, subject: str) -> None:
    doc = pack("fr").parse(text)
    assert doc.text == text
    tokens = {token.text: token for token in doc}
    assert tokens[subject].head == tokens[verb]
    assert tokens[subject].dep_.startswith("nsubj")
    assert len(list(doc.sents)) == 1


def test_a_preposition_of_many_words_is_no_aside() -> None:
    doc = pack("fr").parse("Le pont est à côté de la gare, au contraire de la poste.")
    assert all(token.dep_ != "advmod" for token in doc if token.text == "contraire")
