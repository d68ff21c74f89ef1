"""Officers' workbooks → records: read, recognized, normalized, and every step of it told.

The way in is one direction too: `archive` and `text` guard and decode a file, `workbook` makes a
neutral grid of it (`grid`), `headers` finds the table by the words of its head, `body` goes through
its lines, `values` reads cells. These know no subject. A subject (procurement, complaints) is a
`Form`: its columns, declared once (`columns`), give the template's texts, the recognition of heads
and the texts of errors; `template` writes the workbook to fill in. Nothing here knows the site.
"""
