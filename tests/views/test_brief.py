"""The brief: its parts, its sources, its Markdown."""

from __future__ import annotations

from detente.model import Record
from detente.views.brief import plain, text


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


def test_markup_in_reports_does_nothing() -> None:
    assert plain("a *b*\n[c](d) <i>") == r"a \*b\* \[c\](d) \<i\>"


def test_an_empty_record_makes_a_brief() -> None:
    assert text(Record()).count("Nothing.") == 6
