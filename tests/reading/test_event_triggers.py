"""Which events a report tells and how they stand, by families of wordings: what opens an event, what
only speaks of one, and what is told of as to come."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        # a verb that the two sides share
        ("Des responsables du gouvernement malien et des autorités algériennes discutaient mercredi à Lomé du retour des réfugiés.", "talks", {"ML", "DZ"}),
        # a word of many meanings, told to have begun, where and when
        ("Le dialogue entre le pouvoir bolivien et l'opposition s'est ouvert en mai 2024 à Quito.", "talks", {"BO"}),
        # whose talks they are
        ("Les délégations péruviennes ont annoncé mardi qu'elles progressaient dans leurs pourparlers à Oslo.", "talks", {"PE"}),
        # told with what comes between verb and parties
        ("Des pourparlers ont débuté ces jours-ci à Oslo entre Lima et Quito.", "talks", {"PE", "EC"}),
        # to speak before a crowd or a house, by any verb
        ("Le président togolais Koffi Ama s'est vanté mardi devant une foule de partisans d'avoir tenu parole.", "speech", {"TG"}),
        ("« Nous avons tenu parole », s'est vanté mardi Koffi Ama, le président togolais, devant le Parlement.", "speech", {"TG"}),
        ("Le président togolais a mis en avant mardi devant l'ONU les progrès accomplis.", "speech", {"TG"}),
        # the nouns of an attack, with who leads it
        ("Le Tchad a mené une campagne militaire en mars dans la région du lac.", "attack", {"TD"}),
        ("L'armée tchadienne a lancé mardi une offensive contre les rebelles nigériens.", "attack", {"TD", "NE"}),
        # the truce that is accepted and the one that was negotiated
        ("Lima a accepté un cessez-le-feu négocié en 2019 par le Brésil entre le Pérou et la Bolivie.", "ceasefire", {"PE", "BR", "BO"}),
        ("Le Mexique a annoncé vendredi la rupture de ses relations diplomatiques avec Quito.", "closure", {"MX", "EC"}),
        ("Le Pérou a ordonné mardi à tous les citoyens boliviens de quitter son territoire.", "expulsion", {"PE", "BO"}),
        # what broke off was held
        ("Ryad a réagi mardi à l'échec des négociations entre Lima et Quito.", "talks", {"PE", "EC"}),
        # what an authority orders or decides of its own is done by that
        ("La Bolivie a ordonné mardi l'expulsion de deux diplomates péruviens.", "expulsion", {"BO", "PE"}),
        ("Lundi, le président péruvien Luis Paz avait pris la décision d'expulser les diplomates boliviens.", "expulsion", {"BO", "PE"}),
        # a result that is denied is no meeting denied
        ("Les pourparlers entre Lima et Quito mercredi à Oslo n'ont pas permis de régler le différend.", "talks", {"PE", "EC"}),
        # a subject between the parties and the verb
        ("Les discussions entre le gouvernement malien et les rebelles du nord ont débuté mardi à Alger.", "talks", {"ML"}),
        # whoever tells of himself
        ("« J'ai eu une conversation franche avec le président turc Deniz Ak », a déclaré mardi le président français Jean Roy.", "talks", {"FR", "TR"}),
        ("Washington suspend ses pourparlers avec Bogota", "talks", {"US", "CO"}),
        ("Le Premier ministre grec a eu mardi un tête à tête avec le président turc.", "talks", {"GR", "TR"}),
        # what the parties do about their relations
        ("L'Albanie et le Kosovo ont coupé leurs liens en 2016.", "closure", {"AL", "XK"}),
        ("Téhéran a annoncé jeudi le rétablissement de ses relations diplomatiques avec Rabat.", "agreement", {"IR", "MA"}),
        ("Les présidents grec et turc ont publié dimanche une déclaration commune.", "agreement", {"GR", "TR"}),
        ("L'accord a été signé à Oslo en présence du président bolivien Luis Paz et du président péruvien Juan Rey.", "agreement", {"BO", "PE"}),
        ("Le Pérou et la Bolivie se sont aussi mis d'accord pour créer un mécanisme.", "agreement", {"PE", "BO"}),
        # one freed for another
        ("Le pasteur américain Jim Hall a été libéré vendredi par la Turquie contre la remise en liberté d'un banquier turc.", "exchange", {"US", "TR"}),
        ("Le Qatar poursuit ses efforts après l'annonce d'un échange de prisonniers entre Paris et Bamako.", "exchange", {"FR", "ML"}),
        ("Le Pakistan a suspendu mardi le commerce bilatéral avec l'Inde.", "sanctions", {"PK", "IN"}),
        ("Washington a levé les restrictions sur la coopération militaire avec Bogota.", "sanctions_relief", {"US"}),
        ("Le Premier ministre bulgare Ivan Petrov fait face à une vague de manifestations à Sofia.", "protest", {"BG"}),
        # fighting, by verb and noun; what is shot down; towns by their name
        ("Les combats font rage depuis le 15 avril entre l'armée malienne et les rebelles touareg.", "attack", {"ML"}),
        ("Les troupes maliennes et nigériennes s'affrontent depuis avril au Niger.", "attack", {"ML", "NE"}),
        ("Le pilote éthiopien, dont l'avion a été abattu mardi, est vivant.", "attack", {"ET"}),
        ("Les rebelles congolais ont pris Goma mardi.", "attack", {"CD"}),
        ("La ville de Goma est tombée mardi aux mains des rebelles congolais.", "attack", {"CD"}),
        ("L'ONU a condamné l'attentat meurtrier de Bogota, attribué à la guérilla.", "attack", {"CO"}),
        ("Un soldat cambodgien a été tué le 28 mai.", "attack", {"KH"}),
        ("La rébellion malienne a repris les armes fin 2021.", "mobilization", {"ML"}),
        # the embassy that is entered
        ("Des policiers péruviens ont fait irruption vendredi dans l'ambassade du Chili.", "attack", {"PE", "CL"}),
        ("La police péruvienne a pris d'assaut vendredi l'ambassade du Chili à Lima.", "attack", {"PE", "CL"}),
        # what is counted behind the day
        ("Le Niger a libéré, mardi 10 juin, vingt et un « prisonniers politiques », dont dix Français.", "release", {"NE", "FR"}),
        ("Le Niger a remis mardi à la France un pilote capturé cette semaine.", "release", {"NE", "FR"}),
        ("Le Mali a expulsé mardi cinquante et un diplomates français.", "expulsion", {"ML", "FR"}),
        # what something brought about
        ("La médiation a permis la libération de vingt otages maliens.", "release", {"ML"}),
        # the decision, in the headline and as a noun
        ("Le Pérou décide d'expulser l'ambassadeur de Bolivie", "expulsion", {"PE", "BO"}),
        ("La décision du Pérou d'expulser l'ambassadeur bolivien a été critiquée.", "expulsion", {"PE", "BO"}),
        # who was first to do it, and the day of it
        ("Luis Paz et Juan Rey furent les derniers ministres péruvien et bolivien à participer à une réunion en 1958.", "talks", {"PE", "BO"}),
        ("Le président turc dit vouloir la paix, au premier jour d'une visite en Turquie du ministre grec.", "visit", {"GR", "TR"}),
        ("Le Pérou veut reprendre le dialogue, suite à la libération d'un général péruvien par la guérilla.", "release", {"PE"}),
        # the truce that stands, whatever is to become of it
        ("Le Mali et le Niger veulent prolonger la trêve signée en mai à Lomé.", "ceasefire", {"ML", "NE"}),
        # whoever agrees to cease fire has made a truce; the end of fighting that is declared
        ("Le gouvernement malien et les rebelles ont accepté mardi de cesser les hostilités.", "ceasefire", {"ML"}),
        ("Le Mali et le Niger ont signé mardi un engagement à cesser les combats.", "ceasefire", {"ML", "NE"}),
        ("Le Mali et le Niger ont signé mardi un accord de fin des hostilités.", "ceasefire", {"ML", "NE"}),
        ("La guérilla péruvienne a décrété le 28 mai la suspension des hostilités avec Lima.", "ceasefire", {"PE"}),
        # meetings by other verbs, and the talks that an accord came of
        ("Les ministres malien et nigérien se sont vus mardi à Lomé.", "talks", {"ML", "NE"}),
        ("Les présidents malien et nigérien se sont serré la main mardi.", "talks", {"ML", "NE"}),
        ("Le Mali et le Niger ont signé mardi un accord, au terme de neuf jours de négociations.", "talks", {"ML", "NE"}),
        ("Le texte est né de trois jours de dialogue entre représentants du Mali et du Niger à Lomé.", "talks", {"ML", "NE"}),
        # the accord of before, and who left it
        ("Washington ne veut pas sauver l'accord de 2015 entre le Pérou et le Chili.", "agreement", {"PE", "CL"}),
        ("L'ONU regrette l'accord de 2015, dont le président péruvien s'était retiré.", "withdrawal", {"PE"}),
        ("Les otages sont partis à la faveur d'un accord entre le Mali et le Niger, négocié durant des mois.", "agreement", {"ML", "NE"}),
        # a truce by the verbs of an accord, with what stands between
        ("Le Laos et la Birmanie ont convenu lundi d'un cessez-le-feu, a dit le président laotien.", "ceasefire", {"LA", "MM"}),
        ("Le Laos et la Birmanie sont parvenus lundi à une trêve.", "ceasefire", {"LA", "MM"}),
        ("Le Laos et la Birmanie s'accordent sur un cessez-le-feu.", "ceasefire", {"LA", "MM"}),
        # how talks end, how they are called
        ("Les pourparlers entre le Laos et le Cambodge ont pris fin mardi à Genève.", "talks", {"LA", "KH"}),
        ("Le rendez-vous s'est ouvert mardi à Bruxelles entre le président serbe et le ministre kosovar.", "talks", {"RS", "XK"}),
        ("Le roi népalais s'était arrogé les pleins pouvoirs en 2015.", "coup", {"NP"}),
        # what is lifted is told once
        ("Le Pérou a confirmé la levée des sanctions péruviennes visant la Bolivie.", "sanctions_relief", {"PE", "BO"}),
    ],
)  # fmt: skip
def test_told(text: str, kind: str, parties: set[str]) -> None:
    found = one(text, kind)
    assert found.status in ("occurred", "ongoing")
    assert set(found.parties) == parties


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the meeting that somebody who is only awaited is to have
        ("Le président péruvien est attendu à Oslo pour une réunion avec le roi, avant la rencontre avec le Premier ministre norvégien.", "talks"),
        # beside something to come
        ("L'accord prévoit que le désarmement sera effectif en même temps que le retrait des forces éthiopiennes de Somalie.", "withdrawal"),
        ("Aucune question de frontière ne doit être abordée dans le cadre de la levée des sanctions contre le Mali.", "sanctions_relief"),
        ("L'accord entre le Qatar et l'Égypte doit être signé lors d'une réunion le 27 juin à Doha.", "agreement"),
        ("Le ministre américain John Hall est attendu lundi à Kiev.", "visit"),
        ("Bogota exige du mouvement ELN qu'il libère ses otages.", "release"),
        ("Des discussions ayant pour objectif la libération de trois otages français se poursuivent.", "release"),
        ("La ministre s'est dite confiante mardi dans la conclusion d'un cessez-le-feu entre Lima et La Paz.", "ceasefire"),
        ("La Serbie a libéré dix prisonniers après que le Kosovo a accepté de lever son embargo contre Belgrade.", "sanctions_relief"),
        ("Nous ne tolérerons jamais qu'un gouvernement étranger tue des Canadiens.", "attack"),
        ("Des pourparlers débuteront dans les jours à venir entre Lima et Quito.", "talks"),
        # what is agreed on is to be done; a rank in what is to come
        ("Le Mali et le Niger sont convenus mardi d'un échange de prisonniers.", "exchange"),
        ("Accord sur un échange de mille prisonniers maliens", "exchange"),
        ("Le ministre péruvien sera le premier à se rendre à La Paz.", "visit"),
        ("L'accord permettra la libération de vingt Maliens.", "release"),
        # the meeting that those who are to meet go to, or at which a text is due
        ("Les présidents malien et nigérien devaient se voir pour un sommet organisé par le président togolais.", "talks"),
        ("L'accord doit être signé lors d'une réunion à Doha en présence du ministre américain Jim Hall.", "talks"),
        ("L'armée malienne a envoyé une délégation à Lomé afin de participer à des pourparlers avec le Niger.", "talks"),
        ("Le Mali et le Niger ont refusé de cesser les combats.", "ceasefire"),
        # who claims a land, and what a vote is of
        ("Cette région est revendiquée par le Mali.", "demand"),
        # a truce that is broken is not made by that, nor undone
        ("Le Mali et le Niger ne cessent de rompre la trêve.", "ceasefire"),
        # what a war or a vote is called
        ("Les présidents malien et nigérien s'affrontent à la présidentielle.", "attack"),
        ("Trois soldats péruviens ont été tués dans un accident mardi.", "attack"),
        ("La levée des sanctions américaines contre le Mali a été annoncée.", "sanctions"),
    ],
)  # fmt: skip
def test_to_come(text: str, kind: str) -> None:
    found = events(text, kind)
    assert all(e.status not in ("occurred", "ongoing") for e in found)


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        # what goes on began then; what is to begin then was agreed on before
        ("Les combats font rage depuis le 15 avril entre l'armée malienne et les rebelles touareg.", "attack", "2025-04-15"),
        ("Le Pérou et la Bolivie négocient depuis avril à Quito.", "talks", "2025-04"),
        ("Le Mali et le Niger ont accepté un cessez-le-feu à partir de lundi.", "ceasefire", None),
        ("Le gouvernement malien et les rebelles ont accepté mardi de cesser les hostilités.", "ceasefire", "2025-06-10"),
        ("Mardi, une réunion des ministres malien et nigérien qui s'est tenue à Lomé s'est soldée par un échec.", "talks", "2025-06-10"),
        ("Après des discussions menées depuis mars entre Lima et Quito, le Pérou a protesté.", "talks", "2025-03"),
        ("La trêve en vigueur depuis lundi entre le Mali et le Niger est respectée.", "ceasefire", "2025-06-09"),
    ],
)  # fmt: skip
def test_since_when(text: str, kind: str, date: str | None) -> None:
    assert one(text, kind).date == date


def test_each_round_in_a_place_of_its_own() -> None:
    text = (
        "Les pourparlers entre le Pérou et la Bolivie ont débuté en mars à Oslo, avant de se poursuivre "
        "en avril à Genève. Ils ont repris le 3 juin à Rome."
    )
    found = {e.place.city: (e.date, set(e.parties)) for e in events(text) if e.place}
    both = {"PE", "BO"}
    assert found == {
        "Oslo": ("2025-03", both),
        "Genève": ("2025-04", both),
        "Rome": ("2025-06-03", both),
    }


@pytest.mark.parametrize(
    ("text", "kind", "date", "place"),
    [
        ("Initié en 2017 à Cuba, le dialogue avait été interrompu par le président bolivien.", "talks", "2017", "CU"),
        ("En 2016, un accord négocié à Lima a conduit au désarmement de la guérilla.", "agreement", "2016", "PE"),
    ],
)  # fmt: skip
def test_dated_and_placed_without_a_party(text: str, kind: str, date: str, place: str) -> None:
    found = one(text, kind)
    assert (found.status, found.date) == ("occurred", date)
    assert found.place is not None and found.place.country == place


def test_a_decision_takes_up_what_was_decided() -> None:
    text = "Le Niger a expulsé mardi l'ambassadeur malien. Bamako regrette la décision du Niger d'expulser son ambassadeur."
    assert one(text, "expulsion").date == "2025-06-10"


def test_who_announces_the_truce_of_others_is_no_party() -> None:
    text = "Le président togolais a annoncé le cessez-le-feu entre le Mali et le Niger."
    assert set(one(text, "ceasefire").parties) == {"ML", "NE"}


def test_a_round_that_names_nobody_is_of_the_talks_before() -> None:
    text = "Le Pérou et la Bolivie ont tenu des pourparlers en mai à Quito. {}"
    _, sixth = events(text.format("Le sixième cycle a commencé lundi à Oslo."), "talks")
    assert (sixth.date, set(sixth.parties)) == ("2025-06-09", {"PE", "BO"})
    _, due = events(
        text.format("Lima a suspendu le sixième cycle, qui était prévu à Oslo."), "talks"
    )
    assert due.status == "planned"


def test_what_was_before_the_news_says_so() -> None:
    told = {
        e.kind: e for e in events("La Grèce a expulsé un diplomate turc, qu'Ankara avait rappelé.")
    }
    assert (told["expulsion"].earlier, told["recall"].earlier) == (False, True)


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        # who announces talks, or helps them along, has no seat at them
        ("Le début des discussions entre Lima et Quito a été annoncé par la présidence chilienne.", "talks", "CL"),
        ("Le président chilien Luis Paz, qui s'est impliqué dans la reprise des pourparlers, a salué une bonne nouvelle.", "talks", "CL"),
        # whoever faces sanctions or is freed by talks
        ("Le président biélorusse fait face à de lourdes sanctions européennes.", "sanctions", "BY"),
        ("Cinq militants biélorusses ont été libérés à la suite de pourparlers à Oslo avec l'envoyé américain.", "talks", "BY"),
        ("La présidente bolivienne Ana Paz a accueilli son mari Luis Rey à La Paz.", "talks", "BO"),
        # an issue that two sides negotiate is no mediation
        ("Oslo soutient la recherche d'une solution négociée entre les parties en Bolivie.", "mediation", "BO"),
    ],
)  # fmt: skip
def test_no_party(text: str, kind: str, party: str) -> None:
    assert all(party not in e.parties for e in events(text, kind))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # arms of one's own that are handed in help nobody
        ("Les rebelles du Front tchadien ont livré mardi leurs armes aux observateurs de l'ONU.", {"ceasefire"}),
        ("La guérilla bolivienne a commencé mardi à remettre ses armes à la mission de l'ONU.", {"ceasefire"}),
        ("La France a livré mardi des armes à la Grèce.", {"aid"}),
        # a peace that ends hostilities is a peace
        ("Le Pérou et la Bolivie ont signé en mai un accord de paix mettant fin à dix ans d'hostilités.", {"agreement"}),
        ("Le Pérou et la Bolivie ont signé mardi un accord mettant fin aux hostilités.", {"ceasefire"}),
        ("Le Pérou et la Bolivie ont signé un accord mardi, mettant fin au statut de guerre.", {"agreement"}),
        # one man with a pen
        ("Le président péruvien Luis Paz, à gauche, signe un document lors d'une rencontre avec son homologue bolivien Juan Rey à Oslo, le 6 mai 2024.", {"talks"}),
        ("Le Pérou et la Bolivie ont signé un document mardi.", {"agreement"}),
    ],
)  # fmt: skip
def test_kinds(text: str, kinds: set[str]) -> None:
    assert {e.kind for e in events(text)} == kinds


@pytest.mark.parametrize(
    ("text", "kind", "parties", "date"),
    [
        # two subjects, and behind the comma who makes it known
        ("Le gouvernement malien et les rebelles sont parvenus à un accord de paix, ont confirmé mardi à Oslo les représentants des deux parties.", "agreement", {"ML"}, "2025-06-10"),
        # one round of several, of bodies of one state
        ("Les délégués sont repartis à l'issue du cinquième et dernier cycle de pourparlers entre le gouvernement bolivien et l'ELN.", "talks", None, None),
        # to go there to meet somebody
        ("Deux émissaires du gouvernement chilien se sont rendus en mai à Lima pour y négocier avec les autorités péruviennes.", "talks", {"CL", "PE"}, "2025-05"),
        ("Le ministre chilien Luis Paz est venu mardi à Lima.", "visit", {"CL", "PE"}, "2025-06-10"),
        # a town that is taken
        ("La guérilla tchadienne a pris mardi le contrôle de la ville de Bol.", "attack", {"TD"}, "2025-06-10"),
        ("La prise d'Alep par l'armée syrienne en 2016 a mis fin aux combats.", "attack", {"SY"}, "2016"),
        # units of an army
        ("Une brigade de l'armée chilienne a quitté mardi la province bolivienne de Potosi.", "withdrawal", {"CL", "BO"}, "2025-06-10"),
        ("La Bolivie est en paix, a dit le gouvernement bolivien. Deux bataillons étaient partis de la province mardi, selon le ministre bolivien Juan Rey.", "withdrawal", {"BO"}, "2025-06-10"),
        # the other side of an accord with one
        ("Le Chili négocie, a dit le président chilien Luis Paz à Santiago. L'accord de 2018 avec Lima a été suivi de troubles, selon le gouvernement chilien.", "agreement", {"CL", "PE"}, "2018"),
    ],
)  # fmt: skip
def test_told_beside_other_things(
    text: str, kind: str, parties: set[str] | None, date: str | None
) -> None:
    event = one(text, kind)
    assert event.status == "occurred" and event.date == date
    assert parties is None or set(event.parties) == parties


def test_to_set_out_to_meet_somebody_is_not_to_have_met_him() -> None:
    for said in ("est parti pour Lima", "doit se rendre à Lima", "ne s'est pas rendu à Lima"):
        text = f"Le ministre chilien Luis Paz {said} pour rencontrer son homologue péruvien."
        assert all(e.status == "planned" for e in events(text, "talks")), said


def test_what_wants_something_was_there() -> None:
    (visit,) = events("Il fallait à la visite du président péruvien en Bolivie un geste fort.")
    assert visit.status == "occurred"
    (wanted,) = events("Il faudrait une visite du président péruvien en Bolivie.")
    assert wanted.status == "hypothetical"


def test_a_day_that_is_over_is_told_in_the_present() -> None:
    (talks,) = events(
        "Le 6 mai 2024, le ministre grec Nikos Ray s'entretient avec le ministre turc Ali Ak à Oslo."
    )
    assert (talks.status, talks.date) == ("occurred", "2024-05-06")


def test_the_two_presidents() -> None:
    """« les deux présidents » are those of the two states just named."""
    for who in ("les deux présidents s'étaient rencontrés", "leurs deux dirigeants s'étaient vus"):
        told = events(
            f"Le Pérou et la Bolivie ont signé mardi une trêve. La veille, {who} à Oslo.", "talks"
        )
        assert [set(e.parties) for e in told] == [{"PE", "BO"}], who


def test_a_truce_that_is_to_come_into_force_is_told_once() -> None:
    truce = one("La trêve entre le Pérou et la Bolivie doit entrer en vigueur lundi.")
    assert (truce.status, set(truce.parties)) == ("planned", {"PE", "BO"})


@pytest.mark.parametrize(
    ("said", "date"),
    [
        # agreed on in the past, and to be held at the next day of that name
        ("sont convenus d'une réunion le 4 juillet", "2025-07-04"),
        ("avaient décidé de se réunir le 20 août", "2025-08-20"),
        # due, and not told to have been held
        ("devaient se réunir le 2 juin", "2025-06-02"),
    ],
)
def test_days_of_what_is_planned(said: str, date: str) -> None:
    assert one(f"Le Pérou et la Bolivie {said} à Oslo.", "talks").date == date


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("À quelques jours d'une nouvelle rencontre entre la Bolivie et le Pérou à Lima, chacun se tait.", "planned"),
        ("À deux semaines du sommet entre la Bolivie et le Pérou à Lima, les ministres se taisent.", "planned"),
        ("Les ministres bolivien et péruvien ont procédé mardi à deux jours de discussions à Lima.", "occurred"),
    ],
)  # fmt: skip
def test_what_is_some_days_off_is_to_come(text: str, status: str) -> None:
    assert one(text, "talks").status == status


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Le dernier round de négociations entre le Mali et le Niger date de mai.", "talks", "2025-05"),
        ("La junte, qui s'est emparée du pouvoir en mars au Niger, se tait.", "coup", "2025-03"),
        ("Les tractations entre le Mali et le Niger, entamées mardi, se poursuivent.", "talks", "2025-06-10"),
        ("Deux soldats maliens ont été faits prisonniers mardi par le Niger.", "detention", "2025-06-10"),
        ("Le Mali a donné mardi deux jours à l'ambassadeur du Niger pour partir.", "expulsion", "2025-06-10"),
        ("Le Niger a demandé mardi à l'ambassadeur du Mali de quitter le pays.", "expulsion", "2025-06-10"),
    ],
)  # fmt: skip
def test_words_that_tell_of_an_event(text: str, kind: str, date: str) -> None:
    told = one(text, kind)
    assert (told.status, told.date) == ("occurred", date)


def test_which_one_is_meant_is_no_appointment() -> None:
    assert not events("Le médiateur désigné par l'ONU est attendu au Mali.", "appointment")
    assert events("Le médiateur Paul Diop, désigné par l'ONU, est attendu au Mali.", "appointment")


def test_a_press_conference_is_told_where_it_is_held() -> None:
    assert one("Le président malien a tenu mardi une conférence de presse à Gao.", "speech")
    assert not events(
        "Le président malien a, lors d'une conférence de presse, accusé le Niger.", "speech"
    )


def test_participles_in_the_plural_behind_a_singular() -> None:
    told = one(
        "Les otages français travaillant pour le groupe Aro enlevés en mai au Mali se taisent.",
        "detention",
    )
    assert told.date == "2025-05"


@pytest.mark.parametrize(
    "text",
    [
        "L'accord de cessation des hostilités signé le 2 juin à Oslo entre le Togo et le Bénin est respecté.",
        "Un accord d'arrêt des combats conclu mardi à Oslo entre le Togo et le Bénin prévoit un retrait.",
        "L'accord sur la fin des hostilités signé mardi à Oslo par le Togo et le Bénin est respecté.",
        "Le Togo et le Bénin ont signé mardi à Oslo un accord de cessation des hostilités.",
    ],
)  # fmt: skip
def test_an_accord_that_ends_fighting_is_a_truce_and_no_attack(text: str) -> None:
    found = events(text)
    assert [e.kind for e in found] == ["ceasefire"]
    assert set(found[0].parties) == {"TG", "BJ"}
    assert found[0].place is not None
    assert found[0].place.city == "Oslo"
