"""The halves of a divided country: « le Nord et le Sud », « les deux Corées »."""

from __future__ import annotations

from detente.language.gazetteer import fold
from detente.reading.names.stage import Stage


def find(stage: Stage) -> None:
    """Adds the mentions of halves. A bare half (« le Nord ») is a state only in a report that names
    both states, and where nothing tells what it is the north of."""
    words, lang = stage.words, stage.lang
    told = {m.actors[0] for _, m in stage.made if len(m.actors) == 1}
    for row in lang.data()["divided"]:
        states = row["states"]
        parts = tuple(stage.cast.state(code) for code in states)
        both = told.issuperset(states)
        halves = {fold(word): code for word, code in zip(row["halves"], states, strict=True)}
        both_of = fold(row["both"])
        for n, word in enumerate(words):
            if word.key != both_of and word.key not in halves:
                continue
            hit = stage.hits.get(n)
            told_else = hit is not None and (hit.known.country or hit.first != hit.last)
            if told_else or n in stage.names or not n or word.breaks:
                continue
            if word.key == both_of and words[n - 1].key in lang.GRAMMAR.two:
                stage.mention(n - 1, n, parts, "name", layer=2)
            elif both and word.cap and not word.upper and word.key in halves:
                after = words[n + 1].key if n + 1 < len(words) else ""
                if stage.has_article(n) and after not in lang.OF:
                    part = stage.cast.state(halves[word.key])
                    stage.mention(n, n, (part,), "name", layer=2)
