"""The brief as one web page that needs nothing else: no script, no font, no picture from elsewhere.

Everything that comes from a report is escaped, and the page's own policy forbids scripts."""

from __future__ import annotations

from html import escape

from detente.model import Record
from detente.views.brief import Line, Part, compose, flat
from detente.views.exports.exported import Exported, for_xml

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { font-family: system-ui, sans-serif; line-height: 1.2; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; font-size: 1.2rem; padding-bottom: .25rem; }
ul { padding-left: 1.2rem; }
li { margin: .5rem 0; }
cite { font-style: normal; font-size: .85em; opacity: .75; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } li { break-inside: avoid; } }
""".strip()
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def export(record: Record, language: str) -> Exported:
    """The page, its headings in a language."""
    brief = compose(record, language)
    body = "\n".join(_part(part, brief.nothing) for part in brief.parts)
    title = escape(brief.title)
    return Exported.one(_PAGE.format(language=language, title=title, style=_STYLE, body=body))


def _part(part: Part, nothing: str) -> str:
    lines = _list(part.lines) if part.lines else f"<p>{escape(nothing)}</p>"
    return f"<section>\n<h2>{escape(part.heading)}</h2>\n{lines}\n</section>"


def _list(lines: tuple[Line, ...]) -> str:
    return "\n".join(["<ul>", *(f"<li>{_line(line)}</li>" for line in lines), "</ul>"])


def _line(line: Line) -> str:
    parts = (
        f"<strong>{_text(line.lead)}</strong>" if line.lead else "",
        _text(line.says),
        f"<q>{_text(line.quote)}</q>" if line.quote else "",
        f"<cite>[{_text('; '.join(line.sources))}]</cite>" if line.sources else "",
        _list(line.below) if line.below else "",
    )
    return " ".join(part for part in parts if part)


def _text(text: str) -> str:
    return escape(for_xml(flat(text)))
