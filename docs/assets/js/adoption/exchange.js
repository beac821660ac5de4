// Taking an adoption along and bringing one back: files, links, print.
import { download, make } from "../dom.js";
import { fill } from "../fill.js";
import { LONGEST } from "../fragment.js";
import { copied, progress } from "./adoption.js";
import { ask } from "./dialog.js";
import { calendar, csv, fileName, json, plainText } from "./export-formats.js";
import { DOCUMENTS } from "./panel.js";
import { bare, carried, fragment } from "./share.js";
import * as store from "./store.js";
import { MOST, parseAdoption } from "./validate.js";

const TEXTS = {
  json: [json, "application/json"],
  csv: [csv, "text/csv"],
  ics: [calendar, "text/calendar"],
};

const asBlob = async (host, kind) => {
  const { adoption, checklist, labels } = host;
  if (kind in TEXTS) {
    const [write, type] = TEXTS[kind];
    return new Blob([write(adoption, checklist, labels, location.href.split(/[?#]/)[0])], {
      type: `${type};charset=utf-8`,
    });
  }
  const [path, writer] = DOCUMENTS[kind];
  return (await import(path))[writer](adoption, checklist, labels);
};

export const give = async (host, kind) => download(fileName(host.adoption, kind), await asBlob(host, kind));

/** The list as text, ready to be pasted into a message or a paper. */
export const copyText = async (host) => {
  await navigator.clipboard.writeText(plainText(host.adoption, host.checklist, host.labels));
  host.tell(host.labels.textCopied);
};

/** A link is made only after the visitor has read what it contains. */
export const share = async (host) => {
  const { labels } = host;
  const isBare = make("input", { type: "checkbox" });
  const choice = make("label", { className: "choice" }, isBare, ` ${labels.bare}`);
  const wanted = await ask(host, {
    title: labels.askLink,
    text: labels.askLinkText,
    inside: [choice],
    answers: [
      ["link", labels.makeLink],
      ["", labels.cancel],
    ],
  });
  if (!wanted) return;
  const address = location.href.split("#")[0] + (await fragment(isBare.checked ? bare(host.adoption) : host.adoption));
  if (address.length > LONGEST) {
    host.tell(fill(labels.linkLong, { length: address.length, most: LONGEST }));
    return;
  }
  const field = make("textarea", { readOnly: true, rows: 4, value: address });
  const copying = await ask(host, {
    title: labels.link,
    inside: [make("label", {}, fill(labels.linkLength, { length: address.length }), field)],
    answers: [
      ["copy", labels.copy],
      ["", labels.close],
    ],
  });
  if (copying)
    await navigator.clipboard.writeText(address).then(
      () => host.tell(labels.copied),
      () => host.tell(labels.failed),
    );
};

const refuse = (host, { refused, field = "", model = "" }) =>
  host.tell(fill(host.labels[`refused${refused[0].toUpperCase()}${refused.slice(1)}`], { field, model }));

/** An adoption of this page's model, or nothing after a sentence that says why not. */
const ofThisModel = (host, found) => {
  if (found.refused) return refuse(host, found);
  const adoption = store.ofToday(found.adoption);
  return adoption.model.id === host.dataset.model
    ? adoption
    : refuse(host, { refused: "model", model: adoption.model.id });
};

/** Take a file in. Nothing of what is kept is replaced without asking. */
export const bring = async (host, file) => {
  if (!file) return;
  const adoption = ofThisModel(host, file.size > MOST ? { refused: "large" } : parseAdoption(await file.text()));
  if (adoption) await take(host, adoption);
};

const take = async (host, adoption) => {
  const { labels } = host;
  const own = store.read(adoption.id);
  const gaps = { name: adoption.name, own: own?.name };
  const answers = [
    ["copy", labels.keepBoth],
    ["replace", labels.replace],
    ["", labels.cancel],
  ];
  const answer = own
    ? await ask(host, { title: fill(labels.askSame, gaps), text: fill(labels.askSameText, gaps), answers })
    : "take";
  if (!answer) return;
  const taken = answer === "copy" ? copied(adoption, fill(labels.copyName, gaps)) : adoption;
  store.save(taken);
  await host.open(taken.id);
  host.panel.querySelector("select").focus();
  host.tell(
    fill(labels.imported, taken),
    own && answer === "replace"
      ? () => {
          store.save(own);
          return host.open(own.id);
        }
      : null,
  );
};

/** An adoption in the page's address is shown in a question first; the address then forgets it. */
export const receive = async (host) => {
  const found = await carried(location.hash);
  if (!found) return;
  history.replaceState(history.state, "", location.href.split("#")[0]);
  const adoption = ofThisModel(host, found);
  if (!adoption) return;
  const { labels } = host;
  const sum = progress(adoption, host.checklist).reduce(
    (all, each) => ({ done: all.done + each.done, of: all.of + each.of }),
    { done: 0, of: 0 },
  );
  const title = fill(labels.askReceived, adoption);
  const text = fill(labels.askReceivedText, sum);
  if (
    await ask(host, {
      title,
      text,
      answers: [
        ["take", labels.take],
        ["", labels.cancel],
      ],
    })
  )
    await take(host, adoption);
};
