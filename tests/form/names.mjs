// Names of what a list lacks through the form's format: `node names.mjs MODULES SETTINGS FILE`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, settings, file] = process.argv.slice(2);
const { format } = await import(pathToFileURL(join(modules, "format.js")));
const { Versions } = await import(pathToFileURL(join(modules, "versions.js")));

const { fromFile, toFile } = format(JSON.parse(settings), new Versions());
const value = fromFile(readFileSync(file, "utf8"));
const { place, organisations } = value.basics;
const { municipalities } = place;
const { organisation } = organisations[0];
const unchanged = toFile(value);
organisations[0].organisation = "name: Toinen säätiö";
const named = toFile(value);
process.stdout.write(JSON.stringify({ municipalities, organisation, unchanged, named }));
