// A text in the letters that an address takes: deflated, and back again.

/** Mail and chat programs cut longer addresses. */
export const LONGEST = 8000;

/** @type {(bytes: BlobPart, transform: any, most: number) => Promise<Uint8Array<ArrayBuffer>>} */
const through = async (bytes, transform, most) => {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const parts = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    size += next.value.length;
    if (size > most) throw new RangeError("too long");
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

/** @type {(text: string) => Promise<string>} */
export const packed = async (text) => {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), Infinity);
  return btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
};

/**
 * Throws where the letters are no packed text, or one of more than so many bytes.
 * @type {(letters: string, most: number) => Promise<string>}
 */
export const unpacked = async (letters, most) => {
  const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(
    await through(bytes, new DecompressionStream("deflate-raw"), most),
  );
};
