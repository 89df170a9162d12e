"""Where a text puts words between quotation marks, also where a mark is wrong or missing.

Works on characters alone. A mark's side is told by what stands around it: an opening one follows a
space and touches a word, a closing one touches a word or a full stop and is followed by a space. So
`qu' »on ne peut…` opens although its mark is a closing one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

PAIRS = {"«": "»", "“": "”", "„": "“", "‘": "’", '"': '"', "'": "'", "‹": "›"}
MARKS = "«»“”„‘’\"'‹›"
_MARK = re.compile(f"[{re.escape(''.join(MARKS))}]")
RUN_ON = 4
"""Paragraphs after its own into which an unclosed quotation may run to find its closing mark."""
_LETTER = re.compile(r"[\w\[(…]")
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Þ])")
_LAST_WORD = re.compile(r"(?:^|[\s(«\"'’])([^\s(«\"'’]+)$")
LONGEST = 12
"""Characters before a full stop among which a word is looked for that keeps it."""
_SAID = re.compile(r"\w")


@dataclass(slots=True)
class Quote:
    """`start`, `end`: with its marks; `inner_start`, `inner_end`: the words. Characters of the text.

    `closed`, `opened` are False where that mark is missing and the extent was recovered. `inner` are
    quotations within it."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool = True
    closed: bool = True
    inner: list[Quote] = field(default_factory=list)

    def words(self, text: str) -> str:
        return text[self.inner_start : self.inner_end]


@dataclass(slots=True)
class _Mark:
    at: int
    char: str
    side: str
    """`open`, `close`, or `either`."""


def find_quotes(text: str, abbreviations: frozenset[str] = frozenset()) -> list[Quote]:
    """The outermost quotations of a text, in order. `abbreviations` are words whose full stop ends
    no sentence."""
    marks = list(_marks(text))
    quotes: list[Quote] = []
    i = 0
    floor = 0
    while i < len(marks):
        mark = marks[i]
        if mark.side == "close":
            if quote := _unopened(text, mark, _absorb(text, mark, quotes, floor), abbreviations):
                quote.inner = [q for q in quotes if q.start >= quote.start]
                quotes = [*(q for q in quotes if q.start < quote.start), quote]
                floor = quote.end
            i += 1
            continue
        quote, i = _quotation(text, marks, i)
        quotes.append(quote)
        floor = quote.end
    return [q for q in quotes if _SAID.search(q.words(text))]


# ---------------------------------------------------------------- marks and their sides


def _marks(text: str) -> list[_Mark]:
    return [
        _Mark(mark.start(), mark.group(), side)
        for mark in _MARK.finditer(text)
        if (side := _side(text, mark.start(), mark.group()))
    ]


def _side(text: str, i: int, char: str) -> str | None:
    before = text[i - 1] if i else "\n"
    after = text[i + 1] if i + 1 < len(text) else "\n"
    touches_before = not before.isspace() and before not in "([—–:"
    touches_after = bool(_LETTER.match(after)) or after in "«“\"'‘"
    if char in "«„‹":
        # « parole« , a dit X »: a closing mark typed as an opening one
        wrong = touches_before and before not in "'’" and not touches_after
        return "close" if wrong and _open_before(text, i) else "open"
    if char in "»›":
        # a closing mark that touches the next word and no word before it was meant to open
        wrong = after.isalnum() and (before.isspace() or before in "'’(")
        return "open" if wrong and not _closes(text, i) else "close"
    if char == "“":
        return "close" if touches_before and not touches_after and _low_open(text, i) else "open"
    if char == "”":
        return "close" if touches_before or not touches_after else "open"
    if char in "'’‘":
        return _single(text, i, char, before, after)
    if touches_after and not touches_before:
        return "open"
    if touches_before and not touches_after:
        return "close"
    return "either"


def _closes(text: str, i: int) -> bool:
    """Whether a `»` has its `«` in the same paragraph."""
    paragraph = text.rfind("\n", 0, i) + 1
    return text.count("«", paragraph, i) > text.count("»", paragraph, i)


def _open_before(text: str, i: int) -> bool:
    """Whether a `«` stands open before a mark that may close it, in the same paragraph."""
    last = text.rfind("«", text.rfind("\n", 0, i) + 1, i)
    return last >= 0 and "»" not in text[last:i]


def _low_open(text: str, i: int) -> bool:
    return text.rfind("„", 0, i) > max(text.rfind("“", 0, i), text.rfind("”", 0, i))


def _single(text: str, i: int, char: str, before: str, after: str) -> str | None:
    """Single marks, told from apostrophes: they open after a space and have a partner near by."""
    if char == "‘" and (_LETTER.match(after)):
        return "open"
    if (before.isspace() or before in "(") and after.isalnum() and char != "’":
        line_end = text.find("\n", i)
        rest = text[i + 1 : line_end if line_end >= 0 else len(text)]
        return "open" if re.search(r"[\w.!?…]['’](?!\w)", rest) else None
    if not before.isspace() and not after.isalnum() and _single_open(text, i):
        return "close"
    return None


def _single_open(text: str, i: int) -> bool:
    start = text.rfind("\n", 0, i) + 1
    before = re.sub(r"(?<=\w)['’](?=\w)", "_", text[start:i])
    return bool(re.search(r"(?:^|[\s(])['‘](?=\w)[^'‘]*$", before))


# ---------------------------------------------------------------- extents


def _paragraph_end(text: str, at: int) -> int:
    """Where the paragraph that holds `at` ends, or the next one where `at` is between two."""
    while at < len(text) and text[at].isspace():
        at += 1
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _quotation(text: str, marks: list[_Mark], i: int) -> tuple[Quote, int]:
    """The quotation that mark `i` opens, and the index of the first mark after it."""
    first = marks[i]
    char = first.char if first.char in PAIRS else '"' if first.char in "”" else "«"
    closing = PAIRS[char]
    straight = closing == char
    depth = 1
    inner: list[Quote] = []
    opened_inner: list[int] = []
    limit = _paragraph_end(text, first.at)
    paragraphs = 0
    j = i + 1
    while j < len(marks):
        mark = marks[j]
        while mark.at > limit and paragraphs < RUN_ON and not _fresh(text, marks, j, limit):
            limit = _paragraph_end(text, limit + 1)
            paragraphs += 1
        if mark.at > limit:
            break
        same = mark.char == closing or (closing == "»" and mark.char in "»›«")
        closes = same and (mark.side != "open" or (straight and mark.side == "either"))
        if closes:
            depth -= 1
            if depth == 0:
                return _made(text, first.at, mark.at, inner), j + 1
            if opened_inner:
                start = opened_inner.pop()
                inner.append(_made(text, start, mark.at, []))
        elif mark.side == "open" and mark.char == first.char:
            if _nests(marks, j, limit, closing):
                depth += 1
                opened_inner.append(mark.at)
            elif not straight or _sentence_before(text, mark.at):
                return _unclosed(text, first.at, mark.at, inner), j
        j += 1
    end = _paragraph_end(text, first.at)
    after = next((k for k in range(i + 1, len(marks)) if marks[k].at >= end), len(marks))
    return _unclosed(text, first.at, end, inner), after


def _fresh(text: str, marks: list[_Mark], j: int, limit: int) -> bool:
    """Whether the next mark beyond `limit` starts a quotation of its own rather than ends this."""
    return marks[j].side == "open" or bool(re.match(r"\s*[-–—]\s", text[limit : limit + 6]))


def _nests(marks: list[_Mark], j: int, limit: int, closing: str) -> bool:
    """Whether two closing marks follow an opening one before the paragraph ends, so that it nests."""
    depth = 2
    for mark in marks[j + 1 :]:
        if mark.at > limit:
            break
        if mark.char == closing and mark.side != "open":
            depth -= 1
            if depth == 0:
                return True
        elif mark.side == "open" and mark.char == marks[j].char:
            depth += 1
    return False


def _sentence_before(text: str, at: int) -> bool:
    return text[:at].rstrip()[-1:] in ".!?…"


def _made(text: str, start: int, end: int, inner: list[Quote]) -> Quote:
    a, b = start + 1, end
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return Quote(start, end + 1, a, b, inner=inner)


def _unclosed(text: str, start: int, limit: int, inner: list[Quote]) -> Quote:
    """A quotation whose end is missing: up to an incise or colon-free end of its sentence or block."""
    end = limit
    while end > start and (text[end - 1].isspace()):
        end -= 1
    quote = _made(text, start, end, inner)
    quote.end = end
    quote.closed = False
    return quote


def _absorb(text: str, mark: _Mark, quotes: list[Quote], floor: int) -> int:
    """Where a quotation without an opening mark may begin: before those of another kind of mark in
    its paragraph, which then stand inside it."""
    line = text.rfind("\n", 0, mark.at) + 1
    if all(text[q.end - 1] != mark.char for q in quotes if q.start >= line):
        return max([line, *(q.end for q in quotes if q.start < line)])
    return floor


def _unopened(text: str, mark: _Mark, floor: int, abbreviations: frozenset[str]) -> Quote | None:
    """A closing mark without an opening one: from the last colon, dash or start of its paragraph."""
    if mark.char in "'’”\"":
        return None
    line = max(text.rfind("\n", 0, mark.at) + 1, floor)
    start = line
    dash = re.match(r"\s*[-–—]\s*", text[line : mark.at])
    if dash:
        start = line + dash.end()
    elif (colon := text.rfind(": ", line, mark.at)) >= 0:
        start = colon + 2
    elif line == floor:  # behind « », a dit X. »
        ends = _SENTENCE_END.finditer(text, line, mark.at)
        ended = (end for end in ends if not abbreviated(text, end.start(), abbreviations))
        start = next((end.end() for end in ended), start)
    inner_end = len(text[: mark.at].rstrip())
    while start < inner_end and (text[start].isspace() or text[start] in ",;."):
        start += 1
    if inner_end - start < 2:
        return None
    return Quote(start, mark.at + 1, start, inner_end, opened=False)


def abbreviated(text: str, at: int, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop at a character stands behind an abbreviation or an initial."""
    word = _LAST_WORD.search(text[max(0, at - LONGEST) : at]) if text[at] == "." else None
    return word is not None and (
        word[1] in abbreviations or (len(word[1]) == 1 and word[1].isupper())
    )


def brings_in(words: str) -> bool:
    """Whether what stands behind a verb of speech is a colon that brings in words (« pour défendre
    ce geste : »), and neither a long clause of its own nor a smiley (`:sad:`)."""
    return re.fullmatch(r"[^:]{0,60}:", words.strip()) is not None
