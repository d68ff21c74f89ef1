"""The audit of what people see: every agency's site is built and every page of it looked at.

`python3 manage.py audit` runs all of it; the tests run a part of it, chosen the same way each time.
A subject stands in a module of its own with a function `run(audit)`, which `parts` lists.
"""
