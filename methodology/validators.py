"""Checks of codes, with messages that say what is wrong and what to do."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology import eik


def validate_eik(value: str) -> None:
    """Refuse an ЕИК that is not nine digits or whose check digit is wrong."""
    if len(value) != eik.LENGTH or not (value.isascii() and value.isdigit()):
        raise ValidationError(
            _("ЕИК има точно 9 цифри, с водещите нули (например 000805733). Проверете номера."),
            code="eik_format",
        )
    if not eik.is_valid(value):
        raise ValidationError(
            _("Контролната цифра на ЕИК %(eik)s не е вярна. Сверете номера с регистъра."),
            code="eik_check_digit",
            params={"eik": value},
        )


validate_phone = RegexValidator(
    r"^[0-9+()/,;. -]{5,}\Z",
    gettext_lazy("Въведете телефон с цифри, например 042 648 131. Няколко номера се отделят със запетая."),
    code="phone",
)

validate_library_no = RegexValidator(
    r"^[\w/-]{1,20}\Z",
    gettext_lazy("Номерът е от цифри и букви, без интервали, например 1782."),
    code="library_no",
)
