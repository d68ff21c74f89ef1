"""`python3 manage.py bench`: where speed is kept honest. README.md beside this file tells how to read it."""
