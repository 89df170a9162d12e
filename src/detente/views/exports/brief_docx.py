"""The brief as a Word document, with Word's own headings and list styles.

The file's inner dates are those of the record, so that the same record gives the same bytes."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.shared import Mm

from detente.model import Record
from detente.views.brief import Line, compose, flat
from detente.views.exports.exported import Exported, for_xml, last_day

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can hold."""
_LOCALES = {"en": "en-GB", "fr": "fr-FR"}


def export(record: Record, language: str) -> Exported:
    """The document, its headings in a language."""
    brief = compose(record, language)
    document = Document()
    _describe(document, brief.title, language, record)
    _lay_out(document)
    document.add_heading(brief.title, level=0)
    for part in brief.parts:
        document.add_heading(part.heading, level=1)
        for line in part.lines:
            _add(document, line, brief.quotes, "ListBullet")
        if not part.lines:
            document.add_paragraph(brief.nothing)
    out = io.BytesIO()
    document.save(out)
    return Exported.one(_still(out.getvalue()))


def _describe(document: Any, title: str, language: str, record: Record) -> None:
    about, day = document.core_properties, last_day(record)
    about.title, about.author, about.language = title, "Détente", _LOCALES[language]
    about.comments = ""
    about.created = about.modified = datetime(day.year, day.month, day.day)
    about.last_modified_by, about.revision = "Détente", 1
    fonts = document.styles.element.xpath("//w:rPrDefault/w:rPr/w:lang")
    for font in fonts:  # the language that Word checks spelling in
        font.set(font.nsmap["w"].join("{}") + "val", _LOCALES[language])


def _lay_out(document: Any) -> None:
    """A4 with margins of 25 mm; paragraphs of a list close together."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)
    for style in ("List Bullet", "List Bullet 2"):
        document.styles[style].paragraph_format.space_after = Mm(1)


def _add(document: Any, line: Line, quotes: tuple[str, str], style: str) -> None:
    paragraph = document.add_paragraph()
    paragraph._p.style = style  # by its id: looking a style up by name is slow, line by line
    quote = line.quote.join(quotes) if line.quote else ""
    sources = f"[{'; '.join(line.sources)}]" if line.sources else ""
    for words, bold, italic in (
        (line.lead, True, False),
        (line.says, False, False),
        (quote, False, True),
        (sources, False, False),
    ):
        if words:
            gap = " " if paragraph.runs else ""
            run = paragraph.add_run(gap + for_xml(flat(words)))
            run.bold, run.italic = bold or None, italic or None
    for below in line.below:
        _add(document, below, quotes, "ListBullet2")


def _still(data: bytes) -> bytes:
    """The same archive with all its times set to one."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
