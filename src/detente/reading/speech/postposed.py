"""The one who speaks behind the verb of an incise: « …, a dit mardi à la presse à Lima le ministre X »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.cues import Cue, noun_after
from detente.reading.speech.groups import has
from detente.reading.speech.nested import in_relative

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Lexicon
    from detente.reading.draft import Draft
    from detente.reading.speech.speakers import Speakers

BREAKS = frozenset('.:;?!«»“”"')
REACH = 26
"""Words after the verb of an incise among which its subject is looked for."""
PLAIN = frozenset(["say", "voice", "write", "judge"])
"""Families whose verbs make incises."""
AFTER_QUOTES = frozenset(["warn", "promise", "denounce", "praise", "demand"])
"""Families whose verbs make incises too, where a quotation stands before them in the sentence."""

NAMING = frozenset(["name", "label"])
"""Families of the same verbs in another use: « dénoncer comme »."""


def wedged(
    cue: Cue, found: Token, line: list[Token], place: dict[int, int], speakers: Speakers
) -> bool:
    """Whether a verb between commas has its subject behind it: « La paix, dit X, est proche »."""
    doc = cue.token.doc
    after_quote = any(t.text in '»”"' for t in doc[line[0].i : cue.first])
    ends = _ends_sentence(cue, found, line, speakers)
    families = PLAIN | AFTER_QUOTES if after_quote or ends else PLAIN
    said = cue.families() - NAMING
    if not said or not said <= families or not speakers.can_speak(found):
        return False
    if ends:
        return True
    n = place[cue.last] + 1
    if n < len(line) and line[n].pos_ == "PROPN":
        return True
    spoken_to = n < len(line) and line[n].pos_ == "ADP" and found.pos_ == "PROPN"
    if n < len(line) and line[n].pos_ not in ("PROPN", "DET", "NOUN") and not spoken_to:
        return False
    end = max((place[t.i] for t in found.subtree if t.i in place), default=place.get(found.i, n))
    bringing = speakers.words.bringing
    if end + 1 < len(line) and line[end + 1].plain in bringing:  # « a rétorqué X à Y, »
        end = past_phrase(line, end + 1, speakers.words, speakers.draft) - 1
    return end + 1 >= len(line) or line[end + 1].text in ",.–—-" or line[end].text in ",."


def _ends_sentence(cue: Cue, found: Token, line: list[Token], speakers: Speakers) -> bool:
    """« La trêve est morte, a dénoncé mardi X. »: an auxiliary right behind a comma, and nothing done
    behind who speaks."""
    before = cue.token.nbor(cue.first - cue.token.i - 1) if cue.first else None
    if before is None or before.text != "," or cue.first == cue.token.i or cue.negated:
        return False
    behind = [t for t in line if t.i > cue.last]
    done = any(t.pos_ in ("VERB", "AUX") or t.plain in t.doc.grammar.that for t in behind)
    ahead = (t for t in line if t.i < cue.first and has(t, "VerbForm", "Fin"))
    told = any(not in_relative(t, line[0]) for t in ahead)  # « X, qui a …, a salué Y » does not
    return told and not done and speakers.surely_speaks(found)


def postposed(
    cue: Cue, line: list[Token], place: dict[int, int], speakers: Speakers
) -> Token | None:
    """The noun after the verb of an incise, past times, places and those spoken to."""
    i, grammar, words = place[cue.last] + 1, cue.token.doc.grammar, speakers.words
    limit = min(len(line), i + REACH)
    while i < limit:
        token, form = line[i], line[i].plain
        if token.text == "(":  # « a dit à Lima (Pérou) X »
            i = next((n + 1 for n in range(i, limit) if line[n].text == ")"), limit)
            continue
        if token.text in BREAKS or token.pos_ in ("SCONJ", "CCONJ", "VERB", "AUX"):
            return None
        if form in grammar.that:
            return None
        if token.pos_ == "ADP" or form in words.bringing:
            later = form in grammar.after | grammar.before and line[i - 1].pos_ == "ADV"
            if later and speakers.can_speak(noun_after(line, i + 1)):
                i += 1  # « peu après X »
            else:
                i = past_phrase(line, i, words, speakers.draft)
        elif form in grammar.times or token.pos_ in ("ADV", "NUM", "PUNCT"):
            i += 1
        elif token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "PRON") and not token.text[0].isdigit():
            head = noun_after(line, i)
            if head is None or head.plain not in grammar.times:
                return head
            i = place.get(head.i, i) + 1
        else:
            i += 1
    return None


def past_phrase(line: list[Token], i: int, words: Lexicon, draft: Draft) -> int:
    """The place in the line after a phrase that a preposition opens: its noun and what goes with it.

    By the order of words: the parse hangs the speaker on it as often as not (« à Lima le ministre »)."""
    n, grammar = i, line[i].doc.grammar
    while True:
        n += 1
        while n < len(line) and _opens(line, n):
            n += 1
        if n >= len(line) or not _heads(line[n], words):
            return n
        head = line[n]
        n = _past_mention(line, n, draft)
        while n < len(line) and _completes(line[n], head, words, draft):
            n = _past_mention(line, n, draft)
        joins = n < len(line) and (line[n].plain in grammar.of or line[n].pos_ == "CCONJ")
        if not joins or (n + 1 < len(line) and line[n + 1].pos_ in ("VERB", "AUX", "SCONJ")):
            return n  # « … de partir » is no part of it


def _heads(token: Token, words: Lexicon) -> bool:
    """Whether a word can be the noun of such a phrase; the tagger takes « Twitter » for a verb."""
    noun = token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")
    return noun or token.text in words.platforms


def _opens(line: list[Token], n: int) -> bool:
    """Whether a word stands before the noun of a phrase."""
    if line[n].pos_ in ("DET", "NUM", "ADP", "ADV"):
        return True
    behind = line[n + 1].pos_ if n + 1 < len(line) else ""
    as_ = line[n].plain in line[n].doc.grammar.that and line[n - 1].pos_ == "ADV"
    return as_ or (line[n].pos_ == "ADJ" and behind in ("NOUN", "ADJ"))  # « en tant que »


def _past_mention(line: list[Token], n: int, draft: Draft) -> int:
    """The place after a word, and after all of the name that it stands in."""
    mention = draft.mention_at(line[n])
    last = mention.last if mention is not None and mention.form in ("name", "place") else 0
    n += 1
    while n < len(line) and line[n].i <= last:
        n += 1
    return n


def _completes(token: Token, head: Token, words: Lexicon, draft: Draft) -> bool:
    """Whether a word goes with the noun before it: « à la chaîne publique RTS », « diffusé »; not a
    person's name, nor any name behind who or what takes none: « à la presse X »."""
    if token.pos_ == "ADJ" or token.text in words.platforms or token.plain in words.common:
        return True
    if token.pos_ == "VERB":
        return has(token, "VerbForm", "Part") and head.pos_ == "NOUN"
    mention = draft.mention_at(token)
    named = mention is not None and mention.form == "name" and mention.first == token.i
    if named and mention is not None:
        if any(draft.actors[actor].kind == "person" for actor in mention.actors):
            return False
        if token.pos_ == "DET":
            return token.text[0].isupper()  # « au journal Le Monde »
    if token.pos_ != "PROPN":
        return False
    lemma = head.lemma_.lower()
    bare = lemma in words.audience - words.outlets or lemma in words.documents
    return token.text.isupper() or not (bare or lemma in head.doc.grammar.times)


def agent(line: list[Token], at: int) -> Token | None:
    """Of a passive verb, the one after « par »."""
    by = line[at].doc.grammar.by
    for n in range(at + 1, min(at + 10, len(line))):
        if line[n].plain in by:
            return noun_after(line, n + 1)
        if line[n].text in ".;:" or line[n].pos_ == "VERB":
            break
    return None
