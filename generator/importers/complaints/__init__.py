"""Complaints: our template → a fiscal year's counts; whatever is no count is refused."""
