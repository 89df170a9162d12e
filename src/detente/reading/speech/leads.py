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

FEWER = 3
"""Of the words of such a sentence, one in so many stands outside quotations at most."""
NO_SPEECH = frozenset(["voice", "name", "label", "extol", "decree"])
"""Families of verbs that tell more often of something else: « poursuit son offensive »."""
ADDING = 2
"""Words of « Et d'ajouter » before its verb."""
OPENING = 5
"""Words of a quotation among which the verb stands that it opens with."""


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
    """« X a « espéré que … » », « X « s'engage à … » »: the subject of the verb of speech in the marks
    stands before them."""
    first, last = scene.tokens(quote.inner_start, quote.inner_end)
    opening = scene.draft.doc[first : min(first + OPENING, last)]
    verb = next((t for t in opening if t.pos_ not in ("AUX", "PRON", "ADV")), None)
    if verb is None or has(verb, "VerbForm", "Inf"):
        return None
    if all(v.family.name in NO_SPEECH for v in scene.words.verbs.get(verb.plain, ())):
        return None
    for above in (verb, verb.head) if verb.dep_ == "conj" else (verb,):
        for child in above.children:
            if child.dep_ == "nsubj" and child.idx < quote.start and speakers.can_speak(child):
                return speakers.of(child)
    beside = (
        verb.dep_ == "parataxis" and verb.head.idx < quote.start
    )  # « les parties, X et Y, « … »
    return speakers.of(verb.head) if beside and speakers.can_speak(verb.head) else None


def all_but_quoted(scene: Scene, host: Host, quote: Quote) -> bool:
    """« « Les deux camps sont prêts à céder » sur ce point « pour la paix ». »: a sentence that opens
    with a quotation, whose words outside any are few and no clause."""
    if quote.start != host.start and quote != host.quotes[-1]:
        return False
    first, last = scene.tokens(host.start, host.end)
    outside = [t for t in scene.draft.doc[first : last + 1] if t.i not in scene.shut]
    if host.quotes[0].start != host.start or any(t.pos_ in ("VERB", "AUX") for t in outside):
        return False
    return len(outside) * FEWER < last + 1 - first


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


def goes_on(scene: Scene, cue: Cue, n: int) -> bool:
    """Whether whoever spoke in the sentence before goes on: « Et d'ajouter: « … » », or a sentence
    that is cut off before it names its speaker."""
    opens = cue.token.doc[scene.tokens(scene.hosts[n].start, scene.hosts[n].end)[0]]
    joined = opens.plain in opens.doc.grammar.and_ and cue.first - opens.i == ADDING
    return (cue.mode == "infinitive" and joined) or cut_off(scene, cue, n)


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
