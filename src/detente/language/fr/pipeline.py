"""A French text into a parsed document: tokens, tags, features, lemmas, heads, sentences.

The order is: our sentence boundaries, our tokens, then the trained parts (what a word looks like in
context, tag and features, lemma, head). Each sentence is analysed on its own, without the line breaks
in it, since that is how the model was trained and how it does best; the results are then put together
into one document for the whole text, whose ``token.idx`` are offsets in that text and whose ``text``
is the text, to the character.

spaCy is imported when the model is first asked for, so that importing this module costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.language.fr import sentences
from detente.language.fr.asides import kept_from_parser
from detente.language.fr.repairs import repair

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = Path(__file__).with_name("model")
CHUNK = 32  # texts whose sentences are analysed together

Chosen = Callable[[str], bool]
"""Whether a sentence, by its words, is worth analysing."""
Cut = list[tuple[list[tuple[int, int]], dict[int, str] | None]]
"""Of each sentence: its tokens as offsets in the text, and which of them the parser does not see;
None where the sentence is not analysed at all."""


def load(name: str | None = None) -> Language:
    """The French pipeline, loaded once a process.

    :param name: an installed spaCy pipeline, or a path to one, to use instead of the shipped model
        (``fr_core_news_lg``, say). It tags and parses; tokens and sentences stay ours.
    :raises OSError: where spaCy finds no pipeline of that name.
    """
    return _load(name)


@cache
def _load(name: str | None) -> Language:
    import spacy
    from thinc.api import use_ops

    if name is not None:
        return spacy.load(name)
    from detente.language.fr import features, tokens  # noqa: F401  (they register the parts)

    with use_ops("numpy", use_blis=False):  # numpy's matrix products are the faster ones
        return complete(spacy.util.load_model_from_path(MODEL))


def complete(nlp: Language) -> Language:
    """Ready a model of ours for use: parameters in single precision, lemmas and voice set right.

    They are stored in half precision, which halves the size and costs nothing measurable.
    """
    from spacy.language import Language

    from detente.language.fr import lemmas, voice

    for _, component in nlp.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype("float32"))
    Language.component("detente_lemmas", func=lemmas.repair)
    nlp.add_pipe("detente_lemmas", after="lemmatizer")
    Language.component("detente_voice", func=voice.repair)
    nlp.add_pipe("detente_voice")
    return nlp


def parse(text: str, name: str | None = None, *, chosen: Chosen | None = None) -> Doc:
    """Analyse a whole text.

    Every token has ``is_sent_start`` True or False, and each sentence one root. White space that is
    more than a blank is a token of its own (``SPACE``), which hangs on the word before it.

    :param text: the text of a report, with its line breaks.
    :param name: see :func:`load`.
    :param chosen: which sentences to analyse; the others come as bare tokens, names in capitals
        (``PROPN``) and all else ``X``, the first of them the root. All are analysed without it.
    :returns: a document with ``doc.text == text``.
    """
    return next(parse_many([text], name, chosen=chosen))


def parse_many(
    texts: Iterable[str], name: str | None = None, *, chosen: Chosen | None = None
) -> Iterator[Doc]:
    """Analyse many texts, in their order, which is faster than one by one; see :func:`parse`."""
    nlp = load(name)
    waiting = iter(texts)
    while chunk := list(islice(waiting, CHUNK)):
        cuts = [_cut(text, chosen) for text in chunk]
        parsed = nlp.pipe(
            _sentence_doc(nlp, text, [w for i, w in enumerate(words) if i not in unseen])
            for text, cut in zip(chunk, cuts, strict=True)
            for words, unseen in cut
            if unseen is not None
        )
        for text, cut in zip(chunk, cuts, strict=True):
            docs = [None if unseen is None else next(parsed) for _, unseen in cut]
            yield repair(_whole(nlp, text, cut, docs))


def _cut(text: str, chosen: Chosen | None) -> Cut:
    """The sentences of a text as tokens, and what of them is to be analysed."""
    from detente.language.fr.tokens import spans

    cut: Cut = []
    for start, end in sentences.split(text):
        sentence = text[start:end]
        words = [(start + a, start + b) for a, b in spans(sentence)]
        if words:
            analysed = chosen is None or chosen(sentence)
            cut.append((words, kept_from_parser(text, words) if analysed else None))
    return cut


def _sentence_doc(nlp: Language, text: str, words: list[tuple[int, int]]) -> Doc:
    """A sentence by itself, its words parted by nothing or by one blank."""
    from spacy.tokens import Doc

    spaces = [b < c for (_, b), (c, _) in pairwise(words)]
    return Doc(
        nlp.vocab,
        words=[text[a:b] for a, b in words],
        spaces=[*spaces, False],
        sent_starts=[int(i == 0) for i in range(len(words))],
    )


def _whole(nlp: Language, text: str, cut: Cut, docs: list[Doc | None]) -> Doc:
    """One document for ``text`` from its analysed sentences."""
    import numpy as np
    from spacy import attrs
    from spacy.tokens import Doc

    from detente.language.fr.tokens import gap

    columns = [attrs.POS, attrs.LEMMA, attrs.MORPH, attrs.DEP]
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[list[int]] = []  # of each sentence: where its tokens stand in the document
    end = 0
    for spans, _ in cut:
        starts.append([])
        for start, stop in spans:
            gap(text[end:start], words, spaces)
            starts[-1].append(len(words))
            words.append(text[start:stop])
            spaces.append(False)
            end = stop
    gap(text[end:], words, spaces)

    whole = Doc(nlp.vocab, words=words, spaces=spaces)
    if not words:
        return whole
    count = np.arange(len(words))
    table: Any = np.zeros((len(words), 4), dtype="uint64")
    head = np.maximum(count - 1, 0)  # white space hangs on what stands before it
    if starts:
        head[: starts[0][0]] = starts[0][0]
    start_flag = np.full(len(words), -1)
    number = nlp.vocab.strings.add
    for (_, unseen), every, doc in zip(cut, starts, docs, strict=True):
        start_flag[every[0]] = 1
        if doc is None or unseen is None:
            for place in every:
                guess = "PROPN" if place > every[0] and words[place][0].isupper() else "X"
                table[place] = [number(v) for v in (guess, words[place].lower(), "", "dep")]
            head[every] = every[0]
            table[every[0], 3] = number("ROOT")
            continue
        places = np.array([place for i, place in enumerate(every) if i not in unseen])
        heads = _heads(doc)
        block = doc.to_array(columns)
        block[block[:, 3] == 0, 3] = number("dep")  # a pipeline without a parser gives no label
        block[heads == np.arange(len(heads)), 3] = number("ROOT")
        table[places], head[places] = block, places[heads]
        root = places[heads == np.arange(len(heads))][0]
        verbs = places[np.isin(block[:, 0], [number("VERB")])]
        for i, kind in unseen.items():
            after = verbs[verbs > every[i]]  # an aside goes with the verb that it interrupts
            tag = ("PUNCT", "punct") if kind == "mark" else ("ADV", "advmod")
            table[every[i]] = [number(v) for v in (tag[0], words[every[i]].lower(), "", tag[1])]
            head[every[i]] = root if kind == "mark" or not len(after) else after[0]
    if starts:
        start_flag[starts[0][0]], start_flag[0] = -1, 1
    for i in (i for i, word in enumerate(words) if word.isspace()):
        table[i] = [number(v) for v in ("SPACE", words[i], "", "dep")]
    more = np.stack([head - count, start_flag], axis=1).view("uint64")
    values: Any = np.hstack([table, more])
    return whole.from_array([*columns, attrs.HEAD, attrs.SENT_START], values)


def _heads(doc: Doc) -> Any:
    """The index of each token's head; further roots, if the parser left some, hang on the first."""
    import numpy as np

    heads = np.array([token.head.i for token in doc], dtype="int64")
    roots = np.flatnonzero(heads == np.arange(len(doc)))
    heads[roots[1:]] = roots[0]
    return heads
