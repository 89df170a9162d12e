"""The tense of what some words go with: by the parse, or by the forms of nearby verbs alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from detente.edtf import Tense
from detente.language.openings import Openings
from detente.language.tables import table

if TYPE_CHECKING:
    from detente.language.doc import Token, Words

__all__ = ["agreed", "governing", "near"]


_WORDS = table(files("detente.language.fr") / "tense.yaml")
_INTENT = frozenset(_WORDS["intent"]["lemmas"])
_COMING = frozenset(_WORDS["coming"]["lemmas"])
_ONCE = frozenset(_WORDS["coming"]["once"])
_TENSES: dict[str, Tense] = {"Pres": "present", "Imp": "past", "Past": "past", "Fut": "future"}
_CLIMB = 8
"""Words to go up the tree at most from a time to its verb."""


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(words) + ")"


_ENDS = re.compile(r"[.!?;:\n«»“”]|(?<=\s)[–—-](?=\s)")
_SOFT = re.compile(r",|\bque?\b|\bqu['’]|\bqui\b|\bdont\b|\boù\b|\bet\b|\bmais\b")
_COMES = _any(_WORDS["coming"]["stems"])
_SELF = r"(?:(?:se|s['’]|y|en|être|le|la|les|lui|de|d['’])\s*)*"
_INFINITIVE = r"[a-zéèêîôûç]+(?:er|ir|dre|oir|ire|tre|rre|ure|vre)"
_PARTICIPLE = (
    r"(?:d[ûu]|\w+(?:ées?|és?|ies?|i[st]?|ises?|u[es]?|ues|us|ertes?|ert|inte?s?|orte?s?))"
)
_ADVERB = r"(?:\s+(?:pas|plus|jamais|déjà|aussi|également|ensuite|enfin|encore|eux|\w+ment))?"
_STEM_IN_R = _any([stem for row in _WORDS["stems_in_r"] for stem in row])
_FUTURE = (
    rf"(?!{_STEM_IN_R}a\b|{_any(_WORDS['not_future'])}\b)(?:s?aura|[a-zéèêëàâîïôûüç]*"
    r"(?:[eidv]ra|rra|ttra|[ao]îtra|clura|[a-zû]ront|erai|irai|erons|urons))"
)
"""« sera », « verra », « tiendront »; not « rencontra », « déclara », « retira », which are past."""
_PERFECT = (
    r"(?:a|ont|ai|as|avons|avez|avait|avaient|aurait|auraient|eut|fut|furent|est|sont|était|"
    r"étaient|ayant|étant|s['’](?:est|était|étaient)|a-t-il|a-t-elle|ont-ils|ont-elles|a-t-on)"
)
_NO_NOUN = "".join(rf"(?<!\b{word} )" for word in "un une ce cet cette sa son ma mon".split())
_IMPERFECT_IN_R = rf"{_STEM_IN_R}ai(?:t|ent)"
"""« ouvrait », « livrait », which no rule of endings can tell from « devrait », « suivrait »."""


class _Cue(NamedTuple):
    """Words that show a tense: one, or where `words`, several."""

    tense: Tense
    pattern: str
    words: bool = False
    behind: str = ""
    """What has to stand before them."""


_CUES = (
    # « aurait dû se tenir », « n'a pas pu venir »
    _Cue(
        "past",
        rf"(?:{_PERFECT}|auraient){_ADVERB}\s+(?:dû|pu|voulu)\s+{_SELF}{_INFINITIVE}",
        words=True,
    ),
    # « va se retirer », « va commencer à se retirer »
    _Cue(
        "future",
        rf"{_any(_WORDS['intent']['forms'])}\s+(?:à\s+)?{_SELF}{_INFINITIVE}"
        rf"(?:\s+(?:à|de|d['’])\s*{_SELF}{_INFINITIVE})?",
        words=True,
    ),
    _Cue("future", rf"{_COMES}e?s?"),
    _Cue("future", _FUTURE),
    _Cue(
        "past", rf"{_PERFECT}{_ADVERB}(?:\s+été)?{_ADVERB}\s+(?!{_COMES}){_PARTICIPLE}", words=True
    ),
    # « serait libéré jeudi »: hearsay of what was, or of what will be
    _Cue("present", rf"serai(?:t|ent){_ADVERB}\s+{_PARTICIPLE}", words=True),
    _Cue("past", rf"(?:allait|allaient|venait|venaient)\s+{_SELF}{_INFINITIVE}", words=True),
    _Cue("past", rf"(?!{_any(_WORDS['not_imperfect'])}\b)\w{{2,}}(?<![eidv]r)(?<!rr)ai(?:t|ent)"),
    _Cue("past", _IMPERFECT_IN_R),
    _Cue("past", r"\w{2,}(?:èrent|irent|urent)"),
    # « qu'elle expulserait vendredi »
    _Cue(
        "future",
        rf"(?!(?:au|se)rai(?:t|ent)\b|{_IMPERFECT_IN_R}\b)\w{{2,}}(?:[eidv]r|rr)ai(?:t|ent)",
    ),
    _Cue("present", r"s(?:e\s+|['’])[a-zé]+(?:it|issent|ent|e|d|t)", words=True),
    # an infinitive leaves open when: « pour se réunir jeudi »; « une rencontre » is none
    _Cue(
        "present",
        rf"(?!{_any(_WORDS['not_infinitive'])}\b){_INFINITIVE}",
        behind=rf"(?<=[a-zé'’] ){_NO_NOUN}",
    ),
)
"""Of two as near, the one that stands first here tells."""
_PATTERNS = [re.compile(rf"\b{cue.behind}{cue.pattern}\b") for cue in _CUES]
_PHRASES = Openings({n: _PATTERNS[n] for n, cue in enumerate(_CUES) if cue.words})
_FORMS = {n: re.compile(cue.pattern) for n, cue in enumerate(_CUES) if not cue.words}
_WORD = re.compile(r"(?<!\w)\w+")
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
    best: tuple[int, int] | None = None
    for match, cue in _shown(text, first, last):
        if match.end() <= start:
            between = text[match.end() : start]
        elif match.start() >= end:
            between = text[end : match.start()] + _AFTER
        else:
            continue
        if best is None or len(between) <= best[0]:
            told = (len(between) + _STEP * len(_SOFT.findall(between)), cue)
            best = min(best, told) if best else told
    if best is None and text[start : start + 3].lower() == "ce ":
        return "present"  # « ce vendredi » is the nearest
    return _CUES[best[1]].tense if best else None


def _shown(text: str, first: int, last: int) -> Iterator[tuple[re.Match[str], int]]:
    """The cues in a stretch of text, each with its place among all."""
    yield from _PHRASES.matches(text, first, last)
    for word in _WORD.finditer(text, first, last):
        for cue in _forms(word.group()):
            if match := _PATTERNS[cue].match(text, word.start(), last):
                yield match, cue


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[int, ...]:
    """The cues of one word that a word may be, whatever stands before it."""
    return tuple(cue for cue, form in _FORMS.items() if form.fullmatch(word))


def governing(span: Words) -> Tense | None:
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
        if verb.lemma_ in _COMING:
            once = any(child.lower_ in _ONCE for child in verb.children)
            return "present" if once else "future"
        if not finite:
            if [(h.dep_, _feature(h, "VerbForm")) for h in helpers] == [("aux:pass", "Inf")]:
                return _of_infinitive(verb)  # « doit être signé »
            return "past" if "Past" in _feature(verb, "Tense") else None
        return _of_helpers(finite, helpers)
    if form == "Inf":
        if any(helper.lemma_ in ("avoir", "être") for helper in helpers):
            return "past"
        return _of_infinitive(verb)
    if re.fullmatch(_FUTURE, verb.lower_):  # the form is surer than the tag
        return "future"
    if re.fullmatch(_IMPERFECT_IN_R, verb.lower_):
        return "past"
    if "Cnd" in _feature(verb, "Mood"):
        return "future"
    if _of_intent(verb) and any(child.dep_ == "xcomp" for child in verb.children):
        return "future"
    return _TENSES.get(_feature(verb, "Tense"))


def _of_infinitive(verb: Token) -> Tense | None:
    """Of « rencontrer », « être signé »: by the verb over it."""
    over = verb.head
    if over.lemma_ in ("aller", "venir") and _feature(over, "Tense") == "Imp":
        return "past"
    if over.lemma_ in _INTENT and _feature(over, "VerbForm") == "Part":
        return _of_verb(over)  # « aurait dû débuter », « n'a pas pu se rendre »
    if verb.dep_ == "xcomp" and _feature(over, "VerbForm") == "Inf":
        return _of_verb(over)  # « va commencer à se retirer »
    return "future" if _of_intent(over) else "present"


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
