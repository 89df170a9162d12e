"""The record in the formats of other programs: one module a format, and the table of them.

    for name, content in export(record, "csv").files.items():
        ...

A module has `export(record: Record) -> Exported`. The same record gives the same bytes. Where a
format cannot hold what the record does (a date that is not told, a status that it has no word for),
what was left out is said in `Exported.notes`, never passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from detente.errors import DetenteError
from detente.model import Record
from detente.views.exports.exported import Exported

__all__ = ["FORMATS", "Exported", "Format", "export"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what it is in a few words, and the suffix of its file; a folder has none."""

    what: str
    module: str
    suffix: str = ""


FORMATS: Mapping[str, Format] = {
    "json": Format("the whole record, as docs/record.md describes it", "whole", ".json"),
    "csv": Format("a folder of tables", "csv"),
    "parquet": Format("a folder of tables, typed", "parquet"),
    "plover": Format("events in PLOVER's fields, JSON Lines", "plover", ".jsonl"),
    "webannotation": Format("W3C Web Annotations, JSON-LD", "webannotation", ".jsonld"),
    "ftm": Format("FollowTheMoney entities, JSON Lines", "ftm", ".ftm.json"),
    "timelinejs": Format("a timeline for TimelineJS, JSON", "timelinejs", ".json"),
    "geojson": Format("events on a map", "geojson", ".geojson"),
    "graphml": Format("who was in which event, as a graph", "graphml", ".graphml"),
    "ics": Format("a calendar of past and planned events", "ics", ".ics"),
    "markdown": Format("the brief in Markdown", "brief_markdown", ".md"),
    "html": Format("the brief as a web page", "brief_html", ".html"),
    "docx": Format("the brief as a Word document", "brief_docx", ".docx"),
}
"""Formats by the name that `detente export --as` takes. `brief` is one of the last three, by the
suffix of the file."""

BRIEFS = ("markdown", "html", "docx")


def format_of(name: str, file: str = "") -> str:
    """The key in `FORMATS` of a format by its name, `brief` told from the suffix of `file`
    (Markdown where there is none). Raises `DetenteError` that lists the formats."""
    if name == "brief":
        suffixes = {suffix: kind for kind in BRIEFS for suffix in (FORMATS[kind].suffix,)}
        suffixes |= {".htm": "html", ".markdown": "markdown", "": "markdown"}
        suffix = "." + file.rpartition(".")[2].lower() if "." in file.rpartition("/")[2] else ""
        if suffix not in suffixes:
            raise DetenteError(f"a brief is written to .md, .html or .docx, not to {suffix}")
        return suffixes[suffix]
    if name not in FORMATS:
        raise DetenteError(f"no format {name!r}; there are: {', '.join([*FORMATS, 'brief'])}")
    return name


def export(record: Record, name: str, *, language: str = "en") -> Exported:
    """The record in a format of `FORMATS`. `language` (`en`, `fr`) is that of headings and of the
    words for kinds, where the format is for people to read.

    Raises `DetenteError` for a format or language that is not there, and where a library that the
    format needs is not installed."""
    module = import_module(f"detente.views.exports.{FORMATS[format_of(name)].module}")
    found: Exported = module.export(record, language)
    return found
