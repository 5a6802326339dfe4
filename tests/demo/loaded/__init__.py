"""The demo as a whole: a package, so that its one loading ends with the tests that use it."""
