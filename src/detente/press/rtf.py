"""RTF: Factiva's export, which holds many articles, or else one report."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.errors import UnreadableSource
from detente.press import factiva
from detente.press.opened import Opened
from detente.press.page import Raw


def read(source: Opened) -> Iterator[Raw]:
    """Raises `UnreadableSource` where the file is no RTF or holds no text."""
    from striprtf.striprtf import rtf_to_text

    data = source.whole()
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableSource(source.name, "no RTF, whatever its name says")
    # RTF is ASCII; what is beyond it is escaped, in the code page that the file names
    convert: Callable[..., str] = rtf_to_text
    text = convert(data.decode("latin-1"), encoding="cp1252", errors="replace")
    if not text.strip():
        raise UnreadableSource(source.name, "no text in this RTF document")
    if factiva.is_text(text):
        yield from factiva.split(source, text)
    else:
        yield Raw(source=source.name, name=source.base, text=text, untitled=True)
