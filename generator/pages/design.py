"""What the site is drawn with: tokens with their contrast, sizes of type, spaces, and the parts in use."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, ClassVar

from markupsafe import Markup

from generator import formats
from generator.charts.bars import Bar, stacked_bars
from generator.charts.drawing import Spoken
from generator.coverage import Status
from generator.frozen import frozen
from generator.pages.base import Here, Link, Page, Searched
from generator.pages.items import ItemRow, item_narrowing, item_rows
from generator.pages.narrowing import LEAST
from generator.pages.picture import Picture, Twin, TwinRow, keys
from generator.pages.standing import Light, status_name
from generator.tokens import MARKS, PAIRS, WORDS, Pair, Scheme, contrast, stylesheet, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.edition import Edition
    from generator.model.base import Lang
    from generator.pages.narrowing import Narrowing
    from generator.wording import Wording

ITEMS_SHOWN = LEAST
SAMPLE = "ที่ซื้อ ป้ำ ญู ฐู กตัญญู ปี่ ฟื้น 1,234"
"""Vowels below, tone marks on vowels above, letters whose foot gives way, figures."""
LIVE_SCHEMES = (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST)


@frozen(kw_only=True)
class ColourRow:
    """A colour in each scheme that a reader can choose."""

    name: str
    use: str
    shown: tuple[tuple[str, Markup, str], ...]
    """Scheme, swatch, value."""


@frozen(kw_only=True)
class PairRow:
    """Two colours that meet, and their contrast in each scheme."""

    front: str
    ground: str
    sample: Markup
    measured: tuple[str, ...]


@frozen(kw_only=True)
class SizeRow:
    """A size of type or a space."""

    name: str
    value: str
    bar: Markup | str


@frozen(kw_only=True)
class Figure:
    """A number with what it counts."""

    figure: str
    unit: str
    sentence: str


@frozen(kw_only=True)
class DesignPage(Page):
    """Tokens and parts, for who changes the theme and for who judges it."""

    template: ClassVar[str] = "design.html"
    searched: ClassVar[Searched] = "headings"

    figures: tuple[Figure, ...]
    schemes: tuple[str, ...]
    colours: tuple[tuple[str, tuple[ColourRow, ...]], ...]
    """Groups of colours, each by its name."""
    measured_schemes: tuple[str, ...]
    words: tuple[PairRow, ...]
    marks: tuple[PairRow, ...]
    picture: Picture
    sample: str
    sizes: tuple[SizeRow, ...]
    spaces: tuple[SizeRow, ...]
    others: tuple[SizeRow, ...]
    statuses: tuple[tuple[str, str], ...]
    lights: tuple[Light, ...]
    items: tuple[ItemRow, ...]
    narrowing: Narrowing | None
    previous: Link
    next: Link


def pages(edition: Edition, lang: Lang) -> Iterator[DesignPage]:
    """The page of the design."""
    here = Here(lang, "design")
    _ = here.words
    css = stylesheet()
    known = {scheme: tokens(css, scheme) for scheme in Scheme}
    items = edition.disclosure.items[:ITEMS_SHOWN]
    rows = item_rows(here, edition, items)
    words = tuple(_pair(known, pair) for pair in PAIRS if pair.least == WORDS)
    marks = tuple(_pair(known, pair) for pair in PAIRS if pair.least == MARKS)
    yield DesignPage(
        here=here,
        title=_("Design"),
        description=_("Colours with their contrast, type, spaces and parts of this site"),
        trail=(Link(_("Accessibility"), here.to("accessibility")),),
        figures=tuple(_figures(_, known)),
        schemes=tuple(scheme_name(_, scheme) for scheme in LIVE_SCHEMES),
        colours=tuple(_colours(_, known)),
        measured_schemes=tuple(scheme_name(_, scheme) for scheme in Scheme),
        words=words,
        marks=marks,
        picture=_picture(_, known),
        sample=SAMPLE,
        sizes=tuple(_sizes(known[Scheme.LIGHT])),
        spaces=tuple(_spaces(known[Scheme.LIGHT])),
        others=tuple(_others(known[Scheme.LIGHT])),
        statuses=tuple((status, status_name(_, status)) for status in Status),
        lights=_lights(_),
        items=rows,
        narrowing=item_narrowing(here, edition, rows, "kind", "budget"),
        previous=Link(_("Accessibility"), here.to("accessibility")),
        next=Link(_("Rules for data"), here.to("rules")),
    )


def scheme_name(_: Wording, scheme: Scheme) -> str:
    """A scheme in words."""
    return {
        Scheme.LIGHT: _("Light"),
        Scheme.DARK: _("Dark"),
        Scheme.CONTRAST: _("High contrast"),
        Scheme.SHARP: _("Light, more contrast asked for"),
    }[scheme]


Known = dict[Scheme, dict[str, str]]


def _figures(_: Wording, known: Known) -> Iterator[Figure]:
    colours = _colour_names(known)
    yield Figure(
        figure=str(len(colours)),
        unit=_("colours"),
        sentence=_("Each has one meaning and a value of its own in every scheme."),
    )
    yield Figure(
        figure=str(len(PAIRS)),
        unit=_("pairs"),
        sentence=_("So many pairs of colours meet on a page, and all are measured."),
    )
    yield Figure(
        figure=_ratio(_lowest(known, WORDS)),
        unit=_("to 1"),
        sentence=_("The lowest contrast of words in any scheme; WCAG AAA asks for 7 to 1."),
    )


def _lowest(known: Known, least: float) -> float:
    return min(
        _measured(known, scheme, pair) for scheme in Scheme for pair in PAIRS if pair.least == least
    )


def _measured(known: Known, scheme: Scheme, pair: Pair) -> float:
    return contrast(known[scheme][pair.front], known[scheme][pair.ground])


def _ratio(contrast: float) -> str:
    """Cut, never rounded up: 6.99 is not 7."""
    return str(Decimal(contrast).quantize(Decimal("0.1"), ROUND_DOWN))


def _colour_names(known: Known) -> tuple[str, ...]:
    return tuple(name for name, value in known[Scheme.LIGHT].items() if value.startswith("#"))


def _colours(_: Wording, known: Known) -> Iterator[tuple[str, tuple[ColourRow, ...]]]:
    for group, uses in _uses(_).items():
        yield (
            group,
            tuple(
                ColourRow(
                    name=name,
                    use=use,
                    shown=tuple(
                        (
                            scheme_name(_, scheme),
                            _swatch(known[scheme][name]),
                            known[scheme][name],
                        )
                        for scheme in LIVE_SCHEMES
                    ),
                )
                for name, use in uses.items()
            ),
        )


def _uses(_: Wording) -> dict[str, dict[str, str]]:
    """What each colour is for; a contract test holds the names against the stylesheet."""
    return {
        _("Grounds and lines"): {
            "ground": _("the page"),
            "sheet": _("tables, cards, fields"),
            "tint": _("heads of tables, the foot, quiet boxes"),
            "line": _("lines between rows"),
            "line-strong": _("borders of fields and buttons"),
        },
        _("Text and links"): {
            "ink": _("text"),
            "soft": _("captions, notes, labels"),
            "link": _("links"),
        },
        _("Head, marks and focus"): {
            "brand": _("the head of the page"),
            "brand-ink": _("words in the head"),
            "brand-line": _("lines in the head"),
            "mark": _("rules above headings, the main button, what is chosen"),
            "mark-ink": _("words on these"),
            "gold": _("the line below the head, doubts"),
            "ring": _("the ring around what has the focus"),
        },
        _("Status"): {
            "good": _("published"),
            "good-tint": _("its ground"),
            "part": _("incomplete, doubts, notices"),
            "part-tint": _("its ground"),
            "none": _("not published, differences"),
            "none-tint": _("its ground"),
        },
        _("Charts and the risk matrix"): {
            "part-0": _("first part of a bar, planned quarters"),
            "part-1": _("second part"),
            "part-2": _("third part, with stripes"),
            "part-3": _("fourth part, with dots"),
            "level-0": _("low risk"),
            "level-1": _("medium risk"),
            "level-2": _("high risk"),
            "level-3": _("very high risk"),
        },
    }


def _swatch(colour: str) -> Markup:
    """A field of the colour itself: also that of a scheme that is not switched on."""
    return Markup(
        '<svg class="swatch" viewBox="0 0 40 24" width="40" height="24" aria-hidden="true">'
        '<rect x=".5" y=".5" width="39" height="23" rx="4" fill="{}"/></svg>'
    ).format(colour)


def _pair(known: Known, pair: Pair) -> PairRow:
    light = known[Scheme.LIGHT]
    return PairRow(
        front=pair.front,
        ground=pair.ground,
        sample=_drawn(light[pair.front], light[pair.ground], is_mark=pair.least == MARKS),
        measured=tuple(_ratio(_measured(known, scheme, pair)) for scheme in Scheme),
    )


def _drawn(front: str, ground: str, *, is_mark: bool) -> Markup:
    shape = Markup('<circle cx="30" cy="14" r="7" fill="none" stroke="{}" stroke-width="3"/>')
    words = Markup(
        '<text lang="th" x="30" y="20" text-anchor="middle" font-size="17" fill="{}">ฟื้นฐู</text>'
    )
    return Markup(
        '<svg class="swatch" viewBox="0 0 60 28" width="60" height="28" aria-hidden="true">'
        '<rect x=".5" y=".5" width="59" height="27" rx="4" fill="{}"/>{}</svg>'
    ).format(ground, (shape if is_mark else words).format(front))


STEPS = (7.0, 4.5, 3.0)
"""Contrast that WCAG asks for: of words (AAA), of words (AA), of marks."""


def _picture(_: Wording, known: Known) -> Picture:
    """How many pairs reach which step, by scheme."""
    legend = (_("7 to 1 and more"), _("4.5 to 1 and more"), _("3 to 1 and more"))
    counted = [
        (
            scheme_name(_, scheme),
            _steps(_measured(known, scheme, pair) for pair in PAIRS),
        )
        for scheme in Scheme
    ]
    bars = tuple(
        Bar(name, tuple(Decimal(number) for number in steps), str(sum(steps)))
        for name, steps in counted
    )
    title = _("Bar chart: how many pairs of colours reach which contrast")
    told = "; ".join(f"{name}: {', '.join(map(str, steps))}" for name, steps in counted)
    return Picture(
        id="contrast-picture",
        finding=_finding(_, known),
        about=_("The tables below have the contrast of each pair."),
        drawing=stacked_bars(bars, Spoken("contrast", title, told)),
        key=keys("contrast", legend),
        twin=Twin(
            caption=_("Pairs of colours by the contrast that they reach"),
            heads=(_("Scheme"), *legend),
            rows=tuple(TwinRow(name, tuple(map(str, steps))) for name, steps in counted),
        ),
        files=(),
    )


def _steps(measured: Iterable[float]) -> list[int]:
    """How many reach the first step, how many only the second, how many only the third."""
    counted = [0] * len(STEPS)
    for ratio in measured:
        reached = next((n for n, step in enumerate(STEPS) if ratio >= step), None)
        if reached is not None:
            counted[reached] += 1
    return counted


def _finding(_: Wording, known: Known) -> str:
    return _(
        "Words have at least {words} to 1, marks at least {marks} to 1, in every scheme",
        words=_ratio(_lowest(known, WORDS)),
        marks=_ratio(_lowest(known, MARKS)),
    )


def _sizes(light: dict[str, str]) -> Iterator[SizeRow]:
    for name, value in light.items():
        if name[0] == "t" and name[1:].isdigit():
            yield SizeRow(name=name, value=value, bar="")


REM = 16
"""Pixels of 1 rem in a browser that nobody adjusted."""


def _spaces(light: dict[str, str]) -> Iterator[SizeRow]:
    bar = Markup(
        '<svg class="swatch swatch--space" viewBox="0 0 {0} 16" width="{0}" height="16" aria-hidden="true">'
        '<rect width="{0}" height="16"/></svg>'
    )
    for name, value in light.items():
        if name[0] == "s" and name[1:].isdigit():
            wide = Decimal(value.removesuffix("rem")) * REM
            yield SizeRow(name=name, value=value, bar=bar.format(formats.number(wide)))


def _others(light: dict[str, str]) -> Iterator[SizeRow]:
    for name, value in light.items():
        is_scale = name[0] in "ts" and name[1:].isdigit()
        if not is_scale and not value.startswith("#"):
            yield SizeRow(name=name, value=value, bar="")


def _lights(_: Wording) -> tuple[Light, ...]:
    return (
        Light(name=_("Yes"), state="yes", words=_("a full circle, and the words say it")),
        Light(name=_("No"), state="no", words=_("an empty circle, and the words say it")),
        Light(name=_("Again"), state="again", words=_("half a circle: to be looked at again")),
    )
