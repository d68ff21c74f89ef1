"""Checks an agency's plan data and turns it into a bilingual disclosure site."""
