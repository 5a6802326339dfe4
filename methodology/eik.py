"""ЕИК, the identification number of a Bulgarian legal entity: nine digits, the last one a check digit."""

LENGTH = 9


def check_digit(first_eight: str) -> int:
    """Return the ninth digit that the first eight determine."""
    digits = [int(digit) for digit in first_eight]
    remainder = sum(digit * weight for weight, digit in enumerate(digits, start=1)) % 11
    if remainder == 10:
        remainder = sum(digit * weight for weight, digit in enumerate(digits, start=3)) % 11
    return remainder % 10


def is_valid(eik: str) -> bool:
    """Tell whether the text is nine ASCII digits with the right check digit."""
    if len(eik) != LENGTH or not (eik.isascii() and eik.isdigit()):
        return False
    return check_digit(eik[:-1]) == int(eik[-1])


def restore(digits: str) -> str | None:
    """Return the number with the leading zeros a spreadsheet took, when its check digit proves them."""
    if not digits.strip("0"):
        return None
    padded = digits.zfill(LENGTH)
    return padded if is_valid(padded) else None
