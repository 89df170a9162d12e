"""The walk on the reference dossiers stays above its floors."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "accuracy.py"


@pytest.mark.slow
def test_no_figure_falls_below_its_floor(shared: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(BENCHMARK), "--check"],
        env={**os.environ, "DETENTE_SHARED": str(shared)},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr


def test_without_the_reference_dossiers_nothing_is_measured(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(BENCHMARK), "--check"],
        env={**os.environ, "DETENTE_SHARED": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert (run.returncode, "nothing to measure" in run.stdout) == (0, True)
