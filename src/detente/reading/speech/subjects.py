"""Which words name the one who speaks: from a cue to the noun, name or pronoun that is its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.cues import INVERTED, Cue, noun_after, small

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset(["nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer"])
DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
TIMES = DAYS | frozenset(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre jour soir "
    "matin veille lendemain semaine mois année heure heures minute fois suite tour passé midi "
    "après-midi nuit hier demain aujourd'hui".split()
)
PLACES_OF_SPEECH = frozenset(
    "communiqué message entretien interview discours presse télévision conférence journaliste "
    "journalistes twitter x facebook telegram déclaration lettre tweet tribune afp reuters "
    "radio chaîne réunion ton voix".split()
)
CLIMB = frozenset(["conj", "xcomp", "advcl", "advcl:cleft", "parataxis", "parataxis:insert", "acl",
                   "acl:relcl", "obl:mod", "obl:arg", "ccomp", "ROOT", "dep", "obl"])  # fmt: skip


def find_subject(cue: Cue, doc: Doc, first: int, last: int, shut: set[int], quoted: bool) -> None:
    """Sets `cue.subject` (and `cue.inverted`) within its host, tokens `first` to `last`.

    `quoted` says that a quotation or comma stands right before the cue, so that its subject may
    follow it."""
    if cue.mode == "phrase" or cue.clitic is not None:
        return
    line = [doc[i] for i in range(first, last + 1) if i not in shut and not doc[i].is_space]
    at = next(n for n, t in enumerate(line) if t.i == cue.token.i)
    if cue.mode == "passive":
        cue.subject = _agent(cue.token, line, at)
        return
    before, after = _own(cue.token, first)
    if after is not None and cue.mode == "finite" and quoted:
        cue.subject, cue.inverted = _postposed(cue, line, doc) or after, True
        return
    if before is not None and before.i not in shut and not (quoted and _far(before, cue, doc)):
        cue.subject = _antecedent(before)
        return
    if quoted and cue.mode == "finite":
        cue.subject = _postposed(cue, line, doc)
        cue.inverted = cue.subject is not None
        if cue.inverted:
            return
    if cue.mode == "finite" and cue.token.dep_ == "conj" or cue.mode in ("gerund", "infinitive"):
        cue.subject = _climbed(cue, shut)
    if cue.subject is None and cue.mode == "finite":
        cue.subject = _climbed(cue, shut) or _nearest_before(line, at, cue)


def _own(verb: Token, first: int) -> tuple[Token | None, Token | None]:
    """The verb's own subject, where the parse has one: before it, or after it."""
    heads = [verb]
    if verb.dep_ == "xcomp" and verb.head.i == verb.i - 1:
        heads.append(verb.head)  # « dit vouloir »
    for head in heads:
        for child in head.children:
            if child.dep_ in SUBJECTS and small(child) not in INVERTED and child.i >= first:
                if child.i < verb.i:
                    return child, None
                return None, child
    return None, None


def _far(subject: Token, cue: Cue, doc: Doc) -> bool:
    """Whether a comma stands between a subject and a verb that opens an incise."""
    return (
        doc[cue.first - 1].text in ",–—-"
        and subject.i < cue.first - 1
        and subject.dep_ != "conj"
        and cue.token.dep_.startswith("parataxis")
    )


def _antecedent(subject: Token) -> Token:
    """Of a relative pronoun, the noun that it stands for."""
    form = small(subject)
    if form in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
        verb = subject.head
        for _ in range(4):
            if verb.dep_ == "acl:relcl":
                noun = verb.head
                if noun.dep_ in ("appos", "nmod") and noun.head.i < noun.i and noun.pos_ == "NOUN":
                    return noun.head if noun.dep_ == "appos" else noun
                return noun
            verb = verb.head
        for token in reversed([subject.doc[i] for i in range(max(0, subject.i - 5), subject.i)]):
            if token.pos_ in ("NOUN", "PROPN"):
                return token
    return subject


def _climbed(cue: Cue, shut: set[int]) -> Token | None:
    """The subject of the verbs above: of what it is coordinated with, or depends on."""
    token = cue.token
    for _ in range(5):
        if token.dep_ not in CLIMB:
            return None
        head = token.head
        if head == token:
            return None
        if token.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return head
        if token.dep_ == "acl:relcl":
            return None
        for child in head.children:
            if child.dep_ in SUBJECTS and child.i not in shut and child.i != cue.token.i:
                return _antecedent(child)
        for child in head.children:
            if small(child) in INVERTED:
                return child
        token = head
    return None


def _postposed(cue: Cue, line: list[Token], doc: Doc) -> Token | None:
    """The noun after the verb of an incise, past times, places and those spoken to."""
    at = next((n for n, t in enumerate(line) if t.i == cue.last), None)
    if at is None:
        return None
    i = at + 1
    while i < len(line) and i < at + 26:
        token, form = line[i], small(line[i])
        if token.text in '«»“”"' or (token.text in ".:;?!" and len(token.text) == 1):
            return None
        if form in TIMES or (
            form in ("le", "la", "ce", "cette", "un", "l'")
            and i + 1 < len(line)
            and small(line[i + 1]) in TIMES
        ):
            i += 1 if form in TIMES else 2
            continue
        if token.pos_ == "NUM" or token.text[0].isdigit() or token.pos_ == "ADV":
            i += 1
            continue
        if token.pos_ == "ADP" or form in (
            "à",
            "au",
            "aux",
            "dans",
            "devant",
            "lors",
            "par",
            "via",
            "sur",
            "en",
            "pendant",
        ):
            i = _past_phrase(line, i)
            continue
        if token.text in (",", "–", "—", "-", "(", ")"):
            i += 1
            continue
        if token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM"):
            if form in ("ce", "cet", "cette") and i + 1 < len(line) and small(line[i + 1]) in TIMES:
                i += 2
                continue
            head = noun_after(line, i)
            if head is not None and small(head) in TIMES:
                i = next(n for n, t in enumerate(line) if t.i == head.i) + 1
                continue
            return head
        if token.pos_ == "SCONJ" or token.pos_ == "CCONJ":
            return None
        if token.pos_ in ("VERB", "AUX"):
            return None
        i += 1
    return None


def _past_phrase(line: list[Token], i: int) -> int:
    """The place in the line after a phrase that a preposition opens: its noun and what hangs on it."""
    head = noun_after(line, i + 1)
    if head is None:
        return i + 1
    last = head.i
    for token in line[i:]:
        if token.i <= last:
            continue
        inside = (
            token.head.i >= line[i].i
            and token.head.i <= last
            and token.dep_
            in (
                "amod",
                "nmod",
                "flat:name",
                "flat:foreign",
                "case",
                "det",
                "nummod",
                "fixed",
                "obl:arg",
                "flat",
            )
        )
        if token.dep_ in ("case", "det") and token.head.i > token.i:
            inside = (
                token.head.head.i >= line[i].i
                and token.head.head.i <= last
                and token.head.dep_ in ("nmod", "flat:name")
            )
        if not inside:
            break
        last = token.i
    return next((n for n, t in enumerate(line) if t.i > last), len(line))


def _agent(verb: Token, line: list[Token], at: int) -> Token | None:
    """Of a passive verb, the one after « par »."""
    for n in range(at + 1, min(at + 10, len(line))):
        if small(line[n]) == "par":
            return noun_after(line, n + 1)
        if line[n].text in ".;:" or line[n].pos_ == "VERB":
            break
    return None


def _nearest_before(line: list[Token], at: int, cue: Cue) -> Token | None:
    """Where the parse has no subject: the last noun before the verb that no preposition brings in."""
    start = next((n for n, t in enumerate(line) if t.i == cue.first), at)
    for n in range(start - 1, -1, -1):
        token = line[n]
        if token.text in ";:":
            return None
        if token.pos_ in ("PROPN", "NOUN", "PRON") and small(token) not in TIMES:
            head = token
            while (
                head.dep_ in ("flat:name", "appos", "nmod", "amod", "flat") and head.head.i < head.i
            ):
                head = head.head
            if any(c.dep_ == "case" for c in head.children):
                continue
            return _antecedent(head)
    return None
