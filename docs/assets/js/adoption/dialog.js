// A question in a dialog of its own: what it says, what it shows, and the answers as buttons.
import { make } from "../dom.js";

/**
 * The chosen answer's value; an empty text where the visitor went away. The first answer is the one that Enter gives.
 */
export const ask = (host, { title, text = "", inside = [], answers }) => {
  const buttons = answers.map(([value, words], at) => make("button", { value, className: at ? "quiet" : "" }, words));
  const form = make(
    "form",
    { method: "dialog" },
    make("h2", { id: "kysymys" }, title),
    text && make("p", {}, text),
    ...inside,
    make("p", { className: "buttons" }, ...buttons),
  );
  const dialog = make("dialog", { className: "ask" }, form);
  dialog.setAttribute("aria-labelledby", "kysymys");
  host.append(dialog);
  // A button that goes away needs no filled field.
  for (const button of buttons) button.formNoValidate = !button.value;
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue);
      dialog.remove();
    });
    dialog.showModal();
  });
};

export const askName = async (host, title, name) => {
  const { labels } = host;
  const field = make("input", { name: "name", value: name, required: true, maxLength: 100, autocomplete: "off" });
  const answer = await ask(host, {
    title,
    inside: [make("label", {}, labels.askName, field)],
    answers: [
      ["save", labels.save],
      ["", labels.cancel],
    ],
  });
  return answer && field.value.trim();
};
