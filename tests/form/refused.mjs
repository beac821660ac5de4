// What the form says of a step that leads to one that is not there: `node refused.mjs MODULES SETTINGS FILE`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, settings, file] = process.argv.slice(2);
const { format } = await import(pathToFileURL(join(modules, "format.js")));
const { Versions } = await import(pathToFileURL(join(modules, "versions.js")));

const { fromFile, toFile } = format(JSON.parse(settings), new Versions());
const value = fromFile(readFileSync(file, "utf8"));
value.pathway.steps[0].next[0].to = "ei-ole";
let said = "";
try {
  toFile(value);
} catch (error) {
  said = error.message;
}
process.stdout.write(JSON.stringify({ said }));
