"""The site on the officer's own computer while its data is being written: built again at every change."""
