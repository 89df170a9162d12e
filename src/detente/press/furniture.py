"""What a site puts around a report: labels, share lists, links, cookie lines, notes of the desk."""

from __future__ import annotations

import re
from collections.abc import Collection

from detente.press.byline import metadata
from detente.press.calendar import day_of, day_pattern
from detente.press.page import Page
from detente.press.patterns import Patterns, load
from detente.press.words import fold, is_prose

_QUOTES = set('«»“”"‹›„‟')
_FOOT = 60
"""Lines that the foot of a page has at most."""
_NEAR = 4
"""Lines of it among which the day of the report itself may stand."""
_PHOTO = re.compile(r"(?:©\s*)?[^/]{3,60}(?<!\s\w) ?/ ?[^/]{2,40}(?: ?/ ?[^/]{2,60})?")
"""“Name / AGENCY”: the credit of a picture."""
_POST = re.compile(r"[—–-] .{2,60} \(@\w+\) (?P<day>.{4,40})")
"""“— Name (@name) 5 mai 2024”: who posted what the report quotes, and when."""
_WORDS = 6
"""Words that a label of a row has at most."""
_LONGEST = 400
"""Characters; a line longer than this is a paragraph, whatever it begins with."""
_CODE = re.compile(
    r"""</?[a-z][^<>]*>?|[\w-]+\s*=\s*(?:"[^"]*"|'[^']*')|[\w$]+(?:\.[\w$]+)+\s*[(=]|\bfunction\s*\("""
    r"""|\bvar \w+ ?=|^[\[{]+\s*".*[}\]]+[;,]?$|^\[\w+_\w+.*\]$|[{}]|\);""",
    re.I,
)
"""What a page's own code is made of, in a line that was scraped with it: tags, calls, JSON."""
_PICTURE = re.compile(r"^\w[\w-]*-\d{2,4}x\d{2,4}(?=[A-ZÀ-Þ«])")
"""The name of a picture's file, with its size, glued to a paragraph."""
_SAID = 3
"""Words beside code that are no more than a label."""


def strip(page: Page) -> None:
    """Drops the lines that are no part of the report; the days of posts that it quotes stay with the
    page."""
    known = load()
    _drop_contents_list(page)
    _cut_foot(page, known)
    lines = [_PICTURE.sub("", line) for line in page.lines]
    page.lines = [line for line in lines if not line or not _is_furniture(line, known)]
    posted = (_POST.fullmatch(line) for line in lines if "(@" in line)
    days = (list(day_pattern().finditer(post["day"])) for post in posted if post)
    page.pictured += [found[-1] for found in days if found and day_of(found[-1])]


def _is_furniture(line: str, known: Patterns) -> bool:
    if _CODE.search(line) and len(re.findall(r"[^\W\d_]{2,}", _CODE.sub(" ", line))) <= _SAID:
        return True
    if len(line) > _LONGEST:
        return False
    if (told := metadata(line.strip("()"))) and (told.credits or told.outlets):
        return not told.days and _PHOTO.fullmatch(line) is not None
    if not re.search(r"\w", line):  # a lone “.”, “***”; but a quotation mark may close a quotation
        return not _QUOTES.intersection(line)
    return (
        (len(line) < 80 and fold(line) in known.labels)
        or only_labels(line, known.labels)
        or known.notes.fullmatch(line) is not None
        or (known.lines.fullmatch(line) is not None and not _quoted(line))
    )


def only_labels(line: str, labels: Collection[str]) -> bool:
    """A row of labels (folded) on one line: “Facebook Twitter WhatsApp”, “Partager | Imprimer”,
    “Imprimer Envoyer à un ami Partager”."""
    if len(line) > 120:
        return False
    if len(parts := re.split(r"\s*[|•·/,]\s*", line.strip(" |•·/,"))) > 1:
        return all(fold(part) in labels for part in parts if part)
    words = fold(line).split()
    ends = {0}
    for end in range(1, len(words) + 1):
        if any(" ".join(words[start:end]) in labels for start in ends if start >= end - _WORDS):
            ends.add(end)
    return len(words) > 1 and len(words) in ends


def _quoted(line: str) -> bool:
    return bool(_QUOTES.intersection(line)) and is_prose(line)


def _drop_contents_list(page: Page) -> None:
    """The entries of a table of contents: lines right under its label that come again below."""
    full = page.full()
    for place, number in enumerate(full[:10]):
        if fold(page.lines[number]) not in ("table of contents", "table des matieres", "sommaire"):
            continue
        below = [fold(page.lines[n]) for n in full[place + 1 :]]
        for offset, entry in enumerate(list(below)):
            if entry not in below[offset + 1 :] or is_prose(page.lines[full[place + 1 + offset]]):
                break
            page.lines[full[place + 1 + offset]] = ""


def _cut_foot(page: Page, known: Patterns) -> None:
    """Everything from a foot's label (“Sur le même sujet”) to the end, where only links follow."""
    full = page.full()
    first = next((place for place, n in enumerate(full) if is_prose(page.lines[n])), len(full))
    for place in range(max(first + 1, len(full) - _FOOT), len(full)):
        if fold(page.lines[full[place]]) not in known.feet:
            continue
        rest = [page.lines[n] for n in full[place + 1 :]]
        if not any(_tells(line) for line in rest):
            own = [page.lines[n] for n in full[place:][:_NEAR] if _states_day(page.lines[n])]
            page.lines[full[place] :] = own[:1]
            return


def _states_day(line: str) -> bool:
    """“Publié le 3 mai 2024”, which may stand below a button."""
    told = metadata(line)
    return told is not None and any(rank in (0, 3) for *_, rank in told.days)


def _tells(line: str) -> bool:
    """Whether a line is, or may be, a sentence rather than a link."""
    ends = line.endswith((".", "»", ")")) or re.search(r"[a-zà-ÿ»”][.!?…] ?[\w«]", line)
    return len(line) >= 160 or bool(ends) or is_prose(line)
