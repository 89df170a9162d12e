"""What the tests of the reading share: a report of one text, read as far as its events."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Article, Published
from detente.reading import draft_of
from detente.reading.draft import Draft


@pytest.fixture(scope="session")
def draft() -> Callable[..., Draft]:
    """Reads a text that came out on a day (12 June 2025, a Thursday, where none is given)."""

    def read(text: str, date: str | None = "2025-06-12") -> Draft:
        published = Published(date=date, basis="given" if date else None)
        article = Article(id="a", source="a", text=text, language="fr", published=published)
        return draft_of(article, upto="events")

    return read
