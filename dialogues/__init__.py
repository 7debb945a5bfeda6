"""Human language, both ways: saying, understanding, safety words, catalogues. Never why something is said."""
