"""What proves an element of the ITA form: one function for each, from the data to a page.

One module for each subject, with a map `PROOFS`: (topic, key of element or part) → function. Both
keys stay when the codes of the form move. A subject that is told by month also has `MONTHS`: topic →
the months that its data covers, against which the period of an item is held; one that can be empty
for a year has `NOTHING`: topic → the sentence that says so. All three are joined in `maps`.
"""

from generator.proofs.find import Subject, find
from generator.proofs.maps import MONTHS, NOTHING, PROOFS
from generator.proofs.proof import Means, Proof

__all__ = ["MONTHS", "NOTHING", "PROOFS", "Means", "Proof", "Subject", "find"]
