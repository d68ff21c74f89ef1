"""The only module that knows MkDocs: our pages become its pages, and its site replaces the old one.

`mkdocs build` and `disclosure build` both come through here. The site is written beside the one
that is there and takes its place when it is whole, so a build that fails harms nothing.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator import report
from generator.publish import Staging
from generator.site import SitePage
from generator.visit import seal
from generator.workshop import Refused, made

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.utils.templates import TemplateContext

UNUSED = ("assets/javascripts/", "assets/images/favicon.png")
"""Parts of Material that no page of ours asks for."""


class DisclosureConfig(Config):
    """What `mkdocs.yml` may say about the plugin."""

    agency = config_options.Type(str)
    draft = config_options.Type(bool, default=False)
    """Build although contradictions of the document are open; `disclosure serve` does."""


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

    refused: Refused | None = None
    """Why the data was not built from, for `build`, which MkDocs tells only that it failed."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the data before anything is written; choose where to write."""
        try:
            folder = Path(config.docs_dir) / self.config.agency
            self.files = list(made(folder, strict=config.strict, draft=self.config.draft))
        except Refused as refused:
            self.refused = refused
            raise PluginError("\n" + report.text(refused.diagnostics)) from refused
        config.theme.static_templates.discard("sitemap.xml")  # ours names both languages
        self.staging = Staging(Path(config.site_dir))
        config.site_dir = str(self.staging.begin())
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The theme's files that are used, and ours; no file of content/ is published as it is."""
        theme = [
            file
            for file in files
            if file.src_dir != config.docs_dir
            and not file.src_uri.startswith(UNUSED)
            and not file.src_uri.endswith(".map")
        ]
        self.pages = {file.src_uri: file for file in self.files if isinstance(file, SitePage)}
        ours = [
            File.generated(
                config,
                file.src_uri,
                content="" if isinstance(file, SitePage) else file.content,
                inclusion=InclusionLevel.INCLUDED,  # MkDocs would leave .htaccess out
            )
            for file in self.files
        ]
        for file in ours:
            if file.src_uri in self.pages:
                FinishedPage(file, config, self.pages[file.src_uri].html)
        return Files([*theme, *ours])

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: object,
    ) -> TemplateContext:
        """The frame for the theme's main.html."""
        context["frame"] = self.pages[page.file.src_uri].frame  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The new site takes the old one's place."""
        seal(Path(config.site_dir))
        self.staging.swap()

    def on_build_error(self, *, error: Exception) -> None:
        """What was begun is thrown away; the old site was not touched."""
        if hasattr(self, "staging"):
            self.staging.abandon()


def build(
    config_file: Path, *, agency: str, site_dir: Path, strict: bool = False, draft: bool = False
) -> None:
    """The whole site of an agency, by MkDocs; raises `Refused` if the data has errors."""
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())  # our caller prints the report
    config = load_config(str(config_file), site_dir=str(site_dir), strict=strict)
    plugin = cast("DisclosurePlugin", config.plugins["disclosure"])
    plugin.config["agency"] = agency
    plugin.config["draft"] = draft
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except Abort:
        if plugin.refused is None:
            raise
        raise plugin.refused from None
    finally:
        config.plugins.on_shutdown()
