"""``python -m models.fr``: convert, train, measure and package the French model."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.fr.train import CONFIG, train


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m models.fr", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=Path("src/detente/language/fr/model"))
    parser.add_argument("--words", type=int, default=16_000_000, help="words to train on in all")
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    train(
        given.corpora,
        given.out,
        budget=given.words,
        seed=given.seed,
        dropout=given.dropout,
        config=given.config,
    )


if __name__ == "__main__":
    main()
