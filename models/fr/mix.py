"""Which sentences the model learns from, how often, and how they are varied from pass to pass."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from models.fr.convert import Sentence, Token, read_conllu

SEQUOIA = "ud_fr_sequoia/fr_sequoia-ud-train.conllu"
GSD = "ud_fr_gsd_devtest/fr_gsd-ud-dev.conllu"
# file → how many times its sentences are seen in one pass (below one: that share, drawn anew).
NEWS = {SEQUOIA: 2.0, GSD: 2.0}
REST = {
    "ud_fr_fqb/fr_fqb-ud-test.conllu": 0.6,
    "ud_fr_fib/gsd_train_questions.conllu": 1.0,
    "ud_fr_parisstories/fr_parisstories-ud-train.conllu": 0.7,
    "ud_fr_parisstories/fr_parisstories-ud-dev.conllu": 0.7,
    "ud_fr_parisstories/fr_parisstories-ud-test.conllu": 0.7,
    "ud_fr_rhapsodie/fr_rhapsodie-ud-train.conllu": 0.7,
    "ud_fr_rhapsodie/fr_rhapsodie-ud-dev.conllu": 0.7,
    "ud_fr_rhapsodie/fr_rhapsodie-ud-test.conllu": 0.7,
}
LEFT_OF_REST = 0.12  # share of what is no news that stays in the passes over news
SPOKEN = ("parisstories", "rhapsodie")
# The only test sets; nothing below trains on them.
HELD_OUT = {
    "sequoia-test": "ud_fr_sequoia/fr_sequoia-ud-test.conllu",
    "gsd-test": "ud_fr_gsd_devtest/fr_gsd-ud-test.conllu",
    "pud": "ud_fr_pud/fr_pud-ud-test.conllu",
}
DEVELOPMENT = "ud_fr_sequoia/fr_sequoia-ud-dev.conllu"


def load(corpora: Path) -> list[tuple[Sentence, float]]:
    """Read the training sentences, each with the times that it is seen in a pass.

    Of the spoken treebanks only what could stand in a report's quotations is taken: sentences of
    four tokens or more, without repairs and with at most one hesitation.
    """
    chosen = []
    for name, times in (NEWS | REST).items():
        for sentence in read_conllu(corpora / name):
            if any(part in name for part in SPOKEN) and not _printable(sentence):
                continue
            chosen.append((sentence, times))
    return chosen


def _printable(sentence: Sentence) -> bool:
    labels = [token.deprel for token in sentence.tokens]
    return (
        len(labels) >= 4
        and "reparandum" not in labels
        and labels.count("discourse") <= 1
        and not any("~" in t.form or t.form in ("xxx", "XXX") for t in sentence.tokens)
    )


def one_pass(
    sentences: list[tuple[Sentence, float]], rng: random.Random, news_only: bool = False
) -> Iterator[Sentence]:
    """One pass over the mix in random order, each copy varied by :func:`varied`."""
    order: list[Sentence] = []
    for sentence, times in sentences:
        if news_only and times < 2 and rng.random() > LEFT_OF_REST:
            continue
        whole = int(times)
        order += [sentence] * (whole + (rng.random() < times - whole))
    rng.shuffle(order)
    for sentence in order:
        yield varied(sentence, rng)


DOUBLE = [("«", "»"), ("“", "”"), ('"', '"'), ("„", "“"), ("``", "''")]
DOUBLE_WEIGHTS = [6, 3, 3, 0.3, 0.2]
BARE = str.maketrans("ÀÂÉÈÊËÎÏÔÙÛÇ", "AAEEEEIIOUUC")


def varied(sentence: Sentence, rng: random.Random) -> Sentence:
    """A copy of the sentence as another desk would have printed it; the tree stays the same."""
    tokens = [
        Token(t.form, t.lemma, t.upos, t.feats, t.head, t.deprel, t.space) for t in sentence.tokens
    ]
    if rng.random() < 0.5:
        for token in tokens:
            token.form = token.form.replace("'", "’")
    if rng.random() < 0.7:
        _quote(tokens, rng)
    if rng.random() < 0.3:
        for token in tokens:
            if token.form[:1].isupper():
                token.form = token.form[0].translate(BARE) + token.form[1:]
    draw = rng.random()
    if draw < 0.02:
        for token in tokens:
            token.form = token.form.upper()
    elif draw < 0.03:
        for token in tokens:
            if len(token.form) > 3 and token.upos in ("NOUN", "VERB", "ADJ"):
                token.form = token.form[0].upper() + token.form[1:]
    elif draw < 0.06 and _stop_is_bare(tokens):
        tokens.pop()
    return Sentence(sentence.source, tokens, "")


def _stop_is_bare(tokens: list[Token]) -> bool:
    """Whether the sentence ends with a full stop that it can do without, as a headline does."""
    last = len(tokens) - 1
    return last > 1 and tokens[-1].form == "." and all(t.head != last for t in tokens[:-1])


def _quote(tokens: list[Token], rng: random.Random) -> None:
    """Write the sentence's double quotation marks in one of the ways the press does."""
    left, right = rng.choices(DOUBLE, DOUBLE_WEIGHTS)[0]
    opened = False
    for token in tokens:
        if token.form in ("«", "“"):
            token.form, opened = left, True
        elif token.form in ("»", "”"):
            token.form, opened = right, False
        elif token.form == '"':
            token.form, opened = (right if opened else left), not opened
