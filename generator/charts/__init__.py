"""Pictures drawn at build time as SVG, each the twin of a table of the same numbers.

They have no fixed width: places along a line are percentages, heights and letters are pixels. So a
picture fills a phone as it fills a desk, and its words keep their size. Nothing is told by colour
alone: parts differ by pattern, and whatever stands side by side is parted by a line of the ground.
"""
