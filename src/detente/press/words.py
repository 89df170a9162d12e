"""Small helpers on lines of text that the cleaning steps share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ACCENTS = re.compile("[\u0300-\u036f]")
_PARTICLES = r"(?:d[eu]s?|d['’]|van|von|der|den|el|al|ben|bin|da|di|la|le|y|dos)"
NAME = r"[A-ZÀ-ÖØ-ÞŠŽČĆŁŞĐ](?:[\w'’]*\.?)(?:-[A-ZÀ-Þ]?[\w'’]+)*"
"""A capitalised word of a name."""
PERSON = rf"{NAME}(?:\s+{_PARTICLES})*(?:\s+(?:{_PARTICLES}\s*)*{NAME}){{1,3}}"
"""A first name and one to three further names, as a byline gives them."""


@lru_cache(maxsize=4096)  # each line is asked about by several steps
def fold(text: str) -> str:
    """Case, accents, punctuation and spacing folded away, for comparing lines.

    >>> fold("Étiquettes :")
    'etiquettes'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"\w+", _ACCENTS.sub("", plain)))


def is_prose(line: str) -> bool:
    """Whether a line is a paragraph of a report rather than a label, headline or name."""
    words = line.split()
    return len(words) >= 8 and (
        line.rstrip("»”\"' \u00a0)").endswith((".", "!", "?", "…")) or len(words) > 35
    )


def content(text: str) -> set[str]:
    """The beginnings of the longer words of a text, by which a headline and its report meet.

    >>> sorted(content("Négociations à Genève"))
    ['genev', 'negoc']
    """
    return {word[:5] for word in fold(text).split() if len(word) > 4}
