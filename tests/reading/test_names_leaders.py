"""The country of public leaders whom a report names without telling it."""

from __future__ import annotations

import pytest

from detente.language import pack
from detente.model import Actor, Article, Published
from detente.reading.draft import Draft
from detente.reading.names import find


def people(text: str, published: str | None = None) -> dict[str, Actor]:
    language = pack("fr")
    article = Article(id="a", source="a", text=text, published=Published(date=published))
    draft = Draft(article, language, language.parse(text))
    find(draft)
    return {a.name: a for a in draft.actors.values() if a.kind == "person"}


@pytest.mark.parametrize(
    ("text", "published", "name", "country"),
    [
        ("Hassan Rouhani a refusé.", "2014-05-02", "Hassan Rouhani", "IR"),
        ("M. Karzaï a refusé.", "2009-05-02", "Karzaï", "AF"),
        ("Chirac et Aznar se sont parlé.", "2003-02-10", "Aznar", "ES"),
        ("Le roi Salmane a refusé.", "2016-05-02", "Salmane", "SA"),
        ("Kim et Moon se sont parlé.", "2018-05-02", "Moon", "KR"),
        ("M. Kim a refusé.", "2001-05-02", "Kim", None),  # one in the North, one in the South
        ("Les Américains attendent. M. Bush a refusé.", "2003-05-02", "Bush", "US"),
        ("Bachar el-Assad a refusé.", None, "Bachar el-Assad", "SY"),
        ("Londres hésite. M. Brown a refusé.", "2008-05-02", "Brown", "GB"),
        ("M. Brown a refusé.", "2008-05-02", "Brown", None),  # there are many of that name
        ("Le cousin de la victime, M. Adams, a parlé.", "2012-05-02", "Adams", None),
        ("M. Brown a refusé.", "2018-05-02", "Brown", None),
        ("Mme Kirchner a refusé.", "2012-05-02", "Kirchner", "AR"),
        ("Mme Trump a refusé.", "2018-05-02", "Trump", None),
        ("L'acteur David Cameron a refusé.", "2018-05-02", "David Cameron", None),
        ("Mohammad Larijani a refusé.", "2018-05-02", "Mohammad Larijani", None),
        ("Kofi Annan a refusé.", "2000-05-02", "Kofi Annan", None),  # acts for no state
        ("Mikhaïl Gorbatchev a refusé.", "1945-05-02", "Mikhaïl Gorbatchev", None),
    ],
)
def test_country(text: str, published: str | None, name: str, country: str | None) -> None:
    actor = people(text, published)[name]
    assert (actor.country, actor.country_basis) == (country, country and "inferred")


def test_never_a_role() -> None:
    assert people("Angela Merkel a refusé.", "2010-05-02")["Angela Merkel"].roles == ()


def test_what_the_report_tells_goes_first() -> None:
    told = people("Le ministre canadien Tony Blair a refusé.", "2003-05-02")["Tony Blair"]
    assert (told.country, told.country_basis) == ("CA", "stated")


def test_a_city_stays_a_city() -> None:
    assert people("Ils se sont vus à Castro.", "2012-05-02") == {}
