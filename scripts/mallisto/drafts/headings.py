"""The headings of Innokylä and Kokeilunpaikka, and the fields of a model they ask about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from mallisto.reading.messages import folded

# A leaked title of a picture stands before some words of a copied page.
ICON = re.compile(r"icon/\S+ Created with Sketch\.\s*")


class Site(StrEnum):
    """Where a page was copied from; the word is the organisation's id in the vocabulary."""

    INNOKYLA = "innokyla"
    KOKEILUNPAIKKA = "kokeilunpaikka"


class Takes(StrEnum):
    """What follows a heading: nothing of its own, one block until an empty line, or everything until the next heading."""

    NOTHING = "nothing"
    BLOCK = "block"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the id it gets in the list of the source's headings, its words, and the field its text answers."""

    id: str
    title: str
    field: str
    takes: Takes = Takes.ALL
    other_titles: tuple[str, ...] = ()


# In the order of Innokylä's own form, which is the order in which a model is pasted back.
INNOKYLA: tuple[Heading, ...] = (
    Heading("perustiedot", "Perustiedot", "basics", Takes.NOTHING),
    Heading("nimi", "Toimintamallin nimi", "name", Takes.BLOCK),
    Heading("lyhyt-kuvaus", "Toimintamallin lyhyt kuvaus", "summary"),
    Heading("toteutuspaikka", "Toteutuspaikka", "basics.place.site", Takes.BLOCK),
    Heading(
        "paikkakunta",
        "Paikkakunta, maakunta tai hyvinvointialue",
        "basics.place",
        Takes.BLOCK,
        ("Paikkakunta tai maakunta", "Paikkakunta"),
    ),
    Heading("rahoittaja", "Toimintamallin rahoittaja", "basics.funding", Takes.BLOCK),
    Heading("liitteet", "Liitteet ja linkit", "basics.links", Takes.BLOCK, ("Liitteet", "Linkit")),
    Heading("tekija", "Tekijä", "upkeep.owner", Takes.BLOCK, ("Tekijät",)),
    Heading("luotu", "Luotu", "upkeep.sources.published", Takes.BLOCK),
    Heading("muokattu", "Viimeksi muokattu", "upkeep.sources.modified", Takes.BLOCK),
    Heading("perusidea", "Ratkaisun perusidea", "how.idea"),
    Heading("toimivuuden-ehdot", "Toimivuuden ja käyttöönoton ehdot", "conditions.resources"),
    Heading("tulokset", "Arvioinnin tulokset tiivistettynä", "results.claims", other_titles=("Arvioinnin tulokset",)),
    Heading("vinkit", "Vinkit toimintamallin soveltajille", "advice", other_titles=("Vinkit soveltajille",)),
    Heading("toimintaymparisto", "Toimintaympäristö", "why.context", other_titles=("Toimintaympäristö, lähtötilanne", "Lähtötilanne")),
    Heading("tarve", "Tarve", "why.need", other_titles=("Kehittämisen tarve",)),
    Heading("kohderyhma-ja-ymmarrys", "Kohderyhmä ja asiakasymmärrys", "for_whom.description"),
    Heading("vaihe", "Kehittämisen vaihe", "status", Takes.BLOCK),
    Heading("aihealueet", "Aihealueet", "classification.topics", Takes.BLOCK),
    Heading("ilmiot", "Ilmiöt", "classification.life_situations", Takes.BLOCK),
    Heading("kohderyhma", "Kohderyhmä", "classification.target_groups", Takes.BLOCK),
)

KOKEILUNPAIKKA: tuple[Heading, ...] = (
    Heading("teemat", "Kokeilun teemat", "classification.topics", Takes.BLOCK),
    Heading("miksi", "Miksi tämä kokeilu on tarpeellinen?", "why.need"),
    Heading("toteutus", "Miten kokeilu toteutetaan?", "how.idea"),
    Heading("toteuttajat", "Kuka tai ketkä kokeilun toteuttavat?", "people.description"),
    Heading("budjetti", "Mikä on kokeilun kokonaisbudjetti ja miten se jakautuu maksajatahoittain?", "cost.notes"),
    Heading("osaaminen-ja-rahoitus", "Millaista osaamista ja rahoitusta kokeilulla on käytettävissään?", "conditions.resources"),
    Heading("oppi", "Kokeilun oppi", "results", Takes.NOTHING),
    Heading("tavoitteet", "Saavuttiko kokeilu tavoitteensa?", "results.claims"),
    Heading("uusi-tieto", "Mitä uutta tietoa kokeilulla saatiin?", "results.claims"),
    Heading("jatko", "Miten aiot viedä kokeilua tai sen tuloksia eteenpäin?", "results.next_steps"),
    Heading("matkalla", "Mitä kokeilun matkalla on tapahtunut?", "results.lessons"),
)

# Where what stands above the first heading comes from.
TOP = Heading("sivun-alku", "Sivun alku", "", Takes.NOTHING)


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", folded(words)))


@cache
def _by_title() -> Mapping[str, tuple[Site, Heading]]:
    sites = ((Site.INNOKYLA, INNOKYLA), (Site.KOKEILUNPAIKKA, KOKEILUNPAIKKA))
    return {_key(title): (site, each) for site, headings in sites for each in headings for title in (each.title, *each.other_titles)}


def known(line: str) -> tuple[Site, Heading] | None:
    """The heading a line is, whatever marks and pictures stand around its words."""
    return _by_title().get(_key(ICON.sub("", line)))
