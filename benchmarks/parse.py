"""How well and how fast the shipped French model parses: ``python benchmarks/parse.py``.

For each held-out treebank it prints, over gold tokens with multiword tokens merged and *punctuation
counted* (the CoNLL way):

- UAS, LAS with full labels, LAS-u with labels cut at the colon (as CoNLL 2018 compares them; PUD
  uses few subtypes, so that its full labels cannot be met), LAS without punctuation (as spaCy prints
  it), UPOS, lemma (capitals aside), and the share of tokens in every one of them;

and over raw text, the sentences joined by a blank: the F1 of tokens and of sentences. Last, words a
second of processor time, from raw text to parsed documents (``parse_many``).

The treebanks are read from ``$DETENTE_SHARED`` or ``../shared``; without them it says so and ends
well. ``--json`` prints one object instead.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from models.fr.convert import Sentence, read_conllu  # noqa: E402
from models.fr.mix import HELD_OUT  # noqa: E402
from models.fr.score import score  # noqa: E402

from detente.language.fr import pipeline, sentences  # noqa: E402
from detente.language.fr.tokens import spans  # noqa: E402

COLUMNS = ("uas", "las", "las_u", "las_np", "upos", "lemma", "token_f1", "sentence_f1")


def corpora() -> Path | None:
    """The folder of the treebanks, or ``None`` where there is none."""
    folder = Path(os.environ.get("DETENTE_SHARED", ROOT.parent / "shared")) / "corpora"
    return folder if folder.is_dir() else None


def measure(folder: Path, name: str | None = None) -> dict[str, dict[str, float]]:
    """The figures of each held-out treebank, in percent, and ``speed`` in words a second of
    processor time.

    :param folder: the treebanks' folder.
    :param name: a pipeline other than the shipped one; see ``pipeline.load``.
    """
    nlp = pipeline.load(name)
    figures: dict[str, dict[str, float]] = {}
    texts: list[str] = []
    for title, path in HELD_OUT.items():
        held = list(read_conllu(folder / path, harmonise=False))
        figures[title] = score(nlp, held) | raw(held)
        texts += [" ".join(s.text for s in held[i : i + 25]) for i in range(0, len(held), 25)]
    list(pipeline.parse_many(texts[:2], name))
    start = time.process_time()
    words = sum(len(doc) for doc in pipeline.parse_many(texts, name))
    figures["speed"] = {"words_a_second": words / (time.process_time() - start)}
    return figures


def raw(held: list[Sentence]) -> dict[str, float]:
    """F1 of tokens and sentences, cut from the bare text, in percent."""
    text = ""
    gold_tokens: set[tuple[int, int]] = set()
    gold_sentences: set[tuple[int, int]] = set()
    for sentence in held:
        place = len(text)
        text += sentence.text.replace("\u00a0", " ")
        gold_sentences.add((place, len(text)))
        for token in sentence.tokens:
            start = text.index(token.form, place)
            place = start + len(token.form)
            gold_tokens.add((start, place))
        text += " "
    cut = sentences.split(text)
    tokens = {(a + x, a + y) for a, b in cut for x, y in spans(text[a:b])}
    return {"token_f1": f1(gold_tokens, tokens), "sentence_f1": f1(gold_sentences, set(cut))}


def f1(gold: set[tuple[int, int]], found: set[tuple[int, int]]) -> float:
    """The F1 of two sets, in percent."""
    return 200 * len(gold & found) / (len(gold) + len(found))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="How well and how fast the French model parses.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--pipeline", help="an installed spaCy pipeline instead of the shipped one")
    given = parser.parse_args()
    folder = corpora()
    if folder is None:
        print("skipped: no treebanks (set DETENTE_SHARED to the folder that holds corpora/)")
        return
    figures = measure(folder, given.pipeline)
    if given.json:
        print(json.dumps(figures, indent=1))
        return
    print("gold tokens, multiword tokens merged, punctuation counted but for las_np")
    print(f"{'':14}" + "".join(f"{column:>12}" for column in COLUMNS))
    for title in HELD_OUT:
        print(f"{title:14}" + "".join(f"{figures[title][column]:12.2f}" for column in COLUMNS))
    print(
        f"{figures['speed']['words_a_second']:.0f} words a second of processor time, raw text to parsed document"
    )


if __name__ == "__main__":
    main()
