// Whether each file comes back from the form's format as it was: `node unchanged.mjs MODULES SETTINGS FILE …`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, settings, ...files] = process.argv.slice(2);
const { format } = await import(pathToFileURL(join(modules, "format.js")));
const { Versions } = await import(pathToFileURL(join(modules, "versions.js")));

const came = files.map((file) => {
  const text = readFileSync(file, "utf8");
  const { fromFile, toFile } = format(JSON.parse(settings), new Versions());
  return [file, toFile(fromFile(text)) === text];
});
process.stdout.write(JSON.stringify(Object.fromEntries(came)));
