"""Copies, updates and reports that only share a quotation."""

from __future__ import annotations

from detente.model import Article, Published
from detente.record import build

TEXT = (
    "Les ministres de l'Intérieur des deux pays se sont retrouvés mardi à Tunis afin de reprendre un "
    "dialogue interrompu depuis l'automne, ont annoncé leurs services. Ils ont parlé de la "
    "circulation des étudiants, du rapatriement des archives et de la liaison maritime. "
    "Une commission mixte doit se réunir avant l'été, a précisé la partie algérienne."
)
MORE = " Aucune date n'a encore été arrêtée pour la visite que le chef du gouvernement doit rendre."
OTHER = (
    "À Alger, la presse salue la reprise des échanges entre les deux rives. « Une commission mixte "
    "doit se réunir avant l'été », rappelle un quotidien, qui doute pourtant que les archives soient "
    "rendues d'ici là, faute d'un accord sur leur inventaire et sur les frais de leur transport."
)


def article(identifier: str, text: str, date: str | None = None) -> Article:
    return Article(id=identifier, source=identifier, text=text, published=Published(date=date))


def copy_of(*articles: Article) -> dict[str, str | None]:
    return {a.id: a.copy_of for a in build(articles, []).articles}


def test_the_earliest_stands_for_its_copies() -> None:
    found = copy_of(
        article("a", TEXT, "2024-03-14"),
        article("b", TEXT + " (AB)", "2024-03-12"),
        article("c", OTHER),
    )
    assert found == {"a": "b", "b": None, "c": None}


def test_an_updated_version_supersedes_the_earlier() -> None:
    found = copy_of(article("a", TEXT, "2024-03-12"), article("b", TEXT + MORE, "2024-03-13"))
    assert found == {"a": "b", "b": None}


def test_a_shared_quotation_makes_no_copy() -> None:
    assert set(copy_of(article("a", TEXT), article("c", OTHER)).values()) == {None}
