"""Which words name the one who speaks: from a cue to the noun, name or pronoun that is its subject."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from detente.reading.speech.antecedents import antecedent, before_comma, named_before
from detente.reading.speech.cues import Cue, noun_after
from detente.reading.speech.groups import has
from detente.reading.speech.postposed import PLAIN, REACH, agent, postposed, wedged

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Lexicon
    from detente.reading.draft import Draft
    from detente.reading.speech.speakers import Speakers

SUBJECTS = frozenset(["nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer"])
CLIMB = frozenset(
    "conj xcomp advcl advcl:cleft parataxis parataxis:insert acl obl:mod obl:arg obl ccomp dep".split()
)


def find_subject(
    cue: Cue,
    line: list[Token],
    place: dict[int, int],
    quoted: bool,
    comma: bool,
    speakers: Speakers,
) -> None:
    """Sets `cue.subject` (and `cue.inverted`); of « X a dit par la voix de Y », Y.

    `line` are the tokens of the host outside quotations, `place` their order. `quoted` says that a
    quotation stands right before the cue, `comma` that a comma or dash does."""
    draft, words = speakers.draft, speakers.words
    if cue.relative:
        cue.subject = before_comma(cue, draft, words)
    if cue.mode == "phrase" or cue.clitic is not None or cue.inverted:
        return
    at = place[cue.token.i]
    if cue.mode == "passive":
        cue.subject = agent(line, at)
        return
    named = named_before(cue, draft)
    if named is not None and named.i in place:
        cue.subject = named
        return
    before, after = _own(cue.token, line[0].i, place, words)
    about = draft.doc.grammar.upon | draft.doc.grammar.for_
    whole = about.isdisjoint(verb.rest[0] for verb in cue.verbs if verb.rest)
    # « insister sur X » has X for its object
    if cue.mode == "finite" and (quoted or comma) and whole:
        plain = cue.families() <= PLAIN
        found = postposed(cue, line, place, speakers)
        if found is not None and (
            quoted
            or (plain and after is not None and before is None)
            or wedged(cue, found, line, place, speakers)
        ):
            cue.subject, cue.inverted = found, True
            return
    if cue.mode == "finite" and (near := _adjacent(cue, line, place, draft, words)):
        cue.subject = near
        return
    if cue.mode == "gerund" and not _opened(cue) and not _parted(cue):
        near = _adjacent(cue, line, place, draft, words)
        if near is not None or (near := _beside(cue, place)) is not None:
            cue.subject = near
            return
    if cue.mode in ("gerund", "infinitive"):
        above, main = _climbed(cue, place, words), _main(line, words)
        own = not _opened(cue) or any(up.dep_ == "acl:relcl" for up in cue.token.ancestors)
        cue.subject = (above or main) if own else (main or above)
        if cue.subject is None:
            cue.subject = _after_comma(cue, line, place, draft)
        return
    cue.subject = _at_place(_agreeing(cue, before, line), line, speakers)
    if cue.subject is None:
        joined = cue.token.dep_ in ("conj", "parataxis")
        climbed = _climbed(cue, place, words) if joined else None
        if climbed is not None and _embedded(cue.token.head):
            climbed = _main(line, words) or climbed
        cue.subject = climbed or _nearest_before(line, place[cue.first], words)


def _at_place(subject: Token | None, line: list[Token], speakers: Speakers) -> Token | None:
    """Of « A Lima, on se dit « … » », « Au ministère, on parle de « … » », the place or body."""
    if subject is None or subject.plain not in subject.doc.grammar.one:
        return subject
    first, grammar = line[0], subject.doc.grammar
    comma = subject.i > first.i and subject.nbor(-1).text == ","
    if not comma or first.plain not in grammar.to | grammar.in_:
        return subject
    noun = noun_after(line, 1)
    known = noun is not None and speakers.surely_speaks(noun)
    return noun if noun is not None and noun.i < subject.i and known else subject


def _agreeing(cue: Cue, subject: Token | None, line: list[Token]) -> Token | None:
    """The subject that the parse has; where it is one person and the verb in the plural, the first
    noun in the plural: « Les deux chefs, reçus chez le médiateur, Jean X, à Oslo, ont dit … »."""
    many = any(has(t, "Number", "Plur") for t in cue.token.doc[cue.first : cue.token.i + 1])
    if subject is None or subject.pos_ != "PROPN" or not many or has(subject, "Number", "Plur"):
        return subject
    if any(c.dep_ in ("conj", "flat:name", "flat") and c.pos_ != "PROPN" for c in subject.children):
        return subject
    if any(c.dep_ == "conj" for t in (subject, *subject.children) for c in t.children):
        return subject
    for token in line:
        if token.i >= subject.i or token.text in ";:":
            break
        brought = any(c.dep_ == "case" for c in token.children)
        taken = token.dep_ in SUBJECTS and token.head != cue.token
        if token.pos_ == "NOUN" and has(token, "Number", "Plur") and not (brought or taken):
            return token
    return subject


def by_voice(cue: Cue, line: list[Token], place: dict[int, int], words: Lexicon) -> Token | None:
    """Of « X a, par la voix de Y, dénoncé … », « X a dit par la bouche de Y que … », Y."""
    at, of = place[cue.token.i], cue.token.doc.grammar.of
    for n in range(max(0, at - REACH // 2), min(len(line) - 2, at + 7)):
        if line[n].plain in words.voices and line[n + 1].plain in of:
            return noun_after(line, n + 2)
    return None


# ---------------------------------------------------------------- before the verb


def _own(
    verb: Token, first: int, place: dict[int, int], words: Lexicon
) -> tuple[Token | None, Token | None]:
    """The verb's own subject, where the parse has one: before it, or after it."""
    heads, inverted = [verb], verb.doc.grammar.inverted
    if verb.dep_ == "xcomp" and verb.head.i in (verb.i - 1, verb.i - 2):
        heads.append(verb.head)  # « dit vouloir »
    for head in heads:
        for child in head.children:
            many = child.dep_ == "det" and child.plain in words.quantifiers
            subject = child.dep_ in SUBJECTS or many
            if not subject or child.plain in inverted or child.i < first or child.i not in place:
                continue
            if not child.is_alpha and not any(c.isalnum() for c in child.text):
                continue
            if child.plain in child.doc.grammar.times or any(
                c.dep_ == "case" for c in child.children
            ):
                continue
            return (antecedent(child, words), None) if child.i < verb.i else (None, child)
    return None, None


def _adjacent(
    cue: Cue, line: list[Token], place: dict[int, int], draft: Draft, words: Lexicon
) -> Token | None:
    """The name right before a verb, where no preposition brings it in, whatever the parse says."""
    n = place[cue.first] - 1
    while n >= 0 and line[n].pos_ == "ADV":
        n -= 1
    mention = draft.mention_at(line[n]) if n >= 0 else None
    if (
        mention is None
        or mention.last != line[n].i
        or mention.form not in ("name", "place", "post")
    ):
        return None
    head, first = draft.doc[mention.head], draft.doc[mention.first]
    if head.i not in place or any(c.dep_ == "case" for c in head.children):
        return None
    grammar = draft.doc.grammar
    brought = grammar.just_of | grammar.or_
    if first.i and (first.nbor(-1).pos_ == "ADP" or first.nbor(-1).plain in brought):
        return None
    low = head.left_edge
    if first.i and first.nbor(-1).text == "," and "Part" in line[0].morph.get("VerbForm", []):
        return head  # « Interrogé par Y, X a estimé »
    while head.dep_ == "conj" and head.head.i < head.i and head.head.i in place:
        head = head.head
        if any(c.dep_ == "case" for c in head.children):
            return None
    head = _first_listed(head, draft)
    above = head.head
    if (
        head.dep_ in ("nmod", "appos")
        and above.i < first.i
        and above.lemma_.lower() in words.bodies
    ):
        held = above.dep_ == "nmod" and above.head.lemma_.lower() in words.posts
        return head if held else above  # « l'administration X », « le chef de la diplomatie X »
    if low.i < first.i and low.i and (low.pos_ == "ADP" or low.nbor(-1).pos_ in ("ADP", "CCONJ")):
        return None
    return head


def _beside(cue: Cue, place: dict[int, int]) -> Token | None:
    """Of « une guerre ayant menacé … », « les insurgés menaçant de … », the noun right before."""
    noun = cue.token.doc[cue.first - 1] if cue.first else None
    while noun is not None and noun.head.i < noun.i and noun.pos_ not in ("VERB", "AUX", "PUNCT"):
        if noun.dep_ not in ("amod", "nmod", "flat:name", "flat") or noun.head.i not in place:
            break
        if noun.head.pos_ not in ("NOUN", "PROPN"):
            break
        noun = noun.head
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or noun.i not in place:
        return None
    return noun if cue.token.head == noun or noun.head == cue.token else None


def _after_comma(cue: Cue, line: list[Token], place: dict[int, int], draft: Draft) -> Token | None:
    """« Tout en saluant « … », X a prévenu »: who is named behind the comma."""
    for token, following in pairwise(line[place[cue.last] :]):
        if token.text == ",":
            mention = draft.mention_at(following)
            named = mention is not None and mention.form in ("name", "post", "place")
            return draft.doc[mention.head] if mention is not None and named else None
    return None


def _first_listed(head: Token, draft: Draft) -> Token:
    """Of « Washington, Londres et Ryad », the first, where the parse has not joined them."""
    while head.i > 1 and head.left_edge.i > 1 and head.left_edge.nbor(-1).text == ",":
        before = draft.mention_at(head.left_edge.i - 2)
        listed = any(c.dep_ == "conj" for c in head.children)
        if not listed or before is None or before.form not in ("place", "name"):
            break
        one = draft.doc[before.head]
        if one.dep_ not in SUBJECTS or one.i >= head.i:
            break
        head = one
    return head


def _climbed(cue: Cue, place: dict[int, int], words: Lexicon) -> Token | None:
    """The subject of the verbs above: of what it is coordinated with, or depends on."""
    token, inverted = cue.token, cue.token.doc.grammar.inverted
    for _ in range(5):
        head = token.head
        before = token.pos_ == "ADP" and token.dep_ == "advmod"  # « avant d'ajouter »
        if head == token or not (before or token.dep_ in CLIMB):
            return None
        if token.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            if _parted(cue) and head.dep_ not in SUBJECTS:
                return _doing(head, place, words)
            return head if head.i in place and head.plain not in head.doc.grammar.times else None
        for child in head.children:
            if child.dep_ in SUBJECTS and child.i in place and child.i != cue.token.i:
                return antecedent(child, words)
        for child in head.children:
            if child.plain in inverted and child.i in place:
                return child
        if token.dep_ == "conj" and head.pos_ == "PROPN" and head.i in place:
            return head
        token = head
    return None


def _doing(noun: Token, place: dict[int, int], words: Lexicon) -> Token | None:
    """Of « X a rappelé son envoyé, dénonçant … », X; of « …, a fait savoir X, ajoutant … », X itself;
    of a clause that another verb brings in, nobody."""
    verb = noun.head
    while verb.head != verb and not any(c.dep_.startswith("aux") for c in verb.children):
        if verb.pos_ in ("VERB", "AUX") and not has(verb, "VerbForm", "Inf"):
            break
        verb = verb.head
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.i in place]
    if verb.dep_ == "ccomp":
        return None
    if own:
        return antecedent(own[0], words)
    finite = has(verb, "VerbForm", "Fin") or any(c.dep_.startswith("aux") for c in verb.children)
    return noun if finite and noun.i in place else None


def _parted(cue: Cue) -> bool:
    """Whether a comma parts a gerund from the noun before it."""
    return cue.mode == "gerund" and cue.first > 0 and cue.token.doc[cue.first - 1].text == ","


def _embedded(verb: Token) -> bool:
    """Whether a verb stands in a relative clause: what is coordinated with it after « mais » or « et »
    is more often the sentence's own verb."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "acl:relcl"


def _opened(cue: Cue) -> bool:
    """Whether a preposition opens the cue: « après avoir dit », « tout en disant »."""
    before = cue.token.doc[cue.first - 1] if cue.first else None
    if before is None:
        return False
    grammar = before.doc.grammar
    opens = grammar.in_ | grammar.after | grammar.before | grammar.for_ | grammar.without
    return before.plain in opens | grammar.just_of


def _main(line: list[Token], words: Lexicon) -> Token | None:
    """The subject of the sentence's main verb."""
    for token in line:
        subject = token.dep_ in SUBJECTS and token.head.dep_ == "ROOT"
        if subject and token.plain not in token.doc.grammar.times:
            return token
    return None


def _nearest_before(line: list[Token], start: int, words: Lexicon) -> Token | None:
    """Where the parse has no subject: the last noun before the verb that no preposition brings in."""
    clitics = line[0].doc.grammar.clitics
    for n in range(_before_relative(line, start) - 1, -1, -1):
        token = line[n]
        if token.text in ";:":
            return None
        if token.pos_ not in ("PROPN", "NOUN", "PRON") or token.plain in token.doc.grammar.times:
            continue
        if token.plain in clitics:
            continue
        head = token
        while head.dep_ in ("flat:name", "nmod", "amod", "flat") and head.head.i < head.i:
            head = head.head
        case = next((c for c in head.children if c.dep_ == "case"), None)
        if (case is not None and not _quantity(case, words)) or head.dep_ == "obj":
            continue
        if any(c.isalnum() for c in head.text):
            return antecedent(head, words)
    return None


def _before_relative(line: list[Token], start: int) -> int:
    """The place before « , dont … , », where such words stand right before `start`."""
    if start < 1 or line[start - 1].text != ",":
        return start
    relative = line[0].doc.grammar.relatives | line[0].doc.grammar.which
    for n in range(start - 2, 0, -1):
        if line[n].text == "," and line[n + 1].plain in relative:
            return n
    return start


def last_noun(line: list[Token], verb: Token, words: Lexicon) -> Token | None:
    """The last noun before a verb that no preposition brings in."""
    return _nearest_before(line, line.index(verb), words)


def _quantity(case: Token, words: Lexicon) -> bool:
    """Whether a « de » follows a word for how many: « suffisamment de députés »."""
    of = case.plain in case.doc.grammar.of
    return of and case.i > 0 and case.nbor(-1).plain in words.quantities
