"""The site's addresses: tails that are the same in every language, stable once published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mallisto.model import Model, Role, Term, Training, TrainingSection

# The forms in which a pathway can be taken along.
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
FORM = "muokkaa/"
ACCESSIBILITY = "saavutettavuus/"
SHORT = "l/"
COPY = "lataa/mallisto.zip"


def model_page(model_id: str, part: str = "") -> str:
    """The page of a model, or of one part of it."""
    return f"mallit/{model_id}/{part}"


def model_of(address: str) -> str | None:
    """The id of the model whose overview stands at an address."""
    family, _, rest = address.partition("/")
    name, _, more = rest.partition("/")
    return name if family == "mallit" and name and not more else None


def role_page(role_id: str) -> str:
    """The page of a shared role."""
    return f"roolit/{role_id}/"


def training_section(section_id: str) -> str:
    """The page of a section of the training material."""
    return f"{TRAINING}{section_id}/"


def facilitator(section_id: str) -> str:
    """The page for who leads a session of that section."""
    return f"{training_section(section_id)}ohjaaja/"


def question(question_id: str) -> str:
    return f"kysymys-{question_id}"


def section_question(section_id: str, question_id: str) -> str:
    """A question on the page of its section."""
    return f"{training_section(section_id)}#{question(question_id)}"


def short(code: str) -> str:
    """The short address of whatever has the code."""
    return f"{SHORT}{code}/"


def qr(code: str) -> str:
    """The picture of a short address for cameras."""
    return f"{short(code)}qr.svg"


def card(model_id: str) -> str:
    """A model's card for a frame on somebody else's page."""
    return f"upota/{model_id}/"


def oembed(model_id: str) -> str:
    """What another system asks to show a model's card."""
    return f"oembed/{model_id}.json"


def step(step_id: str) -> str:
    return f"vaihe-{step_id}"


def role(role_id: str) -> str:
    return f"rooli-{role_id}"


def part_of(model_id: str) -> str:
    """What a role's card says of a model, and what the guidance page does."""
    return f"malli-{model_id}"


def share(role_id: str) -> str:
    """What a role does on a pathway: its address highlights the role's steps."""
    return f"osuus-{role_id}"


def download(model_id: str, ending: str) -> str:
    """A pathway as a file to take along."""
    return f"{model_page(model_id, PATHWAY)}{model_id}.{ending}"


def comparison(model_id: str) -> str:
    """The comparison with a model chosen."""
    return f"{COMPARISON}?malli={model_id}"


def column(model_id: str) -> str:
    """What a model answers in the comparison, for a page that does not hold it."""
    return f"{model_page(model_id)}vertailu.json"


def fit(model_id: str) -> str:
    """What the fit finder knows of a model."""
    return f"{model_page(model_id)}sopivuus.json"


def checklist_data(model_id: str) -> str:
    """The checklist as data, beside its page."""
    return f"{model_page(model_id, CHECKLIST)}tiedot.json"


def feed(model_id: str = "") -> str:
    """The feed of what changes in a model, or in all of them."""
    return f"{model_page(model_id, HISTORY) if model_id else HISTORY}syote.xml"


def reviews(organisation_id: str) -> str:
    """The calendar of the reviews that an owner has before it."""
    return f"yllapito/tarkistukset-{organisation_id}.ics"


def revision(time: str, number: int) -> str:
    """Where a page tells of a change, by its time (ISO); of several at one time each has its number."""
    return f"muutos-{time.lower().replace(':', '')}" + (f"-{number}" if number > 1 else "")


def item(item_id: str) -> str:
    return f"kohta-{item_id}"


def fact(fact_id: str) -> str:
    return f"tieto-{fact_id}"


def source(source_id: str) -> str:
    return f"lahde-{source_id}"


def heading(source_id: str, heading_id: str) -> str:
    return f"lahde-{source_id}-{heading_id}"


def term(term_id: str) -> str:
    return f"termi-{term_id}"


def glossary(term_id: str) -> str:
    """A term in the glossary."""
    return f"{GLOSSARY}#{term(term_id)}"


def absolute(address: str, folder: str, site_url: str) -> str:
    """An address with the site's own before it; `folder` is that of the language."""
    return f"{site_url.rstrip('/')}/{folder}{address}"


def of_model(model: Model) -> Iterator[str]:
    """Every address of a model that others may link to."""
    for part in ("", PATHWAY, ROLES, CHECKLIST, SOURCES, BOOKLET, MEMO, HISTORY, SLIDES):
        yield model_page(model.id, part)
    for each_step in model.pathway.steps:
        yield f"{model_page(model.id, PATHWAY)}#{step(each_step.id)}"
    for each_role in model.people.roles:
        yield f"{model_page(model.id, ROLES)}#{role(each_role.role.to)}"
    yield from (address for _, address in items_of(model))


def items_of(model: Model) -> Iterator[tuple[str, str]]:
    """The id of each checklist item with its address."""
    for checklist_item in model.checklist:
        yield checklist_item.id, f"{model_page(model.id, CHECKLIST)}#{item(checklist_item.id)}"


def of_shared(roles: Iterable[Role], terms: Iterable[Term], training: Training | None) -> Iterator[str]:
    """Every lasting address that belongs to no model alone."""
    yield from (role_page(each.id) for each in roles)
    yield from (glossary(each.id) for each in terms)
    for section in training.sections if training else ():
        yield from (training_section(section.id), facilitator(section.id), *questions_of(section))


def questions_of(section: TrainingSection) -> Iterator[str]:
    """The address of each question of a section."""
    for asked in section.questions:
        yield section_question(section.id, asked.id)
