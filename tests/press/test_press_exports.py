"""Exports of press databases and other files that hold reports: each report with its own id.

The files in `data/` are ours; only their structure is that of the services' exports."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import SourceError, SourceNote, UnreadableSource
from detente.model import Article
from detente.press import read_sources

DATA = Path(__file__).parent / "data"
TITLE = "Deux pays reprennent langue à Tirana"
LEAD = "Les chefs de la diplomatie des deux pays se sont parlé deux heures lundi à Tirana."
QUOTE = "« Nous avons rouvert un canal », a déclaré la ministre"


def take(*sources: Path) -> tuple[list[Article], list[SourceError]]:
    problems: list[SourceError] = []
    return list(read_sources(sources, on_error=problems.append)), problems


def test_europresse() -> None:
    (first, second), problems = take(DATA / "europresse.HTML")
    assert first.source == "news·20231016·GFW·0c1d2e3f_4a5b"
    assert (first.outlet, first.title) == ("La Gazette du Fleuve", TITLE)
    assert first.author == "Lucie Fauvel, envoyée spéciale"
    assert (first.published.date, first.published.basis) == ("2023-10-16", "given")
    assert first.text == f"{TITLE}\n\n{LEAD}\n\n{QUOTE}, sans dire quand se tiendrait la suite."
    assert (second.source, second.outlet) == ("news·20231017·CI·22123", "Le Courrier des Îles")
    assert (second.author, second.published.date) == ("AFP", "2023-10-17")
    (lost,) = problems
    assert lost.source.endswith("europresse.HTML:3")
    assert "« Un lien seul » has no text" in lost.reason


@pytest.mark.parametrize("name", ["europresse.HTML", "factiva.html", "factiva-codes.html"])
def test_exports_with_stray_characters_and_an_xml_declaration(tmp_path: Path, name: str) -> None:
    text = (DATA / name).read_text("utf-8")
    path = tmp_path / name
    damaged = '<?xml version="1.0" encoding="utf-8"?>\n' + text.replace("Tirana", "Ti\x00\x1frana")
    path.write_text(damaged, "utf-8")
    assert [a.text for a in take(path)[0]] == [a.text for a in take(DATA / name)[0]]


def test_factiva_in_html() -> None:
    (first, second), problems = take(DATA / "factiva.html")
    assert not problems
    assert (first.source, first.outlet) == ("GAZFLE0020231016ejag0002x", "La Gazette du Fleuve")
    assert (first.title, first.author, first.language) == (TITLE, "Lucie Fauvel", "fr")
    assert (first.published.date, first.published.basis) == ("2023-10-16", "given")
    assert first.text == f"{TITLE}\n\n{LEAD}\n\n{QUOTE}."
    assert (second.source, second.outlet) == ("ISCO000020231017ejah0000a", "Island Courier")
    assert (second.language, second.published.date) == ("en", "2023-10-17")
    assert second.text.startswith("Visa deal signed in Tirana\n\nA deal on visas")


def test_factiva_in_html_with_codes() -> None:
    (article,), problems = take(DATA / "factiva-codes.html")
    assert not problems
    assert (article.source, article.outlet) == ("COURIL0020231017ejah00007", "Le Courrier des Îles")
    assert (article.author, article.published.date) == ("Marc Aubier", "2023-10-17")
    assert article.text.split("\n\n") == [
        "Un accord sur les visas",
        "Un accord sur les visas a été signé mardi à Tirana.",
        "Les deux ministères l’ont annoncé dans un communiqué.",
        "Il entre en vigueur en janvier.",
    ]


def test_factiva_in_rtf() -> None:
    (first, second), problems = take(DATA / "factiva.rtf")
    assert not problems
    assert (first.source, first.title) == ("GAZFLE0020231016ejag0002x", TITLE)
    assert (first.outlet, first.author) == ("La Gazette du Fleuve", "Lucie Fauvel")
    assert (
        first.text
        == f"{TITLE}\n\n{LEAD}\n\n«\u00a0Nous avons rouvert un canal\u00a0», a déclaré la ministre."
    )
    assert (second.source, second.author) == ("COURIL0020231017ejah00007", None)
    assert (second.published.date, second.outlet) == ("2023-10-17", "Le Courrier des Îles")


def test_factiva_in_rtf_with_codes(tmp_path: Path) -> None:
    path = tmp_path / "coded.rtf"
    rows = (
        ("HD", "Un accord sur les visas"), ("BY", "Marc Aubier"), ("WC", "210 mots"),
        ("PD", "17 octobre 2023"), ("SN", "Le Courrier des Iles"), ("LA", "Fran\\'e7ais"),
        ("LP", "Un accord a \\'e9t\\'e9 sign\\'e9 mardi \\'e0 Tirana.\\par"),
        ("TD", "Il entre en vigueur en janvier."), ("AN", "Document COURIL0020231017ejah00007"),
    )  # fmt: skip
    table = "".join(rf"\trowd\cellx900\cellx9000 {a}\cell {b}\cell\row" + "\n" for a, b in rows)
    tail = r"\pard Document COURIL0020231017ejah00007\par }"
    path.write_text(r"{\rtf1\ansi\ansicpg1252 " + table + tail, "ascii")
    (article,), problems = take(path)
    assert not problems
    assert (article.title, article.author) == ("Un accord sur les visas", "Marc Aubier")
    assert (article.source, article.published.date) == ("COURIL0020231017ejah00007", "2023-10-17")
    assert article.text.endswith("signé mardi à Tirana.\n\nIl entre en vigueur en janvier.")


def test_rtf_that_is_one_report(tmp_path: Path) -> None:
    path = tmp_path / "note.rtf"
    path.write_text(r"{\rtf1\ansi\ansicpg1252 La s\'e9ance a repris mardi \u224? Tirana.\par}")
    (article,), _ = take(path)
    assert (article.text, article.source) == ("La séance a repris mardi à Tirana.", str(path))


def test_news_please() -> None:
    (article,), problems = take(DATA / "newsplease.json")
    assert not problems
    assert (article.source, article.outlet) == ("https://gazette.example/tirana", "gazette.example")
    assert (article.title, article.author) == (TITLE, "Lucie Fauvel, Marc Aubier")
    assert (article.published.date, article.published.basis) == ("2023-10-16", "given")
    assert article.text.startswith(f"{TITLE}\n\n{LEAD}")


def test_news_please_without_text(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '{"maintext": null, "title": "None", "authors": [], "url": "https://x.example"}'
    )
    articles, (problem,) = take(path)
    assert not articles and "no `text`" in problem.reason


def test_mail_and_what_is_attached() -> None:
    (mail, attached, inner), problems = take(DATA / "mail.eml")
    assert (mail.title, mail.outlet) == (TITLE, "La Gazette du Fleuve — alertes")
    assert (mail.published.date, mail.published.basis) == ("2023-10-16", "given")
    assert mail.text == f"{TITLE}\n\n{LEAD}\n\n{QUOTE}."
    assert attached.source == f"{DATA / 'mail.eml'}#visas.txt"
    assert attached.text == "Un accord sur les visas a été signé mardi à Tirana."
    assert (inner.title, inner.published.date) == ("Note du bureau", "2023-10-17")
    assert inner.text.endswith("La délégation est rentrée mardi matin de Tirana.")
    (note,) = problems
    assert isinstance(note, SourceNote) and "tableau.xls" in note.reason


def test_mail_in_html_alone_and_in_a_wrong_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    body = "<p>La séance a repris.</p><p>Elle dure.</p>".encode("cp1252")
    head = (
        b"From: a@b.example\nSubject: =?utf-8?b?broken\nContent-Type: text/html; charset=utf-8\n\n"
    )
    path.write_bytes(head + body)
    (article,), _ = take(path)
    assert article.text.endswith("La séance a repris.\n\nElle dure.")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.eml", b"no header at all", "no mail"),
        ("b.eml", b"Subject: x\n\n", "no text in this mail"),
        ("c.rtf", b"plain text", "no RTF"),
        ("d.rtf", b"{\\rtf1 }", "no text in this RTF"),
        ("e.html", b'<article><span class="DocPublicationName">X</span></article>', "has no text"),
        ("f.html", b'<div class="article frArticle"><p>Document ABCD0020231017x</p></div>', "no text"),
    ],
)  # fmt: skip
def test_what_holds_no_report_is_told(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    articles, (problem,) = take(tmp_path / name)
    assert not articles
    assert isinstance(problem, UnreadableSource) and told in problem.reason


def test_mails_within_mails_end(tmp_path: Path) -> None:
    mail = b"Subject: inmost\n\nBonjour."
    head = b"Subject: x\nContent-Type: multipart/mixed; boundary=b%d\n\n"
    sent_on = b"--b%d\nContent-Type: message/rfc822\n\n%s\n--b%d--\n"
    for depth in range(9):
        mail = head % depth + sent_on % (depth, mail, depth)
    (tmp_path / "a.eml").write_bytes(mail)
    articles, problems = take(tmp_path / "a.eml")
    assert not articles
    assert any("a mail in a mail" in p.reason for p in problems)
