"""Oma kunta: every municipality by the area that organises its services, and the models that tell of the municipality or the area."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.catalog.contributions import Channel
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import lifecycle_text
from mallisto.model import Area, Model
from mallisto.pages.choosing.model_list import collation
from mallisto.pages.elements.adoptions import ADOPTIONS, AdoptionView
from mallisto.pages.elements.facts import ProvenanceView, told_by_editors
from mallisto.pages.elements.page_context import PageContext, page_channel
from mallisto.pages.elements.render import render


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalModel:
    """A model that tells where it was or is used: codes of today's municipalities and of areas of wellbeing services."""

    name: LocalizedText
    href: str
    state: str
    concluded: ProvenanceView
    municipalities: tuple[str, ...]
    counties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityView:
    """A municipality; `other_names` are those in other languages and those of the municipalities that were merged into it."""

    code: str
    name: LocalizedText
    other_names: tuple[str, ...]
    former: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmploymentAreaView:
    """An employment area, or none (Åland), with its municipalities within one area of wellbeing services."""

    name: LocalizedText | None
    municipalities: tuple[MunicipalityView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaView:
    """An area of wellbeing services, its municipalities by employment area, the models that tell of it and the records of use."""

    anchor: str
    name: LocalizedText
    employment_areas: tuple[EmploymentAreaView, ...]
    models: tuple[LocalModel, ...]
    adoptions: tuple[AdoptionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMunicipalityView:
    """The page, finished. `names` are all that can be typed, in the order of the alphabet."""

    script: str
    names: tuple[str, ...]
    areas: tuple[AreaView, ...]
    source: str
    seen: str


def own_municipality(context: PageContext) -> Markup:
    """All areas with their municipalities; the script shows the one that is asked for."""
    catalog, language = context.catalog, context.language
    models = tuple(context.contributed(LOCAL).values())
    used = tuple(view for views in context.contributed(ADOPTIONS).values() for view in views)
    areas = tuple(_area(county, models, used, context) for county in catalog.vocabulary.counties)
    municipalities = [one for area in areas for part in area.employment_areas for one in part.municipalities]
    names = {name for one in municipalities for name in (str(one.name), *one.other_names)}
    view = OwnMunicipalityView(
        script=context.asset("assets/js/own-municipality.js"),
        names=tuple(sorted(names, key=collation)),
        areas=tuple(sorted((area for area in areas if area.employment_areas), key=lambda area: collation(str(area.name)))),
        source=catalog.vocabulary.areas_source or "",
        seen=language.date(catalog.vocabulary.areas_reference_date) if catalog.vocabulary.areas_reference_date else "",
    )
    return render("site/own-municipality", context, view)


def _local(model: Model, context: PageContext) -> LocalModel | None:
    place = model.basics.place
    if not place or not (place.municipalities or place.counties_now):
        return None
    name, href = context.model_link(model)
    return LocalModel(
        name=name,
        href=href,
        state=lifecycle_text(model.runs, context.language),
        concluded=told_by_editors("concluded", context),
        municipalities=tuple(each.id for each in context.catalog.municipalities_of(place)),
        counties=context.catalog.counties_of(place),
    )


LOCAL: Channel[LocalModel] = page_channel("local", LocalModel, urls.OWN_MUNICIPALITY, _local)


def _area(county: Area, models: tuple[LocalModel, ...], used: tuple[AdoptionView, ...], context: PageContext) -> AreaView:
    inside = [each for each in context.catalog.vocabulary.municipalities if each.county and each.county.to == county.id]
    parts = dict.fromkeys(each.employment_area.to if each.employment_area else "" for each in inside)
    names = {each.id: each.name for each in context.catalog.vocabulary.employment_areas}
    employment_areas = (
        EmploymentAreaView(
            name=context.language.pick(names[part]) if part else None,
            municipalities=tuple(
                _municipality(each, context) for each in inside if (each.employment_area.to if each.employment_area else "") == part
            ),
        )
        for part in parts
    )
    return AreaView(
        anchor=f"alue-{county.id}",
        name=context.language.pick(county.name),
        employment_areas=tuple(sorted(employment_areas, key=lambda each: collation(str(each.name or "")))),
        models=tuple(each for each in models if county.id in each.counties),
        adoptions=tuple(each for each in used if county.id in each.counties),
    )


def _municipality(area: Area, context: PageContext) -> MunicipalityView:
    name, merged = context.language.pick(area.name), context.catalog.merged_into.get(area.id, ())
    former = tuple(str(context.language.pick(each.name)) for each in merged)
    merged_names = (word for each in merged for word in (each.name.fi, each.name.sv))
    words = (area.name.fi, area.name.sv, area.name.en, *area.other_names, *merged_names)
    return MunicipalityView(
        code=area.id,
        name=name,
        other_names=tuple(dict.fromkeys(word for word in words if word and word != str(name))),
        former=", ".join(former),
    )
