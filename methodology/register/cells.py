"""One cell, one value: texts, numbers and codes, with what is wrong with them."""

import re
import unicodedata
from dataclasses import dataclass, field

from methodology import eik
from methodology.register.findings import Finding, Problem
from methodology.register.table import Cell, Formula

MAX_REG_NO = 2_147_483_647
EKATTE_LENGTH = 5
KINDS = {
    "гр": "town",
    "град": "town",
    "с": "village",
    "село": "village",
    "ман": "monastery",
    "манастир": "monastery",
    "town": "town",
    "village": "village",
    "monastery": "monastery",
}

# As the department and its exports call them.
LIBRARY_KINDS = {
    "регионална": "regional",
    "общинска": "municipal",
    "градска": "town",
    "читалищна": "chitalishte",
    "regional": "regional",
    "municipal": "municipal",
    "town": "town",
    "chitalishte": "chitalishte",
    "chitalishte (community centre)": "chitalishte",
}

_LIBRARY_NO = re.compile(r"[\w/-]{1,20}")
_MUNICIPALITY_CODE = re.compile(r"[A-Z]{3}[0-9]{2}")
_DIGITS = re.compile(r"[0-9]+")
_PHONE = re.compile(r"[0-9+()/,;. -]{5,}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WEBSITE = re.compile(r"https?://[^\s/]+\.\S+")


@dataclass
class CellReader:
    """Reads the cells of one row and collects the findings."""

    row: int
    findings: list[Finding] = field(default_factory=list)

    def text(self, column: str, cell: Cell, limit: int, *, required: bool = False) -> str:
        """Return the text, its white space made plain; empty after a finding."""
        found = len(self.findings)
        text = self._plain(column, cell)
        if len(text) > limit:
            return self._wrong(Problem.TOO_LONG, column, limit=limit)
        if required and not text and len(self.findings) == found:
            return self._wrong(Problem.REQUIRED, column)
        return text

    def number(self, column: str, cell: Cell, *, required: bool = True) -> int:
        """Return a positive whole number; 0 for none and after a finding."""
        text = self._digits(column, cell)
        if _DIGITS.fullmatch(text) and len(text) <= 10 and 0 < int(text) <= MAX_REG_NO:
            return int(text)
        if text:
            self._wrong(Problem.NOT_A_NUMBER, column, value=text[:40])
        elif required and not isinstance(cell, Formula):
            self._wrong(Problem.REQUIRED, column)
        return 0

    def eik(self, column: str, cell: Cell) -> str:
        """Return the nine digits, lost zeros restored when the check digit proves them; empty if none."""
        text = self._digits(column, cell)
        if not text or eik.is_valid(text):
            return text
        if not _DIGITS.fullmatch(text) or len(text) > eik.LENGTH:
            return self._wrong(Problem.EIK_LENGTH, column, value=text[:40])
        restored = eik.restore(text) if len(text) < eik.LENGTH else None
        if restored is None:
            return self._wrong(Problem.EIK_CHECK_DIGIT, column, value=text)
        return self._restored(column, text, restored)

    def ekatte(self, column: str, cell: Cell) -> str:
        """Return the five digits, lost zeros restored; empty after a finding."""
        text = self._digits(column, cell)
        if isinstance(cell, Formula):
            return ""
        if not _DIGITS.fullmatch(text) or len(text) > EKATTE_LENGTH or not text.strip("0"):
            return self._wrong(Problem.EKATTE, column, value=text[:40])
        if len(text) == EKATTE_LENGTH:
            return text
        return self._restored(column, text, text.zfill(EKATTE_LENGTH))

    def municipality_code(self, column: str, cell: Cell) -> str:
        """Return a code such as SZR31; empty after a finding."""
        text = self._plain(column, cell).upper()
        if _MUNICIPALITY_CODE.fullmatch(text) or isinstance(cell, Formula):
            return text
        return self._wrong(Problem.MUNICIPALITY_CODE, column, value=text[:40])

    def settlement_kind(self, column: str, cell: Cell) -> str:
        """Return town, village or monastery; empty after a finding."""
        text = self._plain(column, cell)
        kind = KINDS.get(text.rstrip(".").strip().casefold(), "")
        if kind or isinstance(cell, Formula):
            return kind
        return self._wrong(Problem.SETTLEMENT_KIND, column, value=text[:40])

    def library_kind(self, column: str, cell: Cell) -> str:
        """Return the kind of library; empty when it is not told or after a finding."""
        text = self._plain(column, cell)
        kind = LIBRARY_KINDS.get(text.casefold(), "")
        if kind or not text or isinstance(cell, Formula):
            return kind
        return self._wrong(Problem.LIBRARY_KIND, column, value=text[:40])

    def library_no(self, column: str, cell: Cell) -> str:
        """Return the number in the register of public libraries; empty when there is none."""
        return self._like(_LIBRARY_NO, Problem.LIBRARY_NO, column, cell, 20)

    def phone(self, column: str, cell: Cell) -> str:
        """Return the phone as it is written; empty when there is none or after a finding."""
        return self._like(_PHONE, Problem.PHONE, column, cell, 100)

    def email(self, column: str, cell: Cell) -> str:
        """Return the address; empty when there is none or after a finding."""
        return self._like(_EMAIL, Problem.EMAIL, column, cell, 254)

    def website(self, column: str, cell: Cell) -> str:
        """Return the address with http or https; empty when there is none or after a finding."""
        return self._like(_WEBSITE, Problem.WEBSITE, column, cell, 200)

    def _like(self, pattern: re.Pattern[str], problem: Problem, column: str, cell: Cell, limit: int) -> str:
        text = self.text(column, cell, limit)
        if not text or pattern.fullmatch(text):
            return text
        return self._wrong(problem, column, value=text[:40])

    def _plain(self, column: str, cell: Cell) -> str:
        if isinstance(cell, Formula):
            return self._wrong(Problem.FORMULA, column)
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        text = " ".join(unicodedata.normalize("NFC", "" if cell is None else str(cell)).split())
        # Spreadsheets keep a code as text behind an apostrophe, and so does our own export.
        text = text.removeprefix("'")
        if not text.isprintable() and any(unicodedata.category(char) in {"Cc", "Cs"} for char in text):
            return self._wrong(Problem.CONTROL_CHARACTER, column)
        return text

    def _digits(self, column: str, cell: Cell) -> str:
        return self._plain(column, cell).replace(" ", "").removesuffix(".0")

    def _wrong(self, problem: Problem, column: str, **values: object) -> str:
        self.findings.append(Finding(problem, self.row, column, values))
        return ""

    def _restored(self, column: str, given: str, restored: str) -> str:
        values = {"given": given, "restored": restored}
        self.findings.append(Finding(Problem.ZEROS_RESTORED, self.row, column, values))
        return restored
