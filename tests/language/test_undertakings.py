"""The lists of an `undertakings.yaml`, typed."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from detente.language import LANGUAGES
from detente.language.undertakings import lexicon


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_put_together_of_lists(code: str) -> None:
    words = lexicon(files("detente.language") / code / "undertakings.yaml", frozenset({"mai"}))
    assert {verb.lemma for verb in words.verbs} == words.undertaking_verbs
    assert words.pacts < words.bearing
    assert words.sources < words.asides
    assert "mai" in words.times
    assert words.sources | words.under < words.grounds
    behind = {mark for verb in words.verbs for mark in verb.marks}
    behind |= {mark for phrase in words.phrases for mark in phrase.marks}
    behind |= {mark for marks in msgspec.structs.astuple(words.brings) for mark in marks}
    assert behind <= set(words.marks.values()), "no form is written of a mark"


def test_a_list_that_is_missing_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "undertakings.yaml"
    file.write_text("verbs: []\n", "utf-8")
    with pytest.raises(msgspec.ValidationError, match="phrases"):
        lexicon(file, frozenset())
