"""The training itself: a plain loop over varied passes, with a warmed-up, falling learning rate."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_config
from thinc.api import Adam, NumpyOps, fix_random_seed, set_current_ops

import detente.language.fr.tokens  # noqa: F401  (registers the tokenizer)
from detente.language.fr import features
from models.fr import mix
from models.fr.convert import Sentence, read_conllu
from models.fr.score import score

CONFIG = Path(__file__).with_name("config.cfg")


def example(nlp: Language, sentence: Sentence) -> Example:
    """The sentence as spaCy learns from it, with its gold tokens."""
    tokens = sentence.tokens
    words, spaces = [t.form for t in tokens], [t.space for t in tokens]
    gold = Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        lemmas=[t.lemma for t in tokens],
        pos=[t.upos for t in tokens],
        morphs=[t.feats for t in tokens],
        heads=[t.head for t in tokens],
        deps=["ROOT" if t.head == i else t.deprel for i, t in enumerate(tokens)],
    )
    plain = Doc(
        nlp.vocab, words=words, spaces=spaces, sent_starts=[i == 0 for i in range(len(words))]
    )
    return Example(plain, gold)


def batches(examples: Iterator[Example], words: int) -> Iterator[list[Example]]:
    """Group examples into batches of about so many words."""
    batch: list[Example] = []
    size = 0
    for item in examples:
        batch.append(item)
        size += len(item.reference)
        if size >= words:
            yield batch
            batch, size = [], 0


def train(
    corpora: Path,
    out: Path,
    *,
    budget: int,
    config: Path = CONFIG,
    seed: int = 0,
    rate: float = 0.002,
    batch: tuple[int, int] = (400, 1400),
    dropout: float = 0.33,
    blank: float = 0.1,
    news_from: float = 0.8,
) -> None:
    """Train on a budget of words and write the best averaged model to ``out``."""
    set_current_ops(NumpyOps(use_blis=False))  # numpy's own products are three times as fast
    fix_random_seed(seed)
    rng = random.Random(seed)
    sentences = mix.load(corpora)
    nlp = spacy.util.load_model_from_config(load_config(config), auto_fill=True)
    known = features.vocabulary(t.form for s, _ in sentences for t in s.tokens)
    for node in nlp.get_pipe("tok2vec").model.walk():  # type: ignore[attr-defined]
        if node.name == "french_traits":
            node.attrs.update(known=known, blank=blank)
    sample = [example(nlp, s) for s, times in sentences if times]
    nlp.initialize(lambda: sample)
    optimizer = Adam(rate, beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01, grad_clip=1.0,
                     use_averages=True, L2_is_weight_decay=True)  # fmt: skip
    dev = list(read_conllu(corpora / mix.DEVELOPMENT, harmonise=False))
    start = time.monotonic()
    step = words = 0
    best = -1.0
    shown = 0
    done = 0.0
    while done < 1:
        news_only = done >= news_from
        stream = (example(nlp, s) for s in mix.one_pass(sentences, rng, news_only))
        size = int(batch[0] + (batch[1] - batch[0]) * done)
        for group in batches(stream, size):
            done = words / budget
            warm = min(1.0, (step + 1) / 250)
            optimizer.learn_rate = rate * warm * max(0.02, 1.0 - done)
            losses: dict[str, float] = {}
            nlp.update(group, sgd=optimizer, drop=dropout, losses=losses)
            step += 1
            words += sum(len(item.reference) for item in group)
            if done >= 1 or words - shown > budget / 24:
                with nlp.use_params(optimizer.averages):
                    result = score(nlp, dev)
                    good = result["las"] + result["upos"] / 4 + result["lemma"] / 8
                    if good > best:
                        best = good
                        nlp.to_disk(out)
                print(
                    f"{time.monotonic() - start:7.0f}s {step:6d} steps {words:9d} words "
                    + " ".join(f"{key} {value:.2f}" for key, value in result.items()),
                    {key: round(value, 1) for key, value in losses.items()},
                    file=sys.stderr, flush=True,
                )  # fmt: skip
                shown = words
            if done >= 1:
                break
