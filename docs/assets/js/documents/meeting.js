// A checklist as a Word document for a meeting. Loaded when somebody asks for the file.
import { agenda } from "../adoption/export-formats.js";
import { make } from "../dom.js";
import { wordDocument } from "./docx.js";

const itemOf = ({ text, told }) => make("li", {}, text, make("ul", {}, ...told.map((each) => make("li", {}, each))));

export const meetingPaper = async (adoption, checklist, labels) => {
  const paper = make(
    "div",
    { className: "unseen" },
    ...agenda(adoption, checklist, labels).flatMap(({ title, items }) => [
      make("h2", {}, title),
      make("ul", {}, ...items.map(itemOf)),
    ]),
  );
  const title = `${checklist.model.name}: ${adoption.name}`;
  const about = { title, description: "", footer: title, language: labels.locale, pages: labels.pages };
  document.body.append(paper); // The writer asks the page how each element is shown.
  try {
    return await wordDocument(paper, about);
  } finally {
    paper.remove();
  }
};
