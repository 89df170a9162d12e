"""The tense of what some words go with: by the parse, or by the forms of nearby verbs alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.edtf import Tense

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["agreed", "governing", "near"]

FUTURE_PARTICIPLES = frozenset({"prévoir", "attendre", "programmer", "planifier", "espérer"})
"""« attendu jeudi », « prévue en mai »: participles of what is still to come."""

_INTENT = frozenset(
    "devoir aller compter entendre prévoir envisager pouvoir vouloir espérer souhaiter".split()
)
_TENSES: dict[str, Tense] = {"Pres": "present", "Imp": "past", "Past": "past", "Fut": "future"}
_CLIMB = 8
_ENDS = re.compile(r"[.!?;:\n«»“”]|(?<=\s)[–—-](?=\s)")
_SOFT = re.compile(r",|\bque?\b|\bqu['’]|\bqui\b|\bdont\b|\boù\b|\bet\b|\bmais\b")
_PARTICIPLE = (
    r"\w+(?:é|ée|és|ées|i|ie|is|it|ies|ise|ises|u|ue|us|ues|ert|erte|int|inte|ort|orte|orts|ortes)"
)
_PAST_IN_RA = r"(?:re|at|é)?tira|(?:in|a|re|ex|con|trans)spira|expira|désira|admira|soupira|empira|(?:cha)?vira|opéra"
_FUTURE = (
    rf"(?!(?:{_PAST_IN_RA}|af?front|front)\b)"
    r"(?:s?aura|[a-zéèêëàâîïôûüç]*(?:[eidv]ra|rra|ttra|[ao]îtra|clura|[a-zû]ront|erai|irai|erons|urons))"
)
"""« sera », « verra », « tiendront »; not « rencontra », « déclara », « retira », which are past."""
_ADVERBS = r"(?:\s+(?:pas|plus|jamais|déjà|aussi|également|ensuite|enfin|encore|eux|\w+ment))?"
_CUES: tuple[tuple[Tense, re.Pattern[str]], ...] = (
    (
        "future",
        re.compile(
            r"\b(?:va|vas|vais|vont|allons|allez|doit|doivent|devra|devrait|devraient|compte|comptent|entend|"
            r"entendent|pourrait|pourraient|envisage|envisagent|prévoit|prévoient)\s+(?:(?:se|s['’]|y|être|en)\s*)?\w+(?:r|re)\b"
            r"|\b(?:prévu|attendu|programmé|planifié)e?s?\b"
            rf"|\b{_FUTURE}\b"
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


def governing(span: Span) -> Tense | None:
    """The tense of the verb that parsed words go with, or None where the parse tells none."""
    token = span.root
    for _ in range(_CLIMB):
        if token.pos_ in ("VERB", "AUX") and not span.start <= token.i < span.end:
            found = _of_verb(token)
            if found or _feature(token, "VerbForm") == "Fin":
                return found
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def agreed(parsed: Tense | None, near: Tense | None) -> Tense | None:
    """One tense of what the parse and the nearby forms say. Where they differ it is the present,
    of which the nearest day is meant: that was right for 6 of the 7 dates in NTREX's French news
    (of 365) on which they give different days; the parse alone was for 4, the forms for 3."""
    if parsed and near and parsed != near:
        return "present"
    return parsed or near


def _of_verb(verb: Token) -> Tense | None:
    form = _feature(verb, "VerbForm")
    helpers = [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]
    if form == "Part":
        finite = [h for h in helpers if _feature(h, "VerbForm") == "Fin"]
        if verb.lemma_ in FUTURE_PARTICIPLES:
            return "future"
        if not finite:
            return "past" if "Past" in _feature(verb, "Tense") else None
        return _of_helpers(finite, helpers)
    if form == "Inf":
        if any(helper.lemma_ in ("avoir", "être") for helper in helpers):
            return "past"
        if verb.head.lemma_ in ("aller", "venir") and _feature(verb.head, "Tense") == "Imp":
            return "past"
        return "future" if _of_intent(verb.head) else "present"
    if re.fullmatch(_FUTURE, verb.lower_):  # the form is surer than the tag
        return "future"
    if "Cnd" in _feature(verb, "Mood"):
        return "future"
    if _of_intent(verb) and any(child.dep_ == "xcomp" for child in verb.children):
        return "future"
    return _TENSES.get(_feature(verb, "Tense"))


def _of_helpers(finite: list[Token], helpers: list[Token]) -> Tense | None:
    """Of a participle with its auxiliaries: « a signé », « est signé », « sera signé »."""
    first = finite[0]
    if "Cnd" in _feature(first, "Mood"):  # « aurait rencontré » is hearsay of the past
        return "past" if first.lemma_ == "avoir" else "future"
    tense = _TENSES.get(_feature(first, "Tense"))
    if re.fullmatch(_FUTURE, first.lower_):
        tense = "future"
    passive = first.dep_ == "aux:pass" and len(helpers) == 1
    return "past" if tense == "present" and not passive else tense


def _of_intent(verb: Token) -> bool:
    """« doit », « va », « compte », « devrait »: what its infinitive tells is to come."""
    still = "Pres" in _feature(verb, "Tense") or "Cnd" in _feature(verb, "Mood")
    return still and verb.lemma_ in _INTENT


def _feature(token: Token, name: str) -> str:
    return "".join(token.morph.get(name, []))
