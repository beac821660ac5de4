"""The search page: its form, the words of its script, and the way on without script; and the models by every facet as plain lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.catalog.facets import Facet, facets
from mallisto.i18n.language import LocalizedText
from mallisto.pages.choosing.model_list import MOST_CARDS
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.reading.languages import LANGUAGES

# What the script says, by the name of the attribute it takes the words from.
_LABELS = ("clear", "none", "more", "busy", "failed", "understood", "unsure", "nothing", "explained", "meant", "facets")
# What the script says with gaps that it fills itself.
_PATTERNS = (
    "concept",
    "chip_off",
    "excluded",
    "place_of",
    "place_county",
    "place_merged",
    "place_none",
    "place_own",
    "unmatched",
    "unknown_one",
    "unknown_other",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFacetValueView:
    """A value of a facet with the models that have it."""

    name: str
    models: tuple[tuple[LocalizedText, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The search page's slot, finished."""

    script: str
    finder: str
    glossary: str
    labels: Mapping[str, str]
    models: tuple[tuple[LocalizedText, str], ...]
    all_models: str
    groups: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsView:
    """The facets with their names, their rules and the models of each of their values."""

    facets: tuple[tuple[str, str, tuple[SearchFacetValueView, ...]], ...]


def search(context: PageContext) -> Markup:
    """Form, results, and where the models stand in plain lists; few models stand on the page."""
    offered, heads = facets(context.catalog, context.language), context.catalog.heads
    view = SearchView(
        script=context.asset("assets/js/search-page.js"),
        finder=context.asset("haku/finder.js"),
        glossary=context.href("sanasto/"),
        labels=_labels(context, offered[0]),
        models=tuple(context.model_link(head) for head in heads) if len(heads) <= MOST_CARDS else (),
        all_models=context.href(urls.MODELS),
        groups=context.href(urls.GROUPS),
    )
    return render("site/search", context, view)


def groups(context: PageContext) -> Markup:
    """Every model under every value that narrows the finder, for those who have no script."""
    offered = facets(context.catalog, context.language)[1:]
    view = GroupsView(facets=tuple((facet.name, facet.rule, _values(facet, context)) for facet in offered if facet.values))
    return render("site/model-groups", context, view)


def _labels(context: PageContext, content: Facet) -> Mapping[str, str]:
    say = context.language.say
    return {
        **{f"data-{name.replace('_', '-')}": say(f"search.{name}") for name in _LABELS},
        **{f"data-{name.replace('_', '-')}": context.language.strings[f"search.{name}"] for name in _PATTERNS},
        # The script makes links of these, on the site and in the copy that is opened from a folder.
        "data-groups": urls.GROUPS,
        "data-compare": urls.COMPARISON,
        "data-own-municipality": urls.OWN_MUNICIPALITY,
        "data-compare-words": say("compare.hit"),
        "data-count-one": say("search.count.one"),
        "data-count-other": context.language.strings["search.count.other"],
        "data-chosen-one": say("search.chosen.one"),
        "data-chosen-other": context.language.strings["search.chosen.other"],
        **{f"data-kind-{value.id}": say(f"search.kind.{value.id}") for value in content.values},
        **{f"data-language-{code}": say("search.in_language", language=say(f"language.{code}")) for code in LANGUAGES},
    }


def _values(facet: Facet, context: PageContext) -> tuple[SearchFacetValueView, ...]:
    return tuple(
        SearchFacetValueView(name=each.name, models=tuple(context.model_link(head) for head in each.models)) for each in facet.values
    )
