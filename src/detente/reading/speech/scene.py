"""A report laid out for reading speech: its quotations, the sentences around them, the cues in those."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.reading.speech.cues import Cue, find_cues
from detente.reading.speech.groups import has
from detente.reading.speech.hosts import Host, find_hosts
from detente.reading.speech.marks import Quote, find_quotes
from detente.reading.speech.naming import name_of
from detente.reading.speech.subjects import by_voice, find_subject

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Lexicon
    from detente.reading.draft import Draft
    from detente.reading.speech.speakers import Speakers

SURE = frozenset(["say", "voice", "write", "ask", "accuse", "deny", "judge", "promise"])
"""Families whose subject speaks, whatever noun it is."""


@dataclass(slots=True)
class Scene:
    draft: Draft
    words: Lexicon
    quotes: list[Quote]
    hosts: list[Host]
    shut: set[int]
    """Tokens inside quotation marks, marks included."""
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    """By the index of a host."""

    @property
    def text(self) -> str:
        return self.draft.article.text

    def is_outlet(self, token: Token | None) -> bool:
        """Whether a word names a body that tells news: a mention of an agency, paper or broadcaster."""
        mention = self.draft.mention_at(token) if token is not None else None
        outlet = self.words.patterns.outlet
        if token is not None and token.lemma_.lower() in self.words.outlets:
            return bool(outlet.search(name_of(token, self.words).lower()))
        if mention is None or not mention.actors:
            return False
        name = self.draft.actors[mention.actors[0]].name.lower()
        return bool(outlet.search(name))

    def is_agency(self, token: Token | None) -> bool:
        """Whether a word names an agency, which passes on the words of others."""
        return token is not None and token.plain in self.words.agencies

    def is_stray(self, quote: Quote) -> bool:
        """Whether a mark that is never closed opens the reporter's own words: « "M. X a dit que … »."""
        if quote.closed:
            return False
        first, last = self.tokens(quote.inner_start, quote.inner_end)
        mention = self.draft.mention_at(first)
        if mention is None or mention.form != "name":
            return False
        for token in self.draft.doc[mention.last + 1 : min(mention.last + 10, last)]:
            if token.plain in token.doc.grammar.that:
                return any(t.plain in self.words.verbs for t in self.draft.doc[first : token.i])
        return False

    def token(self, at: int) -> int:
        """The token that holds a character (or the one before it, where it is white space)."""
        return max(0, bisect_right(self.draft.doc.starts, at) - 1)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First and last token of a stretch of characters."""
        first = self.token(start)
        doc = self.draft.doc
        if doc[first].idx + len(doc[first].text) <= start and first + 1 < len(doc):
            first += 1
        return first, max(first, self.token(end - 1))


def lay_out(draft: Draft, words: Lexicon, speakers: Speakers) -> Scene:
    """The scene of a draft."""
    text = draft.article.text
    scene = Scene(draft, words, [], [], set())
    for quote in find_quotes(text, words.abbreviations):
        if (verb := _verb_alone(scene, quote)) is None:
            scene.quotes.append(quote)
        else:
            scene.shut |= {verb.i - 1, verb.i + 1}  # its marks
    quotes = scene.quotes
    scene.hosts = find_hosts(text, quotes, words.abbreviations)
    speakers.quoted = [(quote.start, quote.end) for quote in quotes]
    for quote in quotes:
        first, last = scene.tokens(quote.start, quote.end)
        scene.shut.update(range(first, last + 1))
    for n, host in enumerate(scene.hosts):
        scene.cues[n] = _cues_of(scene, host, speakers)
    return scene


def _verb_alone(scene: Scene, quote: Quote) -> Token | None:
    """Of « X a « félicité » Y », the verb, which alone stands in quotation marks."""
    first, last = scene.tokens(quote.inner_start, quote.inner_end)
    token = scene.draft.doc[first]
    if first != last or first < 2 or token.plain not in scene.words.verbs:
        return None
    before = token.nbor(-2)
    while before.pos_ == "ADV" and before.i:
        before = before.nbor(-1)
    return token if before.plain in before.doc.grammar.having else None


def _cues_of(scene: Scene, host: Host, speakers: Speakers) -> list[Cue]:
    """The cues of one host that somebody can be the subject of."""
    first, last = scene.tokens(host.start, host.end)
    doc = scene.draft.doc
    line = [doc[i] for i in range(first, last + 1) if i not in scene.shut and not doc[i].is_space]
    if not line:
        return []
    place = {token.i: n for n, token in enumerate(line)}
    ends = {quote.end for quote in host.quotes}
    kept: list[Cue] = []
    voiced = any(token.plain in scene.words.voices for token in line)
    for cue in find_cues(line, place, scene.words):
        before = scene.text[host.start : cue.start].rstrip()
        bare = before.rstrip(",–— -")
        quoted = host.start + len(before) in ends or host.start + len(bare) in ends
        find_subject(cue, line, place, quoted, before[-1:] in (",", "–", "—", "-"), speakers)
        if cue.shares and (
            whole := next((c for c in reversed(kept) if c.verbs and not c.shares), None)
        ):
            cue.subject, cue.clitic, cue.inverted = whole.subject, None, False
            if whole.clitic is not None:
                cue.subject = whole.clitic
        elif kept and before[-1:] == "," and _goes_on(kept[-1], cue):
            cue.subject = kept[-1].subject or kept[-1].clitic
        elif cue.clitic is None and cue.mode in ("finite", "gerund") and not _named(cue, speakers):
            # « … que la trêve tenait et a dénoncé … »: who speaks is who spoke before
            said = [c for c in kept if c.mode == "finite" and (c.subject or c.clitic)]
            joined = cue.token.dep_ in ("conj", "advcl", "acl", "xcomp", "parataxis")
            if said and (joined or cue.mode == "gerund"):
                cue.subject = said[-1].subject or said[-1].clitic
        if voiced and cue.mode == "finite":
            named = by_voice(cue, line, place, scene.words)
            mention = speakers.draft.mention_at(named) if named is not None else None
            cue.subject = named if mention and mention.form == "name" else cue.subject
        if _voiced(cue, speakers) or (quoted and cue.inverted and cue.noun is None):
            kept.append(cue)
    return kept


def _goes_on(said: Cue, cue: Cue) -> bool:
    """« …, a indiqué X, ajoutant que … »: a gerund behind an incise, and no other verb between."""
    if cue.mode != "gerund" or not said.inverted:
        return False
    between = said.token.doc[said.last + 1 : cue.first]
    return not any(has(t, "VerbForm", "Fin") for t in between)


def _named(cue: Cue, speakers: Speakers) -> bool:
    return cue.subject is not None and speakers.can_speak(cue.subject)


def _voiced(cue: Cue, speakers: Speakers) -> bool:
    """Whether the subject can be one who speaks, where the verb alone does not tell."""
    if cue.mode == "phrase" or cue.clitic is not None:
        return True
    if cue.subject is None:
        return cue.mode != "passive"
    if cue.subject.lemma_.lower() in speakers.words.mute:
        return False
    return speakers.can_speak(cue.subject) or (bool(cue.families() & SURE) and cue.noun is None)
