"""Prose to claims: lexicon, sentence patterns and context cues as YAML, and the engine that runs them."""
