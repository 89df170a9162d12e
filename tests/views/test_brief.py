"""The brief: its parts, its sources, its Markdown."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from detente.codebook import load
from detente.model import Basis, Published, Record, Status, UndertakingStatus
from detente.views import wording
from detente.views.brief import plain, text
from detente.views.wording import LANGUAGES, of


def test_each_line_has_its_source(small_record: Record) -> None:
    brief = text(small_record)
    assert (
        "- **2031-05-08** talks, Reykjavik, Iceland: Norvège, Islande, Kari Holm (disputed)."
        in brief
    )
    assert "- **Kari Holm** (Norway): ministre, Norvège \\[2031-05-08\\] [Agence du Nord" in brief
    assert "Norvège, carried out: “Nous rouvrirons la ligne \\[du Nord\\]” [Agence du Nord" in brief
    assert "2031-05-08]\n  - **2031-05-12** carried out [two.txt]" in brief
    assert "  - **40** two.txt, 1 source [two.txt]" in brief
    assert "**three.txt** (undated), not read: no language pack for 'eo'" in brief


def test_what_is_planned_is_told_apart(small_record: Record) -> None:
    happened, planned = text(small_record).split("## Planned, proposed or denied")
    assert "sanctions relief" not in happened
    assert "sanctions relief (planned)" in planned


def test_headings_and_kinds_in_french(small_record: Record) -> None:
    brief = text(small_record, "fr")
    assert brief.startswith("# Note de synthèse\n\n## Ce qui s’est passé\n")
    assert "pourparlers, Reykjavik, Islande\u00a0: Norvège" in brief
    assert "«\u00a0La ministre norvégienne" in brief
    assert " nombre\n  - **30** Agence du Nord, 1 source" in brief


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("basis", get_args(Basis))
def test_every_basis_of_a_date_has_its_words(
    small_record: Record, language: str, basis: Basis
) -> None:
    first, *others = small_record.articles
    dated = replace(first, published=Published(date="2031-05-08", basis=basis))
    record = replace(small_record, articles=(dated, *others))
    assert "Agence du Nord, 2031-05-08" in text(record, language)


def test_every_kind_and_status_has_french_words() -> None:
    french = of("fr")
    for kind in load().kinds:
        assert kind in wording._KINDS_FR, kind
    for status in (*get_args(Status), *get_args(UndertakingStatus)):
        assert french.status(status) != status


def test_markup_in_reports_does_nothing() -> None:
    assert plain("a *b*\n[c](d) <i>") == r"a \*b\* \[c\](d) \<i\>"


def test_an_empty_record_makes_a_brief() -> None:
    assert text(Record()).count("Nothing.") == 6
