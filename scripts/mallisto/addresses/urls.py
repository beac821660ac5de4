"""The site's URL paths, relative to the language folder. They are the same in all languages and stable once published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mallisto.model import Model, Role, Term
from mallisto.reading.messages import folded

# The download formats of a pathway.
DOWNLOADS = ("bpmn", "svg", "csv")

MODELS = "mallit/"
GROUPS = "ryhmittain/"
GUIDANCE = "ohjaus/"
TRAINING = "koulutus/"
COMPARISON = "vertailu/"
FINDER = "sopiiko/"
PACK, PACK_SLIDES = f"{TRAINING}paketti/", f"{TRAINING}diat/"

PATHWAY, ROLES, CHECKLIST, SOURCES = "polku/", "roolit/", "tarkistuslista/", "lahteet/"
BOOKLET, MEMO, HISTORY, SLIDES = "vihko/", "paatosmuistio/", "muutokset/", "diat/"
GLOSSARY = "sanasto/"
ACTS = "lait/"
OWN_MUNICIPALITY = "oma-kunta/"
FORM = "muokkaa/"
ACCESSIBILITY = "saavutettavuus/"
EVIDENCE = "tietoa/#naytto"
TELL_USE = "osallistu/#kaytto"
SHORT = "l/"
COPY = "lataa/mallisto.zip"


def model_page(model_id: str, part: str = "") -> str:
    """Return the page of a model, or of one part of it."""
    return f"mallit/{model_id}/{part}"


def model_of(address: str) -> str | None:
    """Return the id of the model whose overview is at an address, or None."""
    family, _, rest = address.partition("/")
    name, _, more = rest.partition("/")
    return name if family == "mallit" and name and not more else None


def model_around(address: str) -> str | None:
    """Return the id of the model that has an address: a page of it, or a place on one; None for other addresses."""
    family, _, rest = address.partition("/")
    return rest.partition("/")[0] or None if family == "mallit" else None


def role_page(role_id: str) -> str:
    """Return the page of a shared role."""
    return f"roolit/{role_id}/"


def organisation(organisation_id: str) -> str:
    """Return the place of an organisation on the page of organisations."""
    return f"organisaatiot/#organisaatio-{organisation_id}"


def short(code: str, language: str = "") -> str:
    """The short address of whatever has the code, the same for all languages; it opens in the given one, else in the reader's."""
    return f"{SHORT}{code}/" + (f"#{language}" if language else "")


def on_paper(code: str, language: str, edition: str) -> str:
    """The short address that paper carries for cameras: with its edition the page can say whether the paper is current."""
    return f"{short(code)}?versio={edition}#{language}"


def card(model_id: str) -> str:
    """Return the embeddable card of a model."""
    return f"upota/{model_id}/"


def oembed(model_id: str) -> str:
    """Return the oEmbed response for a model's card."""
    return f"oembed/{model_id}.json"


def step(step_id: str) -> str:
    return f"vaihe-{step_id}"


def role(role_id: str) -> str:
    return f"rooli-{_slug(role_id)}"


def _slug(role_id: str) -> str:
    """An id as it is; of a name that stands for one, its letters and digits."""
    return re.sub(r"[^a-z0-9]+", "-", folded(role_id)).strip("-")


def part_of(model_id: str) -> str:
    """Return the anchor of a model on a role's card and on the guidance page."""
    return f"malli-{model_id}"


def share(role_id: str) -> str:
    """Return the anchor of a role's tasks on a pathway; the address highlights the role's steps."""
    return f"osuus-{role_id}"


def download(model_id: str, ending: str) -> str:
    """Return a pathway as a file to download."""
    return f"{model_page(model_id, PATHWAY)}{model_id}.{ending}"


def comparison(model_id: str) -> str:
    """Return the comparison with a model preselected."""
    return f"{COMPARISON}?malli={model_id}"


def column(model_id: str) -> str:
    """Return the data of a model's column in the comparison."""
    return f"{model_page(model_id)}vertailu.json"


def fit(model_id: str) -> str:
    """Return the data of a model for the fit finder."""
    return f"{model_page(model_id)}sopivuus.json"


def checklist_data(model_id: str) -> str:
    """Return the checklist as data."""
    return f"{model_page(model_id, CHECKLIST)}tiedot.json"


def feed(model_id: str = "") -> str:
    """Return the Atom feed of changes of one model, or of all models."""
    return f"{model_page(model_id, HISTORY) if model_id else HISTORY}syote.xml"


def reviews(organisation_id: str) -> str:
    """Return the iCalendar file of an owner's upcoming reviews."""
    return f"yllapito/tarkistukset-{organisation_id}.ics"


def revision(time: str, number: int) -> str:
    """Return the anchor of a change by its time (ISO) and its number among changes of the same time."""
    return f"muutos-{time.lower().replace(':', '')}" + (f"-{number}" if number > 1 else "")


def item(item_id: str) -> str:
    return f"kohta-{item_id}"


def is_item(address: str) -> bool:
    """Whether a checklist item stands at an address."""
    return "#kohta-" in address


def fact(fact_id: str) -> str:
    return f"tieto-{fact_id}"


def source(source_id: str) -> str:
    return f"lahde-{source_id}"


def heading(source_id: str, heading_id: str) -> str:
    return f"lahde-{source_id}-{heading_id}"


def adoption(folder: str) -> str:
    """Return the anchor of an adoption record on its model's overview, by the folder of its file."""
    return f"kaytto-{folder}"


def term(term_id: str) -> str:
    return f"termi-{term_id}"


def act(act_id: str) -> str:
    return f"laki-{act_id.removeprefix('act-')}"


def glossary(term_id: str) -> str:
    """Return the address of a term in the glossary."""
    return f"{GLOSSARY}#{term(term_id)}"


def absolute(address: str, folder: str, site_url: str) -> str:
    """Return an absolute URL; `folder` is the folder of the language."""
    return f"{site_url.rstrip('/')}/{folder}{address}"


def parts_of(model: Model) -> tuple[str, ...]:
    """Return the pages of a model besides its overview: a page exists where the model tells what would stand on it."""
    people, adopted = model.people, model.checklist or model.agreements
    chapters = (
        (PATHWAY, model.pathway.steps),
        (ROLES, people.roles or people.description or people.staffing),
        (CHECKLIST, adopted or model.core or model.criteria),
    )
    told = [part for part, content in chapters if content]
    made_of_them = ((BOOKLET, told), (MEMO, adopted), (HISTORY, True), (SLIDES, PATHWAY in told))
    return (*told, SOURCES, *(part for part, is_there in made_of_them if is_there))


def of_model(model: Model) -> Iterator[str]:
    """Yield every stable address of a model."""
    for part in ("", *parts_of(model)):
        yield model_page(model.id, part)
    for each_step in model.pathway.steps:
        yield f"{model_page(model.id, PATHWAY)}#{step(each_step.id)}"
    for each_role in (part for part in model.people.roles if not part.role.unlisted_name):
        yield f"{model_page(model.id, ROLES)}#{role(each_role.role.to)}"
    yield from (address for _, address in items_of(model))


def items_of(model: Model) -> Iterator[tuple[str, str]]:
    """Yield the id and the address of every checklist item."""
    for checklist_item in model.checklist:
        yield checklist_item.id, f"{model_page(model.id, CHECKLIST)}#{item(checklist_item.id)}"


def of_vocabulary(roles: Iterable[Role], terms: Iterable[Term]) -> Iterator[str]:
    """Yield every stable address of roles and terms."""
    yield from (role_page(each.id) for each in roles)
    yield from (glossary(each.id) for each in terms)
