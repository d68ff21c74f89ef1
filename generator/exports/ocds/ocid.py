"""The lasting name of a purchase in open contracting data, the OCID."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.agency import Agency
    from generator.model.procurement import Process

PROVISIONAL = "ocds-xxxxxx"
"""Stands where a publisher's registered prefix would, in its form, and can be nobody's."""


def is_registered(agency: Agency) -> bool:
    """Whether the agency has a prefix of its own from the Open Contracting Partnership."""
    return agency.site.ocds_prefix is not None


def ocid(agency: Agency, process: Process) -> str:
    """Prefix and the number in e-GP, which is one in the whole country; else a name of our own.

    A small direct purchase has no e-GP number: the agency and the process's id, which no other
    purchase of any year has, stand in its place.
    """
    prefix = agency.site.ocds_prefix or PROVISIONAL
    return f"{prefix}-{process.egp_number or f'{agency.id}-{process.id}'}"
