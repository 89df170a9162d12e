"""Where a French sentence ends. The examples are made up for these tests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.language.fr.sentences import split

# Each text is cut at every "|", which is not part of it.
CUT = {
    "plain": "Le ministre est parti. |Sa collègue reste.",
    "question and call": "Qui viendra ? |Personne ! |Tant pis.",
    "no-break space before the mark": "Qui viendra\u00a0? |Personne\u202f!",
    "ellipsis goes on": "Il hésite… puis signe.",
    "ellipsis ends": "Il hésite... |Le texte attend.",
    "ellipsis at the start": "…et la suite attendra. |Demain peut-être.",
    "several marks": "Vraiment ?! |Oui.",
    "headline": "Un sommet sans lendemain\n|Les délégations sont reparties.",
    "headline and blank line": "Un sommet sans lendemain\n\n|Les délégations sont reparties.",
    "lead that ends with a colon": "Étaient présents :\n|- Anne Roux\n|- Paul Petit, greffier",
    "numbered list": "1. Les visas\n|2. Les banques\n|3) Les vols",
    "number at a line's start": "3. Reprise des vols directs.",
    "courtesy title": "Il a reçu M. Leblanc. |Mme Roux et MM. Petit et Grand étaient là.",
    "doctor": "Le Dr. Faure et Mgr. Lenoir ont écrit à Me. Dumas.",
    "military titles": "Le gén. Moreau a vu le col. Petit et le lt. Blanc.",
    "initials": "J.D. Martin a vu George W. Leroy et H. Dupré hier.",
    "case name": "L'affaire Leroy c. Petit et l'affaire Roux v. Grand sont jointes.",
    "time of day": "Il part à 16 h. |Elle part à 17 h 30.",
    "glued initials": "Les envoyés J.D.Martin et A. B. Leroy sont venus.",
    "acronym inside": "L'O.N.U. Genève accueille les O.N.G. suisses.",
    "acronym at the end": "Il vivait en U.R.S.S. |Il en est parti.",
    "foreign acronym": "Le U.S. Department of Commerce a tranché.",
    "article number": "Selon l'art. 5 du traité, rien ne change. |Fin.",
    "an art": "Il aime l'art. |Les musées aussi.",
    "page and volume": "Voir p. 12, vol. II, chap. 3 et fig. 4.",
    "number sign": "Le décret n. 12 et le n° 13 sont caducs.",
    "era": "Une loi de 300 av. J.-C. |Elle est oubliée.",
    "era inside": "Vers 300 av. J.-C. Rome n'avait pas de consulat.",
    "excellency": "S.E. M. Dubois reçoit S.Exc. Mme Roux.",
    "etc. inside": "Les vivres, les tentes, etc. sont arrivés.",
    "etc. at the end": "Les vivres, les tentes, etc. |Tout est arrivé.",
    "decimals": "Le prix a pris 1.500 francs, soit 2,5 % de plus. |Fin.",
    "ordinal date": "Il part le 1er. |Elle part le 2.",
    "ordinal before a small letter": "Il part le 1er. mai prochain.",
    "month cut short": "Il part le 3 janv. 2021 au soir.",
    "year at the end": "Il est né en 1960. |Elle aussi.",
    "sentence that begins with a number": "L'accord tient. |40 soldats sont rentrés.",
    "guillemets": "« Nous partons », dit-elle. |« Nous restons », dit-il.",
    "question before the tag": "« Qui viendra ? » a-t-il demandé.",
    "call before the tag": "« Jamais ! » s'écrie-t-elle. |Il se tait.",
    "stop inside the quotation": "« Nous partons. » |Elle s'est levée.",
    "stop outside the quotation": "Il parle d'un « pas utile ». |Elle en doute.",
    "several sentences quoted": "« Nous partons. |Nous reviendrons », dit-elle.",
    "curly marks": "“Nous partons.” |Elle s'est levée.",
    "straight marks": 'Il dit : "Nous partons." |"Vous restez", dit-elle.',
    "straight marks and a tag": '"Qui viendra ?" demande-t-elle. |"Moi."',
    "mark never closed": "Il dit : « Nous partons. |Elle reste.",
    "mark never opened": "Nous partons », dit-elle. |Il reste.",
    "closing mark that opens": "Il sait qu' »on ne part pas seul. » |Elle reste.",
    "closing mark that opens a sentence": "Il part. |»On reviendra », dit-il.",
    "short title in a sentence": "Le film « Oui ! Non ! » sort demain.",
    "aside in brackets": "Le port (il est fermé. Enfin, presque.) attend.",
    "whole sentence in brackets": "Le port attend. |(Il est fermé.) |Les navires aussi.",
    "cut in a quotation": "« Nous partons (...) et vous aussi [...] demain. »",
    "glued after a year": "La paix fut signée en 1905.|Et les soldats rentrèrent.",
    "glued after a word": "Le port est fermé.|Les navires attendent.",
    "glued elision": "Le port est fermé.|L'armée attend.",
    "glued opening quotation": 'Le port rouvre, a-t-elle promis.|"Nous partons", dit-il.',
    "glued closing quotation": '"Nous partons."|Elle reste.',
    "glued closing guillemet": "« Nous partons. »|Elle reste.",
    "glued after a guillemet and a stop": "Rien « n'est signé ».|L'accord attend.",
    "glued after a quotation and a stop": 'Il a dit "oui".|Puis il est parti.',
    "glued after a bracket and a stop": "Il a parlé (avec M. Lund).|Elle attend.",
    "glued question": "Qui viendra ?|Personne.",
    "address": "Voir https://exemple.fr/a.Html?B=1 ou exemple.org pour la suite. |Fin.",
    "site as a name": "Le site Nouvelles.Ru et le site Journal.fr l'ont dit.",
    "file": "Le fichier accord.pdf est joint.",
    "dialogue": "– Qui viendra ?\n|– Personne.\n|— Et toi ?",
    "dialogue in one line": "– Qui viendra ? |– Personne.",
    "tag after a dash": "– Qui viendra ? demanda-t-il.",
    "wrapped line": "Les deux délégations se sont retrouvées dans la grande salle du palais, où les\n"
    "traducteurs attendaient depuis le matin.",
    "wrapped before a name": "Elle a été reçue par l'ambassadeur et par le ministre de\nSuède.",
    "wrapped block": "La séance a été ouverte par le président de la commission mixte, Jean\n"
    "Dupré, devant les délégués des deux pays et leurs conseillers venus de\n"
    "loin. |Elle a duré quatre heures et s'est terminée sans que rien ne soit\n"
    "signé.",
    "Windows line ends": "Un titre\r\n|Une phrase.\r\n\r\n|Une autre.",
    "stray mark": "Tout est dit.\n.",
    "letter before a starter": "Il manque de vitamine C. |Les médecins le disent.",
    "interjection then name": "Hélas ! |Genève a dit non.",
}  # fmt: skip


@pytest.mark.parametrize("marked", CUT.values(), ids=CUT.keys())
def test_split(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in split(text)] == [part.strip() for part in marked.split("|")]


def test_offsets_are_trimmed() -> None:
    text = "\n\n  Un titre \n\n\tUne phrase.   Une autre. \n"
    assert [text[a:b] for a, b in split(text)] == ["Un titre", "Une phrase.", "Une autre."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\n"])
def test_nothing(text: str) -> None:
    assert split(text) == []


@given(st.text(alphabet="aÉ1 .!?…«»“”\"'’()[]-–,:\n\r\u00a0", max_size=80))
def test_every_character_is_held_once(text: str) -> None:
    """Sentences are in order, apart, trimmed, and leave out nothing but white space."""
    end = 0
    for start, stop in split(text):
        assert end <= start < stop
        assert not text[end:start].strip()
        assert text[start:stop].strip() == text[start:stop]
        end = stop
    assert not text[end:].strip()
