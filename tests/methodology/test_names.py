import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.register.names import readable_name, readable_place


@pytest.mark.parametrize(
    ("printed", "settlement", "readable"),
    [
        ("Светлина -1928 г.", "Ръжена", "Светлина – 1928"),
        ("Съзнание-1921г.- с. Асен", "Асен", "Съзнание – 1921"),
        ("Просвета-1919-с. Скобелево", "Скобелево", "Просвета – 1919"),
        ("Просвета-1919-с. Скобелево", "Павел баня", "Просвета-1919-с. Скобелево"),
        ("Васил Левски 1923", "", "Васил Левски – 1923"),
        ("Христо Ботев-1927 год.", "", "Христо Ботев – 1927"),
        ("Отец Паисий -1928 година", "", "Отец Паисий – 1928"),
        ("Отец Паисий - Хилендарски 1930 год.", "", "Отец Паисий – Хилендарски – 1930"),
        ("Св.Св.Кирил и Методий-2010", "", "Св. св. Кирил и Методий – 2010"),
        ("Св.Климент Охридски-1858", "", "Св. Климент Охридски – 1858"),
        ("П.К. Яворов 1867", "", "П. К. Яворов – 1867"),
        ("Пробуда 1", "", "Пробуда 1"),
        ("Светлина Столетово 2019", "Столетово", "Светлина Столетово – 2019"),
        ('НАРОДНО ЧИТАЛИЩЕ "СВ.СВ. КИРИЛ И МЕТОДИЙ - 1927 Г."', "", "Св. св. Кирил и Методий – 1927"),
        ("ХРИСТО БОТЕВ-1928Г.-С. ПРЯПОРЕЦ", "Пряпорец", "Христо Ботев – 1928"),
        ("П.К. ЯВОРОВ 1867", "", "П. К. Яворов – 1867"),
        ("НЧ „Пробуда-1927“", "", "Пробуда – 1927"),
        ("Даскал-Атанасово 1930", "", "Даскал-Атанасово – 1930"),
        ("1928", "", "1928"),
        ("", "", ""),
    ],
)
def test_a_printed_name_becomes_readable(printed: str, settlement: str, readable: str) -> None:
    assert readable_name(printed, settlement) == readable


@pytest.mark.parametrize(
    ("printed", "readable"),
    [
        ("СТАРА ЗАГОРА", "Стара Загора"),
        ("Павел  баня", "Павел баня"),
        ("СТОЯН-ЗАИМОВО", "Стоян-Заимово"),
        ("ВЕЛИКО ТЪРНОВО", "Велико Търново"),
    ],
)
def test_places_are_not_shouted(printed: str, readable: str) -> None:
    assert readable_place(printed) == readable


words = st.lists(
    st.sampled_from(["Св.", "КИРИЛ", "и", "Методий", "П.К.", "Яворов", "Даскал-Атанасово", "ПРОБУДА"]),
    min_size=1,
    max_size=4,
)
printed_names = st.builds(
    "{} {}{}{}".format,
    words.map(" ".join),
    st.sampled_from(["", "-", " -", " - ", "–"]),
    st.integers(min_value=1850, max_value=2030),
    st.sampled_from(["", "г.", " г.", " год.", " ГОДИНА"]),
)


@given(printed_names)
def test_a_readable_name_stays_as_it_is(printed: str) -> None:
    once = readable_name(printed)
    assert readable_name(once) == once


@given(printed_names)
def test_the_year_of_foundation_is_never_lost(printed: str) -> None:
    year = next(
        part
        for part in printed.replace("-", " ").replace("–", " ").replace("г", " ").split()
        if part.isdigit()
    )
    assert readable_name(printed).endswith(f" – {year}")
