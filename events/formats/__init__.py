"""One module for each format in which events leave the site."""
