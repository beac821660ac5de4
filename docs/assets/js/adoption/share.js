// An adoption in the fragment of an address. A browser sends no fragment to any server.
import { packed, unpacked } from "../fragment.js";
import { LINK_MARK } from "./adoption.js";
import { MOST, parseAdoption } from "./validate.js";

/** @type {(costs: Record<string, string>) => Record<string, string>} */
const figures = (costs) => Object.fromEntries(Object.entries(costs).filter(([name]) => !name.endsWith("-basis")));

/**
 * Without what is written freely and may name somebody; roles, dates and figures stay.
 * @type {(adoption: Adoption) => Adoption}
 */
export const bare = (adoption) => ({
  ...adoption,
  costs: figures(adoption.costs),
  memo: {},
  items: Object.fromEntries(
    Object.entries(adoption.items).map(([id, each]) => [
      id,
      { ...each, reason: "", note: "", owner: each.owner?.role ? each.owner : null },
    ]),
  ),
});

/** @type {(adoption: Adoption) => Promise<string>} */
export const fragment = async (adoption) => LINK_MARK + (await packed(JSON.stringify(adoption)));

/**
 * The adoption of a fragment or why it is none, as `parseAdoption` tells; nothing where the fragment carries none.
 * @type {(hash: string) => Promise<Received | null>}
 */
export const carried = async (hash) => {
  if (!hash.startsWith(LINK_MARK)) return null;
  try {
    return parseAdoption(await unpacked(hash.slice(LINK_MARK.length), MOST));
  } catch {
    return { refused: "link" };
  }
};
