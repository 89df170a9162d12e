"""To whom and when something was said, as the words around the verb of speech tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.names import actors_of

if TYPE_CHECKING:
    from detente.language.speech import Lexicon
    from detente.model import DateMention
    from detente.reading.draft import Draft
    from detente.reading.speech.cues import Cue
    from detente.reading.speech.hosts import Host

REACH = 70
"""Characters between a cue and a time that belongs to it."""


def addressee(draft: Draft, cue: Cue, words: Lexicon) -> str | None:
    """The one spoken to: an actor's id, else the report's word (« presse »); None where not told."""
    to = draft.doc.grammar.to
    for child in cue.token.children:
        if child.dep_ not in ("obl:arg", "obl:mod", "iobj", "obl") or child == cue.subject:
            continue
        case = next((c for c in child.children if c.dep_ == "case"), None)
        if case is None or case.plain not in words.addressing or case.i > child.i:
            continue
        if child.lemma_.lower() in words.audience:
            named = actors_of(draft, child)
            return named[0] if named else child.lemma_.lower()
        if case.plain not in to or cue.verbs:
            mention = draft.mention_at(child)
            if mention is None or mention.form == "place" or not mention.actors:
                continue
            if _is_somebody(draft, mention.actors[0]):
                return mention.actors[0]
    return _audience_after(cue, words)


def _audience_after(cue: Cue, words: Lexicon) -> str | None:
    """« devant la presse » wherever the parse has hung it, up to the next comma."""
    doc = cue.token.doc
    for token in doc[cue.last + 1 : cue.last + 14]:
        if token.text in ',;:.«»"':
            return None
        if token.lemma_.lower() in words.audience and token.i > 1:
            before = {token.nbor(-1).plain, token.nbor(-2).plain}
            if before & words.addressing:
                return token.lemma_.lower()
    return None


def _is_somebody(draft: Draft, actor: str) -> bool:
    return draft.actors[actor].kind in ("person", "organisation", "group")


def time_of(
    draft: Draft, cue: Cue, host: Host, taken: list[tuple[int, int]], words: Lexicon
) -> DateMention | None:
    """The time expression in the clause of a cue, outside what is said (`taken`)."""
    best: tuple[int, DateMention] | None = None
    for mention in draft.dates:
        start, end = mention.span.start, mention.span.end
        if mention.kind != "date" or start < host.start or end > host.end:
            continue
        if any(a <= start < b for a, b in taken) or (cue.inverted and end <= cue.start):
            continue  # told before an incise, it belongs to the words
        if _of_another(draft, mention, words):
            continue
        far = start - cue.end if start >= cue.end else cue.start - end
        if not _same_clause(draft, mention, cue):
            continue
        if far <= 2 * REACH and (best is None or far < best[0]):
            best = (far, mention)
    return best[1] if best else None


def _of_another(draft: Draft, mention: DateMention, lexicon: Lexicon) -> bool:
    """Whether a time belongs to a noun, or tells since when: « l'accord de juillet 2022 », « sa première
    visite depuis mai »."""
    words = draft.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if words is None or not words[0].i:
        return False
    first, before = words[0], words[0].nbor(-1)
    if first.plain in lexicon.since or before.plain in lexicon.since:
        return True
    of = draft.doc.grammar.of
    at = before if before.plain in of else first
    if at.plain not in of or not at.i:
        return False
    noun = at.nbor(-1)
    return noun.pos_ in ("NOUN", "PROPN") and not (
        noun.plain in noun.doc.grammar.times or noun.plain in lexicon.occasions
    )


def _same_clause(draft: Draft, mention: DateMention, cue: Cue) -> bool:
    """Whether no other verb, no bracket and no « mais » stands between a time and a cue."""
    start, end = mention.span.start, mention.span.end
    low, high = (end, cue.start) if end <= cue.start else (cue.end, start)
    between = draft.article.text[low:high]
    if any(mark in between for mark in "();:\n"):
        return False
    span = draft.doc.char_span(low, max(low, high), alignment_mode="contract")
    grammar = draft.doc.grammar
    joints = grammar.but | grammar.that
    return span is None or not any(t.pos_ in ("VERB", "AUX") or t.plain in joints for t in span)
