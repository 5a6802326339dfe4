"""The deployable site: it assembles the plugins and decides what they leave open."""
