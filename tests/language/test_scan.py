"""The word scan: what it leaves aside, and that it loses next to nothing of the field."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from detente.language import pack
from detente.language.fr import pipeline
from detente.language.scan import Share, Weight, tells, weigh
from detente.model import Article, Published, Reading
from detente.reading import draft_of, read_article, read_scanned
from detente.walk import articles_of

ROOT = Path(__file__).parents[2]
LOST = 0.01
"""Share of the facts of the field that may be lost by the scan."""
needs_model = pytest.mark.skipif(
    not pipeline.MODEL.exists(), reason="the French model has not been built"
)

FIELD = """Le Pérou et l'Équateur rouvrent leur frontière

Le ministre péruvien des Affaires étrangères a reçu mardi à Lima son homologue équatorien pour des
pourparlers sur la réouverture de la frontière, fermée depuis l'incident de mars. Les deux pays ont
signé un accord qui prévoit le retour des ambassadeurs. « Nous tournons la page », a déclaré le chef de
la diplomatie péruvienne, qui se rendra à Quito la semaine prochaine. L'Équateur a salué une décision
courageuse et promis de libérer trois soldats péruviens détenus depuis le printemps."""
MATCH = """Les Lionnes s'inclinent sur le fil

L'équipe a concédé samedi un troisième match nul en quatre rencontres, malgré une domination de tous
les instants. L'entraîneuse a regretté les occasions manquées de la première période, où l'attaquante a
trouvé deux fois le poteau. « On doit être plus réalistes devant le but », a-t-elle dit après le coup de
sifflet final. Le club reste septième du championnat avant de recevoir, dimanche prochain, la lanterne
rouge, qui n'a plus gagné depuis l'automne. La gardienne, blessée à l'épaule, manquera un mois."""
COURT = """Trois ans de prison pour le cambrioleur des pharmacies

Le tribunal correctionnel a condamné jeudi à trois ans de prison un homme de quarante ans qui avait
dévalisé neuf pharmacies de la région en deux mois. Arrêté en janvier au volant de sa camionnette, il a
reconnu les faits à l'audience et présenté ses excuses aux victimes. Son avocate avait plaidé un passé
difficile et demandé une peine aménagée. Les pharmaciens, eux, attendent d'être indemnisés ; plusieurs
ont fait poser des rideaux de fer. Le parquet avait requis quatre ans."""


def report(text: str) -> Article:
    published = Published(date="2019-05-16", basis="given")
    return Article(id="r", source="r.txt", text=text, language="fr", published=published)


def facts(reading: Reading | None) -> int:
    if reading is None:
        return 0
    return len(reading.events) + len(reading.statements) + len(reading.undertakings)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        (FIELD, "all"),
        (MATCH, "none"),
        (COURT, "none"),
        ("Séoul rappelle son ambassadeur", "all"),
        ("Une averse de grêle a surpris les vendangeurs.", "none"),
        ("", "none"),
    ],
)
def test_how_much_of_a_report_is_read(text: str, share: Share) -> None:
    assert weigh(text, pack("fr")).share == share


@pytest.mark.parametrize(
    ("sentence", "worth"),
    [
        ("Le gouvernement chilien a retiré ses soldats.", True),
        ("« Nous voulons la paix », a-t-elle dit.", True),
        ("« Il fait beau », a-t-elle dit.", False),
        ("Les Chiliens aiment le bon pain.", False),
        ("La pluie a cessé vers midi.", False),
    ],
)
def test_which_sentences_of_a_report_in_between_are_read(sentence: str, worth: bool) -> None:
    assert tells(sentence, pack("fr")) is worth


def test_words_count_in_all_their_forms() -> None:
    words = pack("fr").module("scan")
    for word in ("négocièrent", "l’ambassade", "Pourparlers", "cessez-le-feu", "d'émissaires"):
        assert words.weight(word) == 1.0, word
    for word in ("États-Unis", "l'Iran", "canado-danoises", "Bruxelles", "d’Ankara"):
        assert words.party(word), word
    for word in ("La", "Les", "Saint", "maison", "vert"):
        assert not words.party(word), word


@needs_model
def test_sentences_that_are_not_parsed_still_give_names_and_dates() -> None:
    text = (
        "La Norvège a rappelé son ambassadeur.\n\nLe 3 mai 2019, Ingrid Solberg, 41 ans, vivait "
        "encore à Bergen. Elle y tenait un café."
    )
    draft = draft_of(report(text), chosen=lambda sentence: "rappelé" in sentence)
    assert draft.doc.text == text
    assert [sent.root.i for sent in draft.doc.sents if not sent.root.dep_] == []
    assert [event.kind for event in draft.events] == ["recall"]
    assert "2019-05-03" in [date.value for date in draft.dates]
    assert "Ingrid Solberg" in [actor.name for actor in draft.actors.values()]


@needs_model
def test_a_report_of_other_news_is_left_and_one_of_the_field_read_as_ever() -> None:
    assert read_scanned(report(MATCH)) is None
    assert read_scanned(report(FIELD)) == read_article(report(FIELD))
    assert facts(read_article(report(FIELD))) > 3


@needs_model
@pytest.mark.slow
def test_at_most_one_fact_in_a_hundred_is_lost_in_reports_of_the_field() -> None:
    articles = [*articles_of(ROOT / "examples", on_error=lambda _: None)]
    articles += articles_of(sorted((ROOT / "benchmarks" / "dossiers").glob("*/")))
    articles = [article for article in articles if article.language == "fr"]
    assert len(articles) >= 30
    _hold(articles)


@needs_model
@pytest.mark.slow
def test_at_most_one_fact_in_a_hundred_is_lost_in_the_reference_reports(
    shared: Path, tmp_path: Path
) -> None:
    laid_out = tmp_path / "reports.jsonl"
    layout = [sys.executable, str(shared / "eval" / "ntrex_reports.py"), str(laid_out)]
    subprocess.run(layout, check=True, capture_output=True)
    _hold(list(articles_of([shared / "seeds", laid_out])))


def _hold(articles: list[Article]) -> None:
    """Only where the scan does not read all can a fact be lost."""
    whole = lost = 0
    for article in articles:
        full = read_article(article)
        whole += facts(full)
        if weigh(article.text, pack("fr")).share != "all":
            lost += facts(full) - facts(read_scanned(article))
    assert whole > 100
    assert lost <= LOST * whole


def test_a_report_that_names_hardly_anybody_but_is_all_of_the_field_is_read() -> None:
    weight = Weight(words=200, field=6.0, parties=0.5)
    assert weight.share == "all"
    assert Weight(words=200, field=1.0, parties=0.5).share == "none"
