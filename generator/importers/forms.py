"""The forms that have a template and an importer. A new subject adds its `Form` here."""

from __future__ import annotations

from generator.importers.complaints.columns import FORM as COMPLAINTS
from generator.importers.procurement.columns import FORM as PROCUREMENT

FORMS = {form.subject: form for form in (PROCUREMENT, COMPLAINTS)}
"""Each by the word that `disclosure template` and `disclosure import` know it by."""
