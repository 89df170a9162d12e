"""The act that something undertaken is: the verb of « libérer … », « la levée … », « X fermera … »."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import simplemma

from detente.language.doc import straight
from detente.record.cues import cue, kind_of, patterns, words_for
from detente.record.stable import fold

BESIDE = 4
"""Words behind a verb that only begins or helps an act, among which the act stands."""
LOOKED = 16
"""Words of an undertaking among which its act stands."""


@cache
def act_of(text: str, language: str | None) -> str | None:
    """The infinitive of what is undertaken: the words' own first, that of the noun of act which opens
    them, else that of their first verb ahead; None where none is told."""
    ending = words_for(language, "infinitive")
    adverb = words_for(language, "adverb")
    words: list[str] = [
        word
        for word in re.findall(r"\w+", text.lower())[:LOOKED]
        if not (adverb and re.fullmatch(adverb, word))
    ]
    while words and words[0] in (cue(language, "reflexive") or ()):
        del words[0]  # « se retirer », « s'abstenir »
    if not words or not ending:
        return None
    at = _told_at(words, language)
    if at is None:
        return None
    n, act = at
    if act in (cue(language, "light") or ()):  # « procéder à la libération de … »
        deed = _deed_in(words[n + 1 :], language)
        return deed if deed is not None else act
    return act


def _told_at(words: list[str], language: str | None) -> tuple[int, str] | None:
    """The act that some words tell, as `act_of` has it, and which of them it is."""
    ending, deeds = words_for(language, "infinitive"), _deeds(language)
    if re.fullmatch(rf"\w{{2,}}(?:{ending})", words[0]):
        return 0, words[0]
    for n, word in enumerate(words[:3]):
        if word in deeds:
            return n, deeds[word]
    ahead, helping = words_for(language, "ahead"), cue(language, "helping") or ()
    being = words_for(language, "being")
    for n, (word, behind) in enumerate(pairwise(words)):
        if word in helping and re.fullmatch(rf"\w{{2,}}(?:{ending})", behind):
            if behind in (cue(language, "dating") or ()):
                continue  # « à partir du 8 mai »
            passive = behind == being and n + 2 < len(words)
            return (n + 2, _infinitive(words[n + 2], language)) if passive else (n + 1, behind)
        if ahead and re.fullmatch(rf"\w+{ahead}", word):
            lemma = _lemma(word, language)
            if lemma == being:
                return n + 1, _infinitive(behind, language)
            meeting = lemma in (cue(language, "meeting") or ())
            if n and words[n - 1] in (cue(language, "reflexive") or ()) and not meeting:
                return None  # « se rendra à Lima » gives nothing back
            if lemma != word and re.fullmatch(rf"\w{{3,}}(?:{ending})", lemma):
                return n, lemma
    return None


def _deed_in(words: list[str], language: str | None) -> str | None:
    """The first act that is told by an infinitive or a noun of act among some words, past verbs that
    only begin or help it."""
    ending, deeds = words_for(language, "infinitive"), _deeds(language)
    light, end = cue(language, "light") or (), BESIDE
    for n, word in enumerate(words):
        if n >= end:
            return None
        if word in deeds:
            return deeds[word]
        if re.fullmatch(rf"\w{{3,}}(?:{ending})", word) and _lemma(word, language) == word:
            if word not in light:
                return word
            end = n + 1 + BESIDE
    return None


def kind_told(text: str, language: str | None) -> str | None:
    """The kind of event that something undertaken would be, by its act or its words, or None."""
    if any(pattern.search(straight(text)) for pattern in patterns(language, "going_there")):
        return "visit"
    return kind_of(f"{act_of(text, language) or ''} {text}", language)


def same(infinitive: str, told: str, language: str | None) -> bool:
    """Whether a participle, an infinitive or a noun tells this act: by the tables of the language,
    by the word list, else by how it starts."""
    told = told.lower()
    verb = _deeds(language).get(told) or _lemma(told, language)
    if verb == infinitive:
        return True
    for alike in cue(language, "same_acts") or ():
        if infinitive in alike and verb in alike:
            return True
    if told in _deeds(language):
        return False
    shared = max(3, len(infinitive) - 3)
    return fold(told)[:shared] == fold(infinitive)[:shared]


def words_of(text: str, act: str | None, language: str | None) -> frozenset[str]:
    """The folded words of a text that are its act, as a verb or as a noun."""
    if act is None:
        return frozenset()
    words = re.findall(r"\w+", text.lower())
    deeds = _deeds(language)
    return frozenset(
        fold(w) for w in words if w == act or deeds.get(w) == act or _lemma(w, language) == act
    )


def _infinitive(participle: str, language: str | None) -> str:
    """The infinitive of a past participle: by the word list, else by its ending."""
    lemma = _lemma(participle, language)
    if re.fullmatch(rf"\w{{2,}}(?:{words_for(language, 'infinitive')})", lemma):
        return lemma
    return re.sub(words_for(language, "participle"), words_for(language, "regular"), participle)


def _lemma(word: str, language: str | None) -> str:
    return str(simplemma.lemmatize(word, lang=(language or "fr").split("-")[0]))


def _deeds(language: str | None) -> Mapping[str, str]:
    """Nouns of act, with the verb of the same act."""
    found: dict[str, str] = cue(language, "deeds") or {}
    return found
