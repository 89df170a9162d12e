"""A parsed report as plain Python objects: tokens with their words, features and arcs, in sentences.

The rooms ask a parse some thirty questions a token. spaCy makes a new object for each token that is
looked at and a string for each attribute; here a token is made once, what a form alone tells is
worked out once a process, and a question is a look at a slot. Names are spaCy's, and mean what they
mean there; labels are Universal Dependencies.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property, lru_cache, wraps
from itertools import pairwise
from typing import Any, Literal, NamedTuple, ParamSpec, TypeVar, overload

from detente.language.grammar import NO_GRAMMAR, Grammar

P = ParamSpec("P")
Answer = TypeVar("Answer")


class Morph(dict[str, list[str]]):
    """Morphological features by name, each with its values. One object stands for an analysis
    wherever it occurs: it is not to be changed."""

    def __init__(self, features: str) -> None:
        pairs = (feature.partition("=") for feature in features.split("|") if feature)
        super().__init__((name, values.split(",")) for name, _, values in pairs)
        self.features = features

    def __str__(self) -> str:
        """As the treebanks write it: `Gender=Fem|Number=Sing`."""
        return self.features


@lru_cache(maxsize=10_000)
def morph(features: str) -> Morph:
    """The analysis that is written so: `Gender=Fem|Number=Sing`."""
    return Morph(features if features != "_" else "")


_STRAIGHT = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u202f", " "), ("‑", "-"))


def straight(text: str) -> str:
    """Small letters, straight apostrophes, plain blanks: one character for one, so offsets hold."""
    text = text.replace("İ", "I").lower()  # the one letter that is two in small
    for mark, plain in _STRAIGHT:  # a tenth of the time of `translate`
        text = text.replace(mark, plain)
    return text


class Form(NamedTuple):
    """What a token is by itself, wherever it stands; see `Token`."""

    text: str
    lower: str
    plain: str
    lemma: str
    lemmas: frozenset[str]
    pos: str
    morph: Morph
    is_space: bool

    @classmethod
    def of(
        cls,
        text: str,
        lemma: str,
        pos: str,
        features: str = "",
        lemmas: frozenset[str] = frozenset(),
    ) -> Form:
        """The form of a word with its analysis; its `lemmas` where there are more than one."""
        plain = straight(text)
        lemmas = lemmas or frozenset({plain, straight(lemma)})
        return cls(text, text.lower(), plain, lemma, lemmas, pos, morph(features), text.isspace())


class Token:
    """A word or mark of a report. `idx` is its first character, `i` its place among the tokens;
    children stand in the order of the text. A root is its own head; `hang` changes a head.

    `plain` is the text made `straight`; `lemmas` are all that the word may be of, itself included:
    the model's lemma and the word list's."""

    __slots__ = (
        "_lemma",
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "is_space",
        "lemmas",
        "lower_",
        "morph",
        "plain",
        "pos_",
        "sent",
        "text",
    )

    sent: Words

    def __init__(self, doc: Doc, i: int, idx: int, form: Form, dep: str) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.dep_ = dep
        (
            self.text, self.lower_, self.plain, self._lemma, self.lemmas, self.pos_, self.morph,
            self.is_space,
        ) = form  # fmt: skip
        self.head: Token = self
        self.children: tuple[Token, ...] = ()

    def __repr__(self) -> str:
        return self.text

    @property
    def lemma_(self) -> str:
        """The model's lemma."""
        return self._lemma

    @lemma_.setter
    def lemma_(self, lemma: str) -> None:
        self._lemma = lemma
        self.lemmas = self.doc.lemmas(self.text, lemma)

    @property
    def is_sent_start(self) -> bool:
        return self.i == self.sent.start

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_punct(self) -> bool:
        return all(unicodedata.category(char)[0] == "P" for char in self.text)

    @property
    def subtree(self) -> list[Token]:
        """The token and all that depends on it: what stands before it, itself, what follows."""
        found: list[Token] = []
        self._gather(found)
        return found

    def _gather(self, found: list[Token]) -> None:
        own = True
        for child in self.children:
            if own and child.i > self.i:
                found.append(self)
                own = False
            child._gather(found)
        if own:
            found.append(self)

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        first = self
        for child in self.children:
            edge = child.left_edge
            if edge.i < first.i:
                first = edge
        return first

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        last = self
        for child in self.children:
            edge = child.right_edge
            if edge.i > last.i:
                last = edge
        return last

    @property
    def ancestors(self) -> list[Token]:
        """The head, its head, and so on up to the root."""
        found = []
        at = self
        while at.head is not at:
            at = at.head
            found.append(at)
        return found

    def is_ancestor(self, descendant: Token) -> bool:
        """Whether another token depends on this one, directly or not."""
        at = descendant
        while at.head is not at:
            at = at.head
            if at is self:
                return True
        return False

    @property
    def conjuncts(self) -> list[Token]:
        """What the token is joined to by « et », « ou », a comma: the first and all behind it."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for token in joined:
            joined += [c for c in token.children if c.dep_ == "conj" and c.i > token.i]
        return [token for token in joined if token is not self]

    def nbor(self, step: int = 1) -> Token:
        """The token so many places on; raises `IndexError` beyond the first and the last."""
        if self.i + step < 0:
            raise IndexError(step)
        return self.doc[self.i + step]

    def hang(self, head: Token, dep: str) -> None:
        """Hangs the token, with all that depends on it, on another head; on itself as a root."""
        if self.head is not self:
            self.head.children = tuple(c for c in self.head.children if c is not self)
        self.head, self.dep_ = head, dep
        if head is not self:
            head.children = tuple(sorted((*head.children, self), key=lambda token: token.i))


class Words(Sequence[Token]):
    """A run of tokens, from `start` up to `end`, which is left out. `number` is a sentence's place
    among the sentences of its doc; other runs have none."""

    __slots__ = ("doc", "end", "number", "start", "tokens")

    def __init__(self, doc: Doc, start: int, end: int, number: int = -1) -> None:
        self.doc, self.start, self.end, self.number = doc, start, end, number
        self.tokens: list[Token] = doc[start:end]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        return self.tokens[at]

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char] if self.tokens else ""

    @property
    def plain(self) -> str:
        """The text made `straight`."""
        return self.doc.plain[self.start_char : self.end_char] if self.tokens else ""

    @property
    def start_char(self) -> int:
        return self.tokens[0].idx

    @property
    def end_char(self) -> int:
        last = self.tokens[-1]
        return last.idx + len(last.text)

    @property
    def sent(self) -> Words:
        """The sentence of the first token."""
        return self.tokens[0].sent

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of several; a mark that nothing
        hangs on only where there is nothing else."""
        if not self.tokens:
            return self.doc[self.start]
        tops = [t for t in self.tokens if t.head is t or not self.start <= t.head.i < self.end]

        def depth(token: Token) -> int:
            above = token.ancestors
            bare = above and not token.children and (token.is_space or token.is_punct)
            return len(self.doc) if bare else len(above)

        return tops[0] if len(tops) == 1 else min(tops, key=depth)


class Doc(list[Token]):
    """The tokens of a report, whose words with the blanks between them are its `text`. A slice is
    a list of tokens; `words` gives a run that knows its place."""

    def __init__(
        self,
        text: str,
        lemmas: Callable[[str, str], frozenset[str]] = lambda word, lemma: frozenset(),
        grammar: Grammar = NO_GRAMMAR,
    ) -> None:
        """`lemmas` tells of a word and the model's lemma all that it may be of; `grammar` has the
        small words of its language."""
        super().__init__()
        self.text, self.lemmas, self.grammar = text, lemmas, grammar
        self.sents: list[Words] = []
        self.answers: defaultdict[Hashable, dict[Hashable, Any]] | None = None
        """What questions to tokens gave, by question and token; None while arcs may change."""

    def settle(self) -> None:
        """From now on arcs, labels and lemmas stand, so that answers may be kept; see `once`."""
        self.answers = defaultdict(dict)

    def join(self, heads: Sequence[int], starts: Sequence[int]) -> None:
        """Once all tokens are there: their heads (of a root its own place), and where a sentence
        starts after the first."""
        kept: dict[int, list[Token]] = {}
        for token, head in zip(self, heads, strict=True):
            if head != token.i:
                token.head = self[head]
                kept.setdefault(head, []).append(token)
        for head, children in kept.items():
            self[head].children = tuple(children)
        bounds = [0, *starts, len(self)] if self else []
        self.sents = [Words(self, *ends, number) for number, ends in enumerate(pairwise(bounds))]
        for sent in self.sents:
            for token in sent.tokens:
                token.sent = sent

    @cached_property
    def plain(self) -> str:
        """The text made `straight`."""
        return straight(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """The first characters of the tokens."""
        return [token.idx for token in self]

    def words(self, start: int, end: int) -> Words:
        """The tokens from `start` up to `end`."""
        return Words(self, start, end)

    def char_span(
        self, start: int, end: int, *, alignment_mode: Literal["expand", "contract"]
    ) -> Words | None:
        """The tokens that the characters from `start` to `end` touch, or those that lie wholly in
        them (`contract`); None where there are none or the characters lie outside the text."""
        if not 0 <= start < len(self.text) or not 0 < end <= len(self.text):
            return None
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        if alignment_mode == "contract":
            first += self[first].idx < start
            last -= end < self[last].idx + len(self[last].text)
            return Words(self, first, last + 1) if first <= last else None
        first += start == self[first].idx + len(self[first].text)  # the blank behind a token
        return Words(self, first, last + 1)


_UNASKED = object()


def once(question: Callable[P, Answer]) -> Callable[P, Answer]:
    """A question about a token, its last argument by place, that is worked out once a token when the
    doc is settled. What it gives is shared: it is not to be changed. Named arguments tell apart."""

    @wraps(question)
    def ask(*args: P.args, **named: P.kwargs) -> Answer:
        token: Any = args[-1]
        if token.doc.answers is None:
            return question(*args, **named)
        kept: dict[Hashable, Any] = token.doc.answers[question]
        key = (token.i, *named.values()) if named else token.i
        answer: Answer = kept.get(key, _UNASKED)
        if answer is _UNASKED:  # an exception would cost more than most questions
            answer = kept[key] = question(*args, **named)
        return answer

    return ask
