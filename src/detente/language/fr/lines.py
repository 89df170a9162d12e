"""Which line breaks of a French text end a sentence, and which only fill a page.

A report's paragraphs are its lines, as a rule. Some sources wrap their lines at a width instead, and
there a line break says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BULLET = re.compile(r"[-–—•*·►▪‣]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s")
_STOPPED = re.compile(r"[.!?…:][»”\"’')\]\s]*$")
_OPEN_END = re.compile(
    r"(?:[,(«“\[]|[\s'’](?:à|au|aux|avec|ce|ces|cette|chez|d['’]|dans|de|des|du|en|et|l['’]|la|le|les|leur"
    r"|leurs|M\.|Mme|mais|ni|ou|où|par|pour|qu['’]|que|qui|sa|sans|se|selon|ses|son|sous|sur|un|une"
    r"|vers))$"
)
# Words that begin a line of their own in small letters no more than any other, but for names.
_SMALL_START = re.compile(r"[»”)\],;]|[a-zà-öø-ÿœæ]")
WRAP_WIDTHS = range(45, 111)  # columns at which a text is ever wrapped


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph, untrimmed; wrapped lines are put together.

    :param text: any text.
    """
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text)]
    lines = [(start, end) for start, end in lines if text[start:end].strip()]
    if not lines:
        return
    filled = _filled(text, lines)
    start, end = lines[0]
    for (above_start, above_end), (next_start, next_end) in pairwise(lines):
        above = text[above_start:above_end].strip()
        below = text[next_start:next_end].strip()
        if _goes_on(above, below, _blank(text[above_end:next_start]), (above_start in filled)):
            end = next_end
        else:
            yield start, end
            start, end = next_start, next_end
    yield start, end


def _blank(gap: str) -> bool:
    """Whether a blank line stands between two lines."""
    return gap.replace("\r\n", "\n").strip(" \t\u00a0") not in ("\n", "\r", "\u2028", "\x85")


def _goes_on(above: str, below: str, blank: bool, filled: bool) -> bool:
    """Whether the line below plainly carries on the line above."""
    if not any(char.isalnum() for char in below):
        return not blank and not _BULLET.match(below)
    if blank or _BULLET.match(below) or _STOPPED.search(above):
        return False
    if filled:
        return True
    if _BULLET.match(above) and below[0].isupper():
        return False
    if _OPEN_END.search(above):
        return True
    return len(above) >= WRAP_WIDTHS.start and bool(_SMALL_START.match(below))


def _filled(text: str, lines: list[tuple[int, int]]) -> set[int]:
    """The starts of lines that reach the width at which their block is wrapped."""
    filled: set[int] = set()
    block: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(lines):
        block.append((start, end))
        last = number + 1 == len(lines)
        if not last and not _blank(text[end : lines[number + 1][0]]):
            continue
        lengths = [stop - begin for begin, stop in block]
        width = max(lengths)
        inner = lengths[:-1]
        small = sum(bool(_SMALL_START.match(text[b:e].strip())) for b, e in block[1:])
        if (
            len(block) >= 3
            and width in WRAP_WIDTHS
            and sum(length >= 0.72 * width for length in inner) >= 0.75 * len(inner)
            and small >= len(inner) / 3
        ):
            filled |= {begin for begin, stop in block if stop - begin >= 0.72 * width}
        block = []
    return filled
