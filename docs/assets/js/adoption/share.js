// An adoption in the fragment of an address: JSON, deflated, in the letters an address takes. A browser sends no fragment to any server.
import { MOST, parsed } from "./received.js";

export const MARK = "#kayttoonotto=";
// Mail and chat programs cut longer addresses.
export const LONGEST = 8000;

const through = async (bytes, transform, most) => {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader(), parts = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    size += next.value.length;
    if (size > most) throw new RangeError("too long");
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

// Without what is written freely and may name somebody; roles and dates stay.
export const bare = adoption => ({
  ...adoption,
  items: Object.fromEntries(Object.entries(adoption.items).map(([id, each]) => [id, { ...each, reason: "", note: "", owner: each.owner?.role ? each.owner : null }])),
});

export const fragment = async adoption => {
  const packed = await through(new TextEncoder().encode(JSON.stringify(adoption)), new CompressionStream("deflate-raw"), Infinity);
  return MARK + btoa(Array.from(packed, each => String.fromCharCode(each)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};

// The adoption of a fragment or why it is none, as `parsed` tells; nothing where the fragment carries none.
export const carried = async hash => {
  if (!hash.startsWith(MARK)) return null;
  try {
    const packed = Uint8Array.from(atob(hash.slice(MARK.length).replaceAll("-", "+").replaceAll("_", "/")), each => each.charCodeAt(0));
    return parsed(new TextDecoder("utf-8", { fatal: true }).decode(await through(packed, new DecompressionStream("deflate-raw"), MOST)));
  } catch {
    return { refused: "link" };
  }
};
