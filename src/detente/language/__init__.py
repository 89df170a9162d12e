"""Languages, one folder each, all with the same files; `pack(code)` gives one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from detente.errors import LanguageError

if TYPE_CHECKING:
    from types import ModuleType

    from detente.language.doc import Doc

LANGUAGES = ("fr",)
"""Codes of the languages that can be read."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A language as `detente.reading` uses it. The modules hold data and small functions:
    `dates`, `endings`, `names`, `speech`, `undertakings` (see `language/fr`, which each language
    mirrors)."""

    code: str
    parse: Callable[..., Doc]
    """A whole article's text to a parsed doc: `doc.text == text`, sentences set. With
    `chosen=`, a function of a sentence's text, only the sentences for which it holds are parsed."""
    parse_many: Callable[..., Iterable[Doc]]

    def module(self, name: str) -> ModuleType:
        """One of the pack's files, imported when first used."""
        return _module(self.code, name)


@cache
def _module(code: str, name: str) -> ModuleType:
    return import_module(f"detente.language.{code}.{name}")


@cache
def pack(code: str) -> Pack:
    """The pack of a language (BCP 47, the part after a hyphen is left aside).

    Raises `LanguageError` where there is none."""
    base = code.split("-")[0].lower()
    if base not in LANGUAGES:
        raise LanguageError(f"no language pack for {code!r}; there are: {', '.join(LANGUAGES)}")
    pipeline = import_module(f"detente.language.{base}.pipeline")
    return Pack(code=base, parse=pipeline.parse, parse_many=pipeline.parse_many)
