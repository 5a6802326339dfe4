import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from methodology import eik
from methodology.validators import validate_eik

eight_digits = st.integers(min_value=0, max_value=99_999_999).map(lambda number: f"{number:08d}")


@pytest.mark.parametrize("number", ["000805733", "000806123", "123540704", "000804834", "000808462"])
def test_numbers_of_the_register_are_valid(number: str) -> None:
    assert eik.is_valid(number)
    validate_eik(number)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("000805734", "eik_check_digit"),
        ("805733", "eik_format"),
        ("00080573", "eik_format"),
        ("0008057330", "eik_format"),
        ("00080573А", "eik_format"),
        ("٠٠٠٨٠٥٧٣٣", "eik_format"),
        ("", "eik_format"),
    ],
)
def test_a_wrong_number_is_refused_with_what_is_wrong(number: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_eik(number)
    assert refused.value.code == code


def test_a_remainder_of_ten_takes_the_second_weights() -> None:
    number = next(text for text in (f"{n:08d}" for n in range(1000)) if weighted(text, 1) == 10)
    assert eik.check_digit(number) == weighted(number, 3) % 10


def weighted(digits: str, first_weight: int) -> int:
    return sum(int(digit) * weight for weight, digit in enumerate(digits, start=first_weight)) % 11


@given(eight_digits)
def test_one_changed_check_digit_is_always_noticed(first: str) -> None:
    right = eik.check_digit(first)
    assert [digit for digit in range(10) if eik.is_valid(f"{first}{digit}")] == [right]


@given(eight_digits)
def test_lost_leading_zeros_come_back(first: str) -> None:
    whole = f"{first}{eik.check_digit(first)}"
    shown = whole.lstrip("0")
    assert eik.restore(shown) == (whole if shown else None)


def test_zeros_are_not_restored_without_the_proof_of_the_check_digit() -> None:
    assert eik.restore("805734") is None
