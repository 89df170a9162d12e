"""Orders, keys, ids and choices that do not depend on the order in which reports come."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from hashlib import sha1
from typing import TypeVar

from anyascii import anyascii

from detente.model import Article, Span

T = TypeVar("T")
_NO_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Words without case, accents, quotation marks and punctuation, one space between them."""
    if text.isascii():  # as most words are: there is nothing to take apart
        text = text.lower()
    else:
        text = unicodedata.normalize("NFKD", text).casefold().replace("œ", "oe").replace("æ", "ae")
        text = "".join([c for c in text if not unicodedata.combining(c)])
    return _NO_WORD.sub(" ", text).strip()


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


def prefer(values: Iterable[tuple[T | None, str]], finer: Callable[[T], object]) -> T | None:
    """The value that most sources give; of equals the one that `finer` ranks highest, then the
    first. None where nobody gives one."""
    given = [(value, source) for value, source in values if value is not None]
    support: dict[T, set[str]] = defaultdict(set)
    for value, source in given:
        support[value].add(source)
    order = {value: -n for n, (value, _) in reversed(list(enumerate(given)))}
    if not given:
        return None
    return max(support, key=lambda v: (len(support[v]), finer(v), order[v]))
