"""Synthetic personal data: no number here was ever given to anybody (province 99 does not exist)."""
