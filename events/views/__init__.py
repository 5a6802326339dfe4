"""Views that are not pages of the tree."""
