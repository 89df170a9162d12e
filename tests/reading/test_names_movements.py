"""Armed movements: their names, their letters and those who fight for them are one actor."""

from __future__ import annotations

import pytest

from detente.language import pack
from detente.model import Article
from detente.reading import draft_of
from detente.reading.draft import Draft
from detente.reading.names import find

FRONT = "Front du Nord"


def read(text: str) -> Draft:
    language = pack("fr")
    draft = Draft(Article(id="a", source="a", text=text), language, language.parse(text))
    find(draft)
    return draft


def meant(draft: Draft, words: str) -> tuple[str, ...]:
    at = draft.article.text.index(words)
    found = [m for m in draft.mentions if (m.start, m.end) == (at, at + len(words))]
    return tuple(draft.actors[a].name for a in found[-1].actors) if found else ()


@pytest.mark.parametrize(
    "opening",
    [
        "Les rebelles du Front du Nord (FDN) ont attaqué Abéché.",
        "La rébellion du Front du Nord (FDN) négocie.",
        "Le mouvement rebelle tchadien Front du Nord (FDN) négocie.",
        "Le Front du Nord (FDN, rébellion) négocie.",
        "Le Front du Nord (FDN), principal groupe rebelle tchadien, négocie.",
        "Des rebelles tchadiens du Front du Nord (FDN) ont attaqué Abéché.",
    ],
)
@pytest.mark.parametrize(
    "words", ["Les rebelles", "Les insurgés", "Les rebelles du FDN", "rébellion", "Les guérilleros"]
)
def test_rebels_are_the_movement(opening: str, words: str) -> None:
    said = "La rébellion a signé." if words == "rébellion" else f"{words} ont signé."
    text = f"{opening} {said}"
    draft = read(text)
    at = text.rindex(words)
    found = [m for m in draft.mentions if (m.start, m.end) == (at, at + len(words))]
    assert [draft.actors[a].name for m in found[-1:] for a in m.actors] == [FRONT]


def test_some_rebels_act_for_the_movement() -> None:
    draft = read("Des rebelles du Front du Nord (FDN) ont pris Faya.")
    assert meant(draft, "Des rebelles du Front du Nord") == (FRONT,)


def test_some_rebels_who_suffer_are_not_the_movement() -> None:
    draft = read("Le juge a libéré des rebelles du Front du Nord (FDN).")
    assert meant(draft, "des rebelles du Front du Nord") != (FRONT,)


def test_of_two_movements_the_one_just_named() -> None:
    text = (
        "Les Farc et l'ELN négocient. Le gouvernement a salué leurs chefs. La police se tait. "
        "L'ELN a attaqué un poste. Les rebelles ont fui."
    )
    assert meant(read(text), "Les rebelles") == ("ELN",)


def test_rebels_of_another_state_are_others() -> None:
    draft = read(
        "Le Front du Nord (FDN), rébellion tchadienne, négocie. Les rebelles maliens rient."
    )
    assert meant(draft, "Les rebelles maliens") == ("rebelles maliens",)


def test_rebels_without_a_name_are_one_actor() -> None:
    draft = read(
        "Les rebelles tchadiens ont pris Faya. Les insurgés ont fui. La rébellion veut parler."
    )
    assert meant(draft, "Les insurgés") == ("rebelles tchadiens",)
    assert meant(draft, "La rébellion") == ("rebelles tchadiens",)


def test_a_rebellion_is_no_actor_by_itself() -> None:
    draft = read("La rébellion a commencé en mars au Tchad.")
    assert meant(draft, "La rébellion") == ()


def test_a_movement_is_of_the_state_that_the_report_is_about() -> None:
    text = (
        "Le gouvernement tchadien et la rébellion du Front du Nord (FDN) ont signé un accord à "
        "Libreville. L'armée tchadienne se retire. Le FDN a libéré des soldats tchadiens."
    )
    article = Article(id="a", source="a", text=text, language="fr")
    draft = draft_of(article, upto="events")
    assert {a.country for a in draft.actors.values() if a.name == FRONT} == {"TD"}
