// The checklist as the page shows it, in the form in which `tiedot.json` tells it to others.

const said = (element, part) => element.querySelector(part).textContent.trim();

const itemOf = (line) => ({
  id: line.dataset.item,
  phase: line.closest("section").dataset.phase,
  number: line.value,
  text: said(line, ".checklist__text"),
  textVersion: line.dataset.version,
  why: said(line, "[data-part=why]"),
  verify: said(line, "[data-part=verify]"),
  owner: { role: line.dataset.role, name: said(line, "[data-part=owner]") },
  origin: line.dataset.origin,
});

/** The quality criteria with their scale and the meaning of their sum; nothing where the model has none. */
const criteriaOf = (section) =>
  section && {
    min: Number(section.dataset.min),
    max: Number(section.dataset.max),
    bands: [...section.querySelectorAll("tr[data-min]")].map((each) => ({
      min: Number(each.dataset.min),
      max: Number(each.dataset.max),
      text: said(each, "td"),
    })),
    items: [...section.querySelectorAll("li[data-criterion]")].map((each) => ({
      id: each.dataset.criterion,
      number: each.value,
      title: said(each, ".criteria__title"),
    })),
  };

/** `host` is the list's element, `page` what holds the list. */
export const read = (host, page) => {
  const { model, name, version } = host.dataset;
  const past = host.querySelector("template[data-part=past]").content;
  return {
    model: {
      id: model,
      name,
      version,
      changes: [...past.querySelectorAll("[data-date]")].map((each) => ({
        date: each.dataset.date,
        text: each.textContent,
      })),
    },
    phases: [...page.querySelectorAll("section[data-phase]")].map((each) => ({
      id: each.dataset.phase,
      title: said(each, "h2"),
    })),
    items: [...page.querySelectorAll("ol.checklist > li")].map(itemOf),
    criteria: criteriaOf(page.querySelector("section[data-criteria]")),
    removed: [...past.querySelectorAll("[data-item]")].map(({ dataset, textContent }) => ({
      id: dataset.item,
      to: dataset.to || null,
      why: textContent,
    })),
  };
};
