"""Addresses of the department: those of programs, and those of readers, which come in every language."""

from django.urls import URLPattern, URLResolver, path

from methodology.views import certificates, registration, surveys
from methodology.views.calendar import trainings_ics

Patterns = list[URLPattern | URLResolver]

feed_patterns: Patterns = [path("feeds/trainings.ics", trainings_ics, name="trainings_ics")]

reader_patterns: Patterns = [
    path("surveys/<str:token>/", surveys.survey, name="survey"),
    path("trainings/<int:pk>/register/", registration.register, name="training_register"),
    path("trainings/<int:pk>/registered/", registration.registered, name="training_registered"),
    path("trainings/registration/<str:token>/", registration.registration, name="training_registration"),
    path(
        "trainings/registration/<str:token>/certificate.pdf",
        certificates.own_certificate,
        name="own_certificate",
    ),
    path("certificates/", certificates.check, name="certificate_check"),
    path("certificates/<str:number>/", certificates.check, name="certificate_check_number"),
]
