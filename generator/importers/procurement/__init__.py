"""Procurement: form สขร.1, the ITA lists, e-GP's open data and our template → the year's tables."""
