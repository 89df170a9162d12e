"""Killed at any moment, a dossier has lost nothing that it told of as kept, and it opens."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def killing() -> ModuleType:
    spec = spec_from_file_location("killing", Path(__file__).with_name("killing.py"))
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing(killing: ModuleType, tmp_path: Path) -> None:
    told, lost = killing.kill(str(tmp_path / "d.db"), 200)
    assert told >= 160  # four in five are killed after their first report
    assert lost == 0


@pytest.mark.slow
def test_a_server_loses_nothing_of_a_killed_writer(
    killing: ModuleType, database: Callable[[], str]
) -> None:
    told, lost = killing.kill(database(), 20)
    assert told >= 16
    assert lost == 0
