"""Addresses of the trainings inside Wagtail's admin."""

from django.urls import URLPattern, path

from methodology.views.admin import (
    attendance,
    board,
    certificate_files,
    downloads,
    survey_list,
    surveys,
    taken_files,
)

patterns: list[URLPattern] = [
    path("surveys/", surveys.comparison, name="methodology_survey_comparison"),
    path("surveys/comparison.xlsx", surveys.comparison_xlsx, name="methodology_survey_comparison_xlsx"),
    path("surveys/list/", survey_list.survey_list, name="methodology_surveys"),
    path("methodology/downloads/", taken_files.taken_files, name="methodology_downloads"),
    path("surveys/<int:pk>/", surveys.results, name="methodology_survey"),
    path("surveys/<int:pk>/results.xlsx", surveys.workbook, name="methodology_survey_workbook"),
    path("surveys/<int:pk>/close/", surveys.close, name="methodology_survey_close"),
    path("trainings/<int:pk>/ask/<slug:purpose>/", surveys.ask, name="methodology_ask"),
    path("trainings/<int:pk>/", board.board, name="methodology_training"),
    path("trainings/<int:pk>/step/<slug:name>/", board.step, name="methodology_training_step"),
    path(
        "trainings/<int:pk>/registrations/<int:registration_id>/cancel/",
        board.cancel_registration,
        name="methodology_registration_cancel",
    ),
    path("trainings/<int:pk>/attendance/", attendance.attendance, name="methodology_attendance"),
    path("trainings/<int:pk>/sheet/", attendance.sign_in_sheet, name="methodology_sheet"),
    path("trainings/<int:pk>/participants.xlsx", downloads.participants, name="methodology_participants"),
    path("trainings/<int:pk>/certificates/", certificate_files.certificates, name="methodology_certificates"),
    path(
        "trainings/<int:pk>/certificates/<uuid:key>.pdf",
        certificate_files.certificates_pdf,
        name="methodology_certificates_pdf",
    ),
    path("trainings/<int:pk>/certificates/issue/", board.issue_certificates, name="methodology_certify"),
    path(
        "trainings/<int:pk>/certificates/<int:certificate_id>/revoke/",
        board.revoke_certificate,
        name="methodology_certificate_revoke",
    ),
]
