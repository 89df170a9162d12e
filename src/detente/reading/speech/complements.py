"""Where what a verb of speech brings in begins: at its « que », its infinitive or its noun, past what
stands between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.cues import Cue
from detente.reading.speech.groups import has
from detente.reading.speech.nested import in_relative
from detente.reading.speech.postposed import past_phrase

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Lexicon
    from detente.reading.speech.scene import Scene

ASKING = frozenset(["demand", "want"])
"""Families of verbs that ask something of somebody."""
REACH = 16
"""Words between a verb and its « que », its « de » or « à » before an infinitive."""


def that_clause(line: list[Token], stops: set[int], cue: Cue, words: Lexicon) -> int | None:
    """Where the clause's « que » stands, before another verb of speech does."""
    that = line[0].doc.grammar.that
    asks = not cue.families().isdisjoint(ASKING)
    for n, token in enumerate(line[: REACH + 8]):
        if (
            token.plain in that
            and token.pos_ in ("SCONJ", "PRON", "ADV")
            and (token.pos_ == "SCONJ" or n == 0 or (asks and _of_another(line, n)))
            and not (n and line[n - 1].plain in words.joined)
        ):
            compared = any(t.plain in words.compared for t in line[:n])
            if compared and n + 1 < len(line) and line[n + 1].pos_ == "ADP":
                return None  # « plus à l'aise qu'au début »
            return n
        if (
            token.i in stops
            or token.text in ';:.«»"“”'
            or (token.pos_ == "CCONJ" and n and line[n - 1].pos_ in ("VERB", "ADJ"))
        ):
            return None
        if (
            n > 0
            and token.pos_ in ("VERB", "AUX")
            and has(token, "VerbForm", "Fin")
            and not in_relative(token, line[0])
        ):
            return None
        if n >= REACH and token.pos_ not in (
            "ADP",
            "DET",
            "NOUN",
            "PROPN",
            "ADJ",
            "PUNCT",
            "SCONJ",
        ):
            return None
    return None


def _of_another(line: list[Token], n: int) -> bool:
    """« exige de X qu'il parte »: a clause about whom something is asked of."""
    grammar = line[0].doc.grammar
    asked_of = line[0].plain in grammar.of or line[0].plain in grammar.to
    return asked_of and n + 1 < len(line) and line[n + 1].plain in grammar.personal


def towards(line: list[Token]) -> int | None:
    """Where the « à » of « appeler à la retenue », « appeler les deux camps à la retenue » stands."""
    for n, token in enumerate(line[:REACH]):
        if token.plain in token.doc.grammar.to:
            return n
        if token.pos_ not in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "ADV"):
            return None
    return None


def occasion(line: list[Token], words: Lexicon) -> bool:
    """« au début du mois », « à l'issue de la réunion »: when, not what."""
    noun = next((t for t in line if t.pos_ == "NOUN"), None)
    return noun is not None and (
        noun.plain in noun.doc.grammar.times or noun.plain in words.occasions
    )


def finite(token: Token) -> bool:
    """Whether a token is a verb that makes a clause."""
    return token.pos_ in ("VERB", "AUX") and has(token, "VerbForm", "Fin")


def infinitive(line: list[Token], n: int) -> int | None:
    """Where an infinitive group begins at `n`, past adverbs: « ne pas vouloir », « avoir reçu »."""
    at, grammar = n, line[0].doc.grammar
    while at < min(len(line), n + 4) and (
        line[at].pos_ == "ADV"
        or line[at].plain in grammar.clitics
        or line[at].plain in grammar.denials
    ):
        at += 1
    if at < len(line) and has(line[at], "VerbForm", "Inf"):
        return n
    return None


def bare_infinitive(cue: Cue, line: list[Token]) -> int | None:
    """Where the infinitive that a verb brings in begins: right behind it, or where the parse has it."""
    if (at := infinitive(line, 0)) is not None:
        return line[at].idx
    for child in cue.token.children:
        bare = not any(c.dep_ in ("mark", "case") for c in child.children)
        between = cue.token.doc[cue.last + 1 : child.i]
        if any(finite(t) for t in between):
            continue  # « …, a fait savoir X »: another's
        if child.dep_ in ("xcomp", "ccomp") and has(child, "VerbForm", "Inf") and bare:
            own = [
                c
                for c in child.children
                if c.dep_ in ("advmod", "aux:tense", "obj") and c.i < child.i
            ]
            return min([child.idx, *(c.idx for c in own if c.i > cue.last)])
    return None


def past_times(line: list[Token], mark: int, words: Lexicon, n: int = 0) -> int:
    """The place after adverbs and times: « lundi soir », « en juillet », « le 3 mai »."""
    ordinal = words.ends.ordinal
    while n < mark:
        form, times = line[n].plain, line[n].doc.grammar.times
        ahead = [t.plain for t in line[n + 1 : min(n + 3, mark)]]
        if line[n].pos_ == "ADV" or form in times or line[n].text == ",":
            n += 1
        elif ahead and ahead[0] in times:
            n += 2
        elif len(ahead) > 1 and ahead[0].rstrip(ordinal).isdigit() and ahead[1] in times:
            n += 3
        elif n and line[n - 1].plain in times and line[n].pos_ in ("ADJ", "NUM"):
            n += 1
        else:
            break
    return n


def with_object(line: list[Token], mark: int, scene: Scene) -> int:
    """Where « Y de partir », « à Y de partir » begins: past times and places before whom it is about."""
    words, grammar = scene.words, line[0].doc.grammar
    n = past_times(line, mark, words)
    asked = grammar.to | grammar.just_of
    while n < mark:
        form = line[n].plain
        if (past := past_times(line, mark, words, n)) > n:
            n = past
        elif line[n].pos_ == "ADP" and form not in asked:
            n = past_phrase(line, n, words, scene.draft)
        else:
            break
    return line[min(n, mark)].idx


def past_circumstances(line: list[Token], cue: Cue, scene: Scene) -> int:
    """The place of the object behind a verb, past when, where and to whom: « a exigé dans un
    communiqué le retrait »; where no article shows it there, the first place past times."""
    n = start = past_times(line, min(4, len(line) - 1), scene.words)
    own = frozenset().union(*(verb.family.with_ for verb in cue.verbs))
    while n < len(line) and (line[n].pos_ == "ADP" or line[n].plain in scene.words.bringing):
        if line[n].plain in own and not (n and line[n - 1].plain in scene.words.bringing):
            return start  # « imputer à X la hausse »
        behind = past_phrase(line, n, scene.words, scene.draft)
        n = past_times(line, len(line) - 1, scene.words, behind)
    return n if n < len(line) and line[n].pos_ == "DET" else start


def is_judged(first: Token, cue: Cue, words: Lexicon) -> bool:
    """Whether what a verb of judgment brings in opens with its verdict: « s'est dit prêt à », « juge
    inacceptable la proposition »."""
    if cue.token.plain in words.declares:
        return first.pos_ in ("ADJ", "VERB")
    verdict = first.pos_ == "ADJ" and not any(verb.rest for verb in cue.verbs)
    return verdict and first.i + 1 < len(first.doc) and first.nbor().pos_ == "DET"


def preposed(line: list[Token], leads: frozenset[str], stops: set[int]) -> int | None:
    """Where a « de » or « à » stands that brings in an infinitive."""
    for n, token in enumerate(line[:REACH]):
        if token.plain in leads and infinitive(line, n + 1) is not None:
            return n
        if token.i in stops or token.text in ";:.":
            return None
        if token.pos_ in ("VERB", "AUX") and has(token, "VerbForm", "Fin"):
            return None
    return None


def charge(cue: Cue, line: list[Token], words: Lexicon) -> int | None:
    """The place where « X de trahison » begins behind « accuser »: who is accused, and of what."""
    of = line[0].doc.grammar.of
    accused = [c for c in cue.token.children if c.dep_ in ("obj", "iobj")]
    about = [c for c in cue.token.children if c.dep_.startswith("obl") and c.pos_ == "NOUN"]
    about += [  # « l'opposition de trahison », which the parse takes for one phrase
        c
        for noun in accused
        for c in noun.children
        if c.dep_ == "nmod" and c.pos_ == "NOUN" and all(g.dep_ != "det" for g in c.children)
    ]
    laid = any(
        c.i > cue.last and any(g.dep_ == "case" and g.plain in of for g in c.children)
        for c in about
    )
    return past_times(line, min(4, len(line) - 1), words) if laid and accused else None


def noun_follows(line: list[Token], cue: Cue, words: Lexicon) -> bool:
    """Whether what a verb of speech brings in opens with a noun: « exige le retrait »."""
    first = next((t for t in line[:4] if t.pos_ != "ADV"), None)
    if first is None or (first.pos_ == "DET" and first.nbor().pos_ == "PRON"):
        return False  # « s'opposent l'un à l'autre »
    if first.pos_ in ("DET", "PROPN", "NOUN", "NUM") or first.plain in words.opens_object:
        return True
    return any(first.plain in verb.family.with_ for verb in cue.verbs)
