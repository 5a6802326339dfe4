"""Words made from one root by the productive endings of Bulgarian: библиотека, библиотечен, библиотекар.

The root is a second, weaker key: endings are judged by their shape alone, so a search asks for it only after
the words themselves.
"""

import re

from pages.bulgarian.stemming import stem

SHORTEST_ROOT = 4
_ENDINGS = re.compile(
    "(?:арниц|арник|арск|арств|ническ|ическ|ичн|алн|еств|ств|ск|ист|ост|ар|ник|ик|ен|(?<![аоуияъюе])н|ов)$"
)
# Of places and what is in them: Казанлък, казанлъшки; София, софийски; Търговище, търговищки; село, селски.
_OF_A_PLACE = ((re.compile("(?<=.{3})шк$"), "к"), (re.compile("(?<=.{3})(?:ийск|(?<=щ)к)$"), ""))
_OF_A_SHORT_PLACE = re.compile("(?<=.{3})ск$")
# учителка, художничка, студентка: the root is that of the man.
_OF_A_WOMAN = re.compile("(?<=.{2})(?:(?<=тел)|(?<=ар)|(?<=ор)|(?<=нт)|(?<=ст)|(?<=ич))к$")
# рисуване, рисувам: what the stem of a noun made from a verb keeps.
_OF_A_VERB = re.compile("(?<=.{3})ани$")
_FIRST = ((_OF_A_VERB, ""), (_OF_A_WOMAN, ""), (re.compile("нич$"), "ник"), *_OF_A_PLACE)
_HARDENED = str.maketrans("чжшцзс", "кгхкгх")
_FLEETING = re.compile("(?<=[^аъоуеиюя])[еъ](?=[^аъоуеиюя]$)")

# Roots of this library's own words whose vowels or consonants change in other ways.
_FAMILIES = """
книга книжен книжарница книжка книжовен книговезец
читател читателски четене четец чета прочит четящ
читалище читалищен
дете детски детство
град градски гражданин граждански
писател писателски пиша писане
краезнание краезнанец краеведски краеведение
стих стихове стихотворение стихосбирка поезия поет поетичен поетеса
издание издател издателство издателски издавам
превод преводач преводачески превеждам
наука научен учен
изкуство изкуства изкуствовед
музика музикален музикант
театър театрален
музей музеен
история исторически историк
литература литературен литератор
образование образователен
култура културен
община общински
област областен
регион регионален
абонамент абонат абониран
каталог каталогизация каталожен
архив архивен архивист
година годишен годишнина
вода воден
море морски
река речен
лято летен
зима зимен
есен есенен
ден дневен ежедневен
нощ нощен
час часов
мир мирен
война военен войник
пари паричен
храна хранителен хранене
дърво дървен
камък каменен
игра играя играч играчка игрален
пея певец певица певчески пеене
танц танцов танцьор танцьорка танцувам
рисунка рисувам рисуване
разказ разказвам разказвач
приказка приказен
техника технически техник
информация информационен информирам
дигитализация дигитализирам дигитализиране
консултация консултирам консултант консултантски
обучение обучавам обучителен
дарение дарявам даря дарител дарителски
посещение посещавам посетя посетител
участие участвам участник
помощ помагам помогна помощник
връщане връщам върна
заем заемам заемане
запис записвам записване запиша
избор избирам избера изборен
сбирка събирам събера
заявка заявявам заявя заявление
покана поканя каня
награда наградя награждавам награждаване
започна започвам
отворя отварям отваряне
затворя затварям затваряне
купя купувам покупка
загора загорски старозагорски старозагорец
бургас бургаски
русе русенски
мъглиж мъглижки
баня бански павелбански
хляб хлебен хлебар
мляко млечен
цвете цветен цветар цветарски
ям ядене
регистрация регистрирам регистриране
училище училищен ученик ученически учител учителски уча учене
"""


def root(word: str) -> str:
    """Return the key of the words made from one root; the stem of a word without such an ending."""
    stemmed = stem(word)
    if stemmed in _FAMILY_OF:
        return _FAMILY_OF[stemmed]
    found = _bare(stemmed)
    return _FAMILY_OF.get(found, found)


def _bare(stemmed: str) -> str:
    for ending, left in _FIRST:
        stemmed = ending.sub(left, stemmed)
    for _time in range(2):
        shorter = _ENDINGS.sub("", stemmed)
        if shorter == stemmed or len(shorter) < SHORTEST_ROOT:
            break
        stemmed = shorter
    stemmed = _OF_A_SHORT_PLACE.sub("", stemmed)
    # What softens before -ен, -ник, -ески, and the vowel that comes and goes: библиотеч(ен), библиотк(а).
    hard = stemmed[:-1] + stemmed[-1:].translate(_HARDENED)
    return _FLEETING.sub("", hard) if len(hard) > SHORTEST_ROOT else hard


def _families() -> dict[str, str]:
    by_stem: dict[str, str] = {}
    for line in _FAMILIES.strip().splitlines():
        stems = [stem(word) for word in line.split()]
        by_stem |= dict.fromkeys(stems, stems[0])
    return by_stem


_FAMILY_OF = _families()
