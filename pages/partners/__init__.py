"""Those who build on the library's data: keys and limits, how their sites fetch, whom to tell of changes."""
