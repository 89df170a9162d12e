"""What a reading was made with changes when the files do that it depends on, and only then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.dossier import version


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small house of files."""
    for name in (
        "model.py", "edtf/value.py", "reading/dates.py", "codebook/kinds/call.yaml",
        "language/__init__.py", "language/gazetteer/cities.tsv", "language/fr/names.yaml",
        "language/ru/names.yaml", "record/build.py", "views/brief.py",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(version, "_HOUSE", tmp_path)
    yield tmp_path
    forget()


def forget() -> None:
    version.reading_version.cache_clear()
    version.record_version.cache_clear()


def made_with() -> tuple[str, str]:
    forget()
    return version.reading_version("fr-CA"), version.record_version()


@pytest.mark.parametrize(
    ("file", "reading", "record"),
    [
        ("model.py", True, True),
        ("edtf/value.py", True, True),
        ("reading/dates.py", True, False),
        ("codebook/kinds/call.yaml", True, True),
        ("language/gazetteer/cities.tsv", True, False),
        ("language/fr/names.yaml", True, False),
        ("language/ru/names.yaml", False, False),
        ("record/build.py", False, True),
        ("views/brief.py", False, False),
        ("reading/__pycache__/dates.cpython-311.pyc", False, False),
    ],
)
def test_it_changes_with_what_matters(house: Path, file: str, reading: bool, record: bool) -> None:
    before = made_with()
    (house / file).parent.mkdir(exist_ok=True)
    (house / file).write_text("changed")
    after = made_with()
    assert (before[0] != after[0], before[1] != after[1]) == (reading, record)


def test_a_new_file_changes_it_too(house: Path) -> None:
    before = made_with()
    (house / "reading" / "places.py").write_text("")
    assert made_with()[0] != before[0]


def test_the_package_has_a_version_of_each_part() -> None:
    assert [part.split(":")[0] for part in version.reading_version("fr").split()[1:]] == [
        "reading",
        "codebook",
        "fr",
    ]
