"""The page's words: the same in both languages, none lacking, none idle; dates as one writes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import detente.web
from detente import codebook
from detente.views.exports import FORMATS
from detente.web.snapshot.doubt import WEIGHTS
from detente.web.words import LANGUAGES, Words, words

WEB = Path(detente.web.__file__).parent
FR, EN = words("fr"), words("en")
SOURCES = "\n".join(file.read_text("utf-8") for file in [*WEB.rglob("*.html"), *WEB.rglob("*.py")])
STRINGS = set(re.findall(r"""["']([a-z_]+(?:\.[\w]+)+)["']""", SOURCES))
"""What looks like a whole key, wherever it stands."""
CALLED = set(re.findall(r"""\bt\(\s*"([\w.]+)"[,)]""", SOURCES))
SECTIONS = {
    section
    for pattern in (
        r"""["']([a-z_]+)\.["'] ?[~+]""",
        r"""named\(\s*"([a-z_]+)",""",
        r"""f"([a-z_]+)\.\{""",
    )
    for section in re.findall(pattern, SOURCES)
}
"""Sections whose keys are put together from a name."""


def test_both_languages_have_the_same_words() -> None:
    assert FR.catalogue.keys() == EN.catalogue.keys()
    for key, phrase in FR.catalogue.items():
        fields = set(re.findall(r"\{(\w+)\}", phrase))
        assert fields == set(re.findall(r"\{(\w+)\}", EN.catalogue[key])), key


def test_no_word_is_lacking() -> None:
    assert FR.catalogue.keys() >= CALLED


def test_no_word_is_idle() -> None:
    idle = {k for k in FR.catalogue if k not in STRINGS and k.split(".")[0] not in SECTIONS}
    assert idle == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_the_codebook_have_words(language: str) -> None:
    catalogue = words(language).catalogue
    assert {f"topic.{topic}" for topic in codebook.load().topics} <= catalogue.keys()
    assert {f"doubt.{reason}" for reason in WEIGHTS} <= catalogue.keys()
    assert {f"format.{name}" for name in FORMATS} <= catalogue.keys()


@pytest.mark.parametrize(
    ("edtf", "fr", "en"),
    [
        ("2025-02-27", "27 févr. 2025", "27 Feb 2025"),
        ("2025-02", "févr. 2025", "Feb 2025"),
        ("2025", "2025", "2025"),
        ("2025-02~", "vers févr. 2025", "c. Feb 2025"),
        ("2025?", "2025 (?)", "2025 (?)"),
        ("2025-04-10/2025-04-11", "10–11 avr. 2025", "10–11 Apr 2025"),
        ("2025-01-30/2025-02-02", "30 janv. – 2 févr. 2025", "30 Jan – 2 Feb 2025"),
        ("2024-12-30/2025-01-02", "30 déc. 2024 – 2 janv. 2025", "30 Dec 2024 – 2 Jan 2025"),
        ("2022/..", "depuis 2022", "since 2022"),
        ("../2023", "jusqu’à 2023", "until 2023"),
        ("2021-24", "hiver 2021", "winter 2021"),
        ("199X", "années 1990", "1990s"),
        ("nonsense", "nonsense", "nonsense"),
        (None, "", ""),
    ],
)
def test_dates(edtf: str | None, fr: str, en: str) -> None:
    assert (FR.date(edtf), EN.date(edtf)) == (fr, en)


def test_long_dates_have_their_weekday() -> None:
    assert FR.date("2025-02-27", long=True) == "jeudi 27 février 2025"
    assert EN.date("2025-02-27", long=True) == "Thursday 27 February 2025"


def test_durations() -> None:
    assert FR.duration("PT1H30M") == "1 h 30 min"
    assert (FR.duration("P1D"), EN.duration("P2D")) == ("1 jour", "2 days")
    assert EN.duration("P3W") == "P3W"


@pytest.mark.parametrize(("language", "none"), [(FR, "0 ligne"), (EN, "0 lines")])
def test_numbers_choose_their_form(language: Words, none: str) -> None:
    assert language("list.count", n=0) == none
    assert language("list.count", n=1234).replace("\u202f", " ").split()[0] in ("1", "1,234")


def test_states_are_named_in_the_language() -> None:
    state = {"id": "NO", "name": "Norvège", "kind": "state"}
    assert (FR.actor(state), EN.actor(state)) == ("Norvège", "Norway")
    assert EN.actor({"id": "x", "name": "Kari Holm", "kind": "person"}) == "Kari Holm"
