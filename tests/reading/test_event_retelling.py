"""One event told several times in one report comes out once; two events stay two."""

from __future__ import annotations

import msgspec
import pytest
from tests.reading.told import events, one, report

from detente.model import Published
from detente.reading import read_article
from detente.record import build

PACTS = ("agreement", "ceasefire")


def test_a_ceasefire_is_told_by_verb_and_noun_once() -> None:
    event = one("Le Mali et le Niger ont conclu mardi à Lomé un accord de cessez-le-feu.", *PACTS)
    assert (event.kind, event.date, event.place and event.place.city) == (
        "ceasefire",
        "2025-06-10",
        "Lomé",
    )


def test_agreed_on_a_truce_is_the_truce() -> None:
    event = one("Le Soudan et le Tchad se sont mis d'accord mardi sur une trêve.", *PACTS)
    assert (event.kind, event.status) == ("ceasefire", "occurred")


@pytest.mark.parametrize(
    "again",
    [
        "L'accord a été trouvé entre le gouvernement malien et le Niger.",
        "Cet accord a été conclu entre le Mali et le Niger.",
        "Le Mali et le Niger ont signé un cessez-le-feu complet, a précisé l'ONU.",
    ],
)
def test_the_agreement_of_a_ceasefire_is_told_again(again: str) -> None:
    event = one(f"Le Mali et le Niger ont signé mardi un cessez-le-feu. {again}", *PACTS)
    assert event.kind == "ceasefire"
    assert event.reasons


@pytest.mark.parametrize(
    "other",
    [
        "L'accord de pêche entre le Mali et le Niger a été signé en 2019.",
        "Le Mali et le Niger avaient déjà signé un cessez-le-feu.",
        "Le Mali et le Niger ont également conclu un cessez-le-feu.",
    ],
)
def test_another_agreement_stays_another(other: str) -> None:
    found = events(f"Le Mali et le Niger ont signé mardi un cessez-le-feu. {other}", *PACTS)
    assert len(found) == 2


def test_talks_under_mediation_are_talks_with_a_mediator() -> None:
    text = (
        "Les présidents du Kenya, William Okello, et de l'Ouganda, Peter Abwoli, ont signé mardi un "
        "accord dans le cadre de leurs discussions sous médiation des Nations unies à Genève."
    )
    assert not events(text, "mediation")
    event = one(text, "talks")
    assert set(event.parties) == {"KE", "UG"}
    assert [p.part for p in event.participants if p.part == "mediator"] == ["mediator"]
    assert event.place is not None and event.place.city == "Genève"


def test_one_side_freed_in_return_for_the_other_is_one_exchange() -> None:
    text = (
        "Le Hamas doit libérer samedi cinq otages israéliens en échange de la libération de "
        "quarante prisonniers palestiniens."
    )
    event = one(text, "exchange", "release")
    assert (event.kind, event.status) == ("exchange", "planned")


def test_freed_in_an_exchange_is_the_exchange() -> None:
    text = "Deux Canadiens ont été libérés mardi dans un échange de prisonniers avec la Chine."
    assert one(text, "exchange", "release").kind == "exchange"


def test_a_headline_leaves_to_the_report_when_and_whether() -> None:
    text = (
        "Réunion Okello-Abwoli sur le Nil dimanche à Nairobi\n\nLe président kényan William Okello "
        "rencontrera dimanche à Nairobi son homologue ougandais Peter Abwoli."
    )
    event = one(text, "talks")
    assert (event.status, event.date) == ("planned", "2025-06-15")


def test_what_takes_up_a_plan_does_not_make_it_a_fact() -> None:
    text = (
        "Le président kényan William Okello rencontrera samedi à Nairobi son homologue ougandais "
        "Peter Abwoli. Cette rencontre fait suite à des mois de tension."
    )
    assert one(text, "talks").status == "planned"


def test_one_meeting_follows_another() -> None:
    text = (
        "Le ministre kényan William Okello a rencontré mardi son homologue ougandais Peter Abwoli. "
        "Ces discussions font suite à la rencontre entre le président kényan Moses Kiprono et le "
        "président ougandais Paul Byaruhanga."
    )
    assert len(events(text, "talks")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Le président kényan William Okello devait recevoir son homologue ougandais Peter Abwoli. Ils "
        "sont les premiers à participer à une réunion officielle à Nairobi le 22 mai 1961.",
        "Le Kenya et l'Ouganda ont eu des entretiens mardi à Nairobi. Ils examineront les résultats "
        "de la série de discussions entre le Kenya et l'Ouganda.",
        "Le Kenya et l'Ouganda tiennent à Nairobi leur première réunion depuis le troisième sommet "
        "de septembre à Kampala.",
    ],
)
def test_two_meetings_stay_two(text: str) -> None:
    found = events(text, "talks")
    assert (
        len({e.place.city for e in found if e.place} | {e.date for e in found}) > 1
        or len(found) > 1
    )


def test_the_seat_of_a_side_is_not_where_it_signed() -> None:
    text = (
        "Le Mali et le Niger ont signé mardi un cessez-le-feu. L'accord a été trouvé entre le Niger et "
        "le gouvernement malien, en place à Bamako."
    )
    event = one(text, *PACTS)
    assert event.place is None or event.place.city is None


def test_the_record_keeps_why_a_report_tells_one_event() -> None:
    text = "Le Mali et le Niger ont signé mardi un cessez-le-feu. Cet accord a été conclu à Lomé."
    article = report(text)
    (event,) = build([article], [read_article(article)]).events
    assert any(reason.startswith("in one report: ") for reason in event.reasons)


def test_what_one_state_does_is_not_what_another_answers_with() -> None:
    found = events(
        "Le Tchad a fermé mardi son espace aérien aux avions nigériens.\n\n"
        "Le Niger a aussitôt fermé son ciel aux appareils tchadiens.",
        "closure",
    )
    assert [e.date for e in found] == ["2025-06-10", "2025-06-10"]


def test_numbers_that_differ_are_two_releases() -> None:
    found = events(
        "Le Mali a libéré 52 prisonniers nigériens. Bamako a aussi libéré 100 otages nigériens.",
        "release",
    )
    assert len(found) == 2


def test_whose_talks_they_are_tells_them_from_others() -> None:
    found = events(
        "Les deux camps ont tenu mardi à Lomé leur première réunion. L'envoyé a raconté ce que fut "
        "la négociation d'Oslo entre le Soudan et le Tchad.",
        "talks",
    )
    assert all(e.date is None for e in found if "SD" in e.parties)


def test_rounds_counted_are_no_round_of_their_own() -> None:
    found = events(
        "Le Soudan et le Tchad ont déjà tenu cinq cycles de discussions à Lomé. "
        "Le dernier cycle de discussions a eu lieu mardi.",
        "talks",
    )
    assert next(e.count for e in found if e.mentions[0].exact == "discussions") == 5


def test_what_is_between_two_takes_both() -> None:
    event = one(
        "Un échange de prisonniers entre le Soudan et le Portugal a eu lieu mardi à Lomé.",
        "exchange",
    )
    assert (set(event.parties), event.date) == ({"SD", "PT"}, "2025-06-10")


def test_the_accord_between_two_that_was_signed() -> None:
    event = one(
        "L'accord sur le programme nucléaire entre le Portugal et le Soudan avait été signé mardi à Lomé.",
        "agreement",
    )
    assert (set(event.parties), event.date) == ({"PT", "SD"}, "2025-06-10")


def test_the_headline_names_both_and_the_first_sentence_is_read_of_one() -> None:
    event = one(
        "Entretien téléphonique entre Paul Mbeki et Boubacar Sow\n\n"
        "Lors d'un entretien téléphonique mardi, le président ougandais, Paul Mbeki, et le président "
        "zambien Boubacar Sow ont évoqué la question des prisonniers.",
        "call",
    )
    assert event.date == "2025-06-10"


def test_what_the_report_recalls_by_its_number_is_not_its_news() -> None:
    told = events(
        "Le Mali a relâché mercredi dix prisonniers nigériens. Le premier échange avait impliqué "
        "le Mali et le Niger le 19 août.",
        "release",
        "exchange",
    )
    assert [e.kind for e in told] == ["release"]
    assert all(m.exact != "échange" for m in told[0].mentions)


def test_a_truce_of_sunday_is_not_the_accord_of_the_twelfth() -> None:
    """Though nobody tells when the report came out."""
    text = (
        "Le Mali et le Niger ont signé dimanche un cessez-le-feu. La signature de l'accord entre le "
        "Mali et le Niger le 12 mai avait été saluée."
    )
    undated = msgspec.structs.replace(report(text), published=Published())
    told = [e for e in read_article(undated).events if e.kind in PACTS]
    assert [(e.kind, e.when and e.when.day) for e in told] == [
        ("ceasefire", None),
        ("agreement", 12),
    ]


def test_what_a_state_announces_is_not_what_befell_its_own() -> None:
    """Nor does the accused's word of it make it another."""
    befell = "Douze diplomates zambiens ont été expulsés. "
    answer = events(
        befell + "La Zambie avait annoncé l'expulsion de douze diplomates.", "expulsion"
    )
    assert [len(e.mentions) > 2 for e in answer] == [False, False]
    own = events(befell + "L'expulsion des diplomates zambiens a eu lieu à l'aube.", "expulsion")
    assert len(own) == 1


@pytest.mark.parametrize(
    "again",
    [
        "Des délégations du Mali et du Niger ont paraphé le document à Lomé.",
        "Selon l'accord signé par les chefs des deux armées à Lomé, les troupes se retireront.",
        "L'accord, signé par les négociateurs du Mali et du Niger à Lomé, est un pas vers la paix.",
    ],
)
def test_the_document_that_was_signed_is_the_accord_told_before(again: str) -> None:
    told = events("Le Mali et le Niger ont conclu mardi un cessez-le-feu. " + again, *PACTS)
    assert [e.date for e in told] == ["2025-06-10"]


def test_of_two_times_the_one_of_fewer_days_is_kept() -> None:
    event = one(
        "Le Mali et le Niger se sont réunis en mai à Lomé. Les négociateurs du Mali et du Niger se sont "
        "retrouvés à Lomé du 13 au 15 mai.",
        "talks",
    )
    assert event.date == "2025-05-13/2025-05-15"


@pytest.mark.parametrize(
    "text",
    [
        "Accord à Lomé entre Bamako et Niamey\n\nLe Mali a signé mardi à Lomé un accord de cessez-le-feu "
        "avec le Niger, a annoncé le ministère.",
        "Un accord décrétant la fin des hostilités entre le Mali et le Niger a été conclu mardi.",
    ],
)
def test_the_truce_that_an_accord_lays_down_is_that_accord(text: str) -> None:
    assert one(text, *PACTS).kind == "ceasefire"
    assert one(text, *PACTS).date == "2025-06-10"


def test_a_headline_on_something_else_is_no_truce() -> None:
    told = events(
        "Accord sur le coton entre Bamako et Niamey\n\nLe Mali a signé mardi un cessez-le-feu avec le "
        "Niger, a annoncé le ministère.",
        *PACTS,
    )
    assert [e.kind for e in told] == ["agreement", "ceasefire"]
