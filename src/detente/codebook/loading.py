"""The codebook read from its YAML files; a user's folder of kinds may add to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from detente.codebook.entries import Codebook, Entry, Kind, Topic
from detente.errors import CodebookError

HERE = Path(__file__).parent
E = TypeVar("E", bound=Entry)


@cache
def load(more: Path | None = None) -> Codebook:
    """The codebook of the package, with the kinds of the folder `more` added or replaced.

    Raises `CodebookError`, which names the file, where an entry is wrong."""
    files = sorted((HERE / "kinds").glob("*.yaml")) + sorted(more.glob("*.yaml") if more else ())
    others = [HERE / "topics.yaml", HERE / "classes.yaml"]
    kinds = {kind.kind: kind for kind in (_entry(_yaml(f), Kind, f) for f in files)}
    topics = {t.topic: t for t in _entries(_yaml(others[0]), Topic, others[0])}
    classes = {
        language: {name: frozenset(words) for name, words in by_name.items()}
        for language, by_name in _yaml(others[1]).items()
    }
    book = Codebook(version=_digest(files + others), kinds=kinds, topics=topics, classes=classes)
    _no_unknown_classes(book)
    return book


def _yaml(file: Path) -> Any:
    """The file's content, all scalars as strings: `NO` is Norway, and a date stays as written."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return yaml.load(file.read_text("utf-8"), Loader=loader)
    except (OSError, yaml.YAMLError) as error:
        raise CodebookError(f"{file.name}: {error}") from error


def _entry(data: Any, shape: type[E], file: Path) -> E:
    try:
        return msgspec.convert(data, shape, strict=False)
    except msgspec.ValidationError as error:
        raise CodebookError(f"{file.name}: {error}") from error


def _entries(data: Any, shape: type[E], file: Path) -> Iterable[E]:
    return [_entry(item, shape, file) for item in data]


def _digest(files: Iterable[Path]) -> str:
    """Names what was loaded, so that a reading can say which codebook it was made with."""
    whole = hashlib.sha256(b"".join(f.read_bytes() for f in files))
    return whole.hexdigest()[:12]


def _no_unknown_classes(book: Codebook) -> None:
    """A class is written in capitals, five or more (`OTAN` is a word); one that `classes.yaml`
    lacks is a slip."""
    for language in {code for kind in book.kinds.values() for code in kind.words}:
        known = book.classes.get(language, {}).keys() | {
            "ACTOR",
            "ACTORS",
            "CITY",
            "PERSON",
            "STATE",
        }
        for kind, _, frame in book.frames(language):
            for words in (*frame.needs.values(), *frame.avoid.values()):
                for word in words:
                    if word.isupper() and len(word) > 4 and word not in known:
                        raise CodebookError(f"{kind.kind}: {frame.lemma}: no class {word!r}")
