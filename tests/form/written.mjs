// The file with a text in the place of the source's own word for a phase: `node written.mjs MODULES SETTINGS FILE TEXT
// …`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, settings, file, ...texts] = process.argv.slice(2);
const { format } = await import(pathToFileURL(join(modules, "format.js")));
const { Versions } = await import(pathToFileURL(join(modules, "versions.js")));

const { fromFile, toFile } = format(JSON.parse(settings), new Versions());
const value = fromFile(readFileSync(file, "utf8"));
const written = texts.map((text) => toFile({ ...value, status: { ...value.status, source_label: text } }));
process.stdout.write(JSON.stringify({ written }));
