"""Demo content: real Bulgarian texts in TOML, pictures drawn by code, and the loaders that publish them."""
