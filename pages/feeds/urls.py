"""Addresses of the feeds of news; the site includes them under /feeds/."""

from django.urls import path

from pages.feeds.news import news_feed

app_name = "news_feeds"

urlpatterns = [
    path("news.atom", news_feed, {"ending": "atom"}, name="atom"),
    path("news.rss", news_feed, {"ending": "rss"}, name="rss"),
    path("news.json", news_feed, {"ending": "json"}, name="json"),
]
