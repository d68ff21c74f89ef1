"""Tests of the generator. Each test's docstring states the rule that it holds."""
