"""Damaged text made whole, before any offset is taken."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters
    "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"  # soft hyphen, zero width, marks of direction
    "\u202a-\u202e\u2066-\u2069\u061c\ufff9-\ufffb]"
)
_BLANKS = re.compile("[ \t\u00a0\u2007\u202f\u3000]{2,}|\t")
_BLANK_LINES = re.compile(r"\n{3,}")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_HEADLINES, _LETTERS = 4, 20
"""Headlines of other reports that a site runs on one line at least, and what each has on average."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|<!--.*?-->", re.S)


def mend(text: str) -> str:
    """Text with mojibake and HTML entities mended and invisible characters dropped.

    Quotation marks, apostrophes and no-break spaces stay as they are. Lines end in `\\n`, without
    blanks at either end; no more than one blank line stands between two others."""
    from ftfy import TextFixerConfig, fix_text

    text = _LINE_ENDS.sub("\n", text)
    config = TextFixerConfig(
        unescape_html=True, uncurl_quotes=False, fix_character_width=False, explain=False
    )
    text = _INVISIBLE.sub("", fix_text(text, config))
    text = _LINE_ENDS.sub("\n", text)
    text = "\n".join(line for line in text.split("\n") if not _is_ticker(line))
    text = _BLANKS.sub(_one_blank, text)
    text = "\n".join(line.strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip()


def mend_line(text: str | None) -> str:
    """The same for a headline or a name: one line, without tags."""
    if not text:
        return ""
    return " ".join(mend(_TAG.sub("", mend(_TAG.sub(" ", text)))).split("\n")).strip()


def _is_ticker(line: str) -> bool:
    """Whether a line is headlines one behind another, some blanks between them."""
    parts = _GAP.split(line.strip())
    long = len(line) >= len(parts) * _LETTERS
    return len(parts) >= _HEADLINES and long and not any(p.endswith(".") for p in parts)


def _one_blank(run: re.Match[str]) -> str:
    """One blank for a run of them, the no-break one where there is one."""
    firm = [c for c in run.group() if c not in " \t"]
    return firm[0] if firm else " "
