"""Plain text: one report a file."""

from __future__ import annotations

from collections.abc import Iterator

from detente.press.decode import decode
from detente.press.opened import Opened
from detente.press.page import Raw


def read(source: Opened) -> Iterator[Raw]:
    text, note = decode(source.whole(), source.name)
    if note:
        source.note(note)
    yield Raw(source=source.name, name=source.base, text=text, untitled=True)
