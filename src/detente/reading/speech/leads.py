"""Whom a sentence is about, where the quotation behind it has no cue of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.groups import has
from detente.reading.speech.subjects import last_noun

if TYPE_CHECKING:
    from detente.reading.speech.cues import Cue
    from detente.reading.speech.hosts import Host
    from detente.reading.speech.marks import Quote
    from detente.reading.speech.scene import Scene
    from detente.reading.speech.speakers import Speakers


def named_in(scene: Scene, speakers: Speakers, start: int, end: int) -> str | None:
    """The one a sentence (characters) is about: whose saying it names, else its subject, else the
    first person or body in it."""
    first, last = scene.tokens(start, end)
    draft = scene.draft
    tokens = [draft.doc[i] for i in range(first, last + 1) if i not in scene.shut]
    for token in tokens:
        if token.lemma_.lower() in scene.words.sayings | scene.words.documents:
            for child in token.subtree:
                if child != token and draft.mention_at(child):
                    return speakers.of(child)
    for token in tokens:
        if (
            token.pos_ in ("VERB", "AUX")
            and (subject := last_noun(tokens, token, scene.words)) is not None
        ):
            return speakers.of(subject)
    for token in tokens:
        if draft.mention_at(token):
            return speakers.of(token)
    for token in tokens:
        if token.dep_ == "ROOT" and token.pos_ in ("NOUN", "PROPN"):
            return speakers.of(token)
    return None


def begun_outside(scene: Scene, speakers: Speakers, quote: Quote) -> str | None:
    """« X a « espéré que … » »: the auxiliary of a verb of speech stands before the marks."""
    verb = scene.draft.doc[scene.tokens(quote.inner_start, quote.inner_end)[0]]
    if verb.plain not in scene.words.verbs or not has(verb, "VerbForm", "Part"):
        return None
    for child in verb.children:
        if child.dep_ == "nsubj" and child.idx < quote.start and speakers.can_speak(child):
            return speakers.of(child)
    return None


def subject_person(scene: Scene, speakers: Speakers, host: Host) -> str | None:
    """The subject of a sentence, where it can speak."""
    first, last = scene.tokens(host.start, host.end)
    doc = scene.draft.doc
    for i in range(first, last + 1):
        token = doc[i]
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and speakers.can_speak(token):
            return speakers.of(token)
    return None


def named_in_words(scene: Scene, cue: Cue, n: int) -> frozenset[str]:
    """The people whom the quotation before an incise of sentence `n` names: nobody speaks of themselves
    so."""
    before = [q for q in scene.hosts[n].quotes if q.end <= cue.start]
    if not before:
        return frozenset()
    start, end = before[-1].start, before[-1].end
    return frozenset(
        actor
        for mention in scene.draft.mentions
        if mention.form in ("name", "post") and start <= mention.start < end
        for actor in mention.actors
        if scene.draft.actors[actor].kind == "person"
    )


def cut_off(scene: Scene, cue: Cue, n: int) -> bool:
    """« « … », avait déjà déclaré... »: whether the text ends before it names the speaker."""
    rest = scene.text[cue.end :].partition("\n")[0].strip()
    quoted = bool(scene.hosts[n].quotes) and cue.mode == "finite" and not cue.negated
    return quoted and rest.strip("[]()") in ("…", "...")


def before(scene: Scene, speakers: Speakers, said: dict[Cue, str | None], n: int) -> str | None:
    """Who spoke in the sentence before one, by its cues, else who was its subject."""
    if not n:
        return None
    spoke = [one for cue in scene.cues[n - 1] if (one := said.get(cue))]
    return spoke[-1] if spoke else subject_person(scene, speakers, scene.hosts[n - 1])
