"""The drawing of `hintpen demo`, made by code so that nobody's rights are in it."""
