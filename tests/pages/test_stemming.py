"""Forms of one word share a key; words that differ do not."""

import pytest
from hunspell import figures, lemmas
from hypothesis import given
from hypothesis import strategies as st

from pages.bulgarian import stem
from pages.bulgarian.search_terms import alternatives, key, relative

FAMILIES = [
    "библиотека библиотеката библиотеки библиотеките",
    "книга книгата книги книгите",
    "читател читателя читателят читатели читателите",
    "читалище читалището читалища читалищата",
    "събитие събитието събития събитията",
    "изложба изложбата изложби изложбите",
    "град градът града градове градовете",
    "музей музеят музея музеи музеите",
    "ученик ученикът ученика ученици учениците",
    "урок урокът уроци уроците",
    "детски детския детският детска детската детско детското детските",
    "голям голяма голямата големи големите голямото",
    "бял бяла бялата бели белите",
    "място мястото места местата",
    "дете детето деца децата",
    "ден деня дни дните",
    "човек хора хората",
    "новост новостта новости новостите",
    "нощ нощта нощи нощите",
    "вечер вечерта вечери вечерите",
    "гражданин гражданинът граждани гражданите",
    "българин българи българите",
    "писател писателя писатели писателите",
    "случаен случайна случайни случайните",
    "театър театъра театри театрите",
    "момче момчето момчета момчетата",
    "поле полето полета",
    "история историята истории историите",
    "конкурс конкурсът конкурса конкурси конкурсите",
    "работилница работилницата работилници работилниците",
    "среща срещата срещи срещите",
    "година годината години годините",
    "време времето времена времената",
    "път пътя пътища пътищата",
]

STRANGERS = [
    ("книга", "кино"),
    ("град", "градина"),
    ("библиотека", "библия"),
    ("роман", "романтика"),
    ("час", "част"),
    ("стая", "статия"),
    ("ученик", "учебник"),
    ("формат", "форма"),
    ("дипломат", "диплома"),
    ("модел", "мода"),
    ("страх", "страна"),
    ("писане", "писан"),
    ("кабинет", "кабина"),
]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_forms_of_a_word_share_a_key(family: str) -> None:
    assert len({stem(form) for form in family.split()}) == 1, {form: stem(form) for form in family.split()}


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_different_words_have_different_keys(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_case_stress_and_hyphens_do_not_matter() -> None:
    assert stem("КНИГИТЕ") == stem("кни́га")
    assert stem("бизнес-срещите") == stem("бизнес-среща")


def test_a_word_in_other_letters_comes_back_in_lower_case() -> None:
    assert stem("Library") == "library"
    assert stem("2026") == "2026"
    assert stem("") == ""


RELATIVES = [
    "рисуване рисувам",
    "записване записвам",
    "търсене търся",
    "учител учителка",
    "художник художничка",
    "студент студентка",
    "лекар лекарка",
    "село селски",
    "София софийски",
    "Сливен сливенски",
    "Търговище търговищки",
    "Казанлък казанлъшки",
    "удължаване удължавам",
    "библиотека библиотечен",
]


@pytest.mark.parametrize("pair", RELATIVES)
def test_words_of_one_root_are_relatives(pair: str) -> None:
    one, other = pair.lower().split()
    assert relative(one) == relative(other)


LATIN = [
    "dimitar димитър",
    "petak петък",
    "kazanlak казанлък",
    "petyk петък",
    "dobar добър",
    "biblioteka библиотека",
]


@pytest.mark.parametrize("pair", LATIN)
def test_a_word_in_latin_letters_finds_the_one_with_a_fleeting_vowel(pair: str) -> None:
    latin, bulgarian = pair.split()
    assert key(bulgarian) in alternatives(latin)


SAMPLE = 20


def test_most_forms_in_a_spelling_dictionary_come_to_their_word() -> None:
    found = lemmas()[::SAMPLE]
    assert figures(found, stem, False).recall >= 98.5
    assert figures(found, stem, True).recall >= 60


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъьюя-", max_size=25))
def test_every_word_has_a_key_no_longer_than_itself(word: str) -> None:
    assert len(stem(word)) <= len(word) + 1
    assert stem(word) or not word
