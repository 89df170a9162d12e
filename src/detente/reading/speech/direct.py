"""Quotations: which of them somebody says, and who."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.reading.speech.cues import MARKED, Cue
from detente.reading.speech.groups import has
from detente.reading.speech.hosts import Host
from detente.reading.speech.marks import Quote

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.reading.speech.scene import Scene

Tie = Literal["beside", "governs", "loose", "intro", "carried"]
"""How a quotation hangs on who says it: an incise beside it, a verb above it, a cue elsewhere in its
sentence, a sentence that leads up to it, or the speech before it."""

TITLE = 4
"""Words up to which quoted words that are all capitalised are a title."""
SHORT = 3
"""Words from which a quotation counts whatever brings it in."""
LED = 5
"""Words between a verb and a quotation that opens with its « que »."""
ASIDE = 0
"""Words between a short quotation and an incise that is its own."""
TELLING = frozenset({"say", "voice", "write", "ask", "want", "urge", "promise", "commit", "decree"})
"""Families whose verb brings in a clause: a word or two in marks there is picked out, not said."""
BINDING = frozenset({"promise", "commit", "agree"})
"""Families of those who bind themselves."""
_JUST_MARKS = re.compile(r"^[\s,;:–—\-.!?…()\[\]»”\"'’]*$")
_ASIDE = re.compile(r"\s[–—]\s[^–—]*\s[–—](?=\s)")
"""What stands between two dashes."""
_FEW = re.compile(r"\s*(?:\w+\s+){0,3}")
_CLOSE = re.compile(r"[\s,\w’'-]{0,60}")
_NAMED_BEFORE = re.compile(r"\b[A-ZÀ-Þ][\w-]*\s?\($")


@dataclass(slots=True)
class Said:
    """A quotation with its cue. `cue` is None where the speech before it, or a sentence that leads up
    to it, tells who speaks."""

    quote: Quote
    tie: Tie
    cue: Cue | None = None


_WORD = re.compile(r"\w+(?:-\w+)*")


def word_count(text: str) -> int:
    """Words as a reader counts them: « l'otage » is two, « porte-parole » one."""
    return len(_WORD.findall(text))


def cue_of(scene: Scene, host: Host, cues: list[Cue], quote: Quote) -> Said | None:
    """What brings in a quotation, within its own host."""
    cues = [c for c in cues if _usable(scene, c) and not _mute(scene, c)]
    if any(_incise(c) for c in cues):  # « selon X, l'accord prévoit « … » »: X
        cues = [c for c in cues if not c.verbs or not c.families() <= MARKED]
    before = [c for c in cues if c.start < quote.start]
    after = [c for c in cues if c.start >= quote.end]
    told = any(c.mode == "finite" and not c.inverted for c in before)
    if after and scene.is_outlet(after[0].subject) and (told or _led(scene, quote)):
        after = after[1:]  # « X s'est adressé à eux : « … », a rapporté la chaîne Y »
    for cue in after[:1]:
        if before and _brought_in(scene, before[-1], quote):
            return Said(quote, "governs", before[-1])
        if _beside(scene, quote, cue):
            return Said(quote, "beside", cue)
    if before and _in_clause_of(scene, before[-1], quote):
        return Said(quote, "loose", before[-1])
    if said := _above(scene, host, before, quote):
        return said
    for cue in after:
        if _incise(cue) and _at_comma(scene, cue):
            return Said(quote, "beside", cue)
    for cue in [*after, *reversed(before)]:
        if cue.relative and cue in after:
            continue
        if cue.mode == "phrase" and not cue.loose:
            return Said(quote, "beside" if _clause(scene, cue, quote) else "loose", cue)
    for cue in before:
        if cue.loose and cue.start - host.start < 3:
            return Said(quote, "loose", cue)
    opens = quote.start == host.start and bool(after) and after[0].mode == "finite"
    if opens and not after[0].families() <= {"voice"}:
        return Said(quote, "loose", after[0])
    return None


def _brought_in(scene: Scene, cue: Cue, quote: Quote) -> bool:
    """« X a déclaré qu'il « … », a rapporté Y »: the clause that X's verb brings in holds the words."""
    if cue.mode != "finite" or cue.inverted or not cue.taking("that"):
        return False
    gap, pattern = scene.text[cue.end : quote.start], scene.words.patterns.that
    that = pattern.search(gap)
    opens = that is None and pattern.match(scene.text, quote.inner_start)
    bare = opens and word_count(gap) <= LED
    at_once = that is not None and _FEW.fullmatch(gap, 0, that.start()) is not None
    return bool(at_once or bare) and not re.search(r"[,;:«»“”\"]", gap)


def _in_clause_of(scene: Scene, cue: Cue, quote: Quote) -> bool:
    """« … ceux qui, selon X, sont « … » »: the clause about a « selon X » holds the words, whoever
    tells the sentence."""
    if cue.mode != "phrase" or cue.loose or cue.relative or scene.is_outlet(cue.subject):
        return False
    gap = scene.text[cue.end : quote.start]
    apart = ";" in gap or ":" in gap or scene.words.patterns.that.search(gap)
    return _verb_between(scene, cue, quote) and not apart


def _usable(scene: Scene, cue: Cue) -> bool:
    if cue.mode == "passive" and cue.subject is None:
        return False
    if cue.mode == "infinitive" and not (cue.uttered(scene.words) or _purpose(cue)):
        return False
    if "agree" in cue.families() and not cue.inverted:
        return any(c.dep_.startswith("aux") for c in cue.token.children) and not cue.negated
    return not cue.negated or bool(cue.families() & {"reject", "deny", "name", "denounce"})


def _mute(scene: Scene, cue: Cue) -> bool:
    """« selon un sondage », « a constaté un journaliste de l'AFP »: nobody speaks."""
    if cue.subject is not None and cue.subject.lemma_ in scene.words.reporters:
        return True
    phrase = cue.mode == "phrase" and cue.subject is not None
    return phrase and cue.subject is not None and cue.subject.lemma_ in scene.words.mute


def _purpose(cue: Cue) -> bool:
    """« pour dénoncer », « avant d'ajouter », « sans préciser »: an infinitive that a preposition opens."""
    before = cue.token.doc[cue.first - 1] if cue.first else None
    if before is None or before.head != cue.token:
        return False
    grammar = before.doc.grammar
    return before.plain in grammar.for_ | grammar.of | grammar.to


def _incise(cue: Cue) -> bool:
    return cue.inverted or (cue.mode == "phrase" and not cue.loose and not cue.relative)


def _at_comma(scene: Scene, cue: Cue) -> bool:
    return scene.text[: cue.start].rstrip()[-1:] in ',–—»”"-'


def _clause(scene: Scene, cue: Cue, quote: Quote) -> bool:
    """Whether no other clause stands between a « selon X » and the quotation."""
    low, high = sorted((cue.end, quote.start))
    return scene.text.count(",", low, high) <= 2


def _beside(scene: Scene, quote: Quote, cue: Cue) -> bool:
    """Whether a cue follows a quotation at once, up to an adverb or « comme »."""
    if not (_incise(cue) or cue.mode == "finite"):
        return False
    gap = scene.text[quote.end : cue.start]
    if _JUST_MARKS.match(gap):
        if _incise(cue):
            return True
        # « … », ont-ils … needs an inverted subject, but « … », disent-ils … is parsed so at times
        return cue.subject is not None and cue.subject.i > cue.token.i
    words = [w.lower() for w in _WORD.findall(gap)]
    between = scene.words.before_incise
    return _incise(cue) and len(words) <= 3 and all(word in between for word in words)


def _above(scene: Scene, host: Host, before: list[Cue], quote: Quote) -> Said | None:
    """The verb before a quotation that brings it in."""
    text, patterns = scene.text, scene.words.patterns
    roots = _roots(scene, quote)
    before = [c for c in before if not _in_aside(text, host, c, quote)]
    while_ = scene.words.while_
    for cue in reversed(before):
        gap = text[cue.end : quote.start]
        shut = _ASIDE.sub(" ", _without_quotes(host, gap, cue.end))
        words = word_count(shut)
        if cue.mode == "phrase" or (cue.families() <= BINDING and _retold(cue, before)):
            continue
        if shut.rstrip().endswith(":"):
            return Said(quote, "governs", cue)
        if cue.inverted and cue is before[-1] and _wedged(scene, cue, quote):
            return Said(quote, "governs", cue)
        if cue.families() <= {"voice"} and (shut.strip() or before[0].mode == "phrase"):
            continue  # « selon X, Y a réagi « de façon positive » »
        if cue.families() == {"label"} and not patterns.label.search(shut):
            continue
        if _incise(cue) and (not shut.strip() or shut.rstrip().endswith(",")):
            return Said(quote, "governs", cue)
        if any(_governs(cue, root, while_) for root in roots):
            return Said(quote, "governs", cue)
        if cue.noun is not None and any(cue.noun in (r, *r.ancestors) for r in roots):
            return Said(quote, "governs", cue)
        if ";" in shut or _incise(cue) or cue.mode == "passive":
            continue
        if not _ASIDE.search(gap) and any(_beside_it(cue, root, while_) for root in roots):
            continue
        if cue is before[-1] and not _verb_between(scene, cue, quote):
            return Said(quote, "governs", cue)
        if "\0" in shut and re.search(r"\0[^\0]*,[^\0]*,", shut):
            continue
        if words <= 4 and "," not in shut.strip():
            return Said(quote, "governs", cue)
        that = patterns.that.search(shut)
        near = that is not None and _CLOSE.fullmatch(shut, 0, that.start()) is not None
        if near and not patterns.resumed.search(shut):
            return Said(quote, "governs", cue)
        if "," not in shut and words <= 14:
            return Said(quote, "governs", cue)
    return None


def _wedged(scene: Scene, cue: Cue, quote: Quote) -> bool:
    """« Ce pacte, poursuit le texte, apportera « … » »: an incise in a clause that goes on behind it."""
    between = scene.draft.doc[cue.last + 1 : scene.token(quote.start)]
    if not _at_comma(scene, cue) or sum(t.text == "," for t in between) != 1:
        return False
    own = any(t.dep_ == "nsubj" and t.head in between for t in between)
    return not own and _verb_between(scene, cue, quote)


def _retold(cue: Cue, before: list[Cue]) -> bool:
    """« X souligne que Y s'engage « … » »: what Y does is told in X's words."""
    return cue.token.dep_ == "ccomp" and any(cue.token.head == c.token for c in before)


def _governs(cue: Cue, token: Token, while_: frozenset[str]) -> bool:
    """Whether words hang on the verb of a cue, and not by « et Y a accueilli … » or « alors que … »,
    which are the reporter's own."""
    while token != cue.token:
        if token.head == token or _reporters(token, cue, while_):
            return False
        token = token.head
    return True


def _reporters(verb: Token, cue: Cue, while_: frozenset[str]) -> bool:
    """Whether a clause beside the cue's is told by the reporter, with a subject of its own."""
    if verb.head != cue.token or verb.pos_ != "VERB":
        return False
    words = {c.plain for c in verb.children}
    joined = verb.dep_ == "conj" and _has_subject(verb) and not words & verb.doc.grammar.that
    return joined or (verb.dep_ == "advcl" and bool(words & while_))


def _beside_it(cue: Cue, token: Token, while_: frozenset[str]) -> bool:
    """Whether words hang on such a clause beside the cue's."""
    return any(_reporters(above, cue, while_) for above in (token, *token.ancestors))


def _has_subject(verb: Token) -> bool:
    return verb.pos_ == "VERB" and any(c.dep_ == "nsubj" for c in verb.children)


def _in_aside(text: str, host: Host, cue: Cue, quote: Quote) -> bool:
    """Whether a cue stands between two dashes, and the quotation behind them: « – dont X dénonce le
    coût – en « … » »."""
    asides = _ASIDE.finditer(text, host.start, quote.start)
    return any(aside.start() < cue.start < aside.end() for aside in asides)


def _verb_between(scene: Scene, cue: Cue, quote: Quote) -> bool:
    """Whether a finite verb stands between a cue and a quotation after it."""
    last = scene.token(quote.start)
    return any(
        token.pos_ in ("VERB", "AUX") and has(token, "VerbForm", "Fin")
        for token in scene.draft.doc[cue.last + 1 : last]
        if token.i not in scene.shut
    )


def _without_quotes(host: Host, gap: str, start: int) -> str:
    out, at = [], start
    for quote in host.quotes:
        if quote.start >= start and quote.end <= start + len(gap):
            out += [gap[at - start : quote.start - start], "\0"]
            at = quote.end
    return "".join([*out, gap[at - start :]])


def _roots(scene: Scene, quote: Quote) -> list:  # type: ignore[type-arg]
    """The words of a quotation that hang on a word outside it."""
    first, last = scene.tokens(quote.inner_start, quote.inner_end)
    doc = scene.draft.doc
    return [
        doc[i]
        for i in range(first, last + 1)
        if not first <= doc[i].head.i <= last and not doc[i].is_punct and not doc[i].is_space
    ][:3]


def counts(scene: Scene, said: Said) -> bool:
    """Whether a quotation that somebody says is a statement: long enough, or clearly spoken."""
    words = said.quote.words(scene.text)
    noun = said.cue.noun if said.cue is not None else None
    if _spells_out(scene, said.quote) or (noun and said.quote.start <= noun.idx < said.quote.end):
        return False
    if said.cue is not None and said.cue.mode == "phrase" and scene.is_agency(said.cue.subject):
        return False
    if all(w[0].isupper() for w in words.split() if len(w) > 3) and len(words.split()) <= TITLE:
        return False
    long = word_count(words) >= SHORT
    if long:
        return True
    if said.tie not in ("beside", "governs") or said.cue is None:
        return False
    apart = said.tie == "beside" and word_count(scene.text[said.quote.end : said.cue.start]) > ASIDE
    picked = apart or (said.tie == "governs" and said.cue.families() <= TELLING)
    if said.tie == "beside" and scene.words.patterns.article.search(scene.text[: said.quote.start]):
        return False
    if (picked or said.cue.mode == "phrase") and not _led(scene, said.quote):
        return False  # « a signé une "déclaration" »: a word picked out, not words said
    return not _is_name(scene, said.quote)


def _spells_out(scene: Scene, quote: Quote) -> bool:
    """« le FRT ("Front pour …") »: what letters or a foreign name stand for."""
    before = scene.text[max(0, quote.start - 30) : quote.start]
    after = scene.text[quote.end : quote.end + 1]
    return bool(after == ")" and _NAMED_BEFORE.search(before))


def _led(scene: Scene, quote: Quote) -> bool:
    return scene.text[: quote.start].rstrip().endswith(":")


def _is_name(scene: Scene, quote: Quote) -> bool:
    """Whether quoted words are a title or a name rather than words said: « Russie unie »."""
    words = quote.words(scene.text)
    if len(words) < 3:
        return True
    capital = [w for w in words.split() if w[:1].isupper()]
    before = scene.text[: quote.start].rstrip()
    starts_speech = before[-1:] in ":,." or not before
    if capital and not starts_speech:
        return True
    noun = re.search(r"(\w+)$", before)
    return bool(noun and noun.group(1).lower() in scene.words.titled)
