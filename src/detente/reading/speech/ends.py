"""Where reported words end, and the reporter speaks again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.groups import has

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.reading.speech.cues import Cue
    from detente.reading.speech.hosts import Host
    from detente.reading.speech.scene import Scene

LEAST = 12
"""Characters of reported words before a conjunction can break them off."""


def extent_of(
    scene: Scene, host: Host, cue: Cue, cues: list[Cue], start: int
) -> tuple[int, int] | None:
    """First and last character of the words that a cue brings in, which begin at `start` at the
    earliest; `cues` are all of their sentence. None where nothing is left."""
    text, end = scene.text, host.end
    for other in cues:
        if not start < other.start < end:
            continue
        before = text[start : other.start].rstrip()[-1:]
        if other.mode == "phrase":
            grammar, who = scene.draft.doc.grammar, other.subject.plain if other.subject else ""
            himself = who in grammar.he | grammar.she | grammar.they
            if not other.loose and before == "," and not himself:
                end = other.start
        elif other.inverted and before in tuple(',–—»"'):
            end = other.start
        elif _same_level(cue, other):
            end = min(end, _connective(scene, start, _opens(other, start)))
        elif other.mode == "gerund" and (apart := _own_subject(other, start)):
            end = min(end, apart)
    end = min(end, _clause_end(scene, cue, start, end), _infinitive_end(scene, cue, start, end))
    patterns = scene.words.patterns
    if broken := patterns.breaks.search(text, start + LEAST, end):
        end = broken.start()
    if opening := patterns.opening.match(text, start, end):
        start = opening.end()
    while end > start and text[end - 1] in " ,;:.!?–—\u00a0\n":
        end -= 1
    if trailing := patterns.trailing.search(text, start, end):
        end = trailing.start()
    return (start, end) if end > start else None


def _clause_end(scene: Scene, cue: Cue, start: int, end: int) -> int:
    """Where a clause that is not the main one closes: a relative clause at its comma, an opening
    « en accusant X de …, » before the main subject."""
    if cue.mode in ("gerund", "infinitive") and cue.subject is not None and cue.subject.idx > start:
        comma = scene.text.rfind(",", start, cue.subject.idx)
        return comma if comma > start else end
    verb = cue.token
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ == "advcl" and verb.head.i > verb.i and cue.mode in ("finite", "gerund"):
        return _before_main(scene, verb, start, end)
    if cue.mode == "gerund":
        return _resumed(cue, start, end)
    if verb.dep_ != "acl:relcl":
        return _doing(cue, start, end)
    for token in verb.doc[cue.last + 1 : scene.tokens(start, end)[1]]:
        if token.text == "," and token.idx > start and _resumes(token.nbor()):
            return token.idx
    last = verb.right_edge
    after = scene.text[after_token(last) : after_token(last) + 3].lstrip()
    closed = last.idx > start and (after.startswith(",") or last.text == ",")
    return after_token(last) if closed else end


def _doing(cue: Cue, start: int, end: int) -> int:
    """« X a salué la trêve, quittant la salle à la hâte »: the comma before what X did meanwhile."""
    for token in cue.token.children:
        comma = token.nbor(-1) if token.pos_ == "VERB" and token.i else token
        present = "Pres" in token.morph.get("Tense", []) and has(token, "VerbForm", "Part")
        if comma.text == "," and present and start < comma.idx < end:
            return comma.idx
    return end


def _before_main(scene: Scene, verb: Token, start: int, end: int) -> int:
    """« Alors que X affirme …, Y a … »: the comma before the main verb's subject."""
    for subject in verb.head.children:
        if subject.dep_.startswith("nsubj") and subject.left_edge.idx > start:
            comma = scene.text.rfind(",", start, subject.left_edge.idx + 1)
            return comma if comma > start else end
    return end


def _resumed(cue: Cue, start: int, end: int) -> int:
    """« …, estimant que X mentait, et ont renforcé … »: the comma where the main clause goes on."""
    doc = cue.token.doc
    for token in doc[cue.last + 1 : cue.token.sent.end - 1]:
        joined = token.text == "," and token.nbor().pos_ == "CCONJ"
        if joined and start < token.idx < end and _finite_ahead(token.nbor()):
            return token.idx
    return end


def _own_subject(other: Cue, start: int) -> int | None:
    """Where « , l'agence indiquant que … » begins, which has a subject of its own."""
    if other.subject is None or not start < other.subject.idx < other.start:
        return None
    first = other.subject.left_edge
    return first.idx if first.i and first.nbor(-1).text == "," else None


def _infinitive_end(scene: Scene, cue: Cue, start: int, end: int) -> int:
    """Where « refusé de partir et l'a renvoyé » goes on with a verb of the reporter's sentence: a
    finite verb behind « et », where what is reported began with an infinitive."""
    first, last = scene.tokens(start, end)
    doc, grammar = scene.draft.doc, scene.draft.doc.grammar
    opening = doc[first : first + 6]
    infinitive = next((t for t in opening if has(t, "VerbForm", "Inf")), None)
    if infinitive is None or any(
        has(t, "VerbForm", "Fin") or t.plain in grammar.that for t in opening
    ):
        return end
    before = doc[max(cue.last, first - 1) : infinitive.i]
    if not any(t.plain in grammar.to or t.plain in grammar.just_of for t in before):
        return end
    within = grammar.that | grammar.relatives | grammar.if_
    for token in doc[infinitive.i : last]:
        if token.plain in within and token.plain not in grammar.oneself:
            return end  # a clause within, whose verbs may be joined too
        if token.pos_ == "CCONJ" and _finite_ahead(token):
            return token.idx
    return end


def joined_end(scene: Scene, start: int, end: int) -> int:
    """Where « opposé à ce plan et a envoyé … » goes on with a verb of the reporter's sentence: a noun
    has no verb behind « et », unless a clause goes with it."""
    first, last = scene.tokens(start, end)
    doc, grammar = scene.draft.doc, scene.draft.doc.grammar
    within = grammar.that | grammar.relatives | grammar.which | grammar.if_
    for token in doc[first:last]:
        if token.i in scene.shut or (token.plain in within and token.plain not in grammar.oneself):
            return end
        if token.pos_ == "CCONJ" and token.idx > start and _finite_ahead(token):
            return token.nbor(-1).idx + len(token.nbor(-1).text)
    return end


def _finite_ahead(joint: Token) -> bool:
    for token in joint.doc[joint.i + 1 : joint.i + 4]:
        if token.pos_ in ("VERB", "AUX"):
            return has(token, "VerbForm", "Fin")
        if token.pos_ not in ("ADV", "PRON"):
            return False
    return False


def _resumes(token: Token) -> bool:
    """Whether a token after a comma goes on with the main sentence: its verb, or what precedes it."""
    if token.plain in token.doc.grammar.not_ | token.doc.grammar.oneself:
        return True
    return token.pos_ in ("VERB", "AUX") and not has(token, "VerbForm", "Part")


def _same_level(cue: Cue, other: Cue) -> bool:
    """Whether a later verb of speech belongs to the reporter's sentence, not to what is reported."""
    shared = other.subject is not None and other.subject == cue.subject
    if other.mode == "gerund":
        return shared
    joined = other.token.dep_ in ("conj", "parataxis") and other.token.head == cue.token
    return other.mode == "finite" and (joined or shared)


def _opens(other: Cue, start: int) -> int:
    """Where another voice begins: with its subject (« X exige …, mais Y exclut … »), else its verb."""
    who = other.subject
    return who.left_edge.idx if who and start < who.left_edge.idx < other.start else other.start


def _connective(scene: Scene, start: int, at: int) -> int:
    """Where the join before a verb begins: the comma, « et », « tout en » that leads to it."""
    found = scene.words.patterns.connective.search(scene.text[start:at])
    return start + found.start() if found else at


def after_token(token: Token) -> int:
    """The character behind a token."""
    return token.idx + len(token.text)
