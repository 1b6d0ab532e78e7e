"""Copies: texts that carry another text are no confirmation of it."""
