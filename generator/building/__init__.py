"""An agency's folder → its whole site on disk, beside the old one, which it then replaces.

`build` decides whether there is anything to do and by how many processes; `files` makes what a site
consists of, `assembly` puts it together, `staging` writes it. `second_process` is how a program does
its work by two, `second_half` what the second one does. `every_agency` builds many, side by side.
"""
