"""What a reading or a record was made with, so that it is made again when that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

import detente

_HOUSE = Path(detente.__file__).parent
_PASSING = {"__pycache__"}


@cache
def reading_version(language: str | None) -> str:
    """The reader, the codebook and the language pack with its model, each by a hash of its files:
    `0.1.0 reading:9f2c codebook:41d0 fr:77aa`."""
    code = (language or "und").split("-")[0].lower()
    shared = (f for f in _files("language") if not _of_one_language(f))
    return _named(
        ("reading", [*_files("reading"), *_nouns(), *shared]),
        ("codebook", _files("codebook")),
        (code, _files(f"language/{code}")),
    )


@cache
def record_version() -> str:
    """The record builder and the codebook, each by a hash of its files."""
    return _named(("record", [*_files("record"), *_nouns()]), ("codebook", _files("codebook")))


def digest(*parts: bytes) -> str:
    """A short hash of bytes, in order."""
    hasher = blake2b(digest_size=12)
    for part in parts:
        hasher.update(part)
        hasher.update(b"\0")
    return hasher.hexdigest()


def _nouns() -> Iterator[Path]:
    yield from _files("model")
    yield from _files("edtf")


def _of_one_language(file: Path) -> bool:
    """Whether a file below `language` belongs to a language's folder, which has a two-letter name."""
    return len(file.relative_to(_HOUSE / "language").parts[0]) == 2


def _named(*parts: tuple[str, Iterable[Path]]) -> str:
    hashes = (f"{name}:{_hash(files)}" for name, files in parts)
    return " ".join((detente.__version__, *hashes))


def _hash(files: Iterable[Path]) -> str:
    named = ((str(f.relative_to(_HOUSE)).encode(), f.read_bytes()) for f in sorted(files))
    return digest(*(part for pair in named for part in pair))[:8]


def _files(room: str) -> Iterator[Path]:
    """All files of a room, a module or a folder; what Python keeps of its own left aside."""
    named = [_HOUSE / f"{room}.py", *(_HOUSE / room).rglob("*")]
    yield from (f for f in named if f.is_file() and not _PASSING & set(f.parts))
