"""Procurement as the Open Contracting Data Standard 1.1 (OCDS) has it: releases and records."""
