"""The tense around some words, from the forms of nearby verbs alone (no parse)."""

from __future__ import annotations

import re

from detente.edtf import Tense

__all__ = ["FUTURE_PARTICIPLES", "near"]

FUTURE_PARTICIPLES = frozenset({"prévoir", "attendre", "programmer", "planifier", "espérer"})
"""« attendu jeudi », « prévue en mai »: participles of what is still to come."""

_ENDS = re.compile(r"[.!?;:\n«»“”]|(?<=\s)[–—-](?=\s)")
_SOFT = re.compile(r",|\bque?\b|\bqu['’]|\bqui\b|\bdont\b|\boù\b|\bet\b|\bmais\b")
_PARTICIPLE = (
    r"\w+(?:é|ée|és|ées|i|ie|is|it|ies|ise|ises|u|ue|us|ues|ert|erte|int|inte|ort|orte|orts|ortes)"
)
_ADVERBS = r"(?:\s+(?:pas|plus|jamais|déjà|aussi|également|ensuite|enfin|encore|eux|\w+ment))?"
_CUES: tuple[tuple[Tense, re.Pattern[str]], ...] = (
    (
        "future",
        re.compile(
            r"\b(?:va|vont|allons|doit|doivent|devra|devrait|devraient|compte|comptent|entend|"
            r"entendent|pourrait|pourraient|envisage|envisagent|prévoit|prévoient)\s+(?:(?:se|s['’]|y|être|en)\s*)?\w+(?:r|re)\b"
            r"|\b(?:prévu|attendu|programmé|planifié)e?s?\b"
            r"|\b(?!opéra|caméra|viendra|contra|extra|para\b)[a-zéèêëàâîïôûüç]+(?:er|ir|dr|r)(?:a|ont|ai|ez)\b"
        ),
    ),
    (
        "past",
        re.compile(
            r"\b(?:a|ont|ai|as|avons|avez|avait|avaient|aurait|auraient|eut|fut|furent|est|sont|"
            r"était|étaient|serait|seraient|ayant|étant|s['’]est|a-t-il|a-t-elle|ont-ils|ont-elles|a-t-on)"
            rf"{_ADVERBS}(?:\s+été)?{_ADVERBS}\s+(?!prévu|attendu|programmé|planifié){_PARTICIPLE}\b"
            r"|\b(?:allait|allaient|venait|venaient)\s+(?:(?:de|se|d['’]|s['’]|être)\s*)*\w+(?:r|re)\b"
            r"|\b(?!(?:lait|trait|fait|souhait|retrait|portrait|extrait|bienfait|attrait|parfait)\b)"
            r"\w{2,}(?<![eid]r)(?:ait|aient)\b"
            r"|\b\w{2,}(?:èrent|irent|urent)\b"
        ),
    ),
    # An infinitive leaves open when: « pour se réunir jeudi ».
    (
        "present",
        re.compile(
            r"(?<=[a-zé'’] )(?!(?:pour|hier|premier|dernier|janvier|février|particulier|entier|contre|autre|notre|votre|entre|octobre|novembre|décembre|septembre|ministre)\b)[a-zéèêîôûç]+(?:er|ir|dre|oir|ire|tre)\b"
        ),
    ),
)
_AFTER = " " * 8
"""A verb that follows is that much farther: « que nous avons vu en mai sera … »."""
_STEP = 25
"""A comma or a conjunction between two words parts them like so many characters."""


def near(text: str, start: int, end: int) -> Tense | None:
    """The tense that the nearest verb form of the same sentence shows, or None.

    `start` and `end` are characters. A light rule for text without a parse: auxiliaries with a
    participle, endings of the imperfect and the future, « doit » and « va » with an infinitive."""
    first = max(
        (m.end() for m in _ENDS.finditer(text, max(0, start - 300), start)),
        default=max(0, start - 300),
    )
    closing = _ENDS.search(text, end, end + 300)
    last = closing.start() if closing else min(len(text), end + 300)
    best: tuple[int, Tense] | None = None
    for tense, pattern in _CUES:
        for match in pattern.finditer(text, first, last):
            if match.end() <= start:
                between = text[match.end() : start]
            elif match.start() >= end:
                between = text[end : match.start()] + _AFTER
            else:
                continue
            distance = len(between) + _STEP * len(_SOFT.findall(between))
            if best is None or distance < best[0]:
                best = (distance, tense)
    return best[1] if best else None


def governing(span: object) -> Tense | None:
    """The tense of the verb that a parsed span goes with, or None where the parse tells none."""
    return None
