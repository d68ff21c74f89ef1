"""Input workbooks of the tests, and the script that makes them."""
