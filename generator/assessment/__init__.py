"""What an assessor asks and an officer fills in: what is missing, and where everything stands."""

from generator.assessment.answers import ANSWER_FORMATS, answers_csv, answers_html, answers_xlsx
from generator.assessment.findings import Assessment, Finding, assessment
from generator.assessment.told import ASSESSMENT_FORMATS, as_html, as_json, as_text

__all__ = [
    "ANSWER_FORMATS", "ASSESSMENT_FORMATS", "Assessment", "Finding", "answers_csv", "answers_html",
    "answers_xlsx", "as_html", "as_json", "as_text", "assessment",
]  # fmt: skip
