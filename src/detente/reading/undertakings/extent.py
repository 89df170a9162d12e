"""Which words an undertaking is told in: where they begin behind a verb or noun, and where they end.

The parse errs most where news sentences are longest, so that both are told by the order of the words
first: what may stand between a verb and what it brings in, and what makes another clause begin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.events.syntax import lemmas

if TYPE_CHECKING:
    from detente.language.doc import Doc, Token
    from detente.language.undertakings import Lexicon

LONGEST = 400
"""Characters of an undertaking's words at most; a longer phrase is a parse gone astray."""
REACH = 26
"""Tokens between a verb and the infinitive that it brings in, asides included."""
PASSED = frozenset({"ADV", "ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "PUNCT", "SPACE", "SYM"})
"""What may stand between them."""
QUOTES = frozenset('"«»“”')
CLOSING = {"»": "«", "”": "“", '"': '"'}
CLOSED = {opening: closing for closing, opening in CLOSING.items()}


def brought_in(
    governor: Token, marks: tuple[str, ...], lexicon: Lexicon, *, acts: bool = False
) -> tuple[int, int] | None:
    """Character offsets of what one of `marks` (« à », « de », « que ») brings in behind a verb,
    noun or adjective; None where nothing is.

    An infinitive may stand behind adverbs, times, places and those spoken to; a clause or a noun
    follows at once, or behind adverbs and times. With `acts` a noun has to be one of act."""
    doc, last = governor.doc, governor.sent.end
    grammar, near = doc.grammar, True
    at = governor.i + 1
    while at < min(last, governor.i + REACH):
        token = doc[at]
        mark = lexicon.marks.get(token.plain)
        if mark in marks and not _compound(token, lexicon):
            if token.plain in grammar.that:
                # « a promis dans un communiqué que »
                near = near or any(lemmas(t) & lexicon.issued for t in doc[governor.i + 1 : at])
                near = near or _to_somebody(doc, governor.i + 1, at, lexicon)
                return _words(doc, at + 1, governor, lexicon) if near else None
            if token.plain in grammar.to and _so_that(doc, at + 1, last):
                return _words(doc, at + 3, governor, lexicon)
            if token.plain in grammar.for_ and doc[at + 1].plain in grammar.that:
                return _words(doc, at + 2, governor, lexicon)  # « d'accord pour que »
            if (infinitive := _infinitive(doc, at + 1, last)) is not None:
                if lemmas(doc[infinitive]) & lexicon.asking:
                    return None  # « s'accordent pour exiger … »: of somebody else
                if acts and token.plain in grammar.for_ and _hoped(doc, infinitive + 1, lexicon):
                    return None
                return _words(doc, at + 1, governor, lexicon)
            noun = _noun(doc, at + 1, last) if near else None
            if noun is not None and _matter(noun, lexicon, acts=acts):
                return _words(doc, at + 1, governor, lexicon)
        stressed = token.plain in grammar.he | grammar.she | grammar.they  # « s'engage, lui, à »
        passes = token.pos_ in PASSED or (
            token.pos_ == "PRON" and (stressed or token.text[0].isupper())
        )
        passes = passes and token.text not in ";:.!?"
        if not passes and token.plain not in lexicon.adverbs:
            return None
        own = (
            token.pos_ == "ADJ" and at == governor.i + 1
        )  # « un feu vert à », « l'engagement ferme de »
        near = near and (own or _light(token, lexicon) or _placed(token))
        at += 1
    return None


def object_of(verb: Token, lexicon: Lexicon, *, acts: bool) -> tuple[int, int] | None:
    """Character offsets of the noun or clause that a verb has for its object, past adverbs and an
    aside between commas; with `acts` a noun has to be one of act."""
    doc, last = verb.doc, verb.sent.end
    at = past_asides(verb, lexicon)
    if at is None:
        return None
    at = _past_receiver(doc, at, last)
    if doc[at].plain in doc.grammar.that:
        return _words(doc, at + 1, verb, lexicon)
    if doc[at].plain in doc.grammar.just_of:
        infinitive = _infinitive(doc, at + 1, last)
        return _words(doc, at + 1, verb, lexicon) if infinitive is not None else None
    noun = _noun(doc, at, last)
    if noun is None or lemmas(noun) & lexicon.times:
        return None
    if acts and not _matter(noun, lexicon, acts=True):
        return None
    return _words(doc, at, verb, lexicon)


def past_asides(verb: Token, lexicon: Lexicon) -> int | None:
    """The token behind a verb and its adverbs, times and asides (« , outre la fin des combats, »,
    « , selon X que »), or None at the end of the sentence."""
    doc, last = verb.doc, verb.sent.end
    at, that = verb.i + 1, doc.grammar.that
    while at < last:
        if doc[at].text == "," or doc[at].plain in lexicon.asides:
            close = next(
                (i for i in range(at + 1, min(at + REACH, last)) if doc[i].text == ","), None
            )
            clause = next(
                (i for i in range(at + 1, min(at + 8, last)) if doc[i].plain in that),
                None,
            )  # fmt: skip
            if clause is not None and (close is None or clause < close):
                return clause
            if close is None:
                return None
            at = close + 1
        elif _light(doc[at], lexicon) and doc[at].pos_ not in ("DET", "NUM"):
            at += 1
        else:
            return at
    return None


def clause_from(first: int, verb: Token, lexicon: Lexicon) -> tuple[int, int] | None:
    """Character offsets of a clause that begins with token `first` and has `verb` for its verb."""
    return _words(verb.doc, first, verb, lexicon)


def phrase_of(noun: Token, lexicon: Lexicon) -> tuple[int, int] | None:
    """Character offsets of a noun with what belongs to it, without the preposition before it."""
    first = noun.left_edge.i
    while first < noun.i and noun.doc[first].pos_ in ("ADP", "PUNCT"):
        first += 1
    found = _words(noun.doc, first, noun, lexicon)
    right = noun.doc[max(noun.right_edge.i, noun.i)]
    end = right.idx + len(right.text)
    return (found[0], min(found[1], end)) if found else None


# ---------------------------------------------------------------- beginnings


def _compound(mark: Token, lexicon: Lexicon) -> bool:
    """« lors de », « à partir de »: a preposition of several words, which brings nothing in."""
    before = mark.doc[mark.i - 1].plain if mark.i else ""
    after = mark.nbor().plain if mark.i + 1 < len(mark.doc) else ""
    return before in lexicon.compound or after in lexicon.compound


def _light(token: Token, lexicon: Lexicon) -> bool:
    """An adverb, a time or a mark: what may stand before a noun or clause that is brought in."""
    form = token.plain
    if token.pos_ in ("ADV", "SPACE") or token.text in QUOTES or form in lexicon.adverbs:
        return True
    if token.text in "(),…" or token.text == "...":
        return True
    return form in lexicon.times or (token.pos_ in ("DET", "NUM", "ADP") and _timed(token, lexicon))


def _placed(token: Token) -> bool:
    """« à Lima »: a preposition of places before a name, or that name."""
    at = token if token.pos_ == "ADP" else token.nbor(-1)
    leads = at.plain in at.doc.grammar.in_ or at.plain in at.doc.grammar.to
    return leads and at.i + 1 < len(at.doc) and at.nbor().pos_ == "PROPN"


def _timed(token: Token, lexicon: Lexicon) -> bool:
    """Whether a determiner, number or preposition belongs to a time (« le 3 mai », « en janvier »)."""
    ahead = token.doc[token.i + 1 : token.i + 4]
    for following in ahead:
        if following.plain in lexicon.times:
            return True
        if following.pos_ not in ("NUM", "DET", "ADJ"):
            return False
    return False


def _to_somebody(doc: Doc, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether nothing but times and those spoken to stands between: « hier aux ministres que »."""
    while at < end and _light(doc[at], lexicon):
        at += 1
    if at >= end or doc[at].plain not in doc.grammar.to:
        return False
    named = (t.i for t in doc[at + 1 : end] if t.pos_ in ("NOUN", "PROPN"))
    first = next(named, end)
    return first < end and all(t.pos_ not in ("DET", "VERB", "AUX") for t in doc[first:end])


def _so_that(doc: Doc, at: int, last: int) -> bool:
    """« (à) ce que »: a clause is brought in."""
    grammar = doc.grammar
    this = at + 1 < last and doc[at].plain in grammar.demonstratives
    return this and doc[at + 1].plain in grammar.that


def _infinitive(doc: Doc, at: int, last: int) -> int | None:
    """The infinitive at or right behind a token, past « ne pas », clitics, adverbs and marks."""
    for i in range(at, min(at + 5, last)):
        if "Inf" in doc[i].morph.get("VerbForm", []) and doc[i].pos_ in ("VERB", "AUX"):
            return i
        if doc[i].pos_ not in ("ADV", "PRON") and doc[i].text not in QUOTES:
            return None
    return None


def _hoped(doc: Doc, at: int, lexicon: Lexicon) -> bool:
    """Whether « ramener la paix », the end of it all, begins before a token."""
    noun = _noun(doc, at, len(doc))
    return noun is not None and bool(lemmas(noun) & lexicon.hopes)


def _past_receiver(doc: Doc, at: int, last: int) -> int:
    """The token behind « à X », where another noun follows: « offre à Cuba un allègement »."""
    if doc[at].plain not in doc.grammar.to:
        return at
    for i in range(at + 2, min(at + 8, last)):
        if doc[i].pos_ == "DET" and doc[i - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
            return i
        if doc[i].pos_ not in ("DET", "NOUN", "PROPN", "ADJ", "NUM"):
            break
    return at


def _noun(doc: Doc, at: int, last: int) -> Token | None:
    """The noun of the phrase that begins at a token."""
    for i in range(at, min(at + 7, last)):
        if doc[i].pos_ in ("NOUN", "PROPN"):
            return doc[i]
        if doc[i].pos_ not in ("DET", "ADJ", "NUM", "ADV") and doc[i].text not in QUOTES:
            return None
    return None


def _matter(noun: Token, lexicon: Lexicon, *, acts: bool) -> bool:
    """Whether a noun can be what is undertaken: one of act, or any that is no time or occasion."""
    words = lemmas(noun)
    if acts:
        return bool(words & lexicon.act_nouns)
    return noun.pos_ == "NOUN" and not words & (lexicon.no_matter | lexicon.times)


# ---------------------------------------------------------------- ends


def _words(doc: Doc, first: int, governor: Token, lexicon: Lexicon) -> tuple[int, int] | None:
    """Character offsets from a token to where another clause, speaker or quotation begins."""
    last = governor.sent.end
    while first < last and (doc[first].is_space or doc[first].text in ",:;"):
        first += 1
    opened = _open_quote(doc, first, governor.sent.start)
    stop = first
    while stop < last and not (stop > first and _breaks(doc, stop, first, governor, lexicon)):
        if opened and stop > first and CLOSING.get(doc[stop].text) == opened:
            break
        stop += 1
    end = stop - 1
    while end > first and (
        doc[end].is_space or doc[end].text in ",;:.!?…–—-" or doc[end].pos_ in ("CCONJ", "ADP")
    ):
        end -= 1
    if end < first:
        return None
    start, close = doc[first].idx, doc[end].idx + len(doc[end].text)
    start, close = _balanced(doc.text, start, close)
    return start, max(start, min(close, start + LONGEST))


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The words without a quotation mark at an edge whose pair is not among them, and with the one
    behind them whose pair is."""
    inside = text[start:end]
    after = text[end : end + 2].strip()[:1]
    if after in CLOSING and _unpaired(inside, CLOSING[after], after):
        return start, text.index(after, end) + 1
    last = inside[-1:]
    if last in ("«", "“") or (last in CLOSING and not _unpaired(inside[:-1], CLOSING[last], last)):
        end -= 1
    if inside[:1] in QUOTES and (
        inside[0] in "»”" or _unpaired(inside, inside[0], CLOSED[inside[0]])
    ):
        start += 1
    return start, end


def _unpaired(text: str, opening: str, closing: str) -> bool:
    if opening == closing:
        return text.count(opening) % 2 == 1
    return text.count(opening) > text.count(closing)


def _open_quote(doc: Doc, first: int, start: int) -> str | None:
    """The mark of a quotation that is open where the words begin."""
    opened: str | None = None
    for token in doc[start:first]:
        if token.text in ("«", "“"):
            opened = token.text
        elif token.text == '"':
            opened = None if opened == '"' else '"'
        elif token.text in CLOSING:
            opened = None
    return opened


def _breaks(doc: Doc, at: int, first: int, governor: Token, lexicon: Lexicon) -> bool:
    """Whether another clause, or somebody's name for it, begins at a token."""
    token, before, grammar = doc[at], doc[at - 1], doc.grammar
    if at <= governor.i:
        return False  # « le retrait, qui …, devra être achevé »: still before the clause's verb
    form = token.plain
    if form in lexicon.breaks or token.text in ";":
        return True
    ahead = doc[at + 1].plain if at + 1 < len(doc) else ""
    conjunction = form in lexicon.conjunctions and (
        form not in grammar.demonstratives or before.text == ","
    )
    if conjunction and (ahead in grammar.that or ahead in grammar.who):
        return at + 2 >= len(doc) or doc[at + 2].plain not in lexicon.possible
    if form in grammar.who and any(
        lemmas(t) & lexicon.undertaking_verbs for t in doc[at + 1 : at + 4]
    ):
        return True  # « …, qui promet aussi de … » is an undertaking of its own
    comma = before.text in ',)»”"'
    if comma and (form in lexicon.asides or incise(token) or _gerund(token)):
        return True
    if before.text == "," and form in grammar.after and doc[at - 2].plain not in grammar.that:
        return True  # « …, après une semaine de pourparlers »: when it was agreed
    if before.text == "," and _occasion(doc, at, lexicon):
        return True
    if token.pos_ == "CCONJ" and at + 1 < len(doc):
        return _resumes(doc, at + 1, first, governor)
    return False


def _occasion(doc: Doc, at: int, lexicon: Lexicon) -> bool:
    """« …, lors d'une réunion », « …, aux termes de l'accord »: when it was agreed, and by what."""
    opens = doc[at].plain in doc.grammar.to | doc.grammar.in_
    return any(t.plain in lexicon.occasions for t in doc[at : at + (3 if opens else 1)])


def _finite(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", [])


def incise(token: Token) -> bool:
    """« , a annoncé X », « , s'est félicité X »: a verb right behind a comma."""
    if token.plain in token.doc.grammar.oneself and token.i + 1 < len(token.doc):
        return _finite(token.nbor())
    return _finite(token)


def _gerund(token: Token) -> bool:
    """« , affirmant que … »: what the reporter adds."""
    return (
        token.pos_ == "VERB"
        and "Part" in token.morph.get("VerbForm", [])
        and "Pres" in token.morph.get("Tense", [])
    )


def _resumes(doc: Doc, at: int, first: int, governor: Token) -> bool:
    """Whether « et » goes on with the governor's clause or a later one: a finite verb follows that
    belongs to no clause brought in with « que »."""
    clause = first and doc[first - 1].plain in doc.grammar.that
    for token in doc[at : min(at + 3, len(doc))]:
        if _finite(token):
            verb = token.head if token.dep_.startswith(("aux", "cop")) else token
            return not clause or verb.head in (governor, governor.head)
        if token.pos_ not in ("ADV", "PRON"):
            return False
    return False
