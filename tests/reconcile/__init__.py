"""Reconciling, tested in the words of a war desk."""
