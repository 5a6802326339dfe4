"""What there is to say of a register, by row and column; the words are in `methodology.messages`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Problem(StrEnum):
    """Everything that can be said about a file, a row or a cell."""

    NOT_FOUND = "not-found"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    WRONG_EXTENSION = "wrong-extension"
    OLD_WORKBOOK = "old-workbook"
    NOT_A_WORKBOOK = "not-a-workbook"
    WORKBOOK_TOO_LARGE = "workbook-too-large"
    NOT_TEXT = "not-text"
    BROKEN_LINE = "broken-line"
    TOO_MANY_ROWS = "too-many-rows"
    MISSING_COLUMN = "missing-column"
    REPEATED_COLUMN = "repeated-column"
    NO_ROWS = "no-rows"

    MERGED = "merged"
    FORMULA = "formula"
    REQUIRED = "required"
    TOO_LONG = "too-long"
    CONTROL_CHARACTER = "control-character"
    NOT_A_NUMBER = "not-a-number"
    EIK_LENGTH = "eik-length"
    EIK_CHECK_DIGIT = "eik-check-digit"
    EKATTE = "ekatte"
    MUNICIPALITY_CODE = "municipality-code"
    SETTLEMENT_KIND = "settlement-kind"
    LIBRARY_KIND = "library-kind"
    LIBRARY_NO = "library-no"
    PHONE = "phone"
    EMAIL = "email"
    WEBSITE = "website"

    REPEATED_NUMBER = "repeated-number"
    REPEATED_EIK = "repeated-eik"
    REPEATED_LIBRARY = "repeated-library"
    MUNICIPALITY_REPEATED = "municipality-repeated"
    SETTLEMENT_REPEATED = "settlement-repeated"

    EIK_TAKEN = "eik-taken"
    LIBRARY_NO_TAKEN = "library-no-taken"
    WHICH_LIBRARY = "which-library"
    MUNICIPALITY_DIFFERS = "municipality-differs"
    SETTLEMENT_DIFFERS = "settlement-differs"
    SETTLEMENT_ELSEWHERE = "settlement-elsewhere"

    ZEROS_RESTORED = "zeros-restored"
    COLUMN_IGNORED = "column-ignored"


NOTES = frozenset({Problem.ZEROS_RESTORED, Problem.COLUMN_IGNORED})


@dataclass(frozen=True)
class Finding:
    """One thing about one cell; row 0 is the file itself, rows count from 1 as spreadsheets show them."""

    problem: Problem
    row: int = 0
    column: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        """Whether the row cannot be taken; a note is only worth knowing."""
        return self.problem not in NOTES


class UnreadableFile(Exception):
    """The file cannot be read as a register at all; carries the findings that say why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*(finding.problem for finding in findings))
        self.findings = findings


def unreadable(problem: Problem, row: int = 0, column: str = "", **values: object) -> UnreadableFile:
    """Return the exception with its one finding."""
    return UnreadableFile(Finding(problem, row, column, values))
