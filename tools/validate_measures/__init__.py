"""How far the measures can be trusted: docs/measures.md is written from here; no part of the program."""
