"""The headings of Innokylä and Kokeilunpaikka, and the model fields they correspond to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from mallisto.reading.messages import folded

# The title of an icon ends up before some words when a page is copied.
ICON = re.compile(r"icon/\S+ Created with Sketch\.\s*")


class Site(StrEnum):
    """The service a page was copied from; the value is the organisation's id in the vocabulary."""

    INNOKYLA = "innokyla"
    KOKEILUNPAIKKA = "kokeilunpaikka"
    THL = "thl"


class Takes(StrEnum):
    """What belongs to a heading: nothing, one block up to an empty line, or everything up to the next heading."""

    NOTHING = "nothing"
    BLOCK = "block"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ServiceHeading:
    """A heading: the id it gets among the source's headings, its title, and the corresponding field."""

    id: str
    title: str
    field: str
    takes: Takes = Takes.ALL
    other_titles: tuple[str, ...] = ()


# A heading and the service that has it.
Found = tuple[Site, ServiceHeading]

# In the order of Innokylä's own form, which is the order of the export.
INNOKYLA: tuple[ServiceHeading, ...] = (
    ServiceHeading("perustiedot", "Perustiedot", "basics", Takes.NOTHING),
    ServiceHeading("nimi", "Toimintamallin nimi", "name", Takes.BLOCK),
    ServiceHeading("lyhyt-kuvaus", "Toimintamallin lyhyt kuvaus", "summary"),
    ServiceHeading("toteutuspaikka", "Toteutuspaikka", "basics.place.site", Takes.BLOCK),
    ServiceHeading(
        "paikkakunta",
        "Paikkakunta, maakunta tai hyvinvointialue",
        "basics.place",
        Takes.BLOCK,
        ("Paikkakunta tai maakunta", "Paikkakunta"),
    ),
    ServiceHeading("rahoittaja", "Toimintamallin rahoittaja", "basics.funding", Takes.BLOCK),
    ServiceHeading("liitteet", "Liitteet ja linkit", "basics.links", Takes.BLOCK, ("Liitteet", "Linkit")),
    ServiceHeading("tekija", "Tekijä", "upkeep.owner", Takes.BLOCK, ("Tekijät",)),
    ServiceHeading("luotu", "Luotu", "upkeep.sources.published", Takes.BLOCK),
    ServiceHeading("muokattu", "Viimeksi muokattu", "upkeep.sources.modified", Takes.BLOCK),
    ServiceHeading("perusidea", "Ratkaisun perusidea", "how.idea"),
    ServiceHeading("toimivuuden-ehdot", "Toimivuuden ja käyttöönoton ehdot", "conditions.resources"),
    ServiceHeading("tulokset", "Arvioinnin tulokset tiivistettynä", "results.claims", other_titles=("Arvioinnin tulokset",)),
    ServiceHeading("vinkit", "Vinkit toimintamallin soveltajille", "advice", other_titles=("Vinkit soveltajille",)),
    ServiceHeading(
        "toimintaymparisto", "Toimintaympäristö", "why.context", other_titles=("Toimintaympäristö, lähtötilanne", "Lähtötilanne")
    ),
    ServiceHeading("tarve", "Tarve", "why.need", other_titles=("Kehittämisen tarve", "Kehitystyön lähtökohtana olevat tarpeet")),
    ServiceHeading("kohderyhma-ja-ymmarrys", "Kohderyhmä ja asiakasymmärrys", "for_whom.description"),
    ServiceHeading("vaihe", "Kehittämisen vaihe", "status", Takes.BLOCK),
    ServiceHeading("aihealueet", "Aihealueet", "classification.topics", Takes.BLOCK),
    ServiceHeading("ilmiot", "Ilmiöt", "classification.life_situations", Takes.BLOCK),
    ServiceHeading("kohderyhma", "Kohderyhmä", "classification.target_groups", Takes.BLOCK),
)

# What Innokylä has besides the form: headings above others, the tab that tells how a model was made, the page of a whole project.
INNOKYLA_BESIDES: tuple[ServiceHeading, ...] = (
    ServiceHeading("polku", "Kehittämisen polku", "how", Takes.NOTHING),
    ServiceHeading("kokonaisuus", "Toimintamallin kokonaisuus", "relations", Takes.BLOCK),
    ServiceHeading("kuvaus", "Toimintamallin kuvaus", "how", Takes.NOTHING),
    ServiceHeading("lahtotilanne", "Lähtötilanne ja strategiset liittymäkohdat", "why.context"),
    ServiceHeading("tavoiteltu-muutos", "Tavoiteltu muutos", "how.goals"),
    ServiceHeading("kehittajat", "Kehittäjäjoukon kokoaminen ja yhteiskehittäminen", "people.description"),
    ServiceHeading("kokonaisuuden-nimi", "Kokonaisuuden nimi", "name", Takes.BLOCK),
    ServiceHeading("kokonaisuuden-kuvaus", "Lyhyt kuvaus", "summary"),
    ServiceHeading("tarkoitus", "Kokonaisuuden tarkoitus ja tavoitteet", "how.goals", other_titles=("Tausta ja tavoite",)),
    ServiceHeading("toimiaika", "Toimiaika", "basics.period", Takes.BLOCK, ("Kesto",)),
    ServiceHeading("toimijat", "Toimijat", "people.description"),
)

KOKEILUNPAIKKA: tuple[ServiceHeading, ...] = (
    ServiceHeading("perustiedot", "Kokeilun perustiedot", "basics", Takes.NOTHING),
    ServiceHeading("osallistujat", "Kokeiluun osallistuvat tahot", "people.description"),
    ServiceHeading("menetelmat", "Kokeilussa käytetyt työmenetelmät", "how.methods"),
    ServiceHeading("teemat", "Kokeilun teemat", "classification.topics", Takes.BLOCK),
    ServiceHeading("miksi", "Miksi tämä kokeilu on tarpeellinen?", "why.need"),
    ServiceHeading("toteutus", "Miten kokeilu toteutetaan?", "how.idea"),
    ServiceHeading("toteuttajat", "Kuka tai ketkä kokeilun toteuttavat?", "people.description"),
    ServiceHeading("budjetti", "Mikä on kokeilun kokonaisbudjetti ja miten se jakautuu maksajatahoittain?", "cost.notes"),
    ServiceHeading("osaaminen-ja-rahoitus", "Millaista osaamista ja rahoitusta kokeilulla on käytettävissään?", "conditions.resources"),
    ServiceHeading("oppi", "Kokeilun oppi", "results", Takes.NOTHING),
    ServiceHeading("tavoitteet", "Saavuttiko kokeilu tavoitteensa?", "results.claims"),
    ServiceHeading("uusi-tieto", "Mitä uutta tietoa kokeilulla saatiin?", "results.claims"),
    ServiceHeading("jatko", "Miten aiot viedä kokeilua tai sen tuloksia eteenpäin?", "results.next_steps"),
    ServiceHeading("matkalla", "Mitä kokeilun matkalla on tapahtunut?", "results.lessons"),
)

# The cards on which THL tells of models it has assessed.
THL: tuple[ServiceHeading, ...] = (
    ServiceHeading("kaytto", "Käyttö", "why.context"),
    ServiceHeading("soveltuvuus", "Soveltuvuus eri kohderyhmiin", "for_whom.description"),
    ServiceHeading("menetelma", "Menetelmä", "how.methods"),
    ServiceHeading("seuranta", "Seuranta ja arviointi", "conditions.resources"),
    ServiceHeading("kustannusarvio", "Kustannusarvio", "cost.notes"),
    ServiceHeading("vaikuttavuus", "Tulokset, vaikutukset ja vaikuttavuus", "results.claims"),
)

# The heading of text above the first heading.
TOP = ServiceHeading("sivun-alku", "Sivun alku", "", Takes.NOTHING)


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", folded(words)))


@cache
def _by_title() -> Mapping[str, Found]:
    sites = ((Site.INNOKYLA, (*INNOKYLA, *INNOKYLA_BESIDES)), (Site.KOKEILUNPAIKKA, KOKEILUNPAIKKA), (Site.THL, THL))
    return {_key(title): (site, each) for site, headings in sites for each in headings for title in (each.title, *each.other_titles)}


def heading_of(line: str) -> Found | None:
    """Return the heading that a line consists of, without icons and marks, or None."""
    return _by_title().get(_key(ICON.sub("", line)))


def told_beside(line: str) -> tuple[Found, str] | None:
    """The heading and the text of a line that has both, as the cards of THL do: ”Kesto: 1.5.2020 – 31.12.2024”; None where it has not."""
    title, _, text = line.partition(":")
    found = heading_of(title)
    return (found, text.strip()) if found and text.strip() else None
