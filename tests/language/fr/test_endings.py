"""What the ends of French words tell."""

from __future__ import annotations

import pytest

from detente.language.fr import endings


@pytest.mark.parametrize(
    ("plural", "one"),
    [("régionaux", "régional"), ("suisses", "suisse"), ("faux", "faux"), ("gros", "gros"), ("haut", "haut")],
)  # fmt: skip
def test_adjectives_in_the_singular(plural: str, one: str) -> None:
    assert endings.singular(plural) == one


def test_number() -> None:
    assert endings.could_be_plural("rivaux") and not endings.could_be_plural("rival")
    assert endings.of_many("affirment") and not endings.of_many("affirme")


def test_participles() -> None:
    assert endings.past_participle("Nommées") and not endings.past_participle("siégeant")
    assert endings.participle("siégeant") and not endings.participle("siège")


def test_who_is_made_something() -> None:
    assert endings.made("nommé") and endings.made("NOMME") and not endings.made("nomme")


def test_first_names() -> None:
    assert endings.could_be_womans("anna") and not endings.could_be_womans("ivan")
