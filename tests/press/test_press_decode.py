"""Bytes to text, and damaged text made whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import UnreadableSource
from detente.press.decode import decode
from detente.press.mend import mend, mend_line

FRENCH = "L’ambassadeur « regrette » l’échec… Où est passé le cœur de l’accord ?"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_encodings(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding), "x.txt") == (FRENCH, "")


def test_latin_1_and_mac() -> None:
    plain = "Le ministère a été prévenu de l'échec à Genève, où la délégation était arrivée."
    assert decode(plain.encode("latin-1"), "x.txt")[0] == plain
    assert decode(plain.encode("mac_roman"), "x.txt")[0] == plain


def test_declared_encoding_goes_first() -> None:
    assert decode("Ёлка".encode("koi8-r"), "x.html", "koi8-r")[0] == "Ёлка"
    assert decode(FRENCH.encode(), "x.html", "no-such-code")[0] == FRENCH


def test_damaged_utf8_is_read_and_told() -> None:
    text, note = decode(("Réunion décidée à Genève. " * 5).encode() + b"\xff", "x.txt")
    assert text.endswith("\ufffd")
    assert "1 characters are damaged" in note


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "PNG"),
        (b"%PDF-1.7 ...", "pdftotext"),
        (b"PK\x03\x04...", "office"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        decode(data, "photo.txt")


def test_a_stray_nul_is_no_reason_to_refuse() -> None:
    assert mend(decode(b"Un mot\x00 de trop, et rien de plus que cela.", "x")[0]) == (
        "Un mot de trop, et rien de plus que cela."
    )


def test_mojibake_and_entities() -> None:
    broken = FRENCH.encode().decode("cp1252", "replace").replace("\ufffd", "")
    assert "l’échec" in mend(broken)
    assert mend("D&eacute;l&eacute;gation &laquo;&nbsp;d&rsquo;accord&nbsp;&raquo;") == (
        "Délégation «\u00a0d’accord\u00a0»"
    )


def test_what_is_right_stays() -> None:
    kept = (
        "« L’œuvre », “dit-il”, 'un' \"deux\" ‹ trois › – 3\u00a0000\u202f€, l'État, Ž, ½, M. Đukić"
    )
    assert mend(kept) == kept


def test_invisible_characters_and_line_ends() -> None:
    assert mend(
        "mini\u00adstre\u200b \u202adu\u202c\ufeff  jour\t!\r\nDeux\u2028Trois\r\n\r\n\r\n\r\nQuatre "
    ) == ("ministre du jour !\nDeux\nTrois\n\nQuatre")


def test_headline_loses_tags() -> None:
    assert (
        mend_line("<b>Vienne</b> : &lt;i&gt;accord&lt;/i&gt;\n trouvé") == "Vienne : accord trouvé"
    )
    assert mend_line("3 < 4 et 5 > 4") == "3 < 4 et 5 > 4"
    assert mend_line(None) == ""


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_mending_twice_is_mending_once(text: str) -> None:
    once = mend(text)
    assert "\r" not in once
    assert "\n\n\n" not in once
    assert once == once.strip()
