"""A training section as one file for a learning platform: nothing to load, no script, every link absolute."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import training_urls, urls
from mallisto.catalog.catalog import Catalog
from mallisto.i18n.language import Language
from mallisto.model import Training, TrainingSection
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.training.section_page import SectionView, section_view


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionFileView:
    """A section with what a copy has to say of itself: its language, its address and the day it was reviewed."""

    language: str
    address: str
    accessibility: str
    reviewed: str
    section: SectionView


def section_file(training: Training, section: TrainingSection, catalog: Catalog, language: Language, site_url: str) -> Markup:
    """Render the file of a section."""
    context = PageContext(catalog, language, urls.absolute("", language.prefix, site_url))
    view = SectionFileView(
        language=language.code,
        address=context.href(training_urls.training_section(section.id)),
        accessibility=context.href(urls.ACCESSIBILITY),
        reviewed=language.say("training.reviewed", date=language.date(training.reviewed)),
        section=section_view(training, section, context),
    )
    return render("training/section-file", context, view)
