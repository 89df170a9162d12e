"""Datelines and credits in the manners of many agencies."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.model import Article
from detente.press import read_sources

FIRST = "Le ministre malien des Affaires étrangères a reçu lundi son homologue nigérien à Bamako."
LAST = "Les deux hommes doivent se revoir en mars, selon un diplomate présent."


def article(tmp_path: Path, head: str = "", tail: str = "") -> Article:
    report = tmp_path / "report.txt"
    report.write_text(f"Rencontre à Bamako\n\n{head}{FIRST}\n\n{LAST}{tail}\n", encoding="utf-8")
    (found,) = read_sources([str(report)])
    return found


@pytest.mark.parametrize(
    ("head", "outlet", "date"),
    [
        ("PARIS, 3 oct. 2013 (AFP) — ", "AFP", "2013-10-03"),
        ("Genève (AFP) – ", "AFP", None),
        ("Paris - AFP - ", "AFP", None),
        ("AFP - ", "AFP", None),
        ("Kaboul | AFP | ", "AFP", None),
        (
            "New York (Nations unies), Etats-Unis | AFP | mercredi 03/10/2013 - ",
            "AFP",
            "2013-10-03",
        ),
        ("(Keystone-ATS) ", "Keystone-ATS", None),
        ("Genève (ats) ", "Keystone-ATS", None),
        ("Bruxelles (Belga) - ", "Belga", None),
        ("Hanoï (VNA) - ", "VNA", None),
        ("PEKIN, 8 janvier - RIA Novosti. ", "RIA Novosti", None),
        ("LAUSANNE (Suisse) - ", None, None),
        ("Carthagène (Colombie) - ", None, None),
        ("LAUSANNE (Suisse), 2 avr 2015 (AFP) - ", "AFP", "2015-04-02"),
        ("Port-au-Prince, 3 oct. - ", None, None),
        ("Niamey (Niger), 3 octobre (Belga/AFP) – ", "AFP", None),
        ("NIAMEY, 3 oct. 2013 [AFP] - ", "AFP", "2013-10-03"),
        ("Niamey, 03/10/2013 (AFP) - ", "AFP", "2013-10-03"),
        ("NIAMEY,3 octobre 2013-(APS)- ", "APS", "2013-10-03"),
        ("AFP – NIAMEY, 3 octobre 2013 - ", "AFP", "2013-10-03"),
        ("(Niamey, 3 octobre 2013) – ", None, "2013-10-03"),
        ("NIAMEY, 3 octobre (Agence nigérienne de presse) - ", "Agence nigérienne de presse", None),
    ],
)
def test_a_dateline_has_a_line_of_its_own(
    tmp_path: Path, head: str, outlet: str | None, date: str | None
) -> None:
    found = article(tmp_path, head=head)
    assert (found.outlet, found.published.date) == (outlet, date)
    assert f"\n{head.strip()}\n{FIRST}" in found.text


@pytest.mark.parametrize(
    "head",
    ["Otan - ", "Le ministre (Défense) - ", "Sommet (Otan, UE) - ", "L'accord, AFP ou non, "],
)
def test_no_dateline(tmp_path: Path, head: str) -> None:
    found = article(tmp_path, head=head)
    assert found.outlet is None
    assert f"{head}{FIRST}" in found.text


@pytest.mark.parametrize(
    ("tail", "outlet"),
    [
        ("\n\nAFP/VNA/CVN", None), (" AFP/VNA/CVN", None), (" -VNA", "VNA"), ("\n\nT.M. avec AFP", "AFP"),
        (" SMC avec l'AFP", "AFP"), (" /SERVICE", None), ("\n\nAgence", None), (" (Belga)", "Belga"),
    ],
)  # fmt: skip
def test_a_credit_is_no_part_of_the_text(tmp_path: Path, tail: str, outlet: str | None) -> None:
    found = article(tmp_path, tail=tail)
    assert found.outlet == outlet
    assert found.text.endswith(LAST)
