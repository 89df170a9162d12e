"""Indirect speech: the clause, infinitive or noun that a verb of speech brings in, and where it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.reading.speech.according import at_edge, past_speaker
from detente.reading.speech.cues import Cue
from detente.reading.speech.ends import after_token, extent_of
from detente.reading.speech.groups import CLITICS, has
from detente.reading.speech.hosts import Host
from detente.reading.speech.nested import Reported, in_relative, untangled
from detente.reading.speech.subjects import TIMES, past_phrase

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.fr.speech import Family
    from detente.reading.speech.scene import Scene

JOINED = frozenset("tandis alors parce lors pendant après avant dès afin pour sans sitôt".split())
"""Words that make a conjunction with the « que » behind them."""
COMPARED = frozenset("plus moins autant aussi plutôt mieux davantage".split())
"""Words whose « que » compares."""
LED = frozenset(
    "à au aux de d' du des pour contre sur envers face vis-à-vis concernant quant devant".split()
)
"""Prepositions that lead from a noun of speech to what is said."""
HIMSELF = frozenset(["lui", "elle", "eux", "elles"])
OCCASIONS = frozenset(
    "début fin milieu cours issue terme occasion veille lendemain sortie suite".split()
)
QUE = frozenset(["que", "qu'"])
ASKING = frozenset(["demand", "want"])
"""Families of verbs that ask something of somebody."""
THEY = frozenset(["il", "elle", "ils", "elles"])
_WHEN = re.compile(
    r",?\s(?:(?:quelques|plusieurs|deux|trois|\d+) \w+ (?:plus tôt|plus tard|auparavant|avant|après)"
    r"|lors d(?:e|u|es|['’])|à l['’]issue d|au cours d|au lendemain d|la veille)\b"
)
"""When and where a thing was refused or condemned: the reporter's words behind the object."""
REACH = 16
"""Words between a verb and its « que », its « de » or « à » before an infinitive."""


def reported(scene: Scene, host: Host, cues: list[Cue]) -> list[Reported]:
    """All indirect speech of one host, whether it carries a position or not; what holds another comes
    before it."""
    found: list[Reported] = []
    for cue in cues:
        if not _said(cue):
            continue
        if (
            cue.mode == "phrase"
            and cue.subject is not None
            and cue.subject.lemma_ in scene.words.mute
        ):
            continue
        if cue.mode == "phrase" and _retold(scene, cue, cues):
            continue
        if cue.mode == "phrase":
            made = _according(scene, host, cue, cues)
        elif cue.inverted:
            made = _ended_by_incise(scene, host, cue)
        else:
            made = _complement(scene, host, cue, cues)
        if made is not None and scene.text[made.start : made.end].strip():
            found.append(made)
    return untangled(scene, found)


def _retold(scene: Scene, cue: Cue, cues: list[Cue]) -> bool:
    """« Selon l'agence X, Y a déclaré que … »: an outlet that retells what another has said."""
    head = cue.subject
    if head is None or not (head.lemma_.lower() in scene.words.onlookers or scene.is_outlet(head)):
        return False
    return any(
        other.mode == "finite" and other.start > cue.end and other.taking("que") for other in cues
    )


def _said(cue: Cue) -> bool:
    """Whether the cue tells that something was said, rather than may be or was not."""
    if cue.mode == "passive":
        return cue.subject is not None and "accuse" in cue.families() and not cue.negated
    if cue.negated and cue.token.lemma_ != "exclure":
        return False
    if cue.future and cue.mode == "finite":
        return False
    return cue.mode != "infinitive" or cue.uttered()


# ---------------------------------------------------------------- complements


def _complement(scene: Scene, host: Host, cue: Cue, cues: list[Cue]) -> Reported | None:
    doc = scene.draft.doc
    last = scene.tokens(host.start, host.end)[1]
    line = [doc[i] for i in range(cue.last + 1, last + 1) if not doc[i].is_space]
    stops = {c.token.i for c in cues if c is not cue and c.mode != "phrase"}
    if not line:
        return None
    if cue.noun is not None:
        return _from_noun(scene, host, cue, cues, line)
    if (family := cue.taking("que")) and (at := _que(line, stops, cue)) is not None:
        start = after_token(line[at])
        return _closed(scene, host, cue, cues, start, "que", family)
    if (family := cue.taking("inf")) and (bare := _bare_infinitive(cue, line)) is not None:
        return _closed(scene, host, cue, cues, bare, "inf", family)
    for frame, words in (("de", ("de", "d'")), ("a", ("à",))):
        if (family := cue.taking(frame)) and (at := _preposed(line, words, stops)) is not None:
            start = _with_object(line, at)
            return _closed(scene, host, cue, cues, start, frame, family)
    if "judge" in cue.families() and cue.token.plain in (
        "dit",
        "dite",
        "dits",
        "dites",
        "déclaré",
        "déclarée",
        "déclare",
        "déclarent",
        "disent",
    ):
        first = next((t for t in line[:3] if t.pos_ != "ADV"), None)
        if first is not None and first.pos_ in ("ADJ", "VERB") and "judge" in cue.families():
            family = next(v.family for v in cue.verbs if v.family.name == "judge")
            return _closed(scene, host, cue, cues, first.idx, "adjective", family)
    if (family := cue.taking("a_np")) and (at := _towards(line)) is not None:
        if _occasion(line[at + 1 : at + 4]):
            return None
        return _closed(scene, host, cue, cues, line[0].idx, "a_np", family)
    if family := cue.taking("np"):
        n = _past_times(line, min(4, len(line) - 1))
        here = line[n : n + 3]
        if len(here) == 3 and here[0].plain == "à" and here[1].pos_ == "PROPN":
            n += 2 if here[2].pos_ == "DET" else 0  # « à Oslo l'offre »
        if _noun_follows(line[n:], cue):
            made = _closed(scene, host, cue, cues, line[n].idx, "np", family)
            if made is not None and (aside := _WHEN.search(scene.text, made.start, made.end)):
                made.end = aside.start()
            return made
    return None


def _que(line: list[Token], stops: set[int], cue: Cue) -> int | None:
    """Where the clause's « que » stands, before another verb of speech does."""
    asks = not cue.families().isdisjoint(ASKING)
    for n, token in enumerate(line[: REACH + 8]):
        if (
            token.plain in QUE
            and token.pos_ in ("SCONJ", "PRON", "ADV")
            and (token.pos_ == "SCONJ" or n == 0 or (asks and _of_another(line, n)))
            and not (n and line[n - 1].plain in JOINED)
        ):
            compared = any(t.plain in COMPARED for t in line[:n])
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
    asked_of = line[0].plain in ("de", "d'", "du", "des", "à", "au", "aux")
    return asked_of and n + 1 < len(line) and line[n + 1].plain in THEY


def _towards(line: list[Token]) -> int | None:
    """Where the « à » of « appeler à la retenue », « appeler les deux camps à la retenue » stands."""
    for n, token in enumerate(line[:REACH]):
        if token.plain in ("à", "au", "aux"):
            return n
        if token.pos_ not in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "ADV"):
            return None
    return None


def _occasion(words: list[Token]) -> bool:
    """« au début du mois », « à l'issue de la réunion »: when, not what."""
    noun = next((t for t in words if t.pos_ == "NOUN"), None)
    return noun is not None and (noun.plain in TIMES or noun.plain in OCCASIONS)


def finite(token: Token) -> bool:
    """Whether a token is a verb that makes a clause."""
    return token.pos_ in ("VERB", "AUX") and has(token, "VerbForm", "Fin")


def _infinitive(line: list[Token], n: int) -> int | None:
    """Where an infinitive group begins at `n`, past adverbs: « ne pas vouloir », « avoir reçu »."""
    at = n
    while (
        at < len(line)
        and at < n + 4
        and (
            line[at].pos_ == "ADV" or line[at].plain in CLITICS or line[at].plain in ("pas", "plus")
        )
    ):
        at += 1
    if at < len(line) and has(line[at], "VerbForm", "Inf"):
        return n
    return None


def _bare_infinitive(cue: Cue, line: list[Token]) -> int | None:
    """Where the infinitive that a verb brings in begins: right behind it, or where the parse has it."""
    if (at := _infinitive(line, 0)) is not None:
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


def _past_times(line: list[Token], mark: int, n: int = 0) -> int:
    """The place after adverbs and times: « lundi soir », « en juillet », « le 3 mai »."""
    while n < mark:
        form = line[n].plain
        ahead = [t.plain for t in line[n + 1 : min(n + 3, mark)]]
        if line[n].pos_ == "ADV" or form in TIMES or line[n].text == ",":
            n += 1
        elif ahead and ahead[0] in TIMES:
            n += 2
        elif len(ahead) > 1 and ahead[0].rstrip("er").isdigit() and ahead[1] in TIMES:
            n += 3
        elif n and line[n - 1].plain in TIMES and line[n].pos_ in ("ADJ", "NUM"):
            n += 1
        else:
            break
    return n


def _with_object(line: list[Token], mark: int) -> int:
    """Where « Y de partir », « à Y de partir » begins: past times and places before whom it is about."""
    n = _past_times(line, mark)
    while n < mark:
        form = line[n].plain
        if (past := _past_times(line, mark, n)) > n:
            n = past
        elif line[n].pos_ == "ADP" and form not in ("à", "au", "aux", "d'", "de"):
            n = past_phrase(line, n)
        else:
            break
    return line[min(n, mark)].idx


def _preposed(line: list[Token], words: tuple[str, ...], stops: set[int]) -> int | None:
    """Where a « de » or « à » stands that brings in an infinitive."""
    for n, token in enumerate(line[:REACH]):
        if token.plain in words and _infinitive(line, n + 1) is not None:
            return n
        if token.i in stops or token.text in ";:.":
            return None
        if token.pos_ in ("VERB", "AUX") and has(token, "VerbForm", "Fin"):
            return None
    return None


def _noun_follows(line: list[Token], cue: Cue) -> bool:
    first = next((t for t in line[:4] if t.pos_ != "ADV"), None)
    if first is None:
        return False
    if first.pos_ in ("DET", "PROPN", "NOUN", "NUM") or first.plain in (
        "tout",
        "toute",
        "ce",
        "les",
    ):
        return True
    prepositions = {"denounce": ("de", "d'", "du", "des", "contre"), "praise": ("de", "d'", "du", "des"),
                    "reject": ("à", "au", "aux"), "warn": ("contre", "sur", "de"),
                    "reproach": ("à", "au", "aux"),
        "deny": ("de",), "demand": ("pour",)}  # fmt: skip
    return any(first.plain in prepositions.get(name, ()) for name in cue.families())


def _from_noun(
    scene: Scene, host: Host, cue: Cue, cues: list[Cue], line: list[Token]
) -> Reported | None:
    """« exprimer son inquiétude face à …», « réitérer son appel à …»: the noun with what follows it."""
    noun = cue.noun
    if noun is None or line[0].plain in (",", ".", ";") or len(line) < 3:
        return None
    family = cue.verbs[0].family
    start = noun.idx
    if line[0].plain not in LED | QUE and line[0].pos_ not in ("ADJ", "DET"):
        return None  # « a lancé un avertissement plus tôt cette année »: of what is not told
    if line[0].plain in QUE:
        start = after_token(line[0])
    return _closed(scene, host, cue, cues, start, "noun", family)


# ---------------------------------------------------------------- free forms


def _ended_by_incise(scene: Scene, host: Host, cue: Cue) -> Reported | None:
    """A sentence that an incise gives to somebody: « La trêve tient, a-t-il assuré. »"""
    before = scene.text[host.start : cue.start].rstrip(" ,–—-\u00a0")
    quoted = before.endswith(("»", "”", '"')) and bool(host.quotes)
    led = quoted and any(
        scene.text[host.start : q.start].rstrip().endswith(":") for q in host.quotes
    )
    if led or len(before.split()) < 4 or not cue.verbs:
        return None
    return Reported(cue, host.start, host.start + len(before), "free", cue.verbs[0].family)


def _according(scene: Scene, host: Host, cue: Cue, cues: list[Cue]) -> Reported | None:
    """What « selon X » governs: the rest of its sentence, or what stands before it."""
    if cue.subject is None:
        return None
    name = "judge" if cue.relative else "say"
    family = next(
        v.family for vs in scene.words.verbs.values() for v in vs if v.family.name == name
    )
    if cue.relative:
        told = any(c is not cue and c.mode == "finite" and c.start < cue.start for c in cues)
        if not told:  # « X, pour qui ce serait le dixième départ »: nobody speaks
            return None
        return _closed(scene, host, cue, cues, cue.end, "free", family)
    at = scene.text[host.start : cue.start].strip(' ,\u00a0«"')
    after = past_speaker(scene, host, cue)
    alone = cue.subject.plain in HIMSELF or after is not None
    before = [c for c in cues if c.mode == "phrase" and not c.loose and c is not cue]
    if any(c.start == host.start for c in before):
        return None  # « Selon X, … selon lui »
    if alone and not at_edge(scene, host, cue):
        return None  # « dont le montant dépendra selon lui de … »: of its own clause alone
    if len(at.split()) >= 4 and (after is None or len(scene.text[after : host.end].split()) < 4):
        end = host.start + len(scene.text[host.start : cue.start].rstrip(" ,\u00a0"))
        return Reported(cue, host.start, end, "free", family)
    if after is None:
        return None
    return _closed(scene, host, cue, cues, after, "free", family)


def _closed(
    scene: Scene, host: Host, cue: Cue, cues: list[Cue], start: int, frame: str, family: Family
) -> Reported | None:
    extent = extent_of(scene, host, cue, cues, start)
    return Reported(cue, *extent, frame, family) if extent else None
