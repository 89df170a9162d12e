"""PDF with a text layer: pages, running heads, cut words; and what is none."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from detente.errors import SourceError, SourceNote
from detente.model import Article
from detente.press import read_sources
from detente.press.pdf import join, paragraphs

PAGE = (
    "Deux pays reprennent langue à Tirana",
    "Les chefs de la diplomatie des deux pays se sont parlé deux heu-",
    "res lundi à Tirana. Le vice-",
    "président du Parlement les attendait, et le gouvernement albanais",
    "avait fermé les rues du centre de la capitale dès le petit matin.",
)
MORE = (
    "« Nous avons rouvert un canal », a déclaré la ministre, qui reste sur",
    "place jusqu’à mercredi. La délégation repart ensuite pour Podgorica, où",
)
LAST = ("elle doit passer la nuit. La suite n’est pas fixée.",)


def take(path: Path) -> tuple[list[Article], list[SourceError]]:
    problems: list[SourceError] = []
    return list(read_sources([path], on_error=problems.append)), problems


def draw(path: Path, *pages: tuple[str, ...], heads: bool = True, **options: Any) -> Path:
    """A PDF of some pages, each with the newspaper's head and its number."""
    from reportlab.pdfgen import canvas

    sheet = canvas.Canvas(str(path), **options)
    for number, lines in enumerate(pages, 1):
        if heads:
            sheet.drawString(60, 810, "La Gazette du Fleuve — mardi 17 octobre 2023")
            sheet.drawString(280, 30, f"Page {number}/{len(pages)}")
        for row, line in enumerate(lines):
            sheet.drawString(60, 760 - 14 * row, line)
        sheet.showPage()
    sheet.save()
    return path


def test_pages_are_one_report(tmp_path: Path) -> None:
    (article,), problems = take(draw(tmp_path / "a.pdf", PAGE, MORE, LAST))
    assert not problems
    assert "Gazette" not in article.text and "Page" not in article.text
    assert "deux heures lundi à Tirana. Le vice-président du Parlement" in article.text
    assert "pour Podgorica, où elle doit passer la nuit." in article.text
    assert article.published.basis != "given"


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    from reportlab.pdfgen import canvas

    sheet = canvas.Canvas(str(tmp_path / "a.pdf"))
    for x, lines in ((60, PAGE[1:]), (330, MORE)):
        for row, line in enumerate(lines):
            sheet.setFont("Helvetica", 7)
            sheet.drawString(x, 700 - 12 * row, line)
    sheet.save()
    (article,), _ = take(tmp_path / "a.pdf")
    assert article.text.index("dès le petit matin") < article.text.index("rouvert un canal")
    assert "parlé deux heures lundi" in article.text


def test_a_picture_of_pages_is_no_text(tmp_path: Path) -> None:
    articles, (problem,) = take(draw(tmp_path / "a.pdf", (), (), heads=False))
    assert not articles
    assert "no text layer" in problem.reason and "ocrmypdf" in problem.reason


def test_pages_that_are_pictures_are_told(tmp_path: Path) -> None:
    (_,), (problem,) = take(draw(tmp_path / "a.pdf", PAGE, (), heads=False))
    assert isinstance(problem, SourceNote)
    assert problem.reason == "1 of 2 pages have no text layer"


def test_a_locked_pdf_is_told(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = StandardEncryption("secret", strength=40)
    _, (problem,) = take(draw(tmp_path / "a.pdf", PAGE, encrypt=locked))
    assert "locked" in problem.reason


@pytest.mark.parametrize("cut", [6, 40, 400])
def test_a_damaged_pdf_is_told(tmp_path: Path, cut: int) -> None:
    data = draw(tmp_path / "a.pdf", PAGE, MORE).read_bytes()
    (tmp_path / "a.pdf").write_bytes(data[:cut])
    articles, (problem,) = take(tmp_path / "a.pdf")
    assert not articles and ("damaged" in problem.reason or "no text layer" in problem.reason)


def test_a_pdf_that_blows_up_is_not_unpacked(tmp_path: Path) -> None:
    """A page whose content is 200 MB of spaces in less than 1 kB, packed twice."""
    import zlib

    packed = zlib.compress(zlib.compress(b" " * 200_000_000, 9), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream"
        % (len(packed), packed),
    ]
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 5\n0000000000 65535 f \n")
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    (tmp_path / "a.pdf").write_bytes(out.getvalue())
    tracemalloc.start()
    articles, (problem,) = take(tmp_path / "a.pdf")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not articles and not isinstance(problem, SourceNote)
    assert most < 100 * 2**20


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("le gouverne-\nment", "le gouvernement"),
        ("un vice-\nministre", "un vice-ministre"),
        ("dit-\nil alors", "dit-il alors"),
        ("peut-\nêtre", "peut-être"),
        ("un porte-avions. Ce porte-\navions", "un porte-avions. Ce porte-avions"),
        ("la Bosnie-\nHerzégovine", "la Bosnie- Herzégovine"),
    ],
)
def test_words_cut_at_the_end_of_a_line(lines: str, whole: str) -> None:
    assert join([lines]) == whole


def test_paragraphs_end_at_a_short_line() -> None:
    lines = ["La séance a commencé à neuf heures du matin.", "Elle a fini tard.", "Le lendemain,"]
    assert paragraphs(lines).split("\n\n")[-1] == "Le lendemain,"
