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
from typing import TYPE_CHECKING

from detente.language.fr import sentences
from detente.language.fr.asides import kept_from_parser
from detente.language.fr.repairs import repair
from detente.language.fr.whole import Cut, whole

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Analysed

    from detente.language.doc import Doc

MODEL = Path(__file__).with_name("model")
CHUNK = 32  # texts whose sentences are analysed together

Chosen = Callable[[str], bool]
"""Whether a sentence, by its words, is worth analysing."""


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
            yield repair(whole(text, cut, docs))


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


def _sentence_doc(nlp: Language, text: str, words: list[tuple[int, int]]) -> Analysed:
    """A sentence by itself, its words parted by nothing or by one blank."""
    from spacy.tokens import Doc

    spaces = [b < c for (_, b), (c, _) in pairwise(words)]
    return Doc(
        nlp.vocab,
        words=[text[a:b] for a, b in words],
        spaces=[*spaces, False],
        sent_starts=[int(i == 0) for i in range(len(words))],
    )
