"""What every file that is taken along says of itself: which model, of what day, under what licence, from what source, how known."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import data_urls, urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.provenance_label import steps_by_provenance
from mallisto.i18n.language import Language
from mallisto.i18n.status_text import review_sentence
from mallisto.model import Model


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The model of a file, in words of one language."""

    model: str
    date: str
    reviewed: str
    licence: str
    source: str
    steps: str
    address: str

    @classmethod
    def of(cls, model: Model, catalog: Catalog, language: Language, site_url: str) -> About:
        sources = (f"{each.title} ({language.pick(catalog.organisation(each.publisher).name)})" for each in model.upkeep.sources)
        page = urls.absolute(urls.model_page(model.id, urls.PATHWAY), language.prefix, site_url)
        return cls(
            model=str(language.pick(model.name)),
            date=language.date(model.upkeep.last_reviewed),
            reviewed=review_sentence(model.upkeep, language),
            licence=data_urls.LICENCE,
            source="; ".join(sources),
            steps=steps_by_provenance(enumerate(model.pathway.steps, 1), model, catalog, language),
            address=page,
        )

    def words(self, language: Language) -> str:
        """All of it in one sentence each."""
        said = language.say("export.about", model=self.model, reviewed=self.reviewed, licence=self.licence, source=self.source)
        return f"{said} {language.say('figure.steps_known')} {self.steps}. {self.address}"
