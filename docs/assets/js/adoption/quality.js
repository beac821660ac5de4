// The quality criteria as a tool: points for each, the sum of a day with its meaning, and the evaluations made before.
import { make } from "../dom.js";
import { fill } from "../fill.js";
import { evaluationOf, latest, newestFirst, putEvaluation, scored, totalWords, weakestWords } from "./evaluation.js";
import { date, today } from "./format.js";

export class Quality {
  /** `host` is the tool: it gives the words, the adoption and the criteria, and takes the changes. */
  constructor(host) {
    this.host = host;
    this.criteria = host.checklist.criteria;
    this.place = document.querySelector("section[data-criteria] [data-part=quality]");
    this.place.replaceChildren(host.template("quality"));
    this.day = this.place.querySelector("[name=evaluated]");
    this.day.addEventListener("change", () => this.show());
    this.fields = new Map(this.criteria.items.map((item) => [item.id, this.field(item)]));
    this.shown = "";
  }

  /** A choice of points beside a criterion. */
  field(item) {
    const { labels } = this.host;
    const { min, max } = this.criteria;
    const points = Array.from({ length: max - min + 1 }, (_, at) => min + at);
    const select = make(
      "select",
      { ariaLabel: fill(labels.pointsOf, item) },
      make("option", { value: "" }, labels.noPoints),
      ...points.map((each) => make("option", { value: each }, each)),
    );
    select.addEventListener("change", () => this.score(item.id, select.value));
    const line = document.querySelector(`[data-criterion="${item.id}"]`);
    line
      .querySelector(".criteria__title")
      .after(make("label", { className: "quality__points" }, `${labels.points} `, select));
    return select;
  }

  /** The criteria as they were printed. */
  leave() {
    for (const select of this.fields.values()) select.parentElement.remove();
    this.place.replaceChildren();
  }

  score(id, value) {
    this.host.change((adoption) => scored(adoption, this.day.value, id, value === "" ? null : Number(value)));
    this.show();
  }

  /** The evaluation of the chosen day; of another adoption the latest, or today's. */
  show() {
    const { adoption, labels } = this.host;
    if (this.shown !== adoption.id || !this.day.value) this.day.value = latest(adoption)?.date ?? today();
    this.shown = adoption.id;
    const evaluation = evaluationOf(adoption, this.day.value);
    for (const [id, select] of this.fields) select.value = evaluation.scores[id] ?? "";
    this.place.querySelector("[data-part=total]").textContent = totalWords(evaluation, this.criteria, labels);
    this.place.querySelector("[data-part=weakest]").textContent = weakestWords(evaluation, this.criteria, labels);
    const made = newestFirst(adoption);
    const list = this.place.querySelector("[data-part=evaluations]");
    list.hidden = !made.length;
    list.querySelector("ul").replaceChildren(...made.map((each) => this.past(each)));
  }

  past(evaluation) {
    const { labels, locale } = this.host;
    const when = { date: date(evaluation.date, locale) };
    const open = make("button", { type: "button", className: "quiet" }, fill(labels.openEvaluation, when));
    const remove = make("button", { type: "button", className: "quiet" }, fill(labels.deleteEvaluation, when));
    open.addEventListener("click", () => this.open(evaluation.date));
    remove.addEventListener("click", () => this.remove(evaluation, when));
    return make("li", {}, `${when.date}: ${totalWords(evaluation, this.criteria, labels)} `, open, " ", remove);
  }

  open(day) {
    this.day.value = day;
    this.show();
    this.day.focus();
  }

  remove(evaluation, when) {
    const put = (scores) => {
      this.host.change((adoption) => putEvaluation(adoption, { ...evaluation, scores }));
      this.show();
      this.day.focus();
    };
    put({});
    this.host.tell(fill(this.host.labels.evaluationDeleted, when), () => put(evaluation.scores));
  }
}
