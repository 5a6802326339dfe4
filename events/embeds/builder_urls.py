"""The page for web masters, which comes in every language."""

from django.urls import path

from events.embeds.builder import builder
from events.embeds.howto import howto

urlpatterns = [
    path("", builder, name="builder"),
    path("how-to/", howto, name="embed_howto"),
    path("<slug:kind>/", builder, name="builder_of"),
]
