"""Bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from detente.errors import UnreadableSource

_SIGNATURES = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"%PDF": "a PDF document; save its text first, with `pdftotext` for example",
    b"PK\x03\x04": "a zip archive or an office document; save it as plain text first",
    b"\xd0\xcf\x11\xe0": "an old office document; save it as plain text first",
    b"{\\rtf": "an RTF document; save it as plain text first",
    b"\x1f\x8b": "a gzip archive; unpack it first",
    b"SQLite format 3": "an SQLite file, not a report; a dossier is named with --dossier",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FRENCH = set("éèêëàâäùûüîïôöçœæÉÈÊÀÂÙÛÎÏÔÇŒÆ«»’‘“”…–—€° \u00a0")
"""What is not ASCII in well-decoded French."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOSTLY_TEXT = 0.02
"""Share of control characters above which a file is taken for binary."""


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """The text of `data`, and what had to be given up in words (else an empty string).

    `declared` is the encoding that the file itself names, tried after a byte-order mark.
    Raises `UnreadableSource` (for `name`) where it is no text."""
    for mark, kind in _SIGNATURES.items():
        if data.startswith(mark):
            raise UnreadableSource(name, f"not a text file but {kind}")
    text, note = _decoded(data, declared)
    if len(_CONTROLS.findall(text)) > _MOSTLY_TEXT * max(len(text), 50):
        raise UnreadableSource(name, "not a text file: it holds binary data")
    return text, note


def _decoded(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ""
    if data.count(0) > 0.2 * len(data):  # a NUL beside each letter: UTF-16 without its mark
        encoding = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
        if text := _strictly(data, encoding):
            return text, ""
    for candidate in (declared, "utf-8"):
        if text := _strictly(data, candidate):
            return text, ""
    if _damaged_utf8(data):
        text = data.decode("utf-8", "replace")
        lost = text.count("\ufffd")
        return text, f"{lost} characters are damaged (invalid UTF-8) and read as \ufffd"
    for encoding in ("cp1252", "latin-1"):
        text = _strictly(data, encoding) or ""
        foreign = [c for c in text if ord(c) > 127]
        if foreign and sum(c in _FRENCH for c in foreign) >= 0.8 * len(foreign):
            return text, ""
    return _guessed(data)


def _strictly(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged_utf8(data: bytes) -> bool:
    """UTF-8 with a few broken bytes, rather than a one-byte encoding."""
    text = data.decode("utf-8", "replace")
    whole = sum(ord(c) > 127 and c != "\ufffd" for c in text)
    return whole > 3 * text.count("\ufffd")


def _guessed(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    encoding = best.encoding if best else "cp1252"
    note = "" if best else "its encoding could not be told; read as Windows-1252"
    return data.decode(encoding, "replace"), note
