// Nothing of others is lost: before a file is saved it is looked at as it stands at the host, and what others changed
// meanwhile is kept.
import { mergeTexts } from "./three-way-merge.js";
import { read } from "./yaml.js";

const FILE = /^models\/.*\.yml$/;
const ASKED = `query($owner: String!, $repo: String!, $name: String!) {
  repository(owner: $owner, name: $repo) { object(expression: $name) { ... on Blob { text } } }
}`;

/**
 * `send` with an eye on commits; everything else passes. `versions` knows from what each text was made. `words` are
 * what is said: `taken` of a name that another file has, `changed` where others wrote in the same place. Who saves
 * again after that has read it and means it.
 */
export const guarded = (send, versions, words) => {
  const told = new Set();
  return async (address, options) => {
    const body = commit(options?.body);
    if (!body) return send(address, options);
    const ask = (query, variables) => send(address, { ...options, body: JSON.stringify({ query, variables }) });
    const { fileChanges, branch, expectedHeadOid } = body.variables.input;
    const files = fileChanges.additions.filter((each) => FILE.test(each.path));
    const mine = files.map((each) => decoded(each.contents));
    for (const [place, file] of files.entries()) {
      const origin = versions.origin(mine[place]);
      const theirs = await standing(ask, branch.repositoryNameWithOwner, `${expectedHeadOid}:${file.path}`);
      const { text, refused } = looked(file.path, mine[place], origin, theirs, words, told);
      if (refused) return new Response(JSON.stringify({ errors: [{ message: refused }] }), { status: 200 });
      file.contents = encoded(text);
    }
    const answer = await send(address, { ...options, body: JSON.stringify(body) });
    if (answer.ok && !(await answer.clone().json()).errors) for (const text of mine) versions.saved(text);
    return answer;
  };
};

/** What is to be saved, or why it may not be. */
const looked = (path, mine, origin, theirs, words, told) => {
  const isNew = !origin?.text;
  const stem = path.split("/").at(-1).replace(".yml", "");
  if (isNew && (theirs !== null || stem !== read(mine).id))
    return { refused: words.taken.replace("{id}", read(mine).id) };
  if (theirs === null || theirs === origin.text) return { text: mine };
  const both = mergeTexts(mine, origin.text, theirs);
  const mark = `${path}\n${theirs}`;
  if (both.theirs.length && !told.has(mark)) {
    told.add(mark);
    return { refused: words.changed.replace("{theirs}", both.theirs.join(" / ")) };
  }
  return { text: both.text };
};

const commit = (body) => {
  if (typeof body !== "string" || !body.includes("createCommitOnBranch")) return null;
  const asked = JSON.parse(body);
  return asked.variables?.input?.fileChanges?.additions ? asked : null;
};

/** A file as it stands at the host; nothing where there is none. Without an answer nothing is saved. */
const standing = async (ask, repository, name) => {
  const [owner, repo] = repository.split("/");
  const { data, errors } = await (await ask(ASKED, { owner, repo, name })).json();
  if (errors || data.repository.object === undefined) throw new Error(`${name}: no answer`);
  return data.repository.object?.text ?? null;
};

const decoded = (contents) => new TextDecoder().decode(Uint8Array.from(atob(contents), (each) => each.charCodeAt(0)));

const encoded = (text) =>
  btoa(Array.from(new TextEncoder().encode(text), (each) => String.fromCharCode(each)).join(""));
