"""The speaker behind the verb of an incise, past when, where, to whom and in what it was said."""

from __future__ import annotations

import pytest

from detente.model import Article
from detente.reading import draft_of

WHERE = [
    "",
    "à la presse à Lima",
    "à Buenos Aires",
    "à des journalistes à Nairobi",
    "lors d'une conférence de presse à Doha",
    "lors d'un point de presse conjoint",
    "dans un communiqué mardi",
    "dans un communiqué diffusé mardi",
    "mardi soir à la télévision",
    "à l'issue de la rencontre",
    "peu après",
    "à l'AFP par téléphone",
    "sur Twitter",
    "au journal Le Monde",
    "à l'agence Reuters",
    "à Genève devant des journalistes",
    "à Zinder (sud du Niger)",
]
WHO = [
    ("le ministre équatorien de la Défense, Luis Paz", "Luis Paz"),
    ("la secrétaire d'Etat canadienne Anna Keller", "Anna Keller"),
    ("Pedro Rojas", "Pedro Rojas"),
    ("un porte-parole de la guérilla", "porte-parole de la guérilla"),
    ("son homologue turc", "homologue turc"),
]


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize(("who", "name"), WHO)
def test_subject_behind(where: str, who: str, name: str) -> None:
    verb = " ".join(part for part in ("a déclaré", where, who) if part)
    text = f'"Nous sommes prêts à discuter de tout", {verb}.'
    draft = draft_of(Article(id="a", source="a", text=text, language="fr"), upto="speech")
    said = [(draft.actors[s.speaker or ""].name, s.quote) for s in draft.statements]
    assert said == [(name, "Nous sommes prêts à discuter de tout")]
