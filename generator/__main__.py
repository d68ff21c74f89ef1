"""`python -m generator` is the `disclosure` command."""

from generator.cli import main

main()
