"""Indirect speech: the clause, infinitive or noun that a verb of speech brings in, and where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.according import at_edge, past_speaker
from detente.reading.speech.cues import Cue, noun_after
from detente.reading.speech.ends import after_token, extent_of
from detente.reading.speech.groups import has
from detente.reading.speech.hosts import Host
from detente.reading.speech.nested import Reported, in_relative, untangled
from detente.reading.speech.postposed import past_phrase

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Family, Lexicon
    from detente.reading.speech.scene import Scene

ASKING = frozenset(["demand", "want"])
"""Families of verbs that ask something of somebody."""
REACH = 16
"""Words between a verb and its « que », its « de » or « à » before an infinitive."""


def reported(scene: Scene, host: Host, cues: list[Cue]) -> list[Reported]:
    """All indirect speech of one host, whether it carries a position or not; what holds another comes
    before it."""
    found: list[Reported] = []
    for cue in cues:
        if not _said(scene, cue):
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
        other.mode == "finite" and other.start > cue.end and other.taking("that") for other in cues
    )


def _said(scene: Scene, cue: Cue) -> bool:
    """Whether the cue tells that something was said, rather than may be or was not."""
    if cue.mode == "passive":
        return cue.subject is not None and "accuse" in cue.families() and not cue.negated
    if cue.negated and cue.token.lemma_ not in scene.words.not_denied:
        return False
    if cue.future and cue.mode == "finite":
        return False
    return cue.mode != "infinitive" or cue.uttered(scene.words)


# ---------------------------------------------------------------- complements


def _complement(scene: Scene, host: Host, cue: Cue, cues: list[Cue]) -> Reported | None:
    doc, words, grammar = scene.draft.doc, scene.words, scene.draft.doc.grammar
    last = scene.tokens(host.start, host.end)[1]
    line = [doc[i] for i in range(cue.last + 1, last + 1) if not doc[i].is_space]
    stops = {c.token.i for c in cues if c is not cue and c.mode != "phrase"}
    if not line:
        return None
    if cue.noun is not None:
        return _from_noun(scene, host, cue, cues, line)
    if (family := cue.taking("that")) and (at := _that(line, stops, cue, words)) is not None:
        start = after_token(line[at])
        return _closed(scene, host, cue, cues, start, "that", family)
    if (family := cue.taking("inf")) and _of_object(cue):
        return None
    if (family := cue.taking("inf")) and (bare := _bare_infinitive(cue, line)) is not None:
        return _closed(scene, host, cue, cues, bare, "inf", family)
    for frame, leads in (("of", grammar.just_of), ("to", grammar.to)):
        if (family := cue.taking(frame)) and (at := _preposed(line, leads, stops)) is not None:
            start = _with_object(line, at, scene)
            return _closed(scene, host, cue, cues, start, frame, family)
    if "judge" in cue.families() and cue.token.plain in words.declares:
        first = next((t for t in line[:3] if t.pos_ != "ADV"), None)
        if first is not None and first.pos_ in ("ADJ", "VERB"):
            family = next(v.family for v in cue.verbs if v.family.name == "judge")
            return _closed(scene, host, cue, cues, first.idx, "adjective", family)
    if (family := cue.taking("to_np")) and (at := _towards(line)) is not None:
        if _occasion(line[at + 1 : at + 4], words):
            return None
        return _closed(scene, host, cue, cues, line[0].idx, "to_np", family)
    if family := cue.taking("np"):
        n = _past_times(line, min(4, len(line) - 1), words)
        here = line[n : n + 3]
        if len(here) == 3 and here[0].plain in grammar.to and here[1].pos_ == "PROPN":
            n += 2 if here[2].pos_ == "DET" else 0  # « à Oslo l'offre »
        if _noun_follows(line[n:], cue, words) and not _advised(scene, cue, line[n:]):
            made = _closed(scene, host, cue, cues, line[n].idx, "np", family)
            if made is not None and (
                aside := words.patterns.when.search(scene.text, made.start, made.end)
            ):
                made.end = aside.start()
            return made
    return None


def _of_object(cue: Cue) -> bool:
    """« les armes qu'ils disent posséder »: told of the arms, no words of anybody."""
    that = cue.token.doc.grammar.that
    clause = [*cue.token.children, *(c for v in cue.token.children for c in v.children)]
    return cue.token.dep_ == "acl:relcl" and any(
        t.plain in that and t.pos_ == "PRON" and t.i < cue.token.i for t in clause
    )


def _advised(scene: Scene, cue: Cue, line: list[Token]) -> bool:
    """« X, qui conseille la délégation »: who is advised, not what is."""
    if not any(verb.lemma in scene.words.advising for verb in cue.verbs):
        return False
    noun = noun_after(line, 0)
    mention = scene.draft.mention_at(noun) if noun is not None else None
    lemma = noun.lemma_.lower() if noun is not None else ""
    known = lemma in scene.words.posts or lemma in scene.words.bodies
    return known or (mention is not None and bool(mention.actors))


def _that(line: list[Token], stops: set[int], cue: Cue, words: Lexicon) -> int | None:
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


def _towards(line: list[Token]) -> int | None:
    """Where the « à » of « appeler à la retenue », « appeler les deux camps à la retenue » stands."""
    for n, token in enumerate(line[:REACH]):
        if token.plain in token.doc.grammar.to:
            return n
        if token.pos_ not in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "ADV"):
            return None
    return None


def _occasion(line: list[Token], words: Lexicon) -> bool:
    """« au début du mois », « à l'issue de la réunion »: when, not what."""
    noun = next((t for t in line if t.pos_ == "NOUN"), None)
    return noun is not None and (
        noun.plain in noun.doc.grammar.times or noun.plain in words.occasions
    )


def finite(token: Token) -> bool:
    """Whether a token is a verb that makes a clause."""
    return token.pos_ in ("VERB", "AUX") and has(token, "VerbForm", "Fin")


def _infinitive(line: list[Token], n: int) -> int | None:
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


def _past_times(line: list[Token], mark: int, words: Lexicon, n: int = 0) -> int:
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


def _with_object(line: list[Token], mark: int, scene: Scene) -> int:
    """Where « Y de partir », « à Y de partir » begins: past times and places before whom it is about."""
    words, grammar = scene.words, line[0].doc.grammar
    n = _past_times(line, mark, words)
    asked = grammar.to | grammar.just_of
    while n < mark:
        form = line[n].plain
        if (past := _past_times(line, mark, words, n)) > n:
            n = past
        elif line[n].pos_ == "ADP" and form not in asked:
            n = past_phrase(line, n, words, scene.draft)
        else:
            break
    return line[min(n, mark)].idx


def _preposed(line: list[Token], leads: frozenset[str], stops: set[int]) -> int | None:
    """Where a « de » or « à » stands that brings in an infinitive."""
    for n, token in enumerate(line[:REACH]):
        if token.plain in leads and _infinitive(line, n + 1) is not None:
            return n
        if token.i in stops or token.text in ";:.":
            return None
        if token.pos_ in ("VERB", "AUX") and has(token, "VerbForm", "Fin"):
            return None
    return None


def _noun_follows(line: list[Token], cue: Cue, words: Lexicon) -> bool:
    first = next((t for t in line[:4] if t.pos_ != "ADV"), None)
    if first is None:
        return False
    if first.pos_ in ("DET", "PROPN", "NOUN", "NUM") or first.plain in words.opens_object:
        return True
    return any(first.plain in verb.family.with_ for verb in cue.verbs)


def _from_noun(
    scene: Scene, host: Host, cue: Cue, cues: list[Cue], line: list[Token]
) -> Reported | None:
    """« exprimer son inquiétude face à …», « réitérer son appel à …»: the noun with what follows it."""
    noun = cue.noun
    if noun is None or line[0].plain in (",", ".", ";") or len(line) < 3:
        return None
    family = cue.verbs[0].family
    start = noun.idx
    that = line[0].plain in line[0].doc.grammar.that
    led = that or line[0].plain in scene.words.leading
    if not led and line[0].pos_ not in ("ADJ", "DET"):
        return None  # « a lancé un avertissement plus tôt cette année »: of what is not told
    if that:
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
    grammar = cue.subject.doc.grammar
    himself = cue.subject.plain in grammar.he | grammar.she | grammar.they
    alone = himself or after is not None
    before = [c for c in cues if c.mode == "phrase" and not c.loose and c is not cue]
    if any(c.start == host.start for c in before):
        return None  # « Selon X, … selon lui »
    if alone and not at_edge(scene, host, cue):
        return None  # « dont le montant dépendra selon lui de … »: of its own clause alone
    if (
        after is not None
        and _within_reported(cue, cues)
        and scene.text[after : host.end].strip(" .\n")
    ):
        return None  # « X a prévenu que des milices, équipées, selon Y, par Z, … »
    if len(at.split()) >= 4 and (after is None or len(scene.text[after : host.end].split()) < 4):
        end = host.start + len(scene.text[host.start : cue.start].rstrip(" ,\u00a0"))
        return Reported(cue, host.start, end, "free", family)
    if after is None:
        return None
    return _closed(scene, host, cue, cues, after, "free", family)


def _within_reported(cue: Cue, cues: list[Cue]) -> bool:
    """Whether a phrase stands amid the clause that another verb of speech before it brings in."""
    that, doc = cue.token.doc.grammar.that, cue.token.doc
    return any(
        other.mode == "finite"
        and other.start < cue.start
        and other.taking("that")
        and any(t.plain in that for t in doc[other.last + 1 : other.last + 3])
        for other in cues
    )


def _closed(
    scene: Scene, host: Host, cue: Cue, cues: list[Cue], start: int, frame: str, family: Family
) -> Reported | None:
    extent = extent_of(scene, host, cue, cues, start)
    return Reported(cue, *extent, frame, family) if extent else None
