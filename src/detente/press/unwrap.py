"""Plain text whose lines were broken at some 72 characters, made into paragraphs again."""

from __future__ import annotations

import re
from itertools import pairwise

_NARROW, _WIDE = 50, 100
"""Characters: width of hard-wrapped text."""

_CUT_SENTENCE = re.compile(
    r"(?<=[^\W\d_]|[,’'])[ \t]*\n[ \t]*\n+[ \t]*"
    r"(?=(?!via\b)[^\W\d_A-ZÀ-ÖØ-Þ][^\n]*(?:[ ’'][^\n]*[ ’']|[.,!?…»]\s*$))",
    re.MULTILINE,
)
"""An empty line between a word (or comma) and a small letter that begins more than a label."""
_MANY_CUTS = 2


def unwrap(text: str) -> str:
    """The text with each block of lines joined, where it is hard-wrapped; else as it is.

    A paragraph that stops in the middle of a sentence and goes on in a small letter after an empty
    line (pages that put one after each line) is one paragraph again, whatever its width.
    """
    head = text.find("\n")  # under a headline a small letter is a new line's, unless many are cut
    cut_at_all = len(_CUT_SENTENCE.findall(text)) >= _MANY_CUTS
    text = _CUT_SENTENCE.sub(
        lambda cut: " " if cut_at_all or cut.start() > head else cut.group(), text
    )
    blocks = [block.split("\n") for block in text.split("\n\n")]
    if not _is_wrapped(blocks):
        return text
    return "\n\n".join(_joined(block) for block in blocks)


def _is_wrapped(blocks: list[list[str]]) -> bool:
    lines = [line for block in blocks for line in block if line]
    inner = [(a, b) for block in blocks for a, b in pairwise(block)]
    if len(inner) < 4 or max(map(len, lines)) > _WIDE:
        return False
    full = sum(len(a) >= _NARROW for a, _ in inner)
    broken = sum(not a.endswith((".", "!", "?", "»", ":")) for a, _ in inner)
    lower = sum(b[:1].islower() for _, b in inner)
    return full >= 0.7 * len(inner) and broken >= 0.6 * len(inner) and lower >= 0.4 * len(inner)


def _joined(block: list[str]) -> str:
    """Lines of one block in one; a line much shorter than the block's widest ends its paragraph,
    and so does one before a dash of a list or dialogue."""
    width = max(map(len, block))
    text = block[0]
    for before, line in pairwise(block):
        short = len(before) < 0.6 * width and not line[:1].islower()
        if short or line.startswith(("- ", "– ", "— ", "• ")):
            text += "\n" + line
        elif text.endswith("-"):
            text += line
        else:
            text += " " + line
    return text
