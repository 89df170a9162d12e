"""Where a report says that somebody speaks: verbs, verbs with a noun, « selon » and its like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.reading.speech.groups import Group, group_of, has
from detente.reading.speech.naming import pronoun

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Family, Lexicon, Phrases, Verb

Mode = Literal["finite", "gerund", "infinitive", "passive", "phrase"]

MARKED = frozenset({"decree", "extol"})
"""Families whose verbs tell of speech only where words in marks follow."""
MARK_REACH = 12
"""Words after such a verb among which the marks stand."""
NOUN_REACH = 6
"""Words after a light verb among which its noun is looked for."""
REST_REACH = 6
"""Words between a verb and the rest of it: « mettre les deux camps en garde »."""


@dataclass(slots=True, eq=False)
class Cue:
    """A place where somebody is said to speak. `first`, `last` are tokens of the verb group (or of
    the phrase), `subject` the token that names the speaker, `clitic` an inverted pronoun."""

    token: Token
    verbs: tuple[Verb, ...]
    mode: Mode
    first: int
    last: int
    subject: Token | None = None
    clitic: Token | None = None
    inverted: bool = False
    negated: bool = False
    future: bool = False
    noun: Token | None = None
    """Of a verb with a noun, the noun."""
    loose: bool = False
    """« pour X »: only when X can speak."""
    shares: bool = False
    """A participle that shares the auxiliary, and the subject, of a cue before it."""

    @property
    def relative(self) -> bool:
        """Of « X, pour qui … »."""
        last = self.token.doc[self.last]
        return self.mode == "phrase" and last.plain in last.doc.grammar.who

    @property
    def start(self) -> int:
        return self.token.doc[self.first].idx

    @property
    def end(self) -> int:
        token = self.token.doc[self.last]
        return token.idx + len(token.text)

    def uttered(self, words: Lexicon) -> bool:
        """Of an infinitive, whether it was said: « après avoir dit », « tient à préciser »."""
        first, head = self.token.doc[self.first], self.token.head
        if first.plain in first.doc.grammar.having and first.i < self.token.i:
            return True
        return head.lemma_ in words.realised or head.plain in words.realised

    def families(self) -> set[str]:
        return {verb.family.name for verb in self.verbs}

    def taking(self, frame: str) -> Family | None:
        """The first family of the verb that brings in such a complement."""
        return next((v.family for v in self.verbs if frame in v.family.takes), None)


def find_cues(line: list[Token], place: dict[int, int], words: Lexicon) -> list[Cue]:
    """The cues among the tokens of a sentence that stand in no quotation; `place` is their order."""
    forms = tuple(token.plain for token in line)
    verbs, light = words.verbs, words.light_forms
    found = [  # but for « sur Twitter »
        cue
        for token, form in zip(line, forms, strict=True)
        if (form in verbs or form in light)
        and not (token.text[0].isupper() and token.i and token.nbor(-1).pos_ == "ADP")
        and (cue := _verb_cue(token, form, line, place, words)) is not None
    ]
    found += _phrases(line, forms, words)
    return sorted(found, key=lambda cue: cue.first)


# ---------------------------------------------------------------- verbs


def _verb_cue(
    token: Token, form: str, line: list[Token], place: dict[int, int], words: Lexicon
) -> Cue | None:
    """The cue of a word whose form is one of a verb of speech."""
    at = place[token.i]
    inverted = token.doc.grammar.inverted
    group = group_of(line, at, words)
    if not _is_verb(token, line, at, group, words):
        return None
    clitic, last = group.clitic, at
    if clitic is None and at + 1 < len(line) and line[at + 1].plain in inverted:
        clitic, last = line[at + 1], at + 1
    chosen, last = _readings(words, form, group, line, last)
    source: Token | None = None
    one = clitic is not None and _impersonal(clitic, group)
    if one and last + 1 < len(line):
        source = _source(line, last + 1, words)
    noun: Token | None = None
    for light in words.light_forms.get(form, ()):
        if (brought := _light_noun(light, line, last + 1, words)) is not None:
            noun, last = brought
            chosen = (words.nominal(light, noun.plain),)
            break
    if any(v.family.name in MARKED for v in chosen) and not _marked(line[last]):
        chosen = tuple(v for v in chosen if v.family.name not in MARKED)
    if not chosen:
        return None
    return Cue(
        token=token,
        verbs=chosen,
        mode=_mode(token, form, chosen, group, clitic, words),
        first=line[group.first - _clitic_before(token, line, at, group)].i,
        last=line[last].i,
        subject=source,
        clitic=clitic if source is None else None,
        inverted=clitic is not None,
        negated=group.negated,
        future=has(token, "Tense", "Fut") or form.endswith(words.ends.future),
        noun=noun,
        shares=not group.auxiliary and clitic is None and _shares(token, at, line, words),
    )


def _clitic_before(token: Token, line: list[Token], at: int, group: Group) -> int:
    """One where « la » of « la qualifiant de … », which the parse takes for an article, is its object."""
    taken = at > 0 and group.first == at and line[at - 1].pos_ == "DET"
    return int(taken and line[at - 1].head == token)


def _marked(token: Token) -> bool:
    """Whether a quotation begins behind a token."""
    return any(t.text in '«“"' for t in token.doc[token.i + 1 : token.i + MARK_REACH])


def _impersonal(clitic: Token, group: Group) -> bool:
    """Whether an inverted pronoun stands for nobody: « dit-on », « est-il écrit »."""
    form, grammar = pronoun(clitic), clitic.doc.grammar
    passive = group.being and not group.having and not group.reflexive
    return form in grammar.one or (passive and form in grammar.it)


def _source(line: list[Token], i: int, words: Lexicon) -> Token | None:
    """Of « indique-t-on dans la déclaration », « assure-t-on au palais », « dit-on de source … », who
    stands behind « on »."""
    of = line[i].plain in line[i].doc.grammar.just_of
    if of and i + 1 < len(line) and line[i + 1].plain in words.origin:
        return line[i + 1]
    if line[i].plain in words.where_said:
        return noun_after(line, i + 1)
    return None


def _readings(
    words: Lexicon, form: str, group: Group, line: list[Token], last: int
) -> tuple[tuple[Verb, ...], int]:
    """The readings of a verb form that its neighbours allow; those of several words win."""
    plain: list[Verb] = []
    for verb in words.verbs.get(form, ()):
        if verb.reflexive != group.reflexive or (verb.before and verb.before not in group.words):
            continue
        if not verb.rest:
            plain.append(verb)
        elif (end := _rest(verb.rest, line, last + 1, words)) is not None:
            return (verb,), end
    return tuple(plain), last


def _rest(rest: tuple[str, ...], line: list[Token], start: int, words: Lexicon) -> int | None:
    """Where the words that complete a verb end: at once, or (« en garde ») past its object."""
    if start >= len(line):
        return None
    for_ = line[start].doc.grammar.for_
    # « plaider auprès de X pour »
    if len(rest) == 1 and rest[0] in for_ and line[start].plain in words.addressing:
        for n in range(start, min(start + REST_REACH + 2, len(line))):
            if line[n].plain in for_:
                return n
            if line[n].pos_ in ("VERB", "AUX", "PUNCT"):
                return None
    apart = rest[0] in words.apart
    reach = REST_REACH if apart else 3
    for n in range(start, min(start + reach, len(line) - len(rest) + 1)):
        here = [t.plain for t in line[n : n + len(rest)]]
        if all(_agrees(h, r, words.ends.agreement) for h, r in zip(here, rest, strict=True)):
            return n + len(rest) - 1
        if line[n].pos_ not in ("ADV", "DET", "NOUN", "PROPN", "ADJ"):
            break
        if not apart and line[n].pos_ != "ADV":
            break
    return None


def _agrees(word: str, rest: str, agreement: str) -> bool:
    return word == rest or (len(rest) > 5 and word.rstrip(agreement) == rest.rstrip(agreement))


def _mode(
    token: Token,
    form: str,
    verbs: tuple[Verb, ...],
    group: Group,
    clitic: Token | None,
    words: Lexicon,
) -> Mode:
    if group.infinitive:
        return "infinitive"
    if group.being and not group.having and not group.reflexive:
        return "passive"
    if group.auxiliary:
        return "gerund" if group.participle else "finite"
    if form.endswith(words.ends.gerund):
        return "gerund"
    if any(verb.lemma.split()[0] == form for verb in verbs):
        return "infinitive"
    if clitic is None and has(token, "VerbForm", "Part") and token.dep_ != "conj":
        # « nie » and « juge » are no participles, whatever the tagger says
        regular = all(verb.lemma.endswith(words.ends.regular) for verb in verbs)
        return "finite" if regular and not form.endswith(words.ends.participle) else "passive"
    return "finite"


def _shares(token: Token, at: int, line: list[Token], words: Lexicon) -> bool:
    """Whether a participle without auxiliary follows « et » or a comma, and so shares one."""
    n = at - 1
    while n >= 0 and line[n].pos_ == "ADV":
        n -= 1
    joined = n >= 0 and (line[n].pos_ == "CCONJ" or line[n].text == ",")
    past = has(token, "VerbForm", "Part") and not token.plain.endswith(words.ends.gerund)
    return joined and past


def _is_verb(token: Token, line: list[Token], at: int, group: Group, words: Lexicon) -> bool:
    """Whether a form that may be a noun (« annonce », « menace ») is a verb here."""
    grammar = token.doc.grammar
    if group.auxiliary or group.clitic or group.reflexive:
        return token.pos_ in ("VERB", "AUX", "ADJ", "NOUN")
    if at + 1 < len(line) and line[at + 1].plain in grammar.inverted:
        return True
    follows = line[at + 1].plain if at + 1 < len(line) else ""
    if token.plain in words.called and follows in grammar.of:
        return False  # « le plan dit de la « paix des villages » »
    like = token.plain in words.adverb_like or token.plain.endswith(words.ends.gerund)
    if token.pos_ == "ADV" and like:
        return True  # for its end the tagger takes it for an adverb
    if token.pos_ in ("VERB", "AUX"):
        if at == 0 or line[at - 1].pos_ != "DET" or line[at - 1].head != token:
            return True
        # « certains jugent », « les accusant de … »
        plural = token.plain.endswith(words.ends.third_plural)
        return plural or token.plain.endswith(words.ends.gerund)
    # a verb of an incise that the tagger took for a noun: « …, explique Jean Petit »
    before = token.nbor(-1).text if token.i else ""
    follows = line[at + 1].pos_ if at + 1 < len(line) else ""
    mistaken = token.pos_ in ("NOUN", "ADJ", "PROPN", "X") and not token.text[0].isupper()
    after = token.nbor().text if token.i + 1 < len(token.doc) else ""
    if (
        mistaken
        and at
        and (line[at - 1].pos_ == "PROPN" or line[at - 1].text == ",")
        and (after in tuple('«“"') or token.nbor().plain in grammar.that)
    ):
        return True  # « X juge « prématuré » un retrait »
    return mistaken and before in tuple(',»”"–—') and follows in ("DET", "PROPN")


def _light_noun(light: str, line: list[Token], i: int, words: Lexicon) -> tuple[Token, int] | None:
    """The noun of a light verb and the place where it ends: « exprimé sa vive inquiétude »,
    « fait part de sa « joie » »."""
    for rest in light.split("_")[1:]:
        if i >= len(line) or line[i].plain != rest:
            return None
        i += 1
    own, grammar = light not in words.owning, line[0].doc.grammar
    if [t.lemma_ in words.documents for t in line[i : i + 3]] == [False, False, True]:
        i += 3  # « a fait part dans un communiqué de sa joie »
    for n in range(i, min(i + NOUN_REACH, len(line))):
        token = line[n]
        if token.plain in words.nouns:
            return (token, n) if own else None
        of = token.pos_ == "ADP" and token.plain in grammar.just_of
        if not of and token.pos_ not in ("DET", "ADJ", "ADV", "NUM", "VERB"):
            break
        own = own or token.plain in grammar.possessives
        quoted = token.doc[token.i + 1 : token.i + 3]
        marked = len(quoted) == 2 and quoted[0].text in '«“"'
        if marked and own and quoted[1].plain in words.nouns:
            return quoted[1], n
    return None


# ---------------------------------------------------------------- « selon »


def _phrases(line: list[Token], forms: tuple[str, ...], words: Lexicon) -> Iterator[Cue]:
    taken, who = -1, line[0].doc.grammar.who
    for i in range(2, len(line) - 1) if not who.isdisjoint(forms) else ():
        if forms[i] in words.before_who and forms[i + 1] in who and line[i - 1].text == ",":
            yield Cue(line[i], (), "phrase", line[i].i, line[i + 1].i)
    for i, form in enumerate(forms):
        if i <= taken or not (form in words.firm or form in words.loose):
            continue
        phrase = _standing(line, forms, i, words.firm)
        loose = phrase is None
        if phrase is None and form in words.loose and _opens(line, i):
            phrase = _standing(line, forms, i, words.loose)
        if phrase is None or i + len(phrase) >= len(line):
            continue
        last = i + len(phrase) - 1
        if forms[last + 1] in words.silent:
            continue
        if loose and line[last + 1].pos_ == "NOUN":
            continue  # « pour observateur l'Onu », « pour garants … »
        head = line[last] if phrase[-1] in words.origin else noun_after(line, last + 1)
        head = head if loose else _titled(line[last + 1]) or head
        if head is None or head.plain in words.silent:
            continue
        yield Cue(line[i], (), "phrase", line[i].i, line[last].i, subject=head, loose=loose)
        taken = last


def _titled(token: Token) -> Token | None:
    """Of « selon la « Déclaration de Lima » », the noun that opens the title."""
    doc = token.doc
    at = token.i + 1 if token.pos_ == "DET" else token.i
    if at + 1 < len(doc) and doc[at].text in '«“"' and doc[at + 1].pos_ in ("NOUN", "PROPN"):
        return doc[at + 1]
    return None


def _standing(
    line: list[Token], forms: tuple[str, ...], i: int, phrases: Phrases
) -> tuple[str, ...] | None:
    """The first of some phrases that stands at `i`; a last « de » may be « du », « des », « d' »."""
    for phrase in phrases.get(forms[i], ()):
        here = forms[i : i + len(phrase)]
        if here == phrase:
            return phrase
        of = line[i].doc.grammar.of
        last = len(phrase) > 1 and phrase[-1] in of and here[-1] in of
        if last and here[:-1] == phrase[:-1]:
            return phrase
    return None


def _opens(line: list[Token], i: int) -> bool:
    """Whether a phrase stands at the head of its sentence or clause, after a comma or nothing."""
    return i == 0 or line[i - 1].text in ",;:–—" or line[i - 1].pos_ == "CCONJ"


def noun_after(line: list[Token], i: int) -> Token | None:
    """The noun, name or pronoun that heads the words from `i` on."""
    for n in range(i, min(i + 7, len(line))):
        token = line[n]
        if token.pos_ in ("NOUN", "PROPN"):
            head = token.head
            title = token.i < head.i <= token.i + 3 and head.pos_ in ("PROPN", "NOUN")
            return head if title else token
        alone = n > i and line[n - 1].pos_ in ("DET", "NUM") and token.pos_ == "ADJ"
        if alone and (n + 1 == len(line) or line[n + 1].text in ",.;"):
            return token  # « les deux capitales »
        if token.pos_ == "PRON":
            grammar = token.doc.grammar
            empty = grammar.oneself | grammar.who | grammar.that
            return token if token.plain not in empty else None
        if token.pos_ == "VERB" or token.text in ",;:.":
            return None
    return None
