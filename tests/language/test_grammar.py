"""Classes of small words, as a file lists them and folded."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from detente.language.grammar import folded, grammar


def test_classes_are_folded_and_the_rest_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "grammar.yaml"
    file.write_text("to: à au\ndefinite: l' la\nnames: {au: à}\n", "utf-8")
    plain = grammar(file)
    assert plain.to == {"à", "au"}
    assert folded(plain).to == {"a", "au"}
    assert folded(plain).definite == {"l", "la"}
    assert folded(plain).names == {"au": "à"}
    assert folded(plain).by == frozenset()


def test_a_class_that_there_is_none_of(tmp_path: Path) -> None:
    file = tmp_path / "grammar.yaml"
    file.write_text("towards: vers\n", "utf-8")
    with pytest.raises(msgspec.ValidationError, match="towards"):
        grammar(file)
