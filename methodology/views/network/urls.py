"""Addresses of the network's screens inside Wagtail's admin."""

from django.urls import URLPattern, path

from methodology.views.network import (
    activity,
    attendances,
    changes,
    dashboard,
    library_map,
    merge,
    passport,
    personal,
    quick,
    register,
)

patterns: list[URLPattern] = [
    path("methodology/consultations/quick/", quick.quick_consultation, name="methodology_quick"),
    path("methodology/libraries/<int:pk>/people/", quick.people_of, name="methodology_people_of"),
    path("methodology/posts/<int:pk>/hand-over/", changes.hand_over, name="methodology_hand_over"),
    path("methodology/libraries/<int:pk>/status/", changes.change_status, name="methodology_status"),
    path(
        "methodology/libraries/<int:pk>/status/undo/",
        changes.undo_status_change,
        name="methodology_status_undo",
    ),
    path("methodology/libraries/<int:pk>/passport/", passport.passport, name="methodology_passport"),
    path(
        "methodology/libraries/<int:pk>/passport.pdf", passport.passport_pdf, name="methodology_passport_pdf"
    ),
    path("methodology/dashboard/", dashboard.dashboard, name="methodology_dashboard"),
    path("methodology/map/", library_map.library_map, name="methodology_map"),
    path("methodology/activity/", activity.activity, name="methodology_activity"),
    path("methodology/activity/report.pdf", activity.activity_pdf, name="methodology_activity_pdf"),
    path("methodology/activity/report.docx", activity.activity_docx_file, name="methodology_activity_docx"),
    path("methodology/attendances/", attendances.attendances, name="methodology_attendances"),
    path("methodology/register/", register.import_register, name="methodology_register"),
    path(
        "methodology/register/<uuid:token>/", register.preview_register, name="methodology_register_preview"
    ),
    path("methodology/merge/<str:model>/<int:pk>/", merge.merge, name="methodology_merge"),
    path("methodology/merges/<int:pk>/undo/", merge.undo_merge, name="methodology_undo_merge"),
    path("methodology/people/<int:pk>/data.json", personal.export_person, name="methodology_export_person"),
    path("methodology/people/<int:pk>/erase/", personal.erase_person, name="methodology_erase_person"),
]
