"""Interviews: whose turn it is."""

from __future__ import annotations

from detente.model import Article
from detente.reading import draft_of

LABELLED = """Entretien avec la négociatrice suédoise Anna Keller sur la trêve.

LE SOIR : Où en sont les pourparlers de Quito ?

Anna Keller : Nous avançons lentement. Il reste trois points à régler.

LE SOIR : La trêve peut-elle tenir jusqu'à l'été ?

Anna Keller : Elle le doit. Personne n'a de meilleure idée."""

DASHED = """– La trêve est une étape, pas un but », estime la négociatrice suédoise Anna Keller.

– Nous avons mis deux ans à en arriver là, et tout peut encore échouer.

« LS » : Que manque-t-il pour un accord ?

– Il manque la confiance entre les deux camps, et un calendrier.

Les observateurs doivent pouvoir circuler librement.

« LS » : Et l'argent ?

– L'argent viendra ensuite, s'il vient.

– En fait, rien n'est réglé », tranche Paul Okoro, chercheur à Accra.

– Les deux camps gagnent du temps et réarment."""

LIST = """La délégation comprend trois personnes :

- Anna Keller, négociatrice en chef

- Paul Okoro, son adjoint

- Pedro Rojas, juriste"""


def dialogue(text: str) -> list[tuple[str, str]]:
    draft = draft_of(Article(id="a", source="a", text=text, language="fr"), upto="speech")
    for one in draft.statements:
        for span in one.evidence:
            assert text[span.start : span.end] == span.exact
    return [
        (draft.actors[s.speaker].name if s.speaker else "", s.quote)
        for s in draft.statements
        if s.kind == "dialogue"
    ]


def test_labelled_turns() -> None:
    found = dialogue(LABELLED)
    assert [words[:20] for _, words in found] == ["Nous avançons lentem", "Elle le doit. Person"]
    assert all("Keller" in name for name, _ in found)


def test_dashes_go_on_with_the_last_who_was_named() -> None:
    found = dialogue(DASHED)
    names = [name.split()[-1] for name, _ in found]
    assert names == ["Keller", "Keller", "Keller", "Keller", "Okoro", "Okoro"]
    assert found[0][1] == "La trêve est une étape, pas un but"
    assert found[2][1].endswith("Les observateurs doivent pouvoir circuler librement.")


def test_questions_are_no_statements() -> None:
    assert not any("?" in words for _, words in dialogue(DASHED) + dialogue(LABELLED))


def test_a_list_is_no_dialogue() -> None:
    assert dialogue(LIST) == []
