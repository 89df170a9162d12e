"""Orders, keys and ids that do not depend on the order in which reports come."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha1

from anyascii import anyascii

from detente.model import Article, Span


def fold(text: str) -> str:
    """Words without case, accents, quotation marks and punctuation, one space between them."""
    text = unicodedata.normalize("NFKD", text).casefold().replace("œ", "oe").replace("æ", "ae")
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", text).strip()


def slug(text: str) -> str:
    """A name as an id: small ASCII letters, digits and hyphens; `x` where nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-") or "x"


def short_hash(*parts: object) -> str:
    """Ten hexadecimal digits that stand for some values."""
    return sha1("\x1f".join(map(str, parts)).encode()).hexdigest()[:10]


def rank(article: Article) -> tuple[str, str]:
    """Earlier reports first: by the date they state (none: last), then by id. An inferred date
    has no say here, since it may change with every report that comes in."""
    published = article.published
    stated = published.date if published.basis != "inferred" else None
    return (stated or "9999", article.id)


def unique_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each span once, by article and place."""
    return tuple(sorted(set(spans), key=lambda s: (s.article, s.start, s.end)))
