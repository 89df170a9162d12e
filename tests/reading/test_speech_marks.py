"""Quotation marks and the sentences around them, on characters alone."""

from __future__ import annotations

import pytest

from detente.reading.speech.hosts import find_hosts
from detente.reading.speech.marks import find_quotes

MARKS = [
    ("Il a dit « oui » puis « non ».", ["oui", "non"]),
    ('Il a dit "oui" puis "non".', ["oui", "non"]),
    ("Il a dit “oui” puis „non“.", ["oui", "non"]),
    ("Il a dit ‘bien sûr’ et l’homme est parti.", ["bien sûr"]),
    ("Il a dit 'pas d'accord' et c'est l'heure.", ["pas d'accord"]),
    ("C'est l'heure d'aller jusqu'au bout.", []),
    ("Il a dit «oui».", ["oui"]),
    ("Il a dit «\u00a0oui\u00a0».", ["oui"]),
    ("« Un « mot » dans un autre », dit-il.", ["Un « mot » dans un autre"]),
    ("« Un “mot” dans un autre », dit-il.", ["Un “mot” dans un autre"]),
    ("Il assure qu' »on ne cède pas. » Fin.", ["on ne cède pas."]),
    ("– On avance, oui », estime-t-il.", ["On avance, oui"]),
    ("On avance, oui », estime-t-il.", ["On avance, oui"]),
    ("Il a dit : On avance, oui ».", ["On avance, oui"]),
    ("« On avance et on ne recule pas.\nLa suite demain.", ["On avance et on ne recule pas."]),
    ("« On avance.\n\nOn ne recule pas. » La suite demain.", ["On avance.\n\nOn ne recule pas."]),
    ("« On avance.\n\n« On ne recule pas. »", ["On avance.", "On ne recule pas."]),
    ('Fini."On avance", dit-il.', ["On avance"]),
    ("Rien.", []),
    ("«»", []),
]


@pytest.mark.parametrize(("text", "words"), MARKS)
def test_quotations(text: str, words: list[str]) -> None:
    assert [quote.words(text) for quote in find_quotes(text)] == words


HOSTS = [
    ("Un. Deux.", ["Un.", "Deux."]),
    ("M. Petit est parti. Il pleut.", ["M. Petit est parti.", "Il pleut."]),
    ("« Un. Deux. », dit-il. Trois.", ["« Un. Deux. », dit-il.", "Trois."]),
    ("Il dit : « Un. Deux. » Trois.", ["Il dit : « Un. Deux. »", "Trois."]),
    ("Titre\n\nUn. Deux.", ["Titre", "Un.", "Deux."]),
    ("« Un ? »,\n\nrailla-t-il. Deux.", ["« Un ? »,\n\nrailla-t-il.", "Deux."]),
    ("Fini en mai.Les autres suivent.", ["Fini en mai.", "Les autres suivent."]),
    ("Le 3.5 tient. Oui.", ["Le 3.5 tient.", "Oui."]),
]


@pytest.mark.parametrize(("text", "wanted"), HOSTS)
def test_sentences_with_quotations_shut(text: str, wanted: list[str]) -> None:
    hosts = find_hosts(text, find_quotes(text))
    assert [text[host.start : host.end] for host in hosts] == wanted


@pytest.mark.parametrize("text", [case[0] for case in MARKS])
def test_offsets_hold(text: str) -> None:
    for quote in find_quotes(text):
        assert 0 <= quote.start <= quote.inner_start <= quote.inner_end <= quote.end <= len(text)
