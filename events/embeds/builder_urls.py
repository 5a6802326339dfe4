"""The page for web masters, which comes in every language."""

from django.urls import path

from events.embeds.builder import builder

urlpatterns = [
    path("", builder, name="builder"),
    path("<slug:kind>/", builder, name="builder_of"),
]
