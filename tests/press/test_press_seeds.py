"""The reference reports, where they are at hand, are taken in clean."""

import os
from pathlib import Path

import pytest
import yaml

from detente.press import read_source

SHARED = Path(os.environ.get("DETENTE_SHARED", Path(__file__).parents[3] / "shared"))
GOLD = SHARED / "gold" / "istanbul-2025.yaml"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the reference dossiers are not here")


def test_seeds() -> None:
    wanted = yaml.safe_load(GOLD.read_text("utf-8"))["articles"]
    articles = {Path(a.source).name: a for a in read_source(SHARED / "seeds")}
    assert set(articles) == set(wanted)
    for name, want in wanted.items():
        article = articles[name]
        assert article.language == want["language"]
        assert not [noise for noise in want.get("noise", []) if noise in article.text]
        if "outlet" in want:
            assert article.outlet == want["outlet"]
        if article.published.date:
            assert article.published.date == str(want["published"]["from"])
            assert all(article.text[s.start : s.end] == s.exact for s in article.published.evidence)
