"""Days that stand with one word and are of another: of the first verb, of a participle, of the news."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        # the first verb's day is the second's, even where the first asks or promises
        ("Le Togo a exigé mardi le départ de l'ambassadeur du Bénin et a rappelé son propre ambassadeur.", "recall", "2025-06-10"),
        ("Le Togo a promis lundi des excuses au Bénin et a expulsé deux diplomates béninois.", "expulsion", "2025-06-09"),
        # envoys are called home « en consultations », which are no talks
        ("Le Chili a rappelé pour consultations mardi son ambassadeur au Pérou.", "recall", "2025-06-10"),
        ("L'ambassadeur du Pérou au Chili avait été rappelé en consultation le 3 mars et reste à Lima.", "recall", "2025-03-03"),
        # a participle's time is not that of its subject's verb
        ("Six soldats chiliens capturés par les rebelles le mois dernier ont été libérés, a annoncé mardi le ministre chilien.", "release", "2025-06-10"),
        # what is said before its speaker is of the verb before
        ("Le Togo a libéré mardi deux soldats béninois, à l'issue d'une rencontre avec le Bénin, a indiqué un ministre.", "talks", "2025-06-10"),
        # talks that « remontent à » a day were held
        ("La dernière rencontre entre les ministres chilien et péruvien date du 3 octobre à Lima.", "talks", "2024-10-03"),
        ("Les derniers pourparlers entre le Chili et le Pérou remontent à 2012.", "talks", "2012"),
        # a stay from one day to another that is to come
        ("Une délégation togolaise est partie jeudi pour une visite officielle au Bénin, du 16 au 18 juin.", "visit", "2025-06-16/2025-06-18"),
        ("La ministre a dit que le Bénin allait accueillir les 16 et 17 juin une conférence entre le Togo et le Niger.", "talks", "2025-06-16/2025-06-17"),
    ],
)  # fmt: skip
def test_whose_day_it_is(text: str, kind: str, date: str) -> None:
    assert one(text, kind).date == date


@pytest.mark.parametrize(
    "news",
    [
        "Le Chili et le Pérou discutent de leur frontière, avait indiqué la veille la ministre.",
        "« Tout est prêt », avait déclaré la veille le ministre chilien au Pérou.",
    ],
)
def test_the_hours_after_a_saying_are_of_the_news(news: str) -> None:
    text = f"{news} Dans la soirée, le ministre chilien a été reçu par le ministre péruvien."
    assert events(text, "talks")[-1].date == "2025-06-12"


def test_a_day_that_leans_is_counted_once() -> None:
    text = (
        "Le Chili a fermé mardi son ambassade au Pérou. La veille, le ministre chilien avait reçu le "
        "ministre péruvien. Dans la soirée, le Pérou avait expulsé deux Chiliens."
    )
    assert one(text, "expulsion").date == "2025-06-09"


@pytest.mark.parametrize(
    ("led", "date", "city"),
    [
        ("Cet accord intervient après quatre jours de discussions entre les deux ministres.", "2025-06-10", "Lima"),
        ("L'accord a été signé au terme de deux ans de discussions entre les deux pays.", None, None),
    ],
)  # fmt: skip
def test_what_led_to_the_news(led: str, date: str | None, city: str | None) -> None:
    talks = one(f"Le Chili et le Pérou ont conclu mardi à Lima un accord. {led}", "talks")
    assert (talks.date, talks.place and talks.place.city) == (date, city)


def test_where_nothing_came_of_it() -> None:
    text = "Le Chili et le Pérou ont achevé mardi leurs discussions sans faire de progrès à Quito."
    place = one(text, "talks").place
    assert place is not None and place.city == "Quito"


def test_day_of_who_speaks_told_in_brackets() -> None:
    text = (
        "« Les présidents togolais et ghanéen se sont rencontrés aujourd'hui (mardi) à Oslo », a "
        "déclaré un porte-parole."
    )
    assert one(text, "talks").date == "2025-06-10"
