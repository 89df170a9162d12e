"""A trained pipeline made ready to ship: small, without a trace of where it was made, with its licence.

Parameters are stored in half precision (``pipeline.load`` widens them again), and of the strings that
training met only those are kept that labels and lemma rules are made of.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.strings import StringStore

from detente.language.fr.tokens import PressFrench

LICENCE = Path(__file__).with_name("LICENSE.model")
LIMIT = 15_000_000  # bytes, all files together


def package(trained: Path, out: Path, figures: dict[str, dict[str, float]]) -> None:
    """Write the pipeline in ``trained`` to ``out``, which is emptied first.

    :param figures: what it was measured to do, kept in its ``meta.json``.
    :raises ValueError: where it would weigh more than ``LIMIT``.
    """
    nlp = spacy.load(trained)
    nlp.meta.update(
        name="press",
        version="1.0.0",
        description="Tags, lemmas and parses French press reports, for Détente.",
        author="The Détente authors",
        license="LGPL-LR and CC BY-SA 4.0; see LICENSE",
        performance={
            name: {k: round(v, 2) for k, v in row.items()} for name, row in figures.items()
        },
        sources=[
            {"name": f"UD_French-{name}", "license": licence}
            for name, licence in (
                ("Sequoia (train)", "LGPL-LR"),
                ("GSD (dev)", "CC BY-SA 4.0"),
                ("FQB", "LGPL-LR"),
                ("FIB (questions)", "LGPL-LR"),
                ("ParisStories", "CC BY-SA 4.0"),
                ("Rhapsodie", "CC BY-SA 4.0"),
            )
        ],
    )
    for name in nlp.pipe_names:
        for node in nlp.get_pipe(name).model.walk():  # type: ignore[attr-defined]
            for param in node.param_names:
                if node.has_param(param):
                    node.set_param(param, node.get_param(param).astype("float16"))
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out, exclude=["tokenizer"])
    StringStore(sorted(set(_strings(nlp)))).to_disk(out / "vocab" / "strings.json")
    config = out / "config.cfg"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace('lang = "fr"', f'lang = "{PressFrench.lang}"'), encoding="utf-8")
    shutil.copy(LICENCE, out / "LICENSE")
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    meta.pop("spacy_git_version", None)
    meta |= {"lang": PressFrench.lang, "spacy_version": ">=3.8,<3.9"}
    (out / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False), encoding="utf-8")
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    if size > LIMIT:
        raise ValueError(f"the model weighs {size} bytes, more than {LIMIT}")


def _strings(nlp: Language) -> Iterator[str]:
    """The strings that the components look up by their hashes."""
    for name in nlp.pipe_names:
        for label in getattr(nlp.get_pipe(name), "labels", ()):
            yield str(label)
            yield from str(label).split("|")
    morphologizer: Any = nlp.get_pipe("morphologizer")
    for label, morph in morphologizer.cfg["labels_morph"].items():
        yield from (label, morph, *morph.split("|"))
    yield from morphologizer.cfg["labels_pos"]
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    for node in srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]:
        for side in ("orig", "subst"):
            if node.get(side):
                yield nlp.vocab.strings[node[side]]
