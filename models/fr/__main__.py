"""``python -m models.fr``: convert, train, measure and package the French model."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import spacy

from detente.language.fr.pipeline import complete
from models.fr import mix
from models.fr.convert import read_conllu
from models.fr.package import package
from models.fr.score import score
from models.fr.train import CONFIG, train


def main() -> None:
    """Read the command line, train, print the figures on the held-out treebanks, package."""
    parser = argparse.ArgumentParser(prog="python -m models.fr", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=Path("src/detente/language/fr/model"))
    parser.add_argument("--words", type=int, default=7_000_000, help="words to train on in all")
    parser.add_argument("--dropout", type=float, default=0.33)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--config", type=Path, default=CONFIG)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trained = Path(folder)
        train(
            given.corpora,
            trained,
            budget=given.words,
            seed=given.seed,
            dropout=given.dropout,
            config=given.config,
        )
        nlp = complete(spacy.load(trained))
        figures = {
            name: score(nlp, list(read_conllu(given.corpora / path, harmonise=False)))
            for name, path in mix.HELD_OUT.items()
        }
        for name, row in figures.items():
            print(name, *(f"{key} {value:.2f}" for key, value in row.items()))
        package(trained, given.out, figures)


if __name__ == "__main__":
    main()
