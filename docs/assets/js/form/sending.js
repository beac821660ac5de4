// The way of a proposal: it gets a title and a text in its author's words, and its author gets the way to it.
import { changes, headline, proposalText } from "./changes.js";

const PULLS = /(.*\/repos\/[^/]+\/[^/]+)\/(?:pulls|issues)\b/;

/**
 * `send` with an eye on proposals; everything else passes. `file` gives of the path and the text of a file its name,
 * its fields and its value; `versions` from what each text was made; `sent` is told the address of a proposal that has
 * gone to the editors, also when something is added to it. `say` holds our words.
 */
export const proposing = (send, versions, file, sent, say) => {
  const drafts = new Map();
  const proposals = new Map();
  let project = "";

  const told = (branch) => {
    const { path, from, to } = drafts.get(branch);
    const { name, fields, value } = file(path, to);
    const found = from ? changes(fields, file(path, from).value, value) : [];
    return { title: headline(name, found, say), text: proposalText(found, say) };
  };

  const committing = (body) => {
    const { branch, fileChanges, message } = body.variables.input;
    const [{ path, contents }] = fileChanges.additions;
    const to = decoded(contents);
    const from = drafts.get(branch.branchName)?.from ?? versions.origin(to)?.text ?? "";
    drafts.set(branch.branchName, { path, from, to });
    message.headline = told(branch.branchName).title;
    return branch.branchName;
  };

  const committed = async (address, options, body) => {
    const branch = committing(body);
    const answer = await send(address, { ...options, body: JSON.stringify(body) });
    const proposal = [...proposals.values()].find((each) => each.branch === branch);
    if (proposal && !proposal.isDraft && (await wentWell(answer))) sent(proposal.url);
    return answer;
  };

  const proposed = async (address, options, body) => {
    const branch = body.head.split(":").at(-1);
    const { title, text } = drafts.has(branch) ? told(branch) : { title: body.title, text: proposalText([], say) };
    const answer = await send(address, { ...options, body: JSON.stringify({ ...body, title, body: text }) });
    if (!answer.ok) return answer;
    const { node_id: id, number, html_url: url, draft } = await answer.clone().json();
    proposals.set(id, { number, url, branch, isDraft: draft });
    if (!draft) sent(url);
    return answer;
  };

  const ready = async (address, options, body) => {
    const answer = await send(address, options);
    const proposal = proposals.get(body.variables.input.pullRequestId);
    if (!proposal || !(await wentWell(answer))) return answer;
    proposal.isDraft = false;
    if (drafts.has(proposal.branch)) {
      const { title, text } = told(proposal.branch);
      const about = { ...options, method: "PATCH", body: JSON.stringify({ title, body: text }) };
      await send(`${project}/pulls/${proposal.number}`, about);
    }
    sent(proposal.url);
    return answer;
  };

  return async (address, options) => {
    project = String(address).match(PULLS)?.[1] ?? project;
    const body = asked(options?.body);
    if (body?.variables?.input?.fileChanges?.additions?.length) return committed(address, options, body);
    if (options?.method === "POST" && String(address).endsWith("/pulls")) return proposed(address, options, body);
    if (body?.query?.includes("markPullRequestReadyForReview")) return ready(address, options, body);
    const answer = await send(address, options);
    if (body?.query?.includes("pullRequests(") && answer.ok) {
      for (const each of listed(await answer.clone().json()))
        proposals.set(each.id, { number: each.number, url: each.url, branch: each.headRefName, isDraft: each.isDraft });
    }
    return answer;
  };
};

const asked = (body) => (typeof body === "string" && body.startsWith("{") ? JSON.parse(body) : null);

const wentWell = async (answer) => answer.ok && !(await answer.clone().json()).errors;

/**
 * The open proposals anywhere in an answer.
 * @param {any} value
 * @returns {any[]}
 */
const listed = (value) => {
  if (value === null || typeof value !== "object") return [];
  if (value.headRefName && value.url && (value.state ?? "OPEN") === "OPEN") return [value];
  return Object.values(value).flatMap(listed);
};

const decoded = (contents) => new TextDecoder().decode(Uint8Array.from(atob(contents), (each) => each.charCodeAt(0)));

/** Says in the page's foot that a proposal has gone to the editors, with the ways to it and to the checker's answer. */
export const notice = (say) => {
  const place = document.querySelector(".form-sent");
  return (url) => {
    const [text, proposal, answer] = ["span", "a", "a"].map((name) => document.createElement(name));
    text.textContent = say.done;
    proposal.textContent = say.proposal;
    answer.textContent = say.answer;
    proposal.setAttribute("href", url);
    answer.setAttribute("href", `${url}/checks`);
    place.replaceChildren(text, " ", proposal, " ", answer);
    place.hidden = false;
  };
};
