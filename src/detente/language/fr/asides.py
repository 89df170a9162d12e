"""Words that the parser reads better without: a list's bullet, a dialogue's dash, and the small
asides of reporters (« de son côté », « pour sa part »), which stand between an auxiliary and its
participle and take the sentence apart; and Latin (« persona non grata »)."""

from __future__ import annotations

import re

LEADING = frozenset("- – — • * · ► ▪ ‣ -- … >".split())

ASIDE = re.compile(
    r"\b(?:de (?:mon|ton|son|notre|leur)s? côtés?|pour (?:ma|sa|notre|leur) part"
    r"|quant à (?:lui|elle|eux|elles)|à (?:mon|son|notre|leur) tour|dans la foulée|au contraire"
    r"|en revanche|en outre|par ailleurs|entre-temps|en retour|par la suite|en effet"
    r"|dans un premier temps|pour l['’]heure|pour l['’]instant|pour le moment|du même coup"
    r"|dans le même temps|au passage|en substance|sans surprise|à cette occasion"
    r"|à plusieurs reprises|person(?:a|æ|ae) non grat(?:a|æ|ae)|(?:un peu )?plus (?:tôt|tard) dans la (?:journée|soirée|matinée))"
    r"(?!\s+d[eu’'])\b",
    re.IGNORECASE,
)


def kept_from_parser(text: str, words: list[tuple[int, int]]) -> dict[int, str]:
    """Which tokens of a sentence the parser does not see: index to `mark` (a leading mark, or a
    comma around an aside) or `aside`.

    :param text: the whole text; ``words`` are the offsets of the sentence's tokens in it.
    """
    lead = next((i for i, (a, b) in enumerate(words) if text[a:b] not in LEADING), 0)
    found = dict.fromkeys(range(lead), "mark")
    start, end = words[0][0], words[-1][1]
    for match in ASIDE.finditer(text, start, end):
        inside = [i for i, (a, b) in enumerate(words) if match.start() <= a and b <= match.end()]
        if not inside:
            continue
        before, after = inside[0] - 1, inside[-1] + 1
        if after >= len(words):
            continue
        comma = text[slice(*words[after])] == ","
        opening = before < lead
        if comma and (opening or text[slice(*words[before])] == ","):
            found[after] = "mark"
            if not opening:
                found[before] = "mark"
        found.update(dict.fromkeys(inside, "aside"))
    return found if len(found) < len(words) else {}
