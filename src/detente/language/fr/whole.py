"""One document for a whole text, put together from its sentences as spaCy analysed them.

White space that is more than a blank is a token of its own (``SPACE``), which hangs on the word before
it. What the parser did not see (see ``asides``) goes with the verb that it interrupts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.language.doc import Doc, Form, Token
from detente.language.fr.grammar import GRAMMAR
from detente.language.fr.lemmas import candidates

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc as Analysed

Spans = list[tuple[int, int]]
Unseen = dict[int, str]
Cut = list[tuple[Spans, Unseen | None]]
"""Of each sentence: its tokens as offsets in the text, and which of them the parser does not see;
None where the sentence is not analysed at all."""
KEPT_FORMS = 200_000  # forms that are kept before the table is emptied


def whole(text: str, cut: Cut, analysed: list[Analysed | None]) -> Doc:
    """The document of a text whose sentences were cut so, each analysed or left."""
    builder = _Builder(text)
    for (spans, unseen), sentence in zip(cut, analysed, strict=True):
        builder.blank(spans[0][0])
        builder.starts.append(len(builder.doc))
        if sentence is None or unseen is None:
            builder.left(spans)
        else:
            builder.sentence(spans, unseen, sentence)
    builder.blank(len(text))
    builder.doc.join(builder.heads, builder.starts[1:])
    return builder.doc


class _Builder:
    """A document in the making: its tokens, the place of each one's head, where sentences start."""

    def __init__(self, text: str) -> None:
        self.text, self.doc = text, Doc(text, candidates, GRAMMAR)
        self.heads: list[int] = []
        self.starts: list[int] = []
        self.end = 0

    def sentence(self, spans: Spans, unseen: Unseen, analysed: Analysed) -> None:
        """A sentence that was analysed, but for what the parser does not see of it."""
        from spacy.attrs import DEP, HEAD, LEMMA, MORPH, ORTH, POS  # type: ignore[import-not-found]

        rows: Any = analysed.to_array([ORTH, LEMMA, POS, MORPH, DEP, HEAD])
        heads = [i + step for i, step in enumerate(rows[:, 5].view("int64").tolist())]
        table, strings = rows[:, :5].tolist(), analysed.vocab.strings
        places: list[int] = []
        verbs: list[int] = []
        asides: list[int] = []
        for i, (start, end) in enumerate(spans):
            if i in unseen:
                pos, dep = _UNSEEN[unseen[i]]
                asides.append(self.add(start, end, _bare(self.text[start:end], pos), dep))
                continue
            *numbers, label = table[len(places)]
            form = _form(tuple(numbers), strings)
            # a pipeline without a parser gives no label
            places.append(self.add(start, end, form, strings[label] if label else "dep"))
            if form.pos == "VERB":
                verbs.append(places[-1])
        first = next(i for i, head in enumerate(heads) if head == i)
        for i, place in enumerate(places):  # further roots, if the parser left some, hang on it
            self.heads[place] = places[first if heads[i] == i else heads[i]]
        root = places[first]
        self.doc[root].dep_ = "ROOT"
        for place in asides:  # an aside goes with the verb that it interrupts
            behind = [v for v in verbs if v > place] if self.doc[place].dep_ == "advmod" else []
            self.heads[place] = behind[0] if behind else root

    def left(self, spans: Spans) -> None:
        """A sentence that was not analysed: bare tokens, names in capitals, the first is the root."""
        root = -1
        for start, end in spans:
            word = self.text[start:end]
            pos = "PROPN" if root >= 0 and word[0].isupper() else "X"
            place = self.add(start, end, _bare(word, pos), "dep" if root >= 0 else "ROOT")
            root = place if root < 0 else root
            self.heads[place] = root

    def blank(self, upto: int) -> None:
        """White space up to there: one blank goes with the word before it, all else is a token."""
        start = self.end
        if self.doc and not self.doc[-1].is_space and self.text.startswith(" ", start, upto):
            start += 1
        if start < upto:
            words, place = self.text[start:upto], len(self.doc)
            self.doc.append(Token(self.doc, place, start, Form.of(words, words, "SPACE"), "dep"))
            # it hangs on what stands before it, or behind it where the text begins with it
            self.heads.append(place - 1 if place else int(upto < len(self.text)))
        self.end = upto

    def add(self, start: int, end: int, form: Form, dep: str) -> int:
        """A token, with the white space before it; its place. Its head is to be set."""
        if start > self.end:
            self.blank(start)
        place = len(self.doc)
        self.doc.append(Token(self.doc, place, start, form, dep))
        self.heads.append(place)
        self.end = end
        return place


def _bare(word: str, pos: str) -> Form:
    """The form of a word that was not analysed."""
    lemma = word.lower()
    return Form.of(word, lemma, pos, lemmas=candidates(word, lemma))


_UNSEEN = {"mark": ("PUNCT", "punct"), "aside": ("ADV", "advmod")}


def _form(numbers: tuple[int, ...], strings: StringStore) -> Form:
    """The form that spaCy's numbers stand for: word, lemma, part of speech, features. A number
    stands for one string in any document."""
    found = _FORMS.get(numbers)
    if found is None:
        if len(_FORMS) > KEPT_FORMS:
            _FORMS.clear()
        word, lemma, pos, features = (strings[number] for number in numbers)
        found = Form.of(word, lemma, pos, features, candidates(word, lemma))
        _FORMS[numbers] = found
    return found


_FORMS: dict[tuple[int, ...], Form] = {}
