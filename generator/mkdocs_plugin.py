"""The only module that knows MkDocs: our pages become its pages, and its site replaces the old one.

`mkdocs build` comes through here and gives the same tree as `disclosure build`, which needs no
MkDocs. The site is written beside the one that is there and takes its place when it is whole.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator import report
from generator.building.files import made
from generator.building.staging import Staging
from generator.refused import Refused
from generator.seal import seal
from generator.site import SiteFile, SitePage
from generator.site.theme import Theme, has_lists

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.utils.templates import TemplateContext


class DisclosureConfig(Config):
    """What `mkdocs.yml` may say about the plugin."""

    agency = config_options.Type(str)


class FinishedPage(Page):
    """A page whose content we bring: nothing of it is Markdown, and no Markdown reader is set up."""

    def __init__(self, file: File, config: MkDocsConfig, html: str) -> None:
        super().__init__(None, file, config)
        self.html = html

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The finished content, in which MkDocs has no headings or links to look for."""
        self.content = self.html
        self.toc = get_toc([])
        self.present_anchor_ids = set()


class DisclosurePlugin(BasePlugin[DisclosureConfig]):
    """Hands an agency's pages and files to MkDocs."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the data before anything is written; choose where to write."""
        try:
            folder = Path(config.docs_dir) / self.config.agency
            made_files = list(made(folder, strict=config.strict))
            self.staging = Staging(Path(config.site_dir))
            staged = self.staging.begin()
        except Refused as refused:
            raise PluginError("\n" + report.text(refused.diagnostics)) from refused
        self.theme = Theme(Path(config.theme.custom_dir or ""))
        self.pages = {f.src_uri: f for f in made_files if isinstance(f, SitePage)}
        home = next(page for page in self.pages.values() if page.is_home)
        self.files = [f for f in made_files if isinstance(f, SiteFile)]
        self.files += self.theme.files(home.frame)
        config.theme.static_templates.clear()  # sitemap and 404 page are among our files
        config.site_dir = str(staged)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Our files alone; none of content/ is published as it is, and none of Material's theme."""
        ours = {file.src_uri: _file(file.src_uri, file.content, config) for file in self.files}
        for page in self.pages.values():
            ours[page.src_uri] = _file(page.src_uri, "", config)
            FinishedPage(ours[page.src_uri], config, page.html)
        return Files(list(ours.values()))

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: object,
    ) -> TemplateContext:
        """What the theme's main.html asks for."""
        frame = self.pages[page.file.src_uri].frame
        asked = {
            "frame": frame,
            "content": Markup(page.content),  # noqa: S704 - rendered by our templates
            "drawn": self.theme.drawn(frame.around),
            "has_lists": has_lists(page.content or ""),
        }
        return cast("TemplateContext", {**context, **asked})

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The new site takes the old one's place."""
        seal(Path(config.site_dir))
        self.staging.swap()

    def on_build_error(self, *, error: Exception) -> None:
        """What was begun is thrown away; the old site was not touched."""
        if hasattr(self, "staging"):
            self.staging.abandon()


def _file(src_uri: str, content: str | bytes, config: MkDocsConfig) -> File:
    """A file that exists only in memory; MkDocs would leave out .htaccess if it were not told."""
    return File.generated(config, src_uri, content=content, inclusion=InclusionLevel.INCLUDED)
