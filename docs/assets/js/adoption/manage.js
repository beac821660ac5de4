// What is done to whole adoptions: begun, renamed, deleted. Deleting asks first and can be undone.

import { fill } from "../fill.js";
import { renamed } from "./adoption.js";
import { ask, askName } from "./dialog.js";
import * as store from "./store.js";

export const begin = async (host) => {
  const name = await askName(host, host.labels.newAdoption, "");
  if (name) await host.begin(name);
};

export const rename = async (host) => {
  const name = await askName(host, host.labels.renaming, host.adoption.name);
  if (!name) return;
  host.tool.change((adoption) => renamed(adoption, name));
  host.tool.refresh();
  host.tell(fill(host.labels.renamed, host.adoption));
};

export const remove = async (host) => {
  const { labels, adoption } = host;
  const title = fill(labels.askDelete, adoption);
  if (
    await ask(host, {
      title,
      text: labels.askDeleteText,
      answers: [
        ["", labels.cancel],
        ["delete", labels.delete],
      ],
    })
  )
    await drop(host, adoption.id, fill(labels.deleted, adoption));
};

export const wipe = async (host) => {
  const { labels } = host;
  if (
    await ask(host, {
      title: labels.askWipe,
      text: labels.askWipeText,
      answers: [
        ["", labels.cancel],
        ["wipe", labels.wipe],
      ],
    })
  )
    await drop(host, undefined, labels.wiped);
};

/** Delete one adoption or all, and offer to bring back what was deleted. */
const drop = async (host, id, words) => {
  const here = host.adoption?.id;
  const gone = store.remove(id);
  await host.openLatest();
  host.tell(words, async () => {
    store.restore(gone);
    await (here ? host.open(here) : host.openLatest());
    host.panel.querySelector("select, input").focus();
  });
  host.undo.focus();
};
