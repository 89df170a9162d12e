"""The reports in examples/ are taken in as their README says."""

from pathlib import Path

from detente.errors import SourceError
from detente.press import read_sources

EXAMPLES = Path(__file__).parents[2] / "examples"
QUOTIDIEN, COURRIER = "Le Quotidien du Léman", "Le Courrier du Rhin"

# source (its end) -> outlet, date, basis, language, first words of the title
WANTED = {
    "01-gardes-frontieres.txt": ("Meridiana", "2023-10-04", "stated", "fr", "Ouzbékistan : deux gardes"),
    "02-expulsion.txt": ("Meridiana", "2023-10-17", "stated", "fr", "Le Kazakhstan expulse deux"),
    "03-riposte.html": (QUOTIDIEN, "2023-10-20", "given", "fr", "Tachkent rappelle son ambassadeur"),
    "04-appel.txt": (None, "2023-11-13", "stated", "fr", "Kazakhstan-Ouzbékistan : premier contact"),
    "05-vienna-first-round.en.txt": ("Meridiana", "2023-11-28", "stated", "en", "Border crisis: Kazakhs"),
    "05-vienne-premier-tour.txt": ("Meridiana", "2023-11-28", "stated", "fr", "Crise frontalière : Kazakhs"),
    "/vienne-kazakhs-ouzbeks": (COURRIER, "2023-11-29", "given", "fr", "À Vienne, Kazakhs et Ouzbeks"),
    "nordline-1214": ("Nordline", "2023-12-14", "given", "fr", "L’Ouzbékistan rouvre le poste"),
    "/asie-centrale-entretien": (QUOTIDIEN, "2024-01-18", "given", "fr", "« Le tracé de la frontière"),
    "nordline-1214-en": ("Nordline", "2023-12-14", "given", "en", "Uzbekistan reopens the Ak-Kum"),
    "09-vienne-second-tour.txt": ("Nordline", "2024-01-24", "stated", "fr", "Kazakhstan et Ouzbékistan conv"),
    "10-echange-recit.txt": (None, None, None, "fr", "« J’ai compté les jours » : retour"),
    "11-echange-bakou.txt": ("Meridiana", "2024-02-09", "stated", "fr", "Échange de prisonniers entre"),
    "/fruits-ouzbeks": (COURRIER, "2024-03-04", "given", "fr", "Fruits ouzbeks : Astana n’a pas"),
    "/fusillade-frontiere": (COURRIER, "2024-03-12", "given", "fr", "Fusillade à la frontière : trois"),
    "14-fusillade.txt": ("Meridiana", "2024-03-13", "stated", "fr", "Frontière kazakho-ouzbèke : un seul"),
    "15-ambassadeurs.md": (QUOTIDIEN, "2024-04-22", "given", "fr", "Astana et Tachkent nomment"),
}  # fmt: skip


def test_examples() -> None:
    problems: list[SourceError] = []
    articles = list(read_sources([EXAMPLES], on_error=problems.append))
    assert [Path(p.source).name for p in problems] == ["README.md"]
    assert len(articles) == len(WANTED)
    for article in articles:
        told = article.published
        keys = [k for k in WANTED if article.source.endswith(k)]
        outlet, date, basis, language, title = WANTED[max(keys, key=len)]
        assert (article.outlet, article.language) == (outlet, language), article.source
        assert (told.date, told.basis) == (date, basis), article.source
        assert article.title.startswith(title)
        assert article.text.startswith(article.title + "\n")
        assert bool(told.evidence) == (basis == "stated")
        assert all(article.text[s.start : s.end] == s.exact for s in told.evidence)
        assert bool(article.unread) == (language == "en")


def test_what_surrounds_the_examples_is_gone() -> None:
    text = "\n".join(a.text for a in read_sources([EXAMPLES], on_error=lambda problem: None))
    for noise in (
        "Partager", "Publicité", "Étiquettes", "Sommaire", "lire aussi", "Lire aussi", "Actualisé", "information fournie",
        "amo/lt", "version française", "(avec Meridiana)", "Hugo Delmas", "Malo Kervella", "©", "<p>", "**", "#", "\n.",
    ):  # fmt: skip
        assert noise not in text
