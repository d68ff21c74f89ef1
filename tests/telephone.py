"""A QR code as a telephone sees it: dots on paper, read by another program than the eye."""

from __future__ import annotations

import re

import zxingcpp
from PIL import Image, ImageDraw

DOT = 4
"""Pixels."""


def read(svg: str) -> str:
    """What a drawn code says."""
    width = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    paper = Image.new("L", (width * DOT, width * DOT), 255)
    pen = ImageDraw.Draw(paper)
    path = re.search(r' d="M(\d+) (\d+)\.5([^"]+)"', svg)
    x, y = int(path[1]), int(path[2])
    for right, down, length in re.findall(r"m(-?\d+) (\d+)h(\d+)", path[3]):
        x, y = x + int(right), y + int(down)
        pen.rectangle((x * DOT, y * DOT, (x + int(length)) * DOT - 1, (y + 1) * DOT - 1), fill=0)
        x += int(length)
    return zxingcpp.read_barcode(paper, zxingcpp.BarcodeFormat.QRCode).text
